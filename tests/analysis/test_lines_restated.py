"""Of a promise that is restated with other lines: which of them is meant where a line of the former one is."""

from collections.abc import Sequence
from typing import Any, Final

import pytest

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Claim,
    Estimate,
    Initiative,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    Support,
    at_least,
    between,
    exactly,
)
from ukraine_support.analysis import fulfilment, fulfilment_of_value, fulfilments, progress

LARGE: Final = ArtilleryShell(calibre="155 mm")
SMALL: Final = ArtilleryShell(calibre="122 mm")


def line(kind: Support, number: int, id: str | None = None) -> Line:
    """So many, at EUR 10 each."""
    return Line(kind, number, value=Money(10 * number, "EUR"), id=id)


def restated(before: Sequence[Line], after: Sequence[Line], *claims: tuple[str, int | str | None, Any]) -> Ledger:
    """A promise "a", "b" which restates it, and how much of which line has arrived: a number, or a share below 1."""
    first = MilitaryCommitment(id="a", stage="pledged", announced="2024-01-01", lines=before)
    links = [Link("corrects", "a")]
    second = MilitaryCommitment(id="b", stage="pledged", announced="2024-02-02", lines=after, links=links)
    said: dict[str, Any] = {"stage": "delivered", "said": "2024-03-03"}
    found = []
    for at, (about, named, figure) in enumerate(claims):
        stated = {} if figure is None else {"quantity" if isinstance(figure, int) else "share": figure}
        found.append(Claim(id=f"claim-{at}", about=about, line=named, **said, **stated))
    return Ledger(commitments=[first, second], claims=found)


def promised(ledger: Ledger, id: str) -> list[Estimate[Any]]:
    """How many a record promises on each line; their value is ten times as many euros."""
    found = [fulfilment(ledger, id, line=at).promised for at in range(len(ledger.commitments[id].lines))]
    for at, number in enumerate(found):
        value = fulfilment_of_value(ledger, id, line=at).promised
        assert value == number.map_ends(lambda end: Money(10 * end, "EUR"))
    return found


def arrived(ledger: Ledger, id: str) -> list[Estimate[Any]]:
    """How many have arrived of each line, of which nothing is disputed."""
    answers = [fulfilment(ledger, id, line=at) for at in range(len(ledger.commitments[id].lines))]
    assert not any(answer.disputed for answer in answers)
    return [answer.delivered for answer in answers]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            [line(LARGE, 100), line(SMALL, 20)],
            [line(SMALL, 30), line(LARGE, 110)],
            [exactly(110), exactly(30)],
            id="in another order",
        ),
        pytest.param(
            [line(LARGE, 100), line(SMALL, 20)], [line(SMALL, 30)], [UNKNOWN, exactly(30)], id="without one of them"
        ),
        pytest.param(
            [line(LARGE, 60, "x"), line(LARGE, 50, "y")],
            [line(LARGE, 51, "y"), line(LARGE, 61, "x"), line(LARGE, 7, "z")],
            [exactly(61), exactly(51)],
            id="lots by their ids",
        ),
        pytest.param(
            [line(LARGE, 60, "x"), line(SMALL, 50, "y")],
            [line(LARGE, 61, "y"), line(SMALL, 51, "x")],
            [exactly(61), exactly(51)],
            id="ids that stand for other kinds",
        ),
        pytest.param(
            [line(LARGE, 60), line(LARGE, 50)],
            [line(SMALL, 1), line(LARGE, 61), line(LARGE, 51)],
            [exactly(61), exactly(51)],
            id="lots in their order",
        ),
        pytest.param([line(LARGE, 100)], [line(LARGE, 60), line(LARGE, 50)], [exactly(110)], id="one in two lots"),
        pytest.param([line(Munition(), 100)], [line(LARGE, 60), line(SMALL, 50)], [exactly(110)], id="one in kinds"),
        pytest.param([line(LARGE, 60), line(LARGE, 50)], [line(LARGE, 110)], [UNKNOWN, UNKNOWN], id="two lots in one"),
        pytest.param([line(LARGE, 60)], [line(SMALL, 70)], [exactly(70)], id="the only one of another kind"),
    ],
)
def test_a_line_promises_what_it_is_restated_to(
    before: list[Line], after: list[Line], expected: list[Estimate[Any]]
) -> None:
    ledger = restated(before, after)
    assert promised(ledger, "a") == expected
    assert promised(ledger, "b") == [each.quantity for each in after]


def test_claims_of_lots_speak_of_the_same_lots() -> None:
    lots = [line(LARGE, 60), line(LARGE, 50)]
    assert arrived(restated(lots, lots, ("a", 0, 60), ("a", 1, 10)), "b") == [exactly(60), exactly(10)]
    assert arrived(restated(lots, lots, ("b", 0, 60), ("b", 1, 10)), "a") == [exactly(60), exactly(10)]
    before, after = [line(LARGE, 60, "x"), line(LARGE, 50, "y")], [line(LARGE, 50, "y"), line(LARGE, 60, "x")]
    assert arrived(restated(before, after, ("a", "x", 60), ("a", "y", 10)), "b") == [exactly(10), exactly(60)]


def test_of_lots_that_become_one_line_each_claim_is_a_least() -> None:
    lots, together = [line(LARGE, 60), line(LARGE, 50)], [line(LARGE, 110), line(SMALL, 5)]
    assert arrived(restated(lots, together, ("a", 0, 60), ("a", 1, 10)), "b") == [at_least(60), UNKNOWN]
    assert arrived(restated(lots, together, ("a", 1, None)), "b") == [UNKNOWN, UNKNOWN]  # how many the lot still has
    assert arrived(restated(together, [line(LARGE, 60), line(LARGE, 50)], ("b", 0, 60)), "a") == [at_least(60), UNKNOWN]
    kinds = restated([line(Munition(), 110), line(SMALL, 5)], [line(LARGE, 110)], ("b", None, 60))
    assert arrived(kinds, "a") == [at_least(60), UNKNOWN]


def test_a_claim_of_a_line_that_becomes_several_lots_says_no_number_of_any() -> None:
    one, lots = [line(LARGE, 110)], [line(LARGE, 60), line(LARGE, 50)]
    assert arrived(restated(one, lots, ("a", 0, 100)), "b") == [UNKNOWN, UNKNOWN]
    assert arrived(restated(one, lots, ("a", 0, None)), "b") == [exactly(60), exactly(50)]
    three = [line(LARGE, 30), line(LARGE, 30), line(LARGE, 50)]
    assert arrived(restated(three, lots, ("a", 0, 30)), "b") == [UNKNOWN, UNKNOWN]
    of_all = {each.line: each for each in fulfilments(restated(one, lots, ("b", None, 90)))["b"] if each.unit}
    assert of_all[None].delivered == exactly(90)
    whole = progress(restated(one, lots, ("a", 0, None)), of=Munition()).whole
    assert whole.delivered == exactly(110)


def test_what_is_claimed_of_the_only_line_is_claimed_of_all_lines_that_it_becomes() -> None:
    for named in (None, 0):
        ledger = restated([line(LARGE, 110)], [line(LARGE, 60), line(LARGE, 50)], ("a", named, 100), ("b", None, 90))
        (answer,) = (each for each in fulfilments(ledger)["b"] if each.line is None and each.unit)
        assert answer.delivered == between(90, 100)


def test_a_line_that_a_promise_no_longer_has_is_in_no_whole() -> None:
    whole = MilitaryCommitment(id="w", stage="pledged", lines=[line(LARGE, 500), line(SMALL, 500)])
    links = [Link("component_of", "w")]
    first = MilitaryCommitment(id="a", stage="pledged", lines=[line(LARGE, 5), line(SMALL, 5)], links=links)
    second = MilitaryCommitment(id="b", stage="delivered", lines=[line(SMALL, 7)], links=[Link("corrects", "a")])
    ledger = Ledger(commitments=[whole, first, second])
    assert arrived(ledger, "w") == [UNKNOWN, at_least(7)]


def test_what_goes_towards_an_initiative_by_itself_and_with_what_it_is_part_of_counts_once() -> None:
    goods: dict[str, Any] = {"stage": "delivered", "lines": [line(LARGE, 5)]}
    package = MilitaryCommitment(id="package", stage="pledged")
    part = MilitaryCommitment(id="part", part_of="package", towards="i", **goods)
    instead = MilitaryCommitment(
        id="instead", stage="pledged", lines=[line(LARGE, 9)], towards="i", links=[Link("replaces", "package")]
    )
    initiative = Initiative(id="i", goal=[Line(LARGE, 100)])
    ledger = Ledger(commitments=[package, part, instead], initiatives=[initiative])
    assert fulfilment(ledger, "i").delivered == at_least(5)
