"""What must hold of every input, whatever it is: a function for each way into the library.

Each takes bytes and tells whether they were accepted. It raises what is a finding: an error that is none of the
library's own, or an `AssertionError`.
"""

import csv
import io
import json
import pickle
import random
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, Final, TypeAlias

from odd_cells import OBJECTS, TEXTS
from schemas import schema_of, unexcused
from ukraine_support import (
    AmbiguousNameError,
    Calibre,
    Citation,
    Claim,
    Commitment,
    Country,
    Currency,
    DocumentError,
    Estimate,
    Extras,
    Initiative,
    InvalidValueError,
    Ledger,
    Length,
    Line,
    Mass,
    Membership,
    Money,
    Occasion,
    Party,
    Period,
    Position,
    Records,
    Source,
    Speaker,
    Support,
    Text,
    UkraineSupportError,
    UnknownNameError,
    WrongTypeError,
    exactly,
    units,
)
from ukraine_support._tables import TABLES
from ukraine_support.interchange import Column, Sheet
from ukraine_support.interchange._sheet.counts import estimate_of
from ukraine_support.interchange._sheet.dates import ORDERS
from ukraine_support.interchange._sheet.digits import SIGNS
from ukraine_support.interchange._sheet.periods import period_of
from ukraine_support.reference import find_party
from ukraine_support.serialisation import (
    dumps,
    from_cell,
    from_rows,
    from_tables,
    loads,
    make_converter,
    to_rows,
    to_tables,
)

from . import readers
from .arrow import arrow

Refusal: TypeAlias = type[UkraineSupportError] | tuple[type[UkraineSupportError], ...]
PARTS: Final[Mapping[str, Any]] = {
    cls.__name__: cls
    for cls in (
        Claim,
        Commitment,
        Country,
        Extras,
        Initiative,
        Line,
        Membership,
        Money,
        Occasion,
        Party,
        Period,
        Position,
        Source,
        Speaker,
        Support,
        Text,
    )
} | {
    "Estimate[int]": Estimate[int],
    "Estimate[Length]": Estimate[Length],
    "Estimate[Money]": Estimate[Money],
    "list[Citation]": list[Citation],
    "Records[Source]": Records[Source],
}
"""The types by which a part of a document is asked for, by the name that stands in the first line of an input."""

LONGEST_FAULT: Final = 1_000
"""Characters of one fault, however long the input."""
_LONGEST_NAME: Final = 200
"""Characters of a name that becomes an id."""
_TO_VALIDATE: Final = 4_000
"""Characters of a refused document that is also shown to its schema, which takes its time."""


def attempt(read: Callable[..., Any], *given: Any, refusal: Refusal = InvalidValueError) -> Any:
    """What is read, or the error that the documentation names for what cannot be read."""
    try:
        return read(*given)
    except refusal as error:
        refused = error
    for _, fault in getattr(refused, "problems", [("", str(refused))]):
        assert 0 < len(fault) <= LONGEST_FAULT, fault[:LONGEST_FAULT]
    return refused


def is_refused(found: Any) -> bool:
    """Whether an attempt gave an error."""
    return isinstance(found, UkraineSupportError)


def ledger(data: bytes) -> bool:
    """A document: read alike as bytes and as text; written and read again; valid."""
    return _document(data, Ledger)


def part(data: bytes) -> bool:
    """A part of a document, below a line with the type by which it is asked for."""
    name, _, rest = data.partition(b"\n")
    return _document(rest, PARTS.get(name.decode("latin-1"), Claim))


def _document(data: bytes, cls: Any) -> bool:
    found = attempt(loads, data, cls, refusal=DocumentError)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        assert is_refused(found)
        return False
    _assert_same(found, attempt(loads, text, cls, refusal=DocumentError))
    if not is_refused(found):
        _assert_lasting(found, cls)
    plain = attempt(loads, text, object, refusal=DocumentError)
    if not is_refused(plain) and (not is_refused(found) or len(text) <= _TO_VALIDATE):
        _assert_schema_agrees(plain, cls, found)
    return not is_refused(found)


def _assert_same(one: Any, other: Any) -> None:
    assert type(one) is type(other), (one, other)
    assert str(one) == str(other) if is_refused(one) else one == other, (one, other)


def _assert_lasting(value: Any, cls: Any) -> None:
    """What has been read is the same after being written and read, pickled and unpickled."""
    written = dumps(value)
    again = loads(written, cls)
    assert again == value, (again, value)
    assert repr(again) == repr(value)
    assert dumps(again) == written
    assert loads(dumps(value, indent=1), cls) == value
    assert pickle.loads(pickle.dumps(value)) == value


@cache
def _schema(cls: Any) -> Any:
    return schema_of(cls)


def _assert_schema_agrees(plain: Any, cls: Any, found: Any) -> None:
    valid = _schema(cls).is_valid(plain)
    if not is_refused(found):
        assert valid, "the schema refuses what loads reads"
    elif valid:
        assert isinstance(found, DocumentError)
        assert unexcused(found) == [], "the schema lets pass what loads refuses"


def rows(data: bytes) -> bool:
    """Rows of a table, as a JSON list of objects: read, written and read again, through csv too."""
    given = _plain(data)
    found = attempt(from_rows, given, refusal=DocumentError if isinstance(given, list) else WrongTypeError)
    if is_refused(found):
        return False
    written = to_rows(found)
    assert from_rows(written) == found
    assert from_rows(_through_csv(written)) == found
    return True


def tables(data: bytes) -> bool:
    """A table for each kind of record, as a JSON object of lists of objects: read, written and read again."""
    given = _plain(data)
    found = _from_tables(given)
    if is_refused(found):
        return False
    written = to_tables(found)
    assert from_tables(written) == found
    assert from_tables({name: _through_csv(table) for name, table in written.items()}) == found
    return True


def _from_tables(given: Any) -> Any:
    is_whole = isinstance(given, dict) and all(isinstance(table, list) for table in given.values())
    is_known = is_whole and given.keys() <= TABLES.keys()
    return attempt(from_tables, given, refusal=DocumentError if is_known else (DocumentError, InvalidValueError))


def _through_csv(table: list[dict[str, Any]]) -> list[dict[str, str]]:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, table[0] if table else [])
    writer.writeheader()
    writer.writerows(table)
    file.seek(0)
    return list(csv.DictReader(file))


def _plain(data: bytes) -> Any:
    """The value of a JSON text, read as loosely as Python does; else the text itself."""
    text = data.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


_WRITTEN: Final[tuple[Callable[[str], Any], ...]] = (
    Money.parse,
    Currency.parse,
    Period.parse,
    Calibre.parse,
    Length.parse,
    Mass.parse,
    Country,
)
"""What reads a text that `str` writes."""


def text(data: bytes) -> bool:
    """A short text: to every strict parser, and to whatever looks a name up."""
    try:
        given = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        given = data.decode("latin-1")
    accepted = _cell(given)
    for parse in _WRITTEN:
        found = attempt(parse, given)
        if not is_refused(found):
            accepted = True
            assert parse(str(found)) == found
    quantity = attempt(units.parse, given)
    assert is_refused(quantity) or str(quantity)
    magnitudes = [attempt(cls.parse, given) for cls in (Length, Mass)]
    if not all(map(is_refused, magnitudes)):
        assert not is_refused(quantity)
    for languages in ((), ("uk", "de")):
        names = partial(find_party, languages=languages)
        no_id = (InvalidValueError,) if len(given) > _LONGEST_NAME or not given.isprintable() else ()
        party = attempt(names, given, refusal=(UnknownNameError, AmbiguousNameError, *no_id))
        if not is_refused(party):
            accepted = True
            assert loads(dumps(party), Party) == party
    for make in (Text, Speaker, lambda id: Source(id=id), lambda place: Citation("a", place)):
        made = attempt(make, given)
        if not is_refused(made):
            assert loads(dumps(made), type(made)) == made
    return accepted or not is_refused(quantity)


def _cell(given: str) -> bool:
    """A text in a cell: a count, a day, both or neither, in each way of writing; the row below stands in any case."""
    found = [attempt(estimate_of, given, sign) for sign in (None, *SIGNS)]
    found += [attempt(period_of, given, order) for order in (None, *ORDERS)]
    sheet = Sheet([["a"], [given], ["5"]], [Column("a", ["a"], scale=1000)])
    told = [(row.count("a"), row.period("a"), row.party("a"), row.text("a")) for row in sheet]
    assert told[-1][0] == exactly(5000)
    assert sheet.reading([]).rows_read == 2
    return not all(map(is_refused, found))


_ODD: Final = (*OBJECTS, *OBJECTS, *TEXTS)
_CONVERTER: Final = make_converter()


def cells(data: bytes) -> bool:
    """A table or a document below a line with what reads it: some of its cells are of any type of Python and NumPy.

    Whoever reads foreign tables refuses the whole only for its headings; rows of ours and documents may be refused.
    """
    name, _, rest = data.partition(b"\n")
    choices, plain = random.Random(data), _plain(rest)
    if not isinstance(plain, list | dict):
        return _any_value(choices.choice(_ODD), choices)
    given = _with_odd(plain, choices, choices.choice([0.02, 0.1, 0.5]))
    match name:
        case b"kiel" | b"sipri" | b"transactions":
            return READERS[name.decode()](given)
        case b"sheet":
            return readers.of_ones_own(given, data)
        case b"tables":
            found = _from_tables(given)
            assert is_refused(found) or from_tables(to_tables(found)) == found
        case b"rows":
            found = attempt(from_rows, given, refusal=DocumentError if isinstance(given, list) else WrongTypeError)
            assert is_refused(found) or from_rows(to_rows(found)) == found
        case _:
            found = attempt(_CONVERTER.structure, given, Ledger, refusal=DocumentError)
            assert is_refused(found) or loads(dumps(found)) == found
    return not is_refused(found)


def _any_value(odd: Any, choices: random.Random) -> bool:
    """A value of any type, in place of a part of a document and of a cell of any type."""
    cls = choices.choice([cls for cls in PARTS.values() if isinstance(cls, type)])
    read = [attempt(_CONVERTER.structure, odd, cls, refusal=DocumentError)]
    read += [attempt(from_cell, odd, cls, refusal=DocumentError)]
    for found in read:
        assert is_refused(found) or loads(dumps(found), cls) == found
    return not all(map(is_refused, read))


READERS: Final[Mapping[str, Callable[[Any], bool]]] = {
    "kiel": readers.of_kiel,
    "sipri": readers.of_sipri,
    "transactions": readers.of_transactions,
}


def _with_odd(plain: Any, choices: random.Random, share: float) -> Any:
    """The value with some of what it holds, names aside, replaced by odd cells."""
    if isinstance(plain, dict):
        return {key: _with_odd(held, choices, share) for key, held in plain.items()}
    if isinstance(plain, list):
        return [_with_odd(held, choices, share) for held in plain]
    return choices.choice(_ODD) if choices.random() < share else plain


def _of_table(law: Callable[[Any], bool], data: bytes) -> bool:
    """Rows of a table of others, as a JSON list."""
    return law(_plain(data))


LAWS: Final[Mapping[str, Callable[[bytes], bool]]] = {
    "ledger": ledger,
    "part": part,
    "rows": rows,
    "tables": tables,
    "text": text,
    **{name: partial(_of_table, law) for name, law in READERS.items()},
    "sheet": lambda data: readers.of_ones_own(_plain(data), data),
    "cells": cells,
    "arrow": arrow,
}
"""Every target by its name."""
