"""How many, according to a cell: a number, or the words that editors write instead of one or around one.

Bounds and doubts (`up to 300`, `about 40?`, `at least 5 and up to 10`), ranges (`1-2 million`, of which both ends are
millions), numbers in words (`a dozen`, `Five`, `half a million`), words of size (`1.2m`, `dozens`, `several hundred`)
and what is counted, where it is a plain word for things (`10,000 rounds`).
"""

import re
from decimal import Decimal
from itertools import takewhile
from typing import Any, Final

from ..._errors import shown
from ..._exact import Number, add, scale, to_number
from ..._model.base.remembered import remembered
from ..._model.values.estimate import UNKNOWN, Estimate, about, at_least, at_most, between, exactly
from ..._scalars import plain
from .cells import CACHED, LONGEST, PLAIN, is_blank, is_undisclosed, number_in, text_of, unreadable
from .digits import Sign, TwoReadingsError, number_written
from .lexicon import ALL, DASHES, Lexicon

_ACCEPTED: Final = 'write it like "20,000", "1 million" or "up to 300"'
_LEADING: Final = re.compile(r"([-+.,'’\d ]*\d\.?) ?(.*)", re.ASCII)
_DASHED: Final = re.compile(rf"(.*?\w\.?) ?[{DASHES}] ?(.+)")
_THOUSANDS: Final = re.compile(r"\d[,.' ]000$")
_IN_BRACKETS: Final = re.compile(r"(.+?) ?\(([^()]+)\)")
_ELIDED: Final = re.compile(r"\b([dl])'(?=\w)")
_ROUND: Final = re.compile(r"10+")
_COMPOUND: Final = re.compile(r"[^\d-]*[^\W\d_]-[^\W\d_][^\d-]*")
"""Two words of number in one: a range if they follow each other (`two-three`), else a number (`quatre-vingt`)."""
_FRACTION: Final = re.compile(r"(?<=\d)[¼½¾]", re.ASCII)
_FRACTIONS: Final = {"¼": ".25", "½": ".5", "¾": ".75"}
_ARTICLES: Final = ("a", "an")
"""Words for one that count nothing by themselves."""
_HALF: Final = Decimal("0.5")
_TENS: Final = range(20, 100, 10)
_UNITS: Final = range(1, 10)
_MOST_DOUBTS: Final = 3
"""Words or signs of doubt that are read around one number, at most."""


def estimate_of(cell: Any, decimal: Sign | None = None, words: Lexicon = ALL) -> Estimate[Number]:
    """How many a cell says: a number, or words such as "more than 300,000", "up to", "about", "dozens", "1 million".

    Args:
        cell: The cell.
        decimal: What stands before fractions, where a number alone does not tell; None if nobody knows.
        words: The words that are understood.

    Raises:
        TwoReadingsError: The cell can be read in two ways, and nobody knows which is meant.
        InvalidValueError: The cell says something else.
    """
    return _estimate_of_plain(cell, decimal, words) if type(cell) in PLAIN else _estimate_of(cell, decimal, words)


def _estimate_of(cell: Any, decimal: Sign | None, words: Lexicon) -> Estimate[Number]:
    if is_blank(cell):
        return UNKNOWN
    if type(plain(cell)) is not str:
        return exactly(number_in(cell))
    text = text_of(cell)
    if is_undisclosed(text):
        return UNKNOWN
    if len(text) <= LONGEST:
        said = _ELIDED.sub(r"\1' ", text.casefold().replace("’", "'").replace("−", "-"))
        said = _FRACTION.sub(lambda found: _FRACTIONS[found[0]], said)
        if said.strip(" .") in words.nothing:
            return UNKNOWN
        found = _Reader(text, decimal, words).estimate(said)
        if found is not None:
            return found
    raise unreadable(f"{shown(text)} is no number", _ACCEPTED)


_estimate_of_plain = remembered(CACHED, typed=True)(_estimate_of)


class _Reader:
    """One reading of one text. What a method does not recognise it answers with None."""

    def __init__(self, text: str, decimal: Sign | None, words: Lexicon) -> None:
        self._text = text
        self._decimal: Sign | None = decimal
        self._words = words

    def estimate(self, words: str) -> Estimate[Number] | None:
        """An estimate, perhaps with words or signs of doubt around it."""
        if bracketed := _IN_BRACKETS.fullmatch(words):
            same = self._number(bracketed[1])  # 50 (fifty)
            said = same is not None and same == self._number(bracketed[2])
            words = bracketed[1] if said else f"{bracketed[1]} {bracketed[2]}"
        words, doubts = self._without_doubts(self._without_units(words))
        found = self._bounded(words)
        if found is None:
            return None
        return about(found) if doubts else found

    def _without_units(self, words: str) -> str:
        """The words without those for things behind them, so that what else stands behind a number comes last."""
        before, _, last = words.rpartition(" ")
        while before and last.strip(".,") in self._words.things:
            words = before
            before, _, last = words.rpartition(" ")
        return words

    def _without_doubts(self, words: str) -> tuple[str, int]:
        for doubts in range(_MOST_DOUBTS):
            if found := self._words.about.match(words):
                words = words[found.end() :]
            elif found := self._words.about_after.fullmatch(words):
                words = found[1]
            else:
                return words, doubts
        return words, _MOST_DOUBTS

    def _bounded(self, words: str) -> Estimate[Number] | None:
        """A number, a range, or a number with a bound before or behind it."""
        for pattern, low, high in self._words.bounded_twice:
            if (found := pattern.fullmatch(words)) and (spanned := self._between(found[low], found[high])) is not None:
                return spanned
        for before, after, bound in (
            (self._words.at_least, self._words.at_least_after, at_least),
            (self._words.at_most, self._words.at_most_after, at_most),
        ):
            found = before.match(words)
            rest = words[found.end() :] if found else (behind := after.fullmatch(words)) and behind[1]
            if rest:
                inner, doubts = self._without_doubts(rest)
                number = self._number(inner)
                if number is None and (spanned := self._range(inner)) is not None:  # up to 2-3 million
                    number = spanned.high if bound is at_most else spanned.low
                if number is not None:
                    return about(bound(number)) if doubts else bound(number)
        if found := self._words.exactly.match(words):
            words = words[found.end() :]
        number = self._number(words)
        return exactly(number) if number is not None else self._many(words) or self._range(words)

    def _range(self, words: str) -> Estimate[Number] | None:
        if _COMPOUND.fullmatch(words):
            left, right = words.split("-")
            low, high = self._counted(left), self._counted(right)
            return self._between(left, right) if low and high and low[0] + 1 == high[0] else None
        for pattern in (*self._words.ranges, _DASHED):
            if (found := pattern.fullmatch(words)) and (spanned := self._between(found[1], found[2])) is not None:
                return spanned
        return None

    def _between(self, left: str, right: str) -> Estimate[Number] | None:
        """From the one to the other: a word of size behind the second is meant of the first, too, if that has none."""
        low, high = self._counted(left), self._counted(right)
        if low is None or high is None:
            return None
        first, last = _times(low[0], low[1] or 1), _times(high[0], high[1] or 1)
        if low[1] is None and high[1] is not None:
            sized = _times(low[0], high[1])
            if sized <= last:
                first = sized
            elif first < 1000 < high[1]:  # "900 to 1.2 million" leaves open what the first end counts in
                raise TwoReadingsError.of(self._text, f"{first} to {last}", f"{first} thousand to {last}")
        elif high[1] is None and first < 1000 and _times(first, 1000) < last and _THOUSANDS.search(right):
            raise TwoReadingsError.of(self._text, f"{first} to {last}", f"{first} thousand to {last}")
        if first > last:
            raise unreadable(f"{shown(self._text)} ends below where it begins", "put the lower number first")
        return between(first, last)

    def _number(self, words: str) -> Number | None:
        found = self._counted(words)
        return None if found is None else _times(found[0], found[1] or 1)

    def _counted(self, words: str) -> tuple[Number, Number | None] | None:
        """A number, in digits or in words, and the size behind it, if there is one."""
        if (plain := number_written(words, self._decimal)) is not None:
            return plain, None
        if found := _LEADING.fullmatch(words):
            number = number_written(found[1].strip(), self._decimal)
            tokens = _tokens(found[2])
        else:
            tokens = _tokens(words)
            number = self._spoken(tokens)
        if number is None:
            return None
        size = self._size(tokens)
        if size is not None and tokens:
            number = self._with_smaller(number, size, tokens)
        return (number, size) if self._is_counted(tokens) else None

    def _with_smaller(self, number: Number, size: Number, tokens: list[str]) -> Number:
        """What follows a size, as in `two thousand five hundred`, is added in its measure (2.5), and taken off.

        `one million two` stays open: it may be two, or two hundred thousand.
        """
        is_joined = tokens[0] in self._words.ands
        rest = tokens[is_joined:]
        more = self._spoken(rest)
        if not more or not _ROUND.fullmatch(f"{size}"):
            return number
        smaller = _times(more, self._size(rest) or 1)
        if smaller >= size or not (is_joined or _times(smaller, 10) >= size):
            return number
        tokens[:] = rest
        return add(number, _times(smaller, Decimal(f"1e{1 - len(str(size))}")), "cell")

    def _spoken(self, tokens: list[str]) -> Number | None:
        """A number in words, which are taken off: `twenty five`, `two hundred and fifty`, `half a` before a size."""
        number, taken = self._small(tokens)
        hundred = taken and self._words.sizes.get("".join(tokens[taken : taken + 1])) == (100,)
        if hundred:
            at = taken + 1 + (taken + 1 < len(tokens) and tokens[taken + 1] in self._words.ands)
            rest, more = self._small(tokens[at:])
            if more:
                number, taken = _times(number, 100) + rest, at + more
        if 0 < taken < len(tokens) and tokens[taken] in self._words.ands:
            half, more = self._small(tokens[taken + 1 :])  # one and a half million
            if half == _HALF:
                number, taken = add(number, half, "cell"), taken + 1 + more
        del tokens[:taken]
        return number if taken else None

    def _small(self, tokens: list[str]) -> tuple[Number, int]:
        """A number below a hundred in words, and how many words it takes; none where there is none."""
        known = takewhile(self._words.numbers.__contains__, tokens[:2])
        match [self._one(word, self._words.numbers[word]) for word in known]:
            case [tens, unit] if tens in _TENS and unit in _UNITS:
                return tens + unit, 2
            case [1, half] | [half, 1] if half == _HALF:  # a half, half a
                number, taken = half, 2
            case [number, *_]:
                taken = 1
            case _:
                return 0, 0
        counts = number != _HALF and tokens[0] not in _ARTICLES
        is_sized = taken < len(tokens) and tokens[taken] in self._words.sizes
        return (number, taken) if counts or is_sized else (0, 0)

    def _size(self, tokens: list[str]) -> Number | None:
        """The words of size at the beginning, multiplied and taken off; None where there is none."""
        size: Number | None = None
        while tokens and tokens[0] in self._words.sizes:
            word = tokens.pop(0)
            size = _times(size or 1, self._one(word, self._words.sizes[word]))
        return size

    def _one(self, word: str, means: tuple[Number, ...]) -> Number:
        one, *others = means
        if others:
            raise TwoReadingsError.of(self._text, f"{word} = {one}", f"{word} = {others[0]}")
        return one

    def _many(self, words: str) -> Estimate[Number] | None:
        """At least two of what a plural, or "several", counts in: `dozens`, `tens of thousands`, `a few hundred`."""
        several = self._words.several.match(words)
        tokens = _tokens(words[several.end() :] if several else words)
        sizes = self._words.sizes_and_many
        if not tokens or tokens[0] not in (sizes if several else self._words.many):
            return None
        number: Number = 2
        while tokens and (tokens[0] in sizes or tokens[0] in self._words.fillers):
            word = tokens.pop(0)
            number = _times(number, self._one(word, sizes[word])) if word in sizes else number
        return at_least(number) if self._is_counted(tokens) else None

    def _is_counted(self, tokens: list[str]) -> bool:
        """Whether what is left names things that are counted, if anything."""
        return all(token in self._words.things for token in tokens)


def _times(number: Number, factor: Number) -> Number:
    return to_number(scale(number, factor, "cell"), "cell")


def _tokens(words: str) -> list[str]:
    return [token for word in words.replace("-", " ").split() if (token := word.strip(".,"))]
