"""Commitments of an institution, or of several donors together, split over its members by keys of the caller's."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, TypeAlias, final

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._exact import Number, ratio, to_factor, written
from ..._model.base.advice import an_instance, an_instance_or_none
from ..._model.base.immutable import Immutable
from ..._model.commitments import Commitment
from ..._model.fields import several
from ..._model.parties import Membership, Organisation, Party
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Money
from ...reference import MEMBERSHIPS
from .._worth.valuation import PriceBook, value_of
from .keys import joint

_WHERE: Final = "SharingKey"


def _weights(value: Any) -> tuple[tuple[Party, Decimal], ...]:
    if not isinstance(value, Mapping | tuple):
        raise WrongTypeError(_WHERE, f"{shown(value)} is a {type(value).__name__}", "pass {party: weight}")
    found = {}
    for pair in value.items() if isinstance(value, Mapping) else value:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise WrongTypeError(_WHERE, f"{shown(pair)} is no pair", "pass {party: weight}")
        party, weight = pair
        if not isinstance(party, Party):
            raise WrongTypeError(_WHERE, f"{shown(party)} is a {type(party).__name__}", "pass parties and weights")
        found[party] = to_factor(weight, f"{_WHERE}[{party}]")
        if found[party] < 0:
            raise InvalidValueError(f"{_WHERE}[{party}]", f"{weight} is below zero", "pass zero or more")
    if not any(found.values()):
        raise InvalidValueError(_WHERE, "no party has a weight", "give one of them more than zero")
    return tuple(found.items())


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class SharingKey(Immutable):
    """By which weights parties share: contributions to a budget, national incomes, subscribed capital.

    Weights are strings, integers or decimals from zero on, of any unit; only their proportions count.

    Raises:
        InvalidValueError: A weight is a float or below zero, or all are zero.

    Examples:
        >>> from ukraine_support import Country
        >>> key = SharingKey({Country("DE"): "28064.3", Country("FR"): "23689.4"})
        >>> [str(party) for party in key.parties]
        ['DE', 'FR']
    """

    weights: tuple[tuple[Party, Decimal], ...] = attrs.field(converter=_weights)
    """Pairs of party and weight; a mapping may be passed."""

    @classmethod
    def of_shares(cls, shares: Mapping[Any, str | Number]) -> "SharingKey":
        """A key of shares that are meant to be the whole.

        Raises:
            InvalidValueError: They do not sum to exactly one.

        Examples:
            >>> from ukraine_support import Country
            >>> shares = {Country("DE"): "0.7", Country("FR"): "0.3"}
            >>> SharingKey.of_shares(shares) == SharingKey(shares)
            True
        """
        key = cls(shares)
        whole = sum(Fraction(weight) for _, weight in key.weights)
        if whole != 1:
            total = written(ratio(whole.numerator, whole.denominator, _WHERE))
            accepted = "pass shares that sum to one, or weights to SharingKey"
            raise InvalidValueError(_WHERE, f"the shares sum to {total}", accepted)
        return key

    @property
    def parties(self) -> tuple[Party, ...]:
        """Those with a weight above zero."""
        return tuple(party for party, weight in self.weights if weight)


Keys: TypeAlias = SharingKey | Mapping[Any, SharingKey] | Callable[[Commitment], SharingKey | None]
"""One key for all; by commitment's id, donor or tuple of joint donors; or a function of a commitment.

A donor without a key of its own goes by that of the nearest organisation that it is part of: the European Commission by
that of the European Union."""


def attribute(
    commitment: Commitment,
    keys: Keys,
    *,
    memberships: Iterable[Membership] = MEMBERSHIPS,
    prices: PriceBook | None = None,
) -> tuple[Commitment, ...]:
    """A commitment split over the members of its donor, or over its joint donors: the parts add up to it, to the cent.

    Each part is a commitment of one member, and `part_of` the whole, so that a ledger to which the parts are added
    still counts the whole once. It has no lines: goods cannot be split, only what they are worth. An undisclosed value
    stays undisclosed in every part. The low end is split first, then what the high end exceeds it by; each part is a
    multiple of the currency's minor unit, or of the amount's own last digit where that is finer.

    A party may share if it is one of the donors, or was a member of one (or of the organisation whose institution the
    donor is) on the last day on which the commitment can have been announced. An organisation of which no members are
    recorded is not checked; nor is the day of a commitment that has none.

    Args:
        commitment: What to split.
        keys: By what to split it: one key; a mapping of keys by commitment's id, by donor, or by the tuple of joint
            donors as totals have it; or a function that gives a commitment's key. A donor without a key of its own goes
            by that of the nearest organisation of which it is part: the Commission by that of the European Union.
            Without a key it stays whole.
        memberships: Who was a member of what, from when to when.
        prices: A price book for lines that state neither value nor price.

    Raises:
        InvalidValueError: A party that shares was not, or not yet, a member.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment
        >>> from ukraine_support.reference import EU
        >>> loan = FinancialCommitment(
        ...     id="loan", donors=[EU], stage="pledged", announced="2022-05-18", value=Money("0.05", "EUR")
        ... )
        >>> key = SharingKey({Country("DE"): 7, Country("FR"): 3})
        >>> [(part.id, str(part.value.low)) for part in attribute(loan, key)]
        [('loan/DE', 'EUR 0.04'), ('loan/FR', 'EUR 0.01')]
    """
    an_instance(commitment, Commitment, "attribute.commitment")
    an_instance_or_none(prices, PriceBook, "attribute.prices")
    key = Splitter(keys, several(memberships, Membership, "attribute.memberships")).key_of(commitment)
    if key is None:
        return (commitment,)
    values = shared(value_of(commitment, prices=prices).value, key)
    return tuple(
        attrs.evolve(
            commitment, id=f"{commitment.id}/{party}", donors=(party,), value=value, lines=(), part_of=commitment.id
        )
        for party, value in zip(key.parties, values, strict=True)
    )


def shared(value: Estimate[Money], key: SharingKey) -> list[Estimate[Money]]:
    """What each party has of a value: its share of the low end, and of what the high end exceeds that by.

    Splitting both ends by themselves could give a party more of the smaller amount, by a cent that falls elsewhere.
    """
    weights = [weight for _, weight in key.weights if weight]
    low, high = value.low, value.high
    if low is None and high is None:
        return [UNKNOWN for _ in weights]
    lows: Sequence[Money | None] = [None for _ in weights] if low is None else low.allocate(weights)
    highs: Sequence[Money | None] = [None for _ in weights] if high is None else high.allocate(weights)
    if low is not None and high is not None:
        more = (high - low).allocate(weights)
        highs = [start + part for start, part in zip(low.allocate(weights), more, strict=True)]
    return [Estimate(*ends, value.is_approximate) for ends in zip(lows, highs, strict=True)]


@attrs.frozen
class Splitter:
    """The keys by which commitments are split, and who was a member of what."""

    keys: Keys
    memberships: tuple[Membership, ...]

    def key_of(self, commitment: Commitment) -> SharingKey | None:
        """The commitment's key, by which its donors' members may share; None where it stays whole."""
        if isinstance(self.keys, Mapping):
            found = self.keys.get(commitment.id) or self._nearest(self.keys, commitment.donors)
        else:
            found = self.keys(commitment) if callable(self.keys) else self.keys
        if found is None:
            return None
        if not isinstance(found, SharingKey):
            where = f"the key of {shown(commitment.id)}"
            raise WrongTypeError(where, f"{shown(found)} is a {type(found).__name__}", "pass a SharingKey, or None")
        organisations = [party for party in commitment.donors if isinstance(party, Organisation)]
        bodies = [self._with_members(organisation) for organisation in organisations]
        if commitment.donors and None not in bodies:
            for party in found.parties:
                if party not in commitment.donors:
                    self._check(commitment, party, [body for body in bodies if body is not None])
        return found

    def _nearest(self, keys: Mapping[Any, SharingKey], donors: tuple[Party, ...]) -> SharingKey | None:
        """The key of the donor, else that of the nearest organisation of which it is an institution, fund or branch."""
        found = keys.get(joint(donors))
        holder = donors[0].part_of if len(donors) == 1 and isinstance(donors[0], Organisation) else None
        while found is None and holder is not None:
            found, holder = keys.get(holder), holder.part_of
        return found

    @cached_property
    def _recorded(self) -> dict[str, dict[Party, list[Membership]]]:
        """The memberships by the organisation's id and the country."""
        found: dict[str, dict[Party, list[Membership]]] = {}
        for membership in self.memberships:
            found.setdefault(membership.organisation.id, {}).setdefault(membership.country, []).append(membership)
        return found

    def _with_members(self, organisation: Organisation | None) -> str | None:
        """The id of the organisation, or of the one whose institution it is, of which members are recorded."""
        while organisation is not None and organisation.id not in self._recorded:
            organisation = organisation.part_of
        return None if organisation is None else organisation.id

    def _check(self, commitment: Commitment, party: Party, bodies: Sequence[str]) -> None:
        day = None if commitment.announced is None else commitment.announced.latest
        own = [membership for body in bodies for membership in self._recorded[body].get(party, ())]
        if any(day is None or membership.includes(day) for membership in own):
            return
        spans = " and ".join(
            f"from {membership.since} " + (f"to {membership.until}" if membership.until else "on") for membership in own
        )
        was = f"was no member of {' or '.join(bodies)} on {day}, but {spans}" if own else "is none of its donors"
        accepted = "pass a key of its donors, or of those who were members on that day"
        raise InvalidValueError(f"the key of {shown(commitment.id)}", f"{party} {was}", accepted)
