"""The columns of Kiel's tracker, under their names in every generation of releases."""

from collections.abc import Iterable
from typing import Final

from ..._errors import InvalidValueError, shown
from .._sheet.headings import Column
from .._sheet.sheet import Sheet

_BESIDE: Final = (
    "Monetary Value as Given by Source|Type of item",
    "Monetary Value as Given by Source|No. of Units",
)
"""Between which columns items stand that have no heading, or one that a tool made up."""
COLUMNS: Final = (
    Column("id", ["ID", "activity_id"], required=True),
    Column("part", ["Allocation ID", "sub_activity_id"]),
    Column("donor", ["Countries", "donor"], required=True),
    Column("date", ["Announcement Date", "announcement_date"], required=True),
    Column("type", ["Type of Aid General", "aid_type_general"], required=True),
    Column("subtype", ["Type of Aid Specific", "aid_type_specific"]),
    Column("explanation", ["Explanation"]),
    Column("currency", ["Original Currency", "reporting_currency"]),
    Column("measure", ["Type of donation", "measure"]),
    Column("stated", ["Monetary Value as Given by Source", "source_reported_value"]),
    Column("item", ["Items", "item", *_BESIDE, ""]),  # release 7 gives it no heading
    Column("item_type", ["Type of item", "item_type"]),
    Column("item_kind", ["Sub-type of item", "item_sub_type", "item_subtype"], repeats=True),
    Column("units", ["No. of Units", "item_numb", "item_number", "item_units", "item_no_units"]),
    Column(
        "delivered",
        [
            "No. of Units delivered (in-kind military aid)",
            "item_numb_deliv",
            "item_number_deliv",
            "item_units_deliv",
            "item_no_units_deliv",
        ],
    ),
    Column("price", ["Unit Price in USD", "item_price_USD"]),
    Column("line_value", ["Value committed (own estimate, in USD)", "item_value_estimate_USD"]),
    Column("line_delivered", ["Value delivered (own estimate, in USD)", "item_value_estimate_deliv_USD"]),
    Column("total", ["Total", "tot_activity_value"]),
    Column("total_eur", ["Converted Value in EUR", "tot_activity_value_EUR"]),
    Column("total_constant", ["tot_activity_value_constant_currency"]),
    Column("part_total", ["Allocated Total", "tot_sub_activity_value"]),
    Column("part_total_eur", ["Allocated Total in EUR", "tot_sub_activity_value_EUR"]),
    Column(
        "part_total_redistributed", ["Allocated Total in EUR (redistributed)", "tot_sub_activity_value_EUR_redistr"]
    ),
    Column("part_total_constant", ["tot_sub_activity_value_constant_currency"]),
    Column("part_total_constant_redistributed", ["tot_sub_activity_value_constant_currency_redistr"]),
    Column(
        "value_delivered",
        ["Total monetary value delivered in EUR", "tot_value_deliv_EUR", "Value Delivered"],
        repeats=True,
    ),
    Column("initiative", ["International Initiative", "international_initiative"]),
    Column("year", ["Earmarked year", "earmarked_year"]),
    Column("month", ["month"]),
    Column("sourcing", ["Industry dummy", "industry_dummy"]),
    Column("source_1", ["Source of Aid 1", "source_of_aid_1", "source_1"]),
    Column("source_2", ["Source of Aid 2", "source_of_aid_2", "source_2"]),
    Column("source_3", ["Source of Aid 3", "source_of_aid_3", "source_3"]),
    Column("source_4", ["Source of Aid 4", "source_of_aid_4", "source_4"]),
    Column("source_5", ["Source of Aid 5", "source_of_aid_5", "source_5"]),
    Column("delivery_source", ["Source for Delivery", "source_for_delivery", "delivery_source"]),
    Column("price_source", ["Source of item", "source_of_item", "item_price_source"]),
    Column("value_kind", ["Book\\Replacement value", "Book/Replacement value", "book_replacement_value"]),
)
SOURCES: Final = tuple(column.name for column in COLUMNS if column.name.startswith("source_"))

AMOUNTS: Final = {
    "native": ("total", "part_total"),
    "eur": ("total_eur", "part_total_eur"),
    "redistributed": ("total_eur", "part_total_redistributed"),
    "constant": ("total_constant", "part_total_constant"),
    "constant-redistributed": ("total_constant", "part_total_constant_redistributed"),
}
"""For each way of counting, the columns of what packages and allocations are worth."""
REDISTRIBUTED: Final = ("part_total_redistributed", "part_total_constant_redistributed")
"""Where an allocation left empty has its money elsewhere."""
PART_AMOUNTS: Final = tuple(column.name for column in COLUMNS if column.name.startswith("part_total"))
WHOLE_AMOUNTS: Final = ("total", "total_eur", "total_constant")


def check_amounts(sheet: Sheet, amounts: str, where: str) -> bool:
    """Whether the table tells allocations from commitments, as releases do since Kiel counts allocations.

    Raises:
        InvalidValueError: A column is missing that this, or the way of counting, needs; or there is no such way.
    """
    if not isinstance(amounts, str) or amounts not in AMOUNTS:
        accepted = ", ".join(map(repr, AMOUNTS))
        raise InvalidValueError(f"{where}: amounts", f"{shown(amounts)} is none of the ways", f"pass one of {accepted}")
    allocating = "measure" in sheet.at or "part" in sheet.at
    if allocating:
        _need(sheet, ("measure", "part"), "tell allocations from commitments", where)
    whole, part = AMOUNTS[amounts]
    counted = (whole, part) if allocating else (part if part in REDISTRIBUTED else whole,)
    if amounts == "native":
        counted = ("currency", *(() if not allocating and "stated" in sheet.at else counted))
    _need(sheet, counted, f"read amounts={amounts!r}", where)
    return allocating


def _need(sheet: Sheet, names: Iterable[str], purpose: str, where: str) -> None:
    for name in names:
        if name not in sheet.at:
            headings = next(column.headings for column in COLUMNS if column.name == name)
            named = " or ".join(map(repr, headings))
            raise InvalidValueError(where, f"no column is headed {named}", f"it is needed to {purpose}")
