"""What is left of what a record states, after what was taken back of it in part (rule 11 of what counts)."""

from typing import Any

import attrs

from ..._model.claims import Claim
from ..._model.commitments import Commitment
from ..._model.values.estimate import UNKNOWN, Estimate, about
from ..._model.values.money import Money
from .._worth.valuation import PriceBook, value_of_line, worths
from .claimed import part_of
from .withdrawals import Withdrawal, comparable


def worths_left(record: Commitment, withdrawal: Withdrawal, prices: PriceBook | None) -> tuple[Estimate[Money], ...]:
    """What a record is worth, part by part and each in its own currency."""
    if not withdrawal.voices:
        return worths(record, prices)
    if not record.lines or not record.value.is_unknown:
        return (withdrawal.left(record.value, lambda claim: _of_value(claim, record)),)
    day = None if record.announced is None else record.announced.latest
    found = []
    for at, line in enumerate(record.lines):
        if not line.value.is_unknown:
            found.append(value_left(record, at, withdrawal))
            continue
        quantity = quantity_left(record, at, withdrawal)
        if quantity.high is None or quantity.high > 0:
            low = None if quantity.low == 0 else quantity.low
            left = attrs.evolve(line, quantity=Estimate(low, quantity.high, quantity.is_approximate))
            found.append(value_of_line(left, prices=prices, on=day).value)
    return tuple(found)


def value_left(record: Commitment, at: int, withdrawal: Withdrawal) -> Estimate[Money]:
    """What is left of the value of one line."""
    whole = record.lines[at].value
    return withdrawal.left(whole, lambda claim: _of_line(claim, record, at, claim.value, whole), line=at)


def quantity_left(record: Commitment, at: int, withdrawal: Withdrawal) -> Estimate[Any]:
    """What is left of the quantity of one line."""
    whole = record.lines[at].quantity
    return withdrawal.left(whole, lambda claim: _of_line(claim, record, at, claim.quantity, whole), line=at)


def _of_value(claim: Claim, record: Commitment) -> Estimate[Any]:
    """What a claim takes back of the value of the whole; unknown where it does not say."""
    if not claim.value.is_unknown:
        return _in_currency_of(record.value, claim.value)
    if claim.line is None or len(record.lines) == 1:
        return part_of(claim.share, record.value)
    if claim.about != record.id:
        return UNKNOWN
    at: Any = claim.line  # a position, see `Voice`
    return _in_currency_of(record.value, _of_line(claim, record, at, claim.value, record.lines[at].value))


def _of_line(claim: Claim, record: Commitment, at: int, stated: Estimate[Any], whole: Estimate[Any]) -> Estimate[Any]:
    """What a claim takes back of one line; unknown where it does not say."""
    is_of_line = len(record.lines) == 1 or (claim.line == at and claim.about == record.id)
    if claim.of:
        return UNKNOWN
    if not stated.is_unknown:
        return _in_currency_of(whole, stated) if is_of_line else UNKNOWN
    if not claim.share.is_unknown:
        taken = part_of(claim.share, whole)
        return taken if is_of_line or claim.share.high in (0, 1) or taken.is_unknown else about(taken)
    is_bare = claim.quantity.is_unknown and claim.value.is_unknown and not claim.increment
    return whole if is_bare and is_of_line else UNKNOWN


def _in_currency_of(whole: Estimate[Any], part: Estimate[Any]) -> Estimate[Any]:
    ends = (whole.lowest_known, part.lowest_known)
    return part if comparable(*ends) else UNKNOWN
