"""Plain rows as those want them who put them into a data frame or a spreadsheet."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from ._model.base.advice import one_of

_FORMULA: Final = re.compile(r"[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that some spreadsheet takes for a formula: they pass over blanks, and read full-width signs too."""
_NUMBER: Final = re.compile(r"-[0-9]+(?:\.[0-9]+)?", re.ASCII)


def plain_rows(
    rows: Iterable[dict[str, Any]], where: str, *, numbers: str = "exact", formulas: str = "keep"
) -> list[dict[str, Any]]:
    """Rows with exact decimals or the nearest floats, and with texts as they are or so that none is a formula.

    Raises:
        InvalidValueError: What is asked for is none of the two.
    """
    one_of(numbers, ("exact", "float"), f"{where}.numbers")
    one_of(formulas, ("keep", "escape"), f"{where}.formulas")
    if numbers == "float":
        rows = [{name: _as_float(cell) for name, cell in row.items()} for row in rows]
    return without_formulas(rows) if formulas == "escape" else list(rows)


def without_formulas(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of which no spreadsheet takes a text or a heading for a formula: an apostrophe stands before those."""
    return [{_escaped(name): _escaped(cell) for name, cell in row.items()} for row in rows]


def _as_float(cell: Any) -> Any:
    return float(cell) if isinstance(cell, Decimal) else cell


def _escaped(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; a negative number, which calculates nothing, stays."""
    is_formula = isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell
