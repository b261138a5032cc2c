"""A package of Kiel's tracker in the making: its tranches and allocations, and what it is worth."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ..._model.provenance import Record
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.stages import Stage
from .._sheet.sheet import Row
from ._drafting import Drafting
from ._drafts import Draft
from ._entries import Entry

_OTHER_CURRENCY: Final = "is in another currency than the package's first amount"


@attrs.define(eq=False)
class Package:
    """What the rows of one package have said so far."""

    rows: Sequence[Row]
    """All of its rows."""
    drafts: list[Draft] = attrs.Factory(list)
    """Its tranches and allocations, in the order of their rows."""
    value: Estimate[Money] = UNKNOWN
    """The sum of the amounts that count."""
    is_open: bool = False
    """Whether it is worth more than that, as a row has an amount that does not count."""
    currency: Currency | None = None
    """The currency of the first amount, and so of all that count."""
    head: Draft | None = None
    """The draft of the first row that carries money, which describes the package; without one it is the first."""
    amounts: dict[Estimate[Money], int] = attrs.Factory(dict)
    """The first row that carries each amount."""

    @property
    def worth(self) -> Estimate[Money]:
        """What is known of its worth."""
        return self.value.or_more if self.is_open else self.value

    def count_in(self, entry: Entry, draft: Draft, column: str) -> None:
        """Count the money in that a row carries for the package.

        Args:
            entry: The row.
            draft: The tranche or allocation that it is of.
            column: The column of such money.
        """
        row, amount = entry.row, entry.amounts.counted.get(column)
        if amount is None or (end := amount.lowest_known) is None:
            self.is_open = self.is_open or entry.pays
            return
        currency = end.currency
        if self.head is None:
            self.head, self.value, self.currency = draft, amount, currency
        elif currency == self.currency:
            self.value = self.value + amount
        else:
            self.is_open = True
            row.problem(column, f"this {_OTHER_CURRENCY}")
            is_part = draft.allocation is None
            row.set_aside(column, f"it {_OTHER_CURRENCY}" + "; a part of the package has it as its value" * is_part)
            return
        earlier = self.amounts.setdefault(amount, row.number)
        if earlier != row.number and any(end is not None and end.amount for end in (amount.low, amount.high)):
            row.note(column, f"row {earlier} of this package carries the same amount; both are counted")

    def records(self, id: str, drafting: Drafting) -> Iterator[Record]:
        """The package, its tranches where it has several, and its allocations."""
        ids = drafting.directory.ids
        tranches = [draft for draft in self.drafts if draft.allocation is None]
        alone = tranches[0] if len(tranches) == 1 else None
        if alone is not None:
            alone.value = self.worth
        for draft in self.drafts:
            drafting.settle(draft)
        whole = alone
        if whole is None:
            whole = drafting.whole(self.head or self.drafts[0], self.drafts, is_one_row=len(self.rows) == 1)
            whole.value = self.worth
        yield from whole.records(id, Stage.COMMITTED, ids)
        number = 0
        for draft in self.drafts:
            if draft.allocation is not None:
                yield from draft.records(ids.unique(draft.allocation), Stage.ALLOCATED, ids, id)
            elif draft is not alone:
                number += 1
                yield from draft.records(ids.unique(f"{id}, commitment {number}"), Stage.COMMITTED, ids, id)
