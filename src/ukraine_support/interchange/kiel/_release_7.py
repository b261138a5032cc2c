"""Packages as releases up to 17 give them: rows are items of a package, which carries its money in one of them.

Where it came in tranches, several rows carry money, each with the items below it.
"""

from collections.abc import Sequence

from ..._model.lines import Basis, Line
from ..._model.values.estimate import UNKNOWN, Estimate, at_least, exactly
from ..._model.values.money import Money
from .._sheet.sheet import Row
from ._drafting import Drafting
from ._entries import entry_of
from ._packages import Package


def package_of(id: str, rows: Sequence[Row], drafting: Drafting) -> Package:
    """The package of some rows: one that carries money after another that did begins the next tranche."""
    package, amounts = Package(rows), drafting.amounts
    first = rows[0]
    stated = UNKNOWN if amounts.in_euros else amounts.stated(first)
    for row in rows:
        entry = entry_of(id, row, amounts)
        if not package.drafts or (entry.pays and package.drafts[-1].is_paid):
            package.drafts.append(drafting.draft(entry))
        draft = package.drafts[-1]
        if entry.pays:
            drafting.value(draft, entry, entry.amounts.counted.get(amounts.whole, UNKNOWN), "total")
        package.count_in(entry, draft, amounts.whole)
        drafting.add(draft, entry)
    if package.value.is_unknown and not amounts.in_euros:
        package.value = stated
        if stated.is_unknown:
            package.value, package.drafts[0].basis = _priced(package.drafts[0].lines), Basis.ESTIMATED
        else:
            first.set_aside("stated", "")  # it counts after all
    return package


def _priced(lines: list[Line]) -> Estimate[Money]:
    """What lines are worth at the prices of their items: at least that, where some have none."""
    known = [line.value.low for line in lines if line.value.low is not None]
    if not known:
        return UNKNOWN
    total = Money.sum(known, known[0].currency)
    return exactly(total) if len(known) == len(lines) else at_least(total)
