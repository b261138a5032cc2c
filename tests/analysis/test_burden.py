"""Who bears the cost after what was paid back, and the largest promises."""

from typing import Any

import pytest

from laws.notation import read, told
from ukraine_support import UNKNOWN, FinancialCommitment, InvalidValueError, Ledger, Link, Money, WrongTypeError
from ukraine_support.analysis import burden, largest, superseded, totals


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        ("a €100 by PL; b €40 by EPF reimburses a", "European Peace Facility €40, PL €60"),
        ("a €100 by PL; b €140 by EPF reimburses a", "European Peace Facility €100, PL €0"),
        (
            "a €100 by PL; b €140 by EPF reimburses a; c €30 by DE reimburses a",
            "DE €0, European Peace Facility €100, PL €0",
        ),
        (
            "a €100 by PL; b €40 by EPF reimburses a; c €30 by DE reimburses a",
            "DE €30, European Peace Facility €40, PL €30",
        ),
        ("a €100 by PL; b €≤40 by EPF reimburses a", "European Peace Facility €≤40, PL €60..100"),
        ("a €100 by PL; b €~40 by EPF reimburses a", "European Peace Facility €~40, PL €~60"),
        ("a €~100 by PL; b €140 by EPF reimburses a", "European Peace Facility €~100, PL €~0"),
        ("a €100 by PL; b by EPF reimburses a", "European Peace Facility €≤100, PL €≤100"),
        ("a by PL; b €40 by EPF reimburses a", "European Peace Facility €40, PL €≥0"),
        ("a €100 by PL; b €50 by DE; c €60 by EPF reimburses a,b", "DE €≤50, European Peace Facility €60, PL €40..100"),
        ("a €100 by PL; b €40 by EPF; c €7", "European Peace Facility €40, NL €7, PL €100"),
        ("a €100 proposed by PL; b €40 by EPF reimburses a", "European Peace Facility €40"),
        ("a €100 by US repaid_from b; b by EU", "EU €≤100, US €≤100"),
        ("a €100 by US repaid_from b; b €30 by EU", "EU €30, US €70"),
        ("a €100 by PL; b €40 proposed by EPF reimburses a; c €5 by DE part_of a", "PL €100"),
        ("a", "NL ?"),
    ],
)
def test_each_bears_what_is_left_to_it(ledger: str, expected: str) -> None:
    table = burden(read(ledger))
    assert ", ".join(f"{donor} {told(total.value)}" for donor, total in table.items()) == expected
    assert all((total.bought, total.goods) == (UNKNOWN, 0) for total in table.values())


def test_together_they_bear_what_totals_add_up_to() -> None:
    ledger = read("a €100 by PL; b €40 by EPF reimburses a; c €7 by DE; d €50 by US repaid_from e; e €20 by EU")
    assert burden(ledger).whole.value == totals(ledger).whole.value


def test_what_a_loan_is_repaid_from_counts_where_the_loan_does_not() -> None:
    ledger = read("a €100 repaid_from b; b €30; c repaid_from b")
    assert dict(superseded(ledger)) == {"b": ("a", "c")}
    assert str(totals(ledger).whole.value.low) == "EUR 100"


@pytest.mark.parametrize(
    ("more", "problem"), [({"rates": {}}, "burden.rates"), ({"prices": {}}, "burden.prices"), ({"stage": "x"}, "'x'")]
)
def test_what_burden_cannot_use_it_refuses(more: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        burden(Ledger(), **more)
    with pytest.raises(WrongTypeError, match=r"burden\.ledger"):
        burden([])  # type: ignore[arg-type]


def test_the_largest_stand_first_each_once() -> None:
    ledger = read("a €100; b €60 part_of a; c €70; d; e €10 reimburses a; f ≤90 shells")
    assert [(rank.key, rank.first) for rank in largest(ledger, 3)] == [("a", 1), ("c", 2), ("d", 3)]
    assert len(largest(ledger, 1)) == 1
    assert largest(Ledger(), 5) == ()


def test_of_the_largest_a_number_is_asked() -> None:
    for n in (0, "3", True):
        with pytest.raises(InvalidValueError, match=r"largest\.n"):
            largest(Ledger(), n)  # type: ignore[arg-type]


def test_a_loan_may_be_linked_to_what_it_is_repaid_from() -> None:
    loan = FinancialCommitment(
        id="loan", stage="pledged", value=Money("5", "EUR"), links=[Link("repaid_from", "proceeds")]
    )
    proceeds = FinancialCommitment(id="proceeds", stage="pledged")
    assert Ledger(commitments=[loan, proceeds]).commitments["loan"].links[0].relation.value == "repaid_from"
