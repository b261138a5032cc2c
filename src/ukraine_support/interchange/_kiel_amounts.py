"""The amounts in a row of Kiel's tracker: those that count, and those that are set aside, each with its reason."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from .._errors import InvalidValueError
from .._exact import Number
from .._model.estimate import UNKNOWN, Estimate
from .._model.money import Currency, Money
from ._accounts import LARGEST
from ._cells import estimate_of
from ._kiel_columns import AMOUNTS, PART_AMOUNTS, WHOLE_AMOUNTS
from ._sheet import Row, Sheet, in_currency

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
_PLAIN: Final = frozenset((str, int, float))
_NO_CURRENCY: Final = "this is an amount without a known currency; it is taken as unknown"
_IN_DOLLARS: Final = "it is in USD, and the reading in EUR; it is kept in the line's extras"
NO_ALLOCATION: Final = "the row is no allocation"


def quietly(cell: Any) -> Estimate[Number]:
    """How many a cell says; UNKNOWN where it cannot be read."""
    try:
        return estimate_of(cell)
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
        return any(column in self.told for column in columns)


class AmountColumns:
    """The columns of amounts in one table, under one way of counting."""

    def __init__(self, sheet: Sheet, amounts: str, *, allocating: bool) -> None:
        self.whole, self.part = AMOUNTS[amounts]
        self.in_euros: bool = amounts != "native"
        self._currencies: dict[str, Currency | None] = {}
        self._known: dict[Any, Estimate[Number]] = {}
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
            elif name in (*WHOLE_AMOUNTS, *PART_AMOUNTS) and name not in (self.whole, self.part):
                reason = f"amounts={amounts!r} does not count this column"
            yield name, sheet.at[name], currency, reason

    def of(self, row: Row) -> "Amounts":
        """The amounts of a row, which the accounts then know."""
        told: dict[str, Estimate[Number]] = {}
        counted: dict[str, Estimate[Money]] = {}
        cells, add = row.cells, row.sheet.amounts.add
        for name, at, fixed, reason in self._columns:
            cell = cells[at]
            if cell is None or (type(cell) is str and cell == "."):
                continue
            number = self._number(cell) if reason else row.count(name)
            if number.is_unknown:
                continue
            if not _is_money(number):
                row.problem(name, "no amount of money is so large; it is taken as unknown")
                continue
            told[name] = number
            currency = fixed or self.currency(row)
            if currency is not None:
                add(name, row.number, number, currency, reason)
                if not reason:
                    counted[name] = in_currency(number, currency)
            elif reason:
                add(name, row.number, number, None, reason)
            else:
                add(name, row.number, number, None, _NO_CURRENCY)
                row.problem(name, _NO_CURRENCY)
        return Amounts(told, counted)

    def _number(self, cell: Any) -> Estimate[Number]:
        """How many a cell says that does not count; what is plain is looked up, as tables repeat themselves."""
        if type(cell) not in _PLAIN:
            return quietly(cell)
        if cell not in self._known:
            self._known[cell] = quietly(cell)
        return self._known[cell]

    def stated(self, row: Row) -> Estimate[Money]:
        """The amount as the source gave it, which counts where there is no total."""
        number = row.count("stated")
        if number.is_unknown or not _is_money(number):
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


def _is_money(number: Estimate[Number]) -> bool:
    return all(end is None or -LARGEST < end < LARGEST for end in (number.low, number.high))
