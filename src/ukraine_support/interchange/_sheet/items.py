"""Items of foreign tables as kinds of support: what a name says, with the words of its category as a hint.

Calibres are recognised where the name, or its category, writes one that is in use; slips such as `15mm` or `127mm MLRS`
stay in the description as they are written. A name with several calibres is several kinds counted together.
"""

import re
from functools import lru_cache
from typing import Final

from ..._model.lines import Unit
from ..._model.support import Equipment, Munition, Supplies, Support
from ..._model.support.munitions import ArtilleryShell, Missile, MortarBomb, Rocket
from ..._model.values.magnitudes import Calibre
from ...reference import CALIBRES
from .cells import CACHED

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
_KINDS: Final[tuple[tuple[re.Pattern[str], type[Munition]], ...]] = (
    (re.compile(r"\bmortar", re.IGNORECASE), MortarBomb),
    (re.compile(r"\bmissiles?\b|\bstinger\b|\bAIM-\d|\bAMRAAMs?\b|\bSAM\b|\bHARMs?\b", re.IGNORECASE), Missile),
    (re.compile(r"\brockets?\b|\bMLRS\b|\bGRAD\b|\bHIMARS\b|\bMARS II\b", re.IGNORECASE), Rocket),
    (re.compile(r"\bartillery\b|\bhowitzer|\bfield gun\b|\bguided shell\b", re.IGNORECASE), ArtilleryShell),
)
_UNGUIDED: Final = re.compile(r"\bmultiple (?:rocket launcher|launch)|\bMLRS\b|\bRM-70\b|\bGRAD\b", re.IGNORECASE)
_SMALL_ARMS: Final = re.compile(r"\bsmall.arms?\b|\bRCL\b|\bLAW\b|\bgrenade launcher", re.IGNORECASE)
_AMMUNITION: Final = re.compile(r"ammunition|munition|\bmissile\b(?!.*system)|\bmine$|^explosive", re.IGNORECASE)
_WEAPONS: Final = re.compile(r"heavy weapon|light armaments|portable defence|^weapon", re.IGNORECASE)
_RELIEF: Final = re.compile(r"humanitarian", re.IGNORECASE)


@lru_cache(maxsize=CACHED)
def kinds_of(name: str, category: str = "", kind: str = "") -> tuple[tuple[Support, ...], Unit | None]:
    """The kinds of support that an item names, and the unit that its name counts in, where it says one.

    Args:
        name: The item, as the source writes it.
        category: The source's category, such as "Ammunition for heavy weapon".
        kind: The source's finer category, such as "155mm howitzer ammunition".
    """
    told, name = name, name[:_TELLING]
    category, kind = category[:_TELLING], kind[:_TELLING]
    unit = Unit.TONNES if _TONNES.search(name) else Unit.LITRES if _LITRES.search(name) else None
    if _is_fired(name, category, kind):
        return _munitions(name, kind, told), unit
    if unit or _SPARE.search(name) or (_USED_UP.search(name) and not _LASTING.search(name)):
        return (Supplies(description=told, lethal=False if _RELIEF.search(category) else None),), unit
    lethal = True if _WEAPONS.search(category) else False if _RELIEF.search(category) else None
    return (Equipment(description=told, lethal=lethal),), unit


def _is_fired(name: str, category: str, kind: str) -> bool:
    if _SPARE.search(name) or _HANDLES.search(name) or _RELIEF.search(category):
        return False
    if _LOITERS.search(name):
        return True
    carries = _CARRIES.search(name)
    if _FIRED.search(name) and (_FIRED_LAST.search(name) or not carries):
        return True
    if _AMMUNITION.search(category):
        return not carries or bool(calibres_in(name))
    return bool(_AMMUNITION.search(kind)) and not carries and not _WEAPONS.search(category)


def _munitions(name: str, kind: str, told: str) -> tuple[Munition, ...]:
    calibres: tuple[Calibre | None, ...] = calibres_in(name)
    hinted = calibres_in(kind)
    trusted = not calibres or not hinted or set(hinted) <= set(calibres)
    cls = _class(name) or (_class(kind) if trusted else None) or Munition
    if not calibres and cls is not Missile:
        calibres = hinted
    return tuple(cls(description=told, calibre=calibre) for calibre in calibres or (None,))


def _class(words: str) -> type[Munition] | None:
    if _SMALL_ARMS.search(words) and not re.search(r"\bmissile", words, re.IGNORECASE):
        return None
    if _UNGUIDED.search(words):
        return Rocket
    return next((cls for pattern, cls in _KINDS if pattern.search(words)), None)
