"""What was promised, and what became of it according to whom, as a picture."""

from collections.abc import Iterator
from typing import Any

from .._model.commitments import Commitment, Initiative, lines_of
from .._model.ledger import Ledger
from .._words.claims import circumstances, claimed, figures
from .._words.commitments import announced, stage_word
from .._words.estimates import amount
from .._words.language import Language
from .._words.language import language as language_of
from .._words.registered import worded
from .._words.support import things
from .._words.titles import between, title_of, titles
from ..analysis import Fulfilment
from ._axis import measure
from ._bars import draw_estimate
from ._chart import Chart, check_answer
from ._drawing import Drawing


def fulfilment_chart(answer: Fulfilment[Any], locale: str, *, ledger: Ledger | None = None) -> Chart:
    """Promised against delivered: the promise, and below it each speaker's account with its name and day.

    A bar is solid up to the low end and dashed up to the high one; an arrow is an open end, a hollow point "about", a
    question mark an undisclosed figure. No span between accounts is drawn, as it would be nobody's. Forecasts end in a
    triangle, accounts that were overtaken in a cross.

    Args:
        answer: What `fulfilment` or `fulfilment_of_value` answers.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        ledger: The records, to name the claims that a claim contradicts or takes back; else their ids stand.

    Raises:
        WrongTypeError: It is not such an answer.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Claim, Line, MilitaryCommitment, Munition, Speaker
        >>> from ukraine_support.analysis import fulfilment
        >>> promise = MilitaryCommitment(id="shells", stage="pledged", lines=[Line(Munition(), 10)])
        >>> claim = Claim(id="half", about="shells", stage="delivered", share="0.5", speaker=Speaker("A. Speaker"))
        >>> chart = fulfilment_chart(fulfilment(Ledger(commitments=[promise], claims=[claim]), "shells"), "en")
        >>> print(*chart["description"].split("; ")[-2:], sep="|")
        50% of what was promised (5 rounds)|delivered, according to A. Speaker
    """
    check_answer(answer, Fulfilment, "fulfilment_chart", "fulfilment() or fulfilment_of_value()")
    language, promise, unit = language_of(locale), answer.promise, answer.unit
    sorts = (("circle", answer.accounts), ("triangle", answer.forecasts), ("cross", answer.stale))
    accounts = [(sort, account) for sort, found in sorts for account in found]
    drawing = Drawing(measure([answer.promised, *(each.amount for _, each in accounts)], language), language)

    head = language.labelled("promised", amount(answer.promised, unit, language))
    draw_estimate(drawing, answer.promised, drawing.row(head, _terms(promise, language)), solid="promised")
    for sort, account in accounts:
        claim = account.claim
        figure = amount(account.amount, unit, language)
        body = [announced(promise, language) if claim is None else claimed(claim, language, promise)]
        if claim is not None:
            figure = figures(claim, language, unit=unit, total=account.amount, part=account.share)
            body += circumstances(claim, language, titles(ledger, language))
        if sort == "cross":
            body[0] = language.labelled("overtaken", body[0])
        draw_estimate(drawing, account.amount, drawing.row(figure, body), point=sort)
    if not accounts and answer.delivered.is_unknown:
        drawing.row(language.say("nothing recorded"))
    elif not accounts:
        reached = amount(answer.delivered, unit, language)
        head = language.pair(stage_word(answer.stage, promise, language), reached)
        draw_estimate(drawing, answer.delivered, drawing.row(head))
    contradiction = [language.say("these accounts contradict each other")] * answer.disputed
    return drawing.chart(_title(answer, language), as_of=answer.as_of, after=contradiction)


def _terms(promise: Commitment | Initiative, language: Language) -> Iterator[str]:
    """When it was announced, and when it is due."""
    day = language.say("date not stated") if promise.announced is None else worded(promise.announced, language)
    yield language.pair(stage_word(promise.stage, promise, language), day)
    if isinstance(promise, Commitment) and promise.due is not None:
        yield language.labelled("due", worded(promise.due, language))


def _title(answer: Fulfilment[Any], language: Language) -> str:
    promise = answer.promise
    if answer.line is None:
        return title_of(promise, language)
    whose = between(promise, language) if isinstance(promise, Commitment) else title_of(promise, language)
    return language.pair(whose, things(lines_of(promise)[answer.line].of, language))
