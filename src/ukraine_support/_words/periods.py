"""Words for days and periods, as precise as they are known."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from .. import _cldr
from .._model.values.period import Period
from .language import Language
from .wording import worded, wording

SEASONS: Final[Mapping[str, str]] = {
    "21": "spring {year}",
    "22": "summer {year}",
    "23": "autumn {year}",
    "24": "winter {year}",
}
"""The seasons by EDTF's number, as the catalogues hold them under the context `season`."""
_PRECISIONS: Final[Mapping[int, _cldr.Precision]] = {7: "yMMMM", 4: "y"}
"""By the length of its text: a month, a year."""
_DAY_LENGTH: Final = 10


@wording.register
def day_in_words(thing: date, language: Language) -> str:
    return _cldr.written_day(thing, language.locale)


@wording.register
def period_in_words(thing: Period, language: Language) -> str:
    first, last = thing.earliest, thing.latest
    start, _, end = thing.edtf.partition("/")
    if first is None:
        day = worded(last, language)
        told = language.say("on or before about {day}" if _is_about(end) else "on or before {day}", day=day)
    elif last is None:
        day = worded(first, language)
        told = language.say("since about {day}" if _is_about(start) else "since {day}", day=day)
    elif not end:
        told = _end(start, first, last, language)
    elif _is_about(start) or _is_about(end):
        ends = [_end(text, *_bounds(text), language) for text in (start, end)]
        told = language.say("{start} to {end}", start=ends[0], end=ends[1])
    else:
        told = _span(start, end, first, last, language)
    return language.say("{period} (uncertain)", period=told) if set("?%") & set(thing.edtf) else told


def _bounds(end: str) -> tuple[Any, Any]:
    """The first and the last day of one end, which alone is never open."""
    period = Period(end)
    return period.earliest, period.latest


def _is_about(end: str) -> bool:
    return end[-1] in "~%"


def _end(text: str, first: date, last: date, language: Language) -> str:
    bare = text.rstrip("~?%")
    if len(bare) == _DAY_LENGTH:
        told = worded(first, language)
    elif bare[5:] in SEASONS:
        year = f"{first.year}" if first.year == last.year else f"{first.year}/{last.year % 100:02}"
        told = language.word("season", SEASONS[bare[5:]]).format(year=year)
    else:
        told = _cldr.written_span(first, first, _PRECISIONS[len(bare)], language.locale)
    return language.say("about {day}", day=told) if _is_about(text) else told


def _span(start: str, end: str, first: date, last: date, language: Language) -> str:
    """From one end to another: months and years as such where both are, days where the ends differ in kind."""
    lengths = {len(text.rstrip("?")) for text in (start, end)}
    precision = _PRECISIONS.get(lengths.pop()) if len(lengths) == 1 else None
    if precision is None or start[5:7] in SEASONS or end[5:7] in SEASONS:
        return _cldr.written_days(first, last, language.locale)
    return _cldr.written_span(first, last, precision, language.locale)
