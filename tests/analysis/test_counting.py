"""Law 6: each promise counts once, by the rules that `totals` states."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from analysis.promises import eur, exact, gift, ledger, link, whole
from conftest import tried
from ukraine_support import (
    Claim,
    Commitment,
    CyclicReferenceError,
    Initiative,
    Ledger,
    Link,
    Relation,
    Stage,
    at_least,
    at_most,
)
from ukraine_support.analysis import fulfilment_of_value, totals
from ukraine_support.analysis._promises.promises import Promises

PLEDGED, ALLOCATED, DELIVERED = Stage.PLEDGED, Stage.ALLOCATED, Stage.DELIVERED


def counted(records: Ledger, stage: Stage) -> list[Commitment]:
    return Promises(records).counted(stage)


def ids(*commitments: Commitment, stage: Stage = PLEDGED) -> str:
    """Those that count, in order."""
    return " ".join(sorted(commitment.id for commitment in counted(ledger(*commitments), stage)))


def test_a_part_counts_where_no_whole_of_it_does() -> None:
    given_ = [
        gift("whole", 10, stage="committed"),
        gift("half", 6, stage="allocated", part_of="whole"),
        gift("quarter", 2, stage="delivered", part_of="half"),
        gift("rest", 3, stage="pledged", part_of="whole"),
    ]
    assert ids(*given_) == "whole"
    assert ids(*given_, stage=Stage.COMMITTED) == "whole"
    assert ids(*given_, stage=ALLOCATED) == "half"
    assert ids(*given_, stage=DELIVERED) == "quarter"
    assert whole(*given_, stage=ALLOCATED) == exact(6)


def test_more_may_be_allocated_than_was_committed_and_each_stage_says_so() -> None:
    given_ = [gift("whole", 10), *(gift(f"part{n}", 6, stage="allocated", part_of="whole") for n in range(2))]
    assert whole(*given_) == exact(10)
    assert whole(*given_, stage=ALLOCATED) == exact(12)


def test_a_part_counts_where_a_whole_further_up_than_the_next_does_not() -> None:
    given_ = [
        gift("top", 10, stage="allocated"),
        gift("middle", 6, stage="pledged", part_of="top"),
        gift("bottom", 2, stage="delivered", part_of="middle"),
    ]
    assert ids(*given_, stage=ALLOCATED) == "top"
    assert ids(*given_, stage=DELIVERED) == "bottom"


@pytest.mark.parametrize(("repeat", "stated"), ["ab", "ba"])
def test_of_contributions_that_tell_of_one_promise_the_one_that_counts_reaches_the_goal(
    repeat: str, stated: str
) -> None:
    told: dict[str, Any] = {"stage": "delivered", "towards": "fund"}
    twice = [gift(repeat, 40, links=link("same_as", stated), **told), gift(stated, 100, **told)]
    records = ledger(*twice, initiatives=[Initiative(id="fund")])
    assert fulfilment_of_value(records, "fund").delivered == exact(100).or_more


@pytest.mark.parametrize(("part", "replacement"), ["ab", "ba"])
def test_of_tied_tellings_of_one_figure_the_same_counts_whatever_they_are_called(part: str, replacement: str) -> None:
    whole = gift("whole", 10)
    replacing = [*link("replaces", "whole"), *link("reimburses", part)]
    circle = [whole, gift(part, 10, part_of="whole", links=link("reimburses", "whole"))]
    records = ledger(*circle, gift(replacement, 10, links=replacing))
    assert [one.id for one in counted(records, PLEDGED)] == [part]


def test_a_component_counts_as_a_part_does() -> None:
    given_ = [gift("whole", 10), gift("one", 6, stage="allocated", links=link("component_of", "whole"))]
    assert (ids(*given_), ids(*given_, stage=ALLOCATED)) == ("whole", "one")


def test_of_what_is_the_same_one_counts_the_one_that_says_so_of_no_other_first() -> None:
    given_ = [
        gift("a", 10, links=link("same_as", "b")),
        gift("b", 11),
        gift("c", 12, links=link("same_as", "a"), stage="delivered"),
    ]
    assert ids(*given_) == "b"
    assert ids(*given_, stage=DELIVERED) == "c"
    mutual = [gift("x", 1, links=link("same_as", "y")), gift("y", 1, links=link("same_as", "x"))]
    assert ids(*mutual) == "x"


@pytest.mark.parametrize("tie", ["reimburses", "replaces"])
def test_a_part_of_what_gives_way_and_of_what_comes_before_it_counts_where_neither_does(tie: str) -> None:
    given_ = [
        gift("gift", 10),
        gift("payment", 10, links=link(tie, "gift")),
        gift("part", 4, stage="allocated", part_of="gift", links=link("component_of", "payment")),
        gift("deep", 3, stage="delivered", part_of="part"),
    ]
    assert ids(*given_, stage=ALLOCATED) == "part"
    assert ids(*given_, stage=DELIVERED) == "deep"


def test_parts_of_what_is_the_same_count_once_too() -> None:
    given_ = [
        gift("a", 10),
        gift("a1", 4, stage="allocated", part_of="a"),
        gift("a2", 5, stage="allocated", part_of="a"),
        gift("b", 10, links=link("same_as", "a")),
        gift("b1", 4, stage="allocated", part_of="b"),
    ]
    assert ids(*given_) == "a"
    assert ids(*given_, stage=ALLOCATED) == "a1 a2"


def test_what_replaces_another_counts_instead_of_it() -> None:
    given_ = [gift("old", 10, stage="allocated"), gift("new", 12, links=link("replaces", "old"))]
    assert whole(*given_) == exact(12)


def test_until_it_has_reached_the_stage_the_earlier_one_counts() -> None:
    given_ = [
        gift("old", 10, stage="allocated"),
        gift("new", 12, links=link("replaces", "old")),
        gift("newest", 13, stage="proposed", links=link("replaces", "new")),
    ]
    assert ids(*given_) == "new"
    assert ids(*given_, stage=ALLOCATED) == "old"
    assert ids(*given_, stage=Stage.PROPOSED) == "newest"


def test_a_part_of_what_replaces_another_takes_its_place() -> None:
    given_ = [
        gift("old", 10, stage="allocated"),
        gift("new", 12, links=link("replaces", "old")),
        gift("new1", 5, stage="allocated", part_of="new"),
    ]
    assert ids(*given_, stage=ALLOCATED) == "new1"


def test_one_may_replace_several_and_several_one() -> None:
    one = [gift("a", 1), gift("b", 2), gift("c", 4, links=[Link("replaces", "a"), Link("replaces", "b")])]
    assert ids(*one) == "c"
    unreached = [gift("a", 1), gift("b", 2), gift("c", 4, stage="proposed", links=[*one[2].links])]
    assert ids(*unreached) == "a b"
    several = [gift("a", 9), gift("b", 4, links=link("replaces", "a")), gift("c", 5, links=link("replaces", "a"))]
    assert ids(*several) == "b c"


@pytest.mark.parametrize("how", ["stage", "claim"])
def test_a_withdrawn_replacement_takes_out_what_it_replaces(how: str) -> None:
    stage = "withdrawn" if how == "stage" else "pledged"
    claims = [] if how == "stage" else [Claim(id="no", about="new", stage="withdrawn", said="2024-03-01")]
    given_ = ledger(
        gift("old", 10), gift("new", 12, stage=stage, links=link("replaces", "old")), gift("other", 1), claims=claims
    )
    assert [commitment.id for commitment in counted(given_, PLEDGED)] == ["other"]
    assert [commitment.id for commitment in counted(given_, Stage.WITHDRAWN)] == ["new"]


def test_what_restates_another_counts_instead_of_it() -> None:
    given_ = [gift("wrong", 10), gift("right", 9, links=link("corrects", "wrong"))]
    assert whole(*given_) == exact(9)


def test_a_correction_by_a_difference_counts_with_what_it_corrects() -> None:
    given_ = [
        gift("wrong", 10),
        gift("less", -1, correction=True, links=link("corrects", "wrong")),
        gift("less-still", -2, correction=True, links=link("corrects", "less")),
    ]
    assert whole(*given_) == exact(7)
    replaced = [*given_, gift("new", 20, links=link("replaces", "wrong"))]
    assert whole(*replaced) == exact(20)
    lone = gift("unnamed", -3, correction=True)
    assert whole(*given_, lone) == exact(4)


def test_a_correction_that_got_further_than_what_it_corrects_waits_for_it() -> None:
    given_ = [gift("wrong", 10), gift("less", -1, correction=True, stage="allocated", links=link("corrects", "wrong"))]
    assert ids(*given_) == "less wrong"
    assert ids(*given_, stage=ALLOCATED) == ""


def test_negative_parts_add_to_the_other_parts() -> None:
    given_ = [
        gift("whole", 10),
        gift("part", 8, stage="allocated", part_of="whole"),
        gift("back", -3, stage="allocated", part_of="whole", correction=True),
    ]
    assert whole(*given_, stage=ALLOCATED) == exact(5)


def test_what_reimburses_counts_only_where_the_other_does_not() -> None:
    given_ = [gift("tanks", 10), gift("refund", 8, stage="allocated", links=link("reimburses", "tanks"))]
    assert ids(*given_) == "tanks"
    assert ids(*given_, stage=ALLOCATED) == "refund"
    again = [*given_, gift("refund-of-refund", 8, stage="allocated", links=link("reimburses", "refund"))]
    assert ids(*again) == "tanks"
    assert ids(*again, stage=ALLOCATED) == "refund"


def test_what_reimburses_a_part_of_what_counts_does_not_count() -> None:
    given_ = [
        gift("package", 10),
        gift("tanks", 6, part_of="package"),
        gift("refund", 6, links=link("reimburses", "tanks")),
    ]
    assert ids(*given_) == "package"


def test_two_that_one_reimburses_both_count() -> None:
    links = [Link("reimburses", "a"), Link("reimburses", "b")]
    assert ids(gift("a", 1), gift("b", 2), gift("refund", 3, links=links)) == "a b"


def test_what_backs_another_counts_by_itself() -> None:
    assert ids(gift("loan", 10), gift("guarantee", 8, links=link("backs", "loan"))) == "guarantee loan"


def test_what_has_no_part_in_any_of_this_counts_beside_it() -> None:
    given_ = [
        gift("a", 1),
        gift("b", 2, links=link("same_as", "a")),
        gift("alone", 4),
        gift("not-yet", 8, stage="proposed"),
    ]
    assert ids(*given_) == "a alone"


def test_circles_of_different_references_still_count_once() -> None:
    each_other = [gift("a", 1, links=link("replaces", "b")), gift("b", 2, links=link("corrects", "a"))]
    assert len(ids(*each_other).split()) == 1
    in_its_place = [gift("a", 1), gift("b", 2, part_of="a", links=link("replaces", "a"))]
    assert ids(*in_its_place) == "b"
    own_refund = [
        gift("a", 1),
        gift("b", 2, links=[Link("replaces", "a"), Link("reimburses", "c")]),
        gift("c", 3, part_of="a"),
    ]
    assert ids(*own_refund) == "c"


def test_what_replaces_a_part_is_no_part_of_what_it_stands_instead_of() -> None:
    chain = [
        gift("a", 1),
        gift("b", 1, links=link("replaces", "a")),
        gift("c", 1, stage="allocated", part_of="a", links=link("replaces", "b")),
        gift("d", 1, links=link("replaces", "c")),
    ]
    assert ids(*chain) == "d"
    assert ids(*chain, stage=ALLOCATED) == "c"
    telling = [
        gift("a", 5, links=[Link("same_as", "b"), Link("replaces", "b"), Link("replaces", "part")]),
        gift("b", 5),
        gift("whole", 6),
    ]
    assert ids(*telling, gift("part", 4, part_of="whole")) == "whole"


@pytest.mark.parametrize("more", [[], [gift("again", 100, links=link("replaces", "all"))]])
def test_what_replaces_a_part_is_no_part_of_its_own_part(more: list[Commitment]) -> None:
    given_ = [gift("all", 100, links=link("replaces", "part")), gift("half", 60, part_of="all")]
    assert whole(*given_, gift("part", 40, part_of="half"), *more) == exact(100)


def test_a_long_chain_is_no_trouble() -> None:
    chain = [gift("c0", 1), *(gift(f"c{n}", 1, links=link("replaces", f"c{n - 1}")) for n in range(1, 1500))]
    assert ids(*chain) == "c1499"


stages = st.sampled_from([stage.value for stage in Stage if stage is not Stage.WITHDRAWN])


@tried(40)
@given(st.lists(st.tuples(stages, st.none() | st.integers(0, 11)), max_size=12), st.sampled_from(list(Stage)))
def test_of_parts_and_wholes_the_topmost_at_the_stage_count(drawn: list[tuple[str, int | None]], stage: Stage) -> None:
    made: list[Commitment] = [
        gift(f"c{at}", 1, stage=reached, part_of=f"c{up % at}" if up is not None and at else None)
        for at, (reached, up) in enumerate(drawn)
    ]
    by_id = {commitment.id: commitment for commitment in made}

    def has_whole_that_counts(commitment: Commitment) -> bool:
        above = by_id.get(commitment.part_of or "")
        return above is not None and (above.stage.has_reached(stage) or has_whole_that_counts(above))

    expected = {one.id for one in made if one.stage.has_reached(stage) and not has_whole_that_counts(one)}
    assert {commitment.id for commitment in counted(ledger(*made), stage)} == expected


relations = st.sampled_from([relation for relation in Relation if relation is not Relation.BACKS])
tangles = st.lists(
    st.tuples(
        st.sampled_from(["pledged", "allocated", "delivered"]),
        st.none() | st.integers(0, 7),
        st.lists(st.tuples(relations, st.integers(0, 7)), max_size=2, unique_by=lambda drawn: drawn[1]),
    ),
    min_size=1,
    max_size=8,
)


def tangled(drawn: Any) -> list[Commitment]:
    """Commitments that refer to earlier ones only; none is the same as a whole of its own, which no ledger takes."""
    made: list[Commitment] = [
        gift(
            f"c{at}",
            1,
            stage=stage,
            part_of=f"c{up % at}" if up is not None and at else None,
            links=[Link(relation, f"c{to % at}") for relation, to in links if at],
        )
        for at, (stage, up, links) in enumerate(drawn)
    ]
    try:
        ledger(*made)
    except CyclicReferenceError:
        reject()
    return made


def restated(made: Sequence[Commitment]) -> Iterator[str]:
    """What other records restate: also what one replaces that gives way to it, as what pays it back does."""
    ahead: dict[str, set[str]] = {one.id: {one.part_of} if one.part_of else set() for one in made}
    ties = [(one.id, held.relation, held.to) for one in made for held in one.links]
    for id, relation, to in ties:
        if relation not in (Relation.REPLACES, Relation.REPAID_FROM):
            ahead[id].add(to)
        if relation not in (Relation.REIMBURSES, Relation.COMPONENT_OF):
            ahead[to].add(id)
    for id, relation, to in ties:
        following = ahead[id].copy()
        while to not in following and following != (further := following.union(*map(ahead.__getitem__, following))):
            following = further
        if relation is Relation.CORRECTS or (relation is Relation.REPLACES and to in following):
            yield to


@given(tangles, st.sampled_from([PLEDGED, ALLOCATED, DELIVERED]))
def test_in_any_tangle_no_two_that_count_are_one_promise(drawn: Any, stage: Stage) -> None:
    made = tangled(drawn)
    by_id = {commitment.id: commitment for commitment in made}
    found = {commitment.id for commitment in counted(ledger(*made), stage)}
    for id in found:
        commitment = by_id[id]
        assert commitment.stage.has_reached(stage)
        assert commitment.part_of not in found
        for held in commitment.links:
            assert held.to not in found


@given(tangles, st.sampled_from([PLEDGED, ALLOCATED, DELIVERED]))
def test_in_any_tangle_something_counts_where_something_has_reached_the_stage(drawn: Any, stage: Stage) -> None:
    made = tangled(drawn)
    ties = [(one.part_of, *(held.to for held in one.links if held.relation is Relation.COMPONENT_OF)) for one in made]
    assume(all(len(set(wholes) - {None}) < 2 for wholes in ties))  # of several, one may give way to another
    said_anew = set(restated(made))
    assume(any(one.stage.has_reached(stage) and one.id not in said_anew for one in made))
    assert counted(ledger(*made), stage)


@given(tangles, st.randoms())
def test_what_counts_does_not_depend_on_the_order_of_the_records(drawn: Any, shuffle: Any) -> None:
    made = tangled(drawn)
    before = totals(ledger(*made), by=lambda commitment: commitment.id)
    shuffle.shuffle(made)
    assert totals(ledger(*made), by=lambda commitment: commitment.id) == before


def test_a_correction_that_names_nothing_to_correct_is_a_part_like_any_other() -> None:
    less = gift("less", -30, correction=True, part_of="all", links=link("backs", "other"))
    assert ids(gift("other", 7), gift("all", 100), less) == "all other"


def test_a_difference_corrects_what_it_names_as_far_as_that_is_known() -> None:
    links = link("corrects", "base") + link("corrects", "late") + link("backs", "other")
    less = gift("less", -3, correction=True, announced="2024-01-01", links=links)
    others = [gift(id, 10, announced="2024-01-01") for id in ("base", "other")]
    records = ledger(gift("late", 10, announced="2024-02-01"), *others, less)
    promised = [fulfilment_of_value(records, id, as_of="2024-01-15").promised for id in ("base", "other")]
    assert promised == [exact(7), exact(10)]


def test_differences_in_a_circle_of_corrections_and_repayments_are_taken_in_once() -> None:
    records = ledger(
        gift("given", 100, stage="delivered"),
        gift(
            "back", at_most(eur(-10)), correction=True, links=link("reimburses", "given") + link("repaid_from", "loan")
        ),
        gift("loan", correction=True, links=link("corrects", "again") + link("repaid_from", "given")),
        gift("again", correction=True, links=link("corrects", "given")),
    )
    for id in records.commitments:
        assert fulfilment_of_value(records, id).delivered.low in (None, eur(100))


def test_of_tellings_none_of_whose_parts_has_come_so_far_no_part_is_passed_over() -> None:
    for told, again, one, other, back in permutations("abcde"):
        records = ledger(
            gift(told, 100),
            gift(again, 100, links=link("same_as", told)),
            gift(one, 40, part_of=told),
            gift(other, 40, part_of=again),
            gift(back, 40, stage="delivered", links=link("reimburses", other)),
        )
        assert [found.id for found in counted(records, DELIVERED)] == [back]


def test_a_promise_that_took_the_place_of_a_difference_is_none() -> None:
    records = [
        gift("given", 100, stage="delivered"),
        gift("less", -30, correction=True, links=link("corrects", "given")),
        gift("part", 10, part_of="less"),
        gift("instead", 20, links=link("replaces", "less") + link("reimburses", "part")),
    ]
    assert [one.id for one in counted(ledger(*records), DELIVERED)] == ["given"]
    assert [one.id for one in counted(ledger(*records), PLEDGED)] == ["given", "part"]


def test_what_replaces_a_part_of_two_wholes_raises_the_one_that_its_latest_telling_names_whatever_the_ids() -> None:
    for first, second, former, latter, instead in permutations("abcde"):
        records = ledger(
            gift(first, at_least(eur(1))),
            gift(second, at_least(eur(2))),
            gift(former, 10, links=link("component_of", first)),
            gift(latter, 10, links=link("corrects", former) + link("component_of", second)),
            gift(instead, 10, links=link("replaces", former)),
        )
        found = totals(records, by=lambda one: one.id)
        assert {id: total.value for id, total in found.items()} == {first: at_least(eur(1)), second: at_least(eur(10))}
