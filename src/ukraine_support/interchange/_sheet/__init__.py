"""The base on which readers of foreign tables stand: rows, columns, cells, and an account of all that was in them."""
