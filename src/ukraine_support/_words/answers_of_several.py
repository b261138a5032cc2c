"""Words for answers that are several things: rows of them, what stands under each key, and who comes first."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from .._model.parties import Party
from .._model.records import Records
from .._model.values.estimate import Estimate
from .._model.values.mapping import Extras
from .._model.values.money import Currency
from ..analysis import History, Rank
from .keys import part
from .language import Language
from .values import estimate
from .wording import worded, wording

_NAMED: Final = (Party, Enum, Currency)
"""What has a name so short that several stand in one phrase."""
_APART: Final = " • "
"""What stands between things that are told in several clauses each."""


@wording.register(tuple)
@wording.register(list)
@wording.register(History)
def _(thing: Sequence[Any], language: Language) -> str:
    told = [worded(each, language) for each in thing]
    return _row(told, language, is_phrase=all(isinstance(each, _NAMED) for each in thing))


@wording.register(frozenset)
@wording.register(set)
def _(thing: AbstractSet[Any], language: Language) -> str:
    told = [worded(each, language) for each in sorted(thing, key=str)]  # by code: in the same order in every language
    return _row(told, language, is_phrase=all(isinstance(each, _NAMED) for each in thing))


@wording.register
def _(thing: Records, language: Language) -> str:  # type: ignore[type-arg]  # as a class, it has no argument
    return _row([worded(record, language) for record in thing.values()], language)


def _row(told: list[str], language: Language, *, is_phrase: bool = False) -> str:
    if not told:
        return language.say("nothing recorded")
    return language.listed(told) if is_phrase else _APART.join(told)


@wording.register
def _(thing: Extras, language: Language) -> str:
    told = (language.pair(name, " ".join(cell.split())) for name, cell in thing.items())
    return language.clauses(told) or language.say("nothing recorded")


@wording.register(Mapping)
def _(thing: Mapping[Any, Any], language: Language) -> str:
    told = (language.pair(part(key, language), _held(value, language)) for key, value in thing.items())
    return language.clauses(told) or language.say("nothing recorded")


@wording.register
def _(thing: Rank, language: Language) -> str:
    first, last = language.number(thing.first), language.number(thing.last)
    place = language.say("place {first}", first=first)
    if thing.first != thing.last:
        place = language.say("place {first} to {last}", first=first, last=last)
    return language.bracketed(language.pair(part(thing.key, language), _held(thing.value, language)), [place])


def _held(value: Any, language: Language) -> str:
    """What stands under a key; a number comes from dividing a total, of which "at least nothing" says too much."""
    if isinstance(value, Estimate):
        if value.high is None and getattr(value.low, "amount", value.low) == 0:
            return language.say("undisclosed")
        return estimate(value, language, lambda end: _end(end, language))
    return worded(value, language)


def _end(end: Any, language: Language) -> str:
    return language.calculated(end) if isinstance(end, Decimal) else worded(end, language)
