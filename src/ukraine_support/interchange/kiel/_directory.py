"""Whom and what the rows of one of Kiel's tables name: donors, sources and initiatives, each made once."""

from typing import Any

import attrs

from ..._model.commitments import Initiative
from ..._model.parties import Party
from ..._model.provenance import Citation, Record, Source
from ..._scalars import plain
from .._sheet.cells import disclosed_text
from .._sheet.ids import Ids
from .._sheet.sheet import Row
from ._terms import source_of


class Directory:
    """The donors, sources and initiatives named so far.

    Args:
        release: The release that the table is, which every record cites at its row.
    """

    def __init__(self, release: Source | None) -> None:
        self.ids = Ids(() if release is None else (release.id,))
        self.records: list[Record] = [] if release is None else [release]
        """The sources and initiatives, as records."""
        self._release = release
        self._donors: dict[str, tuple[Party, ...]] = {}
        self._citations: dict[str, Citation | None] = {}
        self._sources: dict[str, Citation] = {}
        self._initiatives: dict[str, str] = {}

    def donors(self, row: Row) -> tuple[Party, ...]:
        """Who gives the aid in a row; nobody where it names none that is known."""
        name = row.text("donor")
        if name is None:
            row.problem("donor", "the row names no donor")
            return ()
        if name not in self._donors and (found := row.party("donor")) is not None:
            self._donors[name] = (found,)
        return self._donors.get(name, ())

    def place(self, row: Row) -> tuple[Citation, ...]:
        """Where a row stands in the release."""
        return () if self._release is None else (Citation(self._release.id, f"row {row.number}"),)

    def citation(self, cell: Any) -> Citation | None:
        """The citation of the source that a cell names; None where it names none."""
        cell = plain(cell)
        if type(cell) is not str:
            return None
        if cell not in self._citations:
            text = disclosed_text(cell)
            self._citations[cell] = None if text is None else self._cited(source_of(text))
        return self._citations[cell]

    def _cited(self, source: Source) -> Citation:
        if source.id not in self._sources:
            id = self.ids.given(source.id)
            self.records.append(attrs.evolve(source, id=id))
            self._sources[source.id] = Citation(id)
        return self._sources[source.id]

    def initiative(self, found: Initiative) -> str:
        """The id of an initiative in this table."""
        if found.id not in self._initiatives:
            id = self._initiatives[found.id] = self.ids.unique(found.id)
            self.records.append(attrs.evolve(found, id=id))
        return self._initiatives[found.id]
