"""When the aid in a row of Kiel's tracker was announced, and which years it is for."""

from typing import Final

from ..._errors import InvalidValueError
from ..._model.values.period import Period
from .._sheet.sheet import Row
from ._amounts import count_or_unknown
from ._terms import years

_FIRST_YEAR: Final = 2022


def month_of(number: int) -> Period:
    """The month that Kiel counts by: January 2022 is 1."""
    year, month = divmod(number - 1, 12)
    return Period(f"{_FIRST_YEAR + year:04}-{month + 1:02}")


def announced(row: Row) -> Period | None:
    """When a row's aid was announced: on its date, or in Kiel's month where it has none."""
    date = row.period("date")
    if date is not None or row.text("month") is None:
        return date
    month = _month(row)
    if month is None:
        row.problem("month", "this is no month as Kiel counts them: January 2022 is 1")
    return month


def _month(row: Row) -> Period | None:
    """The month of Kiel's number; None where it is the number of none."""
    number = count_or_unknown(row.cell("month"))
    try:
        return month_of(number.low) if number.is_exact and isinstance(number.low, int) and number.low > 0 else None
    except InvalidValueError:
        return None


def other_month(row: Row) -> str | None:
    """What Kiel's month says, where it is not the one of the date that stands beside it."""
    text = row.text("month")
    if text is None:
        return None
    date = row.period("date")
    if date is None:
        return None
    month = _month(row)
    firsts = [day.replace(day=1) for day in (date.earliest, date.latest) if day is not None]
    return text if month is None or month.earliest not in firsts else None


def covers(row: Row) -> Period | None:
    """The years that a row's aid is earmarked for."""
    try:
        return years(row.cell("year"))
    except InvalidValueError as error:
        row.problem("year", error.problem)
        return None
