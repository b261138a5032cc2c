"""The code lists agree with pycountry and babel, wherever those follow ISO; each difference is named here."""

import re
from collections.abc import Mapping

import pycountry
import pytest
from babel import Locale
from babel.core import get_global

from ukraine_support._iso import COUNTRIES, CURRENCIES, FORMER_COUNTRIES, WITHDRAWN_CURRENCIES

ENGLISH = Locale("en")
TERRITORIES = {str(code): name for code, name in ENGLISH.territories.items()}
MONEYS = {str(code) for code in ENGLISH.currencies}
NOT_ASSIGNED_BY_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
NAMED_OTHERWISE_THAN_CLDR = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Côte d'Ivoire",
    "CV": "Cabo Verde",
    "GS": "South Georgia and the South Sandwich Islands",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
    "UM": "United States Minor Outlying Islands",
    "VC": "Saint Vincent and the Grenadines",
    "VI": "United States Virgin Islands",
}

NAMED_OTHERWISE_THAN_SOME_CLDR = {
    "HM": "Heard Island and McDonald Islands",
    "SH": "Saint Helena",
    "TF": "French Southern Territories",
}
"""By one of babel 2.16 to 2.19, and not by another."""

METALS = {"XAG", "XAU", "XPD", "XPT"}
BOND_MARKET_UNITS = {"XBA", "XBB", "XBC", "XBD"}
FUNDS_AND_INDEXED_UNITS = {"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"}
UNITS_OF_ACCOUNT = {"XAD", "XSU", "XUA"}
NO_CURRENCY = {"XTS", "XXX"}
WITHDRAWN_FUNDS = {"CHC", "ECV", "USS", "XFO", "XFU", "XRE"}
NOT_MONEY = METALS | BOND_MARKET_UNITS | FUNDS_AND_INDEXED_UNITS | UNITS_OF_ACCOUNT | NO_CURRENCY | WITHDRAWN_FUNDS

WITHDRAWN_AND_UNKNOWN_TO_CLDR = {
    "ARY",
    "AYM",
    "BGJ",
    "BGK",
    "CSJ",
    "GHP",
    "GNE",
    "LAJ",
    "LSM",
    "MVQ",
    "PEH",
    "ROK",
    "UGW",
    "UYN",
    "VNC",
    "ZWC",
    "ZWN",
}
IN_CLDR_BUT_NEVER_IN_ISO_4217 = {
    "ARL",
    "ARM",
    "BAN",
    "BGM",
    "BGO",
    "BOL",
    "BRZ",
    "CLE",
    "CNH",
    "KRH",
    "KRO",
    "MCF",
    "MDC",
    "MKN",
    "MVP",
    "VNN",
    "YUR",
}
NEWER_THAN_THE_FIRST_BABEL = {"ZWG"}
"""Not yet in babel 2.16, the lowest version that will do."""
IN_CLDR_BUT_NO_LONGER_IN_ISO_LIST_THREE = {"MAF"}
IN_SOME_CLDR_BUT_NO_LONGER_IN_ISO_LIST_THREE = {"CNX"}
"""In babel 2.16 to 2.18, and not in 2.19."""
DIGITS_OF_ISO_THAT_CLDR_CHANGES = {
    "AFN",
    "ALL",
    "IQD",
    "IRR",
    "KPW",
    "LAK",
    "LBP",
    "MGA",
    "MMK",
    "SOS",
    "SYP",
    "YER",
}
DIGITS_OF_ISO_THAT_SOME_CLDR_CHANGES = {"COP", "HUF", "IDR", "RSD"}
"""By one of babel 2.16 to 2.19, and not by another."""


def test_the_countries_are_those_of_pycountry_and_kosovo() -> None:
    expected = {(country.alpha_2, country.alpha_3, country.numeric) for country in pycountry.countries}
    assert len(COUNTRIES) == 250
    assert {(alpha2, alpha3, number) for alpha2, (alpha3, number, _) in COUNTRIES.items()} == {
        *expected,
        ("XK", "XKX", ""),
    }


def test_the_countries_are_the_territories_of_babel_less_those_that_iso_does_not_assign() -> None:
    territories = {code for code in TERRITORIES if len(code) == 2 and code.isalpha()}
    assert territories - set(COUNTRIES) == NOT_ASSIGNED_BY_ISO
    assert set(COUNTRIES) <= territories


def test_country_names_are_cldrs_spelt_out_with_each_exception_named() -> None:
    ours = {code: name for code, (_, _, name) in COUNTRIES.items()}
    cldrs = {code: TERRITORIES[code].replace(" & ", " and ").replace("St. ", "Saint ") for code in COUNTRIES}
    differing = {code: name for code, name in ours.items() if name != cldrs[code]}
    always = {code: name for code, name in differing.items() if code not in NAMED_OTHERWISE_THAN_SOME_CLDR}
    assert always == NAMED_OTHERWISE_THAN_CLDR
    assert differing.items() <= (NAMED_OTHERWISE_THAN_CLDR | NAMED_OTHERWISE_THAN_SOME_CLDR).items()


@pytest.mark.parametrize("column", [0, 1, 2], ids=["alpha-3", "numeric", "name"])
def test_no_two_countries_share_a_code_or_a_name(column: int) -> None:
    values = [row[column] for row in COUNTRIES.values()]
    assert len(set(values)) == len(values)


def test_codes_have_their_standards_form() -> None:
    assert all(re.fullmatch("[A-Z]{2}", code) for code in COUNTRIES)
    assert all(re.fullmatch("[A-Z]{3}", alpha3) for alpha3, _, _ in COUNTRIES.values())
    assert all(re.fullmatch("[0-9]{3}", number) for code, (_, number, _) in COUNTRIES.items() if code != "XK")
    assert all(re.fullmatch("[A-Z]{4}", code) for code in FORMER_COUNTRIES)
    assert all(re.fullmatch("[A-Z]{3}", code) for code in CURRENCIES)


def test_the_former_countries_are_those_of_pycountry_with_their_day_of_withdrawal() -> None:
    expected = {country.alpha_4: country.withdrawal_date for country in pycountry.historic_countries}
    assert {code: withdrawn for code, (_, withdrawn) in FORMER_COUNTRIES.items()} == expected
    assert not set(FORMER_COUNTRIES) & set(COUNTRIES)


@pytest.mark.parametrize(
    ("code", "name", "withdrawn"),
    [
        ("SUHH", "Soviet Union", "1992-08-30"),
        ("CSHH", "Czechoslovakia", "1993-06-15"),
        ("YUCS", "Yugoslavia", "2003-07-23"),
        ("CSXX", "Serbia and Montenegro", "2006-09-26"),
        ("DDDE", "East Germany", "1990-10-30"),
        ("HVBF", "Upper Volta", "1984"),
    ],
)
def test_former_countries_have_the_names_people_know(code: str, name: str, withdrawn: str) -> None:
    assert FORMER_COUNTRIES[code] == (name, withdrawn)


def test_the_current_currencies_are_those_of_pycountry_that_are_money() -> None:
    listed = {currency.alpha_3 for currency in pycountry.currencies}
    assert set(CURRENCIES) - WITHDRAWN_CURRENCIES == listed - NOT_MONEY


def test_every_currency_of_babel_is_here_or_named_as_no_money() -> None:
    missing = MONEYS - set(CURRENCIES) - IN_SOME_CLDR_BUT_NO_LONGER_IN_ISO_LIST_THREE
    assert missing == (NOT_MONEY & MONEYS) | IN_CLDR_BUT_NEVER_IN_ISO_4217 | IN_CLDR_BUT_NO_LONGER_IN_ISO_LIST_THREE
    assert set(CURRENCIES) - MONEYS - NEWER_THAN_THE_FIRST_BABEL == WITHDRAWN_AND_UNKNOWN_TO_CLDR


@pytest.mark.parametrize("code", sorted(NOT_MONEY))
def test_what_is_no_money_is_no_currency(code: str) -> None:
    assert code not in CURRENCIES


def test_the_unit_of_the_international_monetary_fund_is_a_currency() -> None:
    assert CURRENCIES["XDR"] == ("Special Drawing Rights", 2)


@pytest.mark.parametrize("code", ["ANG", "BGN", "CUC", "DEM", "FRF", "HRK", "LTL", "SLL", "SUR", "UAK", "XEU", "ZWL"])
def test_money_that_has_gone_is_known_and_marked_as_withdrawn(code: str) -> None:
    assert code in CURRENCIES
    assert code in WITHDRAWN_CURRENCIES


@pytest.mark.parametrize("code", ["CZK", "EUR", "GBP", "SLE", "UAH", "USD", "VED", "XCG", "ZWG"])
def test_money_in_use_is_not_withdrawn(code: str) -> None:
    assert code in CURRENCIES
    assert code not in WITHDRAWN_CURRENCIES


def test_digits_are_cldrs_where_iso_does_not_say_otherwise() -> None:
    fractions = get_global("currency_fractions")
    cldrs = {code: fractions.get(code, fractions["DEFAULT"])[0] for code in CURRENCIES}
    differing = {code for code, (_, digits) in CURRENCIES.items() if digits != cldrs[code]}
    assert differing - DIGITS_OF_ISO_THAT_SOME_CLDR_CHANGES == DIGITS_OF_ISO_THAT_CLDR_CHANGES


@pytest.mark.parametrize(
    ("digits", "codes"),
    [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
    ],
)
def test_digits_of_current_currencies_are_isos(digits: int, codes: str) -> None:
    current = {code for code, (_, places) in CURRENCIES.items() if places == digits} - WITHDRAWN_CURRENCIES
    assert current == set(codes.split())


def test_no_two_currencies_share_a_name() -> None:
    names = [name for name, _ in CURRENCIES.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("table", [COUNTRIES, FORMER_COUNTRIES, CURRENCIES])
def test_the_lists_cannot_be_changed(table: Mapping[str, object]) -> None:
    with pytest.raises(TypeError):
        table["NL"] = ()  # type: ignore[index]
