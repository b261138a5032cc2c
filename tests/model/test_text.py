"""Words for people."""

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from refusals import HOSTILE, brief, refusal
from ukraine_support import Text, WrongTypeError
from ukraine_support.testing import values
from ukraine_support.testing._words import words

SHELLS = Text({"en": "shells", "uk": "снаряди", "pl": "pociski"})


@tried(40)
@given(values(Text))
def test_a_repr_evaluates_to_equal_words(text: Text) -> None:
    assert eval(repr(text)) == text
    assert Text(text) == text
    assert Text(text.languages) == text


@given(words())
def test_a_plain_string_is_in_no_said_language(plain: str) -> None:
    assert Text(plain) == Text({"und": plain})
    assert str(Text(plain)) == plain
    assert Text(plain).in_language("uk") == plain


@given(st.dictionaries(st.sampled_from(["en", "uk", "pl"]), words(), min_size=1))
def test_the_order_of_languages_does_not_matter(given_: dict[str, str]) -> None:
    backwards = Text(dict(reversed(given_.items())))
    assert Text(given_) == backwards
    assert hash(Text(given_)) == hash(backwards)
    assert list(Text(given_).languages) == sorted(given_.items())


@pytest.mark.parametrize(
    ("text", "tag", "found"),
    [
        (SHELLS, "uk", "снаряди"),
        (SHELLS, "uk-UA", "снаряди"),
        (SHELLS, "uk-Cyrl-UA", "снаряди"),
        (SHELLS, "de", "shells"),
        (SHELLS, "", "shells"),
        (Text({"und": "1", "en": "2", "uk": "3"}), "de", "1"),
        (Text({"uk": "3", "pl": "2"}), "de", "2"),
        (Text({"zh-Hant": "彈"}), "zh", "彈"),
    ],
    ids=brief,
)
def test_a_language_falls_back_to_what_is_there(text: Text, tag: str, found: str) -> None:
    assert text.in_language(tag) == found


def test_str_is_english_or_what_is_there() -> None:
    assert (str(SHELLS), str(Text({"uk": "снаряди"}))) == ("shells", "снаряди")


@pytest.mark.parametrize(
    "blank", ["", " ", "\n", "\t \u00a0", "a\x00b", "a\x1bb", "\x7f", "\x85x", "x\ud800", "\udfff"], ids=brief
)
def test_words_that_say_nothing_or_cannot_be_written_are_refused(blank: str) -> None:
    assert refusal(Text, blank).where == "Text"
    refusal(Text, {"en": blank})


@pytest.mark.parametrize(
    "text", ["two\nlines", "a\ttab", "a\r\nb", "\u200fright to left", "снаряди", "½ ton"], ids=brief
)
def test_words_may_hold_line_breaks_and_any_alphabet(text: str) -> None:
    assert str(Text(text)) == text


@pytest.mark.parametrize(
    "tag", ["", "e", "EN", "english", "en_US", "en-", "-en", "en US", "en-x", 5, None, "\ud800"], ids=brief
)
def test_a_tag_that_is_none_is_refused(tag: Any) -> None:
    assert refusal(Text, {tag: "shells"}).problem.endswith("is no language tag")


@pytest.mark.parametrize("value", [5, None, True, b"x", ["x"], {"en": 5}, {"en": None}, {"en": Text("x")}], ids=brief)
def test_another_type_is_refused(value: Any) -> None:
    refusal(Text, value, error=WrongTypeError)


@pytest.mark.parametrize(
    "pairs", [(), (1, 2), ((1, 2, 3),), (("en", "a"), ("en", "b")), ("en", "uk"), ((["x"], "a"),)], ids=brief
)
def test_a_tuple_that_is_no_pairs_is_refused(pairs: Any) -> None:
    refusal(Text, pairs)


def test_no_words_at_all_are_refused() -> None:
    refusal(Text, {})


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    if value not in ("9" * 1_000_000, "x" * 1_000_000):
        refusal(Text, value)
    else:
        assert str(Text(value)) == value  # a long note is a note all the same
    refusal(Text, {value if isinstance(value, str) else "en": value, "x": "y"})


def test_copies_keep_the_languages() -> None:
    assert attrs.evolve(SHELLS) == pickle.loads(pickle.dumps(SHELLS)) == SHELLS
    refusal(attrs.evolve, SHELLS, languages=(("english", "x"),))


def test_a_tag_of_any_length_is_looked_up_at_once() -> None:
    assert SHELLS.in_language("-" * 1_000_000) == SHELLS.in_language("xx")
    assert SHELLS.in_language(f"uk{'-x' * 500_000}") == SHELLS.in_language("uk")
