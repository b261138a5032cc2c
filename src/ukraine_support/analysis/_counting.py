"""Which commitments count at a stage, so that no promise counts twice (law 6 of the design).

The commitments without `part_of` and links to or from them, nearly all in most ledgers, count if they have reached the
stage. The others are put in an order in which a whole stands before its parts, and what is preferred before what it
takes the place of. In that order each one counts unless the same promise counts already. So of two records of one
promise that got to the stage one always counts, and never both.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

import attrs

from .._model.claims import Claim
from .._model.commitments import Commitment, Relation
from .._model.ledger import Ledger
from .._model.stages import Stage
from ._progress import stage_of

_RESTATES: Final = (Relation.REPLACES, Relation.CORRECTS)


def counted(ledger: Ledger, stage: Stage) -> list[Commitment]:
    """The commitments that count at a stage; [`totals`][ukraine_support.analysis.totals] states the rules."""
    stages = tuple(other for other in Stage if other.has_reached(stage))
    withdrawn = _withdrawn(ledger)
    commitments = ledger.commitments.values()
    reached = [commitment for commitment in commitments if commitment.stage in stages]
    if withdrawn:
        reached = [commitment for commitment in reached if commitment.id not in withdrawn]
        if stage is Stage.WITHDRAWN:
            reached += (ledger.commitments[id] for id in sorted(withdrawn))
    bound = [commitment for commitment in commitments if commitment.links or commitment.part_of is not None]
    if not any(commitment.links for commitment in bound):
        return _topmost(reached, ledger) if bound else reached
    web = _Web(
        commitments={
            id: ledger.commitments[id] for commitment in bound for id in (commitment.id, *_targets(commitment))
        },
        withdrawn=withdrawn,
    )
    return [
        *(commitment for commitment in reached if commitment.id not in web.commitments),
        *web.counted({commitment.id for commitment in reached}),
    ]


def _topmost(reached: list[Commitment], ledger: Ledger) -> list[Commitment]:
    """Those that are part of no other: what all of the below comes to where there are no links."""
    ids = {commitment.id for commitment in reached}
    found = []
    for commitment in reached:
        whole = commitment.part_of
        while whole is not None and whole not in ids:
            whole = ledger.commitments[whole].part_of
        if whole is None:
            found.append(commitment)
    return found


def _withdrawn(ledger: Ledger) -> set[str]:
    """The ids of commitments of which it was said last that they are withdrawn as a whole."""
    said = {claim.about for claim in ledger.claims.values() if _withdraws(claim)}
    return {id for id in said if id in ledger.commitments and stage_of(ledger, id) is Stage.WITHDRAWN}


def _withdraws(claim: Claim) -> bool:
    partial = claim.line is not None or not (claim.quantity.is_unknown and claim.value.is_unknown)
    return claim.stage is Stage.WITHDRAWN and not (partial or claim.forecast or not claim.share.is_unknown)


def _targets(commitment: Commitment) -> Iterator[str]:
    if commitment.part_of is not None:
        yield commitment.part_of
    for link in commitment.links:
        yield link.to


@attrs.frozen
class _Web:
    """Commitments that are parts of each other, or linked."""

    commitments: Mapping[str, Commitment]
    withdrawn: set[str]

    def counted(self, reached: set[str]) -> list[Commitment]:
        """Those that count, of those that have reached the stage."""
        counts: set[str] = set()
        wholes: set[str] = set()  # of what counts
        # A withdrawn replacement leaves nothing of what it replaces, so it stands in its place, counting for nothing.
        standing = {id for id, commitment in self.commitments.items() if self._takes_away(commitment)}
        for id in self._in_order():
            if id not in reached or id in wholes or self._waits(id, counts):
                continue
            if not self._counts_already(id, counts, standing):
                counts.add(id)
                wholes.update(self.wholes[id])
                standing.update(self.wholes[id])
            standing.add(id)  # counted or not, its promise is in the sum
        return [self.commitments[id] for id in sorted(counts)]

    def _takes_away(self, commitment: Commitment) -> bool:
        is_withdrawn = commitment.stage is Stage.WITHDRAWN or commitment.id in self.withdrawn
        return is_withdrawn and any(link.relation in _RESTATES for link in commitment.links)

    def _waits(self, id: str, counts: set[str]) -> bool:
        """Whether this is a correction by a difference of what does not count."""
        corrected = self.corrected.get(id, ())
        return bool(corrected) and counts.isdisjoint(corrected)

    def _counts_already(self, id: str, counts: set[str], standing: set[str]) -> bool:
        """Whether the promise is in the sum: as part of a whole, or by what it, or a whole of it, gives way to."""
        chain = (id, *self.wholes[id])
        return not counts.isdisjoint(chain) or any(
            other not in chain and (other in standing or not counts.isdisjoint(self.wholes[other]))
            for own in chain
            for other in self._same_promise(own)
        )

    def _same_promise(self, id: str) -> Iterator[str]:
        """The commitment, its twins, and all that any of them gives way to, however far."""
        seen, pending = set(), [self.twins[id]]
        while pending:
            for twin in pending.pop():
                if twin not in seen:
                    seen.add(twin)
                    yield twin
                    pending.extend(self.twins[preferred] for preferred in self.preferred.get(twin, ()))

    @cached_property
    def _direct_wholes(self) -> dict[str, list[str]]:
        found = {id: [] if record.part_of is None else [record.part_of] for id, record in self.commitments.items()}
        for id, to in self._linked(Relation.COMPONENT_OF):
            found[id].append(to)
        return found

    @cached_property
    def wholes(self) -> dict[str, tuple[str, ...]]:
        """For each commitment, everything that it is part of, however far up."""
        return {id: tuple(_reachable(id, self._direct_wholes)) for id in self.commitments}

    @cached_property
    def twins(self) -> dict[str, tuple[str, ...]]:
        """For each commitment, itself and all that are said to be the same: first what says so of no other."""
        same: dict[str, list[str]] = {id: [] for id in self.commitments}
        repeating = set()
        for id, to in self._linked(Relation.SAME_AS):
            repeating.add(id)
            same[id].append(to)
            same[to].append(id)
        found: dict[str, tuple[str, ...]] = {}
        for id in self.commitments:
            if id not in found:
                group = tuple(sorted({id, *_reachable(id, same)}, key=lambda twin: (twin in repeating, twin)))
                found.update(dict.fromkeys(group, group))
        return found

    @cached_property
    def preferred(self) -> dict[str, list[str]]:
        """For each commitment, those that count instead of it: what replaces or restates it, what it reimburses."""
        found: dict[str, list[str]] = {}
        for id, to in self._linked(Relation.REIMBURSES):
            found.setdefault(id, []).append(to)
        for relation in _RESTATES:
            for id, to in self._linked(relation):
                if relation is Relation.REPLACES or not self.commitments[id].correction:
                    found.setdefault(to, []).append(id)
        return found

    @cached_property
    def corrected(self) -> dict[str, list[str]]:
        """For each correction by a difference, what it corrects, where that is named."""
        found: dict[str, list[str]] = {}
        for id, to in self._linked(Relation.CORRECTS):
            if self.commitments[id].correction:
                found.setdefault(id, []).append(to)
        return found

    def _linked(self, relation: Relation) -> Iterator[tuple[str, str]]:
        for id, commitment in self.commitments.items():
            for link in commitment.links:
                if link.relation is relation:
                    yield id, link.to

    def _in_order(self) -> Iterator[str]:
        """Wholes before their parts; twins in their order; what is preferred, with its parts, before what is not."""
        parts: dict[str, list[str]] = {}
        for id, wholes in self._direct_wholes.items():
            for whole in wholes:
                parts.setdefault(whole, []).append(id)
        done: set[str] = set()
        for start in sorted(self.commitments):
            if start in done:
                continue
            pending, on_path = [(start, iter(self._before(start, parts)))], {start}
            while pending:
                id, rest = pending[-1]
                following = next((other for other in rest if other not in done and other not in on_path), None)
                if following is None:
                    pending.pop()
                    done.add(id)
                    yield id
                else:
                    on_path.add(following)
                    pending.append((following, iter(self._before(following, parts))))

    def _before(self, id: str, parts: Mapping[str, list[str]]) -> Iterable[str]:
        twins = self.twins[id]
        first = [*twins[: twins.index(id)], *self.preferred.get(id, ())]
        with_parts = [part for other in first for part in (other, *_reachable(other, parts))]
        return [*self._direct_wholes[id], *self.corrected.get(id, ()), *with_parts]


def _reachable(start: str, graph: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """What can be reached in a graph, each once, the start left out."""
    seen, pending = {start}, [start]
    while pending:
        for other in graph.get(pending.pop(), ()):
            if other not in seen:
                seen.add(other)
                pending.append(other)
                yield other
