"""A whole quantity is an integer, any other a decimal string: read, described and written so, in documents and rows."""

import json
from decimal import Decimal
from typing import Any, ClassVar

import attrs
import pytest

from schemas import schema_of
from ukraine_support import (
    UNKNOWN,
    Claim,
    DocumentError,
    Estimate,
    Line,
    Munition,
    Support,
    UnnamedParty,
    about,
    at_most,
    between,
    exactly,
)
from ukraine_support.serialisation import dumps, from_rows, loads, make_converter, to_rows

LINE: dict[str, Any] = {"of": [{"kind": "munition"}]}
CLAIM: dict[str, Any] = {"id": "a", "about": "b", "stage": "delivered"}
COUNTED: dict[str, Any] = {"kind": "unnamed", "description": "some"}
PLACES = [(Line, LINE, "quantity"), (Claim, CLAIM, "quantity"), (UnnamedParty, COUNTED, "count")]
WRONG = ["5", "0", "-5", "5.0", "5.000000000000000000", 5.0, 5.5, True, "1e3", "5,5", " 0.5", "", [5]]


def forms(end: Any) -> list[Any]:
    """Every form of an estimate with this end."""
    return [end, {"about": end}, {"at_least": end}, {"about": {"at_most": end}}, {"between": [0, end]}]


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
@pytest.mark.parametrize(("cls", "plain", "field"), PLACES)
def test_a_quantity_that_is_written_otherwise_is_refused(
    cls: Any, plain: dict[str, Any], field: str, wrong: Any
) -> None:
    validator = schema_of(cls)
    for form in forms(wrong):
        document = plain | {field: form}
        with pytest.raises(DocumentError) as caught:
            loads(json.dumps(document), cls)
        assert caught.value.problems[0][0].startswith(field)
        with pytest.raises(DocumentError):
            make_converter().structure(document, cls)
        assert wrong == 5.0 or not validator.is_valid(document), "to a schema, 5.0 is an integer"


def test_the_error_says_what_to_write() -> None:
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(LINE | {"quantity": {"between": [1, "5.0"]}}), Line)
    assert caught.value.problems == (
        ("quantity.between[1]", "'5.0' is a whole number in a string; write the integer 5"),
    )


@pytest.mark.parametrize("right", [5, 1, "0.5", "5.5", "1.000000000000000001", "1.50"], ids=repr)
@pytest.mark.parametrize(("cls", "plain", "field"), PLACES[:2])
def test_a_quantity_as_it_should_be_is_read_and_valid(cls: Any, plain: dict[str, Any], field: str, right: Any) -> None:
    for form in forms(right):
        document = plain | {field: form}
        if cls is Line and form == {"between": [0, right]}:
            document = plain | {field: {"between": [right, right]}}  # what is promised is above zero
        found = loads(json.dumps(document), cls)
        assert loads(dumps(found), cls) == found
        assert schema_of(cls).is_valid(document)


@pytest.mark.parametrize("given", [5, Decimal(5), "5", exactly(Decimal("5.0"))], ids=repr)
def test_a_whole_quantity_is_written_as_an_integer_whoever_gave_it(given: Any) -> None:
    line = Line(Munition(), given)
    assert json.loads(dumps(line)) == json.loads(dumps(line, indent=2)) == LINE | {"quantity": 5}


@pytest.mark.parametrize("cell", ["5", 5, "5.0", '"5"'], ids=repr)
def test_in_a_cell_a_count_may_be_text(cell: Any) -> None:
    rows = [
        {"record": "commitment", "kind": "military", "id": "a", "stage": "pledged"},
        {"record": "line", "about": "a", "line": 0, "of_kind": "munition", "quantity_low": cell, "quantity_high": cell},
    ]
    ledger = from_rows(rows)
    assert ledger.commitments["a"].lines == (Line(Munition(), 5),)
    assert from_rows(to_rows(ledger)) == ledger
    assert loads(dumps(ledger)) == ledger


@attrs.frozen(kw_only=True)
class Refuelled(Munition):
    """A class whose own numbers no rule of the library's makes whole."""

    kind: ClassVar[str] = "quantities.refuelled"
    litres: int | Decimal = 0
    hours: Estimate[int | Decimal] = UNKNOWN


@pytest.mark.parametrize("end", [Decimal(5), 5, Decimal("0.5")])
def test_numbers_of_the_users_own_come_back_however_they_are_held(end: Any) -> None:
    for hours in (exactly(end), about(end), at_most(end), between(0, end)):
        held = Refuelled(litres=end, hours=hours)
        assert loads(dumps(held), Support) == held
        assert schema_of(Support).is_valid(json.loads(dumps(held)))
