"""What can count as a typed table, and the SQL that adds it up."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, Final, Literal, NamedTuple

import pyarrow as pa

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._model.ledger import Ledger
from ..._model.lines import Unit
from ..._model.parties import Membership
from ..._model.support import Munition, Support
from ..._model.values.money import Currency
from ..._model.values.stages import Stage
from ...analysis import By, Deflators, Keys, PriceBook, RateTable, quantities, totals
from ...analysis import quantity_summands as lines_of
from ...analysis import summands as rows_of
from ...reference import MEMBERSHIPS
from ._codecs import NUMBERS, STRING
from ._keys import KeyColumn

_BATCH: Final = 2**16
_FITTING: Final = 10**20
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_FLAG: Final = pa.bool_()
_COUNT: Final = pa.int64()
_ASKED: Final[dict[str, Any]] = {"kept_by": STRING, "as_of": pa.date32()}


class Columns(NamedTuple):
    """The columns of summands beside the key, with their types."""

    groups: dict[str, Any]
    """By what they are added up."""
    once: tuple[str, ...]
    """Counts that are added up again of what stands in no cell before."""
    counts: tuple[str, ...]
    """Other counts."""

    @property
    def types(self) -> dict[str, Any]:
        """All of them."""
        return {
            **self.groups,
            **dict.fromkeys(("low", "high"), NUMBERS),
            **dict.fromkeys(_FLAGS, _FLAG),
            **dict.fromkeys((*self.once, *self.counts), _COUNT),
            "once": _FLAG,
            "largest": NUMBERS,
            **{f"counts_{stage.value}": _FLAG for stage in Stage},
        }


_FLAGS: Final = ("open_low", "open_high", "approximate")
_MONEY: Final = Columns(
    {
        "currency": STRING,
        "day": pa.date32(),
        "bought": _FLAG,
        "raises": _FLAG,
        "conversion": STRING,
        **_ASKED,
    },
    ("commitments", "undisclosed"),
    (),
)
_LINES: Final = Columns(
    {"in_unit": STRING, "bought": _FLAG, "sought": _FLAG, **_ASKED},
    ("lines", "undisclosed", "wider"),
    ("commitments", "commitments_once"),
)


def summands(
    ledger: Ledger,
    *,
    by: By = (),
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
    as_of: date | str | None = None,
    spans: Literal["earliest", "latest"] | None = None,
    prices: PriceBook | None = None,
    attribution: Keys | None = None,
    memberships: Iterable[Membership] = MEMBERSHIPS,
) -> pa.Table:
    """What `totals` adds up, amount by amount, as a typed table for an engine.

    The columns are those of [`analysis.summands`][ukraine_support.analysis.summands], and the arguments too. The parts
    of a key are cells of [`to_rows`][ukraine_support.serialisation.to_rows], so that two donors and one that is called
    "CZ; NL" stay apart; what a function of yours gives has to be text, a whole number or None.

    Args:
        ledger: The records, or a piece of a ledger that is cut between its components.
        by: What the totals are kept by.
        currency: The currency of the sums.
        rates: Exchange rates.
        deflators: Price indices.
        as_of: The day as of which the ledger is asked.
        spans: Where a span of days is put.
        prices: A price book for lines that state neither value nor price.
        attribution: Keys by which commitments are split over members or joint donors.
        memberships: Who was a member of what, for the attribution.

    Raises:
        InvalidValueError: An amount has more than 20 digits before the point, or an argument is none of its kind.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Money
        >>> from ukraine_support.interchange import arrow
        >>> grant = FinancialCommitment(id="grant", donors=[Country("NL")], stage="pledged", value=Money("0.5", "EUR"))
        >>> table = arrow.summands(Ledger(commitments=[grant]), by="donor")
        >>> table.select(["donor", "currency", "commitments", "counts_pledged"]).to_pylist()
        [{'donor': 'NL', 'currency': 'EUR', 'commitments': 1, 'counts_pledged': True}]
    """
    columns = key_columns(by)
    rows = rows_of(
        ledger,
        by=by,
        currency=currency,
        rates=rates,
        deflators=deflators,
        as_of=as_of,
        spans=spans,
        prices=prices,
        attribution=attribution,
        memberships=memberships,
    )
    return _table(rows, columns, _MONEY)


def quantity_summands(
    ledger: Ledger,
    *,
    of: Support | Iterable[Support],
    by: By = (),
    unit: Unit | str | None = None,
    as_of: date | str | None = None,
    spans: Literal["earliest", "latest"] | None = None,
    attribution: Keys | None = None,
    memberships: Iterable[Membership] = MEMBERSHIPS,
) -> pa.Table:
    """What `quantities` adds up, line by line, as a typed table for an engine.

    The columns are those of [`analysis.quantity_summands`][ukraine_support.analysis.quantity_summands], and the
    arguments too; the parts of a key are cells, as those of `summands` are.

    Args:
        ledger: The records, or a piece of a ledger that is cut between its components.
        of: The kinds asked about.
        by: What the table is kept by.
        unit: The unit to count in.
        as_of: The day as of which the ledger is asked.
        spans: Where a span of days is put.
        attribution: Keys by which commitments are split over members or joint donors.
        memberships: Who was a member of what, for the attribution.

    Raises:
        InvalidValueError: A number has more than 20 digits before the point, or an argument is none of its kind.

    Examples:
        >>> from ukraine_support import Line, MilitaryCommitment, Munition
        >>> from ukraine_support.interchange import arrow
        >>> gift = MilitaryCommitment(id="nl", stage="pledged", lines=[Line(Munition(), 500)])
        >>> arrow.quantity_summands(Ledger(commitments=[gift]), of=Munition()).select(["in_unit", "lines"]).to_pylist()
        [{'in_unit': 'rounds', 'lines': 1}]
    """
    columns = line_key_columns(by)
    rows = lines_of(
        ledger,
        of=of,
        by=by,
        unit=unit,
        as_of=as_of,
        spans=spans,
        attribution=attribution,
        memberships=memberships,
    )
    return _table(rows, columns, _LINES)


def _table(rows: Iterator[dict[str, Any]], columns: list[KeyColumn], beside: Columns) -> pa.Table:
    tables = [_batch(batch, columns, beside) for batch in _batches(rows)]
    return pa.concat_tables(tables or [_batch([], columns, beside)], promote_options="permissive")


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _batch(rows: list[dict[str, Any]], columns: list[KeyColumn], beside: Columns) -> pa.Table:
    for row in rows:
        if row["largest"] >= _FITTING:
            problem = f"an amount of {shown(row['largest'])} has more than 20 digits before the point"
            raise InvalidValueError("summands", problem, "ask totals or quantities, which take any amount")
    arrays = {column.name: pa.array(column.cells(row[column.name] for row in rows), column.type) for column in columns}
    arrays |= {name: pa.array([row[name] for row in rows], type) for name, type in beside.types.items()}
    return pa.table(arrays)


def key_columns(by: By) -> list[KeyColumn]:
    """The columns of the parts of a key of totals."""
    return _key_columns(totals(Ledger(), by=by).names, by)


def line_key_columns(by: By) -> list[KeyColumn]:
    """The columns of the parts of a key of quantities."""
    return _key_columns(quantities(Ledger(), of=Munition(), by=by).names, by)


def _key_columns(names: tuple[str, ...], by: By) -> list[KeyColumn]:
    several = by if isinstance(by, tuple | list) else (by,)
    return [KeyColumn(name, part) for name, part in zip(names, several, strict=True)]


def totals_query(by: By = (), *, stage: Stage | str = Stage.PLEDGED, table: str = "summands") -> str:
    """The SQL that adds up a table of summands, for [`totals_of`][ukraine_support.interchange.arrow.totals_of].

    It is one text for DuckDB, polars and Spark.

    Args:
        by: What the totals are kept by: the same as for the summands, or some of it where these split no commitment.
        stage: From which stage on.
        table: What the engine calls the table.

    Raises:
        InvalidValueError: A name is none in SQL, or an argument none of its kind.

    Examples:
        >>> from ukraine_support.interchange import arrow
        >>> print(arrow.totals_query("donor", table="parts"))  # doctest: +ELLIPSIS
        SELECT donor, currency, day, bought, raises, conversion, kept_by, as_of, ...
        FROM parts WHERE counts_pledged GROUP BY donor, currency, day, bought, raises, conversion, kept_by, as_of
    """
    return _query(key_columns(by), _MONEY, stage, table, "totals_query")


def quantities_query(by: By = (), *, stage: Stage | str = Stage.PLEDGED, table: str = "summands") -> str:
    """The SQL that adds up a table of summands of quantities.

    Its result is for [`quantities_of`][ukraine_support.interchange.arrow.quantities_of]. It is one text for DuckDB,
    polars and Spark.

    Args:
        by: What the table is kept by, the same as for the summands.
        stage: From which stage on.
        table: What the engine calls the table.

    Raises:
        InvalidValueError: A name is none in SQL, or an argument none of its kind.

    Examples:
        >>> from ukraine_support.interchange import arrow
        >>> arrow.quantities_query("month", table="shells").splitlines()[-1]
        'FROM shells WHERE counts_pledged GROUP BY month, in_unit, bought, sought, kept_by, as_of'
    """
    return _query(line_key_columns(by), _LINES, stage, table, "quantities_query")


def _query(columns: list[KeyColumn], beside: Columns, stage: Stage | str, table: str, where: str) -> str:
    if not isinstance(table, str):
        raise WrongTypeError(f"{where}.table", f"{shown(table)} is a {type(table).__name__}", "pass its name")
    names = [column.name for column in columns]
    for argument, name in [*(("table", part) for part in table.split(".")), *(("by", name) for name in names)]:
        if not _NAME.fullmatch(name):
            accepted = "use letters of English, digits and underscores, and no digit first"
            raise InvalidValueError(f"{where}.{argument}", f"{shown(name)} is no name in SQL", accepted)
    groups, at = ", ".join([*names, *beside.groups]), Stage(stage).value
    sums = {"low": "SUM(low)", "high": "SUM(high)"}
    sums |= {name: _counted(f"CASE WHEN {name} THEN 1 ELSE 0 END") for name in _FLAGS}
    sums |= {name: _counted(name) for name in (*beside.once, *beside.counts)}
    sums |= {f"{name}_once": _counted(f"CASE WHEN once THEN {name} ELSE 0 END") for name in beside.once}
    sums |= {"largest": "MAX(largest)", "amounts": "COUNT(*)", "at_stage": f"'{at}'"}
    told = ", ".join(f"{what} AS {name}" for name, what in sums.items())
    return f"SELECT {groups}, {told}\nFROM {table} WHERE counts_{at} GROUP BY {groups}"


def _counted(what: str) -> str:
    return f"CAST(SUM({what}) AS BIGINT)"
