"""The missiles and their published ranges."""

import pytest

from ukraine_support import Length, Missile, PersonnelRole
from ukraine_support.reference import CITATIONS, MILITARY_PERSONNEL, SCALP_EG, SOURCES, STORM_SHADOW, TAURUS


@pytest.mark.parametrize(
    ("missile", "designation", "kilometres"),
    [
        (TAURUS, "Taurus KEPD 350", 500),
        (STORM_SHADOW, "Storm Shadow", 250),
        (SCALP_EG, "SCALP EG", 250),
    ],
    ids=["Taurus", "Storm Shadow", "SCALP EG"],
)
def test_a_range_published_as_more_than_has_no_upper_end(missile: Missile, designation: str, kilometres: int) -> None:
    assert missile.designation == designation
    assert missile.range.low == Length.parse(f"{kilometres} km")
    assert missile.range.high is None


@pytest.mark.parametrize("missile", [TAURUS, STORM_SHADOW, SCALP_EG])
def test_each_range_has_a_source(missile: Missile) -> None:
    assert CITATIONS[missile]
    assert {citation.source for citation in CITATIONS[missile]} <= set(SOURCES)


def test_taurus_outranges_what_is_published_of_the_others() -> None:
    assert TAURUS.range.low is not None
    assert STORM_SHADOW.range.low is not None
    assert TAURUS.range.low > STORM_SHADOW.range.low


def test_military_personnel_is_personnel_in_the_military_role() -> None:
    assert MILITARY_PERSONNEL.role is PersonnelRole.MILITARY
