"""Documents are written as `json.dumps` writes, and a converter gives what the text says."""

import json
from enum import Enum
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given

from conftest import tried
from ukraine_support import (
    Country,
    Ledger,
    Munition,
    Organisation,
    Party,
    Period,
    Speaker,
    Stage,
    about,
    at_least,
    exactly,
)
from ukraine_support.reference import EU, NATO
from ukraine_support.serialisation import dumps, loads, make_converter
from ukraine_support.testing import ledgers, values

CONVERTER = make_converter()


def is_plain_json(text: str) -> bool:
    """Whether the text is, character by character, what `json.dumps` makes of what it says."""
    return text == json.dumps(json.loads(text), ensure_ascii=False)


@given(values())
def test_every_type_is_written_as_json_is(value: Any) -> None:
    text = dumps(value)
    assert is_plain_json(text)
    assert json.loads(text) == CONVERTER.unstructure(value)
    assert json.loads(dumps(value, indent=2)) == json.loads(text)


@tried(20)
@given(ledgers())
def test_ledgers_are_written_as_json_is(ledger: Ledger) -> None:
    assert is_plain_json(dumps(ledger))


class Colour(Enum):
    RED = "red"
    FIVE = 5


@attrs.frozen(kw_only=True)
class Painted(Munition):
    kind: ClassVar[str] = "test-text.painted"
    colour: Colour = Colour.RED
    parts: list[str] = attrs.field(factory=list)
    twice: int = attrs.field(default=attrs.Factory(lambda self: 2, takes_self=True))
    ratio: float = 0.5
    quote: str = '"'
    numbers: dict[str, Any] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Fund(Party):
    kind: ClassVar[str] = "test-text.fund"
    shares: dict[str, int]


@pytest.mark.parametrize(
    "value",
    [
        Painted(),
        Painted(colour=Colour.FIVE, parts=["a", "\n\u2028ü"], twice=3, ratio=1e300, quote="\\", numbers={"a": [None]}),
        Speaker("a", of=Fund(shares={"a": 1})),
        Speaker("a", of=Fund(shares={"a": 2})),
        [EU, NATO, Organisation(id="EU", name="Other"), Country("FR")],
        (Stage.DISBURSED, Period("2024~"), True, None, 1.5, "é\t", {"a": {Stage.PLEDGED}}, frozenset({"b", "a"})),
        [exactly(0), about(5), at_least(5), 10**29],
    ],
    ids=["plain", "painted", "one fund", "another fund", "parties", "anything", "estimates"],
)
def test_anything_else_is_written_as_json_is(value: Any) -> None:
    assert is_plain_json(dumps(value))


def test_a_party_without_a_hash_is_read_again() -> None:
    for share in (1, 2):
        speaker = Speaker("a", of=Fund(shares={"a": share}))
        assert loads(dumps(speaker), Speaker) == speaker


def test_organisations_of_the_catalogue_are_written_by_id_and_those_that_look_like_them_whole() -> None:
    assert dumps([EU, NATO]) == '["EU", "NATO"]'
    assert dumps(Organisation(id="EU", name="Other")) == '{"kind": "organisation", "id": "EU", "name": "Other"}'
    assert dumps(attrs.evolve(EU, part_of=NATO)) == (
        '{"kind": "organisation", "id": "EU", "name": "European Union", "part_of": "NATO"}'
    )


def test_an_organisation_that_differs_from_the_catalogue_in_anything_is_written_as_a_whole() -> None:
    assert dumps(NATO) == '"NATO"'
    assert dumps(Organisation(id="NATO", name=NATO.name)) == '"NATO"'
    other = Organisation(id="NATO", name="Another alliance")
    assert dumps(other) == '{"kind": "organisation", "id": "NATO", "name": "Another alliance"}'
    assert loads(dumps(other), Party).english_name == "Another alliance"
