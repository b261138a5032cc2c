"""Units: quantities of pint when they are asked for, in any registry, and a strict reader of their texts."""

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refusals import HOSTILE, brief, refusal
from ukraine_support import ArtilleryShell, Calibre, Length, Line, Mass, units
from ukraine_support.testing._numbers import decimals
from ukraine_support.units import LENGTH, MASS, ROUNDS, is_quantity


@pytest.fixture(scope="module")
def registries() -> dict[type, Any]:
    """A registry for each type of numbers."""
    return {kind: pint.UnitRegistry(non_int_type=kind) for kind in (float, Decimal, Fraction)}


@pytest.fixture(scope="module")
def another_round() -> Any:
    """A registry in which a `round` is something else."""
    registry: Any = pint.UnitRegistry()
    registry.define("round = 5 meter")
    return registry


def test_the_application_registry_knows_rounds() -> None:
    assert units.registry() is units.registry()
    assert units.registry().Quantity(3, "rounds").units == units.registry().Unit("round")
    assert dict(units.registry().get_dimensionality("round")) == {"[round]": 1}


def test_a_registry_is_taught_rounds_once(registries: dict[type, Any]) -> None:
    for registry in registries.values():
        assert units.define_in(units.define_in(registry)) is registry
        assert (registry.Quantity(6, "round") / registry.Quantity(2, "minute")).m_as("round/hour") == 180


def test_a_registry_with_another_round_is_refused(another_round: Any) -> None:
    assert refusal(units.define_in, another_round).where == "units.define_in"
    refusal(units.parse, "5 rounds", another_round)


def test_a_registry_with_another_round_has_lengths_and_masses_all_the_same(another_round: Any) -> None:
    assert Calibre(155).to_quantity(another_round).magnitude == 155
    assert units.parse("43.2 kg", another_round).magnitude == 43.2


def test_days_that_a_stock_lasts() -> None:
    stock = Line(ArtilleryShell(calibre="155 mm", mass="43.2 kg"), 500_000)
    daily = 2_000 * units.registry().Unit("round/day")
    assert (stock.rounds / daily).to("day").magnitude == pytest.approx(250)
    assert stock.mass.to("tonne").magnitude == pytest.approx(21_600)


# Texts


def spellings() -> Iterator[tuple[str, str]]:
    for dimension in (LENGTH, MASS, ROUNDS):
        yield from dimension.spellings.items()


@pytest.mark.parametrize(("spelling", "unit"), list(spellings()))
def test_every_spelling_is_read_as_pint_reads_it(spelling: str, unit: str) -> None:
    quantity = units.parse(f"2.5 {spelling}")
    assert quantity.magnitude == 2.5
    assert quantity.units == units.registry().Unit(unit)
    if spelling != "in":  # a keyword to pint
        assert units.registry().Quantity(2.5, spelling) == quantity


@pytest.mark.parametrize("dimension", [LENGTH, MASS, ROUNDS])
def test_the_size_of_every_unit_is_that_of_pint(dimension: units.Dimension) -> None:
    registry: Any = pint.UnitRegistry(non_int_type=Decimal)
    units.define_in(registry)
    base = {"length": "meter", "mass": "kilogram", "number of rounds": "round"}[dimension.name]
    for unit, size in dimension.factors.items():
        assert registry.Quantity(Decimal(1), unit).to(base).magnitude == size


@given(decimals(integer_digits=9), st.sampled_from([" ", "", "-", "\u00a0"]), st.sampled_from(list(spellings())))
def test_a_text_is_a_number_and_a_unit(number: Decimal, between: str, unit: tuple[str, str]) -> None:
    registry = REGISTRY
    quantity = units.parse(f"{number:f}{between}{unit[0]}", registry)
    assert (quantity.magnitude, quantity.units) == (number, registry.Unit(unit[1]))


REGISTRY: Any = units.define_in(pint.UnitRegistry(non_int_type=Decimal))


@pytest.mark.parametrize(
    "text",
    [
        *("", "5", "mm", "5 parsec", "5  mm", " 5 mm", "5 mm ", "5 mm\n", "1e3 mm", "1_000 mm", "\uff15 mm", "5 MM"),
        *(
            "9**9**9**9 mm",
            "5 mm**2",
            "5 m/s",
            "5 * 5 mm",
            "(5) mm",
            "5 ton",
            "five mm",
            "5 mm; 5 kg",
            "--5 mm",
            "5. mm",
        ),
        *("9" * 31 + " mm", "0." + "9" * 19 + " mm", "5 " + "m" * 13, "nan mm", "inf mm", "5 degC", "5 EUR", "0x5 mm"),
    ],
    ids=brief,
)
def test_text_that_is_no_quantity_is_refused(text: str) -> None:
    assert refusal(units.parse, text).where == "units.parse"


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    refusal(units.parse, value)


def test_what_is_accepted_is_said() -> None:
    error = refusal(Length.parse, "5 parsec")
    assert error.accepted == "write a number and one of mm, cm, dm, m, km, in, ft, yd, mi, nmi"
    assert refusal(Mass.parse, "5 ton").accepted == "write a number and one of g, kg, t, oz, lb"


def test_a_quantity_is_known_by_its_class(registries: dict[type, Any]) -> None:
    for registry in registries.values():
        assert is_quantity(registry.Quantity(1, "mm"))
    assert is_quantity(units.registry().Quantity(1, "mm"))
    assert not is_quantity("1 mm")


# Laziness


LAZY = """
import sys
from ukraine_support import ArtilleryShell, Calibre, Length, Line, Mass, WrongTypeError, units
from ukraine_support.serialisation import dumps, loads

line = Line(ArtilleryShell(calibre="155 mm", mass="43.2 kg"), 5)
assert loads(dumps(line), Line) == line
assert Calibre.parse("6.1 inch") < Calibre(155)
print(line.tonnage, Length.parse("560 km") + Length(5), hash(Mass(5)) and "")
try:
    Calibre.from_quantity("155 mm")
except WrongTypeError:
    pass
assert not units.is_quantity(5)
before = "pint" in sys.modules
line.rounds
print(before, "pint" in sys.modules)
"""


def test_pint_is_loaded_when_a_quantity_is_asked_for_and_not_before() -> None:
    done = subprocess.run([sys.executable, "-c", LAZY], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-2:] == ["False", "True"]
