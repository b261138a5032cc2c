"""Dates of foreign tables as periods: days, and the words that editors write around them.

* `until 7/27/2022` is on or before that day, `since` and `after` on or after it, `from … until …` and `between … & …`
  some day within; `not specified, 03/22` and `unclear, 10/2022` some day of that month. `about` and `?` qualify.
* Of `05/06/2024` the table must say which comes first, the day or the month; `16/02/2023` says it by itself. With
  points the day comes first (`06.02.2024` is 6 February).
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from typing import Any, Final

import attrs

from ..._errors import InvalidValueError, shown
from ..._model.base.remembered import remembered
from ..._model.values.period import Period
from ..._scalars import plain
from .cells import CACHED, disclosed_text, is_blank, unreadable
from .dates import Order, Spelt, spelt_out
from .lexicon import ALL, DASHES, Lexicon

_ACCEPTED: Final = (
    'write a day "3/20/2022", "2022-03-20" or "20 March 2022", a month "3/2022", or "until", "since" or "between" '
    "and one"
)
_LONGEST: Final = 100
"""Characters that a date is written in at most."""
_EDTF: Final = re.compile(r"(?:\d{4}[\d-]*[~?%]?|\.\.)/(?:\d{4}[\d-]*[~?%]?|\.\.)|\d{4}[\d-]*[~%]", re.ASCII)
_DASHED: Final = re.compile(rf" ?[{DASHES}] ?")
_YEAR: Final = re.compile(r"\d{4}$", re.ASCII)
_WORD: Final = re.compile(r"[^\W\d_]+")
_DASHES_TRIED: Final = 4
_DOUBTFUL: Final = re.compile(r"(.+?) ?(?:\?|\(\?\))")
_YEARS: Final = re.compile(r"\d{4}")
_LIKELY: Final = range(1940, 2101)
ODD: Final = "no record of this war can be of that time; it is kept as it is written"
"""What there is to know of a period that is odd."""


def period_of(cell: Any, order: Order | None = None, words: Lexicon = ALL) -> Period | None:
    """When something happened, according to a cell; None where it tells nothing.

    Args:
        cell: The cell.
        order: Which comes first between slashes, the month or the day; None if nobody knows.
        words: The words that are understood.

    Raises:
        TwoReadingsError: The cell can be read in two ways, and nobody knows which is meant.
        InvalidValueError: The cell says something else, or names a day that does not exist.
    """
    if is_blank(cell):
        return None
    day = plain(cell)
    if type(day) is datetime or type(day) is date:
        return _day(day.date() if type(day) is datetime else day)
    text = disclosed_text(cell)
    return None if text is None else _in_words(text, order, words)


@lru_cache(maxsize=CACHED)
def _day(day: date) -> Period:
    return Period(day)


@remembered(CACHED)
def _in_words(text: str, order: Order | None, lexicon: Lexicon) -> Period | None:
    if len(text) <= _LONGEST:
        if _EDTF.fullmatch(text):
            return _period(text, text)
        words = text.casefold().replace("’", "'").strip(" ,;.")
        if words in lexicon.nothing:
            return None
        found = _Reader(text, order, lexicon).period(words)
        if found is not None:
            return _period(text, found)
    raise unreadable(f"{shown(text)} is no date", _ACCEPTED)


def _period(text: str, edtf: str) -> Period:
    try:
        return Period(edtf)
    except InvalidValueError:
        raise unreadable(f"{shown(text)} names no day or span that exists", _ACCEPTED) from None


@attrs.frozen
class _Reader:
    """One reading of one text, as EDTF writes it. What a method does not recognise it answers with None."""

    text: str
    order: Order | None
    words: Lexicon

    def period(self, words: str) -> str | None:
        """A date or a span, with words before it that leave an end open, or the day, or put it in doubt."""
        doubt = ""
        if found := self.words.around.match(words):
            words, doubt = words[found.end() :], "~"
        elif behind := _DOUBTFUL.fullmatch(words):
            words, doubt = behind[1], "?"
        if found := self.words.unspecified.match(words):
            words = words[found.end() :]
        ends = self._one(words) or self._span(words) or self._open(words)
        if ends is None:
            return None
        first, last = (end if end == ".." else f"{end}{doubt}" for end in ends)
        return first if first == last else f"{first}/{last}"

    def _one(self, words: str) -> Spelt | None:
        return spelt_out(words, self.order, self.words)

    def _open(self, words: str) -> Spelt | None:
        for before, after, is_start in (
            (self.words.until, self.words.until_after, False),
            (self.words.since, self.words.since_after, True),
        ):
            found = before.match(words)
            rest = words[found.end() :] if found else ""
            behind = after.fullmatch(rest or words)
            known = (self._one(rest) if rest else None) or (self._one(behind[1]) if behind else None)
            if known is not None:
                return (known[0], "..") if is_start else ("..", known[1])
        return None

    def _span(self, words: str) -> Spelt | None:
        for left, right in self._sides(words):
            for start, end in self._completed(left, right):
                first, last = self._one(start), self._one(end)
                if first is not None and last is not None:
                    return first[0], last[1]
        return None

    def _completed(self, left: str, right: str) -> Iterator[tuple[str, str]]:
        """The ends with what one leaves to the other: `1-5 March 2022`, `March to May 2022`, `March 1-5, 2022`."""
        yield left, right
        if year := _YEAR.search(right):
            yield f"{left} {year[0]}", right
            yield f"{left} {self._month(right)} {year[0]}", right
            yield f"{left} {year[0]}", f"{self._month(left)} {right}"

    def _month(self, words: str) -> str:
        return next((word for word in _WORD.findall(words) if word in self.words.months), "")

    def _sides(self, words: str) -> Iterator[tuple[str, str]]:
        """The two ends of a span, in every way in which the words might join them."""
        for pattern in self.words.spans:
            if found := pattern.fullmatch(words):
                yield found[1], found[2]
        for dash in islice(_DASHED.finditer(words), _DASHES_TRIED):
            yield words[: dash.start()], words[dash.end() :]


@lru_cache(maxsize=CACHED)
def is_odd(edtf: str) -> bool:
    """Whether no record of this war, or of the arms trade since 1950, can be of that time, as EDTF writes it."""
    return not all(int(year) in _LIKELY for year in _YEARS.findall(edtf))
