"""Accounts: what each party spoken for says has been reached, and how the accounts bear on each other."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar, final

import attrs

from .._exact import FRACTION_DIGITS, rounded
from .._model.claims import Claim
from .._model.estimate import UNKNOWN, Estimate
from .._model.ledger import Ledger
from .._model.parties import Party, Speaker, UnnamedParty
from ._known import said_on

A = TypeVar("A", bound=Any)
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
    amount: Estimate[A_co]
    """What they come to: a number in the line's unit, or an amount of money."""
    share: Estimate[Decimal]
    """Which part of the promise that is."""
    day: date
    """The day of the latest of them; `date.min` where none carries a date."""

    @property
    def claim(self) -> Claim:
        """The latest claim."""
        return self.claims[-1]

    @property
    def speaker(self) -> Speaker | None:
        """Who said the latest; None where none is named."""
        return self.claim.speaker

    @property
    def party(self) -> Party | None:
        """The party spoken for; None where none is named."""
        return None if self.claim.speaker is None else self.claim.speaker.of


def accounts_of(
    ledger: Ledger, claims: Iterable[Claim], amount: Callable[[Claim], Estimate[A]]
) -> list[tuple[tuple[Claim, ...], Estimate[A]]]:
    """The claims of each party with what they come to: the latest totals stand, later increments add to them."""
    by_party: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        by_party.setdefault(_spoken_for(claim), []).append(claim)
    found = []
    for said in by_party.values():
        said.sort(key=lambda claim: (said_on(ledger, claim), claim.id))
        totals = [claim for claim in said if not claim.increment]
        last = said_on(ledger, totals[-1]) if totals else date.min
        since = [claim for claim in said if claim.increment and (not totals or said_on(ledger, claim) > last)]
        latest = [claim for claim in totals if said_on(ledger, claim) == last]
        for parts in [(total, *since) for total in latest] or [tuple(since)]:
            reached = amount(parts[0])
            for part in parts[1:]:
                reached = reached + amount(part)
            found.append((parts, reached))
    return found


def _spoken_for(claim: Claim) -> Hashable:
    """What makes two claims one party's: the party spoken for, else the speaker, else the sources cited."""
    if claim.speaker is None:
        return tuple(sorted(citation.source for citation in claim.citations)) or claim.id
    party = claim.speaker.of
    if isinstance(party, UnnamedParty):
        return claim.id  # one description may stand for several actors
    return claim.speaker.name if party is None else party


def contradict(one: Account[Any], other: Account[Any]) -> bool:
    """Whether one account says that the other is wrong, or the later is lower, as what was delivered only grows."""
    if disputes(one, other) or disputes(other, one):
        return True
    earlier, later = sorted((one, other), key=lambda account: account.day)
    if _below(later.amount, earlier.amount):
        return True
    return earlier.day == later.day and _below(earlier.amount, later.amount)


def disputes(one: Account[Any], other: Account[Any]) -> bool:
    """Whether a claim of the one says that a claim of the other is wrong."""
    return any(claim.id in said.disputes for said in one.claims for claim in other.claims)


def _below(one: Estimate[Any], other: Estimate[Any]) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def overtaken(account: Account[Any], others: Sequence[Account[Any]]) -> bool:
    """Whether another party's later account is equal or higher, and none of the two says that the other is wrong."""
    mark = account.amount.low if account.amount.high is None else account.amount.high
    return mark is not None and any(
        other.day > account.day
        and other.amount.low is not None
        and other.amount.low >= mark
        and not (disputes(other, account) or disputes(account, other))
        for other in others
    )


def ratio_of(part: Estimate[Any], whole: Estimate[Any], ratio: Callable[[Any, Any], Decimal]) -> Estimate[Decimal]:
    """Which part of the whole it is, within bounds, to 18 digits after the point."""

    def end(above: Any, below: Any) -> Decimal | None:
        return None if above is None or _is_nothing(below) else rounded(ratio(above, below), FRACTION_DIGITS)

    low, high = end(part.low, whole.high), end(part.high, whole.low)
    if low is None and high is None:
        return UNKNOWN
    return Estimate(low, high, part.is_approximate or whole.is_approximate)


def _is_nothing(end: Any) -> bool:
    """Whether nothing is part of it: an end that is open, zero, or below zero as in a correction."""
    return end is None or not end > end * 0
