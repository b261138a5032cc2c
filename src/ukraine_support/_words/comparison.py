"""Words for what changed between two ledgers, for what is odd in one, and for what is the same in two."""

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from .._model.commitments import FinancialCommitment
from .._model.provenance import Record
from .._model.references import NAMES
from .._model.values.stages import Stage
from ..analysis import RULES, Change, Changes, FieldChange, Finding, Match, Revision
from .language import Language
from .own_fields import field_value
from .titles import title_of
from .wording import worded, wording

ASPECTS: Final = ("donors", "kinds", "designation", "quantity", "days", "value")
"""What of two records is compared, as the catalogues hold it under `aspect`."""
FIELDS: Final = frozenset(
    {"kind"} | {field.name for cls in (*NAMES, FinancialCommitment) for field in attrs.fields(cls)}
)
"""The fields of the library's own records, as the catalogues hold them under `field`."""


@wording.register
def field_change_in_words(thing: FieldChange, language: Language) -> str:
    name = language.word("field", thing.name) if thing.name in FIELDS else thing.name.replace("_", " ")
    old, new = (field_value(value, language) for value in (thing.old, thing.new))
    return language.say("{name}: {old}, now {new}", name=name, old=old, new=new)


@wording.register
def change_in_words(thing: Change, language: Language) -> str:
    return language.pair(_name(thing.new, language), language.clauses(_differences(thing, language)))


def _differences(thing: Change, language: Language) -> Iterator[str]:
    if thing.old.id != thing.id:
        yield language.say("known as {id}", id=thing.id)
    yield from (worded(field, language) for field in thing.fields)


def _name(record: Record, language: Language) -> str:
    title = title_of(record, language)
    return title if title == record.id else f"{record.id}, {title}"


@wording.register
def changes_in_words(thing: Changes, language: Language) -> str:
    told = [
        language.labelled("added", language.number(len(thing.added))),
        language.labelled("removed", language.number(len(thing.removed))),
        language.labelled("changed", language.number(len(thing.changed))),
        language.labelled("reworded", language.number(len(thing.reworded))),
    ]
    return language.clauses(told) if thing else language.say("nothing changed")


@wording.register
def revision_in_words(thing: Revision, language: Language) -> str:
    day = thing.day if isinstance(thing.day, str) else worded(thing.day, language)
    if thing.record is None:
        return language.pair(day, language.say("no longer recorded"))
    told = language.clauses(worded(field, language) for field in thing.fields)
    return language.pair(day, told or worded(thing.record, language))


@wording.register
def finding_in_words(thing: Finding, language: Language) -> str:
    what = language.word("rule", thing.rule) if thing.rule in RULES else thing.problem
    names = _figure_names(thing.rule, language)
    figures = [field_value(figure, language) for figure in thing.figures]
    if len(names) == len(figures):
        figures = [language.pair(name, figure) for name, figure in zip(names, figures, strict=True)]
    told = language.bracketed(what, [worded(thing.certainty, language)])
    return language.pair(thing.id, language.clauses([told, *figures, *thing.others]))


def _figure_names(rule: str, language: Language) -> tuple[str, ...]:
    """What the figures of a rule are, where there are two."""
    say = language.say
    names = {
        "due-before-announced": (say("due"), language.word("field", "announced")),
        "more-delivered-than-promised": (worded(Stage.DELIVERED, language), say("promised")),
        "parts-above-their-whole": (say("the parts together"), say("the whole")),
        "value-and-price-disagree": (say("value"), say("calculated")),
        "odd-price": (say("unit price"), say("elsewhere")),
    }
    return names.get(rule, ())


@wording.register
def match_in_words(thing: Match, language: Language) -> str:
    pair = language.say("{one} and {other}", one=thing.one, other=thing.other)
    told = [language.labelled("agreement", language.share(thing.score))]
    if thing.reasons:
        told.append(language.labelled("the same", _aspects(thing.reasons, language)))
    if thing.differences:
        told.append(language.labelled("different", _aspects(thing.differences, language)))
    return language.pair(pair, language.clauses(told))


def _aspects(aspects: Iterable[str], language: Language) -> str:
    return language.listed([language.word("aspect", aspect) for aspect in aspects])
