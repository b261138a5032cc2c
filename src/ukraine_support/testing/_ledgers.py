"""Records put together so that what they refer to is there."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .._model.claims import Claim, Position
from .._model.commitments import Commitment, Initiative, Link, Relation
from .._model.ledger import Ledger
from .._model.parties import Occasion
from .._model.provenance import Citation, Record, Source
from .._model.support import Support
from ._words import words


@st.composite
def resolved(draw: DrawFn, made_of: Mapping[type[Record], SearchStrategy[Record]], most: int) -> Ledger:
    """Ledgers of up to so many records of each class, whose references hold and run in no circle."""
    held: dict[str, Record] = {}

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

    def promised() -> dict[str, Any]:
        linked = [Link(draw(st.sampled_from(Relation)), commitment) for commitment in some_of(Commitment)]
        return documented() | {"towards": any_of(Initiative), "part_of": any_of(Commitment), "links": linked}

    def lines_of(subject: str) -> int:
        record: Any = held[subject]
        return len(record.goal if isinstance(record, Initiative) else record.lines)

    def said() -> dict[str, Any] | None:
        subject = draw(st.sampled_from(subjects)) if (subjects := ids_of(Initiative, Commitment)) else None
        if subject is None:
            return None
        line = draw(st.none() | st.integers(0, lines_of(subject) - 1)) if lines_of(subject) else None
        return documented() | {"about": subject, "line": line, "disputes": some_of(Claim), "retracts": []}

    def taken(on: Support | str) -> dict[str, Any] | None:
        if isinstance(on, Support):
            return documented()
        subjects = ids_of(Initiative, Commitment)
        return documented() | {"on": draw(st.sampled_from(subjects))} if subjects else None

    def add(cls: type[Record], refer: Callable[[Any], dict[str, Any] | None]) -> None:
        for record in draw(st.lists(made_of[cls], max_size=most)):
            references = None if record.id in held else refer(record)
            if references is not None:
                held[record.id] = attrs.evolve(record, **references)

    add(Source, lambda _: {"through": any_of(Source)})
    add(Occasion, lambda _: cited())
    add(Initiative, lambda _: documented())
    add(Commitment, lambda _: promised())
    add(Claim, lambda _: said())
    add(Position, lambda position: taken(position.on))
    return Ledger.of(held.values())
