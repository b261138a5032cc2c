"""Which records of two ledgers tell of the same thing, and what linking them does to the totals."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given

from conftest import tried
from laws.tangles import tangles
from ukraine_support import (
    ArtilleryShell,
    Country,
    CyclicReferenceError,
    Drone,
    Equipment,
    FinancialCommitment,
    InvalidValueError,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    MortarBomb,
    Munition,
    Personnel,
    RateNotFoundError,
    Support,
    Tank,
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
        (arms("a", Line(SHELL, 100)), arms("b", Line(SHELL, 105)), "donors kinds quantity days", ""),
        (arms("a", Line(SHELL, 100)), arms("b", Line(SHELL, 106)), "donors kinds days", "quantity"),
        (arms("a", Line(SHELL, at_least(9))), arms("b", Line(SHELL, at_most(9))), "donors kinds quantity days", ""),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5, unit="pieces")), "donors kinds days", ""),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced="2023"), "donors kinds quantity days", ""),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced="2024"), "donors kinds quantity", "days"),
        (
            arms("a", Line(SHELL, 5)),
            arms("b", Line(SHELL, 5), announced="2023-08-13"),
            "donors kinds quantity days",
            "",
        ),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced="2023-08-14"), "donors kinds quantity", "days"),
        (arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced="2025-05-13"), "donors kinds quantity", "days"),
        (
            arms("a", Line(Tank(), 5)),
            arms("b", Line(Tank(designation="Leopard 2", description="tank"), 5)),
            "donors kinds quantity days",
            "",
        ),
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
        (
            arms("a", Line(SHELL, 5), value=Money(9, "EUR")),
            arms("b", Line(SHELL, 5), value=Money(9, "USD")),
            "donors kinds quantity days",
            "",
        ),
        (gift("a", Money(100, "EUR")), gift("b", between(Money(90, "EUR"), Money(99, "EUR"))), "donors days value", ""),
        (arms("a", Line(SHELL, 5), value=Money(9, "EUR")), gift("b", Money(9, "EUR")), "donors days value", ""),
        (gift("a", at_most(Money(5, "EUR"))), gift("b", Money(5, "EUR")), "donors days value", ""),
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


def test_lines_of_the_very_same_kind_are_compared_before_those_that_include_them() -> None:
    one = arms("a", Line(SHELL, 5), Line(ArtilleryShell(), 700))
    other = arms("b", Line(ArtilleryShell(), 700), Line(SHELL, 5))
    match = found(one, other)
    assert match is not None
    assert match.reasons == ("donors", "kinds", "quantity", "days")
    assert match.score == 1


def test_lines_of_other_things_are_compared_with_none() -> None:
    match = found(arms("a", Line(SHELL, 5), Line(OTHER_SHELL, 5)), arms("b", Line(Tank(), 2), Line(SHELL, 5)))
    assert match is not None
    assert match.reasons == ("donors", "kinds", "quantity", "days")
    assert match.score == Decimal("0.833333333333333333")


def test_a_line_of_several_kinds_is_compared_once() -> None:
    one = arms("a", Line(SHELL, 5), Line(OTHER_SHELL, 700))
    other = arms("b", Line([SHELL, OTHER_SHELL], 5), Line(OTHER_SHELL, 700), Line(Tank(), 2))
    match = found(one, other)
    assert match is not None
    assert match.differences == ()


def test_each_line_is_compared_with_one_alone() -> None:
    one = arms("a", Line(SHELL, 5), Line(SHELL, 5), Line(OTHER_SHELL, 5))
    other = arms("b", Line(ArtilleryShell(), 5), Line(SHELL, 5))
    match = found(one, other)
    assert match is not None
    assert match.score == Decimal("0.888888888888888889")


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


RATES = RateTable.constant("EUR", {"USD": "1.10"})


def alone(ledger: Ledger, id: str) -> Ledger:
    """One commitment, without what it refers to."""
    return Ledger(
        commitments=[
            attrs.evolve(ledger.commitments[id], part_of=None, towards=None, links=(), citations=(), occasion=None)
        ]
    )


@tried(40)
@given(tangles(), tangles())
def test_of_records_that_seem_the_same_none_are_left_over(one: Ledger, other: Ledger) -> None:
    pairs = matches(one, other, rates=RATES)
    ones, others = {pair.one for pair in pairs}, {pair.other for pair in pairs}
    for first in one.commitments.keys() - ones:
        for second in other.commitments.keys() - others:
            assert matches(alone(one, first), alone(other, second), rates=RATES) == ()


@tried(40)
@given(tangles())
def test_a_ledger_of_which_no_two_records_are_alike_matches_itself_record_by_record(ledger: Ledger) -> None:
    kept: list[str] = []
    for id in ledger.commitments:
        best = [matches(alone(ledger, id), alone(ledger, other), rates=RATES, least=1) for other in kept]
        if not any(best) and matches(alone(ledger, id), alone(ledger, id)):
            kept.append(id)
    unlike = Ledger.of(record for id in kept for record in alone(ledger, id))
    assert [(pair.one, pair.other, pair.score) for pair in matches(unlike, unlike, rates=RATES)] == [
        (id, id, Decimal(1))
        for id in sorted(kept, key=lambda id: (-len(matches(unlike, alone(ledger, id))[0].reasons), id))
    ]


def test_of_many_like_records_those_nearest_in_time_are_compared() -> None:
    days = [date(2023, 1, 1) + timedelta(days=at) for at in range(300)]
    many = Ledger(
        commitments=[
            *(arms(f"{day}", Line(SHELL, 1_000 + 100 * at), announced=day) for at, day in enumerate(days)),
            *(gift(f"gift {day}", Money(500, "EUR"), announced=day) for day in days),
            *(gift(f"about {day}", between(Money(900, "EUR"), Money(1000, "EUR")), announced=day) for day in days),
        ]
    )
    day = days[170]
    one = Ledger(
        commitments=[
            arms("arms", Line(SHELL, 1_000 + 100 * 170), announced=day, value=Money(3, "EUR")),
            gift("gift", Money("500.01", "EUR"), announced=day),
            gift("about", Money(950, "EUR"), announced=day),
            gift("more", at_least(Money("499.99", "EUR")), announced=day),
        ]
    )
    found = {match.one: match.other for match in matches(one, many)}
    assert abs(date.fromisoformat(found["arms"]) - day) <= timedelta(days=25)
    assert found["gift"].startswith("gift ")
    assert abs(date.fromisoformat(found["gift"].removeprefix("gift ")) - day) <= timedelta(days=25)
    assert found["about"].startswith("about ")
    assert set(found) == {"arms", "gift", "about", "more"}


def test_figures_in_one_currency_need_no_rates() -> None:
    rates = RateTable.constant("EUR", {"USD": "1.10"})
    one, other = gift("a", Money(100, "CZK")), gift("b", Money(101, "CZK"))
    assert found(one, other, rates=rates) is not None


def test_figures_in_two_currencies_are_compared_at_the_rates_of_their_days() -> None:
    rates = RateTable("EUR", {"2023-05": {"USD": "2"}, "2023-06": {"USD": "5"}})
    match = found(gift("a", Money(20, "USD")), gift("b", Money(10, "EUR"), announced="2023-06-01"), rates=rates)
    assert match is not None
    assert match.reasons == ("donors", "days", "value")


def test_what_lies_more_than_two_years_apart_does_not_match() -> None:
    one = arms("a", Line(SHELL, 5))
    assert found(one, arms("b", Line(SHELL, 5), announced="2025-05-13")) is not None
    assert found(one, arms("b", Line(SHELL, 5), announced="2025-05-14")) is None
    assert found(one, arms("b", Line(SHELL, 5), announced="2021-05-11")) is None


def test_a_record_matches_one_other_at_most() -> None:
    two = Ledger(commitments=[arms("a", Line(SHELL, 5)), arms("b", Line(SHELL, 5), announced="2023-05-14")])
    one = Ledger(commitments=[arms("c", Line(SHELL, 5), announced="2023-05-15")])
    assert [(pair.one, pair.other) for pair in matches(two, one)] == [("a", "c")]
    assert [(pair.one, pair.other) for pair in matches(one, two)] == [("c", "a")]


def test_among_many_the_one_that_agrees_is_found_where_only_its_last_day_is_known_and_at_the_beginning() -> None:
    days = [date(2023, 1, 1) + timedelta(days=at) for at in range(100)]
    many = [arms(f"{day}", Line(SHELL), announced=day) for day in days]
    for day, announced in (("2023-04-05", "../2023-04-05"), ("2022-12-30", "2022-12-31")):
        other = Ledger(commitments=[*many, arms("other", Line(SHELL, 7), announced=announced)])
        (match,) = matches(Ledger(commitments=[arms("one", Line(SHELL, 7), announced=day)]), other)
        assert match.other == "other"


def test_designations_of_a_kind_are_compared_with_their_own_and_with_none() -> None:
    unnamed, leopard = (Tank(designation=name, description="tank") for name in (None, "Leopard 2"))
    other = Ledger(
        commitments=[
            arms("x", Line(unnamed, 5)),
            arms("y", Line(leopard, 7)),
            arms("z", Line(Tank(designation="T-72"), 7)),
        ]
    )
    one = Ledger(commitments=[arms("a", Line(Tank(), 5)), arms("b", Line(Tank(designation="Leopard 2"), 7))])
    assert {(match.one, match.other) for match in matches(one, other)} == {("a", "x"), ("b", "y")}


@attrs.frozen(kw_only=True)
class FusedShell(ArtilleryShell):
    """A kind with a field of its own, which says something from the start."""

    kind: ClassVar[str] = "matches.fused-shell"

    detonator: str = "impact"


@attrs.frozen(kw_only=True)
class Whatever(Tank):
    """A kind with a rule of its own."""

    kind: ClassVar[str] = "matches.whatever"

    def includes(self, other: Support) -> bool:
        return isinstance(other, Tank)


KINDS = (
    *(ArtilleryShell(calibre=each, designation=name) for each in (None, "155 mm", "122 mm") for name in (None, "X")),
    *(Munition(calibre="155 mm"), MortarBomb(calibre="120 mm")),
    *(FusedShell(), FusedShell(detonator="time"), FusedShell(calibre="155 mm", detonator="time")),
    *(Tank(), Tank(designation="X"), Tank(designation="Y", description="tank"), Whatever(designation="Y")),
    *(Personnel(), Personnel(role="military"), Personnel(role="combat"), Equipment(designation="X"), Drone()),
)


@pytest.mark.parametrize("kind", KINDS, ids=repr)
def test_kinds_agree_where_one_includes_the_other_or_both_have_one_name(kind: Support) -> None:
    for other in KINDS:
        names = {getattr(each, "designation", None) for each in (kind, other)}
        have_one_name = len(names) == 1 and names != {None}
        agree = kind == other or have_one_name or kind.includes(other) or other.includes(kind)
        assert (found(arms("a", Line(kind, 5)), arms("b", Line(other, 5))) is not None) is agree, other


@tried(40)
@given(tangles())
def test_a_ledger_matches_itself(ledger: Ledger) -> None:
    comparable = {
        one.id for one in ledger.commitments.values() if one.donors and (one.lines or not one.value.is_unknown)
    }
    pairs = matches(ledger, ledger, rates=RATES)
    assert {match.one for match in pairs} == comparable
    assert all(match.score == 1 for match in pairs if match.one == match.other)
