"""What each promise that counts adds to which sum, in the currency of the sum where others raise or lower it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import attrs

from ..._model.commitments import Commitment
from ..._model.lines import Line
from ..._model.values.estimate import UNKNOWN, Estimate
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
            record, told = self.promises.filed(one), one.at.told_by(one.promise)
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
            convertible = [value for value in found if value is not None]
            return None if len(convertible) < len(found) else sum_of(convertible, correction=record.correction)

        return Sizes(at, amount, self.promises.withdrawal_of)


def needing(group: Group, entries: Iterable[Entry], *, is_dated: bool) -> Iterator[str]:
    """The ids of the commitments of which an amount is in a group."""
    for entry in entries:
        alone = Sum(is_dated=is_dated)
        alone.enter(entry.commitment, entry.values, converted=entry.converted)
        if group in alone.groups:
            yield entry.commitment.id


def by_line(entry: Entry, key: Key, prices: PriceBook | None) -> list[tuple[Line | None, Sequence[Estimate[Money]]]]:
    """What one promise adds, by the keys of its lines, each told by one of them (rule 31 of what counts).

    A value of the whole stands under the key that all lines share. Else each line takes what it states, and the rest
    stands under no line; so does all of it where they state more than that.
    """
    commitment, lines = entry.commitment, entry.commitment.lines
    by_key: dict[Any, list[int]] = {}
    for at, quick in zip(range(len(lines)), key.of_all([commitment] * len(lines), lines), strict=False):
        by_key.setdefault(quick, []).append(at)
    if len(by_key) < 2:
        return [(lines[0] if lines else None, entry.values)]
    worth = worths(attrs.evolve(commitment, value=UNKNOWN), prices)
    if commitment.value.is_unknown and tuple(entry.values) == worth:
        return [(lines[places[0]], [worth[at] for at in places]) for places in by_key.values()]
    whole = entry.values[0] if len(entry.values) == 1 else sum_of(entry.values, correction=commitment.correction)
    rest, found = whole, list[tuple[Line | None, Sequence[Estimate[Money]]]]()
    for places in by_key.values():
        stated = [worth[at] for at in places if _is_part(worth[at], whole)]
        rest = sum((value * -1 for value in stated), rest)
        if stated:
            found.append((lines[places[0]], stated))
    if whole.low is None or (rest.is_negative is not whole.is_negative and rest.zero != rest.low):
        return [(None, entry.values)]  # they state more than the whole
    return found if rest.is_exact and rest.zero == rest.low else [*found, (None, [rest])]


def _is_part(value: Estimate[Money], whole: Estimate[Money]) -> bool:
    """Whether a line states just one amount, in the currency of the whole and no more roughly than that."""
    return (
        value.low is not None
        and value.low == value.high
        and codes([value]) == codes([whole])
        and (whole.is_approximate or not value.is_approximate)
    )


@attrs.frozen
class Adding:
    """How commitments are added up."""

    key: Key
    prices: PriceBook | None
    splitter: Splitter | None
    is_dated: bool
    over_lines: bool = False
    """Whether each line of a commitment stands under its own key."""

    def sums(self, commitments: Sequence[Commitment]) -> defaultdict[Any, Sum]:
        """The sums of commitments that stand alone, by quick key."""
        sums: defaultdict[Any, Sum] = defaultdict(partial(Sum, is_dated=self.is_dated))
        if self.over_lines:
            for one in commitments:
                self.enter(sums, Entry(one, worths(one, self.prices)))
            return sums
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
        """Enter what one promise adds."""
        commitment = entry.commitment
        sharing = None if self.splitter is None else self.splitter.key_of(commitment)
        parts = by_line(entry, self.key, self.prices) if self.over_lines else [(None, entry.values)]
        for line, values in parts:
            if sharing is None:
                key = next(iter(self.key.of_all([commitment], [line])))
                sums[key].enter(commitment, values, converted=entry.converted)
            else:
                self._split(sums, commitment, values, sharing, converted=entry.converted, line=line)

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
        line: Line | None = None,
    ) -> None:
        parts = [shared(value, sharing) for value in values]
        seen = set()  # in a cell that several parties have in common, the commitment counts once
        for key, *shares in zip(self.key.of_parts(commitment, sharing.parties, line), *parts, strict=False):
            sums[key].enter(commitment, shares, again=key in seen, converted=converted)
            seen.add(key)
