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
from ukraine_support._model.values.estimate import spanning
from ukraine_support.testing import values
from ukraine_support.testing._numbers import amounts, decimals, estimates, money, numbers

Any_ = Estimate[Any]
EUR = Currency("EUR")


def anything() -> st.SearchStrategy[Any_]:
    return estimates(numbers()) | estimates(values(Length)) | estimates(values(Mass)) | amounts(least=None)


def euros() -> st.SearchStrategy[Money]:
    return money(EUR)


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
    for call in (Estimate, exactly, about, at_least, at_most, exactly(5).__mul__, exactly(5).__add__):
        refusal(call, value)


def test_an_int_of_a_subclass_becomes_plain() -> None:
    class Count(int): ...

    assert type(exactly(Count(3)).low) is int


def test_the_class_takes_a_parameter_as_annotations_do() -> None:
    assert Estimate[int](5, 5) == exactly(5)


# Spans


@given(st.lists(estimates(numbers()), max_size=5), numbers())
def test_a_span_excludes_nothing_that_one_could_be(several: list[Any_], value: Any) -> None:
    span = spanning(several)
    if any(estimate.could_be(value) for estimate in several):
        assert span.could_be(value)
    if not several:
        assert span is UNKNOWN


def test_a_span_is_the_narrowest() -> None:
    assert spanning([exactly(3), exactly(5)]) == between(3, 5)
    assert spanning([about(3), at_most(5)]) == about(at_most(5))
    assert spanning([at_least(3), exactly(5)]) == at_least(3)
    assert spanning([at_least(3), at_most(5)]) == UNKNOWN


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
