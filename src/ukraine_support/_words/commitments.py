"""Words for promises: commitments, joint initiatives, and what ties them to each other."""

from collections.abc import Iterator
from typing import Final

from .._model.commitments import Commitment, FinancialCommitment, Initiative, Instrument, Link
from .._model.values.stages import Stage
from .language import Language
from .parties import parties
from .support import valued
from .titles import Titles, between, donors, title_of, titles
from .wording import worded, wording

COMMITMENTS: Final = ("commitment", "financial", "humanitarian", "military")
"""The library's own kinds of commitments, and the root of all, as the catalogues hold them under `commitment`."""


def category(commitment: Commitment, language: Language) -> str:
    """What sort of support is promised."""
    kinds = [cls.__dict__.get("kind") for cls in type(commitment).__mro__]
    return language.word("commitment", next((kind for kind in kinds if kind in COMMITMENTS), "commitment"))


def category_word(kind: str, language: Language) -> str:
    """The sort of support that a kind of commitment stands for; of one of the user's own, the kind itself."""
    return language.word("commitment", kind) if kind in COMMITMENTS else kind


def stage_word(stage: Stage, subject: Commitment | Initiative | None, language: Language) -> str:
    """The word for a stage; money is not delivered but disbursed."""
    is_money = isinstance(subject, FinancialCommitment) and stage is Stage.DELIVERED
    return language.word("stage", "disbursed") if is_money else worded(stage, language)


def announced(promise: Commitment | Initiative, language: Language) -> str:
    """At which stage something was announced, by whom, and when: its donors' own account."""
    day = [] if promise.announced is None else [worded(promise.announced, language)]
    return f"{stage_word(promise.stage, promise, language)}, {language.bracketed(donors(promise, language), day)}"


def terms(commitment: Commitment, language: Language, titles: Titles) -> Iterator[str]:
    """What a commitment says, term by term."""
    yield from (worded(line, language) for line in commitment.lines)
    if not commitment.value.is_unknown or not commitment.lines:
        yield valued(language.say("value"), commitment.value, commitment.basis, language)
    if isinstance(commitment, FinancialCommitment) and commitment.instrument is not Instrument.UNSPECIFIED:
        yield language.labelled("instrument", worded(commitment.instrument, language))
    yield stage_reached(commitment, language)
    if commitment.due is not None:
        yield language.labelled("due", worded(commitment.due, language))
    if commitment.covers is not None:
        yield language.labelled("covering", worded(commitment.covers, language))
    if commitment.sourcing is not None:
        yield worded(commitment.sourcing, language)
    if commitment.suppliers:
        yield language.labelled("suppliers", parties(commitment.suppliers, language))
    if commitment.channels:
        yield language.labelled("given through", parties(commitment.channels, language))
    if commitment.towards is not None:
        yield language.labelled("contribution to", titles(commitment.towards))
    if commitment.part_of is not None:
        yield language.labelled("part of", titles(commitment.part_of))
    yield from (language.pair(worded(link.relation, language), titles(link.to)) for link in commitment.links)
    if commitment.correction:
        yield language.say("a correction of an earlier record")


def goals(initiative: Initiative, language: Language) -> Iterator[str]:
    """What an initiative is to bring together, and how far it had come."""
    yield from (worded(line, language) for line in initiative.goal)
    if not initiative.goal_value.is_unknown:
        yield language.labelled("funding sought", worded(initiative.goal_value, language))
    if initiative.suppliers:
        yield language.labelled("suppliers", parties(initiative.suppliers, language))
    yield stage_reached(initiative, language)


def stage_reached(promise: Commitment | Initiative, language: Language) -> str:
    """At which stage a promise was announced, and when."""
    when = promise.announced
    day = language.say("date not stated") if when is None else worded(when, language)
    return language.pair(stage_word(promise.stage, promise, language), day)


@wording.register
def commitment_in_words(thing: Commitment, language: Language) -> str:
    head = language.pair(category(thing, language), between(thing, language))
    return language.clauses([head, *terms(thing, language, titles(None, language))])


@wording.register
def initiative_in_words(thing: Initiative, language: Language) -> str:
    return language.clauses([title_of(thing, language), *goals(thing, language)])


@wording.register
def link_in_words(thing: Link, language: Language) -> str:
    return language.pair(worded(thing.relation, language), thing.to)
