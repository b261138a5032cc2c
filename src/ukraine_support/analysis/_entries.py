"""What each promise that counts adds to a sum, in the currency of the sum where others raise or lower it."""

from collections.abc import Iterable, Sequence

import attrs

from .._model.commitments import Commitment
from .._model.estimate import UNKNOWN, Estimate
from .._model.money import Currency, Money
from ._counting import AtStage
from ._promises import Counted, Promises
from ._remaining import worths_left
from ._sizes import Sizes
from ._summing import Conversion, day_of
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

    def codes(self) -> set[str]:
        """The currencies of what they state themselves; without any, those of what may raise them."""
        own = {code for one in self.counted for values in self._told(one) for code in _codes(values)}
        if own:
            return own
        reached = {id for at in self._stages() for ids in at.reached.values() for id in ids}
        return {code for id in reached for code in _codes(self._stated(id))}

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
            return total([conversion.converted(value, day_of(record), currency) for value in values], record)

        return Sizes(at, amount, self.promises.withdrawal_of)


def _codes(values: Iterable[Estimate[Money]]) -> set[str]:
    return {end.currency.code for value in values for end in (value.low, value.high) if end is not None}


def total(values: Sequence[Estimate[Money] | None], record: Commitment) -> Estimate[Money] | None:
    """What a record is worth by its parts, of which one that is not known is at least zero, unless it corrects."""
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    ends = [end for value in known for end in (value.low, value.high) if end is not None]
    if len(known) == 1 or not ends:
        return known[0] if len(known) == 1 else UNKNOWN
    floor = None if record.correction else ends[0] * 0
    parts = [_from(floor, value) for value in known]
    return sum(parts[1:], parts[0])


def _from(floor: Money | None, value: Estimate[Money]) -> Estimate[Money]:
    low = floor if value.low is None else value.low
    return UNKNOWN if low is None and value.high is None else Estimate(low, value.high, value.is_approximate)
