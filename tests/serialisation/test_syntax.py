"""Where a text stops being JSON is said in words of our own, and so the same under every Python."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support.serialisation._syntax import first_fault

PIECES = [
    *'[]{},:"\\ \n\t',
    *(
        '"a"',
        '"a": ',
        '"\\u00e9"',
        '"\\u00e"',
        '"\\x"',
        '"\n"',
        "0",
        "-1",
        "01",
        "1.5",
        "1.",
        "-",
        "1e5",
        "1E+",
        "9" * 30,
    ),
    *("true", "tru", "null", "NaN", "Infinity", "-Infinity", "\x01", "\u00a0", "\ud800", "é", "\ufeff"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_a_text_has_no_fault_where_it_is_json(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        is_json = False
    else:
        is_json = True
    assert (first_fault(text) == (len(text), "nothing more")) is is_json


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("", 0, "a value"),
        (" \n", 2, "a value"),
        ("[", 1, "a value or ]"),
        ("[1, ]", 4, "a value"),
        ("[1 2]", 3, "a comma or ]"),
        ("[1}", 2, "a comma or ]"),
        ("{", 1, "a key in double quotes or }"),
        ("{a: 1}", 1, "a key in double quotes or }"),
        ('{"a": 1, }', 9, "a key in double quotes"),
        ('{"a" 1}', 5, "a colon"),
        ('{"a" "}', 5, "a colon"),
        ('{"a": }', 6, "a value"),
        ('{"a": 1 "b": 2}', 8, "a comma or }"),
        ('{"a": [{}, []], "b": {"c": [0]}} x', 33, "nothing more"),
        ('[] "', 3, "nothing more"),
        ("01", 1, "nothing more"),
        ("[tru]", 1, "a value or ]"),
        ('["a]', 1, "a string that ends on its line, without control characters and unknown escapes,"),
        ('{"a\t": 1}', 1, "a string that ends on its line, without control characters and unknown escapes,"),
    ],
)
def test_the_first_fault_is_told(text: str, place: int, expected: str) -> None:
    assert first_fault(text) == (place, expected)


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a": ' * 100_000, '"' + "\\n" * 500_000, '"' + "x" * 1_000_000])
def test_long_and_deep_texts_are_looked_at_once(text: str) -> None:
    assert first_fault(text)[0] in (0, len(text))
