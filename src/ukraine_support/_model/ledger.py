"""The ledger: an immutable collection of records in which every reference holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar, final, overload

import attrs

from .._errors import UnknownIdError, WrongTypeError, shown
from .._tabular import ShortTable, Shown
from . import fields
from .base.advice import an_instance
from .base.immutable import Compound
from .claims import Claim, Position, only_objects
from .commitments import Commitment, Initiative, Link, Relation, lines_of, no_line, position_of
from .lines import Line
from .organisations import differing_organisations
from .overview import overview
from .parties import Occasion
from .provenance import Documented, Record, Source
from .records import (
    Pair,
    Records,
    duplicate,
    each_pair,
    hint,
    records_of,
    to_claims,
    to_commitments,
    to_initiatives,
    to_occasions,
    to_positions,
    to_sources,
)
from .references import NAMES, Collections, cut, faults, gone_with, name_of, subject_of, waiting
from .values.period import a_day

T = TypeVar("T")


def _everything_holds(instance: "Ledger", attribute: object, value: object) -> None:
    collections = instance._collections
    ids = set[str]().union(*collections)
    if len(ids) < len(instance):
        raise duplicate(_twice(collections))
    differing = differing_organisations(instance)
    found = faults(collections) if differing is None else [differing]
    if found:
        first = found[0]
        first.also = tuple(found[1:])
        raise first


def _twice(collections: Collections) -> str:
    times = Counter(id for collection in collections for id in collection)
    return next(id for id, number in times.items() if number > 1)


@final
@attrs.frozen(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Ledger(Compound, Shown):
    """An immutable collection of sources, occasions, initiatives, commitments, claims and positions.

    Ids are unique over the whole of it and every reference holds: a ledger with a dangling, duplicate or cyclic
    reference cannot be made. Every method that changes something gives a new ledger. It is iterated over, and counted
    by `len`, record by record; `in` asks for an id or a record; without records it is false, like any empty collection.

    Raises:
        UnknownReferenceError: A record refers to an id that is not there, or is a record of another class.
        CyclicReferenceError: References run in a circle.
        DuplicateIdError: Two records, or two organisations that differ, have one id.
        InvalidValueError: A record stands in the wrong collection.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Money
        >>> promise = FinancialCommitment(id="nl", stage="pledged", announced="2024-02-26", value=Money("1", "EUR"))
        >>> ledger = Ledger(commitments=[promise])
        >>> ledger["nl"] == ledger.commitments["nl"] == promise
        True
        >>> [record.id for record in ledger], "nl" in ledger, ledger.get("be")
        (['nl'], True, None)
        >>> bool(ledger), bool(ledger.as_of(date(2024, 2, 25)))
        (True, False)
    """

    sources: Records[Source] = attrs.field(default=(), converter=to_sources, validator=records_of(Source))
    """The documents, by id."""
    occasions: Records[Occasion] = attrs.field(default=(), converter=to_occasions, validator=records_of(Occasion))
    """The meetings, by id."""
    initiatives: Records[Initiative] = attrs.field(
        default=(), converter=to_initiatives, validator=records_of(Initiative)
    )
    """The joint undertakings, by id."""
    commitments: Records[Commitment] = attrs.field(
        default=(), converter=to_commitments, validator=records_of(Commitment)
    )
    """The promises, by id."""
    claims: Records[Claim] = attrs.field(default=(), converter=to_claims, validator=records_of(Claim))
    """What was said of their progress, by id."""
    positions: Records[Position] = attrs.field(
        default=(), converter=to_positions, validator=[records_of(Position), _everything_holds]
    )
    """Where parties stand, by id."""

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """A ledger of records of any class, each in the collection where it belongs.

        Raises:
            InvalidValueError: One of them is of no class that a ledger collects.

        Examples:
            >>> Ledger.of([Source(id="article"), Initiative(id="czech-initiative")])
            <Ledger of 1 source, 1 initiative>
        """
        collections: dict[str, list[Any]] = {}
        for record in fields.several(records, object, "Ledger.of"):
            name = name_of(record)
            if name is None:
                problem = f"{shown(record)} is a {type(record).__name__}"
                raise WrongTypeError("Ledger", problem, "pass records, such as sources and commitments")
            collections.setdefault(f"{name}s", []).append(record)
        return cls(**collections)

    @property
    def _collections(self) -> Collections:
        return Collections(
            self.sources, self.occasions, self.initiatives, self.commitments, self.claims, self.positions
        )

    @cached_property
    def records(self) -> Sequence[Record]:
        """Every record, collection by collection and sorted by id in each."""
        return tuple(record for collection in self._collections for record in collection.values())

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __getitem__(self, id: str) -> Record:
        found = self.get(id)
        if found is None:
            raise UnknownIdError(id, hint=hint(id, self._ids))
        return found

    @overload
    def get(self, id: str) -> Record | None: ...
    @overload
    def get(self, id: str, default: T) -> Record | T: ...
    def get(self, id: str, default: Any = None) -> Any:
        """The record of an id, or the default where there is none."""
        return next((collection[id] for collection in self._collections if id in collection), default)

    @cached_property
    def _ids(self) -> list[str]:
        return sorted(record.id for record in self)

    def __contains__(self, item: object) -> bool:
        """Whether an id, or a record, is held."""
        if isinstance(item, Record):
            return self.get(item.id) == item
        return any(item in collection for collection in self._collections)

    def __len__(self) -> int:
        return sum(len(collection) for collection in self._collections)

    def __repr__(self) -> str:
        counts = [(len(found), name) for found, name in zip(self._collections, NAMES.values(), strict=True) if found]
        held = ", ".join(f"{count} {name}{'s' * (count > 1)}" for count, name in counts)
        return f"<Ledger of {held or 'nothing'}>"

    def _short_table(self) -> ShortTable:
        counts = {f"{name}s": len(found) for found, name in zip(self._collections, NAMES.values(), strict=True)}
        return overview(self.commitments, counts)

    @cached_property
    def _days(self) -> dict[str, date | None]:
        """For each record but sources and occasions, its own day, whatever it is about; None where it has none."""
        days = {record.id: self._dated(record) for record in self if isinstance(record, Documented)}
        first: dict[str, date] = {}
        for commitment in self.commitments.values():
            day = days[commitment.id]
            if commitment.towards is not None and day is not None:
                first[commitment.towards] = min(day, first.get(commitment.towards, day))
        return days | {id: first.get(id) for id in self.initiatives if days[id] is None}

    @cached_property
    def _known(self) -> dict[str, date | None]:
        """For each record but sources and occasions, the day from which it is known; None where it has none."""
        known = dict(self._days)
        for record in (*self.claims.values(), *self.positions.values()):
            subject = subject_of(record)
            if subject is not None:  # a claim or a position waits for what it is about
                days = [day for day in (known[record.id], known[subject]) if day is not None]
                known[record.id] = max(days) if len(days) == 2 else None
        objecting = [claim for claim in self.claims.values() if only_objects(claim)]
        return known | waiting(objecting, known) if objecting else known

    def _dated(self, record: Documented) -> date | None:
        stated = record.said if isinstance(record, Claim | Position) else getattr(record, "announced", None)
        cited = (self.sources[citation.source].published for citation in record.citations)
        days = [period.latest for period in (stated, *cited) if period is not None]
        return min((day for day in days if day is not None), default=None)

    def known_from(self, id: str) -> date | None:
        """The day from which a record is known; None where it has no date. Sources and occasions always are.

        That is the earlier of the last day on which it was said or announced and the last day on which a source that
        it cites was published; an initiative with neither is known from its first known contribution. A claim or a
        position also waits for what it is about; a claim that only disputes or retracts, for the first of what that is.

        Raises:
            UnknownIdError: No record has the id.
        """
        record = self[id]
        return self._known[id] if isinstance(record, Documented) else date.min

    def dated(self, id: str) -> date | None:
        """The day on which a record was said, announced or first documented, whatever it is about; None without one.

        Raises:
            UnknownIdError: No record has the id.
        """
        record = self[id]
        return self._dated(record) if isinstance(record, Documented) else None

    @property
    def undated(self) -> tuple[str, ...]:
        """The ids of records with neither a day of their own nor a dated source, which no `as_of` holds."""
        return tuple(id for id, day in self._days.items() if day is None)

    def as_of(self, day: date | str) -> Self:
        """What was known on a day: its records, without references to what was not yet known.

        Sources and occasions stay. For two days in order, what was known on the first is the same seen from the second:
        `ledger.as_of(b).as_of(a) == ledger.as_of(a)`.

        Raises:
            InvalidValueError: The day is neither a `date` nor the text of one, `2024-02-27`.
        """
        last = a_day(day, "Ledger.as_of")
        late = {id for id, known in self._known.items() if known is None or known > last}
        return self._without(late)

    def without(self, ids: Iterable[str]) -> Self:
        """The ledger without some records.

        Claims and positions on what goes go with it, and so does a claim that only disputes or retracts, with the last
        of what that is; other references are cut.

        Raises:
            UnknownIdError: No record has one of the ids.
            UnknownReferenceError: A claim without a speaker retracts another, and a source that goes is what both cite.
        """
        named: tuple[Any, ...] = fields.several(ids, object, "Ledger.without")
        for id in named:
            self[id]  # says so where there is none
        return self._without(gone_with(self.records, named))

    def _without(self, gone: "set[str]") -> Self:
        if not gone:
            return self
        return self.of(cut(record, lambda id: id not in gone) for record in self if record.id not in gone)

    def adding(self, *records: Record) -> Self:
        """The ledger with more records.

        Raises:
            DuplicateIdError: An id is there already.
            UnknownReferenceError: A record refers to an id that is in neither.

        Examples:
            >>> Ledger().adding(Source(id="article"))
            <Ledger of 1 source>
        """
        return self.of([*self, *records])

    def linking(self, pairs: "Iterable[Pair]", relation: Relation | str) -> Self:
        """The ledger with a link from one record of each pair to the other: such matches as you accept.

        Args:
            pairs: What `analysis.matches` proposes, or any objects with the ids `one` and `other`.
            relation: How the one bears on the other: with `"same_as"`, the other counts.

        Raises:
            UnknownIdError: No commitment has the id of one.
            UnknownReferenceError: No commitment has the id of the other.
            CyclicReferenceError: The links would run in a circle.
            InvalidValueError: The relation is none.
        """
        links: dict[str, list[Link]] = {}
        for one, other in each_pair(pairs, "Ledger.linking"):
            links.setdefault(self.commitments[one].id, []).append(Link(relation, other))
        changed = {
            id: attrs.evolve(self.commitments[id], links=(*self.commitments[id].links, *added))
            for id, added in links.items()
        }
        return self.of(changed.get(record.id, record) for record in self.records)

    def __or__(self, other: "Ledger") -> "Ledger":
        """Both ledgers in one: records that are equal in both merge.

        Raises:
            DuplicateIdError: Two different records have one id.
        """
        if type(other) is not Ledger:
            return NotImplemented
        found = differing_organisations([*self, *other])  # of two records that are equal, one is left
        if found is not None:
            raise found
        return self.of([*self, *(record for record in other if record not in self)])

    @cached_property
    def _belonging(self) -> dict[tuple[str, str], list[Any]]:
        """Claims, positions, parts, contributions and linked commitments, by which they are and of what."""
        found: dict[tuple[str, str], list[Any]] = {}

        def enter(which: str, owners: Iterable[str | None], record: Record) -> None:
            for owner in dict.fromkeys(owners):
                if owner is not None:
                    found.setdefault((which, owner), []).append(record)

        for commitment in self.commitments.values():
            enter("parts", (commitment.part_of,), commitment)
            enter("contributions", (commitment.towards,), commitment)
            enter("links", (link.to for link in commitment.links), commitment)
        for claim in self.claims.values():
            enter("claims", (claim.about, *claim.retracts), claim)
        for position in self.positions.values():
            enter("positions", (subject_of(position),), position)
        return found

    def _of(self, id: str, which: str) -> tuple[Any, ...]:
        self[id]  # says so where there is none
        return tuple(self._belonging.get((which, id), ()))

    def claims_about(self, id: str) -> tuple[Claim, ...]:
        """The claims about a commitment or an initiative, or those that retract a claim, sorted by id.

        Raises:
            UnknownIdError: No record has the id.
        """
        return self._of(id, "claims")

    def line_of(self, claim: Claim) -> Line | None:
        """The line of a commitment, or of an initiative's goal, that a claim of the ledger is about; None of the whole.

        Raises:
            UnknownIdError: What the claim is about is not there, or has no such line.

        Examples:
            >>> from ukraine_support import Line, MilitaryCommitment, Munition
            >>> promise = MilitaryCommitment(id="nl", stage="pledged", lines=[Line(Munition(), 5, id="shells")])
            >>> claim = Claim(id="a", about="nl", line="shells", stage="delivered", quantity=2)
            >>> Ledger(commitments=[promise], claims=[claim]).line_of(claim).quantity
            exactly(5)
        """
        subject: Any = self[an_instance(claim, Claim, "Ledger.line_of").about]
        problem = "" if claim.line is None else no_line(subject, claim.line)
        if problem:
            raise UnknownIdError(str(claim.line), "line", f"; {problem}")
        at = position_of(subject, claim.line)
        return None if at is None else lines_of(subject)[at]

    def positions_on(self, id: str) -> tuple[Position, ...]:
        """The positions on a commitment or an initiative, sorted by id.

        Raises:
            UnknownIdError: No record has the id.
        """
        return self._of(id, "positions")

    def parts_of(self, id: str) -> tuple[Commitment, ...]:
        """The commitments that are part of a commitment, sorted by id.

        Raises:
            UnknownIdError: No record has the id.
        """
        return self._of(id, "parts")

    def contributions_to(self, id: str) -> tuple[Commitment, ...]:
        """The commitments that go towards an initiative, sorted by id.

        Raises:
            UnknownIdError: No record has the id.
        """
        return self._of(id, "contributions")

    def links_to(self, id: str) -> tuple[Commitment, ...]:
        """The commitments with a link to a commitment, sorted by id.

        Raises:
            UnknownIdError: No record has the id.
        """
        return self._of(id, "links")
