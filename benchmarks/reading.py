"""How long reading release 18 of Kiel's tracker takes, its rows in memory, beside openpyxl's time to load them."""

import os
import sys
from pathlib import Path
from time import perf_counter

import openpyxl

from ukraine_support.interchange import kiel

DATA = Path(os.environ.get("UKRAINE_SUPPORT_DATA", Path(__file__).parents[2] / "shared" / "data"))
WORKBOOK = DATA / "kiel" / "release-18-main-data.xlsx"
ROUNDS = 3
BOUND = 0.25


def main() -> None:
    """Measure, and print: the best of several rounds of each, alternating."""
    if not WORKBOOK.is_file():
        sys.exit(f"no workbook: {WORKBOOK} is absent; set UKRAINE_SUPPORT_DATA")
    loading = reading = float("inf")
    found = None
    for _ in range(ROUNDS):
        started = perf_counter()
        book = openpyxl.load_workbook(WORKBOOK, read_only=True, data_only=True)
        rows = list(book[book.sheetnames[0]].iter_rows(values_only=True))
        book.close()
        loaded = perf_counter()
        found = kiel.read(rows)
        reading = min(reading, perf_counter() - loaded)
        loading = min(loading, loaded - started)
    print(f"openpyxl loads the workbook in {loading:.2f} s")
    print(f"kiel.read reads its rows in {reading:.2f} s: {found}".partition(";")[0])
    ratio = reading / loading
    print(f"ratio {ratio:.2f}, bound {BOUND}: {'OK' if ratio <= BOUND else 'over'}")


if __name__ == "__main__":
    main()
