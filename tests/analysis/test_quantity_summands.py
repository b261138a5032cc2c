"""Lines that an engine adds up, and the quantities that their sums come to."""

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sums import add_lines
from conftest import tried
from laws.notation import read
from laws.tangles import PARTIES, tangles
from ukraine_support import (
    ArtilleryShell,
    Country,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    Stage,
    UkraineSupportError,
    Unit,
    UnitMismatchError,
    about,
    exactly,
)
from ukraine_support.analysis import SharingKey, quantities, quantities_of, quantity_summands

KINDS: Final[list[Any]] = [
    *(Munition(), ArtilleryShell(calibre="155 mm")),
    [ArtilleryShell(calibre="155 mm"), ArtilleryShell(calibre="122 mm")],
]
BYS: Final[list[Any]] = [(), "donor", ("calibre", "month"), ("kind", "unit"), ("initiative", "condition")]
KEYS: Final = {PARTIES[:2]: SharingKey(dict.fromkeys(PARTIES[:2], 1))}
NL: Final = Country("NL")


@tried(15)
@given(
    tangles(5),
    st.sampled_from(list(Stage)),
    st.sampled_from(KINDS),
    st.sampled_from(BYS),
    st.sampled_from([{}, {"attribution": KEYS}, {"as_of": "2024-01-02"}, {"unit": "tonnes"}]),
)
def test_summands_come_to_the_quantities(ledger: Ledger, stage: Stage, of: Any, by: Any, asked: dict[str, Any]) -> None:
    unit = {name: word for name, word in asked.items() if name == "unit"}
    rows = list(quantity_summands(ledger, of=of, by=by, **asked))
    try:
        expected = quantities(ledger, of=of, by=by, stage=stage, **asked)
    except UkraineSupportError:
        return
    found = quantities_of(add_lines(rows, expected.names, stage.value), of=of, by=by, **unit)
    assert found == expected
    assert (found.whole, found.unit, found.of) == (expected.whole, expected.unit, expected.of)
    assert not rows or found.sought == expected.sought


def promise(id: str, *lines: Line, **fields: Any) -> MilitaryCommitment:
    return MilitaryCommitment(**{"id": id, "stage": "pledged", "lines": lines, **fields})


def test_a_commitment_of_several_lines_counts_once() -> None:
    shells = [Line(ArtilleryShell(calibre=calibre), 5) for calibre in ("155 mm", "122 mm")]
    rows = list(quantity_summands(Ledger(commitments=[promise("nl", *shells)]), of=Munition(), by="calibre"))
    assert [(row["commitments"], row["commitments_once"], row["kept_by"]) for row in rows] == [
        (1, 1, "calibre"),
        (1, 0, "calibre"),
    ]
    with pytest.raises(InvalidValueError, match="the summands split commitments, and are kept by calibre"):
        quantities_of(add_lines(rows, (), "pledged"), of=Munition())


def test_each_line_that_counts_as_it_stands_is_one_row_whatever_its_stage() -> None:
    stages = ("proposed", "pledged", "delivered", "withdrawn")
    ledger = Ledger(commitments=[promise(stage, Line(Munition(), 5), stage=stage) for stage in stages])
    rows = list(quantity_summands(ledger, of=Munition()))
    counted = [[stage for stage in stages if row[f"counts_{stage}"]] for row in rows]
    assert sorted(counted) == [[*stages[:1]], [*stages[:2]], [*stages[:3]], ["withdrawn"]]


def test_goals_are_sought_and_in_no_cell() -> None:
    ledger = Ledger(initiatives=[Initiative(id="joint", goal=[Line(Munition(), about(800))])])
    (row,) = quantity_summands(ledger, of=Munition(), by="donor")
    assert (row["donor"], row["sought"]) == (None, True)
    found = quantities_of(add_lines([row], ("donor",), "pledged"), of=Munition(), by="donor")
    assert (len(found), found.sought) == (0, about(800))


@pytest.mark.parametrize(
    "text", ["a 9 shells; b €-5 2 shells corrects a diff", "a ~9 shells; b 5 shells", "a ≥9 shells; b 5 shells", "a"]
)
def test_what_one_of_the_lines_leaves_open_is_open(text: str) -> None:
    ledger = read(text)
    found = quantities_of(add_lines(quantity_summands(ledger, of=Munition()), (), "pledged"), of=Munition())
    assert found == quantities(ledger, of=Munition())


def test_goals_in_another_unit_are_not_among_what_is_sought() -> None:
    goal = [Line(Munition(), 100, unit="sets"), Line(Munition(), 7)]
    ledger = Ledger(initiatives=[Initiative(id="joint", goal=goal)], commitments=[promise("nl", Line(Munition(), 5))])
    found = quantities_of(add_lines(quantity_summands(ledger, of=Munition()), (), "pledged"), of=Munition())
    assert (found.whole.quantity, found.sought) == (exactly(5), exactly(7))


def test_several_units_do_not_add() -> None:
    lines = [Line(Munition(), 5, unit=unit) for unit in ("rounds", "tonnes")]
    rows = list(quantity_summands(Ledger(commitments=[promise("nl", *lines)]), of=Munition(), by="unit"))
    with pytest.raises(UnitMismatchError, match="rounds and tonnes"):
        quantities_of([row | {"kept_by": None} for row in add_lines(rows, (), "pledged")], of=Munition())
    found = quantities_of(add_lines(rows, ("unit",), "pledged"), of=Munition(), by="unit")
    assert [(unit, cell.unit) for unit, cell in found.items()] == [(unit, unit) for unit in (Unit.ROUNDS, Unit.TONNES)]


def test_goods_of_an_initiative_say_that_they_are_bought() -> None:
    ledger = Ledger(
        initiatives=[Initiative(id="joint", lead=NL)],
        commitments=[
            promise("lot", Line(Munition(), 5), towards="joint", donors=[NL]),
            FinancialCommitment(id="money", stage="pledged", value=Money(5, "EUR"), towards="joint"),
        ],
    )
    (row,) = quantity_summands(ledger, of=Munition())
    assert row["bought"]
    found = quantities_of(add_lines([row], (), "pledged"), of=Munition())
    assert found == quantities(ledger, of=Munition())
    assert found[()].bought == exactly(5)


def test_lines_of_a_wider_kind_add_nothing_and_are_counted() -> None:
    ledger = Ledger(commitments=[promise("nl", Line(Munition(), 5)), promise("de", Line(ArtilleryShell(), 2))])
    found = add_lines(quantity_summands(ledger, of=ArtilleryShell()), (), "pledged")
    assert quantities_of(found, of=ArtilleryShell()) == quantities(ledger, of=ArtilleryShell())
    assert quantities_of(found, of=ArtilleryShell())[()].wider == 1


def test_what_joint_donors_share_counts_once_in_all() -> None:
    keys = SharingKey({NL: 1, Country("DE"): 2})
    ledger = Ledger(commitments=[promise("joint", Line(Munition(), 9), donors=[NL, Country("DE")])])
    for by in ("donor", "month"):
        rows = quantity_summands(ledger, of=Munition(), by=by, attribution=keys)
        found = quantities_of(add_lines(rows, (by,), "pledged"), of=Munition(), by=by)
        expected = quantities(ledger, of=Munition(), by=by, attribution=keys)
        assert (found, found.whole) == (expected, expected.whole)
