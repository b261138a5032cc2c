"""Cells that a foreign table may hold in any column, however odd: none of them ends a reading."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import numpy as np


class NAType:
    """As pandas writes what is missing: it compares with nothing, not even itself."""

    def __eq__(self, other: object) -> bool:
        raise TypeError("boolean value of NA is ambiguous")

    def __ne__(self, other: object) -> bool:
        raise TypeError("boolean value of NA is ambiguous")

    __hash__ = None  # type: ignore[assignment]  # as of pandas' own in comparisons


class Series:
    """As pandas' columns: compared, it gives another one, which is neither true nor false."""

    def __eq__(self, other: object) -> "Series":  # type: ignore[override]  # as pandas' own
        return self

    def __ne__(self, other: object) -> "Series":  # type: ignore[override]  # as pandas' own
        return self

    def __bool__(self) -> bool:
        raise ValueError("the truth value of a Series is ambiguous")

    __hash__ = None  # type: ignore[assignment]  # as of pandas' own


class Hostile:
    """An object that fails whatever it is asked."""

    def _fail(self, *others: object) -> Any:
        raise RuntimeError("nothing is to be had from this")

    __eq__ = __ne__ = __lt__ = __bool__ = __str__ = __repr__ = __index__ = __float__ = __iter__ = __len__ = _fail
    __hash__ = None  # type: ignore[assignment]


LONG: Final = 5_000
TEXTS: Final = (
    *(
        "",
        " ",
        ".",
        "\u00a0",
        "\ufeff",
        "-",
        "?",
        "??",
        "0",
        "0000",
        "-0",
        "00",
        "٥",
        "５",
        "２０２４",
        "\ud800",
        "a\x00b",
    ),
    *("2024??", "2024?", "since 2022", "up to 0", "up to -5", "-5", "at least -5", "about", "1e99", "1e-99", "9" * 99),
    *(
        "nan",
        "inf",
        "-inf",
        "NaN",
        "None",
        "True",
        "[]",
        "{}",
        "=1+1",
        "#REF!",
        "#NAME?",
        "<b>",
        "%s",
        "{0}",
        "\\",
        '"',
    ),
    *(
        "20.000",
        "05/06/2024",
        "31/31/2024",
        "2922-02-09",
        "9999-12-31",
        "0001-01-01",
        "until until",
        "..",
        "../..",
        "/",
    ),
    *(
        "2022-23",
        "winter 2023",
        "5 to 3",
        "1-2-3-4",
        "a dozen dozens",
        "half",
        "million",
        "between and",
        "I",
        "i",
        "ß",
        "İ",
    ),
    *(
        "Congo",
        "Korea",
        "unknown",
        "Hezbollah*",
        "*",
        "**",
        "NATO**",
        "Freedonia",
        "x" * 300,
        "a; b; c",
        ";;;",
        "2022;;",
    ),
    *("5" + "?" * LONG, "~" * LONG + "5", "(" * LONG, "-" * LONG + "x", "a " * LONG, "1," * LONG, "about " * LONG),
    *("2022-03-01T00:00:00Z", "https://", "www.", "http://[", "mailto:", "\u202e", "🎖", "e\u0301" * 50),
)
OBJECTS: Final[tuple[Any, ...]] = (
    *(0, 1, -1, 2022, 44621, 10**40, -(10**400), True, False, 0.0, -0.0, 0.1, 1e300, float("nan"), float("inf")),
    *(Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("1e999"), Fraction(1, 3), 1j, b"", b"5", None),
    *(date(2022, 3, 1), date.min, date.max, datetime(2922, 2, 9, tzinfo=UTC), time(12), timedelta(5)),
    *([], [1], (), {}, {"a": 1}, set(), object(), type, len, NotImplemented, ...),
    *(NAType(), Series(), Hostile(), [Hostile()], {"a": Hostile()}),
    *(np.int64(2022), np.float32(0.1), np.float64(5), np.bool_(True), np.str_("up to 5"), np.datetime64("2022-03-01")),
    *(np.datetime64("NaT", "D"), np.ma.masked, np.float16(1), np.longdouble(1)),
    *(np.array([]), np.array([1, 2]), np.array(5)),
)
ODD: Final[tuple[Any, ...]] = (*TEXTS, *OBJECTS)


def name_of(cell: Any) -> str:
    """A short name of a cell for a test, the same in every process."""
    try:
        text = re.sub(" at 0x[0-9a-f]+", "", ascii(cell))
    except (RuntimeError, ValueError):  # of the hostile one, and of an integer that Python does not print
        text = ""
    return f"{type(cell).__name__} {text if len(text) <= 30 else f'{text[:30]} {len(text)}'}"


def replaced(row: list[Any]) -> Iterator[tuple[int, Any, list[Any]]]:
    """The row with each of its cells replaced by each of the odd ones."""
    for at in range(len(row)):
        for cell in ODD:
            yield at, cell, [*row[:at], cell, *row[at + 1 :]]
