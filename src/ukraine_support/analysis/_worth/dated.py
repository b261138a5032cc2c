"""Numbers per currency that hold for a day, a month, a year or always: what tables of rates and of prices share."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Any, Final, TypeAlias

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._exact import Number, ratio, to_factor
from ..._model.values.money import Currency
from ..._model.values.period import Period

DatedNumbers: TypeAlias = Mapping[Any, Mapping[Any, str | Number]]
"""What a table accepts: by day or period, then by currency."""

ALWAYS: Final = (date.min, date.max)
"""The span of what holds on every day."""


@attrs.frozen
class Series:
    """The numbers of one currency, in the order of the spans for which they hold; no two spans overlap."""

    firsts: tuple[date, ...]
    lasts: tuple[date, ...]
    numbers: tuple[Decimal, ...]

    @property
    def points(self) -> Iterator[tuple[date, date, Decimal]]:
        """Each number with the first and the last day of its span."""
        return zip(self.firsts, self.lasts, self.numbers, strict=True)

    def on(self, day: date, within: int) -> Decimal | None:
        """The number that holds on a day, or held so many days before at most."""
        at = bisect_right(self.firsts, day) - 1
        if at < 0 or (self.lasts[at] < day and (day - self.lasts[at]).days > within):
            return None
        return self.numbers[at]


@attrs.frozen
class Dated:
    """Series by the code of the currency, sorted by it."""

    series: tuple[tuple[str, Series], ...]

    @cached_property
    def by_code(self) -> Mapping[str, Series]:
        """The series, to look up."""
        return dict(self.series)

    @property
    def is_constant(self) -> bool:
        """Whether every number holds on every day."""
        return all((series.firsts[0], series.lasts[0]) == ALWAYS for _, series in self.series)

    def span(self, code: str) -> tuple[date, date] | None:
        """The first and the last day of a currency's numbers, of all where it has none; None without any."""
        found = [self.by_code[code]] if code in self.by_code else [series for _, series in self.series]
        if not found:
            return None
        return min(series.firsts[0] for series in found), max(series.lasts[-1] for series in found)

    @property
    def entries(self) -> dict[str, dict[str, Decimal]]:
        """The numbers as a table accepts them, by the EDTF of their spans."""
        entries: dict[str, dict[str, Decimal]] = {}
        for code, series in self.series:
            for first, last, number in series.points:
                span = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
                entries.setdefault(span, {})[code] = number
        return entries


def read_dated(value: Any, where: str) -> Dated:
    """The series of a mapping from day or period to a mapping from currency to a number above zero."""
    if isinstance(value, Dated):
        return value
    points: dict[str, list[tuple[date, date, Decimal]]] = {}
    for when, numbers in _items(value, where, "{day: {currency: number}}"):
        first, last = _span(when, where)
        inner = f"{where}[{when}]"
        for currency, number in _items(numbers, inner, "{currency: number}"):
            code = currency if currency in points else _code(currency)
            points.setdefault(code, []).append((first, last, _positive(number, f"{inner}[{code}]")))
    return collected(points, where)


def read_constant(value: Any, where: str) -> Dated:
    """The series of a mapping from currency to a number that holds on every day."""
    points: dict[str, list[tuple[date, date, Decimal]]] = {}
    for currency, number in _items(value, where, "{currency: number}"):
        code = _code(currency)
        points.setdefault(code, []).append((*ALWAYS, _positive(number, f"{where}[{code}]")))
    return collected(points, where)


def collected(points: Mapping[str, list[tuple[date, date, Decimal]]], where: str) -> Dated:
    """Series out of points, each of which holds for a span of its own."""
    series = []
    for code, found in sorted(points.items()):
        found.sort()
        for (_, last, _), (first, _, _) in pairwise(found):
            if first <= last:
                raise InvalidValueError(where, f"two numbers of {code} hold on {first}", "give one for each day")
        firsts, lasts, numbers = zip(*found, strict=True)
        series.append((code, Series(firsts, lasts, numbers)))
    return Dated(tuple(series))


def mean(points: Iterable[tuple[date, date, Decimal]], first: date, last: date) -> Decimal | None:
    """The mean of the numbers whose spans lie between two days, to 34 significant digits; None where none does."""
    found = [number for start, end, number in points if first <= start and end <= last]
    if not found:
        return None
    whole = sum(map(Fraction, found))
    return ratio(Decimal(whole.numerator), Decimal(whole.denominator * len(found)), "mean")


def _items(value: Any, where: str, accepted: str) -> Iterable[tuple[Any, Any]]:
    if not isinstance(value, Mapping):
        raise WrongTypeError(where, f"{shown(value)} is a {type(value).__name__}", f"pass a mapping, as {accepted}")
    return value.items()


def _span(when: Any, where: str) -> tuple[date, date]:
    if isinstance(when, date) and not isinstance(when, datetime):
        return when, when
    period = when if isinstance(when, Period) else Period(when)
    if period.earliest is None or period.latest is None or period.is_approximate:
        raise InvalidValueError(where, f"{shown(str(period))} has an open or uncertain end", "name a day or a span")
    return period.earliest, period.latest


def _code(currency: Any) -> str:
    return currency.code if isinstance(currency, Currency) else Currency(currency).code


def _positive(number: Any, where: str) -> Decimal:
    found = to_factor(number, where)
    if found <= 0:
        raise InvalidValueError(where, f"{number} is not above zero", "pass a number above zero")
    return found
