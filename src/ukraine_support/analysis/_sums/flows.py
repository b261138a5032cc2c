"""Who pays whom for what goes to whom."""

from collections.abc import Hashable, Iterable
from datetime import date

from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.parties import Membership
from ..._model.values.money import Currency
from ..._model.values.stages import Stage
from ...reference import MEMBERSHIPS
from .._worth.rates import Deflators, RateTable
from .._worth.valuation import PriceBook
from .attribution import Keys
from .keys import joint
from .totals import Totals, totals


def flows(
    ledger: Ledger,
    *,
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
    stage: Stage | str = Stage.PLEDGED,
    as_of: date | str | None = None,
    prices: PriceBook | None = None,
    attribution: Keys | None = None,
    memberships: Iterable[Membership] = MEMBERSHIPS,
) -> Totals:
    """What flows from each funder through each supplier to each recipient: totals by these three.

    The funder is the donor, who often is not the supplier: Germany pays, a maker in Korea delivers, Ukraine receives.
    Where a commitment names no supplier, those of the initiative to which it contributes stand in; else it is None,
    which says that none is stated and not that the donor supplies it. Several suppliers are one key. Flows of goods
    without a value are counted, as undisclosed. What counts, and once, is as for `totals`; see
    [what counts twice](../explanation/what-counts-twice.md).

    Args:
        ledger: The records.
        currency: This and all that follows as [`totals`][ukraine_support.analysis.totals] takes it.
        rates: Exchange rates.
        deflators: Price indices.
        stage: From which stage on.
        as_of: The day asked about; None for all that the ledger holds.
        prices: A price book.
        attribution: Keys by which commitments are split.
        memberships: Who was a member of what.

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

    return totals(
        ledger,
        by=(funder, supplier, "recipient"),
        currency=currency,
        rates=rates,
        deflators=deflators,
        stage=stage,
        as_of=as_of,
        prices=prices,
        attribution=attribution,
        memberships=memberships,
    )
