"""How the time of questions grows with the records of a ledger of one shape, however odd.

Each shape is one that trackers can make: a chain of parts, many tellings of one promise, many speakers about it. The
time of an answer grows as a power of the number of records: linear work has the exponent 1, quadratic work 2. From
1,000 to 8,000 records it may be 1.3 at most. What counts is the time of the processor, whatever else the machine does.
"""

import gc
import math
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from time import process_time
from typing import Any, Final, NamedTuple

import attrs

from ukraine_support import (
    ArtilleryShell,
    Calibre,
    Citation,
    Claim,
    Commitment,
    Country,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Link,
    Materiel,
    MilitaryCommitment,
    Money,
    Munition,
    Organisation,
    Record,
    Source,
    Speaker,
    UnnamedParty,
)
from ukraine_support.analysis import (
    audit,
    disputes,
    evidence,
    flows,
    fulfilment,
    fulfilment_of_value,
    funding,
    history,
    matches,
    overdue,
    progress,
    quantities,
    stage_of,
    totals,
)
from ukraine_support.display import report

SMALL: Final = 1_000
LARGE: Final = 8_000
MOST: Final = 1.3
ROUNDS: Final = 3
LEAST: Final = 0.001
"""Seconds below which a time of the larger ledger says nothing of how it grows."""
ENOUGH: Final = 1.0
"""Seconds after which a question is not asked again for a better time."""
DAY: Final = date(2024, 6, 1)
NOW: Final = date(2024, 1, 1)
NL: Final = Country("NL")
ALONE: Final[dict[str, Any]] = {"towards": None, "part_of": None, "links": (), "citations": ()}
"""What ties a promise to other records."""


# Shapes


def promise(at: int, **changes: Any) -> FinancialCommitment:
    """The promise of that number, of money towards the one initiative."""
    stated: dict[str, Any] = {
        "id": f"c{at:05}",
        "donors": [NL],
        "stage": "pledged",
        "announced": NOW,
        "due": "2024-03-01",
        "value": Money(at + 1, "EUR"),
        "towards": "i",
    }
    return FinancialCommitment(**(stated | changes))


def claim(at: int, **changes: Any) -> Claim:
    """The claim of that number, about the first promise."""
    stated: dict[str, Any] = {"id": f"k{at:05}", "about": "c00000", "stage": "delivered", "said": "2024-02-01"}
    return Claim(**(stated | changes))


def chain_of_parts(count: int) -> Iterator[Record]:
    """Each is part of the one before it; the first replaces another."""
    yield promise(0)
    yield promise(1, links=[Link("replaces", "c00000")])
    yield from (promise(at, part_of=f"c{at - 1:05}") for at in range(2, count))


def parts_of_undisclosed(count: int) -> Iterator[Record]:
    """Each is part of the one before it, and only the last says how much."""
    yield promise(0, value=None)
    yield from (
        promise(at, value=Money(5, "EUR") if at == count - 1 else None, part_of=f"c{at - 1:05}")
        for at in range(1, count)
    )


def many_parts(count: int) -> Iterator[Record]:
    """All are parts of one, each delivered according to somebody."""
    yield promise(0, value=None)
    yield from (promise(at, part_of="c00000") for at in range(1, count))
    yield from (claim(at, about=f"c{at:05}", share=1) for at in range(1, count))


def components(count: int) -> Iterator[Record]:
    """Each is contained in the one before it."""
    yield promise(0)
    yield from (promise(at, links=[Link("component_of", f"c{at - 1:05}")]) for at in range(1, count))


def twins(count: int) -> Iterator[Record]:
    """Each tells of the same promise as the first."""
    yield promise(0)
    yield from (promise(at, links=[Link("same_as", "c00000")]) for at in range(1, count))


def chain_of_twins(count: int) -> Iterator[Record]:
    """Each tells of the same promise as the one before it, and a claim is made about each."""
    yield promise(0)
    yield from (promise(at, links=[Link("same_as", f"c{at - 1:05}")]) for at in range(1, count))
    yield from (claim(at, about=f"c{at:05}", share="0.5") for at in range(count))


def replacements(count: int) -> Iterator[Record]:
    """Each replaces the one before it, and has a part."""
    yield promise(0)
    for at in range(2, count, 2):
        yield promise(at, links=[Link("replaces", f"c{at - 2:05}")])
        yield promise(at + 1, part_of=f"c{at:05}")


def restatements(count: int) -> Iterator[Record]:
    """Each restates the one before it."""
    yield promise(0)
    yield from (promise(at, links=[Link("corrects", f"c{at - 1:05}")]) for at in range(1, count))


def differences(count: int) -> Iterator[Record]:
    """Each corrects the first by a difference."""
    yield promise(0)
    yield from (promise(at, correction=True, links=[Link("corrects", "c00000")]) for at in range(1, count))


def reimbursements(count: int) -> Iterator[Record]:
    """Each reimburses the one before it."""
    yield promise(0)
    yield from (promise(at, links=[Link("reimburses", f"c{at - 1:05}")]) for at in range(1, count))


def joint_donors(count: int) -> Iterator[Record]:
    """One promise of many donors, each of whom withdraws."""
    donors = [Organisation(id=f"donor {at}", name=f"Donor {at}") for at in range(count)]
    yield promise(0, donors=donors)
    yield from (claim(at, stage="withdrawn", speaker=Speaker("Somebody", of=donor)) for at, donor in enumerate(donors))


def speakers(count: int) -> Iterator[Record]:
    """One promise, of which each of many parties says something else on a day of its own."""
    yield MilitaryCommitment(
        id="c00000", stage="pledged", announced=NOW, due="2024-03-01", lines=[Line(Munition(), 10 * count)]
    )
    for at in range(count):
        party = Organisation(id=f"party {at}", name=f"Party {at}")
        said = NOW - timedelta(days=count - at)
        yield claim(at, quantity=10 * count - at, speaker=Speaker("Somebody", of=party), said=said)


def one_speaker(count: int) -> Iterator[Record]:
    """One promise, of which one party tells every day how much came on top."""
    yield from (record for record in speakers(1))
    yield from (
        claim(at, quantity=1, increment=True, speaker=Speaker("Somebody", of=NL), said=NOW - timedelta(days=count - at))
        for at in range(1, count)
    )


def retractions(count: int) -> Iterator[Record]:
    """Each claim takes back the one before it."""
    yield promise(0)
    yield claim(0, share="0.5")
    yield from (claim(at, share="0.5", retracts=[f"k{at - 1:05}"]) for at in range(1, count))


def periods(count: int) -> Iterator[Record]:
    """One party tells how much came on each of many days."""
    yield promise(0, value=Money(count, "EUR"))
    for at in range(count):
        day = NOW - timedelta(days=count - at)
        yield claim(at, value=Money(1, "EUR"), during=[day.isoformat()], speaker=Speaker("Somebody", of=NL))


def lines(count: int) -> Iterator[Record]:
    """One promise of many lines, with a claim about each."""
    yield MilitaryCommitment(
        id="c00000",
        stage="pledged",
        announced=NOW,
        due="2024-03-01",
        lines=[Line(ArtilleryShell(designation=f"S{at}"), 10) for at in range(count)],
    )
    yield from (claim(at, line=at, quantity=5) for at in range(count))


def lines_and_wholes(count: int) -> Iterator[Record]:
    """One promise of many lines, with as many claims about the whole of it."""
    yield from (record for record in lines(count) if isinstance(record, Commitment))
    yield from (claim(at, share="0.5", said=NOW - timedelta(days=count - at)) for at in range(count))


def citations(count: int) -> Iterator[Record]:
    """One source through another through another, each cited by a promise."""
    for at in range(count):
        yield Source(id=f"s{at:05}", through=f"s{at - 1:05}" if at else None)
        yield promise(at, citations=[Citation(f"s{at:05}")])


def orders(count: int) -> Iterator[Record]:
    """Orders of one thing by one donor, of another number each, in three years."""
    for at in range(count):
        bought = [Line(ArtilleryShell(calibre="155 mm"), at + 1)]
        day = NOW - timedelta(days=at % 1_000)
        yield MilitaryCommitment(id=f"c{at:05}", donors=[NL], stage="pledged", announced=day, lines=bought)


def lines_and_parts(count: int) -> Iterator[Record]:
    """One promise of many lines whose numbers are open, and as many parts that raise them."""
    yield MilitaryCommitment(
        id="c00000",
        donors=[NL],
        stage="pledged",
        announced=NOW,
        lines=[Line(ArtilleryShell(designation=f"S{at}")) for at in range(count // 2)],
    )
    for at in range(1, count // 2):
        kind = ArtilleryShell(designation=f"S{at}")
        yield MilitaryCommitment(
            id=f"c{at:05}", donors=[NL], stage="pledged", announced=NOW, part_of="c00000", lines=[Line(kind, 5)]
        )


def restatements_of_one_day(count: int) -> Iterator[Record]:
    """All restate the first, on one day, and none says which of them holds."""
    yield promise(0)
    yield from (promise(at, links=[Link("corrects", "c00000")]) for at in range(1, count))


def contributions(count: int) -> Iterator[Record]:
    """Money of as many donors towards one initiative, and goods bought with it."""
    for at in range(0, count, 2):
        yield promise(at, donors=[Organisation(id=f"donor {at}", name=f"Donor {at}")])
        bought = [Line(ArtilleryShell(designation=f"S{at}"), 10, value=Money(5, "EUR"))]
        yield MilitaryCommitment(id=f"c{at + 1:05}", stage="pledged", announced=NOW, towards="i", lines=bought)


def one_day(count: int) -> Iterator[Record]:
    """One donor's promises of one day, all alike but for their ids, each with a claim of that day."""
    shells = [Line(ArtilleryShell(calibre="155 mm"), 10)]
    for at in range(count):
        yield MilitaryCommitment(id=f"c{at:05}", donors=[NL], stage="pledged", announced=NOW, lines=shells)
        yield claim(at, about=f"c{at:05}", quantity=5, said=NOW)


def chosen_numbers(count: int) -> Iterator[Record]:
    """Numbers whose hashes Python makes alike: parties, calibres, quantities and amounts of multiples of 2**61 - 1."""
    for at in range(count):
        number = 1 + at * (2**61 - 1)
        yield MilitaryCommitment(
            id=f"c{at:05}",
            donors=[UnnamedParty(description="some", count=number)],
            stage="pledged",
            announced=NOW,
            due="2024-03-01",
            lines=[Line(ArtilleryShell(calibre=Calibre(number)), number, value=Money(number, "EUR"))],
        )
        yield claim(at, quantity=number, speaker=Speaker(f"Somebody {at}", of=NL))


SHAPES: Final = (
    chain_of_parts,
    parts_of_undisclosed,
    many_parts,
    components,
    twins,
    chain_of_twins,
    replacements,
    restatements,
    differences,
    reimbursements,
    joint_donors,
    speakers,
    one_speaker,
    retractions,
    periods,
    lines,
    lines_and_wholes,
    lines_and_parts,
    restatements_of_one_day,
    contributions,
    one_day,
    chosen_numbers,
    citations,
    orders,
)


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
)


def seconds(question: Question, ledger: Ledger) -> float:
    """The best of several rounds."""
    taken: list[float] = []
    while len(taken) < ROUNDS and sum(taken) < ENOUGH:
        gc.collect()
        gc.disable()  # as timeit does: the collector would take longer where more is held, whatever is asked
        start = process_time()
        question.put(ledger)
        taken.append(process_time() - start)
        gc.enable()
    return min(taken)


def made(shape: Callable[[int], Iterator[Record]], count: int) -> Ledger:
    """The ledger of a shape: as many records as there are, and the initiative that all money goes towards."""
    return Ledger.of([Initiative(id="i", announced=NOW), *shape(count)])


def main() -> None:
    """Measure the shapes that are named, or all, and print a row for each: the greatest exponent, and what is above."""
    asked = [shape for shape in SHAPES if not sys.argv[1:] or shape.__name__ in sys.argv[1:]]
    print("| shape | greatest exponent | of | over it |\n|---|---|---|---|")
    over = 0
    for shape in asked:
        small, large = made(shape, SMALL), made(shape, LARGE)
        found = {question.name: exponent(question, small, large) for question in QUESTIONS}
        worst = max(found, key=found.__getitem__)
        above = [f"{name} {power:.2f}" for name, power in found.items() if power > MOST]
        over += len(above)
        row = (shape.__name__.replace("_", " "), f"{found[worst]:.2f}", worst, ", ".join(above) or "–")
        print(f"| {' | '.join(row)} |", flush=True)
    print(f"over {MOST}: {over} of {len(asked) * len(QUESTIONS)}")


def exponent(question: Question, small: Ledger, large: Ledger) -> float:
    """The power of the number of records by which the time grows; 0 where there is hardly any."""
    most = seconds(question, large)
    return math.log(most / seconds(question, small), LARGE / SMALL) if most > LEAST else 0.0


if __name__ == "__main__":
    main()
