"""Commitments of Kiel's tracker while their rows come in: a package, a tranche of one, or an allocation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..._exact import Number
from ..._model.claims import Claim
from ..._model.commitments import Commitment, FinancialCommitment, Instrument, Sourcing
from ..._model.lines import Basis, Line
from ..._model.parties import Party
from ..._model.provenance import Citation, Record
from ..._model.values.estimate import UNKNOWN, Estimate, at_least, exactly
from ..._model.values.mapping import NO_EXTRAS
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period
from ..._model.values.stages import Stage
from ..._model.values.text import Text
from .._sheet.ids import Ids
from .._sheet.sheet import Row
from ._words import KIEL


@attrs.frozen
class Delivery:
    """What Kiel says of the delivery of a line, or of the whole where no line is named."""

    line: int | None
    quantity: Estimate[Number] = UNKNOWN
    value: Estimate[Money] = UNKNOWN
    wording: str | None = None
    increment: bool = False
    citations: tuple[Citation, ...] = ()


class Draft:
    """One commitment in the making: what its first row says, and the lines, claims and sources of all of them."""

    __slots__ = (
        "announced",
        "basis",
        "channels",
        "citations",
        "cls",
        "covers",
        "currency",
        "deliveries",
        "differing",
        "donors",
        "extras",
        "first",
        "instrument",
        "is_paid",
        "lines",
        "note",
        "said",
        "sourcing",
        "towards",
        "value",
        "values_delivered",
    )

    def __init__(self, cls: type[Commitment], first: Sequence[Any]) -> None:
        self.cls = cls
        self.first = first
        """The cells of the first row; where later ones differ, their lines keep what they say."""
        self.donors: tuple[Party, ...] = ()
        self.announced: Period | None = None
        self.covers: Period | None = None
        self.instrument = Instrument.UNSPECIFIED
        self.sourcing: Sourcing | None = None
        self.note: Text | None = None
        self.channels: tuple[Party, ...] = ()
        self.towards: str | None = None
        self.currency: Currency | None = None
        """The currency in which the promise is read, also where its value is not told."""
        self.value: Estimate[Money] = UNKNOWN
        self.is_paid = False
        """Whether a row has told what it is worth."""
        self.basis = Basis.STATED
        self.lines: list[Line] = []
        self.deliveries: list[Delivery] = []
        self.values_delivered: tuple[tuple[Row, Estimate[Money], tuple[Citation, ...]], ...] = ()
        """What Kiel says that deliveries of the whole are worth, row by row."""
        self.citations: dict[str, Citation] = {}
        self.said: Mapping[str, str] = NO_EXTRAS
        """What the first row says of the whole without a field of its own."""
        self.extras: Mapping[str, str] = NO_EXTRAS
        """The same, and what else is kept."""
        self.differing: frozenset[str] = frozenset()
        """The headings of the columns in which a further row says something else than the first."""

    def keep(self, columns: Mapping[str, str]) -> None:
        """Keep what further columns say that have no field."""
        self.extras = {**self.extras, **columns}

    def described(self) -> "Draft":
        """The draft of what this is a part of, as far as it says what that is."""
        whole = Draft(self.cls, self.first)
        whole.donors, whole.announced, whole.covers = self.donors, self.announced, self.covers
        whole.instrument, whole.basis, whole.citations = self.instrument, self.basis, self.citations
        whole.currency = self.currency
        return whole

    def records(self, id: str, stage: Stage, ids: Ids, part_of: str | None = None) -> Iterator[Record]:
        """The commitment, and what Kiel says of its delivery."""
        yield commitment(self, id, stage, self.value, part_of=part_of)
        yield from self.claims(id, ids)

    def claims(self, id: str, ids: Ids) -> Iterator[Claim]:
        """What Kiel says of the delivery of the commitment of that id."""
        for told in self.deliveries:
            place = "" if told.line is None else f", line {told.line + 1}"
            yield Claim(
                id=ids.unique(f"{id}{place} delivered"),
                about=id,
                line=told.line,
                stage=Stage.DELIVERED,
                quantity=told.quantity,
                value=told.value,
                increment=told.increment,
                wording=told.wording,
                speaker=KIEL,
                citations=told.citations,
            )


def commitment(
    draft: Draft, id: str, stage: Stage, value: Estimate[Money], *, whole: bool = True, part_of: str | None = None
) -> Commitment:
    """The commitment that a draft has become.

    Args:
        draft: What its rows say.
        id: Its id.
        stage: How far it has come.
        value: What it is worth.
        whole: Whether its lines are its own; if not, a part of it has them.
        part_of: The package of which it is a part.
    """
    more: dict[str, Any] = {"instrument": draft.instrument} if draft.cls is FinancialCommitment else {}
    if whole:
        more["lines"] = tuple([_uncounted(line) for line in draft.lines] if value.is_unknown else draft.lines)
    return draft.cls(
        id=id,
        donors=draft.donors,
        stage=stage,
        value=value,
        basis=draft.basis,
        announced=draft.announced,
        covers=draft.covers,
        channels=draft.channels,
        sourcing=draft.sourcing,
        towards=draft.towards,
        note=draft.note,
        extras=draft.extras,
        citations=tuple(draft.citations.values()),
        part_of=part_of,
        correction=is_negative(value) or (whole and any(is_negative(line.value) for line in draft.lines)),
        **more,
    )


def _uncounted(line: Line) -> Line:
    """A line of what Kiel gives no value, without a price from which one would follow: that stays in the extras."""
    if line.unit_price.low is None or line.quantity.is_unknown or not line.value.is_unknown:
        return line
    price = f"{line.unit_price.low}"
    return attrs.evolve(line, unit_price=UNKNOWN, extras={**line.extras, "Unit price, not counted": price})


class Package:
    """A package in the making: its tranches and allocations, and what it is worth."""

    __slots__ = (
        "_paid",
        "_rows",
        "currency",
        "drafts",
        "first",
        "is_one_row",
        "is_open",
        "parts",
        "tranches",
        "value",
    )

    def __init__(self, first: Sequence[Any]) -> None:
        self.first = first
        """The cells of the first row."""
        self.is_one_row = True
        self.drafts: list[Draft] = []
        """Its tranches and allocations, in the order of their rows."""
        self.tranches: list[Draft] = []
        self.parts: dict[str, list[Draft]] = {}
        """The allocations by their ids, of which a few are used twice."""
        self.value: Estimate[Money] = UNKNOWN
        """The sum of the amounts that count."""
        self.is_open = False
        """Whether it is worth more than that, as a row has an amount that does not count."""
        self.currency: Currency | None = None
        """The currency of the first amount, and so of all that count."""
        self._paid: Draft | None = None
        self._rows: dict[Estimate[Money], int] = {}

    @property
    def head(self) -> Draft:
        """The draft that the package is described by: the first that carries money, else the first."""
        return self._paid or self.drafts[0]

    def add_tranche(self, draft: Draft) -> None:
        """Take a further tranche up."""
        self.drafts.append(draft)
        self.tranches.append(draft)

    def add_allocation(self, name: str, draft: Draft) -> None:
        """Take a further allocation up."""
        self.drafts.append(draft)
        self.parts.setdefault(name, []).append(draft)

    def pay(self, draft: Draft, amount: Estimate[Money], row: int) -> int | None:
        """Count one row's money in; the number of an earlier row that carries the same amount, if there is one."""
        if self._paid is None:
            self._paid, self.value, self.currency = draft, amount, ends(amount)[0].currency
        else:
            self.value = self.value + amount
        earlier = self._rows.setdefault(amount, row)
        return None if earlier == row else earlier

    @property
    def worth(self) -> Estimate[Money]:
        """What is known of its worth."""
        if not self.is_open:
            return self.value
        return UNKNOWN if self.value.low is None else at_least(self.value.low)

    def records(self, whole: Draft, id: str, ids: Ids) -> Iterator[Record]:
        """The package, its tranches where it has several, and its allocations.

        Args:
            whole: What describes the package.
            id: Its id.
            ids: The ids given so far.
        """
        alone = whole in self.tranches
        yield commitment(whole, id, Stage.COMMITTED, self.worth, whole=alone)
        if alone:
            yield from whole.claims(id, ids)
        else:
            for number, tranche in enumerate(self.tranches, start=1):
                yield from tranche.records(ids.unique(f"{id}, commitment {number}"), Stage.COMMITTED, ids, id)
        for name, drafts in self.parts.items():
            for draft in drafts:
                yield from draft.records(ids.unique(name), Stage.ALLOCATED, ids, id)


def ends(amount: Estimate[Money]) -> list[Money]:
    """The ends of an amount that are known."""
    return [end for end in (amount.low, amount.high) if end is not None]


def is_negative(amount: Estimate[Money]) -> bool:
    """Whether an end of the amount is below zero."""
    end = amount.high if amount.low is None else amount.low  # the lower one that there is
    return end is not None and end.amount < 0


def priced(lines: list[Line]) -> Estimate[Money]:
    """What lines are worth at the prices of their items: at least that, where some have none."""
    known = [line.value.low for line in lines if line.value.low is not None]
    if not known:
        return UNKNOWN
    total = Money.sum(known, known[0].currency)
    return exactly(total) if len(known) == len(lines) else at_least(total)
