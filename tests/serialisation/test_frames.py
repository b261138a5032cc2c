"""Rows out of data frames: missing is empty, exact numbers and days are read, and floats only where they are whole."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, ClassVar

import attrs
import numpy
import pytest
from hypothesis import given

from conftest import tried
from missing import MISSING
from ukraine_support import (
    Claim,
    Commitment,
    DocumentError,
    Estimate,
    Ledger,
    Line,
    Money,
    Munition,
    Period,
    Source,
    at_most,
    exactly,
)
from ukraine_support.serialisation import from_rows, to_rows
from ukraine_support.testing import ledgers

GRANT: dict[str, Any] = {"record": "commitment", "kind": "financial", "id": "a", "stage": "pledged"}
CLAIM: dict[str, Any] = {"record": "claim", "id": "b", "about": "a", "stage": "delivered"}


def read(cells: dict[str, Any]) -> Any:
    """The record of a row of these cells besides those that it must have."""
    is_of_claim = any(column.partition("_")[0] in ("share", "quantity", "increment", "during") for column in cells)
    return from_rows([GRANT, CLAIM | cells])["b"] if is_of_claim else from_rows([GRANT | cells])["a"]


def fault(cells: dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(DocumentError) as caught:
        read(cells)
    ((place, problem),) = caught.value.problems
    return place.partition(", ")[2], problem


@pytest.mark.parametrize("nothing", MISSING.values(), ids=MISSING)
def test_what_is_missing_is_empty(nothing: Any) -> None:
    row = dict.fromkeys(to_rows(from_rows([GRANT]))[0], nothing)
    assert from_rows([row | GRANT]) == from_rows([GRANT])
    assert from_rows([row]) == Ledger()


@tried(20)
@given(ledgers())
def test_a_ledger_comes_back_through_columns_as_a_frame_holds_them(ledger: Ledger) -> None:
    rows = to_rows(ledger)
    for row in rows:
        for column, cell in row.items():
            whole = type(cell) is int and abs(cell) < 2**53
            row[column] = float(cell) if whole else float("nan") if cell is None else cell  # type: ignore[assignment, arg-type]
    assert from_rows(rows) == ledger


@pytest.mark.parametrize(
    "number", [5, 5.0, numpy.int64(5), numpy.float32(5), Decimal(5), Decimal("5.0"), "5", "5.0"], ids=repr
)
def test_a_whole_number_is_read_however_it_is_held(number: Any) -> None:
    assert read({"value_low": number, "value_currency": "EUR"}).value.low == Money("5", "EUR")
    assert read({"quantity_low": number, "quantity_high": number}).quantity == exactly(5)
    assert read({"share_low": number}).share.low == Decimal(5)


def test_an_index_without_a_heading_is_passed_over() -> None:
    rows = [{"": number, **row} for number, row in enumerate(to_rows(from_rows([GRANT, CLAIM])))]
    assert from_rows(rows) == from_rows([GRANT, CLAIM])
    assert from_rows([{"": "0.0"} | GRANT]) == from_rows([GRANT])


@pytest.mark.parametrize("text", ["x", "-1", "1.5", "1" * 19])
def test_what_is_no_index_needs_a_heading(text: str) -> None:
    assert fault({"": text}) == ("", f"holds '{text}' under no heading; give the column one")


@pytest.mark.parametrize("number", [0, 0.0, numpy.int8(0), numpy.float64(0), Decimal(0), "0", -0.0], ids=repr)
def test_places_of_lines_and_flags_may_be_floats(number: Any) -> None:
    line = {"record": "line", "about": "a", "line": number, "of_kind": "munition"}
    found = from_rows([GRANT | {"kind": "military"}, line, CLAIM | {"line": number}])
    assert found.commitments["a"].lines == (Line(Munition()),)
    assert found.claims["b"].line == 0
    assert read({"increment": number}).increment is False


@pytest.mark.parametrize("flag", [1, 1.0, numpy.int8(1), numpy.bool_(True), True, Decimal(1), "1"], ids=repr)
def test_a_flag_is_one_however_it_is_held(flag: Any) -> None:
    assert read({"increment": flag}).increment is True


@pytest.mark.parametrize("number", ["0.5", Decimal("0.5"), Decimal("0.50")], ids=repr)
def test_fractions_are_exact(number: Any) -> None:
    assert read({"value_high": number, "value_currency": "EUR"}).value == at_most(Money("0.5", "EUR"))
    assert read({"quantity_high": number}).quantity == at_most(Decimal("0.5"))
    assert read({"share_low": number, "share_high": number}).share == exactly(Decimal("0.5"))


@pytest.mark.parametrize(
    ("number", "said"),
    [(0.5, "0.5"), (numpy.float32(0.1), "0.1"), (numpy.float64(1e300), "1e+300"), (2.0**60, "1.152921504606847e+18")],
    ids=repr,
)
@pytest.mark.parametrize("column", ["value_low", "share_low", "quantity_low"])
def test_a_float_that_is_not_exact_is_refused_with_what_to_pass(column: str, number: Any, said: str) -> None:
    cells = {column: number} | ({"value_currency": "EUR"} if column == "value_low" else {})
    place, problem = fault(cells)
    assert place == column
    assert problem == f'{said} is a float; pass "{said}", an int or a Decimal'


def test_a_place_between_two_is_refused() -> None:
    wrong = (
        0.5,
        float("inf"),
        Decimal("0.5"),
        Decimal("1e999999"),
        Decimal("Infinity"),
        "0.5",
        numpy.float32(0.5),
        True,
    )
    for number in wrong:
        with pytest.raises(DocumentError, match=r"row 3, line: .*write an integer, such as 5"):
            from_rows(
                [GRANT | {"kind": "military"}, {"record": "line", "about": "a", "line": number, "of_kind": "tank"}]
            )


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2024, 2, 27), "2024-02-27"),
        (datetime(2024, 2, 27, tzinfo=UTC), "2024-02-27"),
        (numpy.datetime64("2024-02-27"), "2024-02-27"),
        (numpy.datetime64("2024-02-27T00:00:00", "ns"), "2024-02-27"),
        (numpy.datetime64("2024-02"), "2024-02"),
        *((2024, "2024"), (2024.0, "2024"), (numpy.int64(2024), "2024"), ("2024", "2024"), (987, "0987")),
    ],
    ids=lambda cell: f"{type(cell).__name__} {cell}",
)
def test_days_and_years_are_read(day: Any, period: str) -> None:
    assert read({"announced": day}).announced == Period(period)
    assert read({"during": day}).during == (Period(period),)
    assert from_rows([{"record": "source", "id": "s", "published": day}]).sources["s"] == Source(
        id="s", published=period
    )


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"announced": datetime(2024, 2, 27, 12, tzinfo=UTC)}, "write a day alone, without the time of day"),
        ({"announced": 2024.5}, '2024.5 is a float; pass "2024.5"'),
        ({"announced": 20240227}, "'20240227' names no day"),
        ({"announced": True}, "True is a truth value; write text"),
        ({"recipient": 5}, "5 is a number; write text"),
        ({"recipient": date(2024, 2, 27)}, "write text"),
        ({"note": 5.0}, "5.0 is a number; write text"),
        ({"donors": 5.0}, "5.0 is a number; write text"),
        ({"extras": date(2024, 2, 27)}, "write text"),
        ({"increment": 0.5}, "0.5 is a number; write 1 for true or 0 for false"),
        ({"value_low": numpy.array([1, 2]), "value_currency": "EUR"}, "is a ndarray; pass text, a number or a day"),
        ({"note": ["a"]}, "['a'] is a list; pass text, a number or a day"),
        ({"note": b"a"}, "is a bytes; pass text, a number or a day"),
        ({"note": {}}, "{} is a dict; pass text, a number or a day"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_says_nothing_of_its_column_is_told(cells: dict[str, Any], problem: str) -> None:
    place, told = fault(cells)
    assert place == next(iter(cells))
    assert problem in told


@attrs.frozen(kw_only=True)
class Flight(Commitment):
    """What a user's own fields take."""

    kind: ClassVar[str] = "frames.flight"
    hours: float = 0.0
    day: date | None = None
    seats: int = 0
    share: Decimal = Decimal(0)
    worth: Estimate[int] | None = None
    days: tuple[date, ...] = ()


def test_fields_of_the_users_own_take_what_a_frame_holds() -> None:
    row = {"record": "commitment", "kind": "frames.flight", "id": "a", "stage": "pledged"}
    cells = {
        "hours": numpy.float64(0.5),
        "day": numpy.datetime64("2024-02-27"),
        "seats": 5.0,
        "share": Decimal("0.5"),
        "worth": numpy.nan,
        "days": date(2024, 2, 27),
    }
    day = date(2024, 2, 27)
    held = Flight(id="a", stage="pledged", hours=0.5, day=day, seats=5, share=Decimal("0.5"), days=(day,))
    assert from_rows([row | cells]) == Ledger.of([held])
    assert from_rows(to_rows(Ledger.of([held]))) == Ledger.of([held])
    assert from_rows([row | {"hours": "0.5"}])["a"] == Flight(id="a", stage="pledged", hours=0.5)


# Headings


def in_csv(text: str) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("heading", ["record,id", "\ufeffrecord,id", '\ufeff"record","id"', '"record","id"'])
def test_a_byte_order_mark_is_no_part_of_a_heading(heading: str) -> None:
    assert from_rows(in_csv(f"{heading}\nsource,article\n")) == Ledger(sources=[Source(id="article")])


def test_a_column_that_stands_twice_but_for_the_mark_is_told() -> None:
    with pytest.raises(DocumentError) as caught:
        from_rows([{"\ufeffrecord": "claim", "record": "source", "id": "a"}])
    ((place, problem),) = caught.value.problems
    assert place == "row 2, \ufeffrecord"
    assert "is no column of a Source" in problem


def test_rows_may_end_early_or_in_blanks() -> None:
    text = "record,id,title\nsource,a\nsource,b,words,,\nsource,c,words\n"
    assert [source.id for source in from_rows(in_csv(text)).sources.values()] == ["a", "b", "c"]
    with pytest.raises(DocumentError, match="row 2: holds more cells than the heading has columns"):
        from_rows(in_csv("record,id\nsource,a,x\n"))


CELLS = [GRANT | {"announced": "2024", "value_low": "0.5", "value_currency": "EUR"}, CLAIM | {"increment": 1}]


def test_frames_of_pandas_come_back() -> None:
    pandas = pytest.importorskip("pandas")
    rows = to_rows(from_rows(CELLS))
    for frame in (
        pandas.DataFrame(rows),
        pandas.DataFrame(rows, dtype=object),
        pandas.DataFrame(rows).convert_dtypes(),
    ):
        assert from_rows(frame.to_dict("records")) == from_rows(CELLS)


def test_a_timestamp_of_pandas_is_a_day() -> None:
    pandas = pytest.importorskip("pandas")
    for stamp in (pandas.Timestamp("2024-02-27"), pandas.Timestamp("2024-02-27", tz="Europe/Kyiv")):
        assert read({"announced": stamp, "due": pandas.NaT, "value_low": pandas.NA}).announced == Period("2024-02-27")
    assert fault({"announced": pandas.Timestamp("2024-02-27 12:00")})[1].endswith("without the time of day")


def test_frames_of_polars_come_back() -> None:
    polars = pytest.importorskip("polars")
    rows = to_rows(from_rows(CELLS))
    assert from_rows(polars.DataFrame(rows, infer_schema_length=None).to_dicts()) == from_rows(CELLS)


def test_a_claim_has_no_line_where_the_cell_is_missing() -> None:
    assert read({"increment": 1.0, "line": float("nan")}) == Claim(id="b", about="a", stage="delivered", increment=True)
