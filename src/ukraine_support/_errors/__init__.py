"""Every error that the library raises on purpose.

Each one is an [`UkraineSupportError`][ukraine_support.UkraineSupportError] and also the built-in error that fits, so
`except ValueError` keeps working. Each carries its parts as attributes, survives pickling, and says what was given,
where, and what is accepted.
"""

from ._lookups import AmbiguousNameError, NotYetKnownError, RateNotFoundError, UnknownIdError, UnknownNameError
from ._messages import around, meant, near, place, shown
from ._records import CyclicReferenceError, DocumentError, DuplicateIdError, LedgerError, UnknownReferenceError
from ._values import (
    AmbiguousStanceError,
    CurrencyMismatchError,
    InexactError,
    InvalidValueError,
    KindError,
    UkraineSupportError,
    UnitMismatchError,
    UnorderedError,
    WrongTypeError,
)

__all__ = [
    "AmbiguousNameError",
    "AmbiguousStanceError",
    "CurrencyMismatchError",
    "CyclicReferenceError",
    "DocumentError",
    "DuplicateIdError",
    "InexactError",
    "InvalidValueError",
    "KindError",
    "LedgerError",
    "NotYetKnownError",
    "RateNotFoundError",
    "UkraineSupportError",
    "UnitMismatchError",
    "UnknownIdError",
    "UnknownNameError",
    "UnknownReferenceError",
    "UnorderedError",
    "WrongTypeError",
    "around",
    "meant",
    "near",
    "place",
    "shown",
]
