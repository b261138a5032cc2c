"""What is asked for: kinds of support in a unit, and how much a line or a commitment states of it (rules 26 to 29)."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, Final, NamedTuple

from ..._errors import WrongTypeError, shown
from ..._model import fields
from ..._model.base.advice import is_iterable
from ..._model.commitments import Commitment
from ..._model.lines import Line, Unit
from ..._model.support import Support
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.magnitudes import Mass
from .._promises.claimed import all_included
from .._promises.remaining import quantity_left
from .._promises.withdrawals import NOTHING, Withdrawal


class Extent(Enum):
    """How much of what a line counts is asked for."""

    ALL = "all"
    SOME = "some"
    """Of several kinds counted together, some are."""
    WIDER = "wider"
    """It counts a wider kind, of which nobody says how much is what is asked for."""
    NONE = "none"


class Place(NamedTuple):
    """A line of a commitment."""

    at: int
    line: Line
    extent: Extent


_WEIGHED: Final = {Unit.TONNES: Mass(1000)}
"""What one of each unit of mass weighs."""


def kinds_asked(of: Any, where: str) -> tuple[Support, ...]:
    """The kinds asked for: one, or several."""
    several = (of,) if isinstance(of, Support) else of
    if not is_iterable(several) or isinstance(several, str | bytes):
        accepted = 'pass a kind of support, such as ArtilleryShell(calibre="155 mm"), or a list of them'
        raise WrongTypeError(f"{where}.of", f"{shown(of)} is a {type(of).__name__}", accepted)
    found = fields.several(several, Support)
    if not found:
        raise WrongTypeError(f"{where}.of", "no kind is named", "pass a kind of support, or a list of them")
    return found


class Wanted:
    """Kinds of support, and the unit in which they are to be counted; None for the unit of each line."""

    def __init__(self, of: tuple[Support, ...], unit: Unit | None) -> None:
        self.of, self.unit = of, unit
        self.finds_wider = False
        """Whether any line looked at so far counts a wider kind."""
        self._extents: dict[int, tuple[Support, Extent]] = {}  # by identity, as kinds of a user's own may have no hash

    def extent(self, line: Line) -> Extent:
        """How much of what a line counts is asked for."""
        if len(line.of) == 1:
            known = self._extents.get(id(line.of[0]))
            return self._extent(line.of[0]) if known is None else known[1]
        found = {self._extent(kind) for kind in line.of}
        if Extent.ALL in found:
            return Extent.ALL if len(found) == 1 else Extent.SOME
        return Extent.WIDER if Extent.WIDER in found else Extent.NONE

    def _extent(self, kind: Support) -> Extent:
        found = self._extents.get(id(kind))
        if found is None:
            if any(asked.includes(kind) for asked in self.of):
                extent = Extent.ALL
            elif any(kind.includes(asked) for asked in self.of):
                extent, self.finds_wider = Extent.WIDER, True
            else:
                extent = Extent.NONE
            found = self._extents[id(kind)] = kind, extent
        return found[1]

    def places(self, record: Commitment) -> list[Place]:
        """The lines that count something of what is asked for."""
        found = (Place(at, line, self.extent(line)) for at, line in enumerate(record.lines))
        return [place for place in found if place.extent in (Extent.ALL, Extent.SOME)]

    def states(self, record: Commitment) -> bool:
        """Whether any line of it does."""
        for line in record.lines:
            extent = self.extent(line)
            if extent is Extent.ALL or extent is Extent.SOME:
                return True
        return False

    def is_plain(self, record: Commitment) -> bool:
        """Whether all that its lines count is asked for, in their own units."""
        for line in record.lines:
            if self.extent(line) is not Extent.ALL or not (self.unit is None or line.unit is self.unit):
                return False
        return True

    def wider(self, record: Commitment) -> list[Place]:
        """The lines that count a wider kind."""
        found = (Place(at, line, self.extent(line)) for at, line in enumerate(record.lines))
        return [place for place in found if place.extent is Extent.WIDER]

    def unit_of(self, line: Line) -> Unit:
        """The unit in which a line is counted."""
        return line.unit if self.unit is None else self.unit

    def stated(self, record: Commitment, place: Place, withdrawal: Withdrawal = NOTHING) -> Estimate[Any]:
        """How many of what is asked for a line states, without what was taken back of it."""
        quantity = place.line.quantity
        if withdrawal is not NOTHING:
            quantity = quantity_left(record, place.at, withdrawal)
        found = self.asked(place, quantity)
        return (found * 0).or_less if is_less(record) else found  # how many less is not said

    def asked(self, place: Place, quantity: Estimate[Any]) -> Estimate[Any]:
        """How many of a quantity of a line are asked for, in the unit asked for."""
        if self.unit is not None and place.line.unit is not self.unit:
            quantity = _converted(place.line, quantity, self.unit)
        if place.extent is Extent.ALL:
            return quantity
        return UNKNOWN if quantity.high is None else from_zero(quantity.or_less)

    def total(
        self, record: Commitment, places: Iterable[Place], withdrawal: Withdrawal, unit: Unit | None = None
    ) -> Estimate[Any]:
        """How many some lines state together, in a unit: what one of them leaves open is at least zero."""
        figures = [
            self.stated(record, place, withdrawal)
            for place in places
            if unit is None or self.unit_of(place.line) is unit
        ]
        if len(figures) == 1 or all(figure.is_unknown for figure in figures):
            return figures[0] if figures else UNKNOWN
        found = [figure if record.correction else from_zero(figure) for figure in figures]
        return sum(found[1:], found[0])


def is_less(record: Commitment) -> bool:
    """Whether a record is a correction to less."""
    values = (record.value, *(line.value for line in record.lines)) if record.correction else ()
    return any(value.high is not None and value.high.amount < 0 for value in values)


def from_zero(figure: Estimate[Any]) -> Estimate[Any]:
    """A number that cannot be below zero."""
    return figure if figure.low is not None else Estimate(0, figure.high, figure.is_approximate)


def counts_in(line: Line, whole: Line) -> bool:
    """Whether all that a line counts is among what another counts."""
    return all_included(line.of, whole.of)


def _converted(line: Line, quantity: Estimate[Any], unit: Unit) -> Estimate[Any]:
    """A quantity of a line in another unit; unknown where that cannot be told."""
    weight = _WEIGHED.get(unit)
    return UNKNOWN if weight is None else quantity * line.mass_of_one / weight
