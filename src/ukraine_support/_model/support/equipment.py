"""Equipment, sorted as analysts sort heavy and light weapons, vehicles and aircraft."""

from typing import ClassVar

import attrs

from .. import fields
from ..readers import to_calibre
from ..values.magnitudes import Calibre
from .materiel import Equipment
from .munitions import to_cartridge


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Armed(Equipment):
    """Equipment with a gun or a launcher whose calibre tells what it fires."""

    calibre: Calibre | None = attrs.field(default=None, converter=to_calibre)
    """The calibre of what it fires, or of its main gun; None where it is not said."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ArmouredVehicle(Armed):
    """A vehicle with armour. Patrol, utility and reconnaissance vehicles and assault guns have no class of their own.

    Examples:
        >>> ArmouredVehicle().includes(Tank(designation="Leopard 2A4"))
        True
    """

    kind: ClassVar[str] = "armoured-vehicle"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Tank(ArmouredVehicle):
    """A battle tank.

    Examples:
        >>> from ukraine_support import Country
        >>> Tank(designation="Leopard 2A4", calibre="120 mm", origin=Country("DE")).origin
        Country('DE')
    """

    kind: ClassVar[str] = "tank"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class InfantryFightingVehicle(ArmouredVehicle):
    """An armoured vehicle that carries infantry and fights with them, by a cannon of its own.

    Examples:
        >>> InfantryFightingVehicle(designation="Marder 1A3", calibre="20 mm").english_name
        'infantry fighting vehicle (Marder 1A3, 20 mm)'
    """

    kind: ClassVar[str] = "infantry-fighting-vehicle"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ArmouredPersonnelCarrier(ArmouredVehicle):
    """An armoured vehicle that carries troops, a command post or wounded.

    Examples:
        >>> ArmouredPersonnelCarrier(designation="M113").english_name
        'armoured personnel carrier (M113)'
    """

    kind: ClassVar[str] = "armoured-personnel-carrier"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SupportVehicle(ArmouredVehicle):
    """An armoured vehicle that recovers others, lays bridges, clears mines or carries engineers.

    Examples:
        >>> SupportVehicle(designation="Biber").english_name
        'support vehicle (Biber)'
    """

    kind: ClassVar[str] = "support-vehicle"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Vehicle(Equipment):
    """A vehicle without armour: a lorry, a car, an ambulance, a trailer.

    Examples:
        >>> Vehicle(description="pick-up truck").english_name
        'pick-up truck'
    """

    kind: ClassVar[str] = "vehicle"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ArtillerySystem(Armed):
    """A weapon of artillery, towed or self-propelled.

    Examples:
        >>> ArtillerySystem(calibre="155 mm").includes(Howitzer(calibre="155 mm"))
        True
    """

    kind: ClassVar[str] = "artillery-system"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Howitzer(ArtillerySystem):
    """A howitzer or field gun, towed or self-propelled.

    Examples:
        >>> Howitzer(designation="CAESAR", calibre="155 mm").english_name
        'howitzer (CAESAR, 155 mm)'
    """

    kind: ClassVar[str] = "howitzer"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class MultipleRocketLauncher(ArtillerySystem):
    """A launcher of several artillery rockets.

    Examples:
        >>> MultipleRocketLauncher(designation="HIMARS", calibre="227 mm").english_name
        'multiple rocket launcher (HIMARS, 227 mm)'
    """

    kind: ClassVar[str] = "multiple-rocket-launcher"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Mortar(ArtillerySystem):
    """A mortar, carried, towed or self-propelled.

    Examples:
        >>> Mortar(calibre="120 mm").english_name
        'mortar (120 mm)'
    """

    kind: ClassVar[str] = "mortar"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AirDefenceSystem(Armed):
    """A system against aircraft, missiles or drones that fires missiles or shells, portable ones (MANPADS) among them.

    Examples:
        >>> AirDefenceSystem(designation="Gepard", calibre="35 mm").english_name
        'air defence system (Gepard, 35 mm)'
    """

    kind: ClassVar[str] = "air-defence-system"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AntiTankWeapon(Armed):
    """A weapon against armoured vehicles: a launcher of missiles or rockets, or a recoilless rifle.

    Examples:
        >>> AntiTankWeapon(designation="M72", calibre="66 mm").english_name
        'anti-tank weapon (M72, 66 mm)'
    """

    kind: ClassVar[str] = "anti-tank-weapon"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SmallArm(Armed):
    """A pistol, rifle, machine gun or grenade launcher.

    Examples:
        >>> SmallArm(designation="FN MAG", cartridge="7.62×51").english_name
        'small arm (FN MAG, 7.62×51)'
    """

    kind: ClassVar[str] = "small-arm"

    cartridge: str | None = attrs.field(default=None, converter=to_cartridge, validator=fields.is_string)
    """The cartridge that it fires, such as "7.62×39"; None where it is not said."""


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Aircraft(Equipment):
    """What flies with a crew.

    Examples:
        >>> Aircraft().includes(Helicopter(designation="Mi-17"))
        True
    """

    kind: ClassVar[str] = "aircraft"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Aeroplane(Aircraft):
    """An aircraft with fixed wings.

    Examples:
        >>> Aeroplane(designation="F-16AM").english_name
        'aeroplane (F-16AM)'
    """

    kind: ClassVar[str] = "aeroplane"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Helicopter(Aircraft):
    """An aircraft with rotors.

    Examples:
        >>> Helicopter(designation="Sea King").english_name
        'helicopter (Sea King)'
    """

    kind: ClassVar[str] = "helicopter"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Drone(Equipment):
    """An unmanned aircraft that comes back. One that does not is a loitering munition.

    Examples:
        >>> from ukraine_support import LoiteringMunition
        >>> Drone().includes(LoiteringMunition())
        False
    """

    kind: ClassVar[str] = "drone"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Vessel(Equipment):
    """A ship or a boat, with or without a crew.

    Examples:
        >>> Vessel(description="patrol boat").english_name
        'patrol boat'
    """

    kind: ClassVar[str] = "vessel"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Radar(Equipment):
    """A radar or another sensor that finds and follows targets from afar.

    Examples:
        >>> Radar(designation="COBRA").english_name
        'radar (COBRA)'
    """

    kind: ClassVar[str] = "radar"


@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ElectronicWarfare(Equipment):
    """What jams or deceives radios, satellite navigation and drones.

    Examples:
        >>> ElectronicWarfare(description="anti-drone rifle").english_name
        'anti-drone rifle'
    """

    kind: ClassVar[str] = "electronic-warfare"
