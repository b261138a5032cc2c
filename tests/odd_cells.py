"""Cells that a foreign table may hold in any column, however odd: none of them ends a reading."""

import re
from array import array
from collections import OrderedDict, deque, namedtuple
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, IntFlag, StrEnum
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePosixPath
from types import MappingProxyType, SimpleNamespace
from typing import Any, Final
from unittest.mock import MagicMock
from uuid import UUID
from warnings import catch_warnings

import numpy as np

from ukraine_support import UNKNOWN, Calibre, Country, Currency, Money, Period, Source, Text, about, exactly, units


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


def _failing(base: type, method: str) -> Any:
    """A value of a class below a plain one, of which a method fails."""

    def fail(self: object, *others: object) -> Any:
        raise RuntimeError("nothing is to be had from this")

    first = {date: (2024, 3, 1), datetime: (2024, 3, 1), time: (12,), str: ("5",), bytes: (b"5",)}.get(base, (5,))
    return type(f"Failing_{base.__name__}_{method}", (base,), {method: fail if method != "__hash__" else None})(*first)


class Lying:
    """An object that answers whatever it is asked with another of its kind, and with the wrong type where it can."""

    def __getattr__(self, name: str) -> Any:
        return Lying()

    def __call__(self, *given: object) -> Any:
        return Lying()

    __eq__ = __ne__ = __lt__ = __gt__ = __add__ = __index__ = __float__ = __int__ = __str__ = __call__
    __hash__ = None  # type: ignore[assignment]


class Disguised:
    """An object that says that it is of a class of which it is not, as proxies do."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    @property  # type: ignore[misc]  # which is the disguise
    def __class__(self) -> type:
        return self._cls

    def __repr__(self) -> str:
        return f"as {self._cls.__name__}"


class Unbound:
    """An object that does not tell its class, as proxies that stand for nothing yet."""

    @property  # type: ignore[misc]  # which is none
    def __class__(self) -> type:
        raise RuntimeError("there is nothing behind this")


class Word(StrEnum):
    """As a user's own words."""

    FIVE = "5"
    LOUD = "up to 5"


class Number(IntEnum):
    """As a user's own numbers."""

    FIVE = 5


class Flag(IntFlag):
    """As a user's own flags."""

    NONE = 0
    BOTH = 3


class Plain(Enum):
    """As a user's own members."""

    OBJECT = object()


Pair = namedtuple("Pair", "one other")  # noqa: PYI024 - as others make them


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


def _numpy() -> Iterator[Any]:
    """A scalar and arrays of every type of NumPy, and what stands there for nothing."""
    for code in np.typecodes["All"]:
        if code in "Mm":
            for unit in ("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as"):
                yield from (np.array(at, f"{code}8[{unit}]")[()] for at in (0, 54, -(2**62), "NaT"))
        else:
            one = np.ones(1, code)
            yield from (one[0], one, one.reshape(()))
    for cls in (np.float16, np.float32, np.float64, np.longdouble, np.complex128):
        yield from (cls(text) for text in ("nan", "inf", "-0.0"))
    yield from (np.iinfo(cls).max for cls in (np.int8, np.uint64))
    yield from (np.uint64(2**64 - 1), np.longdouble("1e4000"), np.str_("up to 5"), np.str_(""), np.bytes_(b"5"))
    yield from (np.void(b"5"), np.array([(1, "a")], "i4,U1")[0], np.array([], object), np.array([None, "a"], object))
    yield from (np.ma.masked, np.ma.array([1, 2], mask=[True, False]), np.datetime64("2022-03-01"), np.array(["a"]))
    yield from (np.dtype("i4"), np.matrix([[1]]), np.int64, np.array([np.array([1])], object))


def _of_others() -> Iterator[Any]:
    """What other libraries put into cells, as far as they are installed."""
    if find_spec("pandas"):
        pd: Any = import_module("pandas")
        day = pd.Timestamp("2024-03-01")
        yield from (pd.NA, pd.NaT, day, day + pd.Timedelta(1, "ns"), day.tz_localize("Europe/Kyiv"), pd.Timedelta(5))
        yield from (
            pd.Timestamp("2024-03-01", unit="ns").as_unit("s"),
            pd.Timestamp.min,
            pd.Timestamp.max,
            pd.offsets.Day(),
        )
        yield from (pd.Period("2024-03", "M"), pd.Period("NaT", "D"), pd.Interval(0, 5), pd.Categorical(["a", None]))
        yield from (pd.Series([1, 2]), pd.Series([], dtype=object), pd.Series([5]), pd.Index(["a"]), pd.DataFrame())
        yield from (pd.DataFrame({"a": [1]}), pd.array([1, None], "Int64"), pd.RangeIndex(3), pd.Series, pd)
        for kind in ("Int64", "Float64", "boolean", "string", "category"):
            yield from pd.Series([1, None], dtype=kind) if kind != "boolean" else pd.Series([True, None], dtype=kind)
        yield from pd.arrays.SparseArray([1.0, float("nan")])
    if find_spec("pyarrow"):
        pa: Any = import_module("pyarrow")
        if find_spec("pandas"):
            yield from import_module("pandas").Series([5, None], dtype=import_module("pandas").ArrowDtype(pa.int64()))
        for held in (5, None, "a", b"a", 5.5, float("nan"), True, Decimal(5), [1], {"a": 1}, date.min, time(12)):
            yield pa.scalar(held)
        yield from (pa.scalar(5, pa.date64()), pa.scalar(2**62, pa.timestamp("s")), pa.scalar(5, pa.duration("ns")))
        yield from (pa.scalar("a", pa.string_view()), pa.scalar("a").cast(pa.dictionary(pa.int8(), pa.string())))
        yield from (pa.array([1]), pa.chunked_array([[1]]), pa.table({"a": [1]}), pa.int64())
    if find_spec("polars"):
        pl: Any = import_module("polars")
        yield from (
            pl.Series([1]),
            pl.DataFrame({"a": [1]}),
            pl.LazyFrame({"a": [1]}),
            pl.col("a"),
            pl.Int64,
            pl.lit(5),
        )
    if find_spec("moneyed"):
        yield import_module("moneyed").Money(5, "EUR")
    yield from (units.parse("5 kg"), units.parse("5 rounds"), units.registry(), units.registry().kg)


def _own() -> Iterator[Any]:
    """Values of the library's own, where a cell is due."""
    yield from (UNKNOWN, about(5), exactly(Money(5, "EUR")), Money("0.5", "EUR"), Currency("EUR"), Country("NL"))
    yield from (Period("2024"), Period("../2024"), Calibre(155), Text({"en": "a", "uk": "b"}), Source(id="a"), Country)


_FAILING: Final = (
    *(_failing(str, name) for name in ("__str__", "__repr__", "__eq__", "__len__", "__hash__", "__iter__", "strip")),
    *(_failing(int, name) for name in ("__str__", "__repr__", "__eq__", "__index__", "__hash__", "__lt__", "__int__")),
    *(_failing(float, name) for name in ("__str__", "__repr__", "__eq__", "__ne__", "__float__", "__hash__", "__lt__")),
    *(_failing(Decimal, name) for name in ("__str__", "__eq__", "__hash__", "__lt__", "is_nan", "as_tuple")),
    *(_failing(date, name) for name in ("__str__", "__repr__", "isoformat", "__eq__", "__lt__", "__hash__")),
    *(_failing(datetime, name) for name in ("isoformat", "date", "time", "__eq__", "__str__")),
    *(_failing(Fraction, name) for name in ("__str__", "__repr__", "__eq__", "__float__", "__lt__")),
    *(_failing(bytes, name) for name in ("__str__", "__repr__", "__eq__", "decode")),
)
_DISGUISED: Final = tuple(
    Disguised(cls) for cls in (str, int, float, bool, date, datetime, Decimal, list, dict, Money, Country)
)
with catch_warnings(action="ignore"):
    OBJECTS: Final[tuple[Any, ...]] = (
        *(0, 1, -1, 2022, 44621, 10**40, -(10**400), True, False, 0.0, -0.0, 0.1, 1e300, float("nan"), float("inf")),
        *(Decimal("NaN"), Decimal("sNaN"), Decimal("-sNaN123"), Decimal("Infinity"), Decimal("1e999")),
        *(
            Decimal("-0"),
            Decimal("1e-999"),
            Decimal("1e999999"),
            Fraction(1, 3),
            Fraction(10**400),
            1j,
            complex("nan"),
            5e-324,
            None,
        ),
        *(b"", b"5", bytearray(b"5"), memoryview(b"5"), array("i", [1]), date(2022, 3, 1), date.min, date.max),
        *(datetime(2922, 2, 9, tzinfo=UTC), time(12), time(12, tzinfo=UTC)),
        *(datetime(2024, 3, 1, tzinfo=timezone(timedelta(hours=14))), timedelta(5), timedelta.max, UTC),
        *([], [1], (), {}, {"a": 1}, set(), frozenset("a"), object(), type, len, NotImplemented, ..., range(5)),
        *(slice(5), int, str, date, (lambda: 5), (at for at in range(1)), iter(()), re, ValueError("a"), deque([1])),
        *(OrderedDict(a=1), MappingProxyType({"a": 1}), SimpleNamespace(a=1), UUID(int=5), PurePosixPath("a")),
        *(Pair(1, 2), re.compile("a"), b"\xff", frozenset()),
        *(Word.FIVE, Word.LOUD, Number.FIVE, Flag.NONE, Flag.BOTH, Plain.OBJECT, Word, NAType, property(len), super),
        *(
            NAType(),
            Series(),
            Hostile(),
            [Hostile()],
            {"a": Hostile()},
            Lying(),
            MagicMock(),
            MagicMock(spec=str),
        ),
        *(*_FAILING, *_DISGUISED, *_own(), *_numpy(), *_of_others()),
    )


def name_of(cell: Any) -> str:
    """A short name of a cell for a test, the same in every process."""
    try:
        text = re.sub("( at |id='|]|Frame)[0-9A-Fa-fx]{8,}", "", ascii(cell))
    except Exception:  # of those that fail, and of an integer that Python does not print
        text = ""
    return f"{type(cell).__name__} {text if len(text) <= 50 else f'{text[:50]} {len(text)}'}"


ODD: Final[tuple[Any, ...]] = tuple({name_of(cell): cell for cell in (*TEXTS, *OBJECTS)}.values())


def replaced(row: list[Any]) -> Iterator[tuple[int, Any, list[Any]]]:
    """The row with each of its cells replaced by each of the odd ones."""
    for at in range(len(row)):
        for cell in ODD:
            yield at, cell, [*row[:at], cell, *row[at + 1 :]]
