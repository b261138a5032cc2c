"""Who is meant by a name: usual, former and foreign ones, and never a guess."""

import csv
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
)

TWO_STATES = {"Burma", "East Timor"}
"""Names of a former country that its successor still goes by."""

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
        ("Burma", ("BUMM", "MM")),
        ("East Timor", ("TL", "TPTL")),
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
    ("name", "near"), [("Czechya", ("Czechia",)), ("Freedonia", ()), ("", ()), ("*", ()), ("Німеччина", ())]
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
