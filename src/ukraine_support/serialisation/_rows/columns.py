"""Which columns the fields of each class fill, and how a record becomes cells and cells become its part of a document.

An estimate fills several columns, an amount two, a speaker and a line's one kind of support the columns of their own
fields; everything else fills one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, Final, NamedTuple

import attrs

from ..._errors import DocumentError
from ..._model.base.immutable import default_of, is_ours
from ..._model.base.kinds import class_of, is_open, kinds_under
from ..._model.claims import Claim, Position
from ..._model.commitments import Commitment, Initiative
from ..._model.lines import Line
from ..._model.parties import Occasion, Speaker
from ..._model.provenance import Documented, Source
from ..._model.support import Support
from ..._model.values.money import Money
from ..._types import Estimated, Field, Object, Optional, TextOr, described, fields_in_documents
from .._faults import hint
from .._json import dumps
from .._limits import Limits
from .._writing import in_order, written_fields
from .cells import LIST, TEXT, Cell, codec_of
from .forms import Cells, Form, Row, estimate, leaf, money, position_or_id, read_cells

LINES: Final[Mapping[type, str]] = {Commitment: "lines", Initiative: "goal"}
"""The fields whose lines have rows of their own."""
_FIRST: Final = ("record", "kind", "id", "about", "line", "line_id")
_LAST: Final = tuple(field.name for field in written_fields(Documented) if field.name not in _FIRST)
_NAME_ENDS: Final = re.compile(r"[.\[]")


class _Entry(NamedTuple):
    name: str
    form: Form
    usual: Cells | None
    """The cells of the default; None where the record itself decides on it."""


class RowFields(NamedTuple):
    """What cells say of a record or a part of one."""

    fields: dict[str, Any]
    """What stands in a document for them."""
    failed: set[str]
    """The fields whose cells say nothing that can be read."""
    faults: list[tuple[str, str]]
    """Each wrong column, and what is wrong there."""

    def checked(self) -> dict[str, Any]:
        """The fields; if something is wrong, an error instead."""
        if self.faults:
            raise DocumentError(self.faults)
        return self.fields


class Layout:
    """The columns of every class that is known now."""

    def __init__(self) -> None:
        self._plans: dict[tuple[type, str], dict[str, _Entry]] = {}

    def columns(self) -> tuple[str, ...]:
        """Every column: the library's in a fixed order, then those that subclasses of the user's add."""
        found: dict[str, None] = dict.fromkeys(_FIRST)
        added: dict[str, None] = {}
        for cls, prefix in _classes():
            columns = [column for entry in self._plan(cls, prefix).values() for column in entry.form.columns]
            several = ("of_kind", "of") if prefix else ()
            (found if is_ours(cls) else added).update(dict.fromkeys([*several, *columns]))
        return (*(column for column in found if column not in _LAST), *_LAST, *(c for c in added if c not in found))

    def cells(self, value: Any, plain: Mapping[str, Any], prefix: str = "") -> dict[str, Cell]:
        """The cells of a record or a part of one, given what stands in a document for it."""
        found: dict[str, Cell] = {f"{prefix}kind": value.kind} if is_open(type(value)) else {}
        for name, entry in self._plan(type(value), prefix).items():
            held = getattr(value, name)
            if name in plain:
                cells = dict(entry.form.write(plain[name], held))
                if all(cell is None for cell in cells.values()):  # empty, though that is not its default
                    cells[entry.form.columns[0]] = dumps(plain[name])
                found |= cells
            else:
                found |= entry.form.write(_plain(held), held) if entry.usual is None else entry.usual
        return found

    def plain(self, cls: type, row: Row, limits: Limits, prefix: str = "") -> RowFields:
        """What stands in a document for the cells that are not empty, and what is wrong with them."""
        found = RowFields({}, set(), [])
        left, plan = dict(row), self._plan(cls, prefix)
        for name, entry in plan.items():
            form = entry.form
            columns = [column for column in form.columns if column in left]
            if form.prefix is not None:
                columns += [column for column in left if column.startswith(form.prefix) and column not in form.columns]
            mine = {column: left.pop(column) for column in columns}
            if mine:
                try:
                    found.fields[name] = form.read(mine, limits)
                except DocumentError as error:
                    found.failed.add(name)
                    found.faults.extend(error.problems)
        columns = [column for entry in plan.values() for column in entry.form.columns] if left else []
        for column in left:
            advice = hint(column, columns) or "; leave the cell empty"
            found.faults.append((column, f"is no column of {_article(cls.__name__)}{advice}"))
        return found

    def column_of(self, cls: type, path: str, row: Row, prefix: str = "") -> str:
        """The column in which a path into the class's part of a document stands, and what is left of the path."""
        name = _NAME_ENDS.split(path, maxsplit=1)[0]
        entry = self._plan(cls, prefix).get(name)
        return prefix + path if entry is None else entry.form.column_of(path[len(name) :], row)

    def _plan(self, cls: type[Any], prefix: str) -> dict[str, _Entry]:
        """The fields of a class that stand in its own row, each with its columns."""
        plan = self._plans.get((cls, prefix))
        if plan is None:
            stated = written_fields(cls)
            with suppress(Exception):  # what stays unresolved is told when a row of the class is read
                stated = in_order(fields_in_documents(cls))
            apart = {name for base, name in LINES.items() if issubclass(cls, base)}
            plan = self._plans[cls, prefix] = {}
            used = {"record", f"{prefix}kind"}
            for field in stated:
                if field.name not in apart:
                    base = prefix + field.name
                    while used & set(self._form(cls, field, base).columns):
                        base += "_"  # a field of the user's own that is called like a column of another
                    form = self._form(cls, field, base)
                    used |= set(form.columns)
                    plan[field.name] = _Entry(field.name, form, _usual(field, form))
        return plan

    def _form(self, cls: type, field: Field, name: str) -> Form:
        if cls is Line and field.name == "of":
            return self._kinds()
        return self._form_of(field.type, name)

    def _form_of(self, cls: object, name: str) -> Form:
        match described(cls):
            case Optional(of):
                return self._form_of(of, name)
            case Object(own) if own is Speaker:
                return self._speaker(name)
            case Object(own) if own is Money:
                return money(name)
            case Estimated(end):
                return estimate(name, end)
            case TextOr(other) if other is int:
                return position_or_id(name)
            case _:
                return leaf(name, codec_of(cls))

    def _speaker(self, name: str) -> Form:
        prefix = f"{name}_"
        columns = [column for entry in self._plan(Speaker, prefix).values() for column in entry.form.columns]

        def read(row: Row, limits: Limits) -> object:
            if row.get(columns[0]) == "null":
                return None
            return self.plain(Speaker, row, limits, prefix).checked()

        return Form(
            tuple(columns),
            lambda plain, value: {} if plain is None else self.cells(value, plain, prefix),
            read,
            lambda path, row: self.column_of(Speaker, path[1:], row, prefix),
        )

    def _kinds(self) -> Form:
        """What a line counts: one kind of support in columns of its fields, several as JSON in one cell."""

        def write(plain: Any, value: Any) -> Cells:
            return self.cells(value[0], plain[0], "of_") if len(plain) == 1 else {"of": LIST.write(plain)}

        def read(row: Row, limits: Limits) -> object:
            if "of" in row:
                faults = [(column, "stands beside several kinds in `of`") for column in row if column != "of"]
                if faults:
                    raise DocumentError(faults)
                return read_cells(row, {"of": LIST}, limits)["of"]
            kind = read_cells(row, {"of_kind": TEXT}, limits).get("of_kind")
            cls = class_of(kind, Support)
            if cls is None:  # what reads the document says so
                return [{} if kind is None else {"kind": kind}]
            others = {column: row[column] for column in row if column != "of_kind"}
            return [{"kind": kind, **self.plain(cls, others, limits, "of_").checked()}]

        def column_of(path: str, row: Row) -> str:
            cls = class_of(row.get("of_kind"), Support)
            if "of" in row or not path.startswith("[0]."):
                return f"of{path}"
            return "of_kind" if cls is None else self.column_of(cls, path[4:], row, "of_")

        return Form(("of_kind", "of"), write, read, column_of, prefix="of_")


def _classes() -> Iterator[tuple[type, str]]:
    """The classes that fill rows, with what their columns begin with, in the order of columns."""
    yield from ((cls, "") for cls in kinds_under(Commitment).values())
    yield from ((cls, "of_") for cls in kinds_under(Support).values())
    yield Line, ""
    yield from ((cls, "") for cls in (*kinds_under(Claim).values(), Initiative, *kinds_under(Position).values()))
    yield from ((cls, "") for cls in (Occasion, Source))


def _plain(value: object) -> Any:
    """What stands in a document for a value."""
    return json.loads(dumps(value))


def _usual(field: Field, form: Form) -> Cells | None:
    default: Any = field.default
    if default is attrs.NOTHING or getattr(default, "takes_self", False):
        return None
    default = default_of(field, None)
    return form.write(_plain(default), default)


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"
