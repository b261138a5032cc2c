from datetime import date
from typing import Any

import pytest

from analysis.records import SHELLS, claim, ledger
from laws.notation import read
from ukraine_support import (
    Claim,
    Country,
    Equipment,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    NotYetKnownError,
    Speaker,
    UnknownIdError,
    about,
)
from ukraine_support.analysis import disputes
from ukraine_support.reference import EU


def pairs(records: Ledger, id: str | None = None, as_of: date | None = None) -> list[tuple[str, str, bool]]:
    return [(found.earlier.id, found.later.id, found.declared) for found in disputes(records, id, as_of=as_of)]


def test_a_declared_dispute_is_found_even_where_figures_agree() -> None:
    records = ledger(claim("a", "2024-01", 300, "DE"), claim("b", "2024-02", 300, "UA", disputes=["a"]))
    assert pairs(records) == [("a", "b", True)]
    assert disputes(records)[0].about == "shells"


def test_a_figure_below_that_of_the_parts_is_contradicted_and_no_declared_dispute() -> None:
    records = read("a 1000 shells; b 300 shells part_of a; NL: b delivered on 5; UA: a delivered 250 on 7")
    assert pairs(records) == [("k1", "k2", False)]


def test_mutual_disputes_are_one() -> None:
    records = ledger(claim("a", "2024-01", 300, "DE", disputes=["b"]), claim("b", "2024-02", 200, "UA", disputes=["a"]))
    assert pairs(records) == [("a", "b", True)]


def test_a_later_lower_figure_is_an_undeclared_dispute() -> None:
    assert pairs(ledger(claim("a", "2024-01", 300, "DE"), claim("b", "2024-02", 200, "UA"))) == [("a", "b", False)]


def test_growing_figures_are_none() -> None:
    assert pairs(ledger(claim("a", "2024-01", 200, "DE"), claim("b", "2024-02", 300, "UA"))) == []


def test_values_are_compared_too() -> None:
    records = ledger(
        claim("a", "2024-01", of="DE", value=Money("300", "EUR")),
        claim("b", "2024-02", of="UA", value=Money("200", "EUR")),
    )
    assert pairs(records) == [("a", "b", False)]


def test_lines_are_compared_one_by_one() -> None:
    records = ledger(
        claim("a", "2024-01", 300, "DE", line=0),
        claim("b", "2024-02", 200, "UA", line=1),
        claim("c", "2024-02", 100, "UA", line=0),
        claim("d", "2024-02", None, "UA"),
        lines=[SHELLS, Line(Munition(), 5)],
    )
    assert pairs(records) == [("a", "c", False)]


def test_each_telling_is_asked_where_one_of_them_has_lines_of_its_own() -> None:
    stated: dict[str, Any] = {"stage": "pledged", "announced": "2024-01-01"}
    shells = MilitaryCommitment(id="a", lines=[SHELLS], **stated)
    both = MilitaryCommitment(id="b", lines=[SHELLS, Line(Equipment(), 5)], links=[Link("same_as", "a")], **stated)
    said = [
        claim("x", "2024-01-05", 200, "NL", about="a"),
        claim("y", "2024-01-05", 5, "NL", about="b", line=1),
        claim("z", "2024-01-06", 3, "UA", about="b", line=1),
    ]
    assert pairs(Ledger(commitments=[shells, both], claims=said)) == [("y", "z", False)]


def test_an_initiative_may_be_disputed_about() -> None:
    records = Ledger(
        initiatives=[Initiative(id="czech", goal=[SHELLS])],
        claims=[claim("a", "2024-01", 3, "DE", about="czech"), claim("b", "2024-02", 2, "UA", about="czech")],
    )
    assert pairs(records, "czech") == [("a", "b", False)]


def test_only_what_was_known_on_the_day_counts() -> None:
    records = ledger(claim("a", "2024-01", 300, "DE", disputes=["b"]), claim("b", "2024-02", 200, "UA"))
    assert pairs(records, as_of=date(2024, 2, 1)) == []
    assert pairs(records, as_of=date(2024, 2, 29)) == [("a", "b", True)]
    assert pairs(records, as_of=date(2020, 1, 1)) == []
    with pytest.raises(NotYetKnownError):
        pairs(records, "shells", date(2020, 1, 1))
    with pytest.raises(UnknownIdError):
        pairs(records, "nothing")


def test_a_rounded_figure_below_zero_does_not_contradict_itself() -> None:
    less = MilitaryCommitment(id="less", stage="pledged", value=about(Money("-10", "EUR")), correction=True)
    taken = Claim(id="k", about="less", stage="withdrawn", share="1", speaker=Speaker("Nobody in particular"))
    assert disputes(Ledger(commitments=[less], claims=[taken])) == ()


def test_what_was_known_later_changes_nothing_of_what_was_in_dispute_before() -> None:
    stated: dict[str, Any] = {"announced": "2024-01-01", "value": about(Money("100", "EUR")), "stage": "withdrawn"}
    gift = FinancialCommitment(id="gift", donors=[Country("NL"), EU], **stated)
    repaid = [Link("repaid_from", "gift")]
    part = FinancialCommitment(
        id="part",
        announced="2024-01-02",
        value=Money("60", "EUR"),
        stage="pledged",
        part_of="gift",
        links=repaid,
    )
    restated = FinancialCommitment(
        id="restated", announced="2024-01-03", stage="withdrawn", links=[Link("corrects", "gift")]
    )
    said = Claim(id="said", about="gift", stage="pledged", said="2024-01-02", speaker=Speaker("Somebody", of=EU))
    records = Ledger(commitments=[gift, part, restated], claims=[said])
    day = date(2024, 1, 2)
    assert pairs(records, "part", day) == pairs(records.as_of(day), "part")
