"""What is promised and how much of it was delivered, side by side, as a picture."""

from .._model.ledger import Ledger
from .._model.values.estimate import UNKNOWN
from .._words.estimates import amount, share_promised
from .._words.keys import joined
from .._words.language import language as language_of
from .._words.registered import worded
from .._words.support import things
from .._words.titles import titles
from ..analysis import Progress
from ._axis import measure
from ._bars import draw_estimate
from ._chart import Chart, check_answer
from ._drawing import Drawing
from ._totals import disclosed, kept_by, size


def progress_chart(answer: Progress, locale: str, *, ledger: Ledger | None = None) -> Chart:
    """Promised against delivered, donor by donor or by whatever else the table is kept, the largest promise first.

    The upper bar of a row is what is promised, the lower one what has reached the stage asked about. A bar is solid up
    to the low end and dashed up to the high one: where accounts differ, or nobody has given one, it spans what may be.

    Args:
        answer: What `progress` answers.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        ledger: The records, to call initiatives by their titles; else their ids stand.

    Raises:
        WrongTypeError: It is not such an answer.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, Line, MilitaryCommitment, Munition
        >>> from ukraine_support.analysis import progress
        >>> gift = MilitaryCommitment(id="nl", donors=[Country("NL")], stage="delivered", lines=[Line(Munition(), 5)])
        >>> table = progress(Ledger(commitments=[gift]), of=Munition(), by="donor")
        >>> chart = progress_chart(table, "en")
        >>> " ".join(chart["title"]["text"])
        'Munitions by donor'
    """
    check_answer(answer, Progress, "progress_chart", "progress()")
    language, brief = language_of(locale), language_of(locale, compact=True)
    names = titles(ledger, language)
    figures = {
        key: (disclosed(cell.promised), disclosed(cell.delivered)) if cell.commitments else (UNKNOWN, UNKNOWN)
        for key, cell in answer.items()
    }
    drawing = Drawing(measure((each for both in figures.values() for each in both), language), language)

    for key, (promised, delivered) in sorted(figures.items(), key=lambda item: size(item[1][0]), reverse=True):
        cell = answer[key]
        name = joined(answer, key, language, names) or language.say("sum")
        part = [] if cell.share.is_unknown else [share_promised(cell.share, language)]
        reached = language.bracketed(amount(delivered, answer.unit, brief), part)
        body = [
            language.labelled("promised", amount(promised, answer.unit, brief)),
            language.pair(worded(answer.reached, language), reached),
        ]
        body = body if cell.commitments else [worded(cell, brief)]  # a wider kind: how many of this one is not told
        text = drawing.row(name, body, language.pair(name, worded(cell, language)))
        draw_estimate(drawing, promised, text, solid="promised")
        draw_estimate(drawing, delivered, text)
    terms = [language.say("from the stage “{stage}” on", stage=worded(answer.stage, language))]
    what = things(answer.of, language) if answer.of else language.say("Totals")
    return drawing.chart(kept_by(what, answer, language), before=terms, as_of=answer.as_of)
