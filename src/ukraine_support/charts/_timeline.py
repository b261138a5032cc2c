"""What was announced and what was said of it, in the order of time, as a picture."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from .._errors import WrongTypeError, shown
from .._model.claims import Claim
from .._model.commitments import Commitment
from .._model.ledger import Ledger
from .._model.values.period import Period, a_day_or_none
from .._words.claims import figures, said
from .._words.commitments import stage_word
from .._words.language import Language, language
from .._words.titles import title_of
from .._words.wording import worded
from ..analysis import Event, EventKind, history
from ..analysis._known import subject
from ._axis import calendar, instant
from ._bars import draw_ends, draw_span
from ._drawing import BAR, Drawing

_POINTS: Final = {
    EventKind.PROMISE: "square",
    EventKind.RESTATEMENT: "diamond",
    EventKind.FORECAST: "triangle",
    EventKind.CLAIM: "circle",
}


def timeline_chart(
    ledger: Ledger, locale: str, ids: Iterable[str] | None = None, *, as_of: date | str | None = None
) -> dict[str, Any]:
    """When what was announced, and what was said of it when, the earliest first.

    A point is a day: a square of an announcement, a circle of a claim, a triangle of a forecast, a diamond of an
    announcement that restates one of `ids` and is not among them. A dashed bar is a span of which one day is meant; an
    arrow is an open end; hollow points are approximate. What carries no date has no place in time, and is counted under
    the title.

    Args:
        ledger: The records.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        ids: Commitments and initiatives; None for all that the ledger holds.
        as_of: The day asked about, or its text `2024-02-27`; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has an id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Money
        >>> gift = FinancialCommitment(
        ...     id="nl", donors=[Country("NL")], stage="pledged", announced="2024-02", value=Money("5", "EUR")
        ... )
        >>> print(timeline_chart(Ledger(commitments=[gift]), "en")["description"])
        Announcements and claims; February 2024; pledged: Netherlands → Ukraine: €5.00
    """
    words, day = language(locale), a_day_or_none(as_of, "timeline_chart")
    if isinstance(ids, str):
        raise WrongTypeError("timeline_chart", f"{shown(ids)} is a str", "pass a list of ids")
    asked = None if ids is None else [subject(ledger, id, day, "timeline_chart").id for id in ids]
    known = ledger if day is None else ledger.as_of(day)
    events = _events(known, [*known.initiatives, *known.commitments] if asked is None else asked)
    dated = [(event, period) for event in events if (period := _when(event)) is not None]
    drawing = Drawing(calendar((period for _, period in dated), words), words)
    for event, period in dated:
        told = drawing.row(worded(period, words), _told(event, known, words))
        _draw_period(drawing, period, told, _POINTS[event.kind])
    terms = [] if day is None else [words.say("as of {day}", day=worded(day, words))]
    if len(events) > len(dated):
        terms.append(words.pair(words.say("date not stated"), words.number(len(events) - len(dated))))
    return drawing.spec(words.say("Announcements and claims"), words.clauses(terms))


def _events(ledger: Ledger, ids: Iterable[str]) -> list[Event]:
    """Everything that happened to the promises, in order; one that restates another of them is a promise itself."""
    histories = [event for id in dict.fromkeys(ids) for event in history(ledger, id)]
    histories.sort(key=lambda event: event.kind is not EventKind.PROMISE)
    found: dict[str, Event] = {}
    for event in histories:
        found.setdefault(event.record.id, event)
    return sorted(found.values(), key=_order)


def _order(event: Event) -> tuple[date, bool, str]:
    """By the last day that is meant, else by the first; of one day, what was announced comes before what was said."""
    period = _when(event)
    day = None if period is None else period.latest or period.earliest
    return day or date.min, isinstance(event.record, Claim), event.record.id


def _when(event: Event) -> Period | None:
    return event.record.said if isinstance(event.record, Claim) else event.record.announced


def _told(event: Event, ledger: Ledger, words: Language) -> Iterator[str]:
    """What was announced; or what was said of what, and by whom."""
    record = event.record
    if not isinstance(record, Claim):
        is_new = event.kind is EventKind.PROMISE
        told = stage_word(record.stage, record, words) if is_new else worded(event.kind, words)
        yield words.pair(told, title_of(ledger[record.id], words))
        return
    about: Any = ledger[record.about]
    yield title_of(ledger[record.about], words)
    lines = about.lines if isinstance(about, Commitment) else about.goal
    line = lines[record.line or 0] if len(lines) == 1 or (lines and record.line is not None) else None
    stage = stage_word(record.stage, about, words)
    told = words.say("forecast ({stage})", stage=stage) if record.forecast else stage
    who = said(record.speaker, None, words, others=True, holder=None)
    yield words.pair(f"{told}, {who}", figures(record, words, unit=None if line is None else line.unit))


def _draw_period(drawing: Drawing, period: Period, told: str, sort: str) -> None:
    """A point for a day; a bar for a span of which one day is meant; an arrow where it is open."""
    middle = drawing.bar()
    first, last = (None if day is None else instant(day) for day in (period.earliest, period.latest))
    draw_span(drawing, first, last, told, middle)
    if first == last or period.is_approximate:
        draw_ends(drawing, (first, last), told, middle, sort, is_rough=period.is_approximate)
    elif first is None or last is None:
        limit = last if first is None else first
        drawing.put("limit", x=limit, y=middle - BAR // 2, y2=middle + BAR // 2, told=told)
