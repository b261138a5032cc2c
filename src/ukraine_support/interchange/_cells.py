"""Cells of foreign tables as values: texts, numbers and counts, however a spreadsheet or a data frame gives them.

Rows come from openpyxl (numbers, datetimes, None), pandas (NaN, NaT, Timestamps), polars, or a csv file (text alone).
What a cell says is the same in each.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from math import isnan
from operator import index, ne
from typing import Any, Final

from .._errors import InvalidValueError, shown
from .._exact import Number, rounded, scale, to_decimal, to_number, written
from .._model.estimate import UNKNOWN, Estimate, about, at_least, at_most, between, exactly

CACHED: Final = 8192
"""Different texts whose meaning is remembered, since a table repeats them."""

_NOT_TOLD: Final = frozenset(
    (
        "#name?",
        "#n/a",
        "#ref!",
        "#value!",
        "n/a",
        "nan",
        "nat",
        "no allocations",
        "no price",
        "no price, 0 count",
        "no value",
        "no value available",
        "none",
        "not available",
        "not disclosed",
        "not given",
        "null",
        "unclear",
        "undisclosed",
        "unknown",
        "unspecified",
    )
)
"""What tables write where they tell nothing."""
_LONG: Final = 30
"""So long a text tells something."""
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\ufeff\ud800-\udfff]+")
_FRACTION_DIGITS: Final = 18
_PLAIN_SIZE: Final = 10**60
"""Up to here an integer is written out."""


def unreadable(problem: str, accepted: str) -> InvalidValueError:
    """The error for a cell that cannot be read, said of the cell by whoever knows where it stands."""
    return InvalidValueError("cell", problem, accepted)


@lru_cache(maxsize=CACHED)
def _says_nothing(text: str) -> bool:
    return not text.strip(" .\t\r\n\u00a0\u200b\ufeff\u202f-–—")


def is_blank(cell: Any) -> bool:
    """Whether a cell says nothing: None, NaN, NaT, no text, or nothing but blanks and points."""
    if cell is None:
        return True
    if type(cell) is str:
        return _says_nothing(cell)
    if type(cell) is int:
        return False
    if isinstance(cell, Decimal):
        return cell.is_nan()
    return type(cell).__name__ == "NAType" or bool(ne(cell, cell))  # NaN and NaT alone differ from themselves


@lru_cache(maxsize=CACHED)
def _clean(text: str) -> str:
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_CONTROL.sub(" ", text).split())


def text_of(cell: Any) -> str:
    """A cell's text, blanks in order; numbers as they are written without exponent, days without a time of day."""
    if type(cell) is str:
        return _clean(cell)
    if type(cell) is int:
        return str(cell) if -_PLAIN_SIZE < cell < _PLAIN_SIZE else shown(cell)
    if type(cell) is float and not isnan(cell):
        return _float_text(cell)
    if is_blank(cell):
        return ""
    if isinstance(cell, datetime):
        day = cell.date().isoformat()
        return day if cell.time() == cell.min.time() else _clean(cell.isoformat(" "))
    if isinstance(cell, float | Decimal | int) and not isinstance(cell, bool):
        try:
            return written(to_decimal(_exact(cell), "cell"))
        except InvalidValueError:
            return _clean(str(cell))
    return _clean(cell.isoformat() if isinstance(cell, date) else str(cell))


@lru_cache(maxsize=CACHED)
def _float_text(cell: float) -> str:
    try:
        return written(to_decimal(_exact(cell), "cell"))
    except InvalidValueError:
        return str(cell)


def kept(cell: Any) -> str:
    """A cell's text as it is kept where it has no field; empty where the cell says nothing."""
    if type(cell) is str:
        return _kept(cell)
    return "" if is_blank(cell) else text_of(cell)


@lru_cache(maxsize=CACHED)
def _kept(cell: str) -> str:
    return "" if _says_nothing(cell) else _clean(cell)


def told(cell: Any) -> str | None:
    """A cell's text where it tells something; None where it is blank, zero, or says that nothing is given."""
    if type(cell) is str:
        return _told(cell)
    return None if is_blank(cell) else _told(text_of(cell))


@lru_cache(maxsize=CACHED)
def _told(cell: str) -> str | None:
    text = _kept(cell)
    if not text:
        return None
    return None if text == "0" or (len(text) < _LONG and text.strip(" .").casefold() in _NOT_TOLD) else text


def _exact(cell: Any) -> Number:
    if isinstance(cell, float):
        return _exact_float(cell)
    return cell if isinstance(cell, Decimal) else index(cell)


@lru_cache(maxsize=CACHED)
def _exact_float(cell: float) -> Decimal:
    digits = Decimal(float.__repr__(cell))
    return rounded(digits, _FRACTION_DIGITS) if digits.is_finite() and abs(digits) < 10**30 else digits


def number_of(cell: Any) -> Number | None:
    """The number that a cell holds, floats as their shortest decimal; None where it tells nothing.

    Raises:
        InvalidValueError: The cell holds something else.
    """
    if type(cell) is int:
        return to_number(cell, "cell")
    if is_blank(cell):
        return None
    if isinstance(cell, str):
        return _number_in(cell)
    if isinstance(cell, bool | date):
        raise unreadable(f"{text_of(cell)!r} is no number", "write digits")
    try:
        return to_number(_exact(cell), "cell")
    except TypeError:
        raise unreadable(f"{shown(cell)} is a {type(cell).__name__}, no number", "write digits") from None


@lru_cache(maxsize=CACHED)
def _number_in(text: str) -> Number | None:
    clean = _clean(text)
    return None if clean.strip(" .").casefold() in _NOT_TOLD else _digits(clean)


_PLAIN: Final = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?", re.ASCII)
_GROUPED: Final = (
    (re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII), ",", ""),  # 20,000 and 1,000.50
    (re.compile(r"-?\d{1,3}(?:\.\d{3}){2,}", re.ASCII), ".", ""),  # 1.000.000
    (re.compile(r"-?\d{1,3}(?:[ '’]\d{3})+(?:\.\d+)?", re.ASCII), " '’", ""),  # 20 000 and 1 000.50
    (re.compile(r"-?\d{1,3}(?:[. '’]\d{3})*,\d{1,18}", re.ASCII), ". '’", "."),  # 395,88 and 1.234,56
    (re.compile(r"-?\d{4,30},\d{1,18}", re.ASCII), "", "."),  # 1234,567
)
_POINTS_ONLY: Final = re.compile(r"-?\d{1,3}(?:\.\d{3})+\.\d{2}", re.ASCII)  # 15.000.00 is fifteen thousand


def _digits(text: str) -> Number:
    """The number that digits say, with points, commas, blanks or apostrophes between their groups."""
    if _POINTS_ONLY.fullmatch(text):
        whole, _, cents = text.rpartition(".")
        return _decimal(f"{whole.replace('.', '')}.{cents}", text)
    if _PLAIN.fullmatch(text):
        return _decimal(text, text)
    for pattern, between_groups, point in _GROUPED:
        if pattern.fullmatch(text):
            bare = "".join(letter for letter in text if letter not in between_groups)
            return _decimal(bare.replace(",", point) if point else bare, text)
    raise unreadable(f"{shown(text)} is no number", 'write it like "1234.5" or "20,000"')


def _decimal(digits: str, text: str) -> Number:
    value = Decimal(digits)
    if abs(value) >= 10**30:
        raise unreadable(f"{shown(text)} is too large", "write at most 30 digits before the point")
    return to_number(rounded(value, _FRACTION_DIGITS), "cell")


_SIZES: Final = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_COUNT: Final = re.compile(
    r"(?P<digits>[-+.,'’\d ]*\d\.?) ?(?P<size>dozen|hundred|thousand|million|billion)?", re.ASCII
)
_PLURAL: Final = re.compile(r"(?:(tens|dozens|hundreds|thousands) of )?(dozen|hundred|thousand|million)s(?: of)?")
_SEVERAL: Final = {None: 2, "tens": 20, "dozens": 24, "hundreds": 200, "thousands": 2000}
_BOUNDS: Final = (
    (
        re.compile(r"(?:more than|over|at least|no fewer than|not less than|minimum|min\.?|>=?|≥) ?(.+)"),
        at_least,
    ),
    (re.compile(r"(.+?) ?(?:\+|or more|and more)"), at_least),
    (
        re.compile(
            r"(?:up to|at most|no more than|not more than|less than|fewer than|under|maximum|max\.?|<=?|≤) ?(.+)"
        ),
        at_most,
    ),
    (
        re.compile(r"(?:approximately|approx\.?|about|around|roughly|nearly|almost|some|circa|ca\.?|c\.|~|≈) ?(.+)"),
        about,
    ),
    (re.compile(r"(.+?) ?(?:\?|approximately|approx\.?)"), about),
)
_RANGE: Final = re.compile(r"(?:between |from )?(.+?) ?(?:-|–| to | and |&) ?(.+)")


def estimate_of(cell: Any) -> Estimate[Number]:
    """How many a cell says: a number, or words such as "more than 300,000", "up to", "about", "dozens", "1 million".

    Raises:
        InvalidValueError: The cell says something else.
    """
    if isinstance(cell, str):
        return _estimate_in(cell)
    number = number_of(cell)
    return UNKNOWN if number is None else _exactly(number)


@lru_cache(maxsize=CACHED, typed=True)
def _exactly(number: Number) -> Estimate[Number]:
    return exactly(number)


@lru_cache(maxsize=CACHED)
def _estimate_in(text: str) -> Estimate[Number]:
    words = _clean(text).casefold()
    if _says_nothing(words) or words.strip(" .") in _NOT_TOLD:
        return UNKNOWN
    return _bounded(words)


def _bounded(words: str) -> Estimate[Number]:
    if _PLAIN.fullmatch(words):
        return exactly(_digits(words))
    for pattern, bound in _BOUNDS:
        if found := pattern.fullmatch(words):
            inner: Any = _count(found[1]) if bound is not about else _bounded(found[1])
            return bound(inner)
    if found := _PLURAL.fullmatch(words):
        return at_least(_SEVERAL[found[1]] * _SIZES[found[2]])
    if (found := _RANGE.fullmatch(words)) and found[1][-1:].isalnum():
        low, high = _count(found[1]), _count(found[2])
        if low > high:
            raise unreadable(f"{shown(words)} ends below where it begins", "put the lower number first")
        return between(low, high)
    return exactly(_count(words))


def _count(words: str) -> Number:
    found = _COUNT.fullmatch(words.strip())
    if found is None:
        raise unreadable(f"{shown(words)} is no number", 'write it like "20,000", "1 million" or "up to 300"')
    number = _digits(found["digits"].strip())
    return scale(number, _SIZES[found["size"]], "cell") if found["size"] else number
