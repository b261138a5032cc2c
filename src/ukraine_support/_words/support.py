"""Words for what can be given, and for how much of it."""

from collections.abc import Sequence
from typing import Any

from .._model.base.immutable import is_ours
from .._model.lines import Basis, Line
from .._model.support import MissileRole, Munition, Personnel, Support
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.money import Money
from ..reference import CalibreInUse, Designation
from .estimates import quantity
from .language import Language
from .wording import worded, wording


@wording.register
def support_in_words(thing: Support, language: Language) -> str:
    return language.bracketed(_name(thing, language), _details(thing, language))


def _name(thing: Support, language: Language) -> str:
    description = getattr(thing, "description", None)
    if description is not None:
        return language.text(description)
    if isinstance(thing, Personnel) and thing.role is not None:
        return worded(thing.role, language)
    ours = (cls.__dict__["kind"] for cls in type(thing).__mro__ if "kind" in cls.__dict__ and is_ours(cls))
    return language.word("support", next(ours, "support"))


def _details(thing: Support, language: Language) -> list[str]:
    def known(*names: str) -> list[Any]:
        """What is stated in these fields, some of which the kind may lack."""
        stated = (getattr(thing, name, None) for name in names)
        return [value for value in stated if value is not None and value is not UNKNOWN]

    named = known("designation", "calibre", "cartridge")
    told = [" ".join(one.split()) if isinstance(one, str) else worded(one, language) for one in named]
    told += [worded(role, language) for role in known("role") if isinstance(role, MissileRole)]
    told += [language.say("guided") if guided else language.say("unguided") for guided in known("guided")]
    if not isinstance(thing, Munition):
        told += [language.say("lethal aid") if lethal else language.say("non-lethal aid") for lethal in known("lethal")]
    told += [worded(standard, language) for standard in known("standard")]
    labels = {
        "origin": language.say("country of origin"),
        "mass": language.say("mass"),
        "warhead": language.say("warhead"),
        "range": language.say("range"),
    }
    pairs = ((label, value) for name, label in labels.items() for value in known(name))
    return told + [language.pair(label, worded(value, language)) for label, value in pairs]


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
        counted.append(valued(language.say("unit price"), thing.unit_price, thing.basis, language))
    if not thing.value.is_unknown:
        counted.append(valued(language.say("value"), thing.value, thing.basis, language))
    return language.pair(things(thing.of, language), language.clauses(counted))


@wording.register
def designation_in_words(thing: Designation, language: Language) -> str:
    return worded(thing.support, language)


@wording.register
def calibre_in_use_in_words(thing: CalibreInUse, language: Language) -> str:
    weapons = language.listed([worded(weapon, language) for weapon in thing.weapons])
    several = language.listed(list(thing.cartridges))
    told = language.bracketed(worded(thing.standard, language), filter(None, (weapons, several)))
    return language.pair(worded(thing.calibre, language), told)


def valued(label: str, value: Estimate[Money], basis: Basis, language: Language) -> str:
    """What something is worth, and where that comes from unless it is as stated."""
    is_plain = basis is Basis.STATED or value.is_unknown
    return language.pair(
        label, language.bracketed(worded(value, language), [] if is_plain else [worded(basis, language)])
    )
