"""What promises add up to, as a picture."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from .._model.ledger import Ledger
from .._model.parties import Membership
from .._model.values.estimate import UNKNOWN, Estimate
from .._model.values.money import Currency, Money
from .._model.values.period import a_day_or_none
from .._model.values.stages import Stage
from .._words.keys import column, joined
from .._words.language import language
from .._words.titles import titles
from .._words.wording import worded
from ..analysis import Deflators, PriceBook, RateTable, Total, Totals, totals
from ..analysis._sums.attribution import Keys
from ..analysis._sums.keys import By
from ..reference import MEMBERSHIPS
from ._axis import drawn, measure
from ._bars import draw_estimate
from ._drawing import Drawing

_TIMES: Final = ("year", "quarter", "month")


def totals_chart(
    ledger: Ledger,
    locale: str,
    *,
    by: By = "donor",
    currency: str | Currency | None = None,
    rates: RateTable | None = None,
    deflators: Deflators | None = None,
    stage: Stage | str = Stage.PLEDGED,
    as_of: date | str | None = None,
    prices: PriceBook | None = None,
    attribution: Keys | None = None,
    memberships: Iterable[Membership] = MEMBERSHIPS,
) -> dict[str, Any]:
    """What commitments add up to, each sum between its bounds, the largest first or in the order of time.

    A bar is solid up to the low end and dashed up to the high one; an arrow is an open end: parts are undisclosed, or
    only "at least" is known. Where every part is undisclosed, a question mark stands in place of a bar, and no zero.

    Args:
        ledger: The records.
        locale: A locale such as `"uk"` or `"pt-BR"`, as `report` takes it.
        by: What the totals are kept by, as `totals` takes it; so are all arguments below.
        currency: The currency of every sum.
        rates: Exchange rates.
        deflators: Price indices.
        stage: From which stage on, or its word.
        as_of: The day as of which the ledger is asked, or its text `2024-02-27`; None for all that it holds.
        prices: A price book.
        attribution: Keys by which commitments are split over members or joint donors.
        memberships: Who was a member of what.

    Raises:
        CurrencyMismatchError: There are several currencies and no rates.
        RateNotFoundError: A rate or an index is missing.
        InvalidValueError: There is no such locale; a word in `by` is none; there are more rows than can be drawn.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Money
        >>> gifts = [
        ...     FinancialCommitment(id=code, donors=[Country(code)], stage="pledged", value=value)
        ...     for code, value in (("DE", Money("5000000", "EUR")), ("NL", None))
        ... ]
        >>> chart = totals_chart(Ledger(commitments=gifts), "en", by="donor")
        >>> print(chart["description"].partition("on; ")[2])
        Germany: €5,000,000.00 (1 commitment); Netherlands: undisclosed (1 commitment; of undisclosed value: 1)
    """
    words, day = language(locale), a_day_or_none(as_of, "totals_chart")
    table = totals(
        ledger,
        by=by,
        currency=currency,
        rates=rates,
        deflators=deflators,
        stage=stage,
        as_of=day,
        prices=prices,
        attribution=attribution,
        memberships=memberships,
    )
    brief = language(locale, compact=True)
    names = titles(ledger, words)
    drawing = Drawing(measure([_known(total) for total in table.values()], words), words)
    for key, total in _in_order(table):
        name = joined(table, key, words, names) or words.say("sum")
        told = drawing.row(name, [worded(total, brief)], told=words.pair(name, worded(total, words)))
        draw_estimate(drawing, _known(total), told)
    kept_by = ", ".join(column(name, words) for name in table.names)
    title = words.pair(words.say("Totals"), kept_by) if kept_by else words.say("Totals")
    terms = [words.say("from the stage “{stage}” on", stage=worded(Stage(stage), words))]
    if deflators is not None:
        terms.append(words.say("at the prices of {period}", period=worded(deflators.base, words)))
    if day is not None:
        terms.append(words.say("as of {day}", day=worded(day, words)))
    return drawing.spec(title, words.clauses(terms))


def _known(total: Total) -> Estimate[Money]:
    """What is known of the sum: where every part is undisclosed nothing, as "at least zero" would look like a zero."""
    return UNKNOWN if total.undisclosed and total.undisclosed == total.commitments else total.value


def _in_order(table: Totals) -> list[tuple[Any, Total]]:
    """The cells in the order of time where they are kept by it, else the largest first and the unknown last."""
    if table.names[:1] and table.names[0] in _TIMES:
        return list(table.items())
    return sorted(table.items(), key=lambda item: _size(_known(item[1])), reverse=True)


def _size(known: Estimate[Money]) -> tuple[bool, int | float]:
    end = known.high if known.low is None else known.low
    return (False, 0) if end is None else (True, drawn(end))
