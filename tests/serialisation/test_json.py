"""JSON text is parsed strictly: a key that stands twice is refused, and so is a number of too many digits."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import DocumentError
from ukraine_support.serialisation._json import parse
from ukraine_support.serialisation._limits import Limits

LIMITS = Limits()


def holds_a_key_twice(text: str) -> bool:
    """The plain way: a look at every object."""
    found = False

    def look(pairs: list[tuple[str, Any]]) -> None:
        nonlocal found
        found = found or len(dict(pairs)) < len(pairs)

    json.loads(text, object_pairs_hook=look)
    return found


def trees() -> st.SearchStrategy[Any]:
    scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
    return st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=8
    )


_STRINGS = st.sampled_from(['"a"', '"b"', '"a:"', '":a"', '"a\\": "', '" :"', '"\\u003a"', '"\\\\"', '"https://a"'])
PAIRS = st.builds(
    "{}{}:{}{}".format,
    _STRINGS,
    st.sampled_from(["", " ", "\n", "\t "]),
    st.sampled_from(["", " "]),
    _STRINGS | st.builds('{{"a"{}: {}}}'.format, st.sampled_from(["", " "]), _STRINGS),
)
"""A key and a value of an object, with colons where they belong and where they do not."""


@given(trees(), st.sampled_from([None, 1, "\t"]))
def test_a_text_says_what_json_says(tree: Any, indent: Any) -> None:
    assert parse(f" \n{json.dumps(tree, indent=indent)}\r\n", LIMITS) == tree


@given(st.lists(st.lists(PAIRS, max_size=4), max_size=3))
def test_a_key_that_stands_twice_is_found_among_any_colons(records: list[list[str]]) -> None:
    objects = ("{%s}" % ", ".join(pairs) for pairs in records)  # noqa: UP031 - braces inside braces are hard to read
    text = f"[{', '.join(objects)}]"
    if holds_a_key_twice(text):
        with pytest.raises(DocumentError, match="stands twice in one object"):
            parse(text, LIMITS)
    else:
        assert parse(text, LIMITS) == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '{"a" :1, "b": 2, "b": 3}',  # as many `":` as keys that are left
        '{"\\u0061": 1, "a": 2}',
        '[{"a": "\\":", "b": {"c": 1, "c": 2}}]',
    ],
)
def test_a_key_that_stands_twice_is_refused(text: str) -> None:
    with pytest.raises(DocumentError, match="stands twice in one object"):
        parse(text, LIMITS)


@given(st.integers(), st.integers(1, 12))
def test_a_long_number_is_refused_whatever_its_sign(number: int, most: int) -> None:
    limits, text = Limits(digits=most), f'{{"a": [{number}, "{number}"]}}'
    if len(str(abs(number))) > most:
        with pytest.raises(DocumentError, match=f"a number has [0-9]+ digits; at most {most} are read"):
            parse(text, limits)
    else:
        assert parse(text, limits) == {"a": [number, str(number)]}


NO_JSON = ["", "x", "[1 2]", "[1", "[1,", "[,1]", '{"a"}', '{"a": }', '{"a": [], }', "{a: []}", "[1]]", "{,}", "{} {}"]
NO_JSON += ['{"a"', "{", '{"a": tru}', '{"a": "\\x"}', "[NaN]", "[-Infinity]", "{'a': []}", '"\t"', "01"]


@pytest.mark.parametrize("text", NO_JSON)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(DocumentError, match=r"is no (number of )?JSON"):
        parse(text, LIMITS)
