"""An independent count of things: rules 1 to 5 and 25 to 29 worked out again from their words, by brute force.

It knows nothing of the library's way: promises are trees of plain numbers, and each question is asked of a tree from
the top down. Where the words leave something open, such as what a correction adds to something of another kind, no
such ledger is drawn.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from laws.notation import KINDS
from ukraine_support import (
    UNKNOWN,
    Estimate,
    FinancialCommitment,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Stage,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import progress, quantities

STAGES: Final = (Stage.PROPOSED, Stage.PLEDGED, Stage.DELIVERED)
LINES: Final = ((), ("155mm",), ("122mm",), ("155mm", "122mm"), ("munitions",), ("tanks",))
"""The kinds that the only line of a commitment counts together."""
FIGURES: Final[tuple[Estimate[Any], ...]] = (
    UNKNOWN,
    exactly(100),
    exactly(30),
    at_most(80),
    at_least(20),
    between(10, 60),
)
INCLUDED: Final = {
    "155mm": {"155mm"},
    "122mm": {"122mm"},
    "shells": {"155mm", "122mm"},
    "munitions": {"155mm", "122mm", "munitions"},
    "tanks": {"tanks"},
}
WIDER: Final = {"155mm": {"munitions"}, "122mm": {"munitions"}, "shells": {"munitions"}}
TIES: Final = ("part_of", "part_of", "same_as", "replaces", "corrects", "more", "less")
Drawn = tuple[Stage, str | None, int, tuple[str, ...], Estimate[Any]]

drawn_records = st.lists(
    st.tuples(
        st.sampled_from(STAGES),
        st.sampled_from([None, *TIES]),
        st.integers(0, 7),
        st.sampled_from(LINES),
        st.sampled_from(FIGURES),
    ),
    max_size=8,
)


class Range(NamedTuple):
    """From a number to another; None for an open end."""

    low: int | None
    high: int | None


OPEN: Final = Range(None, None)


def both(one: Range, other: Range) -> Range:
    """Both together; of what is open nothing is known."""
    low = None if one.low is None or other.low is None else one.low + other.low
    return Range(low, None if one.high is None or other.high is None else one.high + other.high)


@attrs.define(eq=False)
class Node:
    """A commitment, with what is tied to it."""

    at: int
    stage: Stage
    kinds: tuple[str, ...]
    figure: Estimate[Any]
    tie: tuple[str, "Node"] | None = None
    parts: list["Node"] = attrs.field(factory=list)
    instead: "Node | None" = None
    """The one that repeats, replaces or restates it: it has no parts, and neither has that."""
    differences: list["Node"] = attrs.field(factory=list)

    def record(self) -> MilitaryCommitment | FinancialCommitment:
        """The same as a record of the library."""
        fields: dict[str, Any] = {"id": str(self.at), "stage": self.stage}
        if self.tie is not None:
            name, to = self.tie
            if name == "part_of":
                fields["part_of"] = str(to.at)
            else:
                fields["links"] = [Link("corrects" if name in ("more", "less") else name, str(to.at))]
            if name in ("more", "less"):
                fields |= {"correction": True, "value": Money(5 if name == "more" else -5, "EUR")}
        if not self.kinds:
            return FinancialCommitment(**fields)
        return MilitaryCommitment(lines=[Line([KINDS[kind] for kind in self.kinds], self.figure)], **fields)


def nodes_of(drawn: list[Drawn]) -> list[Node]:
    """The records, of whose ties those stay that the words of the rules decide."""
    nodes: list[Node] = []
    for at, (stage, tie, to, kinds, figure) in enumerate(drawn):
        node = Node(at, stage, kinds, figure)
        other = nodes[to % at] if at else None
        is_plain = other is not None and other.instead is None and (other.tie is None or other.tie[0] == "part_of")
        if other is not None and tie is not None and is_plain:
            if tie == "part_of":
                other.parts.append(node)
                node.tie = tie, other
            elif tie in ("more", "less") and other.kinds:
                node.stage, node.kinds = other.stage, other.kinds
                other.differences.append(node)
                node.tie = tie, other
            elif tie in ("same_as", "replaces", "corrects") and not other.parts and not other.differences:
                node.kinds = kinds if tie == "same_as" else other.kinds
                if tie == "same_as":
                    node.stage = other.stage
                other.instead = node
                node.tie = tie, other
        nodes.append(node)
    return nodes


class Count:
    """How many of some kinds are promised at a stage."""

    def __init__(self, nodes: list[Node], kinds: set[str], stage: Stage) -> None:
        self.nodes, self.kinds, self.stage = nodes, kinds, stage

    def states(self, node: Node) -> bool:
        """Whether its line counts anything that is asked for (rule 26)."""
        return any(kind in self.kinds for kind in node.kinds)

    def has_reached(self, node: Node) -> bool:
        """Whether it was announced at the stage or further, and states something (rules 1, 4 and 25)."""
        return node.stage >= self.stage and self.states(node)

    def stands(self, node: Node) -> Node | None:
        """Which of it and what stands instead of it counts, if any (rules 1, 2 and 4)."""
        other = node.instead
        if other is not None and other.tie is not None:
            if other.tie[0] == "corrects":
                return other if self.has_reached(other) else None
            if other.tie[0] == "replaces" and self.has_reached(other):
                return other
            if other.tie[0] == "same_as" and not self.has_reached(node):
                return other if self.has_reached(other) else None
        return node if self.has_reached(node) else None

    def stated(self, node: Node) -> Range:
        """How many of what is asked for its line states; of a negative correction, how much less is not said."""
        figure = Range(node.figure.low, node.figure.high)
        if not all(kind in self.kinds for kind in node.kinds):
            figure = OPEN if figure.high is None else Range(0, figure.high)
        is_less = node.tie is not None and node.tie[0] == "less"
        return Range(None, 0) if is_less and figure != OPEN else figure

    def size(self, node: Node) -> Range:
        """What a promise comes to, with what its parts say (rules 2 and 5)."""
        own = self.stated(self.stands(node) or node)
        if own == OPEN and node.instead is not None and self.has_reached(node) and self.stands(node) is node:
            other = node.instead
            if other.tie is not None and other.tie[0] == "same_as" and self.has_reached(other):
                own = self.stated(other)
        floor = self.floor(node)
        if not floor or (own.low is not None and own.low == own.high):
            return own
        low = floor if own.low is None else max(own.low, floor)
        return Range(low if own.high is None else min(low, own.high), own.high)

    def floor(self, node: Node) -> int | None:
        """What its parts come to at least, their corrections taken in (rules 5 and 6)."""
        total: int | None = None
        for part in node.parts:
            found: list[int | None]
            if self.stands(part) is None:
                inner = self.floor(part)
                found = [] if inner is None else [inner]
            else:
                low = self.size(part).low
                found = [] if low is None else [low]
                for one in part.differences:
                    low = self.stated(one).low
                    found.append(low)
            if None in found:
                return None
            for low in found:
                total = (total or 0) + (low or 0)
        return total

    def counted(self, nodes: list[Node] | None = None) -> Iterator[Node]:
        """The promises that count: of those that have come so far, the outermost (rules 1 and 4)."""
        tops = [node for node in self.nodes if node.tie is None] if nodes is None else nodes
        for node in tops:
            if self.stands(node) is None:
                yield from self.counted(node.parts)
            else:
                yield node

    def sizes(self) -> Iterator[Range]:
        """What each line that counts comes to, corrections by a difference by themselves (rules 3 and 29)."""
        for node in self.counted():
            yield self.size(node)
            yield from map(self.stated, node.differences)

    def total(self) -> Range:
        """All of them: what is undisclosed is at least zero, save a correction, which may be less (rules 27 and 29)."""
        found = Range(0, 0)
        for node in self.counted():
            size = self.size(node)
            found = both(found, Range(size.low or 0, size.high))
            for one in node.differences:
                found = both(found, self.stated(one))
        return found


@tried(200)
@given(drawn_records)
def test_quantities_are_those_of_the_rules_read_word_by_word(drawn: list[Drawn]) -> None:
    nodes = nodes_of(drawn)
    ledger = Ledger(commitments=[node.record() for node in nodes])
    for asked, kinds in INCLUDED.items():
        for stage in STAGES:
            count = Count(nodes, kinds, stage)
            whole = quantities(ledger, of=KINDS[asked], stage=stage).whole
            assert (whole.quantity.low, whole.quantity.high) == count.total()
            sizes = list(count.sizes())
            assert (whole.lines, whole.undisclosed) == (len(sizes), sizes.count(OPEN))
            assert whole.wider == len(list(Count(nodes, WIDER.get(asked, set()), stage).sizes()))
        promised = progress(ledger, of=KINDS[asked]).whole.promised
        assert promised == quantities(ledger, of=KINDS[asked]).whole.quantity


@pytest.mark.parametrize(
    ("drawn", "total"),
    [
        ([(Stage.PLEDGED, None, 0, (), UNKNOWN), (Stage.PLEDGED, "part_of", 0, ("155mm",), exactly(40))], (40, 40)),
        (
            [(Stage.PLEDGED, None, 0, ("155mm",), at_most(80)), (Stage.PLEDGED, "part_of", 0, ("155mm",), exactly(60))],
            (60, 80),
        ),
        ([(Stage.PLEDGED, None, 0, ("155mm", "122mm"), exactly(300))], (0, 300)),
        (
            [
                (Stage.PLEDGED, None, 0, ("155mm",), at_most(80)),
                (Stage.PLEDGED, "part_of", 0, ("155mm",), exactly(20)),
                (Stage.PROPOSED, "replaces", 1, ("155mm",), exactly(30)),
            ],
            (20, 80),
        ),
        (
            [(Stage.PLEDGED, None, 0, ("155mm",), exactly(100)), (Stage.PLEDGED, "less", 0, ("155mm",), exactly(20))],
            (None, 100),
        ),
    ],
)
def test_the_oracle_reads_the_cases_of_the_rules_right(drawn: list[Drawn], total: tuple[int | None, int]) -> None:
    assert Count(nodes_of(drawn), {"155mm"}, Stage.PLEDGED).total() == total
