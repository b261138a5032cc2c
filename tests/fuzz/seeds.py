"""What a fuzz run begins with: the seed ledger record by record, generated records, tables, and what once failed."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, seed, settings

from ukraine_support import Calibre, Ledger, Length, Money, Period, Record
from ukraine_support._model.references import references
from ukraine_support.interchange.kiel._columns import COLUMNS
from ukraine_support.interchange.transactions import _COLUMNS as OF_TRANSACTIONS
from ukraine_support.serialisation import dumps, loads, to_rows, to_tables
from ukraine_support.testing import ledgers, values

from .laws import PARTS
from .mutations import TOKENS

_ROOT: Final = Path(__file__).parents[2]
_PARIS: Final = loads((_ROOT / "seeds" / "paris-2024.json").read_bytes())
_CORPUS: Final = Path(__file__).with_name("corpus")
_GENERATED: Final = 30
_SIPRI: Final = (
    (
        *("Recipient", "Supplier", "Year of order", " ", "Number ordered", " ", "Weapon designation"),
        *("Weapon description", "Number delivered", " ", "Year(s) of delivery", "status", "Comments", "SIPRI TIV"),
    ),
    (
        *("Ukraine", "Czechia", "2023", "?", "9", "", "DITA 155mm", "self-propelled gun", "9", "?", "2024; 2025"),
        *("New", "Financed by Netherlands as aid", "1.4"),
    ),
    ("unknown recipient", "Rwanda", "2024", "", "", "", "", "missile", "0", "", "", "Second hand", "", ""),
)
_KIEL: Final = {
    "id": "NLM1",
    "part": "NLM1_1",
    "donor": "Netherlands",
    "date": "until 6/9/2022",
    "type": "Military",
    "subtype": "Weapons",
    "currency": "EUR",
    "measure": "Allocation",
    "stated": "1,000",
    "item": "155mm artillery round",
    "item_type": "Ammunition for heavy weapon",
    "units": "up to 50",
    "delivered": "undisclosed",
    "price": 3800.5,
    "total": "1000",
    "total_eur": "1000.5",
    "part_total": "800",
    "initiative": "Czech Initiative",
    "year": 2024,
    "month": 6,
    "source_1": "https://example.org/a",
    "value_kind": "Unknown",
}

_IATI: Final = {
    "activity": "NO-1",
    "type": "2",
    "day": "2024-01-15T00:00:00Z",
    "value": "1000.0",
    "currency": "EUR",
    "default_currency": "NOK",
    "words": "Repair",
    "title": "Repair of schools",
    "reporter": "NO-BRC-971277882",
    "reporter_name": "Norad",
    "secondary": "false",
    "provider": "GB-GOV-1",
    "provider_name": "FCDO",
    "receiver": "XM-DAC-41122",
    "receiver_name": "UNICEF",
    "countries": "UA",
    "percentages": "100",
    "is_humanitarian": "false",
    "default_finance": "110",
}
_FTS: Final = {
    "flow": "312345",
    "status": "commitment",
    "date": "2024-03-05T00:00:00Z",
    "decided": "2024-03-01",
    "description": "Winter help",
    "dollars": "1080",
    "original": "1000",
    "original_currency": "EUR",
    "source": "Germany, Government of",
    "source_types": "Governments",
    "source_places": "DEU",
    "through": "World Food Programme",
    "places": "UKR",
    "from_year": "2024",
    "to_year": "2025",
    "boundary": "incoming",
}
_OWN: Final[list[list[Any]]] = [
    ["No.", "Given", "", "Mio. EUR", "When", "Donor", "Remarks"],
    ["a", "up to 50", "?", "1,5", "05/06/2024", "Norway", "x"],
    ["b", 300, None, 20.5, "since 2022", "Німеччина", ""],
    ["c", "a dozen", "", "20.000", "16/02/2023", "unknown", "y"],
]


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """The inputs that a target begins with; the same at every call."""
    return (*_MAKERS[target](), *corpus(target))


def corpus(target: str) -> list[bytes]:
    """The inputs that once failed, or that reach odd corners."""
    return [path.read_bytes() for path in sorted((_CORPUS / target).glob("*"))]


def _generated(strategy: Any) -> list[Any]:
    found: list[Any] = []

    @seed(2024)
    @settings(max_examples=_GENERATED, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


def _around(record: Record) -> Ledger:
    """A record of the seed with all that it refers to."""
    held, pending = {record.id: record}, [record]
    while pending:
        for reference in references(pending.pop()):
            if reference.target not in held:
                held[reference.target] = _PARIS[reference.target]
                pending.append(held[reference.target])
    return Ledger.of(held.values())


@cache
def _small_ledgers() -> list[Ledger]:
    return [*map(_around, _PARIS.records), *_generated(ledgers(most=1))]


def _documents() -> Iterator[bytes]:
    yield from (dumps(found).encode() for found in _small_ledgers())


def _parts() -> Iterator[bytes]:
    for value in (*_PARIS.records, *_generated(values(Record)), *_generated(values())):
        names = [name for name, cls in PARTS.items() if isinstance(cls, type) and isinstance(value, cls)]
        for name in names or ["Estimate[int]", "Estimate[Money]"]:
            yield f"{name}\n{dumps(value)}".encode()


def _tables() -> Iterator[bytes]:
    for found in _small_ledgers():
        rows = [{column: cell for column, cell in row.items() if cell is not None} for row in to_rows(found)]
        yield json.dumps(rows).encode()
        yield json.dumps(
            [{column: _in_a_frame(cell) for column, cell in row.items()} for row in to_rows(found)]
        ).encode()


def _in_a_frame(cell: Any) -> Any:
    """What a data frame makes of a cell: integers beside empty ones are floats."""
    if type(cell) is int and abs(cell) < 2**53:
        return float(cell)
    return float("nan") if cell is None else cell


def _texts() -> Iterator[bytes]:
    yield from (token.encode("utf-8", "surrogatepass") for token in TOKENS)
    yield from (str(value).encode() for cls in (Money, Period, Calibre, Length) for value in _generated(values(cls)))
    names = ("Czech Republic", "TÜRKIYE", "Korea", "EU (Commission and Council)", "Німеччина", "unknown supplier(s)")
    yield from (name.encode() for name in names)


def _kiel() -> Iterator[bytes]:
    for generation in (0, 1):
        headings = {column.name: column.headings[min(generation, len(column.headings) - 1)] for column in COLUMNS}
        row = {headings[name]: cell for name, cell in _KIEL.items()}
        yield json.dumps([row]).encode()
        yield json.dumps([list(row), list(row.values())]).encode()
        yield json.dumps([row, row | {headings["measure"]: "Commitment", headings["part"]: ""}]).encode()


def _sipri() -> Iterator[bytes]:
    yield json.dumps(_SIPRI).encode()


def _several_tables() -> Iterator[bytes]:
    for found in _small_ledgers():
        tables = to_tables(found)
        yield json.dumps({name: rows for name, rows in tables.items() if rows}).encode()
        framed = {
            name: [{at: _in_a_frame(cell) for at, cell in row.items()} for row in tables[name]] for name in tables
        }
        yield json.dumps(framed).encode()


def _transactions() -> Iterator[bytes]:
    headings = {column.name: column.headings[0] for column in OF_TRANSACTIONS}
    for row, changes in (
        (_IATI, [{}, {"type": "3", "value": "-50"}, {"type": "12"}, {"type": "1"}, {"activity": "NO-2", "type": "4"}]),
        (
            _FTS,
            [
                {},
                {"flow": "5", "original": ""},
                {"flow": "6", "boundary": "internal"},
                {"flow": "7", "places": "UKR,POL"},
            ],
        ),
    ):
        table = [{headings[name]: cell for name, cell in (row | changed).items()} for changed in changes]
        yield json.dumps(table[:1]).encode()
        yield json.dumps(table).encode()
        yield json.dumps([list(table[0]), *(list(each.values()) for each in table)]).encode()


def _own_tables() -> Iterator[bytes]:
    yield json.dumps(_OWN).encode()
    yield json.dumps([["Title"], [], *_OWN]).encode()
    yield json.dumps([dict(zip(_OWN[0], row, strict=True)) for row in _OWN[1:]]).encode()
    yield from _transactions()


def _cells() -> Iterator[bytes]:
    made = {name: _MAKERS[name]() for name in ("kiel", "sipri", "rows", "ledger", "tables", "transactions", "sheet")}
    for name, inputs in made.items():
        yield from (name.encode() + b"\n" + data for data in islice(inputs, 20))
    yield from (f"value\n{number}".encode() for number in range(20))


_MAKERS: Final[Mapping[str, Callable[[], Iterator[bytes]]]] = {
    "ledger": _documents,
    "part": _parts,
    "rows": _tables,
    "text": _texts,
    "kiel": _kiel,
    "sipri": _sipri,
    "tables": _several_tables,
    "transactions": _transactions,
    "sheet": _own_tables,
    "cells": _cells,
    "arrow": _documents,
}
