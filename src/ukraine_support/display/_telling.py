"""A ledger told in one language, as a document: section by section, each statement with whoever made it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from .._errors import CurrencyMismatchError
from .._model.claims import Claim, Position
from .._model.commitments import Commitment, Initiative
from .._model.ledger import Ledger
from .._model.lines import Line
from .._model.provenance import Citation, Documented, Record
from .._model.support import Support
from .._model.values.stages import Stage
from .._words.answers import account, has_outstanding, money, summed
from .._words.keys import column, key_words
from .._words.language import Language
from .._words.parties import place, speaker
from .._words.records import amount, announced, between, category, goals, held, terms, title
from .._words.support import things
from .._words.wording import worded
from ..analysis import (
    Account,
    Dispute,
    Fulfilment,
    RateTable,
    Total,
    Totals,
    disputes,
    funding,
    superseded,
    totals,
)
from ..analysis._accounts.answers import fulfilments
from ._output.document import Block, Document, Heading, Item, Items, Listing, Note, Sources, Table

TOLERANCE: Final = Decimal("0.1")
"""How far a rounded figure may be off, as answers take it if nothing else is said."""


class Telling:
    """One ledger told in one language."""

    def __init__(
        self, ledger: Ledger, words: Language, rates: RateTable | None = None, tolerance: Decimal = TOLERANCE
    ) -> None:
        self.ledger, self.words, self.rates, self.tolerance = ledger, words, rates, tolerance
        self.numbers = {source: number for number, source in enumerate(ledger.sources, 1)}

    @cached_property
    def superseded(self) -> Mapping[str, tuple[str, ...]]:
        """The commitments that do not count for themselves, and what counts instead."""
        return superseded(self.ledger)

    def document(self, as_of: date | None = None, *, left_out: int = 0) -> Document:
        """The whole account."""
        say = self.words.say
        day = [] if as_of is None else [Item(say("as of {day}", day=worded(as_of, self.words)))]
        if left_out:
            day.append(Item(self.words.pair(say("left out for want of a date"), self.words.number(left_out))))
        blocks: list[Block] = [heading(1, say("Support: who promised what, and what became of it"))]
        blocks += [Items(tuple(day))] if day else []
        for name, told in (
            (say("Promises"), self.promises()),
            (say("Joint initiatives"), self.initiatives()),
            (say("Positions"), self.positions()),
            (say("Totals"), self.totals()),
            (say("Occasions"), self.occasions()),
            (say("Sources"), self.sources()),
        ):
            section = list(told)
            blocks += [heading(2, name), *section] if section else []
        return Document(tuple(blocks), self.words.tag)

    # What records are called, and what stands with each

    def name(self, id: str) -> str:
        """What a record is called in the account."""
        record = self.ledger[id]
        if isinstance(record, Commitment):
            lines = [things(line.of, self.words) for line in record.lines]
            what = self.words.listed(lines) if lines else worded(record.value, self.words)
            return self.words.pair(between(record.donors, record.recipient, self.words), what)
        return title(record, self.words) if isinstance(record, Initiative) else self._who(record)

    def _who(self, record: Record) -> str:
        if isinstance(record, Claim):
            return speaker(record.speaker, self.words)
        return announced(record, self.words) if isinstance(record, Commitment | Initiative) else record.id

    def _notes(self, citations: Iterable[Citation]) -> tuple[Note, ...]:
        places: dict[int, list[str]] = {}
        for citation in citations:
            found = places.setdefault(self.numbers[citation.source], [])
            found += [] if citation.at is None else [place(citation.at, self.words)]
        return tuple(Note(number, tuple(found)) for number, found in places.items())

    def _besides(self, record: Record, *others: Any) -> Iterator[Item]:
        """On which occasion, and what its author adds."""
        if isinstance(record, Documented) and record.occasion is not None:
            occasion = self.ledger.occasions[record.occasion]
            yield Item(self.words.pair(self.words.say("occasion"), self.words.text(occasion.name)))
        for note in (record.note, *(line.note for line in others)):
            if note is not None:
                yield Item(self.words.pair(self.words.say("note"), self.words.text(note)))

    def _in_time(self, records: Iterable[Any]) -> list[Any]:
        return sorted(records, key=lambda record: (self.ledger.dated(record.id) or date.min, record.id))

    # Promises

    def promises(self) -> Iterator[Block]:
        """Each commitment, the earliest first."""
        for promise in self._in_time(self.ledger.commitments.values()):
            yield heading(3, between(promise.donors, promise.recipient, self.words))
            yield Items(tuple(self.promise(promise)))

    def promise(self, promise: Commitment) -> Iterator[Item]:
        """What was promised, and what is said to have become of it."""
        yield Item(category(promise, self.words), self._notes(promise.citations))
        yield from map(Item, terms(promise, self.words, self.name))
        if promise.id in self.superseded:
            instead = self.words.clauses(map(self.name, self.superseded[promise.id]))
            yield Item(self.words.pair(self.words.say("counted instead"), instead))
        yield from self.progress(promise, promise.lines)
        yield from self._besides(promise, *promise.lines)

    def progress(self, subject: Commitment | Initiative, lines: tuple[Line, ...]) -> Iterator[Item]:
        """Every claim, the earliest first; who contradicts whom; what is outstanding where there is but one account."""
        claims = self._in_time(self.ledger.claims_about(subject.id))
        answers = self._answers.get(subject.id, ()) if claims else ()
        known = {
            told.claim.id: told
            for answer in answers
            for told in _accounts(answer)
            if told.claim is not None and told.claim.stage is answer.stage and not told.amount.is_unknown
        }
        replaced = {claim.id for answer in answers for claim in answer.superseded}
        for claim in claims:
            line = _line_of(claim.line, lines)
            told = account(
                claim,
                self.words,
                known=known.get(claim.id),
                unit=None if line is None else line.unit,
                subject=subject,
                titles=self.name,
            )
            told = self._of_line(line, lines, told)
            if claim.id in self._retracted:
                told = self.words.pair(self.words.say("taken back"), told)
            elif claim.id in replaced and claim.id not in known:
                told = self.words.pair(self.words.say("superseded"), told)
            yield Item(told, self._notes(claim.citations), tuple(self._besides(claim)))
        yield from self._contradictions(subject.id)
        yield from dict.fromkeys(item for answer in answers for item in self._outstanding(answer, lines))

    def _outstanding(self, answer: Fulfilment[Any], lines: tuple[Line, ...]) -> Iterator[Item]:
        """What is left of the promise: of one account only, as a span between several would be nobody's."""
        if answer.stage is not Stage.DELIVERED or not has_outstanding(answer):
            return
        line = _line_of(answer.line, lines)
        left = amount(answer.outstanding, None if line is None else line.unit, self.words)
        who = self.words.say("outstanding according to {speaker}", speaker=self._who(answer.accounts[0].word))
        yield Item(self._of_line(line, lines, self.words.pair(who, left)))

    def _of_line(self, line: Line | None, lines: tuple[Line, ...], told: str) -> str:
        """What is told of one of several lines, with what that line is of."""
        return told if line is None or len(lines) == 1 else self.words.pair(things(line.of, self.words), told)

    @cached_property
    def _answers(self) -> Mapping[str, tuple[Fulfilment[Any], ...]]:
        """What has become of each promise that anybody speaks of, line by line and at each stage."""
        return fulfilments(self.ledger, tolerance=self.tolerance)

    @cached_property
    def _retracted(self) -> set[str]:
        """The claims that their own party has taken back."""
        return {claim.id for answers in self._answers.values() for answer in answers for claim in answer.retracted}

    @cached_property
    def _disputes(self) -> Mapping[str, list[Dispute]]:
        """What contradicts each other, by what it is about."""
        found: dict[str, list[Dispute]] = {}
        for dispute in disputes(self.ledger, tolerance=self.tolerance):
            both = (dispute.earlier, dispute.later)
            for id in dict.fromkeys(word.about if isinstance(word, Claim) else word.id for word in both):
                found.setdefault(id, []).append(dispute)
        return found

    def _contradictions(self, id: str) -> Iterator[Item]:
        for dispute in self._disputes.get(id, ()):
            both = self.words.clauses(self._who(record) for record in (dispute.earlier, dispute.later))
            yield Item(self.words.pair(self.words.say("these accounts contradict each other"), both))

    # The rest

    def initiatives(self) -> Iterator[Block]:
        """Each joint undertaking, the earliest first: what for, and who pays."""
        for joint in self._in_time(self.ledger.initiatives.values()):
            yield heading(3, title(joint, self.words))
            yield Items(tuple(self.initiative(joint)))

    def initiative(self, joint: Initiative) -> Iterator[Item]:
        """What an initiative is for, what is given to it, what is said of it."""
        first, *others = goals(joint, self.words)
        yield Item(first, self._notes(joint.citations))
        yield from map(Item, others)
        if joint.name is not None and joint.lead is not None:
            yield Item(self.words.pair(self.words.say("led by"), worded(joint.lead, self.words)))
        answer = funding(self.ledger, joint.id)
        yield from map(Item, money(answer, self.words))
        for given in (*answer.contributions, *answer.goods):
            yield Item(
                self.words.pair(self.words.say("contribution"), self.name(given.id)), self._notes(given.citations)
            )
        yield from self.progress(joint, joint.goal)
        yield from self._besides(joint, *joint.goal)

    def positions(self) -> Iterator[Block]:
        """Who stands where, subject by subject, the earliest first."""
        by_subject: dict[Support | str, list[Position]] = {}
        for position in self._in_time(self.ledger.positions.values()):
            by_subject.setdefault(position.on, []).append(position)
        for on, found in by_subject.items():
            yield heading(3, worded(on, self.words) if isinstance(on, Support) else self.name(on))
            yield Items(
                tuple(
                    Item(held(position, self.words), self._notes(position.citations), tuple(self._besides(position)))
                    for position in found
                )
            )

    def totals(self) -> Iterator[Block]:
        """What the promises of each donor add up to, where there is one currency to add them up in."""
        if not self.ledger.commitments:
            return
        try:
            table = totals(self.ledger, by="donor", rates=self.rates)
        except CurrencyMismatchError:
            yield Items((Item(self.words.say("amounts are in several currencies and are not added up")),))
        else:
            yield from totals_table(table, self.words)

    def occasions(self) -> Iterator[Block]:
        """The meetings."""
        found = [
            Item(worded(occasion, self.words), self._notes(occasion.citations), tuple(self._besides(occasion)))
            for occasion in self.ledger.occasions.values()
        ]
        if found:
            yield Items(tuple(found))

    def sources(self) -> Iterator[Block]:
        """The documents, as notes refer to them."""
        found = []
        for source in self.ledger.sources.values():
            told = worded(source, self.words)
            if source.through is not None:
                through = f"[{self.numbers[source.through]}]"
                told = self.words.clauses([told, self.words.pair(self.words.say("known only through"), through)])
            found.append(Listing(told, source.url, None if source.note is None else self.words.text(source.note)))
        if found:
            yield Sources(tuple(found))


def totals_table(table: Totals, words: Language) -> Iterator[Block]:
    """A table of totals and their sum, goods that were bought with an initiative's money in a column of their own."""
    if not table:
        return
    has_goods = any(total.goods for total in table.values())

    def row(names: list[str], total: Total) -> tuple[str, ...]:
        told = [*names, words.number(total.commitments), summed(total, words), words.number(total.undisclosed)]
        return (*told, *[worded(total.bought, words) if total.goods else "–"] * has_goods)

    head = [column(name, words) for name in table.names]
    head += [words.say("commitments"), words.say("sum"), words.say("of undisclosed value")]
    head += [words.say("goods bought with it")] * has_goods
    rows = tuple(row(key_words(table, key, words), total) for key, total in table.items())
    under = [words.say("grand total"), *[""] * (len(table.names) - 1)]
    foot = row(under, table.whole) if len(rows) > 1 else None
    yield Table(tuple(head), rows, frozenset(range(len(table.names), len(head))), foot)


def heading(level: int, words: str) -> Heading:
    """A heading, which begins with a capital letter."""
    return Heading(level, f"{words[:1].upper()}{words[1:]}")


def _accounts(answer: Fulfilment[Any]) -> tuple[Account[Any], ...]:
    return (*answer.accounts, *answer.forecasts, *answer.stale)


def _line_of(at: int | None, lines: tuple[Line, ...]) -> Line | None:
    """The line that is meant: the one named, or the only one there is."""
    if at is not None:
        return lines[at]
    return lines[0] if len(lines) == 1 else None
