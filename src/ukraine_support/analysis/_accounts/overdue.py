"""What is late, and according to whom."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, final

import attrs

from ..._errors import WrongTypeError
from ..._model.base.advice import an_instance
from ..._model.commitments import Commitment, Relation
from ..._model.ledger import Ledger
from ..._model.values.period import a_day_or_none
from ..._model.values.stages import Stage
from ..._tabular import ShownTuple
from .._known import known
from .._promises.claimed import QUANTITY, VALUE, is_of_all
from .._promises.tellings import Promise
from .answers import TOLERANCE, Answers, rounding
from .fulfilment import Account, Fulfilment
from .history import stages
from .statements import Asked


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
    """Its fulfilment line by line, as the sum of its lines, or by value: those that are not delivered."""

    @property
    def according_to(self) -> tuple[Account[Any], ...]:
        """The accounts that say that less than the promise was delivered."""
        return tuple(account for answer in self.answers for account in answer.accounts if _is_short(account, answer))

    @property
    def is_unreported(self) -> bool:
        """Whether nobody has given an account of it."""
        return not any(answer.accounts for answer in self.answers)


def overdue(ledger: Ledger, *, as_of: date | str, tolerance: Decimal = TOLERANCE) -> tuple[Overdue, ...]:
    """The commitments whose due day has passed and that are not delivered, and according to whom.

    Whatever is pledged at least and has a due day of its own can be overdue, parts too, unless it was replaced,
    restated, withdrawn, or delivered under another telling. A whole and its part with the same due day are listed once.
    A due day that is only approximate has never definitely passed. If anybody claims a quantity, quantities decide
    whether it was delivered, otherwise money does. It is not overdue if everybody who speaks of it says that all of it
    was delivered.

    Args:
        ledger: The records.
        as_of: The day asked about.
        tolerance: How far a rounded figure may be off, when accounts are compared.

    Raises:
        InvalidValueError: The day is no `date`, or the tolerance is not from 0 to below 1.
    """
    an_instance(ledger, Ledger, "overdue.ledger")
    day = a_day_or_none(as_of, "overdue")
    if day is None:
        raise WrongTypeError("overdue", "None is no day", "pass the day asked about, such as date(2024, 3, 2)")
    answers = Answers(ledger, day, rounding(tolerance, "overdue"))
    found: dict[str, Overdue] = {}
    for commitment in _passed(answers, day):
        still_open = undelivered(answers, commitment)
        if still_open:
            found[commitment.id] = Overdue(commitment=commitment, answers=still_open)
    with_whole = set(_beside_a_whole(answers, found))
    return ShownTuple(late for id, late in found.items() if id not in with_whole)


def _passed(answers: Answers, as_of: date) -> Iterator[Commitment]:
    """The promises whose day has passed: of the tellings of one, those that no other counts instead of."""
    promises, ledger = answers.promises, answers.ledger
    late = {
        commitment.id: commitment
        for commitment in known(ledger, ledger.commitments.values(), as_of)
        if commitment.due is not None and commitment.due.definitely_before(as_of)
    }
    by_promise: dict[Promise, list[str]] = {}
    for id in late:
        by_promise.setdefault(promises.promise_of(id), []).append(id)
    for promise, ids in by_promise.items():
        standing = [id for id in ids if id in promise.standing and not is_difference(late[id])]
        if standing and is_due(answers, standing[0]):
            delivered = [id for id in promise.standing if _is_delivered(ledger.commitments[id])]
            elsewhere = {id for id in standing if any(other != id for other in delivered[:2])}
            yield from (late[id] for id in sorted(promise.preferred(standing)) if id not in elsewhere)


def _is_delivered(commitment: Commitment) -> bool:
    return commitment.stage.has_reached(Stage.DELIVERED) and not is_difference(commitment)


def is_difference(commitment: Commitment) -> bool:
    """Whether it is no promise of its own, but corrects one by a difference."""
    return commitment.correction and any(link.relation is Relation.CORRECTS for link in commitment.links)


def is_due(answers: Answers, id: str) -> bool:
    """Whether the promise stands, and is pledged at least."""
    promises = answers.promises
    if promises.is_withdrawn(id) or answers.is_replaced(id):
        return False
    tellings = promises.promise_of(id).tellings
    return any(stage.has_reached(Stage.PLEDGED) for telling in tellings for stage in stages(promises, telling))


def undelivered(answers: Answers, commitment: Commitment) -> tuple[Fulfilment[Any], ...]:
    """What is not delivered: by quantities where anybody claims one, else by money where anybody does."""
    number = len(commitment.lines)
    by_line = [_of(answers, Asked(commitment.id, QUANTITY, at, Stage.DELIVERED)) for at in range(number)]
    is_summed = number > 1 and len({line.unit for line in commitment.lines}) == 1
    summed = _of(answers, Asked(commitment.id, QUANTITY, None, Stage.DELIVERED)) if is_summed else None
    value = _of(answers, Asked(commitment.id, VALUE, None, Stage.DELIVERED))
    counted = [answer for answer in by_line if answer.accounts or _has_begun(answer)]
    if summed is not None and summed.accounts:
        counted.append(summed)
    if not counted and (not by_line or value.accounts or _has_begun(value)):
        counted = by_line = [value]
    elif summed is not None and summed.accounts:
        by_line = counted
    return tuple(answer for answer in by_line if _is_open(answer))


def _of(answers: Answers, asked: Asked) -> Fulfilment[Any]:
    return answers.answer(asked).fulfilment


def _has_begun(answer: Fulfilment[Any]) -> bool:
    """Whether parts of it have reached anything, though nobody gives an account of the whole."""
    return not answer.accounts and answer.delivered.low is not None


def _is_open(answer: Fulfilment[Any]) -> bool:
    """Whether something of it is not delivered, according to somebody or for want of any account."""
    if answer.accounts:
        return any(_is_short(account, answer) for account in answer.accounts)
    return not _is_all(answer.delivered.low, answer)


def _is_all(reached: Any, answer: Fulfilment[Any]) -> bool:
    promised = answer.promised.low if answer.promised.high is None else answer.promised.high
    return reached is not None and promised is not None and bool(reached >= promised)


def _is_short(account: Account[Any], answer: Fulfilment[Any]) -> bool:
    """Whether the account leaves room for a part that is not delivered; all of it leaves none, however much that is."""
    if account.amount == answer.promised and all(map(is_of_all, account.claims)):
        return False
    low = answer.delivered.low if len(answer.accounts) == 1 else account.amount.low
    if not answer.promised.is_unknown:
        return not _is_all(low, answer)
    if account.amount.is_unknown:
        return account.share.low is None or account.share.low < 1
    increments_only = account.announced is None and all(claim.increment for claim in account.claims)
    return low is None or increments_only or not low > low * 0


def _beside_a_whole(answers: Answers, late: dict[str, Overdue]) -> Iterator[str]:
    """The parts of which a whole with the same due day is listed as well."""
    days: dict[Promise, dict[str, date | None]] = {}
    for id, each in late.items():
        due = each.commitment.due
        days.setdefault(answers.promises.promise_of(id), {})[id] = None if due is None else due.latest
    parts = _by_whole(days)
    pending = [(top, True) for top in parts.pop(None, [])]
    above: Counter[date | None] = Counter()
    while pending:
        promise, is_entered = pending.pop()
        own = days.get(promise, {})
        if is_entered:
            yield from (id for id, day in own.items() if above[day])
            pending.append((promise, False))
            pending += [(part, True) for part in parts.get(promise, ())]
        for day in own.values():
            above[day] += 1 if is_entered else -1


def _by_whole(late: Iterable[Promise]) -> dict[Promise | None, list[Promise]]:
    """What is late, with all that it is part of, by what it is part of first; None stands above all."""
    found: dict[Promise | None, list[Promise]] = {}
    seen, pending = set(late), list(late)
    while pending:
        promise = pending.pop()
        whole = promise.wholes[0] if promise.wholes else None
        found.setdefault(whole, []).append(promise)
        if whole is not None and whole not in seen:
            seen.add(whole)
            pending.append(whole)
    return found
