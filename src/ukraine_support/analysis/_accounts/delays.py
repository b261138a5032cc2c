"""How late promises with a due day arrived, part by part."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeAlias, final

import attrs

from ..._errors import WrongTypeError
from ..._model.base.advice import an_instance
from ..._model.claims import Claim, only_objects
from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.period import Period, a_day_or_none
from ..._model.values.stages import Stage
from ..._tabular import ShownTuple
from .._known import known, said_on
from .._promises.claimed import reaches_nothing
from .._promises.withdrawals import is_all
from .answers import TOLERANCE, Answers, rounding
from .overdue import is_difference, is_due, undelivered


@final
@attrs.frozen(kw_only=True)
class Arrival:
    """What somebody says has arrived, and how late that was.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> loan = FinancialCommitment(id="loan", stage="disbursed", announced="2024-03-05", due="2024-03-01")
        >>> delay, = delays(Ledger(commitments=[loan]), as_of="2024-12-31")
        >>> delay.arrivals[0].days
        exactly(4)
    """

    record: Claim | Commitment
    """The claim, with its figure, its speaker and its sources; or what was announced as delivered."""
    days: Estimate[int]
    """How many days after the due day, below zero where before; what is said up to a day came on it at the latest."""


@final
@attrs.frozen(kw_only=True)
class Delay:
    """How late a promise with a due day was kept.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> loan = FinancialCommitment(id="loan", stage="pledged", announced="2024-01-01", due="2024-03-01")
        >>> delay, = delays(Ledger(commitments=[loan]), as_of="2024-03-11")
        >>> delay.is_delivered, delay.days
        (False, at_least(10))
    """

    commitment: Commitment
    """The promise."""
    arrivals: tuple[Arrival, ...]
    """What was announced as delivered, then what is said to have arrived, in the order in which it was said."""
    is_delivered: bool
    """Whether everybody who speaks of it says that all of it has arrived."""
    days: Estimate[int]
    """How late the last of it came; of what has not all come, at least so many days; unknown where neither is told."""


def delays(ledger: Ledger, *, as_of: date | str, tolerance: Decimal = TOLERANCE) -> tuple[Delay, ...]:
    """How late promises arrived: of each that has a due day of its own, every part that is said to have arrived.

    An arrival is dated by the period for which it is told (`during`). Else it came between the announcement of the
    promise and the day on which it was said. What is withdrawn or replaced is left out, forecasts and claims that were
    taken back too.

    Args:
        ledger: The records.
        as_of: The day asked about.
        tolerance: How far a rounded figure may be off, when accounts are compared.

    Raises:
        InvalidValueError: The day is no `date`, or the tolerance is not from 0 to below 1.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> loan = FinancialCommitment(id="loan", stage="pledged", due="2024-03-01", announced="2024-01-01")
        >>> paid = Claim(id="paid", about="loan", stage="disbursed", during=["2024-03-05"], said="2024-04-01")
        >>> delay, = delays(Ledger(commitments=[loan], claims=[paid]), as_of="2024-12-31")
        >>> delay.is_delivered, delay.days
        (True, exactly(4))
    """
    an_instance(ledger, Ledger, "delays.ledger")
    day = a_day_or_none(as_of, "delays")
    if day is None:
        raise WrongTypeError("delays", "None is no day", "pass the day asked about, such as date(2024, 3, 2)")
    answers = Answers(ledger, day, rounding(tolerance, "delays"))
    return ShownTuple(_delay(answers, one, due, day) for one, due in _promised(answers, day))


def _promised(answers: Answers, day: date) -> Iterator[tuple[Commitment, Period]]:
    """The promises that stand and have a due day, each told by the record that counts."""
    ledger, seen = answers.ledger, set()
    for one in known(ledger, ledger.commitments.values(), day):
        promise = answers.promises.promise_of(one.id)
        if one.due is None or promise in seen or is_difference(one):
            continue
        told = {id: due for id in promise.standing if (due := ledger.commitments[id].due) is not None}
        if not told or not is_due(answers, next(iter(told))):
            continue
        seen.add(promise)
        chosen = promise.preferred(told)[0]
        yield ledger.commitments[chosen], told[chosen]


def _delay(answers: Answers, promise: Commitment, due: Period, day: date) -> Delay:
    said = _said(answers, promise)
    arrivals = tuple(Arrival(record=record, days=_late(_when(record, promise), due)) for record in said)
    is_delivered = not undelivered(answers, promise)
    days: Estimate[int] = UNKNOWN
    if is_delivered and arrivals:
        days = max((arrival.days for arrival in arrivals[: _number_of_all(answers.ledger, said)]), key=_latest)
    elif not is_delivered and due.definitely_before(day):
        days = _late((day, None), due)
    return Delay(commitment=promise, arrivals=arrivals, is_delivered=is_delivered, days=days)


def _number_of_all(ledger: Ledger, said: list[Claim | Commitment]) -> int:
    """How many of them it takes until all has arrived: what repeats that later tells no later day."""
    if isinstance(said[0], Commitment):
        return 1
    rest = iter([record for record in said if isinstance(record, Claim)])
    is_all(ledger, rest)  # it looks no further than to the one that makes it all
    return max(len(said) - len(list(rest)), 1)


def _said(answers: Answers, promise: Commitment) -> list[Claim | Commitment]:
    """What was announced as delivered, then what is said to have arrived, in order."""
    found: list[Claim | Commitment] = []
    for id in answers.promises.promise_of(promise.id).tellings:
        if answers.ledger.commitments[id].stage.has_reached(Stage.DELIVERED):
            found.append(answers.ledger.commitments[id])
        for claim in answers.promises.retractions.standing(id):
            says_nothing = claim.forecast or only_objects(claim) or reaches_nothing(claim)
            if claim.stage.has_reached(Stage.DELIVERED) and not says_nothing:
                found.append(claim)
    return sorted(found, key=lambda one: (isinstance(one, Claim), said_on(answers.ledger, one), one.id))


Days: TypeAlias = tuple[date | None, date | None]
"""The first and the last day on which something can have been; None where that is open."""


def _when(record: Claim | Commitment, promise: Commitment) -> Days:
    """When something arrived: in the periods for which it is told, else up to the day on which it was said."""
    said = record.said if isinstance(record, Claim) else record.announced
    if isinstance(record, Commitment):
        return (None, None) if said is None else (said.earliest, said.latest)
    begun = None if promise.announced is None else promise.announced.earliest
    starts = [period.earliest for period in record.during] or [begun]
    ends = [period.latest for period in record.during if period.latest is not None]
    last = None if said is None else said.latest
    if ends and len(ends) == len(record.during):
        last = max(ends) if last is None else min(max(ends), last)
    first = None if None in starts else min(start for start in starts if start is not None)
    if first is not None and last is not None and first > last:
        first = last
    return first, last


def _late(when: Days, due: Period) -> Estimate[int]:
    """How many days something came after it was due."""
    first, last = when
    low = None if first is None or due.latest is None else (first - due.latest).days
    high = None if last is None or due.earliest is None else (last - due.earliest).days
    return Estimate.of_ends(low, high)


def _latest(days: Estimate[int]) -> tuple[bool, int, int]:
    """What is latest, by its high end."""
    return days.high is None, days.high or 0, days.low or 0
