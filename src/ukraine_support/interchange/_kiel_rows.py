"""Rows of Kiel's tracker, taken up one by one into packages, allocations and their lines."""

from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any, Final

import attrs

from .._errors import InvalidValueError
from .._model.commitments import Commitment
from .._model.estimate import UNKNOWN, Estimate, exactly
from .._model.lines import Basis
from .._model.money import Currency, Money
from .._model.parties import Party
from .._model.provenance import Citation, Record, Source
from .._model.stages import Stage
from ._cells import told
from ._ids import Ids
from ._kiel_cells import announced, basis, covers, delivered_of, line_of, quietly, texts
from ._kiel_columns import AMOUNTS, SOURCES
from ._kiel_drafts import Draft, Package, priced
from ._kiel_words import (
    CLASSES,
    id_of,
    initiative,
    instrument,
    source_of,
)
from ._sheet import Row, Sheet, in_currency

_PART_AMOUNTS: Final = ("part_total", "part_total_eur", "part_total_redistributed")
_OF_THE_WHOLE: Final = ("subtype", "stated", "value_kind")
"""Columns without a field of their own that tell something of the whole commitment."""
_OF_THE_LINE: Final = ("item_type", "item_kind", "price_source")
"""Columns without a field of their own that tell something of the item."""
_OF_EITHER: Final = ("donor", "date", "type", "explanation", "currency", "year", "initiative", *_OF_THE_WHOLE)
"""Columns that a line keeps where its row differs from the first of the commitment."""
_EUR: Final = Currency("EUR")


class Reader:
    """One reading of a table: the packages so far, with the parties, sources and initiatives that they name."""

    def __init__(
        self, sheet: Sheet, amounts: str, labels: Mapping[str, str], source: Source | None, *, allocating: bool
    ) -> None:
        self._whole, self._part = AMOUNTS[amounts]
        self._in_euros = amounts != "native"
        self._allocating = allocating
        self._labels = labels
        self._source = source
        self._ids = Ids()
        self._packages: dict[str, tuple[str, Package]] = {}
        self._parties: dict[str, tuple[Party, ...]] = {}
        self._currencies: dict[str, Currency | None] = {}
        self._citations: dict[str, Citation | None] = {}
        self._cited_as: dict[str, Citation] = {}
        self._initiatives: dict[str, str] = {}
        self._others: list[Record] = []
        if source is not None:
            self._others.append(source)
            self._ids.unique(source.id)

        def named(*names: str) -> list[tuple[int, str]]:
            return [(sheet.at[name], sheet.headings[sheet.at[name]]) for name in names if name in sheet.at]

        self._of_the_whole = sorted([*named(*_OF_THE_WHOLE), *sheet.others], key=itemgetter(1))  # as extras are kept
        self._of_the_line = named(*_OF_THE_LINE)
        self._of_either = [*named(*_OF_EITHER), *sheet.others]
        self._of_the_delivery = named("delivery_source")
        self._sources = [at for at, _ in named(*SOURCES)]
        self._part_amounts = [at for at, _ in named(*_PART_AMOUNTS)]

    def records(self) -> Iterator[Record]:
        """Everything read, as records."""
        yield from self._others
        for id, package in self._packages.values():
            if self._allocating:
                yield from package.records(id, self._ids)
                continue
            draft = package.head
            if draft.value.is_unknown and not self._in_euros:
                draft.value, draft.basis = priced(draft.lines), Basis.ESTIMATED
            yield from draft.records(id, Stage.COMMITTED, self._ids)

    def take(self, row: Row) -> None:
        """Add what a row says to its package."""
        id = id_of(row.cell("id"))
        cls = CLASSES.get((row.text("type") or "").casefold())
        if id is None:
            row.problem("id", "the row names no package", fatal=True)
        elif cls is None:
            row.problem("type", f"the type of aid is none of {', '.join(CLASSES)}", fatal=True)
        elif self._allocating:
            self._take_allocation_or_tranche(row, id, cls)
        else:
            self._take_item(row, id, cls)

    def _take_item(self, row: Row, id: str, cls: type[Commitment]) -> None:
        """A row of release 7: an item of its package."""
        if id in self._packages:
            draft = self._packages[id][1].head
        else:
            draft = self._draft(row, cls, id, None)
            self._packages[id] = (self._ids.unique(id), Package(draft))
            if not self._in_euros:
                draft.value = self._amount(row, "stated")
        total = self._amount(row, self._whole)
        if not total.is_unknown:
            draft.value, draft.basis = total, basis(row, "total")
        self._add(draft, row)

    def _take_allocation_or_tranche(self, row: Row, id: str, cls: type[Commitment]) -> None:
        measure, part = (row.text("measure") or "").casefold(), id_of(row.cell("part"))
        if measure not in ("allocation", "commitment"):
            measure = "commitment" if part is None else "allocation"
            row.problem("measure", f"this is neither allocation nor commitment; it is read as {measure}")
        draft = self._allocation(row, id, cls, part) if measure == "allocation" else self._tranche(row, id, cls)
        amount = self._amount(row, self._whole)
        if not amount.is_unknown:
            currency = "EUR" if self._in_euros else row.text("currency") or ""
            if not self._packages[id][1].add(draft, amount, currency):
                row.problem(self._whole, "this is in another currency than the package's first amount")
        self._add(draft, row)

    def _package(self, id: str, draft: Draft) -> Package:
        if id not in self._packages:
            self._packages[id] = (self._ids.unique(id), Package(draft))
        return self._packages[id][1]

    def _tranche(self, row: Row, id: str, cls: type[Commitment]) -> Draft:
        draft = self._draft(row, cls, id, None)
        draft.value, draft.basis = self._amount(row, self._whole), basis(row, "total")
        self._package(id, draft).tranches.append(draft)
        return draft

    def _allocation(self, row: Row, id: str, cls: type[Commitment], part: str | None) -> Draft:
        """The allocation of the row: of its id, unless that one has its money already and the row carries some."""
        name = part or f"{id}, allocation"
        known = self._packages[id][1].parts.get(name, []) if id in self._packages else []
        amount = self._amount(row, self._part)
        amounts = (row.cells[at] for at in self._part_amounts if row.cells[at] is not None)
        pays = not (amount.is_unknown and all(quietly(cell).is_unknown for cell in amounts))
        if known and not (pays and known[-1].is_paid):
            draft = known[-1]
        else:
            draft = self._draft(row, cls, id, part)
            self._package(id, draft).parts.setdefault(name, []).append(draft)
        if pays:
            draft.is_paid = True
            draft.value, draft.basis = amount, basis(row, "part_total")
            if draft.value.is_unknown and self._part == "part_total_redistributed":
                draft.value = exactly(Money(0, _EUR))
        return draft

    def _draft(self, row: Row, cls: type[Commitment], id: str, part: str | None) -> Draft:
        draft = Draft(cls, row.cells)
        draft.donors = self._donors(row)
        draft.announced = announced(row)
        draft.covers = covers(row)
        draft.instrument = instrument(row.text("subtype") or "")
        draft.note = row.text("explanation")
        label = self._labels.get(part or id) or self._labels.get(id) or row.text("initiative")
        draft.towards = None if label is None else self._initiative(label)
        cells = row.cells
        draft.extras = texts(cells, self._of_the_whole)
        written = row.text("id")
        if written is not None and not written.isascii():
            draft.extras[row.sheet.headings[row.sheet.at["id"]]] = written
        return draft

    def _add(self, draft: Draft, row: Row) -> None:
        """What the row says besides: its item and its delivery, its sources, and where it differs from the first."""
        for at in self._sources:
            citation = self._citation(row.cells[at])
            if citation is not None:
                draft.citations[citation.source] = citation
        cited = () if self._source is None else (Citation(self._source.id, f"row {row.number}"),)
        draft.citations.update((f"row {row.number}", citation) for citation in cited)
        extras = self._differing(draft, row)
        delivered, wording = delivered_of(row, extras)
        if delivered is None:
            extras.update(texts(row.cells, self._of_the_delivery))
        else:
            place = self._citation(row.cell("delivery_source"))
            places = cited if place is None else (place, *cited)
            draft.deliveries.append((len(draft.lines), delivered, wording, places))
        line = line_of(row, extras, delivered is not None)
        if line is not None:
            draft.lines.append(line)
        elif draft.first is row.cells:
            draft.extras.update(extras)
        else:
            draft.extras.update((f"{name} (row {row.number})", text) for name, text in extras.items())

    def _differing(self, draft: Draft, row: Row) -> dict[str, str]:
        cells, first = row.cells, draft.first
        extras = texts(cells, self._of_the_line)
        if cells is not first:
            changed = [(at, name) for at, name in self._of_either if cells[at] is not first[at]]
            extras.update(texts(cells, [(at, name) for at, name in changed if cells[at] != first[at]]))
        return extras

    def _amount(self, row: Row, column: str) -> Estimate[Money]:
        """The amount in a column, in EUR or in the currency of the row."""
        number = row.count(column)
        if number.is_unknown:
            return UNKNOWN
        currency = _EUR if self._in_euros else self._currency(row)
        if currency is None:
            row.problem(column, "this is an amount without a known currency; it is taken as unknown")
            return UNKNOWN
        return in_currency(number, currency)

    def _currency(self, row: Row) -> Currency | None:
        code = row.text("currency")
        if code is None:
            return None
        if code not in self._currencies:
            try:
                self._currencies[code] = Currency(code.upper())
            except InvalidValueError:
                self._currencies[code] = None
        return self._currencies[code]

    def _donors(self, row: Row) -> tuple[Party, ...]:
        name = row.text("donor")
        if name is None:
            row.problem("donor", "the row names no donor")
            return ()
        if name not in self._parties:
            found = row.party("donor")
            if found is None:
                return ()
            self._parties[name] = (found,)
        return self._parties[name]

    def _initiative(self, label: str) -> str:
        if label not in self._initiatives:
            found = initiative(label)
            known = next((id for other, id in self._initiatives.items() if initiative(other).id == found.id), None)
            if known is None:
                known = self._ids.unique(found.id)
                self._others.append(found if known == found.id else attrs.evolve(found, id=known))
            self._initiatives[label] = known
        return self._initiatives[label]

    def _citation(self, cell: Any) -> Citation | None:
        """The citation of the source that a cell names; None where it names none."""
        if type(cell) is not str:
            return None
        if cell not in self._citations:
            text = told(cell)
            self._citations[cell] = None if text is None else self._cited(source_of(text))
        return self._citations[cell]

    def _cited(self, source: Source) -> Citation:
        if source.id not in self._cited_as:
            id = self._ids.given(source.id)
            self._others.append(source if id == source.id else attrs.evolve(source, id=id))
            self._cited_as[source.id] = Citation(id)
        return self._cited_as[source.id]
