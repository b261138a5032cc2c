"""When something was, according to a cell: days, and the words around them."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import InvalidValueError, Period
from ukraine_support.interchange._dates import month_of, period_of

WRONG: list[Any] = ["until 06/31/2022", "until 6/31/2023", "13/13/2022", "until 13/2022", "soon", "until", "..x"]
WRONG += ["from 5/1/2022 until 4/1/2022", "between 3/4/22", "until 1-2-3", "1/2/3/4", "0/0/0000", "until until 3/4/22"]
WRONG += [44621, 44621.0, True]


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        (datetime.fromisoformat("2022-03-20"), "2022-03-20"),
        (datetime.fromisoformat("2022-03-20T14:30"), "2022-03-20"),
        (date(2022, 3, 20), "2022-03-20"),
        ("2022-03-20", "2022-03-20"),
        ("2022-03-20 00:00:00", "2022-03-20"),
        ("3/20/2022", "2022-03-20"),
        ("03/20/22", "2022-03-20"),
        ("16/02/2023", "2023-02-16"),
        ("2022-03", "2022-03"),
        ("2022", "2022"),
        (2022, "2022"),
        (2022.0, "2022"),
        ("until 7/27/2022", "../2022-07-27"),
        ("until  5/7/2022", "../2022-05-07"),
        ("Until 02/24/2023 ", "../2023-02-24"),
        ("until 06.02.2024", "../2024-02-06"),
        ("until 06/02/2024", "../2024-06-02"),
        ("until 11/2022", "../2022-11"),
        ("until 6/2022", "../2022-06"),
        ("before 2023", "../2023"),
        ("from 01/01/2023 until 12/31/2023", "2023-01-01/2023-12-31"),
        ("between 3/4/22 & 3/11/22", "2022-03-04/2022-03-11"),
        ("between 3/20/2022 and 7/1/2022", "2022-03-20/2022-07-01"),
        ("since 2/24/2022", "2022-02-24/.."),
        ("after 12/21/2022", "2022-12-21/.."),
        ("not specified, 03/22", "2022-03"),
        ("not specified, 8/2022", "2022-08"),
        ("unclear, 10/2022", "2022-10"),
        ("unclear 01/2024", "2024-01"),
        ("03.2024", "2024-03"),
    ],
    ids=repr,
)
def test_date_of_a_cell(cell: Any, edtf: str) -> None:
    assert period_of(cell) == Period(edtf)


@pytest.mark.parametrize(
    "cell", ["unclear ", "Undisclosed", "unspecified", None, ".", "\u00a0", float("nan")], ids=repr
)
def test_cell_without_a_date(cell: Any) -> None:
    assert period_of(cell) is None


@pytest.mark.parametrize(
    "cell",
    WRONG,
    ids=repr,
)
def test_what_is_no_date_is_refused(cell: Any) -> None:
    with pytest.raises(InvalidValueError):
        period_of(cell)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_day_means_the_same_in_every_form(day: date) -> None:
    midnight = datetime.fromisoformat(day.isoformat())
    month_first = f"{day.month}/{day.day}/{day.year}"
    german = f"{day.day:02}.{day.month:02}.{day.year}"
    assert {period_of(form) for form in (day, midnight, day.isoformat(), month_first, german)} == {Period(day)}


@given(st.text())
def test_any_text_is_a_period_or_a_refusal(text: str) -> None:
    try:
        found = period_of(text)
    except InvalidValueError:
        return
    assert found is None or isinstance(found, Period)


@pytest.mark.parametrize(("number", "edtf"), [(1, "2022-01"), (12, "2022-12"), (13, "2023-01"), (26, "2024-02")])
def test_month_is_counted_from_january_2022(number: int, edtf: str) -> None:
    assert month_of(number) == Period(edtf)
