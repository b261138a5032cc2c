"""Ids made out of foreign texts fit, and are given once."""

from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import Source
from ukraine_support.interchange._sheet.ids import Ids, fitting


def test_id_asked_for_again_is_numbered() -> None:
    ids = Ids()
    assert [ids.unique(text) for text in ("a", "a", "a", "b", "a (2)")] == ["a", "a (2)", "a (3)", "b", "a (2) (2)"]


def test_number_is_passed_over_where_it_is_given_already() -> None:
    ids = Ids()
    assert [ids.unique(text) for text in ("a (2)", "a", "a")] == ["a (2)", "a", "a (2) (2)"]


PRINTABLE = st.characters(codec="utf-8", exclude_categories=("C", "Z"))


@given(st.lists(st.text(PRINTABLE, min_size=1), max_size=20))
def test_every_id_is_different_and_fits(texts: list[str]) -> None:
    ids = Ids()
    given_out = [ids.unique(text) for text in texts]
    assert len(set(given_out)) == len(texts)
    assert all(Source(id=id) for id in given_out)


def test_long_texts_that_begin_alike_stay_apart() -> None:
    first, second = (fitting("https://example.org/" + "x" * 500 + end) for end in "ab")
    assert first != second
    assert len(first) <= 180
    assert first.startswith("https://example.org/xxx")


def test_text_of_180_characters_is_an_id_and_a_longer_one_ends_in_a_digest() -> None:
    assert fitting("x" * 180) == "x" * 180
    assert fitting("x" * 181) == "x" * 160 + "...dc31ed5afb"


def test_ids_that_are_there_are_given_already() -> None:
    assert Ids(["a"]).unique("a") == "a (2)"


def test_characters_that_cannot_be_printed_are_left_out() -> None:
    assert fitting("a\u2028b\x00") == "a b"
    assert fitting("\ud7fc").startswith("...")
    assert fitting("\ud7fc") != fitting("\x00")
