"""Odd objects as rows: a reader gives what it read, or our own error."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pytest

from fuzz.tables import IATI_WITNESS, KIEL_WITNESS, SIPRI_WITNESS
from odd_cells import ODD, Disguised, name_of
from ukraine_support import DocumentError, InvalidValueError
from ukraine_support.analysis import totals_of
from ukraine_support.interchange import Column, Sheet, kiel, sipri, transactions
from ukraine_support.interchange.kiel._columns import COLUMNS as KIEL_COLUMNS
from ukraine_support.interchange.sipri import _COLUMNS as SIPRI_COLUMNS
from ukraine_support.interchange.transactions import _COLUMNS as COLUMNS
from ukraine_support.serialisation import from_rows, from_tables


def _headed(columns: Iterable[Column], cells: Mapping[str, Any]) -> dict[str, Any]:
    """A row under the headings that a reader asks for."""
    return {column.headings[0]: cells.get(column.name) for column in columns if column.headings[0]}


WITNESSES: dict[str, dict[str, Any]] = {
    "kiel": _headed(KIEL_COLUMNS, KIEL_WITNESS),
    "sipri": _headed(SIPRI_COLUMNS, SIPRI_WITNESS),
    "transactions": _headed(COLUMNS, IATI_WITNESS),
    "sheet": {"party": "Poland", "count": "5", "note": ""},
    "from_rows": {"table": "sources", "id": "a"},
    "from_tables": {"id": "a"},
    "totals_of": {"low": 5, "high": 5},
}
"""A row that comes before the odd one."""


def _sheet(rows: Any) -> object:
    sheet = Sheet(rows, [Column("party", ["party"], breaks=True), Column("count", ["count"], breaks=True)], preamble=2)
    return [(row.text("party"), row.count("count")) for row in sheet]


READERS: dict[str, Callable[[Any], object]] = {
    "kiel": kiel.read,
    "sipri": sipri.read,
    "transactions": transactions.read,
    "sheet": _sheet,
    "from_rows": from_rows,
    "from_tables": lambda rows: from_tables({"sources": rows}),
    "totals_of": totals_of,
}


def tables(odd: Any, witness: dict[str, Any]) -> Iterator[Any]:
    """Where an object may stand."""
    headings, cells = [*witness], [*witness.values()]
    yield from ([odd], [odd, odd], [odd, witness], [odd, headings, cells], [witness, odd], [witness, odd, witness])
    yield from ([headings, odd], [headings, cells, odd], [headings, odd, cells], [headings, cells[:1], odd])
    yield from ([headings, cells[:2], odd, odd], [witness | {None: odd}])


@pytest.mark.parametrize("reader", READERS)
def test_an_odd_object_as_a_row_is_read_or_refused(reader: str) -> None:
    read, others = READERS[reader], []
    for odd in ODD:
        for table in tables(odd, WITNESSES[reader]):
            try:
                read(table)
            except Exception as error:
                if not isinstance(error, InvalidValueError | DocumentError):
                    others.append((name_of(odd), error))
    assert others == []


@pytest.mark.parametrize("reader", ["kiel", "sipri", "transactions", "sheet"])
@pytest.mark.parametrize("cls", [dict, list, str])
def test_a_row_is_of_its_own_class_whatever_it_says(reader: str, cls: type) -> None:
    with pytest.raises(InvalidValueError, match="Disguised"):
        READERS[reader]([WITNESSES[reader], Disguised(cls)])
