"""What can count, amount by amount, as rows of which an engine needs nothing but a sum by group."""

from collections.abc import Container, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import Any, Final, Literal, NamedTuple

import attrs

from ..._errors import CurrencyMismatchError, InvalidValueError, shown
from ..._exact import EXACT
from ..._model.base.advice import an_instance, an_instance_or_none
from ..._model.fields import several
from ..._model.ledger import Ledger
from ..._model.parties import Membership
from ..._model.values.estimate import Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import a_day_or_none
from ..._model.values.stages import Stage
from ...reference import MEMBERSHIPS
from .._promises.bought import Buying
from .._promises.promises import Promises
from .._worth.rates import Deflators, RateTable
from .._worth.valuation import PriceBook, codes, worths
from .adding import Adding, Entries, Entry, Holds, enter
from .attribution import Keys, Splitter
from .keys import By, Key
from .summing import Conversion, Sum, day_of, parts_of

FLAGS: Final = {stage: {f"counts_{at.value}": stage.has_reached(at) for at in Stage} for stage in Stage}
"""At which stages what has come so far counts, if nothing else bears on it."""
_ZERO: Final = Decimal(0)


class _Amount(NamedTuple):
    """The columns of a row that say how much it is."""

    currency: str | None
    day: date | None
    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False
    approximate: bool = False
    commitments: int = 0
    undisclosed: int = 0
    raises: bool = False


TAKEN: Final = {
    *_Amount._fields,
    *("largest", "once", "bought", "conversion", "kept_by", "as_of", "amounts", "at_stage"),
    *("commitments_once", "undisclosed_once"),
}
"""The columns beside those of the key."""


def summands(
    ledger: Ledger,
    *,
    by: By = (),
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
    as_of: date | str | None = None,
    spans: Literal["earliest", "latest"] | None = None,
    prices: PriceBook | None = None,
    attribution: Keys | None = None,
    memberships: Iterable[Membership] = MEMBERSHIPS,
) -> Iterator[dict[str, Any]]:
    """What [`totals`][ukraine_support.analysis.totals] adds up, amount by amount: for engines that add up more.

    Every rule of what counts is in the rows already. Add up `low`, `high` and the counts of those whose
    `counts_<stage>` is true, by all their other columns, and
    [`totals_of`][ukraine_support.analysis.totals_of] makes of these sums what `totals` would have answered.

    The columns are the parts of the key, and

    * `currency` and `day`: in what an amount is, and at whose rates it is converted. None where nothing is disclosed.
    * `low`, `high`: the ends as decimals, zero where they are open; `open_low`, `open_high`: whether that leaves the
      sum open; `approximate`; `largest`: the larger of the two without its sign, which proves that sums fit.
    * `commitments`: 1, or 0 where a commitment is in another row of its key already; `undisclosed`: 1 where it is of
      no known value; `once`: whether it stands in no cell before.
    * `bought`: whether these are goods bought with money given towards an initiative.
    * `raises`: whether it is what parts raise their whole by, a row of its own; `undisclosed` is then -1 where the
      whole is of no known value but for its parts.
    * `conversion`: for which conversion a row holds, where parts are in several currencies or, with rates of days, of
      several days; None for any. Pass `currency` and `rates` here too where there are such; else `totals_of` refuses.
    * `kept_by`: the parts of the key, where a commitment may be in several cells; None where any of them will do.
    * `as_of`: the day as of which the ledger was asked.
    * `counts_proposed` to `counts_withdrawn`: whether it counts at that stage.

    Args:
        ledger: The records. Pieces of a larger one give the same rows if they are cut between its
            [`components`][ukraine_support.analysis.components], and a currency is named.
        by: What the totals are kept by, as for `totals`.
        currency: The currency of the sums, as for `totals`.
        rates: Exchange rates. With those that hold on every day, rows have no days.
        deflators: Price indices.
        as_of: The day as of which the ledger is asked.
        spans: Where a span of days is put.
        prices: A price book for lines that state neither value nor price.
        attribution: Keys by which commitments are split over members or joint donors.
        memberships: Who was a member of what, for the attribution.

    Raises:
        InvalidValueError: An argument is none of its kind, such as a word in `by`.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment
        >>> gifts = [
        ...     FinancialCommitment(id="nl", donors=[Country("NL")], stage="pledged"),
        ...     FinancialCommitment(id="nl-part", stage="delivered", value=Money("5", "EUR"), part_of="nl"),
        ... ]
        >>> for row in summands(Ledger(commitments=gifts), by="donor"):
        ...     if row["counts_pledged"]:
        ...         print(row["donor"], row["currency"], row["low"], row["commitments"], row["raises"])
        NL None 0 1 False
        NL EUR 5 0 True
    """
    an_instance(ledger, Ledger, "summands.ledger")
    an_instance_or_none(rates, RateTable, "summands.rates")
    an_instance_or_none(deflators, Deflators, "summands.deflators")
    an_instance_or_none(prices, PriceBook, "summands.prices")
    members = several(memberships, Membership, "summands.memberships")
    day = a_day_or_none(as_of, "summands")
    conversion = Conversion(currency, rates, deflators)
    key = key_beside(by, spans, "summands", TAKEN)
    splitter = None if attribution is None else Splitter(attribution, members)
    is_dated = rates is None or conversion.is_dated
    promises = Promises(ledger if day is None else ledger.as_of(day), prices=prices)
    return _Rows(promises, conversion, Adding(key, prices, splitter, is_dated), day).all()


def key_beside(
    by: By, spans: Literal["earliest", "latest"] | None, where: str, taken: Container[str], *, lines: bool = False
) -> Key:
    """A key of which no part is called as another column of summands, or of what they add up to, is."""
    key = Key.of(by, spans, where=where, lines=lines)
    for name in key.names:
        if name in taken or name.startswith("counts_"):
            problem = f"{shown(name)} is the name of a column that is there already"
            raise InvalidValueError(f"{where}.by", problem, "give the function another name")
    return key


@attrs.frozen
class _Rows:
    """Rows being made."""

    promises: Promises
    conversion: Conversion
    adding: Adding
    as_of: date | None
    _keys: dict[Any, dict[str, Any]] = attrs.field(factory=dict, init=False)

    def all(self) -> Iterator[dict[str, Any]]:
        """All rows: first of commitments that stand alone, then of those that hang together with others."""
        buying = Buying(self.promises)
        currencies: dict[Stage, set[str]] = {stage: set() for stage in Stage}
        yield from self._alone(buying, currencies)
        rows: dict[tuple[Any, ...], dict[str, Any]] = {}
        for stage in Stage:
            beside = {code for at, some in currencies.items() if at.has_reached(stage) for code in some}
            for entry, told in self._bound(stage, beside):
                bought = buying.is_bought(entry.commitment)
                for key, amount, once in self._pieces(entry):
                    columns = entry.commitment.id, key, amount, bought, once, told
                    if columns not in rows:
                        rows[columns] = self._row(*columns[1:]) | dict.fromkeys(FLAGS[Stage.PROPOSED], False)
                    rows[columns][f"counts_{stage.value}"] = True
        yield from rows.values()

    def _alone(self, buying: Buying, currencies: dict[Stage, set[str]]) -> Iterator[dict[str, Any]]:
        """The rows of commitments that stand alone; enters the currencies of those that have come to each stage."""
        splitter, is_dated = self.adding.splitter, self.adding.is_dated
        alone = [one for stage in (Stage.PROPOSED, Stage.WITHDRAWN) for one in self.promises.counting(stage)[0]]
        usual: dict[tuple[Any, Stage], dict[str, Any]] = {}
        keys = self.adding.key.of_all(alone) if splitter is None else [None] * len(alone)
        for key, one in zip(keys, alone, strict=False):
            stage, low = one.stage, one.value.low
            is_bought = one.towards is not None and buying.is_bought(one)
            if low is not None and low is one.value.high and splitter is None and not is_bought:
                row = usual.get((key, stage))  # just one amount, as most are: the rest is alike for thousands
                if row is None:
                    alike = _Amount(None, None, _ZERO, _ZERO, commitments=1)
                    row = usual[key, stage] = self._row(key, alike, False, True, None) | FLAGS[stage]
                code, end = low.currency.code, low.amount
                currencies[stage].add(code)
                row = row.copy()
                row["currency"], row["low"], row["high"], row["largest"] = code, end, end, end.copy_abs()
                row["day"], row["approximate"] = day_of(one) if is_dated else None, one.value.is_approximate
                yield row
                continue
            entry = Entry(one, worths(one, self.adding.prices))
            currencies[stage] |= codes(entry.values)
            pieces: Iterable[tuple[Any, _Amount, bool]] = self._pieces(entry)
            if splitter is None:
                pieces = ((key, amount, True) for amount in _of(self._sum(entry, entry.values)))
            for own, amount, once in pieces:
                yield self._row(own, amount, is_bought, once, None) | FLAGS[stage]

    def _bound(self, stage: Stage, beside: set[str]) -> Iterator[tuple[Entry, str | None]]:
        """What each promise that hangs together with others adds, and for which conversion that holds."""
        entries = Entries(self.promises, self.promises.counting(stage)[1], self.conversion)
        try:
            into = self.conversion.into(sorted(entries.currencies(beside)))
        except CurrencyMismatchError:  # what adds them up names a currency, or is told so
            into = None
        for one in entries.counted:
            entry = entries.entry(one, into)
            yield entry, holding(entry, self.conversion, into)

    def _pieces(self, entry: Entry) -> Iterator[tuple[Any, _Amount, bool]]:
        """The key of each row of an entry, how much it is, and whether it is in the first cell of the commitment."""
        stated = entry.values if entry.stated is None else entry.stated
        both = (self.adding.portions(entry, values) for values in (entry.values, stated))
        first = None
        for (key, values, again), (_, raw, _) in zip(*both, strict=True):
            first = (key,) if first is None else first
            for amount in self._amounts(entry, values, None if entry.stated is None else raw, again):
                yield key, amount, first == (key,)

    def _amounts(self, entry: Entry, values: Iterable[Estimate[Money]], raw: Any, again: bool) -> list[_Amount]:
        full = self._sum(entry, values, again=again)
        if raw is None or entry.converted:
            return _of(full)
        base = self._sum(Entry(entry.commitment, raw), raw, again=again)
        lows = {
            group: EXACT.subtract(_ends(full.lows, group), _ends(base.lows, group))
            for group in full.groups | base.groups
        }
        is_raised = (full.open_low, full.open_high, full.highs) == (base.open_low, base.open_high, base.highs) and (
            full.approximate or not base.approximate
        )
        raised = [
            _Amount(*parts_of(group), low, _ZERO, raises=True) for group, low in sorted(lows.items(), key=str) if low
        ]
        if not is_raised or not raised:
            return _of(full)
        approximate, undisclosed = full.approximate and not base.approximate, full.undisclosed - base.undisclosed
        raised[0] = raised[0]._replace(approximate=approximate, undisclosed=undisclosed)
        return [*_of(base), *raised]

    def _sum(self, entry: Entry, values: Iterable[Estimate[Money]], *, again: bool = False) -> Sum:
        total = Sum(is_dated=self.adding.is_dated)
        enter(total, entry, values, again=again)
        return total

    def _row(self, key: Any, amount: _Amount, bought: bool, once: bool, conversion: str | None) -> dict[str, Any]:
        if key not in self._keys:
            kept, names = self.adding.key.kept(key), self.adding.key.names
            self._keys[key] = dict(zip(names, (kept,) if len(names) == 1 else kept, strict=True))
        return {
            **self._keys[key],
            **amount._asdict(),
            "largest": max(amount.low.copy_abs(), amount.high.copy_abs()),
            "once": once,
            "bought": bought,
            "conversion": conversion,
            "kept_by": None if self.adding.splitter is None else ", ".join(self.adding.key.names),
            "as_of": self.as_of,
        }


def holding(entry: Entry, conversion: Conversion, into: Currency | None) -> str | None:
    """For which conversion an entry holds; None for any."""
    if entry.holds is Holds.FOR_THIS:
        return f"{CONVERTED if entry.converted else STATED}{conversion.told(into)}"
    return None if entry.holds is Holds.ALWAYS else WITHOUT_DAYS


CONVERTED: Final = "in "
"""Begins the words for a conversion by which an amount is converted already."""
STATED: Final = "for "
"""Begins those for one by which it is not."""
WITHOUT_DAYS: Final = "without days"
"""The words for all conversions whose rates hold on every day."""


def _ends(ends: Any, group: Any) -> Decimal:
    return reduce(EXACT.add, ends.get(group, ()), _ZERO)


def _of(total: Sum) -> list[_Amount]:
    """The rows of a sum: one for each currency and day, of which the first tells what is known of all."""
    rows = [
        _Amount(*parts_of(group), _ends(total.lows, group), _ends(total.highs, group))
        for group in sorted(total.groups, key=str)
    ] or [_Amount(None, None, _ZERO, _ZERO)]
    rows[0] = rows[0]._replace(
        open_low=total.open_low,
        open_high=total.open_high,
        approximate=total.approximate,
        commitments=total.entered,
        undisclosed=total.undisclosed,
    )
    return rows
