"""What a cell says, however a spreadsheet, a data frame or a file gives it."""

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from odd_cells import ODD, Hostile, NAType, Series, name_of
from ukraine_support import UNKNOWN, Estimate, InvalidValueError, exactly
from ukraine_support.interchange._sheet.cells import disclosed_text, filled_text, is_blank, text_of
from ukraine_support.interchange._sheet.counts import estimate_of


class Integer:
    """As numpy's integers: no `int`, but one by its index."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __index__(self) -> int:
        return self.value


class Stamp(datetime):
    """As pandas' Timestamps, whose first is no midnight."""

    min = datetime.fromisoformat("1677-09-21T00:12:43")


NOTHING: list[Any] = [None, "", " ", ".", " . ", "..", "\u00a0", "\t\n", "-", float("nan"), Decimal("NaN"), NAType()]
NOTHING += [np.float32("nan"), np.datetime64("NaT", "D"), np.str_(" . "), np.ma.masked]
NOT_TOLD = ["Not given", "Not Given", "undisclosed", "Undisclosed", "No price", "No value available", "No allocations"]
NOT_TOLD += ["Unknown", "no price, 0 count", "#NAME?", "unclear ", "NaN", "n/a", "TBD", "<NA>"]


WRONG: list[Any] = ["a lot", "1,2,3", "1.2.3", "5 apples", "5 to 3", "more than", "up to many", "1e99", "9" * 40]
WRONG += [True, date(2022, 1, 1), datetime.fromisoformat("2022-01-01"), [], {}, object(), float("inf"), 1e300]
WRONG += [Decimal("Infinity"), 10**40, "9" * 5000, np.bool_(True), np.array([5]), np.array([]), Series(), Hostile()]
WRONG += [np.datetime64("2022-03-01"), Fraction(1, 3), 1j, b"5", "1" * 10**5]


@pytest.mark.parametrize("cell", NOTHING, ids=name_of)
def test_blank_cell_says_nothing(cell: Any) -> None:
    assert is_blank(cell)
    assert (text_of(cell) if not isinstance(cell, str) else "") == ""
    assert (filled_text(cell), disclosed_text(cell), estimate_of(cell)) == ("", None, UNKNOWN)


@pytest.mark.parametrize("cell", NOT_TOLD)
def test_words_for_nothing_tell_nothing_but_are_kept(cell: str) -> None:
    assert not is_blank(cell)
    assert (disclosed_text(cell), estimate_of(cell)) == (None, UNKNOWN)
    assert filled_text(cell) == cell.strip()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Weapons ", "Weapons"),
        ("\u00a0EU Civil  Protection\n", "EU Civil Protection"),
        ("a\x00b\x0bc\u200b", "a b c"),
        (5, "5"),
        (10**100, "an integer of 333 bits"),
        (5.0, "5"),
        (1e22, "10000000000000000000000"),
        (0.1, "0.1"),
        (float("inf"), "inf"),
        (1e300, "1e+300"),
        (Decimal("2.50"), "2.5"),
        (Decimal("1e40"), "1E+40"),
        (True, "True"),
        (datetime.fromisoformat("2022-03-01"), "2022-03-01"),
        (datetime.fromisoformat("2022-03-01T12:00"), "2022-03-01 12:00:00"),
        (date(2022, 3, 1), "2022-03-01"),
        (time(12), "12:00:00"),
        (["a"], "['a']"),
        (Integer(3), "<Integer>"),
        (Hostile(), "<Hostile instance"),
        (Series(), "<odd_cells.Series"),
        (np.str_(" a  b "), "a b"),
        (np.int64(2022), "2022"),
        (np.float32(0.1), "0.1"),
        (np.float64(5), "5"),
        (np.datetime64("2022-03-01"), "2022-03-01"),
        (np.array([1, 2]), "[1 2]"),
        (Fraction(1, 3), "1/3"),
        (b"5", "b'5'"),
    ],
    ids=name_of,
)
def test_text_of_a_cell(cell: Any, text: str) -> None:
    assert text_of(cell).startswith(text) or text == "<Integer>"


def test_a_midnight_of_pandas_is_a_day() -> None:
    assert text_of(Stamp(2022, 3, 1)) == "2022-03-01"
    assert text_of(Stamp(2022, 3, 1, 12)) == "2022-03-01 12:00:00"


@pytest.mark.parametrize("cell", ["0", 0, 0.0], ids=name_of)
def test_zero_in_a_column_of_text_tells_nothing(cell: Any) -> None:
    assert disclosed_text(cell) is None


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (5, 5),
        (5.0, 5),
        (0.1, Decimal("0.1")),
        (13.333333333333334, Decimal("13.333333333333334")),
        (1.4901161193847656e-08, Decimal("0.000000014901161194")),
        (Decimal("2.50"), Decimal("2.5")),
        (Integer(7), 7),
        (np.int64(2022), 2022),
        (np.uint8(7), 7),
        (np.float32(0.1), Decimal("0.1")),
        (np.float16(5), 5),
        (np.float64("0.1"), Decimal("0.1")),
        (np.longdouble(2), 2),
        (np.array(5), 5),
        (Fraction(4, 2), 2),
        ("1234.5", Decimal("1234.5")),
        ("1234.", 1234),
        (".5", Decimal("0.5")),
        ("-7", -7),
        ("1e+06", 10**6),
        (" 3193503.68 \n", Decimal("3193503.68")),
        ("395,88", Decimal("395.88")),
        ("1234,567", Decimal("1234.567")),
        ("1.000.00", 1000),
        ("15.000.00", 15000),
        ("1.000.000", 10**6),
        ("1.234.567,89", Decimal("1234567.89")),
        ("20,000", 20000),
        ("1,234,567.89", Decimal("1234567.89")),
        ("20 000", 20000),
        ("1\u00a0000\u00a0000", 10**6),
        ("1’000", 1000),
    ],
    ids=name_of,
)
def test_number_of_a_cell(cell: Any, number: int | Decimal) -> None:
    found = estimate_of(cell)
    assert found == exactly(number)
    assert type(found.low) is type(number)


@pytest.mark.parametrize(
    "cell",
    WRONG,
    ids=name_of,
)
def test_what_is_no_number_is_refused(cell: Any) -> None:
    with pytest.raises(InvalidValueError) as raised:
        estimate_of(cell)
    assert len(str(raised.value)) < 300


@given(st.integers(-(10**20), 10**20))
def test_whole_number_means_the_same_in_every_form(number: int) -> None:
    forms = [number, str(number), f"{number:,}", f"{number:,}".replace(",", " "), f" {number}.0 ", Decimal(number)]
    assert {estimate_of(form) for form in forms} == {exactly(number)}


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_float_means_its_shortest_decimal(number: float) -> None:
    found = estimate_of(number).low
    assert found is not None
    assert abs(float(found) - number) <= 1e-18


@pytest.mark.parametrize("cell", ODD, ids=name_of)
def test_odd_cell_is_a_count_or_a_refusal(cell: Any) -> None:
    assert isinstance(text_of(cell), str)
    assert isinstance(is_blank(cell), bool)
    assert filled_text(cell) == ("" if is_blank(cell) else text_of(cell))
    try:
        found: object = estimate_of(cell)
    except InvalidValueError as error:
        found = error.problem
    assert isinstance(found, Estimate) or (isinstance(found, str) and 0 < len(found) < 200)


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.dates(), st.decimals()))
def test_any_cell_is_a_count_or_a_refusal(cell: Any) -> None:
    assert isinstance(text_of(cell), str)
    try:
        found = estimate_of(cell)
    except InvalidValueError:
        return
    assert isinstance(found, Estimate)
