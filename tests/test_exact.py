"""Exact numbers: correctly rounded, and the same whatever decimal context the caller's program has set."""

import decimal
from concurrent.futures import ThreadPoolExecutor
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refusals import HOSTILE, brief, refusal
from ukraine_support import InvalidValueError, WrongTypeError
from ukraine_support._exact import (
    add,
    divide,
    fraction_digits,
    multiply,
    negate,
    ratio,
    rounded,
    scale,
    shares,
    to_decimal,
    to_factor,
    to_number,
    written,
)
from ukraine_support.testing._numbers import decimals

LARGEST = Decimal("9" * 30 + "." + "9" * 18)
DIGITS = Fraction(1, 10**18)
ROUNDINGS = [
    decimal.ROUND_CEILING,
    decimal.ROUND_DOWN,
    decimal.ROUND_FLOOR,
    decimal.ROUND_HALF_DOWN,
    decimal.ROUND_HALF_EVEN,
    decimal.ROUND_HALF_UP,
    decimal.ROUND_UP,
    decimal.ROUND_05UP,
]


def contexts() -> st.SearchStrategy[Context]:
    """Ambient contexts as programs set them, and worse."""
    trapped = [decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.FloatOperation, decimal.InvalidOperation]
    return st.builds(
        lambda prec, rounding, traps: Context(prec=prec, rounding=rounding, traps=traps, Emin=-5, Emax=5),
        st.integers(1, 5),
        st.sampled_from(ROUNDINGS),
        st.lists(st.sampled_from(trapped), unique=True),
    )


def half_even(exact: Fraction, digit: Fraction = DIGITS) -> Fraction:
    """The exact result rounded half-even to multiples of a digit: `round` of a `Fraction` does just that."""
    return round(exact / digit) * digit


def outcome(call: Any) -> Any:
    """What a call gives or raises."""
    try:
        return call()
    except InvalidValueError as error:
        return str(error)


@given(contexts(), decimals(), decimals(), st.integers(0, 20))
def test_no_result_depends_on_the_ambient_context(context: Context, left: Decimal, right: Decimal, digits: int) -> None:
    def results() -> list[Any]:
        return [
            to_decimal(left, "here"),
            to_number(left, "here"),
            to_factor(left, "here"),
            written(left),
            add(left, right, "here"),
            negate(left),
            outcome(lambda: multiply(left, right, "here")),
            outcome(lambda: scale(left, right, "here")),
            outcome(lambda: divide(left, right, "here")),
            outcome(lambda: ratio(left, right, "here")),
            rounded(left, digits),
            fraction_digits(left),
            outcome(lambda: shares(left, [left.copy_abs(), Decimal(1), right.copy_abs()], 18, "here")),
        ]

    plain = results()
    with localcontext(context):
        assert [str(result) for result in results()] == [str(result) for result in plain]


def test_threads_share_the_context_without_harm() -> None:
    def total(seed: int) -> Any:
        found: Any = Decimal(0)
        for number in range(seed, seed + 2_000):
            found = add(found, divide(Decimal(number), 7, "here"), "here")
        return found

    alone = [total(seed) for seed in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(total, range(8))) == alone


@given(decimals(integer_digits=29), decimals(integer_digits=29))
def test_sums_are_exact(left: Decimal, right: Decimal) -> None:
    assert Fraction(add(left, right, "here")) == Fraction(left) + Fraction(right)


@given(decimals(), decimals())
def test_products_are_rounded_half_even(left: Decimal, right: Decimal) -> None:
    assert Fraction(multiply(left, right, "here")) == half_even(Fraction(left) * Fraction(right))


@given(decimals(integer_digits=9), decimals().filter(bool))
def test_quotients_are_rounded_half_even(left: Decimal, right: Decimal) -> None:
    exact = half_even(Fraction(left) / Fraction(right))
    if abs(exact) < 10**30:
        assert Fraction(divide(left, right, "here")) == exact
    else:
        assert refusal(divide, left, right, "here").problem == "the result does not fit"


@pytest.mark.parametrize(
    ("value", "divisor", "expected"),
    [("0.000000000000000001", 2, "0"), ("0.000000000000000003", 2, "2E-18"), ("-0.000000000000000003", 2, "-2E-18")],
)
def test_a_tie_goes_to_the_even_digit(value: str, divisor: int, expected: str) -> None:
    assert divide(Decimal(value), divisor, "here") == Decimal(expected)
    assert multiply(Decimal(value), Decimal("0.5"), "here") == Decimal(expected)


@given(decimals(), decimals().filter(bool))
def test_ratios_have_34_correct_digits(left: Decimal, right: Decimal) -> None:
    found, exact = Fraction(ratio(left, right, "here")), Fraction(left) / Fraction(right)
    assert abs(found - exact) <= abs(exact) / 10**33


@given(decimals(), st.integers(0, 18))
def test_rounding_is_half_even(value: Decimal, digits: int) -> None:
    assert Fraction(rounded(value, digits)) == half_even(Fraction(value), Fraction(1, 10**digits))


@given(
    decimals(),
    st.lists(decimals(least=0) | st.integers(0, 10**20).map(Decimal), min_size=1, max_size=20).filter(any),
)
def test_shares_lose_nothing_and_are_fair(whole: Decimal, weights: list[Decimal]) -> None:
    digits = max(2, fraction_digits(whole))
    parts = shares(whole, weights, digits, "here")
    assert sum(map(Fraction, parts)) == Fraction(whole)
    total = sum(map(Fraction, weights))
    for part, weight in zip(parts, weights, strict=True):
        assert fraction_digits(part) <= digits
        assert abs(Fraction(part) - Fraction(whole) * Fraction(weight) / total) < Fraction(1, 10**digits)
        assert part == 0 if not weight else part * (-1 if whole < 0 else 1) >= 0


@pytest.mark.parametrize("weights", [[], [0], [0, 0], [1, -1], [3, -1]])
def test_shares_need_weights_to_go_by(weights: list[int]) -> None:
    error = refusal(shares, Decimal(1), [Decimal(weight) for weight in weights], 2, "Money.allocate")
    assert error.where == "Money.allocate"


@given(decimals() | st.integers(-(10**30) + 1, 10**30 - 1))
def test_what_is_written_is_read_again(value: Decimal | int) -> None:
    text = written(value)
    assert to_number(text, "here") == value
    assert not set(text) & set("eE+")
    assert written(to_decimal(value, "here")) == text


@pytest.mark.parametrize(
    ("text", "kept"), [("0.50", "0.5"), ("5.00", "5"), ("0.0", "0"), ("-0.0", "0"), ("100", "100"), ("-1.010", "-1.01")]
)
def test_texts_of_one_number_give_one_decimal(text: str, kept: str) -> None:
    assert repr(to_decimal(text, "here")) == repr(to_decimal(Decimal(text), "here")) == f"Decimal('{kept}')"


@given(decimals())
def test_equal_numbers_are_written_alike(value: Decimal) -> None:
    padded = Decimal(f"{value:f}{'' if '.' in f'{value:f}' else '.'}000")
    assert padded == value
    assert written(padded) == written(value)
    assert written(Decimal("-0.00")) == "0"


@pytest.mark.parametrize("value", [5, "5", Decimal(5), Decimal("5.0"), "5.000"], ids=brief)
def test_whole_numbers_become_int(value: object) -> None:
    found = to_number(value, "here")
    assert (found, type(found)) == (5, int)


def test_an_int_of_a_subclass_becomes_plain() -> None:
    class Count(int): ...

    assert type(to_number(Count(3), "here")) is int
    assert type(to_decimal(Count(3), "here")) is Decimal


@pytest.mark.parametrize(
    ("given_", "kept"), [("1E2", "100"), ("100", "100"), ("0.50", "0.5"), ("-0.0", "0"), ("5E29", "5" + "0" * 29)]
)
def test_a_decimal_is_kept_without_exponent_and_trailing_zeros(given_: str, kept: str) -> None:
    assert str(to_decimal(Decimal(given_), "here")) == kept


def test_a_decimal_of_a_subclass_becomes_plain() -> None:
    class Dollars(Decimal): ...

    assert type(to_decimal(Dollars("1.5"), "here")) is Decimal


@pytest.mark.parametrize("text", ["9" * 30, "-" + "9" * 30, "0." + "0" * 17 + "1", "-0", "007", "0.10"], ids=brief)
def test_the_longest_numbers_fit(text: str) -> None:
    assert to_decimal(text, "here") == Decimal(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "1 ", " 1", "1\n", "+1", "--1", "1.", ".5", "1e3", "1E3", "1_000", "1,000", "1.2.3", "0x1"),
        *("NaN", "nan", "sNaN", "Infinity", "inf", "-inf", "\uff11\uff12", "\u0661", "\u00b2", "\u2212" + "1", "½"),
        *("1" * 31, "0." + "1" * 19, "1" * 1_000_000, "0." + "1" * 1_000_000, "one", "\x00", "1\x00"),
    ],
    ids=brief,
)
def test_text_that_is_no_plain_number_is_refused(text: str) -> None:
    error = refusal(to_decimal, text, "Money")
    assert "is no plain decimal number" in error.problem
    assert not isinstance(error, TypeError)


@pytest.mark.parametrize("value", [1.5, -0.0, 1e22, True, False, None, [], b"1", 1j, Fraction(1, 2)], ids=brief)
def test_other_types_are_refused(value: object) -> None:
    refusal(to_decimal, value, "Money", error=WrongTypeError)
    refusal(to_factor, value, "Money", error=WrongTypeError)


def test_a_float_is_told_what_to_pass() -> None:
    class Shouting(float):
        def __repr__(self) -> str:
            return "LOUD"

    for value in (0.1, Shouting(0.1)):
        message = str(refusal(to_decimal, value, "Money"))
        assert message == 'Money: 0.1 is a float; pass "0.1", an int or a Decimal'


@pytest.mark.parametrize("text", ["NaN", "sNaN", "-NaN123", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_refused(text: str) -> None:
    for value in (Decimal(text), *((float(text),) if "s" not in text and "1" not in text else ())):
        for read in (to_decimal, to_factor):
            assert "is no number that counts" in refusal(read, value, "Money").problem


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_values_are_refused_in_a_line(name: str) -> None:
    for read in (to_decimal, to_number, to_factor):
        refusal(read, HOSTILE[name], "Money")


@pytest.mark.parametrize("text", ["1E30", "1E-19", "1E999999", "1E-999999", "1." + "1" * 19, "9" * 31], ids=brief)
def test_a_decimal_that_is_too_long_is_refused(text: str) -> None:
    refusal(to_decimal, Decimal(text), "Money")


@pytest.mark.parametrize("text", ["1.000000000000000000000000", "1E29", "0E999999", "0E-999999", "1.5E1"])
def test_a_decimal_counts_by_its_value(text: str) -> None:
    assert to_decimal(Decimal(text), "Money") == Decimal(text)


@pytest.mark.parametrize("text", ["1E101", "1E-101", "1" * 101])
def test_a_factor_may_be_long_but_not_endless(text: str) -> None:
    refusal(to_factor, Decimal(text), "Money")
    shorter = Decimal(text[:-1]) if len(text) > 10 else Decimal(text.replace("101", "100"))
    assert to_factor(shorter, "Money") is shorter


@pytest.mark.parametrize(
    ("operation", "left", "right"),
    [
        (add, LARGEST, LARGEST),
        (add, 10**30 - 1, 1),
        (multiply, LARGEST, 2),
        (multiply, LARGEST, Decimal("1." + "0" * 47 + "1")),
        (scale, 10**29, 10),
        (divide, LARGEST, Decimal("0.1")),
        (divide, Decimal(1), Decimal("1E-50")),
    ],
    ids=brief,
)
def test_a_result_that_does_not_fit_is_refused(operation: Any, left: Any, right: Any) -> None:
    assert refusal(operation, left, right, "Money").where == "Money"


def test_the_largest_results_fit() -> None:
    assert add(LARGEST, Decimal(0), "here") == LARGEST
    assert multiply(LARGEST, 1, "here") == LARGEST
    assert divide(LARGEST, -1, "here") == negate(LARGEST)
    assert scale(10**29, 9, "here") == 9 * 10**29


@pytest.mark.parametrize("zero", [0, "0", Decimal(0), Decimal("0E50")], ids=brief)
def test_division_by_zero_is_refused(zero: Any) -> None:
    assert refusal(divide, Decimal(1), zero, "Money").problem == "division by zero"
    assert refusal(ratio, Decimal(1), Decimal(zero), "Money").problem == "division by zero"
