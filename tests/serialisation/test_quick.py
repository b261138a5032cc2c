"""Reading quickly gives what reading in detail gives, and accepts nothing that it does not."""

import json
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from mutations import JUNK, mutated, places, type_of
from ukraine_support import (
    Claim,
    Commitment,
    Country,
    Estimate,
    Ledger,
    Line,
    Membership,
    Munition,
    Party,
    Record,
    Source,
    Speaker,
    Support,
    UnnamedParty,
)
from ukraine_support.serialisation import dumps, make_converter
from ukraine_support.serialisation._quick import QuickReader
from ukraine_support.serialisation._reading import Reader
from ukraine_support.testing import ledgers, values

_FOREIGN: Final = make_converter().structure
QUICK, DETAILED = QuickReader(_FOREIGN), Reader(_FOREIGN)
REFUSED: Final = object()


def read(reader: Reader, plain: Any, cls: Any) -> Any:
    """What a reader makes of it; whatever it raises is a refusal."""
    try:
        return reader.hook(cls)(plain)
    except Exception:
        return REFUSED


@given(values())
def test_what_is_right_is_read_alike(value: Any) -> None:
    plain = json.loads(dumps(value))
    quick, detailed = read(QUICK, plain, type_of(value)), read(DETAILED, plain, type_of(value))
    assert detailed == value
    assert quick is REFUSED or (quick == value and type(quick) is type(value))


@given(values(Record))
def test_records_of_the_library_are_all_read_quickly(value: Any) -> None:
    assert read(QUICK, json.loads(dumps(value)), type(value)) == value


@given(values(), st.data())
def test_what_is_wrong_is_refused_alike(value: Any, data: st.DataObject) -> None:
    plain, cls = json.loads(dumps(value)), type_of(value)
    for path in data.draw(st.lists(st.sampled_from(places(plain)), min_size=5, max_size=5)):
        for junk in JUNK:
            changed = mutated(plain, path, junk)
            quick, detailed = read(QUICK, changed, cls), read(DETAILED, changed, cls)
            assert quick is REFUSED or quick == detailed


@tried(15)
@given(ledgers(), st.data())
def test_records_with_one_key_more_or_fewer_are_refused_alike(ledger: Ledger, data: st.DataObject) -> None:
    for record in ledger.records:
        plain = json.loads(dumps(record))
        key = data.draw(st.sampled_from(sorted(plain)))
        fewer = {name: part for name, part in plain.items() if name != key}
        for changed in (fewer, plain | {"another": 5}, plain | {"kind": "claim"}, fewer | {key + "x": plain[key]}):
            quick, detailed = read(QUICK, changed, type(record)), read(DETAILED, changed, type(record))
            assert quick is REFUSED or quick == detailed


@pytest.mark.parametrize(
    ("cls", "text"),
    [
        (Party, '{"kind": "country", "alpha2": "XX"}'),
        (Party, '{"kind": "country", "alpha2": "nl"}'),
        (Country, '{"kind": "country"}'),
        (Country, '{"kind": "organisation", "id": "a", "name": "b"}'),
        (Country, '"EU"'),
        (Party, '{"kind": "former-country", "code": "SU"}'),
        (Party, '{"kind": "organisation", "id": "FR", "name": "b"}'),
        (Party, '{"kind": "unnamed", "description": "some", "count": 0}'),
        (Party, '{"kind": "unnamed", "description": "some", "count": "2"}'),
        (Speaker, '{"name": " "}'),
        (Speaker, '{"name": "a", "of": {"kind": "country", "alpha2": "XX"}}'),
        (Source, '{"id": "a", "url": " "}'),
        (Source, '{"id": "a", "through": " a"}'),
        (Membership, '{"country": "FR", "organisation": "EU", "since": "2024-01-01", "until": "2023-01-01"}'),
        (Line, '{"of": []}'),
        (Line, '{"of": [{"kind": "munition"}], "quantity": 0}'),
        (Line, '{"of": [{"kind": "munition"}], "quantity": {"at_most": 0}}'),
        (Line, '{"of": [{"kind": "munition"}], "quantity": {"between": [5, 3]}}'),
        (Line, '{"of": [{"kind": "munition"}], "unit_price": {"amount": "-1", "currency": "EUR"}}'),
        (Munition, '{"kind": "munition", "designation": ""}'),
        (Munition, '{"kind": "munition", "lethal": false}'),
        (Munition, '{"kind": "policy", "description": "a"}'),
        (Claim, '{"id": "a", "about": "b", "stage": "delivered", "share": "-0.1"}'),
        (Claim, '{"id": "a", "about": "b", "stage": "delivered", "line": -1}'),
        (Claim, '{"id": "a", "about": "b", "stage": "delivered", "line": true}'),
        (Claim, '{"id": "a", "about": "b", "stage": "delivered", "disputes": ["c", "c"]}'),
        (Commitment, '{"kind": "military", "id": "a", "stage": "pledged", "donors": ["FR", "FRA"]}'),
        (
            Commitment,
            '{"kind": "military", "id": "a", "stage": "pledged", "value": {"amount": "-1", "currency": "EUR"}}',
        ),
        (
            Commitment,
            (
                '{"kind": "military", "id": "a", "stage": "pledged", "lines": [{"of": [{"kind": "munition"}],'
                ' "value": {"at_most": {"amount": "-1", "currency": "EUR"}}}]}'
            ),
        ),
        (Estimate[int], '{"about": {"about": 5}}'),
        (Estimate[int], '{"at_least": null}'),
        (Estimate[int], '{"at_most": {"about": 5}}'),
    ],
)
def test_a_rule_that_is_not_of_type_alone_is_asked_quickly_too(cls: Any, text: str) -> None:
    plain = json.loads(text)
    assert read(DETAILED, plain, cls) is REFUSED
    assert read(QUICK, plain, cls) is REFUSED


@pytest.mark.parametrize("first", [True, 1, "1", 1.0], ids=repr)
@pytest.mark.parametrize("second", [True, 1, "1", 1.0], ids=repr)
def test_what_was_read_before_is_not_taken_for_what_only_equals_it(first: Any, second: Any) -> None:
    for lethal in (first, second):
        plain = {"kind": "supplies", "lethal": lethal}
        assert (read(QUICK, plain, Support) is REFUSED) is (lethal is not True)


def test_no_more_is_remembered_than_is_worth_it() -> None:
    for at in range(5_000):
        speaker = read(QUICK, {"name": f"speaker {at}"}, Speaker)
        assert speaker == Speaker(f"speaker {at}")
    assert read(QUICK, {"name": "speaker 0"}, Speaker) == Speaker("speaker 0")


def test_what_is_made_quickly_is_like_what_is_constructed() -> None:
    plain = json.loads('{"kind": "unnamed", "description": "some"}')
    quick = read(QUICK, plain, Party)
    assert repr(quick) == repr(UnnamedParty(description="some"))
    assert hash(quick) == hash(UnnamedParty(description="some"))


@pytest.mark.parametrize("cls", [Claim, Commitment, Party, Support, Line, Speaker, Estimate[int], list[Claim], Source])
@pytest.mark.parametrize("junk", JUNK, ids=str)
def test_junk_is_refused_alike(cls: Any, junk: Any) -> None:
    quick, detailed = read(QUICK, junk, cls), read(DETAILED, junk, cls)
    assert quick is REFUSED or quick == detailed
