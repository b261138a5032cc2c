"""How much each promise comes to: the known is kept, and what was taken back is gone (rules 2, 5 to 7, 10, 11)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

import attrs

from ..._model.commitments import Commitment
from ..._model.values.estimate import UNKNOWN, Estimate
from .components import strong_components
from .counting import AtStage
from .tellings import Promise
from .withdrawals import NOTHING, Withdrawal, less

Figure: TypeAlias = Estimate[Any]
Amount: TypeAlias = Callable[[Commitment, Withdrawal], Figure | None]
"""What a record states in one measure, given what was taken back of it; None where it is in another currency."""


@attrs.frozen
class _Below:
    """What the parts of a promise say of it."""

    floor: Figure = UNKNOWN
    """What they come to, as a low end; unknown where they come to nothing."""
    gone: Figure | None = None
    """What was taken back of them."""


_NOTHING: Final = _Below()


class Sizes:
    """How much each promise of a tangle comes to at a stage, in one measure."""

    def __init__(self, at: AtStage, amount: Amount, withdrawal_of: Callable[[Promise], Withdrawal]) -> None:
        self.at, self.amount, self.withdrawal_of = at, amount, withdrawal_of
        self._below: dict[Promise, _Below] = {}
        self._open: set[Promise] = set()
        self._sizes: dict[Promise, Figure | None] = {}
        order = strong_components(at.tangle.promises, from_below)
        for circle in order:
            for promise in circle:
                self._below[promise] = _Below(self._floor(promise), self._gone(promise))
                self._sizes[promise] = self._size(promise, at.told_by(promise))

    def of(self, promise: Promise) -> Figure | None:
        """What the promise comes to; None where it is in another currency."""
        return self._sizes[promise]

    def is_as_told(self, promise: Promise) -> bool:
        """Whether just one record tells how much it is, and nothing raises or lowers that."""
        told = self.at.told_by(promise)
        if len(told) != 1 or self.withdrawal_of(promise).voices:
            return False
        return self._sizes[promise] == self._stated(told[0], NOTHING)

    def _stated(self, id: str, withdrawal: Withdrawal) -> Figure | None:
        return self.amount(self.at.tangle.records[id], withdrawal)

    def _size(self, promise: Promise, told: tuple[str, ...]) -> Figure | None:
        own = self._own(promise, told)
        return None if own is None else self.kept(promise, own)

    def kept(self, promise: Promise, own: Figure) -> Figure:
        """A figure of the promise, without what was taken back of its parts, and at least what is known of it."""
        below = self._below[promise]
        if below.gone is not None and not own.is_unknown and self.withdrawal_of(promise).on is None:
            own = less(own, below.gone)
        floors = [below.floor, *(self._repaid(promise) if own.is_unknown else ())]
        for floor in sorted(floors, key=lambda floor: floor.is_approximate):  # of two alike, the exact one holds
            own = raised(own, floor)
        return own

    def spanned(self, promise: Promise, told: tuple[str, ...]) -> Figure:
        """What some records of the promise say, as if they were those that count."""
        return self._own(promise, told) or UNKNOWN

    def _own(self, promise: Promise, told: tuple[str, ...]) -> Figure | None:
        """What the records say: the span of those that are tied, each with its own corrections."""
        withdrawal = self.withdrawal_of(promise)
        found = [self._stated(id, withdrawal) for id in told]
        figures = [figure for figure in found if figure is not None]
        if len(told) > 1:
            figures = [
                self._corrected(figure, [id]) for id, figure in zip(told, found, strict=True) if figure is not None
            ]
        known = [figure for figure in figures if not figure.is_unknown]
        if not figures:
            return None
        return Estimate.span(known)

    def _corrected(self, figure: Figure, ids: Iterable[str]) -> Figure:
        for difference in self.at.corrections(ids):
            if difference not in self._open:  # tied differences that pay for each other may correct themselves
                self._open.add(difference)
                by = self._own(difference, self.at.told_by(difference))
                figure = UNKNOWN if by is None else figure + by
                self._open.remove(difference)
        return figure

    def _floor(self, promise: Promise) -> Figure:
        """The low end of what the parts come to; of twins, the parts of the one whose parts come to more."""
        sums = [
            _sum([low for part in parts for low in self._lows(part)]) for parts in self.at.raised_by(promise).values()
        ]
        known = [floor for floor in sums if floor.low is not None]
        return max(known, key=lambda floor: (floor.low, not floor.is_approximate), default=UNKNOWN)

    def _lows(self, part: Promise) -> Iterator[Figure | None]:
        """What one part adds to the low end of its whole: its own, if it got to the stage, else what its parts do.

        None stands for a correction of which the low end is open: then the parts say nothing.
        """
        if self.at.is_replaced(part):
            return
        if part not in self.at.reached:
            yield self._below.get(part, _NOTHING).floor
            return
        told = self.at.told_by(part)
        yield self._low(part, self._sizes.get(part))
        if len(told) == 1:
            for other in self.at.corrections({*told, *self.at.reached[part]}):
                yield self._low(other, self._sizes.get(other))

    def _low(self, promise: Promise, size: Figure | None) -> Figure | None:
        if size is None or size.low is None:
            return None if self._corrects(promise) else UNKNOWN
        return size.or_more

    def _corrects(self, promise: Promise) -> bool:
        return any(self.at.tangle.records[id].correction for id in promise.tellings)

    def _repaid(self, promise: Promise) -> list[Figure]:
        """What each reimbursement of it alone pays: a gift was worth at least that."""
        return [(self._sizes.get(other) or UNKNOWN).or_more for other in promise.repaid_by if other in self.at.reached]

    def _gone(self, promise: Promise) -> Figure | None:
        found: Figure | None = None
        for parts in self.at.raised_by(promise).values():
            gone = [taken for part in parts if (taken := self._taken(part)) is not None]
            if gone:
                total = sum(gone[1:], gone[0])
                found = total if found is None or _is_more(total, found) else found
        return found

    def _taken(self, part: Promise) -> Figure | None:
        """What was taken back of a part: what it was, or what was taken back of it in part, and of its own parts."""
        if self.at.is_replaced(part) or self._corrects(part):
            return None
        withdrawal = self.withdrawal_of(part)
        told = self.at.told_by(part)
        if withdrawal.on is not None:
            was = self._own(part, told)
            return UNKNOWN if was is None else was
        gone = self._below.get(part, _NOTHING).gone
        if not withdrawal.voices:
            return gone
        whole, left = (self._stated(told[0], taken) or UNKNOWN for taken in (NOTHING, withdrawal))
        taken = less(whole, left)
        return taken if gone is None else taken + gone


def from_below(promise: Promise) -> Iterator[Promise]:
    """What may raise or lower a promise, or what raises it with them."""
    yield from promise.parts
    yield from promise.repaid_by
    for differences in promise.corrected_by.values():
        yield from differences


def _is_more(one: Figure, other: Figure) -> bool:
    return other.high is not None and (one.high is None or one.high > other.high)


def _sum(lows: Iterable[Figure | None]) -> Figure:
    """The sum of low ends; unknown where one of them may be anything, or where there is none."""
    total: Figure = UNKNOWN
    for low in lows:
        if low is None:
            return UNKNOWN
        if low.low is not None:
            total = low if total.low is None else total + low
    return total


def raised(own: Figure, floor: Figure) -> Figure:
    """A figure whose low end is open, or lower than a floor, raised to it: never above its own high end.

    A figure of just one value, exact or rounded, stays as it is.
    """
    if floor.low is None or (own.low is not None and own.low == own.high):
        return own
    if own.low is not None and own.low >= floor.low:
        return own
    if floor.low <= floor.zero and own.low is None:
        return own
    approximate = own.is_approximate or floor.is_approximate
    if own.high is not None and floor.low > own.high:
        return Estimate(own.high, own.high, True)
    return Estimate(floor.low, own.high, approximate)
