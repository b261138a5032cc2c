"""The domain: typed, immutable values and records. Public through `ukraine_support` alone."""
