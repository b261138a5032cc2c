"""The calibres in use: which there are, whose they are, and that each says where it is written."""

import csv
import re
from pathlib import Path

import attrs
import openpyxl
import pytest

from ukraine_support import Calibre, Standard
from ukraine_support._model.support.munitions import to_cartridge
from ukraine_support.reference import CALIBRES, SOURCES, CalibreInUse, Weapon

NATO, SOVIET, BOTH, OTHER = Standard


@pytest.mark.parametrize(
    ("millimetres", "standard"),
    [
        ("5.56", NATO),
        ("7.65", OTHER),
        ("7.7", OTHER),
        ("9", BOTH),
        ("14.5", SOVIET),
        (20, NATO),
        (30, BOTH),
        (40, BOTH),
        (57, SOVIET),
        (60, NATO),
        (73, SOVIET),
        (76, NATO),
        (81, NATO),
        (82, SOVIET),
        (100, SOVIET),
        (105, NATO),
        (120, BOTH),
        (122, SOVIET),
        (125, SOVIET),
        (128, OTHER),
        (130, SOVIET),
        (152, SOVIET),
        (155, NATO),
        (203, BOTH),
        (227, NATO),
        (300, SOVIET),
    ],
)
def test_each_calibre_is_of_its_standard(millimetres: int | str, standard: Standard) -> None:
    assert CALIBRES[Calibre(millimetres)].standard is standard


@pytest.mark.parametrize(
    ("millimetres", "weapons"),
    [
        ("5.56", {Weapon.SMALL_ARM}),
        ("20", {Weapon.AUTOMATIC_CANNON}),
        ("30", {Weapon.AUTOMATIC_CANNON, Weapon.GRENADE_LAUNCHER}),
        ("40", {Weapon.AUTOMATIC_CANNON, Weapon.GRENADE_LAUNCHER}),
        ("66", {Weapon.ANTI_TANK_LAUNCHER}),
        ("73", {Weapon.RECOILLESS_RIFLE}),
        ("76", {Weapon.NAVAL_GUN}),
        ("82", {Weapon.MORTAR}),
        ("100", {Weapon.TANK_GUN}),
        ("105", {Weapon.HOWITZER, Weapon.TANK_GUN}),
        ("120", {Weapon.MORTAR, Weapon.TANK_GUN}),
        ("122", {Weapon.HOWITZER, Weapon.ROCKET_LAUNCHER}),
        ("128", {Weapon.ROCKET_LAUNCHER}),
        ("155", {Weapon.HOWITZER}),
    ],
)
def test_each_calibre_names_what_fires_it(millimetres: str, weapons: set[Weapon]) -> None:
    assert set(CALIBRES[Calibre(millimetres)].weapons) == weapons


def test_calibres_run_from_small_to_large_and_stand_under_their_own_key() -> None:
    assert list(CALIBRES) == sorted(CALIBRES)
    assert [entry.calibre for entry in CALIBRES.values()] == list(CALIBRES)


@pytest.mark.parametrize("entry", CALIBRES.values(), ids=lambda entry: str(entry.calibre))
def test_each_calibre_cites_known_sources_at_a_place(entry: CalibreInUse) -> None:
    assert entry.citations
    assert {citation.source for citation in entry.citations} <= set(SOURCES)
    assert all(citation.at for citation in entry.citations)


@pytest.mark.parametrize("entry", CALIBRES.values(), ids=lambda entry: str(entry.calibre))
def test_each_calibre_lists_each_weapon_once(entry: CalibreInUse) -> None:
    assert entry.weapons
    assert len(set(entry.weapons)) == len(entry.weapons)


def test_the_calibres_cannot_be_changed() -> None:
    entry = CALIBRES[Calibre(155)]
    with pytest.raises(TypeError):
        CALIBRES[Calibre(1)] = entry  # type: ignore[index]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        entry.standard = Standard.SOVIET  # type: ignore[misc]
    assert hash(entry) == hash(attrs.evolve(entry))


SLIPS = {"15", "127", "150", "298"}
"""What the lists write for shells of 155 mm and rockets of 227 mm."""
SIZE = re.compile(
    r"(?<![\w.])(\d{1,3}(?:[.,]\d{1,2})?)(?:\s?x\s?\d{1,3})?[\s-]?(?:mm|millimet(?:re|er)s?)", re.IGNORECASE
)


def items(path: Path, sheet: str | None, column: int) -> list[str]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = (book[sheet] if sheet else book.worksheets[0]).iter_rows(min_col=column, max_col=column, values_only=True)
    return [str(cell) for (cell,) in rows]


def test_every_calibre_that_the_lists_of_kiel_and_sipri_name_is_here(shared_data: Path) -> None:
    named = items(shared_data / "kiel" / "release-07.xlsx", "Bilateral assistance, MAIN DATA", 9)
    named += items(shared_data / "kiel" / "release-18-main-data.xlsx", None, 10)
    with (shared_data / "sipri" / "ukraine-2022-plus.csv").open(encoding="utf-8", newline="") as file:
        named += [row[6] for row in csv.reader(file)]
    sizes = {size.replace(",", ".") for name in named if "less than" not in name for size in SIZE.findall(name)}
    assert len(sizes) > 20
    assert {size for size in sizes - SLIPS if Calibre(size) not in CALIBRES} == set()


def test_every_citation_of_kiels_release_18_names_an_allocation_that_tells_of_the_calibre(shared_data: Path) -> None:
    book = openpyxl.load_workbook(shared_data / "kiel" / "release-18-main-data.xlsx", read_only=True, data_only=True)
    told: dict[str, str] = {}
    for row in book.worksheets[0].iter_rows(min_row=2, max_col=25, values_only=True):
        told[str(row[24])] = f"{told.get(str(row[24]), '')} {row[9]} {row[11]} {row[5]}"
    silent = [
        (str(calibre), id)
        for calibre, entry in CALIBRES.items()
        for citation in entry.citations
        if citation.source == "kiel-18"
        for id, words in re.findall(r"([A-Z]{3}\d+_\d+)(?: \(([^)]*)\))?", str(citation.at))
        if not any(
            word in told[id]
            for word in (f"{calibre}".removesuffix(" mm"), *re.findall(r"[\w./-]*\d[\w./-]*|KPVT", words))
        )
    ]
    assert silent == []


@pytest.mark.parametrize("entry", CALIBRES.values(), ids=lambda entry: str(entry.calibre))
def test_each_cartridge_is_of_its_calibre(entry: CalibreInUse) -> None:
    assert {Calibre(cartridge.partition("×")[0]) for cartridge in entry.cartridges} <= {entry.calibre}
    assert all(to_cartridge(cartridge) == cartridge for cartridge in entry.cartridges)


def test_cartridges_of_one_calibre_are_told_apart() -> None:
    assert CALIBRES[Calibre("7.62")].cartridges == ("7.62×39", "7.62×51", "7.62×54R")
