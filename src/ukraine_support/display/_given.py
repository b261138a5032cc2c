"""Words for what a caller gives to a question or to a reader: rates, indices, prices, keys for sharing, limits."""

from collections.abc import Iterable
from datetime import date
from decimal import Context
from fractions import Fraction
from typing import Final

from .._exact import ratio
from .._model.lines import Basis
from .._model.values.money import Currency
from .._model.values.period import Period
from .._words.language import Language
from .._words.wording import worded, wording
from ..analysis import Deflators, Price, PriceBook, RateTable, SharingKey
from ..serialisation import Limits

_SHARING: Final = Context(prec=3)
"""By how many digits a share is told; those of several parties need not add up to the last of them."""


@wording.register
def _(thing: RateTable, language: Language) -> str:
    others = [currency for currency in thing.currencies if currency != thing.base]
    if thing.is_constant:
        equal = [(currency, thing.rate(currency)) for currency in (thing.base, *others)]
        told = " = ".join(language.rate(rate, currency.code) for currency, rate in equal)
        return language.pair(language.say("exchange rates"), told if others else language.say("nothing recorded"))
    return _series(language.say("exchange rates"), worded(thing.base, language), others, thing.span, language)


@wording.register
def _(thing: Deflators, language: Language) -> str:
    return _series(language.say("price indices"), worded(thing.base, language), thing.currencies, thing.span, language)


def _series(
    name: str, base: str, currencies: Iterable[Currency], span: tuple[date, date] | None, language: Language
) -> str:
    """What a table is of, whose numbers are too many for a line: its base, its currencies, its time."""
    told = [language.listed([worded(currency, language) for currency in currencies])]
    if span is None:
        told = [language.say("nothing recorded")]
    else:
        first, last = (day.isoformat() for day in span)
        period = Period(first if first == last else f"{first}/{last}")
        told.append(language.pair(language.say("in the time"), worded(period, language)))
    return language.pair(language.bracketed(name, [language.pair(language.say("base"), base)]), language.clauses(told))


@wording.register
def _(thing: Price, language: Language) -> str:
    one = language.count("unit", thing.unit.value, 1, language.number(1))
    details = [] if thing.basis is Basis.STATED else [worded(thing.basis, language)]
    details += [] if thing.day is None else [worded(thing.day, language)]
    details += [] if thing.source is None else [" ".join(thing.source.split())]
    price = language.bracketed(worded(thing.price, language), details)
    return language.pair(f"{worded(thing.of, language)}, {one}", price)


@wording.register
def _(thing: PriceBook, language: Language) -> str:
    return language.clauses(worded(price, language) for price in thing.entries) or language.say("nothing recorded")


@wording.register
def _(thing: SharingKey, language: Language) -> str:
    whole = sum(Fraction(weight) for _, weight in thing.weights)
    told = []
    for party, weight in thing.weights:
        part = Fraction(weight) / whole
        share = _SHARING.plus(ratio(part.numerator, part.denominator, "describe"))
        told.append(language.bracketed(worded(party, language), [language.share(share)]))
    return language.listed(told)


@wording.register
def _(thing: Limits, language: Language) -> str:
    limits = (
        (language.say("characters of the text"), thing.size),
        (language.say("levels of nesting"), thing.depth),
        (language.say("digits of a number"), thing.digits),
        (language.say("faults told"), thing.errors),
    )
    told = (
        language.pair(name, language.say("at most {value}", value=language.number(limit))) for name, limit in limits
    )
    return language.clauses(told)
