"""Values in words: every digit, the right plural, dates and estimates as each language has them."""

import re
from datetime import date
from decimal import Decimal, localcontext
from typing import Any

import pytest
from babel import localedata
from babel.numbers import format_currency, format_decimal, format_percent, get_group_symbol
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    UNKNOWN,
    Calibre,
    Condition,
    Country,
    Currency,
    Estimate,
    Extras,
    InvalidValueError,
    Length,
    Mass,
    Money,
    Period,
    PersonnelRole,
    Records,
    Source,
    Stage,
    Stance,
    Text,
    Unit,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support._cldr import money_notation, number_notation, percent_notation
from ukraine_support._model.base.vocabulary import Vocabulary
from ukraine_support._words.estimates import quantity, share
from ukraine_support._words.language import language
from ukraine_support.display import LANGUAGES, describe
from ukraine_support.testing import values
from ukraine_support.testing._numbers import decimals, money

LOCALES = [
    tag.replace("_", "-") for tag in localedata.locale_identifiers() if get_group_symbol(tag) != "'"
]  # babel takes two of these signs for quotation marks, and drops them


def spaced(text: str) -> str:
    """The text with ordinary blanks."""
    return " ".join(text.split())


# Numbers


@given(money(), st.sampled_from(LOCALES))
def test_money_is_written_as_babel_writes_it_in_full_but_a_code_stands_apart(amount: Money, locale: str) -> None:
    with localcontext(prec=60):
        expected = format_currency(
            amount.amount, amount.currency.code, locale=locale.replace("-", "_"), decimal_quantization=False
        )
    if locale.startswith("uk"):  # where babel has the code
        expected = expected.replace("EUR", "€")
    with localcontext(prec=3):
        told = money_notation(amount.currency.code, locale).write(amount.amount)
    assert told == re.sub(r"(?<=[^\W\d_])(?=\d)", "\N{NO-BREAK SPACE}", expected)


@given(decimals(), st.sampled_from(LOCALES))
def test_numbers_and_parts_are_written_as_babel_writes_them_in_full(number: Decimal, locale: str) -> None:
    tag = locale.replace("-", "_")
    with localcontext(prec=60):
        expected = format_decimal(number, locale=tag, decimal_quantization=False)
        part = format_percent(number.scaleb(-2), locale=tag, decimal_quantization=False)
    assert number_notation(locale).write(number) == expected
    assert percent_notation(locale).write(number) == part


@pytest.mark.parametrize(
    ("amount", "locale", "expected"),
    [
        ("EUR 100000000", "de", "100.000.000,00 €"),
        ("EUR 100000000", "uk", "100 000 000,00 €"),
        ("EUR 0.123456789", "fr", "0,123 €"),
        ("EUR 0.00456789", "en", "€0.00457"),
        ("USD 371680.05000000005", "en", "$371,680.05"),
        ("EUR 33.333333333333333333", "uk", "33,33 €"),
        ("EUR -33.335000000000000001", "de", "-33,34 €"),
        ("EUR 0.995", "en", "€0.995"),
        (
            "EUR 999999999999999999999999999999.999999999999999999",
            "en",
            "€1,000,000,000,000,000,000,000,000,000,000.00",
        ),
        ("JPY 1234.5678", "en", "¥1,235"),
        ("BHD 1.23456", "en", "BHD 1.235"),
        ("EUR 0.000000000000000001", "en", "€0.000000000000000001"),
        ("EUR -1234.5", "nl", "€ -1.234,50"),
        ("USD 5", "en", "$5.00"),
        ("INR 12345678", "hi", "₹1,23,45,678.00"),
        ("JPY 100", "en", "¥100"),
    ],
)
def test_money_is_told_to_its_minor_unit_or_by_three_digits(amount: str, locale: str, expected: str) -> None:
    assert spaced(describe(Money.parse(amount), locale)) == expected


@pytest.mark.parametrize(
    ("thing", "locale", "expected"),
    [
        (Money("100000000", "EUR"), "de", "100 Mio. €"),
        (about(Money("1250000000", "EUR")), "uk", "приблизно 1,2 млрд €"),
        (500_000, "en", "500K"),
    ],
)
def test_amounts_are_compact_on_request(thing: object, locale: str, expected: str) -> None:
    with localcontext(prec=2):
        assert spaced(describe(thing, locale, compact=True)) == expected


@pytest.mark.parametrize(
    ("locale", "numbers"),
    [
        (
            "uk",
            ("1 штука, 2 штуки, 5 штук, 11 штук, 21 штука, 100 000 штук, 0,5 штуки"),
        ),
        ("cs", "1 kus, 2 kusy, 5 kusů, 11 kusů, 21 kusů, 100 000 kusů, 0,5 kusu"),
        ("pl", "1 sztuka, 2 sztuki, 5 sztuk, 11 sztuk, 21 sztuk, 100 000 sztuk, 0,5 sztuki"),
        ("fr", "1 unité, 2 unités, 5 unités, 11 unités, 21 unités, 100 000 unités, 0,5 unité"),
        ("nl", "1 stuk, 2 stuks, 5 stuks, 11 stuks, 21 stuks, 100.000 stuks, 0,5 stuks"),
        ("de", "1 Schuss, 2 Schuss, 5 Schuss, 11 Schuss, 21 Schuss, 100.000 Schuss, 0,5 Schuss"),
        ("en", "1 round, 2 rounds, 5 rounds, 11 rounds, 21 rounds, 100,000 rounds, 0.5 rounds"),
        ("es", "1 round, 2 rounds, 5 rounds, 11 rounds, 21 rounds, 100.000 rounds, 0,5 rounds"),
    ],
)
def test_counts_take_the_plural_of_their_language(locale: str, numbers: str) -> None:
    counted: list[Any] = [1, 2, 5, 11, 21, 100_000, Decimal("0.5")]
    told = ", ".join(quantity(exactly(number), Unit.ROUNDS, language(locale)) for number in counted)
    assert spaced(told) == numbers


def test_zeros_after_the_point_change_no_plural() -> None:
    assert quantity(exactly(Decimal("2.0")), Unit.TONNES, language("cs")) == "2 tuny"


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (exactly(Decimal("0.3")), "30%"),
        (exactly(Decimal("0.333333333")), "33.3%"),
        (exactly(Decimal("0.166666666666666667")), "16.7%"),
        (exactly(Decimal("0.005")), "0.5%"),
        (exactly(Decimal("0.9996")), "99.96%"),
        (exactly(Decimal("0.99999")), "99.999%"),
        (exactly(Decimal("0.999999999999999999")), "99.9999999999999999%"),
        (exactly(Decimal("1.0004")), "100.04%"),
        (exactly(Decimal("1.2345")), "123%"),
        (exactly(Decimal(1)), "100%"),
        (exactly(Decimal(0)), "0%"),
        (between(Decimal("0.166666666666666667"), Decimal("0.666666666666666667")), "between 16.7% and 66.7%"),
        (at_most(Decimal("0.33333333")), "at most 33.3%"),
        (about(Decimal("0.0000012345")), "about 0.000123%"),
        (UNKNOWN, "undisclosed"),
    ],
)
def test_shares_are_rounded_to_three_digits_and_never_to_the_whole(known: Estimate[Decimal], expected: str) -> None:
    with localcontext(prec=1):
        assert share(known, language("en")) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "16.7%"),
        ("de", "16,7 %"),
        ("fr", "16,7 %"),
        ("uk", "16,7%"),
        ("nl", "16,7%"),
        ("tr", "%16,7"),
        ("cs", "16,7 %"),
    ],
)
def test_shares_are_rounded_in_every_language(locale: str, expected: str) -> None:
    assert spaced(share(exactly(Decimal("0.166666666666666667")), language(locale))) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1.609344", "1.609344"),
        ("333333.333333333333333333", "333,333"),
        ("0.083333333333333333", "0.0833"),
        ("12.3456789", "12.3"),
        ("99.99999999", "100"),
        ("-0.0000001234567", "-0.000000123"),
    ],
)
def test_digits_that_only_a_calculation_gives_are_not_told(number: str, expected: str) -> None:
    with localcontext(prec=2):
        assert describe(Decimal(number), "en") == expected
        assert describe(about(Decimal(number)), "en") == f"about {expected}"


def test_ends_that_differ_by_less_than_is_told_are_about_the_same() -> None:
    third = Decimal("33.333333333333333333")
    assert describe(between(Money(third, "EUR"), Money("33.334", "EUR")), "en") == "about €33.33"
    assert describe(between(Money("33.33", "EUR"), Money("33.34", "EUR")), "en") == "between €33.33 and €33.34"


@pytest.mark.parametrize(
    ("thing", "locale", "expected"),
    [
        (Calibre(155), "uk", "155 мм"),
        (Calibre("7.62"), "de", "7,62 mm"),
        (Length.parse("500 km"), "uk", "500 км"),
        (Length("0.5"), "fr", "0,5 m"),
        (Mass("43.2"), "cs", "43,2 kg"),
        (Mass(2000), "pl", "2 tony"),
        (Currency("EUR"), "uk", "євро"),
        (Text({"en": "two\nlines", "uk": "слова"}), "de", "two lines"),
        (Stage.DISBURSED, "de", "geliefert"),
        (Stance.RULES_OUT, "en", "rules it out"),
        (PersonnelRole.COMBAT, "nl", "gevechtstroepen"),
        (Condition.SECOND_HAND, "fr", "d’occasion"),
        (Unit.ROUNDS, "en", "rounds"),
        (Extras({"b": "2", "a": "1"}), "en", "a: 1; b: 2"),
        (Records([Source(id="article", title="News", published="2024-02-27")]), "en", "News, 27 February 2024"),
        (Country("NL"), "pl", "Holandia"),
        (True, "en", None),
        (1.5, "en", None),
        (object(), "en", None),
    ],
)
def test_value_in_words(thing: object, locale: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(WrongTypeError):
            describe(thing, locale)
    else:
        assert spaced(describe(thing, locale)) == expected


@pytest.mark.parametrize(
    ("known", "english", "czech"),
    [
        (exactly(5), "5", "5"),
        (about(5), "about 5", "přibližně 5"),
        (at_least(5), "at least 5", "nejméně 5"),
        (at_most(5), "at most 5", "nejvýše 5"),
        (between(5, 7), "between 5 and 7", "5 – 7"),
        (about(at_least(5)), "at least about 5", "nejméně asi 5"),
        (about(at_most(5)), "at most about 5", "nejvýše asi 5"),
        (about(between(5, 7)), "between about 5 and about 7", "přibližně 5 – 7"),
        (UNKNOWN, "undisclosed", "nezveřejněno"),
    ],
)
def test_estimate_says_which_ends_are_open_or_rough(known: Estimate[int], english: str, czech: str) -> None:
    assert (describe(known, "en"), describe(known, "cs")) == (english, czech)


# Dates


@pytest.mark.parametrize(
    ("edtf", "english", "ukrainian"),
    [
        ("2024-02-26", "26 February 2024", "26 лютого 2024 р."),
        ("2024-02", "February 2024", "лютий 2024 р."),
        ("2024", "2024", "2024"),
        ("2023-21", "spring 2023", "весна 2023 р."),
        ("2023-24", "winter 2023/24", "зима 2023/24 р."),
        ("../2024-02-26", "on or before 26 February 2024", "не пізніше 26 лютого 2024 р."),
        ("../2024-02", "on or before 29 February 2024", "не пізніше 29 лютого 2024 р."),
        ("../2024-02-26~", "on or before about 26 February 2024", "орієнтовно не пізніше 26 лютого 2024 р."),
        ("2022-02-24/..", "since 24 February 2022", "з 24 лютого 2022 р."),
        ("2022-02-24~/..", "since about 24 February 2022", "приблизно з 24 лютого 2022 р."),
        ("2024-02-16/2024-02-18", "16–18 February 2024", "16–18 лютого 2024 р."),
        ("2023-11/2023-12", "November – December 2023", "листопад – грудень 2023 р."),
        ("2022/2024", "2022–2024", "2022–2024"),
        ("2024/2024", "2024", "2024"),
        ("2024-02-26/2024-02-26", "26 February 2024", "26 лютого 2024 р."),
        ("2024-02-26/2024-03-01", "26 February – 1 March 2024", "26 лютого – 1 березня 2024 р."),
        ("2023-21/2023-23", "1 March – 30 November 2023", "1 березня – 30 листопада 2023 р."),
        ("2023-12/2024", "1 December 2023 – 31 December 2024", "1 грудня 2023 – 31 грудня 2024 рр."),
        ("2023-21~", "about spring 2023", "приблизно весна 2023 р."),
        ("2023-21~/2024", "about spring 2023 to 2024", "приблизно весна 2023 р. – 2024"),
        ("2024-02-26?", "26 February 2024 (uncertain)", "26 лютого 2024 р. (непевно)"),
        ("2024-02?/2024-03", "February – March 2024 (uncertain)", "лютий – березень 2024 р. (непевно)"),
        ("2024%", "about 2024 (uncertain)", "приблизно 2024 (непевно)"),
    ],
)
def test_period_says_how_precisely_it_is_known(edtf: str, english: str, ukrainian: str) -> None:
    assert (dashed(describe(Period(edtf), "en")), dashed(describe(Period(edtf), "uk"))) == tuple(
        map(dashed, (english, ukrainian))
    )


def dashed(text: str) -> str:
    """With one sort of dash, and no blanks around it: versions of the Repository differ in these."""
    return re.sub(r"\s*[–—]\s*", "–", spaced(text))


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("fr", "1er mars 2024"),
        ("fr-CA", "1er mars 2024"),
        ("de", "1. März 2024"),
        ("en", "1 March 2024"),
        ("en-US", "March 1, 2024"),
        ("es", "1 de marzo de 2024"),
    ],
)
def test_days_are_written_as_the_locale_does(locale: str, expected: str) -> None:
    assert describe(date(2024, 3, 1), locale) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en-US", "February 1 – March 1, 2024"),
        ("fr", "1er février – 1er mars 2024"),
        ("cs", "1. února – 1. března 2024"),
        ("de-AT", "1. Februar – 1. März 2024"),
        ("ja", "2024年2月1日～3月1日"),
        ("hu", "2024. február 1. – március 1."),
    ],
)
def test_spans_of_days_have_their_months_in_full_where_the_locale_writes_them_out(locale: str, expected: str) -> None:
    assert spaced(describe(Period("2024-02-01/2024-03-01"), locale)) == expected


def test_first_day_of_a_span_within_a_month_is_an_ordinal_in_french() -> None:
    assert describe(Period("2024-02-01/2024-02-11"), "fr") == "1er–11 février 2024"


class Colour(Vocabulary):
    RED = "red"


def test_word_of_a_list_of_the_user_s_own_is_told_as_it_is() -> None:
    assert describe(Colour.RED, "uk") == "red"


# Locales


@pytest.mark.parametrize(("locale", "same"), [("uk-UA", "uk"), ("uk_UA", "uk"), ("de-AT", "de"), ("zh-Hant-TW", "en")])
def test_words_are_those_of_the_language_whatever_the_country(locale: str, same: str) -> None:
    assert describe(Stage.PLEDGED, locale) == describe(Stage.PLEDGED, same)


@pytest.mark.parametrize("locale", ["xx", "", "Ukrainian", "uk-XX-yy-zz", "x" * 10_000, "../en"])
def test_locale_that_is_none_is_refused(locale: str) -> None:
    with pytest.raises(InvalidValueError, match="no language known here"):
        describe(1, locale)


@pytest.mark.parametrize(("locale", "name"), [(5, "int"), ([], "list"), ({}, "dict"), (None, "NoneType")])
def test_locale_is_a_tag(locale: Any, name: str) -> None:
    with pytest.raises(WrongTypeError, match=f"is a {name}; pass a tag"):
        describe(1, locale)


@given(values(), st.sampled_from([*LANGUAGES, "es", "ar", "hi"]), st.booleans())
def test_every_value_can_be_told_in_one_line(thing: object, locale: str, compact: bool) -> None:
    told = describe(thing, locale, compact=compact)
    assert isinstance(told, str)
    assert "{" not in told or "{" in repr(thing)
    assert "None" not in told or "None" in repr(thing)


@given(values(Currency))
def test_currency_has_a_name(currency: Currency) -> None:
    assert describe(currency, "pl")
