"""Items of foreign tables as kinds of support: what a name says, with the words of its category as a hint.

Calibres are recognised where the name, or its category, writes one that is in use; slips such as `15mm` or `127mm MLRS`
stay in the description as they are written. A name with several calibres is several kinds counted together.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple

from ..._model.base.immutable import stated
from ..._model.base.remembered import remembered
from ..._model.lines import Unit
from ..._model.support import Equipment, Materiel, Munition, Supplies, Support
from ..._model.support.equipment import AirDefenceSystem, Armed, Drone, ElectronicWarfare, SmallArm
from ..._model.support.munitions import LoiteringMunition, Missile, SmallArmsAmmunition
from ..._model.values.magnitudes import Calibre
from ...reference import CALIBRES, find_designation
from .cells import CACHED
from .sorting import (
    Sort,
    of_calibre,
    sort_by_purpose,
    sort_of_calibre,
    sort_of_equipment,
    sort_of_munition,
    sort_of_type,
)

_OF_OTHER_TABLES: Final = "20 90 98 100 115"
_KNOWN: Final = frozenset(CALIBRES) | {Calibre(number) for number in _OF_OTHER_TABLES.split()}
"""Calibres that a name may mean: those of the reference, and of arms there are in Ukraine for which it cites no aid."""
_SIZE: Final = re.compile(
    r"(?<![\w.])(?P<number>\d{1,3}(?:[.,]\d{1,2})?|\.\d{2,3})(?:\s?x\s?\d{1,3})?[\s-]?"
    r"(?P<unit>mm|millimet(?:re|er)s?|inch(?:es)?|cal\b\.?|calib(?:re|er)s?)",
    re.IGNORECASE,
)
_LESS_THAN: Final = re.compile(r"less than\s*$", re.IGNORECASE)
_BEFORE: Final = 20
"""Characters before a calibre in which words would stand that make it another."""
_TELLING: Final = 500
"""Characters at the beginning of a name that tell what it is; foreign text may be of any length."""


def calibres_in(name: str) -> tuple[Calibre, ...]:
    """The calibres that a name writes and that are in use, each once. Of `.303-inch (7.7 mm)` the millimetres count.

    Examples:
        >>> print(*calibres_in("152 mm, 125 mm and 122 mm artillery ammunition"), *calibres_in("5.56x45 mm"))
        152 mm 125 mm 122 mm 5.56 mm
        >>> calibres_in("15mm round")
        ()
    """
    found: list[Calibre] = []
    for size in _SIZE.finditer(name):
        number = size["number"].replace(",", ".")
        if not number.strip("0."):
            continue
        calibre = _calibre(number, size["unit"].casefold())
        if calibre not in _KNOWN or _LESS_THAN.search(name[max(size.start() - _BEFORE, 0) : size.start()]):
            continue
        if found and name.startswith("(", size.start() - 1) and name.startswith(")", size.end()):
            found.pop()  # the same calibre, in the words of another country
        if calibre not in found:
            found.append(calibre)
    return tuple(found)


def _calibre(number: str, unit: str) -> Calibre:
    if unit.startswith("m"):
        return Calibre(number if not number.startswith(".") else f"0{number}")
    inches = Calibre.parse(f"{number} in")
    return _BRITISH.get(number, inches)


_BRITISH: Final = {".303": Calibre("7.7"), ".338": Calibre("8.585")}
"""Names of cartridges in inches that millimetres round."""

_LITRES: Final = re.compile(r"\b(?:lit(?:er|re)s?) of\b|\(in lit(?:er|re)s\)", re.IGNORECASE)
_TONNES: Final = re.compile(r"^(?:metric )?ton(?:ne)?s? of\b|\((?:in|per) ton(?:ne)?s?\)", re.IGNORECASE)


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_SPARE: Final = _words("(?<!and )spare parts?", "replacement barrels?", r"repair\)", "overhaul", "maintenance")
_USED_UP: Final = _words(
    "absorbent material|adblue|bandages?|blood bags?|building materials?|coal|diesel|disinfectants?|drugs?",
    "first.aid kits?|foam concentrate|food|fuel|gasoline|gloves?|masks?|meals?|meal pack",
    "medical equipment|medical suppl\\w+",
    "medicines?|necessity items|petrol|rations?|seeds?|tablets?|vaccines?|water",
)
_LASTING: Final = _words(
    "containers?|generators?|helicopters?|plants?|pumps?|storage|tankers?|tanks?|treatment|units?|vehicles?"
)
_CARRIES: Final = _words(
    "batter(?:y|ies)|cannons?|devices?|drones?|equipment|guns?|howitzers?|launch\\w*|mortars?|parts?|radars?|rifles?",
    "simulators?|systems?|tanks?|tracks?|trucks?|units?|vehicles?|weapons?(?! ammunition)",
)
_HANDLES: Final = _words(
    "(?:de)?mine.?(?:clear\\w*|counter\\w*|detect\\w*|hunt\\w*|ploughs?|plows?|rollers?|sweep\\w*|vessels?)",
    "ammunition support|disposal|motors? for",
)
"""What deals with munitions and is none."""
_ROUND: Final = (
    "ammunitions?|attack drones?|bombs?|bullets?|cartridges?|charges?|grenades?|mines?|missiles?|munitions?|rockets?"
    "|rounds?|shells?|torpedo(?:e?s)?"
)
_FIRED: Final = _words(
    _ROUND.replace("grenades?", "grenades?(?! launcher)"), "explosives?", "fuses?", "hub nb", "loitering"
)
_LOITERS: Final = re.compile(r"^(?!.*\blaunch).*?\b(?:switchblade|phoenix ghost|altius)\b", re.IGNORECASE)
"""Loitering munitions that tables count among drones."""
_FIRED_LAST: Final = re.compile(
    rf"\b(?:{_ROUND})(?:\s*\([^)]*\)|\s+(?:for|of)\b.*)?$|^(?:hub nb|missiles?|rounds?)\b", re.IGNORECASE
)
_AMMUNITION: Final = re.compile(r"ammunition|munition|\bmissile\b(?!.*system)|\bmine$|^explosive", re.IGNORECASE)
_WEAPONS: Final = re.compile(r"heavy weapon|light armaments|portable defence|^weapon", re.IGNORECASE)
_RELIEF: Final = re.compile(r"humanitarian", re.IGNORECASE)


_MIXED: Final = re.compile(r"\band\b|\blarge", re.IGNORECASE)
_CARTRIDGE: Final = re.compile(r"\b\d{1,2}(?:[.,]\d{1,2})?x\d{2,3}\b")
_SYSTEM: Final = re.compile(r"\b(?:systems?|batter(?:y|ies))\b", re.IGNORECASE)
_PORTABLE: Final = re.compile(r"MANPAD|portable|\bLAW\b", re.IGNORECASE)
_COUNTERS_DRONES: Final = re.compile(r"\bcounter.unmanned|\banti.drone|\bC-UAS", re.IGNORECASE)


class Item(NamedTuple):
    """What an item is: its kinds, the unit that it is counted in where that is said, and what there is to note."""

    kinds: tuple[Materiel, ...]
    unit: Unit | None = None
    note: str | None = None


@remembered(CACHED)
def item_of(name: str, category: str = "", kind: str = "", designation: str | None = None) -> Item:
    """The kinds of support that an item names, and the unit that its name counts in, where it says one.

    A designation decides, then the source's finer category, then the words of the name. Where a designation and the
    category disagree, the category stands, and a note says so. What tows, carries or completes a weapon is no weapon,
    whatever its category.

    Args:
        name: The item, as the source writes it.
        category: The source's category, such as "Ammunition for heavy weapon".
        kind: The source's finer category, such as "155mm howitzer ammunition".
        designation: Its designation, where the source has a column for that.
    """
    told, name = name, name[:_TELLING]
    category, kind = category[:_TELLING], kind[:_TELLING]
    unit = Unit.TONNES if _TONNES.search(name) else Unit.LITRES if _LITRES.search(name) else None
    typed, sizes = sort_of_type(kind), name if designation is None else designation[:_TELLING]
    found = find_designation(sizes)
    is_fired = _is_fired(name, category, kind, typed)
    note = None
    serves = None if is_fired else sort_by_purpose(name, typed)
    if serves is not None:
        if typed is not None and typed.cls is not serves.cls:
            note = "the source's type is that of the weapon that it serves"
        typed = serves
    elif found is not None:
        known = found.support
        if _fits(known, typed, is_fired):
            return Item((_known(known, typed, told, (category, kind)),), _systems(known, told, kind))
        note = f"known as {known.english_name}, but the source's type says otherwise, and stands"
    if is_fired:
        return Item(_munitions(name, kind, told, typed, sizes), unit, note)
    if unit or _SPARE.search(name) or (_USED_UP.search(name) and not _LASTING.search(name)):
        return Item((Supplies(description=told, lethal=False if _RELIEF.search(category) else None),), unit, note)
    if typed is not None and typed.cls is Drone and _COUNTERS_DRONES.search(name):
        typed, note = Sort(ElectronicWarfare), "what the source's type calls a drone is against drones"
    sort = typed if typed is not None and not issubclass(typed.cls, Munition) else sort_of_equipment(name)
    made = _with_calibre(Equipment if sort is None else sort.cls, sizes, kind)
    thing = made(description=told, lethal=_lethal(category))
    return Item((thing,), _systems(thing, told, kind), note)


def _lethal(category: str) -> bool | None:
    return True if _WEAPONS.search(category) else False if _RELIEF.search(category) else None


def _fits(known: Support, typed: Sort | None, is_fired: bool) -> bool:
    """Whether what a designation means can be what the source's type says."""
    if typed is not None:
        if issubclass(typed.cls, type(known)) or isinstance(known, typed.cls):
            return True
        if isinstance(known, LoiteringMunition) and typed.cls is Drone:
            return True  # Kiel counts them among drones
        if is_fired or not issubclass(typed.cls, Munition):
            return False
    return isinstance(known, Munition) is is_fired


def _known(known: Any, typed: Sort | None, told: str, source: tuple[str, str]) -> Materiel:
    """What a designation means, as an item of the table; of the type's class where that is the narrower one."""
    category, kind = source
    facts = {**stated(known), "description": told}
    own: type[Materiel] = type(known)
    cls = typed.cls if typed is not None and issubclass(typed.cls, own) else own
    if not isinstance(known, Munition):
        facts["lethal"] = _lethal(category)
    return _with_calibre(cls, told, kind)(**facts)  # a calibre among the facts comes first


def _with_calibre(cls: type[Materiel], name: str, kind: str) -> Callable[..., Materiel]:
    """The constructor of a class of weapons, with the one calibre that the name, or else the type, writes."""
    if not issubclass(cls, Armed):
        return cls
    calibres = calibres_in(name) or calibres_in(kind)
    return partial(cls, calibre=calibres[0]) if len(calibres) == 1 else cls


def _systems(thing: Support, told: str, kind: str) -> Unit | None:
    """Systems, where the source says so of air defence that nobody carries."""
    is_system = isinstance(thing, AirDefenceSystem) and _SYSTEM.search(told) and not _PORTABLE.search(f"{told} {kind}")
    return Unit.SYSTEMS if is_system else None


def _is_fired(name: str, category: str, kind: str, typed: Sort | None) -> bool:
    if _SPARE.search(name) or _HANDLES.search(name) or _RELIEF.search(category):
        return False
    if _LOITERS.search(name):
        return True
    is_ammunition = _AMMUNITION.search(category)
    carries = _CARRIES.search(name)
    if typed is not None and not is_ammunition and typed.cls not in (Equipment, Drone, SmallArm):
        is_said = _FIRED.search(name) or not _WEAPONS.search(category)
        return issubclass(typed.cls, Munition) and bool(_FIRED_LAST.search(name) or (is_said and not carries))
    if _FIRED.search(name) and (_FIRED_LAST.search(name) or not carries):
        return True
    if is_ammunition:
        return not carries or bool(calibres_in(name))
    return bool(_AMMUNITION.search(kind)) and not carries and not _WEAPONS.search(category)


def _munitions(name: str, kind: str, told: str, typed: Sort | None, sizes: str) -> tuple[Munition, ...]:
    calibres = calibres_in(sizes)
    hinted = calibres_in(kind)
    trusted = not calibres or not hinted or set(hinted) <= set(calibres)
    usable = typed if trusted and typed is not None and issubclass(typed.cls, Munition) else None
    words = sort_of_munition(name)
    if usable is None or usable.cls in (Munition, SmallArmsAmmunition):  # light weapons fire grenades and bombs too
        calibre = sort_of_calibre(calibres[0]) if len(calibres) == 1 else None
        usable = (None if _MIXED.search(name) else words or calibre or usable) or Sort(Munition)
    cls: Any = usable.cls
    facts = dict(usable.facts)
    if "role" in facts and re.search("anti-tank", name, re.IGNORECASE):
        facts["role"] = "anti-tank"
    if cls is SmallArmsAmmunition and len(calibres) == 1 and (cartridge := _CARTRIDGE.search(name)):
        facts["cartridge"] = cartridge[0]
    if not calibres and cls is not Missile:
        calibres = hinted
    every: tuple[Calibre | None, ...] = calibres or (None,)
    return tuple(of_calibre(cls, calibre)(description=told, calibre=calibre, **facts) for calibre in every)
