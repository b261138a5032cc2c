"""Rows hold a whole ledger: nothing is lost on the way to a table and back, and every wrong cell is told at once."""

import csv
import enum
import io
import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Literal

import attrs
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

import ukraine_support
from conftest import tried
from odd_cells import ODD, Unbound
from refusals import refusal
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Citation,
    Claim,
    Country,
    DocumentError,
    DuplicateIdError,
    Equipment,
    Estimate,
    FinancialCommitment,
    Initiative,
    Ledger,
    Length,
    Line,
    Materiel,
    MilitaryCommitment,
    Missile,
    Money,
    MortarBomb,
    Munition,
    Organisation,
    Party,
    Period,
    Personnel,
    Position,
    Source,
    Speaker,
    Support,
    UnnamedParty,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support._model.base.kinds import kinds_under
from ukraine_support.reference import EU, NATO
from ukraine_support.serialisation import Limits, from_cell, from_rows, loads, make_converter, to_cell, to_rows
from ukraine_support.testing import ledgers, values
from ukraine_support.testing._numbers import amounts, estimates, money, numbers

ROOT = Path(__file__).parents[2]
SEED = loads((ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8"))

Rows = list[dict[str, str | int | None]]


def through_csv(rows: Rows) -> Iterable[Mapping[str, str]]:
    """The rows as the csv module writes and reads them: every cell is text."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, rows[0] if rows else [])
    writer.writeheader()
    writer.writerows(rows)
    file.seek(0)
    return csv.DictReader(file)


def through_database(rows: Rows) -> Iterable[Mapping[str, Any]]:
    """The rows as a table of SQLite holds them."""
    database = sqlite3.connect(":memory:")
    try:
        if not rows:
            return []
        database.row_factory = lambda cursor, cells: dict(zip(rows[0], cells, strict=True))
        columns = ", ".join(f'"{column}"' for column in rows[0])
        database.execute(f"CREATE TABLE record ({columns})")
        places = ", ".join("?" for _ in rows[0])
        database.executemany(f"INSERT INTO record VALUES ({places})", [list(row.values()) for row in rows])
        return database.execute("SELECT * FROM record ORDER BY id DESC").fetchall()
    finally:
        database.close()


def row_of(record: Any, *others: Any) -> dict[str, Any]:
    """The row of a record in a ledger with others, without its empty cells."""
    rows = to_rows(Ledger.of([record, *others]))
    return stated(next(row for row in rows if row["id"] == record.id))


def stated(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column: cell for column, cell in row.items() if cell is not None}


def line_of(line: Line) -> dict[str, Any]:
    """The row of a line, without its empty cells."""
    rows = to_rows(Ledger(commitments=[MilitaryCommitment(id="a", stage="pledged", lines=[line])]))
    return stated(rows[1])


def faults(*rows: Any) -> list[tuple[str, str]]:
    with pytest.raises(DocumentError) as caught:
        from_rows(rows)
    return list(caught.value.problems)


# Nothing is lost


@tried(40)
@given(ledgers())
def test_a_ledger_comes_back_from_rows_from_csv_and_from_a_database(ledger: Ledger) -> None:
    rows = to_rows(ledger)
    assert from_rows(rows) == from_rows(through_csv(rows)) == from_rows(through_database(rows)) == ledger


def test_the_seed_comes_back() -> None:
    assert from_rows(through_csv(to_rows(SEED))) == SEED


@tried(40)
@given(ledgers())
def test_rows_are_flat_have_the_same_columns_and_a_column_has_one_type(ledger: Ledger) -> None:
    columns = list(to_rows(SEED)[0])
    of: dict[str, set[type]] = {}
    for row in to_rows(ledger):
        assert list(row) == columns
        assert "" not in row.values()
        for column, cell in stated(row).items():
            of.setdefault(column, set()).add(type(cell))
    assert [column for column, types in of.items() if types not in ({str}, {int})] == []


def test_every_record_and_every_line_has_a_row() -> None:
    names = [row["record"] for row in to_rows(SEED)]
    lines = sum(len(commitment.lines) for commitment in SEED.commitments.values())
    lines += sum(len(initiative.goal) for initiative in SEED.initiatives.values())
    assert len(names) == len(SEED) + lines
    assert names.count("line") == lines
    assert names.count("claim") == len(SEED.claims)


def test_the_page_on_rows_tells_of_every_column() -> None:
    page = (ROOT / "docs" / "how-to" / "rows-for-tables.md").read_text(encoding="utf-8")
    columns = list(to_rows(SEED)[0])
    ours = columns[: columns.index("extras") + 1]
    others = tuple(f"of_{name}" for name in fields_of_others())
    assert [column for column in ours if f"`{column}`" not in page and not column.startswith(others)] == []


def fields_of_others() -> set[str]:
    """The fields of kinds of support that other tests, or pages that they ran, have defined in this process."""
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for kind in kinds_under(Support).values():
        names[getattr(ukraine_support, kind.__name__, None) is kind] |= {field.name for field in attrs.fields(kind)}
    return names[False] - names[True]


def test_an_empty_ledger_has_no_rows() -> None:
    assert to_rows(Ledger()) == []
    assert from_rows([]) == from_rows([{}, {"record": ""}, {"id": None}]) == Ledger()


def test_columns_that_are_not_there_are_absent() -> None:
    rows = [stated(row) for row in to_rows(SEED)]
    assert from_rows(reversed(rows)) == SEED


# What stands where

NAMED = Organisation(id="maker", name="Maker")
STAGED: dict[str, Any] = {"id": "a", "stage": "pledged"}


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        (UNKNOWN, {}),
        (exactly(Money("5", "EUR")), {"low": "5", "high": "5", "approximate": 0, "currency": "EUR"}),
        (about(Money("0.5", "EUR")), {"low": "0.5", "high": "0.5", "approximate": 1, "currency": "EUR"}),
        (at_least(Money("5", "EUR")), {"low": "5", "approximate": 0, "currency": "EUR"}),
        (about(at_most(Money("5", "EUR"))), {"high": "5", "approximate": 1, "currency": "EUR"}),
        (
            between(Money("5", "USD"), Money("6", "USD")),
            {"low": "5", "high": "6", "approximate": 0, "currency": "USD"},
        ),
    ],
)
def test_an_estimate_stands_in_columns_of_its_own(value: Estimate[Money], cells: dict[str, Any]) -> None:
    row = row_of(FinancialCommitment(value=value, **STAGED))
    found = {column.removeprefix("value_"): cell for column, cell in row.items() if column.startswith("value_")}
    assert found == cells


@pytest.mark.parametrize(
    ("donors", "cell"),
    [
        ([], None),
        ([EU], "EU"),
        ([Country("NL"), NATO], "NL;NATO"),
        ([UnnamedParty(description="a")], '[{"kind": "unnamed", "description": "a"}]'),
        ([Country("NL"), NAMED], '["NL", {"kind": "organisation", "id": "maker", "name": "Maker"}]'),
    ],
)
def test_parties_stand_between_semicolons_or_as_json(donors: list[Party], cell: str | None) -> None:
    assert row_of(FinancialCommitment(donors=donors, **STAGED)).get("donors") == cell


@pytest.mark.parametrize(
    ("note", "cell"),
    [
        ("plain", "plain"),
        ("two\nlines;", "two\nlines;"),
        ('"quoted"', '"\\"quoted\\""'),
        ("[sic]", '"[sic]"'),
        ("{", '"{"'),
        ("null", '"null"'),
        ("5", "5"),
        ({"uk": "снаряди"}, '{"uk": "снаряди"}'),
    ],
)
def test_words_that_look_like_json_are_written_as_json(note: Any, cell: str) -> None:
    source = Source(id="a", note=note)
    assert row_of(source)["note"] == cell
    assert from_rows([{"record": "source", "id": "a", "note": cell}]).sources["a"] == source


@pytest.mark.parametrize(
    ("ids", "cell"),
    [(["b"], "b"), (["b", "c"], "b;c"), (["b;c"], '["b;c"]'), (["null"], '["null"]'), (["[b"], '["[b"]')],
)
def test_ids_that_look_like_lists_are_written_as_json(ids: list[str], cell: str) -> None:
    promise = FinancialCommitment(id="promise", stage="pledged")
    disputed = [Claim(id=id, about="promise", stage="delivered") for id in ids]
    claim = Claim(id="a", about="promise", stage="delivered", disputes=ids)
    ledger = Ledger(commitments=[promise], claims=[claim, *disputed])
    rows = to_rows(ledger)
    assert next(row["disputes"] for row in rows if row["id"] == "a") == cell
    assert from_rows(rows) == ledger


def test_a_line_stands_below_what_it_belongs_to() -> None:
    lines = [Line(ArtilleryShell(calibre="155 mm"), about(5), condition="new"), Line(Personnel(role="training"))]
    initiative = Initiative(id="joint", goal=lines[:1], goal_value=Money("5", "EUR"))
    commitment = MilitaryCommitment(id="{a", stage="pledged", lines=lines)
    rows = to_rows(Ledger(initiatives=[initiative], commitments=[commitment]))
    assert [(row["record"], row["id"], row["about"], row["line"]) for row in rows] == [
        ("initiative", "joint", None, None),
        ("line", None, "joint", 0),
        ("commitment", '"{a"', None, None),
        ("line", None, '"{a"', 0),
        ("line", None, '"{a"', 1),
    ]
    assert from_rows(rows).commitments["{a"] == commitment


def test_one_kind_of_support_stands_in_columns_of_its_own() -> None:
    missile = Missile(designation="Taurus KEPD 350", range=at_least(Length.parse("500 km")), mass="1400 kg")
    assert line_of(Line(missile, 5)) == {
        "record": "line",
        "about": "a",
        "line": 0,
        "of_kind": "missile",
        "of_designation": "Taurus KEPD 350",
        "of_mass": "1.4 t",
        "of_range_low": "500 km",
        "of_range_approximate": 0,
        "quantity_low": "5",
        "quantity_high": "5",
        "quantity_approximate": 0,
        "unit": "rounds",
        "basis": "stated",
    }


def test_several_kinds_of_support_stand_in_one_cell() -> None:
    row = line_of(Line([ArtilleryShell(calibre="155 mm"), MortarBomb()], unit="tonnes"))
    assert row["of"] == '[{"kind": "artillery-shell", "calibre": "155 mm"}, {"kind": "mortar-bomb"}]'
    assert row["unit"] == "tonnes"
    assert [column for column in row if column.startswith("of_")] == []


def test_a_speaker_stands_in_columns_of_its_own() -> None:
    promise = FinancialCommitment(id="b", stage="pledged")
    speaker = Speaker("Robert Fico", office={"sk": "predseda vlády"}, of=Country("SK"))
    row = row_of(Claim(id="a", about="b", stage="delivered", speaker=speaker), promise)
    found = {column: cell for column, cell in row.items() if column.startswith("speaker")}
    assert found == {
        "speaker_name": "Robert Fico",
        "speaker_office": '{"sk": "predseda vlády"}',
        "speaker_of": "SK",
    }


def test_a_speaker_may_be_called_in_several_languages() -> None:
    promise = FinancialCommitment(id="b", stage="pledged")
    speaker = Speaker({"en": "Robert Fico", "uk": "Роберт Фіцо"})
    claim = Claim(id="a", about="b", stage="delivered", speaker=speaker)
    row = row_of(claim, promise)
    assert row["speaker_name"] == '{"en": "Robert Fico", "uk": "Роберт Фіцо"}'
    assert from_rows([row], onto=Ledger(commitments=[promise])).claims["a"] == claim


def test_what_is_nested_deeper_is_json() -> None:
    source = Source(id="article", extras={"TIV": "12.5"})
    position = Position(
        id="a", holder=EU, on=Equipment(lethal=True), stance="supports", citations=[Citation("article", "¶1")]
    )
    row = row_of(position, source)
    assert row["on"] == '{"kind": "equipment", "lethal": true}'
    assert row["citations"] == '[{"source": "article", "at": "¶1"}]'
    assert row_of(source)["extras"] == '{"TIV": "12.5"}'


# Subclasses of the user's own


class Colour(enum.Enum):
    RED = "red"


class Level(enum.Enum):
    HIGH = 2


@attrs.frozen
class Site:
    name: str
    beds: int = 0


NOBODY = Speaker("Nobody")
COIN = Money("5", "EUR")
FIVE = exactly(COIN)


@attrs.frozen(kw_only=True)
class Course(MilitaryCommitment):
    kind: ClassVar[str] = "rows.course"

    trainees: Estimate[int] = UNKNOWN
    fee: Money | None = None
    deposit: Money | None = COIN
    reach: Length | None = None
    weeks: int | None = 5
    residential: bool | None = None
    lecturer: Speaker | None = NOBODY
    nickname: str | None = "the course"
    share: int | Decimal | None = None
    ratio: Decimal = Decimal("0.5")
    first: date | None = None
    site: Site | None = None
    sites: tuple[Site, ...] = ()
    tags: tuple[str, ...] = ("new",)
    counts: dict[str, int] = attrs.field(factory=lambda: {"a": 1})
    heat: float = 0.5
    colour: Colour = Colour.RED
    level: Level = Level.HIGH
    subject: Support | str = "nothing"
    code: int | str = 5
    place: str | int | None = None
    word: Literal["a", "b"] = "a"
    anything: Any = None
    bonus: Estimate[Money] = FIVE
    value_low: str | None = None
    record: str | None = None
    twice: int = attrs.field(default=attrs.Factory(lambda self: 2 * (self.weeks or 0), takes_self=True))


def courses() -> st.SearchStrategy[Course]:
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5) | st.sampled_from(["null", '"', "[1]", "a;b"])
    whole = st.integers(-(10**9), 10**9)
    sites = st.builds(Site, texts, whole)
    return st.builds(
        Course,
        id=st.just("a"),
        stage=st.just("pledged"),
        value=amounts(),
        trainees=estimates(st.integers(0, 50)),
        fee=st.none() | money(),
        deposit=st.none() | money(),
        reach=st.none() | st.just(Length("0.5")),
        weeks=st.none() | whole,
        residential=st.none() | st.booleans(),
        lecturer=st.none() | values(Speaker),
        nickname=st.none() | texts,
        share=st.none() | numbers(),
        ratio=st.just(Decimal("-0.5")),
        first=st.none() | st.dates(),
        site=st.none() | sites,
        sites=st.lists(sites, max_size=2).map(tuple),
        tags=st.lists(texts, max_size=2).map(tuple),
        counts=st.dictionaries(texts, whole, max_size=2),
        heat=st.floats(allow_nan=False, allow_infinity=False),
        subject=texts | st.just(Munition()),
        code=whole | texts,
        place=st.none() | whole | texts,
        word=st.sampled_from(["a", "b"]),
        anything=st.none() | texts | whole | st.lists(whole, max_size=2) | st.booleans(),
        bonus=amounts(),
        value_low=st.none() | texts,
        record=st.none() | texts,
        twice=whole,
    )


@tried(40)
@given(courses())
def test_a_subclass_of_the_users_comes_back(course: Course) -> None:
    try:
        ledger = Ledger(commitments=[course])
    except DuplicateIdError:  # of an organisation within another of the same id
        reject()
    assert from_rows(to_rows(ledger)) == from_rows(through_csv(to_rows(ledger))) == ledger


def test_a_position_or_an_id_stands_in_the_column_of_its_type() -> None:
    def cells(place: str | int | None) -> tuple[Any, Any]:
        (row,) = to_rows(Ledger(commitments=[Course(id="a", stage="pledged", fee=None, place=place)]))
        return row["place"], row["place_id"]

    assert cells(2) == (2, None)
    assert cells("2") == (None, "2")
    assert cells(None) == (None, None)
    row = to_rows(Ledger(commitments=[Course(id="a", stage="pledged", fee=None, place=2)]))[0] | {"place_id": "2"}
    with pytest.raises(DocumentError, match="row 2, place_id: stands beside place; leave one of the two empty"):
        from_rows([row])
    row = row | {"place": None, "place_id": 5}
    with pytest.raises(DocumentError, match="row 2, place_id: 5 is a number"):
        from_rows([row])


def test_a_subclass_of_the_users_adds_its_columns_at_the_end() -> None:
    columns = list(to_rows(SEED)[0])
    added = [
        "trainees_low",
        "trainees_high",
        "trainees_approximate",
        "fee",
        "fee_currency",
        "lecturer_of",
        "bonus_currency",
    ]
    assert all(columns.index(column) > columns.index("extras") for column in added)


def test_a_field_called_like_a_column_gets_another() -> None:
    row = row_of(Course(record="mine", value_low="mine", value=Money("5", "EUR"), **STAGED))
    assert (row["record"], row["record_"], row["value_low"], row["value_low_"]) == ("commitment", "mine", "5", "mine")


def test_what_is_empty_though_its_default_is_not_is_said() -> None:
    empty: dict[str, Any] = {
        "deposit": None,
        "weeks": None,
        "lecturer": None,
        "nickname": None,
        "tags": (),
        "counts": {},
        "bonus": UNKNOWN,
    }
    row = row_of(Course(**STAGED, **empty))
    cells = {
        "deposit": "null",
        "weeks": "null",
        "lecturer_name": "null",
        "nickname": "null",
        "tags": "[]",
        "counts": "{}",
        "bonus_low": "null",
    }
    assert {column: row[column] for column in cells} == cells


def test_defaults_stand_in_their_columns() -> None:
    row = row_of(Course(**STAGED))
    shown = {"recipient": "UA", "weeks": 5, "tags": "new", "ratio": "0.5", "bonus_low": "5", "heat": "0.5", "twice": 10}
    assert {column: row[column] for column in shown} == shown
    assert from_rows([{"record": "commitment", "kind": "rows.course", **STAGED}]).commitments["a"] == Course(**STAGED)


def test_a_munition_of_the_users_stands_in_columns_of_its_own() -> None:
    @attrs.frozen(kw_only=True)
    class Decoy(Munition):
        kind: ClassVar[str] = "rows.decoy"
        inflated: bool
        lifetime: Estimate[int] = UNKNOWN

    ledger = Ledger(
        commitments=[MilitaryCommitment(lines=[Line(Decoy(inflated=True, lifetime=about(5)), 2)], **STAGED)]
    )
    rows = to_rows(ledger)
    assert (rows[1]["of_kind"], rows[1]["of_inflated"], rows[1]["of_lifetime_low"]) == ("rows.decoy", 1, 5)
    assert from_rows(through_csv(rows)) == ledger


def test_records_of_a_class_since_replaced_keep_their_columns() -> None:
    def cell(**fields: Any) -> Any:
        body: dict[str, Any] = {"kind": "rows.replaced", "__module__": __name__, "__qualname__": "Replaced"}
        body["__annotations__"] = {"kind": ClassVar[str]} | dict.fromkeys(fields, int)
        return attrs.frozen(kw_only=True)(type("Replaced", (Claim,), body | fields))

    old = cell(before=1)
    cell(after=1)
    promise = FinancialCommitment(id="b", stage="pledged")
    rows = to_rows(Ledger(commitments=[promise], claims=[old(id="a", about="b", stage="delivered", before=5)]))
    assert [row["before"] for row in rows] == [None, 5]
    assert list(rows[0]) == list(rows[1])


def test_a_class_whose_annotations_cannot_be_resolved_hinders_no_other() -> None:
    @attrs.frozen(kw_only=True)
    class Torn(Materiel):
        kind: ClassVar[str] = "rows.torn"
        part: "Missing" = None  # type: ignore[name-defined]  # noqa: F821

    assert from_rows(to_rows(SEED)) == SEED
    commitment = MilitaryCommitment(lines=[Line(Torn())], **STAGED)
    assert "cannot be resolved" in faults(*to_rows(Ledger(commitments=[commitment])))[0][1]


# What is refused

COMMITMENT: dict[str, Any] = {"record": "commitment", "kind": "financial", "id": "a", "stage": "pledged"}
CLAIM: dict[str, Any] = {"record": "claim", "id": "b", "about": "a", "stage": "delivered"}
LINE: dict[str, Any] = {"record": "line", "about": "a", "line": "0", "of_kind": "supplies"}
COURSE: dict[str, Any] = COMMITMENT | {"kind": "rows.course"}


@pytest.mark.parametrize(
    ("row", "column", "problem"),
    [
        (COMMITMENT | {"record": "commitmnt"}, "record", "'commitmnt' is no record; did you mean 'commitment'?"),
        ({"id": "a"}, "record", "is missing; write one of source, "),
        (COMMITMENT | {"record": 5}, "record", "5 is a number; write text"),
        (COMMITMENT | {"record": '{"a": 1}'}, "record", "{'a': 1} is no record; write one of"),
        (COMMITMENT | {"kind": "finance"}, "kind", "'finance' is no kind; did you mean 'financial'?"),
        (COMMITMENT | {"kind": ""}, "kind", "is missing; write one of military, "),
        (COMMITMENT | {"id": ""}, "id", "is missing"),
        (COMMITMENT | {"id": 7}, "id", "7 is a number; write text; read the table with every cell as text"),
        (COMMITMENT | {"id": " a"}, "id", "' a' is no id"),
        (COMMITMENT | {"id": '["a"]'}, "id", "['a'] is a list; write a string"),
        (COMMITMENT | {"stage": "promised"}, "stage", "'promised' is no Stage"),
        (COMMITMENT | {"stage": '"a'}, "stage", "this is no JSON"),
        (COMMITMENT | {"donors": "NL;XX"}, "donors[1]", "'XX' is no party"),
        (COMMITMENT | {"donors": 5}, "donors", "5 is a number; write text"),
        (COMMITMENT | {"announced": "2024-13"}, "announced", "'2024-13' names no day"),
        (COMMITMENT | {"value_low": 0.5, "value_currency": "EUR"}, "value_low", '0.5 is a float; pass "0.5"'),
        (COMMITMENT | {"value_low": "1,5", "value_currency": "EUR"}, "value_low", "'1,5' is no plain decimal"),
        (COMMITMENT | {"value_low": "-1", "value_currency": "EUR"}, "value_low", "EUR -1 is below zero"),
        (COMMITMENT | {"value_high": "1e3", "value_currency": "EUR"}, "value_high", "'1e3' is no plain decimal"),
        (COMMITMENT | {"value_low": "1", "value_high": "x", "value_currency": "EUR"}, "value_high", "'x' is no plain"),
        (COMMITMENT | {"value_low": "2", "value_high": "1", "value_currency": "EUR"}, "value_low", "the low end"),
        (COMMITMENT | {"value_low": "1", "value_currency": "EURO"}, "value_currency", "'EURO' is no code"),
        (COMMITMENT | {"value_low": "1"}, "value_currency", "is missing"),
        (COMMITMENT | {"value_currency": "EUR"}, "value_low", "is missing, as is value_high"),
        (COMMITMENT | {"value_approximate": "1"}, "value_low", "is missing, as is value_high"),
        (COMMITMENT | {"value_approximate": "yes"}, "value_approximate", "'yes' is a string; write 1 for true"),
        (COMMITMENT | {"correction": 0.5}, "correction", "0.5 is a number; write 1 for true"),
        (COMMITMENT | {"correction": "null"}, "correction", "null; write true or false"),
        (COMMITMENT | {"quantity_low": "5"}, "quantity_low", "is no column of a FinancialCommitment; leave the cell"),
        (
            COMMITMENT | {"anounced": "2024"},
            "anounced",
            "is no column of a FinancialCommitment; did you mean 'announced'?",
        ),
        (COMMITMENT | {"citations": "article"}, "citations[0]", "'article' is a string; write an object"),
        (COMMITMENT | {"citations": 0.5}, "citations", "0.5 is a number; write text"),
        (COMMITMENT | {"citations": "[5"}, "citations", "this is no JSON"),
        (COMMITMENT | {"citations": "[" * 100_000}, "citations", "nested"),
        (COMMITMENT | {"extras": "5"}, "extras", "5 is a number; write an object"),
        (COMMITMENT | {"extras": 5}, "extras", "5 is a number; write an object"),
        (COMMITMENT | {"extras": 0.5}, "extras", '0.5 is a float; pass "0.5"'),
        (COMMITMENT | {"citations": '[{"source": 5}]'}, "citations[0].source", "5 is a number; write a string"),
        (COMMITMENT | {"towards": "b"}, "towards", "no initiative has the id 'b'"),
        (COMMITMENT | {None: ["5"]}, "", "holds more cells than the heading has columns"),
        (COURSE | {"weeks": "5.0"}, "weeks", "'5.0' is a string; write an integer"),
        (COURSE | {"weeks": True}, "weeks", "True is a truth value; write an integer"),
        (COURSE | {"fee": "5"}, "fee_currency", "is missing"),
        (COURSE | {"fee_currency": "EUR"}, "fee", "is missing"),
        (COURSE | {"fee": "5", "fee_currency": "EURO"}, "fee_currency", "'EURO' is no code"),
        (COURSE | {"share": 10**30}, "share", "is too large"),
        (COURSE | {"lecturer_office": "Rector"}, "lecturer_name", "is missing"),
        (COURSE | {"lecturer_name": 5}, "lecturer_name", "5 is a number; write text"),
        (COURSE | {"lecturer_name": "a", "lecturer_of": "XX"}, "lecturer_of", "'XX' is no party"),
        (["commitment"], "", "['commitment'] is a list; pass a mapping"),
    ],
)
def test_a_wrong_cell_is_told_by_row_and_column(row: Any, column: str, problem: str) -> None:
    source = {"record": "source", "id": "article"}
    ((place, said),) = faults(source, row)
    assert place == f"row 3, {column}" if column else place == "row 3"
    assert problem in said


@pytest.mark.parametrize(
    ("cells", "column", "problem"),
    [
        ({"about": "c"}, "about", "no commitment or initiative has the id 'c'"),
        ({"about": ""}, "about", "is missing"),
        ({"about": '{"a": 1}'}, "about", "{'a': 1} is no about"),
        ({"line": ""}, "line", "is missing; write 0 for the first line"),
        ({"line": "one"}, "line", "'one' is a string; write an integer"),
        ({"line": "1"}, "line", "1 is not the next line of 'a'; number them 0, 1, 2, each once"),
        ({"of_kind": "", "of_lethal": 1}, "of_kind", "is missing; write one of"),
        ({"of_kind": "supplie"}, "of_kind", "'supplie' is no kind of Support; did you mean 'supplies'?"),
        ({"of_kind": 5}, "of_kind", "5 is a number; write text"),
        ({"of_calibre": "155 mm"}, "of_calibre", "is no column of a Supplies; leave the cell empty"),
        ({"of_lethal": "maybe"}, "of_lethal", "'maybe' is a string; write 1 for true"),
        ({"of_kind": "missile", "of_range_high": "-1 km"}, "of_range_high", "-1000 is below zero"),
        ({"of_kind": "missile", "of_calibre": "155"}, "of_calibre", "'155' is no length"),
        ({"of": '[{"kind": "supplies"}]'}, "of_kind", "stands beside several kinds in `of`"),
        ({"of_kind": "", "of": '[{"kind": "supplies"}, {"kind": "a"}]'}, "of[1].kind", "'a' is no kind of Support"),
        ({"quantity_low": "0"}, "quantity_low", "0 is not above zero"),
        ({"value_low": "-1", "value_currency": "EUR"}, "value_low", "EUR -1 is below zero"),
    ],
)
def test_a_wrong_cell_of_a_line_is_told_by_row_and_column(cells: dict[str, Any], column: str, problem: str) -> None:
    ((place, said),) = faults(COMMITMENT, LINE | cells)
    assert place == f"row 3, {column}"
    assert problem in said


JUNK: list[Any] = [
    0,
    1,
    -1,
    10**40,
    0.5,
    float("nan"),
    True,
    [],
    {},
    b"a",
    object,
    "0",
    "-5",
    "null",
    "nul",
    "a",
    ";",
    "NL;",
]
JUNK += [
    '"',
    '"a"',
    "[]",
    "[1]",
    '["NL"]',
    "{}",
    '{"en": "a"}',
    '{"kind": "missile"}',
    '{"a": [1]}',
    "\ud800",
    "x" * 10_000,
]


@tried(40)
@given(st.data())
def test_whatever_stands_in_cells_is_read_or_told_with_its_row(data: st.DataObject) -> None:
    rows = to_rows(SEED)
    for _ in range(data.draw(st.integers(1, 4))):
        row = rows[data.draw(st.integers(0, len(rows) - 1))]
        row[data.draw(st.sampled_from(list(row)))] = data.draw(st.sampled_from(JUNK))
    ledger, places = SEED, []
    try:
        ledger = from_rows(rows)
    except DocumentError as error:
        places = [place for place, _ in error.problems]
    assert [place for place in places if not re.fullmatch(r"row \d+, [a-z_]+(\W.*)?", place)] == []
    assert from_rows(to_rows(ledger)) == ledger


def test_a_line_without_support_is_told() -> None:
    ((place, said),) = faults(COMMITMENT, {"record": "line", "about": "a", "line": 0})
    assert (place, said) == ("row 3, of", "is missing")


def test_a_line_that_stands_twice_is_told() -> None:
    assert [place for place, _ in faults(LINE, COMMITMENT, LINE)] == ["row 4, line"]


def test_everything_wrong_is_told_at_once_in_the_order_of_rows() -> None:
    rows = (
        CLAIM | {"quantity_low": "a few", "quantity_approximate": "2", "share_low": "half", "said": "2024-13"},
        COMMITMENT | {"stage": "promised", "extras": "[]"},
        LINE | {"about": "c"},
        COMMITMENT | {"value_low": "x", "value_high": "y", "value_currency": "EURO"},
    )
    assert [place for place, _ in faults(*rows)] == [
        "row 2, quantity_approximate",
        "row 2, share_low",
        "row 2, said",
        "row 3, extras",
        "row 3, stage",
        "row 4, about",
        "row 5, value_low",
        "row 5, value_currency",
        "row 5, value_high",
        "row 5, id",
    ]


def test_an_id_that_stands_twice_is_told_with_both_rows() -> None:
    assert faults(COMMITMENT, CLAIM, {"record": "source", "id": "a"}) == [
        ("row 4, id", "'a' is the id of another record, in row 2")
    ]


def test_every_reference_that_does_not_hold_is_told() -> None:
    rows = (COMMITMENT, CLAIM | {"line": "0"}, CLAIM | {"id": "c", "about": "d", "disputes": "b;e"})
    assert [place for place, _ in faults(*rows)] == ["row 3, line", "row 4, about", "row 4, disputes[1]"]


def test_numbers_may_be_numbers_where_they_are_exact() -> None:
    row = COMMITMENT | {"value_low": 5, "value_high": 5, "value_currency": "EUR", "correction": True}
    assert from_rows([row]).commitments["a"].value == exactly(Money("5", "EUR"))
    assert from_rows([row]).commitments["a"].correction


def test_what_is_not_approximate_may_be_unknown() -> None:
    assert from_rows([COMMITMENT | {"value_approximate": "0"}]).commitments["a"].value is UNKNOWN


def test_blanks_around_the_items_of_a_list_are_no_part_of_them() -> None:
    donors = from_rows([COMMITMENT | {"donors": "NL; DE"}]).commitments["a"].donors
    assert donors == (Country("NL"), Country("DE"))


@pytest.mark.parametrize("given", [5, "record", b"bytes", None, COMMITMENT])
def test_what_is_no_list_of_rows_is_refused(given: Any) -> None:
    with pytest.raises(WrongTypeError, match=r"^from_rows: .* pass a list of mappings$"):
        from_rows(given)


@pytest.mark.parametrize("given", [5, None, COMMITMENT, [SEED]])
def test_only_a_ledger_becomes_rows(given: Any) -> None:
    with pytest.raises(WrongTypeError, match=r"^to_rows: .* pass a Ledger$"):
        to_rows(given)


# Onto a ledger

BASE = from_rows([COMMITMENT])


def test_rows_are_added_to_a_ledger_into_which_they_refer() -> None:
    later: list[dict[str, Any]] = [CLAIM, COMMITMENT | {"id": "c", "part_of": "a"}]
    assert from_rows(later, onto=BASE) == from_rows([COMMITMENT, *later])
    assert from_rows([], onto=BASE) == BASE


@tried(15)
@given(ledgers())
def test_a_ledger_comes_back_in_two_parts(ledger: Ledger) -> None:
    rows = to_rows(ledger)
    ground = {"source", "occasion", "initiative"}
    owners = {row["id"] for row in rows if row["record"] == "initiative"}  # as cells: an id may look like JSON
    first = [row for row in rows if row["record"] in ground or (row["about"] in owners and row["record"] == "line")]
    rest = [row for row in rows if row not in first]
    assert from_rows(rest, onto=from_rows(first)) == ledger


@pytest.mark.parametrize("id", ["{", "[", '"', "null", ";", "a;b", '"a"', "5", "{}", "-", "=1"])
def test_an_id_that_looks_like_something_else_is_found_in_the_ledger_that_is_there(id: str) -> None:
    initiative = Initiative(id=id, goal=[Line(Munition(), 5)])
    paid = FinancialCommitment(id=f"{id}1", stage="pledged", towards=id)
    part = FinancialCommitment(id=f"{id}2", stage="pledged", part_of=paid.id)
    claims = [Claim(id=f"{id}3", about=id, line=0, stage="delivered"), Claim(id=f"{id}4", about=id, stage="pledged")]
    disputing = Claim(id=f"{id}5", about=part.id, stage="pledged", disputes=[claim.id for claim in claims])
    ledger = Ledger.of([initiative, paid, part, *claims, disputing])
    rows = to_rows(ledger)
    first = [row for row in rows if row["record"] in ("initiative", "line")]
    rest = [row for row in rows if row not in first]
    for through in (list, through_csv):
        assert from_rows(through(rest), onto=from_rows(through(first))) == ledger


def faults_onto(*rows: Any) -> list[tuple[str, str]]:
    with pytest.raises(DocumentError) as caught:
        from_rows(rows, onto=BASE)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            {"record": "source", "id": "a"},
            ("row 2, id", "'a' is the id of another record, in the ledger that it is added to"),
        ),
        (LINE, ("row 2, about", "no commitment or initiative among the rows has the id 'a'")),
        (LINE | {"about": "c"}, ("row 2, about", "no commitment or initiative has the id 'c'")),
        (CLAIM | {"about": "c"}, ("row 2, about", "no commitment or initiative has the id 'c'")),
        (CLAIM | {"line": "0"}, ("row 2, line", "'a' has 0 lines, counted from 0")),
    ],
)
def test_what_does_not_fit_the_ledger_is_told_by_row_and_column(row: Any, fault: tuple[str, str]) -> None:
    assert faults_onto(row) == [fault]


@pytest.mark.parametrize("given", [5, "a", [COMMITMENT]])
def test_rows_are_added_to_a_ledger_alone(given: Any) -> None:
    with pytest.raises(WrongTypeError, match=r"^from_rows: .* is no Ledger; pass the ledger to add to$"):
        from_rows([], onto=given)


# Limits


def faults_within(limits: Limits, *rows: Any) -> list[tuple[str, str]]:
    with pytest.raises(DocumentError) as caught:
        from_rows(rows, limits=limits)
    return list(caught.value.problems)


def test_no_more_faults_are_told_than_asked_for_and_all_wrong_rows_are_counted() -> None:
    rows = [COMMITMENT | {"id": f"c{at}", "stage": "promised", "announced": "2024-13"} for at in range(9)]
    told = faults_within(Limits(errors=3), COMMITMENT, *rows)
    assert [place for place, _ in told[:3]] == ["row 3, stage", "row 3, announced", "row 4, stage"]
    assert told[3:] == [("", "3 faults are told; in all, 9 rows are wrong")]


def test_as_many_faults_as_may_be_told_are_all() -> None:
    rows = [COMMITMENT | {"stage": "promised"}, CLAIM | {"stage": "promised"}]
    assert [place for place, _ in faults_within(Limits(errors=2), *rows)] == ["row 2, stage", "row 3, stage"]


@pytest.mark.parametrize(
    ("limits", "row", "fault"),
    [
        (Limits(depth=2), COMMITMENT | {"citations": "[[[]]]"}, ("citations", "3 levels deep; at most 2")),
        (Limits(size=9), COMMITMENT | {"citations": "[" + " " * 9}, ("citations", "10 characters; at most 9")),
        (Limits(digits=9), COMMITMENT | {"citations": "[1234567890]"}, ("citations", "10 digits; at most 9")),
        (Limits(digits=9), COURSE | {"weeks": "1234567890"}, ("weeks", "10 digits; at most 9")),
        (Limits(), LINE | {"line": "9" * 1_001}, ("line", "1001 digits; at most 1000")),
        (Limits(digits=10**6), LINE | {"line": "9" * 10**5}, ("line", "more than Python is set to read")),
    ],
)
def test_a_cell_beyond_a_limit_is_told(limits: Limits, row: Any, fault: tuple[str, str]) -> None:
    ((place, said), *_) = faults_within(limits, row)
    assert place == f"row 2, {fault[0]}"
    assert fault[1] in said


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": "promised"},
        {"record": "comitment"},
        {"anounced": "2024"},
        {"towards": "x"},
        {"donors": "XX"},
        {"citations": "[5, 5, 5, 5, 5, 5, 5, 5, 5, 5]"},
        {f"x{at}": "y" for at in range(10)},
    ],
)
def test_what_is_told_of_wholly_wrong_rows_does_not_grow_with_them(wrong: dict[str, str]) -> None:
    rows = [COMMITMENT | {"id": f"c{at}"} | wrong for at in range(100)]
    assert len(faults_within(Limits(errors=50), *rows)) == 51


@pytest.mark.parametrize(
    "start",
    [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        " =",
        "\u00a0+",
        "\u200b@",
        "\ufeff-",
        "\uff1d",
        "\uff0b",
        "\uff0d",
        "\uff20",
    ],
)
def test_no_cell_for_a_spreadsheet_is_a_formula(start: str) -> None:
    words = f"{start}cmd|' /C calc'!A0"
    correction = FinancialCommitment(
        id="nl", stage="pledged", correction=True, value=Money("-5.5", "EUR"), note=words, extras={"row": words}
    )
    kept, escaped = (to_rows(Ledger(commitments=[correction]), formulas=formulas)[0] for formulas in ("keep", "escape"))
    assert list(kept) == list(escaped)
    assert {column: kept[column] for column in kept if kept[column] != escaped[column]} == {"note": words}
    assert escaped["note"] == f"'{words}"
    assert escaped["value_low"] == "-5.5"


def test_what_becomes_of_formulas_is_one_of_two() -> None:
    assert "pass" in str(refusal(to_rows, Ledger(), formulas="drop"))


@pytest.mark.parametrize("cls", [int, bool, float, date, Period, Money, str, tuple[Party, ...]], ids=str)
def test_any_cell_says_something_of_a_type_or_is_refused(cls: Any) -> None:
    refused = 0
    for cell in ODD:
        try:
            found = from_cell(cell, cls)
        except DocumentError:
            refused += 1
        else:
            written = to_cell(found, cls)
            assert written is None or from_cell(written, cls) == found
    assert 0 < refused <= len(ODD)


@pytest.mark.parametrize("column", ["record", "id", "title", "published", ""])
def test_any_cell_of_a_column_is_read_or_refused(column: str) -> None:
    row = {"record": "source", "id": "a", "title": "b", "published": "2024"}
    refused = 0
    for cell in ODD:
        try:
            assert from_rows([{**row, column: cell}]).sources
        except DocumentError:
            refused += 1
    assert 0 < refused <= len(ODD)


def test_a_cell_that_does_not_tell_its_class_is_refused_as_any_other() -> None:
    for read in (
        lambda: from_rows([{"record": "source", "id": "a", "title": Unbound()}]),
        lambda: from_cell(Unbound(), Money),
        lambda: make_converter().structure({"id": Unbound()}, Source),
    ):
        with pytest.raises(DocumentError, match="Unbound"):
            read()
