"""Rows read: each becomes a record's part of a document, and all that is wrong is told with its row and column."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, NamedTuple

from ..._errors import DocumentError, InvalidValueError, LedgerError, shown
from ..._model.base.advice import is_mapping
from ..._model.base.kinds import is_open, kinds_under
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._model.provenance import Record
from ..._model.references import NAMES
from ..._scalars import plain
from ..._tables import LINES, TABLES
from .._converter import make_converter
from .._faults import faults_at, hint, told
from .._limits import Limits
from .cells import INTEGER, TEXT, is_in_cells
from .columns import Layout
from .forms import Row

LINE: Final = "line"
"""What `record` says in the row of a line."""
_CONVERTER: Final = make_converter()
_CLASSES: Final[Mapping[str, type]] = {name: cls for cls, name in NAMES.items()} | {LINE: Line}
_RECORDS: Final = {table: name for table, cls in TABLES.items() for name, held in _CLASSES.items() if held is cls}
_MARK: Final = "\ufeff"
_COUNTS: Final = re.compile(r"[0-9]{1,18}(?:\.0)?")
"""What stands without a heading where a data frame has written its index: the number of the row."""
_HEADING: Final = 1
"""Rows are counted as a spreadsheet counts them: the first one under the heading is 2."""
_NAME_ENDS: Final = re.compile(r"[.\[]")
_OF_LINES: Final = re.compile(r"(?:lines|goal)\[(\d+)\]\.?(.*)")


class _ReadRow(NamedTuple):
    """A row that has been read: its number, its class, its cells, and its part of a document."""

    number: int
    cls: type
    cells: Row
    plain: dict[str, Any]
    failed: Collection[str]
    """The fields of which all that is wrong has been told."""

    @property
    def id(self) -> str | None:
        """The id, where it is one."""
        id = self.plain.get("id")
        return id if isinstance(id, str) else None


class Reading:
    """The rows of one table or of several, and what is wrong with them."""

    def __init__(self, tables: Mapping[str, Iterable[Mapping[str, Any]]], onto: Ledger | None, limits: Limits) -> None:
        self._layout = Layout()
        self._onto = onto
        self._limits = limits
        self._wrong: set[int] = set()
        self._untold = False
        self._faults: dict[tuple[int, str], str] = {}
        self._records: list[_ReadRow] = []
        self._lines: dict[str, list[tuple[int, _ReadRow]]] = {}
        self._starts: dict[int, str] = {}
        number = 0
        for table, rows in tables.items():
            self._starts[number] = table
            for row in rows:
                cells = self._stated(number, row)
                if cells:
                    self._take(number, cells, table)
                number += 1

    def ledger(self) -> Ledger:
        """The ledger that the rows make."""
        self._join_lines()
        records = [self._record(read) for read in self._records]
        self._find_repeated()
        if not self._faults:
            try:
                held = [record for record in records if record is not None]
                return Ledger.of(held) if self._onto is None else self._onto.adding(*held)
            except LedgerError as error:
                rows = {read.id: read for read in self._records}
                for fault in (error, *error.also):
                    self._say(rows[fault.record], fault.field, fault.problem)
        faults = [
            (f"{self._place(number)}, {column}" if column else self._place(number), problem)
            for (number, column), problem in sorted(self._faults.items(), key=lambda item: item[0][0])
        ]
        if self._untold:
            faults.append(("", f"{len(faults)} faults are told; in all, {len(self._wrong)} rows are wrong"))
        raise DocumentError(faults)

    def _place(self, number: int) -> str:
        """The row of a number that runs over all tables, as its table counts it."""
        start = max(start for start in self._starts if start <= number)
        return f"{self._starts[start]}{', ' * bool(self._starts[start])}row {number - start + _HEADING + 1}"

    def _fault(self, number: int, column: str, problem: str) -> None:
        self._wrong.add(number)
        if (number, column) in self._faults:
            return  # what follows from the first is not worth saying
        if len(self._faults) < self._limits.errors:
            self._faults[number, column] = problem
        else:
            self._untold = True

    def _say(self, read: _ReadRow, path: str, problem: str) -> None:
        """Tell what is wrong at a path of a record's part of a document, in its own row or in that of a line."""
        in_line = _OF_LINES.fullmatch(path) if issubclass(read.cls, tuple(LINES)) else None
        if in_line is not None:
            read, path = self._lines[str(read.id)][int(in_line[1])][1], in_line[2]
        if _NAME_ENDS.split(path, maxsplit=1)[0] not in read.failed:
            self._fault(read.number, self._layout.column_of(read.cls, path, read.cells) if path else "", problem)

    def _stated(self, number: int, row: Any) -> dict[str, object]:
        """The cells that are not empty."""
        if not is_mapping(row):
            self._fault(number, "", f"{shown(row)} is a {type(row).__name__}; pass a mapping of columns to cells")
            return {}
        stated: dict[str, object] = {}
        for column, held in row.items():
            if held is None:
                continue
            cell = held if type(held) is str or type(held) is int else plain(held)
            if cell is None or (type(cell) is str and not cell):
                continue
            name = plain(column)
            if type(name) is not str:
                if _is_blank(cell):
                    continue
                self._fault(number, "", "holds more cells than the heading has columns; give each cell a column")
                return {}
            if not name:
                if not is_in_cells(cell) or not _COUNTS.fullmatch(f"{cell}"):
                    self._fault(number, "", f"holds {shown(cell)} under no heading; give the column one")
                continue
            if name[:1] == _MARK and _heading(name) not in row:
                name = _heading(name)
            if is_in_cells(cell):
                stated[name] = cell
            else:
                self._fault(number, name, f"{shown(cell)} is a {type(cell).__name__}; pass text, a number or a day")
        return stated

    def _word(self, number: int, cells: dict[str, object], column: str, allowed: Collection[str] = ()) -> str | None:
        """The word in a column; None where there is none, and then the fault is told."""
        try:
            word = TEXT.read(cells.pop(column, ""), self._limits)
            problem = "is missing" if word == "" else f"{shown(word)} is no {column}"
        except (InvalidValueError, DocumentError) as error:
            word, problem = "", faults_at("", error)[0][1]
        if isinstance(word, str) and word and (word in allowed or not allowed):
            return word
        self._fault(
            number, column, problem + (f"{hint(word, allowed)}; write one of {', '.join(allowed)}" if allowed else "")
        )
        return None

    def _take(self, number: int, cells: dict[str, object], table: str) -> None:
        name = _RECORDS[table] if table else self._word(number, cells, "record", tuple(_CLASSES))
        if name == LINE:
            self._take_line(number, cells)
        elif name is not None:
            self._take_record(number, _CLASSES[name], cells)

    def _take_record(self, number: int, cls: Any, cells: dict[str, object]) -> None:
        kind: dict[str, object] = {}
        kinds = kinds_under(cls) if is_open(cls) else {}
        if kinds and ("kind" in cells or cls not in kinds.values()):
            word = self._word(number, cells, "kind", tuple(kinds))
            if word is None:
                return
            kind, cls = {"kind": word}, kinds[word]
        self._records.append(self._read(number, cls, cells, kind))

    def _take_line(self, number: int, cells: dict[str, object]) -> None:
        owner = self._word(number, cells, "about")
        try:
            at = INTEGER.read(cells.pop("line", "null"), self._limits)
            if at is None:
                self._fault(number, "line", "is missing; write 0 for the first line")
        except (InvalidValueError, DocumentError) as error:
            self._fault(number, "line", faults_at("", error)[0][1])
            at = None
        read = self._read(number, Line, cells, {})
        if owner is not None and at is not None:
            self._lines.setdefault(owner, []).append((at, read))

    def _read(self, number: int, cls: type, cells: Row, kind: dict[str, object]) -> _ReadRow:
        found = self._layout.plain(cls, cells, self._limits)
        for column, problem in found.faults:
            self._fault(number, column, problem)
        return _ReadRow(number, cls, cells, kind | found.fields, found.failed)

    def _join_lines(self) -> None:
        """Put lines into the records that they belong to."""
        owners = {read.id: read for read in self._records if issubclass(read.cls, tuple(LINES))}
        for owner, lines in self._lines.items():
            lines.sort(key=lambda pair: pair[0])
            if owner not in owners:
                among = " among the rows" if self._onto is not None and owner in self._onto else ""
                for _, read in lines:
                    self._fault(read.number, "about", f"no commitment or initiative{among} has the id {shown(owner)}")
                continue
            for expected, (at, read) in enumerate(lines):
                if at != expected:
                    problem = f"{shown(at)} is not the next line of {shown(owner)}; number them 0, 1, 2, each once"
                    self._fault(read.number, "line", problem)
                    break
            read = owners[owner]
            read.plain[_field_of_lines(read.cls)] = [line.plain for _, line in lines]

    def _record(self, read: _ReadRow) -> Record | None:
        try:
            record: Record = _CONVERTER.structure(read.plain, read.cls)
        except (InvalidValueError, DocumentError) as error:
            for path, problem in told(faults_at("", error), self._limits.errors):
                self._say(read, path, problem)
            return None
        return record

    def _find_repeated(self) -> None:
        seen: dict[str, int] = {}
        for read in self._records:
            if read.id is None:
                continue
            where = "the ledger that it is added to" if self._onto is not None and read.id in self._onto else ""
            if seen.setdefault(read.id, read.number) != read.number:
                where = self._place(seen[read.id])
            if where:
                self._fault(read.number, "id", f"{shown(read.id)} is the id of another record, in {where}")


def _heading(column: str) -> str:
    """The name of a column; a byte-order mark that was taken for a part of it hides its quotation marks from csv."""
    return column[1:].strip('"')


def _is_blank(surplus: object) -> bool:
    """Whether the cells beyond the heading, which csv gives in a list, say nothing."""
    return type(surplus) is list and all(type(cell) is str and not cell for cell in surplus)


def _field_of_lines(cls: type) -> str:
    return next(field for base, field in LINES.items() if issubclass(cls, base))
