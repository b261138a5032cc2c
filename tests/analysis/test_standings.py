from datetime import date
from typing import Any

import pytest

from ukraine_support import (
    AmbiguousStanceError,
    ArtilleryShell,
    Country,
    Initiative,
    Ledger,
    Munition,
    NotYetKnownError,
    Personnel,
    Position,
    Stance,
    UnknownIdError,
    UnnamedParty,
    WrongTypeError,
)
from ukraine_support.analysis import Standings, standings
from ukraine_support.reference import MILITARY_PERSONNEL

NL, FR = Country("NL"), Country("FR")


def position(
    id: str, holder: Any, stance: str, said: str | None = "2024-02-26", on: Any = MILITARY_PERSONNEL
) -> Position:
    return Position(id=id, holder=holder, on=on, stance=stance, said=said)


def test_the_latest_position_of_each_holder_stands() -> None:
    records = Ledger(
        positions=[
            position("a", NL, "opposes", "2024-01"),
            position("b", NL, "considers"),
            position("c", FR, "opposes"),
        ]
    )
    where = standings(records, MILITARY_PERSONNEL)
    assert {holder: standing.stance for holder, standing in where.items()} == {
        NL: Stance.CONSIDERS,
        FR: Stance.OPPOSES,
    }


def test_a_narrower_kind_counts_and_a_wider_one_does_not() -> None:
    records = Ledger(
        positions=[
            position("a", NL, "opposes", on=Personnel(role="combat")),
            position("b", FR, "opposes", on=Personnel()),
            position("c", FR, "supports", on=ArtilleryShell()),
        ]
    )
    assert list(standings(records, MILITARY_PERSONNEL)) == [NL]
    assert list(standings(records, Personnel())) == [NL, FR]
    assert list(standings(records, Munition())) == [FR]


def test_several_stances_of_one_day_are_no_single_one() -> None:
    records = Ledger(positions=[position("a", NL, "opposes"), position("b", NL, "considers")])
    standing = standings(records, MILITARY_PERSONNEL)[NL]
    assert len(standing.positions) == 2
    with pytest.raises(AmbiguousStanceError, match="NL stands on that day as opposes and as considers"):
        _ = standing.stance


def test_the_same_stance_twice_on_a_day_is_one() -> None:
    records = Ledger(positions=[position("a", NL, "opposes"), position("b", NL, "opposes")])
    assert standings(records, MILITARY_PERSONNEL)[NL].stance is Stance.OPPOSES


def test_unnamed_parties_of_one_description_keep_all_their_positions() -> None:
    several = UnnamedParty(description="several")
    records = Ledger(positions=[position("a", several, "considers", "2024-01"), position("b", several, "opposes")])
    assert [found.id for found in standings(records, MILITARY_PERSONNEL)[several].positions] == ["a", "b"]


def test_only_what_was_known_on_the_day_counts() -> None:
    records = Ledger(positions=[position("a", NL, "opposes"), position("b", FR, "opposes", None)])
    assert NL in standings(records, MILITARY_PERSONNEL, as_of=date(2024, 2, 26))
    assert len(standings(records, MILITARY_PERSONNEL, as_of=date(2024, 2, 25))) == 0
    assert list(standings(records, MILITARY_PERSONNEL)) == [FR, NL]


def test_an_initiative_or_a_commitment_is_asked_by_its_id() -> None:
    records = Ledger(
        initiatives=[Initiative(id="czech", announced="2024-02-18")],
        positions=[position("a", NL, "supports", on="czech")],
    )
    assert standings(records, "czech")[NL].stance is Stance.SUPPORTS
    with pytest.raises(UnknownIdError):
        standings(records, "a")
    with pytest.raises(NotYetKnownError):
        standings(records, "czech", as_of=date(2024, 2, 17))


def test_a_holder_without_a_position_has_no_standing() -> None:
    with pytest.raises(UnknownIdError, match="no standing"):
        Standings(())[NL]
    assert NL not in Standings(())
    assert [] not in Standings(()), "what has no hash is no holder"
    of_nobody: Any = []
    for _ in range(5_000):
        of_nobody = [of_nobody]
    with pytest.raises(UnknownIdError, match="no standing"):
        Standings(())[of_nobody]


def test_a_question_about_something_else_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="pass a kind of support or an id"):
        standings(Ledger(), NL)  # type: ignore[arg-type]


def test_an_answer_carries_what_was_asked() -> None:
    czech = Initiative(id="czech", announced="2024-02-18")
    records = Ledger(initiatives=[czech], positions=[position("a", NL, "supports", on="czech")])
    answer = standings(records, "czech", as_of="2024-02-26")
    assert (answer.on, answer.as_of) == (czech, date(2024, 2, 26))
    assert answer == standings(records, "czech") == Standings(answer.holders), "compared by the standings alone"
    assert standings(records, MILITARY_PERSONNEL).on == MILITARY_PERSONNEL
