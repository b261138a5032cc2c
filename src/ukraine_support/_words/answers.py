"""Words for the answers of `ukraine_support.analysis`."""

from collections.abc import Iterator
from typing import Any

from .._model.claims import Claim
from .._model.commitments import Commitment, Initiative
from .._model.lines import Unit
from .._model.values.estimate import UNKNOWN
from .._model.values.stages import Stage
from ..analysis import (
    Account,
    Arrival,
    Delay,
    Dispute,
    Event,
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
from .claims import circumstances, claimed, figures, held
from .commitments import announced
from .estimates import amount, share_promised
from .keys import joined
from .language import Language
from .parties import according_to, parties
from .titles import Titles, title_of
from .wording import worded, wording


def statement(
    claim: Claim,
    language: Language,
    *,
    account: Account[Any] | None = None,
    unit: Unit | None = None,
    subject: Commitment | Initiative | None = None,
    titles: Titles = str,
) -> str:
    """What one speaker says of a promise, and what that comes to where it was counted."""
    total, part = (UNKNOWN, UNKNOWN) if account is None else (account.amount, account.share)
    told = figures(claim, language, unit=unit, total=total, part=part)
    told = language.pair(claimed(claim, language, subject), told)
    return language.clauses([told, *circumstances(claim, language, titles)])


def account_of(account: Account[Any], language: Language, unit: Unit | None = None) -> str:
    """An account: what a claim says and comes to, or what was announced."""
    if account.claim is not None:
        return statement(account.claim, language, account=account, unit=unit)
    told = language.say("no figure given") if account.amount.is_unknown else amount(account.amount, unit, language)
    part = [] if account.share.is_unknown else [share_promised(account.share, language)]
    promise: Any = account.announced
    return language.pair(announced(promise, language), language.bracketed(told, part))


@wording.register(Account)
def account_in_words(thing: Account[Any], language: Language) -> str:
    return account_of(thing, language)


def word_of(record: Claim | Commitment | Initiative, language: Language) -> str:
    """Whose word something is: of a claim its speaker's, of what was announced its donors'."""
    return title_of(record, language) if isinstance(record, Claim) else announced(record, language)


def outstanding(answer: Fulfilment[Any], language: Language, unit: Unit | None = None) -> Iterator[str]:
    """What is left of a promise, by whose account; of figures that differ, between which, and whose these are."""
    lefts = [(answer.outstanding_by(account), account.word) for account in answer.accounts]
    if len(lefts) == 1 and not lefts[0][0].is_unknown:
        lefts = [(answer.outstanding, lefts[0][1])]  # its parts may have reached more than it says
    told: list[tuple[Any, str]] = [
        (left, language.bracketed(amount(left, unit, language), [_by(word, language)]))
        for left, word in lefts
        if not left.is_unknown
    ]
    told.sort(key=lambda each: each[0].low)
    if told and all(left.low == left.high for left, _ in told) and told[0][0].low != told[-1][0].low:
        told = [(None, language.say("between {low} and {high}", low=told[0][1], high=told[-1][1]))]
    yield from (language.labelled("outstanding", left) for _, left in told)


def _by(word: Claim | Commitment | Initiative, language: Language) -> str:
    """Who gives a figure, as it stands behind the figure."""
    return according_to(word.speaker, language) if isinstance(word, Claim) else word_of(word, language)


@wording.register(Fulfilment)
def fulfilment_in_words(thing: Fulfilment[Any], language: Language) -> str:
    return language.pair(thing.id, language.clauses(_became(thing, language)))


def _became(answer: Fulfilment[Any], language: Language) -> Iterator[str]:
    """What has become of a promise: every account of it, and what is outstanding by whose account."""
    yield language.labelled("promised", worded(answer.promised, language))
    yield from (worded(account, language) for account in (*answer.accounts, *answer.forecasts))
    yield from (language.labelled("overtaken", worded(account, language)) for account in answer.stale)
    for label, claims in (
        (language.say("superseded"), answer.superseded),
        (language.say("retracted"), answer.retracted),
        (language.say("not counted here"), answer.listed),
    ):
        yield from (language.pair(label, statement(claim, language)) for claim in claims)
    if answer.disputed:
        yield language.say("these accounts contradict each other")
    if answer.stage is Stage.DELIVERED:
        yield from outstanding(answer, language)


@wording.register
def funding_in_words(thing: Funding, language: Language) -> str:
    return language.pair(thing.id, language.clauses(money(thing, language)) or language.say("nothing recorded"))


def money(answer: Funding, language: Language) -> Iterator[str]:
    """What was given towards an initiative, currency by currency, and by whom."""
    pledged = [worded(answer.at(Stage.PLEDGED, currency=currency), language) for currency in answer.currencies]
    if answer.contributions:
        told = pledged or [language.say("undisclosed")]
        yield from (language.pair(worded(Stage.PLEDGED, language), each) for each in told)
        funders = parties(answer.funders, language) if answer.funders else language.say("donor not stated")
        yield language.labelled("funders", funders)
    if answer.undisclosed:
        number = language.number(answer.undisclosed)
        yield language.labelled("contributions of undisclosed value", number)
    if answer.goods:
        yield language.labelled("contributions of goods", language.number(len(answer.goods)))


@wording.register
def standing_in_words(thing: Standing, language: Language) -> str:
    return language.clauses(held(position, language) for position in thing.positions)


@wording.register
def standings_in_words(thing: Standings, language: Language) -> str:
    told = language.clauses(worded(standing, language) for standing in thing.holders)
    return told or language.say("nothing recorded")


@wording.register
def total_in_words(thing: Total, language: Language) -> str:
    counted = [language.count("record", "commitment", thing.commitments)]
    if thing.undisclosed:
        counted.append(language.labelled("of undisclosed value", language.number(thing.undisclosed)))
    if thing.goods:
        counted.append(language.labelled("bought with it", worded(thing.bought, language)))
    return language.bracketed(summed(thing, language), counted)


def summed(total: Total, language: Language) -> str:
    """What is known of the sum; where every part is undisclosed, "at least nothing" would say too much."""
    if total.undisclosed and total.undisclosed == total.commitments:
        return language.say("undisclosed")
    return worded(total.value, language)


@wording.register
def totals_in_words(thing: Totals, language: Language) -> str:
    if not thing:
        return language.say("nothing recorded")
    rows = [(joined(thing, key, language), worded(total, language)) for key, total in thing.items()]
    if len(rows) > 1:
        rows.append((language.say("grand total"), worded(thing.whole, language)))
    return language.clauses(language.pair(key, told) if key else told for key, told in rows)


@wording.register
def dispute_in_words(thing: Dispute, language: Language) -> str:
    accounts = [
        statement(record, language) if isinstance(record, Claim) else announced(record, language)
        for record in (thing.earlier, thing.later)
    ]
    told = language.clauses([*accounts, language.say("these accounts contradict each other")])
    return language.pair(thing.about, told)


@wording.register
def event_in_words(thing: Event, language: Language) -> str:
    day = language.say("date not stated") if thing.day is None else worded(thing.day, language)
    return language.clauses([language.pair(day, worded(thing.kind, language)), worded(thing.record, language)])


@wording.register
def evidence_in_words(thing: Evidence, language: Language) -> str:
    sources = language.clauses(worded(source, language) for source in thing.sources) or language.say("no source")
    return language.pair(thing.record.id, sources)


@wording.register
def overdue_in_words(thing: Overdue, language: Language) -> str:
    late = language.labelled("overdue", worded(thing.commitment, language))
    if thing.is_unreported:
        return language.clauses([late, language.say("nobody has said what became of it")])
    return language.clauses([late, *(worded(account, language) for account in thing.according_to)])


@wording.register
def arrival_in_words(thing: Arrival, language: Language) -> str:
    record = thing.record
    said = statement(record, language) if isinstance(record, Claim) else announced(record, language)
    return language.clauses([said, *_late(thing, language)])


@wording.register
def delay_in_words(thing: Delay, language: Language) -> str:
    told = [worded(thing.commitment, language), *_late(thing, language)]
    told += [] if thing.is_delivered else [language.say("not all of it has arrived")]
    return language.clauses([*told, *(worded(arrival, language) for arrival in thing.arrivals)])


def _late(thing: Arrival | Delay, language: Language) -> Iterator[str]:
    if not thing.days.is_unknown:
        yield language.labelled("days after the due date", worded(thing.days, language))


@wording.register
def valuation_in_words(thing: Valuation, language: Language) -> str:
    basis = [] if thing.basis is None else [worded(thing.basis, language)]
    return language.bracketed(worded(thing.value, language), basis)
