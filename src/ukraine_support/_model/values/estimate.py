"""Estimates: values known exactly, about, within bounds, or not at all."""

from decimal import Decimal
from typing import Any, Final, Generic, Never, TypeAlias, TypeVar, final, overload

import attrs

from ..._errors import InvalidValueError, UnorderedError, WrongTypeError, shown
from ..._exact import Number, add, negate, scale, to_factor, to_number
from ..base.immutable import Immutable
from .magnitudes import Length, Mass
from .money import Money

Estimable: TypeAlias = int | Decimal | Money | Length | Mass
"""What can be estimated."""

T_co = TypeVar("T_co", bound=Estimable, covariant=True)
V = TypeVar("V", bound=Estimable)


_MEASURES: Final = frozenset((Money, Length, Mass))


def _bound(value: object) -> Any:
    if value is None or type(value) in _MEASURES:
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
    if low is None or high is None:
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

    Sums are interval arithmetic: an open end stays open, and what could be is never excluded.

    Raises:
        InvalidValueError: The low end is above the high end, the ends differ in kind or currency, or an end is a float.

    Examples:
        >>> promised = exactly(1_000_000)
        >>> delivered = between(300_000, 500_000)
        >>> promised - delivered
        between(500000, 700000)
        >>> exactly(5) + UNKNOWN
        UNKNOWN
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
        value = _due(value)
        for end in (self.low, self.high):
            if end is not None and not (_alike(end, value) or (isinstance(end, Money) and isinstance(value, Money))):
                raise UnorderedError(shown(value), f"does not compare with {end!r}")
        above_low = self.low is None or not value < self.low  # type: ignore[operator]
        within = above_low and (self.high is None or not self.high < value)  # type: ignore[operator]
        return within or self.is_approximate

    def __add__(self, other: "Estimate[Any] | Estimable") -> "Estimate[T_co]":
        right = other if isinstance(other, Estimate) else exactly(other)
        return _estimate(
            _plus(self.low, right.low), _plus(self.high, right.high), self.is_approximate or right.is_approximate
        )

    def __radd__(self, other: Estimable) -> "Estimate[T_co]":
        """A plain value on the left is exact; the built-in `sum` may start from its zero."""
        return self if type(other) is int and other == 0 else self + other

    def __sub__(self, other: "Estimate[Any] | Estimable") -> "Estimate[T_co]":
        right = other if isinstance(other, Estimate) else exactly(other)
        return _estimate(
            _minus(self.low, right.high), _minus(self.high, right.low), self.is_approximate or right.is_approximate
        )

    def __mul__(self, factor: Number) -> "Estimate[T_co]":
        negative = to_factor(factor, "Estimate") < 0
        low, high = _times(self.low, factor), _times(self.high, factor)
        return _estimate(high, low, self.is_approximate) if negative else _estimate(low, high, self.is_approximate)

    __rmul__ = __mul__

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


def _times(end: Any, factor: Number) -> Any:
    if end is None:
        return None
    return scale(end, factor, "Estimate") if isinstance(end, int | Decimal) else end * factor


def _same_kind(left: object, right: object) -> None:
    if not _alike(left, right) and not (isinstance(left, Money) and isinstance(right, Money)):
        raise UnorderedError(f"{left!r} and {right!r}", "are of two kinds and do not add")


def _estimate(low: Any, high: Any, approximate: bool) -> Estimate[Any]:
    return UNKNOWN if low is None and high is None else Estimate(low, high, approximate)


UNKNOWN: Final[Estimate[Never]] = Estimate()
"""The estimate of which nothing is known. It is not zero."""

_new: Final = object.__new__
_set_low: Any = Estimate.__dict__["low"].__set__
_set_high: Any = Estimate.__dict__["high"].__set__
_set_approximate: Any = Estimate.__dict__["is_approximate"].__set__


def made(low: Any, high: Any, approximate: bool) -> Estimate[Any]:
    """An estimate of one valid end, or of two that are the same: nothing is left for the constructor to ask."""
    made: Estimate[Any] = _new(Estimate)
    _set_low(made, low)
    _set_high(made, high)
    _set_approximate(made, approximate)
    return made


def exactly(value: V) -> Estimate[V]:
    """Just this value.

    Examples:
        >>> exactly(800_000).is_exact
        True
    """
    end = _due(value)
    return made(end, end, False)


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
        return made(end, end, True)
    return _estimate(value.low, value.high, True)


def at_least(value: V) -> Estimate[V]:
    """This value or more.

    Examples:
        >>> at_least(2).could_be(1)
        False
    """
    return made(_due(value), None, False)


def at_most(value: V) -> Estimate[V]:
    """This value or less: "up to".

    Examples:
        >>> at_most(300_000).low is None
        True
    """
    return made(None, _due(value), False)


def between(low: V, high: V) -> Estimate[V]:
    """From the one to the other, both included.

    Examples:
        >>> between(3, 3) == exactly(3)
        True
    """
    return Estimate(_due(low), _due(high))


def _due(value: V) -> V:
    if value is None:
        raise WrongTypeError("Estimate", "None is no value", "pass a value, or use UNKNOWN")
    end: V = _bound(value)
    return end


def spanning(estimates: "list[Estimate[V]]") -> Estimate[V]:
    """The narrowest estimate that excludes nothing that one of them could be; of none, UNKNOWN."""
    if not estimates:
        return UNKNOWN
    lows: list[Any] = [estimate.low for estimate in estimates]
    highs: list[Any] = [estimate.high for estimate in estimates]
    low = None if None in lows else min(lows)
    high = None if None in highs else max(highs)
    return _estimate(low, high, any(estimate.is_approximate for estimate in estimates))
