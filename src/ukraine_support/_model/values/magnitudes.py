"""Calibres, lengths and masses: exact magnitudes that become quantities of pint on request."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Self, final, overload

import attrs

from ..._errors import InvalidValueError
from ..._exact import Number, add, divide, multiply, ratio, to_decimal, written
from ...units import LENGTH, MASS, Dimension, read_quantity, read_text, to_quantity
from ..base.immutable import Immutable

if TYPE_CHECKING:
    import pint
    from pint.facets.plain import PlainQuantity


class Magnitude(Immutable):
    """What calibres, lengths and masses have in common: an exact number of one unit, and its pint quantity."""

    __slots__ = ()

    _dimension: ClassVar[Dimension]
    _unit: ClassVar[str]
    """Pint's name of the unit in which the number is held."""
    _symbol: ClassVar[str]
    """How that unit is written."""
    _symbols: ClassVar[tuple[tuple[str, Decimal], ...]] = ()
    """Other units in which `str` writes, with their sizes in the unit held; the first that the magnitude fills."""

    if TYPE_CHECKING:

        def __init__(self, held: Number | str) -> None: ...

        @property
        def _held(self) -> Decimal: ...

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text of one decimal number and one unit; `str` writes one of them.

        Raises:
            InvalidValueError: The text is anything else.
        """
        return cls(read_text(text, cls._dimension, cls._unit, cls.__name__))

    @classmethod
    def from_quantity(cls, quantity: "PlainQuantity[Any]") -> Self:
        """Take over a pint quantity of any registry, exactly.

        A float in it counts as the shortest decimal that stands for it.

        Raises:
            InvalidValueError: The quantity is of another dimension, or no single finite number.
        """
        return cls(read_quantity(quantity, cls._dimension, cls._unit, cls.__name__))

    def to_quantity(self, registry: "pint.UnitRegistry[Any] | None" = None) -> "PlainQuantity[Any]":
        """The pint quantity, in the given registry (or the application's) and in its own number type."""
        return to_quantity(self._held, self._unit, registry)

    @property
    def quantity(self) -> "PlainQuantity[Any]":
        """The pint quantity in the application registry."""
        return self.to_quantity()

    def __lt__(self, other: Self) -> bool:
        return self._held < other._held if type(other) is type(self) else NotImplemented

    def __le__(self, other: Self) -> bool:
        return self._held <= other._held if type(other) is type(self) else NotImplemented

    def __gt__(self, other: Self) -> bool:
        return self._held > other._held if type(other) is type(self) else NotImplemented

    def __ge__(self, other: Self) -> bool:
        return self._held >= other._held if type(other) is type(self) else NotImplemented

    def __str__(self) -> str:
        held, where = self._held, type(self).__name__
        for symbol, size in self._symbols:
            shown = divide(held, size, where)
            if held >= size and multiply(shown, size, where) == held:
                return f"{written(shown)} {symbol}"
        return f"{written(held)} {self._symbol}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({written(self._held)!r})"


class _Amount(Magnitude):
    """A magnitude that adds: lengths and masses do, calibres do not."""

    __slots__ = ()

    def __add__(self, other: Self) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return type(self)(add(self._held, other._held, type(self).__name__))

    def __sub__(self, other: Self) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return type(self)(add(self._held, other._held.copy_negate(), type(self).__name__))

    def __mul__(self, factor: Number) -> Self:
        return type(self)(multiply(self._held, factor, type(self).__name__))

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: Self) -> Decimal: ...
    @overload
    def __truediv__(self, other: Number) -> Self: ...
    def __truediv__(self, other: "Self | Number") -> "Self | Decimal":
        """By a number, rounded half-even to 18 digits after the point. By another of its kind: their ratio."""
        where = type(self).__name__
        if isinstance(other, _Amount):
            return ratio(self._held, other._held, where) if type(other) is type(self) else NotImplemented
        return type(self)(divide(self._held, other, where))


def _above_zero(value: Decimal, where: str) -> Decimal:
    if value <= 0:
        raise InvalidValueError(where, f"{written(value)} is not above zero", "pass a positive number")
    return value


def _from_zero(value: Decimal, where: str) -> Decimal:
    if value < 0:
        raise InvalidValueError(where, f"{written(value)} is below zero", "pass a number of zero or more")
    return value


def _millimetres(value: Number | str) -> Decimal:
    return _above_zero(to_decimal(value, "Calibre"), "Calibre")


def _metres(value: Number | str) -> Decimal:
    return _from_zero(to_decimal(value, "Length"), "Length")


def _kilograms(value: Number | str) -> Decimal:
    return _from_zero(to_decimal(value, "Mass"), "Mass")


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Calibre(Magnitude):
    """The calibre of a weapon or a munition: the diameter of its bore, in millimetres.

    Calibres compare and hash by their exact size, however they were written, and do not add.

    Raises:
        InvalidValueError: The number is zero, negative, a float or no plain decimal; the text has no unit of length.

    Examples:
        >>> Calibre.parse("6.1 inch")
        Calibre('154.94')
        >>> print(Calibre(155), Calibre(122) < Calibre(155))
        155 mm True
        >>> Calibre(155).diameter.m_as("cm")
        15.5
    """

    _dimension: ClassVar[Dimension] = LENGTH
    _unit: ClassVar[str] = "millimeter"
    _symbol: ClassVar[str] = "mm"

    millimetres: Decimal = attrs.field(converter=_millimetres)
    """The diameter in millimetres, above zero."""

    @property
    def _held(self) -> Decimal:
        return self.millimetres

    @property
    def diameter(self) -> "PlainQuantity[Any]":
        """The diameter as a pint quantity in the application registry."""
        return self.quantity


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Length(_Amount):
    """A length or distance, such as the range of a missile, in metres.

    Raises:
        InvalidValueError: The number is negative, a float or no plain decimal; the text has no unit of length.

    Examples:
        >>> print(Length.parse("560 km"), Length("0.5"))
        560 km 0.5 m
        >>> Length.parse("1 km") + Length(500)
        Length('1500')
    """

    _dimension: ClassVar[Dimension] = LENGTH
    _unit: ClassVar[str] = "meter"
    _symbol: ClassVar[str] = "m"
    _symbols: ClassVar[tuple[tuple[str, Decimal], ...]] = (("km", Decimal(1000)),)

    metres: Decimal = attrs.field(converter=_metres)
    """The length in metres, zero or more."""

    @property
    def _held(self) -> Decimal:
        return self.metres


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Mass(_Amount):
    """A mass, such as that of one shell, in kilograms.

    Raises:
        InvalidValueError: The number is negative, a float or no plain decimal; the text has no unit of mass. "Ton" is
            refused: it means three different masses; write `t` or `tonne` for 1,000 kg.

    Examples:
        >>> print(Mass.parse("43.2 kg") * 1000)
        43.2 t
    """

    _dimension: ClassVar[Dimension] = MASS
    _unit: ClassVar[str] = "kilogram"
    _symbol: ClassVar[str] = "kg"
    _symbols: ClassVar[tuple[tuple[str, Decimal], ...]] = (("t", Decimal(1000)),)

    kilograms: Decimal = attrs.field(converter=_kilograms)
    """The mass in kilograms, zero or more."""

    @property
    def _held(self) -> Decimal:
        return self.kilograms
