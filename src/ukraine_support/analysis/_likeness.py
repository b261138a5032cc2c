"""Whether two figures are the same but for rounding."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from .._exact import Number
from .._model.values.estimate import Estimate
from .._model.values.money import Money


def are_apart(one: Number, other: Number, factor: Decimal) -> bool:
    """Whether the larger of two numbers is more than so many times the smaller, or of another sign."""
    small, large = sorted((Fraction(one), Fraction(other)), key=abs)
    return small * large < 0 or abs(large) > abs(small) * Fraction(factor)


def cannot_be_alike(one: Estimate[Any], other: Estimate[Any], factor: Decimal) -> bool:
    """Whether nothing that the one could be is within such a factor of anything that the other could be."""
    pairs = ((one.high, other.low), (other.high, one.low))
    return any(
        high is not None and low is not None and bool(high < low) and are_apart(_number(high), _number(low), factor)
        for high, low in pairs
    )


def _number(end: Any) -> Number:
    return end.amount if isinstance(end, Money) else end
