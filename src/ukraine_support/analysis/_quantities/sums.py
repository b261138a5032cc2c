"""Numbers of things being added up, within bounds."""

from functools import reduce
from typing import Any, Final

from ..._exact import Number, add, to_number
from ..._model.values.estimate import UNKNOWN, Estimate

_PLACE: Final = "quantities"


class Sum:
    """A sum of estimates of numbers: what one leaves open below is at least zero, unless it may be less."""

    __slots__ = ("approximate", "highs", "lows", "open_high", "open_low", "settled")

    def __init__(self) -> None:
        self.settled: list[Number] = []
        """Those of just one value, which most are."""
        self.lows: list[Number] = []
        self.highs: list[Number] = []
        self.open_low = self.open_high = self.approximate = False

    def add(self, figure: Estimate[Any], *, may_be_less: bool = False) -> None:
        """One figure more; one of a correction may be below zero."""
        low: Number | None = figure.low
        high: Number | None = figure.high
        if figure.is_approximate:
            self.approximate = True
        if low is not None and low is high:
            self.settled.append(low)
            return
        if low is not None:
            self.lows.append(low)
        elif may_be_less:
            self.open_low = True
        if high is None:
            self.open_high = True
        else:
            self.highs.append(high)

    def estimate(self) -> Estimate[Any]:
        """What they come to."""
        if self.open_low and self.open_high:
            return UNKNOWN
        settled = _sum(self.settled)
        low = None if self.open_low else _sum([settled, *self.lows])
        high = None if self.open_high else _sum([settled, *self.highs])
        return Estimate(low, high, self.approximate)


def _sum(numbers: list[Number]) -> Number:
    whole = sum(number for number in numbers if type(number) is int)
    return reduce(_added, (number for number in numbers if type(number) is not int), to_number(whole, _PLACE))


def _added(left: Number, right: Number) -> Number:
    return add(left, right, _PLACE)


def added(figures: list[Estimate[Any]]) -> Estimate[Any]:
    """The sum of sums."""
    found = Sum()
    for figure in figures:
        found.add(figure, may_be_less=True)
    return found.estimate()
