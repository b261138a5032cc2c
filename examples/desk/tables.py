"""A document as tables that a colleague can use, a file of CSV for each: `tables.py RECORD.json FOLDER`."""

import csv
import sys
from pathlib import Path

from ukraine_support.serialisation import loads, to_tables

ledger = loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
for name, rows in to_tables(ledger, formulas="escape").items():
    if rows:
        with (Path(sys.argv[2]) / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
