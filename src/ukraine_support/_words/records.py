"""Words for promises, for what is said of them, and for where parties stand."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final, TypeAlias

from .._model.claims import Claim, Position
from .._model.commitments import Commitment, FinancialCommitment, Initiative, Instrument, Link
from .._model.ledger import Ledger
from .._model.lines import Unit
from .._model.parties import Party, Speaker
from .._model.references import NAMES
from .._model.support import Support
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.money import Money
from .._model.values.period import Period
from .._model.values.stages import Stage
from .language import Language
from .parties import parties, speaker
from .support import things, valued
from .values import quantity, share
from .wording import worded, wording

Titles: TypeAlias = Callable[[str], str]
"""What a record is called to whom its id says little."""

COMMITMENTS: Final = ("commitment", "financial", "humanitarian", "military")
"""The library's own kinds of commitments, and the root of all, as the catalogues hold them under `commitment`."""

COLLECTIONS: Final = tuple(NAMES.values())
"""The words for one of each class of records, as the catalogues hold them, to be counted, under `record`."""


def by_id(id: str) -> str:
    """The id itself, where there is no ledger to look it up in."""
    return id


def between(givers: tuple[Party, ...], recipient: Party, language: Language) -> str:
    """From whom to whom."""
    donors = parties(givers, language) if givers else language.say("donor not stated")
    return f"{donors} → {worded(recipient, language)}"


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


def terms(commitment: Commitment, language: Language, titles: Titles) -> Iterator[str]:
    """What a commitment says, term by term."""
    yield from (worded(line, language) for line in commitment.lines)
    if not commitment.value.is_unknown or not commitment.lines:
        yield valued(language.say("value"), commitment.value, commitment.basis, language)
    if isinstance(commitment, FinancialCommitment) and commitment.instrument is not Instrument.UNSPECIFIED:
        yield language.pair(language.say("instrument"), worded(commitment.instrument, language))
    yield _reached(commitment, commitment.stage, commitment.announced, language)
    yield from _when(language.say("due"), commitment.due, language)
    yield from _when(language.say("for the time"), commitment.covers, language)
    if commitment.sourcing is not None:
        yield worded(commitment.sourcing, language)
    if commitment.suppliers:
        yield language.pair(language.say("suppliers"), parties(commitment.suppliers, language))
    if commitment.channels:
        yield language.pair(language.say("given through"), parties(commitment.channels, language))
    if commitment.towards is not None:
        yield language.pair(language.say("contribution to"), titles(commitment.towards))
    if commitment.part_of is not None:
        yield language.pair(language.say("part of"), titles(commitment.part_of))
    yield from (language.pair(worded(link.relation, language), titles(link.to)) for link in commitment.links)
    if commitment.correction:
        yield language.say("a correction of an earlier record")


def goals(initiative: Initiative, language: Language) -> Iterator[str]:
    """What an initiative is to bring together, and how far it had come."""
    yield from (worded(line, language) for line in initiative.goal)
    if not initiative.goal_value.is_unknown:
        yield language.pair(language.say("money sought"), worded(initiative.goal_value, language))
    if initiative.suppliers:
        yield language.pair(language.say("suppliers"), parties(initiative.suppliers, language))
    yield _reached(initiative, initiative.stage, initiative.announced, language)


def _reached(subject: Commitment | Initiative, stage: Stage, when: Period | None, language: Language) -> str:
    day = language.say("date not stated") if when is None else worded(when, language)
    return language.pair(stage_word(stage, subject, language), day)


def _when(label: str, when: Period | None, language: Language) -> Iterator[str]:
    if when is not None:
        yield language.pair(label, worded(when, language))


def title(initiative: Initiative, language: Language) -> str:
    """What an initiative is called: by its name, or by who leads it."""
    if initiative.name is not None:
        return language.text(initiative.name)
    if initiative.lead is None:
        return language.bracketed(language.say("joint initiative"), [initiative.id])
    return language.say("joint initiative (led by {party})", party=worded(initiative.lead, language))


@wording.register
def _(thing: Commitment, language: Language) -> str:
    head = language.pair(category(thing, language), between(thing.donors, thing.recipient, language))
    return language.clauses([head, *terms(thing, language, by_id)])


@wording.register
def _(thing: Initiative, language: Language) -> str:
    return language.clauses([title(thing, language), *goals(thing, language)])


@wording.register
def _(thing: Link, language: Language) -> str:
    return language.pair(worded(thing.relation, language), thing.to)


# What is said


def said(who: Speaker | None, when: Period | None, language: Language, *, others: bool, holder: Party | None) -> str:
    """By whom and when it was said; with "according to" where somebody speaks of what is another's or contested."""
    name = speaker(who, language, besides=holder)
    told = language.say("according to {speaker}", speaker=name) if others and who is not None else name
    return language.bracketed(told, [] if when is None else [worded(when, language)])


def claimed(claim: Claim, language: Language, subject: Commitment | Initiative | None = None) -> str:
    """What stage a claim speaks of, whose it is, and when it was made."""
    stage = stage_word(claim.stage, subject, language)
    reached = language.say("forecast ({stage})", stage=stage) if claim.forecast else stage
    return f"{reached}, {said(claim.speaker, claim.said, language, others=True, holder=None)}"


def announced(record: Commitment | Initiative, language: Language) -> str:
    """At which stage something was announced, by whom, and when: its donors' own account."""
    donors = record.donors if isinstance(record, Commitment) else () if record.lead is None else (record.lead,)
    who = parties(donors, language) if donors else language.say("donor not stated")
    day = [] if record.announced is None else [worded(record.announced, language)]
    return f"{stage_word(record.stage, record, language)}, {language.bracketed(who, day)}"


def figures(
    claim: Claim,
    language: Language,
    *,
    unit: Unit | None = None,
    total: Estimate[Any] = UNKNOWN,
    part: Estimate[Decimal] = UNKNOWN,
) -> str:
    """The figures that a claim gives, then what they come to.

    Args:
        claim: The claim.
        language: The language.
        unit: What the quantity counts, where that is known.
        total: What the claim comes to, with those that it adds to.
        part: Which part of the promise that is.
    """
    stated = [] if claim.quantity.is_unknown else [amount(claim.quantity, unit, language)]
    if not claim.value.is_unknown:
        stated.append(worded(claim.value, language))
    if not claim.share.is_unknown:
        stated.append(language.say("{share} of what was promised", share=share(claim.share, language)))
    if not stated:
        return language.say("no figure given")
    told = language.clauses(stated)
    derived = []
    if claim.increment:
        told = language.say("{figure} in addition", figure=told)
    if not total.is_unknown and total not in (claim.quantity, claim.value):
        reached = amount(total, unit, language)
        derived.append(language.say("{figure} in all", figure=reached) if claim.increment else reached)
    if not part.is_unknown and part != claim.share:
        derived.append(language.say("{share} of what was promised", share=share(part, language)))
    return language.bracketed(told, derived)


def amount(known: Estimate[Any], unit: Unit | None, language: Language) -> str:
    """So many of a unit, where one is known and it is no money."""
    end = known.high if known.low is None else known.low
    return worded(known, language) if unit is None or isinstance(end, Money) else quantity(known, unit, language)


def circumstances(claim: Claim, language: Language, titles: Titles) -> Iterator[str]:
    """What else a claim says: in which words, of which periods, against whom."""
    if claim.wording is not None:
        yield language.say("“{words}”", words=language.text(claim.wording))
    if claim.during:
        periods = [worded(period, language) for period in claim.during]
        yield language.pair(language.say("in the time"), language.listed(periods))
    if claim.of:
        yield language.pair(language.say("counts"), things(claim.of, language))
    if claim.disputes:
        yield language.pair(language.say("contradicts"), language.listed([titles(id) for id in claim.disputes]))
    if claim.retracts:
        yield language.pair(language.say("takes back"), language.listed([titles(id) for id in claim.retracts]))


@wording.register
def _(thing: Claim, language: Language) -> str:
    told = [language.pair(claimed(thing, language), figures(thing, language)), *circumstances(thing, language, by_id)]
    return language.pair(thing.about, language.clauses(told))


def held(position: Position, language: Language) -> str:
    """Whose stance it is, which, since when, and who says so."""
    stance = language.pair(worded(position.holder, language), worded(position.stance, language))
    stance = language.bracketed(stance, [] if position.since is None else [worded(position.since, language)])
    if position.speaker is None and position.said is None:
        return stance
    is_other = position.speaker is not None and position.speaker.of != position.holder
    told = said(position.speaker, position.said, language, others=is_other, holder=position.holder)
    return language.clauses([stance, told])


@wording.register
def _(thing: Position, language: Language) -> str:
    on = worded(thing.on, language) if isinstance(thing.on, Support) else thing.on
    return language.pair(on, held(thing, language))


@wording.register
def _(thing: Ledger, language: Language) -> str:
    collections = (
        thing.sources,
        thing.occasions,
        thing.initiatives,
        thing.commitments,
        thing.claims,
        thing.positions,
    )
    counts = [
        language.count("record", name, len(records), language.number(len(records)))
        for name, records in zip(COLLECTIONS, collections, strict=True)
        if records
    ]
    return language.listed(counts) or language.say("nothing recorded")
