"""References that run in a circle, which no ledger holds."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from .._errors import CyclicReferenceError, shown
from .claims import Claim
from .commitments import Commitment, Relation
from .provenance import Record, Source


def circles(
    sources: Mapping[str, Source], commitments: Mapping[str, Commitment], claims: Mapping[str, Claim]
) -> Iterator[CyclicReferenceError]:
    """Every circle in which references run, where all of them hold."""
    linked = [commitment for commitment in commitments.values() if commitment.links]
    for record in (*linked, *(claim for claim in claims.values() if claim.disputes)):
        yield from _of_itself(record)
    graphs = {
        "through": {id: {source.through: "through"} for id, source in sources.items() if source.through is not None},
    }
    for commitment in linked:
        for at, link in enumerate(commitment.links):
            if link.relation not in (Relation.SAME_AS, Relation.COMPONENT_OF):
                graph = graphs.setdefault(link.relation.value, {})
                graph.setdefault(commitment.id, {})[link.to] = f"links[{at}].to"
    for claim in claims.values():
        if claim.retracts:
            retracted = {id: f"retracts[{at}]" for at, id in enumerate(claim.retracts)}
            graphs.setdefault("retracts", {})[claim.id] = retracted
    for graph in graphs.values():
        chain = _cycle(graph)
        if chain:
            yield _comes_back(chain, graph[chain[0]][chain[1]])
    yield from _within_itself(commitments, linked)


def _comes_back(chain: Sequence[str], field: str) -> CyclicReferenceError:
    ids = [shown(id) for id in chain]
    joined = " > ".join(ids if len(ids) <= 4 else [*ids[:2], "...", ids[-1]])
    return CyclicReferenceError(chain[0], field, chain[1], f"the chain {joined} comes back to where it began")


def _within_itself(
    commitments: Mapping[str, Commitment], linked: Iterable[Commitment]
) -> Iterator[CyclicReferenceError]:
    """A commitment that is a part of itself, or the same as a part of it, whatever lies between."""
    tellings = _tellings(linked)
    wholes: dict[str, dict[str, tuple[str, str, str]]] = {}

    def enter(id: str, field: str, whole: str) -> None:
        of = wholes.setdefault(tellings.get(id, id), {})
        of[tellings.get(whole, whole)] = id, field, whole

    for id, commitment in commitments.items():
        if commitment.part_of is not None:
            enter(id, "part_of", commitment.part_of)
        for at, link in enumerate(commitment.links):
            if link.relation is Relation.COMPONENT_OF:
                enter(id, f"links[{at}].to", link.to)
    chain = _cycle(wholes)
    steps = [wholes[one][other] for one, other in pairwise(chain)]
    for (_, _, whole), (part, _, _) in zip(steps, (*steps[1:], *steps[:1]), strict=True):
        if whole != part:  # two tellings of one promise, the one above the rest of the chain and the other below
            problem = f"{shown(whole)} is a whole of it and also, by same_as, the same; no whole is its own part"
            yield CyclicReferenceError(part, "links", whole, problem)
            return
    if chain:
        yield _comes_back(chain, steps[0][1])


def _tellings(linked: Iterable[Commitment]) -> dict[str, str]:
    """Commitments that are the same as others, however many lie between, by id: to one of them, the same for all."""
    others: dict[str, list[str]] = {}
    for commitment in linked:
        for link in commitment.links:
            if link.relation is Relation.SAME_AS:
                others.setdefault(commitment.id, []).append(link.to)
                others.setdefault(link.to, []).append(commitment.id)
    found: dict[str, str] = {}
    for first in others:
        pending = [] if first in found else [first]
        while pending:
            id = pending.pop()
            found[id] = first
            pending.extend(other for other in others[id] if other not in found)
    return found


def _of_itself(record: Record) -> Iterator[CyclicReferenceError]:
    """Claims may dispute each other and commitments may be the same as each other, but not as themselves."""
    if isinstance(record, Claim) and record.id in record.disputes:
        at = record.disputes.index(record.id)
        yield CyclicReferenceError(record.id, f"disputes[{at}]", record.id, "a claim cannot dispute itself")
    if isinstance(record, Commitment):
        for at, link in enumerate(record.links):
            if link.relation is Relation.SAME_AS and link.to == record.id:
                problem = "a commitment is the same as itself anyway"
                yield CyclicReferenceError(record.id, f"links[{at}].to", record.id, problem)


def _cycle(graph: Mapping[str, Collection[str]]) -> list[str]:
    """One cycle of the graph as a chain whose ends are alike; empty where there is none."""
    done: set[str] = set()
    for start in graph:
        path, pending = [start], [iter(graph[start])]
        on_path = {start}
        while start not in done:
            following = next(pending[-1], None)
            if following is None:
                pending.pop()
                left = path.pop()
                on_path.discard(left)
                done.add(left)
            elif following in on_path:
                return [*path[path.index(following) :], following]
            elif following not in done:
                path.append(following)
                on_path.add(following)
                pending.append(iter(graph.get(following, ())))
    return []
