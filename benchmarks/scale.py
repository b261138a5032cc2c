"""How long totals take by themselves, and where an engine adds up what can count: time and memory, in one run.

    .venv/bin/python -m benchmarks.scale                          # 100,000 and a million commitments, all engines
    .venv/bin/python -m benchmarks.scale 100000 --spark           # Spark too, on this machine
    .venv/bin/python -m benchmarks.scale 100000 --copies 100      # ten million rows out of Parquet, in DuckDB

Each way runs in a process of its own, so that its memory is its own: the most that the process held, what Python and
the engine take by themselves included. The engines read the summands from Parquet. All answers have to be equal.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import pyarrow
import pyarrow.parquet

from ukraine_support import Ledger
from ukraine_support.analysis import RateTable, Totals, components, totals
from ukraine_support.interchange import arrow

from .totals import commitments

BY = ("donor", "category")
CONVERSION: dict[str, Any] = {
    "currency": "EUR",
    "rates": RateTable.constant("EUR", {"USD": "1.0852", "CZK": "25.381"}),
}
QUERY = arrow.totals_query(BY, table="parts")


def told(answer: Totals) -> str:
    """What answers are compared by."""
    return repr([(key, (total.value, total.commitments, total.undisclosed)) for key, total in answer.items()])


def by_itself(folder: Path, count: int) -> Callable[[], Totals]:
    ledger = Ledger(commitments=commitments(count))
    return lambda: totals(ledger, by=BY, **CONVERSION)


def summands(folder: Path, count: int) -> Callable[[], Totals]:
    """Not a total: what it takes to write the rows that engines add up."""
    ledger = Ledger(commitments=commitments(count))

    def write() -> Totals:
        pyarrow.parquet.write_table(arrow.summands(ledger, by=BY, **CONVERSION), folder / "parts.parquet")
        return totals(Ledger(), by=BY)

    return write


def cut(folder: Path, count: int) -> Callable[[], Totals]:
    """Not a total: the component of each record."""
    ledger = Ledger(commitments=commitments(count))

    def ask() -> Totals:
        components(ledger)
        return totals(Ledger(), by=BY)

    return ask


def in_duckdb(folder: Path, count: int) -> Callable[[], Totals]:
    import duckdb

    connection = duckdb.connect()
    files = [str(path) for path in sorted(folder.glob("parts*.parquet"))]
    connection.read_parquet(files).create_view("parts")
    return lambda: arrow.totals_of(connection.sql(QUERY), by=BY, **CONVERSION)


def in_polars(folder: Path, count: int) -> Callable[[], Totals]:
    import polars

    context = polars.SQLContext(parts=polars.scan_parquet(folder / "parts.parquet"))
    return lambda: arrow.totals_of(context.execute(QUERY, eager=True), by=BY, **CONVERSION)


def in_pyarrow(folder: Path, count: int) -> Callable[[], Totals]:
    """Without SQL: what the query says, in pyarrow's own words."""
    counts = ("open_low", "open_high", "approximate", "commitments", "undisclosed")
    groups = [*BY, "currency", "day", "bought", "raises", "conversion", "kept_by", "as_of"]

    def add() -> Totals:
        table = pyarrow.parquet.read_table(folder / "parts.parquet", filters=[("counts_pledged", "=", True)])
        for name in counts:
            table = table.set_column(table.schema.get_field_index(name), name, table[name].cast("int64"))
        for name in ("commitments", "undisclosed"):
            table = table.append_column(f"{name}_once", table[name])  # nothing is split here
        sums = [*(f"{name}_once" for name in ("commitments", "undisclosed")), "low", "high", *counts]
        added = table.group_by(groups).aggregate(
            [*((name, "sum") for name in sums), ("largest", "max"), ("largest", "count")]
        )
        names = {f"{name}_sum": name for name in sums} | {"largest_max": "largest", "largest_count": "amounts"}
        added = added.rename_columns([names.get(name, name) for name in added.column_names])
        added = added.append_column("at_stage", pyarrow.array(["pledged"] * added.num_rows))
        return arrow.totals_of(added, by=BY, **CONVERSION)

    return add


def in_spark(folder: Path, count: int) -> Callable[[], Totals]:
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.read.parquet(str(folder / "parts.parquet")).createOrReplaceTempView("parts")
    return lambda: arrow.totals_of(session.sql(QUERY).toArrow(), by=BY, **CONVERSION)


WAYS = {
    "totals": by_itself,
    "components": cut,
    "summands to Parquet": summands,
    "DuckDB": in_duckdb,
    "polars": in_polars,
    "pyarrow": in_pyarrow,
    "Spark": in_spark,
}


def measure(way: str, folder: Path, count: int) -> None:
    """In a process of its own: the time, the memory and the answer of one way."""
    ask = WAYS[way](folder, count)
    start = perf_counter()
    answer = ask()
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([seconds, peak, told(answer)]))


def measured(way: str, folder: Path, count: int) -> tuple[float, float, str]:
    command = [sys.executable, "-m", "benchmarks.scale", "--way", way, "--folder", str(folder), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{way}: {done.stderr.strip().splitlines()[-1]}")
    found: tuple[float, float, str] = json.loads(done.stdout.splitlines()[-1])
    return found


def copy(folder: Path, copies: int) -> None:
    """More files of the same rows beside the first."""
    data = (folder / "parts.parquet").read_bytes()
    for at in range(1, copies):
        (folder / f"parts-{at:05}.parquet").write_bytes(data)


def run(count: int, *, spark: bool, copies: int) -> None:
    print(f"{count:,} commitments" + (f", {copies} times over: {count * copies:,} rows" if copies > 1 else ""))
    with tempfile.TemporaryDirectory() as name:
        folder, answers = Path(name), {}
        for way in WAYS:
            if (way == "Spark" and not spark) or (copies > 1 and way not in ("summands to Parquet", "DuckDB")):
                continue
            seconds, peak, answer = measured(way, folder, count)
            print(f"  {way:20} {seconds:8.2f} s {1e6 * seconds / count / copies:8.2f} µs a row {peak:8.0f} MB")
            if way == "summands to Parquet":
                copy(folder, copies)
            elif way != "components":
                answers[way] = answer
        print("  all answers are equal" if len(set(answers.values())) == 1 else f"  ANSWERS DIFFER: {answers}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=[100_000, 1_000_000])
    parser.add_argument("--spark", action="store_true", help="Spark as well, on this machine")
    parser.add_argument("--copies", type=int, default=1, help="how often DuckDB reads the same rows")
    parser.add_argument("--way", choices=list(WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        measure(given.way, given.folder, given.counts[0])
        return
    for count in given.counts:
        run(count, spark=given.spark, copies=given.copies)


if __name__ == "__main__":
    main()
