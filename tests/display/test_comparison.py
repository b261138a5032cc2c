"""What changed, and what is the same, in words."""

from decimal import Decimal

import attrs
import pytest

from ukraine_support import Claim, FinancialCommitment, Ledger, Money
from ukraine_support.analysis import Finding, Match, audit, changes
from ukraine_support.display import describe


def test_a_record_that_was_renumbered_says_by_which_id_it_is_known() -> None:
    old = FinancialCommitment(id="a", stage="pledged", announced="2024-02-26")
    told = changes(Ledger(commitments=[old]), Ledger(commitments=[attrs.evolve(old, id="b")]))
    assert describe(told.reworded[0], "en").endswith("known as b")


def test_a_match_says_what_agrees_and_what_does_not() -> None:
    match = Match(one="a", other="b", score=Decimal("0.5"), reasons=("donors",), differences=("quantity", "value"))
    assert describe(match, "en") == "a and b: agreement: 50%; the same: donors; different: quantity and value"
    assert describe(attrs.evolve(match, reasons=()), "en") == "a and b: agreement: 50%; different: quantity and value"


def test_a_change_of_references_names_the_ids() -> None:
    gift = FinancialCommitment(id="a", stage="pledged")
    claims = [Claim(id=id, about="a", stage="delivered") for id in ("b", "c", "d")]
    old = Ledger(commitments=[gift], claims=claims)
    new = Ledger(commitments=[gift], claims=[*claims[:2], attrs.evolve(claims[2], disputes=["b", "c"])])
    assert describe(changes(old, new).changed[0].fields[0], "en") == "contradicts: not stated, now b, c"


FOUND = {
    "en": "the parts together: €7.00; the whole: €5.00; part",
    "de": "die Teile zusammen: 7,00 €; das Ganze: 5,00 €; part",
    "uk": "сума частин: 7,00 €; ціле: 5,00 €; part",
}


@pytest.mark.parametrize("locale", FOUND)
def test_what_is_odd_is_told_with_what_its_figures_are(locale: str) -> None:
    whole = FinancialCommitment(id="whole", stage="pledged", value=Money("5", "EUR"))
    part = FinancialCommitment(id="part", stage="pledged", value=Money("7", "EUR"), part_of="whole")
    (finding,) = audit(Ledger(commitments=[whole, part]))
    assert " ".join(describe(finding, locale).split()).endswith(FOUND[locale])


def test_a_rule_of_the_users_tells_its_problem_and_its_figures() -> None:
    finding = Finding("no-title", "article", "the source has no title", figures=["a", 5])
    assert describe(finding, "en") == "article: the source has no title (possible); a; 5"
