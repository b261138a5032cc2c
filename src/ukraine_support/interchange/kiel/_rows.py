"""Rows of Kiel's tracker as drafts of commitments: what a row says of one, and what it adds to one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import itemgetter
from typing import Any, Final

import attrs

from ..._model.commitments import Commitment
from ..._model.fields import to_text
from ..._model.parties import Party
from ..._model.provenance import Citation, Record, Source
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.mapping import Extras
from ..._model.values.money import Money
from .._sheet.cells import kept, told
from .._sheet.ids import Ids
from .._sheet.sheet import Row, Sheet
from ._amounts import EUR, AmountColumns, Amounts
from ._cells import announced, covers, delivered_of, line_of, other_month, texts
from ._columns import SOURCES
from ._drafts import Delivery, Draft, Package, ends, is_negative
from ._labels import Label, meaning
from ._words import instrument, source_of, sourcing

_OF_THE_WHOLE: Final = ("subtype", "stated", "value_kind", "sourcing")
"""Columns without a field of their own that tell something of the whole commitment."""
_OF_THE_LINE: Final = ("item_type", "item_kind", "price_source", "line_delivered")
"""Columns without a field of their own that tell something of the item."""
_OF_EITHER: Final = ("donor", "date", "type", "explanation", "currency", "year", "initiative", *_OF_THE_WHOLE)
"""Columns that a line keeps where its row differs from the first of the commitment."""
_PLAIN: Final = frozenset((str, int, float, datetime))
_OTHER_CURRENCY: Final = "the promise is in another currency; it is kept in the extras"


@attrs.frozen
class Entry:
    """A row, and what it is about."""

    row: Row
    id: str
    """The id of its package."""
    cls: type[Commitment]
    amounts: Amounts


class Rows:
    """The rows of one table, with the parties, sources and initiatives that they name."""

    def __init__(self, sheet: Sheet, amounts: AmountColumns, labels: Mapping[str, str], source: Source | None) -> None:
        self._sheet = sheet
        self._amounts = amounts
        self._labels = labels
        self._source = source
        self.ids = Ids()
        self._parties: dict[str, tuple[Party, ...]] = {}
        self._citations: dict[str, Citation | None] = {}
        self._cited_as: dict[str, Citation] = {}
        self._initiatives: dict[str, str] = {}
        self._meanings: dict[str, Label] = {}
        self._forums: set[str] = set()
        self.others: list[Record] = []
        """The sources and initiatives so far, as records."""
        if source is not None:
            self.others.append(source)
            self.ids.unique(source.id)

        def named(*names: str) -> list[tuple[int, str]]:
            return [(sheet.at[name], sheet.headings[sheet.at[name]]) for name in names if name in sheet.at]

        self._of_the_whole = sorted([*named(*_OF_THE_WHOLE), *sheet.others], key=itemgetter(1))  # as extras are kept
        self._of_the_line = named(*_OF_THE_LINE)
        self._of_either = [*named(*_OF_EITHER), *sheet.others]
        self._of_the_delivery = named("delivery_source")
        self._sources = [at for at, _ in named(*SOURCES)]
        self._has_months = "month" in sheet.at

    def draft(self, entry: Entry, part: str | None = None) -> Draft:
        """The draft of a commitment that a row begins; `part` is the id of the allocation, if it is one."""
        row, id = entry.row, entry.id
        draft = Draft(entry.cls, row.cells)
        draft.donors = self._donors(row)
        draft.announced = announced(row)
        draft.covers = covers(row)
        draft.instrument = instrument(row.text("subtype") or "")
        draft.sourcing = sourcing(row.text("sourcing") or "")
        draft.note = to_text(row.text("explanation"))  # here, since a package may have it too
        draft.currency = EUR if self._amounts.in_euros else self._amounts.currency(row)
        draft.extras = draft.said = texts(row.cells, self._of_the_whole)
        label = self._labels.get(part or id) or self._labels.get(id) or row.text("initiative")
        if label is not None:
            self._take_label(draft, label)
        written = row.text("id")
        if written is not None and not written.isascii():
            draft.keep({self._sheet.heading("id"): written})
        return draft

    def add(self, draft: Draft, entry: Entry) -> None:
        """What a row says besides: its item and its delivery, its sources, and where it differs from the first."""
        row, amounts = entry.row, entry.amounts.counted
        for at in self._sources:
            citation = self._citation(row.cells[at])
            if citation is not None:
                draft.citations[citation.source] = citation
        told_sourcing = row.text("sourcing")
        if told_sourcing is not None and sourcing(told_sourcing) is not draft.sourcing:
            draft.sourcing = None
        cited = () if self._source is None else (Citation(self._source.id, f"row {row.number}"),)
        draft.citations.update((f"row {row.number}", citation) for citation in cited)
        extras = self._differing(draft, row)
        delivered = delivered_of(row, extras)
        place = self._citation(row.cell("delivery_source"))
        places = cited if place is None else (place, *cited)
        if delivered is not None:
            quantity, wording, increment = delivered
            draft.deliveries.append(Delivery(len(draft.lines), quantity, UNKNOWN, wording, increment, places))
        worth = amounts.get("value_delivered", UNKNOWN)
        if is_negative(worth):
            row.problem("value_delivered", "no delivery is worth less than nothing; it is left out")
            row.set_aside("value_delivered", "it is below zero")
        elif not worth.is_unknown:
            draft.values_delivered += ((row, worth, places),)
        elif delivered is None:
            extras.update(texts(row.cells, self._of_the_delivery))
        line_value = amounts.get("line_value", UNKNOWN)
        line = line_of(row, line_value, extras, delivered is not None, self._amounts.in_euros)
        if line is not None:
            draft.lines.append(line)
        elif draft.first is row.cells:
            draft.keep(extras)
        else:
            draft.keep({f"{name} (row {row.number})": text for name, text in extras.items()})

    def _differing(self, draft: Draft, row: Row) -> dict[str, str]:
        cells, first = row.cells, draft.first
        extras = texts(cells, self._of_the_line)
        if cells is not first:
            changed = [(at, name) for at, name in self._of_either if cells[at] is not first[at]]
            changed = [(at, name) for at, name in changed if not _alike(cells[at], first[at])]
            draft.differing = draft.differing.union(name for _, name in changed)
            extras.update(texts(cells, changed))
        if self._has_months:
            month = other_month(row, row.period("date"))
            if month is not None:
                extras[self._sheet.heading("month")] = month
        return extras

    def whole_of(self, package: Package) -> Draft:
        """What describes a package that has parts: its first row with money, and what all rows have in common."""
        head = package.head
        whole = head.described()
        if all((draft.towards, draft.channels) == (head.towards, head.channels) for draft in package.drafts):
            whole.towards = None if head.towards in self._forums else head.towards
            whole.channels = head.channels
        if all(draft.sourcing is head.sourcing for draft in package.drafts):
            whole.sourcing = head.sourcing
        if package.is_one_row:
            whole.note, whole.extras = head.note, Extras(head.extras)
            head.extras = whole.extras  # made once, for both
            return whole
        differing = frozenset[str]().union(*(draft.differing for draft in package.drafts))
        explained = self._sheet.heading("explanation") not in differing
        whole.note = head.note if explained and len({draft.note for draft in package.drafts}) == 1 else None
        first, *others = (draft.said.items() for draft in package.drafts)
        shared = set(first).intersection(*others)
        whole.extras = {name: text for name, text in shared if name not in differing}
        return whole

    def settle(self, draft: Draft, value: Estimate[Money]) -> None:
        """Decide what hangs on all rows of a commitment.

        What Kiel says of the worth of deliveries is a claim, if the promise is in that currency. Money announced at a
        forum does not go towards it.

        Args:
            draft: The commitment.
            value: What it is worth.
        """
        if not draft.lines and draft.towards in self._forums:
            draft.towards = None
        if not draft.values_delivered:
            return
        known = ends(value)
        if (known[0].currency if known else draft.currency) == EUR:
            citations = dict.fromkeys(citation for _, _, places in draft.values_delivered for citation in places)
            worth = _sum(worth for _, worth, _ in draft.values_delivered)
            draft.deliveries.append(Delivery(None, value=worth, citations=tuple(citations)))
            return
        heading = self._sheet.heading("value_delivered")
        for position, (row, _, _) in enumerate(draft.values_delivered):
            name = heading if position == 0 else f"{heading} (row {row.number})"
            draft.keep({name: kept(row.cell("value_delivered"))})
            row.set_aside("value_delivered", _OTHER_CURRENCY)

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

    def _take_label(self, draft: Draft, label: str) -> None:
        """The initiative that a label names, or the organisations through which the aid goes; or both."""
        if label not in self._meanings:
            self._meanings[label] = meaning(label)
        found = self._meanings[label]
        draft.channels = found.channels
        if (found.channels or not found.has_purse) and "initiative" in self._sheet.at:
            draft.keep({self._sheet.heading("initiative"): kept(label)})
        if found.towards is not None:
            known = self._initiatives.get(found.towards.id)
            if known is None:
                known = self._initiatives[found.towards.id] = self.ids.unique(found.towards.id)
                self.others.append(attrs.evolve(found.towards, id=known))
            draft.towards = known
            if not found.has_purse:
                self._forums.add(known)

    def _citation(self, cell: Any) -> Citation | None:
        """The citation of the source that a cell names; None where it names none."""
        if type(cell) is not str:
            return None
        try:
            return self._citations[cell]
        except KeyError:
            text = told(cell)
            found = self._citations[cell] = None if text is None else self._cited(source_of(text))
            return found

    def _cited(self, source: Source) -> Citation:
        if source.id not in self._cited_as:
            id = self.ids.given(source.id)
            self.others.append(source if id == source.id else attrs.evolve(source, id=id))
            self._cited_as[source.id] = Citation(id)
        return self._cited_as[source.id]


def _alike(left: Any, right: Any) -> bool:
    """Whether two cells say the same, of whatever type they are."""
    if type(left) is type(right) and type(left) in _PLAIN and left == right:
        return True
    return kept(left) == kept(right)


def _sum(amounts: Iterable[Estimate[Money]]) -> Estimate[Money]:
    first, *rest = amounts
    for amount in rest:
        first = first + amount
    return first
