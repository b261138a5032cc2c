"""Totals that an engine adds up: DuckDB, polars and pyarrow, each where it is installed."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from laws.tangles import tangles
from laws.test_across import KEYS, RATES, id_of
from ukraine_support import (
    ArtilleryShell,
    Calibre,
    Commitment,
    Country,
    FinancialCommitment,
    InvalidValueError,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Organisation,
    Stage,
    UkraineSupportError,
    UnnamedParty,
    WrongTypeError,
)
from ukraine_support.analysis import RateTable, changes, progress, quantities, totals

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pytest.importorskip("duckdb", reason="DuckDB is not installed")
pytest.importorskip("polars", reason="polars is not installed")

import duckdb
import polars
import pyarrow

from ukraine_support.interchange import arrow

DATED: Final = RateTable("EUR", {"2023": {"USD": "2"}, "2024": {"USD": "3"}})
CONVERSIONS: Final[list[dict[str, Any]]] = [{"currency": "EUR"}, {"currency": "USD", "rates": RATES}, {"rates": DATED}]
BYS: Final[list[Any]] = [(), ("donor", "category"), ("supplier", "stage", "instrument"), (id_of, "month", "recipient")]
CZ, NL = Country("CZ"), Country("NL")


def in_duckdb(parts: Any, query: str) -> Any:
    connection = duckdb.connect()
    connection.register("parts", parts)
    return connection.sql(query)


def in_polars(parts: Any, query: str) -> Any:
    return polars.SQLContext(parts=polars.DataFrame(parts)).execute(query, eager=True)


Engine = Callable[[Any, str], Any]
ENGINES: Final = [in_duckdb, in_polars]


def gift(id: str, *donors: Any, amount: Any = "5") -> FinancialCommitment:
    return FinancialCommitment(id=id, donors=donors, stage="pledged", value=Money(amount, "EUR"))


def answered(ledger: Ledger, engine: Engine, by: Any, stage: str = "pledged") -> Any:
    query = arrow.totals_query(by, stage=stage, table="parts")
    return arrow.totals_of(engine(arrow.summands(ledger, by=by), query), by=by)


@tried(10)
@given(
    tangles(5),
    st.sampled_from(list(Stage)),
    st.sampled_from(CONVERSIONS),
    st.sampled_from(BYS),
)
def test_an_engine_adds_up_to_the_totals(ledger: Ledger, stage: Stage, conversion: dict[str, Any], by: Any) -> None:
    told = {"attribution": KEYS if by else None, **conversion}
    try:
        expected = totals(ledger, by=by, stage=stage, **told)
    except UkraineSupportError:
        return
    query = arrow.totals_query(by, stage=stage, table="parts")
    parts = arrow.summands(ledger, by=by, **told)
    for engine in ENGINES:
        found = arrow.totals_of(engine(parts, query), by=by, **conversion)
        assert (found, found.whole) == (expected, expected.whole)


@pytest.mark.parametrize("engine", ENGINES)
def test_parties_that_look_alike_stay_apart(engine: Engine) -> None:
    donors = [
        (CZ, NL),
        (Organisation(id="CZ; NL", name="One"),),
        (Organisation(id="CZ;NL", name="Another"),),
        (UnnamedParty(description="CZ"),),
        (CZ,),
        (),
    ]
    ledger = Ledger(commitments=[gift(f"c{at}", *some) for at, some in enumerate(donors)])
    found = answered(ledger, engine, "donor")
    assert found == totals(ledger, by="donor")
    assert len(found) == len(donors)


def test_keys_are_the_cells_of_rows() -> None:
    ledger = Ledger(commitments=[gift("c", CZ, NL), gift("d")])
    cells = arrow.summands(ledger, by=("donor", "stage")).select(["donor", "stage"]).to_pylist()
    assert cells == [{"donor": "CZ;NL", "stage": "pledged"}, {"donor": None, "stage": "pledged"}]


def test_a_key_of_ones_own_is_text_a_whole_number_or_nothing() -> None:
    def weight(commitment: Commitment) -> int:
        return len(commitment.id)

    def letter(commitment: Commitment) -> str | None:
        return commitment.id if commitment.id == "c" else None

    ledger = Ledger(commitments=[gift("c"), gift("dd")])
    assert answered(ledger, in_duckdb, (weight, letter)) == totals(ledger, by=(weight, letter))
    with pytest.raises(WrongTypeError, match="is no key for an engine; give text, a whole number or None"):
        arrow.summands(ledger, by=lambda commitment: Calibre(155))


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_comes_to_nothing(engine: Engine) -> None:
    for ledger in (Ledger(), Ledger(commitments=[gift("c")])):
        assert answered(ledger, engine, "donor", "delivered") == totals(ledger, by="donor", stage="delivered")


def test_amounts_too_large_for_columns_are_refused() -> None:
    largest = Money("9" * 20, "EUR")
    assert arrow.summands(Ledger(commitments=[gift("c", amount=largest.amount)])).num_rows == 1
    with pytest.raises(InvalidValueError, match="more than 20 digits before the point; ask totals"):
        arrow.summands(Ledger(commitments=[gift("c", amount="1" + "0" * 20)]))
    ledger = Ledger(commitments=[gift("c", amount=9 * 10**19), gift("d", amount=1)])
    query = arrow.totals_query(table="parts")
    with pytest.raises(InvalidValueError, match="may be too large for the sum of a column"):
        arrow.totals_of(in_polars(arrow.summands(ledger), query))
    with pytest.raises(InvalidValueError, match="more than 20 digits before the point"):
        arrow.to_table(totals(Ledger(commitments=[gift("c", amount=largest.amount), gift("d", amount=largest.amount)])))


def test_many_rows_come_in_batches() -> None:
    ledger = Ledger(commitments=[gift(f"c{at:06}", NL if at % 3 else CZ) for at in range(70_000)])
    assert arrow.summands(ledger, by="donor").num_rows == 70_000
    assert answered(ledger, in_duckdb, "donor") == totals(ledger, by="donor")


@pytest.mark.parametrize("name", ["", "a b", "t; DROP TABLE t", "é", "1a"])
def test_a_name_that_is_none_in_sql_is_refused(name: str) -> None:
    with pytest.raises(InvalidValueError, match=r"totals_query\.table"):
        arrow.totals_query(table=name)


def test_names_have_to_be_names() -> None:
    def named(commitment: Commitment) -> str:
        return commitment.id

    named.__name__ = "größe"
    with pytest.raises(InvalidValueError, match=r"totals_query.by: .* is no name in SQL"):
        arrow.totals_query(named)
    with pytest.raises(WrongTypeError, match=r"totals_query.table: 5 is a int"):
        arrow.totals_query(table=5)  # type: ignore[arg-type]
    assert "FROM lake.parts WHERE counts_delivered" in arrow.totals_query(stage="disbursed", table="lake.parts")


def test_what_is_no_result_is_refused() -> None:
    with pytest.raises(WrongTypeError, match=r"totals_of.result: 5 is a int; pass a relation of DuckDB"):
        arrow.totals_of(5)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="donor is missing"):
        arrow.totals_of(pyarrow.table({"currency": ["EUR"]}), by="donor")


# Answers as tables

SHELLS: Final = Line(ArtilleryShell(calibre="155 mm"), 100)
GOODS: Final = Ledger(
    commitments=[MilitaryCommitment(id="nl", donors=[NL], stage="pledged", announced=date(2024, 2, 26), lines=[SHELLS])]
)


def test_answers_are_typed_tables() -> None:
    answers: list[Any] = [
        totals(Ledger(commitments=[gift("c", CZ, NL)]), by=("donor", "month")),
        quantities(GOODS, of=ArtilleryShell(), by=("donor", "calibre")),
        progress(GOODS, of=ArtilleryShell(), by="month"),
        progress(Ledger(commitments=[gift("c", CZ)]), of=None, by="donor"),
        changes(Ledger(), GOODS),
    ]
    for answer in answers:
        table = arrow.to_table(answer)
        assert table.to_pylist() == answer.rows()
        assert polars.DataFrame(table).height == len(answer.rows())


def test_an_empty_answer_has_the_same_columns() -> None:
    full, empty = (
        arrow.to_table(totals(ledger, by="donor")) for ledger in (Ledger(commitments=[gift("c", CZ)]), Ledger())
    )
    assert full.schema == empty.schema


def test_keys_of_ones_own_are_whole_numbers_or_text() -> None:
    ledger = Ledger(commitments=[gift("c"), gift("dd")])
    for key, type in ((lambda one: len(one.id), "int64"), (lambda one: len(one.id) / 2, "string")):
        assert str(arrow.to_table(totals(ledger, by=key)).schema.field("key_1").type) == type


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(WrongTypeError, match=r"to_table.answer: 5 is a int; pass Totals, Quantities"):
        arrow.to_table(5)  # type: ignore[arg-type]


# Quantities


@tried(10)
@given(
    tangles(5), st.sampled_from(list(Stage)), st.sampled_from([(), ("donor", "calibre"), ("kind", "unit", "condition")])
)
def test_an_engine_adds_up_to_the_quantities(ledger: Ledger, stage: Stage, by: Any) -> None:
    try:
        expected = quantities(ledger, of=ArtilleryShell(), by=by, stage=stage)
    except UkraineSupportError:
        return
    query = arrow.quantities_query(by, stage=stage, table="parts")
    parts = arrow.quantity_summands(ledger, of=ArtilleryShell(), by=by)
    for engine in ENGINES:
        found = arrow.quantities_of(engine(parts, query), of=ArtilleryShell(), by=by)
        assert (found, found.whole) == (expected, expected.whole)


def test_joint_calibres_are_one_key() -> None:
    kinds = [ArtilleryShell(calibre="155 mm"), ArtilleryShell(), ArtilleryShell(calibre="122 mm")]
    promise = MilitaryCommitment(id="nl", stage="pledged", lines=[Line(kinds, 5), Line(kinds[:1], 5)])
    ledger = Ledger(commitments=[promise])
    parts = arrow.quantity_summands(ledger, of=ArtilleryShell(), by="calibre")
    found = in_duckdb(parts, arrow.quantities_query("calibre", table="parts"))
    assert arrow.quantities_of(found, of=ArtilleryShell(), by="calibre") == quantities(
        ledger, of=ArtilleryShell(), by="calibre"
    )
