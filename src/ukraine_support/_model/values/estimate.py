"""Estimates: values known exactly, about, within bounds, or not at all."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final, Generic, Never, TypeVar, final, overload

import attrs

from ..._errors import InvalidValueError, UnorderedError, WrongTypeError, shown
from ..._exact import Number
from ..base.advice import each_an_instance
from ..base.immutable import Immutable
from .ends import (
    MEASURES,
    Ends,
    Estimable,
    alike,
    each,
    extreme,
    minus,
    plus,
    product,
    quotient,
    sign_of,
    to_end,
    to_factor_ends,
    zero_of,
)
from .magnitudes import Length, Mass
from .money import Money

T_co = TypeVar("T_co", bound=Estimable, covariant=True)
V = TypeVar("V", bound=Estimable)
W = TypeVar("W", bound=Estimable)
M = TypeVar("M", bound=Money | Length | Mass)


def _holds(estimate: "Estimate[Any]", attribute: object, is_approximate: object) -> None:
    """The ends are of one kind and in order, and something is known of what is rough."""
    low, high = estimate.low, estimate.high
    if type(is_approximate) is not bool:
        raise WrongTypeError("Estimate.is_approximate", f"{shown(is_approximate)} is no bool", "pass True or False")
    if is_approximate and low is None and high is None:
        raise InvalidValueError("Estimate", "an unknown value is not approximate", "pass an end, or use UNKNOWN")
    if low is high or low is None or high is None:
        return
    if not alike(low, high):
        raise WrongTypeError("Estimate", f"{low!r} and {high!r} do not compare", "pass two ends of one kind")
    if low > high:
        raise InvalidValueError("Estimate", f"the low end {low!r} is above the high end {high!r}", "swap them")


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

    low: T_co | None = attrs.field(default=None, converter=to_end)
    """The low end; None where it is open."""
    high: T_co | None = attrs.field(default=None, converter=to_end)
    """The high end; None where it is open."""
    is_approximate: bool = attrs.field(default=False, validator=_holds)
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
        return end is not None and sign_of(end) < 0

    @property
    def zero(self) -> T_co | None:
        """Zero of what is estimated, such as `EUR 0`; None where nothing is known.

        Examples:
            >>> at_least(Money("5", "EUR")).zero
            Money('0', 'EUR')
        """
        zero: T_co | None = zero_of(self.lowest_known)
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
        several = each_an_instance(estimates, Estimate, "Estimate.span")
        lows, highs = [each.low for each in several], [each.high for each in several]
        return Estimate.of_ends(
            extreme(min, lows), extreme(max, highs), is_approximate=any(each.is_approximate for each in several)
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
        if not callable(function):
            problem = f"{shown(function)} is a {type(function).__name__}"
            raise WrongTypeError("Estimate.map_ends", problem, "pass a function of one end")
        return Estimate.of_ends(*each(self._ends, function), is_approximate=self.is_approximate)

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
        value = to_end(_due(value))
        for end in (self.low, self.high):
            if end is not None and not (alike(end, value) or (isinstance(end, Money) and isinstance(value, Money))):
                raise UnorderedError(shown(value), f"does not compare with {end!r}")
        above_low = self.low is None or not value < self.low  # type: ignore[operator]
        within = above_low and (self.high is None or not self.high < value)  # type: ignore[operator]
        return within or self.is_approximate

    def __add__(self, other: "Estimate[Any] | Estimable") -> "Estimate[T_co]":
        right = other if type(other) is Estimate else exactly(other)
        return self._between((plus(self.low, right.low), plus(self.high, right.high)), right.is_approximate)

    def __radd__(self, other: Estimable) -> "Estimate[T_co]":
        """A plain value on the left is exact; the built-in `sum` may start from its zero."""
        return self if type(other) is int and other == 0 else self + other

    def __sub__(self, other: "Estimate[Any] | Estimable") -> "Estimate[T_co]":
        right = other if type(other) is Estimate else exactly(other)
        return self._between((minus(self.low, right.high), minus(self.high, right.low)), right.is_approximate)

    def __rsub__(self, other: Estimable) -> "Estimate[T_co]":
        """A plain value on the left is exact."""
        return exactly(other) - self  # type: ignore[return-value]

    @overload
    def __mul__(self, other: "Number | Estimate[Number]") -> "Estimate[T_co]": ...
    @overload
    def __mul__(self: "Estimate[Number]", other: "Estimate[M]") -> "Estimate[M]": ...
    def __mul__(self, other: Any) -> "Estimate[Any]":
        ends, is_approximate = _factor(other)
        return self._between(product(self._ends, ends), is_approximate)

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: "Number | Estimate[Number]") -> "Estimate[T_co]": ...
    @overload
    def __truediv__(self: "Estimate[M]", other: "M | Estimate[M]") -> "Estimate[Decimal]": ...
    def __truediv__(self, other: Any) -> "Estimate[Any]":
        ends, is_approximate = _factor(exactly(other) if type(other) in MEASURES else other)
        if type(other) is not Estimate and not sign_of(ends[0]):
            raise InvalidValueError("Estimate", "division by zero", "divide by a number other than zero")
        return self._between(quotient(self._ends, ends), is_approximate)

    @property
    def _ends(self) -> Ends:
        return self.low, self.high

    def _between(self, ends: Ends, is_approximate: bool) -> "Estimate[Any]":
        """What an operation on it comes to."""
        return Estimate.of_ends(*ends, is_approximate=self.is_approximate or is_approximate)

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
    if type(value) is not Estimate:
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


def _factor(value: Any) -> tuple[Ends, bool]:
    """The ends of what is multiplied or divided by, and whether it is approximate."""
    return (value._ends, value.is_approximate) if type(value) is Estimate else (to_factor_ends(value), False)


def _due(value: V) -> V:
    """The value, which is there: the constructor looks at what it is."""
    if value is None:
        raise WrongTypeError("Estimate", "None is no value", "pass a value, or use UNKNOWN")
    return value
