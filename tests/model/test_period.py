"""Periods: what EDTF says, and what follows from it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refusals import HOSTILE, brief, refusal
from ukraine_support import Period, WrongTypeError
from ukraine_support.testing import values
from ukraine_support.testing._words import days


@given(values(Period))
def test_a_period_is_read_from_what_it_writes(period: Period) -> None:
    assert Period.parse(str(period)) == period == eval(repr(period))
    assert hash(Period(period.edtf)) == hash(period)


@given(days())
def test_a_day_is_a_period(day: date) -> None:
    period = Period(day)
    assert period == Period.parse(day.isoformat())
    assert period.earliest == period.latest == day
    assert not period.is_approximate


@given(values(Period))
def test_a_period_does_not_end_before_it_begins(period: Period) -> None:
    if period.earliest is not None and period.latest is not None:
        assert period.earliest <= period.latest
    else:
        assert (period.earliest is None) != (period.latest is None)


@given(values(Period), days())
def test_a_day_may_lie_between_the_ends(period: Period, day: date) -> None:
    within = (period.earliest is None or period.earliest <= day) and (period.latest is None or day <= period.latest)
    if within:
        assert period.could_include(day)
    elif not period.is_approximate:
        assert not period.could_include(day)


@given(values(Period), days())
def test_what_is_definitely_before_a_day_could_not_include_it_or_a_later_one(period: Period, day: date) -> None:
    if period.definitely_before(day):
        assert not period.could_include(day)
        assert not period.definitely_after(day)
        assert period.latest is not None
        assert period.latest < day
    if period.definitely_after(day):
        assert not period.could_include(day)
        assert period.earliest is not None
        assert period.earliest > day


@given(values(Period), values(Period))
def test_before_and_after_mirror_each_other(one: Period, other: Period) -> None:
    assert one.definitely_before(other) == other.definitely_after(one)
    assert not (one.definitely_before(other) and one.definitely_after(other))
    if one.definitely_before(other):
        assert one.latest is not None
        assert other.earliest is not None
        assert one.latest < other.earliest


@given(values(Period), days())
def test_a_marked_end_excludes_nothing_on_its_side(period: Period, day: date) -> None:
    start, _, end = period.edtf.partition("/")
    end = end or start
    if end[-1] in "~?%":
        assert not period.definitely_before(date.max)
        assert period.could_include(day) or (period.earliest is not None and day < period.earliest)
    if start[-1] in "~?%":
        assert not period.definitely_after(date.min)
        assert period.could_include(day) or (period.latest is not None and day > period.latest)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024-02-27", "2024-02-27", "2024-02-27"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-23", "2023-09-01", "2023-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2023-03-20/2023-06-20", "2023-03-20", "2023-06-20"),
        ("2023-21/2023-24", "2023-03-01", "2024-02-29"),
        ("2024-02-27/2024-02-27", "2024-02-27", "2024-02-27"),
        ("2024/2024-06", "2024-01-01", "2024-06-30"),
        ("../2024-02-27", None, "2024-02-27"),
        ("2022-02-24/..", "2022-02-24", None),
        ("2022-02-24~/..", "2022-02-24", None),
        ("2022?/2023%", "2022-01-01", "2023-12-31"),
        ("2024-02-29~", "2024-02-29", "2024-02-29"),
    ],
)
def test_the_ends_are_those_of_the_calendar(edtf: str, earliest: str | None, latest: str | None) -> None:
    period = Period(edtf)
    assert period.earliest == (None if earliest is None else date.fromisoformat(earliest))
    assert period.latest == (None if latest is None else date.fromisoformat(latest))


@pytest.mark.parametrize(
    ("edtf", "approximate"),
    [("2024", False), ("2024~", True), ("2023/2024?", True), ("2023%/..", True), ("2023/..", False)],
)
def test_a_mark_on_either_end_makes_it_approximate(edtf: str, approximate: bool) -> None:
    assert Period(edtf).is_approximate is approximate


@pytest.mark.parametrize(
    ("edtf", "before", "after", "includes"),
    [
        ("2024-02-27", date(2024, 2, 28), date(2024, 2, 26), date(2024, 2, 27)),
        ("2023-24", date(2024, 3, 1), date(2023, 11, 30), date(2024, 2, 29)),
        ("../2024-02-27", date(2024, 2, 28), None, date(1900, 1, 1)),
        ("2022-02-24/..", None, date(2022, 2, 23), date(2100, 1, 1)),
        ("2022-02-24~/2022-03", date(2022, 4, 1), None, date(2022, 2, 20)),
        ("2022-02-24/2022-03?", None, date(2022, 2, 23), date(2022, 5, 1)),
        ("2022~", None, None, date(1922, 1, 1)),
    ],
)
def test_before_and_after_need_a_certain_end(
    edtf: str, before: date | None, after: date | None, includes: date
) -> None:
    period = Period(edtf)
    assert period.definitely_before(before or date.max) is (before is not None)
    assert period.definitely_after(after or date.min) is (after is not None)
    assert period.could_include(includes)
    if before is not None:
        assert not period.definitely_before(before - timedelta(days=1))
        assert not period.could_include(before)
    if after is not None:
        assert not period.definitely_after(after + timedelta(days=1))
        assert not period.could_include(after)


def test_periods_that_are_written_differently_are_different() -> None:
    assert Period("2024-02") != Period("2024-02-01/2024-02-29")


def test_periods_have_no_order() -> None:
    with pytest.raises(TypeError):
        sorted([Period("2023"), Period("2024")])  # type: ignore[type-var]


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-29", "2023-02-30", "2023-13", "2023-00", "2023-01-00", "2023-04-31", "2023-20", "2023-25", "0000"),
        *("9999-24", "../..", "..", "/", "2023/", "/2023", "2024/2023", "2024-02-27/2024-02-26", "2024-03/2024-02"),
        *("2022/2023/2024", "..~/2024", "2024/..~", "~2024", "2024~~", "2024-2-27", "24-02-27", "20240227", "2024-W01"),
        *(
            "2024-02-27T00:00",
            " 2024",
            "2024 ",
            "2024\n",
            "",
            "today",
            "2023-21-01",
            "\uff12\uff10\uff12\uff14",
            "-2024",
        ),
        *("2023-xx", "2023-XX", "y2024", "2024-02-27/P1D", "2023-32", "20233", "2023-21/2023-02"),
    ],
    ids=brief,
)
def test_what_names_no_period_is_refused(text: str) -> None:
    assert refusal(Period, text).where == "Period"
    refusal(Period.parse, text)


@pytest.mark.parametrize("value", [None, 2024, 2024.5, True, datetime(2024, 2, 27), b"2024", ["2024"]], ids=brief)  # noqa: DTZ001
def test_another_type_is_refused(value: Any) -> None:
    assert refusal(Period, value, error=WrongTypeError).where == "Period"


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    refusal(Period, value)


@given(st.text("0123456789-/.~?%", max_size=25))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    try:
        period = Period(text)
    except ValueError:
        refusal(Period, text)
    else:
        assert str(period) == text
