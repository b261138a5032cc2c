"""What has become of a promise: what was promised, the accounts of it, what is outstanding."""

from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar, final

import attrs

from ..._model.base.advice import an_instance
from ..._model.claims import Claim
from ..._model.commitments import Commitment, Initiative
from ..._model.lines import Unit
from ..._model.parties import Party, Speaker
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.stages import Stage

A_co = TypeVar("A_co", bound=Any, covariant=True)


@final
@attrs.frozen(kw_only=True)
class Account(Generic[A_co]):
    """What one party says has been reached: its latest total, with the increments that it added since.

    Examples:
        >>> from ukraine_support import Claim, Ledger, Line, MilitaryCommitment, Munition
        >>> from ukraine_support.analysis import fulfilment
        >>> ledger = Ledger(
        ...     commitments=[MilitaryCommitment(id="shells", stage="pledged", lines=[Line(Munition(), 10)])],
        ...     claims=[Claim(id="half", about="shells", stage="delivered", share="0.5", said="2024-02-26")],
        ... )
        >>> [account.amount for account in fulfilment(ledger, "shells").accounts]
        [exactly(5)]
    """

    claims: tuple[Claim, ...]
    """The total, if one was given, and the increments since, in the order in which they were said."""
    announced: Commitment | Initiative | None = None
    """What was announced at the stage asked about, where that stands for the total; None where a claim does."""
    amount: Estimate[A_co]
    """What they come to: a number in the line's unit, or an amount of money."""
    share: Estimate[Decimal]
    """Which part of the promise that is."""
    day: date
    """The day of the latest of them; `date.min` where none carries a date."""

    @property
    def claim(self) -> Claim | None:
        """The latest claim; None where what was announced is all that was said."""
        return self.claims[-1] if self.claims else None

    @property
    def word(self) -> Claim | Commitment | Initiative:
        """The record that was made last: a claim, else the announcement."""
        word: Any = self.claims[-1] if self.claims else self.announced
        found: Claim | Commitment | Initiative = word
        return found

    @property
    def speaker(self) -> Speaker | None:
        """Who said the latest; None where none is named."""
        return None if self.claim is None else self.claim.speaker

    @property
    def party(self) -> Party | None:
        """The party spoken for, or the only one that announced it; None where none is named, or several are."""
        if isinstance(self.word, Claim):
            return None if self.word.speaker is None else self.word.speaker.of
        if isinstance(self.word, Initiative):
            return self.word.lead
        return self.word.donors[0] if len(self.word.donors) == 1 else None


@final
@attrs.frozen(kw_only=True)
class Fulfilment(Generic[A_co]):
    """What has become of one promise, as numbers of a line or as amounts of money.

    Where speakers differ there is no one figure: `accounts` holds what each says. `delivered` is the span between
    their figures, which nobody has stated; read it with `disputed`.

    Examples:
        >>> from ukraine_support import Ledger, Line, MilitaryCommitment, Munition
        >>> from ukraine_support.analysis import fulfilment
        >>> promise = MilitaryCommitment(id="shells", stage="pledged", lines=[Line(Munition(), 10)])
        >>> ledger = Ledger(commitments=[promise])
        >>> answer = fulfilment(ledger, "shells")
        >>> answer.promised, answer.delivered, answer.outstanding
        (exactly(10), UNKNOWN, between(0, 10))
    """

    id: str
    """The commitment or initiative asked about."""
    promise: Commitment | Initiative
    """The record with that id, as it was known on the day asked about."""
    line: int | None
    """Which of its lines; None for the whole."""
    unit: Unit | None
    """In what is counted; None where amounts are of money, or where it has no lines."""
    stage: Stage
    """The stage asked about; the names below are those of `DELIVERED`."""
    as_of: date | None
    """The day asked about; None for all that the ledger holds."""
    promised: Estimate[A_co]
    """What was promised, after corrections and partial withdrawals."""
    accounts: tuple[Account[A_co], ...]
    """The accounts that stand, the earliest first: each party's latest."""
    forecasts: tuple[Account[A_co], ...]
    """What was foretold, the earliest first; it bounds nothing."""
    stale: tuple[Account[A_co], ...]
    """Accounts after which another party said as much or more, or whose promise has parts that reached more."""
    superseded: tuple[Claim, ...]
    """Claims that a later one of the same party has replaced."""
    retracted: tuple[Claim, ...]
    """Claims that their own party has taken back."""
    listed: tuple[Claim, ...]
    """Claims that bound nothing here: of other kinds, in another measure or currency, of an earlier stage, or without
    a figure and only against others. Claims about other lines are in the answers about those lines."""
    delivered: Estimate[A_co]
    """The span of the standing accounts, at least what parts have reached; unknown where nothing is known."""
    outstanding: Estimate[A_co]
    """What is left of the promise, from zero; unknown where the promise is."""
    share: Estimate[Decimal]
    """Which part of the promise was delivered."""
    disputed: bool
    """Whether two accounts that stand contradict each other: one says so, or the later is lower by more than
    rounding explains."""

    def outstanding_by(self, account: Account[Any]) -> Estimate[Any]:
        """What is left of the promise by one of its accounts; unknown where the account gives no figure."""
        amount = an_instance(account, Account, "Fulfilment.outstanding_by").amount
        return UNKNOWN if amount.is_unknown else outstanding_of(self.promised, amount)


def outstanding_of(promised: Estimate[Any], delivered: Estimate[Any]) -> Estimate[Any]:
    """What is left: at least nothing, at most the promise, as nothing can be taken back that was delivered."""
    zero: Any = promised.zero
    if zero is None:
        return UNKNOWN
    if delivered.low is None:  # of a correction, it may lie below zero
        least = zero if delivered.high is None else min(zero, delivered.high)
        delivered = Estimate(least, delivered.high, delivered.is_approximate)
    left = promised - delivered
    return Estimate(zero) if left.is_unknown else left.floored_at_zero()
