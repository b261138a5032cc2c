"""The sections of a report: promises, joint initiatives, positions, quantities, totals, occasions and sources."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from .._errors import CurrencyMismatchError
from .._model.claims import Claim, Position
from .._model.commitments import Commitment, Initiative, lines_of
from .._model.ledger import Ledger
from .._model.lines import Line
from .._model.provenance import Citation, Documented, Record
from .._model.support import Materiel, Support
from .._model.values.estimate import Estimate
from .._model.values.money import Money
from .._words.answers import money, summed
from .._words.claims import held
from .._words.commitments import category, goals, terms
from .._words.keys import column, key_words, part
from .._words.language import Language
from .._words.language import language as language_of
from .._words.own_fields import own_fields
from .._words.parties import place
from .._words.quantities import promised_and_reached
from .._words.registered import worded
from .._words.titles import between, title_of, titles
from ..analysis import RateTable, Total, Totals, funding, progress, ranking, superseded, totals
from ._claims import Claims
from ._output.outline import Block, Cell, Document, Heading, Item, Items, Listing, Note, Sources, Table

MILLION: Final = 1_000_000
_MOST: Final = 8
"""How many records are named that count instead of one."""


class Sections:
    """One ledger in one language, section by section, each statement with whoever made it."""

    def __init__(self, ledger: Ledger, language: Language, rates: RateTable | None, tolerance: Decimal) -> None:
        self._ledger, self._language, self._rates, self._tolerance = ledger, language, rates, tolerance
        self._titles = titles(ledger, language)
        self._numbers = {source: number for number, source in enumerate(ledger.sources, 1)}
        self._superseded = superseded(ledger)
        self._claims = Claims(ledger, language, tolerance, self._claim)

    def document(self, as_of: date | None = None, *, left_out: int = 0) -> Document:
        """The whole report, of which a section without records is no part."""
        say = self._language.say
        under_title = [] if as_of is None else [Item(say("as of {day}", day=worded(as_of, self._language)))]
        if left_out:
            under_title.append(self._labelled("left out because undated", self._language.number(left_out)))
        blocks: list[Block] = [_heading(1, say("Support: who promised what, and what became of it"))]
        blocks += _items(under_title)
        for name, section in (
            (say("Promises"), self._promises()),
            (say("Joint initiatives"), self._initiatives()),
            (say("Positions"), self._positions()),
            (say("Quantities"), self._quantities()),
            (say("Totals"), self._totals()),
            (say("Occasions"), _items(map(self._documented, self._ledger.occasions.values()))),
            (say("Sources"), self._sources()),
        ):
            under_heading = list(section)
            blocks += [_heading(2, name), *under_heading] if under_heading else []
        return Document(tuple(blocks), self._language.tag)

    # What stands with records

    def _labelled(self, message: str, value: str) -> Item:
        return Item(self._language.labelled(message, value))

    def _documented(self, record: Any) -> Item:
        return Item(worded(record, self._language), self._notes(record.citations), tuple(self._besides(record)))

    def _claim(self, claim: Claim, said: str, instead: str | None) -> Item:
        counted = [] if instead is None else [self._labelled("counted instead", instead)]
        return Item(said, self._notes(claim.citations), (*counted, *self._besides(claim)))

    def _notes(self, citations: Iterable[Citation]) -> tuple[Note, ...]:
        places: dict[int, list[str]] = {}
        for citation in citations:
            found = places.setdefault(self._numbers[citation.source], [])
            found += [] if citation.at is None else [place(citation.at, self._language)]
        return tuple(Note(number, tuple(found)) for number, found in places.items())

    def _besides(self, record: Record, lines: tuple[Line, ...] = ()) -> Iterator[Item]:
        """What a class of the user's adds, on which occasion it was, and what its author notes."""
        yield from map(Item, own_fields(record, self._language))
        kinds = (kind for line in lines for kind in line.of if not hasattr(kind, "__describe__"))
        yield from dict.fromkeys(Item(told) for kind in kinds for told in own_fields(kind, self._language))
        if isinstance(record, Documented) and record.occasion is not None:
            occasion = self._ledger.occasions[record.occasion]
            yield self._labelled("occasion", self._language.text(occasion.name))
        for note in (record.note, *(line.note for line in lines)):
            if note is not None:
                yield self._labelled("note", self._language.text(note))

    def _in_time(self, records: Iterable[Any]) -> list[Any]:
        """The records, the earliest first."""
        return sorted(records, key=lambda record: (self._ledger.dated(record.id) or date.min, record.id))

    def _became(self, promise: Commitment | Initiative) -> Iterator[Item]:
        yield from self._claims.about(promise, self._in_time(self._ledger.claims_about(promise.id)))
        yield from self._besides(promise, lines_of(promise))

    # The sections

    def _promises(self) -> Iterator[Block]:
        for promise in self._in_time(self._ledger.commitments.values()):
            yield _heading(3, between(promise, self._language))
            yield Items(tuple(self._promise(promise)))

    def _promise(self, promise: Commitment) -> Iterator[Item]:
        """What was promised, and what is said to have become of it."""
        yield Item(category(promise, self._language), self._notes(promise.citations))
        yield from map(Item, terms(promise, self._language, self._titles))
        if promise.id in self._superseded:
            others = self._superseded[promise.id]  # thousands may count instead of each of thousands
            instead = self._language.clauses(map(self._titles, others[:_MOST]))
            yield self._labelled("counted instead", instead + " …" * (len(others) > _MOST))
        yield from self._became(promise)

    def _initiatives(self) -> Iterator[Block]:
        for initiative in self._in_time(self._ledger.initiatives.values()):
            yield _heading(3, title_of(initiative, self._language))
            yield Items(tuple(self._initiative(initiative)))

    def _initiative(self, initiative: Initiative) -> Iterator[Item]:
        """What an initiative is for, what is given to it, what is said of it."""
        first, *others = goals(initiative, self._language)
        yield Item(first, self._notes(initiative.citations))
        yield from map(Item, others)
        if initiative.name is not None and initiative.lead is not None:
            yield self._labelled("led by", worded(initiative.lead, self._language))
        answer = funding(self._ledger, initiative.id)
        yield from map(Item, money(answer, self._language))
        for given in (*answer.contributions, *answer.goods):
            contribution = self._language.labelled("contribution", self._titles(given.id))
            yield Item(contribution, self._notes(given.citations))
        yield from self._became(initiative)

    def _positions(self) -> Iterator[Block]:
        """Who stands where, subject by subject."""
        by_subject: dict[Support | str, list[Position]] = {}
        for position in self._in_time(self._ledger.positions.values()):
            by_subject.setdefault(position.on, []).append(position)
        for on, found in by_subject.items():
            yield _heading(3, worded(on, self._language) if isinstance(on, Support) else self._titles(on))
            yield Items(
                tuple(
                    Item(held(each, self._language), self._notes(each.citations), tuple(self._besides(each)))
                    for each in found
                )
            )

    def _quantities(self) -> Iterator[Block]:
        """How many of each kind of thing are promised and delivered, each promise once."""
        language = self._language
        of, by = Materiel(), ("kind", "calibre", "unit")
        table = progress(self._ledger, of=of, by=by, tolerance=self._tolerance)
        rows = tuple(
            tuple(
                map(
                    Cell,
                    (
                        language.bracketed(part(kind, language, "kind"), [part(calibre, language)] if calibre else []),
                        language.number(cell.commitments),
                        *promised_and_reached(cell, unit, language),
                    ),
                )
            )
            for (kind, calibre, unit), cell in table.items()
        )
        if rows:
            reached = worded(table.reached, language)
            head = (column("kind", language), language.say("commitments"), language.say("promised"), reached)
            yield Table(head, rows, frozenset({1}))

    def _totals(self) -> Iterator[Block]:
        """What the promises of each donor add up to, where there is one currency to add them up in."""
        try:
            table = totals(self._ledger, by="donor", rates=self._rates)
        except CurrencyMismatchError:
            yield Items((Item(self._language.say("amounts are in several currencies and are not added up")),))
        else:
            yield from _table(table, self._language)
            yield from _items(_rounding(table, self._language))

    def _sources(self) -> Iterator[Block]:
        """The documents, as notes refer to them."""
        found = []
        for source in self._ledger.sources.values():
            told = worded(source, self._language)
            if source.through is not None:
                through = f"[{self._numbers[source.through]}]"
                known_through = self._language.labelled("known only through", through)
                told = self._language.clauses([told, known_through])
            found.append(Listing(told, source.url, None if source.note is None else self._language.text(source.note)))
        if found:
            yield Sources(tuple(found))


def _table(table: Totals, language: Language) -> Iterator[Block]:
    """A table of totals and their sum, goods that were bought with an initiative's money in a column of their own."""
    if not table:
        return
    has_goods = any(total.goods for total in table.values())

    def row(names: list[str], total: Total) -> tuple[Cell, ...]:
        words = summed(total, _rounded(total.value, language))
        bought = worded(total.bought, _rounded(total.bought, language)) if total.goods else "–"
        return (
            *map(Cell, names),
            Cell(language.number(total.commitments)),
            Cell(words, _exact(total.value)),
            Cell(language.number(total.undisclosed)),
            *[Cell(bought, _exact(total.bought))] * has_goods,
        )

    head = [column(name, language) for name in table.names]
    head += [language.say("commitments"), language.say("sum"), language.say("of undisclosed value")]
    head += [language.say("goods bought with it")] * has_goods
    rows = tuple(row(key_words(table, rank.key, language), table[rank.key]) for rank in ranking(table))
    foot = row([language.say("grand total")], table.whole) if len(rows) > 1 else None
    yield Table(tuple(head), rows, frozenset(range(1, len(head))), foot)


def _exact(value: Estimate[Money]) -> tuple[tuple[str, str], ...]:
    """The ends of a sum, under the names that the rows of totals have for them."""
    ends = [(name, end) for name, end in (("low", value.low), ("high", value.high)) if end is not None]
    currency = [("currency", end.currency.code) for _, end in ends[:1]]
    return (*currency, *((name, format(end.amount, "f")) for name, end in ends))


def _is_rounded(value: Estimate[Money]) -> bool:
    return any(end is not None and end.amount.copy_abs() >= MILLION for end in (value.low, value.high))


def _rounded(value: Estimate[Money], language: Language) -> Language:
    """The language in which a sum is told as newspapers do: one of a million or more, by one digit after the point."""
    return language_of(language.locale, compact=True) if _is_rounded(value) else language


def _rounding(table: Totals, language: Language) -> Iterator[Item]:
    """That sums are rounded, where any is."""
    if any(_is_rounded(total.value) or _is_rounded(total.bought) for total in (*table.values(), table.whole)):
        yield Item(language.say("sums of a million or more are rounded"))


def _heading(level: int, words: str) -> Heading:
    """A heading, which begins with a capital letter."""
    return Heading(level, f"{words[:1].upper()}{words[1:]}")


def _items(items: Iterable[Item]) -> list[Block]:
    """The items as a list, where there are any."""
    found = tuple(items)
    return [Items(found)] if found else []
