"""What has become of each promise that counts: of each line of things, or of the money of a commitment."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple

import attrs

from ..._errors import RateNotFoundError
from ..._model.commitments import Commitment
from ..._model.lines import Line
from ..._model.values.estimate import UNKNOWN, Estimate, exactly
from ..._model.values.money import Currency, Money
from ..._model.values.stages import Stage
from .._accounts.answers import Answers
from .._accounts.fulfilment import Fulfilment, outstanding_of
from .._accounts.statements import Asked
from .._promises.bought import Buying
from .._promises.claimed import QUANTITY, VALUE
from .._promises.promises import Counted, Promises
from .._promises.remaining import worths_left
from .._sums.adding import Entries, Entry
from .._sums.summing import Conversion, Group, day_of
from .._worth.valuation import PriceBook, codes, sum_of, worths
from .counted import CountedLine
from .wanted import Extent, Place, Wanted, is_less

_NOTHING: Final = exactly(0)


class Outcome(NamedTuple):
    """What has become of a promise or of a line of one, in numbers: of things, or of units of a currency."""

    commitment: Commitment
    line: Line | None
    promised: Estimate[Any]
    delivered: Estimate[Any] = UNKNOWN
    outstanding: Estimate[Any] = UNKNOWN
    answer: Fulfilment[Any] | None = None
    """What is known of it; None for a correction, whose promise is asked, and for a wider kind."""
    is_wider: bool = False

    @property
    def is_unreported(self) -> bool:
        """Whether nobody gives an account of it, and no part of it is known to have reached the stage."""
        return self.answer is not None and not self.answer.accounts and self.answer.delivered.low is None


def of_line(answers: Answers, wanted: Wanted, one: CountedLine, reached: Stage) -> Outcome:
    """What has become of a line that counts."""
    place = Place(one.at, one.line, one.extent)
    if one.extent is Extent.WIDER:
        return Outcome(one.commitment, one.line, UNKNOWN, is_wider=True)
    if _is_difference(one.commitment, one.counted):
        return Outcome(one.commitment, one.line, one.quantity, _NOTHING, one.quantity * 0)
    answer = answers.answer(Asked(one.commitment.id, QUANTITY, one.at, reached)).fulfilment
    promised = one.quantity
    if one.counted is not None and _is_corrected(one.counted):
        promised = wanted.asked(place, answer.promised)
    delivered = _delivered(answer, promised, wanted.asked(place, answer.delivered))
    outstanding = outstanding_of(promised, delivered)
    if one.extent is Extent.SOME:
        outstanding = _at_most(outstanding, answer.outstanding)
    return Outcome(one.commitment, one.line, one.quantity, delivered, outstanding, answer)


def _is_difference(commitment: Commitment, counted: Counted | None) -> bool:
    """Whether it only corrects another, which is asked what has become of both."""
    return is_less(commitment) or (counted is not None and bool(counted.promise.corrects))


def _is_corrected(counted: Counted) -> bool:
    return bool(counted.at.corrections(counted.at.told_by(counted.promise)))


def _delivered(answer: Fulfilment[Any], promised: Estimate[Any], delivered: Estimate[Any]) -> Estimate[Any]:
    """What has reached a stage: as far as nobody gives an account of it, up to all of it."""
    low = 0 if delivered.low is None else delivered.low
    high = delivered.high
    if not answer.accounts and high is None and promised.high is not None:
        high = max(low, promised.high)
    return Estimate(low, high, delivered.is_approximate or (promised.is_approximate and not answer.accounts))


def _at_most(figure: Estimate[Any], other: Estimate[Any]) -> Estimate[Any]:
    """What is outstanding of some of the kinds that a line counts: no more than of all of them."""
    if other.high is None or (figure.high is not None and figure.high <= other.high):
        return figure
    return attrs.evolve(figure, low=min(figure.low or 0, other.high), high=other.high)


class MoneyOutcomes:
    """What has become of the money that is promised, in one currency."""

    def __init__(
        self, answers: Answers, conversion: Conversion, prices: PriceBook | None, stage: Stage, reached: Stage
    ) -> None:
        self.answers, self.reached, self._conversion, self._prices = answers, reached, conversion, prices
        self._promises = promises = Promises(answers.ledger, prices=prices)
        self._buying = Buying(promises)
        self._simple, self._counted = promises.counting(stage)
        bound = Entries(promises, self._counted, conversion)
        beside = {code for one in self._simple for code in codes(worths(one, prices))}
        found = bound.currencies(beside) or self._claimed()
        self.currency = conversion.into(sorted(found))
        """The currency; None where there is no amount at all."""
        self._bound = bound.into(self.currency)

    def _claimed(self) -> set[str]:
        """The currencies of what is claimed of promises, where none of these discloses an amount."""
        return codes(claim.value for claim in self.answers.ledger.claims.values())

    def values(self) -> Iterator[tuple[Commitment, Estimate[Any], Counted | None]]:
        """What each promise comes to, once; bought goods are left out, as the money for them counts."""
        simple = ((Entry(one, worths(one, self._prices)), None) for one in self._simple)
        for entry, counted in (*simple, *zip(self._bound, self._counted, strict=True)):
            one = entry.commitment
            if not self._buying.is_bought(one):
                values = entry.values
                if not entry.converted:
                    values = tuple(self._converted(value, one, entry.day) for value in entry.values)
                yield one, _number(sum_of(values, correction=one.correction)), counted

    def stated(self, record: Commitment) -> Estimate[Any]:
        """What a record states, without what was taken back of it."""
        withdrawal = self._promises.withdrawal_of(self._promises.promise_of(record.id))
        worths = worths_left(record, withdrawal, self._prices)
        values = [self._converted(value, record, day_of(record)) for value in worths]
        return _number(sum_of(values, correction=record.correction))

    def all(self) -> Iterator[Outcome]:
        """What has become of each promise."""
        for commitment, own, counted in self.values():
            yield self._outcome(commitment, own, counted)

    def _outcome(self, commitment: Commitment, own: Estimate[Any], counted: Counted | None) -> Outcome:
        if counted is not None and counted.promise.corrects:
            return Outcome(commitment, None, own, _NOTHING, _NOTHING)  # its promise is asked what has become of both
        if is_less(commitment):
            return Outcome(commitment, None, own, _NOTHING, own)
        answer = self.answers.answer(Asked(commitment.id, VALUE, None, self.reached)).fulfilment
        promised, day = own, day_of(commitment)
        if counted is not None and _is_corrected(counted):
            promised = _number(self._converted(answer.promised, commitment, day))
        delivered = _delivered(answer, promised, _number(self._converted(answer.delivered, commitment, day)))
        return Outcome(commitment, None, own, delivered, outstanding_of(promised, delivered), answer)

    def _converted(self, value: Estimate[Money], commitment: Commitment, day: date | None) -> Estimate[Money]:
        """A value in the currency of the sum, at the rate of a day."""
        end = value.lowest_known
        if end is None or self.currency is None:
            return UNKNOWN
        found = self._conversion.converted(value, day, self.currency)
        if found is None:
            self._raise((end.currency.code, day), self.currency, commitment)
        return UNKNOWN if found is None else found

    def _raise(self, group: Group, into: Currency, commitment: Commitment) -> None:
        """The error for what cannot be converted."""
        try:
            self._conversion.fraction(group, into)
        except RateNotFoundError as error:
            raise error.needed_by([commitment.id]) from None


def _number(value: Estimate[Money]) -> Estimate[Any]:
    return value.map_ends(lambda end: end.amount)
