"""Packages as releases from 18 on give them: a row is an allocation of a package, or a commitment, which is a tranche.

An allocation has further rows where it has several items.
"""

from collections.abc import Sequence
from typing import Final

from ..._model.values.estimate import UNKNOWN, exactly
from ..._model.values.money import Money
from .._sheet.sheet import Row
from ._amounts import EUR, NO_ALLOCATION
from ._columns import PART_AMOUNTS, REDISTRIBUTED
from ._drafting import Drafting
from ._drafts import Draft
from ._entries import Entry, entry_of
from ._packages import Package
from ._terms import id_of

_ZERO: Final = exactly(Money(0, EUR))


def package_of(id: str, rows: Sequence[Row], drafting: Drafting) -> Package:
    """The package of some rows."""
    package, amounts = Package(rows), drafting.amounts
    allocations: dict[str, Draft] = {}
    for row in rows:
        entry = entry_of(id, row, amounts)
        part = id_of(row.cell("part"))
        if _is_allocation(entry, part):
            name = part or f"{entry.id}, allocation"
            draft = allocations.get(name)
            value = entry.amounts.counted.get(amounts.part)
            pays = value is not None or entry.amounts.any_in(*PART_AMOUNTS)
            if draft is None or (pays and draft.is_paid):  # Kiel uses a few ids twice
                draft = allocations[name] = drafting.draft(entry, name, part)
                package.drafts.append(draft)
            if pays:
                unstated = _ZERO if amounts.part in REDISTRIBUTED else UNKNOWN
                drafting.value(draft, entry, value or unstated, "part_total")
        else:
            draft = drafting.draft(entry)
            package.drafts.append(draft)
            drafting.value(draft, entry, entry.amounts.counted.get(amounts.whole, UNKNOWN), "total")
            row.set_aside(amounts.part, NO_ALLOCATION)
        package.count_in(entry, draft, amounts.whole)
        drafting.add(draft, entry)
    return package


def _is_allocation(entry: Entry, part: str | None) -> bool:
    """Whether the row is an allocation, and no commitment."""
    measure = (entry.row.text("measure") or "").casefold()
    if measure not in ("allocation", "commitment"):
        measure = "commitment" if part is None else "allocation"
        entry.row.problem("measure", f"this is neither allocation nor commitment; it is read as {measure}")
    return measure == "allocation"
