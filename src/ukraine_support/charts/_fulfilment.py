"""What was promised, and what became of it according to whom, as a picture."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from .._model.commitments import Commitment, Initiative
from .._model.ledger import Ledger
from .._model.lines import Line
from .._model.values.period import a_day_or_none
from .._model.values.stages import Stage
from .._words.claims import circumstances, claimed, figures
from .._words.commitments import announced, stage_word
from .._words.estimates import amount
from .._words.language import Language, language
from .._words.support import things
from .._words.titles import between, title_of, titles
from .._words.wording import worded
from ..analysis import Account, Fulfilment, fulfilment, fulfilment_of_value
from ..analysis._known import subject
from ._axis import measure
from ._bars import draw_estimate
from ._drawing import Drawing


def fulfilment_chart(
    ledger: Ledger,
    locale: str,
    id: str,
    *,
    line: int | None = None,
    stage: Stage | str = Stage.DELIVERED,
    of_value: bool | None = None,
    as_of: date | str | None = None,
) -> dict[str, Any]:
    """Promised against delivered: the promise, and below it each speaker's account with its name and day.

    A bar is solid up to the low end and dashed up to the high one; an arrow is an open end, a hollow point "about", a
    question mark an undisclosed figure. No span between accounts is drawn, as it would be nobody's. Forecasts end in a
    triangle, accounts that were overtaken in a cross.

    Args:
        ledger: The records.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        id: A commitment, or an initiative (then its goal).
        line: Which line, 0 for the first; needed where there are several, unless the value of the whole is asked.
        stage: The stage asked about, or its word.
        of_value: Whether to draw amounts of money instead of quantities; None: where there are no lines.
        as_of: The day asked about, or its text `2024-02-27`; None for all that the ledger holds.

    Raises:
        UnknownIdError: No commitment or initiative has the id.
        NotYetKnownError: It was not yet known on that day.
        InvalidValueError: There is no such locale; it has several lines and none is named, or not so many.
        CurrencyMismatchError: Promise and claims, or two claims, are in different currencies.

    Examples:
        >>> from ukraine_support import Claim, Line, MilitaryCommitment, Munition, Speaker
        >>> promise = MilitaryCommitment(id="shells", stage="pledged", lines=[Line(Munition(), 10)])
        >>> claim = Claim(id="half", about="shells", stage="delivered", share="0.5", speaker=Speaker("A. Speaker"))
        >>> chart = fulfilment_chart(Ledger(commitments=[promise], claims=[claim]), "en", "shells")
        >>> print(*chart["description"].split("; ")[-2:], sep="|")
        50% of what was promised (5 rounds)|delivered, according to A. Speaker
    """
    words = language(locale)
    day, asked = a_day_or_none(as_of, "fulfilment_chart"), Stage(stage)
    subject(ledger, id, day, "fulfilment_chart")
    known = ledger if day is None else ledger.as_of(day)
    answer: Fulfilment[Any]
    if of_value:
        answer = fulfilment_of_value(known, id, line=line, stage=asked)
    else:
        answer = fulfilment(known, id, line=line, stage=asked)
        if of_value is None and not _has_figures(answer):
            answer = fulfilment_of_value(known, id, line=line, stage=asked)
    return _draw(answer, known, words, day)


def _has_figures(answer: Fulfilment[Any]) -> bool:
    return not all(known.is_unknown for known in (answer.promised, *(each.amount for _, each in _accounts(answer))))


def _accounts(answer: Fulfilment[Any]) -> list[tuple[str, Account[Any]]]:
    """Every account, with the sort of point in which its bar ends."""
    sorts = (("circle", answer.accounts), ("triangle", answer.forecasts), ("cross", answer.stale))
    return [(sort, each) for sort, accounts in sorts for each in accounts]


def _draw(answer: Fulfilment[Any], ledger: Ledger, words: Language, as_of: date | None) -> dict[str, Any]:
    promise: Any = ledger[answer.id]
    line = None if answer.line is None else _lines(promise)[answer.line]
    unit = None if line is None else line.unit
    accounts = _accounts(answer)
    drawing = Drawing(measure([answer.promised, *(each.amount for _, each in accounts)], words), words)

    told = drawing.row(words.pair(words.say("promised"), amount(answer.promised, unit, words)), _terms(promise, words))
    draw_estimate(drawing, answer.promised, told, solid="promised")
    for sort, each in accounts:
        claim = each.claim
        who = announced(promise, words) if claim is None else claimed(claim, words, promise)
        body = [words.pair(words.say("overtaken"), who) if sort == "cross" else who]
        body += [] if claim is None else circumstances(claim, words, titles(ledger, words))
        figure = amount(each.amount, unit, words)
        if claim is not None:
            figure = figures(claim, words, unit=unit, total=each.amount, part=each.share)
        draw_estimate(drawing, each.amount, drawing.row(figure, body), end=sort)
    if not accounts:
        reached = words.pair(stage_word(answer.stage, promise, words), amount(answer.delivered, unit, words))
        told = drawing.row(words.say("nothing recorded") if answer.delivered.is_unknown else reached)
        if not answer.delivered.is_unknown:
            draw_estimate(drawing, answer.delivered, told)
    subtitle = [] if as_of is None else [words.say("as of {day}", day=worded(as_of, words))]
    subtitle += [words.say("these accounts contradict each other")] * answer.disputed
    return drawing.spec(_title(promise, line, ledger, words), words.clauses(subtitle))


def _lines(promise: Commitment | Initiative) -> tuple[Line, ...]:
    return promise.lines if isinstance(promise, Commitment) else promise.goal


def _terms(promise: Commitment | Initiative, words: Language) -> Iterator[str]:
    """When it was announced, and when it is due."""
    day = words.say("date not stated") if promise.announced is None else worded(promise.announced, words)
    yield words.pair(stage_word(promise.stage, promise, words), day)
    if isinstance(promise, Commitment) and promise.due is not None:
        yield words.pair(words.say("due"), worded(promise.due, words))


def _title(promise: Commitment | Initiative, line: Line | None, ledger: Ledger, words: Language) -> str:
    if line is None:
        return title_of(promise, words)
    whose = between(promise, words) if isinstance(promise, Commitment) else title_of(promise, words)
    return words.pair(whose, things(line.of, words))
