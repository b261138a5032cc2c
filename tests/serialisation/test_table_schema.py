"""The schema of tables: each column with its type and what it asks, and what `to_tables` writes is valid under it."""

import csv
import enum
import json
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest

from conftest import ROOT
from ukraine_support import Claim, FinancialCommitment, InvalidValueError, Ledger, Missile, Money, Party, Support, Tank
from ukraine_support._model.base.immutable import is_ours
from ukraine_support._tables import table_columns
from ukraine_support._types import DESCRIPTION
from ukraine_support.serialisation import loads, table_schema, to_tables

SEED = loads((ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8"))
TABLES = ["sources", "occasions", "initiatives", "commitments", "lines", "claims", "positions"]


class Grade(enum.Enum):
    """Of words of which one looks like JSON."""

    FIRST = "first"
    ODD = "[odd"


class Level(enum.Enum):
    """Of numbers."""

    ONE = 1


@attrs.frozen(kw_only=True)
class Course(FinancialCommitment):
    """With a field of each sort."""

    kind: ClassVar[str] = "schema.course"
    weeks_of_schema: int | None = attrs.field(default=None, metadata={DESCRIPTION: "How long it takes."})
    grade: Grade | None = None
    level: Level | None = None
    rate: float = 0.5
    scores: dict[str, int] = attrs.Factory(dict)
    trainers: tuple[Party, ...] = ()
    needs: tuple[Support, ...] = ()
    taught_on: Tank | Missile | None = None
    days: list[int] = attrs.Factory(list)
    fee: Money | None = None
    anything: Any = None
    must: str


@attrs.frozen(kw_only=True)
class Tally(Claim):
    """With a field of another type than that of the same name in another class of claims."""

    kind: ClassVar[str] = "schema.tally"
    score: int = 0


@attrs.frozen(kw_only=True)
class Grading(Claim):
    """With the other type."""

    kind: ClassVar[str] = "schema.grading"
    score: str = ""


def column(table: str, name: str) -> dict[str, Any]:
    (found,) = (field for field in table_schema(table)["fields"] if field["name"] == name)
    return dict(found)


@pytest.mark.parametrize("table", TABLES)
def test_a_schema_has_the_columns_of_its_table_in_order(table: str) -> None:
    names = [field["name"] for field in table_schema(table)["fields"]]
    (row,) = {tuple(row) for row in to_tables(SEED)[table]}
    assert names == list(row)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_the_librarys_own_says_what_it_is(table: str) -> None:
    silent = [field["name"] for field in table_schema(table)["fields"] if "description" not in field]
    assert [name for name in silent if any(is_ours(column.cls) for column in table_columns(table)[name])] == []


@pytest.mark.parametrize(
    ("table", "name", "expected"),
    [
        ("sources", "id", {"type": "string", "constraints": {"required": True}}),
        ("sources", "published", {"type": "string"}),
        ("sources", "published_latest", {"type": "date"}),
        ("sources", "extras", {"type": "object"}),
        ("commitments", "value_low", {"type": "number"}),
        ("commitments", "value_currency", {"type": "string", "constraints": {"pattern": "[A-Z]{3}"}}),
        ("commitments", "correction", {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]}),
        ("commitments", "counts_delivered", {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]}),
        ("commitments", "donors", {"type": "string"}),
        ("commitments", "links", {"type": "array"}),
        ("lines", "line", {"type": "integer", "constraints": {"required": True}}),
        ("lines", "of", {"type": "array"}),
        ("lines", "of_range_low", {"type": "string"}),
        ("claims", "line", {"type": "integer"}),
        ("claims", "speaker_name", {"type": "string"}),
        ("claims", "during", {"type": "string"}),
        ("claims", "score", {"type": "any"}),
        ("commitments", "weeks_of_schema", {"type": "integer", "description": "How long it takes."}),
        ("commitments", "grade", {"type": "string", "constraints": {"enum": ["first", '"[odd"']}}),
        ("commitments", "level", {"type": "any"}),
        ("commitments", "taught_on", {"type": "string"}),
        ("commitments", "rate", {"type": "number"}),
        ("commitments", "scores", {"type": "object"}),
        ("commitments", "trainers", {"type": "string"}),
        ("commitments", "needs", {"type": "array"}),
        ("commitments", "days", {"type": "string"}),
        ("commitments", "fee", {"type": "number"}),
        ("commitments", "anything", {"type": "any"}),
        ("commitments", "must", {"type": "string"}),
    ],
)
def test_a_column_has_its_type_and_what_it_asks(table: str, name: str, expected: dict[str, Any]) -> None:
    found = column(table, name)
    asked = (found.keys() - {"name", "description"}) | (found.keys() & expected.keys())
    assert {key: found[key] for key in asked} == expected


def test_words_that_a_column_may_hold_are_listed() -> None:
    assert column("claims", "stage")["constraints"] == {
        "required": True,
        "enum": [
            *("proposed", "pledged", "committed", "allocated", "contracted", "dispatched", "delivered", "withdrawn"),
        ],
    }
    assert {"military", "financial", "humanitarian", "schema.course"} <= set(
        column("commitments", "kind")["constraints"]["enum"]
    )
    assert "artillery-shell" in column("lines", "of_kind")["constraints"]["enum"]
    assert "required" not in column("lines", "of_kind")["constraints"]


def test_rows_are_told_apart_and_refer_to_other_tables() -> None:
    assert table_schema("lines")["primaryKey"] == ["about", "line"]
    keys = {table: table_schema(table)["foreignKeys"] for table in TABLES}
    assert {
        (table, *key["fields"], key["reference"]["resource"]) for table, found in keys.items() for key in found
    } == {
        ("sources", "through", ""),
        ("commitments", "towards", "initiatives"),
        ("commitments", "part_of", ""),
        *((table, "occasion", "occasions") for table in ("initiatives", "commitments", "claims", "positions")),
    }


@pytest.mark.parametrize("given", ["commitment", "", None, 5, ["claims"]])
def test_a_table_that_does_not_exist_is_refused(given: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"^table_schema: .* is no table; pass one of sources, "):
        table_schema(given)


def package_of(ledger: Ledger, folder: Path) -> Path:
    resources = []
    for name, rows in to_tables(ledger).items():
        schema = table_schema(name)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [field["name"] for field in schema["fields"]])
            writer.writeheader()
            writer.writerows(rows)
        resources.append({"name": name, "path": f"{name}.csv", "schema": schema})
    package = folder / "datapackage.json"
    package.write_text(json.dumps({"name": "support", "resources": resources}), encoding="utf-8")
    return package


def faults(package: Path) -> list[str]:
    frictionless = pytest.importorskip("frictionless", reason="not among the tools of tests")
    return [error.message for task in frictionless.validate(str(package)).tasks for error in task.errors]


def test_tables_are_valid_by_frictionless(tmp_path: Path) -> None:
    course = Course(
        id="a",
        stage="pledged",
        must="words",
        weeks_of_schema=5,
        grade=Grade.ODD,
        level=Level.ONE,
        scores={"a": 5},
        days=[1],
        fee=Money("0.5", "EUR"),
        anything={"a": [None]},
    )
    claims = [
        Tally(id="b", about="a", stage="pledged", score=5),
        Grading(id="c", about="a", stage="pledged", score="x"),
    ]
    assert faults(package_of(SEED.adding(course, *claims), tmp_path)) == []


def test_frictionless_finds_what_is_wrong(tmp_path: Path) -> None:
    package = package_of(SEED, tmp_path)
    claims = tmp_path / "claims.csv"
    text = claims.read_text(encoding="utf-8").replace(",delivered,", ",deliverd,")
    claims.write_text(text, encoding="utf-8")
    assert any("enum" in fault for fault in faults(package))
