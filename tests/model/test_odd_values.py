"""Whatever is passed to a field: an error of the library's own, or an instance that holds nothing but plain values."""

import copy
import pickle
from collections import namedtuple
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any, Final
from unittest.mock import Mock

import attrs
import numpy as np
import pytest
from hypothesis import Phase, find, settings

from odd_cells import ODD, Hostile, name_of
from refusals import LONGEST, Mute
from test_house import public_objects
from ukraine_support import (
    Calibre,
    Citation,
    Country,
    Currency,
    Estimate,
    Length,
    Line,
    Link,
    Mass,
    Money,
    Munition,
    Organisation,
    Period,
    Records,
    Stage,
    Supplies,
    Text,
    UkraineSupportError,
    Vocabulary,
)
from ukraine_support._model.base.kinds import is_open
from ukraine_support.testing import values


class Word(StrEnum):
    DAY = "2024-02-27"
    STAGE = "pledged"
    ID = "nl"
    CODE = "NL"
    CURRENCY = "EUR"
    SIZE = "155 mm"


class Number(IntEnum):
    FIVE = 5


class OwnText(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "something else"


class OwnNumber(int):
    pass


class OwnDecimal(Decimal):
    pass


class OwnDay(date):
    """As libraries that hold the clock in tests put in the place of a day."""


class OwnTuple(tuple[Any, ...]):
    __slots__ = ()


class OwnList(list[Any]):
    pass


class OwnDict(dict[Any, Any]):
    pass


class Frame:
    """Shown in several lines, as a data frame is."""

    def __repr__(self) -> str:
        return "Empty DataFrame\nColumns: []\x1b\n"


Pair: Final = namedtuple("Pair", "one other")  # noqa: PYI024 - as somebody else's code has them
DISGUISED: Final[list[Any]] = [
    *Word,
    *Number,
    OwnText("nl"),
    OwnText("2024-02-27"),
    OwnNumber(5),
    OwnDecimal("5.5"),
    OwnDay(2024, 2, 27),
    *(np.str_("nl"), np.str_("pledged"), np.str_("2024-02-27"), np.uint8(5)),
    OwnDict({"en": OwnText("x")}),
    OwnDict({OwnText("en"): np.str_("x")}),
    {np.str_("a"): np.str_("b")},
    {Word.ID: Word.DAY},
    OwnTuple([Citation("a")]),
    OwnList([Citation("a")]),
    OwnTuple([Country("NL")]),
    Pair(Country("NL"), Country("DE")),
    Pair("a", "b"),
    OwnTuple(["a"]),
    (np.str_("a"),),
    (Word.ID,),
    Pair(Supplies(), Munition()),
    Pair(Line(Supplies()), Line(Munition())),
    OwnTuple([Period("2024")]),
    [Word.DAY],
    OwnTuple([Link("replaces", "b")]),
    *map(Mock, [Calibre, Citation, Country, Currency, Estimate, Length, Line, Link, Mass, Money, Munition]),
    *map(Mock, [Organisation, Period, Stage, Text]),
    *(Mock(), Mute(), Frame()),
]
"""Plain values in disguise, values in foreign containers, and what only says that it is one of ours."""
PLAIN: Final = {str, int, bool, Decimal, date, tuple, dict, type(None)}


def is_honest(odd: Any) -> bool:
    """Whether an object is of the class that it says, and the methods that it inherits from a plain one work."""
    return type(odd) is Hostile or (odd.__class__ is type(odd) and not type(odd).__name__.startswith("Failing"))


def fields() -> Iterator[tuple[type[Any], str]]:
    """Each field of the model, in the first class that may be built with it."""
    seen = set()
    for path, cls in public_objects().items():
        if path.count(".") == 1 and isinstance(cls, type) and attrs.has(cls) and cls is not Records:
            if issubclass(cls, BaseException):
                continue
            for field in attrs.fields(cls):
                rules = field.name, field.converter, field.validator
                if field.init and rules not in seen and (cls.__dict__.get("kind") or not is_open(cls)):
                    seen.add(rules)
                    yield cls, field.name


def parts(value: Any) -> Iterator[Any]:
    """What a value is made of, members of vocabularies left out."""
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))
    elif not isinstance(value, Vocabulary):
        yield value
        for held in value.items() if isinstance(value, dict) else [value] if isinstance(value, tuple) else []:
            for part in held:
                yield from parts(part)


@pytest.mark.parametrize(("cls", "name"), [*fields()], ids=lambda part: getattr(part, "__name__", part))
def test_a_field_holds_plain_values_or_refuses(cls: type[Any], name: str) -> None:
    of: Any = Estimate[int] if cls is Estimate else cls
    first = find(
        values(of), lambda _: True, settings=settings(phases=[Phase.generate], derandomize=True, database=None)
    )
    given = {field.name: getattr(first, field.name) for field in attrs.fields(cls) if field.init}
    alias = {field.name: field.alias for field in attrs.fields(cls)}
    refusals: list[tuple[object, UkraineSupportError]] = []
    for odd in [*filter(is_honest, ODD), *DISGUISED]:
        try:
            made = cls(**{alias[field]: value for field, value in (given | {name: odd}).items()})
        except UkraineSupportError as error:
            refusals.append((odd, error))
            continue
        except RuntimeError:
            assert type(odd) is Hostile, name_of(odd)  # gone through, it raises an error of its own
            continue
        assert {type(part) for part in parts(made)} <= PLAIN, name_of(odd)
        assert hash(made) == hash(pickle.loads(pickle.dumps(made)))
        assert made == copy.deepcopy(made)
    for odd, refusal in refusals:
        assert isinstance(refusal, ValueError), name_of(odd)
        assert str(refusal).isprintable(), name_of(odd)
        assert len(str(refusal)) < LONGEST, name_of(odd)
