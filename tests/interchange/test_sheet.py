"""Foreign rows under named columns: headings recognised, widths checked, every row accounted for."""

import pickle
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from odd_cells import ODD, Unbound
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
    between,
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


@pytest.mark.parametrize("cut", [1, 3, 5])
@pytest.mark.parametrize("kind", [list, tuple])
def test_cells_that_are_missing_at_the_end_are_empty(cut: int, kind: type[Any]) -> None:
    sheet = Sheet([HEADING, kind(LINE[:-cut]), LINE], COLUMNS)
    short, whole = sheet
    assert [short.text(name) for name in sheet.at] == [
        *(whole.text(name) if at < len(LINE) - cut else None for name, at in sheet.at.items())
    ]
    assert short.extras() == {}
    reading = sheet.reading([])
    assert (reading.rows_structured, reading.problems) == (2, ())


def test_cells_beyond_the_headings_are_none_where_they_are_blank() -> None:
    sheet = Sheet([HEADING, [*LINE, None, " ", "."], LINE], COLUMNS)
    assert [row.extras() for row in sheet] == [{"Note": "urgent"}] * 2
    assert not sheet.reading([]).problems


def test_row_that_is_too_long_is_lost_and_reported() -> None:
    sheet = Sheet([HEADING, [*LINE, "", "more"], LINE], COLUMNS)
    assert [row.number for row in sheet] == [3]
    reading = sheet.reading([])
    (problem,) = reading.problems
    assert (problem.row, problem.fatal) == (2, True)
    assert "8 cells under 6 headings" in problem.reason
    assert "NL1" in problem.value


def test_mapping_with_another_key_is_lost_and_reported_unless_that_says_nothing() -> None:
    first = {"ID": "a", "Note": "b"}
    rows: list[Any] = [first, {"ID": "b"}, {"ID": "c", None: ["too many"]}, {"ID": "d", "Note": "x", "More": 1}]
    rows += [{"ID": "e", "Note": "x", None: ["", None]}, {"ID": "f", "More": ""}]
    sheet = Sheet(rows, COLUMNS)
    assert [row.text("id") for row in sheet] == ["a", "b", "e", "f"]
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


def test_a_preamble_without_headings_below_is_no_preamble() -> None:
    sheet = Sheet([["a", "b"], ["1", "2"], ["3", "4"]], [Column("x", ["a"])], preamble=1)
    assert [row.text("x") for row in sheet] == ["1", "3"]


def test_headings_may_stand_below_a_preamble() -> None:
    rows = [["Register"], [], ["made on a day", ""], *[["ID", "Note"], ["a", "b"]]]
    sheet = Sheet(rows, COLUMNS, preamble=5)
    assert (only(sheet).number, sheet.headings) == (5, ("ID", "Note"))
    assert Sheet(rows, COLUMNS, preamble=3).headings == ("ID", "Note")
    for preamble in (1, 2):
        with pytest.raises(InvalidValueError, match="'ID'"):
            Sheet(rows, COLUMNS, preamble=preamble)
    with pytest.raises(InvalidValueError, match="'ID'"):
        Sheet(rows[:2], COLUMNS, preamble=9)


def test_a_row_with_half_of_the_headings_that_are_required_is_above_them() -> None:
    rows = [["ID"], ["ID", "Note"], ["a", "b"]]
    columns = [Column("id", ["ID"], required=True), Column("note", ["Note"], required=True)]
    assert Sheet(rows, columns, preamble=1).headings == ("ID", "Note")


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


# what a table says of itself


def test_mark_before_the_first_heading_and_odd_blanks_make_no_difference() -> None:
    for first in ("\ufeffID", "ï»¿ID", '\ufeff"ID"', 'ï»¿"ID"', "ID\ufeff"):
        sheet = Sheet([[first, "\u00a0Date\u00a0", "My\u00a0Note"], ["a", "2022", "b"]], COLUMNS)
        row = only(sheet)
        assert (row.text("id"), row.period("date"), row.extras()) == ("a", Period("2022"), {"My Note": "b"})
        assert sheet.headings[0] == "ID"


PLACED = (
    Column("id", ["ID"], required=True),
    Column("value", ["Value as Given"]),
    Column("item", ["Items", "Value as Given|No. of Units"]),
    Column("units", ["No. of Units"]),
)
STAND_INS = [
    None,
    "",
    " ",
    "Unnamed: 2",
    "__UNNAMED__2",
    "...3",
    "X",
    "X.1",
    "_duplicated_0",
    "V3",
    "Column3",
    "Spalte 3",
]


@pytest.mark.parametrize("stand_in", STAND_INS, ids=repr)
@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("mapped", [False, True])
def test_column_without_a_heading_is_found_between_its_neighbours(
    stand_in: str | None, swapped: bool, mapped: bool
) -> None:
    names = ["Value as Given", stand_in, "No. of Units"]
    cells: list[Any] = ["5", "shells", "7"]
    heading, line = ["ID", *(reversed(names) if swapped else names)], ["a", *(reversed(cells) if swapped else cells)]
    sheet = Sheet([dict(zip(heading, line, strict=True))] if mapped else [heading, line], PLACED)
    row = only(sheet)
    assert [row.text(name) for name in ("id", "value", "item", "units")] == ["a", "5", "shells", "7"]
    (note,) = sheet.reading([]).notes
    assert note.row is None
    assert "the column item" in note.text
    assert "'Value as Given' and 'No. of Units'" in note.text


@pytest.mark.parametrize("name", ["Remarks", "Item class", "Unnamed", "Xavier"])
def test_column_with_a_heading_of_its_own_is_not_taken_for_one_without(name: str) -> None:
    sheet = Sheet([["ID", "Value as Given", name, "No. of Units"], ["a", "5", "x", "7"]], PLACED)
    assert only(sheet).extras() == {name: "x"}
    assert "item" not in sheet.at


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        (["Value as Given", "", "No. of Units", "ID"], 1),
        (["", "No. of Units", "ID", "Value as Given"], None),
        (["ID", "Value as Given", "No. of Units", "", "Note"], None),
    ],
)
def test_column_without_a_heading_stands_between_its_two_neighbours_alone(
    heading: list[str], place: int | None
) -> None:
    assert Sheet([heading, ["a"] * len(heading)], PLACED).at.get("item") == place


def test_of_columns_that_may_repeat_the_leftmost_counts() -> None:
    heading = ["ID", "Sort", *"abcdef", "Kind"]
    columns = [Column("id", ["ID"]), Column("kind", ["Kind", "Sort"], repeats=True)]
    assert Sheet([heading, heading], columns).at["kind"] == 1


def test_column_that_is_named_is_not_looked_for_at_its_place() -> None:
    sheet = Sheet([["Items", "ID", "Value as Given", "", "No. of Units"], ["x", "a", "5", "y", "7"]], PLACED)
    assert only(sheet).text("item") == "x"
    assert not sheet.reading([]).notes


def test_known_heading_is_no_stand_in() -> None:
    columns = [Column("x", ["X"]), Column("doubt", ["X|"])]
    assert [only(Sheet([["X", ""], ["5", "?"]], columns)).text(name) for name in ("x", "doubt")] == ["5", "?"]


@pytest.mark.parametrize("index", ["", None, "Unnamed: 0", "X", "...1", "__UNNAMED__0"], ids=repr)
@pytest.mark.parametrize("first", [0, "0", "17", 1.0], ids=repr)
def test_index_that_a_tool_put_first_is_passed_over(index: str | None, first: object) -> None:
    columns = [Column("id", ["ID"]), Column("item", ["Items", ""])]
    for rows in (
        [[index, "ID", None, "Note"], [first, "a", "shells", "n"], [1, "", None, ""]],
        [dict(zip([index, "ID", "Unnamed: 2", "Note"], [first, "a", "shells", "n"], strict=True)), {index: 1}],
    ):
        sheet = Sheet(rows, columns)
        row = only(sheet)
        assert (row.text("id"), row.text("item"), row.extras()) == ("a", "shells", {"Note": "n"})
        reading = sheet.reading([])
        assert (reading.rows_structured, reading.rows_blank) == (1, 1)
        assert ["index" in note.text for note in reading.notes] == [True]


def test_indexes_that_a_tool_put_before_each_other_are_passed_over() -> None:
    # a table that `DataFrame.to_csv` wrote, read and written once more
    columns = [Column("id", ["ID"]), Column("item", ["Items", ""])]
    for names in (["", "Unnamed: 0", "Unnamed: 2"], ["Unnamed: 0.1", "Unnamed: 0", None]):
        row = only(Sheet([[*names[:2], "ID", names[2]], ["0", "0", "a", "shells"]], columns))
        assert (row.text("id"), row.text("item"), row.extras()) == ("a", "shells", {})


def test_first_column_without_a_heading_that_counts_nothing_is_kept() -> None:
    row = only(Sheet([["", "ID"], ["total", "a"]], [Column("id", ["ID"])]))
    assert row.extras() == {"column 1": "total"}
    assert only(Sheet([["", "ID"], ["shells", "a"]], [Column("item", [""])])).text("item") == "shells"
    assert only(Sheet([["Total", "ID"], [5, "a"]], [Column("id", ["ID"])])).extras() == {"Total": "5"}
    assert Sheet([["", "ID"]], [Column("id", ["ID"])]).others == ((0, "column 1"),)


TWICE = (Column("id", ["The ID (No.)"], required=True), Column("kind", ["Sub-type of item"], repeats=True))


@pytest.mark.parametrize(
    "heading",
    [
        ["The ID (No.)", "Sub-type of item", "Sub-type of item", "Note"],
        ["The ID (No.)", "Sub-type of item", "Sub-type of item.1", "Note"],
        ["The ID (No.)", "Sub-type of item", "Sub-type of item_duplicated_0", "Note"],
        ["The ID (No.)", "Sub-type of item...2", "Sub-type of item...3", "Note"],
        ["The.ID..No..", "Sub.type.of.item", "Sub.type.of.item.1", "Note"],
        ["the_id_no", "sub_type_of_item", "sub_type_of_item_2", "note"],
    ],
    ids=["lists", "pandas", "polars", "readxl", "R", "janitor"],
)
def test_heading_that_tools_have_rewritten_is_known(heading: list[str]) -> None:
    row = only(Sheet([heading, ["a", "b", "c", "d"]], TWICE))
    assert (row.text("id"), row.text("kind")) == ("a", "b")
    assert [text for _, text in sorted(row.extras().items(), key=lambda pair: pair[1])] == ["c", "d"]


def test_number_behind_a_heading_is_its_own_where_no_other_goes_by_it() -> None:
    row = only(Sheet([["ID", "Kind.1", "Kind_2"], ["a", "b", "c"]], COLUMNS))
    assert (row.text("kind"), row.extras()) == (None, {"Kind.1": "b", "Kind_2": "c"})


def test_heading_alone_is_not_taken_for_one_that_a_tool_has_rewritten() -> None:
    assert only(Sheet([["the_id", "no"], ["a", "b"]], [Column("id", ["The ID"], required=True)])).text("id") == "a"
    for heading in (["the_id"], ["the_id", "my note"]):
        with pytest.raises(InvalidValueError, match="no column is headed 'The ID'"):
            Sheet([heading, ["a", "b"][: len(heading)]], [Column("id", ["The ID"], required=True)])


def test_headings_of_signs_alone_are_told_apart() -> None:
    row = only(Sheet([["%", "$"], ["1", "2"]], [Column("share", ["%"]), Column("sum", ["$"])]))
    assert (row.text("share"), row.text("sum")) == ("1", "2")


def test_quotation_marks_stay_where_no_mark_of_a_byte_order_stands() -> None:
    assert Sheet([['"ID"', "Note"]], [Column("id", ['"ID"'], required=True)]).headings == ('"ID"', "Note")


def test_one_column_at_least_is_no_index() -> None:
    row = only(Sheet([["", "ID"], ["0", "a"]], [Column("id", ["ID"])]))
    assert (row.text("id"), row.extras()) == ("a", {})
    assert only(Sheet([["", ""], ["0", "1"]], [Column("item", [""])])).text("item") == "1"


def test_part_of_a_country_gives_the_country_and_a_note_says_so() -> None:
    sheet = Sheet([["Donor"], ["England"], ["Norway"], ["Scotland"]], [Column("donor", ["Donor"])])
    assert [row.party("donor") for row in sheet] == [Country("GB"), Country("NO"), Country("GB")]
    reading = sheet.reading([])
    assert not reading.problems
    assert [(note.row, note.text) for note in reading.notes] == [
        (2, "England is no party of its own here; it is read as its country, United Kingdom"),
        (4, "Scotland is no party of its own here; it is read as its country, United Kingdom"),
    ]


# numbers, days and words of the table


def amounts(cells: list[Any], **options: Any) -> tuple[list[Any], Reading]:
    column = Column("value", ["Value"], scale=options.pop("scale", 1))
    sheet = Sheet([["Value", "x"], *([cell, "x"] for cell in cells)], [column], **options)
    found = [row.count("value") for row in sheet]
    return found, sheet.reading([])


def days(cells: list[Any], **options: Any) -> tuple[list[Any], Reading]:
    sheet = Sheet([["Date", "x"], *([cell, "x"] for cell in cells)], COLUMNS[2:3], **options)
    found = [row.period("date") for row in sheet]
    return found, sheet.reading([])


@pytest.mark.parametrize(
    ("decimal", "expected"), [(",", [20000, Decimal("1234.5"), 20, 1500]), (".", [20, Decimal("1234.5"), 20000, 1500])]
)
def test_reader_may_say_what_stands_before_fractions(decimal: str, expected: list[Any]) -> None:
    found, reading = amounts(["20.000", "1.234,5", "20,000", "1500"], decimal=decimal)
    assert found == [exactly(number) for number in expected]
    assert (reading.problems, reading.notes) == ((), ())


@pytest.mark.parametrize("cell", ["20.000", "1.000", "up to 20.000", "10.000-20.000"])
def test_number_of_two_readings_is_a_problem_that_says_both(cell: str) -> None:
    found, reading = amounts([cell, "5", 1.5])
    assert found == [UNKNOWN, exactly(5), exactly(Decimal("1.5"))]
    (problem,) = reading.problems
    assert (problem.row, problem.column, problem.value, problem.fatal) == (2, "Value", cell, False)
    assert "can be read as" in problem.reason
    assert "taken as unknown" in problem.reason
    assert not reading.notes


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize(
    ("shows", "value", "expected"),
    [
        ("1.234,5", Decimal("1234.5"), 20000),
        ("395,88", Decimal("395.88"), 20000),
        ("1.000.000", 10**6, 20000),
        ("bis zu 0,5", None, 20000),
        ("1,234.5", Decimal("1234.5"), 20),
        ("0.5", Decimal("0.5"), 20),
        ("1,000,000", 10**6, 20),
    ],
)
def test_other_cells_of_the_column_settle_how_it_is_written(
    place: int, shows: str, value: object, expected: int
) -> None:
    cells = ["20.000"]
    cells.insert(place, shows)
    found, reading = amounts(cells)
    assert found[1 - place] == exactly(expected)
    assert value is None or found[place] == exactly(value)  # type: ignore[type-var]  # a number
    assert not reading.problems
    (note,) = reading.notes
    assert (note.row, note.column, note.value) == (None, "Value", shows)
    assert ("comma" if expected == 20000 else "point") in note.text


def test_comma_before_fractions_is_shown_for_numbers_that_english_writes_otherwise() -> None:
    found, reading = amounts(["20,000", "1,5"])
    assert found == [exactly(20), exactly(Decimal("1.5"))]
    assert len(reading.notes) == 1
    found, reading = amounts(["20,000", "5"])
    assert found == [exactly(20000), exactly(5)]
    assert not reading.notes


def test_column_that_is_written_in_both_ways_settles_nothing() -> None:
    found, reading = amounts(["20.000", "1.234,5", "1,234.5"])
    assert found == [UNKNOWN, exactly(Decimal("1234.5")), exactly(Decimal("1234.5"))]
    assert [problem.value for problem in reading.problems] == ["20.000"]
    assert not reading.notes


def test_words_that_are_no_number_settle_nothing() -> None:
    found, _ = amounts(["20.000", "see page 1,5", "version 2.1.0", "x" * 10**4, 0.5])
    assert found[0] == UNKNOWN


def test_each_column_is_settled_by_itself() -> None:
    sheet = Sheet(
        [["Value", "Units"], ["20.000", "20.000"], ["1,5", "1.5"]], [Column(n, [n]) for n in ("Value", "Units")]
    )
    row = next(iter(sheet))
    assert (row.count("Value"), row.count("Units")) == (exactly(20000), exactly(20))
    assert len(sheet.reading([]).notes) == 2


def test_scale_of_a_column_multiplies_its_numbers() -> None:
    found, reading = amounts(["1,5", 2, "bis zu 3", "1-2", ".", "5"], scale=10**6, decimal=",", languages=("de",))
    million = 10**6
    expected = [exactly(1_500_000), exactly(2 * million), at_most(3 * million), between(million, 2 * million), UNKNOWN]
    assert found == [*expected, exactly(5 * million)]
    assert [type(number.high) for number in found[:4]] == [int] * 4
    assert not reading.problems
    row = only(Sheet([["Mio. EUR"], ["1,5"]], [Column("value", ["Mio. EUR"], scale=10**6)], decimal=","))
    assert row.amount("value", "EUR") == exactly(Money(1_500_000, "EUR"))
    assert amounts(["5"], scale=Decimal("0.5"))[0] == [exactly(Decimal("2.5"))]


def test_word_of_size_in_a_column_with_a_scale_can_be_read_in_two_ways() -> None:
    found, reading = amounts(["5 million", "5"], scale=10**6)
    assert found == [UNKNOWN, exactly(5 * 10**6)]
    assert "can be read as 5000000 and as 5000000000000, " in reading.problems[0].reason


def test_number_that_its_scale_makes_too_large_is_a_problem() -> None:
    found, reading = amounts(["9" * 29, "5"], scale=10**6)
    assert found == [UNKNOWN, exactly(5 * 10**6)]
    assert len(reading.problems) == 1


@pytest.mark.parametrize("scale", [0, -1, 1.5, "10", True, None, Decimal("NaN")], ids=repr)
def test_scale_that_is_no_number_above_zero_is_refused(scale: Any) -> None:
    if scale == "10":
        assert Column("a", ["a"], scale=scale) is not None
        return
    with pytest.raises(InvalidValueError, match=r"Column\.scale"):
        Column("a", ["a"], scale=scale)


@pytest.mark.parametrize(
    ("dates", "expected"), [("day-first", ["2024-06-05", "2024-06-27"]), ("month-first", ["2024-05-06", "2024-06-27"])]
)
def test_reader_may_say_which_comes_first_in_days(dates: str, expected: list[str]) -> None:
    found, reading = days(["05/06/2024", "27/06/2024"], dates=dates)
    assert found == [Period(edtf) for edtf in expected]
    assert (reading.problems, reading.notes) == ((), ())


def test_day_of_two_readings_is_a_problem_that_says_both() -> None:
    found, reading = days(["05/06/2024", "2024-06-27", "05/05/2024"])
    assert found == [None, Period("2024-06-27"), Period("2024-05-05")]
    (problem,) = reading.problems
    assert "2024-05-06 (month first) and as 2024-06-05 (day first)" in problem.reason


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize(
    ("shows", "expected"),
    [("27/06/2024", "2024-06-05"), ("until 6/27/2024", "2024-05-06"), ("27-06-2024", "2024-06-05")],
)
def test_other_days_of_the_column_settle_how_it_is_written(place: int, shows: str, expected: str) -> None:
    cells = ["05/06/2024"]
    cells.insert(place, shows)
    found, reading = days(cells)
    assert found[1 - place] == Period(expected)
    assert not reading.problems
    (note,) = reading.notes
    assert (note.row, note.column, note.value) == (None, "Date", shows)


def test_days_that_are_written_in_both_ways_settle_nothing() -> None:
    found, reading = days(["05/06/2024", "27/06/2024", "6/27/2024"])
    assert found == [None, Period("2024-06-27"), Period("2024-06-27")]
    assert len(reading.problems) == 1


def test_season_of_two_readings_is_a_problem_whatever_the_column_shows() -> None:
    found, reading = days(["winter 2023", "27/06/2024"], dates="day-first")
    assert found == [None, Period("2024-06-27")]
    assert "2022/2023" in reading.problems[0].reason


def test_rows_wait_where_a_column_had_to_be_looked_at() -> None:
    asked = []

    def lines() -> Iterator[list[str]]:
        for number, line in enumerate([["Value"], ["5"], ["20.000"], ["1,5"], [""], ["7"]]):
            asked.append(number)
            yield line

    rows = iter(Sheet(lines(), [Column("Value", ["Value"])]))
    assert next(rows).count("Value") == exactly(5)
    assert len(asked) < 4
    assert next(rows).count("Value") == exactly(20000)
    assert len(asked) == 6
    assert [(row.number, row.count("Value")) for row in rows] == [(4, exactly(Decimal("1.5"))), (6, exactly(7))]


def test_column_is_settled_in_mappings_too() -> None:
    sheet = Sheet([{"Value": "20.000"}, {"Value": "1,5"}], [Column("Value", ["Value"])])
    assert [row.count("Value") for row in sheet] == [exactly(20000), exactly(Decimal("1.5"))]


@pytest.mark.parametrize(
    "rows", [[["Value"], ["20.000"], "text", ["1,5"]], [{"Value": "20.000"}, ["x"], {"Value": "1,5"}]]
)
def test_what_is_no_row_is_refused_when_it_is_met_and_not_when_it_is_looked_at_ahead(rows: list[Any]) -> None:
    read = iter(Sheet(rows, [Column("Value", ["Value"])]))
    assert next(read).count("Value") == exactly(20000)
    with pytest.raises(WrongTypeError, match="pass mappings"):
        next(read)


def test_words_are_those_of_the_languages_that_the_reader_says() -> None:
    assert amounts(["bis zu 300"])[0] == [at_most(300)]
    assert amounts(["bis zu 300", "up to 300"], languages=("de",))[0] == [at_most(300)] * 2
    assert amounts(["bis zu 300", "до 300"], languages="uk")[0] == [UNKNOWN, at_most(300)]
    assert days(["März 2024"], languages=["de"])[0] == days(["März 2024"])[0] == [Period("2024-03")]
    assert days(["März 2024"], languages=["fr"])[0] == [None]


def test_names_of_parties_are_looked_for_in_the_languages_that_the_reader_says() -> None:
    rows = [HEADING, ["1", "Німеччина", *LINE[2:]]]
    assert only(Sheet(rows, COLUMNS, languages=["uk"])).party("donor") == Country("DE")
    sheet = Sheet(rows, COLUMNS)
    assert only(sheet).party("donor") is None
    assert len(sheet.reading([]).problems) == 1


def test_names_of_the_source_itself_come_first() -> None:
    row = only(Sheet([HEADING, ["1", "CONGO", *LINE[2:]]], COLUMNS))
    assert row.party("donor", names={"congo": Country("CG")}) == Country("CG")
    assert row.party("donor") is None


@pytest.mark.parametrize(
    ("options", "accepted"),
    [
        ({"decimal": ";"}, "'.' or ','"),
        ({"decimal": 5}, "'.' or ','"),
        ({"dates": "year-first"}, "'month-first' or 'day-first'"),
        ({"languages": ["xx"]}, "'en', 'de', 'fr', 'pl', 'uk'"),
        ({"languages": "german"}, "'en', 'de', 'fr', 'pl', 'uk'"),
        ({"languages": [5]}, "'en', 'de'"),
        ({"languages": 5}, "'en', 'de'"),
    ],
    ids=repr,
)
def test_unknown_way_of_writing_is_refused_with_what_is_accepted(options: dict[str, Any], accepted: str) -> None:
    (name,) = options
    with pytest.raises(InvalidValueError, match=rf"mine: {name}: .*{re.escape(accepted)}"):
        Sheet([HEADING], COLUMNS, where="mine", **options)


@pytest.mark.parametrize(
    "cell",
    ["1939", "2101", "2922-02-09", "until 2922-02-09", "0222", "1022-2023", date(2922, 2, 9), "3/20/2202"],
    ids=repr,
)
def test_day_that_no_record_of_this_war_can_have_is_kept_and_noted(cell: Any) -> None:
    found, reading = days([cell, "2024"])
    assert found[0] is not None
    assert not reading.problems
    (note,) = reading.notes
    assert (note.row, note.column) == (2, "Date")
    assert "kept as it is written" in note.text


@pytest.mark.parametrize("cell", ["1940", "2022-02-24", "2054", "../2100", "2022-02-24/.."])
def test_day_that_a_record_can_have_is_not_noted(cell: str) -> None:
    assert not days([cell])[1].notes


# rows that are cut, and rows that fail


BROKEN = (Column("id", ["ID"], required=True), Column("note", ["Note"], breaks=True), Column("end", ["End"]))


@pytest.mark.parametrize(
    ("pieces", "note"),
    [
        ([["a", "b", "one"], ["two", "x", "y"]], "one two"),
        ([["a", "b", "one"], ["two"], ["three", "x", "y"]], "one two three"),
        ([["a", "b", "one"], [], ["three", "x", "y"]], "one three"),
        ([("a", "b", "one"), ("", "x", "y")], "one"),
    ],
)
def test_row_that_a_line_break_has_cut_is_put_together(pieces: list[Any], note: str) -> None:
    heading, line = ["ID", "More", "Note", "End", "Last"], ["q", "r", "s", "t", "u"]
    sheet = Sheet([heading, line, *pieces, line], BROKEN)
    rows = list(sheet)
    assert [row.number for row in rows] == [2, 3, 3 + len(pieces)]
    assert [rows[1].text(name) for name in ("id", "note", "end")] == ["a", note, "x"]
    assert rows[1].extras() == {"More": "b", "Last": "y"}
    reading = sheet.reading([])
    assert (reading.rows_read, reading.rows_structured, reading.problems) == (3, 3, ())


@pytest.mark.parametrize(
    "following",
    [[], [["q"]], [["q", "r"]], [["q", "r", "s", "t"]], [["q", "r", "s", "t", "u"]], [[], [], []], [["q"], ["r"]]],
)
def test_row_that_only_ends_early_is_not_put_together_with_others(following: list[list[str]]) -> None:
    heading = ["ID", "More", "Note", "End", "Last"]
    sheet = Sheet([heading, ["a", "b", "one"], *following], BROKEN)
    assert [row.text("id") for row in sheet] == ["a", *(row[0] for row in following if row)]
    assert sheet.reading([]).rows_read == 1 + len(following)


def test_many_rows_that_end_early_before_many_blank_ones_take_no_longer_for_it() -> None:
    rows = [["ID", "More", "Note", "End", "Last", "x"], *[["a", "b", "one"], []] * 10_000, *[[]] * 10_000]
    sheet = Sheet(rows, BROKEN)
    assert sum(1 for _ in sheet) == 10_000


def test_row_that_fails_is_lost_and_the_rest_is_read() -> None:
    sheet = Sheet([["ID"], ["a"], ["x" * 300], ["c"], [""]], COLUMNS)

    def sources(row: Row) -> Iterator[Source]:
        yield Source(id=f"first of {row.number}")
        yield Source(id=row.text("id") or "")

    reading = sheet.reading(sheet.records(sources))
    assert set(reading.ledger.sources) == {"first of 2", "a", "first of 4", "c"}
    (problem,) = reading.problems
    assert (problem.row, problem.fatal) == (3, True)
    assert "Source.id" in problem.reason
    assert (reading.rows_read, reading.rows_structured, reading.rows_blank) == (4, 2, 1)


def test_error_of_the_readers_own_code_is_not_hidden() -> None:
    sheet = Sheet([["ID"], ["a"]], COLUMNS)
    with pytest.raises(ZeroDivisionError):
        list(sheet.records(lambda row: [Source(id=str(row.number // 0))]))


def test_no_cell_ends_a_reading_or_touches_another_row() -> None:
    names = ("id", "donor", "date", "value", "item")
    rows = [[cell] * len(HEADING) for cell in ODD]
    ways: list[dict[str, Any]] = [{}, {"decimal": ",", "dates": "day-first", "languages": ("de", "uk")}]
    for options in ways:
        sheet = Sheet([HEADING, *(line for row in rows for line in (row, LINE))], COLUMNS, **options)
        for row in sheet:
            found = (row.count("value"), row.amount("value", "EUR"), row.period("date"), row.party("donor"))
            texts = ([row.text(name) for name in names], row.extras())
            row.note("item", "an odd cell")
            if row.number % 2:
                assert found == (
                    exactly(1000 if not options else 1),
                    exactly(Money(1000 if not options else 1, "EUR")),
                    Period("2022-03"),
                    Country("NL"),
                )
                assert texts == (["NL1", "Netherlands", "3/2022", "1,000", "shells"], {"Note": "urgent"})
        reading = sheet.reading([])
        assert reading.rows_structured + reading.rows_blank == reading.rows_read == 2 * len(ODD)
        assert all(problem.row % 2 == 0 for problem in reading.problems)
        assert str(reading)


def test_headings_may_be_anything() -> None:
    for odd in ODD:
        row = only(Sheet([["ID", odd], ["a", "b"]], COLUMNS))
        assert row.text("id") == "a"
        assert (row.extras(), row.text("item"), row.text("donor")) != ({}, None, None)


def test_what_a_column_is_beside_its_headings_is_passed_by_keyword() -> None:
    make: Any = Column
    with pytest.raises(TypeError, match="positional"):
        make("a", ["a"], True)


def test_an_amount_in_a_column_without_a_heading_is_accounted_for_under_its_name() -> None:
    sheet = Sheet([["ID", ""], ["a", 5]], [Column("id", ["ID"]), Column("sum", [""])])
    assert [row.amount("sum", "EUR") for row in sheet] == [exactly(Money(5, "EUR"))]
    assert [account.column for account in sheet.reading([]).accounts()] == ["sum"]


@pytest.mark.parametrize("odd", [5, "a", None, [5], np.array(5)], ids=repr)
def test_a_sheet_takes_columns_and_a_preamble_and_nothing_else(odd: Any) -> None:
    with pytest.raises(WrongTypeError, match="Sheet: columns"):
        Sheet([["ID"]], odd)
    if odd != 5:
        with pytest.raises(InvalidValueError, match="Sheet: preamble"):
            Sheet([["ID"]], COLUMNS, preamble=odd)


def test_what_a_row_is_told_is_looked_at() -> None:
    wrong: Any = 5
    row = only(Sheet([["ID"], ["a"]], [Column("id", ["ID"])]))
    calls: list[Callable[[], object]] = [
        lambda: row.party("id", names=wrong),
        lambda: row.account_for("id", wrong, None),
        lambda: row.account_for("id", exactly(5), wrong),
        lambda: row.account_for("id", exactly(5), None, wrong),
        lambda: row.set_aside("id", wrong),
    ]
    for call in calls:
        with pytest.raises(WrongTypeError, match=r"^Row\."):
            call()


def test_a_long_heading_is_told_in_short() -> None:
    row = only(Sheet([["x" * 10_000], ["a"]], [Column("id", ["x" * 10_000])]))
    row.count("id")
    (problem,) = row.sheet.reading([]).problems
    assert len(str(problem)) < 300


def test_headings_in_disguise_are_plain_texts() -> None:
    assert [type(heading) for heading in Column("a", [np.str_("A")]).headings] == [str]


def test_a_cell_that_does_not_tell_its_class_ends_no_reading() -> None:
    row = only(Sheet([["ID"], [Unbound()]], [Column("id", ["ID"])]))
    assert (row.count("id"), row.period("id"), row.party("id")) == (UNKNOWN, None, None)
    assert len(row.sheet.reading([]).problems) == 3


@pytest.mark.parametrize(
    "heading", ["x" * 10_000, f"{'x' * 10_000}|", f"x|{'y' * 10_000}"], ids=["whole", "after", "between"]
)
def test_a_long_heading_that_is_missing_is_told_shortly(heading: str) -> None:
    with pytest.raises(InvalidValueError, match="no column is headed") as caught:
        list(Sheet([["id"], ["a"]], [Column("name", [heading], required=True)], where="Own"))
    assert len(str(caught.value)) < 500
