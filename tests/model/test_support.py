"""What can be given: kinds, and which of them takes in which."""

from typing import ClassVar

import attrs
import pytest
from hypothesis import given

from refusals import refusal
from ukraine_support import (
    ArtilleryShell,
    Calibre,
    Equipment,
    Materiel,
    Missile,
    MortarBomb,
    Munition,
    Personnel,
    PersonnelRole,
    Policy,
    Rocket,
    Supplies,
    Support,
)
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


@pytest.mark.parametrize("munition", [Munition, ArtilleryShell, MortarBomb, Rocket, Missile])
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
