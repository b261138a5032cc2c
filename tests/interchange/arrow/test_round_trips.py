"""Nothing is lost on the way through tables of Arrow, whatever engine they go through."""

import csv
import enum
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Literal

import attrs
import openpyxl
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from conftest import ROOT, tried
from interchange.arrow.round_trips import THROUGH, Tables, assert_comes_back
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Calibre,
    Citation,
    Country,
    Currency,
    DuplicateIdError,
    Estimate,
    Initiative,
    Ledger,
    Length,
    Line,
    Link,
    Mass,
    MilitaryCommitment,
    Missile,
    Money,
    Munition,
    Party,
    Period,
    Speaker,
    Stage,
    Support,
    Tank,
    Text,
    exactly,
)
from ukraine_support.interchange import kiel, sipri
from ukraine_support.serialisation import loads, to_tables
from ukraine_support.testing import ledgers, values

pa: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed: it is an extra")
arrow: Any = pytest.importorskip("ukraine_support.interchange.arrow")

SEED = loads((ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8"))


class Level(enum.IntEnum):
    HIGH = 1
    LOW = 2


class Colour(enum.Enum):
    RED = "red"
    NULL = "null"


@attrs.frozen
class Site:
    name: str
    beds: int = 0


DOLLAR, DEAN, YEAR, EURO = Money("1", "USD"), Speaker("Dean"), Period("2024"), Currency("EUR")
FIVE = exactly(Money("5", "EUR"))


@attrs.frozen(kw_only=True)
class Course(MilitaryCommitment):
    kind: ClassVar[str] = "arrow.course"

    trainees: Estimate[int] = UNKNOWN
    reach: Estimate[Length] = UNKNOWN
    bonus: Estimate[Money] = FIVE
    limit: Estimate[Money] | None = None
    seats: Estimate[int] | None = None
    fee: Money | None = None
    price: Money = DOLLAR
    height: Length | None = None
    bore: Calibre | None = None
    load: tuple[Mass, ...] = ()
    lesson_weeks: int | None = 5
    residential: bool | None = None
    lecturer: Speaker | None = None
    dean: Speaker = DEAN
    nickname: str | None = "the course"
    share: int | Decimal | None = None
    pass_ratio: Decimal = Decimal("0.5")
    first_lesson: date | None = None
    held: Period = YEAR
    runs: tuple[Period, ...] = ()
    site: Site | None = None
    sites: tuple[Site, ...] = ()
    tags: tuple[str, ...] = ("new",)
    lesson_marks: list[int] = attrs.field(factory=list)
    places: frozenset[Country] = frozenset()
    stages: set[Stage] = attrs.field(factory=set)
    ratios: tuple[Decimal, ...] = ()
    pages: tuple[Citation, ...] | None = None
    ties: tuple[Link, ...] = ()
    flags: tuple[bool | None, ...] = ()
    counts: dict[str, int] = attrs.field(factory=dict)
    names: Text | None = None
    titles: tuple[Text, ...] = ()
    paid_in: Currency = EURO
    partner: Party | None = None
    room_heat: float = 0.5
    colour: Colour = Colour.RED
    level: Level = Level.HIGH
    subject: Support | str = "nothing"
    code: int | str = 5
    place: str | int | None = None
    word: Literal["a", "b"] = "a"
    anything: Any = None
    value_low: str | None = None
    component: str | None = None
    known_from: int = 3
    announced_latest: str = "never"


def courses() -> st.SearchStrategy[Course]:
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5) | st.sampled_from(["null", '"', "[1]", "a;b"])
    whole = st.integers(-(10**9), 10**9)
    sites = st.builds(Site, texts, whole)
    return values(
        Course,
        id=st.just("a"),
        part_of=st.none(),
        towards=st.none(),
        occasion=st.none(),
        links=st.just(()),
        citations=st.just(()),
        trainees=st.sampled_from([UNKNOWN, exactly(5), Estimate(None, 7, True)]),
        nickname=st.none() | texts,
        site=st.none() | sites,
        sites=st.lists(sites, max_size=2).map(tuple),
        tags=st.lists(texts, max_size=2).map(tuple),
        lesson_marks=st.lists(whole, max_size=2),
        flags=st.lists(st.none() | st.booleans(), max_size=2).map(tuple),
        counts=st.dictionaries(texts, whole, max_size=2),
        subject=texts | st.just(Munition()),
        code=whole | texts,
        place=st.none() | whole | texts,
        anything=st.none() | texts | whole | st.lists(whole, max_size=2) | st.booleans(),
        value_low=st.none() | texts,
    )


@given(ledgers())
def test_a_ledger_comes_back(ledger: Ledger) -> None:
    assert_comes_back(ledger)


@given(courses())
def test_a_class_of_the_users_comes_back(course: Course) -> None:
    assert_comes_back(with_course(Ledger(), course))


@pytest.mark.parametrize("limit", [None, UNKNOWN, FIVE], ids=str)
@pytest.mark.parametrize("seats", [None, UNKNOWN, exactly(5)], ids=str)
def test_what_is_unknown_comes_back_as_that_and_not_as_none(limit: Any, seats: Any) -> None:
    assert_comes_back(Ledger(commitments=[Course(id="a", stage="pledged", limit=limit, seats=seats)]))


def test_each_record_has_lists_of_its_own() -> None:
    ledger = Ledger(commitments=[Course(id=id, stage="pledged", lesson_marks=[]) for id in "ab"])
    one, other = arrow.from_arrow(arrow.to_arrow(ledger))
    one.lesson_marks.append(5)
    assert (one.lesson_marks, other.lesson_marks) == ([5], [])


def with_course(ledger: Ledger, course: Course) -> Ledger:
    """The ledger with a course; one id may have been drawn for two records, or for two organisations that differ."""
    try:
        return ledger.adding(course)
    except DuplicateIdError:
        reject()


@pytest.mark.parametrize("way", THROUGH)
@tried(8)
@given(ledger=ledgers(), course=courses())
def test_a_ledger_comes_back_through_an_engine(way: str, ledger: Ledger, course: Course) -> None:
    assert_comes_back(with_course(ledger, course), THROUGH[way])


@pytest.mark.parametrize("way", THROUGH)
def test_a_record_of_today_comes_back(way: str) -> None:
    assert arrow.from_arrow(THROUGH[way](arrow.to_arrow(SEED))) == SEED


@pytest.mark.parametrize("release", ["release-07.xlsx", "release-18-main-data.xlsx"])
def test_a_release_of_kiel_comes_back(release: str, shared_data: Path) -> None:
    book = openpyxl.load_workbook(shared_data / "kiel" / release, read_only=True, data_only=True)
    sheet = "Bilateral assistance, MAIN DATA" if "07" in release else book.sheetnames[0]
    ledger = kiel.read(book[sheet].iter_rows(values_only=True)).ledger
    book.close()
    tables = arrow.to_arrow(ledger)
    assert arrow.from_arrow(tables) == ledger
    assert tables["commitments"].num_rows == len(ledger.commitments) > 0


def test_the_register_of_sipri_comes_back(shared_data: Path) -> None:
    with (shared_data / "sipri" / "ukraine-2022-plus.csv").open(encoding="utf-8", newline="") as file:
        ledger = sipri.read(list(csv.reader(file))).ledger
    assert arrow.from_arrow(arrow.to_arrow(ledger)) == ledger


# What the tables are


COUNTS = {f"counts_{stage.value}" for stage in Stage}
"""Arrow's tables leave out what the summands say."""


def test_columns_are_named_as_in_tables_of_rows() -> None:
    tables, rows = arrow.to_arrow(SEED), to_tables(SEED)
    assert list(tables) == list(rows)
    for name in tables.keys() - {"lines"}:
        columns = [column for column in rows[name][0] if column not in COUNTS]
        ours = tables[name].column_names
        assert ours[: len(columns)] == columns
        assert set(ours[len(columns) :]) <= {"known_from", "component"}
        assert tables[name].schema == arrow.schema(name)


def test_an_empty_ledger_has_empty_tables() -> None:
    tables = arrow.to_arrow(Ledger())
    assert {name: table.num_rows for name, table in tables.items()} == dict.fromkeys(tables, 0)
    assert all(table.schema == arrow.schema(name) for name, table in tables.items())
    assert arrow.from_arrow(tables) == arrow.from_arrow({}) == Ledger()


@pytest.mark.parametrize(
    ("table", "column", "type"),
    [
        ("commitments", "id", "string"),
        ("commitments", "kind", "dictionary<values=string, indices=int32, ordered=0>"),
        ("commitments", "donors", "list<item: string>"),
        ("commitments", "value_high", "decimal128(38, 18)"),
        ("commitments", "value_approximate", "bool"),
        ("commitments", "announced", "string"),
        ("commitments", "announced_earliest", "date32[day]"),
        ("commitments", "known_from", "date32[day]"),
        ("commitments", "component", "string"),
        ("commitments", "links", "list<item: struct<relation: string, to: string>>"),
        ("commitments", "extras", "map<string, string>"),
        ("lines", "of", "dictionary<values=string, indices=int32, ordered=0>"),
        ("lines", "of_calibre_mm", "decimal128(38, 18)"),
        ("claims", "line", "int64"),
        ("claims", "speaker_name", "map<string, string>"),
    ],
)
def test_columns_have_types(table: str, column: str, type: str) -> None:
    assert str(arrow.schema(table).field(column).type) == type


def test_fields_of_a_class_of_the_users_follow_typed_by_their_annotations() -> None:
    schema = arrow.schema("commitments")
    types = {
        name: str(schema.field(name).type)
        for name in ("lesson_weeks", "pass_ratio", "first_lesson", "room_heat", "lesson_marks", "value_low_")
    }
    assert types == {
        "lesson_weeks": "int64",
        "pass_ratio": "decimal128(38, 18)",
        "first_lesson": "date32[day]",
        "room_heat": "double",
        "lesson_marks": "list<item: int64>",
        "value_low_": "string",
    }
    assert schema.names[-2:] == ["known_from", "component"], "what is derived keeps its name"
    assert {"known_from_", "component_"} < set(schema.names)


def lines_of(*lines: Line) -> list[dict[str, Any]]:
    tables: Tables = arrow.to_arrow(Ledger(initiatives=[Initiative(id="joint", goal=lines)]))
    columns = ["about", "line", "of_kind", "of_calibre_mm", "of_designation"]
    found: list[dict[str, Any]] = tables["lines"].select(columns).to_pylist()
    return [{name: value for name, value in row.items() if value is not None} for row in found]


def test_lines_say_what_all_their_kinds_have_in_common() -> None:
    shells = [ArtilleryShell(calibre="155 mm"), ArtilleryShell(calibre="122 mm")]
    tank, huge = Tank(designation="Leopard 2A4", calibre="120 mm"), ArtilleryShell(calibre=f"{10**20} mm")
    assert lines_of(Line(shells), Line([tank]), Line([tank, shells[0]]), Line(huge), Line(Missile())) == [
        {"about": "joint", "line": 0, "of_kind": "artillery-shell"},
        {"about": "joint", "line": 1, "of_kind": "tank", "of_calibre_mm": 120, "of_designation": "Leopard 2A4"},
        {"about": "joint", "line": 2},
        {"about": "joint", "line": 3, "of_kind": "artillery-shell"},
        {"about": "joint", "line": 4, "of_kind": "missile"},
    ]


def test_records_that_bear_on_each_other_are_of_one_component() -> None:
    claims = arrow.to_arrow(SEED)["claims"].to_pylist()
    assert {row["component"] for row in claims if row["about"] == "eu-million-shells"} == {"eu-million-shells"}
    known = {row["id"]: row["known_from"] for row in claims}
    assert known == {id: SEED.known_from(id) for id in SEED.claims}
