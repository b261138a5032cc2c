"""Words for what is said of promises, and for where parties stand."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from .._model.claims import Claim, Position
from .._model.commitments import Commitment, Initiative
from .._model.lines import Unit
from .._model.parties import Party, Speaker
from .._model.support import Support
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.period import Period
from .commitments import stage_word
from .estimates import amount, share_promised
from .language import Language
from .parties import according_to, is_plural, speaker
from .support import things
from .titles import Titles, titles
from .wording import worded, wording


def said(who: Speaker | None, when: Period | None, language: Language, *, others: bool, holder: Party | None) -> str:
    """By whom and when it was said; with "according to" where somebody speaks of what is another's or contested."""
    told = (according_to if others else speaker)(who, language, besides=holder)
    return language.bracketed(told, [] if when is None else [worded(when, language)])


def said_by(claim: Claim, language: Language) -> str:
    """Whose claim it is, and of which day."""
    return said(claim.speaker, claim.said, language, others=False, holder=None)


def claimed(claim: Claim, language: Language, subject: Commitment | Initiative | None = None) -> str:
    """What stage a claim speaks of, whose it is, and when it was made."""
    stage = stage_word(claim.stage, subject, language)
    reached = language.say("forecast ({stage})", stage=stage) if claim.forecast else stage
    return f"{reached}, {said(claim.speaker, claim.said, language, others=True, holder=None)}"


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
    stated = [amount(value, unit, language) for value in (claim.quantity, claim.value) if not value.is_unknown]
    stated += [] if claim.share.is_unknown else [share_promised(claim.share, language)]
    if not stated:
        return language.say("no figure given")
    told = language.clauses(stated)
    derived = []
    if claim.increment and not claim.correction:
        told = language.say("{figure} in addition", figure=told)
    if not total.is_unknown and total not in (claim.quantity, claim.value):
        reached = amount(total, unit, language)
        derived.append(language.say("{figure} in total", figure=reached) if claim.increment else reached)
    if not part.is_unknown and part != claim.share:
        derived.append(share_promised(part, language))
    return language.bracketed(told, derived)


def circumstances(claim: Claim, language: Language, titles: Titles) -> Iterator[str]:
    """What else a claim says: in which words, of which periods, against whom."""
    if claim.correction:
        yield language.say("a correction of an earlier record")
    if claim.wording is not None:
        yield language.say("“{words}”", words=language.text(claim.wording))
    if claim.during:
        periods = [worded(period, language) for period in claim.during]
        yield language.labelled("during", language.listed(periods))
    if claim.of:
        yield language.labelled("counts", things(claim.of, language))
    if claim.disputes:
        yield language.labelled("contradicts", language.listed([titles(id) for id in claim.disputes]))
    if claim.retracts:
        yield language.labelled("retracts", language.listed([titles(id) for id in claim.retracts]))


@wording.register
def claim_in_words(thing: Claim, language: Language) -> str:
    told = language.pair(claimed(thing, language), figures(thing, language))
    return language.pair(thing.about, language.clauses([told, *circumstances(thing, language, titles(None, language))]))


def stance_word(position: Position, language: Language) -> str:
    """The verb for a stance, in the number of its holder's name."""
    if is_plural(position.holder, language):
        return language.word("stance: several", position.stance.value)
    return worded(position.stance, language)


def held(position: Position, language: Language) -> str:
    """Whose stance it is, which, since when, and who says so."""
    told = language.pair(worded(position.holder, language), stance_word(position, language))
    taken = language.bracketed(told, [] if position.since is None else [worded(position.since, language)])
    if position.speaker is None and position.said is None:
        return taken
    is_other = position.speaker is not None and position.speaker.of != position.holder
    told = said(position.speaker, position.said, language, others=is_other, holder=position.holder)
    return language.clauses([taken, told])


@wording.register
def position_in_words(thing: Position, language: Language) -> str:
    on = worded(thing.on, language) if isinstance(thing.on, Support) else thing.on
    return language.pair(on, held(thing, language))
