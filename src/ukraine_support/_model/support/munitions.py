"""Munitions, sorted by what fires, drops or lays them."""

import re
from collections.abc import Iterable
from typing import ClassVar, Final

import attrs

from .. import fields
from ..readers import to_distance, to_mass
from ..values.estimate import UNKNOWN, Estimate
from ..values.magnitudes import Length, Mass
from .materiel import Munition
from .support import CHARACTERISTIC
from .vocabularies import MissileRole

_CARTRIDGE: Final = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,3})?) ?(?:mm)? ?[x×хX] ?([0-9]{1,3}) ?(?:mm)? ?([A-Z]{0,4})")


def to_cartridge(value: str | None) -> str | None:
    """A cartridge as it is told in millimetres, `7.62×39`; one with a name of another sort as it is written."""
    found = _CARTRIDGE.fullmatch(value) if isinstance(value, str) else None
    return value if found is None else f"{found[1].replace(',', '.')}×{found[2]}{found[3]}"


def _to_role(value: MissileRole | str | None) -> MissileRole | None:
    return None if value is None else fields.word(value, MissileRole)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Guidable(Munition):
    """Munitions of which some are guided on their way and some are not."""

    guided: bool | None = attrs.field(default=None, validator=fields.valid(bool))
    """Whether it is steered on its way; None where it is not said."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ArtilleryShell(Guidable):
    """A shell for a gun or a howitzer.

    Examples:
        >>> from ukraine_support import Calibre
        >>> ArtilleryShell(calibre=Calibre(155))
        ArtilleryShell(calibre=Calibre('155'))
    """

    kind: ClassVar[str] = "artillery-shell"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MortarBomb(Guidable):
    """A bomb for a mortar.

    Examples:
        >>> from ukraine_support import Calibre
        >>> MortarBomb(calibre="82 mm").calibre < Calibre(120)
        True
    """

    kind: ClassVar[str] = "mortar-bomb"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AerialBomb(Guidable):
    """A bomb that an aircraft drops, whether or not it is guided or glides.

    Examples:
        >>> AerialBomb(designation="JDAM-ER", guided=True).guided
        True
    """

    kind: ClassVar[str] = "aerial-bomb"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class TankRound(Munition):
    """A round for the main gun of a tank or an armoured vehicle.

    Examples:
        >>> TankRound(calibre="125 mm").english_name
        'tank round (125 mm)'
    """

    kind: ClassVar[str] = "tank-round"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CartridgeAmmunition(Munition):
    """Munitions that are told apart by their cartridge, as several share one calibre."""

    cartridge: str | None = attrs.field(default=None, converter=to_cartridge, validator=fields.is_string)
    """The cartridge, such as "7.62×39", which is not 7.62×51; None where it is not said."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AutocannonRound(CartridgeAmmunition):
    """A round for an automatic cannon of 20 mm or more, such as those against aircraft.

    Examples:
        >>> AutocannonRound(calibre="35 mm", cartridge="35x228 mm").cartridge
        '35×228'
    """

    kind: ClassVar[str] = "autocannon-round"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SmallArmsAmmunition(CartridgeAmmunition):
    """A cartridge for a pistol, a rifle or a machine gun.

    Examples:
        >>> SmallArmsAmmunition(cartridge="7.62x39 mm") == SmallArmsAmmunition(cartridge="7.62×39")
        True
        >>> SmallArmsAmmunition(cartridge="7.62×39").includes(SmallArmsAmmunition(cartridge="7.62×51"))
        False
    """

    kind: ClassVar[str] = "small-arms-ammunition"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Grenade(CartridgeAmmunition):
    """A grenade, thrown by hand or fired by a grenade launcher.

    Examples:
        >>> Grenade(calibre="40 mm", cartridge="40×53").english_name
        'grenade (40 mm, 40×53)'
    """

    kind: ClassVar[str] = "grenade"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Mine(Munition):
    """A mine, laid on land or in water; one that scatters out of a shell is an artillery shell.

    Examples:
        >>> Mine(designation="M18A1 Claymore").english_name
        'mine (M18A1 Claymore)'
    """

    kind: ClassVar[str] = "mine"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class DemolitionCharge(Munition):
    """An explosive that is placed where it is to go off, or a line of it that clears mines.

    Examples:
        >>> DemolitionCharge(mass="1 kg").lethal
        True
    """

    kind: ClassVar[str] = "demolition-charge"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SelfPropelled(Munition):
    """Munitions that fly by a motor of their own."""

    range: Estimate[Length] = attrs.field(default=UNKNOWN, converter=to_distance, metadata=CHARACTERISTIC)
    """How far it flies."""
    warhead: Mass | None = attrs.field(default=None, converter=to_mass, metadata=CHARACTERISTIC)
    """The mass of its warhead, where it is known."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Rocket(SelfPropelled):
    """An unguided or guided rocket, such as those of multiple launchers or of light anti-tank weapons.

    Examples:
        >>> print(Rocket(calibre="227 mm", range="84 km").range)
        exactly(Length('84000'))
    """

    kind: ClassVar[str] = "rocket"

    guided: bool | None = attrs.field(default=None, validator=fields.valid(bool))
    """Whether it is steered on its way; None where it is not said."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Missile(SelfPropelled):
    """A guided missile.

    Examples:
        >>> from ukraine_support import Length, at_least
        >>> Missile(designation="Taurus KEPD 350", range=at_least(Length.parse("500 km"))).range.low
        Length('500000')
    """

    kind: ClassVar[str] = "missile"

    role: MissileRole | None = attrs.field(default=None, converter=_to_role)
    """From where it is fired, and at what; None where it is not said."""

    def _qualities(self) -> Iterable[str]:
        return () if self.role is None else (str(self.role.value),)


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class LoiteringMunition(SelfPropelled):
    """What flies over a place, waits for a target and does not come back; one-way attack drones too.

    Examples:
        >>> LoiteringMunition(designation="Switchblade 600", warhead="5 kg").lethal
        True
    """

    kind: ClassVar[str] = "loitering-munition"
