"""Estimates: bounds that exclude nothing that could be."""

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from refusals import HOSTILE, brief, refusal
from ukraine_support import (
    UNKNOWN,
    Calibre,
    Currency,
    CurrencyMismatchError,
    Estimate,
    InvalidValueError,
    Length,
    Mass,
    Money,
    UnorderedError,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.testing import values
from ukraine_support.testing._numbers import amounts, decimals, estimates, money, numbers

Any_ = Estimate[Any]
EUR = Currency("EUR")


def anything() -> st.SearchStrategy[Any_]:
    return estimates(numbers()) | estimates(values(Length)) | estimates(values(Mass)) | amounts(least=None)


def euros() -> st.SearchStrategy[Money]:
    return money(EUR)


def whole_euros() -> st.SearchStrategy[Money]:
    return st.integers(-(10**9), 10**9).map(lambda amount: Money(amount, "EUR"))


KINDS = {
    "numbers": decimals() | st.integers(-(10**9), 10**9),
    "euros": euros(),
}


@st.composite
def with_a_value(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> tuple[Any_, Any]:
    """An estimate, and a value that it does not exclude."""
    estimate, value = draw(estimates(values)), draw(values)
    assume(estimate.could_be(value))
    return estimate, value


# Arithmetic


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_arithmetic_excludes_nothing_that_could_be(kind: str, data: st.DataObject) -> None:
    values = KINDS[kind]
    a, x = data.draw(with_a_value(values))
    b, y = data.draw(with_a_value(values))
    factor = data.draw(st.integers(-100, 100) | decimals(integer_digits=2))
    results: list[tuple[Any_, Any]] = [
        (a + b, (exactly(x) + y).low),
        (a - b, (exactly(x) - y).low),
        (a * factor, (exactly(x) * factor).low),
    ]
    assert [estimate.could_be(exact) for estimate, exact in results] == [True] * 3
    assert (factor * a) == a * factor


@given(with_a_value(values(Length)), with_a_value(values(Length)), decimals(least=0, integer_digits=2))
def test_arithmetic_of_lengths_excludes_nothing_that_could_be(
    one: tuple[Any_, Length], other: tuple[Any_, Length], factor: Decimal
) -> None:
    (a, x), (b, y) = one, other
    assert (a + b).could_be(x + y)
    assert (a * factor).could_be(x * factor)


@given(estimates(numbers()), estimates(numbers()), estimates(numbers()))
def test_addition_is_commutative_and_associative(a: Any_, b: Any_, c: Any_) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + 0 == 0 + a == a
    assert sum([a, b]) == a + b
    assert 0 + a == a


@given(estimates(decimals()), estimates(decimals()), decimals(integer_digits=2), st.integers(1, 5))
def test_arithmetic_is_exact_whatever_the_ambient_context(a: Any_, b: Any_, factor: Decimal, prec: int) -> None:
    plain = [a + b, a - b, a * factor]
    with localcontext(Context(prec=prec, Emin=-2, Emax=2)):
        assert [a + b, a - b, a * factor] == plain
    if a.low is not None and b.low is not None:
        low: Any = (a + b).low
        assert Fraction(low) == Fraction(a.low) + Fraction(b.low)


@given(anything())
def test_unknown_is_not_zero(a: Any_) -> None:
    assert (a + UNKNOWN).is_unknown
    assert (UNKNOWN - a).is_unknown
    assert (UNKNOWN * 2).is_unknown
    assert not UNKNOWN.is_exact


def test_an_undisclosed_part_leaves_a_lower_bound() -> None:
    assert exactly(5) + at_least(0) == at_least(5)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (between(3, 5) + between(1, 2), between(4, 7)),
        (between(3, 5) - between(1, 2), between(1, 4)),
        (between(3, 5) * -2, between(-10, -6)),
        (at_least(3) * -1, at_most(-3)),
        (at_most(3) - at_most(1), UNKNOWN),
        (at_least(3) - at_most(1), at_least(2)),
        (about(3) + exactly(1), about(4)),
        (about(3) * 2, about(6)),
        (exactly(3) * Decimal("0.5"), exactly(Decimal("1.5"))),
        (between(3, 5) * 0, exactly(0)),
        (exactly(Money("1", "EUR")) + Money("2", "EUR"), exactly(Money("3", "EUR"))),
        (Money("1", "EUR") + at_least(Money("2", "EUR")), at_least(Money("3", "EUR"))),
        (exactly(Length(3)) - Length(1), exactly(Length(2))),
        (5 + at_least(2), at_least(7)),
    ],
    ids=brief,
)
def test_the_ends_are_those_of_interval_arithmetic(found: Any_, expected: Any_) -> None:
    assert found == expected


def test_whole_numbers_stay_whole() -> None:
    assert type((exactly(2) * 3).low) is int
    assert type((exactly(2) + 3).low) is int
    assert 5 + exactly(3) == exactly(8)


@pytest.mark.parametrize(
    "factor", [1.5, True, None, "x", Decimal("NaN"), Decimal("Infinity"), [], Length(1)], ids=brief
)
def test_only_numbers_multiply(factor: Any) -> None:
    for estimate in (exactly(5), at_least(Decimal("0.5")), UNKNOWN, exactly(Money("1", "EUR"))):
        refusal(estimate.__mul__, factor)


def test_text_of_a_number_multiplies_as_it_does_amounts() -> None:
    assert between(3, 5) * "-2" == between(-10, -6)  # type: ignore[operator]


@pytest.mark.parametrize("other", [1.5, True, None, "5", [], Decimal("NaN")], ids=brief)
def test_only_what_can_be_estimated_adds(other: Any) -> None:
    refusal(exactly(5).__add__, other)
    refusal(exactly(5).__sub__, other)


@pytest.mark.parametrize(("left", "right"), [(5, Money("1", "EUR")), (Length(1), Mass(1)), (Length(1), 5)], ids=brief)
def test_two_kinds_do_not_add(left: Any, right: Any) -> None:
    for operation in (exactly(left).__add__, exactly(left).__sub__):
        with pytest.raises(UnorderedError, match="two kinds"):
            operation(right)


def test_two_currencies_do_not_add() -> None:
    with pytest.raises(CurrencyMismatchError):
        exactly(Money("1", "EUR")) + Money("1", "USD")


# Products and quotients


@given(with_a_value(decimals() | st.integers(-(10**9), 10**9)), with_a_value(decimals(integer_digits=3)))
def test_products_exclude_nothing_that_could_be(one: tuple[Any_, Any], other: tuple[Any_, Any]) -> None:
    (a, x), (b, y) = one, other
    assert (a * b).could_be((exactly(x) * y).low)
    assert a * b == b * a


@given(with_a_value(euros()), with_a_value(decimals(integer_digits=3)))
def test_products_of_amounts_and_numbers_exclude_nothing_that_could_be(
    one: tuple[Any_, Money], other: tuple[Any_, Decimal]
) -> None:
    (a, x), (b, y) = one, other
    assert (a * b).could_be(x * y)
    assert a * b == b * a


@given(with_a_value(euros()), with_a_value(st.integers(-1000, 1000)))
def test_amounts_divided_by_numbers_exclude_nothing_that_could_be(
    one: tuple[Any_, Money], other: tuple[Any_, Any]
) -> None:
    (a, x), (b, y) = one, other
    assume(y != 0)
    assert (a / b).could_be(x / y)


@given(with_a_value(whole_euros()), with_a_value(whole_euros()))
def test_ratios_of_amounts_exclude_nothing_that_could_be(one: tuple[Any_, Money], other: tuple[Any_, Money]) -> None:
    (a, x), (b, y) = one, other
    assume(y.amount != 0)
    ratio: Any = (exactly(x) / y).low
    for estimate in (b, b.or_more, b.or_less):
        assert (a / estimate).could_be(ratio)


@given(estimates(numbers()), st.integers(-100, 100))
def test_a_number_multiplies_and_divides_like_an_exact_estimate_of_it(a: Any_, factor: int) -> None:
    assert a * factor == factor * a == a * exactly(factor) or a.is_unknown
    if factor:
        assert a / factor == a / exactly(factor)


@pytest.mark.parametrize(
    ("calculation", "expected"),
    [
        ("between(3, 5) * between(2, 4)", between(6, 20)),
        ("between(-3, 5) * between(2, 4)", between(-12, 20)),
        ("between(-3, 5) * between(-2, 4)", between(-12, 20)),
        ("at_least(3) * between(2, 4)", at_least(6)),
        ("at_least(3) * between(-2, 4)", UNKNOWN),
        ("at_least(3) * between(-4, -2)", at_most(-6)),
        ("at_most(3) * at_most(-2)", UNKNOWN),
        ("at_most(-3) * at_most(-2)", at_least(6)),
        ("at_least(3) * exactly(0)", exactly(0)),
        ("at_least(3) * 0", exactly(0)),
        ("between(0, 5) * at_least(2)", at_least(0)),
        ("exactly(0) * UNKNOWN", UNKNOWN),
        ("about(3) * between(1, 2)", about(between(3, 6))),
        ('between(3, 5) * exactly(Money("2", "EUR"))', between(Money("6", "EUR"), Money("10", "EUR"))),
        ('at_most(Money("2", "EUR")) * between(3, 5)', at_most(Money("10", "EUR"))),
        ("at_least(0) * exactly(Mass(2))", at_least(Mass(0))),
        ("exactly(Length(3)) * between(1, 2)", between(Length(3), Length(6))),
        ("between(6, 9) / 3", between(2, 3)),
        ("between(6, 9) / -3", between(-3, -2)),
        ("between(6, 9) / between(2, 3)", between(2, Decimal("4.5"))),
        ("between(-6, 9) / between(2, 3)", between(-3, Decimal("4.5"))),
        ("exactly(6) / at_least(2)", between(0, 3)),
        ("exactly(6) / at_most(-2)", between(-3, 0)),
        ("exactly(6) / between(0, 2)", at_least(3)),
        ("exactly(6) / between(-2, 0)", at_most(-3)),
        ("exactly(6) / at_least(0)", at_least(0)),
        ("exactly(0) / between(0, 2)", exactly(0)),
        ("at_least(6) / at_least(2)", at_least(0)),
        ("between(-6, 6) / between(0, 2)", UNKNOWN),
        ("exactly(6) / between(-1, 2)", UNKNOWN),
        ("exactly(6) / at_most(2)", UNKNOWN),
        ("exactly(6) / exactly(0)", UNKNOWN),
        ("exactly(6) / UNKNOWN", UNKNOWN),
        ("UNKNOWN / 2", UNKNOWN),
        ("about(6) / between(2, 3)", about(between(2, 3))),
        ('exactly(Money("6", "EUR")) / between(2, 3)', between(Money("2", "EUR"), Money("3", "EUR"))),
        ('exactly(Money("6", "EUR")) / at_least(2)', between(Money("0", "EUR"), Money("3", "EUR"))),
        ('exactly(Money("6", "EUR")) / Money("4", "EUR")', exactly(Decimal("1.5"))),
        ('exactly(Money("6", "EUR")) / at_least(Money("4", "EUR"))', between(0, Decimal("1.5"))),
        ("exactly(Length(6)) / Length(4)", exactly(Decimal("1.5"))),
        ("exactly(Mass(6)) / between(2, 3)", between(Mass(2), Mass(3))),
        ("exactly(1) / 3", exactly(Decimal("0.333333333333333333"))),
        ("5 - at_least(2)", at_most(3)),
        ('Money("5", "EUR") - exactly(Money("2", "EUR"))', exactly(Money("3", "EUR"))),
    ],
)
def test_products_and_quotients_have_the_ends_of_interval_arithmetic(calculation: str, expected: Any_) -> None:
    assert eval(calculation) == expected


def test_a_whole_product_stays_whole_and_a_quotient_is_a_decimal() -> None:
    product: Any_ = exactly(2) * exactly(3)
    quotient: Any_ = exactly(6) / exactly(3)
    assert (type(product.low), type(quotient.low)) == (int, Decimal)


@pytest.mark.parametrize("zero", [0, Decimal("0.00"), "0"], ids=brief)
def test_a_zero_that_is_no_estimate_does_not_divide(zero: Any) -> None:
    for estimate in (exactly(6), UNKNOWN, at_least(Money("1", "EUR"))):
        refusal(estimate.__truediv__, zero)
    refusal(exactly(Money("1", "EUR")).__truediv__, Money("0", "EUR"))


@pytest.mark.parametrize("divisor", [1.5, True, None, "x", Decimal("NaN"), []], ids=brief)
def test_only_numbers_and_what_is_of_the_same_kind_divide(divisor: Any) -> None:
    for estimate in (exactly(5), UNKNOWN, exactly(Money("1", "EUR"))):
        refusal(estimate.__truediv__, divisor)


def test_two_kinds_neither_multiply_nor_divide() -> None:
    one: Any_ = exactly(Money("1", "EUR"))
    refusal(one.__mul__, one, error=WrongTypeError)
    refusal(one.__mul__, exactly(Length(1)), error=WrongTypeError)
    pairs: list[tuple[Any, Any]] = [(one, Length(1)), (exactly(5), Length(1)), (at_most(Length(1)), exactly(Mass(1)))]
    for left, right in pairs:
        with pytest.raises(UnorderedError, match="do not divide"):
            left / right
    for euros_or_more in (one, one.or_more):
        with pytest.raises(CurrencyMismatchError):
            euros_or_more / at_least(Money("0", "USD"))


# Ends


@given(anything())
def test_the_ends_that_are_known(a: Any_) -> None:
    assert a.lowest_known == (a.high if a.low is None else a.low)
    assert a.highest_known == (a.low if a.high is None else a.high)
    assert Estimate.of_ends(a.low, a.high, is_approximate=a.is_approximate) == a
    assert a.map_ends(lambda end: end) == a
    assert a.or_more == Estimate.of_ends(a.low, None, is_approximate=a.is_approximate)
    assert a.or_less == Estimate.of_ends(None, a.high, is_approximate=a.is_approximate)
    end: Any = a.lowest_known
    assert a.zero is None if a.is_unknown else a.zero == end - end


@given(with_a_value(numbers()))
def test_what_is_left_is_not_below_zero(one: tuple[Any_, Any]) -> None:
    a, x = one
    left = a.floored_at_zero()
    assert left.could_be(max(x, 0)) or a.is_unknown
    assert not left.is_negative
    assert left.floored_at_zero() == left
    assert left.is_unknown is a.is_unknown


@pytest.mark.parametrize("negative", [at_most(-1), between(-1, 2), exactly(Money("-1", "EUR"))], ids=brief)
def test_what_has_an_end_below_zero(negative: Any_) -> None:
    assert negative.is_negative
    assert not (negative * -1).floored_at_zero().is_negative


def test_nothing_is_known_of_two_open_ends() -> None:
    assert Estimate.of_ends(None, None, is_approximate=True) is UNKNOWN
    assert UNKNOWN.map_ends(abs) is UNKNOWN
    assert UNKNOWN.or_more is UNKNOWN.or_less is UNKNOWN.floored_at_zero() is UNKNOWN


def test_ends_that_are_turned_round_are_refused() -> None:
    refusal(between(1, 2).map_ends, lambda end: -end)
    refusal(between(1, 2).map_ends, str)


# Forms


@given(numbers() | values(Length) | values(Mass) | euros())
def test_forms_say_what_is_known(x: Any) -> None:
    assert exactly(x) == between(x, x)
    assert exactly(x).is_exact
    assert exactly(x) != about(x)
    assert about(about(x)) == about(exactly(x)) == about(x)
    assert (about(x).is_exact, about(x).is_approximate, about(x).is_unknown) == (False, True, False)
    assert (at_least(x).low, at_least(x).high) == (x, None)
    assert (at_most(x).low, at_most(x).high) == (None, x)
    assert not at_least(x).is_exact
    assert len({exactly(x), between(x, x), Estimate(x, x)}) == 1


@given(anything())
def test_a_repr_evaluates_to_an_equal_estimate(estimate: Any_) -> None:
    assert eval(repr(estimate)) == estimate
    assert about(estimate).is_approximate is not estimate.is_unknown


def test_nothing_known_is_unknown() -> None:
    assert Estimate() == UNKNOWN == Estimate(None, None)
    assert UNKNOWN.is_unknown
    assert repr(UNKNOWN) == "UNKNOWN"
    assert about(UNKNOWN) == UNKNOWN


def test_whole_decimals_equal_integers() -> None:
    assert exactly(5) == exactly(Decimal("5.0"))
    assert hash(exactly(5)) == hash(exactly(Decimal("5.0")))


@given(numbers(), numbers())
def test_could_be_is_what_the_ends_say(x: Any, y: Any) -> None:
    assert exactly(x).could_be(y) is (x == y)
    assert at_least(x).could_be(y) is (y >= x)
    assert at_most(x).could_be(y) is (y <= x)
    assert about(x).could_be(y)
    assert UNKNOWN.could_be(y)


@pytest.mark.parametrize("value", [Money("1", "EUR"), Length(5), Mass(5)], ids=brief)
def test_a_value_of_another_kind_has_no_answer(value: Any) -> None:
    for estimate in (exactly(5), at_least(5), at_most(5)):
        with pytest.raises(UnorderedError):
            estimate.could_be(value)
    assert UNKNOWN.could_be(value)


@pytest.mark.parametrize("value", [1.5, True, "5", None, Decimal("NaN"), Calibre(5)], ids=brief)
def test_what_cannot_be_estimated_is_refused(value: Any) -> None:
    for call in (exactly, at_least, at_most, about, exactly(5).could_be, UNKNOWN.could_be):
        refusal(call, value)
    refusal(between, 1, value)
    refusal(between, value, 1)


def test_an_amount_in_another_currency_has_no_answer() -> None:
    with pytest.raises(CurrencyMismatchError):
        exactly(Money("1", "EUR")).could_be(Money("1", "USD"))


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (5, 3),
        (Decimal("0.2"), Decimal("0.1")),
        (Money("2", "EUR"), Money("1", "EUR")),
        (Length(2), Length(1)),
        (Money("1", "EUR"), Money("2", "USD")),
        (1, Money("2", "EUR")),
        (Length(1), Mass(2)),
        (1, Length(2)),
    ],
    ids=brief,
)
def test_bounds_the_wrong_way_round_or_of_two_kinds_are_refused(low: Any, high: Any) -> None:
    assert refusal(between, low, high).where == "Estimate"
    refusal(Estimate, low, high)


@pytest.mark.parametrize("flag", [1, 0, None, "yes"], ids=brief)
def test_approximate_is_true_or_false(flag: Any) -> None:
    assert refusal(Estimate, 1, 2, flag, error=WrongTypeError).where == "Estimate.is_approximate"


def test_what_is_unknown_is_not_approximate() -> None:
    refusal(Estimate, None, None, True)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    five = exactly(5)
    for call in (Estimate, exactly, about, at_least, at_most, five.__add__, five.__mul__, five.__truediv__):
        refusal(call, value)


def test_an_int_of_a_subclass_becomes_plain() -> None:
    class Count(int): ...

    assert type(exactly(Count(3)).low) is int


def test_the_class_takes_a_parameter_as_annotations_do() -> None:
    assert Estimate[int](5, 5) == exactly(5)


# Spans


@given(st.lists(estimates(numbers()), max_size=5), numbers())
def test_a_span_excludes_nothing_that_one_could_be(several: list[Any_], value: Any) -> None:
    span = Estimate.span(several)
    if any(estimate.could_be(value) for estimate in several):
        assert span.could_be(value)
    if not several:
        assert span is UNKNOWN


def test_a_span_is_the_narrowest() -> None:
    assert Estimate.span([exactly(3), exactly(5)]) == between(3, 5)
    assert Estimate.span([about(3), at_most(5)]) == about(at_most(5))
    assert Estimate.span([at_least(3), exactly(5)]) == at_least(3)
    assert Estimate.span([at_least(3), at_most(5)]) == UNKNOWN


def test_two_kinds_have_no_span() -> None:
    with pytest.raises(UnorderedError, match="do not compare"):
        Estimate.span(list[Any_]([exactly(1), exactly(Length(1))]))
    with pytest.raises(CurrencyMismatchError):
        Estimate.span([exactly(Money("1", "EUR")), exactly(Money("1", "USD"))])


def test_a_value_of_another_kind_could_be_nothing() -> None:
    for estimate, value in (
        (exactly(Money(5, "EUR")), 5),
        (at_most(Money(5, "EUR")), Length(5)),
        (exactly(5), Mass(5)),
    ):
        with pytest.raises(UnorderedError, match="does not compare with"):
            estimate.could_be(value)
    with pytest.raises(CurrencyMismatchError):
        exactly(Money(5, "EUR")).could_be(Money(5, "USD"))


def test_results_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidValueError):
        exactly(10**29) * 100
    with pytest.raises(InvalidValueError):
        exactly(Decimal("9" * 30)) + Decimal("9" * 30)


@pytest.mark.parametrize(
    ("left", "right", "difference"),
    [
        (about(10), exactly(4), about(6)),
        (exactly(10), about(4), about(6)),
        (about(10), about(4), about(6)),
        (exactly(10), exactly(4), exactly(6)),
        (about(10), 4, about(6)),
        (about(Money("10", "EUR")), Money("4", "EUR"), about(Money("6", "EUR"))),
        (about(at_least(10)), exactly(4), about(at_least(6))),
        (about(at_most(10)), between(1, 4), about(at_most(9))),
        (between(8, 10), about(4), about(between(4, 6))),
        (at_most(10), about(4), about(at_most(6))),
    ],
)
def test_a_difference_is_rough_if_either_side_is(left: Any, right: Any, difference: Any) -> None:
    assert left - right == difference
    assert (left - right).is_approximate is difference.is_approximate
    assert (left + right).is_approximate is difference.is_approximate
