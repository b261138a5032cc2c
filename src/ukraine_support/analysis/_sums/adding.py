"""What each promise that counts adds to which sum, in the currency of the sum where others raise or lower it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import attrs

from ..._model.commitments import Commitment
from ..._model.values.estimate import Estimate
from ..._model.values.money import Currency, Money
from .._promises.counting import AtStage
from .._promises.promises import Counted, Promises
from .._promises.remaining import worths_left
from .._promises.sizes import Sizes
from .._promises.withdrawals import Withdrawal
from .._worth.valuation import PriceBook, codes, sum_of, worths
from .attribution import SharingKey, Splitter, shared
from .keys import Key
from .summing import Conversion, Group, Sum, day_of


@attrs.frozen
class Entry:
    """What one promise adds to a sum."""

    commitment: Commitment
    """The record under whose keys it stands."""
    values: tuple[Estimate[Money], ...]
    """What it is worth, part by part."""
    converted: bool = False
    """Whether that is in the currency of the sum already."""


@attrs.frozen
class Entries:
    """What the promises that hang together with others add to sums."""

    promises: Promises
    counted: Sequence[Counted]

    def currencies(self, beside: set[str]) -> set[str]:
        """The currencies of the sum of these and of others in some currencies; none where there is no amount at all.

        Parts in another currency than everything else raise nothing; and where all is undisclosed but parts in several
        currencies, they do not raise it either.
        """
        own = beside | {code for one in self.counted for values in self._told(one) for code in codes(values)}
        if not own:
            reached = {id for at in self._stages() for ids in at.reached.values() for id in ids}
            raising = {code for id in reached for code in codes(self._stated(id))}
            own = raising if len(raising) == 1 else set()
        return own

    def into(self, currency: Currency | None, conversion: Conversion) -> list[Entry]:
        """What each adds to a sum in a currency; None where there is no amount at all."""
        sizes: dict[AtStage, Sizes] = {}
        found = []
        for one in self.counted:
            record, told = self._filed(one), one.at.told_by(one.promise)
            raw = self._stated(told[0])
            if currency is None or (told == (record.id,) and self._is_settled(told[0], raw)):
                found.append(Entry(record, raw))
                continue
            if one.at not in sizes:
                sizes[one.at] = self._sizes(one.at, currency, conversion)
            size = sizes[one.at].of(one.promise)
            is_as_told = told[0] == record.id and sizes[one.at].is_as_told(one.promise)
            found.append(Entry(record, raw) if size is None or is_as_told else Entry(record, (size,), converted=True))
        return found

    def _is_settled(self, id: str, raw: tuple[Estimate[Money], ...]) -> bool:
        """Whether nothing can raise or lower what a record states: it is one value, and nothing was taken back."""
        only = raw[0]
        return (
            len(raw) == 1 and only.low is not None and only.low == only.high and not self.promises.has_withdrawals(id)
        )

    def _filed(self, one: Counted) -> Commitment:
        """The record, with the initiative of its whole or of another telling where it names none."""
        towards = self.promises.towards(one.record.id)
        return one.record if towards == one.record.towards else attrs.evolve(one.record, towards=towards)

    def _stages(self) -> list[AtStage]:
        return list(dict.fromkeys(one.at for one in self.counted))

    def _told(self, one: Counted) -> list[tuple[Estimate[Money], ...]]:
        return [self._stated(id) for id in one.at.told_by(one.promise)]

    def _stated(self, id: str) -> tuple[Estimate[Money], ...]:
        promise = self.promises.promise_of(id)
        return worths_left(
            self.promises.ledger.commitments[id], self.promises.withdrawal_of(promise), self.promises.prices
        )

    def _sizes(self, at: AtStage, currency: Currency, conversion: Conversion) -> Sizes:
        def amount(record: Commitment, withdrawal: Withdrawal) -> Estimate[Money] | None:
            values = worths_left(record, withdrawal, self.promises.prices)
            found = [conversion.converted(value, day_of(record), currency) for value in values]
            known = [value for value in found if value is not None]
            return None if len(known) < len(found) else sum_of(known, correction=record.correction)

        return Sizes(at, amount, self.promises.withdrawal_of)


def needing(group: Group, entries: Iterable[Entry], *, is_dated: bool) -> Iterator[str]:
    """The ids of the commitments of which an amount is in a group."""
    for entry in entries:
        alone = Sum(is_dated=is_dated)
        alone.enter(entry.commitment, entry.values, converted=entry.converted)
        if group in alone.groups:
            yield entry.commitment.id


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
