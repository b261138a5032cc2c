"""Rows of Kiel's tracker that are about a package, with the amounts that they hold."""

import attrs

from ..._model.commitments import Commitment
from .._sheet.sheet import Row, Sheet
from ._amounts import AmountColumns, Amounts
from ._terms import CLASSES, id_of


@attrs.frozen
class Entry:
    """A row, and what it is about."""

    row: Row
    id: str
    """The id of its package."""
    cls: type[Commitment]
    amounts: Amounts
    pays: bool
    """Whether the row carries money for its package, even if it is none that counts."""


def rows_of_packages(sheet: Sheet, amounts: AmountColumns) -> dict[str, list[Row]]:
    """The rows about each package, by its id; a row that is about none is a problem."""
    found: dict[str, list[Row]] = {}
    for row in sheet:
        id = id_of(row.cell("id"))
        if id is not None and _type_of(row) in CLASSES:
            found.setdefault(id, []).append(row)
            continue
        amounts.of(row)  # which the accounts then hold
        if id is None:
            row.problem("id", "the row names no package", fatal=True)
        else:
            row.problem("type", f"the type of aid is none of {', '.join(CLASSES)}", fatal=True)
    return found


def entry_of(id: str, row: Row, amounts: AmountColumns) -> Entry:
    """A row of a package, with its amounts."""
    held = amounts.of(row)
    return Entry(row, id, CLASSES[_type_of(row)], held, held.any_in("total", amounts.whole))


def _type_of(row: Row) -> str:
    return (row.text("type") or "").casefold()
