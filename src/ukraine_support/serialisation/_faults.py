"""What is wrong with a document, part by part: each fault with the path to it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from textwrap import shorten
from typing import Any, Final, TypeAlias

from .._errors import DocumentError, InvalidValueError, WrongTypeError, near, shown

Fault: TypeAlias = tuple[str, str]
"""The path to a part of a document, and what is wrong there."""
Read: TypeAlias = Callable[[object], Any]
"""What makes a value of a part of a document."""
_LONGEST_NAME: Final = 60
_HINTS: Final = 100
"""Faults of a document for which a near name is looked up, which takes a while."""
_HINTS_LEFT: Final[ContextVar[Iterator[int] | None]] = ContextVar("_HINTS_LEFT", default=None)
_MOST: Final = 1_000
"""Faults of one list or object that are told: each is longer than most parts of a document."""
_UNTOLD: Final[Fault] = ("", "is wrong too")
"""Stands for each fault beyond those."""


def wrong(value: object, accepted: str) -> WrongTypeError:
    """The error for a part of a document that is of another type than is due there."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    kind = names.get(type(value), "a number" if issubclass(type(value), int | float) else f"a {type(value).__name__}")
    problem = "null" if value is None else f"{shown(value)} is {kind}"
    return WrongTypeError("", problem, f"write {accepted}")


def to_str(value: object) -> str:
    """A string, nothing else."""
    if type(value) is not str:
        raise wrong(value, "a string")
    return value


def read_each(read: Read, parts: list[Any]) -> list[Any]:
    """The values of a list.

    Raises:
        DocumentError: Some cannot be read; the error names each with its position.
    """
    found: list[Any] = []
    faults: list[Fault] = []
    for at, part in enumerate(parts):
        try:
            found.append(read(part))
        except (InvalidValueError, DocumentError) as error:
            add_faults(faults, faults_at(f"[{at}]", error))
    if faults:
        raise DocumentError(faults)
    return found


def read_by_name(read: Read, parts: dict[Any, Any]) -> dict[str, Any]:
    """The values of an object by name.

    Raises:
        DocumentError: Some cannot be read; the error names each with its name.
    """
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    for key, part in parts.items():
        try:
            found[to_str(key)] = read(part)
        except (InvalidValueError, DocumentError) as error:
            add_faults(faults, faults_at(step(key), error))
    if faults:
        raise DocumentError(faults)
    return found


@contextmanager
def few_hints() -> Iterator[None]:
    """Inside, near names are looked up for the first faults alone."""
    before = _HINTS_LEFT.get()
    token = _HINTS_LEFT.set(iter(range(_HINTS)) if before is None else before)
    try:
        yield
    finally:
        _HINTS_LEFT.reset(token)


def hint(given: Any, names: Iterable[str]) -> str:
    """`; did you mean 'x'?` where a name is near to the one given, and no more are looked up than help."""
    left = _HINTS_LEFT.get()
    if not issubclass(type(given), str) or (left is not None and next(left, None) is None):
        return ""
    return near(str.__str__(given), names)  # as a class below str may do otherwise, or fail


@contextmanager
def refusals_as_faults() -> Iterator[None]:
    """Every refusal inside as the fault of a document; also of one that is nested deeper than Python can follow."""
    try:
        with few_hints():
            yield
    except InvalidValueError as error:
        raise DocumentError(faults_at("", error)) from None
    except RecursionError:
        raise DocumentError([("", "the document is nested too deeply; real ones need some ten levels")]) from None


def one_line(error: BaseException) -> str:
    """What an error of somebody else's says, in a line."""
    inner = getattr(error, "exceptions", ())
    return one_line(inner[0]) if inner else " ".join(str(error).split())[:200] or type(error).__name__


def step(key: object) -> str:
    """A key of an object as a path tells it: in quotes, and short, where it is no plain name."""
    return key if type(key) is str and key.isidentifier() and len(key) <= _LONGEST_NAME else shown(key)


def faults_at(path: str, error: InvalidValueError | DocumentError) -> list[Fault]:
    """The faults that an error tells of, each with its path, with a path before theirs."""
    if isinstance(error, DocumentError):
        return [(joined(path, fault[0]), fault[1]) if fault is not _UNTOLD else fault for fault in error.problems]
    return [(path, f"{error.problem}; {error.accepted}")]


def add_faults(faults: list[Fault], more: list[Fault]) -> None:
    """Put more faults to those of a list or an object; beyond the first thousand they are only counted."""
    faults += more if len(faults) < _MOST else [_UNTOLD] * len(more)


def told(faults: Iterable[Fault], most: int) -> list[Fault]:
    """The first faults that say what is wrong, so many at most."""
    return list(islice((fault for fault in faults if fault is not _UNTOLD), most))


def joined(outer: str, inner: str) -> str:
    """A path and one inside it as one path."""
    return f"{outer}{'.' if outer and inner and not inner.startswith('[') else ''}{inner}"


def unknown_key(key: object, names: Iterable[str]) -> str:
    """What is wrong with a key that no field answers to."""
    return f"unknown key{hint(key, names) or '; known are ' + listed(names)}"


def listed(names: Iterable[str]) -> str:
    """Names one after the other, as many as a line holds."""
    return shorten(", ".join(names), 250, placeholder=" ...")
