"""Single values as tables hold them: data frames have types of their own for numbers, days, and what is missing."""

import sys
from datetime import date, datetime
from decimal import Decimal
from math import isnan
from typing import Any, Final

_MISSING: Final = ("NAType", "NaTType")
"""What pandas calls the types of `NA`, whose comparisons have no truth value, and of `NaT`, which says that it is a
datetime."""

_MICROSECONDS: Final = len("2024-02-27T12:00:00.000000")


def plain(cell: Any) -> Any:
    """A cell in Python's own types: `None` where it is missing, else a text, a number, a truth value or a day.

    Missing are None, NaN, NaT and pandas' NA. NumPy's scalars become what they are in Python, a narrow float its
    shortest decimal. A member of an enumeration, a Timestamp, or whatever else is of a class below one of Python's own,
    becomes the plain value: by what Python's class does, as its own may do otherwise, or fail. What is none of these,
    such as a list, comes back as it is: nothing is compared, or asked whether it is true. Its class is what `type`
    says, since an object may say of itself that it is of another.

    Examples:
        >>> plain(float("nan")), plain("5"), plain(5.0)
        (None, '5', 5.0)
    """
    cls = type(cell)
    if cls is str or cls is int or cls is bool:
        return cell
    if issubclass(cls, str):
        return str.__str__(cell)
    if cell is None or cls.__name__ in _MISSING:
        return None
    numpy: Any = sys.modules.get("numpy")
    scalar = getattr(numpy, "generic", None)  # nothing is one before it is loaded, which another thread may be doing
    if scalar is not None and issubclass(cls, scalar):
        return _of_numpy(cell, numpy)
    if issubclass(cls, float):
        number = float.__float__(cell)
        return None if isnan(number) else number
    if issubclass(cls, Decimal):
        exact = Decimal(cell)
        return None if exact.is_nan() else exact
    if issubclass(cls, int):
        return int.__int__(cell)
    if issubclass(cls, datetime):
        return datetime.combine(datetime.date(cell), datetime.timetz(cell))
    return date.fromordinal(date.toordinal(cell)) if issubclass(cls, date) else cell


def _of_numpy(cell: Any, numpy: Any) -> Any:
    if isinstance(cell, numpy.datetime64 | numpy.timedelta64):
        if numpy.isnat(cell):
            return None
        if numpy.datetime_data(cell)[0] in ("Y", "M"):
            return str(cell)  # a year or a month, no day of it
        text = str(cell)  # as NumPy's own conversions fail, or give another day, where a unit cannot hold it
        if isinstance(cell, numpy.timedelta64) or text[4:5] != "-":
            return cell  # a day beyond Python's
        try:
            return datetime.fromisoformat(text[:_MICROSECONDS])
        except ValueError:  # of the year 0
            return cell
    if isinstance(cell, numpy.floating):
        found = float(str(cell))
        return found if found == found else None  # noqa: PLR0124
    found = cell.item()
    return found if isinstance(found, str | int) else cell
