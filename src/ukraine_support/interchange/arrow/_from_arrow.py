"""Typed tables of Arrow, or of an engine that gives them as such, back into a ledger."""

from collections.abc import Mapping
from typing import Any, Protocol

import pyarrow as pa

from ..._errors import LedgerError, WrongTypeError, shown
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._tables import LINES, TABLES
from ._reading import Rows, Told, a_table


class ArrowStream(Protocol):
    """A table that can be had as a stream of [Arrow](https://arrow.apache.org): of pyarrow, polars, DuckDB, pandas.

    Examples:
        >>> import pyarrow
        >>> hasattr(pyarrow.table({"id": ["article"]}), "__arrow_c_stream__")
        True
    """

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The stream, as Arrow's PyCapsule interface defines it."""
        ...


def from_arrow(tables: Mapping[str, ArrowStream]) -> Ledger:
    """Read the tables that `to_arrow` writes, or what an engine made of them: `from_arrow(to_arrow(x)) == x`.

    Tables, their rows and columns may stand in any order. What is not there is left out: a table has no rows, and a
    column takes the default of its field. A column that belongs to no field is refused, unless all in it is null, so
    that nothing is lost.
    Columns that are derived may be left out. Days of a period are checked against the period; the others
    (`of_kind`, `known_from`, `component` and so on) are passed over, as a part of a ledger may give others.

    Texts, lists and numbers may be of any type of Arrow that holds them exactly: of no floats where exact numbers are
    due, and decimals of any precision.

    Args:
        tables: Each table under its name, as `to_arrow` gives them; as many as there are.

    Raises:
        DocumentError: Cells break rules. All faults come at once, each with its table, row and column, such as
            `commitments, row 0, value_low`; rows are counted from 0, as engines count them.
        WrongTypeError: A table gives no stream of Arrow, or one that does not hold together.
        InvalidValueError: There is no table of a name.

    Examples:
        >>> import pyarrow
        >>> from ukraine_support.interchange import arrow
        >>> arrow.from_arrow({"sources": pyarrow.table({"id": ["article"], "published": ["2024-02-27"]})})
        <Ledger of 1 source>
        >>> from ukraine_support import DocumentError
        >>> try:
        ...     arrow.from_arrow({"sources": pyarrow.table({"id": ["article"], "note": [5]})})
        ... except DocumentError as error:
        ...     print(error)
        sources, note: the column is of the type int64; it holds a map of text to text, as map<string, string>
    """
    if not isinstance(tables, Mapping):
        problem = f"{shown(tables)} is a {type(tables).__name__}"
        raise WrongTypeError("from_arrow", problem, 'pass a mapping, such as {"commitments": table}')
    for name in tables:
        a_table(name, "from_arrow")
    told = Told()
    rows = {name: Rows(name, tables[name], told) for name in TABLES if name in tables}
    lines = _Lines(rows.pop("lines") if "lines" in rows else Rows("lines", pa.table({}), told))
    records = {name: _records(table, lines) for name, table in rows.items()}
    lines.tell_of_those_left()
    if not told:
        try:
            return Ledger(**{name: list(held.values()) for name, held in records.items()})
        except LedgerError as error:
            places = {record.id: (name, row) for name, held in records.items() for row, record in held.items()}
            for fault in (error, *error.also):
                told.tell(*places[fault.record], fault.field or "id", fault.problem)
    raise told.error()


class _Lines:
    """The lines of a table by the id of the record that holds them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._made = rows.built(Line, range(rows.count), {})
        owners, self._places = rows.required("about"), rows.required("line")
        self._held: dict[str, list[int]] = {}
        """The rows of the lines of each record."""
        for row, (owner, place) in enumerate(zip(owners, self._places, strict=True)):
            if owner is not None and place is not None:
                self._held.setdefault(owner, []).append(row)

    def of(self, id: str) -> list[Any]:
        """The lines of a record, each of which is given out once."""
        held = sorted(self._held.pop(id, ()), key=self._places.__getitem__)
        for expected, row in enumerate(held):
            if self._places[row] != expected:
                problem = f"{self._places[row]} is not the next line of {shown(id)}; number them 0, 1, 2, each once"
                self._rows.tell(row, "line", problem)
                break
        return [self._made[row] for row in held if row in self._made]

    def tell_of_those_left(self) -> None:
        """Tell of lines whose record is not there."""
        for id, held in self._held.items():
            for row in held:
                self._rows.tell(row, "about", f"no commitment or initiative has the id {shown(id)}")


def _records(rows: Rows, lines: _Lines) -> dict[int, Any]:
    """The records of a table, by row."""
    found: dict[int, Any] = {}
    ids = rows.values("id")
    for cls, places in rows.by_class().items():
        of_lines = [field for base, field in LINES.items() if issubclass(cls, base)]
        found |= rows.built(cls, places, {field: [lines.of(ids[row]) for row in places] for field in of_lines})
    return found
