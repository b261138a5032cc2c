"""A ledger as rows of a table, and back."""

from .table import from_rows, to_rows

__all__ = ["from_rows", "to_rows"]
