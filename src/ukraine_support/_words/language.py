"""The language of a reader: our words from its catalogue, numbers as its locale writes them."""

from collections.abc import Iterable
from decimal import Context, Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Final

from .. import _cldr
from .._exact import FRACTION_DIGITS, Number, rounded
from .._model.base.advice import an_instance
from .._model.values.money import Money
from .._model.values.text import Text

LANGUAGES: Final = ("cs", "de", "en", "fr", "nl", "pl", "uk")
"""The languages in which the library has all its words. In other locales they are English."""

_LANGUAGES_HELD: Final = 128
_SIGNIFICANT: Final = 3
"""Digits that a rounded number keeps at least, so that a small one does not become zero."""
_STATED: Final = 6
"""Digits after the point that people state; a number with more was calculated, or was a float."""
_HUNDRED: Final = 100
_CALCULATED: Final = Context(prec=3)
"""Whatever else was calculated is written with three digits, or with all those before the point."""
_WIDE: Final = Context(prec=100)


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(name: str) -> _cldr.Messages:
    return _cldr.read_catalogue((files(__name__.rpartition(".")[0]) / "catalogues" / f"{name}.po").read_bytes())


class Language:
    """One locale's words, numbers, dates and plurals; amounts in full, or compact."""

    __slots__ = ("_messages", "compact", "locale", "spoken", "tag")

    def __init__(self, locale: str, *, compact: bool) -> None:
        self.locale = _cldr.settled(locale)
        """The locale, which numbers and dates follow."""
        self.compact = compact
        """Whether amounts and counts are written in thousands and millions."""
        own = self.locale.partition("-")[0]
        self.spoken = own if own in LANGUAGES else "en"
        """The language of the words."""
        self.tag = self.locale if self.spoken == own else "en"
        """The tag of the language of the words."""
        self._messages = _catalogue(self.spoken)

    def say(self, message: str, **parts: str) -> str:
        """Our words, in the language, with what stands between braces filled in."""
        return self._messages[None, message][0].format(**parts)

    def word(self, context: str, word: str) -> str:
        """A word of one of our lists."""
        return self._messages[context, word][0]

    def count(self, context: str, word: str, number: Number, written: str | None = None) -> str:
        """So many of something, in the plural form that the number takes."""
        form = self._messages[context, word][_cldr.plural_form(number, self.spoken)]
        return form.format(number=self.number(number) if written is None else written)

    def pair(self, label: str, value: str) -> str:
        """A name, and what is said of it."""
        return self.say("{label}: {value}", label=label, value=value)

    def labelled(self, message: str, value: str) -> str:
        """A value behind its label, which is one of our words."""
        return self.pair(self.say(message), value)

    def clauses(self, several: Iterable[str]) -> str:
        """Several statements in a row, each for itself."""
        return self.word("punctuation", "; ").join(several)

    def bracketed(self, name: str, details: Iterable[str]) -> str:
        """A name, and what tells it from others or where it comes from, if anything does."""
        inside = self.clauses(details)
        return f"{name} ({inside})" if inside else name

    def text(self, text: Text) -> str:
        """Words of a record's author, in this language or the nearest that is there, on one line."""
        return " ".join(text.in_language(self.locale).split())

    def listed(self, items: "list[str]") -> str:
        """Several things in a row."""
        return _cldr.listed(items, self.locale)

    def number(self, value: Number) -> str:
        """A number, all its digits but those that only a calculation gives; or compact."""
        if self.compact:
            return _cldr.compact_number(value, self.locale)
        return _cldr.number_notation(self.locale).write(_as_stated(value))

    def money(self, value: Money) -> str:
        """An amount to the minor unit of its currency; or compact."""
        code = value.currency.code
        if self.compact:
            return _cldr.compact_money(value.amount, code, self.locale)
        return _cldr.money_notation(code, self.locale).write(_to_digits(value.amount, value.currency.digits))

    def measured(self, value: Decimal, unit: str) -> str:
        """A number with the short name of a unit, all its digits but those that only a calculation gives."""
        return _cldr.measured(Decimal(_as_stated(value)), unit, self.locale)

    def calculated(self, value: Number) -> str:
        """A number that a division gave: rounded, as its last digits mean nothing; a whole one keeps all its digits."""
        return self.number(_calculated(value))

    def share(self, value: Decimal) -> str:
        """A part of the whole in percent, rounded, but never to 100 % while something is missing."""
        digits = _SIGNIFICANT
        while (part := Context(prec=digits).plus(value)) == 1 != value:
            digits += 1
        return _cldr.percent_notation(self.locale).write(part.scaleb(2, _WIDE))


def _to_digits(value: Decimal, after: int) -> Decimal:
    """A number rounded to so many digits after the point, or to three in all where it is small."""
    digits = max(after, _SIGNIFICANT - 1 - value.adjusted()) if value else after
    return rounded(value, min(digits, FRACTION_DIGITS))


def _as_stated(value: Number) -> Number:
    """A number as people state it: one with more digits was calculated, and is rounded."""
    is_stated = isinstance(value, int) or value == rounded(value, _STATED)
    return value if is_stated else _calculated(value)


def _calculated(value: Number) -> Decimal:
    exact = Decimal(value)
    whole = exact.to_integral_value(context=_WIDE)
    return whole if whole == exact or exact.copy_abs() >= _HUNDRED else _CALCULATED.plus(exact)


def language(locale: str, *, compact: bool = False) -> Language:
    """The language of a locale such as `"uk"` or `"pt-BR"`.

    Raises:
        InvalidValueError: The Unicode Common Locale Data Repository holds no such locale.
        WrongTypeError: The locale is not a string, or `compact` is not a truth value.
    """
    return _language(_cldr.checked(locale), compact=an_instance(compact, bool, "compact"))


_language = lru_cache(maxsize=_LANGUAGES_HELD)(Language)
