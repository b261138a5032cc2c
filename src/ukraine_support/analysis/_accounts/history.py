"""How far a promise has come, and what was said of it in order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, final, overload

import attrs

from ..._model.base.advice import an_instance, is_iterable
from ..._model.base.vocabulary import Vocabulary
from ..._model.claims import Claim, only_objects
from ..._model.commitments import Commitment, Initiative, Relation
from ..._model.ledger import Ledger
from ..._model.values.period import a_day_or_none
from ..._model.values.stages import Stage
from ..._tabular import ShortTable, Shown, table_of
from .._known import as_known, known, subject
from .._promises.claimed import reaches_nothing
from .._promises.promises import Promises


def stage_of(ledger: Ledger, id: str, *, as_of: date | str | None = None) -> Stage:
    """The furthest stage that a commitment or initiative, or a part of it, is reported to have reached.

    That is the stage at which it, or another telling of it, was announced, or a later one that somebody claims;
    forecasts do not count, nor does what was taken back, or a figure of zero. It is withdrawn when its donors say so
    last. According to whom, `history` tells.

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
    subject(ledger, id, as_of, "stage_of")
    promises, found = Promises(ledger, a_day_or_none(as_of, "stage_of")), [Stage.PROPOSED]
    if promises.is_withdrawn(id):
        return Stage.WITHDRAWN
    pending, seen = [id], {id}
    while pending:
        about = pending.pop()
        if about not in ledger.commitments:
            found += stages(promises, about)
            continue
        for telling in promises.promise_of(about).tellings:
            found += stages(promises, telling)
        parts = [part for part in promises.parts(about) if part not in seen]
        seen.update(parts)
        pending += parts
    return max(found)


def stages(promises: Promises, id: str) -> Iterator[Stage]:
    """The stages that a record, or a claim about it, says to be reached."""
    record: Any = promises.ledger[id]
    if record.stage is not Stage.WITHDRAWN:
        yield record.stage
    for claim in promises.retractions.standing(id):
        says_nothing = claim.forecast or only_objects(claim) or reaches_nothing(claim)
        if claim.stage is not Stage.WITHDRAWN and not says_nothing:
            yield claim.stage


class EventKind(Vocabulary):
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
    promise: Commitment | Initiative
    """The promise that it is about, as it was known on the day asked about."""


@final
@attrs.frozen
class History(Sequence[Event], Shown):
    """What was promised and what was said of it, in order: an immutable sequence of events.

    Examples:
        >>> len(History(()))
        0
    """

    events: tuple[Event, ...]
    """The events, the earliest first."""
    as_of: date | None = attrs.field(default=None, kw_only=True, eq=False)
    """The day asked about; None for all that the ledger holds. Two histories are compared by their events alone."""

    def _short_table(self) -> ShortTable:
        return table_of(self.events, len(self.events))

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, at: int | slice) -> Event | tuple[Event, ...]:
        return self.events[at]

    def __len__(self) -> int:
        return len(self.events)


def history(ledger: Ledger, about: str | Iterable[str] | None = None, *, as_of: date | str | None = None) -> History:
    """Promises, their restatements and the claims of their progress, in order.

    A claim of the stage at which a promise was announced, or of an earlier one, restates it; so does a commitment that
    corrects, replaces or repeats it. Each record stands once: one that restates another promise asked about stands as
    the promise that it is. What carries no date comes first; of one day, promises come first.

    Args:
        ledger: The records.
        about: The id of a commitment or an initiative, or several; None for all that were known on the day.
        as_of: The day asked about; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
    """
    an_instance(ledger, Ledger, "history.ledger")
    day = a_day_or_none(as_of, "history")
    if about is None:
        promises: Iterable[Any] = known(ledger, (*ledger.initiatives.values(), *ledger.commitments.values()), day)
    else:
        ids: Iterable[Any] = about if not isinstance(about, str) and is_iterable(about) else [about]
        promises = [subject(ledger, id, day, "history") for id in ids]
    asked = {promise.id: as_known(ledger, promise, day) for promise in promises}
    found = {id: (EventKind.PROMISE, promise, promise) for id, promise in asked.items()}
    for id, promise in asked.items():
        for other in known(ledger, ledger.links_to(id), day):
            if _restates(other, id):
                found.setdefault(other.id, (EventKind.RESTATEMENT, other, promise))
        for claim in known(ledger, ledger.claims_about(id), day):
            found.setdefault(claim.id, (_kind(claim, promise), claim, promise))
    events = [
        Event(day=ledger.dated(id), kind=kind, record=record, promise=promise)
        for id, (kind, record, promise) in found.items()
    ]
    events.sort(key=lambda event: (event.day or date.min, event.kind is not EventKind.PROMISE, event.record.id))
    return History(tuple(events), as_of=day)


def _restates(other: Commitment, id: str) -> bool:
    restating = (Relation.CORRECTS, Relation.REPLACES, Relation.SAME_AS)
    return any(link.to == id and link.relation in restating for link in other.links)


def _kind(claim: Claim, promise: Commitment | Initiative) -> EventKind:
    if claim.forecast:
        return EventKind.FORECAST
    return EventKind.RESTATEMENT if promise.stage.has_reached(claim.stage) else EventKind.CLAIM
