"""Which of many lines include another: by the index as by a look at each."""

from typing import Any, ClassVar

import attrs
from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import (
    ArtilleryShell,
    Calibre,
    FinancialCommitment,
    Howitzer,
    Ledger,
    Line,
    MilitaryCommitment,
    Munition,
    Personnel,
    Support,
    exactly,
)
from ukraine_support.analysis import fulfilment, progress
from ukraine_support.analysis._promises.claimed import all_included
from ukraine_support.analysis._promises.counting import Tangle
from ukraine_support.analysis._promises.inclusion import Bearing, Inclusion


@attrs.frozen(kw_only=True)
class Marked(Munition):
    kind: ClassVar[str] = "test-inclusion.marked"
    marks: Any = None


KINDS: list[Support] = [
    Munition(),
    ArtilleryShell(),
    *(ArtilleryShell(calibre=calibre) for calibre in ("155 mm", "122 mm")),
    ArtilleryShell(calibre="155 mm", designation="M107"),
    Howitzer(calibre=Calibre(155)),
    Marked(),
    Marked(marks=["a list has no hash"]),
    Marked(marks="a"),
    Marked(marks="a", calibre="155 mm"),
    *(Personnel(role=role) for role in ("military", "combat", "training")),
]
LINES = st.builds(
    Line,
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=2, unique_by=repr),
    unit=st.sampled_from(["pieces", "sets"]),
)


@given(st.lists(LINES, max_size=8), LINES)
def test_the_index_finds_what_a_look_at_each_line_finds(lines: list[Line], asked: Line) -> None:
    including = [at for at, line in enumerate(lines) if line.unit is asked.unit and all_included(asked.of, line.of)]
    index = Inclusion(lines)
    assert sorted(at for group in index.groups_of(asked) for at in group) == including
    assert index.by_first([asked]) == {index.first_like(at): [0] for at in including}


def test_a_part_on_which_nothing_hangs_bears_on_its_own_line_alone() -> None:
    whole = FinancialCommitment(id="whole", stage="pledged")
    leaf, inner, below = (
        FinancialCommitment(id=id, stage="pledged", part_of=of)
        for id, of in (("leaf", "whole"), ("inner", "whole"), ("below", "inner"))
    )
    records = {one.id: one for one in (whole, leaf, inner, below)}
    bearing = Bearing(Tangle(records, {}), lambda one: [1] if one is leaf else [])
    assert set(bearing.on(0)) == {"whole", "inner"}
    assert set(bearing.on(1)) == {"whole", "inner", "leaf"}


def test_each_line_of_a_whole_is_raised_and_reached_by_the_parts_that_count_it() -> None:
    kinds = [ArtilleryShell(designation=f"S{at}") for at in range(40)]
    whole = MilitaryCommitment(id="whole", stage="pledged", lines=[Line(kind) for kind in kinds])
    parts = [
        MilitaryCommitment(id=f"part {at}", stage="delivered", part_of="whole", lines=[Line(kind, at + 1)])
        for at, kind in enumerate(kinds)
    ]
    ledger = Ledger(commitments=[whole, *parts])
    assert fulfilment(ledger, "whole", line=7).delivered.low == 8
    assert progress(ledger, of=Munition())[()].delivered.low == sum(range(1, 41))
    assert fulfilment(ledger, "part 7").delivered == exactly(8)


def test_what_has_no_hash_is_compared_one_by_one() -> None:
    marked = Line(Marked(marks=["a list has no hash"]), unit="pieces")
    lines = [Line(Marked(marks="a"), unit="pieces"), marked, Line(Munition(), unit="pieces")]
    assert Inclusion(lines).groups_of(marked) == ([1], [2])


def test_a_part_whose_line_two_lines_of_its_whole_include_reaches_neither() -> None:
    shells = ArtilleryShell(calibre="155 mm")
    whole = MilitaryCommitment(id="whole", stage="pledged", lines=[Line(ArtilleryShell(), 9), Line(Munition(), 9)])
    part = MilitaryCommitment(id="part", stage="delivered", part_of="whole", lines=[Line(shells, 5)])
    ledger = Ledger(commitments=[whole, part])
    assert [fulfilment(ledger, "whole", line=line).delivered.low for line in (0, 1)] == [None, None]


@attrs.frozen(kw_only=True)
class Kit(Munition):
    """Includes what its own class says it does."""

    kind: ClassVar[str] = "test-inclusion.kit"

    def includes(self, other: Support) -> bool:
        return isinstance(other, ArtilleryShell | Kit)


def test_a_class_with_a_rule_of_its_own_is_asked() -> None:
    shell = Line(ArtilleryShell(calibre="155 mm"), 5, unit="sets")
    kits = [Line(Kit(), 9, unit="sets"), Line(Howitzer(), unit="sets")]
    assert Inclusion(kits).groups_of(shell) == ([0],)
    whole = MilitaryCommitment(id="whole", stage="pledged", lines=kits)
    part = MilitaryCommitment(id="part", stage="delivered", part_of="whole", lines=[shell])
    assert fulfilment(Ledger(commitments=[whole, part]), "whole", line=0).delivered.low == 5
