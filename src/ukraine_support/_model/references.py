"""References between records by id: which there are, which of them must hold, and how the others are cut."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeVar

import attrs

from .._errors import CyclicReferenceError, LedgerError, UnknownReferenceError, near, shown
from .claims import Claim, Position
from .commitments import Commitment, Initiative, Relation
from .parties import Occasion
from .provenance import Documented, Record, Source

R = TypeVar("R", bound=Record)

NAMES: Final[dict[type[Record], str]] = {
    Source: "source",
    Occasion: "occasion",
    Initiative: "initiative",
    Commitment: "commitment",
    Claim: "claim",
    Position: "position",
}
"""The classes of records that a ledger collects, with the word for one of each."""
_SUBJECTS: Final = (Commitment, Initiative)
_HINTS: Final = 3
"""Dangling references of one ledger for which a near id is sought, which takes a look at every id."""


class Reference(NamedTuple):
    """One reference of a record: the path of the field, the id, and the classes that the target may have."""

    field: str
    target: str
    classes: tuple[type[Record], ...]


def references(record: Record) -> Iterator[Reference]:
    """Every reference that a record of the library's own fields holds."""
    if isinstance(record, Source):
        if record.through is not None:
            yield Reference("through", record.through, (Source,))
        return
    if isinstance(record, Documented | Occasion):
        for at, citation in enumerate(record.citations):
            yield Reference(f"citations[{at}].source", citation.source, (Source,))
    if isinstance(record, Documented) and record.occasion is not None:
        yield Reference("occasion", record.occasion, (Occasion,))
    if isinstance(record, Commitment):
        if record.towards is not None:
            yield Reference("towards", record.towards, (Initiative,))
        if record.part_of is not None:
            yield Reference("part_of", record.part_of, (Commitment,))
        for at, link in enumerate(record.links):
            yield Reference(f"links[{at}].to", link.to, (Commitment,))
    elif isinstance(record, Claim):
        yield Reference("about", record.about, _SUBJECTS)
        for at, disputed in enumerate(record.disputes):
            yield Reference(f"disputes[{at}]", disputed, (Claim,))
    elif isinstance(record, Position) and isinstance(record.on, str):
        yield Reference("on", record.on, _SUBJECTS)


def subject_of(record: Record) -> str | None:
    """The id without which the record makes no sense: what a claim is about, or a position on."""
    if isinstance(record, Claim):
        return record.about
    return record.on if isinstance(record, Position) and isinstance(record.on, str) else None


def cut(record: R, holds: Callable[[str], bool]) -> R:
    """The record without the optional references whose targets are not held."""

    def held(target: str | None) -> str | None:
        return target if target is not None and holds(target) else None

    changes: dict[str, Any] = {}
    if isinstance(record, Source):
        changes["through"] = held(record.through)
    if isinstance(record, Documented | Occasion):
        changes["citations"] = tuple(citation for citation in record.citations if holds(citation.source))
    if isinstance(record, Documented):
        changes["occasion"] = held(record.occasion)
    if isinstance(record, Commitment):
        changes["towards"], changes["part_of"] = held(record.towards), held(record.part_of)
        changes["links"] = tuple(link for link in record.links if holds(link.to))
    if isinstance(record, Claim):
        changes["disputes"] = tuple(disputed for disputed in record.disputes if holds(disputed))
    changes = {name: value for name, value in changes.items() if value != getattr(record, name)}
    return attrs.evolve(record, **changes) if changes else record


def faults(records: Mapping[str, Record]) -> list[LedgerError]:
    """Every reference that does not hold, and every cycle."""
    found: list[LedgerError] = []
    for record in records.values():
        for reference in references(record):
            target = records.get(reference.target)
            if not isinstance(target, reference.classes):
                found.append(_dangling(record, reference, records, hint=len(found) < _HINTS))
            elif reference.field == "about" and isinstance(record, Claim) and record.line is not None:
                lines = target.goal if isinstance(target, Initiative) else target.lines  # type: ignore[attr-defined]
                if record.line >= len(lines):
                    problem = f"{shown(record.about)} has {len(lines)} lines, counted from 0"
                    found.append(UnknownReferenceError(record.id, "line", record.about, problem))
    if not found:
        found.extend(_cycles(records))
    return found


def _dangling(
    record: Record, reference: Reference, records: Mapping[str, Record], *, hint: bool
) -> UnknownReferenceError:
    expected = " or ".join(NAMES[cls] for cls in reference.classes)
    target = records.get(reference.target)
    if target is None:
        problem = f"no {expected} has the id {shown(reference.target)}"
        if hint:
            held = [id for id, other in records.items() if isinstance(other, reference.classes)]
            problem += near(reference.target, held)
    else:
        actual = next(name for cls, name in NAMES.items() if isinstance(target, cls))
        problem = f"{shown(reference.target)} is the id of a {actual}, where a {expected} is due"
    return UnknownReferenceError(record.id, reference.field, reference.target, problem)


def _cycles(records: Mapping[str, Record]) -> Iterable[CyclicReferenceError]:
    for record in records.values():
        yield from _of_itself(record)
    for graph in _graphs(records).values():
        chain = _cycle(graph)
        if chain:
            field = graph[chain[0]][chain[1]]
            ids = [shown(id) for id in chain]
            joined = " > ".join(ids if len(ids) <= 4 else [*ids[:2], "...", ids[-1]])
            problem = f"the chain {joined} comes back to where it began"
            yield CyclicReferenceError(chain[0], field, chain[1], problem)


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


def _graphs(records: Mapping[str, Record]) -> dict[str, dict[str, dict[str, str]]]:
    """The references that may not run in circles, each relation of links apart: field by target by id."""
    graphs: dict[str, dict[str, dict[str, str]]] = {}
    for id, record in records.items():
        if isinstance(record, Source) and record.through is not None:
            graphs.setdefault("through", {})[id] = {record.through: "through"}
        if isinstance(record, Commitment):
            if record.part_of is not None:
                graphs.setdefault("part_of", {})[id] = {record.part_of: "part_of"}
            for at, link in enumerate(record.links):
                if link.relation is not Relation.SAME_AS:
                    graphs.setdefault(link.relation.value, {}).setdefault(id, {})[link.to] = f"links[{at}].to"
    return graphs


def _cycle(graph: Mapping[str, Collection[str]]) -> list[str]:
    """One cycle of the graph as a chain whose ends are alike; empty where there is none."""
    done: set[str] = set()
    for start in graph:
        path, pending = [start], [iter(graph[start])]
        on_path = {start}
        while pending and start not in done:
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
