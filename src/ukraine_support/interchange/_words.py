"""Words for what a reader of foreign rows gives: `describe` knows them once this is imported.

`display` cannot bring them, as it stands below. Foreign text is told as it stands, and reasons are in English, as
errors are.
"""

from ..display._language import Language
from ..display._wording import worded, wording
from ._headings import Column
from ._problems import Problem, Reading
from ._sheet import Row, Sheet


@wording.register
def _(thing: Problem, language: Language) -> str:
    place = [language.say("row {number}", number=language.number(thing.row)), _plain(thing.column)]
    told = [language.say("“{words}”", words=_plain(thing.value))] if thing.value.strip() else []
    told.append(_plain(thing.reason))
    if thing.fatal:
        told.append(language.say("the row gives no record"))
    return language.pair(", ".join(filter(None, place)), language.clauses(told))


@wording.register
def _(thing: Reading, language: Language) -> str:
    lost = thing.rows_read - thing.rows_structured - thing.rows_blank
    became = (
        (language.say("rows that became records"), thing.rows_structured),
        (language.say("blank rows"), thing.rows_blank),
        (language.say("rows that gave no record"), lost),
    )
    rows = language.bracketed(
        language.count("record", "row", thing.rows_read, language.number(thing.rows_read)),
        [language.pair(name, language.number(count)) for name, count in became],
    )
    found = len(thing.problems)
    problems = language.count("record", "problem", found, language.number(found))
    return language.clauses([rows, problems, worded(thing.ledger, language)])


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


def _plain(words: str) -> str:
    return " ".join(words.split())
