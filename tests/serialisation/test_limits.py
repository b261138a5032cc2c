import gc
import sys
import tracemalloc
from string import ascii_lowercase
from typing import Any

import pytest

from ukraine_support import DocumentError, InvalidValueError, Ledger
from ukraine_support.serialisation import Limits, loads


def told(text: str, **limits: int) -> str:
    with pytest.raises(DocumentError) as caught:
        loads(text, limits=Limits(**limits))
    return str(caught.value)


def test_a_document_of_the_size_allowed_is_read_and_one_character_more_is_not() -> None:
    text = '{"version": 1}'
    assert loads(text, limits=Limits(size=len(text))) == Ledger()
    assert told(text, size=len(text) - 1) == "the document has 14 characters; at most 13 are read"


def test_limits_are_what_the_documentation_says_where_none_are_passed() -> None:
    limits = Limits()
    assert (limits.size, limits.depth, limits.digits, limits.errors) == (1_000_000_000, 64, 1_000, 1_000)


@pytest.mark.parametrize(
    "deep",
    [
        '{"version": 1, "sources": [{"id": "a", "extras": {}}]}',
        '{"version": 1, "sources": [{"id": "a", "extras": {"[[[[[[[": "]]{{{{"}}]}',
        '{"version": 1, "sources": [{"id": "\\u0061", "extras": {"[\\"[[[[": "\\\\"}}]}',
    ],
)
def test_depth_counts_brackets_outside_strings(deep: str) -> None:
    assert len(loads(deep, limits=Limits(depth=4)).sources) == 1
    assert told(deep, depth=3) == "the document is nested 4 levels deep; at most 3 are read"


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":[', "[[],"])
def test_bottomless_documents_are_refused_whatever_the_recursion_limit(opening: str) -> None:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000_000)
    try:
        assert "nested" in told(opening * 100_000)
    finally:
        sys.setrecursionlimit(before)


def test_digits_are_counted_before_they_become_a_number() -> None:
    claims = '{{"version": 1, "claims": [{{"id": "a", "about": "b", "stage": "delivered", "quantity": {}}}]}}'
    assert told(claims.format("9" * 5_000)) == "a number has 5000 digits; at most 1000 are read"
    assert told(claims.format("9" * 50), digits=40) == "a number has 50 digits; at most 40 are read"
    assert "too large" in told(claims.format("9" * 50))
    beyond = "a number has 5000 digits, more than Python is set to read"
    assert told(claims.format("9" * 5_000), digits=10**6) == beyond


def test_faults_beyond_the_limit_are_counted_and_not_told() -> None:
    wrong = ", ".join('{"id": ""}' for _ in range(50))
    with pytest.raises(DocumentError) as caught:
        loads(f'{{"version": 1, "sources": [{wrong}]}}', limits=Limits(errors=3))
    assert [path for path, _ in caught.value.problems] == ["sources[0].id", "sources[1].id", "sources[2].id", ""]
    assert caught.value.problems[-1][1] == "3 faults are told; in all, 50 records are wrong"


def test_faults_are_limited_within_a_record_and_in_any_type() -> None:
    wrong = f"[{', '.join(['5'] * 3_000)}]"
    with pytest.raises(DocumentError) as caught:
        loads(wrong, list[str], limits=Limits(errors=2))
    assert [path for path, _ in caught.value.problems] == ["[0]", "[1]", ""]
    assert caught.value.problems[-1][1] == "2 faults are told of 3000"
    commitment = f'{{"kind": "military", "id": "a", "stage": "pledged", "donors": {wrong}}}'
    with pytest.raises(DocumentError) as caught:
        loads(f'{{"version": 1, "commitments": [{commitment}]}}', limits=Limits(errors=2))
    assert [path for path, _ in caught.value.problems] == ["commitments[0].donors[0]", "commitments[0].donors[1]", ""]
    assert caught.value.problems[-1][1] == "2 faults are told; in all, 1 records are wrong"


def test_of_one_list_no_more_than_a_thousand_faults_are_told() -> None:
    wrong = f"[{', '.join(['5'] * 3_000)}]"
    with pytest.raises(DocumentError) as caught:
        loads(wrong, list[str], limits=Limits(errors=2_000))
    assert caught.value.problems[999][0] == "[999]"
    assert caught.value.problems[1000:] == (("", "1000 faults are told of 3000"),)
    commitment = f'{{"kind": "military", "id": "a", "stage": "pledged", "donors": {wrong}}}'
    with pytest.raises(DocumentError) as caught:
        loads(f'{{"version": 1, "commitments": [{commitment}, 5]}}', limits=Limits(errors=2_000))
    assert [path for path, _ in caught.value.problems[999:]] == ["commitments[0].donors[999]", "commitments[1]"]


@pytest.mark.parametrize(
    "part",
    ['"donors": [{}]', '"lines": [{{"of": [{}]}}]', '"extras": {{{}}}', "{}"],
    ids=["list", "inner", "map", "keys"],
)
def test_faults_take_at_most_twenty_times_the_memory_of_the_text(part: str) -> None:
    is_keyed = part in ("{}", '"extras": {{{}}}')
    wrong = ", ".join(f'"{at}": 5' if is_keyed else '"xx"' for at in range(10_000))
    text = f'{{"version": 1, "commitments": [{{"kind": "military", "id": "a", {part.format(wrong)}}}]}}'
    gc.collect()
    tracemalloc.start()
    with pytest.raises(DocumentError):
        loads(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * len(text) + 1_000_000  # besides the thousand that are told


@pytest.mark.parametrize(
    "part",
    ['"commitments": [{"kind": "military", "id": "p", "stage": "pledged", "citations": [{many}]}]',
     '"claims": [{"id": "c", "about": "c", "stage": "delivered", "retracts": [{many}]}]',
     '"sources": [{"id": "{escaped}"}]'],
    ids=["citations", "retracted", "escapes"],
)  # fmt: skip
def test_references_and_escapes_take_no_more(part: str) -> None:
    item = '{"source": "x"}' if "citations" in part else '"x"'
    text = f'{{"version": 1, {part}}}'.replace("{many}", ", ".join([item] * 20_000)).replace(
        "{escaped}", "\\u0001" * 50_000
    )
    gc.collect()
    tracemalloc.start()
    with pytest.raises(DocumentError):
        loads(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * len(text) + 1_000_000


def test_near_names_are_looked_up_for_the_first_faults_alone() -> None:
    keys = ", ".join(f'"title{first}{second}": 1' for first in ascii_lowercase for second in ascii_lowercase)
    with pytest.raises(DocumentError) as caught:
        loads(f'{{"version": 1, "sources": [{{"id": "a", {keys}}}]}}')
    problems = [problem for _, problem in caught.value.problems]
    assert len(problems) == 26 * 26
    assert [problem for problem in problems[:100] if "did you mean 'title'?" not in problem] == []
    assert [problem for problem in problems[100:] if not problem.startswith("unknown key; known are id, ")] == []


@pytest.mark.parametrize(("length", "beginning"), [(60, f"sources[0].{'a' * 60}: "), (61, "sources[0].'aaa")])
def test_a_key_of_at_most_sixty_letters_stands_plain_in_a_path(length: int, beginning: str) -> None:
    key = "a" * length
    assert told(f'{{"version": 1, "sources": [{{"id": "a", "{key}": 1}}]}}').startswith(beginning)


def test_dangling_references_beyond_the_limit_are_counted_too() -> None:
    dangling = ", ".join(f'{{"id": "{at}", "about": "x", "stage": "delivered"}}' for at in range(9))
    assert told(f'{{"version": 1, "claims": [{dangling}]}}', errors=2).endswith(
        "2 faults are told; in all, 9 records are wrong"
    )


@pytest.mark.parametrize("value", [0, -1, True, 1.5, "9", None])
@pytest.mark.parametrize("name", ["size", "depth", "digits", "errors"])
def test_a_limit_is_a_positive_integer(name: str, value: Any) -> None:
    with pytest.raises(InvalidValueError, match=f"Limits.{name}"):
        Limits(**{name: value})
