"""What claims come to: stages, figures, kinds, periods, retractions, contradictions, parts."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from analysis.records import claim, ledger, promise
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Claim,
    Country,
    Equipment,
    Estimate,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    MortarBomb,
    Munition,
    Stage,
    UnnamedParty,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import (
    Fulfilment,
    disputes,
    fulfilment,
    fulfilment_of_value,
    fulfilments,
    overdue,
    stage_of,
)

SHELLS_155 = ArtilleryShell(calibre="155 mm")
SHELLS_122 = ArtilleryShell(calibre="122 mm")
DISPATCHED, CONTRACTED = {"stage": "dispatched"}, {"stage": "contracted"}


def nl(id: str, said: str | None, quantity: Any = None, **changes: Any) -> Claim:
    """What somebody says who speaks for the Netherlands."""
    return claim(id, said, quantity, "NL", **changes)


def ua(id: str, said: str | None, quantity: Any = None, **changes: Any) -> Claim:
    """What somebody says who speaks for Ukraine."""
    return claim(id, said, quantity, "UA", **changes)


def reached(*claims: Claim, stage: str = "delivered", **changes: Any) -> Estimate[Any]:
    """What the promise of 1,000 rounds has reached, by these claims."""
    return fulfilment(ledger(*claims, **changes), "shells", stage=stage).delivered


def buckets(answer: Fulfilment[Any]) -> dict[str, list[str]]:
    """Where each claim stands in an answer; no claim may stand twice."""
    found = {
        name: [claim.id for account in getattr(answer, name) for claim in account.claims]
        for name in ("accounts", "forecasts", "stale")
    }
    found |= {name: [claim.id for claim in getattr(answer, name)] for name in ("superseded", "retracted", "listed")}
    ids = [id for of_one in found.values() for id in of_one]
    assert len(ids) == len(set(ids))
    return {name: of_one for name, of_one in found.items() if of_one}


# Stages: what a party says of each


@pytest.mark.parametrize(
    ("claims", "stage", "expected"),
    [
        ([nl("a", "2024-01", 800, **DISPATCHED), nl("b", "2024-02", 500)], "dispatched", exactly(800)),
        ([nl("a", "2024-01", 800, **DISPATCHED), nl("b", "2024-02", 500)], "delivered", exactly(500)),
        ([nl("a", "2024-01", 800, **DISPATCHED), nl("b", "2024-02", 900)], "dispatched", at_least(900)),
        ([nl("a", "2024-01", 800, **DISPATCHED), nl("b", "2024-02", 500)], "contracted", at_least(800)),
        (
            [nl("a", "2024-01", 1_000, **CONTRACTED), nl("b", "2024-02", 50, increment=True)],
            "contracted",
            exactly(1_000),
        ),
        (
            [nl("a", "2024-01", between(800, 900), **DISPATCHED), nl("b", "2024-02", 850)],
            "dispatched",
            between(850, 900),
        ),
        ([nl("a", "2024-01", 300), nl("b", "2024-02", 5, increment=True)], "dispatched", at_least(305)),
        ([nl("a", "2024-01")], "dispatched", exactly(1_000)),
        ([nl("a", "2024-01", at_most(300))], "dispatched", UNKNOWN),
        ([nl("a", "2024-01-01", 900), nl("b", "2024-01-01", 700)], "dispatched", at_least(700)),
    ],
)
def test_a_further_stage_says_at_least_so_much(claims: list[Claim], stage: str, expected: Any) -> None:
    assert reached(*claims, stage=stage) == expected


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([nl("a", "2024-01", 300), nl("z", "2024-01", 5, increment=True)], exactly(305)),
        ([nl("z", "2024-01", 300), nl("a", "2024-01", 5, increment=True)], exactly(305)),
        ([nl("a", None, 300), nl("z", None, 5, increment=True)], exactly(305)),
        ([nl("a", None, 5, increment=True), nl("z", "2024-01", 300)], exactly(300)),
        ([nl("a", "2024-01", 300), nl("b", None, 900)], exactly(300)),
        (
            [nl("a", "2024-01-01", 300), nl("b", "2024-01-01", 310), nl("c", "2024-02", 5, increment=True)],
            between(305, 315),
        ),
        ([nl("a", "2024-01", 500), nl("b", "2024-02", increment=True)], at_least(500)),
        ([nl("a", "2024-01", increment=True)], UNKNOWN),
        ([nl("a", "2024-01", 0)], exactly(0)),
    ],
)
def test_totals_come_before_increments_and_the_undated_before_all(claims: list[Claim], expected: Any) -> None:
    assert reached(*claims) == expected
    assert reached(*claims[::-1]) == expected


def test_an_increment_without_a_figure_says_that_it_has_begun() -> None:
    begun = ledger(nl("a", "2024-01", increment=True), due="2024-03-01")
    (account,) = fulfilment(begun, "shells").accounts
    assert account.amount == at_least(0)
    assert stage_of(begun, "shells") is Stage.DELIVERED
    assert [late.commitment.id for late in overdue(begun, as_of=date(2024, 3, 2))] == ["shells"]


def test_zero_delivers_nothing() -> None:
    for figure in ({"quantity": 0}, {"share": "0"}, {"value": Money("0", "EUR")}):
        nothing = ledger(nl("a", "2024-01", **figure), due="2024-03-01")
        assert stage_of(nothing, "shells") is Stage.PLEDGED
        assert [late.commitment.id for late in overdue(nothing, as_of=date(2024, 3, 2))] == ["shells"]


def test_a_claim_without_a_figure_that_disputes_or_retracts_says_only_that() -> None:
    records = ledger(nl("a", "2024-01", 500), ua("b", "2024-02", disputes=["a"]))
    answer = fulfilment(records, "shells")
    assert buckets(answer) == {"accounts": ["a"], "listed": ["b"]}
    assert (answer.delivered, answer.disputed) == (exactly(500), True)
    assert [(found.earlier.id, found.later.id, found.declared) for found in disputes(records)] == [("a", "b", True)]
    taken_back = ledger(nl("a", "2024-01", 500), nl("b", "2024-02", retracts=["a"]))
    assert buckets(fulfilment(taken_back, "shells")) == {"retracted": ["a"], "listed": ["b"]}
    assert stage_of(taken_back, "shells") is Stage.PLEDGED


# What was announced


def test_the_stage_announced_is_the_donors_account_of_all_of_it() -> None:
    told = ledger(ua("a", "2024-01", 300), stage="delivered", donors=[Country("NL")])
    answer = fulfilment(told, "shells")
    assert [(str(account.party), account.amount) for account in answer.accounts] == [
        ("NL", exactly(1_000)),
        ("UA", exactly(300)),
    ]
    assert (answer.delivered, answer.disputed) == (between(300, 1_000), True)
    assert [(found.about, found.earlier.id, found.later.id) for found in disputes(told)] == [("shells", "shells", "a")]
    assert overdue(attrs_due(told), as_of=date(2024, 3, 2))[0].according_to[0].amount == exactly(300)


def attrs_due(records: Ledger) -> Ledger:
    """The same with a day by which it was due."""
    shells = promise(stage="delivered", donors=[Country("NL")], due="2024-03-01")
    return Ledger(commitments=[shells], claims=records.claims)


def test_a_later_total_of_the_donor_stands_for_what_it_announced() -> None:
    told = ledger(nl("a", "2024-01", 300), stage="delivered", donors=[Country("NL")])
    answer = fulfilment(told, "shells")
    assert (answer.delivered, answer.disputed) == (exactly(300), False)
    more = ledger(nl("a", "2024-01", 300, increment=True), stage="delivered", donors=[Country("NL")])
    assert fulfilment(more, "shells").delivered == exactly(1_300)


def test_joint_donors_announce_together() -> None:
    told = ledger(nl("a", "2024-01", 300), stage="delivered", donors=[Country("NL"), Country("DK")])
    first = fulfilment(told, "shells").accounts[0]
    assert (first.claim, first.speaker, first.party, first.word.id) == (None, None, None, "shells")


# Figures: shares, lines, measures


def test_a_share_is_of_the_promise_as_it_stood_on_that_day() -> None:
    more = MilitaryCommitment(
        id="more",
        stage="pledged",
        announced="2024-03-01",
        correction=True,
        lines=[Line(Munition(), 1_000)],
        links=[Link("corrects", "shells")],
    )
    for said, expected in (("2024-02-01", 500), ("2024-03-01", 1_000), ("2024-04-01", 1_000), (None, 500)):
        answer = fulfilment(ledger(nl("a", said, share="0.5")).adding(more), "shells")
        assert answer.promised == exactly(2_000)
        assert answer.delivered == exactly(expected), said


TWO = [Line(SHELLS_155, 1_000), Line(SHELLS_122, 500)]


@pytest.mark.parametrize(
    ("figure", "of_first"),
    [
        ({}, exactly(1_000)),
        ({"share": "1"}, exactly(1_000)),
        ({"share": "0"}, exactly(0)),
        ({"share": "0.5"}, about(500)),
        ({"share": at_least(Decimal("0.5"))}, about(at_least(500))),
        ({"quantity": 1_500}, UNKNOWN),
        ({"quantity": 0}, exactly(0)),
        ({"value": Money("5", "EUR")}, UNKNOWN),
    ],
)
def test_of_several_lines_a_claim_of_the_whole_says_what_holds_for_each(figure: Any, of_first: Any) -> None:
    answer = fulfilment(ledger(nl("a", "2024-01", **figure), lines=TWO), "shells", line=0)
    assert answer.delivered == of_first
    assert buckets(answer) == {"listed" if of_first is UNKNOWN else "accounts": ["a"]}


def test_a_quantity_of_the_whole_is_measured_against_the_sum_of_lines_of_one_unit() -> None:
    def late(*claims: Claim, lines: Any = TWO) -> list[tuple[int | None, list[str]]]:
        found = overdue(ledger(*claims, lines=lines, due="2024-03-01"), as_of=date(2024, 3, 2))
        return [
            (answer.line, [account.word.id for account in answer.accounts]) for each in found for answer in each.answers
        ]

    assert late(nl("a", "2024-01", 1_500)) == []
    assert late(nl("a", "2024-01", 1_400)) == [(None, ["a"])]
    assert late(nl("a", "2024-01", 1_400), ua("b", "2024-01", 1_000, line=0)) == [(None, ["a"])]
    assert late(nl("a", "2024-01", 1_500), ua("b", "2024-01", 900, line=0)) == [(0, ["b"])]
    assert late(nl("a", "2024-01", 1_500), lines=[TWO[0], Line(Equipment(), 5)]) == [(0, []), (1, [])]
    assert late(nl("a", "2024-01", line=0)) == [(1, [])]
    two = ledger(nl("a", "2024-01", 1_400), ua("b", "2024-02", 1_000), lines=TWO)
    assert [(found.earlier.id, found.later.id) for found in disputes(two)] == [("a", "b")]
    assert [(answer.promised, answer.disputed) for answer in fulfilments(two)["shells"]] == [
        (UNKNOWN, False),
        (exactly(1_500), True),
    ]
    assert fulfilment(two, "shells", line=0).disputed


def test_the_value_of_one_line_is_not_that_of_the_whole() -> None:
    lines = [Line(Munition(), value=Money("70", "EUR")), Line(Equipment(), value=Money("30", "EUR"))]
    records = ledger(nl("a", "2024-01", value=Money("7", "EUR")), lines=lines, value=Money("100", "EUR"))
    assert fulfilment_of_value(records, "shells").delivered == exactly(Money("7", "EUR"))
    assert fulfilment_of_value(records, "shells", line=0).delivered is UNKNOWN
    of_line = ledger(nl("a", "2024-01", line=1, value=Money("7", "EUR")), lines=lines, value=Money("100", "EUR"))
    assert fulfilment_of_value(of_line, "shells", line=1).delivered == exactly(Money("7", "EUR"))
    assert fulfilment_of_value(of_line, "shells").delivered is UNKNOWN


def test_a_share_of_at_least_a_half_of_ten_is_at_least_five() -> None:
    assert reached(nl("a", "2024-01", share=at_least(Decimal("0.5"))), lines=[Line(Munition(), 10)]) == at_least(5)


def test_a_share_of_an_undisclosed_promise_is_the_answers_share() -> None:
    nothing_known = [Line(Munition())]
    answer = fulfilment(ledger(nl("a", "2024-01", share="0.5"), lines=nothing_known), "shells")
    assert (answer.delivered, answer.share) == (UNKNOWN, exactly(Decimal("0.5")))
    two = ledger(nl("a", "2024-01", share="0.5"), ua("b", "2024-02", share="0.3"), lines=nothing_known)
    answer = fulfilment(two, "shells")
    assert (answer.share, answer.disputed) == (between(Decimal("0.3"), Decimal("0.5")), True)
    later = ledger(nl("a", "2024-01", share="0.5"), ua("b", "2024-02", share="0.6"), lines=nothing_known)
    assert buckets(fulfilment(later, "shells")) == {"accounts": ["b"], "stale": ["a"]}
    added = ledger(
        nl("a", "2024-01", share="0.5"), nl("b", "2024-02", share="0.1", increment=True), lines=nothing_known
    )
    assert fulfilment(added, "shells").share == exactly(Decimal("0.6"))
    assert fulfilment(ledger(nl("a", "2024-01"), lines=nothing_known), "shells").share == exactly(Decimal(1))


def test_quantities_and_money_are_two_measures() -> None:
    of_money = ledger(nl("a", "2024-01", value=Money("10", "EUR")), value=Money("100", "EUR"), due="2024-03-01")
    answer = fulfilment(of_money, "shells")
    assert (answer.delivered, buckets(answer)) == (UNKNOWN, {"listed": ["a"]})
    (late,) = overdue(of_money, as_of=date(2024, 3, 2))
    assert late.according_to[0].amount == exactly(Money("10", "EUR"))
    paid = ledger(nl("a", "2024-01", value=Money("100", "EUR")), value=Money("100", "EUR"), due="2024-03-01")
    assert overdue(paid, as_of=date(2024, 3, 2)) == ()
    counted = paid.adding(ua("b", "2024-02", 10))
    assert [late.according_to[0].amount for late in overdue(counted, as_of=date(2024, 3, 2))] == [exactly(10)]


# Kinds


def counting(of: Any, said: Claim) -> Claim:
    """The claim with the kinds that its figure counts."""
    return attrs.evolve(said, of=of)


def of_kinds(kinds: Any, lines: Any, *others: Claim) -> Fulfilment[Any]:
    """What 300 of some kinds, and other claims, come to."""
    return fulfilment(ledger(counting(kinds, nl("a", "2024-01", 300)), *others, lines=lines), "shells")


def test_only_without_exact_accounts_do_narrower_kinds_give_a_least_and_wider_ones_a_most() -> None:
    both = [Line([SHELLS_155, SHELLS_122], 1_000)]
    assert of_kinds([SHELLS_122, SHELLS_155], both).delivered == exactly(300)
    assert of_kinds(SHELLS_155, both).delivered == at_least(300)
    assert of_kinds(ArtilleryShell(), both).delivered == at_most(300)
    assert buckets(of_kinds(MortarBomb(), both)) == {"listed": ["a"]}
    assert buckets(of_kinds([SHELLS_155, MortarBomb()], both)) == {"listed": ["a"]}
    narrow_and_wide = of_kinds(SHELLS_155, both, counting(ArtilleryShell(), ua("b", "2024-02", 500)))
    assert (narrow_and_wide.delivered, narrow_and_wide.disputed) == (between(300, 500), False)
    too_narrow = of_kinds(SHELLS_155, both, counting(ArtilleryShell(), ua("b", "2024-02", 200)))
    assert too_narrow.delivered == between(200, 300)
    exact = of_kinds(SHELLS_155, both, ua("b", "2024-02", 500))
    assert (exact.delivered, buckets(exact)) == (exactly(500), {"accounts": ["b"], "listed": ["a"]})


def test_kinds_without_a_figure_bound_nothing() -> None:
    bare = counting(SHELLS_155, nl("a", "2024-01"))
    assert buckets(fulfilment(ledger(bare), "shells")) == {"listed": ["a"]}
    assert buckets(fulfilment(ledger(bare, lines=TWO), "shells", line=1)) == {"listed": ["a"]}
    money = counting(SHELLS_155, nl("a", "2024-01", value=Money("5", "EUR")))
    assert fulfilment_of_value(ledger(money, lines=[]), "shells").delivered == at_least(Money("5", "EUR"))


def test_figures_of_other_kinds_contradict_none_but_their_like() -> None:
    all_calibres = counting(ArtilleryShell(), nl("a", "2024-01", 524_000))
    million = [Line(SHELLS_155, 1_000_000)]
    answer = fulfilment(ledger(all_calibres, ua("b", "2024-02", 300_000), lines=million), "shells")
    assert (answer.delivered, answer.disputed) == (exactly(300_000), False)
    alike = counting(ArtilleryShell(), ua("b", "2024-02", 300_000))
    answer = fulfilment(ledger(all_calibres, alike, lines=million), "shells")
    assert (answer.delivered, answer.disputed) == (at_most(524_000), True)


# Periods


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("2023", 300, "2025-01"), ("2024", 200, "2025-01")], exactly(500)),
        ([("2024", 300, "2024-07"), ("2024", 350, "2025-01")], exactly(350)),
        ([("2024", 300, "2025-01"), ("2024-03", 100, "2025-01")], exactly(300)),
        ([("2024-01/2024-08", 300, "2025-01"), ("2024-06/2024-12", 200, "2025-01")], between(300, 500)),
        ([(None, 400, "2023-12-31"), ("2024", 200, "2025-01")], exactly(600)),
        ([(None, 400, "2024-06-30"), ("2024", 200, "2025-01")], at_least(400)),
        ([("2023", 300, "2024-01"), (None, 700, "2024-06-30")], exactly(700)),
        ([("2023", 300, "2024-01"), ("2024", 200, "2025-01"), ("2024", 50, "2025-02")], exactly(350)),
        ([("2022", 100, "2025-01"), ("2023", 200, "2025-01"), ("2022-12/2023-01", 50, "2025-01")], between(300, 350)),
        ([("2023", 1, "2025-01"), ("2024", 200, "2025-01"), (None, 50, "2022-12-31")], exactly(251)),
    ],
)
def test_totals_of_periods_add_where_they_are_apart(claims: list[tuple[Any, int, str]], expected: Any) -> None:
    told = [
        nl(f"c{at}", said, quantity, during=[during] if during else [])
        for at, (during, quantity, said) in enumerate(claims)
    ]
    assert reached(*told) == expected
    assert reached(
        *(nl(f"c{9 - at}", str(one.said), one.quantity, during=one.during) for at, one in enumerate(told))
    ) == (expected)
    buckets(fulfilment(ledger(*told), "shells"))


def test_only_comparable_periods_contradict() -> None:
    def disputed(*claims: Claim) -> bool:
        return fulfilment(ledger(*claims), "shells").disputed

    assert not disputed(nl("a", "2024-01", 500), ua("b", "2025-01", 200, during=["2024"]))
    assert disputed(nl("a", "2025-01", 500, during=["2024"]), ua("b", "2025-02", 200, during=["2024"]))
    assert disputed(nl("a", "2025-01", 500, during=["2024"]), ua("b", "2025-02", 200))
    assert not disputed(nl("a", "2025-01", 500, during=["2024"]), ua("b", "2025-02", 200, during=["2023"]))


# Retractions


def test_what_is_taken_back_was_never_said_and_an_earlier_total_stands_again() -> None:
    records = ledger(nl("a", "2024-01", 300), nl("b", "2024-02", 500), nl("c", "2024-03", retracts=["b"]))
    answer = fulfilment(records, "shells")
    assert (answer.delivered, buckets(answer)) == (
        exactly(300),
        {"accounts": ["a"], "retracted": ["b"], "listed": ["c"]},
    )
    assert fulfilment(records, "shells", as_of="2024-02-29").delivered == exactly(500)
    again = records.adding(nl("d", "2024-04", retracts=["c"]))
    assert fulfilment(again, "shells").delivered == exactly(500)


# Contradictions


@pytest.mark.parametrize(
    ("earlier", "later", "contradict"),
    [
        (about(500), 480, False),
        (about(500), 450, False),
        (about(500), 449, True),
        (about(500), 300, True),
        (500, 499, True),
        (500, about(480), False),
        (about(500), about(420), False),
        (about(500), about(400), True),
    ],
)
def test_a_later_figure_contradicts_if_it_is_lower_by_more_than_rounding(
    earlier: Any, later: Any, contradict: bool
) -> None:
    records = ledger(nl("a", "2024-01", earlier), ua("b", "2024-02", later))
    assert fulfilment(records, "shells").disputed is contradict
    assert bool(disputes(records)) is contradict
    assert fulfilment(records, "shells", tolerance=Decimal("0.5")).disputed is False or earlier == 500
    assert bool(disputes(records, tolerance=Decimal(0))) is True


@pytest.mark.parametrize("tolerance", [Decimal(1), Decimal("-0.1"), "no number", 0.1])
def test_a_tolerance_is_from_nothing_to_less_than_all(tolerance: Any) -> None:
    for ask in (
        lambda: fulfilment(ledger(), "shells", tolerance=tolerance),
        lambda: disputes(ledger(), tolerance=tolerance),
    ):
        with pytest.raises(ValueError, match=r"^(fulfilment|disputes): "):
            ask()


def test_the_undated_contradict_nobody_by_order_and_make_nobody_stale() -> None:
    assert not fulfilment(ledger(nl("a", None, 500), ua("b", "2024-02", 300)), "shells").disputed
    assert not fulfilment(ledger(nl("a", None, 500), ua("b", None, 300)), "shells").disputed
    assert buckets(fulfilment(ledger(nl("a", None, 500), ua("b", None, 300)), "shells")) == {"accounts": ["a", "b"]}
    assert buckets(fulfilment(ledger(nl("a", None, 300), ua("b", "2024-02", 500)), "shells"))["stale"] == ["a"]
    assert fulfilment(ledger(nl("a", None, 500), nl("b", None, 300)), "shells").disputed


def test_a_declared_dispute_stands_while_both_claims_do() -> None:
    said = [nl("a", "2024-01", 300), ua("b", "2024-02", 400, disputes=["a"])]
    gone = [
        nl("c", "2024-03", 350),
        ua("c", "2024-03", 400),
        ua("c", "2024-03", retracts=["b"]),
        nl("c", "2024-03", retracts=["a"]),
        claim("c", "2024-03", 500, "DE"),
    ]
    assert fulfilment(ledger(*said), "shells").disputed
    for other in gone:
        records = ledger(*said, other)
        declared = [found for found in disputes(records) if found.declared]
        assert declared == []


def test_of_many_contradictions_each_account_is_told_with_the_extremes() -> None:
    said = [
        claim(f"c{at}", f"2024-01-{at + 1:02}", 500 - 100 * at, of) for at, of in enumerate(("DE", "FR", "NL", "UA"))
    ]
    pairs = {(found.earlier.id, found.later.id) for found in disputes(ledger(*said))}
    assert pairs == {("c0", "c1"), ("c0", "c2"), ("c0", "c3"), ("c1", "c3"), ("c2", "c3")}


# Wholes and parts


def part(id: str, quantity: int, **changes: Any) -> MilitaryCommitment:
    """A part of the promise, delivered when it was announced."""
    stated: dict[str, Any] = {"stage": "delivered", "announced": "2024-02-01", "part_of": "shells"}
    return MilitaryCommitment(id=id, lines=[Line(Munition(), quantity)], donors=[Country("NL")], **(stated | changes))


def test_a_whole_has_reached_at_least_what_its_parts_have() -> None:
    parts = [part("p", 200), part("q", 100)]
    answer = fulfilment(ledger().adding(*parts), "shells")
    assert (answer.delivered, answer.outstanding, answer.accounts) == (at_least(300), between(0, 700), ())
    older = fulfilment(ledger(ua("a", "2024-01", 250)).adding(*parts), "shells")
    assert (older.delivered, older.disputed, buckets(older)) == (at_least(300), False, {"stale": ["a"]})
    younger = ledger(ua("a", "2024-03", 250)).adding(*parts)
    assert fulfilment(younger, "shells").disputed
    assert fulfilment(younger, "shells").delivered == at_least(300)
    assert [(found.about, found.later.id) for found in disputes(younger)] == [("shells", "a")]
    assert fulfilment(ledger(ua("a", "2024-03", 400)).adding(*parts), "shells").delivered == exactly(400)
    assert not fulfilment(ledger(ua("a", "2024-03", about(290))).adding(*parts), "shells").disputed
    assert stage_of(ledger().adding(*parts), "shells") is Stage.DELIVERED


def test_parts_of_parts_count_and_other_kinds_or_units_do_not() -> None:
    inner = part("inner", 70, part_of="outer")
    outer = MilitaryCommitment(id="outer", stage="pledged", announced="2024-02-01", part_of="shells")
    other = MilitaryCommitment(
        id="other", stage="delivered", announced="2024-02-01", part_of="shells", lines=[Line(Equipment(), 5)]
    )
    assert fulfilment(ledger().adding(inner, outer, other), "shells").delivered == at_least(70)
    money = [
        FinancialCommitment(id="loan", stage="pledged", value=Money("100", "EUR")),
        FinancialCommitment(id="first", stage="delivered", value=Money("30", "EUR"), part_of="loan"),
        FinancialCommitment(id="second", stage="delivered", value=Money("30", "USD"), part_of="loan"),
    ]
    assert fulfilment_of_value(Ledger(commitments=money), "loan").delivered == at_least(Money("30", "EUR"))


def test_claims_about_what_is_repeated_or_restated_count() -> None:
    told = promise(id="again", links=[Link("same_as", "shells")])
    records = ledger(nl("a", "2024-01", 300)).adding(told)
    assert fulfilment(records, "again").delivered == fulfilment(records, "shells").delivered == exactly(300)
    restated = promise(
        id="again", announced="2024-02", lines=[Line(Munition(), 600)], links=[Link("corrects", "shells")]
    )
    answer = fulfilment(ledger(nl("a", "2024-01", share="0.5")).adding(restated), "again")
    assert (answer.promised, answer.delivered) == (exactly(600), exactly(500))
    replacing = promise(id="again", announced="2024-02", links=[Link("replaces", "shells")])
    answer = fulfilment(ledger(nl("a", "2024-01", 300)).adding(replacing), "again")
    assert (answer.accounts, answer.delivered) == ((), at_least(300))


def test_lines_of_another_telling_are_found_by_what_they_count() -> None:
    told = promise(id="again", lines=TWO[::-1], links=[Link("same_as", "shells")])
    records = ledger(nl("a", "2024-01", 300, line=0), lines=TWO).adding(told)
    assert fulfilment(records, "again", line=1).delivered == exactly(300)
    assert fulfilment(records, "again", line=0).delivered is UNKNOWN


def test_an_initiatives_goal_is_reached_by_goods_and_its_value_by_money() -> None:
    czech = Initiative(id="czech", goal=[Line([SHELLS_155, SHELLS_122], 800)], goal_value=Money("100", "EUR"))
    given: list[Any] = [
        MilitaryCommitment(id="lot", stage="delivered", towards="czech", lines=[Line(SHELLS_155, 50)]),
        MilitaryCommitment(id="bombs", stage="delivered", towards="czech", lines=[Line(MortarBomb(), 50)]),
        FinancialCommitment(id="nl", stage="disbursed", towards="czech", value=Money("30", "EUR")),
    ]
    records = Ledger(initiatives=[czech], commitments=given)
    assert fulfilment(records, "czech").delivered == at_least(50)
    assert fulfilment_of_value(records, "czech").delivered == at_least(Money("30", "EUR"))


# Overdue


def test_what_was_replaced_restated_or_repeated_is_not_listed_twice() -> None:
    def late(*others: Any) -> list[str]:
        records = ledger(due="2024-03-01").adding(*others)
        return [found.commitment.id for found in overdue(records, as_of=date(2024, 6, 1))]

    again: dict[str, Any] = {"id": "again", "due": "2024-04-01", "announced": "2024-01-01"}
    assert late() == ["shells"]
    assert late(promise(links=[Link("replaces", "shells")], **again)) == ["again"]
    assert late(promise(links=[Link("corrects", "shells")], **again)) == ["again"]
    assert late(promise(links=[Link("same_as", "shells")], **again)) == ["shells"]
    assert late(promise(links=[Link("same_as", "shells")], stage="delivered", **again)) == []
    assert late(part("p", 200, stage="pledged", due="2024-03-01")) == ["shells"]
    assert late(part("p", 200, stage="pledged", due="2024-04-01")) == ["p", "shells"]
    assert late(promise(id="thought", stage="proposed", due="2024-04-01")) == ["shells"]
    assert late(part("p", 1_000, due="2024-02-01")) == []


def test_a_whole_and_its_parts_of_one_day_are_listed_once_however_deep() -> None:
    days = ["2024-03-01", "2024-04-01", "2024-03-01", "2024-04-01"]
    chain = [
        MilitaryCommitment(
            id=f"p{at}",
            stage="pledged",
            announced="2024-01-01",
            due=day,
            part_of=f"p{at - 1}" if at else None,
            lines=[Line(Munition(), 5)],
        )
        for at, day in enumerate(days)
    ]
    between_them = MilitaryCommitment(id="q", stage="pledged", announced="2024-01-01", part_of="p0")
    below = attrs.evolve(chain[0], id="r", part_of="q")
    late = overdue(Ledger(commitments=[*chain, between_them, below]), as_of=date(2024, 6, 1))
    assert [found.commitment.id for found in late] == ["p0", "p1"]


def test_of_an_undisclosed_promise_only_all_of_it_or_a_total_is_no_longer_overdue() -> None:
    def late(*claims: Claim) -> list[str]:
        undisclosed = ledger(*claims, lines=[Line(Munition())], due="2024-03-01")
        return [found.commitment.id for found in overdue(undisclosed, as_of=date(2024, 3, 2))]

    assert late(nl("a", "2024-01", share="0.3")) == late(nl("a", "2024-01", 5, increment=True)) == ["shells"]
    assert late(nl("a", "2024-01", increment=True)) == late(nl("a", "2024-01", 0)) == ["shells"]
    assert late(nl("a", "2024-01", share="1")) == late(nl("a", "2024-01")) == late(nl("a", "2024-01", 5)) == []


def test_a_correction_by_a_difference_is_overdue_with_what_it_corrects() -> None:
    more = promise(
        id="more", announced="2023-06", correction=True, due="2024-02-01", links=[Link("corrects", "shells")]
    )
    records = ledger(due="2024-03-01").adding(more)
    assert [found.commitment.id for found in overdue(records, as_of=date(2024, 6, 1))] == ["shells"]


def test_what_was_announced_by_whom_is_its_account() -> None:
    czech = Initiative(id="czech", lead=Country("CZ"), stage="delivered", goal=[Line(Munition(), 5)])
    nobodys = attrs.evolve(czech, id="nobodys", lead=None)
    several = promise(id="several", stage="delivered", donors=[UnnamedParty(description="several countries")])
    records = Ledger(initiatives=[czech, nobodys], commitments=[several])
    parties = [fulfilment(records, id).accounts[0].party for id in ("czech", "nobodys", "several")]
    assert parties == [Country("CZ"), None, several.donors[0]]
    assert stage_of(records, "czech") is Stage.DELIVERED
    fewer = records.adding(claim("fewer", "2024-01", 3, "CZ", about="czech"))
    assert [account.amount for account in fulfilment(fewer, "czech").accounts] == [exactly(3)]


def test_a_goal_of_several_lines_is_asked_for_line_by_line() -> None:
    for unit, promised in (("rounds", 1_500), ("pieces", None)):
        goal = [Line(SHELLS_155, 1_000), Line(SHELLS_122, 500, unit=unit)]
        records = Ledger(
            initiatives=[Initiative(id="czech", goal=goal)], claims=[nl("a", "2024-01", 1_400, about="czech")]
        )
        summed = [answer.promised for answer in fulfilments(records)["czech"] if not answer.promised.is_unknown]
        assert summed == ([] if promised is None else [exactly(promised)])


def test_tellings_of_other_numbers_have_answers_of_their_own() -> None:
    lines = [Line(SHELLS_155, 1_000), Line(SHELLS_122, 500)]
    more = [Line(SHELLS_155, 1_200), Line(SHELLS_122, 600)]
    said = [nl(f"of {id}", "2024-01", 100, line=0, about=id) for id in ("shells", "z")]
    twin = promise(id="z", lines=more, links=[Link("same_as", "shells")])
    records = Ledger(commitments=[promise(lines=lines), twin], claims=said)
    for id, line in (("shells", lines[0]), ("z", more[0])):
        assert line.quantity in [answer.promised for answer in fulfilments(records)[id] if answer.line == 0]


def test_disputes_between_claims_about_different_promises_are_declared() -> None:
    records = Ledger(
        commitments=[promise(), promise(id="tanks")],
        claims=[nl("a", "2024-01", 300), ua("b", "2024-02", 200, about="tanks", disputes=["a"])],
    )
    assert [(found.about, found.earlier.id, found.later.id) for found in disputes(records)] == [("tanks", "a", "b")]
    assert disputes(records, "tanks") == ()
    assert disputes(records.adding(nl("c", "2024-03", 400))) == ()


def test_a_promise_that_is_told_twice_is_asked_for_disputes_once() -> None:
    told = promise(id="again", lines=[], links=[Link("same_as", "shells")])
    records = ledger(lines=[]).adding(told, nl("a", "2024-01", 300), ua("b", "2024-02", 200, about="again"))
    assert [(found.earlier.id, found.later.id) for found in disputes(records)] == [("a", "b")]
    claims = [nl("a", "2024-01", 900), ua("b", "2024-02", 200, about="again")]
    lines = ledger(lines=TWO).adding(attrs.evolve(told, lines=TWO), *claims)
    assert {(found.earlier.id, found.later.id) for found in disputes(lines)} == {("a", "b")}


def test_another_telling_in_another_unit_or_currency_says_shares_alone() -> None:
    pieces = promise(id="again", lines=[Line(Munition(), 7, unit="pieces")], links=[Link("same_as", "shells")])
    records = ledger().adding(pieces, nl("a", "2024-01", 3, about="again"))
    assert fulfilment(records, "shells").delivered is UNKNOWN
    euros = FinancialCommitment(id="loan", stage="pledged", announced="2023", value=Money("100", "EUR"))
    dollars = FinancialCommitment(
        id="again", stage="pledged", announced="2023", value=Money("110", "USD"), links=[Link("same_as", "loan")]
    )
    half = nl("a", "2024-01", share="0.5", about="again")
    told = Ledger(commitments=[euros, dollars], claims=[half])
    assert fulfilment_of_value(told, "loan").delivered == exactly(Money("50", "EUR"))


def test_a_share_said_before_a_part_was_taken_back_is_of_the_promise_with_it() -> None:
    parts = [part("p", 400, stage="pledged", announced="2023-06")]
    back = nl("b", "2024-03", about="p", stage="withdrawn")
    records = ledger(nl("a", "2024-01", share="0.5"), donors=[Country("NL")]).adding(*parts, back)
    answer = fulfilment(records, "shells")
    assert (answer.promised, answer.delivered) == (exactly(600), exactly(500))


def test_periods_that_touch_are_one() -> None:
    assert reached(
        nl("a", "2025-01", 300, during=["2023", "2024"]), nl("b", "2025-02", 310, during=["2023/2024"])
    ) == exactly(310)
    assert reached(nl("a", "2025-01", 300, during=["2024"]), nl("b", "2025-01", 400, during=["2024-03"])) == at_least(
        400
    )


def test_the_record_speaks_for_its_donors_without_a_speaker() -> None:
    own = ledger(claim("a", "2024-01", 300), stage="delivered", donors=[Country("NL")])
    assert (fulfilment(own, "shells").delivered, fulfilment(own, "shells").disputed) == (exactly(300), False)


def test_of_two_tellings_that_were_announced_the_later_day_stands() -> None:
    stated: dict[str, Any] = {"stage": "delivered", "donors": [Country("NL")]}
    told = promise(id="again", announced="2024-02", links=[Link("same_as", "shells")], **stated)
    records = ledger(announced="2024-01/2024-06", **stated).adding(told)
    assert [account.day for account in fulfilment(records, "again").accounts] == [date(2024, 6, 30)]


def test_initiatives_are_spoken_of_like_promises() -> None:
    czech = Initiative(id="czech", goal=[Line(Munition(), 800)], announced="2023")
    said = [nl("a", "2024-01", share="0.5", about="czech"), ua("b", "2024-02", 100, about="czech")]
    records = Ledger(initiatives=[czech], claims=said)
    assert fulfilment(records, "czech").delivered == between(100, 400)
    assert [found.about for found in disputes(records)] == ["czech"]


def test_a_withdrawn_promise_may_be_taken_up_again() -> None:
    records = ledger(nl("a", "2024-01", **CONTRACTED), stage="withdrawn", donors=[Country("NL")])
    assert stage_of(records, "shells") is Stage.CONTRACTED
    assert stage_of(ledger(stage="withdrawn"), "shells") is Stage.WITHDRAWN
