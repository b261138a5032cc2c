"""Which class of materiel a source's own type tells of, or the words of an item.

A type is what a table says in a column of its own: Kiel's "Sub-type of item", SIPRI's "Weapon description". In each
list the first entry whose words stand in the text decides.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from ..._model.base.remembered import remembered
from ..._model.support import Equipment, Materiel, Munition
from ..._model.support.equipment import (
    Aircraft,
    AirDefenceSystem,
    AntiTankWeapon,
    ArmouredPersonnelCarrier,
    ArmouredVehicle,
    Drone,
    ElectronicWarfare,
    Helicopter,
    Howitzer,
    InfantryFightingVehicle,
    Mortar,
    MultipleRocketLauncher,
    Radar,
    SmallArm,
    SupportVehicle,
    Tank,
    Vehicle,
    Vessel,
)
from ..._model.support.munitions import (
    AerialBomb,
    ArtilleryShell,
    AutocannonRound,
    DemolitionCharge,
    Grenade,
    LoiteringMunition,
    Mine,
    Missile,
    MortarBomb,
    Rocket,
    SmallArmsAmmunition,
    TankRound,
)
from ..._model.values.magnitudes import Calibre
from ...reference import CALIBRES, Weapon
from .cells import CACHED


class Sort(NamedTuple):
    """A class, and what else is said of the things of it."""

    cls: type[Materiel]
    facts: Mapping[str, Any] = MappingProxyType({})


Entries = tuple[tuple[re.Pattern[str], Sort], ...]


def _entries(*entries: tuple[Any, ...]) -> Entries:
    return tuple((re.compile(words, re.IGNORECASE), Sort(cls, *facts)) for words, cls, *facts in entries)


_TYPES: Final = _entries(
    ("spare part|overhaul|repair|engine$|chassis|anti-ship miss\\w* system|coastal defence system|^AShM$", Equipment),
    ("guided (?:glide )?bomb", AerialBomb, {"guided": True}),
    ("guided rocket", Rocket, {"guided": True}),
    ("guided shell", ArtilleryShell, {"guided": True}),
    ("mortar ammunition", MortarBomb),
    ("MLRS ammunition", Rocket),
    ("howitzer ammunition|artillery round", ArtilleryShell),
    ("tank ammunition", TankRound),
    ("anti-aircraft guns ammunition", AutocannonRound),
    ("light weapons.*ammunition|SALW\\) ammunition", SmallArmsAmmunition),
    ("loitering|one-way attack", LoiteringMunition),
    ("anti-ship/air", Missile),
    ("MANPADS ammunition|ammunition for MANPADS|anti-ballistic", Missile, {"role": "surface-to-air"}),
    (r"(?<!aircraft )surface-to-air missile(?!.* system)", Missile, {"role": "surface-to-air"}),
    ("air-to-surface|anti-radar", Missile, {"role": "air-to-surface"}),
    ("air-to-air", Missile, {"role": "air-to-air"}),
    ("anti-tank missile", Missile, {"role": "anti-tank"}),
    ("anti-ship.* missile", Missile, {"role": "anti-ship"}),
    ("surface-to-surface", Missile, {"role": "surface-to-surface"}),
    ("^missile$", Missile),
    ("^mine$", Mine),
    ("ammunition|explosive", Munition),
    ("battle tank|^tank$", Tank),
    ("infantry fighting", InfantryFightingVehicle),
    ("personnel carrier", ArmouredPersonnelCarrier),
    ("recovery vehicle|launched bridge|bridgelayer|engineer vehicle", SupportVehicle),
    ("armou?red|patrol vehicle|assault gun|light tank|fire-support", ArmouredVehicle),
    ("non combat military vehicle|ground vehicle", Vehicle),
    ("howitzer|self-propelled gun|towed gun|^105mm$", Howitzer),
    ("MLRS|multiple rocket launcher", MultipleRocketLauncher),
    ("mortar", Mortar),
    ("anti-aircraft|MANPADS|surface-to-air|SAM\\) system", AirDefenceSystem),
    ("anti-armou?r|anti-tank|recoilless", AntiTankWeapon),
    ("grenade launcher|small arms|rifle", SmallArm),
    ("helicopter", Helicopter),
    ("aircraft", Aircraft),
    ("anti-drone", ElectronicWarfare),
    ("drone", Drone),
    ("vessel|combatants|minehunter", Vessel),
    ("radar|air-search", Radar),
)
_OF_MUNITIONS: Final = _entries(
    (r"\bloitering|switchblade|phoenix ghost|altius|attack drone", LoiteringMunition),
    (r"\bmortar", MortarBomb),
    (r"\bgrenade", Grenade),
    (r"\bclaymore|anti-personnel|^mines?\b", Mine),
    (r"\bmultiple (?:rocket launcher|launch)|\bMLRS\b|\bRM-70\b|\bGRAD\b", Rocket),
    (r"\bmissiles?\b|\bstinger\b|\bAIM-\d|\bAMRAAMs?\b|\bSAM\b|\bHARMs?\b", Missile),
    (r"\brockets?\b|\bHIMARS\b|\bMARS II\b", Rocket),
    (r"\btank ammunition|\bleopard.* ammunition|\bT-\d\d\b", TankRound),
    (r"\banti-aircraft gun|\bgepard\b|\bmarder ammunition", AutocannonRound),
    (r"\bartillery\b|\bhowitzer|\bfield gun\b|\bguided shell\b", ArtilleryShell),
    (
        r"\bcartridge|\bbullets?\b|\bhub NB\b|\b(?:rifle|machine gun|pistol)|\bMG\d?\b|\bsmall.(?:arms?|calib)",
        SmallArmsAmmunition,
    ),
    (r"\bfire ?arms?\b", SmallArmsAmmunition),
    (r"\bbombs?\b", AerialBomb),
    (r"\b(?:explosive|demolition|line) (?:charge|munition)s?", DemolitionCharge),
)
_LAST: Final = r"(?:\s*\([^)]*\)?)?\s*$"
_OF_EQUIPMENT: Final = _entries(
    (r"\banti.?drone|\bjamm(?:er|ing)|\belectronic warfare|\bcounter.unmanned|\bC-UAS", ElectronicWarfare),
    (r"\bradars?\b(?! for)", Radar),
    (r"\b(?:drones?|UAVs?|UAS|(?:unmanned|uncrewed) aerial (?:system|vehicle)s?)" + _LAST, Drone),
    (r"\bhelicopters?" + _LAST, Helicopter),
    (r"\b(?:boats?|vessels?|ships?|ferry)" + _LAST, Vessel),
    (r"\b(?:howitzers?)" + _LAST, Howitzer),
    (r"\b(?:machine guns?|rifles?|pistols?)" + _LAST, SmallArm),
    (r"\brecovery vehicles?" + _LAST, SupportVehicle),
    (r"\barmou?red (?:\w+ )*(?:vehicles?|cars?|ambulances?)" + _LAST, ArmouredVehicle),
    (
        r"\b(?:ambulances?|bus(?:es)?|cars?|excavators?|forklifts?|lorr(?:y|ies)|pick-?ups?|tractors?|(?:semi-?)?trailers?"
        r"|trucks?|vans?|vehicles?)" + _LAST,
        Vehicle,
    ),
)
_FIRED_BY: Final[Mapping[tuple[Weapon, ...], type[Munition]]] = {
    (Weapon.SMALL_ARM,): SmallArmsAmmunition,
    (Weapon.AUTOMATIC_CANNON,): AutocannonRound,
    (Weapon.TANK_GUN,): TankRound,
    (Weapon.MORTAR,): MortarBomb,
}
"""What a calibre is of that one sort of weapon fires. Howitzers are not here: their calibres are rockets' too."""


def _first(entries: Entries, text: str) -> Sort | None:
    return next((sort for words, sort in entries if words.search(text)), None)


@remembered(CACHED)
def sort_of_type(kind: str) -> Sort | None:
    """What a source's type tells of; None where it is no type of weapon or vehicle, such as "Military equipment"."""
    return _first(_TYPES, kind)


def sort_of_munition(words: str) -> Sort | None:
    """What the words for something that is fired tell of."""
    return _first(_OF_MUNITIONS, words)


def sort_of_equipment(words: str) -> Sort | None:
    """What the words for something that is used again tell of."""
    return _first(_OF_EQUIPMENT, words)


_PURPOSE: Final = re.compile(r"\s(?:to|for|(?P<besides>with|equipped with))\s")
_PART: Final = re.compile(r"\b(?:devices?|equipment|extensions?|sights?)$", re.IGNORECASE)


def sort_by_purpose(words: str, typed: Sort | None) -> Sort | None:
    """What the words before "to", "for" or "with" tell of; None where they tell nothing, or the type knows better.

    A vehicle to tow a howitzer is a vehicle, and a device for anti-drone weapons is none of them. Which vehicle an
    armoured one is, and what a vehicle with a gun is, the type knows better.
    """
    purpose = _PURPOSE.search(words)
    if purpose is None:
        return None
    own = words[: purpose.start()]
    if _PART.search(own):
        return Sort(Equipment)
    is_better_known = typed is not None and (issubclass(typed.cls, ArmouredVehicle) or purpose["besides"])
    return None if is_better_known else sort_of_equipment(own)


def sort_of_calibre(calibre: Calibre) -> Sort | None:
    """What a calibre tells of that one sort of weapon fires."""
    cls = _FIRED_BY.get(CALIBRES[calibre].weapons) if calibre in CALIBRES else None
    return None if cls is None else Sort(cls)


_CANNONS: Final = Calibre(20)
"""From here on, a gun is no small arm."""


def of_calibre(cls: type[Munition], calibre: Calibre | None) -> type[Munition]:
    """The class, or another where small arms and cannons stand in each other's place."""
    if calibre is None or cls not in (SmallArmsAmmunition, AutocannonRound):
        return cls
    if calibre < _CANNONS:
        return SmallArmsAmmunition
    return AutocannonRound if cls is AutocannonRound else Munition
