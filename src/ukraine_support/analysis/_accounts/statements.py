"""What was said of what is asked: in claims about the promise, its other tellings and what it restates."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import attrs

from ..._model.claims import Claim, only_objects, voice
from ..._model.commitments import Commitment, Initiative, Link, Relation, lines_of, position_of
from ..._model.ledger import Ledger
from ..._model.lines import Unit
from ..._model.parties import UnnamedParty
from ..._model.support import Support
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.stages import Stage
from .._known import known, said_on
from .._promises.claimed import (
    ALL,
    QUANTITY,
    VALUE,
    Kinds,
    Measure,
    Said,
    compared,
    figure_of,
    figure_of_one,
    is_of_all,
    kinds_key,
    share_of,
)
from .._promises.promised import is_divided, lines_in, promised, promised_value
from .._promises.promises import Promises
from .._promises.tellings import Promise
from .._promises.withdrawals import in_all


class Asked(NamedTuple):
    """A question: how much of a promise, or of one of its lines, has reached a stage."""

    id: str
    measure: Measure
    line: int | None
    """None for the whole; in numbers that is the only line, or the sum of several of one unit."""
    stage: Stage


@attrs.frozen
class Statements:
    """What was said, sorted by what it does to the answer."""

    reports: list[Said]
    forecasts: list[Said]
    others: list[Claim]
    """What counts other kinds, or objects without a figure: it stands and bounds nothing."""
    silent: list[Claim]
    """What says nothing of what is asked: of an earlier stage, in another measure or currency."""
    retracted: list[Claim]
    currency: Currency | None
    """Of money, the currency in which figures bound the answer."""


class ClaimsByPromise:
    """The claims of a ledger, sorted by what they are about; each record is looked at once."""

    def __init__(self, ledger: Ledger, as_of: date | None) -> None:
        self.ledger, self.as_of = ledger, as_of
        self.promises = Promises(ledger, as_of)
        self._on_day: dict[date, Promises] = {}
        self._by_line: dict[str, dict[int | None, list[Claim]]] = {}
        self._units: dict[str, bool] = {}
        self._reached: dict[tuple[str, Stage], list[str]] = {}
        self._spoken_of: dict[str, list[str]] = {}
        self._changes: dict[Promise, list[date]] = {}
        self._promised: dict[tuple[date | None, Asked], Estimate[Any]] = {}

    def subject(self, id: str) -> Commitment | Initiative:
        """The commitment or initiative with an id."""
        record = self.ledger.commitments.get(id)
        return self.ledger.initiatives[id] if record is None else record

    def tellings(self, id: str) -> tuple[str, ...]:
        """The records claims about which are claims about this one."""
        return self.promises.promise_of(id).tellings if id in self.ledger.commitments else (id,)

    def promised(self, asked: Asked) -> Estimate[Any]:
        """What was promised, as it is known now."""
        return self._as_of(None, asked)

    def _as_of(self, day: date | None, asked: Asked) -> Estimate[Any]:
        """What was promised, as it was known on an earlier day; None for the day asked about."""
        found = self._promised.get((day, asked))
        if found is None:
            if day is not None and day not in self._on_day:
                self._on_day[day] = Promises(self.ledger, day)
            promises = self.promises if day is None else self._on_day[day]
            found = _promised(promises, self.subject(asked.id), asked.measure, asked.line)
            self._promised[day, asked] = found
        return found

    def statements_on(self, asked: Asked) -> Statements:
        """Everything that was said of what is asked."""
        currency = self._currency(asked) if asked.measure is VALUE else None
        statements = Statements([], [], [], [], [], currency)
        for claim, meaning in self._claims(asked):
            if self.promises.retractions.include(claim):
                statements.retracted.append(claim)
            elif claim.stage.has_reached(asked.stage) and _is_in(claim, currency, asked.measure):
                self._sort(claim, meaning, asked, statements)
            else:
                statements.silent.append(claim)
        for said in (statements.reports, statements.forecasts):
            closer = {_occasion(each) for each in said if not each.is_of_whole}
            yielding = [each.is_of_whole and _occasion(each) in closer for each in said]
            statements.others.extend(each.record for each, yields in zip(said, yielding, strict=True) if yields)  # type: ignore[misc]
            said[:] = [each for each, yields in zip(said, yielding, strict=True) if not yields]
        statements.reports.extend([_with_own_word(each, statements.reports) for each in self._announced(asked)])
        return statements

    def _sort(self, claim: Claim, meaning: "_Meaning", asked: Asked, statements: Statements) -> None:
        day = said_on(self.ledger, claim)
        stood = self._stood(asked if meaning.is_whole else meaning.asked, day)
        if asked.measure is VALUE and not stood.is_unknown and _currency_of(stood) != statements.currency:
            stood = self.promised(asked)  # a share of what was stated in another currency is a share all the same
        figure = (figure_of_one if meaning.is_whole else figure_of)(claim, stood, asked.measure)
        if figure is None:
            (statements.others if only_objects(claim) else statements.silent).append(claim)
            return
        of = claim.of or meaning.kinds
        relation = compared(of, self._kinds(asked)) if of else Kinds.SAME
        if meaning.piece and relation is Kinds.SAME:
            relation = Kinds.NARROWER
        if relation is Kinds.OTHERS or (relation is not Kinds.SAME and figure.comparable.is_unknown):
            statements.others.append(claim)
            return
        (statements.forecasts if claim.forecast else statements.reports).append(
            Said(
                record=claim,
                voice=_voice(claim),
                day=day,
                figure=figure,
                is_all=is_of_all(claim) and not meaning.piece,
                of=() if relation is Kinds.SAME else (*kinds_key(of), *meaning.piece),
                kinds=relation,
                is_of_whole=meaning.is_whole,
            )
        )

    def _kinds(self, asked: Asked) -> list[Support]:
        lines = lines_of(self.subject(asked.id))
        return [kind for at, line in enumerate(lines) if asked.line in (None, at) for kind in line.of]

    def _announced(self, asked: Asked) -> Iterator[Said]:
        """What was announced at the stage or further is an account of all of it; each party's latest, of tellings."""
        latest: dict[Hashable, Said] = {}
        is_of_whole = asked.line is not None and len(lines_of(self.subject(asked.id))) > 1
        for id in self._reaching(asked):
            record = self.subject(id)
            if self._tells(id, asked.id):
                day, whose = said_on(self.ledger, record), _announcing(record)
                if whose not in latest or latest[whose].day <= day:
                    figure = share_of(ALL, self.promised(asked))
                    latest[whose] = Said(record, whose, day, figure, is_all=True, is_of_whole=is_of_whole)
        yield from latest.values()

    def _reaching(self, asked: Asked) -> list[str]:
        """The records that tell of the promise and were announced at the stage or further."""
        tellings = self.tellings(asked.id)
        key = tellings[0], asked.stage
        if key not in self._reached:
            self._reached[key] = [id for id in tellings if self.subject(id).stage.has_reached(asked.stage)]
        return self._reached[key]

    def _tells(self, id: str, asked: str) -> bool:
        """Whether a record that was known tells of the promise itself, and not of what was later restated."""
        return id == asked or id in self.promises.promise_of(id).standing

    # The claims, and the line that each is about

    def spoken_of(self) -> list[str]:
        """The ids of all that was spoken of by the day."""
        return sorted({claim.about for claim in known(self.ledger, self.ledger.claims.values(), self.as_of)})

    def questions(self, id: str) -> list[Asked]:
        """What was spoken of: each line and stage, in money and, where there is one unit to count in, in numbers."""
        lines = lines_of(self.subject(id))
        is_of_one_unit = self.is_of_one_unit(id)
        found: dict[Asked, None] = {}
        for line, stage in self._spoken(id, len(lines)):
            found[Asked(id, VALUE, line, stage)] = None
            at = line if len(lines) != 1 else 0
            if at is not None or is_of_one_unit:
                found[Asked(id, QUANTITY, at, stage)] = None
        return list(found)

    def content(self, id: str) -> Hashable:
        """What is promised: records for which it is equal tell of one promise, and have the same answers."""
        if id not in self.ledger.commitments or len(self.tellings(id)) < 2:
            return id
        lines = lines_of(self.subject(id))
        kinds = tuple((kinds_key(line.of), line.unit) for line in lines)
        if len(lines) < 2:
            return self.promises.promise_of(id), kinds
        amounts = tuple((line.quantity, line.value) for line in lines)
        return (self.promises.promise_of(id), kinds, amounts) if len(set(kinds)) == len(kinds) else id

    def is_of_one_unit(self, id: str) -> bool:
        """Whether no two lines of a record count in different units."""
        found = self._units.get(id)
        if found is None:
            found = self._units[id] = len({line.unit for line in lines_of(self.subject(id))}) < 2
        return found

    def unit(self, asked: Asked) -> Unit | None:
        """In what is counted: the unit of the line, or of all lines; None of money."""
        lines = lines_of(self.subject(asked.id))
        if asked.measure is VALUE or not lines:
            return None
        return lines[asked.line or 0].unit if asked.line is not None or self.is_of_one_unit(asked.id) else None

    def _spoken(self, id: str, number: int) -> Iterator[tuple[int | None, Stage]]:
        """The lines and stages of which claims speak, the earliest first; those about other tellings, of every line."""
        claims = [claim for of_line in self._index(id).values() for claim in of_line]
        for claim in sorted(claims, key=lambda claim: (said_on(self.ledger, claim), claim.id)):
            yield None if number < 2 else position_of(self.subject(id), claim.line), claim.stage
        others = (self._index(telling) for telling in self.tellings(id) if telling != id)
        stages = dict.fromkeys(claim.stage for index in others for of_line in index.values() for claim in of_line)
        for line in (None,) if number < 2 else (None, *range(number)):
            yield from ((line, stage) for stage in stages)

    def _claims(self, asked: Asked) -> "Iterator[tuple[Claim, _Meaning]]":
        tellings = self.tellings(asked.id)
        if tellings[0] not in self._spoken_of:
            self._spoken_of[tellings[0]] = [id for id in tellings if self._index(id)]
        for id in self._spoken_of[tellings[0]]:
            claims = self._index(id)
            for line, meaning in self._meanings(asked, id):
                of_lines = claims.values() if line is _EVERY else [claims.get(line, [])]
                yield from ((claim, meaning) for of_one in of_lines for claim in of_one)

    def _index(self, id: str) -> dict[int | None, list[Claim]]:
        """The claims about a record, by the position of the line that each is about; None of the whole."""
        found = self._by_line.get(id)
        if found is None:
            found, subject = self._by_line.setdefault(id, {}), self.subject(id)
            for claim in known(self.ledger, self.ledger.claims_about(id), self.as_of):
                found.setdefault(position_of(subject, claim.line), []).append(claim)
        return found

    def _meanings(self, asked: Asked, id: str) -> "Iterator[tuple[Any, _Meaning]]":
        """Which claims about a telling speak of what is asked, and what of the telling that is."""
        lines = lines_of(self.subject(asked.id))
        if id == asked.id:
            if len(lines) <= 1:
                yield _EVERY, _Meaning(asked)
                return
            yield asked.line, _Meaning(asked)
            if asked.line is not None:
                yield None, _Meaning(asked, is_whole=True)
            return
        there = lines_of(self.subject(id))
        only = asked.line if asked.line is not None else 0 if len(lines) == 1 else None
        if only is None or (asked.measure is VALUE and asked.line is None):
            # a telling without lines promises the things that the others do
            kinds = there[0].of if len(there) == 1 and lines and asked.measure is QUANTITY else ()
            meant = asked if asked.measure is QUANTITY and not there else asked._replace(id=id)
            yield _EVERY if len(there) == 1 else None, _Meaning(meant, kinds=kinds)
        elif len(lines) == 1 and len(there) <= 1:
            if not there or there[0].unit is lines[0].unit or asked.measure is VALUE:
                at = asked.line if there else None
                yield _EVERY, _Meaning(asked._replace(id=id, line=at), kinds=there[0].of if there else ())
        else:
            telling = self.ledger.commitments[id]
            found = lines_in(self.promises, telling, asked.id, only)
            for at in found:
                piece = (id, str(at)) if len(found) > 1 else ()
                place = _EVERY if len(there) == 1 else at
                yield place, _Meaning(asked._replace(id=id, line=at), kinds=there[at].of, piece=piece)
            if not found:
                undivided = is_divided(self.promises, telling, asked.id, only)
                if undivided is not None:
                    yield undivided, _Meaning(asked, is_whole=True)
            if len(there) > 1 or not found:
                yield None, _Meaning(asked, is_whole=True)

    def _currency(self, asked: Asked) -> Currency | None:
        """The currency of the promise; of an undisclosed one, that of most claims, if one is."""
        promise = self.promised(asked)
        if not promise.is_unknown:
            return _currency_of(promise)
        stated = Counter(_currency_of(claim.value) for claim, _ in self._claims(asked) if not claim.value.is_unknown)
        most = stated.most_common(2)
        return most[0][0] if len(most) == 1 or (most and most[0][1] > most[1][1]) else None

    # The promise as it stood

    def _stood(self, asked: Asked, day: date) -> Estimate[Any]:
        """What was promised as it stood on a day; before it was known, as it was first known."""
        if asked.id not in self.ledger.commitments:
            return self.promised(asked)
        days, first = self._changes_of(self.promises.promise_of(asked.id)), self.ledger.known_from(asked.id)
        begun = 0 if first is None else bisect_right(days, first)
        at = max(begun, bisect_right(days, day))
        if first is None or at == len(days):
            return self.promised(asked)
        return self._as_of(days[at - 1] if at > begun else first, asked)

    def _changes_of(self, promise: Promise) -> list[date]:
        """The days on which corrections, restatements or partial withdrawals of a promise became known."""
        found = self._changes.get(promise)
        if found is None:
            days = {self.ledger.known_from(change.id) for id in promise.tellings for change in self._changing(id)}
            known_by = date.max if self.as_of is None else self.as_of
            found = self._changes[promise] = sorted(day for day in days if day is not None and day <= known_by)
        return found

    def _changing(self, id: str) -> Iterator[Commitment | Claim]:
        ledger = self.ledger
        yield from (other for other in ledger.links_to(id) if Link(Relation.CORRECTS, id) in other.links)
        for each in (id, *(part.id for part in ledger.parts_of(id))):
            yield from (claim for claim in ledger.claims_about(each) if claim.stage is Stage.WITHDRAWN)


@attrs.frozen
class _Meaning:
    """What a claim speaks of: the promise as a question, or the whole of which one line is asked about."""

    asked: Asked
    is_whole: bool = False
    kinds: Sequence[Support] = ()
    """The kinds of the line of another telling, which may be other kinds than those asked about."""
    piece: tuple[str, ...] = ()
    """Where the other telling has one line here in several: which of them it is, a figure of which is a least."""


_EVERY: Final = -1
"""All lines and the whole, where these are one."""


def _promised(
    promises: Promises, subject: Commitment | Initiative, measure: Measure, line: int | None
) -> Estimate[Any]:
    if isinstance(subject, Commitment):
        return (promised if measure is QUANTITY else promised_value)(promises, subject.id, line)
    if line is None and measure is VALUE:
        return subject.goal_value
    if line is not None:
        return measure.stated(subject.goal[line])
    is_one_unit = len({each.unit for each in subject.goal}) == 1
    return in_all([each.quantity for each in subject.goal]) if is_one_unit else UNKNOWN


def _currency_of(value: Estimate[Money]) -> Currency:
    end: Any = value.lowest_known
    currency: Currency = end.currency
    return currency


def _is_in(claim: Claim, currency: Currency | None, measure: Measure) -> bool:
    return measure is QUANTITY or claim.value.is_unknown or _currency_of(claim.value) == currency


def _voice(claim: Claim) -> Hashable:
    """Whose account a claim belongs to; one description of unnamed parties may stand for several."""
    if claim.speaker is not None and isinstance(claim.speaker.of, UnnamedParty):
        return "unnamed", claim.id
    return voice(claim)


def _with_own_word(announced: Said, reports: Sequence[Said]) -> Said:
    """What was announced, as the word of those who tell of the same stage without a speaker: the record's own."""
    same_stage = [each for each in reports if each.record.stage is announced.record.stage]
    own = [each for each in same_stage if each.claim is not None and each.claim.speaker is None]
    if not own or any(each.voice == announced.voice for each in same_stage):
        return announced
    return attrs.evolve(announced, voice=max(own, key=lambda each: (each.day, repr(each.voice))).voice)


def _occasion(said: Said) -> Hashable:
    """A party's word of one day on one stage: on that occasion, what it says of a line goes before its word of all."""
    return said.voice, said.day, said.record.stage


def _announcing(record: Commitment | Initiative) -> Hashable:
    """Whose account an announcement is: the donors', else the record's own word."""
    if isinstance(record, Initiative):
        return () if record.lead is None else record.lead
    if any(isinstance(donor, UnnamedParty) for donor in record.donors):
        return "unnamed", record.id
    return record.donors[0] if len(record.donors) == 1 else tuple(sorted(map(repr, record.donors)))
