"""Dates of foreign tables as periods: days, and the words that editors write around them.

* `until 7/27/2022` is on or before that day, `since` and `after` on or after it, `from … until …` and `between … & …`
  some day within; `not specified, 03/22` and `unclear, 10/2022` some day of that month.
* With slashes the month comes first, as Kiel writes; the day does where the first number is no month (`16/02/2023`).
  With points the day comes first (`06.02.2024` is 6 February: the workbook's own column of months says so).
"""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from .._errors import InvalidValueError, shown
from .._model.period import Period
from ._cells import CACHED, is_blank, text_of, told, unreadable

_ACCEPTED: Final = 'write a day "3/20/2022" or "2022-03-20", a month "3/2022", or "until", "since" or "between" and one'
_WHEN: Final = r"([\d./-]+)(?: 00:00(?::00)?)?"
_SPAN: Final = re.compile(rf"(?:(?:from|between) )?{_WHEN} ?(?:until|till|to|and|&|–) ?{_WHEN}")
_UNTIL: Final = re.compile(rf"(?:until|till|by|before|up to|no later than) {_WHEN}")
_SINCE: Final = re.compile(rf"(?:since|from|after|as of|starting) {_WHEN}")
_VAGUE: Final = re.compile(rf"(?:day )?(?:not specified|unspecified|unclear|undisclosed|unknown|not given),? {_WHEN}")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_MONTH_FIRST: Final = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4}|\d{2})")
_DAY_FIRST: Final = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4}|\d{2})")
_YEAR: Final = re.compile(r"\d{4}")
_YEARS_AS_NUMBERS: Final = range(1900, 2200)
_CENTURY: Final = 2000
_FIRST_YEAR: Final = 2022


def period_of(cell: Any) -> Period | None:
    """When something happened, according to a cell; None where it tells nothing.

    Raises:
        InvalidValueError: The cell says something else, or names a day that does not exist.
    """
    if is_blank(cell):
        return None
    if isinstance(cell, datetime):
        return _day(cell.date())
    if isinstance(cell, date):
        return _day(cell)
    if isinstance(cell, int | float) and cell in _YEARS_AS_NUMBERS:
        return Period(str(int(cell)))
    if not isinstance(cell, str):
        raise unreadable(f"{shown(cell)} is no date", _ACCEPTED)
    return _in_words(text_of(cell).casefold().strip(" ,;.")) if told(cell) else None


@lru_cache(maxsize=CACHED)
def _day(day: date) -> Period:
    return Period(day)


@lru_cache(maxsize=CACHED)
def _in_words(words: str) -> Period:
    if found := _UNTIL.fullmatch(words):
        return _period(words, f"../{_written(found[1])}")
    if found := _SINCE.fullmatch(words):
        return _period(words, f"{_written(found[1])}/..")
    if found := _VAGUE.fullmatch(words):
        return _period(words, _written(found[1]))
    if found := _SPAN.fullmatch(words):
        return _period(words, f"{_written(found[1])}/{_written(found[2])}")
    if found := re.fullmatch(_WHEN, words):
        return _period(words, _written(found[1]))
    raise unreadable(f"{shown(words)} is no date", _ACCEPTED)


def _period(words: str, edtf: str) -> Period:
    try:
        return Period(edtf)
    except InvalidValueError:
        raise unreadable(f"{shown(words)} names no day or span that exists", _ACCEPTED) from None


def _written(words: str) -> str:
    """One end of a period, as EDTF writes it."""
    if _YEAR.fullmatch(words):
        return words
    if found := _ISO.fullmatch(words):
        year, month, day = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(words):
        month, day, year = (found[1], found[2], found[3]) if found[1] else (found[2], None, found[3])
        if day and int(month) > 12:
            month, day = day, month
    elif found := _DAY_FIRST.fullmatch(words):
        day, month, year = found[1], found[2], found[3]
    else:
        raise unreadable(f"{shown(words)} is no date", _ACCEPTED)
    century = _CENTURY if len(year) == 2 else 0
    return f"{int(year) + century:04}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def month_of(number: int) -> Period:
    """The month that Kiel counts by: January 2022 is 1."""
    year, month = divmod(number - 1, 12)
    return Period(f"{_FIRST_YEAR + year:04}-{month + 1:02}")
