"""Which records of two ledgers tell of the same thing, and what linking them does to the totals."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from conftest import tried
from laws.tangles import tangles
from ukraine_support import (
    ArtilleryShell,
    Country,
    CyclicReferenceError,
    Equipment,
    FinancialCommitment,
    InvalidValueError,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    Personnel,
    RateNotFoundError,
    UnknownIdError,
    UnknownReferenceError,
    WrongTypeError,
    at_least,
    at_most,
    between,
)
from ukraine_support.analysis import Match, RateTable, matches, totals

DE, NL, PL = Country("DE"), Country("NL"), Country("PL")
SHELL, OTHER_SHELL = ArtilleryShell(calibre="155 mm"), ArtilleryShell(calibre="122 mm")
LEOPARD = Equipment(designation="Leopard 1A5", description="tank")


def arms(id: str, *lines: Line, **fields: Any) -> MilitaryCommitment:
    stated: dict[str, Any] = {"donors": [DE], "stage": "committed", "announced": "2023-05-13"} | fields
    return MilitaryCommitment(id=id, lines=lines, **stated)


def gift(id: str, value: Any, **fields: Any) -> FinancialCommitment:
    stated: dict[str, Any] = {"donors": [DE], "stage": "committed", "announced": "2023-05-13"} | fields
    return FinancialCommitment(id=id, value=value, **stated)


def found(one: Any, other: Any, **options: Any) -> Match | None:
    pairs = matches(Ledger(commitments=[one]), Ledger(commitments=[other]), **options)
    return pairs[0] if pairs else None


@pytest.mark.parametrize(
    ("one", "other", "reasons", "differences"),
    [
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5)), "donors kinds quantity days", ""),
        (arms("a", Line(SHELL, 5)), arms("b", Line(Munition(calibre="155 mm"))), "donors kinds days", ""),
        (arms("a", Line(Munition(calibre="155 mm"), 5)), arms("b", Line(SHELL, 5)), "donors kinds quantity days", ""),
        (arms("a", Line(SHELL, 100)), arms("b", Line(SHELL, 104)), "donors kinds quantity days", ""),
        (arms("a", Line(SHELL, 100)), arms("b", Line(SHELL, 106)), "donors kinds days", "quantity"),
        (arms("a", Line(SHELL, at_least(9))), arms("b", Line(SHELL, at_most(9))), "donors kinds quantity days", ""),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5, unit="pieces")), "donors kinds days", ""),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced="2023"), "donors kinds quantity days", ""),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced="2024"), "donors kinds quantity", "days"),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced=None), "donors kinds quantity", ""),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), donors=[DE, NL]), "kinds quantity days", "donors"),
        (
            arms("a", Line(LEOPARD, 5)),
            arms("b", Line(Equipment(designation="Leopard 1A5", lethal=True), 5)),
            "donors designation quantity days",
            "",
        ),
        (
            arms("a", Line(Equipment(description="tent"), 1)),
            arms("b", Line(Equipment(description="tent"), 1)),
            "donors kinds quantity days",
            "",
        ),
        (gift("a", Money(100, "EUR")), gift("b", between(Money(90, "EUR"), Money(99, "EUR"))), "donors days value", ""),
        (arms("a", Line(SHELL, 5), value=Money(9, "EUR")), gift("b", Money(9, "EUR")), "donors days value", ""),
    ],
)
def test_what_agrees_is_the_reason(one: Any, other: Any, reasons: str, differences: str) -> None:
    match = found(one, other)
    assert match is not None
    assert (match.one, match.other) == ("a", "b")
    assert (" ".join(match.reasons), " ".join(match.differences)) == (reasons, differences)
    assert (match.score == 1) is (not match.differences)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (arms("a", Line(SHELL, 5)), arms("b", Line(OTHER_SHELL, 5))),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), donors=[PL])),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), recipient=PL)),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced="2026")),
        (arms("a", Line(SHELL, 5)), arms("b")),
        (arms("a", Line(Equipment(description="tent"), 1)), arms("b", Line(Equipment(description="radar"), 1))),
        (arms("a", Line(Personnel(role="military"), 1)), arms("b", Line(SHELL, 1))),
        (gift("a", Money(100, "EUR")), gift("b", Money(110, "EUR"))),
        (gift("a", Money(100, "EUR")), gift("b", Money(110, "USD"))),
    ],
)
def test_what_tells_of_something_else_is_no_match(one: Any, other: Any) -> None:
    assert found(one, other) is None


def test_values_in_two_currencies_are_compared_at_rates() -> None:
    one, other = gift("a", Money(100, "EUR")), gift("b", Money(110, "USD"))
    match = found(one, other, rates=RateTable.constant("EUR", {"USD": "1.10"}))
    assert match is not None
    assert "value" in match.reasons
    assert found(one, other, rates=RateTable.constant("EUR", {"USD": "2"})) is None
    with pytest.raises(RateNotFoundError):
        found(one, other, rates=RateTable.constant("EUR", {"CZK": "25"}))


def test_each_record_is_in_one_match_and_the_best_comes_first() -> None:
    ones = Ledger(commitments=[arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 7)), arms("c", Line(SHELL, 5))])
    others = Ledger(commitments=[arms("x", Line(SHELL, 7), announced="2024"), arms("y", Line(SHELL, 5))])
    pairs = matches(ones, others)
    assert [(match.one, match.other) for match in pairs] == [("a", "y"), ("b", "x")]
    assert pairs[0].score > pairs[1].score
    assert [match.one for match in matches(ones, others, least=1)] == ["a"]


def test_of_several_lines_those_that_agree_weigh_by_their_share() -> None:
    match = found(arms("a", Line(SHELL, 5), Line(OTHER_SHELL, 7)), arms("b", Line(OTHER_SHELL, 7), Line(SHELL, 6)))
    assert match is not None
    assert match.reasons == ("donors", "kinds", "quantity", "days")
    assert match.score == Decimal("0.833333333333333333")  # 7.5 of 9


def test_linked_records_count_once() -> None:
    one, other = Ledger(commitments=[arms("a", Line(SHELL, 5))]), Ledger(commitments=[arms("b", Line(SHELL, 5))])
    both = (one | other).linking(matches(one, other), "same_as")
    assert totals(both)[()].commitments == 1
    assert [(link.relation.value, link.to) for link in both.commitments["a"].links] == [("same_as", "b")]
    again = both.linking([Match(one="a", other="b", score=Decimal(1), reasons=(), differences=())], "replaces")
    assert len(again.commitments["a"].links) == 2


def test_what_cannot_be_linked_is_refused() -> None:
    both = Ledger(commitments=[arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5))])

    def pair(one: str, other: str) -> Match:
        return Match(one=one, other=other, score=Decimal(1), reasons=(), differences=())

    with pytest.raises(UnknownIdError):
        both.linking([pair("x", "a")], "same_as")
    with pytest.raises(UnknownReferenceError):
        both.linking([pair("a", "x")], "same_as")
    with pytest.raises(InvalidValueError):
        both.linking([pair("a", "b")], "like")
    with pytest.raises(CyclicReferenceError):
        both.linking([pair("a", "b"), pair("b", "a")], "replaces")


def test_a_caller_is_told_what_to_pass() -> None:
    with pytest.raises(WrongTypeError, match=r"matches\.other: 5 is a int; pass a Ledger"):
        matches(Ledger(), 5)  # type: ignore[arg-type]  # what a program without types may pass
    with pytest.raises(InvalidValueError, match=r"matches\.least"):
        matches(Ledger(), Ledger(), least="half")


@tried(40)
@given(tangles())
def test_a_ledger_matches_itself(ledger: Ledger) -> None:
    alone = {one.id for one in ledger.commitments.values() if one.donors and (one.lines or not one.value.is_unknown)}
    pairs = matches(ledger, ledger, rates=RateTable.constant("EUR", {"USD": "1.10"}))
    assert {match.one for match in pairs} == alone
    assert all(match.score == 1 for match in pairs if match.one == match.other)
