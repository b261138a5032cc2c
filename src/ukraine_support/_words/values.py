"""Words for numbers, amounts, magnitudes, texts, and the words of closed lists."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from .. import _cldr
from .._errors import WrongTypeError
from .._exact import divide, to_factor
from .._model.base.vocabulary import Vocabulary
from .._model.claims import Stance
from .._model.commitments import Instrument, Relation, Sourcing
from .._model.lines import Basis, Condition, Unit
from .._model.support import MissileRole, PersonnelRole, Standard
from .._model.values.magnitudes import Calibre, Length, Mass
from .._model.values.money import Currency, Money
from .._model.values.stages import Stage
from .._model.values.text import Text
from ..analysis import Certainty, EventKind
from ..reference import Weapon
from .language import Language
from .pint_quantities import Rounds
from .wording import wording

LISTS: Final[Mapping[type[Vocabulary], str]] = {
    Basis: "basis",
    Certainty: "certainty",
    Condition: "condition",
    EventKind: "event",
    Instrument: "instrument",
    MissileRole: "missile role",
    PersonnelRole: "role",
    Relation: "relation",
    Sourcing: "sourcing",
    Stage: "stage",
    Stance: "stance",
    Standard: "standard",
    Unit: "unit",
    Weapon: "weapon",
}
"""The closed lists whose words the catalogues hold, each under a context of its own."""
_THOUSAND: Final = Decimal(1000)


@wording.register
def bool_in_words(thing: bool, language: Language) -> str:
    raise WrongTypeError("describe", f"{thing} is a bool", "pass a number")


@wording.register(int)
@wording.register(Decimal)
def number_in_words(thing: int | Decimal, language: Language) -> str:
    if language.compact or isinstance(thing, Decimal):
        to_factor(thing, "describe")  # else babel would fail
    return language.number(thing)


@wording.register
def money_in_words(thing: Money, language: Language) -> str:
    return language.money(thing)


@wording.register
def currency_in_words(thing: Currency, language: Language) -> str:
    return _cldr.currency_name(thing.code, language.locale)


@wording.register
def calibre_in_words(thing: Calibre, language: Language) -> str:
    return language.measured(thing.millimetres, "length-millimeter")


@wording.register
def length_in_words(thing: Length, language: Language) -> str:
    if thing.metres >= _THOUSAND:
        return language.measured(divide(thing.metres, _THOUSAND, "Length"), "length-kilometer")
    return language.measured(thing.metres, "length-meter")


@wording.register
def mass_in_words(thing: Mass, language: Language) -> str:
    if thing.kilograms >= _THOUSAND:
        return language.count("unit", Unit.TONNES.value, divide(thing.kilograms, _THOUSAND, "Mass"))
    return language.measured(thing.kilograms, "mass-kilogram")


@wording.register
def rounds_in_words(thing: Rounds, language: Language) -> str:
    return language.count("unit", Unit.ROUNDS.value, thing.number)


@wording.register
def text_in_words(thing: Text, language: Language) -> str:
    return language.text(thing)


@wording.register
def vocabulary_in_words(thing: Vocabulary, language: Language) -> str:
    context = LISTS.get(type(thing))
    if context is None:  # a list of the user's own
        return str(thing.value)
    return language.word("counted in" if context == "unit" else context, thing.value)
