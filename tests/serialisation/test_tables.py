"""A table for each kind of record: nothing is lost, days stand beside periods, and a plain SUM is right."""

import csv
import io
import sqlite3
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import attrs
import openpyxl
import pytest
from hypothesis import given

from conftest import ROOT, tried
from ukraine_support import (
    Claim,
    Country,
    DocumentError,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    Ledger,
    Money,
    Occasion,
    Position,
    Source,
    Stage,
    WrongTypeError,
)
from ukraine_support.analysis import RateTable, totals
from ukraine_support.interchange import kiel
from ukraine_support.serialisation import Limits, from_rows, from_tables, loads, to_rows, to_tables
from ukraine_support.testing import ledgers

SEED = loads((ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8"))
TABLES = ["sources", "occasions", "initiatives", "commitments", "lines", "claims", "positions"]
GRANT: dict[str, Any] = {"kind": "financial", "id": "a", "stage": "pledged"}

Tables = dict[str, list[dict[str, str | int | None]]]


def through_csv(tables: Tables) -> dict[str, Iterable[Mapping[str, str]]]:
    """The tables as files that the csv module writes and reads."""
    found: dict[str, Iterable[Mapping[str, str]]] = {}
    for name, rows in tables.items():
        file = io.StringIO(newline="")
        writer = csv.DictWriter(file, rows[0] if rows else ["id"])
        writer.writeheader()
        writer.writerows(rows)
        file.seek(0)
        found[name] = csv.DictReader(file)
    return found


def database_of(tables: Tables) -> sqlite3.Connection:
    """The tables in a database."""
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    for name, rows in tables.items():
        if rows:
            columns = ", ".join(f'"{column}"' for column in rows[0])
            places = ", ".join("?" for _ in rows[0])
            database.execute(f"CREATE TABLE {name} ({columns})")
            database.executemany(f"INSERT INTO {name} VALUES ({places})", [list(row.values()) for row in rows])
    return database


def through_database(tables: Tables) -> dict[str, list[dict[str, Any]]]:
    database = database_of(tables)
    try:
        held = [name for name, rows in tables.items() if rows]
        return {name: [dict(row) for row in database.execute(f"SELECT * FROM {name}")] for name in held}
    finally:
        database.close()


def faults(tables: Any, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(DocumentError) as caught:
        from_tables(tables, **options)
    return list(caught.value.problems)


# Nothing is lost


@tried(40)
@given(ledgers())
def test_a_ledger_comes_back_from_tables_from_csv_and_from_a_database(ledger: Ledger) -> None:
    tables = to_tables(ledger)
    assert from_tables(tables) == from_tables(through_csv(tables)) == from_tables(through_database(tables)) == ledger


@tried(15)
@given(ledgers())
def test_tables_hold_the_cells_of_rows_and_what_is_derived(ledger: Ledger) -> None:
    """What a row has besides in its table is derived; what it has besides in the one table is empty."""
    tables = to_tables(ledger)
    word = {name: name[:-1] for name in TABLES}
    of_tables: dict[tuple[Any, ...], dict[str, Any]] = {
        (word[name], row.get("about"), row.get("line"), row["id"]): row for name in TABLES for row in tables[name]
    }
    rows = to_rows(ledger)
    assert len(rows) == len(of_tables)
    for row in rows:
        held = of_tables[row["record"], row["about"], row["line"], row["id"]]
        assert {column: row[column] for column in held.keys() & row.keys()} == {
            column: held[column] for column in held.keys() & row.keys()
        }
        assert {column for column in row.keys() - held.keys() if row[column] is not None} == {"record"}
        assert {column for column in held.keys() - row.keys() if not column.startswith("counts_")} == {
            column for column in held if column.endswith(("_earliest", "_latest"))
        }


def test_each_kind_of_record_has_a_table_of_its_own_columns() -> None:
    tables = to_tables(SEED)
    assert list(tables) == TABLES
    assert [name for name, rows in tables.items() if any(list(row) != list(rows[0]) for row in rows)] == []
    sources = "id title publisher published published_earliest published_latest url through note extras"
    assert list(tables["sources"][0]) == sources.split()
    columns = {name: set(rows[0]) for name, rows in tables.items()}
    assert "of_calibre" in columns["lines"] - columns["commitments"]
    assert "stance" in columns["positions"] - columns["claims"]
    assert {"about", "line", "line_id"} <= columns["claims"]
    assert list(tables["lines"][0])[:3] == ["id", "about", "line"]


def test_tables_may_be_left_out_and_an_empty_one_has_no_rows() -> None:
    assert to_tables(Ledger()) == {name: [] for name in TABLES}
    assert from_tables({}) == from_tables({"claims": []}) == Ledger()
    assert from_tables({"commitments": iter([GRANT])}) == from_rows([{"record": "commitment"} | GRANT])


def test_rows_are_added_to_a_ledger_into_which_they_refer() -> None:
    base = from_tables({"commitments": [GRANT]})
    claim = {"id": "b", "about": "a", "stage": "delivered"}
    assert from_tables({"claims": [claim]}, onto=base) == from_tables({"claims": [claim], "commitments": [GRANT]})
    assert faults({"commitments": [GRANT]}, onto=base)[0][0] == "commitments, row 2, id"


@attrs.frozen(kw_only=True)
class Twinning(FinancialCommitment):
    """A field of the user's own that is called like a column that is derived."""

    kind: ClassVar[str] = "desk.twinning"
    counts_pledged: str = ""
    announced_latest: int | None = None


def test_a_field_called_like_a_derived_column_has_a_column_beside_it() -> None:
    own = Twinning(id="a", stage="pledged", announced="2024", counts_pledged="words", announced_latest=5)
    ledger = Ledger(commitments=[own])
    (row,) = to_tables(ledger)["commitments"]
    assert (row["counts_pledged"], row["counts_pledged_"]) == (1, "words")
    assert (row["announced_latest"], row["announced_latest_"]) == ("2024-12-31", 5)
    assert from_tables(to_tables(ledger)) == from_rows(to_rows(ledger)) == ledger


# Days


OF_PERIODS = {f"{name}_latest" for name in ("published", "when", "announced", "due", "covers", "said", "since")}
"""Of the library's own fields; classes of other tests may have more."""


@pytest.mark.parametrize(
    ("period", "earliest", "latest"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-27", "2024-02-27", "2024-02-27"),
        ("../2024-02-27", None, "2024-02-27"),
        ("2024-02/..", "2024-02-01", None),
        ("2023-21~", "2023-03-01", "2023-05-31"),
        (None, None, None),
    ],
)
def test_beside_a_period_stand_its_first_and_its_last_day(
    period: str | None, earliest: str | None, latest: str | None
) -> None:
    tables = to_tables(
        Ledger.of(
            [
                Source(id="s", published=period),
                Occasion(id="o", name="o", when=period),
                Initiative(id="i", name="i", stage="pledged", announced=period),
                FinancialCommitment(id="c", stage="pledged", announced=period, due=period, covers=period),
                Claim(id="k", about="c", stage="pledged", said=period),
                Position(id="p", holder=Country("FR"), on="c", stance="supports", since=period, said=period),
            ]
        )
    )
    beside = [
        (row[column.replace("latest", "earliest")], row[column])
        for rows in tables.values()
        for row in rows
        for column in row
        if column in OF_PERIODS
    ]
    assert beside == [(earliest, latest)] * 9


@pytest.mark.parametrize(
    ("cells", "column", "problem"),
    [
        (
            {"announced": "2024-02", "announced_earliest": "2024-02-02"},
            "announced_earliest",
            "'2024-02-02' is not the earliest day of announced; write 2024-02-01, or leave the cell empty",
        ),
        (
            {"due_latest": "2024-02-02"},
            "due_latest",
            "'2024-02-02' is not the latest day of due; leave the cell empty",
        ),
        (
            {"covers": "2024/..", "covers_latest": "2024-02-02"},
            "covers_latest",
            "'2024-02-02' is not the latest day of covers; leave the cell empty",
        ),
    ],
)
def test_a_day_that_its_period_does_not_say_is_told(cells: dict[str, str], column: str, problem: str) -> None:
    assert faults({"commitments": [GRANT | cells]}) == [(f"commitments, row 2, {column}", problem)]
    with pytest.raises(DocumentError, match=rf"row 2, {column}: "):
        from_rows([{"record": "commitment"} | GRANT | cells])


def test_days_may_be_left_out_and_what_is_no_period_is_told_once() -> None:
    (row,) = to_tables(from_tables({"commitments": [GRANT | {"announced": "2024-02"}]}))["commitments"]
    assert from_tables({"commitments": [row | {"announced_latest": None}]}).commitments["a"].announced is not None
    told = faults({"commitments": [row | {"announced": "2024-13"}]})
    assert [place for place, _ in told] == ["commitments, row 2, announced"]


# What counts


def test_rows_of_commitments_say_at_which_stages_they_count() -> None:
    whole = FinancialCommitment(id="whole", stage="committed", value=Money(100, "EUR"))
    part = FinancialCommitment(id="part", stage="delivered", value=Money(40, "EUR"), part_of="whole")
    rows = {row["id"]: row for row in to_tables(Ledger(commitments=[whole, part]))["commitments"]}
    flags = {id: [stage.value for stage in Stage if row[f"counts_{stage.value}"]] for id, row in rows.items()}
    assert flags == {
        "whole": ["proposed", "pledged", "committed"],
        "part": ["allocated", "contracted", "dispatched", "delivered"],
    }


def test_what_says_whether_a_row_counts_is_passed_over_in_reading() -> None:
    row = GRANT | {"counts_pledged": "0", "counts_delivered": 1}
    assert from_tables({"commitments": [row]}) == from_tables({"commitments": [GRANT]})
    assert from_rows([row | {"record": "commitment"}]) == from_tables({"commitments": [GRANT]})
    assert faults({"claims": [{"id": "b", "about": "a", "stage": "pledged", "counts_pledged": 1}]})[0][0] == (
        "claims, row 2, counts_pledged"
    )


SUM = """
    SELECT donors, value_currency, SUM(CAST(value_low AS REAL)) AS value FROM commitments
    WHERE counts_{} GROUP BY donors, value_currency
"""


@pytest.fixture(scope="module")
def release_18(shared_data: Path) -> Ledger:
    book = openpyxl.load_workbook(shared_data / "kiel/release-18-main-data.xlsx", read_only=True, data_only=True)
    lines = book.worksheets[0].iter_rows(values_only=True)
    heading = next(lines)
    return kiel.read([dict(zip(heading, line, strict=False)) for line in lines]).ledger


@pytest.mark.parametrize("stage", ["committed", "allocated", "delivered"])
def test_a_plain_sum_over_release_18_is_what_totals_says(release_18: Ledger, stage: str) -> None:
    tables = to_tables(release_18)
    codes = {str(row["value_currency"]) for row in tables["commitments"]} - {"None", "EUR"}
    rates = RateTable.constant("EUR", dict.fromkeys(codes, "1.25"))
    database = database_of({"commitments": tables["commitments"]})
    sums: dict[str, float] = {}
    for row in database.execute(SUM.format(stage)):
        value = (row["value"] or 0) / (1 if row["value_currency"] == "EUR" else 1.25)
        donors = ";".join(sorted((row["donors"] or "").split(";")))
        sums[donors] = sums.get(donors, 0) + value
    database.close()
    for donor, total in totals(release_18, by="donor", stage=stage, currency="EUR", rates=rates).items():
        donors = ";".join(sorted(map(str, donor))) if isinstance(donor, tuple) else str(donor or "")
        low = total.value.low
        assert sums.pop(donors, 0) == pytest.approx(0 if low is None else float(low.amount), abs=1)
    assert sums == {}


def test_duckdb_sums_exactly_what_totals_says(release_18: Ledger, tmp_path: Path) -> None:
    """All that the US promise is in dollars: 136.4 billion by the rows of the stage, 106.4 by those that count."""
    duckdb = pytest.importorskip("duckdb", reason="not among the tools of tests")
    rows = to_tables(release_18)["commitments"]
    file = tmp_path / "commitments.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    table = f"read_csv('{file}', all_varchar=true) WHERE donors = 'US' AND"
    sums = [
        duckdb.sql(f"SELECT SUM(CAST(value_low AS DECIMAL(38, 6))) FROM {table} {condition}").fetchall()[0][0]
        for condition in ("stage = 'committed'", "counts_committed = '1'")
    ]
    codes = {str(row["value_currency"]) for row in rows} - {"None", "USD"}
    rates = RateTable.constant("USD", dict.fromkeys(codes, "1"))
    total = totals(release_18, by="donor", stage="committed", currency="USD", rates=rates)[Country("US")]
    assert [round(amount / 10**9, 1) for amount in sums] == [Decimal("136.4"), Decimal("106.4")]
    assert total.value.low == Money(sums[1], "USD")


# What is wrong


@pytest.mark.parametrize("given", [5, "claims", None, [], [GRANT]])
def test_what_is_no_mapping_of_tables_is_refused(given: Any) -> None:
    with pytest.raises(WrongTypeError, match=r"^from_tables: .* pass a mapping of tables' names to lists of mappings$"):
        from_tables(given)


@pytest.mark.parametrize("given", [5, "rows", None, GRANT])
def test_what_is_no_table_is_refused(given: Any) -> None:
    with pytest.raises(WrongTypeError, match=r"^from_tables\.claims: .* pass a list of mappings$"):
        from_tables({"claims": given})


def test_a_table_of_an_unknown_name_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"^from_tables: 'claim' is no table; .*; did you mean 'claims'\?$"):
        from_tables({"claim": []})


@pytest.mark.parametrize("given", [5, None, [SEED]])
def test_only_a_ledger_becomes_tables(given: Any) -> None:
    with pytest.raises(WrongTypeError, match=r"^to_tables: .* pass a Ledger$"):
        to_tables(given)


def test_faults_are_told_with_their_tables_in_order() -> None:
    claim = {"id": "b", "about": "a", "stage": "pledged"}
    told = faults(
        {
            "claims": [claim, claim | {"said": "2024-13"}],
            "sources": [],
            "commitments": [GRANT | {"record": "commitment"}, GRANT | {"id": "c", "stage": "pleged"}],
            "lines": [{"about": "x", "line": 0, "of_kind": "munition"}],
        }
    )
    assert [place for place, _ in told] == [
        "claims, row 3, said",
        "claims, row 3, id",
        "commitments, row 2, record",
        "commitments, row 3, stage",
        "lines, row 2, about",
    ]
    assert told[1][1] == "'b' is the id of another record, in claims, row 2"


def test_no_more_faults_are_told_than_asked_for() -> None:
    rows = [GRANT | {"id": f"c{at}", "stage": "pleged"} for at in range(9)]
    told = faults({"commitments": rows}, limits=Limits(errors=2))
    assert told[2:] == [("", "2 faults are told; in all, 9 rows are wrong")]


def test_no_cell_for_a_spreadsheet_is_a_formula() -> None:
    source = Source(id="s", note="=1+1")
    assert to_tables(Ledger(sources=[source]), formulas="escape")["sources"][0]["note"] == "'=1+1"
    with pytest.raises(InvalidValueError, match=r"^to_tables\.formulas: "):
        to_tables(Ledger(), formulas="drop")  # type: ignore[arg-type]
