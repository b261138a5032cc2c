"""Which cell of a foreign row stands in which column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, final

import attrs

from .._errors import InvalidValueError, shown
from .._model import fields
from .._model.immutable import Compound
from ._cells import text_of

_NUMBERED: Final = re.compile(r"(.*?) ?\.(\d+)")
"""How pandas writes a heading that stands there for the second, third … time."""
_UNNAMED: Final = re.compile(r"unnamed: \d+( .*)?")
"""How pandas writes a heading that is not there."""


def _to_headings(value: Iterable[str]) -> tuple[str, ...]:
    return fields.several(value, str)


@final
@attrs.frozen(repr=False, getstate_setstate=False)
class Column(Compound):
    """A column that a reader knows, under every heading that it goes by.

    Raises:
        InvalidValueError: The name is blank, or a heading is no text.

    Examples:
        >>> Column("donor", ["Countries", "donor"], required=True).headings
        ('Countries', 'donor')
    """

    name: str = attrs.field(validator=fields.is_words)
    """What the reader calls it."""
    headings: tuple[str, ...] = attrs.field(converter=_to_headings)
    """Its headings in tables; case and stray blanks make no difference. `""` is the column without any, if no other is
    found, and
    `"Number ordered|"` one whose heading is blank and that follows the column headed "Number ordered"."""
    required: bool = attrs.field(default=False, kw_only=True, validator=fields.is_flag)
    """Whether a table without it is refused."""
    repeats: bool = attrs.field(default=False, kw_only=True, validator=fields.is_flag)
    """Whether the source itself writes the heading twice; the first counts."""


def folded(heading: object) -> str:
    """A heading to compare with others: empty where there is none."""
    text = text_of(heading).casefold()
    return "" if _UNNAMED.fullmatch(text) else text


def _places(headings: Sequence[object]) -> dict[str, list[int]]:
    """Where each folded heading stands; for those without one, after which heading, and the how-manieth of pandas."""
    texts = [folded(heading) for heading in headings]
    numbered = any(text.startswith(".") for text in texts)
    places: dict[str, list[int]] = {}
    previous = ""
    for at, (heading, text) in enumerate(zip(headings, texts, strict=True)):
        again = _NUMBERED.fullmatch(text)
        bare = again[1] if again and (not again[1] or again[1] in texts) else text
        if bare:
            places.setdefault(bare, []).append(at)
            previous = bare
        elif numbered:
            places.setdefault(f"|{again[2] if again else 0}", []).append(at)
        else:
            places.setdefault(f"{previous}|", []).append(at)
            if heading is None or not str(heading).isspace():
                places.setdefault("", [at])  # the first alone: sheets end in columns that are none
    return places


class Headings:
    """The columns of one table: where each known one stands, and which others there are."""

    def __init__(self, headings: Sequence[object], columns: Sequence[Column], where: str) -> None:
        self.texts = tuple(text_of(heading) for heading in headings)
        self.at: dict[str, int] = {}
        places = _places(headings)
        missing = []
        for column in columns:
            named = {at for heading in column.headings if heading for at in places.get(folded(heading), ())}
            found = sorted(named) if named or "" not in column.headings else places.get("", [])
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
        self.others = tuple((at, name) for at, name in self._named() if at not in claimed)

    def _named(self) -> Iterator[tuple[int, str]]:
        seen: dict[str, int] = {}
        for at, text in enumerate(self.texts):
            name = text or f"column {at + 1}"
            seen[name] = seen.get(name, 0) + 1
            yield at, name if seen[name] == 1 else f"{name} ({seen[name]})"


def _described(heading: str) -> str:
    """A heading as a message names it."""
    before, blank, _ = heading.partition("|")
    return f"blank after {before!r}" if before and blank else repr(heading)
