"""How many things are promised, by whatever they are kept by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal, final

import attrs

from ..._errors import InvalidValueError, UnitMismatchError
from ..._exact import FRACTION_DIGITS, Number, shares, to_number
from ..._model.base.advice import an_instance, one_of
from ..._model.fields import several
from ..._model.ledger import Ledger
from ..._model.lines import Unit
from ..._model.parties import Membership
from ..._model.support import Support
from ..._model.values.estimate import Estimate, exactly
from ..._model.values.period import a_day_or_none
from ..._model.values.stages import Stage
from ...reference import MEMBERSHIPS
from .._promises.promises import Promises
from .._sums.attribution import Keys, SharingKey, Splitter
from .._sums.keys import TIMES, By, Key, order
from .cells import QuantityCell, Tally, average, together, widened
from .counted import CountedLine, CountedLines, PlainLines, units_of
from .sums import Sum
from .table import Table
from .times import count, range_of
from .wanted import Extent, Place, Wanted, kinds_asked


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False, kw_only=True)
class Quantities(Table[QuantityCell]):
    """A table of quantities: an immutable mapping from key to cell, sorted by key.

    With one part, a key is that part; with several, the tuple of them; with none, the empty tuple. A line of several
    kinds stands under one joint key, the tuple of what they are.

    Examples:
        >>> from ukraine_support import ArtilleryShell, Country, Line, MilitaryCommitment
        >>> shells = [Line(ArtilleryShell(calibre=calibre), 100) for calibre in ("155 mm", "122 mm")]
        >>> gift = MilitaryCommitment(id="nl", donors=[Country("NL")], stage="pledged", lines=shells)
        >>> table = quantities(Ledger(commitments=[gift]), of=ArtilleryShell(), by="calibre")
        >>> [(str(calibre), cell.quantity) for calibre, cell in table.items()]
        [('122 mm', exactly(100)), ('155 mm', exactly(100))]
    """

    told: ClassVar[tuple[str, ...]] = ("quantity", "lines", "commitments", "undisclosed", "wider")

    of: tuple[Support, ...]
    """The kinds of support asked about."""
    unit: Unit | None
    """What every cell counts; None where nothing is counted, or where the units are kept apart by `"unit"`."""
    stage: Stage = Stage.PLEDGED
    """From which stage on."""
    as_of: date | None = None
    """The day asked about; None for all that the ledger holds."""
    sought: Estimate[Number]
    """How many the goals of initiatives seek: they are nobody's promise, and in no sum."""
    whole: QuantityCell
    """All cells together; a commitment or line that stands in several is counted once."""
    every: str | None = None
    """In which time, as "month" where each cell is that of an average month; None for all."""
    is_cumulative: bool = False
    """Whether each cell counts all that came before it as well."""

    def _row(self, cell: QuantityCell) -> dict[str, Any]:
        return {
            "unit": None if cell.unit is None else cell.unit.value,
            "low": cell.quantity.low,
            "high": cell.quantity.high,
            "approximate": cell.quantity.is_approximate,
            "lines": cell.lines,
            "commitments": cell.commitments,
            "undisclosed": cell.undisclosed,
            "wider": cell.wider,
            "bought_low": cell.bought.low,
            "bought_high": cell.bought.high,
        }

    def cumulative(self) -> "Quantities":
        """The running sums over the time in the key: each cell holds all that came up to then.

        Times without any are filled in, for each of the other keys, from the first to the last of the table. What has
        no time, under None, may have come at any: it raises the high ends of every running sum, and is fully in
        `whole` alone.

        Raises:
            InvalidValueError: No part of the key is a time, or several are.

        Examples:
            >>> from ukraine_support import Line, MilitaryCommitment, Munition
            >>> gifts = [
            ...     MilitaryCommitment(id=f"in-{month}", stage="pledged", announced=month, lines=[Line(Munition(), 5)])
            ...     for month in ("2024-01", "2024-03")
            ... ]
            >>> table = quantities(Ledger(commitments=gifts), of=Munition(), by="month").cumulative()
            >>> [(month, cell.quantity) for month, cell in table.items()]
            [('2024-01', exactly(5)), ('2024-02', exactly(5)), ('2024-03', exactly(10))]
        """
        at, times = self._times("cumulative")
        found: dict[Any, QuantityCell] = {}
        for rest, by_time in self._without(at).items():
            so_far = together([], self.unit)
            for time in times:
                if time in by_time:
                    so_far = together([so_far, by_time[time]], self.unit)
                found[_key((*rest[:at], time, *rest[at:]))] = widened(so_far, by_time.get(None))
        return attrs.evolve(self, cells=in_order(found), is_cumulative=True)

    def per(self, time: Literal["day", "month", "year"]) -> "Quantities":
        """How many in an average day, month or year of those that the table spans, without the time in the key.

        Divided by all from the first of the table to the last, those without any among them. What has no time, under
        None, raises the high ends.

        Args:
            time: `"day"`, `"month"` or `"year"`.

        Raises:
            InvalidValueError: No part of the key is a time, or several are; the time is none of the three.

        Examples:
            >>> from ukraine_support import Line, MilitaryCommitment, Munition
            >>> gifts = [
            ...     MilitaryCommitment(id=f"in-{month}", stage="pledged", announced=month, lines=[Line(Munition(), 6)])
            ...     for month in ("2024-01", "2024-03")
            ... ]
            >>> quantities(Ledger(commitments=gifts), of=Munition(), by="month").per("month")[()].quantity
            exactly(4)
        """
        one_of(time, ("day", "month", "year"), "Quantities.per")
        at, times = self._times("per")
        number, of_one = count(self.names[at], times, time) or 1, 12 if time == "year" else 1
        found = {}
        for rest, by_time in self._without(at).items():
            dated = together([cell for when, cell in by_time.items() if when is not None], self.unit)
            found[_key(rest)] = average(widened(dated, by_time.get(None)), number, of_one, time)
        return attrs.evolve(
            self,
            names=(*self.names[:at], *self.names[at + 1 :]),
            cells=in_order(found),
            whole=average(self.whole, number, of_one, time),
            every=time,
        )

    def _times(self, asked: str) -> tuple[int, list[str]]:
        """The place of the time in the key, and all times from the first to the last."""
        places = [at for at, name in enumerate(self.names) if name in TIMES]
        if len(places) != 1 or self.is_cumulative:
            problem = "it holds running sums" if self.is_cumulative else f"{len(places)} parts of its key are times"
            accepted = 'ask a table that is kept by one of "month", "quarter" and "year"'
            raise InvalidValueError(f"Quantities.{asked}", problem, accepted)
        at = places[0]
        return at, range_of(self.names[at], {time for key in self if (time := self._parts(key)[at]) is not None})

    def _without(self, at: int) -> dict[tuple[Any, ...], dict[Any, QuantityCell]]:
        """The cells by the other parts of their keys, then by time."""
        found: dict[tuple[Any, ...], dict[Any, QuantityCell]] = {}
        for key, cell in self.items():
            parts = self._parts(key)
            found.setdefault((*parts[:at], *parts[at + 1 :]), {})[parts[at]] = cell
        return found


def _key(parts: tuple[Any, ...]) -> Any:
    return parts[0] if len(parts) == 1 else parts


def in_order(cells: dict[Any, QuantityCell]) -> dict[Any, QuantityCell]:
    """The cells, sorted by key."""
    return {key: cells[key] for key in sorted(cells, key=order)}


def quantities(
    ledger: Ledger,
    *,
    of: Support | Iterable[Support],
    by: By = (),
    stage: Stage | str = Stage.PLEDGED,
    as_of: date | str | None = None,
    spans: Literal["earliest", "latest"] | None = None,
    unit: Unit | str | None = None,
    attribution: Keys | None = None,
    memberships: Iterable[Membership] = MEMBERSHIPS,
) -> Quantities:
    """How many of some kinds of support are promised, by donor, month, calibre or whatever else, each promise once.

    **Once.** A promise counts as it does in [`totals`][ukraine_support.analysis.totals], by the stage at which it was
    announced; but a whole that says nothing of what is asked about gives way to its parts that do. What
    [`progress`][ukraine_support.analysis.progress] tells of the same promises goes by claims.

    **Bounds.** What is undisclosed is at least zero. A line that counts several kinds together, of which only some are
    asked about, is between nothing and all of it. A line of a wider kind is not added: the cell says how many lines
    there are (`wider`).

    **Initiatives.** Goods bought with the money of an initiative count, as money is no thing; but the lots of its lead
    are left out where somebody else promises such things, with a number, towards the same initiative. Goals are
    nobody's promise: what they seek is the table's `sought`.

    Args:
        ledger: The records.
        of: The kinds asked about: each includes all narrower ones.
        by: What the table is kept by: the words of `totals`, those of lines (`"kind"`, `"calibre"`, `"designation"`,
            `"condition"`, `"origin"`, `"unit"`), a function of a line, or a list or tuple of these.
        stage: From which stage on.
        as_of: The day as of which the ledger is asked; None for all that it holds.
        spans: Where a span of days is put by `"year"`, `"quarter"` and `"month"`, as for `totals`.
        unit: The unit to count in: `"tonnes"` adds whatever has a mass. What cannot be told in it is undisclosed. None
            for the only unit that there is.
        attribution: Keys by which commitments are split over members or joint donors, as `attribute` takes them.
        memberships: Who was a member of what, for the attribution.

    Raises:
        UnitMismatchError: The lines count in several units, and neither `unit` is passed nor `"unit"` in `by`.
        InvalidValueError: An argument is none of its kind, such as a word in `by`.

    Examples:
        >>> from ukraine_support import ArtilleryShell, Country, Line, MilitaryCommitment, Munition
        >>> shells = ArtilleryShell(calibre="155 mm")
        >>> gifts = [
        ...     MilitaryCommitment(id="de", donors=[Country("DE")], stage="pledged", lines=[Line(shells, 1_000)]),
        ...     MilitaryCommitment(id="de-part", stage="delivered", lines=[Line(shells, 400)], part_of="de"),
        ... ]
        >>> table = quantities(Ledger(commitments=gifts), of=Munition(calibre="155 mm"), by="donor")
        >>> [(str(donor), cell.quantity) for donor, cell in table.items()]
        [('DE', exactly(1000))]
    """
    an_instance(ledger, Ledger, "quantities.ledger")
    members = several(memberships, Membership, "quantities.memberships")
    wanted = Wanted(kinds_asked(of, "quantities"), None if unit is None else Unit(unit))
    key = Key.of(by, spans, where="quantities", lines=True)
    day = a_day_or_none(as_of, "quantities")
    promises = Promises(ledger if day is None else ledger.as_of(day))
    plain, others = CountedLines(promises, wanted, Stage(stage)).sorted()
    unit_of_all = one_unit(plain, others, wanted, key)
    tallies: defaultdict[Any, Tally] = defaultdict(Tally)
    if attribution is None:
        whole = others
    else:
        others = [*plain.counted(), *others]
        plain = PlainLines([], [])
        whole = _split(others, key, Splitter(attribution, members), tallies)
    commitments, lines = plain.commitments, plain.lines
    for quick, commitment, line in zip(key.of_all(commitments, lines), commitments, lines, strict=False):
        tallies[quick].enter_plain(commitment, line.quantity)
    quicks = key.of_all([one.commitment for one in whole], [one.line for one in whole])
    for quick, one in zip(quicks, whole, strict=False):
        tallies[quick].enter(one, one.quantity)
    at = key.names.index("unit") if "unit" in key.names else None
    cells = {}
    for quick, tally in tallies.items():
        kept = key.kept(quick)
        cells[kept] = tally.cell(unit_of_all if at is None else kept if len(key.names) == 1 else kept[at])
    return Quantities(
        names=key.names,
        cells=in_order(cells),
        of=wanted.of,
        unit=unit_of_all,
        stage=Stage(stage),
        as_of=day,
        sought=_sought(promises, wanted, unit_of_all),
        whole=_whole(plain, others, unit_of_all, cells.values()),
    )


def one_unit(plain: PlainLines, others: Iterable[CountedLine], wanted: Wanted, key: Key) -> Unit | None:
    """The unit of a table; None where it keeps several apart, or counts nothing.

    Raises:
        UnitMismatchError: There are several, and nothing keeps them apart.
    """
    units = [wanted.unit] if wanted.unit is not None else units_of(plain, others, wanted)
    if len(units) > 1 and "unit" not in key.names:
        raise UnitMismatchError(tuple(str(unit.value) for unit in units))
    return units[0] if len(units) == 1 else None


def _split(
    lines: list[CountedLine], key: Key, splitter: Splitter, tallies: defaultdict[Any, Tally]
) -> list[CountedLine]:
    """Enter each party's part of what is split; give back what stays whole."""
    whole = []
    for one in lines:
        sharing = splitter.key_of(one.commitment)
        if sharing is None:
            whole.append(one)
            continue
        for quick, quantity, again in portions(one, key, sharing):
            tallies[quick].enter(one, quantity, again=again)
    return whole


def portions(one: CountedLine, key: Key, sharing: SharingKey) -> Iterator[tuple[Any, Estimate[Any], bool]]:
    """What each party has of a line, and whether that is more of what stands under its key already."""
    seen = set()  # in a cell that several parties have in common, the line counts once
    parts = _shared(one.quantity, sharing)
    for quick, quantity in zip(key.of_parts(one.commitment, sharing.parties, one.line), parts, strict=False):
        yield quick, quantity, quick in seen
        seen.add(quick)


def _shared(quantity: Estimate[Any], sharing: SharingKey) -> list[Estimate[Any]]:
    """What each party has of a quantity: its share of the low end, and of what the high end exceeds that by."""
    weights = [weight for _, weight in sharing.weights if weight]

    def split(number: Number | None) -> list[Any]:
        if number is None:
            return [None] * len(weights)
        parts = shares(Decimal(number), weights, FRACTION_DIGITS, "quantities")
        return [to_number(part, "quantities") for part in parts]

    low, high = quantity.low, quantity.high
    lows, highs = split(low), split(high)
    if low is not None and high is not None:
        highs = [exactly(start) + more for start, more in zip(lows, split((exactly(high) - low).low), strict=True)]
        highs = [end.high for end in highs]
    return [Estimate(*ends, quantity.is_approximate and ends != (None, None)) for ends in zip(lows, highs, strict=True)]


def _sought(promises: Promises, wanted: Wanted, unit: Unit | None) -> Estimate[Number]:
    """What the goals of initiatives seek that were not given up."""
    found = Sum()
    for of_goal, figure in goals(promises, wanted):
        if unit in (None, of_goal):
            found.add(figure)
    return found.estimate()


def goals(promises: Promises, wanted: Wanted) -> Iterator[tuple[Unit, Estimate[Any]]]:
    """How many of what is asked for each line of a goal seeks, and in which unit, where it was not given up."""
    for initiative in promises.ledger.initiatives.values():
        for at, line in enumerate(initiative.goal):
            place = Place(at, line, wanted.extent(line))
            if place.extent in (Extent.ALL, Extent.SOME) and not promises.is_withdrawn(initiative.id):
                yield wanted.unit_of(line), wanted.asked(place, line.quantity)


def _whole(
    plain: PlainLines, others: Iterable[CountedLine], unit: Unit | None, cells: Iterable[QuantityCell]
) -> QuantityCell:
    """All cells together: what stands in several is counted once."""
    counting = [one for one in others if one.extent is not Extent.WIDER]
    return attrs.evolve(
        together(cells, unit),
        lines=len(plain.lines) + len(counting),
        commitments=len({id(one) for one in plain.commitments}) + len({one.commitment.id for one in counting}),
        undisclosed=sum(line.quantity.is_unknown for line in plain.lines)
        + sum(one.quantity.is_unknown for one in counting),
        wider=sum(one.extent is Extent.WIDER for one in others),
    )
