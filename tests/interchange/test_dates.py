"""When something was, according to a cell: days, and the words around them."""

import re
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from odd_cells import ODD, name_of
from ukraine_support import InvalidValueError, Period
from ukraine_support.interchange._sheet.dates import Order, order_shown
from ukraine_support.interchange._sheet.digits import TwoReadingsError
from ukraine_support.interchange._sheet.lexicon import lexicon_of
from ukraine_support.interchange._sheet.periods import period_of
from ukraine_support.interchange.kiel._days import month_of

WRONG: list[Any] = ["until 06/31/2022", "until 6/31/2023", "13/13/2022", "until 13/2022", "soon", "until", "..x"]
WRONG += ["from 15/1/2022 until 14/1/2022", "between 3/14/22", "until 1-2-3", "1/2/3/4", "0/0/0000", "until until 2022"]
WRONG += [44621, 44621.0, True, "March", "1 March", "March 22", "0000", "2024??", "Q5 2023", "H3 2023", "5 o'clock"]
WRONG += ["winter 2022/2024", "30 February 2023", "2022-13", "early 2023", "beginning of 2023", "beginning 2023"]
WRONG += ["2023 to 2022", "2022-03-01T25", "1st", "of"]
WRONG += [
    "march april may 2022",
    "1 2 3 March 2022",
    "1-2-23",
    "20-2-23",
    "Q002 2023",
    "20221301",
    "2022-",
    "/",
    " to ",
    "2022 to",
    "x" * 10**5,
]
WRONG += [[], {}, b"2022", "２０２４", "٢٠٢٤", np.array(["2022", "2023"]), "third half of 2023", "20 dozen 2022"]


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
        ("Until 02/24/2023 ", "../2023-02-24"),
        ("until 06.02.2024", "../2024-02-06"),
        ("until 11/2022", "../2022-11"),
        ("until 6/2022", "../2022-06"),
        ("before 2023", "../2023"),
        ("from 01/01/2023 until 12/31/2023", "2023-01-01/2023-12-31"),
        ("between 3/14/22 & 3/21/22", "2022-03-14/2022-03-21"),
        ("since 2/24/2022", "2022-02-24/.."),
        ("after 12/21/2022", "2022-12-21/.."),
        ("not specified, 03/22", "2022-03"),
        ("not specified, 8/2022", "2022-08"),
        ("unclear, 10/2022", "2022-10"),
        ("unclear 01/2024", "2024-01"),
        ("03.2024", "2024-03"),
        # times of day, and days of other makers
        ("2022-03-01T00:00:00", "2022-03-01"),
        ("2022-03-01T00:00:00Z", "2022-03-01"),
        ("2022-03-01T00:00:00.000Z", "2022-03-01"),
        ("2022-03-01T10:15:00+02:00", "2022-03-01"),
        ("2022-03-01 23:59:59.123456-0500", "2022-03-01"),
        ("2022-03-01T00:00:00.000000000", "2022-03-01"),
        ("2022-03-01 10:15 UTC", "2022-03-01"),
        ("3/20/2022 10:15 PM", "2022-03-20"),
        ("2022/03/01", "2022-03-01"),
        ("2022/3/1", "2022-03-01"),
        ("2022/03", "2022-03"),
        ("2011/12", "2011-12"),
        ("2022.03.01", "2022-03-01"),
        ("2022-3-1", "2022-03-01"),
        ("20220301", "2022-03-01"),
        (20220301, "2022-03-01"),
        (datetime(2022, 3, 1, 23, tzinfo=UTC), "2022-03-01"),
        (np.datetime64("2022-03-01"), "2022-03-01"),
        (np.datetime64("2022-03-01T00:00:00", "ns"), "2022-03-01"),
        (np.datetime64("2022-03"), "2022-03"),
        (np.int64(2022), "2022"),
        (np.float32(2022), "2022"),
        (np.str_("2022-03-01"), "2022-03-01"),
        ("2022.0", "2022"),
        ("05/05/2024", "2024-05-05"),
        ("20-03-2022", "2022-03-20"),
        ("03-2022", "2022-03"),
        # EDTF
        ("2023-21", "2023-21"),
        ("2022-02-24/..", "2022-02-24/.."),
        ("../2024-02-27", "../2024-02-27"),
        ("2022-03-01/2022-04-01", "2022-03-01/2022-04-01"),
        ("2022-03~", "2022-03~"),
        ("2022?", "2022?"),
        # names of months
        ("March 2022", "2022-03"),
        ("mar 2022", "2022-03"),
        ("Sept. 2022", "2022-09"),
        ("2022 March", "2022-03"),
        ("1 March 2022", "2022-03-01"),
        ("1st March 2022", "2022-03-01"),
        ("the 2nd of March, 2022", "2022-03-02"),
        ("March 1, 2022", "2022-03-01"),
        ("March 1st, 2022", "2022-03-01"),
        ("01-Mar-2022", "2022-03-01"),
        ("1-Mar-22", "2022-03-01"),
        ("Mar-22", "2022-03"),
        ("Mar '22", "2022-03"),
        ("2022-Mar-01", "2022-03-01"),
        ("in 2022", "2022"),
        # parts of years
        ("Q2 2023", "2023-04/2023-06"),
        ("2023 Q2", "2023-04/2023-06"),
        ("2023Q4", "2023-10/2023-12"),
        ("Q1/2023", "2023-01/2023-03"),
        ("second quarter of 2023", "2023-04/2023-06"),
        ("3rd quarter 2023", "2023-07/2023-09"),
        ("III quarter 2023", "2023-07/2023-09"),
        ("IV quarter 2023", "2023-10/2023-12"),
        ("H1 2023", "2023-01/2023-06"),
        ("second half of 2023", "2023-07/2023-12"),
        ("until Q2 2023", "../2023-06"),
        ("since Q2 2023", "2023-04/.."),
        ("spring 2023", "2023-21"),
        ("Summer, 2023", "2023-22"),
        ("autumn of 2022", "2022-23"),
        ("fall 2022", "2022-23"),
        ("2022 spring", "2022-21"),
        ("winter 2022/23", "2022-24"),
        ("winter 2022-2023", "2022-24"),
        # words around
        ("by March 2023", "../2023-03"),
        ("no later than 1 March 2023", "../2023-03-01"),
        ("until the end of March 2023", "../2023-03"),
        ("by the end of 2023", "../2023"),
        ("as of March 2022", "2022-03/.."),
        ("from March 2022 onwards", "2022-03/.."),
        ("March 2022 or later", "2022-03/.."),
        ("1 March 2022 at the latest", "../2022-03-01"),
        ("no earlier than March 2022", "2022-03/.."),
        ("during 2022", "2022"),
        ("Tuesday, 1 March 2022", "2022-03-01"),
        ("on or after 1 March 2022", "2022-03-01/.."),
        ("about March 2022", "2022-03~"),
        ("ca. 2022", "2022~"),
        ("March 2022?", "2022-03?"),
        ("March 2022 (?)", "2022-03?"),
        ("about 2022-2023", "2022~/2023~"),
        ("since about 2022", None),
        # spans
        ("2022-2023", "2022/2023"),
        ("2022–2023", "2022/2023"),
        ("2022/2023", "2022/2023"),
        ("2022/23", "2022/2023"),
        ("2022-25", "2022/2025"),
        ("2022 to 2023", "2022/2023"),
        ("March-May 2022", "2022-03/2022-05"),
        ("from March to May 2022", "2022-03/2022-05"),
        ("December 2022 - January 2023", "2022-12/2023-01"),
        ("1-5 March 2022", "2022-03-01/2022-03-05"),
        ("March 1-5, 2022", "2022-03-01/2022-03-05"),
        ("28 February to 3 March 2022", "2022-02-28/2022-03-03"),
        ("3/20/2022 - 7/21/2022", "2022-03-20/2022-07-21"),
        ("2022-03-01 through 2022-04-01", "2022-03-01/2022-04-01"),
    ],
    ids=name_of,
)
def test_date_of_a_cell(cell: Any, edtf: str | None) -> None:
    if edtf is None:
        with pytest.raises(InvalidValueError, match="is no date"):
            period_of(cell)
    else:
        assert period_of(cell) == Period(edtf)
        assert period_of(cell, "month-first") == period_of(cell, "day-first") == Period(edtf)


@pytest.mark.parametrize(
    ("language", "words", "edtf"),
    [
        ("de", "März 2024", "2024-03"),
        ("de", "MÄRZ 2024", "2024-03"),
        ("de", "1. März 2024", "2024-03-01"),
        ("de", "am 1. Dezember 2024", "2024-12-01"),
        ("de", "im Mai 2024", "2024-05"),
        ("de", "bis März 2024", "../2024-03"),
        ("de", "bis zum 1.3.2024", "../2024-03-01"),
        ("de", "bis Ende März 2024", "../2024-03"),
        ("de", "seit Oktober 2023", "2023-10/.."),
        ("de", "vom 1. bis 5. März 2024", "2024-03-01/2024-03-05"),
        ("de", "10.-12. Juni 2024", "2024-06-10/2024-06-12"),
        ("de", "2. Quartal 2023", "2023-04/2023-06"),
        ("de", "1. Halbjahr 2023", "2023-01/2023-06"),
        ("de", "Frühjahr 2023", "2023-21"),
        ("de", "etwa 2023", "2023~"),
        ("fr", "mars 2024", "2024-03"),
        ("fr", "1er mars 2024", "2024-03-01"),
        ("fr", "le 5 août 2024", "2024-08-05"),
        ("fr", "jusqu'au 1er mars 2024", "../2024-03-01"),
        ("fr", "avant décembre 2024", "../2024-12"),
        ("fr", "depuis juin 2022", "2022-06/.."),
        ("fr", "d'ici fin 2024", "../2024"),
        ("fr", "du 1er au 5 mars 2022", "2022-03-01/2022-03-05"),
        ("fr", "T2 2023", "2023-04/2023-06"),
        ("fr", "2e trimestre 2023", "2023-04/2023-06"),
        ("fr", "été 2023", "2023-22"),
        ("pl", "marzec 2024", "2024-03"),
        ("pl", "1 marca 2024", "2024-03-01"),
        ("pl", "1 marca 2024 r.", "2024-03-01"),
        ("pl", "w październiku 2023", "2023-10"),
        ("pl", "do 1 marca 2024", "../2024-03-01"),
        ("pl", "do końca marca 2024", "../2024-03"),
        ("pl", "od lutego 2022", "2022-02/.."),
        ("pl", "od marca do maja 2022", "2022-03/2022-05"),
        ("pl", "II kwartał 2023", "2023-04/2023-06"),
        ("uk", "березень 2024", "2024-03"),
        ("uk", "3 березня 2024", "2024-03-03"),
        ("uk", "3 березня 2024 р.", "2024-03-03"),
        ("uk", "у березні 2024 року", "2024-03"),
        ("uk", "до 5 березня 2024", "../2024-03-05"),
        ("uk", "до кінця 2024 року", "../2024"),
        ("uk", "з 24 лютого 2022 року", "2022-02-24/.."),
        ("uk", "з березня по травень 2022", "2022-03/2022-05"),
        ("uk", "II квартал 2023 року", "2023-04/2023-06"),
        ("uk", "навесні 2023", "2023-21"),
        ("cs", "1. března 2024", "2024-03-01"),
        ("cs", "1. 3. 2024", "2024-03-01"),
        ("cs", "v červenci 2024", "2024-07"),
        ("nl", "1 maart 2024", "2024-03-01"),
        ("nl", "tot mei 2024", "../2024-05"),
    ],
)
def test_date_in_another_language(language: str, words: str, edtf: str) -> None:
    assert period_of(words) == Period(edtf)
    assert period_of(words, None, lexicon_of([language], "here")) == Period(edtf)


@pytest.mark.parametrize(
    ("words", "month_first", "day_first"),
    [
        ("05/06/2024", "2024-05-06", "2024-06-05"),
        ("5/6/24", "2024-05-06", "2024-06-05"),
        ("3/12/2024", "2024-03-12", "2024-12-03"),
        ("12/3/2024", "2024-12-03", "2024-03-12"),
        ("05-06-2024", "2024-05-06", "2024-06-05"),
        ("05/06/2024 10:15", "2024-05-06", "2024-06-05"),
        ("until  5/7/2022", "../2022-05-07", "../2022-07-05"),
        ("until 06/02/2024", "../2024-06-02", "../2024-02-06"),
        ("between 3/4/22 & 3/11/22", "2022-03-04/2022-03-11", "2022-04-03/2022-11-03"),
    ],
)
def test_day_of_two_readings_is_refused_with_both_or_read_as_is_said(
    words: str, month_first: str, day_first: str
) -> None:
    with pytest.raises(TwoReadingsError, match=r"can be read as .+ \(month first\) and as .+ \(day first\)"):
        period_of(words)
    assert period_of(words, "month-first") == Period(month_first)
    assert period_of(words, "day-first") == Period(day_first)


def test_points_say_that_the_day_comes_first() -> None:
    assert {period_of("05.06.2024", order) for order in (None, "month-first", "day-first")} == {Period("2024-06-05")}


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("2022-23", ("the years 2022 to 2023", "the season 2022-23 of EDTF")),
        ("until 2023-24", ("the years 2023 to 2024", "the season 2023-24 of EDTF")),
        ("winter 2023", ("that of 2022/2023", "that of 2023/2024")),
    ],
)
def test_time_of_two_readings_is_refused_with_both(words: str, readings: tuple[str, str]) -> None:
    orders: list[Order | None] = [None, "day-first"]
    for order in orders:
        with pytest.raises(TwoReadingsError, match=re.escape(f"can be read as {readings[0]} and as {readings[1]}")):
            period_of(words, order)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        *(
            ("27/06/2024", "day-first"),
            ("6/27/2024", "month-first"),
            ("05/06/2024", None),
            ("12/06/2024", None),
            ("06/12/2024", None),
            ("12/27/2024", "month-first"),
            ("until 27-06-2024", "day-first"),
        ),
        *(
            ("27.06.2024", None),
            ("2024/06/27", None),
            ("6/2024", None),
            ("27/06/2024 or 6/27/2024", None),
            ("30/30/24", None),
        ),
    ],
)
def test_day_shows_which_comes_first_or_does_not(text: str, order: str | None) -> None:
    assert order_shown(text) == order


@pytest.mark.parametrize(
    "cell", ["unclear ", "Undisclosed", "unspecified", None, ".", "\u00a0", float("nan")], ids=repr
)
def test_cell_without_a_date(cell: Any) -> None:
    assert period_of(cell) is None


@pytest.mark.parametrize("cell", WRONG, ids=name_of)
def test_what_is_no_date_is_refused(cell: Any) -> None:
    with pytest.raises(InvalidValueError):
        period_of(cell)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_day_means_the_same_in_every_form(day: date) -> None:
    midnight = datetime.fromisoformat(day.isoformat())
    month_first = f"{day.month}/{day.day}/{day.year}"
    german = f"{day.day:02}.{day.month:02}.{day.year}"
    forms = (day, midnight, day.isoformat(), month_first, german, np.datetime64(day), day.isoformat().replace("-", "/"))
    assert {period_of(form, "month-first") for form in forms} == {Period(day)}


@pytest.mark.parametrize("cell", ODD, ids=name_of)
def test_odd_cell_is_a_period_or_a_refusal(cell: Any) -> None:
    try:
        found: object = period_of(cell)
    except InvalidValueError as error:
        found = error.problem
    assert found is None or isinstance(found, Period) or (isinstance(found, str) and 0 < len(found) < 200)


PIECES = [
    "1",
    "5",
    "2022",
    "22",
    "-",
    "/",
    ".",
    " ",
    "March",
    "until ",
    "from ",
    " to ",
    "spring",
    "Q",
    "half",
    "of",
    "?",
    "~",
]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.sampled_from([None, "month-first", "day-first"]))
def test_any_words_are_a_period_or_a_refusal(words: str, order: Order | None) -> None:
    try:
        found = period_of(words, order)
    except InvalidValueError:
        return
    assert found is None or isinstance(found, Period)


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
