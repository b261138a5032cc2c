"""What one row of Kiel's tracker says of an amount, a day, an item and its delivery."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from .._errors import InvalidValueError
from .._model.estimate import UNKNOWN, Estimate
from .._model.lines import Basis, Line
from .._model.money import Currency, Money
from .._model.period import Period
from .._model.support import Materiel, Support
from ._cells import CACHED, is_blank, kept, text_of
from ._counts import estimate_of
from ._dates import month_of
from ._items import kinds_of
from ._kiel_words import basis_of_price, basis_of_value, years
from ._sheet import Row, in_currency

_IN_PART: Final = frozenset(("partially", "partly", "in part", "some"))
"""Words for a delivery of which no number is told."""
_DIGITS: Final = tuple(map(str, range(100)))
"""The texts of small numbers, of which dozens of columns are full."""
_LARGE: Final = 10**20
"""Prices are less; what is more goes the long way, where it may be refused."""
_USD: Final = Currency("USD")
_SOMETHING: Final[tuple[Support, ...]] = (Materiel(),)


def texts(cells: Sequence[Any], columns: Iterable[tuple[int, str]]) -> dict[str, str]:
    """The texts of some cells by heading, blank ones left out."""
    texts = {}
    for at, name in columns:
        cell = cells[at]
        if cell is None:
            continue
        text = _DIGITS[cell] if type(cell) is int and 0 <= cell < len(_DIGITS) else kept(cell)
        if text:
            texts[name] = text
    return texts


def basis(row: Row, column: str) -> Basis:
    """Where an amount comes from: the source, where it is the one that the source gave; else Kiel's estimate."""
    stated, counted = quietly(row.cell("stated")), quietly(row.cell(column))
    if stated.is_unknown or (stated != counted and not counted.is_unknown):
        return Basis.ESTIMATED
    return basis_of_value(row.text("value_kind") or "")


def quietly(cell: Any) -> Estimate[Any]:
    try:
        return estimate_of(cell, ".")
    except InvalidValueError:
        return UNKNOWN


def announced(row: Row) -> Period | None:
    announced = row.period("date")
    if announced is not None:
        return announced
    month = quietly(row.cell("month")).low
    if not isinstance(month, int) or month < 1:
        return None
    try:
        return month_of(month)
    except InvalidValueError as error:
        row.problem("month", error.problem)
        return None


def covers(row: Row) -> Period | None:
    try:
        return years(row.cell("year"))
    except InvalidValueError as error:
        row.problem("year", error.problem)
        return None


def _kinds(row: Row, item: str) -> tuple[tuple[Support, ...], Any]:
    return kinds_of(item, row.text("item_type") or "", row.text("item_kind") or "")


def line_of(row: Row, extras: dict[str, str], needed: bool) -> Line | None:
    """The line of a row that names an item, a number or a value, or of which a delivery is told."""
    item = row.text("item")
    quantity, price, value = _promised(row, extras), _dollars(row, "price"), _dollars(row, "line_value")
    if item is None and quantity.is_unknown and value.is_unknown and not needed:
        return None
    kinds, unit = (_SOMETHING, None) if item is None else _kinds(row, item)
    if price.low is not None and price.low.amount < 0:
        row.problem("price", "no price is below zero; it is taken as unknown")
        price = UNKNOWN
    is_priced = not (price.is_unknown and value.is_unknown)
    basis = basis_of_price(row.text("price_source") or "") if is_priced else Basis.STATED
    counted = {} if unit is None else {"unit": unit}
    return Line(kinds, quantity, unit_price=price, value=value, basis=basis, extras=extras, **counted)


def _dollars(row: Row, column: str) -> Estimate[Money]:
    """The amount in USD, in which Kiel prices every item."""
    cell = row.cell(column)
    if type(cell) in (int, float) and -_LARGE < cell < _LARGE:
        return _plain_dollars(cell)
    return row.amount(column, _USD)


@lru_cache(maxsize=CACHED, typed=True)
def _plain_dollars(number: float) -> Estimate[Money]:
    return in_currency(estimate_of(number), _USD)


def _promised(row: Row, extras: dict[str, str]) -> Estimate[Any]:
    """How many the row promises; zero is no promise, and stays in the extras."""
    number = row.count("units")
    if (number.low is None or number.low > 0) and (number.high is None or number.high > 0):
        return number
    if number.is_exact and number.low == 0:
        extras[row.sheet.headings[row.sheet.at["units"]]] = "0"
    else:
        row.problem("units", "no number of things is below zero; it is taken as unknown")
    return UNKNOWN


def delivered_of(row: Row, extras: dict[str, str]) -> tuple[Estimate[Any] | None, str | None]:
    """How many were delivered, and the words that say so; None where it is not told, words in the extras."""
    cell = row.cell("delivered")
    if is_blank(cell):
        return None, None
    text = text_of(cell)
    if text.casefold() in _IN_PART:
        return UNKNOWN, text
    number = row.count("delivered")
    if number.is_unknown:
        extras[row.sheet.headings[row.sheet.at["delivered"]]] = text
        return None, None
    if number.low is not None and number.low < 0:
        row.problem("delivered", "no number of things is below zero; it is left out")
        return None, None
    return number, None if number.is_exact else text
