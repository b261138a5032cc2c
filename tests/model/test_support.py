"""What can be given: kinds, and which of them takes in which."""

from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given

from refusals import refusal
from ukraine_support import (
    ArmouredVehicle,
    ArtilleryShell,
    ArtillerySystem,
    Calibre,
    Country,
    Drone,
    Equipment,
    FormerCountry,
    Howitzer,
    KindError,
    LoiteringMunition,
    Materiel,
    Mine,
    Missile,
    Mortar,
    MortarBomb,
    Munition,
    Organisation,
    Personnel,
    PersonnelRole,
    Policy,
    SmallArm,
    SmallArmsAmmunition,
    Supplies,
    Support,
    Tank,
    Vehicle,
)
from ukraine_support._model.base.immutable import is_ours
from ukraine_support._model.base.kinds import kinds_under
from ukraine_support.testing import values


@given(values(Support))
def test_support_includes_itself(support: Support) -> None:
    assert support.includes(support)


@given(values(Support), values(Support))
def test_what_includes_is_of_a_wider_or_the_same_class(general: Support, particular: Support) -> None:
    if general.includes(particular):
        assert isinstance(particular, type(general))
        assert not particular.includes(general) or type(particular) is type(general)


@pytest.mark.parametrize(
    ("general", "particular", "included"),
    [
        (Materiel(), ArtilleryShell(calibre="155 mm"), True),
        (Materiel(lethal=True), Munition(), True),
        (Materiel(lethal=False), Munition(), False),
        (Materiel(lethal=True), Supplies(lethal=False), False),
        (Munition(), Missile(designation="Taurus KEPD 350"), True),
        (ArtilleryShell(), MortarBomb(), False),
        (ArtilleryShell(), ArtilleryShell(calibre="155 mm"), True),
        (ArtilleryShell(calibre="155 mm"), ArtilleryShell(), False),
        (ArtilleryShell(calibre="155 mm"), ArtilleryShell(calibre="122 mm"), False),
        (ArtilleryShell(calibre="155 mm", mass="43 kg"), ArtilleryShell(calibre="155 mm", mass="46 kg"), True),
        (Missile(range="500 km"), Missile(), True),
        (Equipment(), Equipment(designation="Leopard 2A4"), True),
        (Equipment(), Tank(designation="Leopard 2A4"), True),
        (ArmouredVehicle(), Tank(), True),
        (Tank(), ArmouredVehicle(), False),
        (Vehicle(), Tank(), False),
        (ArtillerySystem(calibre="155 mm"), Howitzer(calibre="155 mm", designation="CAESAR"), True),
        (ArtillerySystem(calibre="155 mm"), Howitzer(calibre="105 mm"), False),
        (ArtillerySystem(calibre="155 mm"), Howitzer(), False),
        (ArtillerySystem(), Mortar(calibre="120 mm"), True),
        (Munition(calibre="155 mm"), ArtilleryShell(calibre="155 mm", guided=True), True),
        (ArtilleryShell(guided=True), ArtilleryShell(guided=False), False),
        (SmallArmsAmmunition(cartridge="7.62×39"), SmallArmsAmmunition(cartridge="7.62x39 mm"), True),
        (SmallArmsAmmunition(cartridge="7.62×39"), SmallArmsAmmunition(cartridge="7.62×51"), False),
        (Missile(role="surface-to-air"), Missile(role="surface-to-air", warhead="5 kg"), True),
        (Missile(warhead="5 kg", range="8 km"), Missile(), True),
        (Missile(role="surface-to-air"), Missile(role="anti-tank"), False),
        (Tank(origin=Country("DE")), Tank(designation="Leopard 2A4", origin=Country("DE")), True),
        (Tank(origin=Country("DE")), Tank(origin=FormerCountry("SUHH")), False),
        (Munition(standard="soviet"), ArtilleryShell(standard="nato"), False),
        (Drone(), LoiteringMunition(), False),
        (Personnel(), Personnel(role="combat"), True),
        (Personnel(role="military"), Personnel(role="combat"), True),
        (Personnel(role="military"), Personnel(role="civilian"), False),
        (Personnel(role="combat"), Personnel(role="military"), False),
        (Personnel(role="military"), Personnel(), False),
        (Policy(description="a"), Policy(description="b"), False),
        (Personnel(), Policy(description="a"), False),
    ],
    ids=str,
)
def test_the_narrower_is_included(general: Support, particular: Support, included: bool) -> None:
    assert general.includes(particular) is included


@pytest.mark.parametrize(
    ("support", "name"),
    [
        (ArtilleryShell(calibre="155 mm"), "artillery shell (155 mm)"),
        (Missile(designation="Taurus KEPD 350"), "missile (Taurus KEPD 350)"),
        (Missile(role="anti-ship"), "missile (anti-ship)"),
        (Howitzer(designation="CAESAR", calibre="155 mm", lethal=True), "howitzer (CAESAR, 155 mm, lethal)"),
        (SmallArmsAmmunition(calibre="7.62 mm", cartridge="7.62×39"), "small arms ammunition (7.62 mm, 7.62×39)"),
        (Munition(description={"uk": "снаряди", "en": "shells"}), "shells"),
        (Supplies(description="medical supplies", lethal=False), "medical supplies (not lethal)"),
        (Materiel(lethal=True), "materiel (lethal)"),
        (Personnel(role="combat"), "personnel (combat)"),
        (Personnel(), "personnel"),
        (Policy(description="a ban"), "a ban"),
    ],
    ids=str,
)
def test_a_name_in_english_tells_what_is_stated(support: Support, name: str) -> None:
    assert support.english_name == name


def test_a_subclass_is_named_by_its_kind_whatever_its_fields_hold() -> None:
    @attrs.frozen(kw_only=True)
    class Course(Support):
        kind: ClassVar[str] = "test-support.course"
        description: int

    assert Course(description=5).english_name == "course"


@pytest.mark.parametrize("munition", [cls for cls in kinds_under(Munition).values() if is_ours(cls)])
def test_munitions_are_always_lethal(munition: type[Munition]) -> None:
    assert munition().lethal is True
    with pytest.raises(TypeError):
        munition(lethal=False)  # type: ignore[call-arg]
    with pytest.raises((TypeError, ValueError)):
        attrs.evolve(munition(), lethal=False)  # type: ignore[call-arg]


@pytest.mark.parametrize("role", PersonnelRole)
def test_military_roles_are_all_but_the_civilian(role: PersonnelRole) -> None:
    assert role.includes(role)
    assert PersonnelRole.MILITARY.includes(role) is (role is not PersonnelRole.CIVILIAN)
    assert PersonnelRole.MILITARY.includes(role.value) is PersonnelRole.MILITARY.includes(role)
    assert not PersonnelRole.MILITARY.includes(None)
    assert "military, combat" in refusal(PersonnelRole.MILITARY.includes, "fighting").accepted
    assert not PersonnelRole.COMBAT.includes(PersonnelRole.TRAINING)


def test_a_calibre_is_kept_as_a_calibre() -> None:
    assert ArtilleryShell(calibre="155 mm") == ArtilleryShell(calibre=Calibre(155))


@pytest.mark.parametrize(
    ("written", "cartridge"),
    [
        ("7.62x39", "7.62×39"),
        ("7.62 x 39 mm", "7.62×39"),
        ("7,62×54 mmR", "7.62×54R"),
        ("7.62х39", "7.62×39"),  # a Cyrillic letter
        (".50 BMG", ".50 BMG"),
    ],
)
def test_cartridges_are_written_alike(written: str, cartridge: str) -> None:
    assert SmallArmsAmmunition(cartridge=written).cartridge == cartridge
    assert SmallArm(cartridge=written).cartridge == cartridge


def test_what_is_no_cartridge_is_refused() -> None:
    assert "SmallArm.cartridge" in str(refusal(SmallArm, cartridge=5))


@pytest.mark.parametrize("origin", ["DE", Organisation(id="NATO", name="NATO")], ids=str)
def test_origin_is_a_country(origin: object) -> None:
    refused = refusal(Tank, origin=origin)
    assert "Tank.origin" in str(refused)
    assert "Country" in refused.accepted


@pytest.mark.parametrize(("cls", "field"), [(Tank, "standard"), (Missile, "role")])
def test_words_of_a_closed_list_are_read_and_others_refused(cls: type[Support], field: str) -> None:
    words = {"standard": "soviet", "role": "anti-tank"}
    assert getattr(cls(**{field: words[field]}), field).value == words[field]
    other: dict[str, Any] = {field: "western"}
    assert words[field] in refusal(cls, **other).accepted


def test_a_field_that_a_class_without_a_kind_declares_is_told_of_one_that_has_a_kind() -> None:
    def define(base: type[Support], name: str) -> None:
        attrs.make_class("Again", {name: attrs.field(default=None)}, (base,), frozen=True, kw_only=True)

    for base, name, setter in (
        (Tank, "calibre", "ArmouredVehicle"),
        (Missile, "warhead", "Missile"),
        (Mine, "origin", "Munition"),
    ):
        with pytest.raises(KindError, match=f"whose rules {setter} sets"):
            define(base, name)
