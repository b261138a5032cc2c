"""What each promise that counts adds to a sum, in the currency of the sum where others raise or lower it."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from .._model.commitments import Commitment
from .._model.estimate import Estimate
from .._model.money import Currency, Money
from ._counting import AtStage
from ._promises import Counted, Promises
from ._remaining import worths_left
from ._sizes import Sizes
from ._summing import Conversion, Group, Sum, day_of
from ._valuation import codes, sum_of
from ._withdrawals import Withdrawal


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

    def currency(self, conversion: Conversion, beside: set[str]) -> Currency | None:
        """The currency of the sum of these and of others in some currencies; None where there is no amount at all.

        Parts in another currency than everything else raise nothing; and where all is undisclosed but parts in several
        currencies, they do not raise it either.
        """
        own = beside | {code for one in self.counted for values in self._told(one) for code in codes(values)}
        if not own and conversion.currency is None:
            reached = {id for at in self._stages() for ids in at.reached.values() for id in ids}
            raising = {code for id in reached for code in codes(self._stated(id))}
            own = raising if len(raising) == 1 else set()
        return conversion.into(sorted(own))

    def into(self, currency: Currency | None, conversion: Conversion) -> list[Entry]:
        """What each adds to a sum in a currency; None where there is no amount at all."""
        sizes = {} if currency is None else {at: self._sizes(at, currency, conversion) for at in self._stages()}
        return [self._entry(one, sizes.get(one.at)) for one in self.counted]

    def _entry(self, one: Counted, sizes: Sizes | None) -> Entry:
        record = self._filed(one)
        told = one.at.told_by(one.promise)
        raw = self._told(one)[0]
        if sizes is None or (sizes.is_as_told(one.promise) and told[0] == record.id):
            return Entry(record, raw)
        size = sizes.of(one.promise)
        return Entry(record, raw) if size is None else Entry(record, (size,), converted=True)

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
