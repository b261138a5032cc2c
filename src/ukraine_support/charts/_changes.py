"""By how much totals moved from one ledger to another, as a picture."""

from .._model.ledger import Ledger
from .._words.keys import joined
from .._words.language import language as language_of
from .._words.registered import worded
from .._words.titles import titles
from ..analysis import Changes
from ._axis import measure
from ._bars import draw_estimate
from ._chart import Chart, check_answer
from ._drawing import Drawing
from ._totals import disclosed, kept_by, size


def changes_chart(answer: Changes, locale: str, *, ledger: Ledger | None = None) -> Chart:
    """By how much what is promised moved, for each donor or whatever else the moves are kept by, the highest first.

    A bar to the right is a rise, one to the left a fall. It is solid up to the end nearer to zero and dashed on to the
    farther one; an arrow is an open end, a question mark a move of which nothing is known.

    Args:
        answer: What `changes` answers.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        ledger: The records, to call initiatives by their titles; else their ids stand.

    Raises:
        WrongTypeError: It is not such an answer.
        CurrencyMismatchError: There are several currencies, and `changes` was given no rates.
        RateNotFoundError: A rate is missing.
        InvalidValueError: There is no such locale, or there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Money
        >>> from ukraine_support.analysis import changes
        >>> old, new = (
        ...     Ledger(commitments=[FinancialCommitment(id="nl", donors=[Country("NL")], stage="pledged", value=value)])
        ...     for value in (Money("100", "EUR"), Money("120", "EUR"))
        ... )
        >>> changes_chart(changes(old, new), "en")["description"].split("; ")[-1]
        'Netherlands: €20.00'
    """
    check_answer(answer, Changes, "changes_chart", "changes()")
    language, brief = language_of(locale), language_of(locale, compact=True)
    names = titles(ledger, language)
    moves = {key: disclosed(move) for key, move in answer.moves.items()}
    drawing = Drawing(measure(moves.values(), language), language)
    for key, move in sorted(moves.items(), key=lambda item: size(item[1]), reverse=True):
        name = joined(answer, key, language, names) or language.say("sum")
        draw_estimate(
            drawing, move, drawing.row(name, [worded(move, brief)], language.pair(name, worded(move, language)))
        )
    terms = [language.say("from the stage “{stage}” on", stage=worded(answer.stage, language))]
    return drawing.chart(kept_by(language.say("changes in totals"), answer, language), before=terms)
