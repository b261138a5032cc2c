"""Words for what can be given, and for how much of it."""

from collections.abc import Sequence
from typing import Final

from .._model.lines import Basis, Line
from .._model.support import Munition, Personnel, Support
from .._model.values.estimate import Estimate
from .._model.values.money import Money
from ..reference import CalibreInUse
from .estimates import quantity
from .language import Language
from .wording import worded, wording

KINDS: Final = (
    "artillery-shell",
    "equipment",
    "materiel",
    "missile",
    "mortar-bomb",
    "munition",
    "personnel",
    "policy",
    "rocket",
    "supplies",
    "support",
)
"""The library's own kinds of support, and the root of all, as the catalogues hold them under the context `support`."""


@wording.register
def support_in_words(thing: Support, language: Language) -> str:
    return language.bracketed(_name(thing, language), _details(thing, language))


def _name(thing: Support, language: Language) -> str:
    description = getattr(thing, "description", None)
    if description is not None:
        return language.text(description)
    if isinstance(thing, Personnel) and thing.role is not None:
        return worded(thing.role, language)
    return language.word("support", next(kind for kind in _ancestry(thing) if kind in KINDS))


def _ancestry(thing: Support) -> list[str]:
    """The kinds of the class and of those above it, the nearest first."""
    return [cls.__dict__["kind"] for cls in type(thing).__mro__ if "kind" in cls.__dict__] + ["support"]


def _details(thing: Support, language: Language) -> list[str]:
    stated = (getattr(thing, name, None) for name in ("designation", "calibre"))
    known = [detail for detail in stated if detail is not None]
    told = [" ".join(detail.split()) if isinstance(detail, str) else worded(detail, language) for detail in known]
    lethal = None if isinstance(thing, Munition) else getattr(thing, "lethal", None)
    if lethal is not None:
        told.append(language.say("lethal aid") if lethal else language.say("non-lethal aid"))
    mass, reach = getattr(thing, "mass", None), getattr(thing, "range", None)
    if mass is not None:
        told.append(language.pair(language.say("mass"), worded(mass, language)))
    if isinstance(reach, Estimate) and not reach.is_unknown:
        told.append(language.pair(language.say("range"), worded(reach, language)))
    return told


def things(kinds: Sequence[Support], language: Language) -> str:
    """The kinds that are counted together; where nothing but a detail tells them apart, under one name."""
    names = list(dict.fromkeys(_name(kind, language) for kind in kinds))
    plain = all(not hasattr(kind, "__describe__") and _details(kind, language) for kind in kinds)
    if len(kinds) > 1 and len(names) == 1 and plain:
        return language.bracketed(names[0], [language.listed([", ".join(_details(kind, language)) for kind in kinds])])
    return language.listed([worded(kind, language) for kind in kinds])


@wording.register
def line_in_words(thing: Line, language: Language) -> str:
    counted = [quantity(thing.quantity, thing.unit, language)]
    if len(thing.of) > 1 and not thing.quantity.is_unknown:
        counted = [language.say("{quantity} together", quantity=counted[0])]
    if thing.condition is not None:
        counted.append(language.pair(language.say("condition"), worded(thing.condition, language)))
    if not thing.unit_price.is_unknown:
        counted.append(valued(language.say("price of one"), thing.unit_price, thing.basis, language))
    if not thing.value.is_unknown:
        counted.append(valued(language.say("value"), thing.value, thing.basis, language))
    return language.pair(things(thing.of, language), language.clauses(counted))


@wording.register
def calibre_in_use_in_words(thing: CalibreInUse, language: Language) -> str:
    weapons = language.listed([worded(weapon, language) for weapon in thing.weapons])
    told = language.bracketed(worded(thing.tradition, language), [weapons] if weapons else [])
    return language.pair(worded(thing.calibre, language), told)


def valued(label: str, value: Estimate[Money], basis: Basis, language: Language) -> str:
    """What something is worth, and where that comes from unless it is as stated."""
    is_plain = basis is Basis.STATED or value.is_unknown
    return language.pair(
        label, language.bracketed(worded(value, language), [] if is_plain else [worded(basis, language)])
    )
