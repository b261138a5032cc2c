"""What promises add up to, as a picture."""

import re
from collections.abc import Sequence
from typing import Any, Final

from .._model.ledger import Ledger
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.money import Money
from .._model.values.period import Period
from .._words.keys import column, joined, key_words
from .._words.language import Language
from .._words.language import language as language_of
from .._words.titles import Titles, titles
from .._words.wording import worded
from ..analysis import Total, Totals
from ._axis import calendar, drawn, measure
from ._bars import draw_estimate
from ._chart import Chart, check_answer
from ._columns import Cell, Panel
from ._drawing import Drawing

_MONTHS: Final = re.compile(r"(?P<month>[1-9][0-9]{3}-(?:0[1-9]|1[0-2]))|(?P<year>[1-9][0-9]{3})-Q(?P<quarter>[1-4])")


def totals_chart(answer: Totals, locale: str, *, ledger: Ledger | None = None) -> Chart:
    """What commitments add up to, each sum between its bounds, the largest first or in the order of time.

    A bar is solid up to the low end and dashed up to the high one; an arrow is an open end: parts are undisclosed, or
    only "at least" is known. Where every part is undisclosed, a question mark stands in place of a bar, and no zero.

    Totals kept by month or quarter run from left to right, a column for each; a row holds one donor, or whatever else
    they are kept by besides. All rows have one scale.

    Args:
        answer: What `totals` or `flows` answers.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        ledger: The records, to call initiatives by their titles; else their ids stand.

    Raises:
        WrongTypeError: It is no such answer.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment
        >>> from ukraine_support.analysis import totals
        >>> gifts = [
        ...     FinancialCommitment(id=code, donors=[Country(code)], stage="pledged", value=value)
        ...     for code, value in (("DE", Money("5000000", "EUR")), ("NL", None))
        ... ]
        >>> chart = totals_chart(totals(Ledger(commitments=gifts), by="donor"), "en")
        >>> print(chart["description"].partition("on; ")[2])
        Germany: €5,000,000.00 (1 commitment); Netherlands: undisclosed (1 commitment; of undisclosed value: 1)
    """
    check_answer(answer, Totals, "totals_chart", "totals() or flows()")
    language = language_of(locale)
    names = titles(ledger, language)
    time = next((at for at, name in enumerate(answer.names) if name in ("month", "quarter")), None)
    spans = {} if time is None else {key: _span(key if len(answer.names) == 1 else key[time]) for key in answer}
    if time is None or not any(spans.values()):
        drawing = _in_rows(answer, names, language)
    else:
        drawing = _in_time(answer, time, spans, names, language)
    kept_by = ", ".join(column(name, language) for name in answer.names)
    title = language.pair(language.say("Totals"), kept_by) if kept_by else language.say("Totals")
    terms = [language.say("from the stage “{stage}” on", stage=worded(answer.stage, language))]
    if answer.price_base is not None:
        terms.append(language.say("at the prices of {period}", period=worded(answer.price_base, language)))
    return drawing.chart(title, before=terms, as_of=answer.as_of)


def _in_rows(answer: Totals, names: Titles, language: Language) -> Drawing:
    """A bar for each cell: those of a year after each other, else the largest first and the unknown last."""
    brief = language_of(language.locale, compact=True)
    drawing = Drawing(measure([_disclosed(total) for total in answer.values()], language), language)
    cells = list(answer.items())
    if answer.names[:1] not in (("year",), ("quarter",), ("month",)):
        cells.sort(key=lambda cell: _size(_disclosed(cell[1])), reverse=True)
    for key, total in cells:
        name = joined(answer, key, language, names) or language.say("sum")
        text = drawing.row(name, [worded(total, brief)], language.pair(name, worded(total, language)))
        draw_estimate(drawing, _disclosed(total), text)
    return drawing


def _in_time(answer: Totals, time: int, spans: dict[Any, Period | None], names: Titles, language: Language) -> Drawing:
    """A row of columns for whatever the totals are kept by besides the time, the largest sum first."""
    brief = language_of(language.locale, compact=True)
    rows: dict[str, list[tuple[str, Period | None, Total]]] = {}
    for key, total in answer.items():
        words = key_words(answer, key, language, names)
        name = ", ".join(words[:time] + words[time + 1 :]) or language.say("sum")
        text = language.pair(words[time], worded(total, language))
        rows.setdefault(name, []).append((text, spans[key], total))
    sums = {name: _sum([total for _, _, total in cells]) for name, cells in rows.items()}
    drawing = Drawing(calendar(filter(None, spans.values()), language), language)
    scale = measure([_disclosed(total) for key, total in answer.items() if spans[key]], language)
    for name in sorted(rows, key=lambda name: _size(sums[name]), reverse=True):
        undated = [
            language.pair(language.say("date not stated"), worded(total, brief))
            for _, span, total in rows[name]
            if span is None
        ]
        whole = language.pair(name, language.clauses(text for text, _, _ in rows[name]))
        drawing.row(name, [worded(sums[name], brief), *undated], whole)
        Panel(drawing, scale).columns(
            Cell(span, _disclosed(total), text) for text, span, total in rows[name] if span is not None
        )
    return drawing


def _disclosed(total: Total) -> Estimate[Money]:
    """What is known of the sum: where every part is undisclosed nothing, as "at least zero" would look like a zero."""
    return UNKNOWN if total.undisclosed and total.undisclosed == total.commitments else total.value


def _sum(totals: Sequence[Total]) -> Estimate[Money]:
    """What is known of several sums together."""
    if all(_disclosed(total).is_unknown for total in totals):
        return UNKNOWN
    first, *others = (total.value for total in totals)
    return sum(others, first)


def _size(estimate: Estimate[Money]) -> tuple[bool, int | float]:
    end = estimate.high if estimate.low is None else estimate.low
    return (False, 0) if end is None else (True, drawn(end))


def _span(key: Any) -> Period | None:
    """The month or the quarter that is meant; None where none is stated."""
    found = _MONTHS.fullmatch(key) if isinstance(key, str) else None
    if found is None or found["month"]:
        return None if found is None else Period(key)
    last = 3 * int(found["quarter"])
    return Period(f"{found['year']}-{last - 2:02}/{found['year']}-{last:02}")
