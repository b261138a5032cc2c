"""Money: exact, ordered within a currency, and divided without losing a cent."""

import decimal
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from refusals import HOSTILE, brief, refusal
from ukraine_support import Currency, CurrencyMismatchError, InvalidValueError, Money, WrongTypeError
from ukraine_support._iso import CURRENCIES
from ukraine_support.testing import values
from ukraine_support.testing._numbers import decimals, money

EUR, USD = Currency("EUR"), Currency("USD")
HOSTILE_CONTEXTS = [
    Context(prec=1, rounding=decimal.ROUND_UP),
    Context(prec=3, rounding=decimal.ROUND_05UP, traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation]),
    Context(prec=5, rounding=decimal.ROUND_CEILING, Emin=-2, Emax=2, traps=[decimal.Subnormal]),
]


def euros(**options: Any) -> st.SearchStrategy[Money]:
    return money(EUR, **options)


# Currencies


@tried(40)
@given(values(Currency))
def test_a_currency_is_read_from_what_it_writes(currency: Currency) -> None:
    assert Currency.parse(str(currency)) == currency
    assert eval(repr(currency)) == currency
    assert hash(Currency(currency.code)) == hash(currency)
    assert currency.name
    assert 0 <= currency.digits <= 4


@pytest.mark.parametrize(
    ("code", "digits", "withdrawn"), [("EUR", 2, False), ("JPY", 0, False), ("KWD", 3, False), ("HRK", 2, True)]
)
def test_a_currency_knows_its_minor_unit(code: str, digits: int, withdrawn: bool) -> None:
    assert (Currency(code).digits, Currency(code).withdrawn) == (digits, withdrawn)


@pytest.mark.parametrize(
    "code",
    [
        *("XAU", "XAG", "XPT", "XPD", "XXX", "XTS", "XBA", "XBB", "XBC", "XBD", "XSU", "XUA", "CLF", "BOV", "USN"),
        *("ZZZ", "EURO", "eur", "Eur", " EUR", "EUR ", "", "€", "978", "\uff25\uff35\uff32"),
    ],
)
def test_a_code_that_is_no_money_is_refused(code: str) -> None:
    assert refusal(Currency, code).where == "Currency"
    refusal(Money, "1", code)
    refusal(Money.parse, f"{code} 1")


def test_a_code_in_small_letters_is_recognised() -> None:
    assert refusal(Currency, "eur").accepted.endswith("did you mean 'EUR'?")


@pytest.mark.parametrize("code", [None, 978, b"EUR", ["EUR"], EUR], ids=brief)
def test_a_code_of_another_type_is_refused(code: Any) -> None:
    refusal(Currency, code, error=WrongTypeError)


# What is an amount


@pytest.mark.parametrize("amount", ["0.50", Decimal("0.5"), "0.500", Decimal("50E-2")], ids=brief)
def test_equal_amounts_are_equal_however_they_are_given(amount: Any) -> None:
    half = Money(amount, "EUR")
    assert (half, hash(half), str(half), repr(half)) == (
        Money("0.5", EUR),
        hash(Money("0.5", "EUR")),
        "EUR 0.5",
        "Money('0.5', 'EUR')",
    )


@pytest.mark.parametrize(
    "amount",
    [
        *(1.5, True, False, None, float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity"), Fraction(1, 2)),
        *("NaN", "inf", "1_000", "1,000", "1e3", "1E+3", "\uff11", "", " 1", "1 ", "+1", ".5", "5.", "9" * 31),
        *("0." + "9" * 19, b"1", [1], 10**30, Decimal("1E30"), Decimal("1E-19")),
    ],
    ids=brief,
)
def test_what_is_no_exact_amount_is_refused(amount: Any) -> None:
    assert refusal(Money, amount, "EUR").where == "Money"


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    half = Money("0.5", "EUR")
    for call in (lambda: Money(value, "EUR"), lambda: Money("1", value), lambda: Currency(value)):
        refusal(call)
    for method in (Money.parse, half.split, half.__mul__, half.__truediv__):
        refusal(method, value)
    refusal(half.allocate, [value])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EUR",
        "1",
        "EUR1",
        "1 EUR",
        "EUR  1",
        "EUR\t1",
        "EUR\u00a01",
        "EUR 1e3",
        "EUR 1\n",
        "EUR .",
        "EUR -",
        "eur 1",
    ],
    ids=brief,
)
def test_text_that_is_no_amount_is_refused(text: str) -> None:
    refusal(Money.parse, text)


@pytest.mark.parametrize("value", [None, 5, 1.5, b"EUR 1"], ids=brief)
def test_only_text_is_parsed(value: Any) -> None:
    refusal(Money.parse, value)


@given(money())
def test_an_amount_is_read_from_what_it_writes(amount: Money) -> None:
    assert Money.parse(str(amount)) == amount
    assert eval(repr(amount)) == amount


def test_currencies_are_one_instance_each() -> None:
    amounts = [Money("1", "CHF"), Money("1", Currency("CHF")), pickle.loads(pickle.dumps(Money("1", "CHF")))]
    assert len({id(amount.currency) for amount in amounts}) == 1
    assert len(set(amounts)) == 1


def test_text_of_a_subclass_names_a_currency_all_the_same() -> None:
    class Code(str):
        __slots__ = ()

    assert Money("1", Code("ISK")) == Money("1", "ISK")
    assert type(Currency(Code("ISK")).code) is type(Money("1", Code("SEK")).currency.code) is str


# Order, equality, hash


@given(euros(), euros(), euros())
def test_amounts_of_a_currency_are_in_total_order(a: Money, b: Money, c: Money) -> None:
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a <= b) == (a < b or a == b) == (b >= a)
    assert (a < b) == (b > a)
    low, middle, high = sorted([a, b, c])
    assert low <= middle <= high
    assert low <= high
    assert a != b or hash(a) == hash(b)
    assert (a < b) == (a.amount < b.amount)


@given(money(), money())
def test_amounts_of_two_currencies_are_unequal_and_have_no_order(a: Money, b: Money) -> None:
    comparisons: list[Callable[[], bool]] = [lambda: a < b, lambda: a <= b, lambda: a > b, lambda: a >= b]
    for comparison in comparisons:
        if a.currency == b.currency:
            assert isinstance(comparison(), bool)
        else:
            with pytest.raises(CurrencyMismatchError):
                comparison()
    assert a.currency == b.currency or a != b


@pytest.mark.parametrize("other", [0, 1, Decimal(1), "EUR 1", None], ids=brief)
def test_an_amount_is_no_number(other: Any) -> None:
    one = Money("1", "EUR")
    assert one != other
    operations: list[Callable[[], object]] = [
        lambda: one < other,
        lambda: one <= other,
        lambda: one > other,
        lambda: one >= other,
        lambda: one + other,
        lambda: one - other,
        lambda: other - one,
    ]
    for operation in operations:
        with pytest.raises(TypeError):
            operation()


# Addition


@given(euros(), euros(), euros())
def test_addition_is_commutative_and_associative(a: Money, b: Money, c: Money) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + Money(0, "EUR") == a == 0 + a == +a
    assert a - b == a + -b == -(b - a)
    assert a - a == Money(0, "EUR")
    assert abs(a) == max(a, -a)


@given(st.lists(euros(), max_size=30), st.sampled_from(HOSTILE_CONTEXTS))
def test_sums_are_exact_whatever_the_ambient_context(items: list[Money], context: Context) -> None:
    exact = sum((Fraction(item.amount) for item in items), Fraction())
    with localcontext(context):
        total = Money.sum(items, "EUR")
        assert sum(items, Money(0, "EUR")) == total
        assert str(total) == str(Money(total.amount, "EUR"))
        assert (total < Money(0, "EUR")) == (exact < 0)
    assert Fraction(total.amount) == exact


@given(st.lists(euros(), min_size=1, max_size=20))
def test_sums_are_exact_in_threads(items: list[Money]) -> None:
    with ThreadPoolExecutor(4) as pool:
        totals = set(pool.map(lambda _: Money.sum(items, "EUR"), range(8)))
    assert {Fraction(total.amount) for total in totals} == {sum((Fraction(item.amount) for item in items), Fraction())}


def test_the_builtin_sum_starts_from_its_zero() -> None:
    assert sum([Money("0.1", "EUR"), Money("0.2", "EUR")]) == Money("0.3", "EUR")
    assert Money.sum([], EUR) == Money(0, "EUR")
    with pytest.raises(TypeError):
        False + Money("1", "EUR")


def test_currencies_never_mix() -> None:
    euro, dollar = Money("1", "EUR"), Money("1", "USD")
    mixed: list[Callable[[], object]] = [
        lambda: euro + dollar,
        lambda: euro - dollar,
        lambda: euro / dollar,
        lambda: Money.sum([dollar], "EUR"),
        lambda: sum([euro, dollar]),
    ]
    for operation in mixed:
        with pytest.raises(CurrencyMismatchError) as caught:
            operation()
        assert {caught.value.left, caught.value.right} == {EUR, USD}


# Multiplication, division, rounding


@given(euros(), decimals(integer_digits=9))
def test_products_are_rounded_half_even(amount: Money, factor: Decimal) -> None:
    exact = Fraction(amount.amount) * Fraction(factor)
    product = amount * factor
    assert product == factor * amount
    assert Fraction(product.amount) == round(exact * 10**18) / Fraction(10**18)


@given(euros(), st.integers(-(10**9), 10**9).filter(bool))
def test_quotients_are_rounded_half_even(amount: Money, divisor: int) -> None:
    exact = Fraction(amount.amount) / divisor
    assert Fraction((amount / divisor).amount) == round(exact * 10**18) / Fraction(10**18)


@given(euros(), euros().filter(lambda amount: amount.amount != 0))
def test_an_amount_by_an_amount_is_a_ratio(a: Money, b: Money) -> None:
    exact = Fraction(a.amount) / Fraction(b.amount)
    found = a / b
    assert isinstance(found, Decimal)
    assert abs(Fraction(found) - exact) <= abs(exact) / 10**33


@pytest.mark.parametrize("number", [1.5, True, None, "x", "1e3", Decimal("NaN"), [], Currency("EUR")], ids=brief)
def test_only_numbers_multiply_and_divide(number: Any) -> None:
    assert refusal(Money("1", "EUR").__mul__, number).where == "Money"
    assert refusal(Money("1", "EUR").__truediv__, number).where == "Money"


def test_amounts_do_not_multiply() -> None:
    with pytest.raises(TypeError):
        Money("1", "EUR") * Money("1", "EUR")  # type: ignore[operator]


@pytest.mark.parametrize("zero", [0, Decimal(0), "0", Money(0, "EUR")], ids=brief)
def test_division_by_zero_is_refused(zero: Any) -> None:
    assert refusal(Money("1", "EUR").__truediv__, zero).problem == "division by zero"


@given(money())
def test_rounding_goes_to_the_minor_unit(amount: Money) -> None:
    digits = amount.currency.digits
    exact = round(Fraction(amount.amount) * 10**digits) / Fraction(10**digits)
    found = amount.round_to_currency()
    assert Fraction(found.amount) == exact
    assert found.round_to_currency() == found


@pytest.mark.parametrize(
    "operation",
    [
        lambda amount: amount.round_to_currency(),
        lambda amount: amount + amount,
        lambda amount: amount - -amount,
        lambda amount: amount * 2,
        lambda amount: amount / Decimal("0.5"),
    ],
    ids=["round", "add", "subtract", "multiply", "divide"],
)
def test_no_result_outgrows_what_an_amount_may_be(operation: Callable[[Money], Money]) -> None:
    refusal(operation, Money("9" * 30 + ".999", "EUR"))


# Division without loss


@given(money(), st.integers(1, 50))
def test_a_split_loses_nothing_and_is_fair(amount: Money, parts: int) -> None:
    found = amount.split(parts)
    assert len(found) == parts
    assert sum(found) == amount
    digit = max(amount.currency.digits, -int(amount.amount.as_tuple().exponent))
    sizes = {abs(Fraction(part.amount)) for part in found}
    assert max(sizes) - min(sizes) <= Fraction(1, 10**digit)
    assert list(found) == sorted(found, key=abs, reverse=True)


@given(money(), st.lists(st.integers(0, 100) | decimals(least=0), min_size=1, max_size=10).filter(any))
def test_an_allocation_loses_nothing_and_is_fair(amount: Money, weights: list[int | Decimal]) -> None:
    found = amount.allocate(weights)
    assert sum(found) == amount
    total = sum(map(Fraction, weights))
    digit = Fraction(1, 10 ** max(amount.currency.digits, -int(amount.amount.as_tuple().exponent)))
    for part, weight in zip(found, weights, strict=True):
        assert abs(Fraction(part.amount) - Fraction(amount.amount) * Fraction(weight) / total) < digit


@pytest.mark.parametrize(
    ("amount", "weights", "parts"),
    [
        ("0.05", [70, 30], ["0.04", "0.01"]),
        ("-0.05", [70, 30], ["-0.04", "-0.01"]),
        ("0.01", [1, 1], ["0.01", "0"]),
        ("0.001", [1, 1], ["0.001", "0"]),
        ("100", ["0.5", "0.5"], ["50", "50"]),
        ("0", [1, 2], ["0", "0"]),
        ("10", [0, 1, 0], ["0", "10", "0"]),
        ("1", [Decimal("1E50"), Decimal("1E-50")], ["1", "0"]),
    ],
    ids=brief,
)
def test_what_is_left_over_goes_to_the_largest_remainders(amount: str, weights: list[Any], parts: list[str]) -> None:
    assert [str(part) for part in Money(amount, "EUR").allocate(weights)] == [f"EUR {part}" for part in parts]


def test_yen_have_no_cents_to_split() -> None:
    assert Money("100", "JPY").split(3) == (Money("34", "JPY"), Money("33", "JPY"), Money("33", "JPY"))


@pytest.mark.parametrize("parts", [0, -1, True, 1.5, "2", None, 1_000_001, 10**30], ids=brief)
def test_a_split_needs_a_number_of_parts(parts: Any) -> None:
    assert refusal(Money("1", "EUR").split, parts).where == "Money.split"


@pytest.mark.parametrize("weights", [[], [0], [1, -1], "12", 5, None, [1.5], [True], [None], ["x"]], ids=brief)
def test_an_allocation_needs_weights(weights: Any) -> None:
    assert refusal(Money("1", "EUR").allocate, weights).where == "Money.allocate"


@pytest.mark.parametrize("code", CURRENCIES)
def test_a_million_splits_in_every_currency(code: str) -> None:
    assert sum(Money("1000000.01", code).split(7)) == Money("1000000.01", code)


def test_errors_are_value_errors() -> None:
    with pytest.raises(ValueError, match="Money"):
        Money("x", "EUR")
    assert issubclass(WrongTypeError, TypeError)
    assert issubclass(InvalidValueError, ValueError)
