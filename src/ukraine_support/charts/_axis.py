"""An axis of a picture: amounts, numbers or days, with marks at round ones."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from math import ceil, floor, log10
from typing import Any, Final

import attrs

from .._exact import FRACTION_DIGITS, Number
from .._model.values.estimate import Estimate
from .._model.values.money import Currency, Money
from .._model.values.period import Period
from .._words.language import Language
from .._words.language import language as language_of
from .._words.registered import worded

_MOST_STEPS: Final = 4
_MOST_MONTHS: Final = 2
"""Months in words are long: so many fit on a phone."""
_ROOM: Final = 0.12
"""What is left free at either end, as a part of the whole: for arrows, and for the ends of marks."""
_EXACT: Final = 2**53
"""Up to here every whole number is one that a viewer, which draws with floats, can hold."""
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2500)
A_DAY: Final = 86_400_000
_EPOCH: Final = date(1970, 1, 1).toordinal()


@attrs.frozen
class Axis:
    """What it means how far along a mark stands."""

    type: str
    """Vega-Lite's name for the sort of values."""
    start: float
    """Where it begins: a number, or milliseconds since 1970."""
    end: float
    """Where it ends."""
    ticks: tuple[tuple[float, str], ...] = ()
    """Round values on it, each with its words."""

    @property
    def encoding(self) -> dict[str, Any]:
        """The channel `x`."""
        scale: dict[str, Any] = {"domain": [self.start, self.end], "nice": False}
        scale |= {"type": "utc"} if self.type == "temporal" else {"zero": False}
        return {"field": "x", "type": self.type, "axis": None, "scale": scale}

    def part(self, value: float) -> float:
        """How far along a value stands: 0 at the beginning, 1 at the end."""
        return (value - self.start) / (self.end - self.start)


# Amounts and numbers


def drawn(value: Any) -> int | float:
    """A number or an amount as a viewer draws it; the exact one stands in words beside the mark."""
    number: Number = value.amount if isinstance(value, Money) else value
    whole = int(number)
    return whole if whole == number and abs(whole) <= _EXACT else float(number)


def measure(estimates: Iterable[Estimate[Any]], language: Language) -> Axis:
    """An axis from zero that shows every end of the estimates."""
    ends = [end for each in estimates for end in (each.low, each.high) if end is not None]
    values = [0, *map(drawn, ends)]
    start, end = min(values), max(values)
    if start == end:
        return Axis("quantitative", 0, 1)
    room = (end - start) * _ROOM
    currency = ends[0].currency if isinstance(ends[0], Money) else None
    ticks = tuple(_round_values(start, end, currency, language))
    return Axis("quantitative", start and start - room, end + room, ticks)


def _round_values(
    start: float, end: float, currency: Currency | None, language: Language
) -> Iterator[tuple[float, str]]:
    """One, two or five times a power of ten, and the multiples of it."""
    power = max(floor(log10((end - start) / _MOST_STEPS)), -FRACTION_DIGITS)
    by = next(by for by in (1, 2, 5, 10, 20) if (end - start) / drawn(_times_ten(by, power)) <= _MOST_STEPS)
    step = drawn(_times_ten(by, power))
    # in thousands and millions, unless that would round it
    language = language_of(language.locale, compact=step >= 1)
    for times in range(ceil(start / step), floor(end / step) + 1):
        value = _times_ten(times * by, power)
        yield drawn(value), language.number(value) if currency is None else language.money(Money(value, currency))


def _times_ten(digits: int, power: int) -> int | Decimal:
    """So many times a power of ten, exactly, whatever the ambient decimal context."""
    return digits * 10**power if power >= 0 else Decimal(f"{digits}E{power}")


# Days


def instant(day: date) -> int:
    """The beginning of a day as a viewer counts it: in milliseconds since 1970, in no time zone."""
    return (day.toordinal() - _EPOCH) * A_DAY


def calendar(periods: Iterable[Period], language: Language) -> Axis:
    """An axis of days that shows every end of the periods."""
    days = [day for period in periods for day in (period.earliest, period.latest) if day is not None]
    if not days:
        return Axis("temporal", 0, A_DAY)
    start, end = min(days), max(days)
    room = max((instant(end) - instant(start)) * _ROOM, A_DAY)
    ticks = tuple((instant(day), worded(period, language)) for day, period in _round_periods(start, end))
    return Axis("temporal", instant(start) - room, instant(end) + room, ticks)


def _round_periods(start: date, end: date) -> Iterator[tuple[date, Period]]:
    """Years, else months, else days, each with its first day: as many as can be read on a phone."""
    years = [year for year in range(start.year, end.year + 1) if date(year, 1, 1) >= start]
    if len(years) > 1:
        step = next(step for step in _YEARS if len(years) <= step * _MOST_STEPS)
        return ((date(year, 1, 1), Period(f"{year:04}")) for year in years if year % step == 0)
    months = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)]
    months = [day for day in months if start <= day <= end]
    if len(months) > 1:
        return ((day, Period(f"{day.year:04}-{day.month:02}")) for day in months[:: ceil(len(months) / _MOST_MONTHS)])
    return ((day, Period(day.isoformat())) for day in dict.fromkeys((start, end)))
