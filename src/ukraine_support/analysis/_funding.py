"""Who pays for a joint undertaking."""

from datetime import date
from typing import final

import attrs

from .._errors import CurrencyMismatchError, RateNotFoundError, UnknownIdError
from .._model.commitments import Commitment, FinancialCommitment, Initiative
from .._model.estimate import UNKNOWN, Estimate
from .._model.ledger import Ledger
from .._model.money import Currency, Money
from .._model.parties import Party
from .._model.stages import Stage
from ._exchange import RateTable
from ._bought import is_money
from ._known import known, subject


@final
@attrs.frozen(kw_only=True)
class Funding:
    """The money given towards an initiative. Goods bought with it are no funding: they stand apart, in `goods`.

    Examples:
        >>> from ukraine_support import Country
        >>> czech = Initiative(id="czech")
        >>> dutch = FinancialCommitment(
        ...     id="nl", donors=[Country("NL")], stage="pledged", towards="czech", value=Money("100", "EUR")
        ... )
        >>> answer = funding(Ledger(initiatives=[czech], commitments=[dutch]), "czech")
        >>> answer.pledged, answer.funders
        (exactly(Money('100', 'EUR')), (Country('NL'),))
    """

    id: str
    """The initiative."""
    as_of: date | None
    """The day asked about; None for all that the ledger holds."""
    contributions: tuple[Commitment, ...]
    """The commitments of money towards it, sorted by id, parts of others among them."""
    goods: tuple[Commitment, ...]
    """The commitments of goods towards it, in kind or bought with the money."""

    @property
    def funders(self) -> tuple[Party, ...]:
        """Everyone who gives money, each once."""
        return tuple(dict.fromkeys(donor for commitment in self.contributions for donor in commitment.donors))

    @property
    def undisclosed(self) -> int:
        """How many of the contributions are of an amount that is not known."""
        return sum(commitment.value.is_unknown for commitment in self._reached(Stage.PROPOSED))

    @property
    def currencies(self) -> tuple[Currency, ...]:
        """The currencies of the contributions, sorted by code."""
        found = {end.currency for commitment in self.contributions for end in _ends(commitment.value)}
        return tuple(sorted(found, key=str))

    def at(
        self, stage: Stage, currency: str | Currency | None = None, rates: RateTable | None = None
    ) -> Estimate[Money]:
        """What has reached a stage, by the stage at which each contribution was announced.

        A part of a contribution counts only where the whole does not. An undisclosed amount is at least nothing: 5 and
        an undisclosed part are at least 5.

        Args:
            stage: The stage, or any later one.
            currency: Without rates, which currency alone to count, needed where there are several. With rates, the
                currency of the sum; the base of the rates if none is named.
            rates: Exchange rates, by which every contribution counts: those of the last day on which it can have been
                announced.

        Raises:
            CurrencyMismatchError: There are several currencies, none is named and no rates are given.
            RateNotFoundError: A rate is missing; the error names the contribution that needs it.

        Examples:
            >>> Funding(id="czech", as_of=None, contributions=(), goods=()).at(Stage.PLEDGED)
            UNKNOWN
        """
        wanted = rates.base if rates is not None and currency is None else self._currency(currency)
        parts: list[Estimate[Money]] = []
        for commitment in self._reached(stage):
            value = commitment.value if rates is None or wanted is None else _converted(commitment, wanted, rates)
            if wanted is None or any(end.currency != wanted for end in _ends(value)):
                continue
            is_open = value.low is None and not commitment.correction  # what a correction leaves open may be below zero
            parts.append(Estimate(Money("0", wanted), value.high, value.is_approximate) if is_open else value)
        return sum(parts[1:], parts[0]) if parts else UNKNOWN

    def _reached(self, stage: Stage) -> list[Commitment]:
        """The contributions that reached the stage, unless the one they are part of counts already."""
        reached = [commitment for commitment in self.contributions if commitment.stage.has_reached(stage)]
        ids = {commitment.id for commitment in reached}
        return [commitment for commitment in reached if commitment.part_of not in ids]

    def _currency(self, currency: str | Currency | None) -> Currency | None:
        if currency is not None:
            return currency if isinstance(currency, Currency) else Currency(currency)
        found = self.currencies
        if len(found) > 1:
            raise CurrencyMismatchError(found[0], found[1])
        return found[0] if found else None

    @property
    def pledged(self) -> Estimate[Money]:
        """What has been pledged, or has come further."""
        return self.at(Stage.PLEDGED)

    @property
    def committed(self) -> Estimate[Money]:
        """What has been committed, or has come further."""
        return self.at(Stage.COMMITTED)

    @property
    def disbursed(self) -> Estimate[Money]:
        """What has been paid out."""
        return self.at(Stage.DISBURSED)


def _converted(commitment: Commitment, currency: Currency, rates: RateTable) -> Estimate[Money]:
    day = None if commitment.announced is None else commitment.announced.latest
    try:
        return rates.convert(commitment.value, currency, on=day)
    except RateNotFoundError as error:
        raise error.needed_by([commitment.id]) from None


def _ends(value: Estimate[Money]) -> tuple[Money, ...]:
    return tuple(end for end in (value.low, value.high) if end is not None)


def funding(ledger: Ledger, id: str, *, as_of: date | None = None) -> Funding:
    """Who gives how much money towards an initiative.

    Args:
        ledger: The records.
        id: The initiative.
        as_of: The day asked about; None for all that the ledger holds.

    Raises:
        UnknownIdError: No initiative has the id.
        NotYetKnownError: It was not yet known on that day.

    Examples:
        >>> funding(Ledger(initiatives=[Initiative(id="czech")]), "czech").funders
        ()
    """
    found = subject(ledger, id, as_of, "funding")
    if not isinstance(found, Initiative):
        raise UnknownIdError(id, "initiative")
    towards = known(ledger, ledger.contributions_to(id), as_of)
    return Funding(
        id=id,
        as_of=as_of,
        contributions=tuple(commitment for commitment in towards if is_money(commitment)),
        goods=tuple(commitment for commitment in towards if not is_money(commitment)),
    )

