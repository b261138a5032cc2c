"""Who pays whom for what goes to whom."""

from collections.abc import Hashable, Iterable
from datetime import date
from typing import TypedDict, Unpack

from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.parties import Membership
from ..._model.values.money import Currency
from ..._model.values.stages import Stage
from .._worth.rates import Deflators, RateTable
from .._worth.valuation import PriceBook
from .attribution import Keys
from .keys import joint
from .totals import Totals, totals


class Options(TypedDict, total=False):
    """What [`totals`][ukraine_support.analysis.totals] takes besides a ledger and what the totals are kept by."""

    currency: str | Currency | None
    rates: RateTable | None
    deflators: Deflators | None
    stage: Stage | str
    as_of: date | str | None
    prices: PriceBook | None
    attribution: Keys | None
    memberships: Iterable[Membership]


def flows(ledger: Ledger, **options: Unpack[Options]) -> Totals:
    """What flows from each funder through each supplier to each recipient: totals by these three.

    The funder is the donor, who often is not the supplier: Germany pays, a maker in Korea delivers, Ukraine receives.
    Where a commitment names no supplier, those of the initiative to which it contributes stand in; else it is None,
    which says that none is stated and not that the donor supplies it. Several suppliers are one key. Flows of goods
    without a value are counted, as undisclosed. What counts, and once, is as for `totals`; see
    [what counts twice](../explanation/what-counts-twice.md).

    Args:
        ledger: The records.
        **options: As for `totals`: `currency`, `rates`, `deflators`, `stage`, `as_of`, `prices`, `attribution`,
            `memberships`.

    Raises:
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate or an index is missing.

    Examples:
        >>> from ukraine_support import Country, MilitaryCommitment, Money
        >>> germany, korea = Country("DE"), Country("KR")
        >>> order = MilitaryCommitment(
        ...     id="guns", donors=[germany], suppliers=[korea], stage="contracted", value=Money("9", "EUR")
        ... )
        >>> table = flows(Ledger(commitments=[order]))
        >>> table.names, table[germany, korea, Country("UA")].value
        (('funder', 'supplier', 'recipient'), exactly(Money('9', 'EUR')))
    """

    def funder(commitment: Commitment) -> Hashable:
        return joint(commitment.donors)

    def supplier(commitment: Commitment) -> Hashable:
        if commitment.suppliers or commitment.towards is None:
            return joint(commitment.suppliers)
        return joint(ledger.initiatives[commitment.towards].suppliers)

    return totals(ledger, by=(funder, supplier, "recipient"), **options)
