"""What puts anything into words: once this is imported, every wording is registered."""

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
from .wording import Describes, worded, wording

__all__ = [
    "Describes",
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
    "worded",
    "wording",
]
