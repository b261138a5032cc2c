"""Cells of data frames are what they are in Python, and what is missing is None, whatever a frame writes there."""

import enum
import http
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy
import pytest

from missing import MISSING
from odd_cells import Disguised
from ukraine_support._scalars import plain


class Word(enum.StrEnum):
    PLEDGED = "pledged"


class Text(str):
    __slots__ = ()

    def __str__(self) -> str:
        raise AssertionError("nobody asks")


class Exact(Decimal):
    def __str__(self) -> str:
        raise AssertionError("nobody asks")

    is_nan = __eq__ = __str__  # type: ignore[assignment]


class Day(date):
    def isoformat(self) -> str:
        raise AssertionError("nobody asks")

    __str__ = __eq__ = isoformat  # type: ignore[assignment]


@pytest.mark.parametrize("cell", MISSING.values(), ids=MISSING)
def test_what_is_missing_is_none(cell: Any) -> None:
    assert plain(cell) is None


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        *((cell, cell) for cell in ("", "nan", 0, 5, True, 5.5, Decimal("0.50"), date(2022, 3, 1))),
        (datetime(2022, 3, 1, 12, tzinfo=UTC), datetime(2022, 3, 1, 12, tzinfo=UTC)),
        (float("inf"), float("inf")),
        (Word.PLEDGED, "pledged"),
        (Text("x"), "x"),
        (http.HTTPStatus.OK, 200),
        (Exact(5), Decimal(5)),
        (Day(2022, 3, 1), date(2022, 3, 1)),
        *((numpy.str_("x"), "x"), (numpy.bool_(True), True), (numpy.int64(2022), 2022), (numpy.uint8(5), 5)),
        *(
            (numpy.float64(5.5), 5.5),
            (numpy.float32(5.1), 5.1),
            (numpy.float16(5.1), 5.1),
            (numpy.longdouble(5.5), 5.5),
        ),
        (numpy.float32("inf"), float("inf")),
        (numpy.datetime64("2022-03-01"), datetime(2022, 3, 1)),  # noqa: DTZ001 - NumPy knows no zones
        (numpy.datetime64("2022-03-01T00:00:00", "ns"), datetime(2022, 3, 1)),  # noqa: DTZ001
        *((numpy.datetime64("2022-03"), "2022-03"), (numpy.datetime64("2022"), "2022")),
    ],
    ids=lambda value: f"{type(value).__name__} {value!r}",
)
def test_what_is_there_is_told_in_pythons_own_types(cell: Any, found: Any) -> None:
    assert plain(cell) == found
    assert type(plain(cell)) is type(found)


@pytest.mark.parametrize(
    "cell",
    [
        *([], {}, b"x", 5j, object, numpy.array([1, 2]), numpy.array(5), numpy.bytes_(b"x"), numpy.complex128(5)),
        *(
            numpy.timedelta64(5, "D"),
            numpy.datetime64("20220-03-01"),
            numpy.datetime64("0000-03-01"),
            Disguised(str),
            Disguised(date),
        ),
    ],
    ids=repr,
)
def test_what_is_no_scalar_of_a_table_comes_back(cell: Any) -> None:
    assert plain(cell) is cell


def test_what_pandas_calls_missing_is_missing() -> None:
    pandas = pytest.importorskip("pandas")
    assert [plain(cell) for cell in (pandas.NA, pandas.NaT)] == [None, None]
    assert plain(pandas.Timestamp("2022-03-01")) == datetime(2022, 3, 1)  # noqa: DTZ001
    series = pandas.Series([1, pandas.NA])
    assert plain(series) is series
