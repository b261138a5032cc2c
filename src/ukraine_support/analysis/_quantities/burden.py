"""Who bears the cost of what was given, after what was paid back."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from ..._model.base.advice import an_instance, an_instance_or_none
from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import a_day_or_none
from ..._model.values.stages import Stage
from .._accounts.answers import Answers
from .._promises.promises import Counted
from .._promises.tellings import Promise
from .._promises.withdrawals import less
from .._sums.keys import joint, order
from .._sums.summing import Conversion
from .._sums.totals import Total, Totals
from .._worth.rates import RateTable
from .._worth.valuation import PriceBook
from .outcomes import MoneyOutcomes
from .sums import Sum
from .wanted import from_zero


class _Borne(NamedTuple):
    """What the donors of a commitment bear of it, or of what they pay back."""

    commitment: Commitment
    value: Estimate[Any]


def burden(
    ledger: Ledger,
    *,
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    stage: Stage | str = Stage.PLEDGED,
    as_of: date | str | None = None,
    prices: PriceBook | None = None,
) -> Totals:
    """Who bears the cost in the end, by donor: what each gave, without what others paid back, with what it paid back.

    Poland gives 100 and the European Peace Facility pays 40 of it back: they bear 60 and 40. A loan that is repaid from
    what another commitment gives is borne by the donors of that. All together bear what
    [`totals`][ukraine_support.analysis.totals] adds up to. Nobody bears less than nothing of a gift: who pays back more
    than was given bears the gift. What pays back gifts of several donors is borne by who pays it; how much of it each
    of them was given is not known.

    Args:
        ledger: The records.
        currency: The currency of every sum, as for `totals`.
        rates: Exchange rates.
        stage: From which stage on.
        as_of: The day as of which the ledger is asked; None for all that it holds.
        prices: A price book for lines that state neither value nor price.

    Raises:
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate is missing.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Link, MilitaryCommitment
        >>> from ukraine_support.reference import EUROPEAN_PEACE_FACILITY
        >>> tanks = MilitaryCommitment(
        ...     id="tanks", donors=[Country("PL")], stage="delivered", value=Money("100", "EUR")
        ... )
        >>> refund = FinancialCommitment(
        ...     id="refund",
        ...     donors=[EUROPEAN_PEACE_FACILITY],
        ...     stage="delivered",
        ...     value=Money("40", "EUR"),
        ...     links=[Link("reimburses", "tanks")],
        ... )
        >>> table = burden(Ledger(commitments=[tanks, refund]))
        >>> [(str(donor), str(total.value.low)) for donor, total in table.items()]
        [('European Peace Facility', 'EUR 40'), ('PL', 'EUR 60')]
    """
    an_instance(ledger, Ledger, "burden.ledger")
    an_instance_or_none(rates, RateTable, "burden.rates")
    an_instance_or_none(prices, PriceBook, "burden.prices")
    day = a_day_or_none(as_of, "burden")
    answers = Answers(ledger if day is None else ledger.as_of(day))
    money = MoneyOutcomes(answers, Conversion(currency, rates, None), prices, Stage(stage), Stage.DELIVERED)
    sums: defaultdict[Any, Sum] = defaultdict(Sum)
    ids: defaultdict[Any, set[str]] = defaultdict(set)
    undisclosed: defaultdict[Any, set[str]] = defaultdict(set)
    for commitment, value in _borne(money):
        key = joint(commitment.donors)
        sums[key].add(value, may_be_less=commitment.correction)
        ids[key].add(commitment.id)
        if value.is_unknown:
            undisclosed[key].add(commitment.id)

    def total(found: Sum, commitments: set[str], unknown: set[str]) -> Total:
        value = UNKNOWN if money.currency is None else _amount(found.estimate(), money.currency)
        return Total(value=value, commitments=len(commitments), undisclosed=len(unknown), bought=UNKNOWN, goods=0)

    cells = {key: total(sums[key], ids[key], undisclosed[key]) for key in sorted(sums, key=order)}
    return Totals(("donor",), money.currency, cells, stage=Stage(stage), as_of=day)


def _amount(figure: Estimate[Any], currency: Currency) -> Estimate[Money]:
    return figure.map_ends(lambda end: Money(end, currency))


def _borne(money: MoneyOutcomes) -> Iterator[_Borne]:
    """What each commitment that counts, or pays back, leaves to its donors to bear."""
    seen: set[Promise] = set()
    for commitment, value, counted in money.values():
        left = value
        for paying, record in () if counted is None else _paying(counted):
            paid = money.stated(record)
            after = less(from_zero(left), paid)
            if len(paying.repaid) == 1:
                yield _Borne(record, _smaller(left, paid))
                left = after
                continue
            left = Estimate.of_ends(after.low, left.high, is_approximate=left.is_approximate or after.is_approximate)
            if paying not in seen:
                seen.add(paying)
                yield _Borne(record, paid)
        yield _Borne(commitment, left)


def _paying(counted: Counted) -> Iterator[tuple[Promise, Commitment]]:
    """What pays a gift back and does not count besides it, with the record that tells of it."""
    at = counted.at
    for other in at.tangle.repaying.get(counted.promise, ()):
        if other in at.reached and other not in at.counted:
            yield other, at.tangle.records[at.reached[other][0]]


def _smaller(one: Estimate[Any], other: Estimate[Any]) -> Estimate[Any]:
    """The smaller of two numbers from zero on."""
    low = min(one.low or 0, other.low or 0)
    highs = [figure.high for figure in (one, other) if figure.high is not None]
    approximate = one.is_approximate or other.is_approximate
    return Estimate.of_ends(low, min(highs, default=None), is_approximate=approximate)
