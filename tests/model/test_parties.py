"""Countries by any code that ISO assigns, organisations, unnamed parties; who belongs to what, and when."""

import pickle
from datetime import date, timedelta
from typing import Any, ClassVar

import attrs
import pytest
from babel import Locale
from hypothesis import given

from refusals import HOSTILE, brief, refusal
from ukraine_support import (
    Country,
    FormerCountry,
    Membership,
    Occasion,
    Organisation,
    Party,
    Speaker,
    Text,
    UnnamedParty,
    WrongTypeError,
)
from ukraine_support._iso import COUNTRIES
from ukraine_support.testing import values
from ukraine_support.testing._words import days

EU = Organisation(id="EU", name="European Union")


@given(values(Country))
def test_a_country_is_read_from_what_it_writes(country: Country) -> None:
    assert Country.parse(str(country)) == country == eval(repr(country))
    assert Country(country.alpha3) == country
    assert hash(Country(country.alpha3)) == hash(country)
    assert country.numeric is None or Country(country.numeric) == country


def test_a_country_has_three_codes_and_a_name() -> None:
    netherlands = Country("528")
    assert (netherlands.alpha2, netherlands.alpha3, netherlands.numeric) == ("NL", "NLD", "528")
    assert (netherlands.english_name, str(netherlands)) == ("Netherlands", "NL")
    assert len({Country("NL"), Country("NLD"), Country("528")}) == 1


def test_kosovo_has_no_number() -> None:
    assert (Country("XK"), Country("XK").numeric) == (Country("XKX"), None)


def test_what_babel_lists_and_iso_does_not_assign_is_no_country() -> None:
    listed = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()}
    unassigned = sorted(listed - set(COUNTRIES))
    assert len(unassigned) >= 14
    for code in unassigned:
        assert refusal(Country, code).where == "Country"


@pytest.mark.parametrize(
    "code",
    [
        *(
            "EU",
            "UN",
            "XX",
            "ZZ",
            "nl",
            "Nl",
            "NL ",
            "",
            "N",
            "NLDX",
            "EUR",
            "000",
            "52",
            "5280",
            "Netherlands",
            "SUHH",
        ),
        "\uff2e\uff2c",
    ],
    ids=brief,
)
def test_a_code_that_is_not_assigned_is_refused(code: str) -> None:
    assert refusal(Country, code).problem == f"{code!r} is no country of ISO 3166-1"
    refusal(Country.parse, code)


def test_a_code_in_small_letters_is_recognised() -> None:
    assert refusal(Country, "nl").accepted.endswith("did you mean 'NL'?")


@pytest.mark.parametrize("code", [528, None, b"NL", Country("NL"), ["NL"]], ids=brief)
def test_a_code_is_text(code: Any) -> None:
    refusal(Country, code, error=WrongTypeError)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    for cls in (Country, FormerCountry):
        refusal(cls, value)


@given(values(FormerCountry))
def test_a_former_country_has_a_name_and_an_end(country: FormerCountry) -> None:
    assert country.english_name
    assert country.withdrawn.latest is not None
    assert str(country) == country.code


def test_names_in_english() -> None:
    several = UnnamedParty(description={"en": "several countries", "uk": "кілька країн"})
    company = Organisation(id="rheinmetall", name={"de": "Rheinmetall AG"}, part_of=EU)
    parties: list[Party] = [Country("UA"), FormerCountry("SUHH"), several, company]
    assert [party.english_name for party in parties] == [
        "Ukraine",
        "Soviet Union",
        "several countries",
        "Rheinmetall AG",
    ]
    assert [str(party) for party in parties] == ["UA", "SUHH", "several countries", "rheinmetall"]


def test_a_party_of_the_users_own_is_named_as_it_is_written() -> None:
    @attrs.frozen(kw_only=True)
    class Coalition(Party):
        kind: ClassVar[str] = "test-parties.coalition"
        name: str

        def __str__(self) -> str:
            return self.name

    assert Coalition(name="drone coalition").english_name == "drone coalition"


@given(values(Membership), days())
def test_a_membership_includes_both_its_ends(membership: Membership, day: date) -> None:
    assert membership.includes(membership.since)
    if membership.until is not None:
        assert membership.includes(membership.until)
        if membership.until < date.max:
            assert not membership.includes(membership.until + timedelta(days=1))
    assert not membership.includes(day) or membership.since <= day


def test_a_speaker_is_written_by_name() -> None:
    speaker = Speaker("Volodymyr Zelensky", office="President", of=Country("UA"))
    assert (speaker.name, str(speaker)) == (Text("Volodymyr Zelensky"), "Volodymyr Zelensky")
    assert (str(speaker), speaker.office, speaker.of) == ("Volodymyr Zelensky", Text("President"), Country("UA"))


def test_an_occasion_spans_all_of_its_days() -> None:
    munich = Occasion(id="munich-2024", name="Munich Security Conference", when="2024-02-16/2024-02-18")
    assert munich.when is not None
    assert munich.when.latest == date(2024, 2, 18)


def test_a_chain_of_organisations_ends_where_a_document_would() -> None:
    company: Organisation | None = None
    for number in range(50):
        company = Organisation(id=f"org-{number}", name="Company", part_of=company)
    assert hash(company) == hash(pickle.loads(pickle.dumps(company)))
    error = refusal(Organisation, id="more", name="Company", part_of=company)
    assert str(error) == "Organisation.part_of: this is a chain of 51 organisations; pass at most 50"
