"""Cells of foreign tables: what is blank, what its text is and what number it holds, whoever made the table.

Rows come from openpyxl (numbers, datetimes, None), pandas (NaN, NaT, Timestamps), polars, NumPy, or a csv file (text
alone). What a cell says is the same in each. A cell may hold anything else, too: then it has a text, and no number.
"""

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from numbers import Real
from operator import index, ne
from typing import Any, Final

from ..._errors import InvalidValueError, shown
from ..._exact import Number, rounded, to_decimal, to_number, written
from ..._model.base.remembered import remembered
from ..._scalars import plain

CACHED: Final = 16_384
"""Different texts whose meaning is remembered, since a table repeats them; release 18 of Kiel's tracker has 10,000."""
PLAIN: Final = frozenset((str, int, float))
"""The types of cells whose meaning is remembered; what is equal and of one of these types means the same."""
LONGEST: Final = 200
"""Characters that a number, or a day, is said in at most."""

_UNDISCLOSED: Final = (
    "#name?; #n/a; #ref!; #value!; n/a; nan; nat; no allocations; no price; no price, 0 count; no value; no value "
    "available; none; not available; not disclosed; not given; <na>; tba; tbc; tbd; to be announced; to be "
    "confirmed; to be determined; null; unclear; undisclosed; unknown; unspecified"
)
"""What tables write where they disclose nothing, apart from the words of some language."""
_UNDISCLOSED_TEXTS: Final = frozenset(_UNDISCLOSED.split("; "))
_LONG: Final = 30
"""A text of so many characters discloses something."""
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\ufeff\ud800-\udfff]+")
_FRACTION_DIGITS: Final = 18
_PLAIN_SIZE: Final = 10**60
"""Up to here an integer is written out."""
_MASKED: Final = "MaskedConstant"
"""The class of what NumPy puts where nothing is."""
_TRUTHS: Final = frozenset(("bool", "bool_"))
"""Python's classes of truths, and NumPy's."""


def unreadable(problem: str, accepted: str) -> InvalidValueError:
    """The error for a cell that cannot be read, said of the cell by whoever knows where it stands."""
    return InvalidValueError("cell", problem, accepted)


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
    cell = plain(cell)
    if type(cell) is str:
        return _says_nothing(cell)
    return cell is None or type(cell).__name__ == _MASKED or _differs_from_itself(cell)


def _differs_from_itself(cell: Any) -> bool:
    """Whether this is the NaN, or the NaT, of a kind of number or day that we need not know."""
    try:
        found = ne(cell, cell)
    except Exception:  # an object of any kind may stand in a cell, and fail in any way
        return False
    return type(found).__name__ in _TRUTHS and bool(found)


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
    if is_blank(cell):
        return ""
    found = plain(cell)
    if type(found) is str or type(found) is int:
        return text_of(found)
    if type(found) is datetime:
        day = found.date().isoformat()
        return day if found.time() == time.min else _clean(found.isoformat(" "))
    if issubclass(type(found), Real) and not isinstance(found, bool):
        return _number_text(cell)
    return _clean(_own_text(found))


def _own_text(cell: Any) -> str:
    try:
        return str(cell)
    except Exception:  # as above
        return shown(cell)


def _number_text(cell: Any) -> str:
    try:
        return written(to_decimal(_exact(cell), "cell"))
    except (InvalidValueError, TypeError):
        return _clean(_own_text(cell))


@remembered(CACHED, typed=True, only=PLAIN)
def filled_text(cell: Any) -> str:
    """A cell's text as it is kept where it has no field; empty where the cell says nothing."""
    return "" if is_blank(cell) else text_of(cell)


@remembered(CACHED, typed=True, only=PLAIN)
def disclosed_text(cell: Any) -> str | None:
    """A cell's text where it discloses something; None where it is blank, zero, or says that nothing is given."""
    text = filled_text(cell)
    return None if not text or text == "0" or is_undisclosed(text) else text


def is_undisclosed(text: str) -> bool:
    """Whether a text, its blanks in order, is one that tables write where they disclose nothing."""
    return len(text) < _LONG and text.strip(" .").casefold() in _UNDISCLOSED_TEXTS


def _exact(cell: Any) -> Number:
    """The exact number of an object that is one.

    Raises:
        TypeError: It is none.
    """
    found = plain(cell)
    if type(found) is float and issubclass(type(cell), float):
        return _of_digits(Decimal(repr(found)))
    if type(found) is Decimal:
        return found
    try:
        return index(cell)
    except Exception:  # as above
        return _in_digits(cell)


def _in_digits(cell: Any) -> Decimal:
    """The number that one of NumPy's floats shows: the shortest decimal, as of Python's own."""
    if not issubclass(type(cell), Real):
        raise TypeError
    try:
        return _of_digits(Decimal(_own_text(cell)))
    except InvalidOperation:
        raise TypeError from None


def _of_digits(number: Decimal) -> Decimal:
    return rounded(number, _FRACTION_DIGITS) if number.is_finite() and number.copy_abs() < 10**30 else number


def number_in(cell: Any) -> Number:
    """The number that a cell that is neither blank nor text holds, floats as their shortest decimal.

    Raises:
        InvalidValueError: The cell holds something else.
    """
    found = plain(cell)
    if type(found) is int:
        return to_number(found, "cell")
    if type(found) in (bool, date, datetime):
        raise unreadable(f"{text_of(cell)!r} is no number", "write digits")
    try:
        return to_number(_exact(cell), "cell")
    except TypeError:
        raise unreadable(f"{shown(cell)} is a {type(cell).__name__}, no number", "write digits") from None
