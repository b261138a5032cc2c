"""The rows of every answer that has some: exact decimals, and floats and no formulas for those who ask."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from ukraine_support import (
    ArtilleryShell,
    Claim,
    Country,
    FinancialCommitment,
    InvalidValueError,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    exactly,
)
from ukraine_support.analysis import burden, changes, progress, quantities, totals
from ukraine_support.interchange import Accounts, Portion

LEDGER = Ledger.of(
    [
        FinancialCommitment(id="nl", donors=[Country("NL")], stage="pledged", value=Money("0.1", "EUR")),
        MilitaryCommitment(
            id="cz", donors=[Country("CZ")], stage="pledged", lines=[Line(ArtilleryShell(calibre="155 mm"), 3)]
        ),
        Claim(id="half", about="cz", line=0, stage="delivered", quantity=1),
    ]
)
ANSWERS: dict[str, Any] = {
    "totals": totals(LEDGER, by="donor"),
    "quantities": quantities(LEDGER, of=ArtilleryShell(), by="donor"),
    "progress": progress(LEDGER, of=ArtilleryShell(), by="donor"),
    "burden": burden(LEDGER),
    "amounts": Accounts([Portion("Total", None, [2], [exactly(Decimal("0.1"))])]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_rows_hold_exact_decimals_or_floats_for_those_who_ask(name: str) -> None:
    exact, floats = ANSWERS[name].rows(), ANSWERS[name].rows(numbers="float")
    assert exact == ANSWERS[name].rows(numbers="exact")
    assert [list(row) for row in exact] == [list(row) for row in floats]
    types = {type(cell) for row in floats for cell in row.values()}
    assert Decimal not in types
    for one, other in zip(exact, floats, strict=True):
        for cell, number in zip(one.values(), other.values(), strict=True):
            assert number == (float(cell) if isinstance(cell, Decimal) else cell)


def test_an_amount_is_the_nearest_float() -> None:
    row = totals(LEDGER, by="donor").rows(numbers="float")[1]
    assert row["donor"] == "NL"
    assert (row["low"], type(row["low"])) == (0.1, float)


@pytest.mark.parametrize("name", ANSWERS)
def test_other_words_are_refused(name: str) -> None:
    with pytest.raises(InvalidValueError, match=r"\.rows\.numbers: 'floats' is none of them; pass \"exact\" or"):
        ANSWERS[name].rows(numbers="floats")


WORDS = "=cmd|' /C calc'!A0"
FORMULA = Ledger.of(
    [
        MilitaryCommitment(
            id="cz", stage="pledged", lines=[Line(ArtilleryShell(calibre="155 mm", designation=WORDS), 3)], note=WORDS
        ),
        FinancialCommitment(id="back", stage="pledged", correction=True, value=Money("-5.5", "EUR")),
    ]
)

NOTED = FinancialCommitment(id="cz", stage="pledged", value=Money("-5.5", "EUR"), correction=True)
WITH_FORMULAS: dict[str, Any] = {
    "totals": totals(FORMULA, by=lambda commitment: WORDS if commitment.note else ""),
    "quantities": quantities(FORMULA, of=ArtilleryShell(), by="designation"),
    "progress": progress(FORMULA, of=ArtilleryShell(), by="designation"),
    "amounts": Accounts([Portion("Total", None, [2], [exactly(Decimal("-0.1"))], WORDS)]),
    "changes": changes(Ledger.of([attrs.evolve(NOTED, note="-5.5")]), Ledger.of([attrs.evolve(NOTED, note=WORDS)])),
}


@pytest.mark.parametrize("name", WITH_FORMULAS)
def test_rows_for_a_spreadsheet_hold_no_formulas(name: str) -> None:
    answer = WITH_FORMULAS[name]
    kept, escaped = (answer.rows(formulas=formulas) for formulas in ("keep", "escape"))
    assert kept == answer.rows()
    cells = [
        pair
        for one, other in zip(kept, escaped, strict=True)
        for pair in zip(one.values(), other.values(), strict=True)
    ]
    assert {cell: other for cell, other in cells if cell != other} == {WORDS: f"'{WORDS}"}


@pytest.mark.parametrize("name", WITH_FORMULAS)
def test_what_becomes_of_formulas_is_one_of_two(name: str) -> None:
    with pytest.raises(InvalidValueError, match=r"\.rows\.formulas: 'drop' is none of them; pass \"keep\" or \"escape"):
        WITH_FORMULAS[name].rows(formulas="drop")


def test_floats_stay_where_formulas_are_escaped() -> None:
    (row,) = WITH_FORMULAS["amounts"].rows(numbers="float", formulas="escape")
    assert (row["low"], row["reason"]) == (-0.1, f"'{WORDS}")
