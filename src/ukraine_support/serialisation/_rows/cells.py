"""Cells of tables: what a part of a document looks like in one cell, and back.

A cell is plain text or an integer. Text that begins with `"`, `[` or `{`, and `null`, is JSON; words that would be
taken for it, or for nothing, are written as JSON strings. So no two values look alike, and nothing is lost.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias, TypeGuard

from ..._errors import InvalidValueError
from ..._exact import Number, to_number, written
from ..._model.parties import Party
from ..._model.values.magnitudes import Calibre, Length, Mass
from ..._model.values.money import Currency
from ..._model.values.period import Period
from ..._model.values.text import Text
from ..._types import NUMBER, Kinds, Plain, Several, TextOr, Word, described
from .._faults import wrong
from .._json import dumps, loads
from .._limits import Limits, integer

Cell: TypeAlias = str | int | None
"""What stands in a cell; None, like the empty text, is nothing."""

_JSON: Final = ('"', "[", "{")
_NULL: Final = "null"
_INTEGER: Final = re.compile(r"-?[0-9]+")
_EXACT_FLOATS: Final = 2**53
"""Beyond, floats leave integers out."""
_DAY: Final = len("2024-02-27")
_BETWEEN: Final = ";"
_IN_CELLS: Final = frozenset((str, int, bool, float, Decimal, date, datetime))
_AS_TEXT: Final = "text; read the table with every cell as text, as csv does, or pandas with dtype=str"


class Codec(NamedTuple):
    """How one type stands in a cell: a part of a document to a cell, and a cell that is not empty back to the part."""

    write: Callable[[Any], Cell]
    read: Callable[[object, Limits], Any]


def is_in_cells(plain: object) -> bool:
    """Whether a table may hold this, which is in Python's own types already: a text, a number or a day."""
    return type(plain) in _IN_CELLS


def _write_text(plain: object) -> Cell:
    if plain is None:
        return None
    if not isinstance(plain, str) or plain in ("", _NULL) or plain.startswith(_JSON):
        return dumps(plain)
    return plain


def _read_text(cell: object, limits: Limits) -> object:
    if type(cell) is not str:
        raise wrong(cell, _AS_TEXT)
    return loads(cell, object, limits=limits) if cell == _NULL or cell.startswith(_JSON) else cell


def _write_exact(plain: object) -> Cell:
    return None if plain is None else str(plain)


def _is_number(cell: object) -> TypeGuard[int | float | Decimal]:
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


def _number(cell: object) -> Number:
    """The exact number in a cell; of floats, those that are whole, as data frames hold integers beside empty cells."""
    if isinstance(cell, float) and abs(cell) < _EXACT_FLOATS and cell.is_integer():
        return int(cell)
    return to_number(cell, "")


def _read_exact(cell: object, limits: Limits) -> object:
    return written(_number(cell)) if _is_number(cell) else _read_text(cell, limits)


def _read_count(cell: object, limits: Limits) -> object:
    """In a document, a whole number is an integer; in a cell it may be text."""
    text = _read_exact(cell, limits)
    try:
        number = to_number(text, "")
    except InvalidValueError:  # what reads the document says so
        return text
    return number if isinstance(number, int) else text


def _read_integer(cell: object, limits: Limits) -> int | None:
    if cell == _NULL:
        return None
    if type(cell) is int:
        return cell
    if isinstance(cell, str) and _INTEGER.fullmatch(cell):
        return integer(cell, limits.digits)
    if isinstance(cell, float | Decimal):
        with suppress(InvalidValueError):  # what is none is told below
            number = _number(cell)
            if isinstance(number, int):
                return number
    raise wrong(cell, "an integer, such as 5")


def _write_flag(plain: bool | None) -> Cell:
    return None if plain is None else int(plain)


def _read_flag(cell: object, limits: Limits) -> object:
    flags: dict[object, bool | None] = {"1": True, "0": False, 1: True, 0: False, _NULL: None}
    if cell not in flags:  # 1.0 is 1
        raise wrong(cell, "1 for true or 0 for false")
    return flags[cell]


def _read_day(cell: object, limits: Limits) -> object:
    """A day or a period; a number is a year, as tables take it for one."""
    if isinstance(cell, datetime) and cell.time() != time.min:
        raise wrong(cell, "a day alone, without the time of day")
    if isinstance(cell, date):
        return cell.isoformat()[:_DAY]
    return f"{_number(cell):04}" if _is_number(cell) else _read_text(cell, limits)


def _read_days(cell: object, limits: Limits) -> object:
    return _read_list(cell, limits) if isinstance(cell, str) else [_read_day(cell, limits)]


def _read_float(cell: object, limits: Limits) -> object:
    return float(cell) if isinstance(cell, float | Decimal) else _read_json(cell, limits)


def _write_list(plain: list[Any] | None) -> Cell:
    if not plain:
        return None
    single = all(isinstance(item, str) and item and item == item.strip() and _BETWEEN not in item for item in plain)
    joined = _BETWEEN.join(plain) if single else _NULL
    return dumps(plain) if joined == _NULL or joined.startswith(_JSON) else joined


def _read_list(cell: object, limits: Limits) -> object:
    if type(cell) is not str:
        raise wrong(cell, _AS_TEXT)
    if cell == _NULL or cell.startswith("["):
        return loads(cell, object, limits=limits)
    return [item.strip() for item in cell.split(_BETWEEN)]


def _write_json(plain: object) -> Cell:
    return None if plain in (None, [], {}) else dumps(plain)


def _read_json(cell: object, limits: Limits) -> object:
    if isinstance(cell, str):
        return loads(cell, object, limits=limits)
    if not isinstance(cell, int | float | Decimal):
        raise wrong(cell, _AS_TEXT)
    return cell if isinstance(cell, bool) else _read_count(cell, limits)


TEXT: Final = Codec(_write_text, _read_text)
"""Words, codes, dates, magnitudes: as they are; what is no string in a document is JSON."""
EXACT: Final = Codec(_write_exact, _read_exact)
"""Exact numbers: decimal text, so that a column is of one type and no reader rounds it."""
COUNT: Final = Codec(_write_exact, _read_count)
"""Counts, which may be fractions: decimal text as well."""
INTEGER: Final = Codec(lambda plain: plain, _read_integer)
"""Whole numbers."""
FLAG: Final = Codec(_write_flag, _read_flag)
"""Yes and no: 1 and 0."""
LIST: Final = Codec(_write_list, _read_list)
"""Lists: items between semicolons where all are plain words, else JSON."""
DAY: Final = Codec(_write_text, _read_day)
"""Days and periods: their text."""
DAYS: Final = Codec(_write_list, _read_days)
"""Several of them, as lists are."""
REAL: Final = Codec(_write_json, _read_float)
"""Floats, which only classes of the user's own hold."""
JSON: Final = Codec(_write_json, _read_json)
"""Anything else."""

_PLAIN: Final[Mapping[object, Codec]] = {
    int: INTEGER,
    bool: FLAG,
    Decimal: EXACT,
    NUMBER: COUNT,
    str: TEXT,
    float: REAL,
    date: DAY,
    Text: TEXT,
    Period: DAY,
    Currency: TEXT,
    Calibre: TEXT,
    Length: TEXT,
    Mass: TEXT,
}


def codec_of(cls: object) -> Codec:
    """How a type stands in a cell, None left aside."""
    match described(cls):
        case Plain(plain):
            return _PLAIN.get(plain, JSON)
        case Several(item):
            return DAYS if item in (date, Period) else LIST
        case Word(enumeration):
            return TEXT if all(isinstance(member.value, str) for member in enumeration) else JSON
        case TextOr(other) if isinstance(described(other), Kinds):  # words, or an object that names its kind
            return TEXT
        case Kinds() as kinds if kinds.root is Party or len(kinds.options) > 1:
            return TEXT
    return JSON
