"""Accounts: what each party spoken for says has been reached."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from ..._exact import FRACTION_DIGITS, rounded
from ..._model.claims import Claim
from ..._model.commitments import Commitment, Initiative
from ..._model.values.estimate import UNKNOWN, Estimate, spanning
from ..._model.values.stages import Stage
from .._promises.claimed import Figure, Measure, Said, at_least_so
from .fulfilment import Account
from .party_totals import Spans, Sum, raise_to, sums


@attrs.frozen
class Told:
    """An account before it is given out: with what tells which others it can contradict."""

    parts: tuple[Said, ...]
    """What it is made of, in the order in which it was said."""
    figure: Figure
    spans: Spans | None
    """The periods that it is for; None for all up to its day."""
    is_own: bool = True
    """Whether it is of the stage asked about; one of a further stage says at least so much, and is never too low."""

    @property
    def day(self) -> date:
        """The day of the latest part."""
        return self.parts[-1].day

    @property
    def voice(self) -> Hashable:
        """Whose account it is."""
        return self.parts[0].voice

    @property
    def word(self) -> Claim | Commitment | Initiative:
        """What was said last of it: a claim, else the announcement."""
        return next((part.record for part in self.parts[::-1] if part.claim is not None), self.parts[-1].record)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims among its parts."""
        return tuple(part.claim for part in self.parts if part.claim is not None)


def tell(said: Iterable[Said], stage: Stage) -> tuple[list[Told], list[Said], list[Said]]:
    """What each party says has reached a stage; what its own later words supersede; and what adds nothing to it."""
    by_party: dict[Hashable, dict[Stage, list[Said]]] = {}
    for each in said:
        by_party.setdefault((each.voice, each.of), {}).setdefault(each.record.stage, []).append(each)
    told: list[Told] = []
    superseded: list[Said] = []
    idle: list[Said] = []
    for stages in by_party.values():
        sums_at: list[tuple[Stage, list[Sum]]] = []
        for at in sorted(stages, key=list(Stage).index):
            found, earlier = sums(stages[at])
            sums_at.append((at, found))
            superseded += earlier
        (nearest, own), *further = sums_at
        is_own = nearest is stage
        accounts = [Told(each.parts, each.figure if is_own else _so_far(each), each.spans, is_own) for each in own]
        for _, alternatives in further:
            raised = [_raised(each, alternatives) for each in accounts]
            if raised == accounts:
                idle += [part for each in alternatives for part in each.parts]
            accounts = raised
        told += accounts
    return told, superseded, idle


def _so_far(total: Sum) -> Figure:
    """What went further went at least so far; all of it is all there is."""
    return total.figure if all(part.is_all for part in total.parts) else total.figure.changed(at_least_so)


def _raised(account: Told, further: Sequence[Sum]) -> Told:
    """The account, where a further stage is said to have been reached by more: then that much at least."""
    floors = [spanning([getattr(each.figure, name) for each in further]) for name in ("amount", "share")]
    figure = Figure(raise_to(account.figure.amount, floors[0]), raise_to(account.figure.share, floors[1]))
    if figure == account.figure:
        return account
    parts = [*account.parts, *(part for each in further for part in each.parts if part not in account.parts)]
    return Told(tuple(sorted(parts, key=lambda part: part.day)), figure, account.spans, account.is_own)


def account_of(told: Told, promised: Estimate[Any], measure: Measure) -> Account[Any]:
    """The account as it is given out."""
    amount = told.figure.amount
    share = told.figure.share if amount.is_unknown else ratio_of(amount, promised, measure)
    announced = [part.record for part in told.parts if not isinstance(part.record, Claim)]
    return Account(
        claims=told.claims,
        announced=announced[-1] if announced else None,
        amount=amount,
        share=share,
        day=told.day,
    )


def ratio_of(part: Estimate[Any], whole: Estimate[Any], measure: Measure) -> Estimate[Decimal]:
    """Which part of the whole it is, within bounds, to 18 digits after the point."""

    def end(above: Any, below: Any) -> Decimal | None:
        return None if above is None or _is_nothing(below) else rounded(measure.ratio(above, below), FRACTION_DIGITS)

    low, high = end(part.low, whole.high), end(part.high, whole.low)
    if (low is None and high is None) or any(found is not None and found < 0 for found in (low, high)):
        return UNKNOWN  # less than nothing, as of a correction, is no part of something
    return Estimate(low, high, part.is_approximate or whole.is_approximate)


def _is_nothing(end: Any) -> bool:
    """Whether nothing is part of it: an end that is open, zero, or below zero as in a correction."""
    return end is None or not end > end * 0
