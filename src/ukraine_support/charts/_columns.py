"""Estimates over time, drawn: a column for each month, or a stepped line with what is possible as a band."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise
from typing import Any, Final

from .._model.values.estimate import Estimate
from .._model.values.period import Period
from ._axis import Axis, instant
from ._bars import ends, nearest_to_zero
from ._drawing import Drawing

_HIGH: Final = 96
"""Pixels from the top of a panel to its bottom."""
_ABOVE: Final = 8
"""Pixels between a panel and the words above it."""

Cell = tuple[Period, Estimate[Any], str]
"""Months, what is known of them, and that in words."""


class Panel:
    """A part of a picture in which marks stand higher the more they mean."""

    def __init__(self, drawing: Drawing, scale: Axis) -> None:
        drawing.height += _ABOVE + _HIGH
        self.drawing, self.scale, self.bottom = drawing, scale, drawing.height
        for value, label in ((0, ""), *scale.ticks):
            y = self.y(value)
            drawing.put("level", x=drawing.axis.start, x2=drawing.axis.end, y=y)
            if label:
                drawing.put("beside a level", y=y, text=[label])
        for x, _ in drawing.axis.ticks:
            drawing.put("grid", x=x, y=self.bottom - _HIGH, y2=self.bottom)

    def y(self, value: float) -> float:
        """How far down a value stands, in pixels."""
        return round(self.bottom - self.scale.part(value) * _HIGH, 1)

    def columns(self, cells: Iterable[Cell]) -> None:
        """A column from zero for each: solid as far as it is certain, dashed on to what is possible."""
        for period, estimate, text in cells:
            first, last = _edges(period)
            low, high = ends(estimate)
            if estimate.is_unknown:
                self.drawing.put("unknown, above", x=(first + last) / 2, y=self.y(0), text=["?"], tooltip=text)
                continue
            if certain := nearest_to_zero(low, high):
                self._fill("certain", first, last, 0, certain, text)
            start = 0 if low is None and self.scale.start == 0 else low
            if start is not None and high is not None and start != high:
                self._fill("possible", first, last, start, high, text)
            self._points(first, last, start, high, text, is_rough=estimate.is_approximate)

    def line(self, cells: Iterable[Cell]) -> None:
        """A solid line along the low ends, a dashed one along the high ends, and between them a band."""
        known = [(*_edges(period), *ends(estimate), estimate, text) for period, estimate, text in cells]
        for first, last, low, high, _, text in known:
            if low is not None and high is not None and low != high:
                self._fill("band", first, last, low, high, text)
            for sort, end in (("step", low), ("step, possible", None if low == high else high)):
                if end is not None:
                    self.drawing.put(sort, x=first, x2=last, y=self.y(end), tooltip=text)
        for before, after in pairwise(known):
            for sort, index in (("riser", 2), ("riser, possible", 3)):
                if before[index] is not None and after[index] is not None and before[index] != after[index]:
                    ys = sorted((self.y(before[index]), self.y(after[index])))
                    self.drawing.put(sort, x=after[0], y=ys[0], y2=ys[1], tooltip=after[-1])
        for first, last, low, high, estimate, text in known[-1:]:
            self._points(first, last, low, high, text, is_rough=estimate.is_approximate)

    def _fill(self, sort: str, first: int, last: int, start: float, end: float, text: str) -> None:
        y, y2 = sorted((self.y(start), self.y(end)))
        self.drawing.put(sort, x=first, x2=last, y=y, y2=y2, tooltip=text)

    def _points(
        self, first: int, last: int, low: float | None, high: float | None, text: str, *, is_rough: bool
    ) -> None:
        """Arrows at open ends; a hollow point at each end that is approximate."""
        middle = (first + last) / 2
        if high is None and low is not None:
            self.drawing.put("higher", x=middle, y=self.y(low), tooltip=text)
        if low is None and high is not None:
            self.drawing.put("lower", x=middle, y=self.y(high), tooltip=text)
        for end in dict.fromkeys((low, high) if is_rough else ()):
            if end is not None:
                self.drawing.put("circle (rough)", x=middle, y=self.y(end), tooltip=text)


def _edges(period: Period) -> tuple[int, int]:
    """From the beginning of the first day to the end of the last."""
    first, last = period.earliest, period.latest
    return 0 if first is None else instant(first), 0 if last is None else instant(last + timedelta(days=1))
