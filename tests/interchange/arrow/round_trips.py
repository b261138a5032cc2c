"""Ways that tables take through engines and files."""

import io
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import pytest

from ukraine_support import InvalidValueError, Ledger
from ukraine_support.serialisation import dumps

Tables = Mapping[str, Any]


def through_parquet(tables: Tables) -> Tables:
    parquet = pytest.importorskip("pyarrow.parquet")

    def back(table: Any) -> Any:
        file = io.BytesIO()
        parquet.write_table(table, file)
        return parquet.read_table(io.BytesIO(file.getvalue()))

    return {name: back(table) for name, table in tables.items()}


def through_polars(tables: Tables) -> Tables:
    polars = pytest.importorskip("polars")
    return {name: polars.DataFrame(table).sample(fraction=1, shuffle=True, seed=1) for name, table in tables.items()}


def through_duckdb(tables: Tables) -> Tables:
    duckdb = pytest.importorskip("duckdb")
    database = duckdb.connect()
    for name, table in tables.items():
        database.register(f"given_{name}", table)
        database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given_{name} ORDER BY id DESC')
    return {name: database.table(name) for name in tables}


def through_pandas(tables: Tables) -> Tables:
    pandas = pytest.importorskip("pandas")
    return {name: table.to_pandas(types_mapper=pandas.ArrowDtype).iloc[::-1] for name, table in tables.items()}


THROUGH: dict[str, Callable[[Tables], Tables]] = {
    "as they are": lambda tables: tables,
    "Parquet": through_parquet,
    "polars": through_polars,
    "DuckDB": through_duckdb,
    "pandas": through_pandas,
}


def assert_comes_back(ledger: Ledger, through: Callable[[Tables], Tables] = THROUGH["as they are"]) -> None:
    """A ledger is the same after a way through tables, or holds a number that is too long for them."""
    arrow: Any = pytest.importorskip("ukraine_support.interchange.arrow", exc_type=ImportError)
    if re.search(r"\d{19,}", dumps(ledger)):  # perhaps a number that is too long for them
        with suppress(InvalidValueError):
            assert arrow.from_arrow(through(arrow.to_arrow(ledger))) == ledger
    else:
        assert arrow.from_arrow(through(arrow.to_arrow(ledger))) == ledger
