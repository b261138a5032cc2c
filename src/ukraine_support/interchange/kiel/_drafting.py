"""Rows of one of Kiel's tables as drafts of commitments: what a row says of one, and what it adds to one."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from ..._model.fields import to_text
from ..._model.lines import Basis
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.mapping import Extras
from ..._model.values.money import Money
from .._sheet.cells import filled_text
from .._sheet.sheet import Row, Sheet
from ._amounts import EUR, AmountColumns
from ._columns import SOURCES
from ._days import announced, covers, other_month
from ._directory import Directory
from ._drafts import Draft
from ._entries import Entry
from ._labels import meaning
from ._lines import Delivery, delivery_of, line_of
from ._terms import basis_of_value, instrument, sourcing

_OF_THE_WHOLE: Final = ("subtype", "stated", "value_kind", "sourcing")
"""Columns without a field of their own that tell something of the whole commitment."""
_OF_THE_LINE: Final = ("item_type", "item_kind", "price_source", "line_delivered")
"""Columns without a field of their own that tell something of the item."""
_OF_EITHER: Final = ("donor", "date", "type", "explanation", "currency", "year", "initiative", *_OF_THE_WHOLE)
"""Columns that a line keeps where its row differs from the first of the commitment."""
_OTHER_CURRENCY: Final = "the promise is in another currency; it is kept in the extras"


class Drafting:
    """Makes drafts of the rows of one table.

    Args:
        sheet: The table.
        amounts: Its columns of amounts.
        labels: Labels of initiatives, by the id of an allocation or a package.
        directory: Whom and what the table names.
    """

    def __init__(self, sheet: Sheet, amounts: AmountColumns, labels: Mapping[str, str], directory: Directory) -> None:
        self.amounts = amounts
        self.directory = directory
        self._sheet = sheet
        self._labels = labels
        self._forums: set[str] = set()

        def named(*names: str) -> list[tuple[int, str]]:
            return [(sheet.at[name], sheet.heading(name)) for name in names if name in sheet.at]

        self._of_the_whole = sorted([*named(*_OF_THE_WHOLE), *sheet.others], key=itemgetter(1))  # as extras are kept
        self._of_the_line = named(*_OF_THE_LINE)
        self._of_either = [*named(*_OF_EITHER), *sheet.others]
        self._of_the_delivery = named("delivery_source")
        self._sources = [at for at, _ in named(*SOURCES)]

    def draft(self, entry: Entry, allocation: str | None = None, part: str | None = None) -> Draft:
        """The draft of a commitment that a row begins.

        Args:
            entry: The row.
            allocation: What the allocation is called, if it is one.
            part: Its id, where the row tells one.
        """
        row = entry.row
        extras = _texts(row.cells, self._of_the_whole)
        draft = Draft(
            entry.cls,
            row,
            allocation,
            donors=self.directory.donors(row),
            announced=announced(row),
            covers=covers(row),
            instrument=instrument(row.text("subtype") or ""),
            sourcing=sourcing(row.text("sourcing") or ""),
            note=to_text(row.text("explanation")),  # here, since a package may have it too
            currency=EUR if self.amounts.in_euros else self.amounts.currency(row),
            of_the_whole=extras,
            kept=dict(extras),
        )
        label = self._labels.get(part or entry.id) or self._labels.get(entry.id) or row.text("initiative")
        if label is not None:
            self._take_label(draft, label)
        written = row.text("id")
        if written is not None and not written.isascii():
            draft.kept[self._sheet.heading("id")] = written
        return draft

    def _take_label(self, draft: Draft, label: str) -> None:
        """The initiative that a label names, or the organisations through which the aid goes; or both."""
        found = meaning(label)
        draft.channels = found.channels
        if (found.channels or not found.has_purse) and "initiative" in self._sheet.at:
            draft.kept[self._sheet.heading("initiative")] = filled_text(label)
        if found.towards is not None:
            draft.towards = self.directory.initiative(found.towards)
            if not found.has_purse:
                self._forums.add(draft.towards)

    def value(self, draft: Draft, entry: Entry, value: Estimate[Money], column: str) -> None:
        """Say what a draft is worth: the amount that a row carries, and where that comes from.

        It comes from the source, where it is the one that the source gave; else it is Kiel's estimate.
        """
        stated, counted = entry.amounts.written.get("stated"), entry.amounts.written.get(column)
        differs = stated is None or (counted is not None and stated != counted)
        draft.is_paid = True
        draft.value = value
        draft.basis = Basis.ESTIMATED if differs else basis_of_value(entry.row.text("value_kind") or "")

    def add(self, draft: Draft, entry: Entry) -> None:
        """Add what a row says besides: its item and its delivery, its sources, and where it differs from the first."""
        row, counted = entry.row, entry.amounts.counted
        industry = row.text("sourcing")
        if industry is not None and sourcing(industry) is not draft.sourcing:
            draft.sourcing = None
        place = self.directory.place(row)
        for citation in (*map(self.directory.citation, map(row.cells.__getitem__, self._sources)), *place):
            if citation is not None:
                draft.cite(citation)
        extras = self._differing(draft, row)
        source = self.directory.citation(row.cell("delivery_source"))
        places = place if source is None else (source, *place)
        delivery = delivery_of(row, len(draft.lines), places, extras)
        if delivery is not None:
            draft.deliveries.append(delivery)
        worth = counted.get("value_delivered", UNKNOWN)
        if worth.is_negative:
            row.problem("value_delivered", "no delivery is worth less than nothing; it is left out")
            row.set_aside("value_delivered", "it is below zero")
        elif not worth.is_unknown:
            draft.values_delivered.append((row, worth, places))
        elif delivery is None:
            extras.update(_texts(row.cells, self._of_the_delivery))
        line_value = counted.get("line_value", UNKNOWN)
        line = line_of(row, line_value, extras, delivery is not None, self.amounts.in_euros)
        if line is not None:
            draft.lines.append(line)
        elif draft.first is row:
            draft.kept.update(extras)
        else:
            draft.kept.update((f"{name} (row {row.number})", text) for name, text in extras.items())

    def _differing(self, draft: Draft, row: Row) -> dict[str, str]:
        """What the row says of its item without a field, and where it differs from the first row of its draft."""
        cells, first = row.cells, draft.first.cells
        extras = _texts(cells, self._of_the_line)
        if row is not draft.first:
            changed = [
                (at, name)
                for at, name in self._of_either
                if cells[at] is not first[at] and filled_text(cells[at]) != filled_text(first[at])
            ]
            draft.differing.update(name for _, name in changed)
            extras.update(_texts(cells, changed))
        month = other_month(row)
        if month is not None:
            extras[self._sheet.heading("month")] = month
        return extras

    def whole(self, head: Draft, parts: Sequence[Draft], *, is_one_row: bool) -> Draft:
        """The draft of a package that has parts: what its head says, where all parts say the same.

        Args:
            head: The part that describes the package.
            parts: All of them.
            is_one_row: Whether one row tells of the whole and of its only part.
        """
        whole = Draft(
            head.cls,
            head.first,
            donors=head.donors,
            announced=head.announced,
            covers=head.covers,
            instrument=head.instrument,
            basis=head.basis,
            citations=head.citations,
            currency=head.currency,
        )
        if all((part.towards, part.channels) == (head.towards, head.channels) for part in parts):
            whole.towards = None if head.towards in self._forums else head.towards
            whole.channels = head.channels
        if all(part.sourcing is head.sourcing for part in parts):
            whole.sourcing = head.sourcing
        if is_one_row:
            whole.note, whole.extras = head.note, head.extras
            return whole
        differing = set[str]().union(*(part.differing for part in parts))
        explained = self._sheet.heading("explanation") not in differing
        whole.note = head.note if explained and len({part.note for part in parts}) == 1 else None
        first, *others = (part.of_the_whole.items() for part in parts)
        shared = set(first).intersection(*others)
        whole.extras = Extras({name: text for name, text in shared if name not in differing})
        return whole

    def settle(self, draft: Draft) -> None:
        """Decide what hangs on all rows of a commitment. Money announced at a forum does not go towards it."""
        if not draft.lines and draft.towards in self._forums:
            draft.towards = None
        if draft.values_delivered:
            self._settle_delivered(draft)
        draft.extras = Extras(draft.kept)

    def _settle_delivered(self, draft: Draft) -> None:
        """What Kiel says of the worth of deliveries is a claim, if the promise is in that currency; else it is kept."""
        end = draft.value.lowest_known
        if (draft.currency if end is None else end.currency) == EUR:
            (_, worth, _), *others = draft.values_delivered
            for _, more, _ in others:
                worth = worth + more
            citations = dict.fromkeys(citation for _, _, places in draft.values_delivered for citation in places)
            draft.deliveries.append(Delivery(None, value=worth, citations=tuple(citations)))
            return
        heading = self._sheet.heading("value_delivered")
        for position, (row, _, _) in enumerate(draft.values_delivered):
            name = heading if position == 0 else f"{heading} (row {row.number})"
            draft.kept[name] = filled_text(row.cell("value_delivered"))
            row.set_aside("value_delivered", _OTHER_CURRENCY)


def _texts(cells: Sequence[Any], columns: Iterable[tuple[int, str]]) -> dict[str, str]:
    """The texts of some cells by heading, blank ones left out."""
    return {name: text for at, name in columns if cells[at] is not None and (text := filled_text(cells[at]))}
