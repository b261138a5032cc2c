"""Commitments added up cell by cell, goods bought with an initiative's money apart from the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import attrs

from .._model.commitments import Commitment
from .._model.ledger import Ledger
from ._attribution import Splitter, shared
from ._funding import is_money
from ._keys import Key
from ._summing import Group, Sum, day_of
from ._valuation import PriceBook, worths


def bought(ledger: Ledger) -> set[str]:
    """The ids of commitments of goods that are bought with money given towards an initiative."""
    if not ledger.initiatives:
        return set()
    towards = [commitment for commitment in ledger.commitments.values() if commitment.towards is not None]
    funded = {commitment.towards for commitment in towards if is_money(commitment)}
    goods = (commitment for commitment in towards if commitment.towards in funded and not is_money(commitment))
    return {commitment.id for commitment in goods if not _is_a_gift(commitment, ledger)}


def _is_a_gift(goods: Commitment, ledger: Ledger) -> bool:
    """Whether goods are their donor's own: somebody else's than the lead's, of a value of their own or of no number."""
    lead = ledger.initiatives[str(goods.towards)].lead
    if all(donor == lead for donor in goods.donors):
        return False
    return not goods.value.is_unknown or all(line.quantity.is_unknown for line in goods.lines)


@attrs.frozen
class Adding:
    """How commitments are added up."""

    key: Key
    prices: PriceBook | None
    splitter: Splitter | None
    is_dated: bool

    def sums(self, commitments: Sequence[Commitment]) -> dict[Any, Sum]:
        """The sums by quick key."""
        sums: defaultdict[Any, Sum] = defaultdict(partial(Sum, is_dated=self.is_dated))
        whole = commitments if self.splitter is None else self._share(sums, commitments, self.splitter)
        is_dated, prices = self.is_dated, self.prices
        for key, commitment in zip(self.key.of_all(whole), whole, strict=False):
            total = sums[key]
            value = commitment.value
            low = value.low
            if low is not None and low is value.high:  # just one amount, as most are: a call would take as long again
                group: Group = (low.currency.code, day_of(commitment)) if is_dated else low.currency.code
                total.amounts[group].append(low.amount)
                if value.is_approximate:
                    total.approximate = True
            else:
                total.enter(commitment, worths(commitment, prices))
        return sums

    def _share(self, sums: dict[Any, Sum], commitments: Sequence[Commitment], splitter: Splitter) -> list[Commitment]:
        """Enter each party's part of what is split; give back what stays whole."""
        whole = []
        for commitment in commitments:
            sharing = splitter.key_of(commitment)
            if sharing is None:
                whole.append(commitment)
                continue
            parts = [shared(value, sharing) for value in worths(commitment, self.prices)]
            seen = set()  # in a cell that several parties have in common, the commitment counts once
            for key, *values in zip(self.key.of_parts(commitment, sharing.parties), *parts, strict=False):
                sums[key].enter(commitment, values, again=key in seen)
                seen.add(key)
        return whole

    def ids(self, group: Group, commitments: Iterable[Commitment]) -> Iterator[str]:
        """The ids of the commitments of which an amount is in a group."""
        for commitment in commitments:
            alone = Sum(is_dated=self.is_dated)
            alone.enter(commitment, worths(commitment, self.prices))
            if group in alone.groups:
                yield commitment.id
