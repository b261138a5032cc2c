"""Documents of every version that was ever written stay readable, and mean what they meant."""

import json
from pathlib import Path

import attrs
import pytest

from schemas import schema_of
from ukraine_support import DocumentError, Ledger
from ukraine_support.serialisation import dumps, loads, make_converter

ARCHIVE = Path(__file__).parent / "archive"
SAMPLES = sorted(ARCHIVE.glob("version-*.json"))


def test_every_version_has_a_sample() -> None:
    latest = json.loads(dumps(loads('{"version": 1}')))["version"]
    versions = [json.loads(sample.read_text(encoding="utf-8"))["version"] for sample in SAMPLES]
    assert versions == list(range(1, latest + 1))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_an_archived_document_is_read_and_written_alike(sample: Path) -> None:
    archived = json.loads(sample.read_text(encoding="utf-8"))
    assert set(archived) == {"version", *(field.name for field in attrs.fields(Ledger))}
    assert json.loads(dumps(loads(json.dumps(archived)))) == archived


@pytest.mark.parametrize("rest", [{}, {"claims": []}, {"Version": 1}, {"sources": [{"id": "a"}]}])
def test_a_document_that_says_none_is_refused(rest: dict[str, object]) -> None:
    missing = ("version", 'is missing; write "version": 1')
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(rest))
    assert missing in caught.value.problems
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(rest), onto=Ledger())
    assert missing in caught.value.problems
    with pytest.raises(DocumentError) as caught:
        make_converter().structure(rest, Ledger)
    assert missing in caught.value.problems
    assert not schema_of(Ledger).is_valid(rest)


@pytest.mark.parametrize("version", [0, 2, -1, "1", 1.0, True, None])
def test_other_versions_are_refused(version: object) -> None:
    with pytest.raises(DocumentError, match=r"^version: .* is no version known here; this library reads 1$"):
        loads(json.dumps({"version": version}))
