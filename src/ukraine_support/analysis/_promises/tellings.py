"""Records that tell of one promise, and how promises hang together: as parts, replaced, repaid, corrected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

import attrs

from ..._model.commitments import Commitment, Relation
from ..._model.references import cut
from .components import strong_components

_NONE: Final[Mapping[str, Any]] = {}


@attrs.define(eq=False)
class Promise:
    """One promise: the records that tell of it, and the promises on which it bears."""

    tellings: tuple[str, ...]
    """The ids of all records of it, in an order that their ids do not decide."""
    standing: tuple[str, ...]
    """Those of them that no other restates."""
    gives_way: Mapping[str, tuple[str, ...]]
    """For each record of it, the others that count rather than it, or what stands for several of them."""
    wholes: "Sequence[Promise]" = ()
    """What it is part of: the whole that it raises first."""
    whole_ids: tuple[str, ...] = ()
    """The records of those that it names."""
    parts: "Sequence[Promise]" = ()
    """Its direct parts."""
    parts_of: "Mapping[str, Sequence[Promise]]" = _NONE
    """The parts that raise it, by the record that they are part of."""
    instead: "Sequence[Promise]" = ()
    """What replaces it, or restates it with others."""
    repaid: "Sequence[Promise]" = ()
    """What it reimburses."""
    repaid_by: "Sequence[Promise]" = ()
    """What reimburses it alone."""
    corrects: tuple[str, ...] = ()
    """The records that it corrects by a difference."""
    corrected_by: "Mapping[str, Sequence[Promise]]" = _NONE
    """The corrections by a difference of each record of it."""

    @cached_property
    def in_order(self) -> tuple[str, ...]:
        """The ids of all records of it, sorted."""
        return tuple(sorted(self.tellings))

    @cached_property
    def is_standing(self) -> frozenset[str]:
        """The ids of the records that no other restates, to look one up among thousands."""
        return frozenset(self.standing)

    @cached_property
    def best(self) -> tuple[str, ...]:
        """Those of the standing records that say of no other that it is the same."""
        return self.preferred(self.standing)

    def preferred(self, among: Iterable[str]) -> tuple[str, ...]:
        """Those of some records of it that say of no other of them that it is the same; several where they are tied."""
        wanted = set(among)
        if len(wanted) < 2:
            return tuple(wanted)
        is_ahead: dict[str, bool] = {}  # whether one that is wanted counts rather than this record
        found: set[str] = set()
        for group in strong_components(self.tellings, lambda id: self.gives_way.get(id, ())):
            inside = set(group)
            following = [other for id in group for other in self.gives_way.get(id, ()) if other not in inside]
            ahead = any(is_ahead[other] or other in wanted for other in following)
            is_ahead.update(dict.fromkeys(group, ahead))
            if not ahead:
                found |= inside & wanted
        return tuple(id for id in self.tellings if id in found)


def _latest_of(id: str) -> str:
    """What stands for all the latest restatements of a record, as thousands may give way to thousands; no id has it."""
    return f"{id}\n"


def content(commitment: Commitment) -> tuple[object, ...]:
    """What a record says, as text to sort by, where nothing else decides: ids must not."""
    day = None if commitment.announced is None else commitment.announced.earliest
    told: list[object] = [commitment.stage.value, *map(str, commitment.donors), "", str(commitment.recipient)]
    said = repr(attrs.evolve(cut(commitment, lambda id: False), id="any"))
    relations = [*sorted(link.relation.value for link in commitment.links), str(commitment.part_of is None)]
    values = repr(commitment.value), repr(commitment.lines), said, repr(relations)
    return day or date.min, *map(str, told), *values, commitment.id


def promises_of(records: Mapping[str, Commitment], days: Mapping[str, date]) -> dict[str, Promise]:
    """The promise of which each of some records tells. References to others than these are not looked at."""
    return _Sorting(records, days).promises()


class _Sorting:
    """Records on their way to promises."""

    def __init__(self, records: Mapping[str, Commitment], days: Mapping[str, date]) -> None:
        self.records, self.days = records, days
        self.above: dict[str, str] = {}  # towards the record that stands for all of one promise
        self.restated: set[str] = set()
        self.gives_way: dict[str, dict[str, None]] = {}
        self.instead: dict[str, list[str]] = {}
        self.wholes = {id: list(dict.fromkeys(self._wholes(record))) for id, record in records.items()}
        self.loans: dict[str, list[str]] = {}  # by what they are repaid from, which so pays back what they gave
        for id, to in self._linked(Relation.REPAID_FROM):
            self.loans.setdefault(to, []).append(id)

    def promises(self) -> dict[str, Promise]:
        for id, to in self._linked(Relation.SAME_AS):
            self.gives_way.setdefault(id, {})[to] = None
            self._unite(id, to)
        self._restate()
        replaced: dict[str, set[str]] = {}
        for id, to in self._linked(Relation.REPLACES):
            if self._root(id) == self._root(to):
                self.restated.add(to)
                self.gives_way.setdefault(to, {})[id] = None
                continue
            self.instead.setdefault(to, []).append(id)
            replaced.setdefault(id, set()).add(self._root(to))
        for id, roots in replaced.items():  # what replaces its own whole is in its place, not a part of it
            self.wholes[id] = [whole for whole in self.wholes[id] if self._root(whole) not in roots]
        for circle in self._circles():
            self._close(circle)
        inherited = self._inherit()
        for circle in self._circles() if inherited else ():  # what a whole leads to does not become a part of it
            for root in inherited.intersection(circle):
                self.wholes[root] = [whole for whole in self.wholes[root] if self._root(whole) not in circle]
        return self._made()

    def _circles(self) -> list[dict[str, list[str]]]:
        """The promises that lead to each other, with the records of each."""
        members = self._members()
        groups = strong_components(members, lambda root: self._leads_to(members[root]))
        return [{root: members[root] for root in group} for group in groups if len(group) > 1]

    def _close(self, circle: Mapping[str, list[str]]) -> None:
        """What is part of, or stands instead of, each other in a circle is one promise told several times."""
        ids = [id for members in circle.values() for id in members]
        inside = set(ids)
        for id in ids:
            self._unite(ids[0], id)
            replacing = [other for other in self.instead.get(id, ()) if other in inside]
            if replacing:
                self.restated.add(id)
            ahead = [*replacing, *(other for other in self._repaid(id) if other in inside)]
            self.gives_way.setdefault(id, {}).update(dict.fromkeys(ahead))

    def _linked(self, relation: Relation) -> Iterator[tuple[str, str]]:
        for id, record in self.records.items():
            for link in record.links:
                if link.relation is relation and link.to in self.records:
                    yield id, link.to

    def _wholes(self, record: Commitment) -> Iterator[str]:
        if self._differs(record):
            return
        if record.part_of in self.records:
            yield str(record.part_of)
        for link in record.links:
            if link.relation is Relation.COMPONENT_OF and link.to in self.records:
                yield link.to

    def _differs(self, record: Commitment) -> bool:
        """Whether this is a correction by a difference of something that is named."""
        return record.correction and any(
            link.relation is Relation.CORRECTS and link.to in self.records for link in record.links
        )

    def _root(self, id: str) -> str:
        path = []
        while id in self.above:
            path.append(id)
            id = self.above[id]
        for passed in path:
            self.above[passed] = id
        return id

    def _unite(self, one: str, other: str) -> None:
        first, second = self._root(one), self._root(other)
        if first != second:
            self.above[second] = first

    def _restate(self) -> None:
        """What restates one record tells of the same promise; what restates several stands instead of each."""
        targets: dict[str, list[str]] = {}
        restating: dict[str, list[str]] = {}
        for id, to in self._linked(Relation.CORRECTS):
            if not self.records[id].correction:
                targets.setdefault(id, []).append(to)
                restating.setdefault(to, []).append(id)
        replacing: defaultdict[str, set[str]] = defaultdict(set)
        for id, to in self._linked(Relation.REPLACES):
            replacing[to].add(id)
        for to, several in restating.items():
            self.restated.add(to)
            together = set(several)
            unreplaced = [id for id in several if id not in replacing or replacing[id].isdisjoint(together)]
            last = max(self.days[id] for id in unreplaced)
            latest = dict.fromkeys(id for id in unreplaced if self.days[id] == last)
            self.gives_way[_latest_of(to)] = latest
            for id in several:
                if len(set(targets[id])) > 1:
                    self.instead.setdefault(to, []).append(id)
                    continue
                self._unite(to, id)
                if id in latest:
                    self.gives_way.setdefault(to, {})[id] = None
                else:
                    self.restated.add(id)
                    self.gives_way.setdefault(id, {})[_latest_of(to)] = None

    def _inherit(self) -> set[str]:
        """What replaces a part and says of no whole is a part where that was; which promises became one so."""
        inherited = set[str]()
        targets: dict[str, list[str]] = {}
        for id, to in self._linked(Relation.REPLACES):
            targets.setdefault(self._root(id), []).append(to)
        members = self._members()
        for circle in strong_components(targets, lambda root: map(self._root, targets.get(root, ()))):
            root = circle[0]
            if root not in targets or any(self.wholes[id] for id in members[root]):
                continue
            replaced = {self._root(to) for to in targets[root]} - {root}
            outside = [{self._root(whole): whole for id in members[to] for whole in self.wholes[id]} for to in replaced]
            outside = [wholes for wholes in outside if replaced.isdisjoint(wholes)]
            if outside and all(wholes.keys() == outside[0].keys() for wholes in outside) and root not in outside[0]:
                told = sorted((id for to in replaced for id in members[to]), key=self._standing_first)
                named = {self._root(whole): whole for id in told for whole in self.wholes[id]}
                self.wholes[root] = [whole for promise, whole in named.items() if promise in outside[0]]
                inherited.add(root)
        return inherited

    def _standing_first(self, id: str) -> tuple[object, ...]:
        """An order of the records of a promise that ids do not decide."""
        return id in self.restated, *content(self.records[id])

    def _members(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id in self.records:
            found.setdefault(self._root(id), []).append(id)
        return found

    def _leads_to(self, ids: Iterable[str]) -> Iterator[str]:
        """The promises that count rather than the one of which some records tell."""
        for id in ids:
            for other in (*self.wholes[id], *self.instead.get(id, ()), *self._repaid(id)):
                yield self._root(other)

    def _repaid(self, id: str) -> Iterator[str]:
        for link in self.records[id].links:
            if link.relation is Relation.REIMBURSES and link.to in self.records:
                yield link.to
        yield from self.loans.get(id, ())

    def _made(self) -> dict[str, Promise]:
        found: dict[str, Promise] = {}
        for ids in self._members().values():
            tellings = tuple(sorted(ids, key=lambda id: content(self.records[id])) if len(ids) > 1 else ids)
            standing = tuple(id for id in tellings if id not in self.restated) or tellings
            ahead = (node for id in tellings for node in (id, _latest_of(id)) if node in self.gives_way)
            gives_way = {node: tuple(self.gives_way[node]) for node in ahead}
            found.update(dict.fromkeys(tellings, Promise(tellings, standing, gives_way or _NONE)))
        promises = list(dict.fromkeys(found.values()))
        parts: defaultdict[Promise, list[Promise]] = defaultdict(list)
        repaid_by: defaultdict[Promise, list[Promise]] = defaultdict(list)
        for promise in promises:
            self._connect(promise, found)
            for whole in promise.wholes:
                parts[whole].append(promise)
            if len(promise.repaid) == 1 and self.loans.keys().isdisjoint(promise.tellings):  # interest may be in it
                repaid_by[promise.repaid[0]].append(promise)
        raising, correcting = self._by_record(promises, found)
        for promise in promises:
            promise.parts, promise.repaid_by = parts.get(promise, ()), repaid_by.get(promise, ())
            promise.parts_of, promise.corrected_by = raising.get(promise, _NONE), correcting.get(promise, _NONE)
        return found

    def _connect(self, promise: Promise, found: Mapping[str, Promise]) -> None:
        """Name what the promise is part of, gives way to, and corrects."""

        def others(ids: Iterable[str]) -> Sequence[Promise]:
            return tuple(other for other in dict.fromkeys(found[id] for id in ids) if other is not promise)

        inner = dict.fromkeys((*promise.best, *promise.tellings))
        promise.whole_ids = tuple(dict.fromkeys(whole for id in inner for whole in self.wholes[id]))
        promise.wholes = others(promise.whole_ids)
        promise.instead = others(other for id in inner for other in self.instead.get(id, ()))
        promise.repaid = others(other for id in inner for other in self._repaid(id))
        for id in dict.fromkeys((*promise.best, *promise.standing)):
            if self._differs(self.records[id]):
                links = self.records[id].links
                targets = [link.to for link in links if link.relation is Relation.CORRECTS and link.to in found]
                promise.corrects += tuple(target for target in targets if found[target] is not promise)

    def _by_record(
        self, promises: Iterable[Promise], found: Mapping[str, Promise]
    ) -> tuple[dict[Promise, dict[str, list[Promise]]], dict[Promise, dict[str, list[Promise]]]]:
        """The parts that raise each promise, and its corrections, by the record that they name."""
        raising: dict[Promise, dict[str, list[Promise]]] = {}
        correcting: dict[Promise, dict[str, list[Promise]]] = {}
        for promise in promises:
            if promise.wholes:
                raised = promise.wholes[0]
                for whole_id in promise.whole_ids:
                    if found[whole_id] is raised:
                        raising.setdefault(raised, {}).setdefault(whole_id, []).append(promise)
            for target in dict.fromkeys(promise.corrects):
                correcting.setdefault(found[target], {}).setdefault(target, []).append(promise)
        return raising, correcting
