"""What one row of Kiel's tracker says of an amount, a day, an item and its delivery."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from ..._errors import InvalidValueError
from ..._model.lines import Basis, Line
from ..._model.support import Materiel
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period
from .._sheet.accounts import LARGEST
from .._sheet.cells import CACHED, is_blank, kept, text_of
from .._sheet.counts import estimate_of
from .._sheet.dates import month_of
from .._sheet.items import Item, item_of
from .._sheet.sheet import Row, in_currency
from ._amounts import Amounts, count_of, quietly
from ._words import basis_of_price, basis_of_value, years

_IN_PART: Final = frozenset(("partially", "partly", "in part", "some"))
"""Words for a delivery of which no number is told."""
_DIGITS: Final = {number: str(number) for number in range(100)}
"""The texts of small numbers, of which dozens of columns are full."""
_VAGUE: Final = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|several|few|many)\b", re.IGNORECASE)
"""Words for a number that say no figure: something has begun to arrive."""
_MOST: Final = 10**12
"""No number of things is larger."""
_USD: Final = Currency("USD")
_SOMETHING: Final = Item((Materiel(),))


def texts(cells: Sequence[Any], columns: Iterable[tuple[int, str]]) -> dict[str, str]:
    """The texts of some cells by heading, blank ones left out."""
    texts = {}
    for at, name in columns:
        cell = cells[at]
        if cell is None:
            continue
        text = _DIGITS.get(cell) if type(cell) is int else None
        if text or (text := kept(cell)):
            texts[name] = text
    return texts


def basis(row: Row, amounts: Amounts, column: str) -> Basis:
    """Where an amount comes from: the source, where it is the one that the source gave; else Kiel's estimate."""
    stated, counted = amounts.told.get("stated"), amounts.told.get(column)
    if stated is None or (counted is not None and stated != counted):
        return Basis.ESTIMATED
    return basis_of_value(row.text("value_kind") or "")


def announced(row: Row) -> Period | None:
    """When a row's aid was announced: on its date, or in Kiel's month where it has none."""
    announced = row.period("date")
    if announced is not None:
        return announced
    if row.text("month") is None:
        return None
    month = _month(row)
    if month is None:
        row.problem("month", "this is no month as Kiel counts them: January 2022 is 1")
    return month


def _month(row: Row) -> Period | None:
    """The month of Kiel's number; None where it is the number of none."""
    number = quietly(row.cell("month"))
    try:
        return month_of(number.low) if number.is_exact and isinstance(number.low, int) and number.low > 0 else None
    except InvalidValueError:
        return None


def other_month(row: Row, date: Period | None) -> str | None:
    """What Kiel's month says, where it is not the one of the date that stands beside it."""
    said = row.text("month")
    if date is None or said is None:
        return None
    month = _month(row)
    firsts: list[object] = [day.replace(day=1) for day in (date.earliest, date.latest) if day is not None]
    return said if month is None or month.earliest not in firsts else None


def covers(row: Row) -> Period | None:
    try:
        return years(row.cell("year"))
    except InvalidValueError as error:
        row.problem("year", error.problem)
        return None


def _item(row: Row, item: str) -> Item:
    found = item_of(item, row.text("item_type") or "", row.text("item_kind") or "")
    if found.note is not None:
        row.note("item", found.note)
    return found


def line_of(row: Row, value: Estimate[Money], extras: dict[str, str], needed: bool, in_euros: bool) -> Line | None:
    """The line of a row that names an item, a number or a value, or of which a delivery is told.

    Args:
        row: The row.
        value: What the item is worth, if that counts.
        extras: What the line keeps besides.
        needed: Whether there is a line in any case.
        in_euros: Whether the reading is in EUR: prices, which are in USD, are then kept in the extras.
    """
    item = row.text("item")
    quantity, price = _promised(row, extras), UNKNOWN if in_euros else _price(row)
    if in_euros:
        for column in ("price", "line_value"):
            text = row.text(column)
            if text is not None:
                extras[row.sheet.heading(column)] = text
    if item is None and quantity.is_unknown and value.is_unknown and not needed:
        return None
    kinds, unit, _ = _SOMETHING if item is None else _item(row, item)
    is_priced = not (price.is_unknown and value.is_unknown)
    basis = basis_of_price(row.text("price_source") or "") if is_priced else Basis.STATED
    counted: dict[str, Any] = {} if unit is None else {"unit": unit}
    return Line(kinds, quantity, unit_price=price, value=value, basis=basis, extras=extras, **counted)


def _price(row: Row) -> Estimate[Money]:
    """The price of one, in USD, as Kiel gives every price."""
    cell = row.cell("price")
    if type(cell) in (int, float) and 0 <= cell < LARGEST:
        return _plain_dollars(cell)
    number = count_of(row, "price")
    if number.is_unknown:
        return UNKNOWN
    if not _is_from_zero(number):
        row.problem("price", "no price is below zero; it is taken as unknown")
        return UNKNOWN
    if not _is_below(LARGEST, number):
        row.problem("price", "no price is so large; it is taken as unknown")
        return UNKNOWN
    return in_currency(number, _USD)


def _is_from_zero(number: Estimate[Any]) -> bool:
    low, high = number.low, number.high
    return (low is None or low >= 0) and (high is None or high >= 0)


def _is_below(bound: int, number: Estimate[Any]) -> bool:
    low, high = number.low, number.high
    return (low is None or low < bound) and (high is None or high < bound)


@lru_cache(maxsize=CACHED, typed=True)
def _plain_dollars(number: float) -> Estimate[Money]:
    return in_currency(estimate_of(number), _USD)


def _promised(row: Row, extras: dict[str, str]) -> Estimate[Any]:
    """How many the row promises; zero is no promise, and stays in the extras."""
    number = count_of(row, "units")
    if number.is_unknown:
        return UNKNOWN
    if number.is_exact and number.low == 0:
        extras[row.sheet.heading("units")] = "0"
        return UNKNOWN
    if not _is_from_zero(number) or 0 in (number.low, number.high):
        row.problem("units", "no number of things is below zero; it is taken as unknown")
        return UNKNOWN
    if not _is_below(_MOST, number):
        row.problem("units", "no number of things is so large; it is taken as unknown")
        return UNKNOWN
    return number


def delivered_of(row: Row, extras: dict[str, str]) -> tuple[Estimate[Any], str | None, bool] | None:
    """How many were delivered, the words that say so, and whether these say only that it has begun.

    None where it is not told; what is written stays in the extras.
    """
    cell = row.cell("delivered")
    if is_blank(cell):
        return None
    text = text_of(cell)
    if text.casefold() in _IN_PART:
        return UNKNOWN, text, True
    number = count_of(row, "delivered")
    if number.is_unknown:
        extras[row.sheet.heading("delivered")] = text
    elif not _is_from_zero(number):
        row.problem("delivered", "no number of things is below zero; it is left out")
    elif not _is_below(_MOST, number):
        row.problem("delivered", "no number of things is so large; it is left out")
    elif number.is_exact:
        return number, None, False
    else:
        return number, text, _VAGUE.search(text) is not None
    return None
