"""Accounts: what each party spoken for says has been reached."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from ..._model.claims import Claim
from ..._model.commitments import Commitment, Initiative
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.stages import Stage
from .._promises.claimed import Figure, Said, span_of
from .fulfilment import Account
from .party_totals import PartyTotal, Spans, raise_to, sums


@attrs.frozen
class AccountParts:
    """An account before it is given out: with what tells which others it can contradict."""

    parts: tuple[Said, ...]
    """What it is made of, in the order in which it was said."""
    figure: Figure
    spans: Spans | None
    """The periods that it is for; None for all up to its day."""
    is_own: bool
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


def accounts_of(said: Iterable[Said], stage: Stage) -> tuple[list[AccountParts], list[Said], list[Said]]:
    """What each party says has reached a stage; what its own later words supersede; and what adds nothing to it."""
    by_party: dict[Hashable, dict[Stage, list[Said]]] = {}
    for each in said:
        by_party.setdefault((each.voice, each.of), {}).setdefault(each.record.stage, []).append(each)
    every: list[AccountParts] = []
    superseded: list[Said] = []
    without_effect: list[Said] = []
    for stages in by_party.values():
        sums_at: list[tuple[Stage, list[PartyTotal]]] = []
        for at in sorted(stages, key=list(Stage).index):
            found, earlier = sums(stages[at])
            sums_at.append((at, found))
            superseded += earlier
        (nearest, own), *further = sums_at
        is_own = nearest is stage
        accounts = [
            AccountParts(each.parts, each.figure if is_own else _so_far(each), each.spans, is_own) for each in own
        ]
        for _, alternatives in further:
            raised = [_raised(each, alternatives) for each in accounts]
            if raised == accounts:
                without_effect += [part for each in alternatives for part in each.parts]
            accounts = raised
        every += accounts
    return every, superseded, without_effect


def _so_far(total: PartyTotal) -> Figure:
    """What went further went at least so far; all of it is all there is."""
    return total.figure if all(part.is_all for part in total.parts) else total.figure.or_more


def _raised(account: AccountParts, further: Sequence[PartyTotal]) -> AccountParts:
    """The account, where a further stage is said to have been reached by more: then that much at least."""
    floor = span_of(each.figure for each in further)
    figure = Figure(raise_to(account.figure.amount, floor.amount), raise_to(account.figure.share, floor.share))
    if figure == account.figure:
        return account
    parts = [*account.parts, *(part for each in further for part in each.parts if part not in account.parts)]
    return AccountParts(tuple(sorted(parts, key=lambda part: part.day)), figure, account.spans, account.is_own)


def account_of(account: AccountParts, promised: Estimate[Any]) -> Account[Any]:
    """The account as it is given out."""
    amount = account.figure.amount
    share = account.figure.share if promised.is_unknown else ratio_of(amount, promised)
    announced = [part.record for part in account.parts if not isinstance(part.record, Claim)]
    return Account(
        claims=account.claims,
        announced=announced[-1] if announced else None,
        amount=amount,
        share=share,
        day=account.day,
    )


def ratio_of(part: Estimate[Any], whole: Estimate[Any]) -> Estimate[Decimal]:
    """Which part of the whole it is; what is below zero, as of a correction, is no part of something."""
    ratio = UNKNOWN if part.is_negative else part / whole.floored_at_zero()
    return ratio.or_less if whole.high is None else ratio
