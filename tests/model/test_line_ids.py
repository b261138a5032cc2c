"""Lines with an id: claims name them by it, so that inserting a line moves no claim."""

from typing import Any

import attrs
import pytest

from refusals import refusal
from ukraine_support import (
    ArtilleryShell,
    Claim,
    Initiative,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    Personnel,
    UnknownIdError,
    UnknownReferenceError,
    exactly,
)
from ukraine_support.analysis import fulfilment, totals
from ukraine_support.serialisation import dumps, from_rows, loads, to_rows

SHELLS = Line(ArtilleryShell(calibre="155 mm"), 100, value=Money("10", "EUR"), id="shells")
MINES = Line(Munition(designation="mine"), 50)
TROOPS = Line(Personnel(), 10, id="troops")


def promise(*lines: Line) -> MilitaryCommitment:
    return MilitaryCommitment(id="a", stage="pledged", announced="2024-02-26", lines=lines)


def claim(line: Any, id: str = "c", **fields: Any) -> Claim:
    told: dict[str, Any] = {"stage": "delivered", "quantity": 40, "said": "2024-03-01"} | fields
    return Claim(id=id, about="a", line=line, **told)


def test_a_claim_names_a_line_by_its_id_or_one_without_by_its_position() -> None:
    ledger = Ledger(
        commitments=[promise(SHELLS, MINES, TROOPS)], claims=[claim("shells"), claim(1, "d"), claim("troops", "e")]
    )
    assert [ledger.line_of(each) for each in ledger.claims.values()] == [SHELLS, MINES, TROOPS]
    assert ledger.line_of(claim(None)) is None
    assert loads(dumps(ledger)) == ledger == from_rows(to_rows(ledger))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (3, "'a' has 3 lines, counted from 0 or with the ids 'shells', 'troops'"),
        ("shell", "'a' has 3 lines, counted from 0 or with the ids 'shells', 'troops'"),
        ("one", "'a' has 3 lines, counted from 0 or with the ids 'shells', 'troops'"),
        (0, "line 0 of 'a' has an id; write 'shells'"),
        (2, "line 2 of 'a' has an id; write 'troops'"),
    ],
)
@pytest.mark.parametrize("of", ["a commitment", "an initiative"])
def test_a_line_that_is_not_there_is_refused(line: int | str, problem: str, of: str) -> None:
    lines = (SHELLS, MINES, TROOPS)
    subject: Any = Initiative(id="a", goal=lines) if of == "an initiative" else promise(*lines)
    with pytest.raises(UnknownReferenceError) as caught:
        Ledger.of([subject, claim(line)])
    assert (caught.value.record, caught.value.field, caught.value.problem) == ("c", "line", problem)
    with pytest.raises(UnknownIdError, match="has"):
        Ledger.of([subject]).line_of(claim(line))


def test_what_a_message_says_of_lines_is_short() -> None:
    lines = [attrs.evolve(SHELLS, id=f"line-{at}") for at in range(1_000)]
    with pytest.raises(UnknownReferenceError) as caught:
        Ledger.of([promise(*lines), claim("x")])
    assert caught.value.problem.endswith(
        "1000 lines, with the ids 'line-0', 'line-1', 'line-2', 'line-3', 'line-4', ..."
    )
    with pytest.raises(UnknownReferenceError, match="'a' has 1 lines, counted from 0"):
        Ledger.of([promise(MINES), claim("x")])


def test_ids_of_lines_are_unique_in_their_record() -> None:
    error = refusal(promise, SHELLS, MINES, SHELLS)
    assert (error.where, error.problem) == ("MilitaryCommitment.lines", "'shells' stands twice")
    assert refusal(Initiative, id="a", goal=[SHELLS, SHELLS]).where == "Initiative.goal"
    assert promise(MINES, MINES)
    assert Ledger.of([promise(SHELLS), Initiative(id="b", goal=[SHELLS])])


@pytest.mark.parametrize("id", ["", " ", 5, "x" * 201, "0", "12"])
def test_an_id_of_a_line_is_like_any_other(id: Any) -> None:
    assert refusal(Line, Munition(), id=id).where == "Line.id"
    assert refusal(claim, -1 if id == 5 else id).where == "Claim.line"


def test_a_line_in_place_of_its_id_is_told_apart() -> None:
    assert refusal(claim, SHELLS).accepted == 'pass its id, "shells"'


def test_inserting_a_line_moves_no_claim() -> None:
    claims = [claim("shells"), claim("troops", "e", quantity=3)]
    for lines in ((SHELLS, TROOPS), (MINES, SHELLS, MINES, TROOPS), (TROOPS, SHELLS)):
        ledger = Ledger(commitments=[promise(*lines)], claims=claims)
        for name, line, delivered in (("shells", SHELLS, 40), ("troops", TROOPS, 3)):
            answers = [fulfilment(ledger, "a", line=asked) for asked in (name, lines.index(line))]
            assert {answer.delivered for answer in answers} == {exactly(delivered)}
        gone = ledger.adding(claim("shells", "f", stage="withdrawn", quantity=None, said="2024-04-01"))
        by_position = Ledger(
            commitments=[promise(*(attrs.evolve(line, id=None) for line in lines))],
            claims=[attrs.evolve(each, line=lines.index(gone.line_of(each))) for each in gone.claims.values()],
        )
        assert totals(gone) == totals(by_position) != totals(ledger)
