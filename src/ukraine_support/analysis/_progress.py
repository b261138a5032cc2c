"""How far a promise has come, what was said of it in order, and what is late."""

from datetime import date
from enum import Enum
from typing import Any, final

import attrs

from .._errors import WrongTypeError
from .._model.claims import Claim
from .._model.commitments import Commitment, Initiative, Relation
from .._model.ledger import Ledger
from .._model.stages import Stage
from ._accounts import Account
from ._fulfilment import Fulfilment, fulfilment, fulfilment_of_value
from ._known import check_day, known, said_on, subject


def stage_of(ledger: Ledger, id: str, *, as_of: date | None = None) -> Stage:
    """The furthest stage that a commitment or initiative, or a part of it, is reported to have reached.

    That is the stage at which it was announced or a later one that somebody claims; forecasts do not count. It is
    withdrawn when that is the latest that was said of it. According to whom, `history` tells.

    Args:
        ledger: The records.
        id: A commitment or an initiative.
        as_of: The day asked about; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> loan = FinancialCommitment(id="loan", stage="committed")
        >>> stage_of(Ledger(commitments=[loan], claims=[Claim(id="paid", about="loan", stage="disbursed")]), "loan")
        <Stage.DELIVERED: 'delivered'>
    """
    found = subject(ledger, id, as_of, "stage_of")
    reported = [claim for claim in known(ledger, ledger.claims_about(id), as_of) if not claim.forecast]
    reported.sort(key=lambda claim: said_on(ledger, claim))
    stages = [found.stage, *(claim.stage for claim in reported)]
    if stages[-1] is Stage.WITHDRAWN:
        return Stage.WITHDRAWN
    return max(stage for stage in stages if stage is not Stage.WITHDRAWN)


class EventKind(Enum):
    """What an event in the history of a promise is.

    Examples:
        >>> EventKind("restatement")
        <EventKind.RESTATEMENT: 'restatement'>
    """

    PROMISE = "promise"
    """The promise itself."""
    RESTATEMENT = "restatement"
    """Another telling of it, or a correction."""
    FORECAST = "forecast"
    """What a speaker expects."""
    CLAIM = "claim"
    """What a speaker says has happened."""


@final
@attrs.frozen(kw_only=True)
class Event:
    """One entry in the history of a promise.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> ledger = Ledger(commitments=[FinancialCommitment(id="loan", stage="pledged", announced="2024-02-26")])
        >>> [(event.day.isoformat(), event.kind.value) for event in history(ledger, "loan")]
        [('2024-02-26', 'promise')]
    """

    day: date | None
    """The last day on which it can have been said or announced, or that of its source; None where neither is known."""
    kind: EventKind
    """Whether it is the promise, another telling of it, a forecast, or a claim of progress."""
    record: Commitment | Initiative | Claim
    """The record itself, with its speaker and its sources."""


def history(ledger: Ledger, id: str, *, as_of: date | None = None) -> tuple[Event, ...]:
    """The promise, its restatements and the claims of its progress, in order.

    A claim of the stage at which the promise was announced, or of an earlier one, restates it; so does a commitment
    that corrects, replaces or repeats it. What carries no date comes first; of one day, the promise comes first.

    Args:
        ledger: The records.
        id: A commitment or an initiative.
        as_of: The day asked about; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
    """
    promise = subject(ledger, id, as_of, "history")
    records: list[Any] = [(EventKind.PROMISE, promise)]
    linked = known(ledger, ledger.links_to(id), as_of)
    records += ((EventKind.RESTATEMENT, other) for other in linked if _restates(other, id))
    records += ((_kind(claim, promise), claim) for claim in known(ledger, ledger.claims_about(id), as_of))
    events = [Event(day=ledger.dated(record.id), kind=kind, record=record) for kind, record in records]
    return tuple(
        sorted(events, key=lambda event: (event.day or date.min, event.kind is not EventKind.PROMISE, event.record.id))
    )


def _restates(other: Commitment, id: str) -> bool:
    restating = (Relation.CORRECTS, Relation.REPLACES, Relation.SAME_AS)
    return any(link.to == id and link.relation in restating for link in other.links)


def _kind(claim: Claim, promise: Commitment | Initiative) -> EventKind:
    if claim.forecast:
        return EventKind.FORECAST
    return EventKind.RESTATEMENT if promise.stage.has_reached(claim.stage) else EventKind.CLAIM


@final
@attrs.frozen(kw_only=True)
class Overdue:
    """A promise whose day has passed and that is not delivered, according to somebody or for want of any account.

    Examples:
        >>> from ukraine_support import Line, MilitaryCommitment, Munition
        >>> promise = MilitaryCommitment(id="shells", stage="pledged", due="2024-03-01", lines=[Line(Munition(), 10)])
        >>> [late.commitment.id for late in overdue(Ledger(commitments=[promise]), as_of=date(2024, 3, 2))]
        []
        >>> promise = attrs.evolve(promise, announced="2023-21")
        >>> [late.is_unreported for late in overdue(Ledger(commitments=[promise]), as_of=date(2024, 3, 2))]
        [True]
    """

    commitment: Commitment
    """The promise."""
    answers: tuple[Fulfilment[Any], ...]
    """Its fulfilment line by line, or by value where it has no lines: those that are not delivered."""

    @property
    def according_to(self) -> tuple[Account[Any], ...]:
        """The accounts that say that less than the promise was delivered."""
        return tuple(account for answer in self.answers for account in answer.accounts if _is_short(account, answer))

    @property
    def is_unreported(self) -> bool:
        """Whether nobody has given an account of it."""
        return not any(answer.accounts for answer in self.answers)


def overdue(ledger: Ledger, *, as_of: date) -> tuple[Overdue, ...]:
    """The commitments whose due day has passed and that are not delivered, and according to whom.

    A due day that is only approximate has never definitely passed. What everybody who speaks of it says to be delivered
    in full is not overdue, nor is what was withdrawn.

    Args:
        ledger: The records.
        as_of: The day asked about.

    Raises:
        InvalidValueError: The day is no `date`.
    """
    if as_of is None:
        raise WrongTypeError("overdue", "None is no day", "pass the day asked about, such as date(2024, 3, 2)")
    check_day(as_of, "overdue")
    passed = [
        commitment
        for commitment in known(ledger, ledger.commitments.values(), as_of)
        if commitment.due is not None and commitment.due.definitely_before(as_of)
    ]
    found = [
        Overdue(commitment=commitment, answers=_undelivered(ledger, commitment, as_of))
        for commitment in passed
        if stage_of(ledger, commitment.id, as_of=as_of) is not Stage.WITHDRAWN
    ]
    return tuple(late for late in found if late.answers)


def _undelivered(ledger: Ledger, commitment: Commitment, as_of: date) -> tuple[Fulfilment[Any], ...]:
    if commitment.stage.has_reached(Stage.DELIVERED):
        return ()
    if commitment.lines:
        lines = range(len(commitment.lines))
        answers: list[Fulfilment[Any]] = [fulfilment(ledger, commitment.id, line=at, as_of=as_of) for at in lines]
    else:
        answers = [fulfilment_of_value(ledger, commitment.id, as_of=as_of)]
    return tuple(
        answer
        for answer in answers
        if not answer.accounts or any(_is_short(account, answer) for account in answer.accounts)
    )


def _is_short(account: Account[Any], answer: Fulfilment[Any]) -> bool:
    """Whether the account leaves room for a part that is not delivered; one without a figure speaks of the whole."""
    low, promised = account.amount.low, answer.promised.high
    if account.amount.is_unknown or promised is None:
        return False
    return low is None or bool(low < promised)
