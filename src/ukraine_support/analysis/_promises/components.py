"""Which commitments hang together, and which nodes of a graph can reach each other."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import Final, TypeVar

from ..._model.base.advice import an_instance
from ..._model.commitments import Commitment
from ..._model.ledger import Ledger
from ..._model.parties import Occasion
from ..._model.provenance import Source
from ..._model.references import HOLDERS
from ..._tabular import ShownMapping
from .._known import is_known

N = TypeVar("N", bound=Hashable)

_BINDING: Final = [holder for holder in HOLDERS if not {Source, Occasion}.intersection(holder.classes)]
"""The fields that name what counts together; thousands of records may cite one source and have no more in common."""


def components(ledger: Ledger) -> Mapping[str, str]:
    """Which records any rule binds together: for each record, the smallest id of those that hang together with it.

    They hang together by `part_of`, links, `towards` an initiative, and by what claims and positions are about, dispute
    and retract. So a ledger may be cut between components, each piece with all sources and occasions: what the pieces
    add up to is what the whole does. Sources and occasions belong to none.

    Args:
        ledger: The records.

    Raises:
        WrongTypeError: The ledger is none.

    Examples:
        >>> from ukraine_support import FinancialCommitment
        >>> promises = [FinancialCommitment(id=id, stage="pledged", part_of=whole) for id, whole in (
        ...     ("package", None), ("aid", "package"), ("other", None))]
        >>> dict(components(Ledger(commitments=promises)))
        {'aid': 'aid', 'other': 'other', 'package': 'aid'}
    """
    an_instance(ledger, Ledger, "components")
    bound = (ledger.initiatives, ledger.commitments, ledger.claims, ledger.positions)
    above = {id: id for records in bound for id in records}

    def top(id: str) -> str:
        while above[id] != id:
            above[id] = id = above[above[id]]
        return id

    for holder in _BINDING:
        for records in bound:
            for id, record in records.items():
                if isinstance(record, holder.cls):
                    for other in holder.ids(record):
                        first, last = sorted((top(id), top(other)))
                        above[last] = first
    return ShownMapping({id: top(id) for id in above})


def connected(ledger: Ledger, id: str, as_of: date | None) -> dict[str, Commitment]:
    """A commitment, and all that parts and links lead to, whichever way they point, as far as it was known on a day."""
    found = {id: ledger.commitments[id]}
    pending = [id]
    while pending:
        one = found[pending.pop()]
        around = (*ledger.parts_of(one.id), *ledger.links_to(one.id))
        whole = () if one.part_of is None else (one.part_of,)
        for other in (*whole, *(link.to for link in one.links), *(beside.id for beside in around)):
            if other not in found and is_known(ledger, other, as_of):
                found[other] = ledger.commitments[other]
                pending.append(other)
    return found


def strong_components(nodes: Iterable[N], following: Callable[[N], Iterable[N]]) -> list[list[N]]:
    """The nodes in groups of those that can reach each other; what a group leads to comes before it (Tarjan)."""
    order: dict[N, int] = {}  # when a node was met first
    lowest: dict[N, int] = {}  # the earliest that it can come back to
    open_nodes: list[N] = []
    is_open: set[N] = set()
    found: list[list[N]] = []
    for start in nodes:
        if start in order:
            continue
        order[start] = lowest[start] = len(order)
        open_nodes.append(start)
        is_open.add(start)
        pending = [(start, iter(following(start)))]
        while pending:
            node, rest = pending[-1]
            for other in rest:
                if other not in order:
                    order[other] = lowest[other] = len(order)
                    open_nodes.append(other)
                    is_open.add(other)
                    pending.append((other, iter(following(other))))
                    break
                if other in is_open:
                    lowest[node] = min(lowest[node], order[other])
            else:
                pending.pop()
                if pending:
                    above = pending[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == order[node]:
                    group = []
                    while True:
                        group.append(open_nodes.pop())
                        is_open.discard(group[-1])
                        if group[-1] == node:
                            break
                    found.append(group)
    return found
