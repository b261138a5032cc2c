"""A ledger at a glance: how many records it holds, and its promises: one by one, or of many how many of each sort."""

from collections import Counter
from collections.abc import Mapping

from .._tabular import ROWS, ShortTable, cell
from .commitments import Commitment

_HEAD = ("commitment", "donors", "recipient", "stage", "announced", "value", "lines")
_SUMMARY = ("kind", "stage", "commitments")


def overview(commitments: Mapping[str, Commitment], counts: Mapping[str, int]) -> ShortTable:
    """The table that a notebook shows of a ledger."""
    if len(commitments) > ROWS:
        return _summary(commitments, counts)
    rows = (
        (
            promise.id,
            cell(promise.donors),
            promise.recipient,
            promise.stage.value,
            promise.announced,
            cell(promise.value) or "unknown",
            len(promise.lines),
        )
        for promise in commitments.values()
    )
    return ShortTable(facts=counts, head=_HEAD, rows=rows, length=len(commitments))


def _summary(commitments: Mapping[str, Commitment], counts: Mapping[str, int]) -> ShortTable:
    """How many donors, which days, and how many promises of each kind were announced at which stage, most first."""
    promises = commitments.values()
    days = [one.announced.latest for one in promises if one.announced is not None and one.announced.latest is not None]
    facts: dict[str, object] = {**counts, "donors": len({donor for one in promises for donor in one.donors})}
    facts |= {"announced": f"{min(days)} .. {max(days)}"} if days else {}
    sorts = Counter((one.kind, one.stage.value) for one in promises)
    rows = [(kind, stage, number) for (kind, stage), number in sorts.most_common()]
    return ShortTable(facts=facts, head=_SUMMARY, rows=rows, length=len(rows))
