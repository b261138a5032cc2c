"""Words in charts are broken into lines that fit, and nothing of them is lost but what could not be shown."""

from unicodedata import category, east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support.charts._lettering import lines


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("", [""]),
        ("one two", ["one two"]),
        ("one two three", ["one two", "three"]),
        ("abcdefghijklmno", ["abcdefghij", "klmno"]),
        ("on about 26 May", ["on about", "26\N{NO-BREAK SPACE}May"]),
        ("日本語日本語", ["日本語日本", "語"]),
        ("a\x00b\ud800c", ["a b c"]),
        (
            "1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 rounds",
            ["1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000", "rounds"],
        ),
        ("abc " * 20, ["abc abc"] * 5 + ["abc abc…"]),
        ("x" * 2000, ["x" * 10] * 5 + ["x" * 9 + "…"]),
        ("a" + " " * 2000, ["a…"]),
    ],
)
def test_lines_fit(text: str, broken: list[str]) -> None:
    assert lines(text, 10) == broken


@given(st.text(max_size=300), st.integers(4, 60))
def test_no_line_is_too_long_and_every_character_can_be_drawn(text: str, columns: int) -> None:
    found = lines(text, columns)
    assert 1 <= len(found) <= 6
    for line in found:
        assert sum(2 if east_asian_width(character) in "WF" else 1 for character in line) <= columns
        assert {category(character) for character in line} & {"Cc", "Cs", "Cn"} == set()


@given(st.lists(st.text("abcžщ", min_size=1, max_size=9), max_size=8))
def test_words_stay_whole_and_in_order(words: list[str]) -> None:
    assert " ".join(lines(" ".join(words), 40)).split() == words
