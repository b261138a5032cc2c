"""What changed, and what is the same, in words."""

from decimal import Decimal

import attrs

from ukraine_support import FinancialCommitment, Ledger
from ukraine_support.analysis import Match, changes
from ukraine_support.display import describe


def test_a_record_that_was_renumbered_says_by_which_id_it_is_known() -> None:
    old = FinancialCommitment(id="a", stage="pledged", announced="2024-02-26")
    told = changes(Ledger(commitments=[old]), Ledger(commitments=[attrs.evolve(old, id="b")]))
    assert describe(told.reworded[0], "en").endswith("known as b")


def test_a_match_says_what_agrees_and_what_does_not() -> None:
    match = Match(one="a", other="b", score=Decimal("0.5"), reasons=("donors",), differences=("quantity", "value"))
    assert describe(match, "en") == "a and b: agreement: 50%; the same: donors; different: quantity and value"
    assert describe(attrs.evolve(match, reasons=()), "en") == "a and b: agreement: 50%; different: quantity and value"
