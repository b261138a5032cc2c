"""Estimates over time, drawn: a column for each month, or a stepped line with what is possible as a band."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import attrs

from .._model.values.estimate import Estimate
from .._model.values.period import Period
from ._axis import A_DAY, Axis, instant
from ._bars import ends, nearest_to_zero
from ._drawing import Drawing

_HIGH: Final = 96
"""Pixels from the top of a panel to its bottom."""
_ABOVE: Final = 8
"""Pixels between a panel and the words above it."""


@attrs.frozen
class Cell:
    """What is known of some time, such as a month."""

    period: Period
    estimate: Estimate[Any]
    text: str
    """All of it in words."""

    @property
    def x(self) -> int:
        """Where the first day begins."""
        return instant(self.period.earliest or date.min)

    @property
    def x2(self) -> int:
        """Where the last day ends."""
        return instant(self.period.latest or date.max) + A_DAY


class Panel:
    """A part of a picture in which a mark stands higher the more it means."""

    def __init__(self, drawing: Drawing, scale: Axis) -> None:
        drawing.height += _ABOVE + _HIGH
        self.drawing, self.scale, self.bottom = drawing, scale, drawing.height
        for value, label in scale.ticks or ((0, ""),):
            drawing.put("level", x=drawing.axis.start, x2=drawing.axis.end, y=self.y(value))
            drawing.put("beside a level", y=self.y(value), text=[label])
        for x, _ in drawing.axis.ticks:
            drawing.put("grid", x=x, y=self.bottom - _HIGH, y2=self.bottom)

    def y(self, value: float) -> float:
        """How far down a value stands, in pixels."""
        return round(self.bottom - self.scale.part(value) * _HIGH, 1)

    def columns(self, cells: Sequence[Cell]) -> None:
        """A column from zero for each: solid as far as it is certain, dashed on to what is possible."""
        for cell in cells:
            low, high = ends(cell.estimate)
            if cell.estimate.is_unknown:
                self._put("unknown, above", cell, 0, text=["?"])
                continue
            if certain := nearest_to_zero(low, high):
                self._fill("certain", cell, 0, certain)
            start = 0 if low is None and self.scale.start == 0 else low
            if start is not None and high is not None and start != high:
                self._fill("possible", cell, start, high)
            self._points(cell, start, high)

    def line(self, cells: Sequence[Cell]) -> None:
        """A solid line along the low ends, a dashed one along the high ends, and between them a band."""
        before: dict[str, float] = {}
        for cell in cells:
            low, high = ends(cell.estimate)
            if low is not None and high is not None and low != high:
                self._fill("band", cell, low, high)
            steps = {"step": low, "step, possible": None if low == high else high}
            now = {sort: self.y(end) for sort, end in steps.items() if end is not None}
            for sort, y in now.items():
                self.drawing.put(sort, x=cell.x, x2=cell.x2, y=y, tooltip=cell.text)
                if before.get(sort, y) != y:
                    ys = sorted((before[sort], y))
                    self.drawing.put(f"{sort}, up", x=cell.x, y=ys[0], y2=ys[1], tooltip=cell.text)
            before = now
        for cell in cells[-1:]:
            self._points(cell, *ends(cell.estimate))

    def _fill(self, sort: str, cell: Cell, start: float, end: float) -> None:
        y, y2 = sorted((self.y(start), self.y(end)))
        self.drawing.put(sort, x=cell.x, x2=cell.x2, y=y, y2=y2, tooltip=cell.text)

    def _points(self, cell: Cell, low: float | None, high: float | None) -> None:
        """Arrows at open ends; a hollow point at each end that is approximate."""
        if high is None and low is not None:
            self._put("higher", cell, low)
        if low is None and high is not None:
            self._put("lower", cell, high)
        for end in dict.fromkeys((low, high) if cell.estimate.is_approximate else ()):
            if end is not None:
                self._put("circle (rough)", cell, end)

    def _put(self, sort: str, cell: Cell, value: float, **values: Any) -> None:
        self.drawing.put(sort, x=(cell.x + cell.x2) / 2, y=self.y(value), tooltip=cell.text, **values)
