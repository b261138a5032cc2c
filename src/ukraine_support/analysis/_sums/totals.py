"""What promises add up to, by whatever they are kept by."""

from collections.abc import Callable, Container, ItemsView, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, final

import attrs

from ..._model.base.advice import an_instance, an_instance_or_none, one_of
from ..._model.base.immutable import Immutable
from ..._model.commitments import Commitment
from ..._model.fields import several
from ..._model.ledger import Ledger
from ..._model.parties import Membership
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period, a_day_or_none
from ..._model.values.stages import Stage
from ..._plain_rows import plain_rows
from ..._tabular import ShortTable, Shown, bounds
from ...reference import MEMBERSHIPS
from .._promises.bought import Buying
from .._promises.promises import Promises
from .._worth.rates import Deflators, RateTable
from .._worth.valuation import PriceBook, worths
from .adding import Adding, Entries, Entry, needing
from .attribution import Keys, Splitter
from .keys import By, Key, order, plain
from .summing import Conversion, Fractions, Group, Sum, parts_of


@final
@attrs.frozen(kw_only=True)
class Total:
    """One cell of a table of totals.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> gifts = [FinancialCommitment(id=id, stage="pledged", value=value) for id, value in (
        ...     ("five", Money("5", "EUR")), ("undisclosed", None))]
        >>> total = totals(Ledger(commitments=gifts), by="category")["financial"]
        >>> total.value, total.commitments, total.undisclosed
        (at_least(Money('5', 'EUR')), 2, 1)
    """

    value: Estimate[Money]
    """The sum, within bounds; unknown where nothing is disclosed and no currency is named."""
    commitments: int
    """How many commitments were added up, corrections among them."""
    undisclosed: int
    """How many of them are of no known value."""
    bought: Estimate[Money]
    """The worth of goods bought with money given towards an initiative: it stands apart from the sum."""
    goods: int
    """How many commitments of such goods there are."""


def _in_all(table: "Totals") -> Total:
    cells = tuple(table.values())
    return Total(
        value=_sum(cell.value for cell in cells),
        commitments=sum(cell.commitments for cell in cells),
        undisclosed=sum(cell.undisclosed for cell in cells),
        bought=_sum(cell.bought for cell in cells),
        goods=sum(cell.goods for cell in cells),
    )


def _sum(values: Iterable[Estimate[Money]]) -> Estimate[Money]:
    first, *others = [*values] or [UNKNOWN]
    return sum(others, first)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Totals(Mapping[Any, Total], Shown, Immutable):
    """A table of totals: an immutable mapping from key to cell, sorted by key.

    With one part, a key is that part; with several, the tuple of them; with none, the empty tuple.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment
        >>> gift = FinancialCommitment(
        ...     id="nl", donors=[Country("NL")], stage="pledged", announced="2024-02-26", value=Money("100", "EUR")
        ... )
        >>> table = totals(Ledger(commitments=[gift]), by=("donor", "year"))
        >>> table[Country("NL"), "2024"].value
        exactly(Money('100', 'EUR'))
        >>> table.rows()[0]["donor"], table.rows()[0]["low"]
        ('NL', Decimal('100'))
    """

    names: tuple[str, ...]
    """What the parts of a key are called."""
    currency: Currency | None
    """The currency of every sum; None where there is no amount at all."""
    _cells: dict[Any, Total] = attrs.field(converter=dict, alias="cells")
    whole: Total = attrs.field(default=attrs.Factory(_in_all, takes_self=True), eq=False, kw_only=True)
    """The grand total: its sums are those of the cells, and what stands in several of them it counts once."""
    stage: Stage = attrs.field(default=Stage.PLEDGED, converter=Stage, kw_only=True)
    """From which stage on commitments count. Two tables are compared by their cells, not by what was asked."""
    as_of: date | None = attrs.field(default=None, kw_only=True)
    """The day as of which the ledger was asked; None for all that it holds."""
    price_base: Period | None = attrs.field(default=None, kw_only=True)
    """The period in whose prices sums are; None for the prices of each day."""

    def __getitem__(self, key: Any) -> Total:
        return self._cells[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def items(self) -> ItemsView[Any, Total]:
        """The keys with their cells, sorted by key."""
        return self._cells.items()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Totals):
            return NotImplemented
        return (self.names, self.currency, self._cells) == (other.names, other.currency, other._cells)

    def __hash__(self) -> int:
        return hash((self.names, self.currency, tuple(self._cells.items())))

    def __repr__(self) -> str:
        return f"<Totals by {', '.join(self.names) or 'nothing'}: {len(self)} of them>"

    def _short_table(self) -> ShortTable:
        rows = (
            (
                *(plain(part) for part in ((key,) if len(self.names) == 1 else key)),
                _bounds(total),
                total.commitments,
                total.undisclosed,
            )
            for key, total in self._cells.items()
        )
        head = (*self.names, "value", "commitments", "undisclosed")
        return ShortTable(facts={"whole": _bounds(self.whole)}, head=head, rows=rows, length=len(self))

    def rows(
        self, *, numbers: Literal["exact", "float"] = "exact", formulas: Literal["keep", "escape"] = "keep"
    ) -> list[dict[str, Any]]:
        """The table as plain rows, for a data frame: parties by code or id, None for an open end.

        The columns are the parts of the key, `currency`, `low`, `high`, `approximate`, `commitments`, `undisclosed`,
        `bought_low`, `bought_high` and `goods`.

        Args:
            numbers: Amounts are exact decimals; with `"float"` they are the nearest floats, as data frames calculate.
            formulas: With `"escape"`, an apostrophe stands before texts that a spreadsheet takes for a formula.

        Raises:
            InvalidValueError: `numbers` or `formulas` is none of the two.
        """
        rows = (self._row(key, total) for key, total in self._cells.items())
        return plain_rows(rows, "Totals.rows", numbers=numbers, formulas=formulas)

    def _row(self, key: Any, total: Total) -> dict[str, Any]:
        parts = (key,) if len(self.names) == 1 else key
        low, high, bought_low, bought_high = (
            None if end is None else end.amount
            for end in (total.value.low, total.value.high, total.bought.low, total.bought.high)
        )
        return {
            **{name: plain(part) for name, part in zip(self.names, parts, strict=True)},
            "currency": None if self.currency is None else self.currency.code,
            "low": low,
            "high": high,
            "approximate": total.value.is_approximate,
            "commitments": total.commitments,
            "undisclosed": total.undisclosed,
            "bought_low": bought_low,
            "bought_high": bought_high,
            "goods": total.goods,
        }


def _bounds(total: Total) -> str:
    return bounds(total.value.low, total.value.high, is_approximate=total.value.is_approximate)


def totals(
    ledger: Ledger,
    *,
    by: By = (),
    over: Literal["commitments", "lines"] = "commitments",
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
    stage: Stage | str = Stage.PLEDGED,
    as_of: date | str | None = None,
    spans: Literal["earliest", "latest"] | None = None,
    prices: PriceBook | None = None,
    attribution: Keys | None = None,
    memberships: Iterable[Membership] = MEMBERSHIPS,
) -> Totals:
    """What commitments add up to, by donor, category or whatever else, from a stage on, each promise once.

    **Bounds.** A cell gives the lowest and the highest sum. An undisclosed value is at least zero, "up to five" lies
    between zero and five. A commitment is worth what it states, else what its lines are worth, each as stated, by its
    unit price or by a price book. Corrections add, negative ones too; what a correction leaves open, it leaves open
    both ways.

    **Stage.** A commitment counts if the stage at which it was announced is the one asked about or a later one. Claims
    of progress do not change that: they may tell of a part, or differ; ask `fulfilment` for them. But what all its
    donors take back is withdrawn and counts for no other stage, and what they take back in part comes to less.

    **Once.** The page [what counts twice](../explanation/what-counts-twice.md) tells these rules with their cases:

    * A part (`part_of`, or linked as `component_of`) counts where nothing that it is part of does, however far up. But
      what is known of parts is kept: a whole of undisclosed or open value is at least what its parts come to.
    * Of commitments that tell of the same promise (`same_as`), one counts: of those at the stage, the one that is
      linked to no other. Where each is linked to the other and they differ, the sum spans them. One without a value
      takes that of another.
    * What `corrects` another without being marked as a `correction` restates the whole: the other counts at no stage.
      What replaces another counts instead of it once it, or a part of it, has reached the stage; if it is withdrawn,
      neither of them counts.
    * A `correction` is a difference. Where it names what it corrects, it counts wherever that does.
    * What reimburses another counts only where that other does not. What backs another counts by itself: a guarantee is
      not the loan.
    * Goods bought with money given towards an initiative stand apart, in `bought`: goods of no donor, of its lead
      alone, or of donors whose own money goes towards it. All others are their donor's gift.

    **Conversion.** Rates and indices are those of the last day on which a commitment can have been announced; rates
    first, then the index of the currency of the sum. Each currency of a cell is summed first, then rounded once for
    each day.

    Args:
        ledger: The records.
        by: What the totals are kept by: `"donor"`, `"recipient"`, `"category"`, `"stage"` (when announced),
            `"instrument"`, `"year"`, `"quarter"`, `"month"` (None where a commitment may belong to several),
            `"initiative"`, `"supplier"`, a function of a commitment, or a list or tuple of these. Joint donors or
            suppliers are one key, the tuple of them sorted by code.
        over: With `"lines"`, money by what it bought: `by` then also takes `"kind"`, `"calibre"`, `"designation"`,
            `"condition"`, `"origin"` and `"unit"`, and its functions are given a line. The value of a whole stands
            under the key that all its lines share; else each takes what it states, and the rest stands under None.
        currency: The currency of every sum; None for the base of the rates, or the one in which everything is.
        rates: Exchange rates.
        deflators: Price indices, for sums at constant prices.
        stage: From which stage on.
        as_of: The day as of which the ledger is asked; None for all that it holds.
        spans: Where a span of days is put by `"year"`, `"quarter"` and `"month"`: with `"latest"`, "until 5 March 2024"
            stands under March 2024. By default it stands under None, unless all of its days have one key.
        prices: A price book for lines that state neither value nor price.
        attribution: Keys by which commitments are split over members or joint donors, as `attribute` takes them. Each
            part stands under its own donor, and a function in `by` is given the commitment with that donor alone. The
            sum of all stays the same.
        memberships: Who was a member of what, for the attribution.

    Raises:
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate or an index is missing; the error names the commitments that need it. So is one for a
            commitment without a day, unless the rates are constant.
        InvalidValueError: A word in `by`, the stage or `spans` is none; a party that shares was not, or not yet, a
            member.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment
        >>> gifts = [
        ...     FinancialCommitment(id="nl", donors=[Country("NL")], stage="pledged", value=Money("100", "EUR")),
        ...     FinancialCommitment(id="us", donors=[Country("US")], stage="delivered", value=Money("110", "USD")),
        ... ]
        >>> rates = RateTable.constant("EUR", {"USD": "1.10"})
        >>> table = totals(Ledger(commitments=gifts), by="donor", currency="EUR", rates=rates)
        >>> [(str(donor), total.value) for donor, total in table.items()]
        [('NL', exactly(Money('100', 'EUR'))), ('US', exactly(Money('100', 'EUR')))]
    """
    an_instance(ledger, Ledger, "totals.ledger")
    an_instance_or_none(rates, RateTable, "totals.rates")
    an_instance_or_none(deflators, Deflators, "totals.deflators")
    an_instance_or_none(prices, PriceBook, "totals.prices")
    members = several(memberships, Membership, "totals.memberships")
    day, from_stage = a_day_or_none(as_of, "totals"), Stage(stage)
    promises = Promises(ledger if day is None else ledger.as_of(day), prices=prices)
    simple, counted = promises.counting(from_stage)
    conversion = Conversion(currency, rates, deflators)
    one_of(over, ("commitments", "lines"), "totals.over")
    key = Key.of(by, spans, lines=over == "lines")
    splitter = None if attribution is None else Splitter(attribution, members)
    adding = Adding(key, prices, splitter, conversion.is_dated, over == "lines")
    buying = Buying(promises)
    goods = {one.id for one in simple if one.towards is not None and buying.is_bought(one)}
    values = adding.sums([one for one in simple if one.id not in goods] if goods else simple)
    apart = adding.sums([one for one in simple if one.id in goods] if goods else [])
    bound = Entries(promises, counted, conversion)
    into = conversion.into(sorted(bound.currencies(_codes(values, apart))))
    entries = bound.into(into)
    for entry in entries:
        adding.enter(apart if buying.is_bought(entry.commitment) else values, entry)
    groups = {group for sums in (values, apart) for one in sums.values() for group in one.groups}
    into = into if groups else conversion.currency

    def needed_by(group: Group) -> Iterable[str]:
        return needing(group, (*_alone(simple, prices), *entries), is_dated=conversion.is_dated)

    fractions = {} if into is None else conversion.fractions(groups, into, needed_by)
    cells = cells_of(values, apart, into, fractions, key.kept)
    price_base = None if deflators is None else deflators.base
    table = Totals(key.names, into, cells, stage=from_stage, as_of=day, price_base=price_base)
    if splitter is None and over == "commitments":
        return table
    goods |= {entry.commitment.id for entry in entries if buying.is_bought(entry.commitment)}
    return attrs.evolve(table, whole=_counted_once(table.whole, [*_alone(simple, prices), *entries], goods))


def _alone(commitments: Iterable[Commitment], prices: PriceBook | None) -> Iterator[Entry]:
    return (Entry(commitment, worths(commitment, prices)) for commitment in commitments)


def _counted_once(whole: Total, entries: Sequence[Entry], goods: Container[str]) -> Total:
    """The grand total of a table in which a commitment may stand in several cells."""
    money = [entry for entry in entries if entry.commitment.id not in goods]
    undisclosed = sum(all(value.is_unknown for value in entry.values) for entry in money)
    count = len(money)
    return attrs.evolve(whole, commitments=count, undisclosed=undisclosed, goods=len(entries) - count)


def _codes(*tables: Mapping[Any, Sum]) -> set[str]:
    return {parts_of(group)[0] for sums in tables for one in sums.values() for group in one.groups}


def cells_of(
    values: Mapping[Any, Sum],
    apart: Mapping[Any, Sum],
    currency: Currency | None,
    fractions: Fractions,
    kept: Callable[[Any], Any],
) -> dict[Any, Total]:
    """The cells of a table, sorted by key: what counts, and what is bought and stands apart, by quick key."""
    nothing = Sum()
    found = {
        kept(quick): _total(values.get(quick, nothing), apart.get(quick, nothing), currency, fractions)
        for quick in {**values, **apart}
    }
    return {key: found[key] for key in sorted(found, key=order)}


def _total(value: Sum, goods: Sum, currency: Currency | None, fractions: Fractions) -> Total:
    return Total(
        value=value.estimate(currency, fractions),
        commitments=value.commitments,
        undisclosed=value.undisclosed,
        bought=goods.estimate(currency, fractions),
        goods=goods.commitments,
    )
