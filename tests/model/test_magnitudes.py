"""Calibres, lengths and masses: exact, in total order, and quantities of pint on request."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refusals import HOSTILE, brief, refusal
from ukraine_support import Calibre, Length, Mass, WrongTypeError, units
from ukraine_support.testing import values
from ukraine_support.testing._numbers import decimals

Magnitude = type[Calibre] | type[Length] | type[Mass]
MAGNITUDES: list[Magnitude] = [Calibre, Length, Mass]
REGISTRIES: dict[type, Any] = {kind: pint.UnitRegistry(non_int_type=kind) for kind in (float, Decimal, Fraction)}
"""One registry for each type of numbers, since each takes most of a second to make."""


def held(magnitude: Calibre | Length | Mass) -> Decimal:
    match magnitude:
        case Calibre():
            return magnitude.millimetres
        case Length():
            return magnitude.metres
        case Mass():
            return magnitude.kilograms


@given(values(Calibre) | values(Length) | values(Mass))
def test_a_magnitude_is_read_from_what_it_writes(magnitude: Calibre | Length | Mass) -> None:
    assert type(magnitude).parse(str(magnitude)) == magnitude
    assert eval(repr(magnitude)) == magnitude


@given(st.sampled_from([Calibre, Length, Mass]).flatmap(lambda kind: st.tuples(*[values(kind)] * 3)))
def test_magnitudes_of_a_kind_are_in_total_order(three: Any) -> None:
    a, b, c = three
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a <= b) == (a < b or a == b) == (b >= a)
    assert (a < b) == (b > a) == (held(a) < held(b))
    low, middle, high = sorted([a, b, c])
    assert low <= middle <= high
    assert low <= high
    assert a != b or hash(a) == hash(b)


@pytest.mark.parametrize("other", [Length(1), 1, Decimal(1), "1 kg", None], ids=brief)
def test_magnitudes_of_two_kinds_have_nothing_in_common(other: Any) -> None:
    mass = Mass(1)
    assert mass != other
    operations: list[Callable[[], object]] = [
        lambda: mass < other,
        lambda: mass <= other,
        lambda: mass > other,
        lambda: mass >= other,
        lambda: mass + other,
        lambda: mass - other,
    ]
    for operation in operations:
        with pytest.raises(TypeError):
            operation()


@given(values(Length), values(Length), values(Length))
def test_addition_is_exact_commutative_and_associative(a: Length, b: Length, c: Length) -> None:
    with localcontext(prec=2):
        assert a + b == b + a
        assert (a + b) + c == a + (b + c)
        assert (a + b) - b == a
        found = a + b
    assert Fraction(found.metres) == Fraction(a.metres) + Fraction(b.metres)


@given(values(Mass), decimals(least=0, integer_digits=9))
def test_products_are_rounded_half_even(mass: Mass, factor: Decimal) -> None:
    exact = round(Fraction(mass.kilograms) * Fraction(factor) * 10**18) / Fraction(10**18)
    with localcontext(prec=1):
        found = mass * factor
        assert found == factor * mass
    assert Fraction(found.kilograms) == exact


def test_magnitudes_divide_by_numbers_and_by_their_own_kind() -> None:
    assert Length(7) / 2 == Length("3.5")
    assert Mass(7) / Mass(2) == Decimal("3.5")
    refusal(Mass(1).__truediv__, 0)
    refusal(Mass(1).__truediv__, 1.5)
    with pytest.raises(TypeError):
        Mass(1) / Length(1)  # type: ignore[operator]


def test_calibres_do_not_add() -> None:
    with pytest.raises(TypeError):
        Calibre(155) + Calibre(1)  # type: ignore[operator]


@pytest.mark.parametrize("factor", [1.5, -1, True, None, "x", Decimal("NaN"), Length(2)], ids=brief)
def test_a_length_is_multiplied_by_numbers_of_zero_or_more(factor: Any) -> None:
    assert refusal(Length(1).__mul__, factor).where == "Length"


def test_a_length_is_never_below_zero() -> None:
    assert refusal(lambda: Length(1) - Length(2)).problem == "-1 is below zero"


# Reading


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [
        *((text, "155") for text in ("155 mm", "155mm", "155-mm", "155\u00a0mm", "155 millimetres", "155 millimetre")),
        *((text, "155") for text in ("155 millimeter", "155 millimeters", "15.5 cm", "1.55 dm", "0.155 m")),
        *(("6.1 inch", "154.94"), (".50 in", "12.7"), ("0.5 inches", "12.7"), ("155.0 mm", "155"), ("1 ft", "304.8")),
        ("1.000000000000000001 cm", "10.00000000000000001"),
    ],
)
def test_a_calibre_is_read_in_many_spellings(text: str, millimetres: str) -> None:
    assert Calibre.parse(text) == Calibre(millimetres)


@pytest.mark.parametrize(
    ("cls", "text", "written"),
    [
        (Length, "560 km", "560 km"),
        (Length, "0.56 km", "560 m"),
        (Length, "1 mi", "1.609344 km"),
        (Length, "1 nmi", "1.852 km"),
        (Length, "1 yd", "0.9144 m"),
        (Length, "0 m", "0 m"),
        (Length, "1000.000000000000000001 m", "1000.000000000000000001 m"),
        (Mass, "43.2 kg", "43.2 kg"),
        (Mass, "0.9 t", "900 kg"),
        (Mass, "1 tonne", "1 t"),
        (Mass, "500 g", "0.5 kg"),
        (Mass, "1 lb", "0.45359237 kg"),
        (Mass, "1 oz", "0.028349523125 kg"),
    ],
    ids=brief,
)
def test_a_magnitude_is_written_in_one_way(cls: type[Length | Mass], text: str, written: str) -> None:
    assert str(cls.parse(text)) == written


@given(decimals(least=1, integer_digits=9), st.sampled_from([("mm", 1), ("cm", 10), ("m", 1_000), ("in", 25.4)]))
def test_a_text_is_converted_exactly_or_rounded_once(number: Decimal, unit: tuple[str, float]) -> None:
    symbol, size = unit
    exact = round(Fraction(number) * Fraction(str(size)) * 10**18) / Fraction(10**18)
    if exact:
        assert Fraction(Calibre.parse(f"{number:f} {symbol}").millimetres) == exact


@pytest.mark.parametrize("cls", MAGNITUDES)
@pytest.mark.parametrize(
    "text",
    [
        *("", "155", "mm", "155 kgm", "155 parsec", "155 MM", "155  mm", " 155 mm", "155 mm ", "155 mm\n", "1e3 mm"),
        *("1_000 mm", "1,000 mm", "\uff11 mm", "9**9**9**9 mm", "155 mm x 2", "5.56x45 mm", "-5 mm", "1 ton", "NaN mm"),
        *("0 kgs", "155 round", "m155", ". mm", "1. mm", "9" * 31 + " mm", "0." + "9" * 19 + " mm", "1/2 mm", "-1 kg"),
    ],
    ids=brief,
)
def test_text_that_is_no_magnitude_is_refused(cls: Magnitude, text: str) -> None:
    assert refusal(cls.parse, text).where == cls.__name__


@pytest.mark.parametrize("text", ["5 kg", "1 t", "1 lb"])
def test_a_unit_of_mass_is_no_length(text: str) -> None:
    assert refusal(Length.parse, text).problem == f"{text!r} is no length"
    refusal(Calibre.parse, text)
    assert refusal(Mass.parse, "5 km").problem == "'5 km' is no mass"


@pytest.mark.parametrize("cls", MAGNITUDES)
@pytest.mark.parametrize("value", [1.5, True, None, "155 mm", "1e3", -1, "-0.5", float("nan"), b"1", []], ids=brief)
def test_the_constructor_takes_exact_numbers(cls: Magnitude, value: Any) -> None:
    assert refusal(cls, value).where == cls.__name__


@pytest.mark.parametrize("zero", [0, "0", "0.000", Decimal("-0.0")], ids=brief)
def test_a_calibre_is_above_zero(zero: Any) -> None:
    assert refusal(Calibre, zero).problem == "0 is not above zero"
    refusal(Calibre.parse, "0 mm")
    assert str(Length(zero)) == "0 m"


@pytest.mark.parametrize("cls", MAGNITUDES)
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(cls: Magnitude, value: Any) -> None:
    for call in (cls, cls.parse, cls.from_quantity):
        refusal(call, value)


# Quantities


@pytest.mark.parametrize("number_type", [float, Decimal, Fraction])
def test_a_quantity_is_in_the_number_type_of_its_registry(number_type: type) -> None:
    registry = REGISTRIES[number_type]
    for magnitude, unit in ((Calibre("154.94"), "mm"), (Length("0.5"), "m"), (Mass("43.2"), "kg")):
        quantity = magnitude.to_quantity(registry)
        assert type(quantity.magnitude) is number_type
        assert quantity.units == registry.Unit(unit)
        assert type(magnitude).from_quantity(quantity) == magnitude


@given(st.sampled_from([Decimal, Fraction]), values(Calibre) | values(Length) | values(Mass))
def test_exact_registries_give_back_what_they_got(number_type: type, magnitude: Calibre | Length | Mass) -> None:
    quantity = magnitude.to_quantity(REGISTRIES[number_type])
    assert type(magnitude).from_quantity(quantity) == magnitude


def test_the_application_registry_is_the_default() -> None:
    assert Calibre(155).quantity == Calibre(155).diameter == Calibre(155).to_quantity()
    assert Calibre(155).diameter.units == units.registry().Unit("millimeter")


@pytest.mark.parametrize(
    ("number", "unit", "millimetres"),
    [
        (15.5, "cm", "155"),
        (0.1 + 0.2, "m", "300.00000000000004"),
        (155, "mm", "155"),
        (Decimal("15.50"), "cm", "155"),
        (Fraction(31, 2), "cm", "155"),
        (6.1, "inch", "154.94"),
    ],
    ids=brief,
)
def test_a_quantity_of_any_registry_is_converted_exactly(number: Any, unit: str, millimetres: str) -> None:
    for registry in REGISTRIES.values():
        assert Calibre.from_quantity(registry.Quantity(number, unit)) == Calibre(millimetres)


@pytest.mark.parametrize(
    ("number", "unit"),
    [
        *((1, unit) for unit in ("kg", "second", "m**2", "1/m", "dimensionless", "micrometer", "m * kg", "degC")),
        *((number, "mm") for number in (float("nan"), float("inf"), Decimal("NaN"), Fraction(1, 3), 1j, 10**31)),
        *((number, "mm") for number in (1e-30, -1, 0, 1e40)),
    ],
    ids=brief,
)
def test_a_quantity_that_is_no_calibre_is_refused(number: Any, unit: str) -> None:
    assert refusal(Calibre.from_quantity, REGISTRIES[float].Quantity(number, unit)).where == "Calibre"


def test_an_array_of_quantities_is_refused() -> None:
    numpy = pytest.importorskip("numpy")
    refusal(Calibre.from_quantity, REGISTRIES[float].Quantity(numpy.array([1, 2]), "mm"), error=WrongTypeError)


def test_a_whole_number_of_numpy_is_accepted() -> None:
    numpy = pytest.importorskip("numpy")
    assert Calibre.from_quantity(REGISTRIES[float].Quantity(numpy.int64(155), "mm")) == Calibre(155)


@pytest.mark.parametrize("value", [155, "155 mm", None, Calibre(155)], ids=brief)
def test_what_is_no_quantity_is_refused(value: Any) -> None:
    refusal(Calibre.from_quantity, value, error=WrongTypeError)
