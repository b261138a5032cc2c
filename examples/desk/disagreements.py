"""Where Kiel and SIPRI differ on artillery: `disagreements.py release-18-main-data.xlsx trade-register.csv`."""

import csv
import io
import sys
from pathlib import Path

import openpyxl

from ukraine_support import ArtillerySystem
from ukraine_support.analysis import progress
from ukraine_support.display import describe
from ukraine_support.interchange import kiel, sipri

rows = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True)
text = io.StringIO(Path(sys.argv[2]).read_text(encoding="utf-8-sig"))
ledgers = kiel.read(rows).ledger, sipri.read(csv.reader(text)).ledger
by = ("donor", "designation")
ours, theirs = (progress(ledger, of=ArtillerySystem(), by=by, unit="pieces") for ledger in ledgers)
for key, cell in ours.items():
    if key in theirs and (cell.promised, cell.delivered) != (theirs[key].promised, theirs[key].delivered):
        figures = [cell.promised, theirs[key].promised, cell.delivered, theirs[key].delivered]
        print(describe(key[0], "en"), key[1], *(describe(figure, "en") for figure in figures), sep="\t")
