"""Cells of a table of quantities, and how they are added up."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, final

import attrs

from ..._errors import InexactError
from ..._exact import Number, to_number
from ..._model.commitments import Commitment
from ..._model.lines import Unit
from ..._model.values.estimate import Estimate
from ...units import ROUND
from ...units import to_quantity as quantity_in
from .counted import CountedLine
from .sums import Sum, added
from .wanted import Extent

if TYPE_CHECKING:
    from pint.facets.plain import PlainQuantity


@final
@attrs.frozen(kw_only=True)
class QuantityCell:
    """One cell of a table of quantities.

    Examples:
        >>> from ukraine_support import Ledger, Line, MilitaryCommitment, Munition
        >>> from ukraine_support.analysis import quantities
        >>> promise = MilitaryCommitment(id="nl", stage="pledged", lines=[Line(Munition(), 500), Line(Munition())])
        >>> cell = quantities(Ledger(commitments=[promise]), of=Munition())[()]
        >>> cell.quantity, cell.lines, cell.commitments, cell.undisclosed
        (at_least(500), 2, 1, 1)
    """

    quantity: Estimate[Number]
    """How many, within bounds."""
    lines: int
    """How many lines were added up."""
    commitments: int
    """How many commitments they are of."""
    undisclosed: int
    """Of how many lines nothing is known, or nothing in the unit of the table: each is at least zero."""
    wider: int
    """How many lines count a wider kind, such as munitions of any calibre: they are not added."""
    bought: Estimate[Number]
    """How many of the quantity are bought with money given towards an initiative."""
    unit: Unit | None
    """What is counted; None where nothing is, or where several units are."""
    every: str | None = None
    """In which time, as "month" where the quantity is that of an average month; None for all."""

    @property
    def value(self) -> Estimate[Number]:
        """What rankings go by: the quantity."""
        return self.quantity

    @property
    def rounds(self) -> "PlainQuantity[Any]":
        """The quantity in the pint unit `round`, or in rounds a month; divided by rounds per day, it gives days.

        Raises:
            InexactError: The quantity is not exact, or counts something else than rounds.
        """
        if self.quantity.low is None or not self.quantity.is_exact:
            raise InexactError("QuantityCell.rounds", f"{self.quantity!r} is not exact", "ask rounds_low, rounds_high")
        return self._rounds(self.quantity.low, "rounds")

    @property
    def rounds_low(self) -> "PlainQuantity[Any] | None":
        """The low end in the pint unit `round`; None where it is open.

        Raises:
            InexactError: The quantity counts something else than rounds.
        """
        return None if self.quantity.low is None else self._rounds(self.quantity.low, "rounds_low")

    @property
    def rounds_high(self) -> "PlainQuantity[Any] | None":
        """The high end in the pint unit `round`; None where it is open.

        Raises:
            InexactError: The quantity counts something else than rounds.
        """
        return None if self.quantity.high is None else self._rounds(self.quantity.high, "rounds_high")

    def _rounds(self, number: Number, asked: str) -> "PlainQuantity[Any]":
        if self.unit is not Unit.ROUNDS:
            counts = "nothing" if self.unit is None else self.unit.value
            raise InexactError(f"QuantityCell.{asked}", f"the cell counts {counts}", "ask a cell in rounds")
        return quantity_in(Decimal(number), ROUND if self.every is None else f"{ROUND}/{self.every}")


class Tally:
    """A cell being added up."""

    __slots__ = ("_last", "bought", "commitments", "lines", "quantity", "undisclosed", "wider")

    def __init__(self) -> None:
        self.quantity, self.bought = Sum(), Sum()
        self.lines = self.commitments = self.undisclosed = self.wider = 0
        self._last: object = None

    def enter_plain(self, commitment: Commitment, quantity: Estimate[Number]) -> None:
        """A line that counts as it stands: a call less for each of just one value, as most are."""
        low = quantity.low
        if low is not None and low is quantity.high:
            self.quantity.settled.append(low)
            if quantity.is_approximate:
                self.quantity.approximate = True
        else:
            self.quantity.add(quantity)
            self.undisclosed += low is None and quantity.high is None
        self.lines += 1
        if commitment is not self._last:  # the lines of one stand together
            self.commitments += 1
            self._last = commitment

    def enter(self, one: CountedLine, quantity: Estimate[Any], *, again: bool = False) -> None:
        """A line, or more of one."""
        if one.extent is Extent.WIDER:
            self.wider += not again
            return
        self.quantity.add(quantity, may_be_less=one.commitment.correction)
        if one.is_bought:
            self.bought.add(quantity, may_be_less=one.commitment.correction)
        if again:
            return
        self.lines += 1
        if quantity.low is None and quantity.high is None:
            self.undisclosed += 1
        if one.commitment is not self._last:  # the lines of one stand together
            self.commitments += 1
            self._last = one.commitment

    def cell(self, unit: Unit | None) -> QuantityCell:
        """The cell."""
        return QuantityCell(
            quantity=self.quantity.estimate(),
            lines=self.lines,
            commitments=self.commitments,
            undisclosed=self.undisclosed,
            wider=self.wider,
            bought=self.bought.estimate(),
            unit=unit,
        )


def together(cells: Iterable[QuantityCell], unit: Unit | None) -> QuantityCell:
    """Several cells as one."""
    several = list(cells)
    return QuantityCell(
        quantity=added([cell.quantity for cell in several]),
        lines=sum(cell.lines for cell in several),
        commitments=sum(cell.commitments for cell in several),
        undisclosed=sum(cell.undisclosed for cell in several),
        wider=sum(cell.wider for cell in several),
        bought=added([cell.bought for cell in several]),
        unit=unit,
    )


def widened(cell: QuantityCell, by: QuantityCell | None) -> QuantityCell:
    """A cell in which there may be some of another as well, or all of it."""
    if by is None:
        return cell
    quantity, bought = (added([one, _perhaps(other)]) for one, other in _pairs(cell, by))
    return attrs.evolve(cell, quantity=quantity, bought=bought)


def _pairs(cell: QuantityCell, other: QuantityCell) -> tuple[tuple[Estimate[Number], Estimate[Number]], ...]:
    return (cell.quantity, other.quantity), (cell.bought, other.bought)


def _perhaps(figure: Estimate[Any]) -> Estimate[Any]:
    """Something between nothing and all of it."""
    low = None if figure.low is None else min(0, figure.low)
    high = None if figure.high is None else max(0, figure.high)
    return Estimate(low, high, figure.is_approximate)


def average(cell: QuantityCell, number: int, of_one: int, every: str) -> QuantityCell:
    """A cell of so many days or months as the average of one time, which has so many of these."""

    def of(figure: Estimate[Any]) -> Estimate[Any]:
        return (figure * of_one / number).map_ends(lambda end: to_number(end, "Quantities.per"))

    return attrs.evolve(cell, quantity=of(cell.quantity), bought=of(cell.bought), every=every)
