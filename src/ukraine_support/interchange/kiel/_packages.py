"""The two ways in which Kiel's tables tell packages, each a small machine that takes rows one by one.

Up to release 17 a package is a set of items, and carries its money in one row, or in several where it came in tranches.
Since release 18 a row is an allocation or a commitment.
"""

from collections.abc import Iterator
from typing import Final

from ..._model.lines import Basis
from ..._model.provenance import Record
from ..._model.values.estimate import UNKNOWN, Estimate, exactly
from ..._model.values.money import Money
from .._sheet.sheet import Row
from ._amounts import EUR, NO_ALLOCATION, AmountColumns, Amounts
from ._cells import basis
from ._columns import PART_AMOUNTS, REDISTRIBUTED
from ._drafts import Draft, Package, ends, priced
from ._rows import Entry, Rows
from ._terms import id_of

_ZERO: Final = exactly(Money(0, EUR))
_OTHER_CURRENCY: Final = "is in another currency than the package's first amount"


class Packages:
    """The packages of one table so far."""

    def __init__(self, rows: Rows, amounts: AmountColumns) -> None:
        self._rows = rows
        self._amounts = amounts
        self._found: dict[str, tuple[str, Package]] = {}

    def _package(self, entry: Entry) -> Package:
        """The package of a row, which this may be the first of."""
        if entry.id in self._found:
            package = self._found[entry.id][1]
            package.is_one_row = False
            return package
        package = Package(entry.row.cells)
        self._found[entry.id] = (self._rows.ids.unique(entry.id), package)
        return package

    def _pay(self, package: Package, draft: Draft, entry: Entry) -> None:
        """Count the money in that a row carries for its package."""
        row, column = entry.row, self._amounts.whole
        amount = entry.amounts.counted.get(column)
        if amount is None:
            package.is_open = package.is_open or self._pays(entry.amounts)
        elif package.currency not in (None, ends(amount)[0].currency):
            package.is_open = True
            row.problem(column, f"this {_OTHER_CURRENCY}")
            is_part = draft in package.tranches[-1:]
            row.set_aside(column, f"it {_OTHER_CURRENCY}" + "; a part of the package has it as its value" * is_part)
        else:
            earlier = package.pay(draft, amount, row.number)
            if earlier is not None and any(end.amount for end in ends(amount)):
                row.note(column, f"row {earlier} of this package carries the same amount; both are counted")

    def _pays(self, amounts: Amounts) -> bool:
        """Whether a row carries money for its package, even if it is none that counts."""
        return amounts.tell(("total", self._amounts.whole))

    def records(self) -> Iterator[Record]:
        """Everything read, as records."""
        yield from self._rows.others
        for id, package in self._found.values():
            self._finish(package)
            alone = package.tranches[0] if len(package.tranches) == 1 else None
            for draft in package.drafts:
                self._rows.settle(draft, package.worth if draft is alone else draft.value)
            whole = alone or self._rows.whole_of(package)
            yield from package.records(whole, id, self._rows.ids)

    def _finish(self, package: Package) -> None:
        """Work out what a package is worth whose rows have all come in."""


class Items(Packages):
    """The packages of a table whose rows are items of packages, or tranches of them with their items."""

    def __init__(self, rows: Rows, amounts: AmountColumns) -> None:
        super().__init__(rows, amounts)
        self._stated: dict[Draft, tuple[Row, Estimate[Money]]] = {}

    def take(self, entry: Entry) -> None:
        """Add what a row says to its package; one that carries money after another that did is the next tranche."""
        package, row, pays = self._package(entry), entry.row, self._pays(entry.amounts)
        if not package.tranches or (pays and package.tranches[-1].is_paid):
            package.add_tranche(self._rows.draft(entry))
        draft = package.tranches[-1]
        if row.cells is package.first and not self._amounts.in_euros:
            self._stated[draft] = row, self._amounts.stated(row)
        if pays:
            draft.is_paid = True
            draft.value, draft.basis = (
                entry.amounts.counted.get(self._amounts.whole, UNKNOWN),
                basis(row, entry.amounts, "total"),
            )
        self._pay(package, draft, entry)
        self._rows.add(draft, entry)

    def _finish(self, package: Package) -> None:
        """Without a total, the amount that the source gave counts; failing that, the items at their prices."""
        if self._amounts.in_euros or not package.value.is_unknown:
            return
        (draft,) = package.tranches[:1]
        row, package.value = self._stated[draft]
        if not package.value.is_unknown:
            row.set_aside("stated", "")
        else:
            package.value, draft.basis = priced(draft.lines), Basis.ESTIMATED


class Allocations(Packages):
    """The packages of a table whose rows are allocations and commitments."""

    def take(self, entry: Entry) -> None:
        """Add what a row says to its package."""
        row = entry.row
        measure, part = (row.text("measure") or "").casefold(), id_of(row.cell("part"))
        if measure not in ("allocation", "commitment"):
            measure = "commitment" if part is None else "allocation"
            row.problem("measure", f"this is neither allocation nor commitment; it is read as {measure}")
        package = self._package(entry)
        draft = self._allocation(package, entry, part) if measure == "allocation" else self._tranche(package, entry)
        self._pay(package, draft, entry)
        self._rows.add(draft, entry)

    def _tranche(self, package: Package, entry: Entry) -> Draft:
        draft = self._rows.draft(entry)
        draft.value, draft.basis = (
            entry.amounts.counted.get(self._amounts.whole, UNKNOWN),
            basis(entry.row, entry.amounts, "total"),
        )
        entry.row.set_aside(self._amounts.part, NO_ALLOCATION)
        package.add_tranche(draft)
        return draft

    def _allocation(self, package: Package, entry: Entry, part: str | None) -> Draft:
        """The allocation of the row: of its id, unless that one has its money already and the row carries some."""
        name = part or f"{entry.id}, allocation"
        known = package.parts.get(name, [])
        amount = entry.amounts.counted.get(self._amounts.part)
        pays = amount is not None or entry.amounts.tell(PART_AMOUNTS)
        if known and not (pays and known[-1].is_paid):
            draft = known[-1]
        else:
            draft = self._rows.draft(entry, part)
            package.add_allocation(name, draft)
        if pays:
            draft.is_paid = True
            untold = _ZERO if self._amounts.part in REDISTRIBUTED else UNKNOWN
            draft.value, draft.basis = amount or untold, basis(entry.row, entry.amounts, "part_total")
        return draft
