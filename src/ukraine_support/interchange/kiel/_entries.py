"""Rows of Kiel's tracker that are about a package, with the amounts that they hold."""

from collections.abc import Iterator

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


def entries_of(sheet: Sheet, amounts: AmountColumns) -> Iterator[Entry]:
    """The rows that are about a package; any other is a problem."""
    for row in sheet:
        held = amounts.of(row)
        id = id_of(row.cell("id"))
        cls = CLASSES.get((row.text("type") or "").casefold())
        if id is None:
            row.problem("id", "the row names no package", fatal=True)
        elif cls is None:
            row.problem("type", f"the type of aid is none of {', '.join(CLASSES)}", fatal=True)
        else:
            yield Entry(row, id, cls, held, held.any_in("total", amounts.whole))
