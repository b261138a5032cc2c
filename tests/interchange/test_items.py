"""Items of foreign tables as kinds of support."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    AerialBomb,
    Aeroplane,
    Aircraft,
    AirDefenceSystem,
    AntiTankWeapon,
    ArmouredPersonnelCarrier,
    ArmouredVehicle,
    ArtilleryShell,
    AutocannonRound,
    Calibre,
    Country,
    DemolitionCharge,
    Drone,
    ElectronicWarfare,
    Equipment,
    Grenade,
    Helicopter,
    Howitzer,
    InfantryFightingVehicle,
    LoiteringMunition,
    Materiel,
    Mine,
    Missile,
    MissileRole,
    Mortar,
    MortarBomb,
    MultipleRocketLauncher,
    Munition,
    Radar,
    Rocket,
    SmallArm,
    SmallArmsAmmunition,
    Standard,
    Supplies,
    SupportVehicle,
    Tank,
    TankRound,
    Unit,
    Vehicle,
    Vessel,
)
from ukraine_support.interchange._sheet.items import calibres_in, item_of


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
        ("less than 120 mm", ""),
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
        ("125 mm HE ammunition for T-72", AMMUNITION, "122mm howitzer ammunition", TankRound, "125"),
        ("105mm tank ammunition", AMMUNITION, "105mm tank ammunition", TankRound, "105"),
        ("120mm mortar round", AMMUNITION, "Mortar ammunition", MortarBomb, "120"),
        ("82 mm mortar round", "Ammunition for light infantry", "Mortar ammunition", MortarBomb, "82"),
        ("ammunition for HIMARS", AMMUNITION, "227mm MLRS ammunition", Rocket, "227"),
        ("M31A1 munition", AMMUNITION, "298mm MLRS ammunition", Rocket, "227"),
        ("BM-21 GRAD rocket", AMMUNITION, "122mm MLRS ammunition", Rocket, "122"),
        ("missile for Czech-made RM-70 multiple rocket launcher", AMMUNITION, "122mm MLRS ammunition", Rocket, "122"),
        ("Javelin anti-tank missile", "Ammunition for portable defence system", "LAW ammunition", Missile, ""),
        ("Patriot air defense munition", AMMUNITION, "Surface-to-air missile (SAM)", Missile, ""),
        ("12.7mm cartridge", "Ammunition for light infantry", "SALW ammunition", SmallArmsAmmunition, "12.7"),
        ("grenade kit", "Military equipment", "", Grenade, ""),
        ("grenade transport truck", "Military equipment", "", Vehicle, ""),
        ("hand grenade", "Light armaments & infantry", "Explosive", Grenade, ""),
        ("hand grenade", "Light armaments & infantry", "small arms", Grenade, ""),
        ("unspecified missile", "Ammunition", "122mm", Missile, ""),
        ("loitering munition", "Aviation and drones", "Drone", LoiteringMunition, ""),
        ("one-way attack drone", "", "", LoiteringMunition, ""),
        ("Switchblade 600 UAS", "Aviation and drones", "drone", LoiteringMunition, ""),
        ("Phoenix Ghost tactical unmanned aerial system", "Aviation and drones", "drone", LoiteringMunition, ""),
        ("Altius-600 UAS", "Aviation and drones", "Drone", LoiteringMunition, ""),
        ("launcher for Switchblade 300", "Military equipment", "", Equipment, ""),
        ("AMRAAM rockets (for NASAMS)", AMMUNITION, "Surface-to-air missile (SAM)", Missile, ""),
        ("AIM-120C AMRAAM", "long-range air-to-air missile", "", Missile, ""),
        ("grenade launcher ammunition", "Light armaments & infantry", ".", Grenade, ""),
        ("155mm howitzer", "Heavy weapon", "155mm howitzer", Howitzer, ""),
        ("81mm mortar system", "Light armaments & infantry", "Mortar", Mortar, ""),
        ("CZ 805 BREN", "Light armaments & infantry", "LAW ammunition", SmallArm, ""),
        ("RBS 17 anti-ship missile system", "Heavy weapon", "Anti-ship missle system", Equipment, ""),
        ("mine detector", "Military equipment", "Mine", Equipment, ""),
        ("Alkmaar class mine hunter", "Heavy weapon", "Mine Vessels", Vessel, ""),
        ("equipment for M109 artillery gun", AMMUNITION, "155mm howitzer ammunition", Equipment, ""),
        ("anti-tank mine", "Military equipment", "Mine", Mine, ""),
        ("claymore anti-personnel munitions", "Light armaments & infantry", "Explosive", Mine, ""),
        ("MK81 bomb", AMMUNITION, "Explosive", AerialBomb, ""),
        ("explosive charge", "Ammunition for light infantry", "Explosive", DemolitionCharge, ""),
        ("GEPARD ammunition round", AMMUNITION, "Anti-aircraft guns ammunition", AutocannonRound, ""),
        ("25mm ammunition", AMMUNITION, "ammunition", AutocannonRound, "25"),
        ("23mm round", AMMUNITION, "Aircraft ammunition", AutocannonRound, "23"),
        ("40mm ammunition", "Ammunition for light infantry", "SALW) ammunition", Munition, "40"),
        ("Leopard-2A6", "Heavy weapon", "Main Battle Tank (MBT)", Tank, ""),
        (
            "Bradley infantry fighting vehicle",
            "Heavy weapon",
            "Infantry fighting vehicle (IFV)",
            InfantryFightingVehicle,
            "",
        ),
        ("M577 command post carrier", "Heavy weapon", "Armored Personnel Carrier (APC)", ArmouredPersonnelCarrier, ""),
        ("TREVA-30 recovery vehicle", "Heavy weapon", "Armored Recovery Vehicle (ARV)", SupportVehicle, ""),
        ("BMC Kirpi", "Heavy weapon", "Armored Utility Vehicle (AUV)", ArmouredVehicle, ""),
        ("AMX-10 RC", "Heavy weapon", "Wheeled Assault Gun (ASLT)", ArmouredVehicle, ""),
        ("Lorry", "Military equipment", "non combat military vehicle", Vehicle, ""),
        ("HIMARS 142 multiple rocket launcher", "Heavy weapon", "227mm MLRS", MultipleRocketLauncher, ""),
        (
            "Patriot air defense battery",
            "Heavy weapon",
            "Anti-aircraft surface-to-air missile (SAM) system",
            AirDefenceSystem,
            "",
        ),
        ("Piorun man-portable air-defense system", "Portable defence system", "MANPADS", AirDefenceSystem, ""),
        ("Javelin", "Portable defence system", "Light Anti-armor Weapon (LAW)", AntiTankWeapon, ""),
        ("MG5 machine gun", "Military equipment", "Military equipment", SmallArm, ""),
        ("helicopter", "Aviation and drones", "Combat aircraft", Aircraft, ""),
        ("Tactical vehicle to tow 155mm howitzer", "Heavy weapon", "155mm howitzer", Vehicle, ""),
        ("tactical vehicle to tow M777 howitzers", "Heavy weapon", "155mm howitzer", Vehicle, ""),
        ("tactical vehicles to tow and haul equipment", "Military equipment", ".", Vehicle, ""),
        ("tactical vehicle to recover equipment", "Heavy weapon", "Armored Recovery Vehicle (ARV)", SupportVehicle, ""),
        ("trucks with side loading crane", "Military equipment", "", Vehicle, ""),
        ("vehicle with paired machine gun", "Heavy weapon", "Self-propelled anti-aircraft gun", AirDefenceSystem, ""),
        ("radars for Unmanned Aerial System", "Aviation and drones", "Drone", Radar, ""),
        ("equipment to integrate launchers and radars with air defence", "Military equipment", "", Equipment, ""),
        ("frequency range extensions for anti-drone devices", "Military equipment", "Anti-drone", Equipment, ""),
        ("off-road vehicle for demining operations", "Heavy weapon", "Non combat military vehicle", Vehicle, ""),
        ("launcher for MANPADS", "Portable defence system", "MANPADS", AirDefenceSystem, ""),
        ("Mi-2", "Heavy weapon", "Transport aircraft", Helicopter, ""),
        ("MiG-29", "Heavy weapon", "Combat aircraft", Aeroplane, ""),
        ("VECTOR drone", "Aviation and drones", "Drone", Drone, ""),
        ("uncrewed aerial system (UK)", "Military equipment", "Military equipment", Drone, ""),
        ("counter-unmanned aerial system", "Aviation and drones", "Drone", ElectronicWarfare, ""),
        ("radio jammer", "Military equipment", "Military equipment", ElectronicWarfare, ""),
        ("anti-drone weapon", "Portable defence system", "Anti-drone", ElectronicWarfare, ""),
        ("counter-mortar radar", "Military equipment", "Military equipment", Radar, ""),
        ("Combat Boat 90", "Military equipment", "Vessel", Vessel, ""),
        ("M113's refitting", "Heavy weapon", "overhaul/repair", Equipment, ""),
        ("night vision device", "Military equipment", "Military equipment", Equipment, ""),
        ("truck tires", "Military equipment", "Military equipment", Equipment, ""),
        ("ambulance H", "Humanitarian", "Humanitarian", Equipment, ""),
        ("petrol generator", "Humanitarian", "Humanitarian", Equipment, ""),
        ("spare parts for M109 artillery gun", AMMUNITION, "155mm howitzer ammunition", Supplies, ""),
        ("medical supplies", "Military equipment", "Military equipment", Supplies, ""),
        ("liter of fuel M", "Military equipment", ".", Supplies, ""),
        ("ton of necessity items", "Humanitarian", "Humanitarian", Supplies, ""),
    ],
)
def test_item_is_of_a_kind(item: str, category: str, kind: str, cls: type[Materiel], calibres: str) -> None:
    found = item_of(item, category, kind).kinds
    assert {type(one) for one in found} == {cls}
    assert [str(one.calibre) for one in found if isinstance(one, Munition) and one.calibre] == [
        f"{number} mm" for number in calibres.split()
    ]
    assert all(isinstance(one, Materiel) and str(one.description) == item for one in found)


@pytest.mark.parametrize(
    ("item", "category", "kind", "cls"),
    [
        ("cable", "Ammunition", "", Munition),
        ("cable launcher", "Ammunition", "", Equipment),
        ("155mm launcher", "Ammunition", "", Munition),
        ("cable", "Military equipment", "ammunition", Munition),
        ("cable launcher", "Military equipment", "ammunition", Equipment),
        ("cable", "Heavy weapon", "ammunition", Equipment),
        ("cable", "Military equipment", "cruise missile", Munition),
        ("cable launcher", "Military equipment", "cruise missile", Equipment),
        ("cable", "Heavy weapon", "cruise missile", Equipment),
        ("cable", "Military equipment", "", Equipment),
    ],
)
def test_category_and_type_say_that_an_item_is_fired_where_its_name_does_not(
    item: str, category: str, kind: str, cls: type[Materiel]
) -> None:
    assert {type(one) for one in item_of(item, category, kind).kinds} == {cls}


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
    assert item_of(item).unit is unit


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
    (kind,) = item_of(item, category).kinds
    assert isinstance(kind, Materiel)
    assert kind.lethal is lethal


@pytest.mark.parametrize(
    "piece", ["155mm ", "155mm (", "round (", "less than 155mm", "by the a (b", "mine ", "ton of ", "1."]
)
def test_name_of_any_length_is_kept_and_its_beginning_tells_its_kind(piece: str) -> None:
    name = f"artillery round {piece * 20_000}".strip()
    found, *_ = item_of(name, name, name).kinds
    assert isinstance(found, Materiel)
    assert str(found.description) == name


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1), st.text(), st.text())
def test_any_name_is_something(name: str, category: str, kind: str) -> None:
    found = item_of(name, category, kind).kinds
    assert found
    assert all(isinstance(one, Materiel) for one in found)


def test_designation_brings_what_is_known_of_it() -> None:
    (kind,) = item_of("CAESAR artillery howitzer", "Heavy weapon", "155mm howitzer").kinds
    assert kind == Howitzer(
        designation="CAESAR",
        calibre="155 mm",
        origin=Country("FR"),
        standard=Standard.NATO,
        description="CAESAR artillery howitzer",
        lethal=True,
    )


def test_loitering_munition_fits_a_type_of_drones_and_no_type_of_missiles() -> None:
    (kind,), _, note = item_of("Switchblade 600 UAS", "Aviation and drones", "drone")
    assert isinstance(kind, LoiteringMunition)
    assert (kind.designation, note) == ("Switchblade 600", None)
    (kind,), _, note = item_of("Switchblade 600", "", "Surface-to-air missile (SAM)")
    assert note is not None
    assert isinstance(kind, Missile)


def test_narrower_of_designation_and_type_counts() -> None:
    (kind,) = item_of("Bushmaster", "", "armoured personnel carrier").kinds
    assert isinstance(kind, ArmouredPersonnelCarrier)
    assert kind.designation == "Bushmaster"
    (kind,) = item_of("Dana", "", "self-propelled gun").kinds
    assert isinstance(kind, Howitzer)


@pytest.mark.parametrize(
    ("item", "kind", "cls"),
    [
        ("AT4 anti-tank weapon", "MANPADS", AirDefenceSystem),
        ("Stinger", "portable surface-to-air missile", Missile),
        ("Zuni aircraft rocket", "missile", Missile),
    ],
)
def test_where_designation_and_type_disagree_the_type_stands_with_a_note(
    item: str, kind: str, cls: type[Materiel]
) -> None:
    found = item_of(item, "", kind)
    assert {type(one) for one in found.kinds} == {cls}
    assert found.note is not None
    assert "stands" in found.note


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("155mm howitzer", "the source's type is that of the weapon that it serves"),
        ("Non combat military vehicle", None),
        ("", None),
    ],
)
def test_what_serves_a_weapon_has_a_note_where_its_type_is_that_of_the_weapon(kind: str, note: str | None) -> None:
    assert item_of("Tactical vehicle to tow 155mm howitzer", "Heavy weapon", kind).note == note


def test_calibre_of_equipment_is_read_from_its_name_or_its_type() -> None:
    names = [("howitzer", "155mm howitzer"), ("82mm mortar", "Mortar"), ("CV90 (40 mm)", "")]
    kinds = [item_of(name, "Heavy weapon", kind).kinds[0] for name, kind in names]
    assert [getattr(kind, "calibre", None) for kind in kinds] == [Calibre(155), Calibre(82), Calibre(40)]


def test_calibre_that_is_known_of_a_designation_comes_before_that_of_the_name() -> None:
    (kind,) = item_of("152 mm CAESAR artillery howitzer", "Heavy weapon", "").kinds
    assert isinstance(kind, Howitzer)
    assert kind.calibre == Calibre(155)


def test_cartridge_is_told_where_it_is_written() -> None:
    assert item_of("7.62x51 mm ammunition").kinds == (
        SmallArmsAmmunition(description="7.62x51 mm ammunition", calibre="7.62 mm", cartridge="7.62×51"),
    )


def test_small_arms_and_cannons_are_told_apart_by_calibre() -> None:
    small, large = item_of("5.56 mm, 23 mm firearms for the ZU-23-2 cannon", "Ammunition for light infantry").kinds
    assert (type(small), type(large)) == (SmallArmsAmmunition, Munition)
    kinds = item_of("5.56 mm, 23 mm firearms", "Ammunition", "Anti-aircraft guns ammunition").kinds
    assert [type(kind) for kind in kinds] == [SmallArmsAmmunition, AutocannonRound]


@pytest.mark.parametrize(
    ("kind", "cls", "fact"),
    [
        ("guided glide bomb", AerialBomb, True),
        ("guided rocket", Rocket, True),
        ("guided shell", ArtilleryShell, True),
        ("MANPADS ammunition", Missile, MissileRole.SURFACE_TO_AIR),
        ("anti-ballistic missile", Missile, MissileRole.SURFACE_TO_AIR),
        ("surface-to-air missile", Missile, MissileRole.SURFACE_TO_AIR),
        ("air-to-surface missile", Missile, MissileRole.AIR_TO_SURFACE),
        ("anti-radar missile", Missile, MissileRole.AIR_TO_SURFACE),
        ("air-to-air missile", Missile, MissileRole.AIR_TO_AIR),
        ("anti-tank missile", Missile, MissileRole.ANTI_TANK),
        ("anti-ship missile", Missile, MissileRole.ANTI_SHIP),
        ("anti-ship/air-to-surface missile", Missile, None),
        ("surface-to-surface missile", Missile, MissileRole.SURFACE_TO_SURFACE),
        ("missile", Missile, None),
    ],
)
def test_type_tells_the_role_of_a_missile_and_what_is_guided(kind: str, cls: type[Materiel], fact: object) -> None:
    (found,) = item_of("unknown design", "Ammunition", kind).kinds
    assert type(found) is cls
    assert getattr(found, "role" if cls is Missile else "guided") is fact


def test_missile_against_tanks_has_no_other_role_whatever_its_type_says() -> None:
    (kind,) = item_of("unspecified anti-tank missile", "Ammunition", "MANPADS ammunition").kinds
    assert isinstance(kind, Missile)
    assert kind.role is MissileRole.ANTI_TANK


@pytest.mark.parametrize(
    ("item", "kind", "unit"),
    [
        ("Patriot air defense battery", "SAM) system", Unit.SYSTEMS),
        ("Aspide battery", "SAM) system (short-range)", Unit.SYSTEMS),
        ("Gepard rapid-fire armored vehicle", "Self-propelled anti-aircraft weapon", None),
        ("Stinger anti-aircraft system", "MANPADS", None),
        ("Iris-T SLM", "SAM) system", None),
        ("81mm mortar system", "Mortar", None),
    ],
)
def test_systems_are_counted_where_the_source_says_system_or_battery(item: str, kind: str, unit: Unit | None) -> None:
    assert item_of(item, "Heavy weapon", kind).unit is unit
