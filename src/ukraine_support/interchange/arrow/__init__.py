"""A ledger as typed tables of [Arrow](https://arrow.apache.org), and back.

[`to_arrow`][ukraine_support.interchange.arrow.to_arrow] gives tables that polars, DuckDB, pandas, Spark and Parquet
take as they are; [`from_arrow`][ukraine_support.interchange.arrow.from_arrow] makes a ledger of what they give back.

Where there is more than one machine's worth, an engine adds up:
[`summands`][ukraine_support.interchange.arrow.summands] gives what can count,
[`totals_query`][ukraine_support.interchange.arrow.totals_query] the SQL that adds it up, and
[`totals_of`][ukraine_support.interchange.arrow.totals_of] the totals that this comes to; the same goes for quantities.
[`to_table`][ukraine_support.interchange.arrow.to_table] gives answers as tables.

It is an extra: `pip install "ukraine-support[arrow]"`. Nothing else in the library loads it.
"""

try:
    from ._answers import quantities_of, to_table, totals_of
    from ._from_arrow import ArrowStream, from_arrow
    from ._summands import quantities_query, quantity_summands, summands, totals_query
    from ._to_arrow import schema, to_arrow
except ModuleNotFoundError as _error:
    _needed = 'ukraine_support.interchange.arrow needs pyarrow: pip install "ukraine-support[arrow]"'
    raise ModuleNotFoundError(_needed, name=_error.name) from _error

__all__ = [
    "ArrowStream",
    "from_arrow",
    "quantities_of",
    "quantities_query",
    "quantity_summands",
    "schema",
    "summands",
    "to_arrow",
    "to_table",
    "totals_of",
    "totals_query",
]
