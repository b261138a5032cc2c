"""Foreign tables, row by row: what others keep in their own columns becomes a ledger.

One public module per source: `kiel` reads the Ukraine Support Tracker of the Kiel Institute, `sipri` the trade register
of the Stockholm International Peace Research Institute, `transactions` those of IATI's datastore and of OCHA's
Financial Tracking Service. Each takes rows that you have loaded yourself and gives a
[`Reading`][ukraine_support.interchange.Reading]: the ledger, every [`Problem`][ukraine_support.interchange.Problem],
every [`Note`][ukraine_support.interchange.Note] on what is odd and no fault, and counts that add up.

A reader of your own for another source stands on the same base: name its columns
([`Column`][ukraine_support.interchange.Column]), iterate over the rows of a
[`Sheet`][ukraine_support.interchange.Sheet], and ask the sheet for the reading.
"""

from . import _in_words as _in_words
from ._sheet.amounts import Accounts, ColumnAccount, Portion
from ._sheet.headings import Column
from ._sheet.reading import Note, Passed, Problem, Reading
from ._sheet.sheet import Row, Sheet

__all__ = ["Accounts", "Column", "ColumnAccount", "Note", "Passed", "Portion", "Problem", "Reading", "Row", "Sheet"]
