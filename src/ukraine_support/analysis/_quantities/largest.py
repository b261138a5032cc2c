"""The largest promises."""

from datetime import date

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.values.money import Currency
from ..._model.values.stages import Stage
from .._sums.ranking import Rank, ranking
from .._sums.totals import totals
from .._worth.rates import Deflators, RateTable
from .._worth.valuation import PriceBook


def largest(
    ledger: Ledger,
    n: int,
    *,
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
    stage: Stage | str = Stage.PLEDGED,
    as_of: date | str | None = None,
    prices: PriceBook | None = None,
) -> tuple[Rank, ...]:
    """The largest promises by value, each once, the largest first; `key` of each is the id of its commitment.

    What counts, and how much each is worth, is as for [`totals`][ukraine_support.analysis.totals]. They stand in the
    order of what is certain, their low ends: a promise of undisclosed value comes last.

    Args:
        ledger: The records.
        n: How many, one or more.
        currency: The currency of the values, as for `totals`.
        rates: Exchange rates.
        deflators: Price indices, for constant prices.
        stage: From which stage on.
        as_of: The day as of which the ledger is asked; None for all that it holds.
        prices: A price book for lines that state neither value nor price.

    Raises:
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate or an index is missing.
        InvalidValueError: The number is none above zero, or another argument is none of its kind.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Money
        >>> gifts = [
        ...     FinancialCommitment(id=f"{value} euros", stage="pledged", value=Money(value, "EUR"))
        ...     for value in (5, 7, 6)
        ... ]
        >>> [(rank.key, rank.value) for rank in largest(Ledger(commitments=gifts), 2)]
        [('7 euros', exactly(Money('7', 'EUR'))), ('6 euros', exactly(Money('6', 'EUR')))]
    """
    if type(n) is not int:
        raise WrongTypeError("largest.n", f"{shown(n)} is a {type(n).__name__}", "pass how many, such as 10")
    if n < 1:
        raise InvalidValueError("largest.n", f"{shown(n)} is not above zero", "pass how many, such as 10")

    def id(commitment: Commitment) -> str:
        return commitment.id

    table = totals(
        ledger,
        by=id,
        currency=currency,
        rates=rates,
        deflators=deflators,
        stage=stage,
        as_of=as_of,
        prices=prices,
    )
    return ranking({key: total.value for key, total in table.items() if total.commitments}, by="low")[:n]
