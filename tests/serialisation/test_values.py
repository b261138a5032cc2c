"""How values stand in a document, and what may not stand in their place."""

import json
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pytest

from refusals import LONGEST, brief
from ukraine_support import (
    Calibre,
    Country,
    Currency,
    DocumentError,
    Estimate,
    Extras,
    Length,
    Mass,
    Money,
    Organisation,
    Party,
    Period,
    Stage,
    Support,
    Text,
)
from ukraine_support.serialisation import loads
from ukraine_support.serialisation._faults import listed, step, wrong

STRINGS: list[Any] = [Currency, Calibre, Length, Mass, Period, Stage, date, Decimal, str]
ACCEPTED: dict[Any, set[Any]] = {
    str: {"", "x", "2024", "5 mm", "NL", "1.5", "-1", "2024-02-27", "pledged", "EUR"},
    int: {0, 5, -1},
    bool: {True, False},
    float: {0, 5, -1, 1.5, 10**40},
    Decimal: {"2024", "1.5", "-1"},
    date: {"2024-02-27"},
    Currency: {"EUR"},
    Calibre: {"5 mm"},
    Length: {"5 mm"},
    Mass: set(),
    Period: {"2024", "2024-02-27"},
    Country: {"NL"},
    Stage: {"pledged"},
    Text: {"x", "2024", "5 mm", "NL", "1.5", "-1", "2024-02-27", "pledged", "EUR"},
    Extras: set(),
    Money: set(),
    Party: {"NL"},
    Support: set(),
    Organisation: set(),
    Estimate[int]: {0, 5, -1, None},
    Estimate[Decimal]: {"2024", "1.5", "-1", None},
    int | Decimal: {0, 5, -1, "2024", "1.5", "-1"},
}
"""Which of the parts below each type takes."""
PARTS: list[Any] = [
    *(None, True, False, 0, 5, -1, 1.5, 10**40, "", "x", "2024", "5 mm", "NL", "1.5", "-1", "2024-02-27", "pledged"),
    *("EUR", [], ["x"], [[]], {"x": 5}),
]


def refusal(text: str, cls: Any) -> tuple[str, str]:
    """The path and the problem of the one thing that is wrong."""
    with pytest.raises(DocumentError) as caught:
        loads(text, cls)
    assert max(map(len, str(caught.value).splitlines())) < LONGEST
    ((path, problem),) = caught.value.problems
    return path, problem


@pytest.mark.parametrize("cls", ACCEPTED, ids=str)
@pytest.mark.parametrize("part", PARTS, ids=brief)
def test_each_type_takes_its_own_parts_alone(cls: Any, part: Any) -> None:
    if any(part == one and type(part) is type(one) for one in ACCEPTED[cls]):
        loads(json.dumps(part), cls)
    else:
        with pytest.raises(DocumentError):
            loads(json.dumps(part), cls)


@pytest.mark.parametrize("cls", STRINGS, ids=str)
@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("5", "5 is a number"),
        ("1.5", "1.5 is a number"),
        ("true", "True is a truth value"),
        ("null", "null"),
        ("[1]", "[1] is a list"),
        ('{"a": 1}', "{'a': 1} is an object"),
    ],
)
def test_what_is_no_string_is_named_as_json_names_it(cls: Any, part: str, said: str) -> None:
    assert refusal(part, cls)[1].startswith(f"{said}; ")


@pytest.mark.parametrize(
    ("cls", "text", "path", "problem"),
    [
        (int, "true", "", "True is a truth value; write an integer, such as 5"),
        (int, "5.0", "", "5.0 is a number; write an integer, such as 5"),
        (int, "9" * 40, "", None),
        (float, "1e999", "", "inf is a number; write a finite number"),
        (float, "9" * 500, "", "an integer of 1661 bits is a number; write a finite number"),
        (Decimal, "0.5", "", '0.5 is a number; write a decimal string, such as "0.5"'),
        (Decimal, '"1e3"', "", None),
        (int | Decimal, "0.5", "", '0.5 is a number; write an integer, or a decimal string such as "0.5"'),
        (date, '"2024-02"', "", "'2024-02' is no single day; pass a date, or text such as \"2024-02-27\""),
        (Text, "5", "", '5 is a number; write a string, or an object such as {"en": "…", "uk": "…"}'),
        (Text, '{"en": 5}', "", "5 is a int; pass a string"),
        (Text, "{}", "", "no words are given; leave it out, or say something"),
        (Extras, '{"a": 5}', "a", "5 is a number; write a string"),
        (Extras, '{"a b": null}', "'a b'", "null; write a string"),
        (Extras, '{"": "x"}', "", "'' says nothing; leave it out, or say something"),
        (Money, '{"amount": "1"}', "currency", "is missing"),
        (Money, '{"amount": 1, "currency": "EUR"}', "amount", '1 is a number; write a decimal string, such as "0.5"'),
        (
            Money,
            '{"amount": "1", "currency": "EUR", "curency": "EUR"}',
            "curency",
            "unknown key; did you mean 'currency'?",
        ),
        (Money, '{"amount": "1", "currency": "EUR", "kind": "x"}', "kind", "unknown key; known are amount, currency"),
        (Estimate[int], '{"about": 5, "at_least": 3}', "", None),
        (Estimate[int], '{"abuot": 5}', "", "{'abuot': 5} is an object; write an integer, such as 5"),
        (Estimate[int], "{}", "", "{} is an object; write an integer, such as 5"),
        (Estimate[int], '{"between": [1, 2, 3]}', "between", None),
        (
            Estimate[int],
            '{"between": 5}',
            "between",
            "5 is a number; write a list of two, the low end and the high end",
        ),
        (Estimate[int], '{"between": [1, "2"]}', "between[1]", "'2' is a string; write an integer, such as 5"),
        (Estimate[int], '{"between": [null, 2]}', "between[0]", "null; write an integer, such as 5"),
        (Estimate[int], '{"about": {"between": [1, 1.5]}}', "about.between[1]", None),
        (Estimate[int], '{"about": {"about": 5}}', "about", None),
        (Estimate[int], '{"at_least": null}', "at_least", "null; write an integer, such as 5"),
        (Party, '{"kind": "unamed"}', "kind", "'unamed' is no kind of Party; did you mean 'unnamed'?"),
        (Party, "{}", "kind", None),
        (Party, '{"kind": null}', "kind", None),
        (Party, '{"kind": ["unnamed"]}', "kind", None),
        (Party, '{"kind": "missile"}', "kind", None),
        (Organisation, '"FR"', "", "FR is a Country; write a Organisation"),
        (Organisation, '{"kind": "country", "alpha2": "FR"}', "kind", None),
        (list[int], '{"a": 1}', "", "{'a': 1} is an object; write a list"),
        (list[int], '[1, "2", 3, null]', None, None),
        (dict[str, int], '{"a": 1, "b c": "2"}', "'b c'", "'2' is a string; write an integer, such as 5"),
        (dict[str, int], "[]", "", "[] is a list; write an object"),
        (set[str], '["a", 5]', "[1]", "5 is a number; write a string"),
        (set[dict[str, int]], "[{}]", "", "unhashable type: 'dict'"),
        (tuple[int, ...], '[1, "2"]', "[1]", "'2' is a string; write an integer, such as 5"),
    ],
    ids=brief,
)
def test_a_part_that_is_wrong_is_told(cls: Any, text: str, path: str | None, problem: str | None) -> None:
    if path is None:
        with pytest.raises(DocumentError) as caught:
            loads(text, cls)
        assert [path for path, _ in caught.value.problems] == ["[1]", "[3]"]
        return
    found = refusal(text, cls)
    assert found[0] == path
    assert problem is None or found[1] == problem


@pytest.mark.parametrize(
    ("cls", "text", "value"),
    [
        (Any, '{"a": [1, null]}', {"a": [1, None]}),
        (object, '"x"', "x"),
        (float, "5", 5.0),
        (str | None, "null", None),
        (int | None, "5", 5),
        (int | str, '"x"', "x"),
        (str | int, "5", 5),
        (int | Decimal | None, '"0.5"', Decimal("0.5")),
        (Support | str, '"id"', "id"),
        (set[str], '["a", "a"]', {"a"}),
        (frozenset[int], "[1]", frozenset({1})),
        (tuple[int, ...], "[1, 2]", (1, 2)),
        (dict[str, int], '{"a": 1}', {"a": 1}),
    ],
    ids=brief,
)
def test_other_types_are_read_too(cls: Any, text: str, value: Any) -> None:
    found = loads(text, cls)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("key", "told"),
    [("title", "title"), ("a b", "'a b'"), ("", "''"), ("\ud800", r"'\ud800'"), (5, "5"), ("x" * 61, None)],
    ids=brief,
)
def test_a_key_is_a_step_of_a_path(key: object, told: str | None) -> None:
    assert step(key) == told if told is not None else len(step(key)) < 70


def test_names_are_listed_as_far_as_a_line_goes() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert len(listed(str(at) for at in range(1_000))) <= 250
    assert listed(str(at) for at in range(1_000)).endswith(" ...")


def test_what_json_does_not_know_is_named_by_its_type() -> None:
    assert wrong(object, "x").problem.endswith("is a type")


class Grade(Enum):
    """An enumeration of the user's own, whose value equals a truth value and a float."""

    FIRST = 1


@pytest.mark.parametrize("text", ["true", "1.0", "2", '"1"', "[1]"])
def test_a_member_is_read_by_its_value_and_type(text: str) -> None:
    assert loads("1", Grade) is Grade.FIRST
    with pytest.raises(DocumentError, match="is no Grade; write one of 1"):
        loads(text, Grade)


@attrs.frozen
class Fee:
    """A class of the user's own, of the same fields as an amount."""

    amount: str
    currency: str


def test_what_has_the_fields_of_an_amount_is_none() -> None:
    assert loads('{"amount": "1", "currency": "EUR"}', Fee) == Fee("1", "EUR")


def test_both_ends_that_are_wrong_are_told() -> None:
    with pytest.raises(DocumentError) as caught:
        loads('{"between": ["x", null]}', Estimate[int])
    assert [path for path, _ in caught.value.problems] == ["between[0]", "between[1]"]
