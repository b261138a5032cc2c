"""The amounts in a row of Kiel's tracker: those that count, and those that are set aside, each with its reason."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from ..._errors import InvalidValueError
from ..._exact import Number
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from ..._scalars import plain
from .._sheet.amounts import TOO_LARGE, in_currency, is_money
from .._sheet.cells import disclosed_text
from .._sheet.counts import estimate_of
from .._sheet.sheet import Row, Sheet
from ._columns import AMOUNTS, PART_AMOUNTS, WHOLE_AMOUNTS

EUR: Final = Currency("EUR")
USD: Final = Currency("USD")
_CURRENCIES: Final = {
    "stated": None,
    "total": None,
    "part_total": None,
    "line_value": USD,
    "line_delivered": USD,
    **dict.fromkeys((*WHOLE_AMOUNTS[1:], *PART_AMOUNTS[1:], "value_delivered"), EUR),
}
"""The columns of amounts, each with its currency; None is that of the row."""
_KEPT: Final = {
    "stated": "it is kept as the source gave it; the totals count",
    "line_delivered": "it is an estimate of Kiel's, kept in the line's extras",
}
_TOTALS: Final = frozenset((*WHOLE_AMOUNTS, *PART_AMOUNTS))
_ROUND: Final = re.compile(r"[-+]?[1-9]\d{0,2}\.000", re.ASCII)
_NO_CURRENCY: Final = "this is an amount without a known currency; it is taken as unknown"
_IN_DOLLARS: Final = "it is in USD, and the reading in EUR; it is kept in the line's extras"
NO_ALLOCATION: Final = "the row is no allocation"


def count_of(row: Row, column: str) -> Estimate[Number]:
    """How many a cell says; UNKNOWN where it says nothing, or can be read in two ways.

    Kiel writes a point before fractions, and sometimes one between groups of three (`15.000.00`). No fraction that it
    reckons ends in zeros, so `20.000` may be either.
    """
    cell = plain(row.cell(column))
    if type(cell) is str and ".000" in cell and _ROUND.fullmatch(cell.strip()):
        whole = cell.strip().removesuffix(".000")
        row.problem(column, f"this can be read as {whole} and as {whole}000; it is taken as unknown")
        return UNKNOWN
    return row.count(column)


def count_or_unknown(cell: Any) -> Estimate[Number]:
    """How many a cell says; UNKNOWN where it cannot be read, which is no problem there."""
    try:
        return estimate_of(cell, ".")
    except InvalidValueError:
        return UNKNOWN


@attrs.frozen
class Amounts:
    """The amounts in one row, by the name of the column."""

    written: Mapping[str, Estimate[Number]]
    """What the columns say, whether it counts or not."""
    counted: Mapping[str, Estimate[Money]]
    """What counts."""

    def any_in(self, *columns: str) -> bool:
        """Whether one of the columns says an amount."""
        return not self.written.keys().isdisjoint(columns)


class AmountColumns:
    """The columns of amounts in one table, under one way of counting."""

    def __init__(self, sheet: Sheet, amounts: str, *, allocating: bool) -> None:
        self.whole, self.part = AMOUNTS[amounts]
        self.in_euros: bool = amounts != "native"
        self._currencies: dict[str, Currency | None] = {}
        self._columns = tuple(self._present(sheet, amounts, allocating))

    def _present(self, sheet: Sheet, amounts: str, allocating: bool) -> Iterator[tuple[str, int, Currency | None, str]]:
        """The name, position and currency of each column of the table, and why its amounts are set aside, if so."""
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

    def of(self, row: Row) -> Amounts:
        """The amounts of a row, which the accounts then hold."""
        written: dict[str, Estimate[Number]] = {}
        counted: dict[str, Estimate[Money]] = {}
        own = self.currency(row)
        for name, at, fixed, reason in self._columns:
            cell = row.cells[at]
            if cell is None or (number := self._number(row, name, cell, counts=not reason)).is_unknown:
                continue
            written[name] = number
            currency = fixed or own
            if reason:
                row.account_for(name, number, currency, reason)
            elif currency is None:
                row.problem(name, _NO_CURRENCY)
                row.account_for(name, number, None, _NO_CURRENCY)
            else:
                row.account_for(name, number, currency)
                counted[name] = in_currency(number, currency)
        return Amounts(written, counted)

    def _number(self, row: Row, name: str, cell: Any, *, counts: bool) -> Estimate[Number]:
        """What a cell says; what cannot be read is a problem where it counts, and else stays in the extras."""
        number = UNKNOWN if counts and type(cell) is str else count_or_unknown(cell)
        if counts and number.is_unknown:
            number = count_of(row, name)
        elif number.is_unknown and name in _TOTALS and disclosed_text(cell) is not None:
            row.note(name, "this is no amount; the column does not count, so nothing is made of it")
        if number.is_unknown or is_money(number):
            return number
        row.problem(name, TOO_LARGE)
        return UNKNOWN

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
