"""Who pays for a joint undertaking."""

from datetime import date
from typing import final

import attrs

from .._errors import UnknownIdError
from .._model.base.advice import an_instance_or_none
from .._model.commitments import Commitment, Initiative
from .._model.ledger import Ledger
from .._model.parties import Party
from .._model.references import cut
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.money import Currency, Money
from .._model.values.period import a_day_or_none
from .._model.values.stages import Stage
from .._tabular import ShortTable, Shown, cell, table_of
from ._known import subject
from ._promises.bought import is_money
from ._promises.promises import Promises
from ._sums.adding import Entries, Entry, enter, needing
from ._sums.summing import Conversion, Sum
from ._worth.rates import RateTable
from ._worth.valuation import codes, worths


def _of_these(answer: "Funding") -> Ledger:
    ids = {answer.id, *(commitment.id for commitment in answer.contributions)}
    alone = (cut(commitment, ids.__contains__) for commitment in answer.contributions)
    return Ledger(initiatives=[Initiative(id=answer.id)], commitments=alone)


@final
@attrs.frozen(kw_only=True)
class Funding(Shown):
    """The money given towards an initiative. Goods bought with it are no funding: they stand apart, in `goods`.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment
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

    ledger: Ledger = attrs.field(default=attrs.Factory(_of_these, takes_self=True), eq=False, repr=False)
    """The records that decide which of the contributions count; by default, the contributions alone."""

    def _short_table(self) -> ShortTable:
        pledged = [self.at(Stage.PLEDGED, currency=currency) for currency in self.currencies]
        rows = (*self.contributions, *self.goods)
        return table_of(rows, len(rows), initiative=self.id, pledged=cell(pledged), undisclosed=self.undisclosed)

    @property
    def funders(self) -> tuple[Party, ...]:
        """Everyone who gives money, each once; not who took it back."""
        promises = Promises(self.ledger, self.as_of)
        standing = [one for one in self.contributions if not promises.is_withdrawn(one.id)]
        return tuple(dict.fromkeys(donor for commitment in standing for donor in commitment.donors))

    @property
    def undisclosed(self) -> int:
        """How many of the contributions that count are of an amount of which nothing is known."""
        conversion = Conversion(None, None, None)
        entries, _ = self._entries(Stage.PROPOSED, conversion, is_mixed=True)
        return sum(all(value.is_unknown for value in entry.values) for entry in entries)

    @property
    def currencies(self) -> tuple[Currency, ...]:
        """The currencies of the contributions, sorted by code."""
        found = codes(value for commitment in self.contributions for value in worths(commitment, None))
        return tuple(Currency(code) for code in sorted(found))

    @property
    def superseded(self) -> dict[str, tuple[str, ...]]:
        """The ids of contributions that do not count because others do, each with the ids of those others.

        The others restate, replace or repeat it, or they are what it pays back.
        """
        promises = Promises(self.ledger, self.as_of)
        found = {commitment.id: promises.superseded_by(commitment.id) for commitment in self.contributions}
        return {id: others for id, others in found.items() if others}

    def at(
        self, stage: Stage | str, *, currency: str | Currency | None = None, rates: RateTable | None = None
    ) -> Estimate[Money]:
        """What has reached a stage: what [`totals`][ukraine_support.analysis.totals] counts of the contributions.

        Each promise counts once, by the stage at which it was announced; the page
        [what counts twice](../explanation/what-counts-twice.md) tells by which rules. An undisclosed amount is at least
        nothing: 5 and an undisclosed part are at least 5.

        Args:
            stage: The stage, or any later one.
            currency: Without rates, which currency alone to count, needed where there are several. With rates, the
                currency of the sum; the base of the rates if none is named.
            rates: Exchange rates, by which every contribution counts: those of the last day on which it can have been
                announced.

        Raises:
            CurrencyMismatchError: There are several currencies, none is named and no rates are given.
            RateNotFoundError: A rate is missing; the error names the contribution that needs it.
            InvalidValueError: The stage is none.

        Examples:
            >>> Funding(id="czech", as_of=None, contributions=(), goods=()).at("pledged")
            UNKNOWN
        """
        asked = Stage(stage)
        conversion = Conversion(currency, an_instance_or_none(rates, RateTable, "Funding.at"), None)
        entries, into = self._entries(asked, conversion)
        if into is not None and rates is None:
            entries = [entry for entry in entries if codes(entry.values) <= {into.code}]
        total = Sum(is_dated=conversion.is_dated)
        for entry in entries:
            enter(total, entry, entry.values)
        if into is None or not entries:
            return UNKNOWN
        fractions = conversion.fractions(
            total.groups, into, lambda group: needing(group, entries, is_dated=conversion.is_dated)
        )
        return total.estimate(into, fractions)

    def _entries(
        self, stage: Stage, conversion: Conversion, *, is_mixed: bool = False
    ) -> tuple[list[Entry], Currency | None]:
        """What each contribution adds that counts at a stage, and the currency of their sum."""
        promises = Promises(self.ledger, self.as_of)
        simple, counted = promises.counting_among(self.contributions, stage)
        alone = [Entry(commitment, worths(commitment, None)) for commitment in simple]
        bound = Entries(promises, counted, conversion)
        beside = {code for entry in alone for code in codes(entry.values)}
        stated = sorted(bound.currencies(beside))
        into = None if is_mixed and len(stated) > 1 else conversion.into(stated)
        return [*alone, *bound.into(into)], into

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


def funding(ledger: Ledger, id: str, *, as_of: date | str | None = None) -> Funding:
    """Who gives how much money towards an initiative.

    What counts of it is what `totals` counts; the page [what counts twice](../explanation/what-counts-twice.md) tells
    by which rules. A part of a contribution is one too, and so is another telling of it, though neither names the
    initiative.

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
    day = a_day_or_none(as_of, "funding")
    found = subject(ledger, id, day, "funding")
    if not isinstance(found, Initiative):
        raise UnknownIdError(id, "initiative")
    towards = Promises(ledger, day).contributions(id)
    return Funding(
        id=id,
        as_of=day,
        contributions=tuple(commitment for commitment in towards if is_money(commitment)),
        goods=tuple(commitment for commitment in towards if not is_money(commitment)),
        ledger=ledger,
    )
