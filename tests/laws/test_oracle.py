"""An independent count: rule 1 worked out again from its words, by brute force, over every small tree of ties.

It knows nothing of the library's way: promises are sets of tellings, and whether one is in the sum already is asked of
its wholes and of what replaces it, one by one, however far. Each commitment has one tie at most, so that the words of
the rule leave nothing open.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from ukraine_support import FinancialCommitment, Ledger, Link, Stage
from ukraine_support.analysis import totals

STAGES: Final = (Stage.PROPOSED, Stage.PLEDGED, Stage.ALLOCATED)
TIES: Final = ("part_of", "component_of", "same_as", "replaces", "backs")
Tied = tuple[Stage, str | None, int]
"""The stage at which one was announced, how it is tied to an earlier one, and to which."""

trees = st.lists(st.tuples(st.sampled_from(STAGES), st.sampled_from([None, *TIES]), st.integers(0, 7)), max_size=8)


class Tree:
    """Commitments by number, each tied to one earlier one or to none."""

    def __init__(self, drawn: list[Tied]) -> None:
        self.stages = [stage for stage, _, _ in drawn]
        self.ties: list[tuple[str, int] | None] = []
        for at, (_, tie, to) in enumerate(drawn):
            self.ties.append(None if tie is None or at == 0 else (tie, self._with_parts(tie, to % at)))

    def _with_parts(self, tie: str, to: int) -> int:
        """The telling of it that has parts, so that no promise has parts under two tellings, which may overlap."""
        if tie not in ("part_of", "component_of"):
            return to
        promise = next(promise for promise in self._promises() if to in promise)
        return next((at for at in promise if self._tied(at, ("part_of", "component_of"))), to)

    def _tied(self, to: int, ties: tuple[str, ...]) -> list[int]:
        return [at for at, tie in enumerate(self.ties) if tie is not None and tie[1] == to and tie[0] in ties]

    def _promises(self) -> list[frozenset[int]]:
        found = {at: frozenset([at]) for at in range(len(self.stages))}
        for at, tie in enumerate(self.ties):
            if tie is not None and tie[0] == "same_as":
                joined = found[at] | found[tie[1]]
                found |= dict.fromkeys(joined, joined)
        return list(found.values())

    @cached_property
    def promises(self) -> list[frozenset[int]]:
        """The tellings of each promise."""
        return list(dict.fromkeys(self._promises()))

    def _of(self, at: int) -> frozenset[int]:
        return next(promise for promise in self.promises if at in promise)

    def wholes(self, promise: frozenset[int]) -> Iterator[frozenset[int]]:
        """What it is part of, directly; what replaces a part is a part too."""
        for at in promise:
            tie = self.ties[at]
            if tie is not None and tie[0] in ("part_of", "component_of"):
                yield self._of(tie[1])
            if tie is not None and tie[0] == "replaces":
                yield from self.wholes(self._of(tie[1]))

    def refer_to(self, promise: frozenset[int], *ties: str) -> list[frozenset[int]]:
        """The promises that are tied to it so."""
        return [self._of(other) for at in promise for other in self._tied(at, ties)]

    def has_reached(self, promise: frozenset[int], stage: Stage) -> bool:
        """Whether a telling of it was announced at the stage or further."""
        return any(self.stages[at] >= stage for at in promise)

    def has_taken_its_place(self, promise: frozenset[int], stage: Stage) -> bool:
        """Whether a replacement, or a part of it, or what replaces it in turn, has come as far, or is in the sum."""
        below = self.refer_to(promise, "part_of", "component_of", "replaces")
        return (
            self.has_reached(promise, stage)
            or any(self.has_taken_its_place(other, stage) for other in below)
            or self.is_in_the_sum(promise, stage)
        )

    def is_in_the_sum(self, promise: frozenset[int], stage: Stage) -> bool:
        """Whether it counts already: as a whole of it, or as what replaces it."""
        return any(
            self.has_reached(whole, stage) or self.is_in_the_sum(whole, stage) for whole in self.wholes(promise)
        ) or any(self.has_taken_its_place(other, stage) for other in self.refer_to(promise, "replaces"))

    def counted(self, stage: Stage) -> set[frozenset[int]]:
        """The promises that count."""
        return {
            promise
            for promise in self.promises
            if self.has_reached(promise, stage) and not self.is_in_the_sum(promise, stage)
        }

    def ledger(self) -> Ledger:
        """The same as records."""
        return Ledger(commitments=[self._commitment(at) for at in range(len(self.stages))])

    def _commitment(self, at: int) -> FinancialCommitment:
        tie = self.ties[at]
        tied: dict[str, Any] = {}
        if tie is not None:
            name, to = tie
            tied = {"part_of": str(to)} if name == "part_of" else {"links": [Link(name, str(to))]}
        return FinancialCommitment(id=str(at), stage=self.stages[at], value=None, **tied)


@tried(800)
@given(trees)
def test_the_count_is_that_of_the_rule_read_word_by_word(drawn: list[Tied]) -> None:
    tree = Tree(drawn)
    ledger = tree.ledger()
    for stage in STAGES:
        table = totals(ledger, by=lambda commitment: commitment.id, stage=stage, currency="EUR")
        found = [next(promise for promise in tree.promises if int(id) in promise) for id in table]
        assert len(found) == len(set(found)), "one promise counts twice"
        assert set(found) == tree.counted(stage)


@pytest.mark.parametrize(
    ("drawn", "counted"),
    [
        ([(Stage.PLEDGED, None, 0), (Stage.PLEDGED, "part_of", 0)], [{0}]),
        ([(Stage.PLEDGED, None, 0), (Stage.PROPOSED, "replaces", 0), (Stage.PLEDGED, "part_of", 1)], [{2}]),
        ([(Stage.PLEDGED, None, 0), (Stage.PLEDGED, "part_of", 0), (Stage.PLEDGED, "replaces", 1)], [{0}]),
        ([(Stage.PLEDGED, None, 0), (Stage.PLEDGED, "same_as", 0), (Stage.PLEDGED, "backs", 1)], [{0, 1}, {2}]),
    ],
)
def test_the_oracle_reads_the_cases_of_the_rule_right(drawn: list[Tied], counted: list[set[int]]) -> None:
    assert Tree(drawn).counted(Stage.PLEDGED) == {frozenset(promise) for promise in counted}
