"""Words for what answers are kept by: whoever gives, pays or receives, a sort of support, a month."""

import re
from datetime import date
from typing import Any, Final, TypeAlias

from .. import _cldr
from .._model.parties import Party
from .._model.values.period import Period
from ..analysis import Changes, Progress, Quantities, Totals
from .commitments import category_word
from .language import Language
from .parties import parties
from .titles import Titles
from .wording import worded, wording

COLUMNS: Final = (
    "calibre",
    "category",
    "condition",
    "designation",
    "donor",
    "funder",
    "initiative",
    "instrument",
    "kind",
    "month",
    "origin",
    "quarter",
    "recipient",
    "stage",
    "supplier",
    "unit",
    "year",
)
"""What tables are kept by, as the catalogues hold it under the context `key`."""

FLOW: Final = ("funder", "supplier", "recipient")
"""The names of the keys of flows, which run from one to the next."""

Table: TypeAlias = Totals | Quantities | Progress | Changes
"""What has keys of several parts."""

_CALENDAR: Final = re.compile(r"[1-9][0-9]{3}(?:-(?:(?:0[1-9]|1[0-2])|Q(?P<quarter>[1-4])))?")


def column(name: str, language: Language) -> str:
    """What a part of the keys is called; one of the user's own, by its own name."""
    return language.word("key", name) if name in COLUMNS else name


def key_words(table: Table, key: Any, language: Language, titles: Titles = str) -> list[str]:
    """What each part of a key is called."""
    parts = zip(table.names, (key,) if len(table.names) == 1 else key, strict=True)
    return [titles(id) if name == "initiative" and id else part(id, language, name) for name, id in parts]


def joined(table: Table, key: Any, language: Language, titles: Titles = str) -> str:
    """A key in one phrase."""
    return (" → " if table.names == FLOW else ", ").join(key_words(table, key, language, titles))


def part(key: Any, language: Language, name: str | None = None) -> str:
    """What a key, or a part of one, is called.

    Args:
        key: The key.
        language: The language.
        name: What the part is of, where that is known.
    """
    if key is None:
        return language.say("not stated")
    if isinstance(key, bool):
        return language.say("yes") if key else language.say("no")
    if isinstance(key, tuple):
        if key and all(isinstance(each, Party) for each in key):
            return parties(key, language)
        return ", ".join(part(each, language, name) for each in key)
    if isinstance(key, str):
        return _word(key, language, name)
    if isinstance(key, int) or wording.dispatch(type(key)) is wording.dispatch(object):
        return str(key)  # what a function of the user's makes of a commitment
    return worded(key, language)


def _word(key: str, language: Language, name: str | None) -> str:
    when = _CALENDAR.fullmatch(key) if name in ("year", "quarter", "month") else None
    if when is None:
        if name == "kind" and "." not in key:  # the library's own, and so in the catalogues
            return language.word("support", key)
        return category_word(key, language) if name in ("category", None) else key
    if when["quarter"] is None:
        return worded(Period(key), language)
    first = date(int(key[:4]), 3 * int(when["quarter"]) - 2, 1)
    return _cldr.written_span(first, first, "yQQQQ", language.locale)
