"""Which magnitude a pint quantity stands for."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .._errors import InvalidValueError, shown
from .._model.values.magnitudes import Calibre, Length, Mass
from ..units import LENGTH, MASS, ROUND, ROUNDS, read_quantity

if TYPE_CHECKING:
    from pint.facets.plain import PlainQuantity

_PLACE: Final = "describe"


class Rounds(NamedTuple):
    """A number of rounds."""

    number: Decimal


def magnitude(quantity: "PlainQuantity[Any]") -> Calibre | Length | Mass | Rounds:
    """The length (a calibre, where it is in millimetres), mass or number of rounds that a quantity of any registry is.

    Raises:
        InvalidValueError: It is of another dimension.
    """
    units = {unit for unit, _ in quantity.unit_items()}
    if units == {"millimeter"}:
        return Calibre.from_quantity(quantity)
    if units <= LENGTH.factors.keys():
        return Length.from_quantity(quantity)
    if units <= MASS.factors.keys():
        return Mass.from_quantity(quantity)
    if units <= ROUNDS.factors.keys():
        return Rounds(read_quantity(quantity, ROUNDS, ROUND, _PLACE))
    problem = f"a quantity in {shown(str(quantity.units))} has no words here"
    raise InvalidValueError(_PLACE, problem, "pass a length, a mass or rounds")
