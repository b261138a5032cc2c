"""Which columns the tables of a ledger have, and what each holds: rows, their schema and Arrow's tables ask here.

An estimate fills several columns, an amount two, a speaker and a line's one kind of support the columns of their own
fields; everything else fills one. `described` says of the type of a column what stands in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias

from ._model.base.immutable import is_ours
from ._model.base.kinds import is_open, kinds_under
from ._model.claims import Claim, Position
from ._model.commitments import Commitment, Initiative
from ._model.lines import Line
from ._model.parties import Occasion, Speaker
from ._model.provenance import Documented, Source
from ._model.support import Support
from ._model.values.money import Currency, Money
from ._model.values.period import Period
from ._model.values.stages import Stage
from ._types import Estimated, Field, Object, Optional, TextOr, described, fields_in_documents, in_order, written_fields

TABLES: Final[Mapping[str, type]] = {
    "sources": Source,
    "occasions": Occasion,
    "initiatives": Initiative,
    "commitments": Commitment,
    "lines": Line,
    "claims": Claim,
    "positions": Position,
}
"""The tables, each with the class of what has a row there: what a row refers to stands in the same table or an earlier
one, but for the claims that a claim disputes or retracts."""
LINES: Final[Mapping[type, str]] = {Commitment: "lines", Initiative: "goal"}
"""The fields whose lines have rows of their own."""
_KINDS: Final = ("of_kind", "of")
"""The columns of what a line counts: the kind of the one that it counts, and several of them."""
_FIRST: Final = ("kind", "id", "about", "line", "line_id")
_LAST: Final = tuple(field.name for field in written_fields(Documented) if field.name not in _FIRST)


def counts(stage: Stage) -> str:
    """The column that says whether a commitment counts at a stage."""
    return f"counts_{stage.value}"


COUNTS: Final = tuple(map(counts, Stage))
"""These columns, for each stage."""
KNOWN_FROM: Final = "known_from"
"""The column of Arrow's tables that says from which day a record is known."""
COMPONENT: Final = "component"
"""The column of Arrow's tables that is the same for records that bear on each other."""


_Class: TypeAlias = type[Any]


class Column(NamedTuple):
    """A column, and what stands in it for one field of one class."""

    name: str
    type: object
    """What a cell holds, None aside: of the low end of an amount, a `Decimal`."""
    part: str = ""
    """Which part of the field's value it is: `low`, `high`, `approximate`, `currency`, `id`, `kind`, `kinds`, or the
    day that is the `earliest` or the `latest`; empty for the whole value, and for the amount beside a `currency`. Of a
    commitment, `counts`: whether it counts at a stage."""
    field: "Field | None" = None
    """The field; None of what tells records apart: `kind`, `about`, `line`, and of `counts`."""
    cls: _Class = object
    """The class that has the field, or that stands in the row."""


class FieldColumns(NamedTuple):
    """The columns that a field fills in the row of its object."""

    field: Field
    type: object
    """The field's type, None aside."""
    columns: tuple[Column, ...]
    """In this order. Of an estimate: low, high, approximate, and of money the currency; of money alone: the amount and
    the currency; of a position or an id: the one and the other; of what a line counts: its kind, and all as JSON."""
    derived: tuple[Column, ...] = ()
    """Of a period: its earliest and its latest day, which the period itself says."""
    inner: tuple["FieldColumns", ...] = ()
    """Of a speaker, the fields that fill these columns."""


def fields_with_columns(cls: type[Any], prefix: str = "") -> tuple[FieldColumns, ...]:
    """The fields of a class that stand in its own row, each with its columns, which begin with a prefix."""
    stated = written_fields(cls)
    with suppress(Exception):  # what stays unresolved is told when a row of the class is read
        stated = in_order(fields_in_documents(cls))
    apart = {name for base, name in LINES.items() if issubclass(cls, base)}
    used, found = {"record", f"{prefix}kind", *COUNTS, KNOWN_FROM, COMPONENT}, []
    for field in stated:
        if field.name not in apart:
            name = prefix + field.name
            filled = _columns_of(cls, field, name)
            while not used.isdisjoint(column.name for column in filled.columns + filled.derived):
                name += "_"  # a field of the user's own that is called like a column of another
                filled = _columns_of(cls, field, name)
            used.update(column.name for column in filled.columns + filled.derived)
            found.append(filled)
    return tuple(found)


def table_columns(table: str) -> dict[str, tuple[Column, ...]]:
    """The columns of a table in order, those that are derived among them, each with what it holds, class by class."""
    return merged(classes_of(table), derived=True)


def merged(classes: Iterable[tuple[type, str]], *, derived: bool = False) -> dict[str, tuple[Column, ...]]:
    """The columns of some classes in order, each with what it holds, class by class.

    The library's own stand first, in a fixed order, then those that subclasses of the user's add.
    """
    found: dict[str, list[Column]] = {}
    ours: dict[str, None] = {}
    for cls, prefix in classes:
        if prefix:
            found |= {name: found.get(name, []) for name in _KINDS}  # a line's own columns of kinds stand before others
        columns = _apart(cls, prefix)
        for filled in fields_with_columns(cls, prefix):
            columns += filled.columns + (filled.derived if derived else ())
        if derived and issubclass(cls, Commitment):
            columns += [Column(counts(stage), bool, "counts", cls=cls) for stage in Stage]
        for column in columns:
            found.setdefault(column.name, []).append(column)
        if is_ours(cls):
            ours |= dict.fromkeys(column.name for column in columns)
    first = [name for name in _FIRST if name in found]
    last = [name for name in (*_LAST, *COUNTS) if name in found]
    between = [name for name in found if name in ours and name not in (*first, *last)]
    return {name: tuple(found[name]) for name in dict.fromkeys([*first, *between, *last, *found])}


def _apart(cls: type, prefix: str) -> list[Column]:
    """What tells a row from others, and is no field."""
    if cls is Line:
        return [Column("about", str, cls=cls), Column("line", int, cls=cls)]
    return [Column("kind", str, "kind", cls=cls)] if is_open(cls) and not prefix else []


def classes_of(table: str) -> Iterator[tuple[type, str]]:
    """The classes that fill the rows of a table, with what their columns begin with, in the order of columns."""
    cls: Any = TABLES[table]
    if TABLES[table] is Line:
        yield from ((support, "of_") for support in kinds_under(Support).values())
    kinds: Iterable[type] = kinds_under(cls).values() if is_open(cls) else [cls]
    yield from ((below, "") for below in kinds)


def _columns_of(cls: type, field: Field, name: str) -> FieldColumns:
    found: Any = field.type
    while isinstance(inside := described(found), Optional):
        found = inside.of

    def column(end: str, holds: object, part: str = "") -> Column:
        return Column(f"{name}{end}", holds, part, field, cls)

    if cls is Line and field.name == "of":
        kind, several = _KINDS
        both = (Column(kind, str, "kind", field, cls), Column(several, found, "kinds", field, cls))
        return FieldColumns(field, found, both)
    columns: tuple[Column, ...]
    match inside:
        case Object(own) if own is Speaker:
            inner = fields_with_columns(Speaker, f"{name}_")
            columns = tuple(one for part in inner for one in part.columns)
            return FieldColumns(field, found, columns, inner=inner)
        case Object(own) if own is Money:
            columns = (column("", Decimal), column("_currency", Currency, "currency"))
        case Estimated(end):
            held = Decimal if end is Money else end
            columns = (column("_low", held, "low"), column("_high", held, "high"))
            columns += (column("_approximate", bool, "approximate"),)
            columns += (column("_currency", Currency, "currency"),) if end is Money else ()
        case TextOr(other) if other is int:
            columns = (column("", int), column("_id", str, "id"))
        case _:
            columns = (column("", found),)
            if found is Period:
                days = (column("_earliest", date, "earliest"), column("_latest", date, "latest"))
                return FieldColumns(field, found, columns, days)
    return FieldColumns(field, found, columns)
