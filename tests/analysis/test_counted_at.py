"""At which stages a commitment's own value is in a sum: so that adding up rows gives what totals gives."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

from conftest import tried
from laws.tangles import tangles
from ukraine_support import (
    Claim,
    Commitment,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    Party,
    Stage,
    at_most,
)
from ukraine_support._model.provenance import Record
from ukraine_support.analysis import counted_at, totals
from ukraine_support.analysis._promises.promises import Promises
from ukraine_support.reference import EU


def promise(id: str, euros: int | None, stage: str = "pledged", **fields: Any) -> FinancialCommitment:
    return FinancialCommitment(id=id, value=None if euros is None else Money(euros, "EUR"), stage=stage, **fields)


def pledged(*commitments: Commitment, others: tuple[Record, ...] = ()) -> set[str]:
    """What counts when pledged."""
    found = counted_at(Ledger.of([*commitments, *others]))
    return {id for id, stages in found.items() if Stage.PLEDGED in stages}


def test_a_commitment_alone_counts_at_every_stage_that_it_has_reached() -> None:
    (stages,) = counted_at(Ledger(commitments=[promise("a", 5, "allocated")])).values()
    assert stages == {Stage.PROPOSED, Stage.PLEDGED, Stage.COMMITTED, Stage.ALLOCATED}
    (stages,) = counted_at(Ledger(commitments=[promise("a", 5, "withdrawn")])).values()
    assert stages == {Stage.WITHDRAWN}


@pytest.mark.parametrize(
    ("commitments", "counted"),
    [
        ([promise("whole", 100), promise("part", 40, part_of="whole")], "whole"),
        ([promise("whole", None), promise("part", 40, part_of="whole")], "whole part"),
        ([promise("whole", None), promise("part", 40, "proposed", part_of="whole")], "whole"),
        (
            [promise("whole", None), promise("part", None, part_of="whole"), promise("bit", 4, part_of="part")],
            "whole part bit",
        ),
        (
            [
                promise("whole", None),
                promise("part", 9, "proposed", part_of="whole"),
                promise("bit", 4, part_of="part"),
            ],
            "whole bit",
        ),
        (
            [
                promise("whole", None),
                promise("part", 40, part_of="whole"),
                promise("less", -5, correction=True, links=[Link("corrects", "part")]),
            ],
            "whole part less",
        ),
        ([promise("old", 100), promise("new", 70, links=[Link("replaces", "old")])], "new"),
        ([promise("a", 100), promise("b", 70, links=[Link("same_as", "a")])], "a"),
        ([promise("a", None), promise("b", 70, links=[Link("same_as", "a")])], "b"),
        (
            [promise("paid", 100), promise("back", 70, links=[Link("reimburses", "paid")])],
            "paid",
        ),
        (
            [
                promise("whole", None),
                promise("again", None, links=[Link("same_as", "whole")]),
                promise("part", 40, part_of="whole"),
                promise("other", 60, part_of="again"),
            ],
            "whole other",
        ),
        (
            [
                attrs.evolve(promise("whole", None), value=at_most(Money(90, "EUR"))),
                promise("part", 40, part_of="whole"),
            ],
            "whole part",
        ),
    ],
)
def test_the_record_counts_whose_value_is_in_the_sum(commitments: list[Commitment], counted: str) -> None:
    assert pledged(*commitments) == set(counted.split())


def test_goods_bought_with_money_given_towards_an_initiative_stand_apart() -> None:
    goods = MilitaryCommitment(
        id="goods", stage="pledged", towards="joint", lines=[Line(Munition(), 5, value=Money(5, "EUR"))]
    )
    money = promise("money", 5, donors=[EU], towards="joint")
    part = MilitaryCommitment(id="part", stage="pledged", part_of="goods")
    assert pledged(goods, money, others=(Initiative(id="joint", name="Joint"),)) == {"money"}
    assert pledged(goods, money, part, others=(Initiative(id="joint", name="Joint"),)) == {"money"}


def test_what_is_asked_as_of_a_day_is_what_was_known_then() -> None:
    later = promise("later", 5, announced="2024-02-01")
    assert dict(counted_at(Ledger(commitments=[later]), as_of="2024-01-31")) == {}


def exact(ledger: Ledger) -> Iterator[Record]:
    """The records with one exact value each, nothing of which was taken back."""
    for record in ledger.records:
        if isinstance(record, Commitment):
            ends = (end for end in (record.value.low, record.value.high) if end is not None)
            amount = next((end.amount for end in ends), Decimal(100))
            stage = Stage.PLEDGED if record.stage is Stage.WITHDRAWN else record.stage
            yield attrs.evolve(record, value=Money(amount, "EUR"), lines=(), stage=stage)
        elif not isinstance(record, Claim):
            yield record


def contested(ledger: Ledger, stage: Stage) -> Iterator[frozenset[Party]]:
    """The donors of promises that several records tell with different values: none states what is in the sum."""
    _, bound = Promises(ledger).counting(stage)
    for counted in bound:
        told = [ledger.commitments[id] for id in counted.at.told_by(counted.promise)]
        if len({record.value for record in told}) > 1:
            yield from (frozenset(record.donors) for record in told)


def _key(donors: object) -> tuple[Party, ...]:
    return donors if isinstance(donors, tuple) else () if donors is None else (donors,)


@tried(100)
@given(tangles(5))
def test_exact_values_of_what_counts_add_up_to_totals(drawn: Ledger) -> None:
    ledger = Ledger.of(exact(drawn))
    flags = counted_at(ledger)
    assert list(flags) == list(ledger.commitments)
    for stage in Stage:
        unsure = set(contested(ledger, stage))
        sums: defaultdict[frozenset[Party], Decimal] = defaultdict(Decimal)
        for id, stages in flags.items():
            low = ledger.commitments[id].value.low
            if stage in stages and low is not None:
                sums[frozenset(ledger.commitments[id].donors)] += low.amount
        for key, total in totals(ledger, by="donor", stage=stage).items():
            donors, low, high = frozenset(_key(key)), total.value.low, total.value.high
            if low == high and not total.value.is_approximate and donors not in unsure:
                assert sums[donors] == (0 if low is None else low.amount)
