"""The tables of a ledger in Arrow: which columns each has, of which type, and what fills them for each class.

Their names are those of all tables of a ledger. A column on whose type classes disagree, as those of a user's may,
holds JSON.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

import attrs
import pyarrow as pa
from pyarrow import types as kinds

from ..._model.commitments import Link, Relation
from ..._model.lines import Line
from ..._model.parties import Party
from ..._model.provenance import Citation, Documented
from ..._model.values.magnitudes import Calibre, Length, Mass
from ..._model.values.mapping import Extras
from ..._model.values.money import Currency
from ..._model.values.period import Period
from ..._model.values.text import Text
from ..._tables import COMPONENT, KNOWN_FROM, TABLES, Column, FieldColumns, classes_of, fields_with_columns, merged
from ..._types import NUMBER, Kinds, Object, Plain, Several, TextOr, Word, described
from ...serialisation import dumps, loads
from ._codecs import STRING, WORDS, Codec, Lists, Maps, Numbers, Scalars, Structs, Texts, a_string
from ._forms import Form, form_of, may_be_none

_JSON_BEGINS: Final = ('"', "[", "{")
TEXTS: Final = Texts(a_string, str)
NAMES: Final = Texts(a_string, str, WORDS)
DAYS: Final = Scalars(pa.date32(), date, kinds.is_date, "a day")
PLACES: Final = Scalars(pa.int64(), int, kinds.is_integer, "a whole number of 64 bits")
_PLAIN: Final[Mapping[Any, Codec]] = {
    str: TEXTS,
    bool: Scalars(pa.bool_(), bool, kinds.is_boolean, "true or false"),
    int: PLACES,
    float: Scalars(pa.float64(), float, lambda given: kinds.is_floating(given) or kinds.is_integer(given), "a number"),
    date: DAYS,
    Decimal: Numbers(Decimal),
    NUMBER: Numbers(NUMBER),
    Period: Texts(str, Period.parse),
    Calibre: Texts(str, Calibre.parse),
    Length: Texts(str, Length.parse),
    Mass: Texts(str, Mass.parse),
    Text: Maps(Text, lambda text: text.languages),
    Extras: Maps(Extras, lambda extras: extras.items()),
}
_DERIVED: Final[Mapping[type, Mapping[str, Codec]]] = {
    Documented: {KNOWN_FROM: DAYS, COMPONENT: TEXTS},
    Line: {"of_calibre_mm": Numbers(Decimal), "of_designation": TEXTS, COMPONENT: TEXTS},
}
"""Columns that say again what others say, besides the kinds of lines and the days of periods."""


def _words(cls: Any, type: Any = WORDS) -> Codec:
    """Words, codes and whatever else has a notation: as it stands, or else as JSON, by which it begins."""

    def to_text(value: Any) -> str:
        text = dumps(value)
        plain = text[1:-1]
        is_plain = text[0] == '"' and "\\" not in plain and not _is_json(plain)
        return plain if is_plain else text

    return Texts(to_text, lambda text: loads(text if _is_json(text) else dumps(text), cls), type)


def _is_json(text: str) -> bool:
    return text.startswith(_JSON_BEGINS) or text == "null"


def _json(cls: Any) -> Codec:
    return Texts(dumps, lambda text: loads(text, cls), WORDS)


def _codec_of(cls: object) -> Codec:
    """How a type stands in a column, None left aside."""
    match described(cls):
        case Several(item, build):
            inner = _item(item)
            return _json(cls) if inner is None else Lists(inner, build)
        case Plain(plain) if plain in _PLAIN:
            return _PLAIN[plain]
    return _words(cls) if _has_notation(cls) else _json(cls)


def _has_notation(cls: object) -> bool:
    """Whether a type stands in documents as a word, or as an object that names its kind."""
    match described(cls):
        case Plain(plain):
            return plain is Currency
        case Word(enumeration):
            return all(isinstance(member.value, str) for member in enumeration)
        case TextOr(other):
            return isinstance(described(other), Kinds)
        case Kinds() as kinds_:
            return kinds_.root is Party
        case _:
            return False


def _item(cls: object) -> Codec | None:
    """How an item of a list stands in it; None where the list is better JSON as a whole."""
    match described(cls):
        case Object(own) if own is Citation:
            return Structs(Citation, {"source": TEXTS, "at": TEXTS}, optional=("at",))
        case Object(own) if own is Link:
            return Structs(Link, {"relation": _words(Relation, STRING), "to": TEXTS})
        case Plain(plain) if plain in _PLAIN and plain not in (Text, Extras):
            return _PLAIN[plain]
    return _words(cls, STRING) if _has_notation(cls) else None


class Filled(NamedTuple):
    """What a field fills."""

    name: str
    alias: str
    """What the constructor calls it."""
    columns: tuple[Column, ...]
    codecs: tuple[Codec, ...]
    form: Form
    is_required: bool
    is_optional: bool
    """Whether it may be None."""
    days: Mapping[str, str]
    """Of a period: the columns that are derived from it, each with the name of what it says of it."""


class Layout(NamedTuple):
    """A table: its columns in order, and what fills them."""

    columns: Mapping[str, Codec]
    """Of a column that holds one thing for one class and another for another, one of the codecs."""
    fields: Mapping[Any, tuple[Filled, ...]]
    """What the fields of each class fill."""
    apart: Mapping[str, Codec]
    """The columns that no field of their own fills."""


def layout_of(table: str) -> Layout:
    """The layout of a table, with the classes that are known now."""
    root = TABLES[table]
    classes = [root] if root is Line else [cls for cls, _ in classes_of(table)]
    every = merged([(cls, "") for cls in classes], derived=True)
    held = {name: columns for name, columns in every.items() if columns[0].part != "counts"}  # summands say that
    codecs = {name: _codecs(columns) for name, columns in held.items()}
    columns = {name: next(iter(by_type.values())) for name, by_type in codecs.items()}
    apart = {name: columns[name] for name in held if _is_apart(held[name][0])}
    apart |= next((derived for cls, derived in _DERIVED.items() if issubclass(root, cls)), {})
    filled = {cls: tuple(_filled(each, codecs) for each in fields_with_columns(cls)) for cls in classes}
    return Layout(columns | apart, filled, apart)


def _is_apart(column: Column) -> bool:
    return column.part == "kind" or column.field is None


def _codecs(columns: tuple[Column, ...]) -> dict[object, Codec]:
    """By what a column holds for one class or another, how that stands there."""
    found = {_held(column): _codec_of_column(column) for column in columns}
    if len({str(codec.type) for codec in found.values()}) > 1:
        return {_held(column): _json(column.type) for column in columns}
    return found


def _held(column: Column) -> object:
    return column.type, column.part


def _codec_of_column(column: Column) -> Codec:
    if column.part == "kind":
        return NAMES
    if column.part in ("low", "high") and column.type in (int, Decimal, NUMBER):
        return Numbers(column.type)
    return _codec_of(column.type)


def _filled(of: FieldColumns, codecs: Mapping[str, Mapping[object, Codec]]) -> Filled:
    columns = tuple(column for column in of.columns if column.part != "kind")
    return Filled(
        of.field.name,
        str(of.field.alias),
        columns,
        tuple(codecs[column.name][_held(column)] for column in columns),
        form_of(of),
        of.field.default is attrs.NOTHING,
        may_be_none(of.field.type),
        {column.name: column.part for column in of.derived},
    )
