"""How a record becomes cells, and cells become its part of a document."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import attrs

from ..._errors import DocumentError
from ..._model.base.immutable import default_of
from ..._model.base.kinds import class_of, is_open
from ..._model.commitments import Commitment
from ..._model.parties import Speaker
from ..._model.support import Support
from ..._model.values.money import Money
from ..._tables import COUNTS, FieldColumns, classes_of, fields_with_columns, merged
from ..._types import Estimated, Field, Object, TextOr, described
from .._faults import hint
from .._json import dumps
from .._limits import Limits
from .cells import LIST, TEXT, Cell
from .forms import Cells, Form, Row, estimate, leaf, money, period, position_or_id, read_cells

_NAME_ENDS: Final = re.compile(r"[.\[]")


class _Entry(NamedTuple):
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

    def __init__(self, *, derives: bool = False) -> None:
        self._derives = derives
        self._plans: dict[tuple[type, str], dict[str, _Entry]] = {}

    def columns(self) -> tuple[str, ...]:
        """Every column: the library's in a fixed order, then those that subclasses of the user's add."""
        order = ("commitments", "lines", "claims", "initiatives", "positions", "occasions", "sources")
        classes = [found for table in order for found in classes_of(table)]
        return tuple(merged(classes))

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
            if column in COUNTS and issubclass(cls, Commitment):
                continue  # true only of all rows together
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
            plan = self._plans[cls, prefix] = {}
            for filled in fields_with_columns(cls, prefix):
                form = self._form(filled)
                plan[filled.field.name] = _Entry(form, _usual(filled.field, form))
        return plan

    def _form(self, filled: FieldColumns) -> Form:
        if filled.columns[0].part == "kind":
            return self._kinds()
        match described(filled.type):
            case Object(own) if own is Speaker:
                return self._speaker(filled)
            case Object(own) if own is Money:
                return money(filled)
            case Estimated():
                return estimate(filled)
            case TextOr(other) if other is int:
                return position_or_id(filled)
            case _ if filled.derived:
                return period(filled, derives=self._derives)
            case _:
                return leaf(filled)

    def _speaker(self, filled: FieldColumns) -> Form:
        first = filled.columns[0].name
        prefix = first.removesuffix(filled.inner[0].field.name)

        def read(row: Row, limits: Limits) -> object:
            if row.get(first) == "null":
                return None
            return self.plain(Speaker, row, limits, prefix).checked()

        return Form(
            tuple(column.name for column in filled.columns),
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
