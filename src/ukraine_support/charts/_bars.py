"""What is known of a value, drawn: what is certain solid, what is possible dashed, an open end as an arrow."""

from typing import Any

from .._model.values.estimate import Estimate
from ._axis import drawn
from ._drawing import BAR, Drawing


def draw_estimate(
    drawing: Drawing, known: Estimate[Any], told: str, *, solid: str = "certain", end: str = "circle"
) -> None:
    """A bar from zero, below the words of a row; of what nothing is known, a question mark alone.

    The bar is solid up to the end nearer to zero, dashed on to the farther one. The ends are points, hollow where they
    are approximate. Where nothing on the axis lies below zero, a value without a low end begins there.
    """
    middle = drawing.bar()
    if known.is_unknown:
        drawing.put("unknown", y=middle, text=["?"], told=told)
        return
    low, high = (None if each is None else drawn(each) for each in (known.low, known.high))
    if low is None and drawing.axis.start == 0:
        draw_span(drawing, 0, high, told, middle)
    else:
        draw_span(drawing, low, high, told, middle)
    nearest = low if low is not None and low > 0 else high if high is not None and high < 0 else None
    if nearest is not None:
        first, last = sorted((0, nearest))
        drawing.put(solid, x=first, x2=last, y=middle - BAR // 2, y2=middle + BAR // 2, told=told)
    draw_ends(drawing, (low, high), told, middle, end, is_rough=known.is_approximate)


def draw_span(drawing: Drawing, first: Any, last: Any, told: str, middle: int) -> None:
    """From one place to another, dashed; an arrow where it is open."""
    if first is None:
        drawing.put("open below", x=last, x2=last, y=middle, told=told)
        drawing.put("less", x=last, y=middle, told=told)
    elif last is None:
        drawing.put("open above", x=first, x2=first, y=middle, told=told)
        drawing.put("more", x=first, y=middle, told=told)
    elif first != last:
        drawing.put("possible", x=first, x2=last, y=middle - BAR // 2, y2=middle + BAR // 2, told=told)


def draw_ends(drawing: Drawing, ends: Any, told: str, middle: int, sort: str, *, is_rough: bool) -> None:
    """A point at each end that is known, hollow where it is approximate."""
    for place in dict.fromkeys(end for end in ends if end is not None):
        drawing.put(f"{sort} (rough)" if is_rough else sort, x=place, y=middle, told=told)
