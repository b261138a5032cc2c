"""What must hold of a reader of foreign tables: where the headings are right, a reading comes out, whatever the cells.

Its rows add up, and what one row gives does not depend on the cells of another: a row that is known to be right, put
below the others, gives the same records as alone.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ukraine_support import InvalidValueError, UkraineSupportError
from ukraine_support.interchange import Column, Reading, Sheet
from ukraine_support.serialisation import dumps, loads

_PREAMBLE: Final = 30
LONGEST_TOLD: Final = 1_000
"""Characters of one fault, one problem or one note, however long the input."""
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
IATI_WITNESS: Final = {
    "activity": "WITNESS7",
    "type": "2",
    "day": "2024-01-15",
    "value": "7",
    "currency": "NOK",
    "reporter": "NO-GOV-7",
    "countries": "UA",
}
"""A transaction of an activity that no other row is of."""
FTS_WITNESS: Final = {
    "flow": "WITNESS7",
    "status": "paid",
    "date": "2024-01-15",
    "dollars": "7",
    "source_types": "Governments",
    "source_places": "NOR",
    "source": "Norway, Government of",
    "places": "UKR",
}
"""A flow that no other row is like."""
_NAMES: Final = ("id", "designation", "activity", "flow", "text")
"""The columns by which a witness is told from other rows."""


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
    _assert_adds_up(found, len(rows))
    assert str(found)
    assert all(0 < len(str(told)) <= LONGEST_TOLD for told in (*found.problems, *found.notes, *found.passed))
    assert loads(dumps(found.ledger)) == found.ledger
    row, texts = _row(heads, columns, witness), _texts(rows)
    if any(name in witness and witness[name] in _cells(row) and witness[name] not in texts for name in _NAMES):
        _assert_independent(read, rows, heads, row)
    return found


def _assert_adds_up(found: Reading, given: int) -> None:
    """Every row is accounted for once, and so is every amount: it counts or is set aside, in one portion alone."""
    lost = {problem.row for problem in found.problems if problem.fatal}
    accounted = found.rows_structured + found.rows_blank + found.rows_passed + len(lost)
    assert accounted == found.rows_read <= given, "the rows do not add up"
    assert found.rows_structured >= 0
    gone = lost | {passed.row for passed in found.passed}
    entered = Counter((portion.column, row) for portion in found.amounts for row in portion.rows)
    assert set(entered.values()) <= {1}, "an amount is accounted for twice"
    for account in found.accounts():
        assert account.sum == account.counted + account.set_aside, "the amounts do not add up"
    counted = [row for portion in found.amounts if portion.is_counted for row in portion.rows]
    assert gone.isdisjoint(counted), "what counts is of a row that gives no record"
    assert str(found.accounts()) or not found.amounts
    assert len(found.accounts().rows()) == len(found.amounts)


def _texts(rows: Any) -> str:
    """All texts of a table; other cells may have no `repr`."""
    return "\n".join(str.__str__(cell) for row in rows for cell in _cells(row) if issubclass(type(cell), str))


def _cells(row: Any) -> list[Any]:
    return list(row.values() if isinstance(row, dict) else row)


def _heads(read: Callable[[Any], Reading], rows: Any) -> Any:
    """The rows up to the first below headings that the reader accepts, where all are of one kind.

    That row shows whether an index stands before the headings.
    """
    if not isinstance(rows, list) or not rows:
        return None
    if all(isinstance(row, dict) for row in rows):
        heads = rows[:1]
        return heads if _is_read(read, heads) else None
    if all(issubclass(type(row), Sequence) and not issubclass(type(row), str | bytes) for row in rows):
        for number in range(1, min(len(rows), _PREAMBLE + 1) + 1):
            heads = rows[: number + 1]
            if _is_read(read, rows[:number]):
                return heads if _is_read(read, heads) else None
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
    except InvalidValueError as error:  # of the headings, or as there are no rows
        message = str(error)
    assert 0 < len(message) <= LONGEST_TOLD, "rows are read whose headings alone are refused, or refused at length"


def _row(heads: Any, columns: Sequence[Column], witness: Mapping[str, Any]) -> Any:
    """The witness as a row under these headings."""
    preamble = 0 if isinstance(heads[0], dict) else _PREAMBLE
    sheet = Sheet(heads, columns, preamble=preamble)
    cells: list[Any] = [None] * len(sheet.headings)
    for name, at in sheet.at.items():
        cells[at] = witness.get(name)
    return dict(zip(heads[0], cells, strict=True)) if isinstance(heads[0], dict) else cells


def _assert_independent(read: Callable[[Any], Reading], rows: Any, heads: Any, witness: Any) -> None:
    before, alone, among = (read(table).ledger for table in (heads, [*heads, witness], [*rows, witness]))
    own = {record.id: record for record in alone.records if record.id not in before}
    assert {id: among.get(id) for id in own} == own, "a cell of one row has changed what another gives"
