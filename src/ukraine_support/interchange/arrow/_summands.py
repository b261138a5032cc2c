"""What can count as a typed table, and the SQL that adds it up."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, Final, Literal

import pyarrow as pa

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._model.ledger import Ledger
from ..._model.parties import Membership
from ..._model.values.money import Currency
from ..._model.values.stages import Stage
from ...analysis import By, Deflators, Keys, PriceBook, RateTable, totals
from ...analysis import summands as rows_of
from ...reference import MEMBERSHIPS
from ._codecs import NUMBERS, STRING
from ._keys import KeyColumn

_BATCH: Final = 2**16
_FITTING: Final = 10**20
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_GROUPS: Final[dict[str, Any]] = {
    "currency": STRING,
    "day": pa.date32(),
    "bought": pa.bool_(),
    "raises": pa.bool_(),
    "conversion": STRING,
    "kept_by": STRING,
    "as_of": pa.date32(),
}
"""By what summands are added up, beside the key."""
_SUMS: Final[dict[str, Any]] = {"low": NUMBERS, "high": NUMBERS}
_COUNTS: Final[dict[str, Any]] = {"commitments": pa.int64(), "undisclosed": pa.int64()}
_FLAGS: Final[dict[str, Any]] = dict.fromkeys(("open_low", "open_high", "approximate"), pa.bool_())
_COLUMNS: Final[dict[str, Any]] = {
    **_GROUPS,
    **_SUMS,
    **_FLAGS,
    **_COUNTS,
    "once": pa.bool_(),
    "largest": NUMBERS,
    **{f"counts_{stage.value}": pa.bool_() for stage in Stage},
}


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
    tables = [_table(batch, columns) for batch in _batches(rows)]
    return pa.concat_tables(tables or [_table([], columns)], promote_options="permissive")


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _table(rows: list[dict[str, Any]], columns: list[KeyColumn]) -> pa.Table:
    for row in rows:
        if row["largest"] >= _FITTING:
            problem = f"an amount of {shown(row['largest'])} has more than 20 digits before the point"
            raise InvalidValueError("summands", problem, "ask totals, which take any amount")
    arrays = {column.name: pa.array(column.cells(row[column.name] for row in rows), column.type) for column in columns}
    arrays |= {name: pa.array([row[name] for row in rows], type) for name, type in _COLUMNS.items()}
    return pa.table(arrays)


def key_columns(by: By) -> list[KeyColumn]:
    """The columns of the parts of a key."""
    names, several = totals(Ledger(), by=by).names, by if isinstance(by, tuple | list) else (by,)
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
    names = [column.name for column in key_columns(by)]
    if not isinstance(table, str):
        raise WrongTypeError("totals_query.table", f"{shown(table)} is a {type(table).__name__}", "pass its name")
    for where, name in [*(("table", part) for part in table.split(".")), *(("by", name) for name in names)]:
        if not _NAME.fullmatch(name):
            accepted = "use letters of English, digits and underscores, and no digit first"
            raise InvalidValueError(f"totals_query.{where}", f"{shown(name)} is no name in SQL", accepted)
    groups, at = ", ".join([*names, *_GROUPS]), Stage(stage).value
    sums = [f"SUM({name}) AS {name}" for name in _SUMS]
    sums += [f"{_counted(f'CASE WHEN {name} THEN 1 ELSE 0 END')} AS {name}" for name in _FLAGS]
    sums += [f"{_counted(name)} AS {name}" for name in _COUNTS]
    sums += [f"{_counted(f'CASE WHEN once THEN {name} ELSE 0 END')} AS {name}_once" for name in _COUNTS]
    sums += ["MAX(largest) AS largest", "COUNT(*) AS amounts", f"'{at}' AS at_stage"]
    return f"SELECT {groups}, {', '.join(sums)}\nFROM {table} WHERE counts_{at} GROUP BY {groups}"


def _counted(what: str) -> str:
    return f"CAST(SUM({what}) AS BIGINT)"
