"""Names, numbers, dates and plurals out of the Unicode Common Locale Data Repository, as babel ships it.

babel is loaded when it is first asked. What is held of it is bounded.
"""

import re
from collections.abc import Callable, Mapping, Sequence
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
"""babel calculates in the decimal context of the program around it, which may round or refuse; this one does not."""
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
        text = f"{value}" if isinstance(value, int) else f"{value:f}"
        before, after = self.around_negative if text[0] == "-" else self.around
        whole, _, fraction = text.removeprefix("-").partition(".")
        fraction = fraction.rstrip("0").ljust(self.least, "0")
        last, others = self.sizes
        whole = self.group.join(re.split(rf"\B(?=(?:\d{{{others}}})*\d{{{last}}}$)", whole))
        return f"{before}{whole}{self.point}{fraction}{after}" if fraction else f"{before}{whole}{after}"


@lru_cache(maxsize=_NOTATIONS_HELD)
def money_notation(code: str, tag: str) -> Notation:
    """How amounts in a currency are written."""
    from babel.numbers import format_currency, get_currency_precision

    locale, digits = _locale(tag), get_currency_precision(code)
    pattern = locale.currency_formats["standard"]
    return _notation(lambda one: _signed(format_currency(one, code, locale=locale), locale), pattern, digits, locale)


def _signed(text: str, locale: "Locale") -> str:
    """An amount with the sign that readers know, apart from the number where it is a code, as CLDR's rule has it.

    In Ukrainian the repository has the code of the euro. babel does not follow its rule on the space behind codes.
    """
    return _TOUCHING.sub("\N{NO-BREAK SPACE}", text.replace("EUR", "€") if locale.language == "uk" else text)


_TOUCHING: Final = re.compile(r"(?<=[^\W\d_])(?=\d)")
"""Where a letter meets a digit."""


@lru_cache(maxsize=_LANGUAGES_HELD)
def number_notation(tag: str) -> Notation:
    """How numbers are written."""
    from babel.numbers import format_decimal

    locale = _locale(tag)
    return _notation(lambda one: format_decimal(one, locale=locale), locale.decimal_formats[None], 0, locale)


@lru_cache(maxsize=_LANGUAGES_HELD)
def percent_notation(tag: str) -> Notation:
    """How numbers of hundredths are written."""
    from babel.numbers import format_percent

    locale = _locale(tag)
    return _notation(lambda one: format_percent(one / 100, locale=locale), locale.percent_formats[None], 0, locale)


def _notation(write: Callable[[Decimal], str], pattern: Any, least: int, locale: "Locale") -> Notation:
    """What babel puts around one and minus one, so that numbers of any length can be written."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    point = get_decimal_symbol(locale)
    one = f"1{point}{'0' * least}" if least else "1"
    with localcontext(_DIGITS):
        (before, _, after), (before_negative, _, after_negative) = (
            write(Decimal(number)).partition(one) for number in (1, -1)
        )
    around, around_negative = (before, after), (before_negative, after_negative)
    return Notation(around, around_negative, point, get_group_symbol(locale), pattern.grouping, least)


def compact_money(amount: Decimal, code: str, tag: str) -> str:
    """An amount in thousands, millions or billions, rounded to one digit after the point."""
    from babel.numbers import format_compact_currency

    with localcontext(_DIGITS):
        text = format_compact_currency(amount, code, locale=_locale(tag), fraction_digits=1)
        return _grouped(_signed(str(text), _locale(tag)), amount, money_notation(code, tag))


def compact_number(value: Number, tag: str) -> str:
    """A number in thousands, millions or billions, rounded to one digit after the point."""
    from babel.numbers import format_compact_decimal

    with localcontext(_DIGITS):
        text = format_compact_decimal(Decimal(value), locale=_locale(tag), fraction_digits=1)
        return _grouped(str(text), value, number_notation(tag))


def _grouped(text: str, value: Number, notation: Notation) -> str:
    """The number in full where a locale has no short word for thousands, as German; babel would group no digits."""
    return notation._replace(least=0).write(round(value)) if re.search("[0-9]{4}", text) else text


def measured(value: Decimal, unit: str, tag: str) -> str:
    """A number with the short name of a unit, such as `length-millimeter`."""
    from babel.units import format_unit

    with localcontext(_DIGITS):
        return str(format_unit(value, unit, "short", format=_FULL, locale=_locale(tag)))


def listed(items: Sequence[str], tag: str) -> str:
    """Several things in a row, the last one after "and"."""
    from babel.lists import format_list

    return str(format_list(items, "standard", locale=_international(tag)))


def _international(tag: str) -> "Locale":
    """The locale that dates and rows of things follow: `en` alone is English as most who read it write it."""
    return _locale("en-001" if tag == "en" else tag)


def written_day(day: date, tag: str) -> str:
    """A day in full."""
    from babel.dates import format_date

    locale = _international(tag)
    return _ordinal(str(format_date(day, "long", locale=locale)), locale)


def _ordinal(told: str, locale: "Locale") -> str:
    """In French the first of a month alone is an ordinal, which CLDR's patterns cannot say."""
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
    locale = _international(tag)
    differing = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    parts = [_MONTH.sub("MMMM", part) for part in locale.interval_formats["yMMMd"][differing]]
    ends = zip(parts, (first, last), strict=True)
    return _apart(_ordinal("".join(str(parse_pattern(part).apply(day, locale)) for part, day in ends), locale))


def _apart(span: str) -> str:
    """A span with spaces around its dash where both ends are several words: not "30 grudnia 2023–2 stycznia"."""
    return _TIGHT.sub(r"\1 – ", span)


_TIGHT: Final = re.compile(r"^(\S+\s[^–]*\S)–(?=\S+\s)")
_MONTH: Final = re.compile(r"(?<!M)MMM(?!M)|(?<=d\. )M\.(?=\s)")

Precision: TypeAlias = Literal["yMMMM", "yQQQQ", "y"]
"""A month, a quarter, or a year."""


def written_span(first: date, last: date, precision: Precision, tag: str) -> str:
    """A month, a quarter or a year, or from one month or year to another."""
    from babel.dates import format_interval, format_skeleton

    locale = _international(tag)
    if (first.year, first.month) == (last.year, last.month):
        return str(format_skeleton(precision, first, locale=locale))
    return _apart(str(format_interval(first, last, precision, locale=locale)))


def plural_form(number: Number, tag: str) -> int:
    """Which plural form a number takes: its place among the language's categories, in CLDR's order."""
    exact = Decimal(written(number))  # the rules count zeros after the point, which say nothing here
    with localcontext(_DIGITS):
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
