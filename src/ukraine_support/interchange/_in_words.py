"""Words for what a reader of foreign rows gives: `describe` knows them once this is imported.

`display` cannot bring them, as it stands below. Foreign text stays as it is written, and reasons are in English, as
errors are.
"""

from collections.abc import Iterable

from .._exact import Number
from .._model.values.estimate import Estimate
from .._model.values.money import Currency
from .._words.language import Language
from .._words.registered import worded, wording
from ._sheet.amounts import Accounts, ColumnAccount, Portion, in_currency
from ._sheet.reading import Note, Passed, Problem, Reading


@wording.register
def problem_in_words(thing: Problem, language: Language) -> str:
    fatal = language.say("the row yields no record") if thing.fatal else ""
    return _placed(thing.row, thing.column, [_quoted(thing.value, language), thing.reason, fatal], language)


@wording.register
def note_in_words(thing: Note, language: Language) -> str:
    return _placed(thing.row, thing.column, [_quoted(thing.value, language), thing.text], language)


@wording.register
def passed_in_words(thing: Passed, language: Language) -> str:
    return _placed(thing.row, "", [language.say("passed over"), thing.reason], language)


def _quoted(text: str, language: Language) -> str:
    return language.say("“{words}”", words=_plain(text)) if text.strip() else ""


def _placed(row: int | None, column: str, parts: Iterable[str], language: Language) -> str:
    """What is said of a cell, a row or the table, behind where it stands."""
    place = ["" if row is None else language.say("row {number}", number=language.number(row)), _plain(column)]
    named, said = ", ".join(filter(None, place)), language.clauses([_plain(part) for part in parts if part])
    return language.pair(named, said) if named else said


@wording.register
def reading_in_words(thing: Reading, language: Language) -> str:
    became = [
        (language.say("rows that became records"), thing.rows_structured),
        (language.say("blank rows"), thing.rows_blank),
        *([(language.say("passed over"), thing.rows_passed)] if thing.rows_passed else []),
        (language.say("rows that yielded no record"), thing.rows_lost),
    ]
    rows = language.bracketed(
        language.count("record", "row", thing.rows_read, language.number(thing.rows_read)),
        [language.pair(name, language.number(count)) for name, count in became],
    )
    counts = [("problem", len(thing.problems)), *([("note", len(thing.notes))] if thing.notes else [])]
    counted = [language.count("record", name, count, language.number(count)) for name, count in counts]
    return language.clauses([rows, *counted, worded(thing.ledger, language)])


@wording.register
def portion_in_words(thing: Portion, language: Language) -> str:
    became = language.say("counted") if thing.is_counted else language.say("set aside")
    said = [language.pair(became, _sum(thing.sum, thing.currency, language)), _plain(thing.reason)]
    return language.pair(_heading(thing.column, thing.currency), language.clauses(filter(None, said)))


@wording.register
def account_in_words(thing: ColumnAccount, language: Language) -> str:
    sums = (
        (language.say("sum"), thing.sum),
        (language.say("counted"), thing.counted),
        (language.say("set aside"), thing.set_aside),
    )
    said = [language.pair(name, _sum(number, thing.currency, language)) for name, number in sums]
    return language.pair(_heading(thing.column, thing.currency), language.clauses(said))


@wording.register
def accounts_in_words(thing: Accounts, language: Language) -> str:
    return language.clauses([worded(account, language) for account in thing]) or language.say("nothing recorded")


def _heading(heading: str, currency: Currency | None) -> str:
    return _plain(heading) if currency is None else f"{_plain(heading)} ({currency.code})"


def _sum(number: Estimate[Number], currency: Currency | None, language: Language) -> str:
    return worded(number if currency is None else in_currency(number, currency), language)


def _plain(text: str) -> str:
    return " ".join(text.split())
