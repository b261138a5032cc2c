"""The ends of estimates, and the arithmetic of intervals between two of them, of which each may be open (None)."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import product as pairs_of
from typing import Any, Final, TypeAlias

from ..._errors import CurrencyMismatchError, UnorderedError, WrongTypeError, shown
from ..._exact import BOUND, FRACTION_DIGITS, add, divide, negate, rounded, scale, to_factor, to_number
from .magnitudes import Length, Mass
from .money import Money

Estimable: TypeAlias = int | Decimal | Money | Length | Mass
"""What can be estimated."""
Ends: TypeAlias = tuple[Any, Any]
"""A low and a high end, each of which may be open."""
UNBOUNDED: Final[Ends] = (None, None)

MEASURES: Final = frozenset((Money, Length, Mass))
_NUMBERS: Final = (int, Decimal)
_LEAST: Final = -BOUND
_Signed: TypeAlias = tuple[int, Any]
"""An end and its sign. Without a value (None) it is infinitely far from zero or, where its sign is 0, zero."""


def to_end(value: Any) -> Any:
    """An end out of what can be estimated."""
    kind = type(value)
    if value is None or kind in MEASURES or (kind is int and _LEAST < value < BOUND):
        return value
    if isinstance(value, str) or not isinstance(value, int | float | Decimal):
        raise WrongTypeError(
            "Estimate", f"{shown(value)} is a {type(value).__name__}", "pass an int, Decimal, Money, Length or Mass"
        )
    number = to_number(value, "Estimate")
    return Decimal(number) if isinstance(value, Decimal) else number


def to_factor_ends(value: object) -> Ends:
    """The ends of a number by which is multiplied or divided, which may be longer than an end may be."""
    factor = to_number(value, "Estimate") if type(value) is int else to_factor(value, "Estimate")
    return factor, factor


def each(ends: Ends, function: Callable[[Any], Any]) -> Ends:
    """What a function makes of each end; open ends stay open."""
    low, high = ends
    found = None if low is None else function(low)
    return found, found if high is low else None if high is None else function(high)


def alike(left: object, right: object) -> bool:
    """Whether two ends are in order with each other: both numbers, or of one class, or in one currency."""
    if isinstance(left, Money) and isinstance(right, Money):
        return left.currency == right.currency
    return type(left) is type(right) or (isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS))


def sign_of(end: Any) -> int:
    """1 above zero, 0 of it, -1 below it."""
    number = end.amount if type(end) is Money else end._held if type(end) in MEASURES else end
    return (number > 0) - (number < 0)


def zero_of(end: Any) -> Any:
    """Zero of what the end is of."""
    if isinstance(end, _NUMBERS):
        return Decimal(0) if isinstance(end, Decimal) else 0
    return None if end is None else end * 0


def known_of(ends: Ends) -> Any:
    """The low end, or the high one where that is open."""
    low, high = ends
    return high if low is None else low


def plus(left: Any, right: Any) -> Any:
    """The sum of two ends."""
    if left is None or right is None:
        return None
    _same_kind(left, right, "add")
    return add(left, right, "Estimate") if isinstance(left, _NUMBERS) else left + right


def minus(left: Any, right: Any) -> Any:
    """The difference of two ends."""
    if left is None or right is None:
        return None
    _same_kind(left, right, "add")
    return add(left, negate(right), "Estimate") if isinstance(left, _NUMBERS) else left - right


def product(left: Ends, right: Ends) -> Ends:
    """Between which ends the products lie."""
    one, other = known_of(left), known_of(right)
    if one is None or other is None:
        return UNBOUNDED
    if right[0] is right[1] and (sign := sign_of(other)):  # one number, as most are
        return each(left, lambda end: _product(end, other))[::sign]
    zero = zero_of(_product(one, other))
    return _corners(_signed(left), _signed(right), _product, zero)


def quotient(left: Ends, right: Ends) -> Ends:
    """Between which ends the quotients lie."""
    low, high = right
    may_be_above, may_be_below = high is None or sign_of(high) > 0, low is None or sign_of(low) < 0
    known, by = known_of(left), known_of(right)
    if known is None or may_be_above is may_be_below:
        return UNBOUNDED
    is_by_number = isinstance(by, _NUMBERS)
    if not is_by_number:
        _same_kind(known, by, "divide")
    zero = zero_of(known) if is_by_number and type(known) in MEASURES else Decimal(0)
    side = 1 if may_be_above else -1
    return _corners(_signed(left), [_turned(end, side) for end in right], _quotient, zero)


def extreme(of: Callable[[Iterable[Any]], Any], ends: list[Any]) -> Any:
    """The least or the largest of some ends; None of none, or where one is open."""
    if not ends or None in ends:
        return None
    for end in ends:
        _same_kind(ends[0], end, "compare")
    return of(ends)


def _signed(ends: Ends) -> list[_Signed]:
    return [(side if end is None else sign_of(end), end) for side, end in zip((-1, 1), ends, strict=True)]


def _turned(end: Any, side: int) -> _Signed:
    """An end by which is divided: by an open one comes nothing, by zero what has no end on the side of the divisor."""
    sign = 0 if end is None else sign_of(end)
    return (sign, end) if sign else (0 if end is None else side, None)


def _corners(left: list[_Signed], right: list[_Signed], of: Callable[[Any, Any], Any], zero: Any) -> Ends:
    """The lowest and the highest of what two estimates give: it is given by two of their ends."""
    found: list[Any] = []
    infinite: set[int] = set()
    for (one_sign, one), (other_sign, other) in pairs_of(left, right):
        sign = one_sign * other_sign
        if sign and (one is None or other is None):
            infinite.add(sign)
        else:
            found.append(of(one, other) if sign else zero)
    return None if -1 in infinite else min(found), None if 1 in infinite else max(found)


def _product(one: Any, other: Any) -> Any:
    if isinstance(one, _NUMBERS):
        return scale(other, one, "Estimate") if isinstance(other, _NUMBERS) else other * one
    if not isinstance(other, _NUMBERS):
        raise WrongTypeError("Estimate", f"{one!r} and {other!r} do not multiply", "multiply by a number")
    return one * other


def _quotient(one: Any, other: Any) -> Any:
    if isinstance(one, _NUMBERS):
        return divide(Decimal(one), other, "Estimate")
    found = one / other
    return rounded(found, FRACTION_DIGITS) if isinstance(found, Decimal) else found


def _same_kind(left: object, right: object, verb: str) -> None:
    if isinstance(left, Money) and isinstance(right, Money):
        if left.currency is not right.currency:
            raise CurrencyMismatchError(left.currency, right.currency)
    elif not alike(left, right):
        raise UnorderedError(f"{left!r} and {right!r}", f"are of two kinds and do not {verb}")
