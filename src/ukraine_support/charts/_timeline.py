"""What was announced and what was said of it, in the order of time, as a picture."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from .._model.claims import Claim
from .._model.commitments import lines_of, position_of
from .._model.values.period import Period
from .._words.claims import figures, said
from .._words.commitments import stage_word
from .._words.language import Language
from .._words.language import language as language_of
from .._words.registered import worded
from .._words.titles import title_of
from ..analysis import Event, EventKind, History
from ._axis import calendar, instant
from ._bars import draw_points, draw_span
from ._chart import Chart, check_answer
from ._drawing import BAR, Drawing

_POINTS: Final = {
    EventKind.PROMISE: "square",
    EventKind.RESTATEMENT: "diamond",
    EventKind.FORECAST: "triangle",
    EventKind.CLAIM: "circle",
}


def timeline_chart(answer: History, locale: str) -> Chart:
    """When what was announced, and what was said of it when, the earliest first.

    A point is a day: a square of an announcement, a circle of a claim, a triangle of a forecast, a diamond of what
    restates an announcement. A dashed bar is a span of which one day is meant; an arrow is an open end; hollow points
    are approximate. What carries no date has no place in time, and is counted under the title.

    Args:
        answer: What `history` answers of a promise, of several or of all.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.

    Raises:
        WrongTypeError: It is not such an answer.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Ledger, Money
        >>> from ukraine_support.analysis import history
        >>> gift = FinancialCommitment(
        ...     id="nl", donors=[Country("NL")], stage="pledged", announced="2024-02", value=Money("5", "EUR")
        ... )
        >>> print(timeline_chart(history(Ledger(commitments=[gift])), "en")["description"])
        Announcements and claims; February 2024; pledged: Netherlands → Ukraine: €5.00
    """
    check_answer(answer, History, "timeline_chart", "history()")
    language = language_of(locale)
    dated = [(event, period) for event in answer if (period := _when(event)) is not None]
    drawing = Drawing(calendar((period for _, period in dated), language), language)
    for event, period in sorted(dated, key=_order):
        text = drawing.row(worded(period, language), _sayings(event, language))
        _draw_period(drawing, period, text, _POINTS[event.kind])
    missing = len(answer) - len(dated)
    undated = [language.labelled("date not stated", language.number(missing))] if missing else []
    return drawing.chart(language.say("Announcements and claims"), as_of=answer.as_of, after=undated)


def _when(event: Event) -> Period | None:
    return event.record.said if isinstance(event.record, Claim) else event.record.announced


def _order(dated: tuple[Event, Period]) -> tuple[date, bool, str]:
    """By the last day that is meant, else by the first; of one day, what was announced comes before what was said."""
    event, period = dated
    return period.latest or period.earliest or date.min, isinstance(event.record, Claim), event.record.id


def _sayings(event: Event, language: Language) -> Iterator[str]:
    """What was announced; or what was said of what, and by whom."""
    record, promise = event.record, event.promise
    if not isinstance(record, Claim):
        is_new = event.kind is EventKind.PROMISE
        head = stage_word(record.stage, record, language) if is_new else worded(event.kind, language)
        yield language.pair(head, title_of(record, language))
        return
    yield title_of(promise, language)
    lines = lines_of(promise)
    line = lines[position_of(promise, record.line) or 0] if len(lines) == 1 or record.line is not None else None
    stage = stage_word(record.stage, promise, language)
    reached = language.say("forecast ({stage})", stage=stage) if record.forecast else stage
    who = said(record.speaker, None, language, others=True, holder=None)
    yield language.pair(f"{reached}, {who}", figures(record, language, unit=None if line is None else line.unit))


def _draw_period(drawing: Drawing, period: Period, text: str, sort: str) -> None:
    """A point for a day; a bar for a span of which one day is meant; an arrow where it is open."""
    middle = drawing.bar()
    first, last = (None if day is None else instant(day) for day in (period.earliest, period.latest))
    draw_span(drawing, first, last, text, middle)
    if first == last or period.is_approximate:
        draw_points(drawing, (first, last), text, middle, sort, is_rough=period.is_approximate)
    elif first is None or last is None:
        limit = last if first is None else first
        drawing.put("limit", x=limit, y=middle - BAR // 2, y2=middle + BAR // 2, tooltip=text)
