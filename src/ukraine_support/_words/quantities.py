"""Words for how many things are promised, and for what has become of them."""

from collections.abc import Iterator
from typing import Any

from .._model.lines import Unit
from .._model.values.estimate import Estimate
from ..analysis import Progress, ProgressCell, Quantities, QuantityCell
from .estimates import amount, share_promised
from .keys import joined
from .language import Language
from .wording import worded, wording


@wording.register
def quantity_cell_in_words(thing: QuantityCell, language: Language) -> str:
    told = _number(thing.quantity, thing.unit, thing.undisclosed == thing.lines > 0, language)
    if thing.every is not None:
        told = _every(told, thing.every, language)
    counted = list(_counted(thing, language))
    return language.bracketed(told, counted) if thing.commitments or not counted else language.clauses(counted)


def _number(value: Estimate[Any], unit: Unit | None, is_undisclosed: bool, language: Language) -> str:
    """How many; where every part is undisclosed, "at least nothing" would say too much."""
    return language.say("undisclosed") if is_undisclosed else amount(value, unit, language)


def _every(told: str, every: str, language: Language) -> str:
    messages = {
        "day": language.say("{value} per day", value=told),
        "month": language.say("{value} per month", value=told),
        "year": language.say("{value} per year", value=told),
    }
    return messages[every]


def _counted(thing: QuantityCell, language: Language) -> Iterator[str]:
    if thing.commitments:
        yield language.count("record", "commitment", thing.commitments)
    if thing.undisclosed:
        yield language.labelled("lines of undisclosed number", language.number(thing.undisclosed))
    if thing.wider:
        yield language.labelled("lines of a wider kind", language.number(thing.wider))
    if thing.bought.high != 0:
        yield language.labelled("of which bought with joint funds", worded(thing.bought, language))


@wording.register
def quantities_in_words(thing: Quantities, language: Language) -> str:
    rows = [(joined(thing, key, language), worded(cell, language)) for key, cell in thing.items()]
    if len(rows) > 1:
        rows.append((language.say("grand total"), worded(thing.whole, language)))
    told = [language.pair(key, cell) if key else cell for key, cell in rows]
    if thing.is_cumulative:
        told.insert(0, language.say("running totals"))
    if thing.sought.high != 0:
        told.append(language.labelled("sought by initiatives", amount(thing.sought, thing.unit, language)))
    return language.clauses(told) or language.say("nothing recorded")


@wording.register(ProgressCell)
def progress_cell_in_words(thing: ProgressCell[Any], language: Language) -> str:
    told = _outcome(thing, None, language.say("reached"), language)
    return language.clauses(told) or language.say("nothing recorded")


@wording.register
def progress_in_words(thing: Progress, language: Language) -> str:
    reached = worded(thing.reached, language)
    rows = [
        (joined(thing, key, language), language.clauses(_outcome(cell, thing.unit, reached, language)))
        for key, cell in thing.items()
    ]
    told = [language.bracketed(key, [cell]) if key else cell for key, cell in rows]
    return language.listed(told) or language.say("nothing recorded")


def _outcome(cell: "ProgressCell[Any]", unit: Unit | None, reached: str, language: Language) -> Iterator[str]:
    if cell.wider:
        yield language.labelled("lines of a wider kind", language.number(cell.wider))
    if not cell.commitments:
        return
    is_undisclosed = cell.commitments <= cell.undisclosed
    yield language.labelled("promised", _number(cell.promised, unit, is_undisclosed, language))
    told = [] if cell.share.is_unknown else [share_promised(cell.share, language)]
    yield language.pair(reached, language.bracketed(_delivered(cell, unit, language), told))
    if not is_undisclosed:
        yield language.labelled("outstanding", amount(cell.outstanding, unit, language))
    yield language.count("record", "commitment", cell.commitments)
    yield from _reported(cell, language)


def _reported(cell: "ProgressCell[Any]", language: Language) -> Iterator[str]:
    if cell.unreported:
        yield language.labelled("without any report", language.number(cell.unreported))
    if cell.disputed:
        yield language.labelled("with conflicting accounts", language.number(cell.disputed))


def promised_and_reached(cell: "ProgressCell[Any]", unit: Unit | None, language: Language) -> tuple[str, str]:
    """How much is promised, and how much of it has come: not where nobody says so, or where accounts contradict."""
    promised = _number(cell.promised, unit, cell.commitments <= cell.undisclosed, language)
    reported = list(_reported(cell, language))
    if cell.disputed or cell.unreported == cell.commitments:
        return promised, language.clauses(reported)
    return promised, language.bracketed(_delivered(cell, unit, language), reported)


def _delivered(cell: "ProgressCell[Any]", unit: Unit | None, language: Language) -> str:
    return _number(cell.delivered, unit, not cell.delivered.low and cell.delivered.high is None, language)
