"""Sums of estimated amounts in several currencies, and their conversion into one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, DecimalException
from fractions import Fraction
from functools import reduce
from hashlib import sha256
from typing import Final, TypeAlias

from ..._errors import CurrencyMismatchError, RateNotFoundError
from ..._exact import EXACT, times, too_large
from ..._model.commitments import Commitment
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from .._worth.rates import Deflators, RateTable

Group: TypeAlias = str | tuple[str, date | None]
"""What is converted alike: the code of a currency, with the day where days matter."""
Amounts: TypeAlias = defaultdict[Group, list[Decimal]]
Fractions: TypeAlias = Mapping[Group, tuple[int, int]]
"""By what each group is multiplied."""

_ZERO: Final = Decimal(0)
_WHERE: Final = "totals"
_add: Final = EXACT.add


def parts_of(group: Group) -> tuple[str, date | None]:
    """The code and the day of a group; None where there is none."""
    return (group, None) if isinstance(group, str) else group


def day_of(commitment: Commitment) -> date | None:
    """The last day on which a commitment can have been announced."""
    return None if commitment.announced is None else commitment.announced.latest


class Sum:
    """A sum being made."""

    __slots__ = (
        "amounts",
        "approximate",
        "entered",
        "highs",
        "is_dated",
        "lows",
        "open_high",
        "open_low",
        "undisclosed",
    )

    def __init__(self, *, is_dated: bool = False) -> None:
        self.is_dated = is_dated
        self.amounts: Amounts = defaultdict(list)
        """What the commitments of just one amount are worth, an amount each."""
        self.lows: Amounts = defaultdict(list)
        self.highs: Amounts = defaultdict(list)
        self.open_low = self.open_high = self.approximate = False
        self.entered = self.undisclosed = 0

    @property
    def commitments(self) -> int:
        """How many there are."""
        return self.entered + sum(map(len, self.amounts.values()))

    @property
    def groups(self) -> set[Group]:
        """What is converted apart."""
        return {*self.amounts, *self.lows, *self.highs}

    def enter(
        self,
        values: Iterable[Estimate[Money]],
        *,
        is_correction: bool,
        day: date | None,
        again: bool = False,
        converted: bool = False,
    ) -> None:
        """A commitment (or more of one) by what it is worth: what is left open is at least zero, unless it corrects."""
        is_dated = self.is_dated and not converted
        disclosed = False
        for value in values:
            low, high = value.low, value.high
            end = low or high
            if end is not None:
                disclosed = True
                group = (end.currency.code, day) if is_dated else end.currency.code
                if low is not None:
                    self.lows[group].append(low.amount)
                if high is not None:
                    self.highs[group].append(high.amount)
                if value.is_approximate:
                    self.approximate = True
            if low is None and (is_correction or (high is not None and high.amount < 0)):
                self.open_low = True  # below zero is only what a correction says, perhaps another telling of this one
            if high is None:
                self.open_high = True
        if not again:
            self.entered += 1
            self.undisclosed += not disclosed

    def estimate(self, currency: Currency | None, fractions: Fractions) -> Estimate[Money]:
        """The sum in one currency; unknown where there is none to tell it in."""
        if currency is None or (self.open_low and self.open_high):
            return UNKNOWN
        try:
            amounts = {group: reduce(_add, found) for group, found in self.amounts.items()}
            low = None if self.open_low else self._end(amounts, self.lows, fractions)
            high = None if self.open_high else self._end(amounts, self.highs, fractions)
        except DecimalException:
            raise too_large(_WHERE) from None
        low_end, high_end = (None if end is None else Money(end, currency.code) for end in (low, high))
        return Estimate(low_end, high_end, self.approximate)

    def _end(self, amounts: Mapping[Group, Decimal], ends: Amounts, fractions: Fractions) -> Decimal:
        sums = {group: reduce(_add, ends.get(group, ()), amounts.get(group, _ZERO)) for group in self.groups}
        return reduce(_add, (times(whole, *fractions[group], _WHERE) for group, whole in sums.items()), _ZERO)


class Conversion:
    """Into which currency sums are converted, and by what."""

    def __init__(self, currency: str | Currency | None, rates: RateTable | None, deflators: Deflators | None) -> None:
        self.rates, self.deflators = rates, deflators
        self.is_dated = deflators is not None or (rates is not None and not rates.is_constant)
        if currency is None:
            self.currency = None if rates is None else rates.base
        else:
            self.currency = currency if isinstance(currency, Currency) else Currency(currency)

    def told(self, currency: Currency | None) -> str:
        """A conversion into a currency in words that tell it from any other: the same for the same rates."""
        by = [None if table is None else table.__reduce__()[1] for table in (self.rates, self.deflators)]
        at = "without rates" if by == [None, None] else f"at {sha256(repr(by).encode()).hexdigest()[:16]}"
        return f"{'nothing' if currency is None else currency.code} {at}"

    def into(self, codes: list[str]) -> Currency | None:
        """The currency of the sums: the one asked for, else the only one there is; None where there is none."""
        if self.currency is None and len(codes) > 1:
            raise CurrencyMismatchError(Currency(codes[0]), Currency(codes[1]))
        return self.currency or (Currency(codes[0]) if codes else None)

    def fraction(self, group: Group, currency: Currency) -> tuple[int, int]:
        """By what the amounts of a group are multiplied.

        Raises:
            CurrencyMismatchError: They are in another currency, and there are no rates.
            RateNotFoundError: There is no rate or no index for their day.
        """
        if isinstance(group, str) and self.is_dated:
            return 1, 1  # what has no day among those that have one is converted already
        code, day = parts_of(group)
        if code != currency.code and self.rates is None:
            raise CurrencyMismatchError(currency, Currency(code))
        factor = Fraction(1) if self.rates is None else self.rates.factor(code, currency, on=day)
        if self.deflators is not None:
            factor *= self.deflators.factor(currency, on=day)
        return factor.numerator, factor.denominator

    def fractions(
        self, groups: Iterable[Group], currency: Currency, needing: Callable[[Group], Iterable[str]]
    ) -> Fractions:
        """By what each group is multiplied; an error names the commitments that need what is missing."""
        found = {}
        for group in sorted(groups, key=str):
            try:
                found[group] = self.fraction(group, currency)
            except RateNotFoundError as error:
                raise error.needed_by(needing(group)) from None
        return found

    def converted(self, value: Estimate[Money], day: date | None, currency: Currency) -> Estimate[Money] | None:
        """What is worth something on a day, in the currency of the sums; None where that cannot be said."""
        if value.lowest_known is None:
            return value
        try:
            factor = self.fraction((value.lowest_known.currency.code, day), currency)
        except (CurrencyMismatchError, RateNotFoundError):
            return None
        return value.map_ends(lambda end: Money(times(end.amount, *factor, _WHERE), currency.code))
