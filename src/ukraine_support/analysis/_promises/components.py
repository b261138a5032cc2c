"""Which nodes of a graph can reach each other."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


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
