"""What promises add up to, in money or in things, as a picture."""

import re
from collections.abc import Sequence
from typing import Any, Final

from .._model.ledger import Ledger
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.period import Period
from .._words.estimates import amount
from .._words.keys import column, joined, key_words
from .._words.language import Language
from .._words.language import language as language_of
from .._words.registered import worded
from .._words.support import things
from .._words.titles import Titles, titles
from ..analysis import Changes, Progress, Quantities, QuantityCell, Total, Totals
from ._axis import calendar, drawn, measure
from ._bars import draw_estimate
from ._chart import Chart, check_answer
from ._drawing import Drawing
from ._over_time import Cell, Panel

_TIME: Final = re.compile(r"(?P<year>[1-9][0-9]{3})(?:-(?:0[1-9]|1[0-2]|Q(?P<quarter>[1-4])))?")
_TIMES: Final = ("year", "quarter", "month")


def totals_chart(answer: Totals | Quantities, locale: str, *, ledger: Ledger | None = None) -> Chart:
    """What commitments add up to, each sum between its bounds, the largest first or in the order of time.

    A bar is solid up to the low end and dashed up to the high one; an arrow is an open end: parts are undisclosed, or
    only "at least" is known. Where every part is undisclosed, a question mark stands in place of a bar, and no zero.

    Sums kept by month or quarter run from left to right, a column for each; a row holds one donor, or whatever else
    they are kept by besides. All rows have one scale. Running sums are a line: solid along what is certain, dashed
    along what is possible, with a band between them.

    Args:
        answer: What `totals`, `flows` or `quantities` answers.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        ledger: The records, to call initiatives by their titles; else their ids stand.

    Raises:
        WrongTypeError: It is not such an answer.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Money
        >>> from ukraine_support.analysis import totals
        >>> gifts = [
        ...     FinancialCommitment(id=code, donors=[Country(code)], stage="pledged", value=value)
        ...     for code, value in (("DE", Money("5000000", "EUR")), ("NL", None))
        ... ]
        >>> chart = totals_chart(totals(Ledger(commitments=gifts), by="donor"), "en")
        >>> print(chart["description"].partition("on; ")[2])
        Germany: €5,000,000.00 (1 commitment); Netherlands: undisclosed (1 commitment; of undisclosed value: 1)
    """
    check_answer(answer, Totals | Quantities, "totals_chart", "totals(), flows() or quantities()")
    language = language_of(locale)
    names = titles(ledger, language)
    time = next(
        (at for at, name in enumerate(answer.names) if name in (_TIMES if _is_cumulative(answer) else _TIMES[1:])), None
    )
    periods = {} if time is None else {key: _period(key if len(answer.names) == 1 else key[time]) for key in answer}
    if time is None or not any(periods.values()):
        drawing = _in_rows(answer, names, language)
    else:
        drawing = _over_time(answer, time, periods, names, language)
    terms = [language.say("from the stage “{stage}” on", stage=worded(answer.stage, language))]
    if isinstance(answer, Totals) and answer.price_base is not None:
        terms.append(language.say("at the prices of {period}", period=worded(answer.price_base, language)))
    terms += [language.say("running totals")] * _is_cumulative(answer)
    what = things(answer.of, language) if isinstance(answer, Quantities) else language.say("Totals")
    return drawing.chart(kept_by(what, answer, language), before=terms, as_of=answer.as_of)


def kept_by(what: str, answer: Totals | Quantities | Progress | Changes, language: Language) -> str:
    """A title: what is shown, and by what it is kept."""
    names = [column(name, language) for name in answer.names]
    return language.say("{what} by {keys}", what=what, keys=language.listed(names)) if names else what


def _in_rows(answer: Totals | Quantities, names: Titles, language: Language) -> Drawing:
    """A bar for each cell: those of a year after each other, else the largest first and the unknown last."""
    brief = language_of(language.locale, compact=True)
    drawing = Drawing(measure([_sum([cell]) for cell in answer.values()], language), language)
    cells: list[tuple[Any, Any]] = list(answer.items())
    if answer.names[:1] not in [(name,) for name in _TIMES]:
        cells.sort(key=lambda item: size(_sum([item[1]])), reverse=True)
    for key, cell in cells:
        name = joined(answer, key, language, names) or language.say("sum")
        text = drawing.row(name, [worded(cell, brief)], language.pair(name, worded(cell, language)))
        draw_estimate(drawing, _sum([cell]), text)
    return drawing


def _over_time(
    answer: Totals | Quantities, time: int, periods: dict[Any, Period | None], names: Titles, language: Language
) -> Drawing:
    """A row of columns, or a line, for whatever the sums are kept by besides the time, the largest first."""
    brief = language_of(language.locale, compact=True)
    unit = answer.unit if isinstance(answer, Quantities) else None
    rows: dict[Any, list[tuple[Any, Any]]] = {}
    called: dict[Any, str] = {}
    texts: dict[Any, str] = {}
    for key, cell in answer.items():
        besides = () if len(answer.names) == 1 else (*key[:time], *key[time + 1 :])
        words = key_words(answer, key, language, names)
        texts[key] = language.pair(words.pop(time), worded(cell, language))
        called[besides] = ", ".join(words) or language.say("sum")
        rows.setdefault(besides, []).append((key, cell))
    sums = {
        besides: _sum([cell for _, cell in (cells[-1:] if _is_cumulative(answer) else cells)])
        for besides, cells in rows.items()
    }
    drawing = Drawing(calendar(filter(None, periods.values()), language), language)
    scale = measure([_sum([cell]) for key, cell in answer.items() if periods[key]], language)
    for besides in sorted(rows, key=lambda besides: size(sums[besides]), reverse=True):
        body = [amount(sums[besides], unit, brief)]
        cells = []
        for key, cell in rows[besides]:
            if (period := periods[key]) is None:
                body.append(language.labelled("date not stated", worded(cell, brief)))
            else:
                cells.append(Cell(period, _sum([cell]), texts[key]))
        whole = language.pair(called[besides], language.clauses(texts[key] for key, _ in rows[besides]))
        drawing.row(called[besides], body, whole)
        panel = Panel(drawing, scale)
        (panel.line if _is_cumulative(answer) else panel.columns)(cells)
    return drawing


def _is_cumulative(answer: Totals | Quantities) -> bool:
    """Whether each cell counts all that came before it as well."""
    return isinstance(answer, Quantities) and answer.is_cumulative


def _sum(cells: Sequence[Total | QuantityCell]) -> Estimate[Any]:
    if all(isinstance(cell, QuantityCell) and cell.wider and not cell.lines for cell in cells):
        return UNKNOWN  # how many of a wider kind are of the one asked about is not told
    first, *others = (cell.value if isinstance(cell, Total) else cell.quantity for cell in cells)
    return disclosed(sum(others, first))


def disclosed(estimate: Estimate[Any]) -> Estimate[Any]:
    """What is known of a sum; nothing where all of it is undisclosed, as "at least zero" would look like a zero."""
    return UNKNOWN if estimate.high is None and estimate.low == estimate.zero else estimate


def size(estimate: Estimate[Any]) -> tuple[bool, int | float]:
    """What estimates are ordered by: the end that is known, the low one where both are; unknown ones are smallest."""
    end = estimate.lowest_known
    return (False, 0) if end is None else (True, drawn(end))


def _period(key: Any) -> Period | None:
    """The year, the quarter or the month that is meant; None where none is stated."""
    found = _TIME.fullmatch(key) if isinstance(key, str) else None
    if found is None or found["quarter"] is None:
        return None if found is None else Period(key)
    last = 3 * int(found["quarter"])
    return Period(f"{found['year']}-{last - 2:02}/{found['year']}-{last:02}")
