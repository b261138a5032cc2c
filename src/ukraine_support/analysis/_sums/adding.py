"""Commitments added up cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import attrs

from ..._model.commitments import Commitment
from ..._model.values.estimate import Estimate
from ..._model.values.money import Money
from .._worth.valuation import PriceBook, worths
from .attribution import SharingKey, Splitter, shared
from .entries import Entry
from .keys import Key
from .summing import Group, Sum, day_of


@attrs.frozen
class Adding:
    """How commitments are added up."""

    key: Key
    prices: PriceBook | None
    splitter: Splitter | None
    is_dated: bool

    def sums(self, commitments: Sequence[Commitment]) -> defaultdict[Any, Sum]:
        """The sums of commitments that stand alone, by quick key."""
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

    def enter(self, sums: dict[Any, Sum], entry: Entry) -> None:
        """Enter what a promise adds that hangs together with others."""
        commitment, values = entry.commitment, entry.values
        sharing = None if self.splitter is None else self.splitter.key_of(commitment)
        if sharing is None:
            key = next(iter(self.key.of_all([commitment])))
            sums[key].enter(commitment, values, converted=entry.converted)
        else:
            self._split(sums, commitment, values, sharing, converted=entry.converted)

    def _share(self, sums: dict[Any, Sum], commitments: Sequence[Commitment], splitter: Splitter) -> list[Commitment]:
        """Enter each party's part of what is split; give back what stays whole."""
        whole = []
        for commitment in commitments:
            sharing = splitter.key_of(commitment)
            if sharing is None:
                whole.append(commitment)
                continue
            self._split(sums, commitment, worths(commitment, self.prices), sharing)
        return whole

    def _split(
        self,
        sums: dict[Any, Sum],
        commitment: Commitment,
        values: Iterable[Estimate[Money]],
        sharing: SharingKey,
        *,
        converted: bool = False,
    ) -> None:
        parts = [shared(value, sharing) for value in values]
        seen = set()  # in a cell that several parties have in common, the commitment counts once
        for key, *shares in zip(self.key.of_parts(commitment, sharing.parties), *parts, strict=False):
            sums[key].enter(commitment, shares, again=key in seen, converted=converted)
            seen.add(key)
