"""Estimates: values known exactly, about, within bounds, or not at all."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import product
from typing import Any, Final, Generic, Never, TypeAlias, TypeVar, final, overload

import attrs

from ..._errors import CurrencyMismatchError, InvalidValueError, UnorderedError, WrongTypeError, shown
from ..._exact import BOUND, FRACTION_DIGITS, Number, add, divide, negate, rounded, scale, to_factor, to_number
from ..base.immutable import Immutable
from .magnitudes import Length, Mass
from .money import Money

Estimable: TypeAlias = int | Decimal | Money | Length | Mass
"""What can be estimated."""

T_co = TypeVar("T_co", bound=Estimable, covariant=True)
V = TypeVar("V", bound=Estimable)
W = TypeVar("W", bound=Estimable)
M = TypeVar("M", bound=Money | Length | Mass)

_MEASURES: Final = frozenset((Money, Length, Mass))


def _bound(value: Any) -> Any:
    kind = type(value)
    if value is None or kind in _MEASURES or (kind is int and -BOUND < value < BOUND):
        return value
    if isinstance(value, str) or not isinstance(value, int | float | Decimal):
        raise WrongTypeError(
            "Estimate", f"{shown(value)} is a {type(value).__name__}", "pass an int, Decimal, Money, Length or Mass"
        )
    number = to_number(value, "Estimate")
    return Decimal(number) if isinstance(value, Decimal) else number


def in_order(estimate: "Estimate[Any]", attribute: object, high: Any) -> None:
    """The ends are of one kind, and the low one does not lie above the high one."""
    low = estimate.low
    if low is None or high is None or low is high:
        return
    if not _alike(low, high):
        raise WrongTypeError("Estimate", f"{low!r} and {high!r} do not compare", "pass two ends of one kind")
    if low > high:
        raise InvalidValueError("Estimate", f"the low end {low!r} is above the high end {high!r}", "swap them")


def _alike(left: object, right: object) -> bool:
    if isinstance(left, Money) and isinstance(right, Money):
        return left.currency == right.currency
    return type(left) is type(right) or (isinstance(left, int | Decimal) and isinstance(right, int | Decimal))


def _of_something(estimate: "Estimate[Any]", attribute: object, value: object) -> None:
    if type(value) is not bool:
        raise WrongTypeError("Estimate.is_approximate", f"{shown(value)} is no bool", "pass True or False")
    if value and estimate.is_unknown:
        raise InvalidValueError("Estimate", "an unknown value is not approximate", "pass an end, or use UNKNOWN")


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Estimate(Immutable, Generic[T_co]):
    """What is known of a number, an amount, a length or a mass: a low end, a high end, and whether both are rough.

    "Up to 300,000" has a high end only, "at least two" a low end only, "undisclosed" neither. "About half a million" is
    approximate: it excludes nothing, and is not equal to half a million. Made with `exactly`, `about`, `at_least`,
    `at_most` and `between`; `UNKNOWN` is the one with nothing known.

    `+`, `-`, `*` and `/` are interval arithmetic: the result excludes nothing that could be, and is approximate where
    one side is. `*` takes a number, or an estimate where one of the two is of numbers; `/` takes those, and what is of
    the same kind, which gives a ratio; both round to 18 digits after the point. What is divided by an estimate that may
    be as near to zero as one likes has no end on that side; by one that could lie on either side of zero, or is zero,
    it is `UNKNOWN`.

    Raises:
        InvalidValueError: The low end is above the high end, the ends differ in kind or currency, or an end is a float.

    Examples:
        >>> promised = exactly(1_000_000)
        >>> delivered = between(300_000, 500_000)
        >>> promised - delivered
        between(500000, 700000)
        >>> exactly(5) + UNKNOWN
        UNKNOWN
        >>> exactly(Money("900", "EUR")) / between(3, 5), at_most(3) / exactly(4)
        (between(Money('180', 'EUR'), Money('300', 'EUR')), at_most(Decimal('0.75')))
        >>> exactly(5) == about(5), about(5).could_be(6)
        (False, True)
    """

    low: T_co | None = attrs.field(default=None, converter=_bound)
    """The low end; None where it is open."""
    high: T_co | None = attrs.field(default=None, converter=_bound, validator=in_order)
    """The high end; None where it is open."""
    is_approximate: bool = attrs.field(default=False, validator=_of_something)
    """Whether the ends are rough: then they exclude nothing."""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known: both ends are open."""
        return self.low is None and self.high is None

    @property
    def is_exact(self) -> bool:
        """Whether one value is known, and not roughly."""
        return self.low is not None and self.low == self.high and not self.is_approximate

    @property
    def lowest_known(self) -> T_co | None:
        """The low end, or the high one where that is open; None where nothing is known.

        Examples:
            >>> at_most(300_000).lowest_known
            300000
        """
        return self.high if self.low is None else self.low

    @property
    def highest_known(self) -> T_co | None:
        """The high end, or the low one where that is open; None where nothing is known.

        Examples:
            >>> at_least(2).highest_known
            2
        """
        return self.low if self.high is None else self.high

    @property
    def is_negative(self) -> bool:
        """Whether an end that is known lies below zero.

        Examples:
            >>> between(-5, 3).is_negative, at_most(3).is_negative
            (True, False)
        """
        end = self.lowest_known
        return end is not None and _sign(end) < 0

    @property
    def zero(self) -> T_co | None:
        """Zero of what is estimated, such as `EUR 0`; None where nothing is known.

        Examples:
            >>> at_least(Money("5", "EUR")).zero
            Money('0', 'EUR')
        """
        zero: T_co | None = _zero_of(self.lowest_known)
        return zero

    @property
    def or_more(self) -> "Estimate[T_co]":
        """The low end or more: the high end is left open.

        Examples:
            >>> between(3, 5).or_more
            at_least(3)
        """
        return Estimate.of_ends(self.low, None, is_approximate=self.is_approximate)

    @property
    def or_less(self) -> "Estimate[T_co]":
        """The high end or less: the low end is left open.

        Examples:
            >>> about(5).or_less
            about(at_most(5))
        """
        return Estimate.of_ends(None, self.high, is_approximate=self.is_approximate)

    @staticmethod
    def of_ends(low: V | None, high: V | None, *, is_approximate: bool = False) -> "Estimate[V]":
        """What lies between two ends, each of which may be open (None); `UNKNOWN` where both are.

        Raises:
            InvalidValueError: As for `Estimate`.

        Examples:
            >>> Estimate.of_ends(2, None), Estimate.of_ends(None, None, is_approximate=True)
            (at_least(2), UNKNOWN)
        """
        return UNKNOWN if low is None and high is None else Estimate(low, high, is_approximate)

    @staticmethod
    def span(estimates: "Iterable[Estimate[V]]") -> "Estimate[V]":
        """The narrowest estimate that excludes nothing that one of them could be; of none, `UNKNOWN`.

        Raises:
            UnorderedError: They are of two kinds.
            CurrencyMismatchError: They are of amounts in two currencies.

        Examples:
            >>> Estimate.span([exactly(3), between(4, 5)]), Estimate.span([at_least(3), exactly(1)])
            (between(3, 5), at_least(1))
        """
        several = list(estimates)
        lows, highs = [each.low for each in several], [each.high for each in several]
        return Estimate.of_ends(
            _extreme(min, lows), _extreme(max, highs), is_approximate=any(each.is_approximate for each in several)
        )

    def map_ends(self, function: Callable[[T_co], W]) -> "Estimate[W]":
        """The estimate of what a function makes of each end; open ends stay open.

        Args:
            function: What is larger must not become smaller by it.

        Raises:
            InvalidValueError: It gives the low end more than the high end, or what cannot be estimated.

        Examples:
            >>> between(1, 2).map_ends(lambda number: Money(number, "EUR"))
            between(Money('1', 'EUR'), Money('2', 'EUR'))
        """
        low = None if self.low is None else function(self.low)
        high = low if self.high is self.low else None if self.high is None else function(self.high)
        return Estimate.of_ends(low, high, is_approximate=self.is_approximate)

    def floored_at_zero(self) -> "Estimate[T_co]":
        """What is left where it cannot be below zero: a lower end, or an open low one, becomes zero.

        Of `UNKNOWN`, whose zero is not known, nothing becomes known.

        Examples:
            >>> between(-5, 3).floored_at_zero(), at_most(3).floored_at_zero(), at_most(-1).floored_at_zero()
            (between(0, 3), between(0, 3), exactly(0))
        """
        zero: Any = self.zero
        low, high = (None if end is None else max(end, zero) for end in (self.low, self.high))
        return Estimate.of_ends(zero if low is None else low, high, is_approximate=self.is_approximate)

    def could_be(self, value: Estimable) -> bool:
        """Whether the value is not excluded.

        Raises:
            InvalidValueError: The value is none that can be estimated, such as a float.
            UnorderedError: The value is of another kind, so the question has no answer.
            CurrencyMismatchError: It is an amount in another currency.

        Examples:
            >>> at_most(300_000).could_be(300_001)
            False
        """
        value = _bound(_due(value))
        for end in (self.low, self.high):
            if end is not None and not (_alike(end, value) or (isinstance(end, Money) and isinstance(value, Money))):
                raise UnorderedError(shown(value), f"does not compare with {end!r}")
        above_low = self.low is None or not value < self.low  # type: ignore[operator]
        within = above_low and (self.high is None or not self.high < value)  # type: ignore[operator]
        return within or self.is_approximate

    def __add__(self, other: "Estimate[Any] | Estimable") -> "Estimate[T_co]":
        right = other if isinstance(other, Estimate) else exactly(other)
        low, high = _plus(self.low, right.low), _plus(self.high, right.high)
        return Estimate.of_ends(low, high, is_approximate=self.is_approximate or right.is_approximate)

    def __radd__(self, other: Estimable) -> "Estimate[T_co]":
        """A plain value on the left is exact; the built-in `sum` may start from its zero."""
        return self if type(other) is int and other == 0 else self + other

    def __sub__(self, other: "Estimate[Any] | Estimable") -> "Estimate[T_co]":
        right = other if isinstance(other, Estimate) else exactly(other)
        low, high = _minus(self.low, right.high), _minus(self.high, right.low)
        return Estimate.of_ends(low, high, is_approximate=self.is_approximate or right.is_approximate)

    def __rsub__(self, other: Estimable) -> "Estimate[T_co]":
        """A plain value on the left is exact."""
        return exactly(other) - self  # type: ignore[return-value]

    @overload
    def __mul__(self, other: "Number | Estimate[Number]") -> "Estimate[T_co]": ...
    @overload
    def __mul__(self: "Estimate[Number]", other: "Estimate[M]") -> "Estimate[M]": ...
    def __mul__(self, other: Any) -> "Estimate[Any]":
        low, high, is_approximate = _factor(other)
        if self.is_unknown or (low is None and high is None):
            return UNKNOWN
        zero = _zero_of(_product(self.lowest_known, high if low is None else low))
        corners = _corners(_signed(self.low, self.high), _signed(low, high), _product, zero)
        return Estimate.of_ends(*corners, is_approximate=self.is_approximate or is_approximate)

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: "Number | Estimate[Number]") -> "Estimate[T_co]": ...
    @overload
    def __truediv__(self: "Estimate[M]", other: "M | Estimate[M]") -> "Estimate[Decimal]": ...
    def __truediv__(self, other: Any) -> "Estimate[Any]":
        low, high, is_approximate = _factor(exactly(other) if type(other) in _MEASURES else other)
        divisor = high if low is None else low
        if not isinstance(other, Estimate) and not _sign(divisor):
            raise InvalidValueError("Estimate", "division by zero", "divide by a number other than zero")
        may_be_above, may_be_below = high is None or _sign(high) > 0, low is None or _sign(low) < 0
        if self.is_unknown or may_be_above is may_be_below:
            return UNKNOWN
        if not isinstance(divisor, int | Decimal):
            _same_kind(self.lowest_known, divisor, "divide")
        is_amount = type(self.lowest_known) in _MEASURES and isinstance(divisor, int | Decimal)
        zero = self.zero if is_amount else Decimal(0)
        side = 1 if may_be_above else -1
        corners = _corners(_signed(self.low, self.high), [_turned(end, side) for end in (low, high)], _quotient, zero)
        return Estimate.of_ends(*corners, is_approximate=self.is_approximate or is_approximate)

    def __repr__(self) -> str:
        if self.is_unknown:
            return "UNKNOWN"
        low, high = (_shown_end(end) for end in (self.low, self.high))
        if self.high is None:
            text = f"at_least({low})"
        elif self.low is None:
            text = f"at_most({high})"
        elif self.low == self.high:
            return f"about({low})" if self.is_approximate else f"exactly({low})"
        else:
            text = f"between({low}, {high})"
        return f"about({text})" if self.is_approximate else text


def _shown_end(end: object) -> str:
    return str(end) if isinstance(end, int) else repr(end)


def _plus(left: Any, right: Any) -> Any:
    if left is None or right is None:
        return None
    _same_kind(left, right)
    return add(left, right, "Estimate") if isinstance(left, int | Decimal) else left + right


def _minus(left: Any, right: Any) -> Any:
    if left is None or right is None:
        return None
    _same_kind(left, right)
    return add(left, negate(right), "Estimate") if isinstance(left, int | Decimal) else left - right


_Signed: TypeAlias = tuple[int, Any]
"""An end and its sign. Without a value (None) it is infinitely far from zero or, where its sign is 0, zero."""


def _sign(end: Any) -> int:
    number = end.amount if type(end) is Money else end._held if type(end) in _MEASURES else end
    return (number > 0) - (number < 0)


def _zero_of(end: Any) -> Any:
    if isinstance(end, int | Decimal):
        return Decimal(0) if isinstance(end, Decimal) else 0
    return None if end is None else end * 0


def _signed(low: Any, high: Any) -> list[_Signed]:
    return [(side if end is None else _sign(end), end) for side, end in ((-1, low), (1, high))]


def _turned(end: Any, side: int) -> _Signed:
    """An end by which is divided: by an open one comes nothing, by zero what has no end on the side of the divisor."""
    sign = 0 if end is None else _sign(end)
    return (sign, end) if sign else (0 if end is None else side, None)


def _factor(value: Any) -> tuple[Any, Any, bool]:
    """The ends of what is multiplied or divided by, and whether it is approximate."""
    if isinstance(value, Estimate):
        return value.low, value.high, value.is_approximate
    factor = to_factor(value, "Estimate")
    return (value, value, False) if type(value) is int else (factor, factor, False)


def _corners(left: list[_Signed], right: list[_Signed], of: Callable[[Any, Any], Any], zero: Any) -> tuple[Any, Any]:
    """The lowest and the highest of what two estimates give: it is given by two of their ends."""
    found: list[Any] = []
    infinite: set[int] = set()
    for (one_sign, one), (other_sign, other) in product(left, right):
        sign = one_sign * other_sign
        if sign and (one is None or other is None):
            infinite.add(sign)
        else:
            found.append(of(one, other) if sign else zero)
    return None if -1 in infinite else min(found), None if 1 in infinite else max(found)


def _product(one: Any, other: Any) -> Any:
    if isinstance(one, int | Decimal):
        return scale(other, one, "Estimate") if isinstance(other, int | Decimal) else other * one
    if not isinstance(other, int | Decimal):
        raise WrongTypeError("Estimate", f"{one!r} and {other!r} do not multiply", "multiply by a number")
    return one * other


def _quotient(one: Any, other: Any) -> Any:
    if isinstance(one, int | Decimal):
        return divide(Decimal(one), other, "Estimate")
    found = one / other
    return rounded(found, FRACTION_DIGITS) if isinstance(found, Decimal) else found


def _same_kind(left: object, right: object, verb: str = "add") -> None:
    if isinstance(left, Money) and isinstance(right, Money):
        if left.currency is not right.currency:
            raise CurrencyMismatchError(left.currency, right.currency)
    elif not _alike(left, right):
        raise UnorderedError(f"{left!r} and {right!r}", f"are of two kinds and do not {verb}")


def _extreme(of: Callable[[Iterable[Any]], Any], ends: list[Any]) -> Any:
    if not ends or None in ends:
        return None
    for end in ends:
        _same_kind(ends[0], end, "compare")
    return of(ends)


UNKNOWN: Final[Estimate[Never]] = Estimate()
"""The estimate of which nothing is known. It is not zero."""


def exactly(value: V) -> Estimate[V]:
    """Just this value.

    Examples:
        >>> exactly(800_000).is_exact
        True
    """
    end = _due(value)
    return Estimate(end, end)


@overload
def about(value: Estimate[V]) -> Estimate[V]: ...
@overload
def about(value: V) -> Estimate[V]: ...
def about(value: "V | Estimate[V]") -> Estimate[V]:
    """Roughly this value, or roughly what an estimate says.

    Examples:
        >>> about(500_000).could_be(480_000)
        True
        >>> about(at_most(300_000))
        about(at_most(300000))
    """
    if not isinstance(value, Estimate):
        end = _due(value)
        return Estimate(end, end, True)
    return Estimate.of_ends(value.low, value.high, is_approximate=True)


def at_least(value: V) -> Estimate[V]:
    """This value or more.

    Examples:
        >>> at_least(2).could_be(1)
        False
    """
    return Estimate(_due(value))


def at_most(value: V) -> Estimate[V]:
    """This value or less: "up to".

    Examples:
        >>> at_most(300_000).low is None
        True
    """
    return Estimate(None, _due(value))


def between(low: V, high: V) -> Estimate[V]:
    """From the one to the other, both included.

    Examples:
        >>> between(3, 3) == exactly(3)
        True
    """
    return Estimate(_due(low), _due(high))


def _due(value: V) -> V:
    """The value, which is there: the constructor looks at what it is."""
    if value is None:
        raise WrongTypeError("Estimate", "None is no value", "pass a value, or use UNKNOWN")
    return value


spanning = Estimate.span
