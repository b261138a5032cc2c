"""What each promise that counts adds to which sum, in the currency of the sum where others raise or lower it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from functools import partial
from typing import Any

import attrs

from ..._model.commitments import Commitment
from ..._model.lines import Line
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from .._promises.components import strong_components
from .._promises.counting import AtStage
from .._promises.promises import Counted, Promises
from .._promises.remaining import worths_left
from .._promises.sizes import Sizes, from_below
from .._promises.tellings import Promise
from .._promises.withdrawals import Withdrawal
from .._worth.valuation import PriceBook, codes, sum_of, worths
from .attribution import Splitter, shared
from .keys import Key
from .summing import Conversion, Group, Sum, day_of


class Holds(Enum):
    """For which conversions it holds what a promise comes to, where others raise or lower it."""

    ALWAYS = "always"
    WITHOUT_DAYS = "without days"
    """For those whose rates hold on every day."""
    FOR_THIS = "for this"
    """For the one that was asked alone."""


@attrs.frozen
class Entry:
    """What one promise adds to a sum."""

    commitment: Commitment
    """The record under whose keys it stands."""
    values: tuple[Estimate[Money], ...]
    """What it is worth, part by part."""
    converted: bool = False
    """Whether that is in the currency of the sum already."""
    day: date | None = attrs.field(default=attrs.Factory(lambda one: day_of(one.commitment), takes_self=True))
    """The day at whose rates it is converted."""
    stated: tuple[Estimate[Money], ...] | None = None
    """What the record that tells of it states, where others raise or lower that."""
    holds: Holds = Holds.ALWAYS


@attrs.frozen
class Entries:
    """What the promises that hang together with others add to sums.

    Where all amounts that hang together are in one currency (and of one day, where rates have days), they raise and
    lower each other in that, and the sum is converted; else in the currency of the sum.
    """

    promises: Promises
    counted: Sequence[Counted]
    conversion: Conversion
    _groups: dict[Promise, frozenset[tuple[str, date | None]]] = attrs.field(factory=dict, init=False)
    _found: dict[tuple[AtStage, Currency | str], Sizes] = attrs.field(factory=dict, init=False)

    def currencies(self, beside: set[str]) -> set[str]:
        """The currencies of the sum of these and of others in some currencies; none where there is no amount at all.

        Parts in another currency than everything else raise nothing; and where all is undisclosed but parts in several
        currencies, they do not raise it either.
        """
        own = beside | {code for one in self.counted for values in self._told(one) for code in codes(values)}
        if not own:
            raising = {code for one in self.counted for code in codes(self.entry(one, None).values)}
            own = raising if len(raising) == 1 else set()
        return own

    def into(self, currency: Currency | None) -> list[Entry]:
        """What each adds to a sum in a currency; None where there is no amount at all."""
        return [self._convertible(self.entry(one, currency), currency) for one in self.counted]

    def entry(self, one: Counted, currency: Currency | None) -> Entry:
        """What one adds to a sum in a currency, be it that its own can be converted to that or not."""
        record, told = self.promises.filed(one), one.at.told_by(one.promise)
        raw, is_own = self._stated(told[0]), told == (record.id,)
        groups = self._groups_of(one)
        if not groups or (is_own and self._is_settled(told[0], raw)):
            return Entry(record, raw)
        code, day = min(groups, key=str)
        if len(groups) > 1 and (self.conversion.is_dated or len({other for other, _ in groups}) > 1):
            holds, day = Holds.FOR_THIS, None
            if currency is None:
                return Entry(record, raw, holds=holds)
            sizes = self._sizes(one.at, currency)
        else:
            holds = Holds.ALWAYS if len(groups) == 1 else Holds.WITHOUT_DAYS
            sizes = self._sizes(one.at, code)
        size = sizes.of(one.promise)
        if size is None or (is_own and sizes.is_as_told(one.promise)):
            return Entry(record, raw, holds=holds)
        return Entry(record, (size,), holds is Holds.FOR_THIS, day, raw, holds)

    def _convertible(self, entry: Entry, currency: Currency | None) -> Entry:
        """The entry; what cannot be converted raises and lowers nothing."""
        if entry.stated is None or entry.converted:
            return entry
        (size,) = entry.values
        is_convertible = currency is not None and self.conversion.converted(size, entry.day, currency) is not None
        return entry if is_convertible else Entry(entry.commitment, entry.stated)

    def _is_settled(self, id: str, raw: tuple[Estimate[Money], ...]) -> bool:
        """Whether nothing can raise or lower what a record states: it is one value, and nothing was taken back."""
        only = raw[0]
        return (
            len(raw) == 1 and only.low is not None and only.low == only.high and not self.promises.has_withdrawals(id)
        )

    def _groups_of(self, one: Counted) -> frozenset[tuple[str, date | None]]:
        """The currencies, each with its day, of all amounts that raise or lower what a promise comes to; two at most.

        More need not be known: whether there are several, and of several currencies.
        """
        if one.promise not in self._groups:
            for circle in strong_components(one.at.tangle.promises, from_below):
                below = {other for promise in circle for other in from_below(promise)}.difference(circle)
                groups = {group for other in below for group in self._groups[other]}
                records = (one.at.tangle.records[id] for promise in circle for id in promise.tellings)
                groups |= {
                    (code, day_of(each)) for each in records for code in codes(worths(each, self.promises.prices))
                }
                by_code = {group[0]: group for group in sorted(groups, key=str)}
                few = list(by_code.values()) if len(by_code) > 1 else sorted(groups, key=str)
                self._groups.update(dict.fromkeys(circle, frozenset(few[:2])))
        return self._groups[one.promise]

    def _told(self, one: Counted) -> list[tuple[Estimate[Money], ...]]:
        return [self._stated(id) for id in one.at.told_by(one.promise)]

    def _stated(self, id: str) -> tuple[Estimate[Money], ...]:
        promise = self.promises.promise_of(id)
        return worths_left(
            self.promises.ledger.commitments[id], self.promises.withdrawal_of(promise), self.promises.prices
        )

    def _sizes(self, at: AtStage, measure: Currency | str) -> Sizes:
        """What promises come to in a currency, converted; or by its code, as far as all that bears on them is in it."""
        if (at, measure) in self._found:
            return self._found[at, measure]

        def amount(record: Commitment, withdrawal: Withdrawal) -> Estimate[Money] | None:
            values = worths_left(record, withdrawal, self.promises.prices)
            if isinstance(measure, Currency):
                found = [self.conversion.converted(value, day_of(record), measure) for value in values]
                values = tuple(value for value in found if value is not None)
                if len(values) < len(found):
                    return None
            elif not codes(values) <= {measure}:
                return None
            return sum_of(values, correction=record.correction)

        self._found[at, measure] = Sizes(at, amount, self.promises.withdrawal_of)
        return self._found[at, measure]


def needing(group: Group, entries: Iterable[Entry], *, is_dated: bool) -> Iterator[str]:
    """The ids of the commitments of which an amount is in a group."""
    for entry in entries:
        alone = Sum(is_dated=is_dated)
        enter(alone, entry, entry.values)
        if group in alone.groups:
            yield entry.commitment.id


def enter(total: Sum, entry: Entry, values: Iterable[Estimate[Money]], *, again: bool = False) -> None:
    """Enter an entry, or a portion of one."""
    is_correction = entry.commitment.correction
    total.enter(values, is_correction=is_correction, day=entry.day, again=again, converted=entry.converted)


def by_line(
    commitment: Commitment, values: Sequence[Estimate[Money]], key: Key, prices: PriceBook | None
) -> list[tuple[Line | None, Sequence[Estimate[Money]]]]:
    """What one promise adds, by the keys of its lines, each told by one of them (rule 31 of what counts).

    A value of the whole stands under the key that all lines share. Else each line takes what it states, and the rest
    stands under no line; so does all of it where they state more than that.
    """
    lines = commitment.lines
    by_key: dict[Any, list[int]] = {}
    for at, quick in zip(range(len(lines)), key.of_all([commitment] * len(lines), lines), strict=False):
        by_key.setdefault(quick, []).append(at)
    if len(by_key) < 2:
        return [(lines[0] if lines else None, values)]
    worth = worths(attrs.evolve(commitment, value=UNKNOWN), prices)
    if commitment.value.is_unknown and tuple(values) == worth:
        return [(lines[places[0]], [worth[at] for at in places]) for places in by_key.values()]
    whole = values[0] if len(values) == 1 else sum_of(values, correction=commitment.correction)
    rest, found = whole, list[tuple[Line | None, Sequence[Estimate[Money]]]]()
    for places in by_key.values():
        stated = [worth[at] for at in places if _is_part(worth[at], whole)]
        rest = sum((value * -1 for value in stated), rest)
        if stated:
            found.append((lines[places[0]], stated))
    if whole.low is None or (rest.is_negative is not whole.is_negative and rest.zero != rest.low):
        return [(None, values)]  # they state more than the whole
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
        whole = commitments
        if self.splitter is not None:
            whole = [one for one in commitments if self.splitter.key_of(one) is None]
            for one in commitments:
                if self.splitter.key_of(one) is not None:
                    self.enter(sums, Entry(one, worths(one, self.prices)))
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
                enter(total, entry := Entry(commitment, worths(commitment, prices)), entry.values)
        return sums

    def enter(self, sums: dict[Any, Sum], entry: Entry) -> None:
        """Enter what one promise adds."""
        for key, values, again in self.portions(entry, entry.values):
            enter(sums[key], entry, values, again=again)

    def portions(
        self, entry: Entry, values: Sequence[Estimate[Money]]
    ) -> Iterator[tuple[Any, Sequence[Estimate[Money]], bool]]:
        """What an entry of some values adds under each key, and whether that is more of what stands there already."""
        commitment = entry.commitment
        sharing = None if self.splitter is None else self.splitter.key_of(commitment)
        parts = by_line(commitment, values, self.key, self.prices) if self.over_lines else [(None, values)]
        for line, portion in parts:
            if sharing is None:
                yield next(iter(self.key.of_all([commitment], [line]))), portion, False
                continue
            shares = [shared(value, sharing) for value in portion]
            seen = set()  # in a cell that several parties have in common, the commitment counts once
            for key, *own in zip(self.key.of_parts(commitment, sharing.parties, line), *shares, strict=False):
                yield key, own, key in seen
                seen.add(key)
