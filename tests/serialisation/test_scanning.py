"""Parsing record by record says what parsing in one go says."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import DocumentError
from ukraine_support.serialisation._limits import Limits, has_long_number
from ukraine_support.serialisation._scanning import parse, parse_document

LIMITS = Limits()


def in_parts(text: str) -> Any:
    """The whole of a document, put together again; the error's text where there is one."""
    taken: list[Any] = []
    try:
        rest = parse_document(text, {"claims": taken.append}, LIMITS)
    except DocumentError as error:
        return str(error)
    if rest is None:
        return None
    return rest | ({"claims": taken} if taken or "claims" not in rest else {})


def in_one_go(text: str) -> Any:
    try:
        return parse(text, LIMITS)
    except DocumentError as error:
        return str(error)


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


@given(st.dictionaries(st.sampled_from(["claims", "version", "x"]), trees()), st.sampled_from([None, 1, "\t"]))
def test_a_document_is_parsed_alike(document: dict[str, Any], indent: Any) -> None:
    text = f" \n{json.dumps(document, indent=indent)}\r\n"
    found = in_parts(text)
    assert found == document | ({"claims": []} if "claims" not in document else {})


@given(st.dictionaries(st.sampled_from(["claims", "version"]), trees()), st.data())
def test_what_is_broken_is_refused_alike(document: dict[str, Any], data: st.DataObject) -> None:
    text = json.dumps(document)
    at = data.draw(st.integers(0, len(text)))
    broken = (
        text[:at]
        + data.draw(st.sampled_from(["", "{", "}", "[", "]", ",", ":", '"', "x", "\\", "NaN"]))
        + text[at + 1 :]
    )
    whole, parts = in_one_go(broken), in_parts(broken)
    if isinstance(whole, str) and "stands twice" not in whole and broken.lstrip()[:1] == "{":
        assert isinstance(parts, str)
    elif isinstance(whole, dict):
        assert parts == whole | ({"claims": []} if "claims" not in whole else {})


@given(st.lists(st.lists(PAIRS, max_size=4), max_size=3))
def test_a_key_that_stands_twice_is_found_among_any_colons(records: list[list[str]]) -> None:
    objects = (f"{{{', '.join(pairs)}}}" for pairs in records)
    text = f'{{"claims": [{", ".join(objects)}]}}'
    assert in_parts(text) == in_one_go(text)


@given(st.text('0123456789 .-"٣', max_size=60), st.integers(1, 12))
def test_a_long_number_is_found_wherever_it_stands(text: str, most: int) -> None:
    assert has_long_number(text, most) is bool(re.search(f"[0-9]{{{most + 1}}}", text))


@pytest.mark.parametrize("text", ["[]", '"x"', "5", "null", " []", "", "x"])
def test_what_is_no_object_is_left_to_others(text: str) -> None:
    assert parse_document(text, {}, LIMITS) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            '{"claims": [1 2]}',
            '{"claims": [1',
            '{"claims": [1,',
            '{"claims": [,1]}',
            '{"claims": []',
            '{"claims": [] "x"}',
        ),
        *(
            '{"claims"}',
            '{"claims": }',
            '{"claims": [], }',
            '{"claims": []}}',
            "{claims: []}",
            '{"claims": [1]]',
            "{,}",
        ),
        *('{"x": 1 "y": 2}', '{"x"', "{", '{"x": tru}', '{"x": "\\x"}', "{} {}", '{"claims": [NaN]}', "{'claims': []}"),
        *(
            '{"x": 1, "x": 2}',
            '{"claims": [], "claims": []}',
            '{"claims": [{"a": 1, "a": 2}]}',
            '{"\\u0061": 1, "a": 2}',
        ),
    ],
)
def test_it_says_the_same_of_what_is_no_json(text: str) -> None:
    assert isinstance(in_one_go(text), str)
    assert in_parts(text) == in_one_go(text)


def test_a_key_that_comes_again_hands_nothing_over() -> None:
    taken: list[Any] = []
    with pytest.raises(DocumentError, match="stands twice"):
        parse_document('{"claims": [1], "claims": [2]}', {"claims": taken.append}, LIMITS)
    assert taken == [1]


def test_what_is_no_list_is_not_handed_over() -> None:
    taken: list[Any] = []
    assert parse_document('{"claims": 5}', {"claims": taken.append}, LIMITS) == {"claims": 5}
    assert taken == []
