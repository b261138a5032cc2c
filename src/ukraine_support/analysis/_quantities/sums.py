"""Numbers of things being added up, within bounds."""

from typing import Any

from ..._exact import Number, add
from ..._model.values.estimate import UNKNOWN, Estimate


class Sum:
    """A sum of estimates of numbers: what one leaves open below is at least zero, unless it may be less."""

    __slots__ = ("approximate", "low", "more", "open_high", "open_low", "settled")

    def __init__(self) -> None:
        self.settled: Number = 0
        """The sum of those of just one value, which most are."""
        self.low: Number = 0
        self.more: Number = 0
        self.open_low = self.open_high = self.approximate = False

    def add(self, figure: Estimate[Any], *, may_be_less: bool = False) -> None:
        """One figure more; one of a correction may be below zero."""
        low: Number | None = figure.low
        high: Number | None = figure.high
        if figure.is_approximate:
            self.approximate = True
        if low is not None and low is high:
            self.settled = _sum(self.settled, low)
            return
        if low is not None:
            self.low = _sum(self.low, low)
        elif may_be_less:
            self.open_low = True
        if high is None:
            self.open_high = True
        else:
            self.more = _sum(self.more, high)

    def estimate(self) -> Estimate[Any]:
        """What they come to."""
        if self.open_low and self.open_high:
            return UNKNOWN
        low = None if self.open_low else _sum(self.settled, self.low)
        high = None if self.open_high else _sum(self.settled, self.more)
        return Estimate(low, high, self.approximate)


def _sum(left: Number, right: Number) -> Number:
    return add(left, right, "quantities")


def added(figures: "list[Estimate[Any]]") -> Estimate[Any]:
    """The sum of sums."""
    found = Sum()
    for figure in figures:
        found.add(figure, may_be_less=True)
    return found.estimate()
