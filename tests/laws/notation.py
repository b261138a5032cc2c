"""A short notation for ledgers, questions and answers, in which each case of COUNTING is one line of a table.

**A ledger** is records with `;` between them:

* `a €100` is a promise of EUR 100 by the Netherlands, pledged on the last day of 2023. `a` alone is undisclosed,
  `a €≤100` up to 100, `a $60` in dollars, `a 1000 shells` of a thousand. Further words say more: `a €100 delivered by
  NL+DE on 5 due 9 part_of b same_as c`. A day is one of January 2024. `diff` marks a correction by a difference,
  `stock` or another word of `Sourcing` says where it comes from.
* `initiative i lead CZ goal 1000 shells worth €500` is one.
* `NL: a delivered 300 on 5` is a claim: who speaks (`-` nobody, `someone` a speaker without a party, `/x` the source
  x), about what, which stage, and how many, how much (`€40`) or which share (`50%`). Further words: `more` for an
  increment, `diff` for one that corrects, `of 155mm`, `during 2023`, `line 1`, `forecast`, `disputes k1`,
  `retracts k1`. Claims are called k1, k2 and so on, in their order.

**An estimate** reads `5`, `~5` (about), `≥5`, `≤5`, `3..5` or `?` in ledgers and answers alike. `≤5` is also what
lies between nothing and five, as nothing here can be below zero.

**A question** is a few words that `answer` knows; `as of 5`, `tolerance 0.2` or `with rates` (a euro is two dollars)
may follow.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Citation,
    Claim,
    Commitment,
    Country,
    Equipment,
    Estimate,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    Party,
    Record,
    Relation,
    Source,
    Sourcing,
    Speaker,
    Stage,
    Support,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import (
    Fulfilment,
    RateTable,
    Total,
    Totals,
    disputes,
    fulfilment,
    fulfilment_of_value,
    funding,
    overdue,
    stage_of,
    totals,
)
from ukraine_support.reference import EU, EUROPEAN_COMMISSION, EUROPEAN_INVESTMENT_BANK, EUROPEAN_PEACE_FACILITY

RATES: Final = RateTable.constant("EUR", {"USD": "2"})
PARTIES: Final[Mapping[str, Party]] = {
    "EU": EU,
    "Commission": EUROPEAN_COMMISSION,
    "EPF": EUROPEAN_PEACE_FACILITY,
    "EIB": EUROPEAN_INVESTMENT_BANK,
}
KINDS: Final[Mapping[str, Support]] = {
    "munitions": Munition(),
    "shells": ArtilleryShell(),
    "155mm": ArtilleryShell(calibre="155 mm"),
    "122mm": ArtilleryShell(calibre="122 mm"),
    "tanks": Equipment(description="tank"),
    "drones": Equipment(description="drone"),
}
STAGES: Final = {stage.value for stage in Stage} | {"disbursed"}
RELATIONS: Final = {relation.value for relation in Relation}
SOURCINGS: Final = {sourcing.value for sourcing in Sourcing}
CURRENCIES: Final = {"€": "EUR", "$": "USD"}
AMOUNT: Final = re.compile(
    r"(?P<sign>[€$]?)(?P<form>~?[≥≤]?)(?P<low>-?\d+(\.\d+)?)(\.\.(?P<high>-?\d+))?(?P<percent>%?)"
)


# Cases


def cases(table: str) -> list[Any]:
    """The rows of a table: ledger, question, answer.

    A line without bars says what the rows below it show; if it ends in a semicolon, their ledgers begin with it.
    """
    found, heading, beginning = [], "", ""
    for row in filter(None, map(str.strip, table.splitlines())):
        if "|" in row:
            ledger, question, expected = (cell.strip() for cell in row.split("|"))
            ledger = f"{beginning} {ledger}".strip("; ")
            found.append(pytest.param(ledger, question, expected, id=f"{heading}: {ledger}, {question}"))
        elif row.endswith(";"):
            beginning = row
        else:
            heading, beginning = row, ""
    return found


def holds(ledger: str, question: str, expected: str) -> None:
    """The ledger answers as expected, whatever its records are called and in whatever order they stand."""
    assert answer(ledger, question) == expected
    assert answer(ledger, question, reversed_ids(ledger)) == expected, "other ids, another answer"


def reversed_ids(ledger: str) -> dict[str, str]:
    """A new name for each id, such that what was sorted first is sorted last."""
    ids = sorted(record.id for record in _records(ledger, {}) if not isinstance(record, Source))
    return {id: f"z{len(ids) - at:02}" for at, id in enumerate(ids)}


# Ledgers


def read(text: str, names: Mapping[str, str] | None = None) -> Ledger:
    """The ledger that the text tells of, its ids perhaps called otherwise."""
    return Ledger.of(_records(text, names or {}))


def _records(text: str, names: Mapping[str, str]) -> Iterable[Record]:
    sources = dict.fromkeys(re.findall(r"(?<=/)\w+(?=:)", text))
    yield from (Source(id=f"source-{name}") for name in sources)
    claims = 0
    for record in filter(None, map(str.split, text.split(";"))):
        words = _Words(record, names)
        if record[0] == "initiative":
            yield _initiative(words)
        elif record[0].endswith(":"):
            claims += 1
            yield _claim(words, f"k{claims}")
        else:
            yield _commitment(words)


class _Words:
    """The words of a record that are still to be read."""

    def __init__(self, words: list[str], names: Mapping[str, str]) -> None:
        self._words, self._names = words, names

    def __bool__(self) -> bool:
        return bool(self._words)

    def next(self) -> str:
        return self._words.pop(0)

    def id(self) -> str:
        return self.called(self.next())

    def ids(self) -> list[str]:
        return [self.called(word) for word in self.next().split(",")]

    def called(self, id: str) -> str:
        return self._names.get(id, id)

    def day(self) -> str:
        word = self.next()
        return f"2024-01-{int(word):02}" if word.isdigit() and len(word) < 3 else word

    def line(self, quantity: str) -> Line:
        return Line(_kinds(self.next()), estimate(quantity))

    def before(self, words: Iterable[str]) -> bool:
        """Whether a kind of support comes next, of which the last word said how many."""
        return bool(self._words) and self._words[0].split("/")[0] in words


def _kinds(word: str) -> list[Support]:
    return [KINDS[kind] for kind in word.split("/")]


def _parties(word: str) -> list[Party]:
    return [] if word == "-" else [_party(name) for name in word.split("+")]


def _party(name: str) -> Party:
    return PARTIES.get(name) or Country(name)


def _commitment(words: _Words) -> Commitment:
    found: dict[str, Any] = {"id": words.id(), "stage": "pledged", "donors": _parties("NL"), "announced": "2023-12-31"}
    lines: list[Line] = []
    links: list[Link] = []
    while words:
        word = words.next()
        if word in STAGES:
            found["stage"] = word
        elif word in RELATIONS:
            links += (Link(word, to) for to in words.ids())
        elif word in ("part_of", "towards"):
            found[word] = words.id()
        elif word == "by":
            found["donors"] = _parties(words.next())
        elif word in ("on", "due"):
            found["announced" if word == "on" else "due"] = words.day()
        elif word == "undated":
            found["announced"] = None
        elif word == "diff":
            found["correction"] = True
        elif word in SOURCINGS:
            found["sourcing"] = word
        elif words.before(KINDS):
            lines.append(words.line(word))
        else:
            found["value"] = estimate(word)
    cls = MilitaryCommitment if lines else FinancialCommitment
    return cls(lines=lines, links=links, **found)


def _initiative(words: _Words) -> Initiative:
    words.next()
    found: dict[str, Any] = {"id": words.id(), "announced": "2023-12-31"}
    goal: list[Line] = []
    while words:
        word = words.next()
        if word == "lead":
            found["lead"] = _party(words.next())
        elif word == "worth":
            found["goal_value"] = estimate(words.next())
        else:
            goal.append(words.line(words.next()))
    return Initiative(goal=goal, **found)


def _claim(words: _Words, name: str) -> Claim:
    spoken = words.next().rstrip(":")
    found: dict[str, Any] = {"id": words.called(name), "about": words.id(), "stage": words.next()}
    if spoken.startswith("/"):
        found["citations"] = [Citation(f"source-{spoken[1:]}")]
    elif spoken == "someone":
        found["speaker"] = Speaker("Somebody")
    elif spoken != "-":
        found["speaker"] = Speaker(f"Speaker of {spoken}", of=_party(spoken))
    while words:
        word = words.next()
        if word == "on":
            found["said"] = words.day()
        elif word in ("disputes", "retracts"):
            found[word] = words.ids()
        elif word == "during":
            found["during"] = words.next().split(",")
        elif word == "of":
            found["of"] = _kinds(words.next())
        elif word == "line":
            found["line"] = int(words.next())
        elif word == "diff":
            found["increment"] = found["correction"] = True
        elif word in ("more", "forecast"):
            found["increment" if word == "more" else word] = True
        else:
            field = "share" if word.endswith("%") else "value" if word[0] in CURRENCIES else "quantity"
            found[field] = estimate(word)
    return Claim(**found)


# Estimates


def estimate(text: str) -> Estimate[Any]:
    """Read one."""
    if text == "?":
        return UNKNOWN
    match = AMOUNT.fullmatch(text)
    assert match is not None, text

    def end(number: str) -> Any:
        if match["sign"]:
            return Money(number, CURRENCIES[match["sign"]])
        return Decimal(number) / 100 if match["percent"] else int(number)

    low = end(match["low"])
    if match["high"]:
        found = between(low, end(match["high"]))
    else:
        found = {"": exactly, "≥": at_least, "≤": at_most}[match["form"].lstrip("~")](low)
    return about(found) if match["form"].startswith("~") else found


def told(estimate: Estimate[Any]) -> str:
    """Write one, of money or of numbers; shares are numbers."""
    if estimate.is_unknown:
        return "?"
    ends = [end for end in (estimate.low, estimate.high) if end is not None]
    sign = next((sign for sign, code in CURRENCIES.items() if any(str(end).startswith(code) for end in ends)), "")
    low, high = (None if end is None else _number(end) for end in (estimate.low, estimate.high))
    if high is None:
        text = f"≥{low}"
    elif low is None or (low == "0" != high):
        text = f"≤{high}"
    else:
        text = low if low == high else f"{low}..{high}"
    return f"{sign}{'~' * estimate.is_approximate}{text}"


def _number(end: Any) -> str:
    number = Decimal(end.amount if isinstance(end, Money) else end)
    return f"{number.normalize():f}" if number else "0"


# Questions


def answer(ledger: str, question: str, names: Mapping[str, str] | None = None) -> str:
    """What the library answers, in words; ids are told as the ledger's text gives them."""
    called = dict(names or {})
    found = _Question(question, called).put(read(ledger, called))
    back = {new: id for id, new in called.items()}
    if isinstance(found, str):
        return found
    return " ".join(sorted({back.get(id, id) for id in found})) or "none"


class _Question:
    """A question in words, with its options."""

    def __init__(self, text: str, names: Mapping[str, str]) -> None:
        self.options: dict[str, Any] = {}
        words = text.split()
        for option, read_option in self.OPTIONS.items():
            at = next(
                (at for at in range(len(words)) if words[at : at + option.count(" ") + 1] == option.split()), None
            )
            if at is not None:
                del words[at : at + option.count(" ") + 1]
                name, value = read_option(words.pop(at) if option != "with rates" else "")
                self.options[name] = value
        self.what, *rest = words
        self.is_money = "money" in rest
        self.about = next((names.get(word, word) for word in rest if word != "money"), "")

    OPTIONS: Final[Mapping[str, Callable[[str], tuple[str, Any]]]] = {
        "as of": lambda word: ("as_of", date(2024, 1, int(word))),
        "at": lambda word: ("stage", Stage(word)),
        "line": lambda word: ("line", int(word)),
        "tolerance": lambda word: ("tolerance", Decimal(word)),
        "with rates": lambda _: ("rates", RATES),
    }

    def put(self, ledger: Ledger) -> str | list[str]:
        """The answer of the ledger."""
        if self.what in self.SUMS:
            return self.SUMS[self.what](self._totals(ledger, by=()))
        if self.what in ("counts", "donors"):
            by = "donor" if self.what == "donors" else lambda commitment: commitment.id
            table = self._totals(ledger, by=by)
            return list(table) if self.what == "counts" else _by_donor(table)
        if self.what in self.OTHERS:
            return self.OTHERS[self.what](self, ledger)
        asked = fulfilment_of_value if self.is_money else fulfilment
        return _of_fulfilment(asked(ledger, self.about, **self.options), self.what)

    SUMS: Final[Mapping[str, Callable[[Totals], str]]] = {
        "sum": lambda table: _told(table, lambda total: told(total.value) if total.commitments else "nothing"),
        "bought": lambda table: _told(table, lambda total: told(total.bought) if total.goods else "nothing"),
        "number": lambda table: _told(table, lambda total: str(total.commitments)),
        "undisclosed": lambda table: _told(table, lambda total: str(total.undisclosed)),
    }

    def funding(self, ledger: Ledger) -> Estimate[Money]:
        """What is given towards an initiative."""
        as_of = self.options.pop("as_of", None)
        return funding(ledger, self.about, as_of=as_of).at(currency="EUR", **self.options)

    def _totals(self, ledger: Ledger, by: Any) -> Totals:
        return totals(ledger, by=by, stage=Stage(self.about), currency="EUR", **self.options)

    OTHERS: Final[Mapping[str, Callable[["_Question", Ledger], str | list[str]]]] = {
        "stage": lambda asked, ledger: stage_of(ledger, asked.about, **asked.options).value,
        "funding": lambda asked, ledger: told(asked.funding(ledger)),
        "overdue": lambda asked, ledger: [
            late.commitment.id for late in overdue(ledger, as_of=date(2024, 1, int(asked.about)), **asked.options)
        ],
        "disputes": lambda asked, ledger: [
            id for found in disputes(ledger, asked.about, **asked.options) for id in (found.earlier.id, found.later.id)
        ],
    }


def _told(table: Totals, tell: Callable[[Total], str]) -> str:
    return tell(table[()]) if table else "nothing"


def _by_donor(table: Totals) -> str:
    parts = [(key if isinstance(key, tuple) else (key,), total) for key, total in table.items()]
    return ", ".join(f"{'+'.join(map(str, donors))} {told(total.value)}" for donors, total in parts) or "nothing"


def _of_fulfilment(found: Fulfilment[Any], what: str) -> str | list[str]:
    if what == "disputed":
        return "yes" if found.disputed else "no"
    if what == "accounts":
        return ", ".join(sorted(told(account.amount) for account in found.accounts)) or "none"
    if what in ("delivered", "reached"):
        return told(found.delivered)
    if what in ("promised", "outstanding", "share"):
        return told(getattr(found, what))
    entries: Iterable[Any] = getattr(found, what)
    return [claim.id for entry in entries for claim in getattr(entry, "claims", (entry,))]
