"""What must hold of a reader of foreign tables: where the headings are right, a reading comes out, whatever the cells.

Its rows add up, and what one row gives does not depend on the cells of another: a row that is known to be right, put
below the others, gives the same records as alone.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ukraine_support import UkraineSupportError
from ukraine_support.interchange import Column, Reading, Sheet
from ukraine_support.serialisation import dumps, loads

_PREAMBLE: Final = 30
KIEL_WITNESS: Final = {
    "id": "WITNESS7",
    "part": "WITNESS7_1",
    "donor": "Norway",
    "date": "2022-03-27",
    "type": "Military",
    "currency": "NOK",
    "measure": "Allocation",
    "stated": 7,
    "item": "helmet of a witness",
    "units": 7,
    "delivered": 5,
    "total": 7,
    "part_total": 7,
}
"""A row of Kiel's tracker, by the names of its columns: of a package that no other row is of."""
SIPRI_WITNESS: Final = {
    "recipient": "Ukraine",
    "supplier": "Norway",
    "year": "2022",
    "year_doubt": "?",
    "ordered": "7",
    "designation": "Witness 7",
    "description": "tank",
    "delivered": "5",
    "years": "2023",
}
"""An order of SIPRI's register that no other row is like."""


def reading(
    read: Callable[[Any], Reading], rows: Any, columns: Sequence[Column], witness: Mapping[str, Any]
) -> Reading | None:
    """What a reader makes of rows; None where these are no table of the reader's, and it says so.

    Args:
        read: The reader.
        rows: What may be rows.
        columns: The columns that the reader knows.
        witness: A row that is right, by the names of the columns.
    """
    heads = _heads(read, rows)
    if heads is None:
        _assert_refused(read, rows)
        return None
    found = read(rows)
    assert isinstance(found, Reading)
    lost = {problem.row for problem in found.problems if problem.fatal}
    counted = found.rows_structured + found.rows_blank + found.rows_passed + len(lost)
    assert counted == found.rows_read, "the rows do not add up"
    assert found.rows_read <= len(rows)
    assert str(found)
    assert loads(dumps(found.ledger)) == found.ledger
    if not any(str(cell) in _texts(rows) for name, cell in witness.items() if name in ("id", "designation")):
        _assert_independent(read, rows, heads, _row(heads, columns, witness))
    return found


def _texts(rows: Any) -> str:
    """All texts of a table; other cells may have no `repr`."""
    rows = [row.values() if isinstance(row, dict) else row for row in rows]
    return "\n".join(cell for row in rows for cell in row if isinstance(cell, str))


def _heads(read: Callable[[Any], Reading], rows: Any) -> Any:
    """The rows up to the headings, where all of them are rows of one kind below headings that the reader accepts."""
    if not isinstance(rows, list) or not rows:
        return None
    if all(isinstance(row, dict) for row in rows):
        heads = [dict.fromkeys(rows[0])]
        return heads if _is_read(read, heads) else None
    if all(isinstance(row, list) for row in rows):
        found = (rows[:number] for number in range(1, min(len(rows), _PREAMBLE + 1) + 1))
        return next((heads for heads in found if _is_read(read, heads)), None)
    return None


def _is_read(read: Callable[[Any], Reading], rows: Any) -> bool:
    try:
        read(rows)
    except UkraineSupportError:
        return False
    return True


def _assert_refused(read: Callable[[Any], Reading], rows: Any) -> None:
    message = ""
    try:
        read(rows)
    except UkraineSupportError as error:
        message = str(error)
    assert 0 < len(message) <= 1_000, "rows are read whose headings alone are refused, or refused at length"


def _row(heads: Any, columns: Sequence[Column], witness: Mapping[str, Any]) -> Any:
    """The witness as a row under these headings."""
    preamble = 0 if isinstance(heads[0], dict) else _PREAMBLE
    sheet = Sheet(heads, columns, preamble=preamble)
    cells: list[Any] = [None] * len(sheet.headings)
    for name, at in sheet.at.items():
        cells[at] = witness.get(name)
    return dict(zip(heads[0], cells, strict=True)) if isinstance(heads[0], dict) else cells


def _assert_independent(read: Callable[[Any], Reading], rows: Any, heads: Any, witness: Any) -> None:
    alone, among = read([*heads, witness]).ledger, read([*rows, witness]).ledger
    assert among.commitments.items() >= alone.commitments.items(), "a cell of one row has changed what another gives"
    assert among.claims.items() >= alone.claims.items(), "a cell of one row has changed what another claims"
