"""Values, records and answers in words, for whatever shows them to people. Importing it registers every wording."""

from . import (
    answers,
    claims,
    commitments,
    comparison,
    estimates,
    parties,
    periods,
    quantities,
    several,
    support,
    values,
)

__all__ = [
    "answers",
    "claims",
    "commitments",
    "comparison",
    "estimates",
    "parties",
    "periods",
    "quantities",
    "several",
    "support",
    "values",
]
