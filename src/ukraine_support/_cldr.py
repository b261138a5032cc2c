"""Names, numbers, dates and plurals out of the Unicode Common Locale Data Repository, as babel ships it.

babel is loaded when it is first asked. What is held of it is bounded.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

from ._errors import InvalidValueError, WrongTypeError, shown
from ._exact import Number, written

if TYPE_CHECKING:
    from babel import Locale

_LANGUAGES_HELD: Final = 64
_NOTATIONS_HELD: Final = 1024
_DIGITS: Final = Context(prec=100)
"""babel calculates in the ambient context, which another program's settings could starve."""
_FULL: Final = "#,##0." + "#" * 18
_TAG_LENGTH: Final = 60

Messages: TypeAlias = Mapping[tuple[str | None, str], tuple[str, ...]]
"""The words of a catalogue: by context and message, one form or one for each plural category in CLDR's order."""


@lru_cache(maxsize=_LANGUAGES_HELD)
def _locale(tag: str) -> "Locale":
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        return Locale.parse(tag.replace("-", "_"))
    except (ValueError, TypeError, UnknownLocaleError):
        raise InvalidValueError(
            "language", f"{shown(tag)} is no language known here", 'pass one such as "uk"'
        ) from None


def checked(tag: str) -> str:
    """A tag that may be one of a locale: a string, cut off where none is so long."""
    if not isinstance(tag, str):
        raise WrongTypeError("language", f"{shown(tag)} is a {type(tag).__name__}", 'pass a tag such as "uk"')
    return tag[:_TAG_LENGTH]


def settled(tag: str) -> str:
    """The tag of a locale that the repository holds, with hyphens.

    Raises:
        InvalidValueError: The repository holds no such locale.
    """
    return str(_locale(checked(tag))).replace("_", "-")


def territory_names(language: str) -> Mapping[str, str]:
    """The names of countries, territories and unions in a language, by code.

    Args:
        language: A tag such as `"uk"` or `"pt-BR"`.

    Raises:
        InvalidValueError: The repository holds no such language.
    """
    return _territory_names(settled(language))


@lru_cache(maxsize=_LANGUAGES_HELD)
def _territory_names(tag: str) -> Mapping[str, str]:
    return MappingProxyType(dict(_locale(tag).territories))


def currency_name(code: str, tag: str) -> str:
    """The name of a currency in a language, or its code."""
    return str(_locale(tag).currencies.get(code, code))


class Notation(NamedTuple):
    """How numbers of one sort are written: what stands around them and between their digits."""

    around: tuple[str, str]
    around_negative: tuple[str, str]
    point: str
    group: str
    sizes: tuple[int, int]
    """Digits of the group before the point, and of those before it."""
    least: int
    """Digits after the point at least."""

    def write(self, value: Number) -> str:
        """The number with all its digits."""
        text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
        before, after = self.around
        if text[0] == "-":
            before, after = self.around_negative
            text = text[1:]
        whole, _, fraction = text.partition(".")
        fraction = fraction.rstrip("0").ljust(self.least, "0")
        whole = whole.replace(",", self.group) if self.sizes == (3, 3) else self._grouped(whole.replace(",", ""))
        return f"{before}{whole}{self.point}{fraction}{after}" if fraction else f"{before}{whole}{after}"

    def _grouped(self, digits: str) -> str:
        first, others = self.sizes
        groups = [digits[-first:]]
        digits = digits[:-first]
        while digits:
            groups.append(digits[-others:])
            digits = digits[:-others]
        return self.group.join(reversed(groups))


@lru_cache(maxsize=_NOTATIONS_HELD)
def money_notation(code: str, tag: str) -> Notation:
    """How amounts in a currency are written."""
    from babel.numbers import format_currency, get_currency_precision

    locale, digits = _locale(tag), get_currency_precision(code)
    with _calculating():
        around = [_around(format_currency(one, code, locale=locale), "1", digits, locale) for one in _ONES]
    return _notation(around, locale.currency_formats["standard"], digits, locale)


@lru_cache(maxsize=_LANGUAGES_HELD)
def number_notation(tag: str) -> Notation:
    """How numbers are written."""
    from babel.numbers import format_decimal

    locale = _locale(tag)
    with _calculating():
        around = [_around(format_decimal(one, locale=locale), "1", 0, locale) for one in _ONES]
    return _notation(around, locale.decimal_formats[None], 0, locale)


@lru_cache(maxsize=_LANGUAGES_HELD)
def percent_notation(tag: str) -> Notation:
    """How numbers of hundredths are written."""
    from babel.numbers import format_percent

    locale = _locale(tag)
    with _calculating():
        around = [_around(format_percent(one.scaleb(-2), locale=locale), "1", 0, locale) for one in _ONES]
    return _notation(around, locale.percent_formats[None], 0, locale)


_ONES: Final = (Decimal(1), Decimal(-1))
"""What babel is given to write, to see what it puts around a number above and below zero."""


def _around(shown_as: str, number: str, digits: int, locale: "Locale") -> tuple[str, str]:
    from babel.numbers import get_decimal_symbol

    before, _, after = shown_as.partition(number + (get_decimal_symbol(locale) + "0" * digits if digits else ""))
    return before, after


def _notation(around: Sequence[tuple[str, str]], pattern: Any, least: int, locale: "Locale") -> Notation:
    from babel.numbers import get_decimal_symbol, get_group_symbol

    marks = get_decimal_symbol(locale), get_group_symbol(locale)
    return Notation(around[0], around[1], *marks, pattern.grouping, least)


def compact_money(amount: Decimal, code: str, tag: str) -> str:
    """An amount in thousands, millions or billions, rounded to one digit after the point."""
    from babel.numbers import format_compact_currency

    with _calculating():
        told = str(format_compact_currency(amount, code, locale=_locale(tag), fraction_digits=1))
        return _grouped(told, amount, money_notation(code, tag))


def compact_number(value: Number, tag: str) -> str:
    """A number in thousands, millions or billions, rounded to one digit after the point."""
    from babel.numbers import format_compact_decimal

    with _calculating():
        told = str(format_compact_decimal(Decimal(value), locale=_locale(tag), fraction_digits=1))
        return _grouped(told, Decimal(value), number_notation(tag))


def _grouped(told: str, value: Decimal, notation: Notation) -> str:
    """Where a locale has no short word for thousands, as German has none, babel writes them without grouping."""
    return notation._replace(least=0).write(round(value)) if _UNGROUPED.search(told) else told


_UNGROUPED: Final = re.compile(r"[0-9]{4}")


def measured(value: Decimal, unit: str, tag: str) -> str:
    """A number with the short name of a unit, such as `length-millimeter`."""
    from babel.units import format_unit

    with _calculating():
        return str(format_unit(value, unit, "short", format=_FULL, locale=_locale(tag)))


@contextmanager
def _calculating() -> Iterator[None]:
    with localcontext(_DIGITS):
        yield


def listed(items: Sequence[str], tag: str) -> str:
    """Several things in a row, the last one after "and"."""
    from babel.lists import format_list

    return str(format_list(items, "standard", locale=_locale(tag)))


def _dating(tag: str) -> "Locale":
    """The locale that dates follow: `en` alone writes days first, as most of those who read English do."""
    return _locale("en-001" if tag == "en" else tag)


def written_day(day: date, tag: str) -> str:
    """A day in full."""
    from babel.dates import format_date

    locale = _dating(tag)
    return _ordinal(str(format_date(day, "long", locale=locale)), locale)


def _ordinal(told: str, locale: "Locale") -> str:
    """French counts the first of a month as no other day, which CLDR's patterns cannot say."""
    return _FIRST.sub("1er", told) if locale.language == "fr" else told


_FIRST: Final = re.compile(r"\b1\b(?= [^0-9\W]|–[0-9])")


def written_days(first: date, last: date, tag: str) -> str:
    """From one day to another, the month in full as in `written_day`.

    CLDR has patterns for spans with short months alone, and the rule by which to lengthen them (UTS 35, part 4,
    "Missing Skeleton Fields"), which babel does not follow. Months in digits stay so, but where a stop follows each.
    """
    from babel.dates import parse_pattern

    if first == last:
        return written_day(first, tag)
    locale = _dating(tag)
    differing = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    parts = [_MONTH.sub("MMMM", part) for part in locale.interval_formats["yMMMd"][differing]]
    ends = zip(parts, (first, last), strict=True)
    return _ordinal("".join(str(parse_pattern(part).apply(day, locale)) for part, day in ends), locale)


_MONTH: Final = re.compile(r"(?<!M)MMM(?!M)|(?<=d\. )M\.(?=\s)")

Precision: TypeAlias = Literal["yMMMM", "yQQQQ", "y"]
"""A month, a quarter, or a year."""


def written_span(first: date, last: date, precision: Precision, tag: str) -> str:
    """A month, a quarter or a year, or from one month or year to another."""
    from babel.dates import format_interval, format_skeleton

    locale = _dating(tag)
    if (first.year, first.month) == (last.year, last.month):
        return str(format_skeleton(precision, first, locale=locale))
    return str(format_interval(first, last, precision, locale=locale))


def plural_form(number: Number, tag: str) -> int:
    """Which plural form a number takes: its place among the language's categories, in CLDR's order."""
    exact = Decimal(written(number))  # the rules count zeros after the point, which say nothing here
    with _calculating():
        category = _locale(tag).plural_form(exact.copy_abs())
    return _categories(tag).index(str(category))


@lru_cache(maxsize=_LANGUAGES_HELD)
def _categories(tag: str) -> tuple[str, ...]:
    tags = _locale(tag).plural_form.tags
    return tuple(each for each in ("zero", "one", "two", "few", "many", "other") if each in tags or each == "other")


def read_catalogue(content: bytes) -> Messages:
    """The words of a gettext catalogue (a `.po` file)."""
    from babel.messages.pofile import read_po

    catalogue = read_po(BytesIO(content))
    found: dict[tuple[str | None, str], tuple[str, ...]] = {}
    for message in catalogue:
        words: Any = message.id if isinstance(message.id, str) else message.id[0]
        told: Any = message.string
        if words:  # the first entry of a catalogue is its head
            found[message.context, words] = (told,) if isinstance(told, str) else tuple(told)
    return found
