"""Anything in words."""

from .._words.language import language
from .._words.registered import worded


def describe(thing: object, locale: str, *, compact: bool = False) -> str:
    r"""Anything of this library in words, on one line: values, parties, support, records, ledgers, answers.

    Numbers that a record states keep all their digits unless `compact` asks otherwise; what a division gave, such as a
    sum per head, is told by three digits, or by all those before the point. Nothing is said that is not known: an open
    end is "at least" or "at most", an unknown value "undisclosed". A record's references are told by their ids. Errors
    are for those who write programs: they stay in English, and are refused here.

    Args:
        thing: A value, a record, an answer or several of them in a list, set or mapping; a quantity of pint that is a
            length, a mass or rounds; also a plain `int`, `Decimal` or `date`. A subclass of yours is told by
            its own [`__describe__`][ukraine_support.display.Describes], or as its nearest ancestor is.
        locale: A locale of the Unicode Common Locale Data Repository, such as `"uk"`, `"de-AT"` or `"pt-BR"`. Our own
            words are there in the languages of [`LANGUAGES`][ukraine_support.display.LANGUAGES], and English in others.
            `"en"` writes days first, as most of the world does; ask `"en-US"` for American dates.
        compact: Whether to write amounts and counts in thousands and millions, rounded to one digit after the point.

    Raises:
        InvalidValueError: There is no such locale.
        WrongTypeError: The thing is not one of this library's.

    Examples:
        >>> from ukraine_support import Country, Money, Period, about
        >>> describe(Country("DE"), "uk")
        'Німеччина'
        >>> describe(Money("100000000", "EUR"), "de"), describe(Money("100000000", "EUR"), "de", compact=True)
        ('100.000.000,00\xa0€', '100\xa0Mio.\xa0€')
        >>> describe(Period("../2024-02-26"), "en"), describe(about(500_000), "cs")
        ('on or before 26 February 2024', 'přibližně 500\xa0000')
    """
    return worded(thing, language(locale, compact=compact))
