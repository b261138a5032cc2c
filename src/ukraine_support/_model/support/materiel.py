"""Things: munitions, equipment, supplies."""

from collections.abc import Iterable
from typing import Any, ClassVar

import attrs

from .. import fields
from ..fields import to_text
from ..parties import Country, FormerCountry
from ..readers import to_calibre, to_mass
from ..values.magnitudes import Calibre, Mass
from ..values.text import Text
from .support import CHARACTERISTIC, Support
from .vocabularies import Standard


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Materiel(Support):
    """Things: munitions, equipment, supplies.

    Examples:
        >>> Materiel(lethal=True).includes(Munition())
        True
    """

    kind: ClassVar[str] = "materiel"

    description: Text | None = attrs.field(default=None, converter=to_text)
    """What the source calls it."""
    lethal: bool | None = attrs.field(default=None, validator=fields.valid(bool))
    """Whether it is meant to kill, as the European Peace Facility divides its aid; None where it is not said."""

    def _qualities(self) -> Iterable[str]:
        return () if self.lethal is None else ("lethal" if self.lethal else "not lethal",)


_is_present_country, _is_former_country = fields.valid(Country), fields.valid(FormerCountry)


def _is_country(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    check = _is_former_country if issubclass(type(value), FormerCountry) else _is_present_country
    check(instance, attribute, value)


def _to_standard(value: Standard | str | None) -> Standard | None:
    return None if value is None else fields.word(value, Standard)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Product(Materiel):
    """Things that are made to a type: munitions and equipment."""

    designation: str | None = attrs.field(default=None, validator=fields.is_string)
    """The maker's or the forces' name of the type, such as "M795" or "Leopard 2A4"."""
    origin: Country | FormerCountry | None = attrs.field(default=None, validator=_is_country)
    """The country of its maker, not the donor; None where it is not said, or where there are several."""
    standard: Standard | None = attrs.field(default=None, converter=_to_standard)
    """The family of arms that it was made for; None where it is not said."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Munition(Product):
    """What is fired, dropped, laid or thrown. Always lethal.

    Examples:
        >>> Munition(calibre="152 mm", designation="OF-540").lethal
        True
    """

    kind: ClassVar[str] = "munition"

    lethal: bool = attrs.field(default=True, init=False)
    """True."""
    calibre: Calibre | None = attrs.field(default=None, converter=to_calibre)
    """The calibre; None where it is not said."""
    mass: Mass | None = attrs.field(default=None, converter=to_mass, metadata=CHARACTERISTIC)
    """The mass of one round, where it is known."""

    def _qualities(self) -> Iterable[str]:
        return ()  # that it is lethal goes without saying


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Equipment(Product):
    """What is used again and again: vehicles, weapons, radars, generators.

    Examples:
        >>> Equipment(designation="MAN HX", lethal=False).designation
        'MAN HX'
    """

    kind: ClassVar[str] = "equipment"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Supplies(Materiel):
    """What is used up and is no munition: fuel, rations, medical supplies, spare parts.

    Examples:
        >>> Supplies(description="medical supplies", lethal=False).lethal
        False
    """

    kind: ClassVar[str] = "supplies"
