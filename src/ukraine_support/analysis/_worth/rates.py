"""Exchange rates and price indices, each with its day, and the conversions that they allow."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, final, overload

import attrs

from ..._errors import InvalidValueError, RateNotFoundError, WrongTypeError, shown
from ..._exact import Number, times
from ..._model.base.advice import an_instance
from ..._model.base.immutable import Immutable
from ..._model.values.estimate import Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period, a_day_or_none
from .dated import Dated, DatedNumbers, collected, mean, read_constant, read_dated

_ONE: Final = Fraction(1)


def _currency(value: str | Currency) -> Currency:
    return value if isinstance(value, Currency) else Currency(value)


def _rates(value: "DatedNumbers | Dated") -> Dated:
    return read_dated(value, "RateTable")


def _base_is_one(table: "RateTable", attribute: object, value: Dated) -> None:
    listed = value.by_code.get(table.base.code)
    if listed is not None and any(number != 1 for number in listed.numbers):
        raise InvalidValueError("RateTable", f"{table.base} is the base and not at 1", "list it at 1, or leave it out")


def _is_days(table: "RateTable", attribute: object, value: object) -> None:
    if type(value) is not int or value < 0:
        raise InvalidValueError("RateTable.within", f"{shown(value)} is no number of days", "pass an int from 0 on")


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class RateTable(Immutable):
    """Exchange rates by day, as central banks publish them: units of each currency for one unit of the base.

    A conversion goes to the base and from there to the other currency, and is rounded once, half-even, to 18 digits
    after the point. A day without a rate is an error, unless the table says what to do: with `within=7` it takes the
    last rate published before, at most seven days earlier; `averaged` gives a table of means over a period. Nothing
    is ever interpolated, and no rate is taken from a later day.

    Rates are strings, integers or decimals above zero. Instead of a day, a period may be named for which a rate holds,
    as `"2022"` for a yearly mean.

    Raises:
        InvalidValueError: A rate is a float or not above zero, the base is listed at another rate than 1, two rates of
            one currency hold on one day, or a code is no code of money.

    Examples:
        >>> rates = RateTable("EUR", {date(2024, 2, 26): {"USD": "1.0852", "CZK": "25.381"}})
        >>> rates.convert(Money("108.52", "USD"), "EUR", on=date(2024, 2, 26))
        Money('100', 'EUR')
        >>> patient = attrs.evolve(rates, within=3)
        >>> patient.convert(Money("25.381", "CZK"), "EUR", on=date(2024, 2, 29))
        Money('1', 'EUR')
    """

    base: Currency = attrs.field(converter=_currency)
    """The currency of which one unit is worth the quoted numbers of the others."""
    _rates: Dated = attrs.field(converter=_rates, validator=_base_is_one, alias="rates")
    within: int = attrs.field(default=0, validator=_is_days, kw_only=True)
    """How many days after it was published a rate may still be used where no later one is: 0 for its own day alone."""

    @classmethod
    def constant(cls, base: str | Currency, rates: Mapping[Any, str | Number]) -> "RateTable":
        """A table whose rates hold on every day, so that conversions need none.

        Args:
            base: The currency of which one unit is worth the quoted numbers.
            rates: By currency.

        Examples:
            >>> RateTable.constant("EUR", {"USD": "0.9887"}).convert(Money("9887", "USD"), "EUR")
            Money('10000', 'EUR')
        """
        return cls(base, read_constant(rates, "RateTable"))

    @property
    def currencies(self) -> tuple[Currency, ...]:
        """The currencies with a rate, and the base, sorted by code."""
        return tuple(Currency(code) for code in sorted({self.base.code, *self._rates.by_code}))

    @property
    def is_constant(self) -> bool:
        """Whether its rates hold on every day."""
        return self._rates.is_constant

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day for which it has a rate; None where its rates hold on every day."""
        return None if self.is_constant else self._rates.span("")

    def rate(self, currency: str | Currency, *, on: date | str | None = None) -> Decimal:
        """How many units one unit of the base is worth.

        Raises:
            RateNotFoundError: The table has no rate of it for that day.
        """
        code, day = _currency(currency).code, a_day_or_none(on, "RateTable.rate")
        if code == self.base.code:
            return Decimal(1)
        series = self._rates.by_code.get(code)
        day = date.max if day is None and self.is_constant else day
        found = None if series is None or day is None else series.on(day, self.within)
        if found is None:
            raise RateNotFoundError(code, on, None if self.is_constant else self._rates.span(code))
        return found

    def factor(self, given: str | Currency, to: str | Currency, *, on: date | str | None = None) -> Fraction:
        """What one unit of a currency is worth in another, as an exact fraction.

        Raises:
            RateNotFoundError: The table has no rate of one of them for that day.
        """
        if _currency(given) == _currency(to):
            return _ONE
        return Fraction(self.rate(to, on=on)) / Fraction(self.rate(given, on=on))

    @overload
    def convert(self, value: Money, to: str | Currency, *, on: date | str | None = None) -> Money: ...
    @overload
    def convert(
        self, value: Estimate[Money], to: str | Currency, *, on: date | str | None = None
    ) -> Estimate[Money]: ...
    def convert(
        self, value: Money | Estimate[Money], to: str | Currency, *, on: date | str | None = None
    ) -> Money | Estimate[Money]:
        """The amount, or the estimated amount, in another currency.

        Args:
            value: What to convert.
            to: The currency to convert it to.
            on: The day whose rates count; a constant table needs none.

        Raises:
            RateNotFoundError: The table has no rate of one of the two currencies for that day.

        Examples:
            >>> rates = RateTable.constant("EUR", {"USD": "1.25", "CZK": "25"})
            >>> rates.convert(Money("1000", "CZK"), "USD")
            Money('50', 'USD')
        """
        currency = _currency(to)
        return _scaled(value, lambda money: (currency, self.factor(money.currency, currency, on=on)), "RateTable")

    def averaged(self, over: "Period | str") -> "RateTable":
        """A table of means of the rates published within a period: for every day, or by calendar.

        Each mean is rounded to 34 significant digits. A currency without a rate in a period has no mean there.

        Args:
            over: A period, whose mean then holds on every day (as releases of Kiel's tracker use it); or `"month"`,
                `"quarter"` or `"year"`: each day then takes the mean of its own.

        Raises:
            InvalidValueError: The period has an open end, or a rate holds for longer than the span of the calendar.

        Examples:
            >>> rates = RateTable("EUR", {date(2022, 9, 6): {"USD": "0.99"}, date(2022, 10, 6): {"USD": "0.98"}})
            >>> rates.averaged("2022-09-06/2022-10-06").rate("USD")
            Decimal('0.985')
            >>> rates.averaged("month").rate("USD", on=date(2022, 10, 31))
            Decimal('0.98')
        """
        if isinstance(over, str) and over in _MONTHS:
            return RateTable(self.base, _by_calendar(self._rates, _MONTHS[over]))
        period = over if isinstance(over, Period) else Period(over)
        first, last = period.earliest, period.latest
        if first is None or last is None:
            raise InvalidValueError("RateTable.averaged", f"{shown(str(period))} has an open end", "close it")
        means = {code: mean(series.points, first, last) for code, series in self._rates.series}
        return RateTable.constant(self.base, {code: number for code, number in means.items() if number is not None})

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild through the constructor, which checks every rule again."""
        return _rate_table, (self.base, self._rates.entries, self.within)

    def __repr__(self) -> str:
        return f"<RateTable of {self.base}: {_summary(self._rates)}>"


def _rate_table(base: Currency, rates: DatedNumbers, within: int) -> RateTable:
    return RateTable(base, rates, within=within)


_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
"""How many months each span of the calendar has."""


def _span_of(day: date, months: int) -> tuple[date, date]:
    """The first and the last day of the month, quarter or year in which a day lies."""
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1])


def _by_calendar(table: Dated, months: int) -> Dated:
    means: dict[str, list[tuple[date, date, Decimal]]] = {}
    for code, series in table.series:
        spans: dict[tuple[date, date], list[tuple[date, date, Decimal]]] = {}
        for point in series.points:
            first, last = _span_of(point[0], months)
            if point[1] > last:
                raise InvalidValueError(
                    "RateTable.averaged", f"a rate of {code} holds until {point[1]}", "average rates of single days"
                )
            spans.setdefault((first, last), []).append(point)
        for span, points in spans.items():
            number = mean(points, *span)
            means.setdefault(code, []).extend([] if number is None else [(*span, number)])
    return collected(means, "RateTable.averaged")


def _summary(table: Dated) -> str:
    count = f"{len(table.series)} {'currency' if len(table.series) == 1 else 'currencies'}"
    span = table.span("")
    return count if table.is_constant or span is None else f"{count}, {span[0]} to {span[1]}"


def _scaled(
    value: Money | Estimate[Money], at: Callable[[Money], tuple[Currency, Fraction]], where: str
) -> Money | Estimate[Money]:
    """An amount, or both ends of an estimated one, times what `at` says of it."""

    def scaled(money: Money) -> Money:
        currency, factor = at(an_instance(money, Money, where))
        return Money(times(money.amount, factor.numerator, factor.denominator, where), currency.code)

    if isinstance(value, Estimate):
        return value.map_ends(scaled)
    if not isinstance(value, Money):
        raise WrongTypeError(where, f"{shown(value)} is a {type(value).__name__}", "pass Money, or an estimate of it")
    return scaled(value)


def _period(value: "Period | str") -> Period:
    return value if isinstance(value, Period) else Period(value)


def _indices(value: "DatedNumbers | Dated") -> Dated:
    return read_dated(value, "Deflators")


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Deflators(Immutable):
    """Price indices by month or year, which turn amounts of different times into the prices of one period.

    The index of the base period is the one given for just that period, or the mean of those given for parts of it.

    Raises:
        InvalidValueError: An index is a float or not above zero, or two of one currency hold on one day.

    Examples:
        >>> prices = Deflators("2021", {"2021": {"EUR": "100"}, "2022": {"EUR": "108"}})
        >>> prices.deflate(Money("108", "EUR"), on=date(2022, 5, 1))
        Money('100', 'EUR')
    """

    base: Period = attrs.field(converter=_period)
    """The period in whose prices amounts are given."""
    _indices: Dated = attrs.field(converter=_indices, alias="indices")

    @property
    def currencies(self) -> tuple[Currency, ...]:
        """The currencies with an index, sorted by code."""
        return tuple(Currency(code) for code, _ in self._indices.series)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day for which it has an index; None where it has none."""
        return self._indices.span("")

    def factor(self, currency: str | Currency, *, on: date | str | None) -> Fraction:
        """What one unit spent on a day is worth at the prices of the base period, as an exact fraction.

        Raises:
            RateNotFoundError: There is no index of the currency for that day, or for the base period.
        """
        code, day = _currency(currency).code, a_day_or_none(on, "Deflators")
        series = self._indices.by_code.get(code)
        index = None if series is None or day is None else series.on(day, 0)
        if series is None or index is None:
            raise RateNotFoundError(code, day, self._indices.span(code), "index")
        base = mean(series.points, self.base.earliest or date.min, self.base.latest or date.max)
        if base is None:
            raise RateNotFoundError(code, self.base.earliest, self._indices.span(code), "index")
        return Fraction(base) / Fraction(index)

    @overload
    def deflate(self, value: Money, *, on: date | str) -> Money: ...
    @overload
    def deflate(self, value: Estimate[Money], *, on: date | str) -> Estimate[Money]: ...
    def deflate(self, value: Money | Estimate[Money], *, on: date | str) -> Money | Estimate[Money]:
        """The amount, or the estimated amount, at the prices of the base period.

        Args:
            value: What to deflate.
            on: The day whose prices it is given in.

        Raises:
            RateNotFoundError: There is no index of its currency for that day, or for the base period.
        """
        return _scaled(value, lambda money: (money.currency, self.factor(money.currency, on=on)), "Deflators")

    def __reduce__(self) -> tuple[Any, ...]:
        """Rebuild through the constructor, which checks every rule again."""
        return Deflators, (self.base, self._indices.entries)

    def __repr__(self) -> str:
        return f"<Deflators to {self.base}: {_summary(self._indices)}>"
