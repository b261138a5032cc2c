"""Currencies of ISO 4217, and exact amounts in one of them."""

import re
from collections.abc import Iterable
from decimal import Decimal, DecimalException
from typing import Any, Final, Self, final, overload

import attrs

from ..._errors import CurrencyMismatchError, InvalidValueError, WrongTypeError, meant, shown
from ..._exact import (
    EXACT,
    Number,
    divide,
    fraction_digits,
    multiply,
    ratio,
    rounded,
    shares,
    to_decimal,
    to_factor,
    too_large,
    written,
)
from ..._iso import CURRENCIES, WITHDRAWN_CURRENCIES
from ..base.advice import each_an_instance, is_iterable
from ..base.immutable import Immutable


def _money_code(value: str) -> str:
    if not isinstance(value, str):
        raise WrongTypeError("Currency", f"{shown(value)} is no string", 'pass a code such as "EUR"')
    if value not in CURRENCIES:
        raise InvalidValueError(
            "Currency",
            f"{shown(value)} is no code of money in ISO 4217",
            'pass three capital letters such as "EUR"; metals, funds and XXX are no money' + meant(value, CURRENCIES),
        )
    return str.__str__(value)  # plain, as one instance of each is kept for all


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Currency(Immutable):
    """A currency: an ISO 4217 code of money, in use or withdrawn.

    Codes of precious metals, funds, bond-market units, tests and "no currency" are refused. `XDR`, the special drawing
    right in which the IMF's programmes are denominated, is accepted.

    Raises:
        InvalidValueError: The code is unassigned, not money, or not in capitals.

    Examples:
        >>> Currency("EUR").name, Currency("JPY").digits, Currency("BGN").withdrawn
        ('Euro', 0, True)
    """

    code: str = attrs.field(converter=_money_code)
    """The alphabetic code, three capital letters."""

    @property
    def name(self) -> str:
        """The English name."""
        return CURRENCIES[self.code][0]

    @property
    def digits(self) -> int:
        """How many digits after the point the minor unit has: 2 for cents, 0 where there is none."""
        return CURRENCIES[self.code][1]

    @property
    def withdrawn(self) -> bool:
        """Whether the code is no longer in use, such as `DEM` or `HRK`."""
        return self.code in WITHDRAWN_CURRENCIES

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` writes: the code."""
        return cls(text)

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        return f"Currency({self.code!r})"


_INTERNED: Final[dict[str, Currency]] = {}
"""One instance per valid code, so that currencies compare by identity first; bounded by ISO's list."""


def interned(value: str | Currency) -> Currency:
    """The one instance of a currency that amounts hold, so that they compare by identity."""
    found = _INTERNED.get(value) if type(value) is str else None
    if found is None:
        own = value if type(value) is Currency else Currency(value)
        found = _INTERNED.setdefault(own.code, own)
    return found


def _amount(value: str | Number) -> Decimal:
    return to_decimal(value, "Money")


_WRITTEN: Final = re.compile(r"([A-Z]{3}) (-?[0-9.]+)")
_MEANT: Final = re.compile(
    r"(?P<before>[A-Z]{3}|[€£$])? ?(?P<amount>-?[0-9]{1,30}(\.[0-9]{1,18})?) ?(?P<after>[A-Z]{3}|[€£$])?"
)
"""What people write for an amount."""
_SIGNS: Final = {"€": "EUR", "£": "GBP", "$": "USD"}
_PARTS: Final = 1_000_000
"""Parts that an amount can be split into."""


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Money(Immutable):
    """An exact amount in one currency.

    At most 30 digits before the point and 18 after. Amounts of one currency add, subtract, compare and sum exactly,
    whatever the ambient decimal context; two currencies never mix. Equal amounts are equal, hash alike and are written
    alike, however they were given.

    Raises:
        InvalidValueError: The amount is no plain decimal number (no float, exponent, `1_000`, NaN or infinity), has too
            many digits, or the code is no code of money.
        CurrencyMismatchError: Two currencies meet in `+`, `-`, `/` or `<`.

    Examples:
        >>> Money("0.10", "EUR") + Money("0.20", "EUR")
        Money('0.3', 'EUR')
        >>> print(Money("100000000", "EUR"))
        EUR 100000000
        >>> sum(Money("100", "EUR").split(3)) == Money("100", "EUR")
        True
    """

    amount: Decimal = attrs.field(converter=_amount)
    """The amount, in units of the currency (not of its minor unit)."""
    currency: Currency = attrs.field(converter=interned)
    """The currency."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` writes.

        Raises:
            InvalidValueError: The text is not a code, one blank and a plain number.

        Examples:
            >>> Money.parse("EUR 0.5")
            Money('0.5', 'EUR')
        """
        found = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise InvalidValueError("Money", f"{shown(text)} is no amount", 'write it like "EUR 1234.5"')
        return cls(found[2], found[1])

    @classmethod
    def sum(cls, items: "Iterable[Money]", currency: str | Currency) -> "Money":
        """Add any number of amounts in one currency; of none, zero.

        Raises:
            CurrencyMismatchError: An amount is in another currency.
            WrongTypeError: One of them is no amount.

        Examples:
            >>> Money.sum([], "EUR")
            Money('0', 'EUR')
        """
        total = cls("0", currency)
        for item in each_an_instance(items, Money, "Money.sum"):
            total = total + item
        return total

    @classmethod
    def _instead_of(cls, value: object) -> str:
        text = value if isinstance(value, str) else str(value) if isinstance(value, Decimal) else shown(value)
        found = _MEANT.fullmatch(text)
        if found is None:
            return 'such as Money("100", "EUR")'
        named = found["before"] or found["after"] or ""
        code = _SIGNS.get(named, named)
        if code in CURRENCIES:
            return f'Money("{found["amount"]}", "{code}")'
        return f'such as Money("{found["amount"]}", "EUR")'

    def __str__(self) -> str:
        return f"{self.currency.code} {written(self.amount)}"

    def __repr__(self) -> str:
        return f"Money({written(self.amount)!r}, {self.currency.code!r})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not Money:
            return NotImplemented
        return self.amount == other.amount and self.currency is other.currency

    def __hash__(self) -> int:
        return hash((written(self.amount), self.currency.code))

    def __lt__(self, other: "Money") -> bool:
        if type(other) is not Money:
            return NotImplemented
        if self.currency is not other.currency:
            raise CurrencyMismatchError(self.currency, other.currency)
        return self.amount < other.amount

    def __le__(self, other: "Money") -> bool:
        if type(other) is not Money:
            return NotImplemented
        if self.currency is not other.currency:
            raise CurrencyMismatchError(self.currency, other.currency)
        return self.amount <= other.amount

    def __gt__(self, other: "Money") -> bool:
        return other < self if type(other) is Money else NotImplemented

    def __ge__(self, other: "Money") -> bool:
        return other <= self if type(other) is Money else NotImplemented

    def __add__(self, other: "Money") -> "Money":
        if type(other) is not Money:
            return NotImplemented
        if self.currency is not other.currency:
            raise CurrencyMismatchError(self.currency, other.currency)
        made = _new(Money)  # as in `_made`, whose call would cost a tenth of an addition
        try:
            _set_amount(made, _add(self.amount, other.amount))
        except DecimalException:
            raise too_large("Money") from None
        _set_currency(made, self.currency)
        return made

    def __radd__(self, other: int) -> "Money":
        """Let the built-in `sum` start from its zero."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: "Money") -> "Money":
        return self + -other if type(other) is Money else NotImplemented

    def __neg__(self) -> "Money":
        return _made(EXACT.minus(self.amount), self.currency)

    def __pos__(self) -> "Money":
        return self

    def __abs__(self) -> "Money":
        return -self if self.amount < 0 else self

    def __mul__(self, factor: Number) -> "Money":
        """Multiply by a number, rounded half-even to 18 digits after the point."""
        if isinstance(factor, Money):
            return NotImplemented
        return _made(multiply(self.amount, factor, "Money"), self.currency)

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: "Money") -> Decimal: ...
    @overload
    def __truediv__(self, other: Number) -> "Money": ...
    def __truediv__(self, other: "Money | Number") -> "Money | Decimal":
        """By a number: an amount, rounded half-even to 18 digits after the point. By an amount: their ratio."""
        if not isinstance(other, Money):
            return _made(divide(self.amount, other, "Money"), self.currency)
        if self.currency is not other.currency:
            raise CurrencyMismatchError(self.currency, other.currency)
        return ratio(self.amount, other.amount, "Money")

    def round_to_currency(self) -> "Money":
        """Round half-even to the currency's minor unit.

        Examples:
            >>> Money("1.085", "EUR").round_to_currency()
            Money('1.08', 'EUR')
        """
        return Money(rounded(self.amount, self.currency.digits), self.currency)

    def split(self, parts: int) -> "tuple[Money, ...]":
        """Split into so many parts, as equal as can be, that add up to the whole.

        Args:
            parts: How many parts, from 1 to a million.

        Examples:
            >>> Money("100", "EUR").split(3)
            (Money('33.34', 'EUR'), Money('33.33', 'EUR'), Money('33.33', 'EUR'))
        """
        if isinstance(parts, bool) or not isinstance(parts, int) or not 0 < parts <= _PARTS:
            accepted = f"pass an int from 1 to {_PARTS}"
            raise InvalidValueError("Money.split", f"{shown(parts)} parts cannot be made", accepted)
        return self.allocate([1] * parts)

    def allocate(self, weights: Iterable[Number | str]) -> "tuple[Money, ...]":
        """Divide by weight, nothing lost: the parts add up to the whole.

        Each part is a multiple of the currency's minor unit, or of the amount's own last digit where that is finer.
        What is left over goes to the largest remainders, the first of equals first.

        Args:
            weights: Numbers of zero or more, not all zero.

        Raises:
            InvalidValueError: No weight, a negative one, or all zero.

        Examples:
            >>> Money("0.05", "EUR").allocate([70, 30])
            (Money('0.04', 'EUR'), Money('0.01', 'EUR'))
        """
        if isinstance(weights, str) or not is_iterable(weights):
            problem = f"{shown(weights)} is a {type(weights).__name__}"
            raise WrongTypeError("Money.allocate", problem, "pass a list of numbers")
        factors = [to_factor(weight, "Money.allocate") for weight in weights]
        digits = max(self.currency.digits, fraction_digits(self.amount))
        return tuple(_made(part, self.currency) for part in shares(self.amount, factors, digits, "Money.allocate"))


_add: Final = EXACT.add
_new: Final = object.__new__
_set_amount: Any = Money.__dict__["amount"].__set__
_set_currency: Any = Money.__dict__["currency"].__set__


def _made(amount: Decimal, currency: Currency) -> Money:
    """An amount that is known to be valid, without asking the constructor: results of arithmetic are made here."""
    made = _new(Money)
    _set_amount(made, amount)
    _set_currency(made, currency)
    return made
