"""Ledgers of odd shapes, each of so many records: shapes that trackers can make, or that somebody chose.

A chain of parts, many tellings of one promise, many speakers about it, numbers whose hashes Python makes alike.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final

from ukraine_support import (
    ArtilleryShell,
    Calibre,
    Citation,
    Commitment,
    Equipment,
    Initiative,
    Ledger,
    Line,
    Link,
    Materiel,
    MilitaryCommitment,
    Money,
    Munition,
    Occasion,
    Organisation,
    Position,
    Record,
    Source,
    Speaker,
    UnnamedParty,
)

from .records import NL, NOW, claim, goods, promise

DEEPEST: Final = 50
"""How many organisations may be part of one another."""


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
        yield goods(at, Line(ArtilleryShell(calibre="155 mm"), at + 1), announced=NOW - timedelta(days=at % 1_000))


def calibres(count: int) -> Iterator[Record]:
    """Orders of one donor, each of another calibre."""
    yield from (goods(at, Line(ArtilleryShell(calibre=Calibre(at + 1)), 5)) for at in range(count))


def lines_and_parts(count: int) -> Iterator[Record]:
    """One promise of many lines whose numbers are open, and as many parts that raise them."""
    kinds = [ArtilleryShell(designation=f"S{at}") for at in range(count // 2)]
    yield goods(0, *map(Line, kinds))
    yield from (goods(at, Line(kind, 5), part_of="c00000") for at, kind in enumerate(kinds[1:], 1))


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
    for at in range(count):
        yield goods(at, Line(ArtilleryShell(calibre="155 mm"), 10))
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


def restated_on_the_last_day(count: int) -> Iterator[Record]:
    """All restate the first, half of them earlier, and half on one last day."""
    yield promise(0)
    earlier = NOW - timedelta(days=1)
    for at in range(1, count):
        yield promise(at, announced=NOW if at % 2 else earlier, links=[Link("corrects", "c00000")])


def shares_of_restatements(count: int) -> Iterator[Record]:
    """Each restates the one before it, and a share of each was claimed."""
    yield from restatements(count // 2)
    yield from (claim(at, about=f"c{at:05}", share="0.5") for at in range(count // 2))


def shares_of_twins(count: int) -> Iterator[Record]:
    """Each tells of goods of the same promise as the one before it, and each of many parties claims a share of one."""
    for at in range(count // 2):
        links = [Link("same_as", f"c{at - 1:05}")] if at else []
        yield goods(at, Line(ArtilleryShell(), 10 + at, value=Money(5 + at, "EUR")), links=links, due="2024-03-01")
        party = Organisation(id=f"party {at}", name=f"Party {at}")
        yield claim(at, about=f"c{at:05}", share="0.5", speaker=Speaker("Somebody", of=party))


def lines_of_one_kind(count: int) -> Iterator[Record]:
    """One promise of many lines of one kind, with a claim about each, and parts of it that are of that kind."""
    kind = ArtilleryShell(calibre="155 mm")
    yield goods(0, *(Line(kind, 10, id=f"l{at}") for at in range(count // 2)), due="2024-03-01")
    yield from (goods(at, Line(kind, 5), part_of="c00000") for at in range(1, count // 2))
    yield from (claim(at, line=f"l{at}", quantity=5) for at in range(0, count // 2, 2))


def lines_of_open_numbers(count: int) -> Iterator[Record]:
    """One promise of many lines of one kind whose numbers are open, and as many parts that raise them."""
    kind = ArtilleryShell(calibre="155 mm")
    yield goods(0, *(Line(kind) for _ in range(count // 2)))
    yield from (goods(at, Line(kind, 5), part_of="c00000") for at in range(1, count // 2))


def kinds_within_kinds(count: int) -> Iterator[Record]:
    """One promise of many kinds, some of which include others, and claims that count others of them."""
    wide = [Materiel(), Munition(), Equipment(), ArtilleryShell()]
    narrow = [ArtilleryShell(designation=f"S{at}") for at in range(count // 2)]
    lines = [*map(Line, wide), *(Line(kind, 5) for kind in narrow)]
    yield goods(0, *lines, due="2024-03-01")
    yield claim(0, quantity=5, of=narrow)
    for at, kind in enumerate(narrow[1:], 1):
        yield claim(at, quantity=5, of=[kind, Equipment(designation=f"E{at}")], said=NOW - timedelta(days=at))


def links_of_one(count: int) -> Iterator[Record]:
    """One promise with a link to each of the others, of each relation in turn."""
    relations = ("replaces", "corrects", "reimburses", "backs", "component_of", "repaid_from")
    yield from (promise(at) for at in range(1, count))
    yield promise(0, links=[Link(relations[at % len(relations)], f"c{at:05}") for at in range(1, count)])


def links_to_one(count: int) -> Iterator[Record]:
    """One promise that each of the others replaces, restates, pays back, or backs."""
    relations = ("replaces", "corrects", "reimburses", "backs", "component_of", "repaid_from")
    yield promise(0)
    yield from (promise(at, links=[Link(relations[at % len(relations)], "c00000")]) for at in range(1, count))


def ladder_of_replacements(count: int) -> Iterator[Record]:
    """Each promise replaces the two before it."""
    for at in range(count):
        yield promise(at, links=[Link("replaces", f"c{before:05}") for before in range(max(at - 2, 0), at)])


def shared_parts(count: int) -> Iterator[Record]:
    """Packages, each in the one before it, with a part that is in another package too: the first, which holds all."""
    yield promise(0)
    for at in range(1, count, 2):
        yield promise(at, part_of=f"c{max(at - 2, 0):05}")
        yield promise(at + 1, links=[Link("component_of", "c00000"), Link("component_of", f"c{at:05}")])


def disputes_of_one(count: int) -> Iterator[Record]:
    """Each claim disputes the first and the one before it, and the last disputes all."""
    yield promise(0)
    yield claim(0, share="0.5")
    for at in range(1, count - 1):
        yield claim(at, share="0.6", disputes=sorted({"k00000", f"k{at - 1:05}"}), speaker=Speaker(f"Somebody {at}"))
    yield claim(count - 1, disputes=[f"k{at:05}" for at in range(count - 1)])


def nested_periods(count: int) -> Iterator[Record]:
    """One party tells how much came in each of many spans, each within another, and totals of every second."""
    yield promise(0, value=Money(100 * count, "EUR"))
    for at in range(count):
        span = f"{NOW - timedelta(days=2 * count - at)}/{NOW - timedelta(days=at + 1)}"
        said = NOW + timedelta(days=at)
        yield claim(
            at,
            value=Money(count - at, "EUR"),
            during=[span],
            increment=at % 2 == 0,
            speaker=Speaker("S", of=NL),
            said=said,
        )


def overlapping_periods(count: int) -> Iterator[Record]:
    """One party tells how much came in each of many spans, of which each overlaps with a hundred others."""
    yield promise(0, value=Money(100 * count, "EUR"))
    for at in range(count):
        first = NOW - timedelta(days=count + 100 - at)
        during = [f"{first}/{first + timedelta(days=100)}"]
        yield claim(at, value=Money(1 + at % 7, "EUR"), during=during, speaker=Speaker("S", of=NL))


def deep_organisations(count: int) -> Iterator[Record]:
    """Promises of organisations, each of them part of another and so on, as deep as is accepted."""
    for at in range(count):
        party: Organisation | None = None
        for level in range(DEEPEST):
            party = Organisation(id=f"o{at // 8}.{level}", name="Some", part_of=party)
        yield promise(at, donors=[party])
        yield claim(at, about=f"c{at:05}", speaker=Speaker("Somebody", of=party))


def positions(count: int) -> Iterator[Record]:
    """Where as many parties stand on one kind, one promise and the initiative, each said on an occasion of its own."""
    subjects = (ArtilleryShell(), "c00000", "i")
    yield promise(0)
    for at in range(count):
        yield Occasion(id=f"o{at:05}", name=f"Meeting {at}")
        holder = Organisation(id=f"party {at}", name=f"Party {at}")
        on = subjects[at % len(subjects)]
        yield Position(id=f"p{at:05}", holder=holder, on=on, stance="supports", said=NOW, occasion=f"o{at:05}")


def initiatives(count: int) -> Iterator[Record]:
    """As many initiatives, each with a goal, a promise towards it and a claim about it."""
    for at in range(count):
        yield Initiative(id=f"i{at:05}", announced=NOW, goal=[Line(ArtilleryShell(), 100 + at)])
        yield goods(at, Line(ArtilleryShell(), 5 + at), towards=f"i{at:05}")
        yield claim(at, about=f"i{at:05}", line=0, quantity=5)


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
    calibres,
    restated_on_the_last_day,
    shares_of_restatements,
    shares_of_twins,
    lines_of_one_kind,
    lines_of_open_numbers,
    kinds_within_kinds,
    links_of_one,
    links_to_one,
    ladder_of_replacements,
    shared_parts,
    disputes_of_one,
    nested_periods,
    overlapping_periods,
    deep_organisations,
    positions,
    initiatives,
)


def made(shape: Callable[[int], Iterator[Record]], count: int) -> Ledger:
    """The ledger of a shape: as many records as there are, and the initiative that all money goes towards."""
    return Ledger.of([Initiative(id="i", announced=NOW), *shape(count)])
