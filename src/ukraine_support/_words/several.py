"""Words for several things: rows of them, what stands under each key, who comes first, and a ledger as a whole."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from .._model.ledger import Ledger
from .._model.parties import Party
from .._model.records import Records
from .._model.references import NAMES
from .._model.values.estimate import Estimate
from .._model.values.mapping import Extras
from .._model.values.money import Currency
from ..analysis import History, Rank
from .estimates import estimate
from .keys import part
from .language import Language
from .wording import worded, wording

COLLECTIONS: Final = tuple(NAMES.values())
"""The words for one of each class of records, as the catalogues hold them, to be counted, under `record`."""
_NAMED: Final = (Party, Enum, Currency)
"""What has a name so short that several stand in one phrase."""
_APART: Final = " • "
"""What stands between things that take several clauses each."""


@wording.register(tuple)
@wording.register(list)
@wording.register(History)
def sequence_in_words(thing: Sequence[Any], language: Language) -> str:
    if all(isinstance(each, _NAMED) for each in thing):
        return language.listed([worded(each, language) for each in thing]) or language.say("nothing recorded")
    return _APART.join(worded(each, language) for each in thing)


@wording.register(frozenset)
@wording.register(set)
def set_in_words(thing: AbstractSet[Any], language: Language) -> str:
    return sequence_in_words(sorted(thing, key=str), language)  # by code: in the same order in every language


@wording.register(Records)
def records_in_words(thing: Records[Any], language: Language) -> str:
    return sequence_in_words(list(thing.values()), language)


@wording.register
def ledger_in_words(thing: Ledger, language: Language) -> str:
    collections = (
        thing.sources,
        thing.occasions,
        thing.initiatives,
        thing.commitments,
        thing.claims,
        thing.positions,
    )
    counts = [
        language.count("record", name, len(records))
        for name, records in zip(COLLECTIONS, collections, strict=True)
        if records
    ]
    return language.listed(counts) or language.say("nothing recorded")


@wording.register
def extras_in_words(thing: Extras, language: Language) -> str:
    told = (language.pair(name, " ".join(cell.split())) for name, cell in thing.items())
    return language.clauses(told) or language.say("nothing recorded")


@wording.register(Mapping)
def mapping_in_words(thing: Mapping[Any, Any], language: Language) -> str:
    told = (language.pair(part(key, language), _cell(value, language)) for key, value in thing.items())
    return language.clauses(told) or language.say("nothing recorded")


@wording.register
def rank_in_words(thing: Rank, language: Language) -> str:
    first, last = language.number(thing.first), language.number(thing.last)
    rank = language.say("place {first}", first=first)
    if thing.first != thing.last:
        rank = language.say("place {first} to {last}", first=first, last=last)
    return language.bracketed(language.pair(part(thing.key, language), _cell(thing.value, language)), [rank])


def _cell(value: Any, language: Language) -> str:
    """What stands under a key; a number comes from dividing a total, of which "at least nothing" says too much."""
    if isinstance(value, Estimate):
        if value.high is None and getattr(value.low, "amount", value.low) == 0:
            return language.say("undisclosed")
        return estimate(value, language, lambda end: _end(end, language))
    return worded(value, language)


def _end(end: Any, language: Language) -> str:
    return language.calculated(end) if isinstance(end, Decimal) else worded(end, language)
