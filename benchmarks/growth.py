"""How the time of questions grows with the records of a ledger of one shape, however odd.

Each shape is one that trackers can make: a chain of parts, many tellings of one promise, many speakers about it. The
time of an answer grows as a power of the number of records: linear work has the exponent 1, quadratic work 2. From
1,000 to 8,000 records it may be 1.3 at most. What counts is the time of the processor, whatever else the machine does.
"""

import argparse
import gc
import math
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from time import process_time
from typing import Any, Final, NamedTuple

import attrs

from ukraine_support import ArtilleryShell, Ledger, Materiel, UkraineSupportError
from ukraine_support.analysis import (
    audit,
    burden,
    changes,
    counted_at,
    delays,
    disputes,
    evidence,
    flows,
    fulfilment,
    fulfilment_of_value,
    funding,
    history,
    largest,
    matches,
    overdue,
    progress,
    quantities,
    quantity_summands,
    stage_of,
    standings,
    summands,
    superseded,
    totals,
)
from ukraine_support.display import report
from ukraine_support.serialisation import dumps, from_rows, loads, to_rows

from .inputs import INPUTS
from .records import NOW
from .shapes import SHAPES, made

SMALL: Final = 1_000
LARGE: Final = 8_000
MOST: Final = 1.3
ROUNDS: Final = 3
LEAST: Final = 0.001
"""Seconds below which a time of the larger ledger says nothing of how it grows."""
ENOUGH: Final = 0.3
"""Seconds after which a question is not asked again for a better time."""
DAY: Final = date(2024, 6, 1)
ALONE: Final[dict[str, Any]] = {"towards": None, "part_of": None, "links": (), "citations": ()}
"""What ties a promise to other records."""


# Questions


class Question(NamedTuple):
    """A question about a whole ledger, or about its first and its last promise."""

    name: str
    put: Callable[[Ledger], Any]


def of_ends(ask: Callable[[Ledger, str], Any]) -> Callable[[Ledger], Any]:
    """The question about the first and the last promise."""

    def put(ledger: Ledger) -> None:
        ids = list(ledger.commitments)
        for id in {ids[0], ids[-1]}:
            ask(ledger, id)

    return put


def numbers(ledger: Ledger, id: str) -> None:
    """What has become of the quantity, of each of up to three lines."""
    found = len(ledger.commitments[id].lines)
    for line in range(min(found, 3)):
        fulfilment(ledger, id, line=line)


def matched(ledger: Ledger) -> None:
    """Which records of the ledger and of one a day later are the same."""
    later = (attrs.evolve(one, announced=NOW + timedelta(days=1)) for one in ledger.commitments.values())
    matches(ledger, Ledger(commitments=[attrs.evolve(one, **ALONE) for one in later]))


def changed(ledger: Ledger) -> None:
    """What has changed if every second record is new, and every third has another note."""
    records = ledger.records
    later = [attrs.evolve(one, note="other") if at % 3 else one for at, one in enumerate(records)]
    changes(ledger.without([one.id for one in records][::2]), Ledger.of(later), currency="EUR")


QUESTIONS: Final = (
    Question("totals", lambda ledger: totals(ledger, by="donor", currency="EUR")),
    Question("totals delivered", lambda ledger: totals(ledger, currency="EUR", stage="delivered")),
    Question("flows", lambda ledger: flows(ledger, currency="EUR")),
    Question("quantities", lambda ledger: quantities(ledger, of=Materiel(), by="donor", unit="rounds")),
    Question("progress", lambda ledger: progress(ledger, of=Materiel(), unit="rounds")),
    Question("funding", lambda ledger: funding(ledger, "i").pledged),
    Question("overdue", lambda ledger: overdue(ledger, as_of=DAY)),
    Question("disputes", disputes),
    Question("audit", lambda ledger: list(audit(ledger))),
    Question("report", lambda ledger: report(ledger, "en", as_of=DAY)),
    Question("stage_of", of_ends(stage_of)),
    Question("history", of_ends(history)),
    Question("evidence", of_ends(evidence)),
    Question("fulfilment", of_ends(numbers)),
    Question("fulfilment, money", of_ends(fulfilment_of_value)),
    Question("matches", matched),
    Question("matches itself", lambda ledger: matches(ledger, ledger)),
    Question("superseded", superseded),
    Question("counted_at", counted_at),
    Question("delays", lambda ledger: delays(ledger, as_of=DAY)),
    Question("largest", lambda ledger: largest(ledger, 10, currency="EUR")),
    Question("burden", lambda ledger: burden(ledger, currency="EUR")),
    Question("summands", summands),
    Question("quantity_summands", lambda ledger: quantity_summands(ledger, of=Materiel())),
    Question("standings", lambda ledger: dict(standings(ledger, ArtilleryShell()))),
    Question("changes", changed),
    Question("Ledger.of", lambda ledger: Ledger.of(ledger.records)),
    Question("Ledger.without", lambda ledger: ledger.without(list(ledger.commitments)[::2])),
    Question("as_of", lambda ledger: ledger.as_of(NOW - timedelta(days=1))),
    Question("merging", lambda ledger: ledger | Ledger.of(ledger.records)),
    Question("dumps and loads", lambda ledger: loads(dumps(ledger))),
    Question("rows and back", lambda ledger: from_rows(to_rows(ledger))),
)


def seconds(put: Callable[[Any], Any], asked: Any, rounds: int = ROUNDS) -> float:
    """The best of several rounds; a refusal is an answer too."""
    taken: list[float] = []
    while len(taken) < rounds and sum(taken) < ENOUGH:
        gc.collect()
        gc.disable()  # as timeit does: the collector would take longer where more is held, whatever is asked
        start = process_time()
        with suppress(UkraineSupportError):
            put(asked)
        taken.append(process_time() - start)
        gc.enable()
    return min(taken)


def calls(put: Callable[[Any], Any], asked: Any) -> int:
    """How many calls of functions it takes: the same at every run, where a time depends on what else runs."""
    number = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    with suppress(UkraineSupportError):
        put(asked)
    sys.setprofile(None)
    return number


def exponent(measure: Callable[..., float], least: float, put: Callable[[Any], Any], *sizes: Any, times: int) -> float:
    """The power of the size by which the time, or the number of calls, grows; 0 where there is hardly any."""
    small, large = (measure(put, asked) for asked in sizes)
    return math.log(large / small, times) if large > least else 0.0


def row(name: str, found: dict[str, float]) -> None:
    """Print the greatest exponent of a shape, of which question, and all that are over the bound."""
    worst = max(found, key=found.__getitem__)
    above = [f"{question} {power:.2f}" for question, power in found.items() if power > MOST]
    print(f"| {name} | {found[worst]:.2f} | {worst} | {', '.join(above) or '–'} |", flush=True)


def main() -> None:
    """Measure the shapes and inputs that are named, or all, and print a row for each.

    `--from 60 --to 240` measures smaller ones, and `--calls` counts calls in place of seconds.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="small", type=int, default=SMALL)
    parser.add_argument("--to", dest="large", type=int, default=LARGE)
    parser.add_argument("--calls", action="store_true")
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    sizes = asked.small, asked.large
    power = partial(exponent, *((calls, 0) if asked.calls else (seconds, LEAST)), times=asked.large // asked.small)
    print("| shape | greatest exponent | of | over it |\n|---|---|---|---|")
    for shape in SHAPES:
        if not asked.names or shape.__name__ in asked.names:
            ledgers = [made(shape, size) for size in sizes]
            found = {question.name: power(question.put, *ledgers) for question in QUESTIONS}
            row(shape.__name__.replace("_", " "), found)
    power = partial(exponent, partial(seconds, rounds=1), LEAST, times=asked.large // asked.small)
    for name, make, put in INPUTS:  # asked but once, as texts that were read are remembered
        if not asked.names or name in asked.names:
            with suppress(UkraineSupportError):
                put(make(1))  # what is loaded but once, such as names and words, is no part of it
            row(name, {"reading": power(put, *map(make, sizes))})


if __name__ == "__main__":
    main()
