"""The transactions of each activity as a promise, what corrects it, and what was paid of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from ..._model.claims import Claim
from ..._model.commitments import Commitment, FinancialCommitment, Link, Relation
from ..._model.parties import Speaker
from ..._model.provenance import Citation, Record, Source
from ..._model.values.stages import Stage
from .._sheet.cells import text_of
from .._sheet.ids import Ids
from ._parties import NAMES, Parties
from ._transaction import Kind, Transaction, form_of, instrument_of

_STAGES: Final = {
    Kind.PLEDGE: Stage.PLEDGED,
    Kind.COMMITMENT: Stage.COMMITTED,
    Kind.GUARANTEE: Stage.COMMITTED,
    Kind.PAYMENT: Stage.DELIVERED,
}
_KEPT: Final = ("reporter", "provider", "receiver", "reporter_name", "provider_name", "receiver_name", "title", "flow")
"""Columns that are read and kept as they are written, too, since a country tells less than its ministry."""

Series = list[Transaction]
"""Transactions of one activity that are alike in kind, currency, donor and recipient, in the order of their days."""


class Activities:
    """What transactions become, activity by activity.

    Args:
        source: What every record cites at its row.
        parties: Whom the rows name.
        ids: The ids given so far.
    """

    def __init__(self, source: Source | None, parties: Parties, ids: Ids) -> None:
        self._source, self._parties, self._ids = source, parties, ids

    def records(self, transactions: Iterable[Transaction]) -> Iterator[Record]:
        """The records of all activities, the same in whatever order the rows come."""
        by_activity: dict[str, Series] = {}
        for one in transactions:
            by_activity.setdefault(one.activity, []).append(one)
        for activity in sorted(by_activity):
            yield from self._records(activity, by_activity[activity])

    def _records(self, activity: str, transactions: Series) -> Iterator[Record]:
        alike: dict[tuple[str, ...], Series] = {}
        for one in sorted(transactions, key=_order):
            donors = "+".join(map(str, one.donors))
            alike.setdefault((one.kind.value, one.currency, donors, str(one.recipient)), []).append(one)
        promised: dict[Kind, list[tuple[str, Transaction]]] = {kind: [] for kind in Kind}
        paid = []
        for _, series in sorted(alike.items(), key=lambda each: (list(_STAGES).index(each[1][0].kind), each[0])):
            if series[0].kind is Kind.PAYMENT:
                paid.append(series)
            else:
                yield from self._promise(activity, series, promised)
        for series in paid:
            about = _fitting(series[0], promised[Kind.COMMITMENT] or promised[Kind.PLEDGE] or promised[Kind.GUARANTEE])
            if about is not None:
                yield from (self._payment(about, one) for one in series)
            elif any(promised.values()):
                for one in series:
                    problem = "the activity has several promises, and nothing says which of them this pays"
                    one.row.problem("", problem, fatal=True)
            else:
                yield from self._promise(activity, series, {kind: [] for kind in Kind})

    def _promise(
        self, activity: str, series: Series, promised: dict[Kind, list[tuple[str, Transaction]]]
    ) -> Iterator[Commitment]:
        """The first as a promise, and what comes after it, or takes from it, as corrections of it."""
        at = next((at for at, one in enumerate(series) if not one.amount.is_negative), 0)
        first, others = series[at], [*series[:at], *series[at + 1 :]]
        id = self._ids.unique(f"{activity}, pledged" if first.kind is Kind.PLEDGE else activity)
        whole = _fitting(first, promised[Kind.PLEDGE]) if first.kind is Kind.COMMITMENT else None
        promised[first.kind].append((id, first))
        yield self._commitment(id, first, part_of=whole, correction=first.amount.is_negative)
        for one in others:
            link = Link(Relation.CORRECTS, id)
            yield self._commitment(self._id_of(id, one), one, links=[link], correction=True)

    def _commitment(self, id: str, one: Transaction, **more: Any) -> Commitment:
        form = form_of(one)
        if form is FinancialCommitment:
            more["instrument"] = instrument_of(one)
        receiver = self._parties.of(one.row, "receiver")
        return form(
            id=id,
            donors=one.donors,
            recipient=one.recipient,
            channels=() if receiver in (None, one.recipient) else (receiver,),
            value=one.amount,
            stage=_STAGES[one.kind],
            announced=one.day,
            **self._told(one),
            **more,
        )

    def _payment(self, about: str, one: Transaction) -> Claim:
        return Claim(
            id=self._id_of(about, one),
            about=about,
            stage=Stage.DELIVERED,
            value=one.amount,
            increment=True,
            correction=one.amount.is_negative,
            speaker=self._speaker(one),
            said=one.day,
            **self._told(one),
        )

    def _id_of(self, id: str, one: Transaction) -> str:
        name = one.row.text("reference") or (None if one.day is None else one.day.edtf)
        return self._ids.unique(f"{id}, {one.kind.value} {name or 'undated'}")

    def _speaker(self, one: Transaction) -> Speaker | None:
        party = self._parties.of(one.row, "reporter")
        return None if party is None else Speaker(one.row.text(NAMES["reporter"]) or party.english_name, of=party)

    def _told(self, one: Transaction) -> dict[str, Any]:
        """What records of every kind keep of a row."""
        row = one.row
        extras = row.extras() | {row.sheet.heading(name): text for name in _KEPT if (text := row.text(name))}
        return {
            "note": row.text("words") or row.text("title"),
            "extras": extras,
            "citations": () if self._source is None else (Citation(self._source.id, f"row {row.number}"),),
        }


def _fitting(one: Transaction, promises: Sequence[tuple[str, Transaction]]) -> str | None:
    """The id of the promise in the same currency and of the same parties, else of the only one."""
    same = [
        id
        for id, first in promises
        if (first.currency, first.donors, first.recipient) == (one.currency, one.donors, one.recipient)
    ]
    found = same or [id for id, _ in promises]
    return found[0] if len(found) == 1 else None


def _order(one: Transaction) -> tuple[date, str, list[str]]:
    """By day, then by what else the rows say, so that the order of the rows decides nothing."""
    day = None if one.day is None else one.day.latest
    return day or date.max, one.row.text("reference") or "", [text_of(cell) for cell in one.row.cells]
