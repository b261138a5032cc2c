"""What designations mean: found under every spelling that tables use, each with its source."""

import csv
from pathlib import Path

import openpyxl
import pytest

from refusals import refusal
from ukraine_support import (
    AirDefenceSystem,
    AntiTankWeapon,
    ArmouredPersonnelCarrier,
    Calibre,
    Country,
    Equipment,
    FormerCountry,
    Howitzer,
    Length,
    Missile,
    MissileRole,
    MultipleRocketLauncher,
    Munition,
    Rocket,
    Standard,
    Support,
    Tank,
    WrongTypeError,
    at_least,
)
from ukraine_support.reference import DESIGNATIONS, SOURCES, Designation, find_designation

TABLES = {"kiel-7", "kiel-18", "sipri-2026-05-18"}


def items_of(path: Path, sheet: str | None, column: int) -> set[str]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = (book[sheet] if sheet else book.worksheets[0]).iter_rows(min_col=column, max_col=column, values_only=True)
    return {" ".join(str(cell).split()).casefold() for (cell,) in rows}


@pytest.mark.parametrize(
    ("name", "cls", "calibre", "origin"),
    [
        ("Leopard 2A4", Tank, 120, Country("DE")),
        ("T-72", Tank, 125, FormerCountry("SUHH")),
        ("T-55", Tank, 100, FormerCountry("SUHH")),
        ("M-55S", Tank, 105, None),
        ("CAESAR", Howitzer, 155, Country("FR")),
        ("PzH 2000", Howitzer, 155, Country("DE")),
        ("Krab", Howitzer, 155, Country("PL")),
        ("2S1 Gvozdika", Howitzer, 122, FormerCountry("SUHH")),
        ("D-30", Howitzer, 122, FormerCountry("SUHH")),
        ("HIMARS", MultipleRocketLauncher, 227, Country("US")),
        ("BM-21 Grad", MultipleRocketLauncher, 122, FormerCountry("SUHH")),
        ("Gepard", AirDefenceSystem, 35, Country("DE")),
        ("Patriot", AirDefenceSystem, None, Country("US")),
        ("Piorun", AirDefenceSystem, None, Country("PL")),
        ("Javelin", AntiTankWeapon, None, Country("US")),
        ("GMLRS", Rocket, 227, Country("US")),
    ],
)
def test_designation_is_of_a_class(
    name: str, cls: type[Support], calibre: int | None, origin: Country | FormerCountry | None
) -> None:
    support = DESIGNATIONS[name].support
    assert isinstance(support, cls)
    assert isinstance(support, Munition | Equipment)
    assert getattr(support, "calibre", None) == (None if calibre is None else Calibre(calibre))
    assert (support.designation, support.origin) == (name, origin)


def test_missiles_have_their_ranges() -> None:
    storm_shadow = DESIGNATIONS["Storm Shadow"].support
    assert isinstance(storm_shadow, Missile)
    assert storm_shadow.range == at_least(Length.parse("250 km"))


def test_a_missile_of_ships_is_not_its_like_of_aeroplanes() -> None:
    ships, aeroplanes = (find_designation(name) for name in ("Rim-7 missile", "AIM-7 missile for air defense"))
    assert ships is DESIGNATIONS["RIM-7 Sea Sparrow"]
    assert aeroplanes is DESIGNATIONS["AIM-7 Sparrow"]
    assert isinstance(ships.support, Missile)
    assert ships.support.role is MissileRole.SURFACE_TO_AIR


def test_the_tank_that_release_7_calls_t_55_is_not_taken_for_one() -> None:
    """The 28 of Slovenia are M-55S, with a gun of 105 mm: release 18 says so."""
    assert find_designation("T-55 tank") is None


def test_an_item_of_an_early_release_cites_that_release(shared_data: Path) -> None:
    late = items_of(shared_data / "kiel" / "release-18-main-data.xlsx", None, 10)
    early = items_of(shared_data / "kiel" / "release-07.xlsx", "Bilateral assistance, MAIN DATA", 9)
    for entry in DESIGNATIONS.values():
        for citation in entry.citations:
            known = {"kiel-18": late, "kiel-7": early}.get(citation.source)
            if known is not None:
                named = str(citation.at).removeprefix("Items: ").casefold().split("; ")
                assert set(named) <= known


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("M-777", "M777"),
        ("M777A2", "M777"),
        ("M-777 155mm", "M777"),
        ("m777 howitzer", "M777"),
        ("leopard-2a4", "Leopard 2A4"),
        ("PzH-2000 155mm", "PzH 2000"),
        ("Panzerhaubitze 2000", "PzH 2000"),
        ("Zusana-2 howitzer", "Zuzana 2"),
        ("MIM-104 PAC-3 MSE", "MIM-104"),
        ("TR-F-1 155mm", "TRF1"),
    ],
)
def test_designation_is_found_as_it_is_spelt(text: str, name: str) -> None:
    assert find_designation(text) is DESIGNATIONS[name]


@pytest.mark.parametrize("text", ["", "tank", "ammunition for HIMARS", "spare parts for M777", "Leopard", "155mm"])
def test_what_says_more_or_less_is_not_found(text: str) -> None:
    assert find_designation(text) is None


def test_no_text_is_refused() -> None:
    assert isinstance(refusal(find_designation, 5), WrongTypeError)


def test_no_spelling_means_two_things() -> None:
    for name, entry in DESIGNATIONS.items():
        assert [find_designation(spelling) for spelling in (*entry.spellings, name)] == [entry] * (
            len(entry.spellings) + 1
        )


@pytest.mark.parametrize("entry", DESIGNATIONS.values(), ids=DESIGNATIONS)
def test_each_designation_cites_known_sources(entry: Designation) -> None:
    assert {citation.source for citation in entry.citations} <= set(SOURCES)
    assert {citation.source for citation in entry.citations} & TABLES
    assert all(citation.at for citation in entry.citations)


@pytest.mark.parametrize("entry", DESIGNATIONS.values(), ids=DESIGNATIONS)
def test_facts_beyond_the_tables_cite_more_than_the_tables(entry: Designation) -> None:
    support = entry.support
    assert isinstance(support, Munition | Equipment)
    others = {citation.source for citation in entry.citations} - TABLES
    if support.origin is not None or getattr(support, "cartridge", None) or getattr(support, "mass", None):
        assert others


def test_what_the_soviet_union_made_is_of_the_soviet_standard() -> None:
    soviet = FormerCountry("SUHH")
    made = {entry.support for entry in DESIGNATIONS.values() if getattr(entry.support, "origin", None) == soviet}
    assert made
    assert {getattr(support, "standard", None) for support in made} == {Standard.SOVIET}


def test_a_wider_class_includes_what_a_designation_means() -> None:
    assert ArmouredPersonnelCarrier(origin=Country("US")).includes(DESIGNATIONS["M113"].support)


def test_every_spelling_but_two_is_one_of_a_table(shared_data: Path) -> None:
    items = items_of(shared_data / "kiel" / "release-18-main-data.xlsx", None, 10)
    items |= items_of(shared_data / "kiel" / "release-07.xlsx", "Bilateral assistance, MAIN DATA", 9)
    with (shared_data / "sipri" / "ukraine-2022-plus.csv").open(encoding="utf-8", newline="") as file:
        items |= {row[6].casefold() for row in csv.reader(file)}
    spellings = {spelling for entry in DESIGNATIONS.values() for spelling in entry.spellings}
    assert {spelling for spelling in spellings if spelling.casefold() not in items} == {"M777A2", "M142 HIMARS"}
