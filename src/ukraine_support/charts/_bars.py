"""An estimate, drawn: what is certain solid, what is possible dashed, an open end as an arrow."""

from typing import Any

from .._model.values.estimate import Estimate
from ._axis import drawn
from ._drawing import BAR, Drawing


def draw_estimate(
    drawing: Drawing, estimate: Estimate[Any], text: str, *, solid: str = "certain", point: str = "circle"
) -> None:
    """A bar from zero, below the words of a row; of what nothing is known, a question mark alone.

    The bar is solid up to the end nearer to zero, dashed on to the farther one. The ends are points, hollow where they
    are approximate. Where nothing on the axis lies below zero, a value without a low end begins there.
    """
    middle = drawing.bar()
    if estimate.is_unknown:
        drawing.put("unknown", y=middle, text=["?"], tooltip=text)
        return
    low, high = ends(estimate)
    draw_span(drawing, 0 if low is None and drawing.axis.start == 0 else low, high, text, middle)
    if nearest := nearest_to_zero(low, high):
        first, last = sorted((0, nearest))
        drawing.put(solid, x=first, x2=last, y=middle - BAR // 2, y2=middle + BAR // 2, tooltip=text)
    draw_points(drawing, (low, high), text, middle, point, is_rough=estimate.is_approximate)


def ends(estimate: Estimate[Any]) -> tuple[float | None, float | None]:
    """Both ends, as a viewer draws them."""
    low, high = (None if end is None else drawn(end) for end in (estimate.low, estimate.high))
    return low, high


def nearest_to_zero(low: float | None, high: float | None) -> float:
    """What is certain: the end up to which every value between the ends reaches from zero; zero where there is none."""
    if low is not None and low > 0:
        return low
    return 0 if high is None else min(high, 0)


def draw_span(drawing: Drawing, first: float | None, last: float | None, text: str, middle: int) -> None:
    """From one value to another, dashed; an arrow where it is open."""
    if first is None:
        drawing.put("open below", x=last, x2=last, y=middle, tooltip=text)
        drawing.put("less", x=last, y=middle, tooltip=text)
    elif last is None:
        drawing.put("open above", x=first, x2=first, y=middle, tooltip=text)
        drawing.put("more", x=first, y=middle, tooltip=text)
    elif first != last:
        drawing.put("possible", x=first, x2=last, y=middle - BAR // 2, y2=middle + BAR // 2, tooltip=text)


def draw_points(
    drawing: Drawing, at: tuple[float | None, ...], text: str, middle: int, sort: str, *, is_rough: bool
) -> None:
    """A point at each end that is known, hollow where it is approximate."""
    for x in dict.fromkeys(at):
        if x is not None:
            drawing.put(f"{sort} (rough)" if is_rough else sort, x=x, y=middle, tooltip=text)
