"""Words for the answers of `ukraine_support.analysis`."""

from collections.abc import Iterator
from typing import Any

from .._model.claims import Claim
from .._model.commitments import Commitment, Initiative
from .._model.lines import Unit
from .._model.values.stages import Stage
from ..analysis import (
    Account,
    Dispute,
    Event,
    EventKind,
    Evidence,
    Fulfilment,
    Funding,
    Overdue,
    Standing,
    Standings,
    Total,
    Totals,
    Valuation,
)
from .keys import joined
from .language import Language
from .parties import parties
from .records import Titles, amount, announced, by_id, circumstances, claimed, figures, held
from .values import share
from .wording import worded, wording


def account(
    claim: Claim,
    language: Language,
    *,
    known: Account[Any] | None = None,
    unit: Unit | None = None,
    subject: Commitment | Initiative | None = None,
    titles: Titles = by_id,
) -> str:
    """What one speaker says of a promise, and what that comes to where it was counted."""
    if known is None:
        told = figures(claim, language, unit=unit)
    else:
        told = figures(claim, language, unit=unit, total=known.amount, part=known.share)
    return language.clauses(
        [language.pair(claimed(claim, language, subject), told), *circumstances(claim, language, titles)]
    )


def standing(known: Account[Any], language: Language, *, unit: Unit | None = None) -> str:
    """An account: what a claim says and comes to, or what was announced."""
    if known.claim is not None:
        return account(known.claim, language, known=known, unit=unit)
    told = language.say("no figure given") if known.amount.is_unknown else amount(known.amount, unit, language)
    part = (
        []
        if known.share.is_unknown
        else [language.say("{share} of what was promised", share=share(known.share, language))]
    )
    record: Any = known.announced
    return language.pair(announced(record, language), language.bracketed(told, part))


@wording.register
def _(thing: Account, language: Language) -> str:  # type: ignore[type-arg]  # as a class, it has no argument
    return standing(thing, language)


def has_outstanding(answer: Fulfilment[Any]) -> bool:
    """Whether there is one account alone, and it says how much: then what is left can be told."""
    told = answer.accounts
    return len(told) == 1 and not told[0].amount.is_unknown and not answer.outstanding.is_unknown


def became(answer: Fulfilment[Any], language: Language, unit: Unit | None = None) -> Iterator[str]:
    """What has become of a promise: every account of it, and what is outstanding where there is but one."""
    yield language.pair(language.say("promised"), amount(answer.promised, unit, language))
    for known in (*answer.accounts, *answer.forecasts):
        yield standing(known, language, unit=unit)
    for known in answer.stale:
        yield language.pair(language.say("overtaken"), standing(known, language, unit=unit))
    for label, claims in (
        (language.say("superseded"), answer.superseded),
        (language.say("taken back"), answer.retracted),
        (language.say("not counted here"), answer.listed),
    ):
        yield from (language.pair(label, account(claim, language)) for claim in claims)
    if answer.disputed:
        yield language.say("these accounts contradict each other")
    elif has_outstanding(answer):
        yield language.pair(language.say("outstanding"), amount(answer.outstanding, unit, language))


@wording.register
def _(thing: Fulfilment, language: Language) -> str:  # type: ignore[type-arg]  # as a class, it has no argument
    return language.pair(thing.id, language.clauses(became(thing, language)))


def money(answer: Funding, language: Language) -> Iterator[str]:
    """What was given towards an initiative, currency by currency, and by whom."""
    pledged = [worded(answer.at(Stage.PLEDGED, currency), language) for currency in answer.currencies]
    if answer.contributions:
        told = pledged or [language.say("undisclosed")]
        yield from (language.pair(worded(Stage.PLEDGED, language), each) for each in told)
        funders = parties(answer.funders, language) if answer.funders else language.say("donor not stated")
        yield language.pair(language.say("funders"), funders)
    if answer.undisclosed:
        number = language.number(answer.undisclosed)
        yield language.pair(language.say("contributions of undisclosed value"), number)
    if answer.goods:
        yield language.pair(language.say("contributions of goods"), language.number(len(answer.goods)))


@wording.register
def _(thing: Funding, language: Language) -> str:
    return language.pair(thing.id, language.clauses(money(thing, language)) or language.say("nothing recorded"))


@wording.register
def _(thing: Standing, language: Language) -> str:
    return language.clauses(held(position, language) for position in thing.positions)


@wording.register
def _(thing: Standings, language: Language) -> str:
    return language.clauses(worded(standing, language) for standing in thing.holders) or language.say(
        "nothing recorded"
    )


@wording.register
def _(thing: Total, language: Language) -> str:
    counted = [language.count("record", "commitment", thing.commitments, language.number(thing.commitments))]
    if thing.undisclosed:
        counted.append(language.pair(language.say("of undisclosed value"), language.number(thing.undisclosed)))
    if thing.goods:
        counted.append(language.pair(language.say("bought with it"), worded(thing.bought, language)))
    return language.bracketed(summed(thing, language), counted)


def summed(total: Total, language: Language) -> str:
    """What is known of the sum; where every part is undisclosed, "at least nothing" would say too much."""
    if total.undisclosed and total.undisclosed == total.commitments:
        return language.say("undisclosed")
    return worded(total.value, language)


@wording.register
def _(thing: Totals, language: Language) -> str:
    if not thing:
        return language.say("nothing recorded")
    rows = [(joined(thing, key, language), worded(total, language)) for key, total in thing.items()]
    if len(rows) > 1:
        rows.append((language.say("grand total"), worded(thing.whole, language)))
    return language.clauses(language.pair(key, told) if key else told for key, told in rows)


@wording.register
def _(thing: Dispute, language: Language) -> str:
    accounts = [
        account(record, language) if isinstance(record, Claim) else announced(record, language)
        for record in (thing.earlier, thing.later)
    ]
    told = language.clauses([*accounts, language.say("these accounts contradict each other")])
    return language.pair(thing.about, told)


@wording.register
def _(thing: EventKind, language: Language) -> str:
    return language.word("event", thing.value)


@wording.register
def _(thing: Event, language: Language) -> str:
    day = language.say("date not stated") if thing.day is None else worded(thing.day, language)
    return language.clauses([language.pair(day, worded(thing.kind, language)), worded(thing.record, language)])


@wording.register
def _(thing: Evidence, language: Language) -> str:
    sources = language.clauses(worded(source, language) for source in thing.sources) or language.say("no source")
    return language.pair(thing.record.id, sources)


@wording.register
def _(thing: Overdue, language: Language) -> str:
    told = [standing(known, language) for known in thing.according_to]
    if thing.is_unreported:
        told = [language.say("nobody has said what became of it")]
    return language.clauses([language.pair(language.say("overdue"), worded(thing.commitment, language)), *told])


@wording.register
def _(thing: Valuation, language: Language) -> str:
    return language.bracketed(
        worded(thing.value, language), [] if thing.basis is None else [worded(thing.basis, language)]
    )
