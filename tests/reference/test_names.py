"""Who is meant by a name: usual, former and foreign ones, and never a guess."""

import csv
import pickle
from pathlib import Path
from typing import Any

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from ukraine_support import (
    AmbiguousNameError,
    Country,
    FormerCountry,
    InvalidValueError,
    Organisation,
    Party,
    UnknownNameError,
    UnnamedParty,
    WrongTypeError,
)
from ukraine_support._iso import COUNTRIES, FORMER_COUNTRIES
from ukraine_support.reference import (
    COUNCIL_OF_THE_EU,
    EU,
    EUROPEAN_COMMISSION,
    EUROPEAN_INVESTMENT_BANK,
    EUROPEAN_PEACE_FACILITY,
    G7,
    NATO,
    ORGANISATIONS,
    UN,
    find_party,
    named_part,
)

TWO_STATES = {"Burma", "East Timor"}
"""Names of a former country that a country of today still goes by, and which mean that one."""

NAMED: dict[str, Party] = {
    "Czech Republic": Country("CZ"),
    "Czechia": Country("CZ"),
    "СZECH REPUBLIC": Country("CZ"),
    "Turkey": Country("TR"),
    "Turkiye": Country("TR"),
    "Türkiye": Country("TR"),
    "\u00a0 United\u00a0 States ": Country("US"),
    "USA": Country("US"),
    "U.K.": Country("GB"),
    "The Netherlands": Country("NL"),
    "Bahamas, The": Country("BS"),
    "Bosnia-Herzegovina": Country("BA"),
    "Cote d’Ivoire": Country("CI"),
    "St. Kitts & Nevis": Country("KN"),
    "South Korea": Country("KR"),
    "Viet Nam": Country("VN"),
    "Luxemburg": Country("LU"),
    "Kosovo": Country("XK"),
    "Soviet Union": FormerCountry("SUHH"),
    "USSR": FormerCountry("SUHH"),
    "East Germany (GDR)": FormerCountry("DDDE"),
    "Zaire": FormerCountry("ZRCD"),
    "Yemen Arab Republic (North Yemen)": Organisation(id="North Yemen", name="North Yemen"),
    "South Vietnam": Organisation(id="South Viet Nam", name="South Viet Nam"),
    "EU (Commission and Council)": EU,
    "EU institutions": EU,
    "european union": EU,
    "European Commission": EUROPEAN_COMMISSION,
    "EU Council": COUNCIL_OF_THE_EU,
    "European Peace Facility": EUROPEAN_PEACE_FACILITY,
    "European Investment Bank": EUROPEAN_INVESTMENT_BANK,
    "EIB": EUROPEAN_INVESTMENT_BANK,
    "Burma": Country("MM"),
    "Former Burma": FormerCountry("BUMM"),
    "East Timor": Country("TL"),
    "Swaziland": Country("SZ"),
    "Kingdom of Eswatini": Country("SZ"),
    "Cape Verde": Country("CV"),
    "Ivory Coast": Country("CI"),
    "Cote dIvoire": Country("CI"),
    "Macedonia": Country("MK"),
    "Macedonia, FYR": Country("MK"),
    "Holland": Country("NL"),
    "Kingdom of the Netherlands": Country("NL"),
    "Great Britain": Country("GB"),
    "U. S.": Country("US"),
    "the U.S.A.": Country("US"),
    "UK": Country("GB"),
    "U.A.E.": Country("AE"),
    "P. R. China": Country("CN"),
    "Peoples Republic of China": Country("CN"),
    "Republic of China": Country("TW"),
    "Republic of Congo": Country("CG"),
    "DR Congo": Country("CD"),
    "Congo (Kinshasa)": Country("CD"),
    "Congo (Brazzaville)": Country("CG"),
    "Kosovo*": Country("XK"),
    "Kosovo (under UNSC 1244)": Country("XK"),
    "Northern Cyprus": Organisation(id="Northern Cyprus", name="Northern Cyprus"),
    "Germany, East": FormerCountry("DDDE"),
    "Yemen (South)": FormerCountry("YDYE"),
    "Yugoslavia (former)": FormerCountry("YUCS"),
    "former USSR": FormerCountry("SUHH"),
    "DE": Country("DE"),
    "DEU": Country("DE"),
    " XKX ": Country("XK"),
    "EL": Country("GR"),
    "SUHH": FormerCountry("SUHH"),
    "Myanmar/Burma": Country("MM"),
    "Czech Republic (Czechia)": Country("CZ"),
    "Germany (DE)": Country("DE"),
    "Korea (ROK)": Country("KR"),
    "UNICEF": ORGANISATIONS["UNICEF"],
    "World Health Organization (WHO)": ORGANISATIONS["WHO"],
    "World Health Organisation": ORGANISATIONS["WHO"],
    "IMF": ORGANISATIONS["IMF"],
    "EBRD": ORGANISATIONS["EBRD"],
    "KfW": ORGANISATIONS["KfW"],
    "The World Bank": ORGANISATIONS["World Bank"],
    "World Food Program": ORGANISATIONS["WFP"],
    "UN Refugee Agency": ORGANISATIONS["UNHCR"],
    "UN OCHA": ORGANISATIONS["OCHA"],
    "ICRC": ORGANISATIONS["ICRC"],
    "UCPM": ORGANISATIONS["Union Civil Protection Mechanism"],
    "UCPM rescEU": ORGANISATIONS["Union Civil Protection Mechanism"],
    "European Civil Protection Mechanism": ORGANISATIONS["Union Civil Protection Mechanism"],
    "Organisation for Security & Cooperation in Europe": ORGANISATIONS["OSCE"],
    "NATO**": NATO,
    "G-7": G7,
    "United Nations**": UN,
    "African Union**": Organisation(id="African Union", name="African Union"),
    "Houthi rebels (Yemen)*": Organisation(id="Houthi rebels (Yemen)", name="Houthi rebels (Yemen)"),
    "unknown supplier(s)": UnnamedParty(description="unknown supplier(s)"),
    "unknown rebel group*": UnnamedParty(description="unknown rebel group"),
}


@pytest.mark.parametrize(("name", "party"), NAMED.items())
def test_name_means_a_party(name: str, party: Party) -> None:
    assert find_party(name) == party


WORLD_BANK: dict[str, str] = {
    "Bahamas, The": "BS",
    "Brunei Darussalam": "BN",
    "Congo, Dem. Rep.": "CD",
    "Congo, Rep.": "CG",
    "Cote d'Ivoire": "CI",
    "Curacao": "CW",
    "Egypt, Arab Rep.": "EG",
    "Gambia, The": "GM",
    "Hong Kong SAR, China": "HK",
    "Iran, Islamic Rep.": "IR",
    "Korea, Dem. People's Rep.": "KP",
    "Korea, Dem. Rep.": "KP",
    "Korea, Rep.": "KR",
    "Kyrgyz Republic": "KG",
    "Lao PDR": "LA",
    "Macao SAR, China": "MO",
    "Micronesia, Fed. Sts.": "FM",
    "Puerto Rico (US)": "PR",
    "Russian Federation": "RU",
    "Sint Maarten (Dutch part)": "SX",
    "Slovak Republic": "SK",
    "Somalia, Fed. Rep.": "SO",
    "St. Kitts and Nevis": "KN",
    "St. Martin (French part)": "MF",
    "St. Vincent and the Grenadines": "VC",
    "Syrian Arab Republic": "SY",
    "Taiwan, China": "TW",
    "Turkiye": "TR",
    "Venezuela, RB": "VE",
    "Viet Nam": "VN",
    "Virgin Islands (U.S.)": "VI",
    "West Bank and Gaza": "PS",
    "Yemen, Rep.": "YE",
}
"""The names of the World Bank's tables that are not plainly the usual ones."""

STANDARD: dict[str, str] = {
    "Bolivia (Plurinational State of)": "BO",
    "Bonaire, Sint Eustatius and Saba": "BQ",
    "Congo (the Democratic Republic of the)": "CD",
    "Falkland Islands (the) [Malvinas]": "FK",
    "Iran (Islamic Republic of)": "IR",
    "Korea (the Democratic People's Republic of)": "KP",
    "Korea (the Republic of)": "KR",
    "Lao People's Democratic Republic (the)": "LA",
    "Micronesia (Federated States of)": "FM",
    "Moldova (the Republic of)": "MD",
    "Netherlands (Kingdom of the)": "NL",
    "Netherlands (the)": "NL",
    "Niger (the)": "NE",
    "Palestine, State of": "PS",
    "Taiwan (Province of China)": "TW",
    "Tanzania, the United Republic of": "TZ",
    "United Kingdom of Great Britain and Northern Ireland (the)": "GB",
    "United States of America (the)": "US",
    "Venezuela (Bolivarian Republic of)": "VE",
    "Virgin Islands (British)": "VG",
    "Virgin Islands (U.S.)": "VI",
}
"""Names of ISO 3166-1 as the standard itself writes them; pycountry turns some round otherwise."""

OTHERS: dict[str, str] = {
    # the United Nations
    "China, Hong Kong Special Administrative Region": "HK",
    "China, Macao SAR": "MO",
    "Dem. People's Republic of Korea": "KP",
    "Falkland Islands (Malvinas)": "FK",
    "The former Yugoslav Republic of Macedonia": "MK",
    "Wallis and Futuna Islands": "WF",
    # the International Monetary Fund
    "Afghanistan, Islamic Rep. of": "AF",
    "China, P.R.: Hong Kong": "HK",
    "China, P.R.: Mainland": "CN",
    "Croatia, Rep. of": "HR",
    "Czech Rep.": "CZ",
    "Eritrea, The State of": "ER",
    "Ethiopia, The Federal Dem. Rep. of": "ET",
    "Lao People's Dem. Rep.": "LA",
    "Lesotho, Kingdom of": "LS",
    "Macedonia, former Yugoslav Republic of": "MK",
    "Marshall Islands, Rep. of the": "MH",
    "Moldova, Rep. of": "MD",
    "São Tomé and Príncipe, Dem. Rep. of": "ST",
    "Tanzania, United Rep. of": "TZ",
    "Timor-Leste, Dem. Rep. of": "TL",
    "Venezuela, República Bolivariana de": "VE",
    # Natural Earth, the CIA, Eurostat, the OECD, FIFA
    "Bosnia and Herz.": "BA",
    "Dem. Rep. Congo": "CD",
    "Eq. Guinea": "GQ",
    "Solomon Is.": "SB",
    "S. Sudan": "SS",
    "N. Korea": "KP",
    "U.S. Virgin Is.": "VI",
    "Congo, Democratic Republic of the": "CD",
    "Falkland Islands (Islas Malvinas)": "FK",
    "Holy See (Vatican City)": "VA",
    "Korea, South": "KR",
    "Turkey (Turkiye)": "TR",
    "Kosovo (under United Nations Security Council Resolution 1244/99)": "XK",
    "China (People's Republic of)": "CN",
    "West Bank and Gaza Strip": "PS",
    "IR Iran": "IR",
    "Korea Republic": "KR",
    "West Germany": "DE",
}


@pytest.mark.parametrize(("name", "code"), (WORLD_BANK | STANDARD | OTHERS).items())
def test_names_of_other_peoples_tables_are_known(name: str, code: str) -> None:
    assert find_party(name) == Country(code)


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_2)
def test_every_name_of_the_standard_is_known(country: Any) -> None:
    names = {getattr(country, name, country.name) for name in ("name", "official_name", "common_name")}
    ambiguous = {"Congo"}
    assert {find_party(name) for name in names - ambiguous} == {Country(country.alpha_2)}


@pytest.mark.parametrize("country", list(pycountry.historic_countries), ids=lambda country: country.alpha_4)
def test_every_name_of_a_former_country_in_the_standard_is_known(country: Any) -> None:
    of_today = {"East Timor": Country("TL")}
    assert find_party(country.name) == of_today.get(country.name, FormerCountry(country.alpha_4))


@pytest.mark.parametrize("part", ["England", "Scotland", "Wales", "Northern Ireland", "Ireland, Northern", "england "])
def test_a_part_of_the_united_kingdom_gives_it_and_is_told(part: str) -> None:
    assert find_party(part) == Country("GB")
    told = named_part(part)
    assert told is not None
    assert set(told.casefold().split()) == set(part.casefold().replace(",", "").split())


@pytest.mark.parametrize("name", ["United Kingdom", "Great Britain", "GB", "Freedonia", ""])
def test_nothing_else_is_a_part(name: str) -> None:
    assert named_part(name) is None


def test_the_name_of_a_part_is_text() -> None:
    with pytest.raises(WrongTypeError, match="named_part"):
        named_part(5)  # type: ignore[arg-type]


def test_no_name_in_capitals_is_another_countrys_code() -> None:
    codes = {code: country.alpha_2 for country in pycountry.countries for code in (country.alpha_2, country.alpha_3)}
    assert {code: find_party(code) for code in codes} == {code: Country(alpha2) for code, alpha2 in codes.items()}


@pytest.mark.parametrize(("code", "meant"), [("UK", "GB"), ("EL", "GR")])
def test_a_code_of_the_union_is_refused_with_the_one_of_the_standard(code: str, meant: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"'{code}'.*did you mean '{meant}'"):
        Country(code)


@pytest.mark.parametrize("separator", [",", "(", "/", " (", ", ", ".", ". ", "'"])
def test_many_separators_take_no_long_time(separator: str) -> None:
    with pytest.raises(UnknownNameError):
        find_party(f"a{separator}" * 100_000)


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_country_goes_by_its_english_name(code: str) -> None:
    assert find_party(Country(code).english_name) == Country(code)


@pytest.mark.parametrize("code", [code for code, (name, _) in FORMER_COUNTRIES.items() if name not in TWO_STATES])
def test_every_former_country_goes_by_its_english_name(code: str) -> None:
    assert find_party(FormerCountry(code).english_name) == FormerCountry(code)


@pytest.mark.parametrize("id", ORGANISATIONS)
def test_every_organisation_goes_by_its_id_and_its_name(id: str) -> None:
    assert find_party(id) == find_party(ORGANISATIONS[id].english_name) == ORGANISATIONS[id]


@pytest.mark.parametrize(
    ("name", "could_be"),
    [
        ("Korea", ("KP", "KR")),
        ("Congo", ("CD", "CG")),
        ("Virgin Islands", ("VG", "VI")),
        ("Congo (the)", ("CD", "CG")),
        ("Channel Islands", ("GG", "JE")),
        ("Red Cross", ("ICRC", "IFRC", "Ukrainian Red Cross Society")),
    ],
)
def test_ambiguous_name_is_refused_with_what_it_could_be(name: str, could_be: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousNameError) as raised:
        find_party(name)
    assert tuple(map(str, raised.value.candidates)) == could_be
    assert isinstance(raised.value, ValueError)
    assert all(code in str(raised.value) for code in could_be)
    again = pickle.loads(pickle.dumps(raised.value))
    assert (again.name, again.candidates) == (name, raised.value.candidates)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Czechya", ("Czechia",)),
        ("de", ("DE",)),
        ("deu", ("DEU",)),
        ("Freedonia", ()),
        ("UNDP/FAO", ()),
        ("Germany, France", ()),
        ("528", ()),
        ("", ()),
        ("*", ()),
        (",", ()),
        ("()", ()),
        ("the", ()),
        ("Німеччина", ()),
    ],
)
def test_unknown_name_is_refused_with_names_near_it(name: str, near: tuple[str, ...]) -> None:
    with pytest.raises(UnknownNameError) as raised:
        find_party(name)
    assert raised.value.near[: len(near)] == near
    assert isinstance(raised.value, KeyError)
    assert repr(name) in str(raised.value)
    again = pickle.loads(pickle.dumps(raised.value))
    assert (again.name, again.near) == (name, raised.value.near)


def test_message_for_an_endless_name_is_short() -> None:
    with pytest.raises(UnknownNameError) as raised:
        find_party("x" * 1_000_000)
    assert len(str(raised.value)) < 300


@pytest.mark.parametrize(
    ("name", "language", "party"),
    [
        ("Німеччина", "uk", Country("DE")),
        ("німеччина", "uk", Country("DE")),
        ("Deutschland", "de", Country("DE")),
        ("Česko", "cs", Country("CZ")),
        ("Європейський Союз", "uk", EU),
        ("Nações Unidas", "pt-BR", UN),
        ("Ukraine", "uk", Country("UA")),
    ],
)
def test_further_languages_are_looked_in_on_request(name: str, language: str, party: Party) -> None:
    assert find_party(name, languages=[language]) == party
    assert find_party(name, languages=language) == party


def test_languages_are_looked_in_in_order() -> None:
    assert find_party("Allemagne", languages=["uk", "fr"]) == Country("DE")
    with pytest.raises(UnknownNameError):
        find_party("Allemagne", languages=["uk"])


@pytest.mark.parametrize("language", ["zz", "", "not a language", "../../etc"])
def test_unknown_language_is_refused(language: str) -> None:
    with pytest.raises(InvalidValueError, match="is no language known here"):
        find_party("Allemagne", languages=[language])


def test_a_name_and_a_language_are_text() -> None:
    with pytest.raises(WrongTypeError, match="find_party"):
        find_party(5)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match="language"):
        find_party("Allemagne", languages=[5])  # type: ignore[list-item]


def test_marked_name_that_can_be_no_id_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="is no name"):
        find_party("x" * 300 + "*")


@tried(40)
@given(st.text())
def test_any_text_is_a_party_or_a_refusal_of_ours(text: str) -> None:
    try:
        found = find_party(text)
    except (UnknownNameError, AmbiguousNameError, InvalidValueError):
        return
    assert isinstance(found, Party)


@given(st.sampled_from(sorted(COUNTRIES)), st.sampled_from([str.upper, str.lower, str.title, "  {}\t".format]))
def test_case_and_blanks_make_no_difference(code: str, change: object) -> None:
    assert callable(change)
    assert find_party(change(Country(code).english_name)) == Country(code)


def test_every_supplier_in_the_register_resolves(shared_data: Path) -> None:
    with (shared_data / "sipri" / "ukraine-2022-plus.csv").open(encoding="utf-8", newline="") as file:
        names = {row[1] for row in list(csv.reader(file))[1:]}
    unnamed = {name for name in names if isinstance(find_party(name), UnnamedParty)}
    assert unnamed == {"unknown supplier(s)"}
