"""A ledger as typed tables of Arrow, column by column."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import pyarrow as pa

from ..._errors import InvalidValueError, shown
from ..._model.base.advice import an_instance
from ..._model.base.kinds import is_open
from ..._model.commitments import lines_of
from ..._model.ledger import Ledger
from ..._model.lines import Line
from ..._model.provenance import Documented
from ..._tables import COMPONENT, KNOWN_FROM, LINES, TABLES
from ...analysis import components
from ._codecs import Codec
from ._derived import of_kinds
from ._layout import DAYS, layout_of
from ._reading import a_table


def schema(table: str) -> pa.Schema:
    """The columns of a table in Arrow and their types; those of classes of your own follow the library's.

    Args:
        table: `"sources"`, `"occasions"`, `"initiatives"`, `"commitments"`, `"lines"`, `"claims"` or `"positions"`.

    Raises:
        InvalidValueError: There is no such table.

    Examples:
        >>> from ukraine_support.interchange import arrow
        >>> for name in ("id", "donors", "value_low", "value_currency", "announced_latest"):
        ...     print(name, arrow.schema("commitments").field(name).type)
        id string
        donors list<item: string>
        value_low decimal128(38, 18)
        value_currency dictionary<values=string, indices=int32, ordered=0>
        announced_latest date32[day]
    """
    a_table(table, "schema")
    return pa.schema([(name, codec.type) for name, codec in layout_of(table).columns.items()])


def to_arrow(ledger: Ledger) -> dict[str, pa.Table]:
    """A ledger as typed tables of [Arrow](https://arrow.apache.org), of which engines make their own.

    There is a table for each kind of record, and one of lines, whose `about` is the id of the record that holds the
    line, and whose `line` is its place there, from 0. Columns are called as in the tables of
    [`to_tables`][ukraine_support.serialisation.to_tables]. Numbers are decimals of 20 digits before the point and 18
    after; an estimate whose end is open has null there. What engines often ask is there besides, derived from the rest:
    the days of a period (`announced_earliest`, `announced_latest`), what a line counts (`of_kind`, `of_calibre_mm`,
    `of_designation`, null where its kinds differ), the day from which a record is known (`known_from`), and its
    `component`: records of different components do not bear on each other.

    Raises:
        WrongTypeError: It is no ledger.
        InvalidValueError: A value does not fit into its column, as an amount of more than 20 digits before the point;
            the error names the record.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Money
        >>> from ukraine_support.interchange import arrow
        >>> grant = FinancialCommitment(id="grant", donors=[Country("NL")], stage="pledged", value=Money("0.5", "EUR"))
        >>> table = arrow.to_arrow(Ledger(commitments=[grant]))["commitments"]
        >>> table.select(["id", "donors", "value_low", "value_currency"]).to_pylist()
        [{'id': 'grant', 'donors': ['NL'], 'value_low': Decimal('0.500000000000000000'), 'value_currency': 'EUR'}]
    """
    an_instance(ledger, Ledger, "to_arrow")
    bound, tables = components(ledger), {}
    for name, cls in TABLES.items():
        if cls is Line:
            tables[name] = _lines(ledger, bound)
            continue
        records = list(getattr(ledger, name).values())
        ids = [record.id for record in records]
        columns: dict[str, list[Any]] = {"kind": [record.kind for record in records]} if is_open(cls) else {}
        if issubclass(cls, Documented):
            columns |= {KNOWN_FROM: [ledger._known[id] for id in ids], COMPONENT: [bound[id] for id in ids]}
        tables[name] = _Table(name, records, ids).arrow(columns)
    return tables


def _lines(ledger: Ledger, bound: Mapping[str, str]) -> Any:
    owners = [owner for name, cls in TABLES.items() if cls in LINES for owner in getattr(ledger, name).values()]
    ids = [owner.id for owner in owners for _ in lines_of(owner)]
    places = [place for owner in owners for place, _ in enumerate(lines_of(owner))]
    lines = [line for owner in owners for line in lines_of(owner)]
    columns = {"about": ids, "line": places, COMPONENT: [bound[id] for id in ids], **of_kinds(lines)}
    return _Table("lines", lines, ids).arrow(columns)


class _Table:
    """The rows of a table in the making: those of each class stand together, until all are brought into order."""

    def __init__(self, name: str, records: Sequence[Any], ids: Sequence[str]) -> None:
        self._name, self._layout, self._records, self._ids = name, layout_of(name), records, ids

    def arrow(self, apart: Mapping[str, Sequence[Any]]) -> Any:
        """The table, given the values of the columns that no field of their own fills."""
        rows: dict[type, list[int]] = {}
        for row, record in enumerate(self._records):
            rows.setdefault(type(record), []).append(row)
        parts = [self._part(cls, places, apart) for cls, places in rows.items()]
        types = {name: codec.type for name, codec in self._layout.columns.items()}
        table = pa.table({name: pa.chunked_array([part[name] for part in parts], types[name]) for name in types})
        if len(parts) < 2:
            return table
        order = [row for places in rows.values() for row in places]
        return table.unify_dictionaries().combine_chunks().take(sorted(range(len(order)), key=order.__getitem__))

    def _part(self, cls: type, rows: list[int], apart: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
        """The columns of the rows of one class."""
        found: dict[str, Any] = {}
        for name, codec in self._layout.apart.items():
            found[name] = self._array(name, codec, [apart[name][row] for row in rows], rows)
        for filled in self._layout.fields[cls]:
            values = list(map(attrgetter(filled.name), map(self._records.__getitem__, rows)))
            says = " and ".join(codec.says for codec in filled.codecs)
            cells = self._located(filled.name, says, filled.form.split, values, rows)
            for column, codec, part in zip(filled.columns, filled.codecs, cells, strict=True):
                found[column.name] = self._array(column.name, codec, part, rows)
            for name, day in filled.days.items():
                days = [None if period is None else getattr(period, day) for period in values]
                found[name] = self._array(name, DAYS, days, rows)
        others = {name: codec for name, codec in self._layout.columns.items() if name not in found}
        return found | {name: pa.nulls(len(rows), codec.type) for name, codec in others.items()}

    def _array(self, column: str, codec: Codec, values: Sequence[Any], rows: Sequence[int]) -> Any:
        return self._located(column, f"{codec.says}, as {codec.type}", codec.write, values, rows)

    def _located(
        self, column: str, says: str, write: Callable[[Sequence[Any]], Any], values: Sequence[Any], rows: Sequence[int]
    ) -> Any:
        """What values become; if they cannot, an error that names the record of the first that cannot."""
        try:
            return write(values)
        except Exception as error:  # of Arrow's own, or whatever a value of a class of the user's own raises
            one_by_one = ((row, value) for row, value in zip(rows, values, strict=True) if _refuses(write, value))
            row, value = next(one_by_one, (rows[0], values))
            where = f"to_arrow: {self._name}, {shown(self._ids[row])}, {column}"
            raise InvalidValueError(where, f"{shown(value)} does not fit", f"it holds {says}") from error


def _refuses(write: Callable[[Sequence[Any]], Any], value: Any) -> bool:
    try:
        write([value])
    except Exception:
        return True
    return False
