"""Foreign rows under named columns: headings recognised, widths checked, every row accounted for."""

import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    UNKNOWN,
    Country,
    DuplicateIdError,
    FinancialCommitment,
    InvalidValueError,
    Ledger,
    Money,
    Period,
    Source,
    WrongTypeError,
    about,
    at_most,
    exactly,
)
from ukraine_support.interchange import Column, Note, Passed, Problem, Reading, Row, Sheet

COLUMNS = (
    Column("id", ["ID", "activity_id"], required=True),
    Column("donor", ["Countries", "donor"]),
    Column("date", ["Date"]),
    Column("value", ["Value "]),
    Column("item", ["Items", ""]),
    Column("kind", ["Kind"], repeats=True),
)
HEADING = ["ID", "Countries", "Date", "Value", None, "Note"]
LINE = ["NL1", "Netherlands", "3/2022", "1,000", "shells", "urgent"]


def only(sheet: Sheet) -> Row:
    (row,) = sheet
    return row


def test_row_gives_cells_as_values() -> None:
    row = only(Sheet([HEADING, LINE], COLUMNS))
    assert row.number == 2
    assert row.text("id") == "NL1"
    assert row.party("donor") == Country("NL")
    assert row.period("date") == Period("2022-03")
    assert row.count("value") == exactly(1000)
    assert row.amount("value", "EUR") == exactly(Money(1000, "EUR"))
    assert row.text("item") == "shells"
    assert row.extras() == {"Note": "urgent"}


def test_column_that_the_table_lacks_tells_nothing() -> None:
    row = only(Sheet([["ID"], ["a"]], COLUMNS))
    assert (row.cell("value"), row.text("value"), row.period("date"), row.party("donor")) == (None,) * 4
    assert row.count("value") == row.amount("value", "EUR") == UNKNOWN
    assert row.extras() == {}


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("up to 5", at_most(Money(5, "EUR"))),
        ("about 5", about(exactly(Money(5, "EUR")))),
        ("1-2", None),
        (".", UNKNOWN),
    ],
)
def test_amount_keeps_bounds(cell: str, amount: object) -> None:
    found = only(Sheet([["ID", "Value"], ["a", cell]], COLUMNS)).amount("value", "EUR")
    assert (found.low, found.high) == (Money(1, "EUR"), Money(2, "EUR")) if amount is None else found == amount


def test_cell_that_cannot_be_read_is_a_problem_and_the_rest_stands() -> None:
    sheet = Sheet([HEADING, ["NL1", "Nederlandia", "someday", "a lot", "x", "y"]], COLUMNS)
    row = only(sheet)
    assert (row.party("donor"), row.period("date"), row.count("value")) == (None, None, UNKNOWN)
    reading = sheet.reading([])
    assert [(p.row, p.column, p.value, p.fatal) for p in reading.problems] == [
        (2, "Countries", "Nederlandia", False),
        (2, "Date", "someday", False),
        (2, "Value", "a lot", False),
    ]
    assert reading.rows_structured == 1


def test_fatal_problem_loses_the_row() -> None:
    sheet = Sheet([HEADING, LINE], COLUMNS)
    only(sheet).problem("", "there is no reading this", fatal=True)
    reading = sheet.reading([])
    assert (reading.rows_read, reading.rows_structured, reading.rows_blank) == (1, 0, 0)
    assert str(reading.problems[0]) == "row 2: '': there is no reading this"


@pytest.mark.parametrize(
    "rows",
    [
        [HEADING, LINE],
        [tuple(HEADING), tuple(LINE)],
        [dict(zip(HEADING, LINE, strict=True))],
        [dict(reversed(list(zip(HEADING, LINE, strict=True))))],
        [dict(zip(["ID", "Countries", "Date", "Value", "Unnamed: 4", "Note"], LINE, strict=True))],
        [dict(zip(["activity_id", "donor", "DATE", "value ", "items", "Note"], LINE, strict=True))],
    ],
    ids=["lists", "tuples", "mappings", "another order", "pandas", "other headings"],
)
def test_rows_come_as_lists_or_mappings_in_any_order(rows: list[Any]) -> None:
    row = only(Sheet(iter(rows), COLUMNS))
    assert [row.text(name) for name in ("id", "donor", "item")] == ["NL1", "Netherlands", "shells"]
    assert row.extras() == {"Note": "urgent"}


def test_blank_rows_are_counted_and_passed_over() -> None:
    sheet = Sheet([HEADING, [None] * 6, ["", " ", ".", "\u00a0", float("nan"), None], [], LINE], COLUMNS)
    assert [row.number for row in sheet] == [5]
    reading = sheet.reading([])
    assert (reading.rows_read, reading.rows_structured, reading.rows_blank) == (4, 1, 3)


@pytest.mark.parametrize("line", [LINE[:-1], [*LINE, "more"]], ids=["short", "long"])
def test_row_of_the_wrong_width_is_lost_and_reported(line: list[Any]) -> None:
    sheet = Sheet([HEADING, line, LINE], COLUMNS)
    assert [row.number for row in sheet] == [3]
    reading = sheet.reading([])
    (problem,) = reading.problems
    assert (problem.row, problem.fatal) == (2, True)
    assert f"{len(line)} cells under 6 headings" in problem.reason
    assert "NL1" in problem.value


def test_mapping_with_another_key_is_lost_and_reported() -> None:
    first = {"ID": "a", "Note": "b"}
    sheet = Sheet([first, {"ID": "b"}, {"ID": "c", None: ["too many"]}, {"ID": "d", "Note": "x", "More": 1}], COLUMNS)
    assert [row.text("id") for row in sheet] == ["a", "b"]
    assert [(p.row, p.fatal) for p in sheet.reading([]).problems] == [(4, True), (5, True)]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        (["Countries", "Date"], ["'ID' or 'activity_id'"]),
        (["ID", "activity_id"], ["'ID' and 'activity_id'", "both mean the id"]),
        (["ID", "ID"], ["both mean the id"]),
        (["ID", "ID.1"], ["both mean the id"]),
        (["ID", "Countries", "donor"], ["both mean the donor"]),
    ],
)
def test_table_that_lacks_a_column_or_doubles_it_is_refused(heading: list[str], names: list[str]) -> None:
    for rows in ([heading, ["x"] * len(heading)], [dict.fromkeys(heading, "x")]):
        if len(rows[0]) == len(heading):
            with pytest.raises(InvalidValueError, match="mine") as raised:
                Sheet(rows, COLUMNS, where="mine")
            assert all(name in str(raised.value) for name in names)


def test_heading_that_the_source_writes_twice_counts_once() -> None:
    row = only(Sheet([["ID", "Kind", "Kind", "Note", "Note"], ["a", "b", "c", "d", "e"]], COLUMNS))
    assert row.text("kind") == "b"
    assert row.extras() == {"Kind (2)": "c", "Note": "d", "Note (2)": "e"}
    row = only(Sheet([{"ID": "a", "Kind": "b", "Kind.1": "c"}], COLUMNS))
    assert row.text("kind") == "b"


def test_first_column_without_a_heading_is_meant_unless_one_is_named() -> None:
    assert only(Sheet([["ID", "", " ", ""], ["a", "b", "c", "d"]], COLUMNS)).text("item") == "b"
    assert only(Sheet([["ID", " ", "", ""], ["a", "b", "c", "d"]], COLUMNS)).text("item") == "c"
    row = only(Sheet([["ID", "", "Items", None], ["a", "b", "c", "d"]], COLUMNS))
    assert row.text("item") == "c"
    assert row.extras() == {"column 2": "b", "column 4": "d"}


DOUBTFUL = (
    Column("year", ["Year"], required=True),
    Column("year_doubt", ["|0", "Year|"], required=True),
    Column("number", ["Number"], required=True),
    Column("number_doubt", ["|1", "Number|"], required=True),
)


@pytest.mark.parametrize(
    "rows",
    [
        [["Year", " ", "Number", " "], ["y", "yd", "n", "nd"]],
        [["Number", "", "Year", ""], ["n", "nd", "y", "yd"]],
        [{"Year": "y", " ": "yd", "Number": "n", " .1": "nd"}],
        [{" .1": "nd", "Year": "y", "Number": "n", " ": "yd"}],
        [{"Year": "y", "Unnamed: 1": "yd", "Number": "n", "Unnamed: 3": "nd"}],
    ],
)
def test_blank_columns_belong_to_the_one_before_them(rows: list[Any]) -> None:
    row = only(Sheet(rows, DOUBTFUL))
    names = ("year", "year_doubt", "number", "number_doubt")
    assert [row.text(name) for name in names] == ["y", "yd", "n", "nd"]


def test_blank_columns_that_were_run_together_are_missed() -> None:
    with pytest.raises(InvalidValueError, match="blank after 'Number'"):
        Sheet([{"Year": "y", " ": "d", "Number": "n"}], DOUBTFUL)


def test_headings_may_stand_below_a_preamble() -> None:
    rows = [["Register"], [], ["made on a day", ""], *[["ID", "Note"], ["a", "b"]]]
    sheet = Sheet(rows, COLUMNS, preamble=5)
    assert (only(sheet).number, sheet.headings) == (5, ("ID", "Note"))
    with pytest.raises(InvalidValueError, match="'ID'"):
        Sheet(rows, COLUMNS, preamble=1)
    with pytest.raises(InvalidValueError, match="'ID'"):
        Sheet(rows[:2], COLUMNS, preamble=9)


@pytest.mark.parametrize("rows", ["text", b"bytes", 5, None, {"ID": "a"}, ["text"], [5], [[1], "text"]], ids=repr)
def test_what_is_no_rows_is_refused(rows: Any) -> None:
    with pytest.raises(WrongTypeError, match="pass mappings"):
        list(Sheet(rows, [Column("one", ["1"])]))


def test_list_among_mappings_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="among mappings"):
        list(Sheet([{"ID": "a"}, ["b"]], COLUMNS))


def test_no_rows_at_all_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="there are no rows"):
        Sheet([], COLUMNS)


def test_headings_alone_are_an_empty_reading() -> None:
    sheet = Sheet([HEADING], COLUMNS)
    assert list(sheet) == []
    assert sheet.reading([]) == Reading(ledger=Ledger(), rows_read=0, rows_structured=0, rows_blank=0)


def test_rows_are_streamed() -> None:
    asked = []

    def endless() -> Iterator[list[str]]:
        yield ["ID"]
        for number in range(10**9):
            asked.append(number)
            yield [f"row {number}"]

    rows = iter(Sheet(endless(), COLUMNS))
    assert [next(rows).text("id") for _ in range(3)] == ["row 0", "row 1", "row 2"]
    assert len(asked) == 3


def test_reading_holds_the_records() -> None:
    sheet = Sheet([["ID"], ["a"], ["b"]], COLUMNS)
    records = [FinancialCommitment(id=row.text("id") or "", stage="pledged") for row in sheet]
    assert list(sheet.reading(records).ledger.commitments) == ["a", "b"]
    with pytest.raises(DuplicateIdError):
        sheet.reading([Source(id="a"), *records])


def test_row_passed_over_on_purpose_is_counted_with_its_reason() -> None:
    sheet = Sheet([["ID", "Value"], ["a", 1], ["Sum", 1], [], ["Total", 1]], COLUMNS)
    for row in sheet:
        if row.text("id") in ("Sum", "Total"):
            row.pass_over("this is a sum")
            row.pass_over("said again, it changes nothing")
    reading = sheet.reading([])
    assert reading.passed == (Passed(3, "this is a sum"), Passed(5, "this is a sum"))
    assert (reading.rows_read, reading.rows_structured, reading.rows_blank, reading.rows_passed) == (4, 1, 1, 2)
    assert str(reading) == (
        "4 rows: 1 structured, 1 blank, 2 passed over, 0 lost; 0 problems\n"
        "row  passed over because\n3    this is a sum\n5    this is a sum"
    )


def test_row_that_is_lost_too_counts_as_lost() -> None:
    sheet = Sheet([["ID"], ["a"]], COLUMNS)
    row = only(sheet)
    row.pass_over("a sum")
    row.problem("id", "odd", fatal=True)
    reading = sheet.reading([])
    assert (reading.rows_structured, reading.rows_passed) == (0, 0)


def test_what_is_no_fault_is_noted_and_no_problem() -> None:
    sheet = Sheet([["ID", "Value"], ["a", 1], ["b", 1]], COLUMNS)
    for row in sheet:
        if row.number == 3:
            row.note("value", "two rows carry the same amount")
    sheet.note("the table has no dates")
    sheet.note("this is found by its place", column="value")
    sheet.note("of a column that there is not", column="date", row=2, value="x")
    reading = sheet.reading([])
    assert not reading.problems
    assert reading.notes == (
        Note(None, "", "", "the table has no dates"),
        Note(None, "Value", "", "this is found by its place"),
        Note(2, "date", "x", "of a column that there is not"),
        Note(3, "Value", "1", "two rows carry the same amount"),
    )
    assert [str(note) for note in reading.notes] == [
        "the table has no dates",
        "Value: this is found by its place",
        "row 2, date: 'x': of a column that there is not",
        "row 3, Value: '1': two rows carry the same amount",
    ]
    assert str(reading).splitlines()[:2] == [
        "2 rows: 2 structured, 0 blank, 0 lost; 0 problems, 4 notes",
        "row  column  value  note",
    ]


def test_records_may_be_made_while_the_reading_asks_for_them() -> None:
    sheet = Sheet([["ID"], ["a"], ["sum"]], COLUMNS)

    def records() -> Iterator[FinancialCommitment]:
        for row in sheet:
            if row.text("id") == "sum":
                row.pass_over("a sum")
            else:
                yield FinancialCommitment(id="a", stage="pledged")

    reading = sheet.reading(records())
    assert (reading.rows_structured, reading.rows_passed, list(reading.ledger.commitments)) == (1, 1, ["a"])


@given(st.lists(st.lists(st.one_of(st.none(), st.text(max_size=3), st.integers()), max_size=4), max_size=9), st.data())
def test_counts_add_up_whatever_the_rows_hold(rows: list[list[Any]], data: st.DataObject) -> None:
    sheet = Sheet([["ID", "Note"], *rows], COLUMNS)
    for row in sheet:
        for _ in range(data.draw(st.integers(0, 2))):
            row.problem("id", "odd", fatal=data.draw(st.booleans()))
        if data.draw(st.booleans()):
            row.pass_over("odd")
    reading = sheet.reading([])
    lost = {problem.row for problem in reading.problems if problem.fatal}
    counted = reading.rows_structured + reading.rows_blank + reading.rows_passed + len(lost)
    assert counted == reading.rows_read == len(rows)
    assert [p.row for p in reading.problems] == sorted(p.row for p in reading.problems)


def test_reading_whose_counts_do_not_add_up_cannot_be_made() -> None:
    lost = Problem(2, "ID", "", "odd", fatal=True)
    Reading(ledger=Ledger(), problems=[lost, lost], rows_read=1, rows_structured=0, rows_blank=0)
    with pytest.raises(InvalidValueError, match="account for every row once"):
        Reading(ledger=Ledger(), problems=[lost], rows_read=1, rows_structured=1, rows_blank=0)
    for count in (-1, True, 1.0, "1"):
        with pytest.raises(InvalidValueError, match="is no count"):
            Reading(ledger=Ledger(), rows_read=count, rows_structured=1, rows_blank=0)  # type: ignore[arg-type]


def test_problems_print_as_a_table() -> None:
    reading = Reading(
        ledger=Ledger(),
        problems=[Problem(2, "Date", "some\nday", "no date"), Problem(10, "Value", "x" * 99, "y" * 99, fatal=True)],
        rows_read=3,
        rows_structured=2,
        rows_blank=0,
    )
    heading, first, second = reading.table().splitlines()
    assert heading.split() == ["row", "column", "value", "reason", "fatal"]
    assert first.split() == ["2", "Date", "some", "day", "no", "date", "no"]
    assert second.split()[:2] == ["10", "Value"]
    assert len({line.index(word) for line, word in ((heading, "reason"), (first, "no date"), (second, "yyy"))}) == 1
    assert max(map(len, reading.table().splitlines())) < 200
    assert str(reading).startswith("3 rows: 2 structured, 0 blank, 1 lost; 2 problems\nrow")
    clean = Reading(ledger=Ledger(), rows_read=0, rows_structured=0, rows_blank=0)
    assert (clean.table(), str(clean)) == ("", "0 rows: 0 structured, 0 blank, 0 lost; 0 problems")


@pytest.mark.parametrize(
    "values",
    [(-1, "a", "b", "c"), (1, None, "b", "c"), (1, "a", 5, "c"), (1, "a", "b", " "), (1, "a", "b", "c", 1)],
    ids=repr,
)
def test_problem_that_says_nothing_cannot_be_made(values: tuple[Any, ...]) -> None:
    with pytest.raises(InvalidValueError):
        Problem(*values)


@pytest.mark.parametrize(
    "values", [(-1, "", "", "a"), (None, None, "", "a"), (1, "", 5, "a"), (1, "", "", "")], ids=repr
)
def test_note_that_says_nothing_cannot_be_made(values: tuple[Any, ...]) -> None:
    with pytest.raises(InvalidValueError):
        Note(*values)


@pytest.mark.parametrize("values", [(None, "a"), (-1, "a"), (1, "")], ids=repr)
def test_row_cannot_be_passed_over_without_a_reason(values: tuple[Any, ...]) -> None:
    with pytest.raises(InvalidValueError):
        Passed(*values)


def test_problems_and_readings_pickle() -> None:
    problem = Problem(2, "Date", "someday", "no date")
    reading = Reading(ledger=Ledger(), problems=[problem], rows_read=1, rows_structured=1, rows_blank=0)
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert str(problem) == "row 2, Date: 'someday': no date"
    column = Column("id", ["ID"], required=True)
    assert pickle.loads(pickle.dumps(column)) == column
