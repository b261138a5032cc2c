"""What tables are kept by: the words for it, and what each makes of a commitment, or of a line of one."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache, partial
from itertools import repeat
from typing import Any, Final, TypeAlias

import attrs

from ..._errors import InvalidValueError, WrongTypeError, near, shown
from ..._model.base.advice import one_of
from ..._model.base.remembered import remembered_by_class
from ..._model.commitments import Commitment, FinancialCommitment, HumanitarianCommitment, MilitaryCommitment
from ..._model.lines import Line
from ..._model.parties import Country, Party
from ..._model.values.magnitudes import Calibre
from ..._model.values.period import Period

KeyFunction: TypeAlias = Callable[[Any], Hashable]
By: TypeAlias = str | KeyFunction | tuple[str | KeyFunction, ...] | list[str | KeyFunction] | list[str]
"""A word, a function of a commitment (in a table of lines: of a line), or several of them."""

_LIBRARY: Final = (FinancialCommitment, HumanitarianCommitment, MilitaryCommitment)


def joint(parties: tuple[Party, ...]) -> Party | tuple[Party, ...] | None:
    """The key of one party, of several together whatever their order, or of none."""
    if len(parties) == 1:
        return parties[0]
    return tuple(sorted(parties, key=str)) or None


Column: TypeAlias = Callable[[Sequence[Any]], Iterable[Hashable]]
"""What makes of many commitments, or of many lines, a part of each one's key, which is faster than one by one.

A country that gives stands by its code until the totals are made: a text is looked up in a tenth of the time."""


def _donors(commitments: Sequence[Commitment]) -> Iterable[Hashable]:
    return [
        only.alpha2 if len(some := commitment.donors) == 1 and type(only := some[0]) is Country else joint(some)
        for commitment in commitments
    ]


def _suppliers(commitments: Sequence[Commitment]) -> Iterable[Hashable]:
    return [joint(commitment.suppliers) for commitment in commitments]


def _recipients(commitments: Sequence[Commitment]) -> Iterable[Hashable]:
    return [commitment.recipient for commitment in commitments]


def _categories(commitments: Sequence[Commitment]) -> Iterable[Hashable]:
    classes: Iterable[type] = map(type, commitments)
    return map(_category_of, classes)


@remembered_by_class
def _category_of(cls: type) -> str:
    """The kind of the nearest class of the library, also for a subclass of the user's; of any other, its own."""
    kind: str = next((base.kind for base in _LIBRARY if issubclass(cls, base)), getattr(cls, "kind", ""))
    return kind


def _stages(commitments: Sequence[Commitment]) -> Iterable[Hashable]:
    return [commitment.stage for commitment in commitments]


def _instruments(commitments: Sequence[Commitment]) -> Iterable[Hashable]:
    return [
        commitment.instrument if isinstance(commitment, FinancialCommitment) else None for commitment in commitments
    ]


def _initiatives(commitments: Sequence[Commitment]) -> Iterable[Hashable]:
    return [commitment.towards for commitment in commitments]


def _times(name: Callable[[date], str], spans: str | None) -> Column:
    """What the first and the last day of an announcement have in common, or just one of them; None where it is open."""

    @lru_cache(maxsize=1024)
    def named(period: Period | None) -> str | None:
        if period is None:
            return None
        ends = {"earliest": [period.earliest], "latest": [period.latest]}.get(
            spans or "", [period.earliest, period.latest]
        )
        names = {None if day is None else name(day) for day in ends}
        return names.pop() if len(names) == 1 else None

    return lambda commitments: [named(commitment.announced) for commitment in commitments]


_TIMES: Final[dict[str, Callable[[date], str]]] = {
    "year": lambda day: f"{day.year:04}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "month": lambda day: f"{day.year:04}-{day.month:02}",
}


def _words(spans: str | None) -> dict[str, Column]:
    times = {word: _times(name, spans) for word, name in _TIMES.items()}
    before: dict[str, Column] = {
        "donor": _donors,
        "recipient": _recipients,
        "category": _categories,
        "stage": _stages,
        "instrument": _instruments,
    }
    return {**before, **times, "initiative": _initiatives, "supplier": _suppliers}


_WORDS: Final = {spans: _words(spans) for spans in (None, "earliest", "latest")}
"""The words for what totals are kept by, by where a span of days is put."""
_COLUMNS: Final = {column for words in _WORDS.values() for column in words.values()}
TIMES: Final = tuple(_TIMES)
"""The words for a part of a key that is a time."""

# What is kept by the lines of commitments


def _of_line(read: Callable[[Line], Hashable]) -> Column:
    return lambda lines: [None if line is None else read(line) for line in lines]


def _of_kind(field: str) -> Column:
    """What the kinds of a line have in common; of several that differ, one joint key."""

    def read(line: Line) -> Hashable:
        if len(line.of) == 1:
            found: Hashable = getattr(line.of[0], field, None)
            return found
        several = {getattr(kind, field, None) for kind in line.of}
        return several.pop() if len(several) == 1 else tuple(sorted(several, key=order))

    return _of_line(read)


_LINE_WORDS: Final[dict[str, Column]] = {
    **{field: _of_kind(field) for field in ("kind", "calibre", "designation", "origin")},
    "condition": _of_line(lambda line: line.condition),
    "unit": _of_line(lambda line: line.unit),
}
"""The words for what tables of lines are kept by besides."""


@attrs.frozen
class Key:
    """What a table is kept by: for each part of a key its name, and what makes it of commitments or of lines."""

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    of_lines: frozenset[int] = frozenset()
    """The places of the columns that are made of lines."""

    @classmethod
    def of(cls, by: By, spans: str | None = None, *, where: str = "totals", lines: bool = False) -> "Key":
        """The key that words and functions make.

        Args:
            by: The words and functions.
            spans: Where a span of days is put.
            where: The function that is asked, for its errors.
            lines: Whether the table is one of lines.
        """
        if spans is not None:
            besides = ", for the first or the last day of a span, or None"
            one_of(spans, ("earliest", "latest"), f"{where}.spans", besides)
        words: dict[str, Column] = {**_WORDS[spans], **(_LINE_WORDS if lines else {})}
        names: list[str] = []
        columns: list[Column] = []
        of_lines = set()
        kind = "line" if lines else "commitment"
        for part in by if isinstance(by, tuple | list) else (by,):
            if not isinstance(part, str) and not callable(part):
                accepted = f"pass a word, a function of a {kind}, or a list of them"
                raise WrongTypeError(f"{where}.by", f"{shown(part)} is a {type(part).__name__}", accepted)
            if isinstance(part, str) and part not in words:
                accepted = f"pass one of {', '.join(words)}, or a function of a {kind}{near(part, words)}"
                raise InvalidValueError(f"{where}.by", f"{shown(part)} is no word for a key", accepted)
            if lines and (callable(part) or part in _LINE_WORDS):
                of_lines.add(len(names))
            name = part if isinstance(part, str) else getattr(part, "__name__", "")
            names.append(name if name.isidentifier() and name not in names else f"key_{len(names) + 1}")
            columns.append(words[part] if isinstance(part, str) else partial(_made, part, where))
        return cls(tuple(names), tuple(columns), frozenset(of_lines))

    def of_all(self, commitments: Sequence[Commitment], lines: Sequence[Line | None] = ()) -> Iterable[Any]:
        """The quick key of each commitment, or of each line with its commitment."""
        rows: tuple[Any, Any] = commitments, lines
        return _together([column(rows[at in self.of_lines]) for at, column in enumerate(self.columns)])

    def of_parts(self, commitment: Commitment, parties: Sequence[Party], line: Line | None = None) -> Iterable[Any]:
        """The quick key of each party's part of a commitment, or of a line of one."""
        return _together(
            [
                repeat(next(iter(column([line]))), len(parties))
                if at in self.of_lines
                else _of_parts(column, commitment, parties)
                for at, column in enumerate(self.columns)
            ]
        )

    def kept(self, quick: Any) -> Any:
        """The key to keep, of a quick one."""
        parts = (quick,) if len(self.columns) == 1 else quick
        found = tuple(
            Country(part) if column is _donors and isinstance(part, str) else part
            for column, part in zip(self.columns, parts, strict=True)
        )
        return found[0] if len(found) == 1 else found


def _made(function: KeyFunction, where: str, rows: Sequence[Any]) -> Iterable[Hashable]:
    for row in rows:
        key = None if row is None else function(row)
        if not isinstance(key, Hashable):
            accepted = "give something hashable: text, a number, a party, a tuple"
            raise WrongTypeError(f"{where}.by", f"{shown(key)} cannot be a key", accepted)
        yield key


def _together(columns: list[Iterable[Hashable]]) -> Iterable[Any]:
    if len(columns) == 1:
        return columns[0]
    return zip(*columns, strict=True) if columns else repeat(())


def _of_parts(column: Column, commitment: Commitment, parties: Sequence[Party]) -> Iterable[Hashable]:
    if column is _donors:
        return [party.alpha2 if type(party) is Country else party for party in parties]
    if column in _COLUMNS:  # in all else, a part is as the whole
        return repeat(next(iter(column((commitment,)))), len(parties))
    return column([attrs.evolve(commitment, donors=(party,)) for party in parties])


def order(key: object) -> tuple[Any, ...]:
    """By what keys are sorted: their plain parts as text, what is not known last."""
    parts = key if isinstance(key, tuple) else (key,)
    return tuple((part is None, str(plain(part))) for part in parts)


def plain(key: object) -> Any:
    """A part of a key as a data frame holds it: parties by code or id, words and calibres as text."""
    if isinstance(key, tuple):
        return "; ".join(str(plain(part)) for part in key)
    if isinstance(key, Enum):
        return key.value
    return str(key) if isinstance(key, Party | Calibre) else key
