"""Which cell of a foreign row stands in which column.

What a tool writes where a heading is missing (pandas `Unnamed: 8`, polars `__UNNAMED__8`, R `...9` or `X`) is no
heading, and what it adds to one that stands there twice is no part of it. Tools that allow no blanks in a name, such as
R, write other signs instead; then letters and digits alone are compared.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, final

import attrs

from ..._errors import InvalidValueError, shown
from ..._exact import Number, to_decimal
from ..._model import fields
from ..._model.base.immutable import Compound
from ..._model.values.text import plain_text
from ..._scalars import plain
from .cells import text_of

_BYTE_ORDER_MARK: Final = "ï»¿"
"""How the mark before a UTF-8 text reads where the text is taken for ISO-8859-1."""
_AGAIN: Final = re.compile(r"(.*?)(?: ?\.|_duplicated_|_)(\d+)")
"""How pandas, R and polars write a heading that stands there for the second, third … time."""
_REPAIRED: Final = re.compile(r"(.+?) ?\.\.\.\d+")
"""How R's readr and readxl write a heading that stands there several times."""
_NO_HEADING: Final = re.compile(r"unnamed: ?\d+(?:[ ._].*)?|__unnamed__\d+|\.\.\.\d+")
"""What pandas, polars and R write where there is no heading."""
_STAND_IN: Final = re.compile(r"x[._\d]*|[vfc_]\d+|_c\d+|(?:column|field|col|spalte|colonne)[ _]?\d+")
"""What R, Excel, Access and others write where there is no heading; a column that is known by such a name has one."""
_BLANK_AGAIN: Final = (
    (re.compile(r"\.(\d+)"), 0),  # pandas: " ", " .1", " .2"
    (re.compile(r"_duplicated_(\d+)"), 1),  # polars: " ", " _duplicated_0", " _duplicated_1"
    (re.compile(r"x\.\.?(\d+)"), 0),  # R: "X.", "X..1", "X..2"
)
_NO_LETTERS: Final = re.compile(r"[\W_]+")
_WHOLE: Final = re.compile(r"\d{1,9}(?:\.0)?", re.ASCII)


def _to_headings(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(plain_text, fields.several(value, str)))


def _is_scale(column: "Column", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if to_decimal(value, "Column.scale") <= 0:
        raise InvalidValueError("Column.scale", f"{shown(value)} is not above zero", "pass what one unit stands for")


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Column(Compound):
    """A column that a reader knows, under every heading that it goes by.

    Raises:
        InvalidValueError: The name is blank, a heading is no text, or the scale is no number above zero.

    Examples:
        >>> Column("donor", ["Countries", "donor"], required=True).headings
        ('Countries', 'donor')
        >>> Column("value", ["Mio. EUR"], scale=10**6).scale
        1000000
    """

    name: str = attrs.field(validator=fields.is_words)
    """What the reader calls it."""
    headings: tuple[str, ...] = attrs.field(converter=_to_headings)
    """Its headings in tables; case and stray blanks make no difference.

    Columns without a heading have places instead. `""` is the first without any, if no other heading is found.
    `"Number ordered|"` is one that follows the column headed "Number ordered". `"Value|Units"` stands between the two
    columns of these names, in either order, under a name that a tool made up; the reading notes that it was found so.
    """
    required: bool = attrs.field(default=False, kw_only=True, validator=fields.is_flag)
    """Whether a table without it is refused."""
    repeats: bool = attrs.field(default=False, kw_only=True, validator=fields.is_flag)
    """Whether the source itself writes the heading twice; the first counts."""
    scale: Number = attrs.field(default=1, kw_only=True, validator=_is_scale)
    """What one stands for in its numbers: 1,000,000 in a column headed "Mio. EUR"."""
    breaks: bool = attrs.field(default=False, kw_only=True, validator=fields.is_flag)
    """Whether its texts may hold a line break that cuts a row in two, or in more; such rows are put together again."""


def _text(heading: object) -> str:
    """A heading's text without the mark of a byte order, and the quotation marks that csv leaves behind one."""
    text, found = text_of(heading), plain(heading)
    marked = text.startswith(_BYTE_ORDER_MARK) or (type(found) is str and found.startswith("\ufeff"))
    return text.removeprefix(_BYTE_ORDER_MARK).strip('"') if marked else text


def folded(heading: object) -> str:
    """A heading to compare with others: empty where there is none."""
    text = _text(heading).casefold()
    return "" if _NO_HEADING.fullmatch(text) else text


def _plain(text: str) -> str:
    return _NO_LETTERS.sub("", text) or text


class Headings:
    """The columns of one table: where each known one stands, and which others there are.

    Args:
        headings: The headings, as they came.
        columns: The columns that the reader knows.
        where: What messages call the reader.
        first: The cells of the first row, by which an index is told from a column that lacks its heading.
    """

    def __init__(
        self, headings: Sequence[object], columns: Sequence[Column], where: str, first: Sequence[object] = ()
    ) -> None:
        headings = [plain(heading) for heading in headings]
        self.texts = tuple(map(_text, headings))
        self._folded = [folded(heading) for heading in headings]
        rewritten = len(headings) > 1 and not any(" " in text for text in self._folded)
        self._compared: Callable[[str], str] = _plain if rewritten else str
        self._known = {
            part.strip() for column in columns for heading in column.headings for part in folded(heading).split("|")
        }
        self._made_up = [not text or (text not in self._known and _is_stand_in(text)) for text in self._folded]
        self.index = self._leading_index(first)
        """How many columns at the beginning are no part of the table: they lack a heading, and count its rows."""
        places = self._places(headings)
        self.at: dict[str, int] = {}
        self.by_place: dict[str, str] = {}
        """The columns that were found between their two neighbours, with these."""
        missing = []
        for column in columns:
            found = self._found(column, places)
            if len(found) > 1 and not column.repeats:
                both = " and ".join(shown(self.texts[at]) for at in found)
                raise InvalidValueError(where, f"{both} both mean the {column.name}", "keep one of these columns")
            if found:
                self.at[column.name] = found[0]
            elif column.required:
                missing.append(" or ".join(map(_described, column.headings)))
        if missing:
            raise InvalidValueError(
                where,
                f"no column is headed {', none '.join(missing)}",
                "pass rows under the source's own headings: mappings, or lists with the headings first",
            )
        claimed = set(self.at.values())
        self.others = tuple((at, name) for at, name in self._named() if at >= self.index and at not in claimed)

    def _leading_index(self, first: Sequence[object]) -> int:
        index = 0
        while (
            index < min(len(self._folded) - 1, len(first))
            and self._made_up[index]
            and self._folded[index] in ("", "x")
            and _WHOLE.fullmatch(text_of(first[index]))
        ):
            index += 1
        return index

    def _places(self, headings: Sequence[object]) -> Mapping[str, list[int]]:
        """Where each heading stands. A column without one stands after another, or has a number among such columns."""
        numbers = [_number_of_blank(text) for text in self._folded]
        numbered = any(numbers)
        places: dict[str, list[int]] = {}
        previous = ""
        for at, (heading, text) in enumerate(zip(headings, self._folded, strict=True)):
            if at < self.index:
                continue
            if not self._made_up[at]:
                previous = self._compared(self._bare(text))
                places.setdefault(previous, []).append(at)
            elif numbered:
                places.setdefault(f"|{numbers[at] or 0}", []).append(at)
            else:
                places.setdefault(f"{previous}|", []).append(at)
                if not text and not (type(heading) is str and heading.isspace()):
                    places.setdefault("", [at])  # the first alone: sheets end in columns that are none
        return places

    def _bare(self, text: str) -> str:
        """A heading without the number of a tool's own, where it stands there more than once."""
        if repaired := _REPAIRED.fullmatch(text):
            return repaired[1]
        again = None if text in self._known else _AGAIN.fullmatch(text)
        return again[1] if again and again[1] in self._folded else text

    def _found(self, column: Column, places: Mapping[str, list[int]]) -> list[int]:
        """Where a column stands, by its headings, else by its place, else as the first without a heading."""
        named = {at for heading in column.headings if heading for at in places.get(self._key(heading), ())}
        if named:
            return sorted(named)
        for heading in column.headings:
            one, sign, other = heading.partition("|")
            if sign and one.strip() and other.strip():
                between = list(self._between(folded(one), folded(other)))
                if between:
                    self.by_place[column.name] = f"{one.strip()!r} and {other.strip()!r}"
                    return between
        return places.get("", []) if "" in column.headings else []

    def _key(self, heading: str) -> str:
        one, sign, other = folded(heading).partition("|")
        return f"{self._compared(one)}{sign}{other}"

    def _between(self, one: str, other: str) -> Iterator[int]:
        neighbours = {self._compared(one), self._compared(other)}
        names = [self._compared(self._bare(text)) for text in self._folded]
        for at in range(max(self.index, 1), len(names) - 1):
            if self._made_up[at] and {names[at - 1], names[at + 1]} == neighbours:
                yield at

    def _named(self) -> Iterator[tuple[int, str]]:
        seen: dict[str, int] = {}
        for at, text in enumerate(self.texts):
            name = text or f"column {at + 1 - self.index}"
            seen[name] = seen.get(name, 0) + 1
            yield at, name if seen[name] == 1 else f"{name} ({seen[name]})"


def _is_stand_in(text: str) -> bool:
    return bool(_STAND_IN.fullmatch(text)) or _number_of_blank(text) is not None


def _number_of_blank(text: str) -> int | None:
    """Which of the blank headings this is, counted from zero, as a tool has written it; None where it has not."""
    for pattern, first in _BLANK_AGAIN:
        if found := pattern.fullmatch(text):
            return int(found[1]) + first
    return None


def _described(heading: str) -> str:
    """A heading as a message names it."""
    before, blank, after = heading.partition("|")
    if before and blank:
        return f"blank between {shown(before)} and {shown(after)}" if after else f"blank after {shown(before)}"
    return shown(heading)
