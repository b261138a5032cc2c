"""References between records by id: which there are, which of them must hold, and how the others are cut."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import pairwise
from typing import Any, Final, NamedTuple, TypeVar

import attrs

from .._errors import CyclicReferenceError, LedgerError, UnknownReferenceError, near, shown
from .claims import Claim, Position, same_voice
from .commitments import Commitment, Initiative, Relation
from .lines import Line
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


class Collections(NamedTuple):
    """The records of a ledger, each class by id."""

    sources: Mapping[str, Source]
    occasions: Mapping[str, Occasion]
    initiatives: Mapping[str, Initiative]
    commitments: Mapping[str, Commitment]
    claims: Mapping[str, Claim]
    positions: Mapping[str, Position]


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
        for at, retracted in enumerate(record.retracts):
            yield Reference(f"retracts[{at}]", retracted, (Claim,))
    elif isinstance(record, Position) and isinstance(record.on, str):
        yield Reference("on", record.on, _SUBJECTS)


def subject_of(record: Record) -> str | None:
    """The id without which the record makes no sense: what a claim is about, or a position on."""
    if isinstance(record, Claim):
        return record.about
    return record.on if isinstance(record, Position) and isinstance(record.on, str) else None


def waiting(objecting: Sequence[Claim], known: Mapping[str, date | None]) -> dict[str, date | None]:
    """The days from which claims that say only that others are wrong are known: not before the first of those.

    Without any of what they object to they would read as a stage alone. From the last day back, each record that is not
    yet known leaves those that object to nothing else that is.
    """
    left = {claim.id: len({*claim.disputes, *claim.retracts}) for claim in objecting}
    objecting_to: dict[str, list[str]] = {}
    for claim in objecting:
        for other in {*claim.disputes, *claim.retracts}:
            objecting_to.setdefault(other, []).append(claim.id)
    found: dict[str, date | None] = {}
    gone: set[str] = set()
    for id in sorted({*left, *objecting_to}, key=lambda id: (known[id] is None, known[id] or date.min), reverse=True):
        pending = [] if id in gone else [id]
        while pending:
            one = pending.pop()
            gone.add(one)
            if one in left:
                found[one] = known[id]
            for other in objecting_to.get(one, ()):
                left[other] -= 1
                if not left[other] and other not in gone:
                    pending.append(other)
    return found


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
        for name in ("disputes", "retracts"):
            changes[name] = tuple(other for other in getattr(record, name) if holds(other))
    changes = {name: value for name, value in changes.items() if value != getattr(record, name)}
    return attrs.evolve(record, **changes) if changes else record


def faults(held: Collections) -> list[LedgerError]:
    """Every reference that does not hold, and every cycle, in a ledger whose ids all differ."""
    found: list[LedgerError] = [] if _all_hold(held) else list(_dangling_in(held))
    found.extend(() if found else (*_cycles(held), *_of_others(held.claims)))
    return found


def _all_hold(held: Collections) -> bool:
    """Whether every reference holds: those of one kind are looked up at once, and nothing is said of what does not."""
    sources, occasions, initiatives, commitments, claims, positions = held
    documented: list[Documented] = [*initiatives.values(), *commitments.values(), *claims.values(), *positions.values()]
    cited = {citation.source for record in documented for citation in record.citations}
    cited.update(citation.source for occasion in occasions.values() for citation in occasion.citations)
    subjects: dict[str, Any] = dict([*initiatives.items(), *commitments.items()])
    linked = {link.to for commitment in commitments.values() for link in commitment.links}
    judged = {position.on for position in positions.values() if isinstance(position.on, str)}
    of_each: tuple[tuple[AbstractSet[Any], AbstractSet[str]], ...] = (
        (cited | {source.through for source in sources.values()}, sources.keys()),
        ({record.occasion for record in documented}, occasions.keys()),
        ({commitment.towards for commitment in commitments.values()}, initiatives.keys()),
        (linked | {commitment.part_of for commitment in commitments.values()}, commitments.keys()),
        (judged | {claim.about for claim in claims.values()}, subjects.keys()),
        ({other for claim in claims.values() for other in (*claim.disputes, *claim.retracts)}, claims.keys()),
    )
    return all(targets - {None} <= ids for targets, ids in of_each) and all(
        claim.line is None or claim.line < len(_lines(subjects[claim.about])) for claim in claims.values()
    )


def _lines(subject: Commitment | Initiative) -> tuple[Line, ...]:
    return subject.goal if isinstance(subject, Initiative) else subject.lines


def _dangling_in(held: Collections) -> Iterator[UnknownReferenceError]:
    records: dict[str, Record] = {id: record for collection in held for id, record in collection.items()}
    hints = _HINTS
    for record in records.values():
        for reference in references(record):
            target = records.get(reference.target)
            if not isinstance(target, reference.classes):
                yield _dangling(record, reference, records, hint=hints > 0)
                hints -= 1
            elif reference.field == "about" and isinstance(record, Claim) and record.line is not None:
                lines = _lines(target)  # type: ignore[arg-type]
                if record.line >= len(lines):
                    problem = f"{shown(record.about)} has {len(lines)} lines, counted from 0"
                    yield UnknownReferenceError(record.id, "line", record.about, problem)
                    hints -= 1


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


def _cycles(held: Collections) -> Iterator[CyclicReferenceError]:
    linked = [commitment for commitment in held.commitments.values() if commitment.links]
    for record in (*linked, *(claim for claim in held.claims.values() if claim.disputes)):
        yield from _of_itself(record)
    graphs = {
        "through": {
            id: {source.through: "through"} for id, source in held.sources.items() if source.through is not None
        },
    }
    for commitment in linked:
        for at, link in enumerate(commitment.links):
            if link.relation not in (Relation.SAME_AS, Relation.COMPONENT_OF):
                graph = graphs.setdefault(link.relation.value, {})
                graph.setdefault(commitment.id, {})[link.to] = f"links[{at}].to"
    for claim in held.claims.values():
        if claim.retracts:
            retracted = {id: f"retracts[{at}]" for at, id in enumerate(claim.retracts)}
            graphs.setdefault("retracts", {})[claim.id] = retracted
    for graph in graphs.values():
        chain = _cycle(graph)
        if chain:
            yield _comes_back(chain, graph[chain[0]][chain[1]])
    yield from _within_itself(held.commitments, linked)


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


def _of_others(claims: Mapping[str, Claim]) -> Iterator[UnknownReferenceError]:
    """What a claim takes back though it is another party's."""
    for claim in claims.values():
        for at, retracted in enumerate(claim.retracts):
            if not same_voice(claim, claims[retracted]):
                problem = f"{shown(retracted)} is the claim of another party, which can be disputed, not retracted"
                yield UnknownReferenceError(claim.id, f"retracts[{at}]", retracted, problem)


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
