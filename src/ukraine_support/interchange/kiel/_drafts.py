"""Commitments of Kiel's tracker while their rows come in: a package, a tranche of one, or an allocation."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..._model.claims import Claim
from ..._model.commitments import Commitment, FinancialCommitment, Instrument, Sourcing
from ..._model.lines import Basis, Line
from ..._model.parties import Party
from ..._model.provenance import Citation, Record
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.mapping import NO_EXTRAS, Extras
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period
from ..._model.values.stages import Stage
from ..._model.values.text import Text
from .._sheet.ids import Ids
from .._sheet.sheet import Row
from ._lines import Delivery
from ._terms import KIEL


@attrs.define(eq=False)
class Draft:
    """One commitment in the making: what its first row says, and the lines, claims and sources of all of them."""

    cls: type[Commitment]
    first: Row
    """The first row; where later ones differ, their lines keep what they say."""
    allocation: str | None = None
    """The id of the allocation, if it is one."""
    donors: tuple[Party, ...] = ()
    announced: Period | None = None
    covers: Period | None = None
    instrument: Instrument = Instrument.UNSPECIFIED
    sourcing: Sourcing | None = None
    note: Text | None = None
    channels: tuple[Party, ...] = ()
    towards: str | None = None
    currency: Currency | None = None
    """The currency in which the promise is read, also where its value is unknown."""
    value: Estimate[Money] = UNKNOWN
    is_paid: bool = False
    """Whether a row has said what it is worth."""
    basis: Basis = Basis.STATED
    lines: list[Line] = attrs.Factory(list)
    deliveries: list[Delivery] = attrs.Factory(list)
    values_delivered: list[tuple[Row, Estimate[Money], tuple[Citation, ...]]] = attrs.Factory(list)
    """What Kiel says that deliveries of the whole are worth, row by row."""
    citations: dict[tuple[str, str | None], Citation] = attrs.Factory(dict)
    of_the_whole: Mapping[str, str] = NO_EXTRAS
    """What the first row says of the whole without a field of its own."""
    kept: dict[str, str] = attrs.Factory(dict)
    """The same, and what else is kept."""
    extras: Extras = NO_EXTRAS
    """What is kept, once all rows have come in."""
    differing: set[str] = attrs.Factory(set)
    """The headings of the columns in which a further row says something else than the first."""

    def cite(self, citation: Citation) -> None:
        """Cite a place, once."""
        self.citations[citation.source, citation.at] = citation

    def records(self, id: str, stage: Stage, ids: Ids, part_of: str | None = None) -> Iterator[Record]:
        """The commitment, and what Kiel says of its delivery."""
        more: dict[str, Any] = {"instrument": self.instrument} if self.cls is FinancialCommitment else {}
        yield self.cls(
            id=id,
            donors=self.donors,
            stage=stage,
            value=self.value,
            basis=self.basis,
            announced=self.announced,
            covers=self.covers,
            channels=self.channels,
            sourcing=self.sourcing,
            towards=self.towards,
            note=self.note,
            extras=self.extras,
            citations=tuple(self.citations.values()),
            part_of=part_of,
            lines=tuple(map(_uncounted, self.lines) if self.value.is_unknown else self.lines),
            correction=self.value.is_negative or any(line.value.is_negative for line in self.lines),
            **more,
        )
        for said in self.deliveries:
            line = "" if said.line is None else f", line {said.line + 1}"
            yield Claim(
                id=ids.unique(f"{id}{line} delivered"),
                about=id,
                line=said.line,
                stage=Stage.DELIVERED,
                quantity=said.quantity,
                value=said.value,
                increment=said.increment,
                wording=said.wording,
                speaker=KIEL,
                citations=said.citations,
            )


def _uncounted(line: Line) -> Line:
    """A line of what Kiel gives no value, without a price from which one would follow: that stays in the extras."""
    if line.unit_price.low is None or line.quantity.is_unknown or not line.value.is_unknown:
        return line
    price = f"{line.unit_price.low}"
    return attrs.evolve(line, unit_price=UNKNOWN, extras={**line.extras, "Unit price, not counted": price})
