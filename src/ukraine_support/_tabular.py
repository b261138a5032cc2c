"""What is long as a short table, for notebooks and for `rich`: at most a screen, in no language, all of it escaped.

Notebooks call `_repr_html_` of an object, and `rich` calls `__rich_repr__`. Both are methods of its class, which loads
no words of other languages: names are those of the code, values are as `str` gives them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from typing import Final

import attrs

_ROWS: Final = 20
_COLUMNS: Final = 12
_CHARACTERS: Final = 60
"""How much of a cell is shown."""
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
        rows = [_row(zip(row, _texts(row), strict=False)) for row in islice(self.rows, _ROWS)]
        if self._more:
            rows.append(_row([("", self._more)]))
        body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>" if rows else ""
        return f'<table class="{NOT_TYPESET}"><caption>{escape(caption)}</caption>{body}</table>'

    def rich(self) -> Iterator[str | tuple[str, int | str]]:
        """Each fact, then each row, as a name and a value: what `rich` shows as the fields of an object."""
        yield from self._facts()
        for row in islice(self.rows, _ROWS):
            name, *others = _texts(row)
            yield name, ", ".join(others)
        if self._more:
            yield self._more

    def _facts(self) -> Iterator[tuple[str, int | str]]:
        return ((_text(name), value if isinstance(value, int) else _text(value)) for name, value in self.facts.items())

    @property
    def _more(self) -> str:
        return f"… and {self.length - _ROWS} more" if self.length > _ROWS else ""


def bounds(low: object, high: object, *, is_approximate: bool) -> str:
    """What is known of a value, as "5", "5 .. 7", "5 .." or ".. 7", with "~" before what is approximate."""
    if low is None and high is None:
        return "unknown"
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
