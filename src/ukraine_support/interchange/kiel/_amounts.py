"""The amounts in a row of Kiel's tracker: those that count, and those that are set aside, each with its reason."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import attrs

from ..._errors import InvalidValueError
from ..._exact import Number
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from .._sheet.amounts import TOO_LARGE, is_money
from .._sheet.cells import disclosed_text, is_blank
from .._sheet.counts import estimate_of
from .._sheet.sheet import Row, Sheet, in_currency
from ._columns import AMOUNTS, PART_AMOUNTS, WHOLE_AMOUNTS

_Seen: TypeAlias = dict[Any, tuple[Estimate[Number], Estimate[Money]]]
EUR: Final = Currency("EUR")
_USD: Final = Currency("USD")
_CURRENCIES: Final = {
    "stated": None,
    "total": None,
    "part_total": None,
    "line_value": _USD,
    "line_delivered": _USD,
    **dict.fromkeys((*WHOLE_AMOUNTS[1:], *PART_AMOUNTS[1:], "value_delivered"), EUR),
}
"""The columns of amounts, each with its currency; None is that of the row."""
_KEPT: Final = {
    "stated": "it is kept as the source gave it; the totals count",
    "line_delivered": "it is an estimate of Kiel's, kept in the line's extras",
}
_TOTALS: Final = frozenset((*WHOLE_AMOUNTS, *PART_AMOUNTS))
_ROUND: Final = re.compile(r"[-+]?[1-9]\d{0,2}\.000", re.ASCII)
_PLAIN: Final = frozenset((str, int, float))
_NO_CURRENCY: Final = "this is an amount without a known currency; it is taken as unknown"
_IN_DOLLARS: Final = "it is in USD, and the reading in EUR; it is kept in the line's extras"
NO_ALLOCATION: Final = "the row is no allocation"


def count_of(row: Row, column: str) -> Estimate[Number]:
    """How many a cell says; UNKNOWN where it tells nothing, or can be read in two ways.

    Kiel writes a point before fractions, and sometimes one between groups of three (`15.000.00`). No fraction that it
    reckons ends in zeros, so `20.000` may be either.
    """
    cell = row.cell(column)
    if is_blank(cell):
        return UNKNOWN
    if type(cell) is str and ".000" in cell and _ROUND.fullmatch(cell.strip()):
        whole = cell.strip().removesuffix(".000")
        row.problem(column, f"this can be read as {whole} and as {whole}000; it is taken as unknown")
        return UNKNOWN
    return row.count(column)


def quietly(cell: Any) -> Estimate[Number]:
    """How many a cell says; UNKNOWN where it cannot be read."""
    try:
        return estimate_of(cell, ".")
    except InvalidValueError:
        return UNKNOWN


@attrs.frozen
class Amounts:
    """The amounts in one row, by the name of the column."""

    told: Mapping[str, Estimate[Number]]
    """What the columns say, whether it counts or not."""
    counted: Mapping[str, Estimate[Money]]
    """What counts."""

    def tell(self, columns: Iterable[str]) -> bool:
        """Whether one of the columns says something."""
        return not self.told.keys().isdisjoint(columns)


class AmountColumns:
    """The columns of amounts in one table, under one way of counting."""

    def __init__(self, sheet: Sheet, amounts: str, *, allocating: bool) -> None:
        self.whole, self.part = AMOUNTS[amounts]
        self.in_euros: bool = amounts != "native"
        self._currencies: dict[str, Currency | None] = {}
        self._nothing: set[str] = set()
        self._known: dict[str | None, tuple[_Seen, _Seen]] = {"EUR": ({}, {}), "USD": ({}, {})}
        self._columns = tuple(self._present(sheet, amounts, allocating))

    def _present(self, sheet: Sheet, amounts: str, allocating: bool) -> Iterator[tuple[str, int, Currency | None, str]]:
        """The name, place and currency of each column of the table, and why what it holds is set aside, if it is."""
        for name, currency in _CURRENCIES.items():
            if name not in sheet.at:
                continue
            reason = _KEPT.get(name, "")
            if name == "line_value" and self.in_euros:
                reason = _IN_DOLLARS
            elif name == self.part and not allocating:
                reason = NO_ALLOCATION
            elif name in _TOTALS and name not in (self.whole, self.part):
                reason = f"amounts={amounts!r} does not count this column"
            yield name, sheet.at[name], currency, reason

    def of(self, row: Row) -> "Amounts":
        """The amounts of a row, which the accounts then know."""
        found: dict[str, Estimate[Number]] = {}
        counted: dict[str, Estimate[Money]] = {}
        cells, number, add, own = row.cells, row.number, row.sheet.amounts.add, self.currency(row)
        seen, fixed_seen = self._seen(own), (self._known["USD"], self._known["EUR"])
        for name, at, fixed, reason in self._columns:
            cell = cells[at]
            is_plain = type(cell) in _PLAIN
            if cell is None or (is_plain and cell in self._nothing):
                continue
            currency = fixed or own
            known = (seen if fixed is None else fixed_seen[fixed is EUR])[not reason]
            pair = known.get(cell) if is_plain else None
            if pair is None:
                pair = self._read(row, name, currency, counts=not reason)
                if pair is None:
                    continue
                if is_plain:
                    known[cell] = pair
            found[name], money = pair
            if currency is None and not reason:
                row.problem(name, _NO_CURRENCY)
                add(name, number, pair[0], None, _NO_CURRENCY)
                continue
            add(name, number, pair[0], currency, reason)
            if not reason:
                counted[name] = money
        return Amounts(found, counted)

    def _seen(self, currency: Currency | None) -> tuple[_Seen, _Seen]:
        """What plain cells have said in a currency, by whether they count: tables repeat themselves."""
        code = None if currency is None else currency.code
        if code not in self._known:
            self._known[code] = ({}, {})
        return self._known[code]

    def _read(
        self, row: Row, name: str, currency: Currency | None, *, counts: bool
    ) -> tuple[Estimate[Number], Estimate[Money]] | None:
        """What a cell says, as a number and as an amount; None where it says nothing, or nothing that can be read."""
        cell = row.cell(name)
        number = count_of(row, name) if counts else quietly(cell)
        if number.is_unknown:
            untold = disclosed_text(cell) is None
            if untold and type(cell) is str:
                self._nothing.add(cell)
            elif not untold and not counts and name in _TOTALS:  # other columns stay in the extras as they are written
                row.note(name, "this is no amount; the column does not count, so nothing is made of it")
            return None
        if not is_money(number):
            row.problem(name, TOO_LARGE)
            return None
        return number, UNKNOWN if currency is None or not counts else in_currency(number, currency)

    def stated(self, row: Row) -> Estimate[Money]:
        """The amount as the source gave it, which counts where there is no total."""
        number = count_of(row, "stated")
        if number.is_unknown or not is_money(number):
            return UNKNOWN
        currency = self.currency(row)
        if currency is None:
            row.problem("stated", _NO_CURRENCY)
            return UNKNOWN
        return in_currency(number, currency)

    def currency(self, row: Row) -> Currency | None:
        """The currency that a row names."""
        code = row.text("currency")
        if code is None:
            return None
        if code not in self._currencies:
            try:
                self._currencies[code] = Currency(code.upper())
            except InvalidValueError:
                self._currencies[code] = None
        return self._currencies[code]
