"""Who belonged to what, and when."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import openpyxl
import pycountry
import pytest

from ukraine_support import Country, InvalidValueError, Membership, Organisation, WrongTypeError
from ukraine_support.reference import (
    B9,
    EEA,
    EU,
    EURO_AREA,
    EUROPEAN_COMMISSION,
    G7,
    JEF,
    KIEL_EUROPE,
    MEMBERSHIPS,
    NATO,
    NB8,
    SOURCES,
    UN,
    WEIMAR_TRIANGLE,
    find_party,
    members,
    memberships,
)


def codes(organisation: Organisation, day: str) -> set[str]:
    return {country.alpha2 for country in members(organisation, date.fromisoformat(day))}


@pytest.mark.parametrize(
    ("day", "nato", "eu", "both"),
    [
        ("1949-08-23", 0, 0, 0),
        ("1949-08-24", 12, 0, 0),
        ("1957-12-31", 15, 0, 0),
        ("1958-01-01", 15, 6, 6),
        ("2019-12-31", 29, 28, 22),
        ("2022-02-24", 30, 27, 21),
        ("2024-02-26", 31, 27, 22),
        ("2024-03-06", 31, 27, 22),
        ("2024-03-07", 32, 27, 23),
    ],
)
def test_as_many_belonged_as_history_says(day: str, nato: int, eu: int, both: int) -> None:
    in_nato, in_eu = codes(NATO, day), codes(EU, day)
    assert (len(in_nato), len(in_eu), len(in_nato & in_eu)) == (nato, eu, both)


@pytest.mark.parametrize(
    ("organisation", "day", "joined"),
    [
        (EU, "1958-01-01", "BE DE FR IT LU NL"),
        (EU, "1973-01-01", "DK GB IE"),
        (EU, "1981-01-01", "GR"),
        (EU, "1986-01-01", "ES PT"),
        (EU, "1995-01-01", "AT FI SE"),
        (EU, "2004-05-01", "CY CZ EE HU LT LV MT PL SI SK"),
        (EU, "2007-01-01", "BG RO"),
        (EU, "2013-07-01", "HR"),
        (NATO, "1949-08-24", "BE CA DK FR GB IS IT LU NL NO PT US"),
        (NATO, "1952-02-18", "GR TR"),
        (NATO, "1955-05-06", "DE"),
        (NATO, "1982-05-30", "ES"),
        (NATO, "1999-03-12", "CZ HU PL"),
        (NATO, "2004-03-29", "BG EE LT LV RO SI SK"),
        (NATO, "2009-04-01", "AL HR"),
        (NATO, "2017-06-05", "ME"),
        (NATO, "2020-03-27", "MK"),
        (NATO, "2023-04-04", "FI"),
        (NATO, "2024-03-07", "SE"),
        (G7, "1975-11-15", "DE FR GB IT JP US"),
        (G7, "1976-06-27", "CA"),
    ],
    ids=lambda value: value.id if isinstance(value, Organisation) else value,
)
def test_countries_join_on_their_day_and_not_before(organisation: Organisation, day: str, joined: str) -> None:
    before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    assert codes(organisation, day) - codes(organisation, before) == set(joined.split())


def test_the_united_kingdom_belongs_to_the_union_to_its_last_day() -> None:
    assert codes(EU, "2020-01-31") - codes(EU, "2020-02-01") == {"GB"}
    assert "GB" in codes(NATO, "2020-02-01")


def test_nobody_else_has_left() -> None:
    left = [(m.country, m.organisation) for m in MEMBERSHIPS if m.until is not None]
    assert left == [(Country("GB"), EEA), (Country("GB"), EU)]


def test_every_member_that_ever_was_is_recorded_once() -> None:
    pairs = [(membership.organisation, membership.country) for membership in MEMBERSHIPS]
    assert len(set(pairs)) == len(pairs)
    assert {o.id: sum(organisation == o for organisation, _ in pairs) for o in (EU, NATO, G7)} == {
        "EU": 28,
        "NATO": 32,
        "G7": 7,
    }
    assert all(pycountry.countries.get(alpha_2=country.alpha2) for _, country in pairs)


def test_memberships_are_listed_by_organisation_and_day() -> None:
    keys = [(m.organisation.id, m.since, m.country.alpha2) for m in MEMBERSHIPS]
    assert all(earlier < later for earlier, later in pairwise(keys))


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        (
            "SE",
            [
                ("EEA", "1994-01-01", None),
                ("EU", "1995-01-01", None),
                ("NB8", "2000-08-30", None),
                ("JEF", "2017-06-30", None),
                ("NATO", "2024-03-07", None),
            ],
        ),
        ("TR", [("NATO", "1952-02-18", None)]),
        ("UA", []),
    ],
)
def test_a_countrys_memberships_come_in_the_order_of_joining(
    country: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = memberships(Country(country))
    assert [(m.organisation.id, str(m.since), m.until and str(m.until)) for m in found] == expected


def test_an_organisation_of_ones_own_with_a_known_id_is_the_known_one() -> None:
    day = date(2024, 2, 26)
    assert members(Organisation(id="NATO", name="Alliance"), day) == members(NATO, day)


@pytest.mark.parametrize(
    "organisation", [UN, EUROPEAN_COMMISSION, Organisation(id="OSCE", name="OSCE")], ids=lambda o: o.id
)
def test_an_organisation_without_recorded_members_is_an_error(organisation: Organisation) -> None:
    with pytest.raises(InvalidValueError, match=rf"'{organisation.id}'.*EEA, EU, Euro area, G7"):
        members(organisation, date(2024, 2, 26))


@pytest.mark.parametrize("day", ["2024-02-26", datetime(2024, 2, 26, tzinfo=UTC), 2024, None])
def test_only_a_plain_date_is_a_day(day: object) -> None:
    with pytest.raises(WrongTypeError, match=r"datetime\.date"):
        members(NATO, day)  # type: ignore[arg-type]


@pytest.mark.parametrize("organisation", ["NATO", None, Country("US")])
def test_only_an_organisation_has_members(organisation: object) -> None:
    with pytest.raises(WrongTypeError, match="no Organisation"):
        members(organisation, date(2024, 2, 26))  # type: ignore[arg-type]


@pytest.mark.parametrize("country", ["SE", None, NATO])
def test_only_a_country_has_memberships(country: object) -> None:
    with pytest.raises(WrongTypeError, match="no Country"):
        memberships(country)  # type: ignore[arg-type]


@pytest.mark.parametrize("membership", MEMBERSHIPS, ids=lambda m: f"{m.organisation.id} {m.country.alpha2}")
def test_each_membership_has_a_source(membership: Membership) -> None:
    assert membership.citations
    assert {citation.source for citation in membership.citations} <= set(SOURCES)
    assert all(citation.at for citation in membership.citations)


@pytest.mark.parametrize(
    ("organisation", "day", "count"),
    [
        (EURO_AREA, "1998-12-31", 0),
        (EURO_AREA, "1999-01-01", 11),
        (EURO_AREA, "2022-12-31", 19),
        (EURO_AREA, "2025-12-31", 20),
        (EURO_AREA, "2026-01-01", 21),
        (EEA, "1994-01-01", 17),
        (EEA, "2020-01-31", 31),
        (EEA, "2020-02-01", 30),
        (JEF, "2014-09-04", 7),
        (JEF, "2021-04-20", 10),
        (B9, "2015-11-04", 9),
        (NB8, "2000-08-30", 8),
        (WEIMAR_TRIANGLE, "1991-08-28", 0),
        (WEIMAR_TRIANGLE, "1991-08-29", 3),
    ],
)
def test_as_many_belonged_to_other_groups(organisation: Organisation, day: str, count: int) -> None:
    assert len(codes(organisation, day)) == count


def test_the_euro_is_the_money_of_members_of_the_union_alone() -> None:
    for day in ("1999-01-01", "2015-01-01", "2026-01-01"):
        assert codes(EURO_AREA, day) <= codes(EU, day) <= codes(EEA, "2014-04-12")


def test_europe_as_kiel_draws_it_is_what_its_column_marks(shared_data: Path) -> None:
    book = openpyxl.load_workbook(shared_data / "kiel" / "release-18-main-data.xlsx", read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(min_row=2, max_col=62, values_only=True)
    assert {find_party(str(row[1])) for row in rows if row[61] == 1} == set(KIEL_EUROPE)
