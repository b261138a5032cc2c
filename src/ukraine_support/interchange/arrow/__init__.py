"""A ledger as typed tables of [Arrow](https://arrow.apache.org), and back.

[`to_arrow`][ukraine_support.interchange.arrow.to_arrow] gives tables that polars, DuckDB, pandas, Spark and Parquet
take as they are; [`from_arrow`][ukraine_support.interchange.arrow.from_arrow] makes a ledger of what they give back.

It is an extra: `pip install "ukraine-support[arrow]"`. Nothing else in the library loads it.
"""

try:
    from ._from_arrow import ArrowStream, from_arrow
    from ._to_arrow import schema, to_arrow
except ModuleNotFoundError as _error:
    _needed = 'ukraine_support.interchange.arrow needs pyarrow: pip install "ukraine-support[arrow]"'
    raise ModuleNotFoundError(_needed, name=_error.name) from _error

__all__ = ["ArrowStream", "from_arrow", "schema", "to_arrow"]
