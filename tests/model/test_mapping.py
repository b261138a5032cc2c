"""Extras: a source's own columns, fixed and sorted."""

import copy
import pickle
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refusals import HOSTILE, brief, refusal
from ukraine_support import Extras, Record, Records, Source, WrongTypeError
from ukraine_support.testing import values
from ukraine_support.testing._words import words

TIV = Extras({"TIV": "12.5", "Comments": ""})


@given(st.dictionaries(words(), st.text(st.characters(exclude_categories=["Cs"]))))
def test_columns_are_a_sorted_mapping(columns: dict[str, str]) -> None:
    found = Extras(columns)
    assert found == columns == dict(found)
    assert list(found) == sorted(columns) == list(found.keys())
    assert list(found.items()) == sorted(columns.items())
    assert list(found.values()) == [columns[name] for name in sorted(columns)]
    assert len(found) == len(columns)
    assert all(name in found and found[name] == found.get(name) == cell for name, cell in columns.items())


@given(values(Extras))
def test_a_repr_evaluates_to_equal_columns(columns: Extras) -> None:
    assert eval(repr(columns)) == columns
    assert hash(Extras(dict(reversed(list(columns.items()))))) == hash(columns)
    assert Extras(columns) == columns


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_copies_are_equal(protocol: int) -> None:
    for again in (pickle.loads(pickle.dumps(TIV, protocol)), copy.copy(TIV), copy.deepcopy(TIV), attrs.evolve(TIV)):
        assert again == TIV
        assert type(again) is Extras


def test_it_is_any_mapping_of_texts() -> None:
    assert Extras(MappingProxyType({"a": "b"})) == {"a": "b"}
    assert Extras() == {}
    assert TIV != {"TIV": "12.5"}
    assert Extras({"TIV": "1", "Comments": ""}) != TIV
    assert TIV != [("Comments", ""), ("TIV", "12.5")]


def test_a_look_up_is_that_of_a_mapping() -> None:
    assert isinstance(TIV, Mapping)
    assert (TIV.get("none"), TIV.get("none", 5), TIV.get("TIV", 5)) == (None, 5, "12.5")
    assert "none" not in TIV
    with pytest.raises(KeyError):
        TIV["none"]


def test_it_cannot_be_changed() -> None:
    columns = {"a": "b"}
    found = Extras(columns)
    columns["a"] = "c"
    assert found["a"] == "b"
    with pytest.raises(TypeError):
        found["a"] = "c"  # type: ignore[index]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found._entries = {}  # type: ignore[misc]


@pytest.mark.parametrize(
    "columns",
    [
        {"": "x"},
        {" ": "x"},
        {"a": "x", " ": "y"},
        {"\x00": "x"},
        {"\ud800": "x"},
        {5: "x"},
        {None: "x"},
        {"a": 5},
        {"a": None},
        {"a": []},
    ],
    ids=brief,
)
def test_names_say_something_and_cells_are_texts(columns: Any) -> None:
    assert refusal(Extras, columns).where.startswith("Extras")


def test_a_name_without_a_hash_is_refused_too() -> None:
    class Columns(Mapping[Any, str]):
        def __getitem__(self, key: Any) -> str:
            return "cell"

        def __iter__(self) -> Iterator[Any]:
            yield []

        def __len__(self) -> int:
            return 1

    assert len(Columns()) == len(list(Columns().values())) == 1
    assert str(refusal(Extras, Columns(), error=WrongTypeError)) == "Extras: [] is a list; pass a string"


def test_a_cell_can_be_written_down() -> None:
    assert refusal(Extras, {"a": "b\ud800"}).where == "Extras['a']"
    assert str(refusal(Extras, {"a": "é", "b": "c\ud800"})).startswith(
        "Extras['b']: 'c\\ud800' holds the lone surrogate"
    )
    assert refusal(Extras, {"a": "b", "c": 5}).where == "Extras['c']"
    assert Extras({"a": "any\x0bother"})["a"] == "any\x0bother"


def test_names_may_run_over_lines() -> None:
    assert Extras({"No. of\nunits": "5", "a\tb": ""}) == {"No. of\nunits": "5", "a\tb": ""}


@pytest.mark.parametrize("value", [5, "a", [("a", "b")], None, {"a"}], ids=brief)
def test_what_is_no_mapping_is_refused(value: Any) -> None:
    refusal(Extras, value, error=WrongTypeError)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    refusal(Extras, value)
    refusal(Extras, {"": value})
    if not isinstance(value, str) or value == "\ud800":
        refusal(Extras, {"x" * 1_000: value})


def test_a_record_without_columns_is_like_one_with_none() -> None:
    plain: Record = Source(id="a")
    assert plain == Source(id="a", extras={}) == Source(id="a", extras=None)


def test_records_and_extras_are_two_things() -> None:
    assert Records([Source(id="a")]) != Extras({"a": "b"})
    assert Records([]) != Extras({})


def test_only_a_plain_dict_of_the_same_entries_is_equal_besides() -> None:
    class Hashable(dict[str, str]):
        def __hash__(self) -> int:  # type: ignore[override]
            return 5

    assert Extras({"a": "b"}) == {"a": "b"}
    assert Extras({"a": "b"}) != {"a": "c"}
    assert Extras({"a": "b"}) != Hashable(a="b")  # equal values must hash alike
