"""The totals that an engine's sums come to, and answers as typed tables."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import pyarrow as pa

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._model.lines import Unit
from ..._model.support import Support
from ..._model.values.money import Currency
from ...analysis import By, Changes, Deflators, Progress, Quantities, RateTable, Totals
from ...analysis import quantities_of as counted
from ...analysis import totals_of as finished
from ._codecs import NUMBERS, STRING
from ._from_arrow import ArrowStream
from ._keys import KeyColumn
from ._summands import key_columns, line_key_columns


def totals_of(
    result: ArrowStream,
    *,
    by: By = (),
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
) -> Totals:
    """The totals that the result of [`totals_query`][ukraine_support.interchange.arrow.totals_query] comes to.

    They equal what `totals` gives for the same ledger, key, stage and conversion; see
    [`analysis.totals_of`][ukraine_support.analysis.totals_of].

    Args:
        result: What the engine gives: a relation of DuckDB, a frame of polars, a table of pyarrow, and so on.
        by: What the query was kept by.
        currency: The currency of every sum; None for the base of the rates, or the one in which everything is.
        rates: Exchange rates.
        deflators: Price indices, for sums at constant prices.

    Raises:
        InvalidValueError: The result is none of that query, or cannot be trusted.
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate or an index is missing.

    Examples:
        >>> import pyarrow
        >>> from ukraine_support.interchange import arrow
        >>> len(arrow.totals_of(pyarrow.table({})))
        0
    """
    rows = _rows(result, key_columns(by), "totals_of")
    return finished(rows, by=by, currency=currency, rates=rates, deflators=deflators)


def quantities_of(
    result: ArrowStream, *, of: Support | Iterable[Support], by: By = (), unit: Unit | str | None = None
) -> Quantities:
    """The quantities that the result of `quantities_query` comes to.

    They equal what `quantities` gives for the same ledger and arguments; see
    [`analysis.quantities_of`][ukraine_support.analysis.quantities_of].

    Args:
        result: What the engine gives.
        of: The kinds that were asked about.
        by: What the query was kept by.
        unit: The unit that was asked for.

    Raises:
        InvalidValueError: The result is none of that query, or cannot be trusted.
        UnitMismatchError: The lines count in several units, and `"unit"` is not in `by`.

    Examples:
        >>> import pyarrow
        >>> from ukraine_support import Munition
        >>> from ukraine_support.interchange import arrow
        >>> len(arrow.quantities_of(pyarrow.table({}), of=Munition()))
        0
    """
    return counted(_rows(result, line_key_columns(by), "quantities_of"), of=of, by=by, unit=unit)


def _rows(result: Any, columns: list[KeyColumn], where: str) -> list[dict[str, Any]]:
    """The rows of a result, with keys in place of their cells."""
    if not hasattr(result, "__arrow_c_stream__"):
        accepted = "pass a relation of DuckDB, a frame of polars or a table of pyarrow"
        raise WrongTypeError(f"{where}.result", f"{shown(result)} is a {type(result).__name__}", accepted)
    rows: list[dict[str, Any]] = pa.table(result).to_pylist()
    for column in columns:
        if rows and column.name in rows[0]:
            for row, part in zip(rows, column.parts([row[column.name] for row in rows]), strict=True):
                row[column.name] = part
    return rows


_FLAG: Final = pa.bool_()
_COUNT: Final = pa.int64()
_CELLS: Final[dict[type, dict[str, Any]]] = {
    Totals: {
        "currency": STRING,
        **dict.fromkeys(("low", "high"), NUMBERS),
        "approximate": _FLAG,
        **dict.fromkeys(("commitments", "undisclosed"), _COUNT),
        **dict.fromkeys(("bought_low", "bought_high"), NUMBERS),
        "goods": _COUNT,
    },
    Quantities: {
        "unit": STRING,
        **dict.fromkeys(("low", "high"), NUMBERS),
        "approximate": _FLAG,
        **dict.fromkeys(("lines", "commitments", "undisclosed", "wider"), _COUNT),
        **dict.fromkeys(("bought_low", "bought_high"), NUMBERS),
    },
    Progress: {
        **dict.fromkeys(("unit", "currency"), STRING),
        **{
            f"{figure}_{end}": type
            for figure in ("promised", "delivered", "outstanding", "share")
            for end, type in (("low", NUMBERS), ("high", NUMBERS), ("approximate", _FLAG))
        },
        **dict.fromkeys(("commitments", "undisclosed", "wider", "disputed", "unreported"), _COUNT),
    },
    Changes: dict.fromkeys(("change", "record", "id", "old_id", "field", "old", "new"), STRING),
}
"""The types of the columns of each answer, beside those of its key."""


def to_table(answer: Totals | Quantities | Progress | Changes) -> pa.Table:
    """An answer as a typed table: for `polars.DataFrame`, DuckDB, `pandas.DataFrame.from_arrow`.

    The rows and columns are those of its `rows()`: numbers are decimals, ends that are open are null.

    Args:
        answer: Totals, quantities, progress or changes.

    Raises:
        WrongTypeError: It is none of these.
        InvalidValueError: A number has more than 20 digits before the point.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Ledger, Money
        >>> from ukraine_support.analysis import totals
        >>> from ukraine_support.interchange import arrow
        >>> grant = FinancialCommitment(id="grant", stage="pledged", value=Money("0.5", "EUR"))
        >>> table = arrow.to_table(totals(Ledger(commitments=[grant]), by="category"))
        >>> table.select(["category", "commitments"]).to_pylist(), table.schema.field("low").type
        ([{'category': 'financial', 'commitments': 1}], Decimal128Type(decimal128(38, 18)))
    """
    types = _CELLS.get(type(answer))
    if types is None:
        accepted = "pass Totals, Quantities, Progress or Changes"
        raise WrongTypeError("to_table.answer", f"{shown(answer)} is a {type(answer).__name__}", accepted)
    rows: Sequence[dict[str, Any]] = answer.rows()
    keys: tuple[str, ...] = () if isinstance(answer, Changes) else answer.names
    arrays = {name: pa.array(_parts([row[name] for row in rows])) for name in keys}
    arrays = {name: array.cast(STRING) if array.type == pa.null() else array for name, array in arrays.items()}
    try:
        arrays |= {name: pa.array([row[name] for row in rows], type) for name, type in types.items()}
    except pa.ArrowInvalid:
        accepted = "ask its rows(), which take any number"
        raise InvalidValueError("to_table", "a number has more than 20 digits before the point", accepted) from None
    return pa.table(arrays)


def _parts(cells: list[Any]) -> list[Any]:
    """The parts of a key: whole numbers where all are, else text."""
    if all(cell is None or type(cell) is int for cell in cells):
        return cells
    return [cell if cell is None else str(cell) for cell in cells]
