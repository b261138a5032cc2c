"""Items of foreign tables as kinds of support."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    ArtilleryShell,
    Calibre,
    Equipment,
    Materiel,
    Missile,
    MortarBomb,
    Munition,
    Rocket,
    Supplies,
    Unit,
)
from ukraine_support.interchange._sheet.items import calibres_in, kinds_of


@pytest.mark.parametrize(
    ("name", "calibres"),
    [
        ("155mm artillery round", "155"),
        ("155 mm round", "155"),
        ("155-mm-calibre shell", "155"),
        ("155 millimeter", "155"),
        ("C6 7.62-mm Medium Machine Gun", "7.62"),
        ("C15A2 .50 Calibre Long Range Sniper Weapon", "12.7"),
        ("5.56x45 mm", "5.56"),
        ("7.62x51 mm ammunition", "7.62"),
        ("7,62 mm cartridge", "7.62"),
        (".303-inch (7.7 mm) ammunition", "7.7"),
        ("rifle, .338 calibre", "8.585"),
        ("152 mm, 125 mm and 122 mm artillery ammunition", "152 125 122"),
        ("155mm and 155 mm", "155"),
        ("15mm round", ""),
        ("0mm round", ""),
        ("0.00 mm, .00 cal and 155 mm", "155"),
        ("127mm MLRS", ""),
        ("298mm MLRS ammunition", ""),
        ("S&W .380", ""),
        ("M 1155mm", ""),
        ("mortar of calibres less than 75 mm", ""),
        ("mortar of less than 120 mm", ""),
        ("120 mm (82 mm)", "82"),
        ("Hydra-70 rocket", ""),
    ],
)
def test_calibres_in_a_name(name: str, calibres: str) -> None:
    assert calibres_in(name) == tuple(Calibre(number) for number in calibres.split())


AMMUNITION = "Ammunition for heavy weapon"


@pytest.mark.parametrize(
    ("item", "category", "kind", "cls", "calibres"),
    [
        ("155mm artillery round", AMMUNITION, "155mm howitzer ammunition", ArtilleryShell, "155"),
        ("round of ammunition for M777 howitzer", AMMUNITION, "155mm howitzer ammunition", ArtilleryShell, "155"),
        ("152mm round", AMMUNITION, "152mm howitzer ammunition", ArtilleryShell, "152"),
        ("105mm light field gun ammunition", AMMUNITION, "105mm", ArtilleryShell, "105"),
        ("150mm artillery round", "Ammunition", ".", ArtilleryShell, ""),
        ("125 mm HE ammunition for T-72", AMMUNITION, "122mm howitzer ammunition", Munition, "125"),
        ("105mm tank ammunition", AMMUNITION, "105mm tank ammunition", Munition, "105"),
        ("120mm mortar round", AMMUNITION, "Mortar ammunition", MortarBomb, "120"),
        ("82 mm mortar round", "Ammunition for light infantry", "Mortar ammunition", MortarBomb, "82"),
        ("ammunition for HIMARS", AMMUNITION, "227mm MLRS ammunition", Rocket, "227"),
        ("M31A1 munition", AMMUNITION, "298mm MLRS ammunition", Rocket, ""),
        ("BM-21 GRAD rocket", AMMUNITION, "122mm MLRS ammunition", Rocket, "122"),
        ("missile for Czech-made RM-70 multiple rocket launcher", AMMUNITION, "122mm MLRS ammunition", Rocket, "122"),
        ("Javelin anti-tank missile", "Ammunition for portable defence system", "LAW ammunition", Missile, ""),
        ("Patriot air defense munition", AMMUNITION, "Surface-to-air missile (SAM)", Missile, ""),
        ("12.7mm cartridge", "Ammunition for light infantry", "SALW ammunition", Munition, "12.7"),
        ("5.56 mm, 23 mm firearms for the ZU-23-2 cannon", "Ammunition for light infantry", "", Munition, "5.56 23"),
        ("hand grenade", "Light armaments & infantry", "Explosive", Munition, ""),
        ("loitering munition", "Aviation and drones", "Drone", Munition, ""),
        ("one-way attack drone", "", "", Munition, ""),
        ("Switchblade 600 UAS", "Aviation and drones", "drone", Munition, ""),
        ("Phoenix Ghost tactical unmanned aerial system", "Aviation and drones", "drone", Munition, ""),
        ("Altius-600 UAS", "Aviation and drones", "Drone", Munition, ""),
        ("launcher for Switchblade 300", "Military equipment", "", Equipment, ""),
        ("AMRAAM rockets (for NASAMS)", AMMUNITION, "Surface-to-air missile (SAM)", Missile, ""),
        ("AIM-120C AMRAAM", "long-range air-to-air missile", "", Missile, ""),
        ("grenade launcher ammunition", "Light armaments & infantry", ".", Munition, ""),
        ("155mm howitzer", "Heavy weapon", "155mm howitzer", Equipment, ""),
        ("81mm mortar system", "Light armaments & infantry", "Mortar", Equipment, ""),
        ("CZ 805 BREN", "Light armaments & infantry", "LAW ammunition", Equipment, ""),
        ("RBS 17 anti-ship missile system", "Heavy weapon", "Anti-ship missle system", Equipment, ""),
        ("mine detector", "Military equipment", "Mine", Equipment, ""),
        ("Alkmaar class mine hunter", "Heavy weapon", "Mine Vessels", Equipment, ""),
        ("equipment for M109 artillery gun", AMMUNITION, "155mm howitzer ammunition", Equipment, ""),
        ("ambulance H", "Humanitarian", "Humanitarian", Equipment, ""),
        ("petrol generator", "Humanitarian", "Humanitarian", Equipment, ""),
        ("spare parts for M109 artillery gun", AMMUNITION, "155mm howitzer ammunition", Supplies, ""),
        ("medical supplies", "Military equipment", "Military equipment", Supplies, ""),
        ("liter of fuel M", "Military equipment", ".", Supplies, ""),
        ("ton of necessity items", "Humanitarian", "Humanitarian", Supplies, ""),
    ],
)
def test_item_is_of_a_kind(item: str, category: str, kind: str, cls: type[Materiel], calibres: str) -> None:
    found = kinds_of(item, category, kind)[0]
    assert {type(one) for one in found} == {cls}
    assert [str(one.calibre) for one in found if isinstance(one, Munition) and one.calibre] == [
        f"{number} mm" for number in calibres.split()
    ]
    assert all(isinstance(one, Materiel) and str(one.description) == item for one in found)


@pytest.mark.parametrize(
    ("item", "unit"),
    [
        ("liter of diesel", Unit.LITRES),
        ("litres of water", Unit.LITRES),
        ("Ton of fuel", Unit.TONNES),
        ("tonnes of coal", Unit.TONNES),
        ("AdBlue (in tons)", Unit.TONNES),
        ("Field crop seed (per Ton)", Unit.TONNES),
        ("ton of rifle + MG round", Unit.TONNES),
        ("4-ton truck", None),
        ("helmet", None),
    ],
)
def test_item_says_what_it_counts_in(item: str, unit: Unit | None) -> None:
    assert kinds_of(item)[1] is unit


@pytest.mark.parametrize(
    ("item", "category", "lethal"),
    [
        ("155mm howitzer", "Heavy weapon", True),
        ("155mm round", AMMUNITION, True),
        ("helmet", "Military equipment", None),
        ("blanket", "Humanitarian", False),
        ("medicines", "Humanitarian ", False),
        ("fuel", "Military equipment", None),
    ],
)
def test_lethality_is_told_by_the_category(item: str, category: str, lethal: bool | None) -> None:
    (kind,) = kinds_of(item, category)[0]
    assert isinstance(kind, Materiel)
    assert kind.lethal is lethal


@pytest.mark.parametrize(
    "piece", ["155mm ", "155mm (", "round (", "less than 155mm", "by the a (b", "mine ", "ton of ", "1."]
)
def test_name_of_any_length_is_kept_and_its_beginning_tells_its_kind(piece: str) -> None:
    name = f"artillery round {piece * 20_000}".strip()
    (found, *_), _ = kinds_of(name, name, name)
    assert isinstance(found, Materiel)
    assert str(found.description) == name


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1), st.text(), st.text())
def test_any_name_is_something(name: str, category: str, kind: str) -> None:
    found, _ = kinds_of(name, category, kind)
    assert found
    assert all(isinstance(one, Materiel) for one in found)
