"""One day, month, season, quarter or year, as tables write it: in figures, in words, with a time of day behind it."""

import re
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from .digits import TwoReadingsError
from .lexicon import Lexicon

Order: TypeAlias = Literal["month-first", "day-first"]
"""Which comes first between slashes."""
ORDERS: Final[tuple[Order, ...]] = ("month-first", "day-first")
Spelt: TypeAlias = tuple[str, str]
"""The first and the last end of what is meant, as EDTF writes them: the same where they are one."""

_TIME: Final = re.compile(
    r"(.*\d)[t ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?(?:\d{2})?))?", re.ASCII
)
_SPACED: Final = re.compile(r"(\d{1,2}\.) (\d{1,2}\.) ?(\d{4})", re.ASCII)  # 1. 3. 2024
_YEAR: Final = re.compile(r"(\d{4})(?:\.0)?", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?", re.ASCII)
_COMPACT: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_MONTH_AND_YEAR: Final = re.compile(r"(\d{1,2})(?:[/.](\d{4}|\d{2})|-(\d{4}))", re.ASCII)
_FIGURES: Final = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2\d{2,4}(?!\d)", re.ASCII)
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+|\S")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_BETWEEN_TOKENS: Final = frozenset(".,-/'")
_MOST_TOKENS: Final = 12
_CENTURY: Final = 2000
_MONTHS: Final = 12
_SEASONS: Final = range(21, 25)
_WINTER: Final = 4
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def spelt_out(words: str, order: Order | None, lexicon: Lexicon) -> Spelt | None:
    """What one date means; None where it is none.

    Args:
        words: The date, in small letters.
        order: Which comes first between slashes; None if nobody knows.
        lexicon: The words that are understood.

    Raises:
        TwoReadingsError: The date can be read in two ways, and nobody knows which is meant.
    """
    timed = _TIME.fullmatch(words)
    figures = _SPACED.sub(r"\1\2\3", timed[1] if timed else words)
    if found := _YEAR.fullmatch(figures):
        return found[1], found[1]
    edtf = _in_figures(figures, order)
    if edtf is not None:
        return edtf
    return None if timed else _in_words(words, lexicon)


def _in_figures(words: str, order: Order | None) -> Spelt | None:
    if found := _YEAR_FIRST.fullmatch(words):
        year, sign, month, day = found.groups()
        return _written(year, month, day) if day else _year_and_month(words, year, month, is_edtf=sign == "-")
    if found := _COMPACT.fullmatch(words):
        return _written(*found.groups())
    if found := _YEAR_LAST.fullmatch(words):
        one, sign, other, year = found.groups()
        if sign == "-" and len(year) == 2:
            return None
        day_first = _is_day_first(one, other, "day-first" if sign == "." else order)
        if day_first is None:
            readings = (_written(year, one, other)[0], _written(year, other, one)[0])
            raise TwoReadingsError.of(words, f"{readings[0]} (month first)", f"{readings[1]} (day first)")
        return _written(year, other, one) if day_first else _written(year, one, other)
    if found := _MONTH_AND_YEAR.fullmatch(words):
        return _written(found[2] or found[3], found[1])
    return None


def _is_day_first(one: str, other: str, order: Order | None) -> bool | None:
    """Whether the day comes before the month: a number above twelve is no month; else as the table writes."""
    if int(one) > _MONTHS >= int(other):
        return True
    if int(other) > _MONTHS or one == other:
        return False
    return None if order is None else order == "day-first"


def _year_and_month(words: str, year: str, month: str, *, is_edtf: bool) -> Spelt:
    """`2023-05` is a month and `2023-21` a season; `2022-23` may be two years as well, which `2022/23` is."""
    following = f"{year[:2]}{month}"
    if len(month) < 2 or int(month) <= _MONTHS or following <= year:
        return _written(year, month)
    if is_edtf and int(month) in _SEASONS:
        raise TwoReadingsError.of(words, f"the years {year} to {following}", f"the season {words} of EDTF")
    return year, following


def _written(year: str, month: str, day: str = "") -> Spelt:
    full = int(year) + (_CENTURY if len(year) == 2 else 0)
    edtf = f"{full:04}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return edtf, edtf


def _in_words(words: str, lexicon: Lexicon) -> Spelt | None:
    """A date with the name of a month, a season, a quarter or half of a year."""
    found = _TOKEN.findall(words)
    if len(found) > _MOST_TOKENS:
        return None
    kinds, values = [], []
    for token in found:
        kind, value = _meaning(token, lexicon)
        if kind == "?":
            return None
        if kind:
            kinds.append(kind)
            values.append(value)
    return _put_together(words, "".join(kinds), values)


def _meaning(token: str, lexicon: Lexicon) -> tuple[str, str]:
    """What a token is, by one letter, and its value: nothing where it only joins others, `?` where it is unknown."""
    if token.isascii() and token.isdigit():
        return ("y" if len(token) == 4 else "d" if len(token) <= 2 else "?"), token
    for kind, known in (("m", lexicon.months), ("s", lexicon.seasons), ("o", lexicon.ordinals), ("o", _ROMAN)):
        if token in known:
            return kind, str(known[token])
    if token in lexicon.halves:
        return "h", ""
    if token in lexicon.quarters:
        return "q", ""
    return ("" if token in _BETWEEN_TOKENS or token in lexicon.day_words else "?"), ""


def _put_together(words: str, kinds: str, values: Sequence[str]) -> Spelt | None:
    """The date that parts of known kinds make: `dmy` are day, month and year."""
    part = dict(zip(kinds, values, strict=True))
    match kinds:
        case "dmy" | "mdy" | "ymd":
            return _written(part["y"], part["m"], part["d"])
        case "dmd":  # 1-Mar-22
            return _written(values[2], values[1], values[0])
        case "y" if _LETTERS.search(words):  # in 2022
            return part["y"], part["y"]
        case "my" | "ym":
            return _written(part["y"], part["m"])
        case "md" if "-" in words or "'" in words:  # Mar-22
            return _written(part["d"], part["m"])
        case "sy" | "ys" if int(part["s"]) == _WINTER:
            year = int(part["y"])
            raise TwoReadingsError.of(words, f"that of {year - 1}/{year}", f"that of {year}/{year + 1}")
        case "sy" | "ys":
            return _season(part["y"], part["s"])
        case "syy" | "syd" if int(part["s"]) == _WINTER and (int(values[2]) - int(values[1])) % 100 == 1:
            return _season(values[1], part["s"])
        case "qdy" | "dqy" | "yqd" | "qoy" | "oqy" | "yqo":
            return _part_of_year(part["y"], part.get("d") or part["o"], 4)
        case "hdy" | "dhy" | "yhd" | "hoy" | "ohy" | "yho":
            return _part_of_year(part["y"], part.get("d") or part["o"], 2)
        case _:
            return None


def _season(year: str, season: str) -> Spelt:
    edtf = f"{year}-{_SEASONS[int(season) - 1]}"
    return edtf, edtf


def _part_of_year(year: str, number: str, parts: int) -> Spelt | None:
    """A quarter, or a half, from its first month to its last."""
    if not 1 <= int(number) <= parts:
        return None
    months = _MONTHS // parts
    return f"{year}-{months * (int(number) - 1) + 1:02}", f"{year}-{months * int(number):02}"


def order_shown(text: str) -> Order | None:
    """Which comes first, the month or the day, as the dates of a text show that can be read in one way alone."""
    shown: set[Order] = set()
    for one, _, other in _FIGURES.findall(text):
        if (int(one) > _MONTHS) != (int(other) > _MONTHS):
            shown.add("day-first" if int(one) > _MONTHS else "month-first")
    return shown.pop() if len(shown) == 1 else None
