"""Converters of numbers, amounts and measures: an estimate out of itself, or of what people pass in place of one."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from .._errors import InvalidValueError, WrongTypeError, shown
from .._exact import EXACT, Number, to_decimal, to_number, written
from ..units import is_quantity
from .base.advice import instead
from .values.estimate import UNKNOWN, Estimate, exactly
from .values.magnitudes import Calibre, Length, Magnitude, Mass
from .values.money import Money

if TYPE_CHECKING:
    from pint.facets.plain import PlainQuantity

V = TypeVar("V")
M = TypeVar("M", bound=Magnitude)

Amounts: TypeAlias = Estimate[Money] | Money | None
"""What a field of `Estimate[Money]` accepts."""
Numbers: TypeAlias = Estimate[int | Decimal] | int | Decimal | str | None
"""What a field of an estimated number accepts."""


def _of(value: Estimate[Any], *kinds: type) -> Estimate[Any]:
    """An estimate whose ends are of these kinds."""
    low, high = value.low, value.high
    if (low is None or isinstance(low, kinds)) and (high is None or isinstance(high, kinds)):
        return value
    end = high if low is None or isinstance(low, kinds) else low
    accepted = " or ".join(instead(kind, end) for kind in kinds)
    raise WrongTypeError("", f"{end!r} is of another kind", accepted)


def to_quantity(value: Numbers) -> Estimate[Number]:
    """An estimated number out of itself or of an exact one, whole ends as `int`; None is unknown.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_quantity("0.5"), fields.to_quantity(None)
        (exactly(Decimal('0.5')), UNKNOWN)
    """
    if value is None or value is UNKNOWN:
        return UNKNOWN
    if type(value) is not Estimate:
        return exactly(_exact(to_number, value, "about(500) or between(400, 600)"))
    if type(value.low) is int and type(value.high) is int:
        return value
    _of(value, int, Decimal)
    return value.map_ends(lambda end: to_number(end, "Estimate"))


def _exact(reader: Callable[[Any, str], V], value: Any, estimated: str) -> V:
    """A number; if it is none, an error that knows that it may be estimated too, or was a percentage."""
    try:
        return reader(value, "Estimate")
    except InvalidValueError as error:
        accepted = f"{error.accepted}, or an estimate such as {estimated}"
        percentage = _PERCENTAGE.fullmatch(value) if isinstance(value, str) else None
        if percentage is not None:
            accepted = f'pass "{written(to_decimal(percentage[1], "Estimate").scaleb(-2, EXACT))}" for {value}'
        raise type(error)(error.where, error.problem, accepted) from None


_PERCENTAGE: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?%")


def to_count(value: "Estimate[int] | int | None") -> Estimate[int]:
    """An estimated whole number out of itself or of an exact one; None is unknown.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_count(5)
        exactly(5)
    """
    if value is None:
        return UNKNOWN
    return _of(value if type(value) is Estimate else exactly(value), int)


def to_share(value: "Estimate[Decimal] | Estimate[Number] | Decimal | int | str | None") -> Estimate[Decimal]:
    """An estimated share out of itself or of an exact one; None is unknown.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_share("0.3")
        exactly(Decimal('0.3'))
    """
    if value is None or value is UNKNOWN:
        return UNKNOWN
    if type(value) is not Estimate:
        return exactly(_exact(to_decimal, value, 'about(Decimal("0.5"))'))
    return value.map_ends(lambda end: to_decimal(end, "Estimate"))


def to_amount(value: Amounts) -> Estimate[Money]:
    """An estimated amount out of itself or of an exact one; None is unknown.

    Examples:
        >>> from ukraine_support import fields
        >>> from ukraine_support import Money
        >>> fields.to_amount(Money("5", "EUR"))
        exactly(Money('5', 'EUR'))
    """
    if value is None or value is UNKNOWN:
        return UNKNOWN
    if type(value) is Estimate:
        return _of(value, Money)
    if type(value) is not Money:
        raise WrongTypeError("Estimate", f"{shown(value)} is a {type(value).__name__}", instead(Money, value))
    return exactly(value)


def to_magnitude(value: Any, cls: type[M]) -> M | None:
    """A calibre, length or mass out of itself, its text or a pint quantity."""
    if value is None or type(value) is cls:
        return value
    return cls.from_quantity(value) if is_quantity(value) else cls.parse(value)


def to_calibre(value: "Calibre | str | PlainQuantity[Any] | None") -> Calibre | None:
    """A calibre out of itself, its text or a pint quantity; None is none.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_calibre("155 mm")
        Calibre('155')
    """
    return to_magnitude(value, Calibre)


def to_mass(value: "Mass | str | PlainQuantity[Any] | None") -> Mass | None:
    """A mass out of itself, its text or a pint quantity; None is none.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_mass("43.2 kg")
        Mass('43.2')
    """
    return to_magnitude(value, Mass)


def to_distance(value: "Estimate[Length] | Length | str | PlainQuantity[Any] | None") -> Estimate[Length]:
    """An estimated length out of itself, an exact one, its text or a pint quantity; None is unknown.

    Examples:
        >>> from ukraine_support import fields
        >>> fields.to_distance("560 km")
        exactly(Length('560000'))
    """
    if value is None:
        return UNKNOWN
    if type(value) is Estimate:
        return _of(value, Length)
    length: Any = to_magnitude(value, Length)
    return exactly(length)
