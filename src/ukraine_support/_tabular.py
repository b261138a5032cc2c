"""What is long as a short table, for notebooks and for `rich`: at most a screen, in no language, all of it escaped.

Notebooks call `_repr_html_` of an object, and `rich` calls `__rich_repr__`. Both are methods of its class, which loads
no words of other languages: names are those of the code, values are as `str` gives them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from html import escape
from itertools import islice
from typing import Any, Final, SupportsIndex, TypeVar, final, overload

import attrs

T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)

ROWS: Final = 20
"""How many rows are shown."""
_COLUMNS: Final = 12
_UNKNOWN: Final = "unknown"
_CHARACTERS: Final = 60
"""How much of a cell is shown."""
_NOT_SHOWN: Final = frozenset(("citations", "extras", "note", "occasion"))
"""Fields of records that say how a thing is known: long, and seldom what is sought."""
NOT_TYPESET: Final = "tex2jax_ignore mathjax_ignore"
"""The classes by which a page is told to read no formulas between dollars here."""


@attrs.frozen(kw_only=True)
class ShortTable:
    """A table of something that may be long."""

    facts: Mapping[str, object]
    """What is true of the whole, above the rows."""
    head: Sequence[str]
    """The names of the columns."""
    rows: Iterable[Sequence[object]]
    """The rows, of which no more are read than are shown."""
    length: int
    """How many rows there are."""

    def html(self) -> str:
        """The table as HTML without script, with no style but alignment."""
        caption = "; ".join(f"{name}: {value}" for name, value in self._facts())
        head = "".join(f"<th>{escape(name)}</th>" for name in _texts(self.head))
        rows = [_row(zip(row, _texts(row), strict=False)) for row in islice(self.rows, ROWS)]
        if self._more:
            rows.append(_row([("", self._more)]))
        body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>" if rows else ""
        return f'<table class="{NOT_TYPESET}"><caption>{escape(caption)}</caption>{body}</table>'

    def rich(self) -> Iterator[str | tuple[str, int | str]]:
        """Each fact, then each row, as a name and a value: what `rich` shows as the fields of an object."""
        yield from self._facts()
        for row in islice(self.rows, ROWS):
            name, *others = _texts(row)
            yield name, ", ".join(others)
        if self._more:
            yield self._more

    def _facts(self) -> Iterator[tuple[str, int | str]]:
        return ((_text(name), value if isinstance(value, int) else _text(value)) for name, value in self.facts.items())

    @property
    def _more(self) -> str:
        return f"… and {self.length - ROWS} more" if self.length > ROWS else ""


class Shown:
    """A class that notebooks and `rich` show as a short table."""

    __slots__ = ()

    def _short_table(self) -> ShortTable:
        raise NotImplementedError

    def __rich_repr__(self) -> Iterator[str | tuple[str, int | str]]:
        return self._short_table().rich()

    def _repr_html_(self) -> str:
        return self._short_table().html()


class ShownTuple(tuple[T_co, ...], Shown):
    """A tuple of answers."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> "ShownTuple[T_co]": ...
    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        return ShownTuple(found) if isinstance(at, slice) else found

    def _short_table(self) -> ShortTable:
        return table_of(self, len(self))


@final
@attrs.frozen(eq=False, repr=False)
class ShownMapping(Mapping[K, V_co], Shown):
    """Answers by key: a mapping that does not change, that pickles, and that has a hash where the answers have one."""

    _entries: dict[K, V_co]

    def __getitem__(self, key: K) -> V_co:
        return self._entries[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __eq__(self, other: object) -> bool:
        """Equal to one of its own class, and for convenience to a plain `dict`, which has no hash to agree with."""
        if type(other) is ShownMapping:
            return self._entries == other._entries
        return self._entries == other if type(other) is dict else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._entries.items()))

    def __repr__(self) -> str:
        return repr(self._entries)

    def _short_table(self) -> ShortTable:
        rows = ((cell(key), _told(answer)) for key, answer in self._entries.items())
        return ShortTable(facts={"answers": len(self)}, head=("of", "answer"), rows=rows, length=len(self))


def _told(answer: Any) -> int | str:
    """An answer in a cell; of several answers to one question, how many there are."""
    if isinstance(answer, tuple) and any(attrs.has(type(each)) for each in answer):
        return len(answer)
    return cell(sorted(answer) if isinstance(answer, frozenset) else answer)


def table_of(things: Iterable[Any], length: int, **facts: object) -> ShortTable:
    """A table of what has fields: a row for each, a column for each field that says something in a row shown."""
    shown = list(islice(things, ROWS))
    fields = dict.fromkeys(field.name for thing in shown for field in attrs.fields(type(thing)) if field.repr)
    columns = {name: [cell(getattr(thing, name, None)) for thing in shown] for name in fields if name not in _NOT_SHOWN}
    told = {name: cells for name, cells in columns.items() if any(each not in ("", "no") for each in cells)}
    rows = list(zip(*told.values(), strict=True))
    return ShortTable(facts=facts or {"rows": length}, head=list(told), rows=rows, length=length)


def cell(value: Any) -> int | str:
    """What stands in a row for a value: a record by its id, an estimate by its bounds, nothing for what is unknown."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or (isinstance(value, int) and not isinstance(value, Enum)):
        return "" if value is None else value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list):
        return len(value) if any(map(_is_nameless, value)) else ", ".join(str(cell(each)) for each in value)
    if hasattr(value, "lowest_known"):
        told = bounds(value.low, value.high, is_approximate=value.is_approximate)
        return "" if told == _UNKNOWN else told
    id = getattr(value, "id", None)
    return str(value if id is None else id)


def _is_nameless(value: Any) -> bool:
    """Whether a value is told by its fields alone, such as a line: of several, a row says how many there are."""
    has_text = getattr(value, "id", None) is not None or hasattr(value, "lowest_known")
    return attrs.has(type(value)) and not has_text and str(value) == repr(value)


def bounds(low: object, high: object, *, is_approximate: bool) -> str:
    """What is known of a value, as "5", "5 .. 7", "5 .." or ".. 7", with "~" before what is approximate."""
    if low is None and high is None:
        return _UNKNOWN
    text = f"{low}" if low == high else f"{'' if low is None else low} .. {'' if high is None else high}".strip()
    return f"~ {text}" if is_approximate else text


def _texts(row: Sequence[object]) -> list[str]:
    """The cells of a row, as many as a screen is wide."""
    return [_text(value) for value in row[:_COLUMNS]] + ["…"] * (len(row) > _COLUMNS)


def _text(value: object) -> str:
    """A cell on one line, without characters that steer a screen, shortened where it is long."""
    text = "" if value is None else " ".join(str(value)[: 4 * _CHARACTERS].split())
    text = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return text if len(text) <= _CHARACTERS else f"{text[: _CHARACTERS - 1]}…"


def _row(cells: Iterable[tuple[object, str]]) -> str:
    """A row of HTML, numbers to the right."""
    sides = (("end" if isinstance(value, int) else "start", escape(text)) for value, text in cells)
    return "".join(["<tr>", *(f'<td style="text-align: {side}">{text}</td>' for side, text in sides), "</tr>"])
