"""References between records by id: which there are, which of them must hold, and how the others are cut."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

import attrs

from .._errors import LedgerError, UnknownReferenceError, near, shown
from .base.remembered import remembered_by_class
from .circles import circles
from .claims import Claim, Position, only_objects, same_voice
from .commitments import Commitment, Initiative, no_line
from .parties import Occasion
from .provenance import Documented, Record, Source

R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=LedgerError)

NAMES: Final[dict[type[Record], str]] = {
    Source: "source",
    Occasion: "occasion",
    Initiative: "initiative",
    Commitment: "commitment",
    Claim: "claim",
    Position: "position",
}
"""The classes of records that a ledger collects, with the word for one of each."""
_HINTS: Final = 3
"""Dangling references of one ledger for which a near id is sought, which takes a look at every id."""
_TOLD: Final = 1_000
"""Faults of one ledger that are all told: a fault takes more memory than the reference that it is about."""


def name_of(record: object) -> str | None:
    """The word for a record; None where a ledger collects no such thing."""
    cls: Any = type(record)
    return _name_below(cls)


@remembered_by_class
def _name_below(cls: Any) -> str | None:
    return next((name for held, name in NAMES.items() if issubclass(cls, held)), None)


class Collections(NamedTuple):
    """The records of a ledger, each class by id."""

    sources: Mapping[str, Source]
    occasions: Mapping[str, Occasion]
    initiatives: Mapping[str, Initiative]
    commitments: Mapping[str, Commitment]
    claims: Mapping[str, Claim]
    positions: Mapping[str, Position]


class Holder(NamedTuple):
    """A field of which each value is the id of another record, or holds some."""

    cls: type[Record]
    """The class of records that have the field."""
    field: str
    classes: tuple[type[Record], ...]
    """The classes that what is named may have."""
    inside: str | None = None
    """Where the field holds objects, which attribute of each is the id."""
    needed: bool = False
    """Whether the record makes no sense without what is named."""

    def ids(self, record: Any) -> Iterable[str]:
        """The ids that the field of a record holds."""
        return self._ids_in(getattr(record, self.field))

    def ids_of_all(self, records: Collection[Record]) -> set[str]:
        """The ids that the field of some records holds: records share much of what they hold, which is read once."""
        held = {id(value): value for value in map(attrgetter(self.field), records)}
        return {id for value in held.values() for id in self._ids_in(value)}

    def _ids_in(self, held: Any) -> Iterable[str]:
        if self.inside is not None:
            return [getattr(item, self.inside) for item in held]
        return held if isinstance(held, tuple) else (held,) if isinstance(held, str) else ()

    def path(self, record: Any, at: int) -> str:
        """The path of one of the ids."""
        several = f"[{at}]" if isinstance(getattr(record, self.field), tuple) else ""
        return f"{self.field}{several}{f'.{self.inside}' if self.inside else ''}"

    def without(self, record: Any, holds: Callable[[str], bool]) -> Any:
        """The value of the field without what is not held."""
        held = getattr(record, self.field)
        if not isinstance(held, tuple):
            return held if held is not None and holds(held) else None
        return tuple(item for item, id in zip(held, self.ids(record), strict=True) if holds(id))

    def renamed(self, record: Any, ids: Mapping[str, str]) -> Any:
        """The value of the field with the new ids of what was given one."""
        held = getattr(record, self.field)
        if self.inside is None:
            return tuple(ids.get(id, id) for id in held) if isinstance(held, tuple) else ids.get(held, held)
        changes = ({self.inside: ids.get(id, id)} for id in self.ids(record))
        return tuple(attrs.evolve(item, **change) for item, change in zip(held, changes, strict=True))


_SUBJECTS: Final = (Commitment, Initiative)
HOLDERS: Final = (
    Holder(Source, "through", (Source,)),
    Holder(Occasion, "citations", (Source,), inside="source"),
    Holder(Documented, "citations", (Source,), inside="source"),
    Holder(Documented, "occasion", (Occasion,)),
    Holder(Commitment, "towards", (Initiative,)),
    Holder(Commitment, "part_of", (Commitment,)),
    Holder(Commitment, "links", (Commitment,), inside="to"),
    Holder(Claim, "about", _SUBJECTS, needed=True),
    Holder(Claim, "disputes", (Claim,)),
    Holder(Claim, "retracts", (Claim,)),
    Holder(Position, "on", _SUBJECTS, needed=True),  # a kind of support, or an id
)
"""Every field that refers to another record."""


@remembered_by_class
def _below(cls: Any) -> tuple[Holder, ...]:
    return tuple(holder for holder in HOLDERS if issubclass(cls, holder.cls))


def _holders_of(record: Any) -> tuple[Holder, ...]:
    """The fields of a record that refer to others."""
    cls: Any = type(record)
    return _below(cls)


class Reference(NamedTuple):
    """One reference of a record: the path of the field, the id, and the classes that the target may have."""

    field: str
    target: str
    classes: tuple[type[Record], ...]


def references(record: Record) -> Iterator[Reference]:
    """Every reference that a record of the library's own fields holds."""
    for holder in _holders_of(record):
        for at, id in enumerate(holder.ids(record)):
            yield Reference(holder.path(record, at), id, holder.classes)


def subject_of(record: Record) -> str | None:
    """The id without which the record makes no sense: what a claim is about, or a position on."""
    needed = (id for holder in _holders_of(record) if holder.needed for id in holder.ids(record))
    return next(iter(needed), None)


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


def gone_with(records: Collection[Record], ids: Iterable[str]) -> set[str]:
    """The ids of some records, and of what makes no sense without them.

    That is what is said of them, and the claims that say no more than that they are wrong, or taken back.
    """
    gone = set(ids)
    gone |= {record.id for record in records if subject_of(record) in gone}
    known = {record.id: None if record.id in gone else date.min for record in records}
    objecting = [record for record in records if isinstance(record, Claim) and only_objects(record)]
    return gone | {id for id, day in waiting(objecting, known).items() if day is None}


def cut(record: R, holds: Callable[[str], bool]) -> R:
    """The record without the optional references whose targets are not held."""
    changes = {
        holder.field: holder.without(record, holds)
        for holder in _holders_of(record)
        if not (holder.needed or all(map(holds, holder.ids(record))))
    }
    return attrs.evolve(record, **changes) if changes else record


def renamed(record: R, ids: Mapping[str, str]) -> R:
    """The record with the new ids of the records that it refers to; its own id stays."""
    changes = {
        holder.field: holder.renamed(record, ids)
        for holder in _holders_of(record)
        if any(ids.get(id, id) != id for id in holder.ids(record))
    }
    return attrs.evolve(record, **changes) if changes else record


def faults(held: Collections) -> list[LedgerError]:
    """Every reference that does not hold, and every circle, in a ledger whose ids all differ."""
    if not _all_hold(held):
        return list(_dangling_in(held))
    return [
        *circles(held.sources, held.commitments, held.claims),
        *_first(_of_others(claim, held.claims) for claim in held.claims.values()),
    ]


def _all_hold(held: Collections) -> bool:
    """Whether every reference holds: those of one field are looked up at once, and nothing is said of what does not."""
    by_class = dict(zip(NAMES, held, strict=True))
    for holder in HOLDERS:
        known = set[str]().union(*(by_class[cls] for cls in holder.classes))
        for cls, records in by_class.items():
            if issubclass(cls, holder.cls) and not holder.ids_of_all(records.values()) <= known:
                return False
    subjects: dict[str, Any] = {**held.initiatives, **held.commitments}
    return not any(
        claim.line is not None and no_line(subjects[claim.about], claim.line) for claim in held.claims.values()
    )


def _dangling_in(held: Collections) -> Iterator[UnknownReferenceError]:
    records: dict[str, Record] = {id: record for collection in held for id, record in collection.items()}
    hints = iter(range(_HINTS))
    return _first(_dangling_of(record, records, hints) for record in records.values())


def _first(by_record: Iterable[Iterable[E]]) -> Iterator[E]:
    """The faults of all records; when a thousand are told, of each further record the first."""
    told = 0
    for of_one in by_record:
        for fault in of_one:
            yield fault
            told += 1
            if told >= _TOLD:
                break


def _dangling_of(
    record: Record, records: Mapping[str, Record], hints: Iterator[int]
) -> Iterator[UnknownReferenceError]:
    for reference in references(record):
        target = records.get(reference.target)
        if not isinstance(target, reference.classes):
            yield _dangling(record, reference, records, hint=next(hints, None) is not None)
        elif reference.field == "about" and isinstance(record, Claim) and record.line is not None:
            problem = no_line(target, record.line)  # type: ignore[arg-type]
            if problem:
                yield UnknownReferenceError(record.id, "line", record.about, problem)


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
        problem = f"{shown(reference.target)} is the id of a {name_of(target)}, where a {expected} is due"
    return UnknownReferenceError(record.id, reference.field, reference.target, problem)


def _of_others(claim: Claim, claims: Mapping[str, Claim]) -> Iterator[UnknownReferenceError]:
    """What a claim takes back though it is another party's."""
    for at, retracted in enumerate(claim.retracts):
        if not same_voice(claim, claims[retracted]):
            problem = f"{shown(retracted)} is the claim of another party, which can be disputed, not retracted"
            yield UnknownReferenceError(claim.id, f"retracts[{at}]", retracted, problem)
