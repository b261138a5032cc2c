"""Records put together so that what they refer to is there."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .._model.claims import Claim, Position, same_voice
from .._model.commitments import Commitment, Initiative, Link, Relation
from .._model.ledger import Ledger
from .._model.organisations import differing_organisations
from .._model.parties import Occasion
from .._model.provenance import Citation, Record, Source
from .._model.support import Support
from ._words import words


@st.composite
def resolved(draw: DrawFn, made_of: Mapping[type[Record], SearchStrategy[Record]], most: int) -> Ledger:
    """Ledgers of up to so many records of each class, whose references hold and run in no circle.

    Three of four are tangled: they hold commitments that are linked, mostly one that is a part of another, and a claim.
    """
    held: dict[str, Record] = {}
    promises = _Promises()
    tangled = draw(st.sampled_from([True, True, True, False]))

    def ids_of(*classes: type[Record]) -> list[str]:
        return [id for id, record in held.items() if isinstance(record, classes)]

    def any_of(*classes: type[Record]) -> str | None:
        return draw(st.none() | st.sampled_from(found)) if (found := ids_of(*classes)) else None

    def some_of(*classes: type[Record]) -> list[str]:
        return draw(st.lists(st.sampled_from(found), max_size=2, unique=True)) if (found := ids_of(*classes)) else []

    def cited() -> dict[str, Any]:
        return {"citations": [Citation(source, draw(st.none() | words())) for source in some_of(Source)]}

    def documented() -> dict[str, Any]:
        return cited() | {"occasion": any_of(Occasion)}

    def promised(id: str) -> dict[str, Any]:
        earlier = ids_of(Commitment)
        is_tied = tangled and bool(earlier)
        is_part = is_tied and not promises.has_parts and draw(st.sampled_from([True] * 5 + [False]))
        whole = draw(st.sampled_from(earlier)) if is_part else any_of(Commitment)
        targets = draw(st.lists(st.sampled_from(earlier), min_size=is_tied, max_size=2, unique=True)) if earlier else []
        promises.add(id, whole)
        links = [promises.link(id, draw(st.sampled_from(promises.relations(id, to))), to) for to in targets]
        return documented() | {"towards": any_of(Initiative), "part_of": whole, "links": links}

    def lines_of(subject: str) -> int:
        record: Any = held[subject]
        return len(record.goal if isinstance(record, Initiative) else record.lines)

    def said(claim: Claim) -> dict[str, Any] | None:
        subject = draw(st.sampled_from(subjects)) if (subjects := ids_of(Initiative, Commitment)) else None
        if subject is None:
            return None
        line = draw(st.none() | st.integers(0, lines_of(subject) - 1)) if lines_of(subject) else None
        told = documented()
        own = [other for other in held.values() if isinstance(other, Claim) and same_voice(_citing(claim, told), other)]
        taken_back = draw(st.lists(st.sampled_from([other.id for other in own]), max_size=1)) if own else []
        return told | {"about": subject, "line": line, "disputes": some_of(Claim), "retracts": taken_back}

    def taken(on: Support | str) -> dict[str, Any] | None:
        if isinstance(on, Support):
            return documented()
        subjects = ids_of(Initiative, Commitment)
        return documented() | {"on": draw(st.sampled_from(subjects))} if subjects else None

    def add(cls: type[Record], refer: Callable[[Any], dict[str, Any] | None], least: int = 0) -> None:
        if made_of[cls].is_empty:
            return
        some = st.lists(made_of[cls], min_size=min(least, most), max_size=most, unique_by=lambda record: record.id)
        for record in draw(some):
            references = None if record.id in held else refer(record)
            if references is not None:
                changed = attrs.evolve(record, **references)
                if differing_organisations([*held.values(), changed]) is None:
                    held[record.id] = changed

    add(Source, lambda _: {"through": any_of(Source)})
    add(Occasion, lambda _: cited())
    add(Initiative, lambda _: documented())
    add(Commitment, lambda commitment: promised(commitment.id), least=2 * tangled)
    add(Claim, said, least=1 * tangled)
    add(Position, lambda position: taken(position.on))
    return Ledger.of(held.values())


def _citing(claim: Claim, told: Mapping[str, Any]) -> Claim:
    return attrs.evolve(claim, citations=told["citations"])


class _Promises:
    """Which commitments are parts, tellings and replacements of which: none tells of its own whole or replaces it."""

    def __init__(self) -> None:
        self._wholes: dict[str, set[str]] = {}
        self._twins: dict[str, set[str]] = {}
        self._replaced: dict[str, set[str]] = {}

    @property
    def has_parts(self) -> bool:
        """Whether any is a part of another."""
        return any(self._wholes.values())

    def add(self, id: str, whole: str | None) -> None:
        """Take in one more."""
        self._wholes[id] = set() if whole is None else {whole}
        self._twins[id] = set()
        self._replaced[id] = set()

    def relations(self, id: str, other: str) -> list[Relation]:
        """How the newest may be linked to an earlier one."""
        refused = set()
        if other in self._above(id) or id in self._above(other):
            refused |= {Relation.SAME_AS, Relation.REPLACES}
        if not (self._reach([id]) | self._replaced[id]).isdisjoint({other, *self._above(other)}):
            refused.add(Relation.COMPONENT_OF)
        return [relation for relation in Relation if relation not in refused]

    def link(self, id: str, relation: Relation, other: str) -> Link:
        """Take in a link of the newest."""
        if relation is Relation.COMPONENT_OF:
            self._wholes[id].add(other)
        if relation is Relation.REPLACES:
            self._replaced[id].add(other)
        if relation is Relation.SAME_AS:
            self._twins[id].add(other)
            self._twins[other].add(id)
        return Link(relation, other)

    def _above(self, id: str) -> set[str]:
        """What the commitment, or another telling of it, is part of, with its tellings, however far up."""
        found: set[str] = set()
        pending = [whole for telling in self._reach([id]) for whole in self._wholes[telling]]
        while pending:
            new = self._reach(pending) - found
            found |= new
            pending = [whole for telling in new for whole in self._wholes[telling]]
        return found

    def _reach(self, ids: Iterable[str]) -> set[str]:
        """These and all their tellings."""
        found, pending = set(ids), list(ids)
        while pending:
            new = self._twins[pending.pop()] - found
            found |= new
            pending += new
        return found
