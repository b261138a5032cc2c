"""How much one commitment promises, after all that was said of it: in money, or as the number of a line."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from ..._exact import Number
from ..._model.commitments import Commitment
from ..._model.lines import positions
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Money
from .._worth.valuation import codes, sum_of
from .counting import AtStage
from .inclusion import Bearing, Inclusion
from .promises import Promises
from .remaining import quantity_left, value_left, worths_left
from .sizes import Figure, Sizes
from .withdrawals import NOTHING, Withdrawal, in_all


def promised_value(promises: Promises, id: str, line: int | None = None) -> Estimate[Money]:
    """The value that a commitment promises, or a line of it, in one currency.

    Its own value, else that of another telling; with its corrections by a difference, without what was taken back of
    it and of its parts, at least what its parts come to. What restates it is asked rather than it. What was taken back
    as a whole is what it was.
    """
    record = promises.ledger.commitments[promises.speaking(id)]
    if line is not None:
        withdrawal = promises.withdrawal_of(promises.promise_of(id))
        return in_all([value_left(record, at, withdrawal) for at in lines_in(promises, record, id, line)])
    if promises.is_untouched(record.id):
        values = worths_left(record, NOTHING, promises.prices)
        return _in_one(values, codes(values), record)
    values = worths_left(record, NOTHING, promises.prices)
    if len(values) == 1 and _is_settled(promises, record, values[0]):
        return values[0]
    at = promises.at(promises.tangle_of(id), promises.stage_asked(id))
    told = _told(at, record)
    stated = {code for one in told for code in codes(worths_left(at.tangle.records[one], NOTHING, promises.prices))}
    every = at.tangle.records.values()
    wanted: set[str] = stated or promises.remembered(
        (at, "currencies"),
        lambda: {code for one in every for code in codes(worths_left(one, NOTHING, promises.prices))},
    )
    if len(wanted) != 1:
        return UNKNOWN

    def amount(one: Commitment, withdrawal: Withdrawal) -> Figure | None:
        values = worths_left(one, withdrawal, promises.prices)
        return None if codes(values) - wanted else _in_one(values, wanted, one)

    sizes = promises.remembered((at, *wanted), lambda: Sizes(at, amount, promises.withdrawal_of))
    return _corrected(sizes, record, told, sizes.spanned(promises.promise_of(record.id), told))


def promised(promises: Promises, id: str, line: int | None = None) -> Estimate[Number]:
    """How many a commitment promises on a line, or on all lines of one unit; as `promised_value` says of money."""
    record = promises.ledger.commitments[promises.speaking(id)]
    if not record.lines:
        record = next((one for one in _others(promises, id) if one.lines), record)
    if line is None and len(record.lines) != 1:
        is_one_unit = len({one.unit for one in record.lines}) == 1
        return in_all([promised(promises, id, at) for at in range(len(record.lines))]) if is_one_unit else UNKNOWN
    found = [0] if line is None else lines_in(promises, record, id, line)
    if len(found) != 1:
        return in_all([promised(promises, record.id, at) for at in found])
    at_line = found[0]
    if promises.is_untouched(record.id):
        return record.lines[at_line].quantity
    asked = record.lines[at_line]
    if _is_settled(promises, record, asked.quantity):
        return asked.quantity
    first = _including(promises, record).first_like(at_line)

    def amount(one: Commitment, withdrawal: Withdrawal) -> Figure:
        counting = _by_first(promises, record, one)
        found = [quantity_left(one, at, withdrawal) for at in counting.get(first, ())]
        if one.correction and one.value.high is not None and one.value.high.amount < 0:
            return (in_all(found) * 0).or_less  # how many less is not said
        return in_all(found)

    def states(one: Commitment) -> bool:
        return first in _by_first(promises, record, one)

    def made() -> Sizes:
        tangle, stage = promises.tangle_of(id), promises.stage_asked(id)
        if len(record.lines) == 1 or promises.has_withdrawals(record.id):
            at = promises.asked(tangle, stage, states, lambda one: amount(one, NOTHING))
            return Sizes(at, amount, promises.withdrawal_of)
        tangle = promises.tangle_among(_bearing(promises, record).on(first))
        at = AtStage(tangle, stage, lambda _: False, states, lambda one: amount(one, NOTHING))
        return Sizes(at, amount, lambda _: NOTHING)

    key = promises.tangle_of(id), promises.stage_asked(id), asked.of, asked.unit
    sizes = promises.remembered(key, made)
    promise = sizes.at.tangle.promise_of[record.id]
    own = quantity_left(record, at_line, promises.withdrawal_of(promises.promise_of(record.id)))
    if not own.is_unknown:
        return _corrected(sizes, record, (record.id,), own)

    def of_all_alike() -> Estimate[Number]:
        told = _told(sizes.at, record)
        return _corrected(sizes, record, told, sizes.spanned(promise, told))

    return promises.remembered((*key, record.id), of_all_alike)


def lines_in(promises: Promises, record: Commitment, id: str, line: int) -> Sequence[int]:
    """Where a record has a line of another telling of the promise: of the same kinds, and among these of the same id.

    There may be several where the other has one line of such kinds, and none where it cannot be said which it is.
    """
    asked = promises.ledger.commitments[id]
    if record.id == id or len(asked.lines) == len(record.lines) == 1 or line >= len(asked.lines):
        return range(line, line + 1) if line < len(record.lines) else ()
    wanted, there = asked.lines[line], _including(promises, record)
    mine, others = _including(promises, asked).alike(wanted), there.alike(wanted)
    named = promises.remembered((record.id, "positions"), lambda: positions(record.lines))
    at = None if wanted.id is None else named.get(wanted.id)
    if at is not None and others and there.first_like(at) == others[0]:
        return range(at, at + 1)
    if len(mine) == len(others):
        same = others[bisect_left(mine, line)]
        return range(same, same + 1)
    return _by_first(promises, asked, record).get(line, ()) if len(mine) == 1 else ()


def is_divided(promises: Promises, record: Commitment, id: str, line: int) -> int | None:
    """The line of a record that another telling of the promise has in several, a line of that one among them."""
    found = _including(promises, record).alike(promises.ledger.commitments[id].lines[line])
    return found[0] if len(found) == 1 else None


def _including(promises: Promises, record: Commitment) -> Inclusion:
    return promises.remembered((record.id, "including"), lambda: Inclusion(record.lines))


def _by_first(promises: Promises, record: Commitment, other: Commitment) -> Mapping[int, Sequence[int]]:
    """By the first of the lines of a record that are of the same kinds, the lines of another that count these."""
    return promises.remembered((record.id, other.id), lambda: _including(promises, record).by_first(other.lines))


def _bearing(promises: Promises, record: Commitment) -> Bearing:
    """Which commitments bear on which line of a record."""
    tangle = promises.tangle_of(record.id)
    return promises.remembered(
        (record.id, "bearing"), lambda: Bearing(tangle, lambda other: _by_first(promises, record, other))
    )


def _others(promises: Promises, id: str) -> Iterable[Commitment]:
    return (promises.ledger.commitments[other] for other in promises.promise_of(id).standing)


def _is_settled(promises: Promises, record: Commitment, own: Figure) -> bool:
    """Whether nothing that hangs together with a record can change a figure of it: one value, and no word on it."""
    return (
        own.low is not None
        and own.low == own.high
        and not promises.promise_of(record.id).corrected_by
        and not promises.has_withdrawals(record.id)
    )


def _told(at: AtStage, record: Commitment) -> tuple[str, ...]:
    """The records whose figure holds: the one asked about, or others that state one where it does not."""
    return at.told_by(at.tangle.promise_of[record.id]) if at.figure(record).is_unknown else (record.id,)


def _corrected(sizes: Sizes, record: Commitment, told: tuple[str, ...], own: Figure) -> Estimate[Any]:
    found = sizes.kept(sizes.at.tangle.promise_of[record.id], own)
    if found.is_unknown or len(told) > 1:
        return found
    for difference in sizes.at.corrections({*told, record.id}):
        by = sizes.of(difference)
        if by is None:
            return UNKNOWN
        found = found + by
    return found


def _in_one(values: Sequence[Estimate[Money]], wanted: Collection[str], record: Commitment) -> Estimate[Money]:
    if len(values) == 1:
        return values[0]
    return sum_of(values, correction=record.correction) if len(wanted) == 1 else UNKNOWN
