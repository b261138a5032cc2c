"""The one axis of a picture, from left to right: amounts, numbers or days, with marks at round ones."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from math import ceil, floor, log10
from typing import Any, Final

import attrs

from .._exact import FRACTION_DIGITS, Number
from .._model.values.estimate import Estimate
from .._model.values.money import Currency, Money
from .._model.values.period import Period
from .._words.language import Language, language
from .._words.wording import worded

_MOST_STEPS: Final = 4
_MOST_MONTHS: Final = 2
"""Months in words are long: so many fit on a phone."""
_ROOM: Final = 0.12
"""What is left free at either end, as a part of the whole: for arrows, and for the ends of marks."""
_EXACT: Final = 2**53
"""Up to here every whole number is one that a viewer, which draws with floats, can hold."""
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2500)
_A_DAY: Final = 86_400_000
_EPOCH: Final = date(1970, 1, 1).toordinal()


@attrs.frozen
class Axis:
    """What a place from left to right means."""

    type: str
    """Vega-Lite's name for the sort of values."""
    start: float
    """The left edge: a number, or milliseconds since 1970."""
    end: float
    """The right edge."""
    ticks: tuple[tuple[Any, float, str], ...] = ()
    """Round values between the edges: as drawn, as a part of the way, and in words."""

    @property
    def encoding(self) -> dict[str, Any]:
        """The channel `x`."""
        scale: dict[str, Any] = {"domain": [self.start, self.end], "nice": False, "zero": False}
        if self.type == "temporal":
            scale = {"domain": [self.start, self.end], "nice": False, "type": "utc"}
        return {"field": "x", "type": self.type, "axis": None, "scale": scale}


def drawn(value: Any) -> int | float:
    """A number or an amount as a viewer draws it; the exact one stands in words beside the mark."""
    number: Number = value.amount if isinstance(value, Money) else value
    whole = int(number)
    return whole if whole == number and abs(whole) <= _EXACT else float(number)


def measure(known: Iterable[Estimate[Any]], words: Language) -> Axis:
    """An axis from zero that shows every end of the estimates."""
    ends = [end for each in known for end in (each.low, each.high) if end is not None]
    places = [0, *(drawn(end) for end in ends)]
    start, end = min(places), max(places)
    if start == end:
        return Axis("quantitative", 0, 1)
    room = (end - start) * _ROOM
    first, last = (start - room if start else 0), end + room
    currency = ends[0].currency if isinstance(ends[0], Money) else None
    ticks = tuple((at, (at - first) / (last - first), told) for at, told in _round_values(start, end, currency, words))
    return Axis("quantitative", first, last, ticks)


def _round_values(start: float, end: float, currency: Currency | None, words: Language) -> Iterator[tuple[float, str]]:
    """One, two or five times a power of ten, and the multiples of it."""
    power = max(floor(log10((end - start) / _MOST_STEPS)), -FRACTION_DIGITS)
    by = next(by for by in (1, 2, 5, 10, 20) if (end - start) / drawn(_times_ten(by, power)) <= _MOST_STEPS)
    step = drawn(_times_ten(by, power))
    write = _writing(currency, words, compact=step >= 1)
    for times in range(ceil(start / step), floor(end / step) + 1):
        value = _times_ten(times * by, power)
        yield drawn(value), write(value)


def _times_ten(digits: int, power: int) -> Any:
    """So many times a power of ten, exactly, whatever the ambient decimal context."""
    return digits * 10**power if power >= 0 else Decimal(f"{digits}E{power}")


def _writing(currency: Currency | None, words: Language, *, compact: bool) -> Callable[[Any], str]:
    """How a round value is written: in thousands and millions, unless that would round it."""
    told = language(words.locale, compact=compact)
    return told.number if currency is None else lambda value: told.money(Money(value, currency))


# Days


def instant(day: date) -> int:
    """The beginning of a day as a viewer counts it: in milliseconds since 1970, in no time zone."""
    return (day.toordinal() - _EPOCH) * _A_DAY


def calendar(periods: Iterable[Period], words: Language) -> Axis:
    """An axis of days that shows every end of the periods."""
    days = [day for period in periods for day in (period.earliest, period.latest) if day is not None]
    if not days:
        return Axis("temporal", 0, _A_DAY)
    start, end = min(days), max(days)
    room = max((instant(end) - instant(start)) * _ROOM, _A_DAY)
    first, last = instant(start) - room, instant(end) + room
    marks = ((instant(day), told) for day, told in _round_days(start, end, words))
    return Axis("temporal", first, last, tuple((at, (at - first) / (last - first), told) for at, told in marks))


def _round_days(start: date, end: date, words: Language) -> Iterator[tuple[date, str]]:
    """The beginnings of years, else of months, else single days: as many as can be read on a phone."""
    years = [date(year, 1, 1) for year in range(start.year, end.year + 1)]
    years = [day for day in years if day >= start]
    if len(years) > 1:
        step = next(step for step in _YEARS if len(years) <= step * _MOST_STEPS)
        for day in years:
            if day.year % step == 0:
                yield day, worded(Period(f"{day.year:04}"), words)
        return
    firsts = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)]
    months = [day for day in firsts if start <= day <= end]
    if len(months) > 1:
        for day in months[:: ceil(len(months) / _MOST_MONTHS)]:
            yield day, worded(Period(f"{day.year:04}-{day.month:02}"), words)
    else:
        for day in dict.fromkeys((start, end)):
            yield day, worded(day, words)
