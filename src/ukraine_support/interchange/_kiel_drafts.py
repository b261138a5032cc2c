"""Commitments of Kiel's tracker while their rows come in: a package, a tranche of one, or an allocation."""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from .._model.claims import Claim
from .._model.commitments import Commitment, FinancialCommitment, Instrument
from .._model.estimate import UNKNOWN, Estimate, at_least, exactly
from .._model.lines import Basis, Line
from .._model.money import Money
from .._model.parties import Party
from .._model.period import Period
from .._model.provenance import Citation, Record
from .._model.stages import Stage
from ._ids import Ids
from ._kiel_words import KIEL


class Draft:
    """One commitment in the making: what its first row says, and the lines, claims and sources of all of them."""

    __slots__ = (
        "announced",
        "basis",
        "citations",
        "cls",
        "covers",
        "deliveries",
        "donors",
        "extras",
        "first",
        "instrument",
        "is_paid",
        "lines",
        "note",
        "towards",
        "value",
    )

    def __init__(self, cls: type[Commitment], first: Sequence[Any]) -> None:
        self.cls = cls
        self.first = first
        """The cells of the first row; where later ones differ, their lines keep what they say."""
        self.donors: tuple[Party, ...] = ()
        self.announced: Period | None = None
        self.covers: Period | None = None
        self.instrument = Instrument.UNSPECIFIED
        self.note: str | None = None
        self.towards: str | None = None
        self.value: Estimate[Money] = UNKNOWN
        self.is_paid = False
        """Whether a row has told what it is worth."""
        self.basis = Basis.STATED
        self.lines: list[Line] = []
        self.deliveries: list[tuple[int, Estimate[Any], str | None, tuple[Citation, ...]]] = []
        self.citations: dict[str, Citation] = {}
        self.extras: dict[str, str] = {}

    def records(self, id: str, stage: Stage, ids: Ids, part_of: str | None = None) -> Iterator[Record]:
        """The commitment, and what Kiel says of the delivery of its lines."""
        yield commitment(self, id, stage, self.value, part_of=part_of)
        yield from self.claims(id, ids)

    def claims(self, id: str, ids: Ids) -> Iterator[Claim]:
        """What Kiel says of the delivery of the lines of the commitment of that id."""
        for line, quantity, wording, citations in self.deliveries:
            yield Claim(
                id=ids.unique(f"{id}, line {line + 1} delivered"),
                about=id,
                line=line,
                stage=Stage.DELIVERED,
                quantity=quantity,
                wording=wording,
                speaker=KIEL,
                citations=citations,
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
        whole: Whether lines, note and the columns without a field are its own; if not, a part of it has them.
        part_of: The package of which it is a part.
    """
    more: dict[str, Any] = {"instrument": draft.instrument} if draft.cls is FinancialCommitment else {}
    if whole:
        lines = [_uncounted(line) for line in draft.lines] if value.is_unknown else draft.lines
        more |= {"lines": tuple(lines), "note": draft.note, "extras": draft.extras, "towards": draft.towards}
    return draft.cls(
        id=id,
        donors=draft.donors,
        stage=stage,
        value=value,
        basis=draft.basis,
        announced=draft.announced,
        covers=draft.covers,
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
    """A package in the making: its drafts, and what they are worth together."""

    __slots__ = ("_currency", "head", "parts", "tranches", "value")

    def __init__(self, head: Draft) -> None:
        self.head = head
        """The draft that the package is described by: the first that carries money, else the first."""
        self.tranches: list[Draft] = []
        self.parts: dict[str, list[Draft]] = {}
        self.value: Estimate[Money] = UNKNOWN
        self._currency: str | None = None

    def add(self, draft: Draft, amount: Estimate[Money], currency: str) -> bool:
        """Count one row's money in; False where it is in another currency than the rest, and so cannot be."""
        if self._currency is None:
            self.head, self.value, self._currency = draft, amount, currency
        elif self._currency == currency:
            self.value = self.value + amount
        else:
            self.value = UNKNOWN if self.value.low is None else at_least(self.value.low)
            return False
        return True

    def records(self, id: str, ids: Ids) -> Iterator[Record]:
        """The package, its tranches where it has several, and its allocations."""
        alone = len(self.tranches) == 1
        head = self.tranches[0] if alone else self.head
        yield commitment(head, id, Stage.COMMITTED, self.value, whole=alone)
        if alone:
            yield from head.claims(id, ids)
        else:
            for number, tranche in enumerate(self.tranches, start=1):
                yield from tranche.records(ids.unique(f"{id}, commitment {number}"), Stage.COMMITTED, ids, id)
        for name, drafts in self.parts.items():
            for draft in drafts:
                yield from draft.records(ids.unique(name), Stage.ALLOCATED, ids, id)


def is_negative(value: Estimate[Money]) -> bool:
    """Whether an end of the amount is below zero."""
    return any(end is not None and end.amount < 0 for end in (value.low, value.high))


def priced(lines: list[Line]) -> Estimate[Money]:
    """What lines are worth at the prices of their items: at least that, where some have none."""
    known = [line.value.low for line in lines if line.value.low is not None]
    if not known:
        return UNKNOWN
    total = Money.sum(known, known[0].currency)
    return exactly(total) if len(known) == len(lines) else at_least(total)
