"""The model as JSON, through [cattrs](https://catt.rs): strict, stable, and open to subclasses of your own.

`loads` and `dumps` read and write whole documents, or parts of one; `make_converter` and `configure_converter` give
the hooks to a converter of yours; `json_schema` describes documents to other languages; `to_rows` and `from_rows` turn
a ledger into rows of one table and back, `to_tables` and `from_tables` into a table for each kind of record, which
`table_schema` describes; `to_cell` and `from_cell` one value. Nothing here touches a file: read its text yourself and
pass it on.
"""

from ._cell import from_cell, to_cell
from ._converter import configure_converter, make_converter
from ._json import dumps, loads
from ._limits import Limits
from ._rows.cells import Cell
from ._rows.table import from_rows, from_tables, to_rows, to_tables
from ._schema.schema import json_schema
from ._schema.shapes import Schema
from ._schema.table_schema import table_schema

__all__ = [
    "Cell",
    "Limits",
    "Schema",
    "configure_converter",
    "dumps",
    "from_cell",
    "from_rows",
    "from_tables",
    "json_schema",
    "loads",
    "make_converter",
    "table_schema",
    "to_cell",
    "to_rows",
    "to_tables",
]
