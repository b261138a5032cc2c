"""The rows of every answer that has some: exact decimals, and floats for those who ask."""

from decimal import Decimal
from typing import Any

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
from ukraine_support.analysis import burden, progress, quantities, totals
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
