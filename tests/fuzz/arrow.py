"""What must hold of `from_arrow`: of tables that an engine changed, it reads or refuses, and keeps what it reads.

pyarrow is an extra: without it there is nothing to test.
"""

import random
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from odd_cells import ODD
from ukraine_support import DocumentError, InvalidValueError, Ledger, WrongTypeError
from ukraine_support.serialisation import loads

from .tables import LONGEST_TOLD

IS_INSTALLED: Final = find_spec("pyarrow") is not None
_TYPES: Final = (str, int, float, bool, bytes, type(None), date, datetime, time, timedelta, Decimal)
_HELD: Final = [cell for cell in ODD if type(cell) in _TYPES]
"""What pyarrow makes arrays of; others make it end the process."""


@cache
def _modules() -> tuple[Any, Any]:
    return import_module("pyarrow"), import_module("ukraine_support.interchange.arrow")


def arrow(data: bytes) -> bool:
    """The tables of a document that is right, some of whose columns are changed."""
    if not IS_INSTALLED:
        return False
    try:
        tables = _written(loads(data, Ledger))
    except DocumentError:
        return False
    choices = random.Random(data)
    for _ in range(choices.choice([0, 1, 1, 2, 4]) if tables else 0):
        tables = _changed(tables, choices)
    return bool(tables) and _is_read(tables)


def _written(ledger: Ledger) -> dict[str, Any]:
    """The tables of a ledger; none where an amount has more digits than fit there."""
    _, interchange = _modules()
    tables: dict[str, Any] = {}
    with suppress(InvalidValueError):
        tables = interchange.to_arrow(ledger)
    return tables


def _is_read(tables: dict[str, Any]) -> bool:
    _, interchange = _modules()
    refusal = DocumentError if all(map(_is_whole, tables.values())) else (DocumentError, WrongTypeError)
    try:
        found = interchange.from_arrow(tables)
    except refusal as error:
        faults = getattr(error, "problems", [("", str(error))])
    else:
        written = _written(found)
        assert not written or interchange.from_arrow(written) == found
        return True
    assert all(0 < len(fault) <= LONGEST_TOLD for _, fault in faults)
    return False


def _is_whole(table: Any) -> bool:
    """Whether pyarrow itself takes the table for a right one."""
    pa, _ = _modules()
    try:
        table.validate(full=True)
    except pa.ArrowException:
        return False
    return True


def _changed(tables: dict[str, Any], choices: random.Random) -> dict[str, Any]:
    """The tables with a change that keeps a table of Arrow whole: engines make most of them, mistakes the others."""
    pa, _ = _modules()
    name = choices.choice([name for name, table in tables.items() if len(table)] or list(tables))
    table = tables[name]
    at = choices.randrange(table.num_columns)
    column = table.columns[at].combine_chunks()
    with suppress(pa.ArrowException, TypeError, ValueError, OverflowError, RuntimeError, AttributeError):
        match choices.randrange(9):
            case 0:
                table = table.remove_column(at)
            case 1:
                held = column.to_pylist()
                for _ in range(choices.randint(1, 3)):
                    held[choices.randrange(len(held))] = choices.choice(_HELD)
                table = table.set_column(at, table.column_names[at], pa.array(held))
            case 2:
                held = [choices.choice(_HELD)] * len(column)
                table = table.set_column(at, table.column_names[at], pa.array(held))
            case 3:
                types: tuple[Any, ...] = (
                    pa.large_string(),
                    pa.string_view(),
                    pa.float64(),
                    pa.int8(),
                    pa.date64(),
                    pa.decimal256(60, 9),
                )
                types += (pa.timestamp("ns"), pa.binary(), pa.null(), pa.list_(pa.string()), pa.bool_(), pa.uint64())
                table = table.set_column(at, table.column_names[at], column.cast(choices.choice(types), safe=False))
            case 4:
                table = table.set_column(at, table.column_names[at], column.dictionary_encode())
            case 5:
                table = pa.concat_tables([table, table.slice(choices.randint(0, len(table)))])
            case 6:
                other = choices.randrange(table.num_columns)
                table = table.set_column(at, table.column_names[at], table.columns[other])
            case 7:
                table = table.append_column(choices.choice([*table.column_names, "x", ""]), column)
            case _:
                table = table.take([choices.randrange(len(table)) for _ in range(len(table))])
    return {**tables, name: table}
