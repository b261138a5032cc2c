"""Periods: what is known of a date."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, Self, final

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..base.immutable import Immutable
from .text import plain_text

_END: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_OPEN: Final = ".."
_FIRST_MONTH: Final = {21: 3, 22: 6, 23: 9, 24: 12}
"""The northern meteorological seasons of EDTF, spring to winter, each three months long."""
_ACCEPTED: Final = (
    'write the year first: a day "2024-02-27", a month "2024-02", a year "2024", a season "2023-21" (spring to '
    'winter: 21 to 24), or two of them, or one and "..", around a "/"; "~", "?" or "%" marks an end as uncertain'
)


@attrs.frozen
class _End:
    """One side of a period: the first and the last day that it can mean (None: open), and whether that is uncertain."""

    first: date | None
    last: date | None
    qualified: bool


def _read_end(text: str) -> _End | None:
    if text == _OPEN:
        return _End(None, None, qualified=False)
    found = _END.fullmatch(text)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        if found[3]:
            first = last = date(year, month, day)
        elif found[2]:
            start = _FIRST_MONTH.get(month, month)
            first, last = date(year, start, 1), _last_day(year, start + 2 * (month in _FIRST_MONTH))
        else:
            first, last = date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None
    return _End(first, last, qualified=bool(found[4]))


_YEAR_FIRST: Final = re.compile(
    r"([0-9]{4})(?:[-./ ]([0-9]{1,2})[-./ ]([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?:[T ].{,30})?"
)
_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})")


def _meant(text: str) -> str:
    """`write "2024-02-27"` where a day is written as other people and programs do; both where it can be read in two."""
    readings: list[tuple[str, str, str]] = []
    if found := _YEAR_FIRST.fullmatch(text):
        readings = [(found[1], found[2] or found[4], found[3] or found[5])]
    elif found := _YEAR_LAST.fullmatch(text):
        readings = [(found[3], found[2], found[1]), (found[3], found[1], found[2])]
    days = [f"{year}-{month:0>2}-{day:0>2}" for year, month, day in readings]
    known = dict.fromkeys(f'"{day}"' for day in days if _read_end(day) is not None)
    return f"write {' or '.join(known)}" if known else ""


def _last_day(year: int, month: int) -> date:
    year, month = (year, month) if month <= 12 else (year + 1, month - 12)
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _sides(text: object) -> tuple[_End, _End]:
    if not isinstance(text, str):
        accepted = 'pass text such as "2024" or "2024-02-27", or a date'
        raise WrongTypeError("Period", f"{shown(text)} is a {type(text).__name__}", accepted)
    return _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[_End, _End]:
    parts = [_read_end(part) for part in text.split("/", 2)]
    start, end = parts[0], parts[-1]
    if start is None or end is None or len(parts) > 2 or (start.first is None and end.last is None):
        accepted = _meant(text) or _ACCEPTED
        raise InvalidValueError("Period", f"{shown(text)} names no day or span that exists", accepted)
    if start.first is not None and end.last is not None and start.first > end.last:
        raise InvalidValueError("Period", f"{shown(text)} ends before it begins", "put the earlier end first")
    return start, end


def _expression(value: "str | date") -> str:
    if isinstance(value, datetime):
        raise WrongTypeError("Period", f"{shown(value)} has a time of day", "pass its .date()")
    text = date.isoformat(value) if isinstance(value, date) else value
    _sides(text)
    return plain_text(text)


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Period(Immutable):
    """What is known of a date: a day, a month, a season, a year, an interval, an open end, "about".

    Written as in the Extended Date/Time Format (EDTF) of the
    [Library of Congress](https://www.loc.gov/standards/datetime/), now part of ISO 8601-2, level 1. The seasons 21 to
    24 are the northern meteorological ones: spring 2023 is March to May, winter 2023 runs to the end of February 2024.

    Two periods are equal when they are written alike: `2024-02` says less than `2024-02-01/2024-02-29`. Periods have no
    order, since "spring 2023" is neither before nor after April; ask `definitely_before` or `could_include`.

    Raises:
        InvalidValueError: The text is no period, names a day that does not exist, ends before it begins, or is open at
            both ends.

    Examples:
        >>> spring = Period.parse("2023-21")
        >>> print(spring.earliest, spring.latest)
        2023-03-01 2023-05-31
        >>> spring.definitely_before(date(2024, 3, 1))
        True
        >>> Period.parse("../2024-02-27").could_include(date(2023, 1, 1))
        True
    """

    edtf: str = attrs.field(converter=_expression)
    """The period as EDTF writes it; a `date` may be passed instead."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an EDTF expression; `str` writes it.

        Raises:
            InvalidValueError: It is no period.
        """
        return cls(text)

    @property
    def earliest(self) -> date | None:
        """The first day that the period can mean; None where it is open."""
        return _sides(self.edtf)[0].first

    @property
    def latest(self) -> date | None:
        """The last day that the period can mean; None where it is open."""
        return _sides(self.edtf)[1].last

    @property
    def is_approximate(self) -> bool:
        """Whether an end is marked as uncertain (`?`), approximate (`~`) or both (`%`)."""
        return any(end.qualified for end in _sides(self.edtf))

    def could_include(self, day: date | str) -> bool:
        """Whether the day, or that of the text, may lie in the period; a marked end excludes nothing on its side.

        Examples:
            >>> Period.parse("2022-02-24~/..").could_include(date(2022, 2, 20))
            True
        """
        asked = a_day(day, "Period.could_include")
        start, end = _sides(self.edtf)
        after_start = start.first is None or start.qualified or start.first <= asked
        return after_start and (end.last is None or end.qualified or asked <= end.last)

    def definitely_before(self, other: "date | str | Period") -> bool:
        """Whether the whole period lies before the day, or before the other period, whatever either may mean."""
        first = (other if type(other) is Period else Period(other))._certain_first
        last = self._certain_last
        return first is not None and last is not None and last < first

    def definitely_after(self, other: "date | str | Period") -> bool:
        """Whether the whole period lies after the day, or after the other period, whatever either may mean."""
        last = (other if type(other) is Period else Period(other))._certain_last
        first = self._certain_first
        return first is not None and last is not None and first > last

    @property
    def _certain_first(self) -> date | None:
        start = _sides(self.edtf)[0]
        return None if start.qualified else start.first

    @property
    def _certain_last(self) -> date | None:
        end = _sides(self.edtf)[1]
        return None if end.qualified else end.last

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"Period({self.edtf!r})"


def a_day(day: "date | str", where: str) -> date:
    """A day out of itself or its text, `2024-02-27`; a `datetime` is a `date` to Python, and none here."""
    if isinstance(day, datetime):
        raise WrongTypeError(where, f"{shown(day)} has a time of day", "pass its .date()")
    if isinstance(day, date):
        return day if type(day) is date else date(day.year, day.month, day.day)
    if not isinstance(day, str):
        raise WrongTypeError(where, f"{shown(day)} is a {type(day).__name__}", _A_DAY)
    end = _read_end(day)
    if end is None or end.first is None or end.first.isoformat() != day:
        raise InvalidValueError(where, f"{shown(day)} is no single day", _meant(day) or _A_DAY)
    return end.first


def a_day_or_none(day: "date | str | None", where: str) -> date | None:
    """The day that a question names, or None where it names none."""
    return None if day is None else a_day(day, where)


_A_DAY: Final = 'pass a date, or text such as "2024-02-27"'
