"""Laws across modules: answers about the same promises agree, whatever the ledger.

Every generated ledger is held to every law. Each law is a function of the answers to one ledger, and says in its name
what holds; each asks the public functions alone.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import Any, Final

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from conftest import tried
from laws.tangles import PARTIES, tangles
from ukraine_support import (
    Claim,
    Commitment,
    Country,
    Estimate,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    Relation,
    Speaker,
    Stage,
    exactly,
)
from ukraine_support.analysis import (
    Dispute,
    Fulfilment,
    RateTable,
    SharingKey,
    Totals,
    disputes,
    flows,
    fulfilment,
    fulfilment_of_value,
    funding,
    history,
    overdue,
    stage_of,
    totals,
)
from ukraine_support.analysis._known import said_on
from ukraine_support.display import report
from ukraine_support.reference import EU
from ukraine_support.serialisation import dumps, loads

STAGES: Final = (Stage.PROPOSED, Stage.PLEDGED, Stage.DELIVERED, Stage.WITHDRAWN)
DAY: Final = date(2024, 1, 4)
"""The day after the last due day and the last day on which anything was said in January."""
EARLIER: Final = date(2024, 1, 2)
RATES: Final = RateTable.constant("EUR", {"USD": "2"})
KEYS: Final = {
    EU: SharingKey({Country("DE"): 7, Country("NL"): 3}),
    PARTIES[:2]: SharingKey(dict.fromkeys(PARTIES[:2], 1)),
}
OPTIONS: Final[dict[str, Any]] = {"currency": "EUR", "rates": RATES}
ZERO: Final[Estimate[Money]] = exactly(Money("0", "EUR"))
LISTS: Final = ("accounts", "forecasts", "stale", "superseded", "retracted", "listed")
"""Where the answer about a promise keeps claims."""

Law = Callable[["Answers"], None]


class Answers:
    """What the library answers about one ledger, each question asked once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._fulfilments: dict[Any, Fulfilment[Any]] = {}

    def ids(self) -> list[str]:
        """The ids of the promises and the initiatives."""
        return [*self.ledger.commitments, *self.ledger.initiatives]

    @cached_property
    def sums(self) -> dict[Stage, Totals]:
        """What every stage comes to."""
        return {stage: totals(self.ledger, stage=stage, **OPTIONS) for stage in STAGES}

    @cached_property
    def counted(self) -> dict[Stage, Totals]:
        """The same commitment by commitment."""
        return {stage: totals(self.ledger, by=id_of, stage=stage, **OPTIONS) for stage in STAGES}

    @cached_property
    def stages(self) -> dict[str, Stage]:
        """How far everything has come."""
        return {id: stage_of(self.ledger, id) for id in self.ids()}

    @cached_property
    def late(self) -> list[str]:
        """What is overdue."""
        return [each.commitment.id for each in overdue(self.ledger, as_of=DAY)]

    def fulfilment(self, id: str, line: int | None, is_money: bool, stage: Stage = Stage.DELIVERED) -> Fulfilment[Any]:
        """What has become of a line or a whole, in numbers or in money."""
        asked = id, line, is_money, stage
        if asked not in self._fulfilments:
            ask: Any = fulfilment_of_value if is_money else fulfilment
            self._fulfilments[asked] = ask(self.ledger, id, line=line, stage=stage)
        return self._fulfilments[asked]

    def fulfilments(self, id: str) -> Iterator[Fulfilment[Any]]:
        """What has become of each line and the whole, in both measures, at each stage ever claimed."""
        for stage in self._stages_claimed(id):
            for line, is_money in _measures(self.ledger[id]):
                yield self.fulfilment(id, line, is_money, stage)

    def _stages_claimed(self, id: str) -> set[Stage]:
        if id in self.ledger.initiatives:
            claims = self.ledger.claims_about(id)
        else:  # what restates a promise is spoken of by what is said of the promise
            claims = tuple(claim for claim in self.ledger.claims.values() if claim.about in self.ledger.commitments)
        return {Stage.DELIVERED, *(claim.stage for claim in claims)}

    @cached_property
    def contradictions(self) -> dict[str, list[frozenset[str]]]:
        """Who contradicts whom about what."""
        return {id: [_pair(found) for found in disputes(self.ledger, id)] for id in self.ids()}

    def told(self) -> dict[Any, Any]:
        """All that is answered, without an id but in keys, for comparison with what another ledger answers."""
        found: dict[Any, Any] = {("stage", id): stage for id, stage in self.stages.items()}
        found |= {("late", id): True for id in self.late}
        found |= {("donor", *key): total for key, total in totals(self.ledger, by=("donor", "year"), **OPTIONS).items()}
        for stage in STAGES:
            for id, total in sorted(self.counted[stage].items(), key=lambda each: repr(each[1])):
                found.setdefault(("counts", stage, _what_it_says(self.ledger.commitments[id])), []).append(repr(total))
        for id in self.ids():
            for line, is_money in _measures(self.ledger[id]):
                found["fulfilment", id, line, is_money] = _figures(self.fulfilment(id, line, is_money))
        found |= {("disputes", id): len(pairs) for id, pairs in self.contradictions.items()}
        return found


def _what_it_says(record: Commitment) -> str:
    """All but the ids in it: of tied tellings that say the same, it is nobody's question which of them counts."""
    relations = sorted(link.relation.value for link in record.links)
    plain = attrs.evolve(record, id="any", part_of=None, towards=None, links=(), citations=())
    return dumps([dumps(plain), relations, record.part_of is None, record.towards is None])


def _figures(answer: Fulfilment[Any]) -> tuple[Any, ...]:
    """All that an answer says but who says it."""
    accounts = sorted(repr(account.amount) for account in answer.accounts)
    return (answer.promised, answer.delivered, answer.outstanding, answer.share, answer.disputed, accounts)


def id_of(commitment: Commitment) -> str:
    """A key of totals by which each commitment stands alone."""
    return commitment.id


def _measures(record: Any) -> Iterator[tuple[int | None, bool]]:
    lines = record.goal if isinstance(record, Initiative) else record.lines
    yield None, True
    if len(lines) < 2:
        yield None, False
    for at in range(len(lines)):
        yield at, True
        yield at, False


def _pair(found: Dispute) -> frozenset[str]:
    return frozenset((found.earlier.id, found.later.id))


def _sum(table: Totals) -> Estimate[Money]:
    return sum((total.value for total in table.values()), ZERO)


def _is_difference(ledger: Ledger, id: str) -> bool:
    """Whether a record is a difference, or of one promise with one: that counts wherever what it corrects counts.

    Records in a circle, each the part of the next or paying it back, are of one promise.
    """
    return any(ledger.commitments[other].correction and id in _ahead(ledger, other) for other in _ahead(ledger, id))


_BOTH_WAYS: Final = (Relation.SAME_AS, Relation.CORRECTS, Relation.REIMBURSES, Relation.REPAID_FROM)


def _ahead(ledger: Ledger, id: str) -> set[str]:
    """The record and all to which its ties lead, however far."""
    found, pending = {id}, [id]
    while pending:
        one = ledger.commitments[pending.pop()]
        tied = {link.to for link in one.links} | ({one.part_of} if one.part_of else set())
        tied |= {
            other.id
            for other in ledger.links_to(one.id)
            if any(link.to == one.id and link.relation in _BOTH_WAYS for link in other.links)
        }
        pending += tied - found
        found |= tied
    return found


def _tellings(ledger: Ledger, id: str) -> set[str]:
    """The promise and all that is said to be the same, however far."""
    found, pending = {id}, [id]
    while pending:
        one = ledger.commitments[pending.pop()]
        repeated = {link.to for link in one.links if link.relation is Relation.SAME_AS}
        repeating = {
            other.id
            for other in ledger.links_to(one.id)
            for link in other.links
            if link.to == one.id and link.relation is Relation.SAME_AS
        }
        pending += (repeated | repeating) - found
        found |= repeated | repeating
    return found


# Sums


def the_sum_of_any_partition_is_the_whole(asked: Answers) -> None:
    for stage, table in asked.sums.items():
        whole = _sum(table)
        for by in ("donor", ("category", "year", "initiative"), id_of):
            parts = totals(asked.ledger, by=by, stage=stage, **OPTIONS)
            assert _sum(parts) == whole
            for count in ("commitments", "undisclosed", "goods"):
                assert sum(getattr(total, count) for total in parts.values()) == sum(
                    getattr(total, count) for total in table.values()
                )
            assert sum((total.bought for total in parts.values() if total.goods), ZERO) == sum(
                (total.bought for total in table.values() if total.goods), ZERO
            )


def attribution_keeps_the_sum(asked: Answers) -> None:
    for stage, table in asked.sums.items():
        for by in ("donor", ("stage", "donor")):
            assert _sum(totals(asked.ledger, by=by, stage=stage, attribution=KEYS, **OPTIONS)) == _sum(table)


def flows_come_to_what_totals_come_to(asked: Answers) -> None:
    for stage, table in asked.sums.items():
        assert _sum(flows(asked.ledger, stage=stage, **OPTIONS)) == _sum(table)


def funding_counts_what_totals_count_of_its_contributions(asked: Answers) -> None:
    for id in asked.ledger.initiatives:
        answer = funding(asked.ledger, id)
        is_given = partial(_is_among, frozenset(contribution.id for contribution in answer.contributions))
        for stage in STAGES:
            parts = totals(asked.ledger, by=is_given, stage=stage, **OPTIONS)
            found = answer.at(stage, currency="EUR", rates=RATES)
            expected = parts[True].value if True in parts and parts[True].commitments else None
            assert found.is_unknown if expected is None else found == expected


def _is_among(ids: frozenset[str], commitment: Commitment) -> bool:
    return commitment.id in ids


def no_sum_is_below_zero_without_corrections(asked: Answers) -> None:
    if not any(commitment.correction for commitment in asked.ledger.commitments.values()):
        for table in asked.sums.values():
            assert all(total.value.low is None or total.value.low.amount >= 0 for total in table.values())


def what_counts_has_reached_the_stage(asked: Answers) -> None:
    for stage, table in asked.counted.items():
        for id in table:
            record = asked.ledger.commitments[id]
            reached = record.stage.has_reached(stage) or asked.stages[id] is stage is Stage.WITHDRAWN
            assert reached or _is_difference(asked.ledger, id)


def of_one_promise_one_telling_counts(asked: Answers) -> None:
    for table in asked.counted.values():
        for id in table:
            assert not _tellings(asked.ledger, id) & (set(table) - {id})


def no_part_counts_beside_its_whole(asked: Answers) -> None:
    for table in asked.counted.values():
        for id in table:
            record = asked.ledger.commitments[id]
            contained = {link.to for link in record.links if link.relation is Relation.COMPONENT_OF}
            assert not {record.part_of, *contained} & set(table) or _is_difference(asked.ledger, id)


# What is withdrawn


def what_is_withdrawn_counts_for_no_other_stage(asked: Answers) -> None:
    for stage in STAGES:
        for id in asked.counted[stage]:
            if not _is_difference(asked.ledger, id):
                assert (asked.stages[id] is Stage.WITHDRAWN) is (stage is Stage.WITHDRAWN)


def tellings_are_withdrawn_together(asked: Answers) -> None:
    for id in asked.ledger.commitments:
        withdrawn = {asked.stages[telling] is Stage.WITHDRAWN for telling in _tellings(asked.ledger, id)}
        assert len(withdrawn) == 1


# What is overdue


def nothing_overdue_is_replaced_or_withdrawn_or_delivered_under_another_telling(asked: Answers) -> None:
    known = asked.ledger.as_of(DAY)
    counts = totals(known, by=id_of, **OPTIONS)
    for id in asked.late:
        assert stage_of(asked.ledger, id, as_of=DAY) is not Stage.WITHDRAWN
        for other in (known.commitments[telling] for telling in _tellings(known, id) - {id}):
            assert other.correction or _gives_way(known, other) or not other.stage.has_reached(Stage.DELIVERED)
        for other in known.links_to(id):
            ties = {link.relation for link in other.links if link.to == id}
            is_instead = Relation.REPLACES in ties or (Relation.CORRECTS in ties and not other.correction)
            assert other.id not in counts or not is_instead
            assert not is_instead or Relation.REPLACES in ties or _restates_several(other)


def _restates_several(commitment: Commitment) -> bool:
    """Whether it stands in the place of several at once, which count until it has come as far."""
    return len({link.to for link in commitment.links if link.relation is Relation.CORRECTS}) > 1


def _gives_way(ledger: Ledger, commitment: Commitment) -> bool:
    """Whether another record stands in its place, or a later one in that of what it restates: it holds no longer."""
    restated = [link.to for link in commitment.links if link.relation is Relation.CORRECTS]
    instead = [*_linked(ledger, commitment.id, Relation.CORRECTS), *_linked(ledger, commitment.id, Relation.REPLACES)]
    days = [said_on(ledger, other) for id in restated for other in _linked(ledger, id, Relation.CORRECTS)]
    return bool(instead) or any(day > said_on(ledger, commitment) for day in days)


def _linked(ledger: Ledger, id: str, relation: Relation) -> list[Commitment]:
    """What restates or replaces a record; what corrects it by a difference restates nothing."""
    return [
        other
        for other in ledger.links_to(id)
        if any(link.relation is relation and link.to == id for link in other.links)
        and (relation is Relation.REPLACES or not other.correction)
    ]


# What claims come to


def no_claim_is_lost(asked: Answers) -> None:
    for claim in asked.ledger.claims.values():
        if claim.stage is Stage.WITHDRAWN:
            continue
        for line, is_money in _measures_of(claim, asked.ledger[claim.about]):
            answer = asked.fulfilment(claim.about, line, is_money, claim.stage)
            places = [name for name in LISTS if claim.id in _ids(getattr(answer, name))]
            assert len(places) == 1, (claim, line, is_money, places)


def _measures_of(claim: Claim, about: Any) -> Iterator[tuple[int | None, bool]]:
    """The questions for which a claim has an answer: of a quantity, of money, or of both where it states neither."""
    for line, is_money in _measures(about):
        figure, other = (claim.value, claim.quantity) if is_money else (claim.quantity, claim.value)
        if line == claim.line and (not figure.is_unknown or other.is_unknown):
            yield line, is_money


def _ids(entries: Iterable[Any]) -> set[str]:
    return {claim.id for entry in entries for claim in getattr(entry, "claims", (entry,))}


def what_is_disputed_is_said_alike(asked: Answers) -> None:
    if any(_is_beside_the_point(claim, asked.ledger) for claim in asked.ledger.claims.values()):
        return
    for id in asked.ids():
        assert any(answer.disputed for answer in asked.fulfilments(id)) is bool(asked.contradictions[id]), id


def _is_beside_the_point(claim: Claim, ledger: Ledger) -> bool:
    """Whether it disputes what is no account of the same figure: about something else, withdrawn or foretold."""
    others = [ledger.claims[id] for id in claim.disputes]
    return any(
        other.about != claim.about or Stage.WITHDRAWN in (claim.stage, other.stage) or claim.forecast or other.forecast
        for other in others
    )


def what_is_outstanding_is_never_below_zero(asked: Answers) -> None:
    for id in asked.ids():
        for answer in asked.fulfilments(id):
            low: Any = answer.outstanding.low
            assert low is None or low >= low * 0


# Other ledgers


def ids_and_their_order_decide_nothing(asked: Answers) -> None:
    names = {
        id: f"id-{len(asked.ledger.commitments) + 99 - at}"
        for at, id in enumerate(sorted(record.id for record in asked.ledger.records))
    }
    assert _called(asked.told(), names) == Answers(_renamed(asked.ledger, names)).told()


def _called(found: Mapping[Any, Any], names: Mapping[str, str]) -> dict[Any, Any]:
    return {
        tuple(names.get(part, part) if isinstance(part, str) else part for part in key): value
        for key, value in found.items()
    }


def what_has_nothing_to_do_with_it_changes_nothing(asked: Answers) -> None:
    more = Answers(asked.ledger.adding(*UNRELATED)).told()
    assert asked.told().items() <= more.items()


def what_was_known_then_is_what_is_answered_as_of_then(asked: Answers) -> None:
    then = asked.ledger.as_of(EARLIER)
    for stage in STAGES:
        assert totals(asked.ledger, by="donor", stage=stage, as_of=EARLIER, **OPTIONS) == totals(
            then, by="donor", stage=stage, **OPTIONS
        )
    for id in Answers(then).ids():
        assert stage_of(asked.ledger, id, as_of=EARLIER) == stage_of(then, id)
        for line, is_money in _measures(then[id]):
            ask: Any = fulfilment_of_value if is_money else fulfilment
            assert _figures(ask(asked.ledger, id, line=line, as_of=EARLIER)) == _figures(ask(then, id, line=line))
        assert {_pair(found) for found in disputes(asked.ledger, id, as_of=EARLIER)} == {
            _pair(found) for found in disputes(then, id)
        }


def every_other_question_has_an_answer(asked: Answers) -> None:
    for id in asked.ids():
        assert history(asked.ledger, id)
    assert report(asked.ledger, "en", as_of=DAY, rates=RATES)


OF_ONE_LEDGER: Final[tuple[Law, ...]] = (
    the_sum_of_any_partition_is_the_whole,
    attribution_keeps_the_sum,
    flows_come_to_what_totals_come_to,
    funding_counts_what_totals_count_of_its_contributions,
    no_sum_is_below_zero_without_corrections,
    what_counts_has_reached_the_stage,
    of_one_promise_one_telling_counts,
    no_part_counts_beside_its_whole,
    what_is_withdrawn_counts_for_no_other_stage,
    tellings_are_withdrawn_together,
    nothing_overdue_is_replaced_or_withdrawn_or_delivered_under_another_telling,
    no_claim_is_lost,
    what_is_disputed_is_said_alike,
    what_is_outstanding_is_never_below_zero,
    every_other_question_has_an_answer,
)
OF_SEVERAL_LEDGERS: Final[tuple[Law, ...]] = (
    ids_and_their_order_decide_nothing,
    what_has_nothing_to_do_with_it_changes_nothing,
    what_was_known_then_is_what_is_answered_as_of_then,
)

JAPAN: Final = Country("JP")
UNRELATED: Final = (
    Initiative(id="japanese-initiative", lead=JAPAN, goal=[Line(Munition(), 9)], announced="2024-01-01"),
    MilitaryCommitment(
        id="japanese-shells",
        donors=[JAPAN],
        lines=[Line(Munition(), 9)],
        stage="pledged",
        announced="2024-01-01",
        due="2024-01-02",
    ),
    FinancialCommitment(
        id="japanese-money", donors=[JAPAN], value=Money("7", "EUR"), stage="delivered", towards="japanese-initiative"
    ),
    Claim(
        id="japanese-claim", about="japanese-shells", stage="delivered", share=1, speaker=Speaker("Someone", of=JAPAN)
    ),
    Claim(id="claim-of-another-stage", about="japanese-shells", stage="withdrawn", speaker=Speaker("Someone", of=EU)),
)


def _renamed(ledger: Ledger, names: Mapping[str, str]) -> Ledger:
    """The same ledger, each record called otherwise."""

    def walk(found: Any) -> Any:
        if isinstance(found, dict):
            return {key: walk(value) for key, value in found.items()}
        if isinstance(found, list):
            return [walk(value) for value in found]
        return names.get(found, found) if isinstance(found, str) else found

    return loads(json.dumps(walk(json.loads(dumps(ledger)))))


@pytest.mark.parametrize("laws", [OF_ONE_LEDGER, OF_SEVERAL_LEDGERS], ids=["of one ledger", "of several ledgers"])
@settings(tried(2_000), suppress_health_check=list(HealthCheck))
@given(ledger=tangles(5))
def test_every_ledger_keeps_every_law(laws: tuple[Law, ...], ledger: Ledger) -> None:
    asked = Answers(ledger)
    for law in laws:
        law(asked)


def test_at_least_half_of_the_ledgers_hold_a_link_a_part_and_a_claim() -> None:
    held = []

    @settings(max_examples=200, derandomize=True, database=None, phases=[Phase.generate])
    @given(tangles(5))
    def look(ledger: Ledger) -> None:
        commitments = ledger.commitments.values()
        is_tied = any(one.links for one in commitments) and any(one.part_of is not None for one in commitments)
        held.append(is_tied and bool(ledger.claims))

    look()
    assert sum(held) > len(held) / 2
