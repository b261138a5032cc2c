"""That answers take hardly more work for each record of a larger ledger, counted in calls: a clock depends on the rest.

`benchmarks/growth.py` measures the time, of more shapes.
"""

import math
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, Final

import pytest

from ukraine_support import (
    ArtilleryShell,
    Claim,
    Country,
    FinancialCommitment,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    Organisation,
    Position,
    Record,
    Speaker,
)
from ukraine_support.analysis import fulfilment_of_value, progress, standings
from ukraine_support.display import report

TIMES: Final = 4
"""How many times as many records the larger ledger has."""
MOST: Final = 1.3
"""The power of the number of records by which calls may grow at most: of linear work 1, of quadratic work 2."""
DAY: Final = date(2024, 1, 1)
KIND: Final = ArtilleryShell(calibre="155 mm")


def restated_on_the_last_day(count: int) -> Iterator[Record]:
    stated: dict[str, Any] = {"stage": "pledged", "donors": [Country("NL")]}
    yield FinancialCommitment(id="c0", announced="2024-01-01", **stated)
    for at in range(1, count):
        links = [Link("corrects", "c0")]
        yield FinancialCommitment(id=f"c{at}", announced=f"2024-01-{2 + at % 2:02}", links=links, **stated)


def shares_of_twins(count: int) -> Iterator[Record]:
    for at in range(count):
        links = [Link("same_as", f"c{at - 1}")] if at else []
        yield MilitaryCommitment(id=f"c{at}", stage="pledged", links=links, lines=[Line(KIND, 10)])
        party = Organisation(id=f"party {at}", name="Some")
        stated: dict[str, Any] = {"share": "0.5", "speaker": Speaker("Somebody", of=party)}
        yield Claim(id=f"k{at}", about=f"c{at}", stage="delivered", **stated)


def lines_of_one_kind(count: int) -> Iterator[Record]:
    stated: dict[str, Any] = {"stage": "pledged", "announced": "2024-01-01"}
    yield MilitaryCommitment(id="whole", lines=[Line(KIND) for _ in range(count)], **stated)
    for at in range(count):
        yield MilitaryCommitment(id=f"c{at}", part_of="whole", lines=[Line(KIND, 5)], **stated)


def nested_periods(count: int) -> Iterator[Record]:
    yield FinancialCommitment(id="c0", stage="pledged", value=Money(1_000, "EUR"))
    for at in range(count):
        span = f"{DAY - timedelta(days=count + at)}/{DAY - timedelta(days=count - at)}"
        stated: dict[str, Any] = {"increment": at % 2 == 0, "said": DAY + timedelta(days=count - at)}
        speaker = Speaker("Somebody", of=Country("NL"))
        yield Claim(
            id=f"k{at}",
            about="c0",
            stage="disbursed",
            value=Money(1, "EUR"),
            during=[span],
            speaker=speaker,
            **stated,
        )


def positions(count: int) -> Iterator[Record]:
    for at in range(count):
        holder = Organisation(id=f"o{at}", name="Some")
        yield Position(id=f"p{at}", holder=holder, on=KIND, stance="supports", said="2024-01-01")


def told(ledger: Ledger) -> str:
    return report(ledger, "en")


def reached(ledger: Ledger) -> object:
    return progress(ledger, of=Munition())


def paid(ledger: Ledger) -> object:
    return fulfilment_of_value(ledger, "c0")


def stances(ledger: Ledger) -> object:
    return dict(standings(ledger, KIND))


@pytest.mark.parametrize(
    ("shape", "ask", "records"),
    [
        (restated_on_the_last_day, told, 60),
        (shares_of_twins, told, 30),
        (lines_of_one_kind, reached, 60),
        (nested_periods, paid, 200),
        (positions, stances, 250),
    ],
)
def test_calls_grow_nearly_as_the_records_do(
    shape: Callable[[int], Iterator[Record]], ask: Callable[[Ledger], object], records: int
) -> None:
    small, large = (calls(ask, Ledger.of(shape(count))) for count in (records, TIMES * records))
    assert math.log(large / small, TIMES) < MOST, (small, large)


def calls(ask: Callable[[Ledger], object], ledger: Ledger) -> int:
    """How many calls an answer takes, of functions of Python and of C; a second answer, as the first fills caches."""
    ask(ledger)
    number = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        ask(ledger)
    finally:
        sys.setprofile(before)
    return number
