"""The lines that count at a stage, each with how many it stands for: what both tables add up."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

import attrs

from ..._model.commitments import Commitment
from ..._model.lines import Line, Unit
from ..._model.parties import Party
from ..._model.values.estimate import UNKNOWN, Estimate, exactly
from ..._model.values.stages import Stage
from .._promises.bought import Buying
from .._promises.claimed import kinds_key
from .._promises.counting import AtStage, Tangle
from .._promises.inclusion import Bearing, Inclusion
from .._promises.promises import Counted, Promises
from .._promises.sizes import Sizes
from .._promises.tellings import Promise
from .._promises.withdrawals import NOTHING, Withdrawal
from .wanted import Extent, Place, Wanted, counts_in

_NONE_OF_IT: Final = exactly(0)


class CountedLine(NamedTuple):
    """A line that counts, under the keys of its commitment."""

    commitment: Commitment
    at: int
    """The position of the line."""
    line: Line
    extent: Extent
    quantity: Estimate[Any]
    """How many of what is asked for, in the unit asked for."""
    is_bought: bool = False
    """Whether it is bought with the money of an initiative."""
    counted: Counted | None = None
    """What it hangs together with; None where it counts by itself."""


@attrs.frozen
class PlainLines:
    """Commitments of which every line counts as it stands, and those lines, each beside its commitment."""

    commitments: list[Commitment]
    lines: list[Line]

    def enter(self, commitment: Commitment) -> None:
        """One more."""
        for line in commitment.lines:
            self.commitments.append(commitment)
            self.lines.append(line)

    def counted(self) -> Iterator[CountedLine]:
        """The same, line by line."""
        last, at = None, 0
        for commitment, line in zip(self.commitments, self.lines, strict=True):
            at = at + 1 if commitment is last else 0
            last = commitment
            yield CountedLine(commitment, at, line, Extent.ALL, line.quantity)

    def units(self, *, told: bool) -> set[Unit]:
        """The units in which they count, of all of them or of those that tell a number."""
        found: set[Unit] = set()
        last = None
        for line in self.lines:
            if line.unit is not last and not (told and line.quantity.is_unknown):
                last = line.unit  # most are of one: a look-up would take as long again
                found.add(line.unit)
        return found


class CountedLines:
    """The lines that count at a stage of what is asked for, in a ledger as it was known on a day."""

    def __init__(self, promises: Promises, wanted: Wanted, stage: Stage) -> None:
        self.promises, self.wanted, self.stage = promises, wanted, stage
        self._buying = Buying(promises)
        self._sizes: dict[tuple[AtStage, Unit], Sizes] = {}

    def sorted(self) -> "tuple[PlainLines, list[CountedLine]]":
        """The lines that count as they stand, nearly all in most ledgers, and the others.

        Lines of a wider kind are among the others; they add nothing. Lots that stand apart are left out.
        """
        wanted = self.wanted
        simple, bound = self.promises.counting(self.stage, wanted.states, self._figure)
        plain, others = PlainLines([], []), []
        for one in simple:
            if one.towards is None and not one.correction and wanted.is_plain(one):
                plain.enter(one)
                continue
            is_bought = one.towards is not None and self._buying.is_bought(one)
            for place in wanted.places(one):
                quantity = wanted.stated(one, place)
                others.append(CountedLine(one, *place, quantity, is_bought))
        for counted in bound:
            others += self._bound(counted)
        return plain, [*self._without_lots(others), *self._wider()]

    def _figure(self, record: Commitment) -> Estimate[Any]:
        return self.wanted.total(record, self.wanted.places(record), NOTHING)

    def _wider(self) -> Iterator[CountedLine]:
        """The lines of wider kinds, of the commitments that count by these."""
        if not self.wanted.finds_wider:
            return
        simple, bound = self.promises.counting(self.stage, lambda one: bool(self.wanted.wider(one)))
        for one in (*simple, *map(self.promises.filed, bound)):
            for place in self.wanted.wider(one):
                yield CountedLine(one, place.at, place.line, place.extent, UNKNOWN)

    # What hangs together with others

    def _bound(self, counted: Counted) -> Iterator[CountedLine]:
        record, places = self.promises.filed(counted), self.wanted.places(counted.record)
        is_bought = self._buying.is_bought(record)
        for place, quantity in zip(places, self._quantities(counted, places), strict=True):
            yield CountedLine(record, place.at, place.line, place.extent, quantity, is_bought, counted)

    def _quantities(self, counted: Counted, places: list[Place]) -> list[Estimate[Any]]:
        record, promise = counted.record, counted.promise
        units = [self.wanted.unit_of(place.line) for place in places]
        if len(places) == 1:
            return [self._sized(counted.at, units[0]).of(promise) or UNKNOWN]
        is_as_told = counted.at.told_by(promise) == (record.id,) and all(
            self._sized(counted.at, unit).is_as_told(promise) for unit in set(units)
        )
        if is_as_told:
            return [self.wanted.stated(record, place) for place in places]
        of_line = _Assigned(self.wanted, record, places, counted.at.tangle)
        return [self._of_line(counted, of_line, at) for at in range(len(places))]

    def _sized(self, at: AtStage, unit: Unit) -> Sizes:
        """What the promises of a tangle come to, all lines that are asked for together."""
        found = self._sizes.get((at, unit))
        if found is None:
            found = self._sizes[at, unit] = Sizes(
                at,
                lambda record, withdrawal: self._total(record, self.wanted.places(record), withdrawal, unit),
                self.promises.withdrawal_of,
            )
        return found

    def _total(
        self, record: Commitment, places: list[Place], withdrawal: Withdrawal, unit: Unit | None = None
    ) -> Estimate[Any]:
        """How many some lines of a record state; none where all that it states is something else."""
        if not places and record.lines and all(self.wanted.extent(line) is not Extent.WIDER for line in record.lines):
            return _NONE_OF_IT
        return self.wanted.total(record, places, withdrawal, unit)

    def _of_line(self, counted: Counted, assigned: "_Assigned", at: int) -> Estimate[Any]:
        """What one of several lines comes to: other tellings and parts bear on the line that counts what they count."""
        tangle = counted.at.tangle
        withdrawal_of: Callable[[Promise], Withdrawal] = self.promises.withdrawal_of
        if not self.promises.has_withdrawals(counted.record.id):
            tangle, withdrawal_of = self.promises.tangle_among(assigned.bearing.on(at)), _nothing

        def amount(record: Commitment, withdrawal: Withdrawal) -> Estimate[Any]:
            return self._total(record, assigned.to(record, at), withdrawal)

        stage = AtStage(
            tangle,
            self.stage,
            lambda promise: withdrawal_of(promise).on is not None,
            lambda record: bool(assigned.to(record, at)),
            lambda record: self.wanted.total(record, assigned.to(record, at), NOTHING),
        )
        return Sizes(stage, amount, withdrawal_of).of(tangle.promise_of[counted.record.id]) or UNKNOWN

    # Lots that stand apart

    def _without_lots(self, lines: list[CountedLine]) -> Iterator[CountedLine]:
        """The lines without the lots of a lead whose initiative somebody else promises to give such things through."""
        given: defaultdict[str, dict[tuple[Any, ...], Line]] = defaultdict(dict)
        for one in lines:
            towards = one.commitment.towards
            if towards is not None and not self._is_lot(one) and not one.quantity.is_unknown:
                given[towards].setdefault(kinds_key(one.line.of), one.line)
        stands_apart: dict[tuple[str, tuple[str, ...]], bool] = {}
        for one in lines:
            towards = one.commitment.towards
            if towards is None or towards not in given or not self._is_lot(one):
                yield one
                continue
            asked = towards, kinds_key(one.line.of)
            if asked not in stands_apart:
                others = given[towards].values()
                stands_apart[asked] = any(counts_in(one.line, other) or counts_in(other, one.line) for other in others)
            if not stands_apart[asked]:
                yield one

    def _is_lot(self, one: CountedLine) -> bool:
        """Whether it is bought by the lead of an initiative, or by nobody that is named."""
        donors: tuple[Party, ...] = one.commitment.donors
        towards = one.commitment.towards
        lead = None if towards is None else self.promises.ledger.initiatives[towards].lead
        return one.is_bought and donors in ((), (lead,))


def _nothing(_: Promise) -> Withdrawal:
    return NOTHING


@attrs.frozen
class _Assigned:
    """On which of several lines of a commitment the lines of another bear."""

    wanted: Wanted
    record: Commitment
    places: list[Place]
    tangle: Tangle
    _found: dict[str, dict[int, list[Place]]] = attrs.field(factory=dict, init=False)
    _firsts: dict[int, int] = attrs.field(factory=dict, init=False)

    @cached_property
    def bearing(self) -> Bearing:
        """Which records bear on which line."""
        return Bearing(self.tangle, self._to)

    def to(self, other: Commitment, at: int) -> list[Place]:
        """The lines of another that bear on one: on the first that includes them all, an open one before others."""
        return self._to(other).get(at, [])

    def _to(self, other: Commitment) -> dict[int, list[Place]]:
        found = self._found.get(other.id)
        if found is None:
            found = self._found[other.id] = {}
            if other.id == self.record.id:
                found.update((at, [place]) for at, place in enumerate(self.places))
                return found
            for place in self.wanted.places(other):
                including = self._including.groups_of(place.line)
                if including:
                    found.setdefault(min(map(self._first, including), key=self._order), []).append(place)
        return found

    def _first(self, group: Sequence[int]) -> int:
        """The first of lines of the same kinds to bear on, whichever of other lines bears on it."""
        if group[0] not in self._firsts:
            self._firsts[group[0]] = min(group, key=self._order)
        return self._firsts[group[0]]

    @cached_property
    def _including(self) -> Inclusion:
        return Inclusion((place.line for place in self.places), self.wanted.unit_of)

    def _order(self, at: int) -> tuple[bool, int]:
        return self._is_settled(at), at

    def _is_settled(self, at: int) -> bool:
        stated = self.wanted.stated(self.record, self.places[at])
        return stated.low is not None and stated.low == stated.high


def units_of(plain: PlainLines, others: Iterable[CountedLine], wanted: Wanted) -> list[Unit]:
    """The units of the lines that count a number; where none does, of all of them."""
    counting = [one for one in others if one.extent is not Extent.WIDER]
    told = plain.units(told=True) | {wanted.unit_of(one.line) for one in counting if not one.quantity.is_unknown}
    found = told or plain.units(told=False) | {wanted.unit_of(one.line) for one in counting}
    return sorted(found, key=lambda unit: str(unit.value))
