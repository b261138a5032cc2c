"""A ledger as rows of one table, or of a table for each kind of record, and back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._model.base.advice import an_instance, is_iterable, is_mapping, one_of
from ..._model.ledger import Ledger
from ..._model.provenance import Record
from ..._model.references import NAMES
from ..._model.values.stages import Stage
from ..._plain_rows import without_formulas
from ..._tables import LINES, TABLES, counts, table_columns
from ...analysis import counted_at
from .._faults import few_hints, hint
from .._json import dumps
from .._limits import USUAL_LIMITS, Limits
from .cells import TEXT, Cell
from .columns import Layout
from .reading import LINE, Reading

_TABLE_OF: Final = {cls: table for table, cls in TABLES.items()}


def to_rows(ledger: Ledger, *, formulas: Literal["keep", "escape"] = "keep") -> list[dict[str, Cell]]:
    """Write a ledger as rows of one table: flat dictionaries of plain text, integers and None, all of the same columns.

    Each record has a row, and so has each line, right below the commitment or the initiative that it belongs to. The
    column `record` says which it is. What is counted stands in columns of its own, such as `value_low`, `value_high`,
    `value_approximate` and `value_currency`; exact numbers are decimal text. Several parties, ids or periods stand
    between semicolons; what is nested deeper is JSON in its cell. Subclasses of your own add their columns at the end.

    Args:
        ledger: The records.
        formulas: What becomes of texts that a spreadsheet takes for a formula, as they begin with a tab or the end of a
            line, or with `=`, `+`, `-` or `@`, in full width or after blanks too: with `"escape"`, an apostrophe stands
            before them. `from_rows` reads such a text with its apostrophe: keep the rows without them for what is to
            be read back.

    Raises:
        WrongTypeError: It is no ledger.
        InvalidValueError: `formulas` is none of the two.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Money
        >>> grant = FinancialCommitment(id="grant", stage="pledged", value=Money("0.5", "EUR"))
        >>> row = to_rows(Ledger(commitments=[grant]))[0]
        >>> row["record"], row["kind"], row["recipient"], row["value_low"], row["value_currency"], row["announced"]
        ('commitment', 'financial', 'UA', '0.5', 'EUR', None)
    """
    layout = _layout(ledger, formulas, "to_rows")
    rows: list[dict[str, Cell]] = []
    for record in ledger.records:
        rows += ({"record": NAMES.get(TABLES[table], LINE), **row} for table, row in _rows_of(record, layout))
    return _filled(rows, ["record", *layout.columns()], formulas)


def to_tables(ledger: Ledger, *, formulas: Literal["keep", "escape"] = "keep") -> dict[str, list[dict[str, Cell]]]:
    """Write a ledger as a table for each kind of record, by name: sources, occasions, initiatives, and so on.

    The others are `commitments`, `lines`, `claims` and `positions`. Cells are those of `to_rows`, in the columns that a
    kind of record can fill. What follows from a ledger has columns besides:

    * `announced_earliest` and `announced_latest` beside `announced`, and so beside every period: the first and the last
      day that it can mean; empty where it is open;
    * `counts_pledged`, `counts_committed` and so on: 1 in the rows of commitments whose own value is in a sum at that
      stage, as `counted_at` says, else 0.

    Args:
        ledger: The records.
        formulas: What becomes of texts that a spreadsheet takes for a formula, as in `to_rows`.

    Raises:
        WrongTypeError: It is no ledger.
        InvalidValueError: `formulas` is none of the two.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Money
        >>> grant = FinancialCommitment(id="grant", stage="pledged", announced="2024-02", value=Money("0.5", "EUR"))
        >>> (row,) = to_tables(Ledger(commitments=[grant]))["commitments"]
        >>> row["announced_latest"], row["counts_pledged"], row["counts_committed"]
        ('2024-02-29', 1, 0)
    """
    layout = _layout(ledger, formulas, "to_tables")
    tables: dict[str, list[dict[str, Cell]]] = {table: [] for table in TABLES}
    for record in ledger.records:
        for table, row in _rows_of(record, layout):
            tables[table].append(row)
    counted = counted_at(ledger)
    for stages, row in zip(counted.values(), tables["commitments"], strict=True):
        row.update((counts(stage), int(stage in stages)) for stage in Stage)
    return {table: _filled(rows, table_columns(table), formulas) for table, rows in tables.items()}


def _layout(ledger: Ledger, formulas: str, where: str) -> Layout:
    an_instance(ledger, Ledger, where)
    one_of(formulas, ("keep", "escape"), f"{where}.formulas")
    return Layout(derives=where == "to_tables")


def _filled(rows: list[dict[str, Cell]], columns: Iterable[str], formulas: str) -> list[dict[str, Cell]]:
    """The rows with all columns in order."""
    if formulas == "escape":
        rows = without_formulas(rows)
    empty = dict.fromkeys([*columns, *(column for row in rows for column in row)])
    return [empty | row for row in rows]


def _rows_of(record: Record, layout: Layout) -> Iterator[tuple[str, dict[str, Cell]]]:
    """The row of a record and those of its lines, each with its table."""
    cls = next(cls for cls in NAMES if isinstance(record, cls))
    written: Any = json.loads(dumps(record))
    yield _TABLE_OF[cls], layout.cells(record, written)
    for at, line in enumerate(getattr(record, LINES[cls]) if cls in LINES else ()):
        owner = {"about": TEXT.write(record.id), "line": at}
        yield "lines", owner | layout.cells(line, written[LINES[cls]][at])


def from_rows(
    rows: Iterable[Mapping[str, Any]], *, onto: Ledger | None = None, limits: Limits = USUAL_LIMITS
) -> Ledger:
    """Read the rows that `to_rows` writes, or what a table made of them: `from_rows(to_rows(ledger)) == ledger`.

    Cells may all be text, as the csv module reads them, or what a data frame makes of them: whole numbers as floats,
    `Decimal`, days, NumPy's scalars. An empty one is absent, whether it is None, no text, NaN, NaT or pandas' NA, and
    so is a column that is not there. A float that is no whole number is refused, as no float is exact; so is a cell
    that belongs to no field of its row, so that nothing is lost. Rows may stand in any order.

    Args:
        rows: Mappings of columns to cells.
        onto: A ledger that the rows' references may point into, and to which their records are added.
        limits: How many faults are told, and how large, deep and long in digits one cell may be.

    Raises:
        DocumentError: Cells break rules. All faults come at once, each with its row and column, such as
            `row 2, value_low`: the first row under the heading is 2, as in a spreadsheet.
        WrongTypeError: The rows are no list of mappings.

    Examples:
        >>> from ukraine_support import DocumentError
        >>> ledger = from_rows([{"record": "commitment", "kind": "financial", "id": "grant", "stage": "pledged"}])
        >>> from_rows([{"record": "claim", "id": "paid", "about": "grant", "stage": "disbursed"}], onto=ledger)
        <Ledger of 1 commitment, 1 claim>
        >>> try:
        ...     from_rows([{"record": "source", "id": "article", "published": "2024-02-30"}])
        ... except DocumentError as error:
        ...     print(str(error).partition(";")[0])
        row 2, published: '2024-02-30' names no day or span that exists
    """
    return _read({"": rows}, onto, limits, "from_rows")


def from_tables(
    tables: Mapping[str, Iterable[Mapping[str, Any]]], *, onto: Ledger | None = None, limits: Limits = USUAL_LIMITS
) -> Ledger:
    """Read the tables that `to_tables` writes, or some of them: `from_tables(to_tables(ledger)) == ledger`.

    Cells are read as `from_rows` reads them. A day beside a period may be left out; one that the period does not say is
    wrong. What stands in the columns `counts_…` is passed over, as it is true only of all rows together.

    Args:
        tables: The rows of each table, by its name: one that is not there is empty.
        onto: A ledger that the rows' references may point into, and to which their records are added.
        limits: How many faults are told, and how large, deep and long in digits one cell may be.

    Raises:
        DocumentError: Cells break rules. All faults come at once, each with its table, row and column, such as
            `commitments, row 2, value_low`.
        WrongTypeError: The tables are no mapping of names to lists of mappings.
        InvalidValueError: There is no table of a name.

    Examples:
        >>> pledge = {"kind": "financial", "id": "grant", "stage": "pledged"}
        >>> from_tables({"commitments": [pledge], "claims": [{"id": "paid", "about": "grant", "stage": "disbursed"}]})
        <Ledger of 1 commitment, 1 claim>
    """
    if not is_mapping(tables):
        problem = f"{shown(tables)} is a {type(tables).__name__}"
        raise WrongTypeError("from_tables", problem, "pass a mapping of tables' names to lists of mappings")
    for table in tables:
        if table not in TABLES:
            advice = f"pass some of {', '.join(TABLES)}{hint(table, TABLES)}"
            raise InvalidValueError("from_tables", f"{shown(table)} is no table", advice)
    return _read(tables, onto, limits, "from_tables")


def _read(tables: Mapping[str, Iterable[Mapping[str, Any]]], onto: Ledger | None, limits: Limits, where: str) -> Ledger:
    for name, rows in tables.items():
        if isinstance(rows, str | bytes) or is_mapping(rows) or not is_iterable(rows):
            place = f"{where}.{name}" if name else where
            raise WrongTypeError(place, f"{shown(rows)} is a {type(rows).__name__}", "pass a list of mappings")
    if onto is not None and not isinstance(onto, Ledger):
        raise WrongTypeError(where, f"{shown(onto)} is no Ledger", "pass the ledger to add to")
    an_instance(limits, Limits, f"{where}.limits")
    with few_hints():
        return Reading(tables, onto, limits).ledger()
