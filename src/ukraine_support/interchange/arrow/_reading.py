"""The rows of one table of Arrow: read column by column, then built row by row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import pyarrow as pa

from ..._errors import DocumentError, InvalidValueError, WrongTypeError, near, shown
from ..._model.base.kinds import is_open, kinds_under
from ..._tables import TABLES
from ...serialisation import Limits
from ._codecs import Codec, Faults, as_strings, reads, refusal
from ._layout import DAYS, Filled, layout_of

_MOST: Final = Limits().errors
_HINTS: Final = 100
"""Faults for which a near name is looked up."""
_INDEX: Final = "__index_level_"
"""With this begin the columns in which pandas puts the index of a frame."""
_NAME_ENDS: Final = re.compile(r"[.\[]")
_WHOLE: Final = -1
"""The row of a fault of the whole table."""
_UNREADABLE: Final = (pa.ArrowException, OverflowError, ValueError)
"""What pyarrow raises of a value that is none of Python's, or none of the type that is asked for."""
_NULL: Final = "it is null; write a value"


class Told:
    """What is wrong with tables: each fault by table, row and column, of one cell the first."""

    def __init__(self) -> None:
        self._faults: dict[tuple[str, int, str], str] = {}
        self._rows: set[tuple[str, int]] = set()
        self._hints = iter(range(_HINTS))

    def __bool__(self) -> bool:
        return bool(self._rows)

    def tell(self, table: str, row: int, column: str, problem: str) -> None:
        """Tell what is wrong in a cell."""
        self._rows.add((table, row))
        if len(self._faults) <= _MOST:
            self._faults.setdefault((table, row, column), problem)

    def hint(self, given: object, names: Iterable[str]) -> str:
        """A name near to one that is wrong, for the first such names alone: it takes a look at all of them."""
        return near(given, names) if isinstance(given, str) and next(self._hints, None) is not None else ""

    def error(self) -> DocumentError:
        """All of it as one error."""
        order = list(TABLES)
        faults = sorted(self._faults.items(), key=lambda fault: (order.index(fault[0][0]), fault[0][1]))[:_MOST]
        told = [
            (", ".join(filter(None, [table, f"row {row}" if row != _WHOLE else "", column])), problem)
            for (table, row, column), problem in faults
        ]
        if len(self._faults) > _MOST:
            told.append(("", f"{_MOST} faults are told; in all, {len(self._rows)} rows are wrong"))
        return DocumentError(told)


class Rows:
    """The rows of a table that can be had as a stream of Arrow."""

    def __init__(self, name: str, source: Any, told: Told) -> None:
        self._name, self._told = name, told
        self._layout = layout_of(name)
        self._wrong: set[int] = set()
        self._read: dict[tuple[str, Codec], tuple[list[Any], Faults]] = {}
        self._arrays: dict[str, Any] = {}
        table = _table(source, f"from_arrow.{name}")
        self.count: int = table.num_rows
        for field, column in zip(table.schema, table.columns, strict=True):
            if not field.name.startswith(_INDEX):
                self._take(field.name, field.type, column)

    def tell(self, row: int, column: str, problem: str) -> None:
        """Tell what is wrong in a cell."""
        self._wrong.add(row)
        self._told.tell(self._name, row, column, problem)

    def _take(self, name: str, type: Any, column: Any) -> None:
        """Take in a column; one that cannot be read is told."""
        codec = self._layout.columns.get(name)
        if name in self._arrays:
            self.tell(_WHOLE, name, "the column stands twice; leave one out")
        elif codec is None:
            if column.null_count < self.count:  # else it holds nothing, as of a class that is not known here
                likely = (
                    self._told.hint(name, self._layout.columns)
                    or f'; arrow.schema("{self._name}") names those there are'
                )
                self.tell(_WHOLE, name, f"there is no such column{likely}")
        elif not reads(codec, type):
            self.tell(_WHOLE, name, f"the column is of the type {type}; it holds {codec.says}, as {codec.type}")
        else:
            chunks = column.chunks or [pa.array([], type)]
            self._arrays[name] = pa.concat_arrays([as_strings(chunk) for chunk in chunks])

    def values(self, name: str) -> list[Any]:
        """What stands in a column, None where it is null or wrong, or where there is no such column."""
        return self._cells(name, self._layout.columns[name])[0]

    def required(self, name: str) -> list[Any]:
        """What stands in a column in which a value must stand in each row; what is missing is told."""
        values, faults = self._cells(name, self._layout.columns[name])
        if name not in self._arrays and self.count:
            self.tell(_WHOLE, name, "the column is missing")
        for row, value in enumerate(values if name in self._arrays else ()):
            if value is None:
                self.tell(row, name, faults.get(row, _NULL))
        return values

    def _cells(self, name: str, codec: Codec) -> tuple[list[Any], Faults]:
        found = self._read.get((name, codec))
        if found is None:
            faults: Faults = {}
            values = self._values(self._arrays[name], codec, faults) if name in self._arrays else [None] * self.count
            found = self._read[name, codec] = values, faults
        return found

    def _values(self, array: Any, codec: Codec, faults: Faults) -> list[Any]:
        if array.null_count == self.count:
            return [None] * self.count
        try:
            return codec.read(array, faults)
        except _UNREADABLE:  # a number that is too large, a day beyond the calendar
            found: list[Any] = []
            for row in range(self.count):
                inner: Faults = {}
                try:
                    found += codec.read(array.slice(row, 1), inner)
                except _UNREADABLE:
                    inner[0] = f"{_cell(array, row)} does not fit; the column holds {codec.says}"
                    found.append(None)
                if inner:
                    faults[row] = inner[0]
            return found

    def by_class(self) -> dict[Any, list[int]]:
        """The rows of each class; those of none are told."""
        root: Any = TABLES[self._name]
        if not is_open(root):
            return {root: list(range(self.count))}
        classes: dict[Any, Any] = dict(kinds_under(root))
        if root in classes.values():
            classes[None] = root
        elif "kind" not in self._arrays:
            return self._none_without("kind")
        found: dict[Any, list[int]] = {}
        for row, word in enumerate(self.values("kind")):
            if word in classes:
                found.setdefault(classes[word], []).append(row)
            else:
                known = [kind for kind in classes if kind is not None]
                hint = self._told.hint(word, known)
                problem = f"{shown(word)} is no kind of {root.__name__}" if word is not None else "it is null"
                self.tell(row, "kind", problem + (hint or f"; write one of {', '.join(known)}"))
        return found

    def _none_without(self, column: str) -> dict[Any, Any]:
        """No rows, as a column is missing without which none can be read."""
        if self.count:
            self.tell(_WHOLE, column, "the column is missing")
        return {}

    def built(self, cls: Any, rows: Sequence[int], apart: Mapping[str, Sequence[Any]]) -> dict[int, Any]:
        """The objects that rows of a class make, given the values of fields that stand in no column."""
        self._leave_no_cell(cls, rows)
        fields, arguments, missing = self._layout.fields[cls], dict[str, Sequence[Any]](), False
        for filled in fields:
            if any(column.name in self._arrays for column in filled.columns):
                arguments[filled.alias] = self._joined(filled, rows)
                continue
            for name, part in filled.days.items():
                self._check_days(name, part, [None] * self.count, rows)
            if filled.is_required and rows:
                missing = True
                self.tell(_WHOLE, filled.columns[0].name, "the column is missing")
        if missing:
            return {}
        arguments |= apart
        names, found = list(arguments), {}
        for row, values in zip(rows, zip(*arguments.values(), strict=True), strict=True):
            if row in self._wrong:
                continue
            try:
                found[row] = cls(**dict(zip(names, values, strict=True)))
            except InvalidValueError as error:
                name, _, field = error.where.partition(".")
                column = _column_of(field, fields) if name == cls.__name__ else ""
                self.tell(row, column, refusal(error))
            except Exception as error:  # a check of the user's own
                self.tell(row, "", " ".join(str(error).split()) or type(error).__name__)
        return found

    def _joined(self, filled: Filled, rows: Sequence[int]) -> list[Any]:
        """The values of a field in some rows."""
        first, columns, wrong = filled.columns[0].name, [], dict[int, tuple[str, str]]()
        for column, codec in zip(filled.columns, filled.codecs, strict=True):
            values, faults = self._cells(column.name, codec)
            wrong |= {row: (column.name, problem) for row, problem in faults.items()}
            is_exact = column.part == "approximate" and column.name not in self._arrays
            columns.append([False] * self.count if is_exact else values)
        if filled.form.join is None:
            found = columns[0]
            if not filled.is_optional and self._arrays[first].null_count:
                nulls = {row: (first, _NULL) for row, value in enumerate(found) if value is None}
                wrong = nulls | wrong
        else:
            found = [None] * self.count
            mine = columns if len(rows) == self.count else [[column[row] for row in rows] for column in columns]
            for row, cells in zip(rows, zip(*mine, strict=True), strict=True):
                if row not in wrong:
                    try:
                        found[row] = filled.form.join(cells)
                    except InvalidValueError as error:
                        wrong[row] = first, refusal(error)
        for row in rows if wrong else ():
            if row in wrong:
                self.tell(row, *wrong[row])
        if any(name in self._arrays for name in filled.days) and not self._days_hold(filled, found):
            for name, part in filled.days.items():
                self._check_days(name, part, found, rows)
        return found if len(rows) == self.count else [found[row] for row in rows]

    def _days_hold(self, filled: Filled, periods: Sequence[Any]) -> bool:
        """Whether all days that are there are those of their periods; each period is asked once."""
        coded = self._arrays[filled.columns[0].name].dictionary_encode()
        different = dict(zip(coded.indices.to_pylist(), periods, strict=True))
        different.pop(None, None)
        for name, part in filled.days.items():
            days = pa.array([getattr(different[code], part, None) for code in range(len(different))], DAYS.type)
            if name in self._arrays and not days.take(coded.indices).equals(self._arrays[name]):
                return False
        return True

    def _check_days(self, name: str, part: str, periods: Sequence[Any], rows: Sequence[int]) -> None:
        """Tell of days that are not those of their period."""
        days, faults = self._cells(name, DAYS)
        due = [None if period is None else getattr(period, part) for period in periods]
        for row in rows:
            if row in faults:
                self.tell(row, name, faults[row])
            elif days[row] not in (None, due[row]) and row not in self._wrong:
                problem = f"{days[row]} is not the {part} day of {shown(getattr(periods[row], 'edtf', None))}"
                self.tell(row, name, f"{problem}; leave the column out, which is derived")

    def _leave_no_cell(self, cls: Any, rows: Sequence[int]) -> None:
        """Tell of cells in columns of other classes."""
        own = {
            name for filled in self._layout.fields[cls] for name in (*filled.days, *(c.name for c in filled.columns))
        }
        for name in self._arrays.keys() - own - self._layout.apart.keys():
            if self._arrays[name].null_count < self.count:
                valid = self._arrays[name].is_valid().to_pylist()
                for row in rows:
                    if valid[row]:
                        self.tell(row, name, f"it is no column of {cls.__name__}; write null")


def _cell(array: Any, row: int) -> str:
    try:
        return shown(array[row].as_py())
    except _UNREADABLE:
        return "it"


def a_table(name: object, where: str) -> None:
    """Refuse what is no name of a table."""
    if not isinstance(name, str) or name not in TABLES:
        likely = near(name, TABLES) if isinstance(name, str) else ""
        accepted = f"name one of {', '.join(TABLES)}"
        raise InvalidValueError(where, f"{shown(name)} is no table of a ledger", f"{accepted}{likely}")


def _table(source: Any, where: str) -> Any:
    """A table of Arrow that holds together."""
    if not hasattr(source, "__arrow_c_stream__"):
        problem = f"{shown(source)} is a {type(source).__name__}, which gives no stream of Arrow"
        raise WrongTypeError(where, problem, "pass a table of pyarrow, polars or pandas, or a relation of DuckDB")
    table = source if isinstance(source, pa.Table) else pa.table(source)
    try:
        table.validate(full=True)
    except pa.ArrowException as error:
        raise WrongTypeError(where, f"the table is damaged: {' '.join(str(error).split())}", "pass it whole") from error
    return table


def _column_of(path: str, fields: Iterable[Filled]) -> str:
    """The column that a path into an object is told of."""
    name = _NAME_ENDS.split(path, maxsplit=1)[0]
    column = next((filled.columns[0].name for filled in fields if filled.name == name), name)
    return column + path[len(name) :]
