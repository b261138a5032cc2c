"""Words for values: numbers, amounts, magnitudes, dates, estimates, and the words of closed lists."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from .. import _cldr
from .._errors import WrongTypeError
from .._exact import divide
from .._model.base.vocabulary import Vocabulary
from .._model.claims import Stance
from .._model.commitments import Instrument, Relation, Sourcing
from .._model.lines import Basis, Condition, Unit
from .._model.support import MissileRole, PersonnelRole, Standard
from .._model.values.estimate import Estimate
from .._model.values.magnitudes import Calibre, Length, Mass
from .._model.values.money import Currency, Money
from .._model.values.period import Period
from .._model.values.stages import Stage
from .._model.values.text import Text
from ..reference import Weapon
from .language import Language
from .quantities import Rounds
from .wording import worded, wording

LISTS: Final[Mapping[type[Vocabulary], str]] = {
    Basis: "basis",
    Condition: "condition",
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


@wording.register
def _(thing: bool, language: Language) -> str:
    raise WrongTypeError("describe", f"{thing} is a bool", "pass a number")


@wording.register(int)
@wording.register(Decimal)
def _(thing: int | Decimal, language: Language) -> str:
    return language.number(thing)


@wording.register
def _(thing: Money, language: Language) -> str:
    return language.money(thing)


@wording.register
def _(thing: Currency, language: Language) -> str:
    return _cldr.currency_name(thing.code, language.locale)


@wording.register
def _(thing: Calibre, language: Language) -> str:
    return language.measured(thing.millimetres, "length-millimeter")


@wording.register
def _(thing: Length, language: Language) -> str:
    if thing.metres >= _THOUSAND:
        return language.measured(divide(thing.metres, _THOUSAND, "Length"), "length-kilometer")
    return language.measured(thing.metres, "length-meter")


@wording.register
def _(thing: Mass, language: Language) -> str:
    if thing.kilograms >= _THOUSAND:
        tonnes = divide(thing.kilograms, _THOUSAND, "Mass")
        return language.count("unit", Unit.TONNES.value, tonnes, language.number(tonnes))
    return language.measured(thing.kilograms, "mass-kilogram")


_THOUSAND: Final = Decimal(1000)


@wording.register
def _(thing: Rounds, language: Language) -> str:
    return language.count("unit", Unit.ROUNDS.value, thing.number, language.number(thing.number))


@wording.register
def _(thing: Text, language: Language) -> str:
    return language.text(thing)


@wording.register
def _(thing: Vocabulary, language: Language) -> str:
    context = LISTS.get(type(thing))
    if context is None:
        return str(thing.value)
    return language.word("counted in" if context == "unit" else context, thing.value)


# Dates


@wording.register
def _(thing: date, language: Language) -> str:
    return _cldr.written_day(thing, language.locale)


@wording.register
def _(thing: Period, language: Language) -> str:
    first, last = thing.earliest, thing.latest
    start, _, end = thing.edtf.partition("/")
    if first is None:
        day = worded(last, language)
        told = language.say("on or before about {day}" if _is_about(end) else "on or before {day}", day=day)
    elif last is None:
        day = worded(first, language)
        told = language.say("since about {day}" if _is_about(start) else "since {day}", day=day)
    elif not end:
        told = _end(start, first, last, language)
    elif _is_about(start) or _is_about(end):
        ends = [_end(text, *_bounds(text), language) for text in (start, end)]
        told = language.say("{start} to {end}", start=ends[0], end=ends[1])
    else:
        told = _span(start, end, first, last, language)
    return language.say("{period} (uncertain)", period=told) if set("?%") & set(thing.edtf) else told


def _bounds(end: str) -> tuple[Any, Any]:
    """The first and the last day of one end, which alone is never open."""
    period = Period(end)
    return period.earliest, period.latest


def _is_about(end: str) -> bool:
    return end[-1] in "~%"


_PRECISIONS: Final[Mapping[int, _cldr.Precision]] = {7: "yMMMM", 4: "y"}
SEASONS: Final[Mapping[str, str]] = {
    "21": "spring {year}",
    "22": "summer {year}",
    "23": "autumn {year}",
    "24": "winter {year}",
}
"""The seasons by EDTF's number, as the catalogues hold them under the context `season`."""


def _end(text: str, first: date, last: date, language: Language) -> str:
    bare = text.rstrip("~?%")
    if len(bare) == 10:
        told = worded(first, language)
    elif bare[5:] in SEASONS:
        year = f"{first.year}" if first.year == last.year else f"{first.year}/{last.year % 100:02}"
        told = language.word("season", SEASONS[bare[5:]]).format(year=year)
    else:
        told = _cldr.written_span(first, first, _PRECISIONS[len(bare)], language.locale)
    return language.say("about {day}", day=told) if _is_about(text) else told


def _span(start: str, end: str, first: date, last: date, language: Language) -> str:
    """From one end to another: months and years as such where both are, days where the ends differ in kind."""
    kinds = {len(text.rstrip("?")) for text in (start, end)}
    precision = _PRECISIONS.get(kinds.pop()) if len(kinds) == 1 else None
    if precision is None or start[5:7] in SEASONS or end[5:7] in SEASONS:
        return _cldr.written_days(first, last, language.locale)
    return _cldr.written_span(first, last, precision, language.locale)


# Estimates


@wording.register
def _(thing: Estimate, language: Language) -> str:  # type: ignore[type-arg]  # as a class, it has no argument
    return estimate(thing, language, lambda end: worded(end, language))


def estimate(known: Estimate[Any], language: Language, write: Callable[[Any], str]) -> str:
    """What is known of a value, its ends written in some way."""
    low, high, is_rough = known.low, known.high, known.is_approximate
    if low is None and high is None:
        return language.say("undisclosed")
    if high is None:
        return language.say("at least about {value}" if is_rough else "at least {value}", value=write(low))
    if low is None:
        return language.say("at most about {value}" if is_rough else "at most {value}", value=write(high))
    least, most = write(low), write(high)
    if least == most:  # two ends that differ by less than people are told are about the same
        return language.say("about {value}", value=least) if is_rough or low != high else least
    return language.say(
        "between about {low} and about {high}" if is_rough else "between {low} and {high}", low=least, high=most
    )


def quantity(known: Estimate[Any], unit: Unit, language: Language) -> str:
    """So many of a unit, as far as is known."""
    decisive = known.low if known.high is None else known.high
    written = estimate(known, language, language.number)
    return written if decisive is None else language.count("unit", unit.value, decisive, written)


def share(known: Estimate[Decimal], language: Language) -> str:
    """Which part of the whole, as far as is known."""
    return estimate(known, language, language.share)
