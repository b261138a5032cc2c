"""The organisations: their ids, what they are part of, and their sources."""

import pycountry
import pytest
from babel import Locale

from ukraine_support import DocumentError, HumanitarianCommitment, Ledger, Organisation
from ukraine_support.reference import (
    CITATIONS,
    COUNCIL_OF_THE_EU,
    EU,
    EUROPEAN_COMMISSION,
    EUROPEAN_INVESTMENT_BANK,
    EUROPEAN_PEACE_FACILITY,
    G7,
    NATO,
    ORGANISATIONS,
    SOURCES,
    UN,
)
from ukraine_support.serialisation import dumps, loads


@pytest.mark.parametrize(
    ("organisation", "key", "name"),
    [
        (EU, "EU", "European Union"),
        (EUROPEAN_COMMISSION, "European Commission", "European Commission"),
        (COUNCIL_OF_THE_EU, "Council of the European Union", "Council of the European Union"),
        (EUROPEAN_PEACE_FACILITY, "European Peace Facility", "European Peace Facility"),
        (EUROPEAN_INVESTMENT_BANK, "European Investment Bank", "European Investment Bank"),
        (NATO, "NATO", "North Atlantic Treaty Organization"),
        (G7, "G7", "Group of Seven"),
        (UN, "UN", "United Nations"),
    ],
)
def test_organisations_are_found_by_the_id_that_documents_use(organisation: Organisation, key: str, name: str) -> None:
    assert (organisation.id, str(organisation.name)) == (key, name)
    assert ORGANISATIONS[key] is organisation


def test_the_bodies_of_the_union_are_part_of_it() -> None:
    assert {id for id, organisation in ORGANISATIONS.items() if organisation.part_of == EU} == {
        "Council of the European Union",
        "EDA",
        "European Central Bank",
        "European Commission",
        "European Council",
        "European External Action Service",
        "European Investment Bank",
        "European Parliament",
        "European Peace Facility",
        "Union Civil Protection Mechanism",
    }


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("Council of Europe", {"Council of Europe Development Bank"}),
        ("NATO", {"NSATU", "NSPA"}),
        ("UN", {"OCHA", "OHCHR", "UN Women", "UNDP", "UNFPA", "UNHCR", "UNICEF", "UNOPS", "WFP"}),
        ("World Bank", {"IBRD", "IDA"}),
        ("World Bank Group", {"IFC", "MIGA", "World Bank"}),
    ],
)
def test_funds_programmes_and_agencies_are_part_of_what_runs_them(whole: str, parts: set[str]) -> None:
    assert {id for id, o in ORGANISATIONS.items() if o.part_of == ORGANISATIONS[whole]} == parts


@pytest.mark.parametrize(
    "id", ["FAO", "IAEA", "ILO", "IMF", "IOM", "UNESCO", "UNIDO", "WHO", "ICRC", "EBRD", "KfW", "OSCE"]
)
def test_what_has_members_or_owners_of_its_own_is_part_of_nothing(id: str) -> None:
    assert ORGANISATIONS[id].part_of is None


def test_every_whole_is_in_the_catalogue_too() -> None:
    wholes = {organisation.part_of for organisation in ORGANISATIONS.values()} - {None}
    assert wholes <= set(ORGANISATIONS.values())


def test_no_id_is_the_code_of_a_country() -> None:
    codes = {code for c in pycountry.countries for code in (c.alpha_2, c.alpha_3, c.numeric)} | {"XK", "XKX"}
    former = {country.alpha_4 for country in pycountry.historic_countries}
    assert not set(ORGANISATIONS) & (codes | former)


def test_names_are_those_of_babel_where_it_has_them() -> None:
    territories = Locale("en").territories
    assert (EU.english_name, UN.english_name) == (territories["EU"], territories["UN"])


def test_the_catalogue_is_ordered_by_id_and_cannot_be_changed() -> None:
    assert list(ORGANISATIONS) == sorted(ORGANISATIONS)
    with pytest.raises(TypeError):
        ORGANISATIONS["OSCE"] = EU  # type: ignore[index]


@pytest.mark.parametrize("organisation", ORGANISATIONS.values(), ids=ORGANISATIONS)
def test_each_organisation_has_a_source(organisation: Organisation) -> None:
    assert CITATIONS[organisation]
    assert {citation.source for citation in CITATIONS[organisation]} <= set(SOURCES)


@pytest.mark.parametrize(
    ("word", "meant"), [("Unicef", "UNICEF"), ("Worldbank", "World Bank"), ("UK", "GB"), ("EL", "GR"), ("nl", "NL")]
)
def test_a_document_that_names_no_party_is_told_which_is_near(word: str, meant: str) -> None:
    document = f'{{"version": 1, "occasions": [{{"id": "x", "name": "x", "host": "{word}"}}]}}'
    with pytest.raises(DocumentError, match=f"'{word}' is no party.*did you mean '{meant}'") as raised:
        loads(document)
    assert len(str(raised.value)) < 300


def test_a_document_names_an_organisation_by_its_id_alone() -> None:
    gift = HumanitarianCommitment(id="x", stage="pledged", channels=[ORGANISATIONS["UNICEF"]])
    written = dumps(Ledger(commitments=[gift]))
    assert '"channels": ["UNICEF"]' in " ".join(written.split()).replace("[ ", "[").replace(" ]", "]")
    assert loads(written).commitments["x"].channels == (ORGANISATIONS["UNICEF"],)
