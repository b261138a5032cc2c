"""Words for what a reader of foreign rows gives: `describe` knows them once this is imported.

`display` cannot bring them, as it stands below. Foreign text is told as it stands, and reasons are in English, as
errors are.
"""

from collections.abc import Iterable

from .._exact import Number
from .._model.values.estimate import Estimate
from .._model.values.money import Currency
from .._words.language import Language
from .._words.wording import worded, wording
from ._sheet.amounts import Accounts, ColumnAccount, Portion, in_currency
from ._sheet.headings import Column
from ._sheet.reading import Note, Passed, Problem, Reading
from ._sheet.sheet import Row, Sheet


@wording.register
def _(thing: Problem, language: Language) -> str:
    told = [thing.reason, *([language.say("the row gives no record")] if thing.fatal else [])]
    return _placed(thing.row, thing.column, [_quoted(thing.value, language), *told], language)


@wording.register
def _(thing: Note, language: Language) -> str:
    return _placed(thing.row, thing.column, [_quoted(thing.value, language), thing.text], language)


@wording.register
def _(thing: Passed, language: Language) -> str:
    return _placed(thing.row, "", [language.say("passed over"), thing.reason], language)


def _quoted(value: str, language: Language) -> str:
    return language.say("“{words}”", words=_plain(value)) if value.strip() else ""


def _placed(row: int | None, column: str, told: Iterable[str], language: Language) -> str:
    """What is told of a cell, a row or the table, behind its place."""
    place = ["" if row is None else language.say("row {number}", number=language.number(row)), _plain(column)]
    named, words = ", ".join(filter(None, place)), language.clauses([_plain(one) for one in told if one])
    return language.pair(named, words) if named else words


@wording.register
def _(thing: Reading, language: Language) -> str:
    lost = thing.rows_read - thing.rows_structured - thing.rows_blank - thing.rows_passed
    became = [
        (language.say("rows that became records"), thing.rows_structured),
        (language.say("blank rows"), thing.rows_blank),
        *([(language.say("passed over"), thing.rows_passed)] if thing.rows_passed else []),
        (language.say("rows that gave no record"), lost),
    ]
    rows = language.bracketed(
        language.count("record", "row", thing.rows_read, language.number(thing.rows_read)),
        [language.pair(name, language.number(count)) for name, count in became],
    )
    counts = [("problem", len(thing.problems)), *([("note", len(thing.notes))] if thing.notes else [])]
    told = [language.count("record", name, count, language.number(count)) for name, count in counts]
    return language.clauses([rows, *told, worded(thing.ledger, language)])


@wording.register
def _(thing: Column, language: Language) -> str:
    told = [language.listed([language.say("“{words}”", words=_plain(heading)) for heading in thing.headings])]
    told += [language.say("required")] if thing.required else []
    return language.pair(language.say("column"), language.bracketed(_plain(thing.name), filter(None, told)))


@wording.register
def _(thing: Sheet, language: Language) -> str:
    known = [thing.headings[at] for at in thing.at.values()]
    parts = ((language.say("columns read"), known), (language.say("other columns"), [name for _, name in thing.others]))
    told = (language.pair(name, language.listed(list(map(_plain, headings)))) for name, headings in parts if headings)
    return language.clauses(told) or language.say("nothing recorded")


@wording.register
def _(thing: Row, language: Language) -> str:
    texts = [(thing.sheet.headings[at], thing.text(name)) for name, at in thing.sheet.at.items()]
    told = [language.pair(_plain(heading), _plain(text)) for heading, text in (*texts, *thing.extras().items()) if text]
    row = language.say("row {number}", number=language.number(thing.number))
    return language.pair(row, language.clauses(told) or language.say("nothing recorded"))


@wording.register
def _(thing: Portion, language: Language) -> str:
    became = language.say("counted") if thing.is_counted else language.say("set aside")
    told = [language.pair(became, _summed(thing.sum, thing.currency, language)), _plain(thing.reason)]
    return language.pair(_column(thing.column, thing.currency), language.clauses(filter(None, told)))


@wording.register
def _(thing: ColumnAccount, language: Language) -> str:
    sums = (
        (language.say("sum"), thing.sum),
        (language.say("counted"), thing.counted),
        (language.say("set aside"), thing.set_aside),
    )
    told = [language.pair(name, _summed(number, thing.currency, language)) for name, number in sums]
    return language.pair(_column(thing.column, thing.currency), language.clauses(told))


@wording.register
def _(thing: Accounts, language: Language) -> str:
    return language.clauses([worded(account, language) for account in thing]) or language.say("nothing recorded")


def _column(heading: str, currency: Currency | None) -> str:
    return _plain(heading) if currency is None else f"{_plain(heading)} ({currency.code})"


def _summed(number: Estimate[Number], currency: Currency | None, language: Language) -> str:
    return worded(number if currency is None else in_currency(number, currency), language)


def _plain(words: str) -> str:
    return " ".join(words.split())
