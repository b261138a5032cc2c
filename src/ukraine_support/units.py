"""Lengths, masses and rounds as quantities of [pint](https://pint.readthedocs.io), and a strict reader of their texts.

The model stores exact magnitudes; a quantity is made when one is asked for, and pint is loaded then, not before.
Quantities of any registry are accepted, by their magnitude and the name of their unit. Quantities are given out in the
application registry, or in the registry that is passed in, in that registry's own number type.

No text from outside ever reaches pint's own parser, which evaluates powers: a few characters can keep it busy for ever.

Examples:
    >>> from ukraine_support import ArtilleryShell, Line, units
    >>> stock = Line(ArtilleryShell(calibre="155 mm"), 500_000)
    >>> daily = 2_000 * units.registry().Unit("round/day")
    >>> print((stock.rounds / daily).to("day"))
    250.0 day
"""

import operator
import re
import sys
from collections.abc import Mapping
from decimal import Decimal
from threading import RLock
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ._errors import InvalidValueError, WrongTypeError, shown
from ._exact import divide, multiply, to_decimal

if TYPE_CHECKING:
    import pint
    from pint.facets.plain import PlainQuantity

__all__ = ["define_in", "parse", "registry"]

ROUND: Final = "round"
_LOADING: Final = RLock()
"""pint loads its definitions when a registry is first asked, and other threads must not ask meanwhile."""


class Dimension(NamedTuple):
    """A kind of magnitude: its name, and its units by pint's names, each with its exact size and spellings."""

    name: str
    factors: Mapping[str, Decimal]
    spellings: Mapping[str, str]

    @property
    def accepted(self) -> str:
        """The short spellings that a text may use."""
        short: dict[str, str] = {}
        for spelling, unit in self.spellings.items():
            short.setdefault(unit, spelling)
        return ", ".join(short.values())


def _dimension(name: str, *table: tuple[str, str, str]) -> Dimension:
    return Dimension(
        name,
        {unit: Decimal(factor) for unit, factor, _ in table},
        {spelling: unit for unit, _, spellings in table for spelling in spellings.split()},
    )


LENGTH: Final = _dimension(
    "length",
    ("millimeter", "0.001", "mm millimetre millimetres millimeter millimeters"),
    ("centimeter", "0.01", "cm centimetre centimetres centimeter centimeters"),
    ("decimeter", "0.1", "dm decimetre decimetres decimeter decimeters"),
    ("meter", "1", "m metre metres meter meters"),
    ("kilometer", "1000", "km kilometre kilometres kilometer kilometers"),
    ("inch", "0.0254", "in inch inches"),
    ("foot", "0.3048", "ft foot feet"),
    ("yard", "0.9144", "yd yard yards"),
    ("mile", "1609.344", "mi mile miles"),
    ("nautical_mile", "1852", "nmi"),
)
MASS: Final = _dimension(
    "mass",
    ("gram", "0.001", "g gram grams"),
    ("kilogram", "1", "kg kilogram kilograms"),
    ("metric_ton", "1000", "t tonne tonnes"),
    ("ounce", "0.028349523125", "oz ounce ounces"),
    ("pound", "0.45359237", "lb pound pounds"),
)
ROUNDS: Final = _dimension("number of rounds", (ROUND, "1", "round rounds"))

_TEXT: Final = re.compile(r"(-?(?:[0-9]{1,30}(?:\.[0-9]{1,18})?|\.[0-9]{1,18}))[ \u00a0-]?([A-Za-z]{1,12})")


def registry() -> "pint.UnitRegistry[Any]":
    """Pint's application registry, in which the unit `round` is now defined.

    Examples:
        >>> from ukraine_support import units
        >>> units.registry().Quantity(3, "rounds").units == units.registry().Unit("round")
        True
    """
    import pint

    application: Any = pint.get_application_registry  # untyped in pint
    return define_in(application())


def define_in(registry: "pint.UnitRegistry[Any]") -> "pint.UnitRegistry[Any]":
    """Define the unit `round`, of a dimension of its own, in a registry of yours; return the registry.

    Raises:
        InvalidValueError: The registry already knows a `round` that is something else.

    Examples:
        >>> import pint
        >>> from ukraine_support import units
        >>> mine = units.define_in(pint.UnitRegistry())
        >>> (mine.Quantity(6, "round") / mine.Quantity(2, "minute")).m_as("round/minute")
        3.0
    """
    with _LOADING:
        is_new = ROUND not in _checked(registry, "units.define_in")
        if is_new:
            registry.define(f"{ROUND} = [{ROUND}]")
    if not is_new and dict(registry.get_dimensionality(ROUND)) != {f"[{ROUND}]": 1}:
        raise InvalidValueError(
            "units.define_in", "this registry has another unit 'round'", "pass a registry that has none"
        )
    return registry


def _checked(registry: "pint.UnitRegistry[Any]", where: str) -> "pint.UnitRegistry[Any]":
    """A registry, known by what it can do: pint has several classes of them, one of which is made when it is asked."""
    with _LOADING:
        is_one = hasattr(registry, "get_dimensionality")
    if not is_one:
        raise WrongTypeError(where, f"{shown(registry)} is a {type(registry).__name__}", "pass a registry of pint")
    return registry


def parse(text: str, registry: "pint.UnitRegistry[Any] | None" = None) -> "PlainQuantity[Any]":
    """Read one decimal number and one unit of length, mass or rounds into a quantity, without pint's parser.

    Args:
        text: Such as `"155 mm"`, `"43.2 kg"` or `"800000 rounds"`.
        registry: Where the quantity shall live; the application registry if not said.

    Raises:
        InvalidValueError: The text is anything else.

    Examples:
        >>> from ukraine_support import units
        >>> units.parse("43.2 kg").m_as("kg")
        43.2
    """
    number, unit = _read(text, (LENGTH, MASS, ROUNDS), "units.parse")
    if registry is not None:
        _checked(registry, "units.parse")
    return to_quantity(number, unit, registry)


def read_text(text: str, dimension: Dimension, into: str, where: str) -> Decimal:
    """The magnitude that a text says, in the unit `into`."""
    number, unit = _read(text, (dimension,), where)
    return _convert(number, unit, dimension, into, where)


def _convert(number: Decimal, unit: str, dimension: Dimension, into: str, where: str) -> Decimal:
    if unit == into:
        return number
    factor = divide(dimension.factors[unit], dimension.factors[into], where)  # exact: what we hold in is a power of ten
    return multiply(number, factor, where)


def _read(text: str, dimensions: tuple[Dimension, ...], where: str) -> tuple[Decimal, str]:
    found = _TEXT.fullmatch(text) if isinstance(text, str) else None
    units = {spelling: unit for dimension in dimensions for spelling, unit in dimension.spellings.items()}
    if found is None or found[2] not in units:
        names = " or ".join(dimension.name for dimension in dimensions)
        accepted = ", ".join(dimension.accepted for dimension in dimensions)
        raise InvalidValueError(where, f"{shown(text)} is no {names}", f"write a number and one of {accepted}")
    return Decimal(found[1]), units[found[2]]


def to_quantity(value: Decimal, unit: str, into: "pint.UnitRegistry[Any] | None" = None) -> "PlainQuantity[Any]":
    """A quantity in a registry's own number type, the application registry's if none is said."""
    if into is not None and unit != ROUND:
        # A registry with another `round` of its own has lengths and masses all the same.
        home: Any = _checked(into, "to_quantity")
    else:
        home = registry() if into is None else define_in(into)
    quantity: PlainQuantity[Any] = home.Quantity(home.non_int_type(value), unit)
    return quantity


def is_quantity(value: object) -> bool:
    """Whether the value is a pint quantity, asked without loading pint."""
    cls = getattr(sys.modules.get("pint"), "Quantity", None)  # none while another thread is loading it
    return cls is not None and isinstance(value, cls)


def read_quantity(quantity: "PlainQuantity[Any]", dimension: Dimension, into: str, where: str) -> Decimal:
    """The magnitude of a quantity of any registry, in the unit `into`, converted exactly.

    A float counts as the shortest decimal that stands for it.
    """
    if not is_quantity(quantity):
        raise WrongTypeError(where, f"{shown(quantity)} is no pint quantity", f"pass a {dimension.name}")
    units = dict(quantity.unit_items())
    if list(units.values()) != [1] or (unit := next(iter(units))) not in dimension.factors:
        raise InvalidValueError(
            where,
            f"a quantity in {shown(str(quantity.units))} is no {dimension.name}",
            f"pass one in {', '.join(dimension.factors)}",
        )
    return _convert(_exact_magnitude(quantity.magnitude, where), unit, dimension, into, where)


def _exact_magnitude(value: Any, where: str) -> Decimal:
    if isinstance(value, float) and value - value == 0:  # neither NaN nor infinite
        return to_decimal(Decimal(float.__repr__(value)), where)
    if isinstance(value, float | Decimal | bool):
        return to_decimal(value, where)
    try:
        return to_decimal(operator.index(value), where)  # an int, or an integer of numpy's
    except TypeError:
        pass
    try:
        above, below = value.as_integer_ratio()  # a Fraction
        quotient = divide(Decimal(above), Decimal(below), where)
    except (AttributeError, TypeError):
        raise WrongTypeError(where, f"{shown(value)} is no exact number", "pass one number") from None
    if quotient.as_integer_ratio() != (above, below):
        raise InvalidValueError(where, f"{shown(value)} is no decimal number", "pass one that ends within 18 digits")
    return quotient
