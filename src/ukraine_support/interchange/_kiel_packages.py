"""The two ways in which Kiel's tables tell packages, each a small machine that takes rows one by one.

Up to release 17 a package is a set of items, and carries its money in one row, or in several where it came in tranches.
Since release 18 a row is an allocation or a commitment.
"""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from .._model.commitments import Commitment
from .._model.estimate import UNKNOWN, Estimate, exactly
from .._model.lines import Basis
from .._model.money import Money
from .._model.provenance import Record
from ._kiel_amounts import EUR, NO_ALLOCATION, Amounts, quietly
from ._kiel_cells import basis
from ._kiel_columns import PART_AMOUNTS, REDISTRIBUTED
from ._kiel_drafts import Draft, Package, priced
from ._kiel_rows import Rows
from ._kiel_words import id_of
from ._sheet import Row

Found: TypeAlias = Mapping[str, Estimate[Money]]
"""The amounts of a row that count, by the name of their column."""
_ZERO: Final = exactly(Money(0, EUR))
_OTHER_CURRENCY: Final = "this is in another currency than the package's first amount"


class Packages:
    """The packages of one table so far."""

    def __init__(self, rows: Rows, amounts: Amounts) -> None:
        self._rows = rows
        self._amounts = amounts
        self._found: dict[str, tuple[str, Package]] = {}

    def _begin(self, id: str, draft: Draft) -> Package:
        package = self._rows.package(draft)
        self._found[id] = (self._rows.ids.unique(id), package)
        return package

    def _further(self, id: str, row: Row) -> Package | None:
        """The package of which this is a further row; None where it is the first."""
        if id not in self._found:
            return None
        package = self._found[id][1]
        self._rows.narrow(package, row)
        return package

    def _pay(self, package: Package, draft: Draft, row: Row, found: Found) -> None:
        """Count the money in that a row carries for its package."""
        column = self._amounts.whole
        amount = found.get(column)
        if amount is None:
            package.is_open = package.is_open or _carries(row, ("total", self._amounts.whole))
            return
        currency = _end(amount).currency
        if package.currency not in (None, currency):
            package.is_open = True
            row.problem(column, _OTHER_CURRENCY)
            if draft not in package.tranches[-1:]:
                row.set_aside(column, _OTHER_CURRENCY)
            return
        earlier = package.add(draft, amount, currency, row.number)
        if earlier is not None and _end(amount):
            row.note(column, f"row {earlier} of this package carries the same amount; both are counted")

    def records(self) -> Iterator[Record]:
        """Everything read, as records."""
        yield from self._rows.others
        for id, package in self._found.values():
            self._finish(package)
            alone = len(package.tranches) == 1
            whole = package.tranches[0] if alone else self._rows.whole_of(package)
            for draft in package.drafts():
                self._rows.settle(draft, package.worth if draft is whole else draft.value)
            yield from package.records(whole, id, self._rows.ids)

    def _finish(self, package: Package) -> None:
        """Work out what a package is worth whose rows have all come in."""


class Items(Packages):
    """The packages of a table whose rows are items of packages, or tranches of them with their items."""

    def __init__(self, rows: Rows, amounts: Amounts) -> None:
        super().__init__(rows, amounts)
        self._stated: dict[Draft, tuple[Row, Estimate[Money]]] = {}

    def take(self, row: Row, id: str, cls: type[Commitment], found: Found) -> None:
        """Add what a row says to its package; one that carries money after another that did is the next tranche."""
        package, pays = self._further(id, row), _carries(row, ("total", self._amounts.whole))
        if package is None or (pays and package.tranches[-1].is_paid):
            draft = self._rows.draft(row, cls, id)
            if package is None:
                package = self._begin(id, draft)
                if not self._amounts.in_euros:
                    self._stated[draft] = row, self._amounts.stated(row)
            package.tranches.append(draft)
        draft = package.tranches[-1]
        if pays:
            draft.is_paid = True
            draft.value, draft.basis = found.get(self._amounts.whole, UNKNOWN), basis(row, "total")
        self._pay(package, draft, row, found)
        self._rows.add(draft, row, found)

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

    def take(self, row: Row, id: str, cls: type[Commitment], found: Found) -> None:
        """Add what a row says to its package."""
        measure, part = (row.text("measure") or "").casefold(), id_of(row.cell("part"))
        if measure not in ("allocation", "commitment"):
            measure = "commitment" if part is None else "allocation"
            row.problem("measure", f"this is neither allocation nor commitment; it is read as {measure}")
        package = self._further(id, row)
        if measure == "allocation":
            package, draft = self._allocation(package, row, id, cls, part, found.get(self._amounts.part))
        else:
            package, draft = self._tranche(package, row, id, cls, found.get(self._amounts.whole, UNKNOWN))
            row.set_aside(self._amounts.part, NO_ALLOCATION)
        self._pay(package, draft, row, found)
        self._rows.add(draft, row, found)

    def _tranche(
        self, package: Package | None, row: Row, id: str, cls: type[Commitment], amount: Estimate[Money]
    ) -> tuple[Package, Draft]:
        draft = self._rows.draft(row, cls, id)
        draft.value, draft.basis = amount, basis(row, "total")
        package = package or self._begin(id, draft)
        package.tranches.append(draft)
        return package, draft

    def _allocation(
        self,
        package: Package | None,
        row: Row,
        id: str,
        cls: type[Commitment],
        part: str | None,
        amount: Estimate[Money] | None,
    ) -> tuple[Package, Draft]:
        """The allocation of the row: of its id, unless that one has its money already and the row carries some."""
        name = part or f"{id}, allocation"
        known = [] if package is None else package.parts.get(name, [])
        pays = amount is not None or _carries(row, PART_AMOUNTS)
        if known and not (pays and known[-1].is_paid):
            draft = known[-1]
        else:
            draft = self._rows.draft(row, cls, id, part)
            package = package or self._begin(id, draft)
            package.parts.setdefault(name, []).append(draft)
        if pays:
            draft.is_paid = True
            untold = _ZERO if self._amounts.part in REDISTRIBUTED else UNKNOWN
            draft.value, draft.basis = amount or untold, basis(row, "part_total")
        assert package is not None
        return package, draft


def _carries(row: Row, columns: tuple[str, ...]) -> bool:
    """Whether a row tells an amount in one of the columns, whichever of them counts."""
    return any(not quietly(row.cell(column)).is_unknown for column in columns)


def _end(amount: Estimate[Money]) -> Money:
    """An end of the amount that is known."""
    end = amount.high if amount.low is None else amount.low
    assert end is not None
    return end
