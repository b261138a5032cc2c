"""Kiel's table of donors out of a release of its workbook: what the rows add up to, beside what Kiel published.

Run it with the path of release 7 of the Ukraine Support Tracker: `python examples/kiel_totals.py release-07.xlsx`. It
needs openpyxl to open the workbook; the library itself reads rows, not files.
"""

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from ukraine_support import Party
from ukraine_support.analysis import RateTable, Totals, totals
from ukraine_support.interchange import kiel
from ukraine_support.reference import find_party

CATEGORIES = ("financial", "humanitarian", "military")
BILLION = Decimal(10**9)


def main_rows(book: Any) -> Iterator[tuple[Any, ...]]:
    """The main sheet, its headings first."""
    yield from book["Bilateral assistance, MAIN DATA"].iter_rows(values_only=True)


def rates(book: Any) -> RateTable:
    """The release's own exchange rates: units of each currency for one euro, on every day."""
    rows = book["Exchange rates"].iter_rows(min_row=2, max_col=3, values_only=True)
    listed = {code: str(rate) for _, code, rate, *_ in rows if isinstance(code, str) and isinstance(rate, (int, float))}
    return RateTable.constant("EUR", listed)


def published(book: Any) -> dict[Party, tuple[Decimal, ...]]:
    """Kiel's sheet "Country Summary": billions of euros by donor, one for each category."""
    rows = book["Country Summary"].iter_rows(min_row=4, max_row=47, max_col=6, values_only=True)
    return {
        find_party(name): tuple(Decimal(str(billions)) for billions in sums)
        for _, name, _, *sums in rows
        if isinstance(sums[0], (int, float)) and name != "Total"
    }


def ours(table: Totals, donor: Party, category: str) -> Decimal:
    """The lowest sum of one cell, in billions."""
    low = table[donor, category].value.low if (donor, category) in table else None
    return Decimal(0) if low is None else low.amount / BILLION


def main(path: str) -> None:
    book = openpyxl.load_workbook(Path(path), read_only=True, data_only=True)
    reading = kiel.read(main_rows(book))
    table = totals(reading.ledger, by=("donor", "category"), currency="EUR", rates=rates(book))
    print(f"{reading.rows_read} rows, {len(reading.ledger.commitments)} packages, {len(reading.problems)} problems")
    print(f"\n{'EUR billion':<30}" + "".join(f"{category:>24}" for category in CATEGORIES))
    print(f"{'':<30}" + f"{'ours':>12}{'Kiel':>12}" * len(CATEGORIES))
    for donor, theirs in sorted(published(book).items(), key=lambda row: -sum(row[1])):
        pairs = [(ours(table, donor, category), their) for category, their in zip(CATEGORIES, theirs, strict=True)]
        cells = "".join(f"{mine:>12.3f}{their:>12.3f}" for mine, their in pairs)
        differs = any(abs(mine - their) * BILLION > 1 for mine, their in pairs)
        print(f"{donor.english_name:<30}{cells}{'  *' if differs else ''}")
    print("\n* differs by more than a euro: Kiel leaves out packages whose amount has no value in EUR in the workbook")
    if reading.problems:
        print(f"\n{reading.table()}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python examples/kiel_totals.py WORKBOOK")
    main(sys.argv[1])
