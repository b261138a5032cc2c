"""The calibres in use: which there are, whose they are, and that each says where it is written."""

import attrs
import pytest

from ukraine_support import Calibre
from ukraine_support.reference import CALIBRES, SOURCES, CalibreInUse, Tradition, Weapon

NATO, SOVIET, BOTH = Tradition.NATO, Tradition.SOVIET, Tradition.BOTH


@pytest.mark.parametrize(
    ("millimetres", "tradition"),
    [
        (60, NATO),
        (81, NATO),
        (82, SOVIET),
        (105, NATO),
        (120, BOTH),
        (122, SOVIET),
        (125, SOVIET),
        (130, SOVIET),
        (152, SOVIET),
        (155, NATO),
        (203, BOTH),
        (227, NATO),
        (300, SOVIET),
    ],
)
def test_each_calibre_belongs_to_its_tradition(millimetres: int, tradition: Tradition) -> None:
    assert CALIBRES[Calibre(millimetres)].tradition is tradition


@pytest.mark.parametrize(
    ("millimetres", "weapons"),
    [
        ("5.56", {Weapon.SMALL_ARM}),
        ("82", {Weapon.MORTAR}),
        ("105", {Weapon.HOWITZER, Weapon.TANK_GUN}),
        ("120", {Weapon.MORTAR, Weapon.TANK_GUN}),
        ("122", {Weapon.HOWITZER, Weapon.ROCKET_LAUNCHER}),
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
        entry.tradition = Tradition.SOVIET  # type: ignore[misc]
    assert hash(entry) == hash(attrs.evolve(entry))
