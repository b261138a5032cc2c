"""Times in the keys of tables: the years, quarters or months from the first to the last."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Final

_PARTS: Final = {"year": 1, "quarter": 4, "month": 12}
"""How many of each a year has."""


def range_of(name: str, times: Iterable[str]) -> list[str]:
    """All times from the first of some to the last."""
    numbers = [_number(name, time) for time in times]
    return [_time(name, number) for number in range(min(numbers), max(numbers) + 1)] if numbers else []


def count(name: str, times: list[str], per: str) -> int:
    """How many months, or days, some times in a row are."""
    months = 12 // _PARTS[name]
    if per != "day" or not times:
        return len(times) * months
    first, last = _number(name, times[0]) * months, _number(name, times[-1]) * months + months - 1
    start, (year, month) = date(first // 12, first % 12 + 1, 1), divmod(last, 12)
    return (date(year, month + 1, monthrange(year, month + 1)[1]) - start).days + 1


def _number(name: str, time: str) -> int:
    year, _, part = time.partition("-")
    return int(year) * _PARTS[name] + (int(part.removeprefix("Q")) - 1 if part else 0)


def _time(name: str, number: int) -> str:
    year, part = divmod(number, _PARTS[name])
    return f"{year:04}" + {"year": "", "quarter": f"-Q{part + 1}", "month": f"-{part + 1:02}"}[name]
