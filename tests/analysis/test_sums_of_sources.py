"""What `quantities` and `progress` tell is what the sources' own columns and tables add up to."""

import csv
from collections import Counter
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest

from ukraine_support import Howitzer, InfantryFightingVehicle, Line, Materiel, Tank, UnnamedParty
from ukraine_support.analysis import progress, quantities
from ukraine_support.interchange import kiel, sipri
from ukraine_support.reference import find_party

Row: TypeAlias = tuple[Any, ...]


def _sheets(path: Path, *names: str | int) -> list[list[Row]]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    sheets = [book[name] if isinstance(name, str) else book.worksheets[name] for name in names]
    return [list(sheet.iter_rows(values_only=True)) for sheet in sheets]


def item(line: Line) -> str:
    """What the source calls it."""
    return str(getattr(line.of[0], "description", None)).strip()


def kiels_item(line: Line) -> str:
    """The same, whatever its capitals: sums of a spreadsheet do not tell them apart."""
    return item(line).casefold()


def kiels_type(line: Line) -> str | None:
    """Kiel's own type of a heavy weapon."""
    return line.extras.get("Sub-type of item") if line.extras.get("Type of Item") == "Heavy weapon" else None


def _lows(table: Mapping[Any, Any], *names: str) -> list[Counter[tuple[Hashable, str]]]:
    """The low ends of some figures, by the first two parts of the key."""
    found: list[Counter[tuple[Hashable, str]]] = [Counter() for _ in names]
    for (first, second, _), cell in table.items():
        for sums, name in zip(found, names, strict=True):
            sums[first, second] += getattr(cell, name).low or 0
    return found


def test_kiels_tables_of_committed_and_delivered_weapons_come_out(shared_data: Path) -> None:
    main, *tables = _sheets(
        shared_data / "kiel/release-07.xlsx",
        "Bilateral assistance, MAIN DATA",
        "Committed weapons",
        "Delivered weapons",
    )
    told = progress(kiel.read(iter(main)).ledger, of=Materiel(), by=("donor", kiels_item, "unit"), stage="committed")
    cells = 0
    for (head, *rows), sums in zip(tables, _lows(told, "promised", "delivered"), strict=True):
        donors = {at: find_party(str(head[at])) for at in range(5, len(head)) if head[at] is not None}
        for row in rows:
            for at, donor in donors.items() if row[0] is not None else ():
                assert sums[donor, str(row[0]).strip().casefold()] == (row[at] or 0), (row[0], donor)
                cells += 1
    assert cells == 3_080


def test_types_of_weapons_differ_from_kiels_where_it_writes_one_in_two_ways(shared_data: Path) -> None:
    (rows,) = _sheets(shared_data / "kiel/release-18-main-data.xlsx", 0)
    ledger = kiel.read(iter(rows), amounts="redistributed").ledger
    tanks = quantities(ledger, of=Tank(), by=kiels_type, stage="committed")
    lows = {key: round(cell.quantity.low or 0, 2) for key, cell in tanks.items() if cell.lines}
    # Kiel's 738.67 leave out the 90 overhauled T-72s, whose type it writes with another capital
    assert {key: float(low) for key, low in lows.items()} == {
        "Main Battle Tank (MBT)": 738.67,
        "Main battle tank (MBT)": 90,
    }
    assert quantities(ledger, of=InfantryFightingVehicle(), stage="committed").whole.quantity.low == 1_189
    howitzers = quantities(ledger, of=Howitzer(calibre="155 mm"), by=kiels_type, stage="committed")
    assert round(howitzers["155mm howitzer"].quantity.low or 0) == 621


@pytest.mark.parametrize("figure", ["promised", "delivered"])
def test_sipris_numbers_ordered_and_delivered_come_out(shared_data: Path, figure: str) -> None:
    with (shared_data / "sipri/ukraine-2022-plus.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    supplier, description = head.index("Supplier"), head.index("Weapon description")
    number = head.index("Number ordered" if figure == "promised" else "Number delivered")
    expected: Counter[tuple[str, str]] = Counter()
    for row in rows:
        expected[row[supplier], row[description]] += int(row[number] or 0)
    told = progress(sipri.read([head, *rows]).ledger, of=Materiel(), by=("supplier", item, "unit"), stage="contracted")
    (sums,) = _lows(told, figure)
    found = {_names(party, expected): 0 for party, _ in sums}
    assert sum(sums.values()) == sum(expected.values())
    assert len(found) == len({party for party, _ in expected})
    for (party, thing), low in sums.items():
        assert low == expected[_names(party, expected), thing]


def _names(party: Any, expected: Mapping[tuple[str, str], int]) -> str:
    """What SIPRI calls a supplier."""
    if isinstance(party, UnnamedParty):
        return str(party.description)
    return next(name for name, _ in expected if not name.startswith("unknown") and find_party(name) == party)
