"""Words for what is known of a value: exact, rough, within bounds, or undisclosed."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from .._model.lines import Unit
from .._model.values.estimate import Estimate
from .._model.values.money import Money
from .language import Language
from .wording import worded, wording


@wording.register(Estimate)
def estimate_in_words(thing: Estimate[Any], language: Language) -> str:
    return estimate(thing, language, lambda end: worded(end, language))


def estimate(value: Estimate[Any], language: Language, write: Callable[[Any], str]) -> str:
    """What is known of a value, its ends written in some way."""
    low, high, is_rough = value.low, value.high, value.is_approximate
    if low is None and high is None:
        return language.say("undisclosed")
    if high is None:
        return language.say("at least about {value}" if is_rough else "at least {value}", value=write(low))
    if low is None:
        return language.say("at most about {value}" if is_rough else "at most {value}", value=write(high))
    least, most = write(low), write(high)
    if least == most:  # two ends that are written alike are about the same
        return language.say("about {value}", value=least) if is_rough or low != high else least
    return language.say(
        "between about {low} and about {high}" if is_rough else "between {low} and {high}", low=least, high=most
    )


def quantity(value: Estimate[Any], unit: Unit, language: Language) -> str:
    """So many of a unit, as far as is known."""
    decisive = value.low if value.high is None else value.high
    written = estimate(value, language, language.number)
    return written if decisive is None else language.count("unit", unit.value, decisive, written)


def share(value: Estimate[Decimal], language: Language) -> str:
    """Which part of the whole, as far as is known."""
    return estimate(value, language, language.share)


def share_promised(value: Estimate[Decimal], language: Language) -> str:
    """Which part of what was promised, as far as is known."""
    return language.say("{share} of what was promised", share=share(value, language))


def amount(value: Estimate[Any], unit: Unit | None, language: Language) -> str:
    """An amount of money, a number, or so many of a unit where one is known."""
    end = value.high if value.low is None else value.low
    return worded(value, language) if unit is None or isinstance(end, Money) else quantity(value, unit, language)
