"""What a row of Kiel's tracker says of an item: how many, at what price, and how many have been delivered."""

import re
from typing import Any, Final

import attrs

from ..._exact import Number
from ..._model.lines import Basis, Line
from ..._model.provenance import Citation
from ..._model.support import Materiel
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Money
from .._sheet.amounts import LARGEST, in_currency
from .._sheet.cells import is_blank, text_of
from .._sheet.items import Item, item_of
from .._sheet.sheet import Row
from ._amounts import USD, count_of
from ._terms import basis_of_price

_IN_PART: Final = frozenset(("partially", "partly", "in part", "some"))
"""Words for a delivery whose number is not given."""
_INDEFINITE: Final = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|several|few|many)\b", re.IGNORECASE)
"""Words for a number that say no figure: something has begun to arrive."""
_MOST: Final = 10**12
"""No number of things is larger."""
_SOMETHING: Final = Item((Materiel(),))


@attrs.frozen
class Delivery:
    """What Kiel says of the delivery of a line, or of the whole where no line is named."""

    line: int | None
    quantity: Estimate[Number] = UNKNOWN
    value: Estimate[Money] = UNKNOWN
    wording: str | None = None
    increment: bool = False
    citations: tuple[Citation, ...] = ()


def line_of(row: Row, value: Estimate[Money], extras: dict[str, str], needed: bool, in_euros: bool) -> Line | None:
    """The line of a row that names an item, a number or a value, or of whose delivery something is said.

    Args:
        row: The row.
        value: What the item is worth, if that counts.
        extras: What the line keeps besides.
        needed: Whether there is a line in any case.
        in_euros: Whether the reading is in EUR: prices, which are in USD, are then kept in the extras.
    """
    item, quantity = row.text("item"), _promised(row, extras)
    price: Estimate[Money] = UNKNOWN
    if in_euros:
        for column in ("price", "line_value"):
            text = row.text(column)
            if text is not None:
                extras[row.sheet.heading(column)] = text
    else:
        price = in_currency(_possible(row, "price", count_of(row, "price"), what="price", most=LARGEST), USD)
    if item is None and quantity.is_unknown and value.is_unknown and not needed:
        return None
    kinds, unit, note = _SOMETHING
    if item is not None:
        kinds, unit, note = item_of(item, row.text("item_type") or "", row.text("item_kind") or "")
    if note is not None:
        row.note("item", note)
    is_priced = not (price.is_unknown and value.is_unknown)
    basis = basis_of_price(row.text("price_source") or "") if is_priced else Basis.STATED
    counted: dict[str, Any] = {} if unit is None else {"unit": unit}
    return Line(kinds, quantity, unit_price=price, value=value, basis=basis, extras=extras, **counted)


def _promised(row: Row, extras: dict[str, str]) -> Estimate[Number]:
    """How many the row promises; zero is no promise, and stays in the extras."""
    number = _possible(row, "units", count_of(row, "units"))
    if number.is_exact and number.low == 0:
        extras[row.sheet.heading("units")] = "0"
        return UNKNOWN
    if 0 in (number.low, number.high):
        row.problem("units", "no number of things is below zero; it is taken as unknown")
        return UNKNOWN
    return number


def delivery_of(row: Row, line: int, citations: tuple[Citation, ...], extras: dict[str, str]) -> Delivery | None:
    """What a row says of how many have been delivered; None where it says nothing, and words for that are extras."""
    cell = row.cell("delivered")
    if is_blank(cell):
        return None
    text = text_of(cell)
    if text.casefold() in _IN_PART:
        return Delivery(line, wording=text, increment=True, citations=citations)
    number = count_of(row, "delivered")
    if number.is_unknown:
        extras[row.sheet.heading("delivered")] = text
        return None
    number = _possible(row, "delivered", number, fate="left out")
    if number.is_unknown:
        return None
    wording = None if number.is_exact else text
    begun = wording is not None and _INDEFINITE.search(text) is not None
    return Delivery(line, number, wording=wording, increment=begun, citations=citations)


def _possible(
    row: Row,
    column: str,
    number: Estimate[Number],
    *,
    what: str = "number of things",
    most: int = _MOST,
    fate: str = "taken as unknown",
) -> Estimate[Number]:
    """The number, if its ends lie between zero and the most that there can be; else UNKNOWN, and a problem."""
    low, high = number.lowest_known, number.highest_known
    if low is None or high is None or 0 <= low <= high < most:
        return number
    row.problem(column, f"no {what} is {'below zero' if low < 0 else 'so large'}; it is {fate}")
    return UNKNOWN
