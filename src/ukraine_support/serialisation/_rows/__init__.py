"""A ledger as rows of a table, and back."""
