"""A picture being drawn: marks of several sorts, which become the layers of one Vega-Lite specification.

Nothing in a specification is code: there are no expressions, signals, links or fields named by data, only values.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs

from .._errors import InvalidValueError
from .._words.language import Language
from .._words.registered import worded
from ._axis import Axis
from ._chart import Chart
from ._lettering import LARGE_COLUMNS, lines

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
INK: Final = "currentColor"
"""The colour of the text around the picture, so that it can be read on light and on dark pages."""
BLUE: Final = "#3a7fc8"
"""A blue that stands out on white and on black. It repeats what shapes, lines and words say already."""

LINE: Final = 16
"""Pixels from one line of text to the next."""
BAR: Final = 12
"""Pixels that a bar is high."""
_BELOW: Final = 6
"""Pixels between words and the bar below them."""
_BETWEEN: Final = 14
"""Pixels between rows."""
_TOP: Final = 24
"""Pixels for the words at the ticks."""
_TALLEST: Final = 16_000
"""Pixels: browsers draw a canvas of at most 32,767, and screens of today have two for one."""
_STUB: Final = 24
"""Pixels from an open end to the arrow, which says that it goes on, and not how far."""
_BESIDE: Final = {"type": "text", "baseline": "middle", "aria": False}
_OPEN: Final = {"type": "rule", "color": BLUE, "strokeWidth": 2, "strokeDash": [2, 3]}
_STEP: Final = {"type": "rule", "color": INK, "strokeWidth": 2}

MARKS: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "grid": {"type": "rule", "color": INK, "opacity": 0.2, "aria": False},
        "level": {"type": "rule", "color": INK, "opacity": 0.2, "aria": False},
        "beside a level": {"type": "text", "baseline": "bottom", "opacity": 0.8, "aria": False},
        "tick at left": {"type": "text", "align": "left", "opacity": 0.8, "aria": False},
        "tick": {"type": "text", "align": "center", "opacity": 0.8, "aria": False},
        "tick at right": {"type": "text", "align": "right", "opacity": 0.8, "aria": False},
        "head": {"type": "text", "fontWeight": "bold", "aria": False},
        "body": {"type": "text", "opacity": 0.85, "aria": False},
        "promised": {"type": "rect", "fill": BLUE, "fillOpacity": 0.3, "stroke": BLUE},
        "certain": {"type": "rect", "fill": BLUE},
        "possible": {"type": "rect", "fill": None, "stroke": BLUE, "strokeWidth": 1.5, "strokeDash": [4, 3]},
        "band": {"type": "rect", "fill": BLUE, "fillOpacity": 0.3},
        "step": _STEP,
        "step, up": _STEP,
        "step, possible": _STEP | {"strokeDash": [4, 3]},
        "step, possible, up": _STEP | {"strokeDash": [4, 3]},
        "open below": _OPEN | {"x2Offset": -_STUB},
        "open above": _OPEN | {"x2Offset": _STUB},
        "limit": {"type": "rule", "color": INK, "strokeWidth": 2},
        "joined": {"type": "rule", "color": INK, "strokeWidth": 1.5, "strokeDash": [2, 2]},
        "unknown": {"type": "text", "fontSize": 16, "fontWeight": "bold", "baseline": "middle", "dx": 4},
        "unknown, above": {"type": "text", "fontWeight": "bold", "align": "center", "baseline": "bottom"},
        "beside, to the right": _BESIDE | {"align": "left", "dx": 12},
        "beside, to the left": _BESIDE | {"align": "right", "dx": -12},
        "below, to the right": {"type": "text", "align": "left", "dx": -5, "aria": False},
        "below, to the left": {"type": "text", "align": "right", "dx": 5, "aria": False},
        "less": {"type": "point", "shape": "triangle-left", "xOffset": -_STUB},
        "more": {"type": "point", "shape": "triangle-right", "xOffset": _STUB},
        "lower": {"type": "point", "shape": "triangle-down", "yOffset": 7, "size": 45},
        "higher": {"type": "point", "shape": "triangle-up", "yOffset": -7, "size": 45},
        "circle": {"type": "point", "shape": "circle"},
        "triangle": {"type": "point", "shape": "triangle-up"},
        "cross": {"type": "point", "shape": "cross"},
        "square": {"type": "point", "shape": "square"},
        "diamond": {"type": "point", "shape": "diamond"},
    }
)
"""Every sort of mark, in the order in which they lie above each other. A point may also be "rough": hollow."""

_FILLED: Final = {"size": 90, "filled": True, "color": INK, "opacity": 1}
_HOLLOW: Final = {"size": 90, "filled": False, "color": INK, "opacity": 1, "strokeWidth": 2}
_ROUGH: Final = " (rough)"


@attrs.define
class Drawing:
    """A picture that grows downward, row by row, along one axis."""

    axis: Axis
    language: Language
    height: int = attrs.field(init=False)
    """Pixels that are taken."""
    marks: dict[str, list[dict[str, Any]]] = attrs.field(factory=dict, init=False)
    """The data of the marks, by their sort."""
    rows: list[str] = attrs.field(factory=list, init=False)
    """What each row says, for those who cannot see it."""

    def __attrs_post_init__(self) -> None:
        self.height = _TOP if self.axis.ticks else 0

    def put(self, sort: str, **values: Any) -> None:
        """One mark: `x`, `x2`, `y`, `y2` say where, `text` what is written, `tooltip` what it says in full."""
        self.marks.setdefault(sort, []).append(values)

    def row(self, head: str, body: Iterable[str] = (), text: str | None = None) -> str:
        """A new row: its heading, and each further text from a line of its own; give all that it says, in full."""
        self.height += _BETWEEN if self.rows else 0
        texts = [_capitalised(head), *body]
        for sort, each in zip(("head", *["body"] * len(texts)), texts, strict=False):
            found = lines(each)
            self.put(sort, y=self.height, text=found)
            self.height += len(found) * LINE
        self.rows.append(self.language.clauses(texts) if text is None else text)
        return self.rows[-1]

    def bar(self) -> int:
        """Leave room for a bar below the words; give the height of its middle."""
        self.height += _BELOW + BAR
        middle = self.height - BAR // 2
        for x, _ in self.axis.ticks:
            self.put("grid", x=x, y=middle - BAR, y2=middle + BAR)
        return middle

    def chart(
        self, title: str, *, as_of: date | None = None, before: Iterable[str] = (), after: Iterable[str] = ()
    ) -> Chart:
        """The specification, under a title, the day of which it tells, and what else is to be said of all of it.

        Raises:
            InvalidValueError: It would be taller than browsers can draw.
        """
        language = self.language
        if not self.rows:
            self.row(language.say("nothing recorded"))
        height = self.height + _BELOW
        if height > _TALLEST:
            problem = f"{len(self.rows)} rows are more than a browser can draw"
            raise InvalidValueError("chart", problem, "name fewer promises, or keep the totals by less")
        for x, label in self.axis.ticks:
            part = self.axis.part(x)
            sort = "tick at left" if part < _EDGE else "tick at right" if part > 1 - _EDGE else "tick"
            self.put(sort, x=x, y=0, text=[label])
        day = [] if as_of is None else [language.say("as of {day}", day=worded(as_of, language))]
        subtitle = language.clauses([*before, *day, *after])
        heading = {"text": lines(_capitalised(title), LARGE_COLUMNS)}
        return Chart(
            {
                "$schema": SCHEMA,
                "description": language.clauses(filter(None, (title, subtitle, *self.rows))),
                "usermeta": {"language": language.tag},
                "title": {**heading, "subtitle": lines(subtitle)} if subtitle else heading,
                "background": "transparent",
                "width": "container",
                "height": height,
                "autosize": {"type": "fit-x", "contains": "padding"},
                "layer": [self._layer(sort, height) for sort in _SORTS if sort in self.marks],
                "config": deepcopy(_CONFIG),
            }
        )

    def _layer(self, sort: str, height: int) -> dict[str, Any]:
        marks = self.marks[sort]
        mark = deepcopy(dict(MARKS[sort.removesuffix(_ROUGH)]))  # the specification is the caller's, to be changed
        if mark["type"] == "point":
            mark = (_HOLLOW if sort.endswith(_ROUGH) else _FILLED) | mark
        y: dict[str, Any] = {"field": "y", "type": "quantitative", "axis": None}
        y["scale"] = {"domain": [0, height], "range": [0, height], "nice": False, "zero": False}
        encoding = {"x": self.axis.encoding if "x" in marks[0] else {"value": 0}, "y": y}
        encoding |= {channel: {"field": channel} for channel in ("x2", "y2") if channel in marks[0]}
        for field, channels in (("text", ("text",)), ("tooltip", ("tooltip", "description"))):
            if field in marks[0]:
                encoding |= {channel: {"field": field, "type": "nominal"} for channel in channels}
        return {"data": {"values": marks}, "mark": mark, "encoding": encoding}


def _capitalised(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


_EDGE: Final = 0.15
"""The part of the way in which words at a tick would leave the picture, were they written around it."""
_SORTS: Final = tuple(sort for kind in MARKS for sort in (kind, f"{kind}{_ROUGH}"))
_CONFIG: Final[Mapping[str, Any]] = {
    "font": "sans-serif",
    "text": {"color": INK, "fontSize": 12, "lineHeight": LINE, "align": "left", "baseline": "top"},
    "title": {
        "color": INK,
        "subtitleColor": INK,
        "anchor": "start",
        "frame": "group",
        "fontSize": 15,
        "lineHeight": 19,
        "subtitleFontSize": 12,
        "subtitleLineHeight": LINE,
        "subtitlePadding": 5,
        "offset": 14,
    },
    "view": {"stroke": None},
}
