"""Records put together so that what they refer to is there."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .._errors import LedgerError
from .._model.claims import Claim, Position, same_voice
from .._model.commitments import Commitment, Initiative, Link, Relation, lines_of
from .._model.ledger import Ledger
from .._model.lines import positions
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

    def holds(record: Record) -> bool:
        try:
            Ledger.of([*held.values(), record])
        except LedgerError:
            return False
        return True

    def promised(commitment: Commitment) -> dict[str, Any]:
        earlier = ids_of(Commitment)
        is_tied = tangled and bool(earlier)
        has_parts = any(isinstance(record, Commitment) and record.part_of for record in held.values())
        is_part = is_tied and not has_parts and draw(st.sampled_from([True] * 5 + [False]))
        references = documented() | {"towards": any_of(Initiative), "links": []}
        references["part_of"] = draw(st.sampled_from(earlier)) if is_part else any_of(Commitment)
        targets = draw(st.lists(st.sampled_from(earlier), min_size=is_tied, max_size=2, unique=True)) if earlier else []
        for to in targets:
            for relation in draw(st.permutations(list(Relation))):
                links = [*references["links"], Link(relation, to)]
                if holds(attrs.evolve(commitment, **references | {"links": links})):
                    references["links"] = links
                    break
        return references

    def said(claim: Claim) -> dict[str, Any] | None:
        subject = draw(st.sampled_from(subjects)) if (subjects := ids_of(Initiative, Commitment)) else None
        if subject is None:
            return None
        about: Any = held[subject]
        line = draw(st.sampled_from([None, *positions(lines_of(about))]))
        references = documented()
        citing = attrs.evolve(claim, citations=references["citations"])
        own = [other.id for other in held.values() if isinstance(other, Claim) and same_voice(citing, other)]
        taken_back = draw(st.lists(st.sampled_from(own), max_size=1)) if own else []
        return references | {"about": subject, "line": line, "disputes": some_of(Claim), "retracts": taken_back}

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
    add(Commitment, promised, least=2 * tangled)
    add(Claim, said, least=1 * tangled)
    add(Position, lambda position: taken(position.on))
    return Ledger.of(held.values())
