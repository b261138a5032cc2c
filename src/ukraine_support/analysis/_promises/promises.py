"""The one place that decides what counts, what was superseded and what was withdrawn, for every answer that asks."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

import attrs

from ..._model.base.advice import an_instance
from ..._model.claims import Claim
from ..._model.commitments import Commitment, Initiative
from ..._model.ledger import Ledger
from ..._model.values.estimate import UNKNOWN, Estimate
from ..._model.values.money import Money
from ..._model.values.stages import Stage
from ..._tabular import ShownMapping
from .._known import is_known, known, said_on
from .._worth.valuation import PriceBook, codes, sum_of, worths
from .components import connected
from .counting import AtStage, Tangle
from .overlaps import Held
from .tellings import Promise, content, promises_of
from .withdrawals import NOTHING, Retractions, Withdrawal, is_all, withdrawal

T = TypeVar("T")
States: TypeAlias = Callable[[Commitment], bool]
"""Whether a record states something of what is asked about."""
Stated: TypeAlias = Callable[[Commitment], Estimate[Any]]
"""What a record states of it."""


def _of_no_figure(record: Commitment) -> Estimate[Any]:
    return UNKNOWN


@attrs.frozen
class Counted:
    """A promise that counts, with what is needed to say how much it is."""

    record: Commitment
    """The record under whose keys it stands."""
    promise: Promise
    at: AtStage


class Promises:
    """What the commitments of a ledger promise, as it was known on a day, worked out where it is asked and kept.

    Each question looks only at what hangs together with the record asked about.
    """

    def __init__(self, ledger: Ledger, as_of: date | None = None, prices: PriceBook | None = None) -> None:
        self.ledger, self.as_of, self.prices = ledger, as_of, prices
        self.retractions = Retractions(ledger, as_of)
        self._tangles: dict[str, Tangle] = {}
        self._withdrawals: dict[Promise, Withdrawal] = {}
        self._stages: dict[tuple[Tangle, Stage], AtStage] = {}
        self._chosen: dict[Promise, tuple[frozenset[str], tuple[str, ...]]] = {}
        self._holders: dict[Promise, Promise] = {}
        self._withdrawn: dict[Tangle, bool] = {}
        self._remembered: dict[Hashable, Any] = {}
        self._untouched: dict[str, bool] = {}
        self._towards: dict[Promise, str | None] = {}
        self._initiatives: dict[str, Withdrawal] = {}

    # What tells of what

    def tangle_of(self, id: str) -> Tangle:
        """The commitments that hang together with one, sorted into promises."""
        found = self._tangles.get(id)
        if found is None:
            found = self.tangle_among(connected(self.ledger, id, self.as_of))
            self._tangles.update(dict.fromkeys(found.records, found))
        return found

    def tangle_among(self, records: Mapping[str, Commitment]) -> Tangle:
        """Some commitments, sorted into promises as if there were no others."""
        days = {id: said_on(self.ledger, record) for id, record in records.items()}
        return Tangle(records, promises_of(records, days))

    def promise_of(self, id: str) -> Promise:
        """The promise of which a commitment tells."""
        return self.tangle_of(id).promise_of[id]

    def tellings(self, id: str) -> tuple[str, ...]:
        """The ids of all commitments that tell of the same promise, itself among them, sorted."""
        return self.promise_of(id).in_order

    def wholes(self, id: str) -> tuple[str, ...]:
        """The ids of what it is directly part of, each told by the record that counts."""
        return tuple(self._first(whole) for whole in self.promise_of(id).wholes)

    def parts(self, id: str) -> tuple[str, ...]:
        """The ids of its direct parts that stand: neither taken back as a whole nor superseded."""
        tangle, promise = self.tangle_of(id), self.promise_of(id)
        at = self.at(tangle, Stage.PROPOSED)
        standing = (part for part in promise.parts if part in at.reached and not at.is_replaced(part))
        return tuple(sorted(self._first(part) for part in standing))

    def replaced(self, id: str) -> tuple[str, ...]:
        """The ids of what it directly replaces, or restates together with others, each told by what counts."""
        tangle, promise = self.tangle_of(id), self.promise_of(id)
        return tuple(sorted(map(self._first, tangle.replacing.get(promise, ()))))

    def held_in_common(self, id: str) -> Held:
        """The promises that this one and others hold: what they have reached may be counted once."""
        return self.tangle_of(id).held_in_common.get(self.promise_of(id), frozenset())

    def holder(self, id: str) -> Promise:
        """Of those that hold a promise, the one that counts it where they are added up: the first that stands."""
        promise = self.promise_of(id)
        if promise not in self._holders:
            replacing = sorted(promise.instead, key=lambda one: content(self.ledger.commitments[self._first(one)]))
            holders = (*replacing, *promise.wholes)
            at = self.at(self.tangle_of(id), Stage.PROPOSED)
            standing = (one for one in holders if one in at.reached and not at.is_replaced(one))
            self._holders[promise] = next(standing, holders[0])
        return self._holders[promise]

    def superseded_by(self, id: str) -> tuple[str, ...]:
        """The ids of what counts rather than the commitment: what restates, replaces or tells of it, or what it repays.

        Empty where it stands for itself. A part is not superseded by its whole.
        """
        promise = self.promise_of(id)
        if promise not in self._chosen:
            self._chosen[promise] = self._choice(promise)
        chosen, instead = self._chosen[promise]
        return () if id in chosen else instead

    def _choice(self, promise: Promise) -> tuple[frozenset[str], tuple[str, ...]]:
        """The records of a promise that stand for themselves, and what counts rather than any other: one tuple."""
        id = promise.tellings[0]
        at = self.at(self.tangle_of(id), self.stage_asked(id))
        if at.is_replaced(promise):
            found = [self._first(other) for other in (*promise.instead, *promise.repaid) if at.is_in_the_sum(other)]
            found += [self._first(other) for other in promise.instead if self.withdrawal_of(other).on is not None]
            return frozenset(), tuple(sorted(set(found)))
        chosen = frozenset(at.reached.get(promise) or promise.best)
        return chosen, tuple(sorted(chosen))

    def _first(self, promise: Promise) -> str:
        return promise.best[0]

    def stage_asked(self, id: str) -> Stage:
        """From which stage on a promise is asked about where none is named: pledged, if it has come that far."""
        records = (self.ledger.commitments[one] for one in self.promise_of(id).standing)
        return Stage.PLEDGED if any(one.stage.has_reached(Stage.PLEDGED) for one in records) else Stage.PROPOSED

    def speaking(self, id: str) -> str:
        """The id of the record to ask instead of a commitment: what restates it, else itself."""
        if self._is_alone(id):
            return id
        promise = self.promise_of(id)
        return id if id in promise.is_standing else promise.best[0]

    def is_untouched(self, id: str) -> bool:
        """Whether no other commitment bears on one, and nobody says that any of it was taken back."""
        if id not in self._untouched:
            said = (claim.stage for claim in self.ledger.claims_about(id))
            self._untouched[id] = self._is_alone(id) and Stage.WITHDRAWN not in (
                *said,
                self.ledger.commitments[id].stage,
            )
        return self._untouched[id]

    # What was taken back

    def withdrawal_of(self, promise: Promise) -> Withdrawal:
        """What has been taken back of a promise."""
        if promise not in self._withdrawals:
            for one in self.tangle_of(promise.tellings[0]).wholes_first:
                self._withdrawals[one] = self._withdrawal_of(one)
        return self._withdrawals[promise]

    def has_withdrawals(self, id: str) -> bool:
        """Whether anything was taken back of what hangs together with a commitment."""
        tangle = self.tangle_of(id)
        if tangle not in self._withdrawn:
            self._withdrawn[tangle] = any(self.withdrawal_of(one) != NOTHING for one in tangle.promises)
        return self._withdrawn[tangle]

    def remembered(self, question: Hashable, made: Callable[[], T]) -> T:
        """An answer about what hangs together, worked out once."""
        if question not in self._remembered:
            self._remembered[question] = made()
        found: T = self._remembered[question]
        return found

    def _withdrawal_of(self, promise: Promise) -> Withdrawal:
        records = [self.ledger.commitments[id] for id in promise.standing]
        claims = [claim for id in promise.tellings for claim in self.retractions.standing(id)]
        days = [day for record in records if (day := self._own_day(record)) is not None]
        for whole in promise.wholes:
            gone = self._withdrawals.get(whole, NOTHING).on
            if gone is not None and not self._outlives(records, claims, gone):
                days.append(gone)
        donors = dict.fromkeys(donor for record in records for donor in record.donors)
        return withdrawal(self.ledger, donors, claims, days)

    def _outlives(self, records: list[Commitment], claims: list[Claim], day: date) -> bool:
        """Whether a part stays when its whole is taken back: it was delivered, or announced afterwards."""
        if any(record.stage.has_reached(Stage.DELIVERED) for record in records):
            return True
        if all(said_on(self.ledger, record) > day for record in records):
            return True
        delivered = [claim for claim in claims if claim.stage.has_reached(Stage.DELIVERED) and not claim.forecast]
        return is_all(self.ledger, sorted(delivered, key=lambda claim: said_on(self.ledger, claim)))

    def is_withdrawn(self, id: str) -> bool:
        """Whether a commitment or an initiative was taken back as a whole by those who can."""
        return self.withdrawn_on(id) is not None

    def withdrawn_on(self, id: str) -> date | None:
        """The day on which that was said; `date.min` where it carries none, None where it was not taken back."""
        if id in self.ledger.commitments:
            if self.is_untouched(id):
                return None
            return self.withdrawal_of(self.promise_of(id)).on
        if id not in self._initiatives:
            self._initiatives[id] = self._withdrawal_of_initiative(self.ledger.initiatives[id])
        return self._initiatives[id].on

    def _withdrawal_of_initiative(self, initiative: Initiative) -> Withdrawal:
        donors = [] if initiative.lead is None else [initiative.lead]
        days = [day for day in (self._own_day(initiative),) if day is not None]
        return withdrawal(self.ledger, donors, self.retractions.standing(initiative.id), days)

    def _own_day(self, record: Commitment | Initiative) -> date | None:
        """The day on which a record that was announced as taken back says so."""
        return (self.ledger.dated(record.id) or date.min) if record.stage is Stage.WITHDRAWN else None

    # What counts

    def at(self, tangle: Tangle, stage: Stage) -> AtStage:
        """What counts of a tangle at a stage, in money."""
        found = self._stages.get((tangle, stage))
        if found is None:
            found = self._stages[tangle, stage] = self.asked(tangle, stage, None, self._worth)
        return found

    def asked(self, tangle: Tangle, stage: Stage, states: States | None, figure: Stated) -> AtStage:
        """What counts of a tangle at a stage, of the records that state something of what is asked about."""
        return AtStage(tangle, stage, lambda promise: self.withdrawal_of(promise).on is not None, states, figure)

    def _worth(self, record: Commitment) -> Estimate[Money]:
        """What a record is worth; where that is in several currencies, as much as its first part."""
        values = [worth for worth in worths(record, self.prices) if not worth.is_unknown]
        return sum_of(values, correction=record.correction) if len(codes(values)) == 1 else next(iter(values), UNKNOWN)

    def counts(self, id: str, stage: Stage | str) -> bool:
        """Whether a commitment is the one under which its promise counts at a stage."""
        tangle = self.tangle_of(id)
        promise, at = tangle.promise_of[id], self.at(tangle, Stage(stage))
        return promise in at.counted and self._record(at, promise).id == id

    def counted(self, stage: Stage | str) -> list[Commitment]:
        """The commitments that count at a stage."""
        simple, bound = self.counting(Stage(stage))
        return [*simple, *(one.record for one in bound)]

    def counting(
        self, stage: Stage, states: States | None = None, figure: Stated = _of_no_figure
    ) -> tuple[list[Commitment], list[Counted]]:
        """Those that count by themselves, nearly all in most ledgers, and those that hang together with others."""
        stages = tuple(other for other in Stage if other.has_reached(stage))
        commitments: Iterable[Commitment] = self.ledger.commitments.values()
        if self.as_of is not None:
            commitments = known(self.ledger, commitments, self.as_of)
        bound = self._bound
        simple = [one for one in commitments if one.stage in stages]
        if bound:
            simple = [one for one in simple if one.id not in bound]
        if states is not None:
            simple = [one for one in simple if states(one)]
        tangles = dict.fromkeys(self.tangle_of(id) for id in bound)
        return simple, self._counted(tangles, stage, states, figure)

    def counting_among(self, commitments: Iterable[Commitment], stage: Stage) -> tuple[list[Commitment], list[Counted]]:
        """As `counting`, of just some commitments and without a look at those that have nothing to do with them."""
        some = {one.id: one for one in commitments}
        simple = [one for one in some.values() if self.is_untouched(one.id)]
        tangles = dict.fromkeys(self.tangle_of(id) for id in some if not self.is_untouched(id))
        counted = self._counted(tangles, stage)
        return [one for one in simple if one.stage.has_reached(stage)], [
            one for one in counted if one.record.id in some
        ]

    def _counted(
        self, tangles: Iterable[Tangle], stage: Stage, states: States | None = None, figure: Stated = _of_no_figure
    ) -> list[Counted]:
        found: list[Counted] = []
        for tangle in tangles:
            at = self.at(tangle, stage) if states is None else self.asked(tangle, stage, states, figure)
            found += (Counted(self._record(at, promise), promise, at) for promise in at.counted)
        return sorted(found, key=lambda one: one.record.id)

    def _record(self, at: AtStage, promise: Promise) -> Commitment:
        return at.tangle.records[at.reached[promise][0]]

    @cached_property
    def _bound(self) -> dict[str, None]:
        """The ids of commitments of which others decide whether they count: parts, links, words of taking back."""
        found: dict[str, None] = {}
        for one in self.ledger.commitments.values():
            if (one.links or one.part_of is not None) and is_known(self.ledger, one.id, self.as_of):
                owner = () if one.part_of is None else (one.part_of,)
                found.update(dict.fromkeys((one.id, *owner, *(link.to for link in one.links))))
        held = self.ledger.commitments
        for claim in self.ledger.claims.values():
            about = claim.about
            if about in held and Stage.WITHDRAWN in (claim.stage, held[about].stage):
                found[about] = None
        if self.as_of is None:
            return found
        return {id: None for id in found if is_known(self.ledger, id, self.as_of)}

    # Towards what

    def towards(self, id: str) -> str | None:
        """The id of the initiative to which a commitment contributes: its own, another telling's or its whole's."""
        own = self.ledger.commitments[id].towards
        if own is not None and is_known(self.ledger, own, self.as_of):
            return own
        return None if self._is_alone(id) else self._towards_of(self.promise_of(id))

    def _towards_of(self, promise: Promise) -> str | None:
        if promise not in self._towards:
            for one in self.tangle_of(promise.tellings[0]).wholes_first:
                own = (self.ledger.commitments[id].towards for id in (*one.standing, *one.tellings))
                wholes = (self._towards.get(whole) for whole in one.wholes)
                named = (id for id in (*own, *wholes) if id is not None)
                self._towards[one] = next((id for id in named if is_known(self.ledger, id, self.as_of)), None)
        return self._towards[promise]

    def filed(self, counted: Counted) -> Commitment:
        """The record that counts, with the initiative of its whole or of another telling where it names none."""
        record, towards = counted.record, self.towards(counted.record.id)
        return record if towards == record.towards else attrs.evolve(record, towards=towards)

    def contributions(self, initiative: str) -> list[Commitment]:
        """The commitments that go towards an initiative, their parts and other tellings among them, sorted by id."""
        direct = known(self.ledger, self.ledger.contributions_to(initiative), self.as_of)
        found = {one.id: one for one in direct}
        tangles = dict.fromkeys(self.tangle_of(one.id) for one in direct if not self._is_alone(one.id))
        for tangle in tangles:
            found.update((id, one) for id, one in tangle.records.items() if self.towards(id) == initiative)
        return [found[id] for id in sorted(found)]

    def _is_alone(self, id: str) -> bool:
        """Whether no other commitment bears on one."""
        record = self.ledger.commitments[id]
        return not (record.links or record.part_of is not None or self.ledger.parts_of(id) or self.ledger.links_to(id))


def superseded(ledger: Ledger, *, as_of: date | str | None = None) -> Mapping[str, tuple[str, ...]]:
    """The ids of commitments that do not count because others do, each with the ids of those others.

    The others restate, replace or repeat it, or they are what it pays back; the page
    [what counts twice](../explanation/what-counts-twice.md) tells by which rules. A part is not superseded by a whole.

    Args:
        ledger: The records.
        as_of: The day asked about, or its text `2024-02-27`; None for all that the ledger holds.

    Raises:
        InvalidValueError: The ledger or the day is none.

    Examples:
        >>> from ukraine_support import FinancialCommitment, Link
        >>> first = FinancialCommitment(id="first", stage="pledged")
        >>> second = FinancialCommitment(id="second", stage="pledged", links=[Link("replaces", "first")])
        >>> dict(superseded(Ledger(commitments=[first, second])))
        {'first': ('second',)}
    """
    an_instance(ledger, Ledger, "superseded")
    promises = Promises(ledger if as_of is None else ledger.as_of(as_of))
    found = {id: promises.superseded_by(id) for id in promises.ledger.commitments}
    return ShownMapping({id: others for id, others in found.items() if others})
