"""How the parts of a record stand in the cells of its row: an estimate in several, an amount in two, else in one."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple, TypeAlias

from ..._errors import DocumentError, InvalidValueError, shown
from ..._model.values.period import Period
from ..._tables import FieldColumns
from .._faults import faults_at
from .._limits import Limits
from .cells import EXACT, FLAG, INTEGER, TEXT, Cell, Codec, codec_of

Row: TypeAlias = Mapping[str, object]
"""Columns to what a table holds in them."""
Cells: TypeAlias = Mapping[str, Cell]
"""Columns to cells as they are written."""


class Form(NamedTuple):
    """How a field fills its columns; `prefix` begins those that it fills besides."""

    columns: tuple[str, ...]
    write: Callable[[Any, Any], Cells]
    """The cells of the field's part of a document, given the value as well."""
    read: Callable[[Row, Limits], object]
    """The field's part of a document, given those of its cells that are not empty."""
    column_of: Callable[[str, Row], str]
    """The column in which a path below the field stands."""
    prefix: str | None = None


def read_cells(row: Row, codecs: Mapping[str, Codec], limits: Limits) -> dict[str, Any]:
    """What the cells say that are not empty.

    Raises:
        DocumentError: Some say nothing of their type; the error names each with its column.
    """
    found: dict[str, Any] = {}
    faults: list[tuple[str, str]] = []
    for column, codec in codecs.items():
        if column in row:
            try:
                found[column] = codec.read(row[column], limits)
            except (InvalidValueError, DocumentError) as error:
                faults += faults_at(column, error)
    if faults:
        raise DocumentError(faults)
    return found


def leaf(filled: FieldColumns) -> Form:
    """One column."""
    (column,) = filled.columns
    name, codec = column.name, codec_of(column.type)
    return Form(
        (name,),
        lambda plain, value: {name: codec.write(plain)},
        lambda row, limits: read_cells(row, {name: codec}, limits)[name],
        lambda path, row: name + path,
    )


def period(filled: FieldColumns, *, derives: bool) -> Form:
    """A period, and perhaps beside it the first and the last day that it can mean."""
    (name,), codec = (column.name for column in filled.columns), codec_of(filled.type)
    days = {column.name: column.part for column in filled.derived}

    def write(plain: Any, value: object) -> Cells:
        if not derives:
            return {name: codec.write(plain)}
        return {name: codec.write(plain)} | {column: _day(value, part) for column, part in days.items()}

    def read(row: Row, limits: Limits) -> object:
        cells = read_cells(row, dict.fromkeys((name, *days), codec), limits)
        faults = []
        with suppress(InvalidValueError):  # what is no period is told by what reads the document
            said = Period(cells[name]) if name in cells else None
            for column, part in days.items():
                day = _day(said, part)
                if column in cells and cells[column] != day:
                    problem = f"{shown(cells[column])} is not the {part} day of {name}"
                    faults.append((column, f"{problem}; {f'write {day}, or ' if day else ''}leave the cell empty"))
        if faults:
            raise DocumentError(faults)
        return cells.get(name)

    return Form((name, *days), write, read, lambda path, row: name + path)


def _day(period: object, part: str) -> Cell:
    day = getattr(period, part) if isinstance(period, Period) else None
    return None if day is None else day.isoformat()


def position_or_id(filled: FieldColumns) -> Form:
    """A position, or beside it an id, so that each column is of one type."""
    name, of_id = (column.name for column in filled.columns)

    def write(plain: Any, value: object) -> Cells:
        is_id = isinstance(plain, str)
        return {name: None if is_id else plain, of_id: TEXT.write(plain) if is_id else None}

    def read(row: Row, limits: Limits) -> object:
        if name in row and of_id in row:
            raise DocumentError([(of_id, f"stands beside {name}; leave one of the two empty")])
        (found,) = read_cells(row, {name: INTEGER, of_id: TEXT}, limits).values()
        return found

    return Form((name, of_id), write, read, lambda path, row: of_id if of_id in row else name)


def money(filled: FieldColumns) -> Form:
    """An amount, and beside it its currency."""
    name, currency = (column.name for column in filled.columns)
    parts = {"amount": name, "currency": currency}

    def read(row: Row, limits: Limits) -> object:
        if row.get(name) == "null":
            return None
        cells = read_cells(row, {name: EXACT, currency: TEXT}, limits)
        return {part: cells[column] for part, column in parts.items() if column in cells}

    return Form(
        (name, currency),
        lambda plain, value: {column: (plain or {}).get(part) for part, column in parts.items()},
        read,
        lambda path, row: currency if path == ".currency" else name,
    )


def estimate(filled: FieldColumns) -> Form:
    """The low end, the high end, and whether both are rough; of an amount, the currency too."""
    low, high, rough, *currencies = columns = tuple(column.name for column in filled.columns)
    codec, is_money, currency = codec_of(filled.columns[0].type), bool(currencies), "".join(currencies)

    def write(plain: Any, value: Any) -> Cells:
        if plain is None:
            return {}
        ends = _ends(plain)
        cells: dict[str, Cell] = {rough: int(value.is_approximate)}
        for column, held in zip((low, high), ends, strict=True):
            if is_money and held is not None:
                cells |= {column: held["amount"], currency: held["currency"]}
            else:
                cells[column] = codec.write(held)
        return cells

    def read(row: Row, limits: Limits) -> object:
        cells = read_cells(row, {low: codec, high: codec, rough: FLAG} | dict.fromkeys(currencies, TEXT), limits)
        ends, about, unit = [cells.get(low), cells.get(high)], cells.get(rough), cells.get(currency)
        if ends == [None, None]:
            if unit is not None or about:
                raise DocumentError([(low, f"is missing, as is {high}; state one, or leave the others empty")])
            return None
        if is_money:
            said = {} if unit is None else {"currency": unit}
            ends = [None if held is None else {"amount": held, **said} for held in ends]
        return {"about": _bounds(*ends)} if about else _bounds(*ends)

    def column_of(path: str, row: Row) -> str:
        if path.endswith(".currency"):
            return currency
        return high if low not in row or "between[1]" in path else low

    return Form(columns, write, read, column_of)


def _ends(plain: Any) -> tuple[Any, Any]:
    """The low and the high end of an estimate, as they stand in a document."""
    if isinstance(plain, dict):
        if "about" in plain:
            return _ends(plain["about"])
        if "between" in plain:
            return plain["between"][0], plain["between"][1]
        if not plain.keys().isdisjoint(("at_least", "at_most")):
            return plain.get("at_least"), plain.get("at_most")
    return plain, plain


def _bounds(low: object, high: object) -> dict[str, object]:
    if low is not None and high is not None:
        return {"between": [low, high]}
    return {"at_most": high} if low is None else {"at_least": low}
