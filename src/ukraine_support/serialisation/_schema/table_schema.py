"""The tables described for other programs, as Frictionless Table Schema."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs

from ..._errors import InvalidValueError, shown
from ..._model.base.kinds import kinds_under
from ..._model.lines import Line
from ..._model.parties import Party
from ..._model.references import HOLDERS
from ..._model.support import Support
from ..._model.values.mapping import Extras
from ..._model.values.money import Currency
from ..._tables import TABLES, Column, classes_of, table_columns
from ..._types import ByName, Kinds, Object, Plain, Several, Word, described
from .._faults import hint
from .._rows.cells import COUNT, EXACT, FLAG, INTEGER, JSON, LIST, REAL, TEXT, Codec, codec_of
from .schema import description_of
from .shapes import Schema

_TYPES: Final[Mapping[Codec, str]] = {
    EXACT: "number",
    COUNT: "number",
    REAL: "number",
    INTEGER: "integer",
    FLAG: "boolean",
}
"""Of the codecs that write no text."""
_PARTS: Final[Mapping[str, str]] = {
    "low": "The low end; empty where it is open.",
    "high": "The high end; empty where it is open.",
    "approximate": "Whether both ends are rough.",
    "currency": "The currency of the amount.",
    "id": "The id, where it has one.",
    "earliest": "The first day that it can mean; empty where it is open.",
    "latest": "The last day that it can mean; empty where it is open.",
}
_APART: Final[Mapping[str, str]] = {
    "kind": "The class of what stands in the row.",
    "about": "The id of the commitment or the initiative that has the line.",
    "line": "The place of the line there, 0 for the first.",
}


def table_schema(table: str) -> Schema:
    """Describe one of the tables of `to_tables` as a [Table Schema](https://datapackage.org/standard/table-schema/).

    It gives the type of each column, what the column is, which words it may hold, which columns are never empty, which
    tell rows apart, and which refer to another table; versions 1 and 2 of the standard read it alike. Columns of
    subclasses of your own that are known by now are among them. Lists between semicolons are text, as the standard has
    no other word for them that both versions know.

    A schema says nothing of references that may point into several tables, such as what a claim is about, or that
    stand in lists. `from_tables` checks those as well.

    Args:
        table: The name of the table, such as `"commitments"`.

    Raises:
        InvalidValueError: There is no table of that name.

    Examples:
        >>> schema = table_schema("commitments")
        >>> schema["primaryKey"], schema["missingValues"]
        (['id'], ['', 'null'])
        >>> [field["type"] for field in schema["fields"] if field["name"] in ("value_low", "stage", "due_latest")]
        ['number', 'string', 'date']
    """
    if not isinstance(table, str) or table not in TABLES:
        advice = f"pass one of {', '.join(TABLES)}{hint(table, TABLES)}"
        raise InvalidValueError("table_schema", f"{shown(table)} is no table", advice)
    classes = [cls for cls, prefix in classes_of(table) if not prefix]
    fields = [_field(name, held, len(classes)) for name, held in table_columns(table).items()]
    return {
        "fields": fields,
        "primaryKey": ["about", "line"] if TABLES[table] is Line else ["id"],
        "foreignKeys": list(_foreign_keys(table)),
        "missingValues": ["", "null"],
    }


def _foreign_keys(table: str) -> Iterator[Schema]:
    """The columns that hold one id of a record of one table; the name of the table itself is left empty."""
    names = {cls: name for name, cls in TABLES.items()}
    columns = table_columns(table)
    for holder in HOLDERS:
        if issubclass(TABLES[table], holder.cls) and len(holder.classes) == 1 and columns[holder.field][0].type is str:
            other = names[holder.classes[0]]
            reference = {"resource": "" if other == table else other, "fields": ["id"]}
            yield {"fields": [holder.field], "reference": reference}


def _field(name: str, held: Sequence[Column], classes: int) -> Schema:
    """A column, given what it holds in rows of each class, and how many classes have rows."""
    types = list(dict.fromkeys(_type(column.type) for column in held))
    found: Schema = {"name": name, "type": types[0] if len(types) == 1 else "any"}
    if found["type"] == "boolean":
        found |= {"trueValues": ["1"], "falseValues": ["0"]}
    text = _description(held[0])
    if text:
        found["description"] = text
    asked: Schema = {}
    if _is_needed(name, held, classes):
        asked["required"] = True
    words = [_words(column) for column in held]
    if all(words):
        asked["enum"] = list(dict.fromkeys(word for some in words for word in some))
    if all(column.type is Currency for column in held):
        asked["pattern"] = "[A-Z]{3}"
    return found | ({"constraints": asked} if asked else {})


def _is_needed(name: str, held: Sequence[Column], classes: int) -> bool:
    """Whether the cells of a column are never empty: records of every class must state what they hold."""
    if name in _APART and held[0].field is None:
        return True
    stated = [column.field for column in held if not column.part and column.field and column.field.name == name]
    return len(stated) == classes and stated[0].default is attrs.NOTHING  # no class declares a field again


def _words(column: Column) -> list[Any]:
    """The words that may stand in a column; none where there are others."""
    if column.part == "kind":
        return list(kinds_under(Support if column.field else column.cls))
    match described(column.type):
        case Word(enumeration) if _type(column.type) == "string":
            return [TEXT.write(member.value) for member in enumeration]
    return []


def _type(cls: object) -> str:
    """The word of Table Schema for how a type stands in cells."""
    codec = codec_of(cls)
    if cls is date:
        return "date"
    match described(cls):
        case Several(item) if codec is LIST and isinstance(described(item), Object | Kinds) and item is not Party:
            return "array"
        case ByName() | Object():
            return "object"
        case Plain(plain) if plain is Extras:
            return "object"
    return _TYPES.get(codec, "any" if codec is JSON else "string")


def _description(column: Column) -> str:
    if column.part == "counts":
        return f"Whether its own value is in a sum at the stage {column.name.partition('_')[2]}."
    if column.field is None:
        return _APART[column.name]
    texts = (description_of(column.cls, column.field), _PARTS.get(column.part))
    return " ".join(text for text in texts if text)
