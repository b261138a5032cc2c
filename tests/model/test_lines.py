"""Lines: units, rounds and tonnage, within the bounds that are known."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Equipment,
    Estimate,
    InexactError,
    InvalidValueError,
    Line,
    Mass,
    Money,
    Munition,
    Personnel,
    Supplies,
    Support,
    Unit,
    about,
    at_least,
    at_most,
    between,
    exactly,
    units,
)
from ukraine_support.testing import values

SHELL = ArtilleryShell(calibre="155 mm", mass="43.2 kg")
LIGHT = ArtilleryShell(calibre="122 mm", mass="21.8 kg")


@pytest.mark.parametrize(
    ("of", "unit"),
    [
        ([SHELL, Munition()], Unit.ROUNDS),
        ([Personnel()], Unit.PERSONS),
        ([Equipment()], Unit.PIECES),
        ([SHELL, Equipment()], Unit.PIECES),
        ([SHELL, Personnel()], Unit.PIECES),
        ([Personnel(), Supplies()], Unit.PIECES),
    ],
    ids=str,
)
def test_each_kind_counts_in_its_usual_unit(of: list[Support], unit: Unit) -> None:
    assert Line(of, 5).unit is unit
    assert Line(of, 5, unit="tonnes").unit is Unit.TONNES


def test_one_kind_may_be_passed_as_it_is() -> None:
    assert Line(SHELL, 5) == Line([SHELL], 5) == Line((SHELL,), 5) == Line((kind for kind in [SHELL]), 5)


def test_rounds_are_a_quantity() -> None:
    stock = Line(SHELL, 500_000)
    daily = 2_000 * units.registry().Unit("round/day")
    assert (stock.rounds / daily).to("day").magnitude == pytest.approx(250)
    assert stock.rounds == stock.rounds_low == stock.rounds_high


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [(at_least(5), 5, None), (at_most(5), None, 5), (between(3, 5), 3, 5), (about(5), 5, 5), (UNKNOWN, None, None)],
    ids=str,
)
def test_rounds_that_are_not_exact_give_their_bounds(
    quantity: Estimate[int], low: int | None, high: int | None
) -> None:
    line = Line(SHELL, quantity)
    with pytest.raises(InexactError, match="rounds_low") as caught:
        _ = line.rounds
    assert caught.value.where == "Line.rounds"
    a_round = units.registry().Unit("round")
    assert line.rounds_low == (None if low is None else low * a_round)
    assert line.rounds_high == (None if high is None else high * a_round)


@pytest.mark.parametrize("asked", ["rounds", "rounds_low", "rounds_high"])
def test_what_is_not_counted_in_rounds_has_none(asked: str) -> None:
    with pytest.raises(InexactError, match="counts in tonnes"):
        getattr(Line(SHELL, 5, unit="tonnes"), asked)


@pytest.mark.parametrize(
    ("line", "tonnage"),
    [
        (Line(SHELL, 1_000), exactly(Mass("43200"))),
        (Line([SHELL, LIGHT], 1_000), between(Mass("21800"), Mass("43200"))),
        (Line(SHELL, at_most(10)), at_most(Mass("432"))),
        (Line([SHELL, LIGHT], at_least(10)), at_least(Mass("218"))),
        (Line(SHELL, about(10)), about(Mass("432"))),
        (Line(SHELL, 10, unit="pieces"), exactly(Mass("432"))),
        (Line(Supplies(), Decimal("0.5"), unit="tonnes"), exactly(Mass("500"))),
        (Line(SHELL), UNKNOWN),
        (Line(Supplies(), unit="tonnes"), UNKNOWN),
        (Line(Munition(), 10), UNKNOWN),
        (Line([SHELL, Munition()], 10), UNKNOWN),
        (Line(SHELL, 10, unit="litres"), UNKNOWN),
        (Line(Equipment(), 10), UNKNOWN),
    ],
    ids=repr,
)
def test_the_tonnage_runs_from_the_lightest_to_the_heaviest(line: Line, tonnage: Estimate[Any]) -> None:
    assert line.tonnage == tonnage


def test_an_exact_tonnage_is_a_quantity_in_tonnes() -> None:
    assert Line(SHELL, 800_000).mass.to("tonne").magnitude == pytest.approx(34_560)


@pytest.mark.parametrize("quantity", [at_least(5), about(5), UNKNOWN], ids=str)
def test_another_tonnage_gives_bounds_alone(quantity: Estimate[int]) -> None:
    with pytest.raises(InexactError, match="tonnage") as caught:
        _ = Line(SHELL, quantity).mass
    assert caught.value.where == "Line.mass"


@given(values(Line))
def test_bounds_of_rounds_are_those_of_the_quantity(line: Line) -> None:
    if line.unit is Unit.ROUNDS:
        assert (line.rounds_low is None) == (line.quantity.low is None)
        assert (line.rounds_high is None) == (line.quantity.high is None)
    assert line.tonnage.is_unknown or line.tonnage.is_approximate == line.quantity.is_approximate


def test_the_high_end_of_a_quantity_is_a_number_too() -> None:
    quantity: Any = at_most(Money(5, "EUR"))
    with pytest.raises(InvalidValueError, match=r"Line\.quantity"):
        Line(Munition(), quantity)
