"""Exact decimal numbers, whatever decimal context the caller's program has set.

One private context carries 30 digits before the point and 18 after; it raises where a result would not fit, instead of
rounding. Nothing here reads or changes the ambient context.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException, Inexact, InvalidOperation, Overflow
from math import isfinite, lcm
from typing import Final, TypeAlias

from ._errors import InvalidValueError, WrongTypeError, shown

Number: TypeAlias = int | Decimal
"""An exact number: whole ones as `int`, others as `Decimal`."""

INTEGER_DIGITS: Final = 30
FRACTION_DIGITS: Final = 18

EXACT: Final = Context(
    prec=INTEGER_DIGITS + FRACTION_DIGITS,
    Emax=INTEGER_DIGITS - 1,
    Emin=-INTEGER_DIGITS,
    traps=[Inexact, InvalidOperation, Overflow],
)
_WIDE: Final = Context(prec=300, rounding=ROUND_HALF_EVEN, Emax=9999, Emin=-9999, traps=[InvalidOperation, Overflow])
_RATIO: Final = Context(prec=34, rounding=ROUND_HALF_EVEN, Emax=9999, Emin=-9999, traps=[InvalidOperation])
_FACTOR_DIGITS: Final = 100
_SMALLEST: Final = Decimal(1).scaleb(-FRACTION_DIGITS, _WIDE)
_ONE: Final = Decimal(1)
BOUND: Final = 10**INTEGER_DIGITS
_PLAIN: Final = re.compile(rf"-?[0-9]{{1,{INTEGER_DIGITS}}}(\.[0-9]{{1,{FRACTION_DIGITS}}})?")
_FITTING: Final = f"use at most {INTEGER_DIGITS} digits before the point and {FRACTION_DIGITS} after"


def too_large(where: str) -> InvalidValueError:
    """The error for a result that does not fit."""
    return InvalidValueError(where, "the result does not fit", _FITTING)


def _refusal(value: object, where: str) -> InvalidValueError:
    if isinstance(value, float) and isfinite(value):
        digits = float.__repr__(value)
        return WrongTypeError(where, f"{digits} is a float", f'pass "{digits}", an int or a Decimal')
    if isinstance(value, float | Decimal):
        return InvalidValueError(where, f"{shown(value)} is no number that counts", "pass a finite one")
    accepted = 'pass a string such as "1234.5", an int or a Decimal'
    return WrongTypeError(where, f"{shown(value)} is a {type(value).__name__}", accepted)


def to_decimal(value: object, where: str) -> Decimal:
    """The exact decimal that a plain string, an `int` or a `Decimal` says; anything else is refused."""
    if type(value) is str:
        if _PLAIN.fullmatch(value):
            plain = value.rstrip("0").rstrip(".") if value[-1] == "0" and "." in value else value
            return EXACT.plus(Decimal(plain))
        raise InvalidValueError(
            where, f"{shown(value)} is no plain decimal number", f'write it like "-1234.5"; {_FITTING}'
        )
    if isinstance(value, int) and not isinstance(value, bool):
        if not -BOUND < value < BOUND:
            raise InvalidValueError(where, f"{shown(value)} is too large", _FITTING)
        return Decimal(int(value))
    if not isinstance(value, Decimal) or not value.is_finite():
        raise _refusal(value, where)
    try:
        exact = EXACT.plus(EXACT.normalize(EXACT.quantize(value, _SMALLEST)))
    except DecimalException:
        raise InvalidValueError(where, f"{shown(value)} has too many digits", _FITTING) from None
    return EXACT.quantize(exact, _ONE) if exact == exact.to_integral_value(context=_WIDE) else exact


def to_number(value: object, where: str) -> Number:
    """Like [`to_decimal`][], with whole numbers as `int`."""
    if type(value) is int and -BOUND < value < BOUND:
        return value
    exact = to_decimal(value, where)
    return int(exact) if exact == exact.to_integral_value(context=_WIDE) else exact


def to_factor(value: object, where: str) -> Decimal:
    """A number to multiply or divide by: as long as a `Decimal` of the caller's own arithmetic may be."""
    if not isinstance(value, Decimal):
        return to_decimal(value, where)
    if not value.is_finite():
        raise _refusal(value, where)
    if len(value.as_tuple().digits) > _FACTOR_DIGITS or (value and abs(value.adjusted()) > _FACTOR_DIGITS):
        raise InvalidValueError(where, f"{shown(value)} has too many digits", f"use at most {_FACTOR_DIGITS}")
    return value if type(value) is Decimal else Decimal(value)


def written(value: Number) -> str:
    """The one way in which equal numbers are written: no exponent, no trailing zeros, no negative zero."""
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if text[-1] != "0" and "E" not in text and "e" not in text:  # which one, the ambient context says
        return text
    text = format(value, "f") if value else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def add(left: Number, right: Number, where: str) -> Number:
    """The exact sum."""
    if isinstance(left, int) and isinstance(right, int):
        return to_number(left + right, where)
    try:
        return EXACT.add(Decimal(left), Decimal(right))
    except DecimalException:
        raise too_large(where) from None


def multiply(left: Decimal, factor: object, where: str) -> Decimal:
    """The product, rounded half-even to 18 digits after the point."""
    product = _WIDE.multiply(left, to_factor(factor, where))
    try:
        return EXACT.plus(rounded(product, FRACTION_DIGITS))
    except DecimalException:
        raise too_large(where) from None


def scale(value: Number, factor: object, where: str) -> Number:
    """A number times a factor: exact where both are whole, else rounded like [`multiply`][]."""
    if isinstance(value, int) and type(factor) is int:
        return to_number(value * factor, where)
    return multiply(Decimal(value), factor, where)


def negate(value: Number) -> Number:
    """The number with its sign changed; no context rounds it."""
    return -value if isinstance(value, int) else EXACT.minus(value)


def divide(left: Decimal, divisor: object, where: str) -> Decimal:
    """The quotient, correctly rounded half-even to 18 digits after the point."""
    by = to_factor(divisor, where)
    if not by:
        raise InvalidValueError(where, "division by zero", "divide by a number other than zero")
    by_above, by_below = by.as_integer_ratio()
    return times(left, by_below, by_above, where)


def times(value: Decimal, above: int, below: int, where: str) -> Decimal:
    """The product with the fraction `above / below`, rounded half-even, once, to 18 digits after the point."""
    numerator, denominator = value.as_integer_ratio()
    numerator, denominator = numerator * above * 10**FRACTION_DIGITS, denominator * below
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    quotient, rest = divmod(numerator, denominator)
    quotient += 2 * rest > denominator or (2 * rest == denominator and quotient % 2)
    if abs(quotient) >= BOUND * 10**FRACTION_DIGITS:
        raise too_large(where)
    return _WIDE.scaleb(Decimal(quotient), -FRACTION_DIGITS)


def ratio(left: Number, right: Number, where: str) -> Decimal:
    """The ratio of two numbers, to 34 significant digits."""
    if not right:
        raise InvalidValueError(where, "division by zero", "divide by a number other than zero")
    return _RATIO.divide(Decimal(left), Decimal(right))


def rounded(value: Decimal, digits: int) -> Decimal:
    """Half-even, to so many digits after the point; the result may need one digit more before it."""
    return _WIDE.quantize(value, Decimal(1).scaleb(-digits, _WIDE))


def shares(whole: Decimal, weights: Sequence[Decimal], digits: int, where: str) -> list[Decimal]:
    """The whole divided by weight into multiples of the last digit, which add up to it: largest remainders first."""
    pairs = [weight.as_integer_ratio() for weight in weights]
    scale = lcm(*(below for _, below in pairs))
    parts = [above * (scale // below) for above, below in pairs]
    total = sum(parts)
    if not total or min(parts) < 0:
        given = ", ".join(map(written, weights[:5]))
        raise InvalidValueError(where, f"the weights ({given}) give nothing to go by", "pass weights of zero or more")
    sign = -1 if whole < 0 else 1
    units = int(_WIDE.scaleb(whole.copy_abs(), digits))
    floors = [units * part // total for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda at: -(units * parts[at] % total))
    for at in by_remainder[: units - sum(floors)]:
        floors[at] += 1
    return [_WIDE.scaleb(Decimal(sign * units), -digits) for units in floors]


def fraction_digits(value: Decimal) -> int:
    """How many digits after the point the number needs."""
    return len(written(value).partition(".")[2])
