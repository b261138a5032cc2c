"""Every error of the library: a built-in too, with its parts as attributes, short, and sound after pickling."""

import copy
import inspect
import pickle
from collections.abc import Iterator
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ukraine_support
from refusals import HOSTILE, LONGEST, brief
from ukraine_support import (
    AmbiguousNameError,
    AmbiguousStanceError,
    Country,
    Currency,
    CurrencyMismatchError,
    CyclicReferenceError,
    DocumentError,
    DuplicateIdError,
    InexactError,
    InvalidValueError,
    KindError,
    LedgerError,
    NotYetKnownError,
    RateNotFoundError,
    UkraineSupportError,
    UnitMismatchError,
    UnknownIdError,
    UnknownNameError,
    UnknownReferenceError,
    UnorderedError,
    WrongTypeError,
)
from ukraine_support._messages import meant, near, shown, shown_path

SAMPLES: list[tuple[UkraineSupportError, type[Exception], str]] = [
    (UkraineSupportError("something"), Exception, "something"),
    (InvalidValueError("Money", "'x' is none", "pass one"), ValueError, "Money: 'x' is none; pass one"),
    (InvalidValueError("", "'x' is none", "pass one"), ValueError, "'x' is none; pass one"),
    (WrongTypeError("Money", "1.5 is a float", 'pass "1.5"'), TypeError, 'Money: 1.5 is a float; pass "1.5"'),
    (WrongTypeError("Money", "1.5 is a float", 'pass "1.5"'), ValueError, 'Money: 1.5 is a float; pass "1.5"'),
    (
        CurrencyMismatchError(Currency("EUR"), Currency("USD")),
        ValueError,
        "EUR and USD do not mix; convert one of them at a dated rate first",
    ),
    (
        UnitMismatchError(("rounds", "tonnes")),
        ValueError,
        'rounds and tonnes do not add; pass unit= for what has a mass, or keep them apart by "unit"',
    ),
    (UnorderedError("'withdrawn'", "has no place"), TypeError, "'withdrawn' has no place"),
    (
        InexactError("Line.rounds", "about(5) is not exact", "ask"),
        ValueError,
        "Line.rounds: about(5) is not exact; ask",
    ),
    (KindError("Support", "it is abstract", "build one"), TypeError, "Support: it is abstract; build one"),
    (UnknownIdError("a"), KeyError, "no record has the id 'a'"),
    (UnknownIdError("a", "claim", "; no"), KeyError, "no claim has the id 'a'; no"),
    (
        NotYetKnownError("a", date(2023, 1, 1), date(2024, 1, 1)),
        KeyError,
        "'a' was not yet known on 2023-01-01; it is known from 2024-01-01",
    ),
    (
        NotYetKnownError("a", date(2023, 1, 1), None),
        KeyError,
        "'a' was not yet known on 2023-01-01; it carries no date",
    ),
    (
        RateNotFoundError("USD", date(2024, 2, 25), (date(2024, 2, 26), date(2024, 2, 27))),
        KeyError,
        "no rate of USD on 2024-02-25; the table covers 2024-02-26 to 2024-02-27",
    ),
    (
        RateNotFoundError("USD", None, None, "index", tuple("abcdefg")),
        KeyError,
        "no index of USD without a day; the table has none; needed by 'a', 'b', 'c', 'd', 'e' and 2 more",
    ),
    (
        RateNotFoundError("USD", None, None, "index", ("a",)),
        KeyError,
        "no index of USD without a day; the table has none; needed by 'a'",
    ),
    (LedgerError("a", "towards", "b", "no"), ValueError, "'a'.towards: no"),
    (UnknownReferenceError("a", "towards", "b", "no"), ValueError, "'a'.towards: no"),
    (DuplicateIdError("a", "", "a", "twice"), ValueError, "'a': twice"),
    (CyclicReferenceError("a", "part_of", "a", "round"), ValueError, "'a'.part_of: round"),
    (
        AmbiguousStanceError("FR", ("opposes", "supports")),
        ValueError,
        "FR stands on that day as opposes and as supports; read `positions`",
    ),
    (
        UnknownNameError("Czechya", ("Czechia",)),
        KeyError,
        "no party known here is called 'Czechya'; near it are 'Czechia'",
    ),
    (
        UnknownNameError("?"),
        KeyError,
        "no party known here is called '?'; pass an English name, or name further languages",
    ),
    (
        AmbiguousNameError("Korea", (Country("KP"), Country("KR"))),
        ValueError,
        "'Korea' could be KP or KR; pass a name that only one of them bears",
    ),
    (DocumentError([("version", "2 is none"), ("", "no JSON")]), ValueError, "version: 2 is none\nno JSON"),
]


def error_classes() -> Iterator[type[UkraineSupportError]]:
    for found in vars(ukraine_support).values():
        if inspect.isclass(found) and issubclass(found, UkraineSupportError):
            yield found


def test_every_public_error_has_a_sample_here() -> None:
    assert set(error_classes()) <= {type(error) for error, _, _ in SAMPLES}


@pytest.mark.parametrize(("error", "builtin", "message"), SAMPLES, ids=brief)
def test_it_says_what_is_wrong_and_is_a_builtin_too(
    error: UkraineSupportError, builtin: type[Exception], message: str
) -> None:
    assert str(error) == message
    assert isinstance(error, builtin)
    assert isinstance(error, UkraineSupportError)


@pytest.mark.parametrize(("error", "builtin", "message"), SAMPLES, ids=brief)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_pickles_with_its_attributes(
    error: UkraineSupportError, builtin: type[Exception], message: str, protocol: int
) -> None:
    for again in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert vars(again) == vars(error)
        assert str(again) == message


@pytest.mark.parametrize("cls", list(error_classes()))
def test_its_attributes_are_its_parts(cls: type[UkraineSupportError]) -> None:
    error = next(error for error, _, _ in SAMPLES if type(error) is cls)
    if attrs.has(cls):
        assert [getattr(error, field.name) for field in attrs.fields(cls) if field.init] == list(error.args)
    assert inspect.getdoc(cls)


def test_a_rate_is_needed_by_commitments() -> None:
    error = RateNotFoundError("USD", None, None).needed_by(["a", "b"])
    assert error.commitments == ("a", "b")
    assert (error.currency, error.what) == ("USD", "rate")


def test_an_error_can_be_said_of_another_place() -> None:
    error = WrongTypeError("Estimate", "True is a bool", "pass an int").at("Claim.quantity")
    assert (type(error), str(error)) == (WrongTypeError, "Claim.quantity: True is a bool; pass an int")


def test_the_other_faults_of_a_ledger_survive_pickling() -> None:
    error = UnknownReferenceError("a", "towards", "b", "no")
    error.also = (DuplicateIdError("c", "", "c", "twice"),)
    again = pickle.loads(pickle.dumps(error))
    assert [str(other) for other in again.also] == ["'c': twice"]


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_a_foreign_value_is_shown_in_a_line(value: object) -> None:
    assert 0 < len(shown(value)) < 130
    assert shown(value).isprintable()


@pytest.mark.parametrize(
    ("value", "text"),
    [(5, "5"), ("x", "'x'"), (10**300, "an integer of 997 bits"), ([1, 2], "[1, 2]"), (None, "None"), (1.5, "1.5")],
)
def test_a_short_value_is_shown_as_it_is(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("given_", "known", "hint"),
    [
        ("stagee", ["stage", "value"], "; did you mean 'stage'?"),
        ("Stage", ["stage"], "; did you mean 'stage'?"),
        ("zzz", ["stage"], ""),
        ("", ["stage"], ""),
        ("x" * 1_000_000, ["x" * 60], "; did you mean '" + "x" * 60 + "'?"),
        ("id-00000", [f"id-{number:05}" for number in range(100_000)], "; did you mean 'id-00000'?"),
    ],
    ids=brief,
)
def test_a_hint_names_what_is_near(given_: str, known: list[str], hint: str) -> None:
    assert near(given_, known) == hint


@pytest.mark.parametrize(
    ("given_", "hint"),
    [("eur", "; did you mean 'EUR'?"), (" EUR ", "; did you mean 'EUR'?"), ("euro", ""), ("x" * 1_000_000, "")],
    ids=brief,
)
def test_a_hint_names_the_code_that_is_meant(given_: str, hint: str) -> None:
    assert meant(given_, {"EUR"}) == hint


@given(st.text())
def test_a_path_is_shortened_in_its_middle(path: str) -> None:
    assert shown_path(path) == path or (len(path) > len(shown_path(path)) and shown_path(path)[:60] == path[:60])
    assert len(shown_path(path + "x" * 1_000)) < 130
    assert shown_path("a" * 1_000 + ".end").endswith("aa.end")


def test_a_document_lists_twenty_faults_and_counts_the_rest() -> None:
    error = DocumentError((f"claims[{at}].id", "is missing") for at in range(25))
    lines = str(error).splitlines()
    assert len(lines) == 21
    assert lines[0] == "claims[0].id: is missing"
    assert lines[-1] == "... and 5 more, all in `problems`"
    assert error.problems[-1] == ("claims[24].id", "is missing")
    assert max(map(len, lines)) < LONGEST
