"""A ledger at a glance: how many records it holds of each class, and its promises line by line."""

from collections.abc import Mapping

from .._tabular import ShortTable, bounds
from .commitments import Commitment

_HEAD = ("commitment", "donors", "recipient", "stage", "announced", "value", "lines")


def overview(commitments: Mapping[str, Commitment], counts: Mapping[str, int]) -> ShortTable:
    """The table that a notebook shows of a ledger."""
    rows = (
        (
            promise.id,
            ", ".join(map(str, promise.donors)),
            promise.recipient,
            promise.stage.value,
            promise.announced,
            bounds(promise.value.low, promise.value.high, is_approximate=promise.value.is_approximate),
            len(promise.lines),
        )
        for promise in commitments.values()
    )
    return ShortTable(facts=counts, head=_HEAD, rows=rows, length=len(commitments))
