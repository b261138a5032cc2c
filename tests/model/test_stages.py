"""The order of stages, in which what is withdrawn has no place."""

from collections.abc import Callable
from operator import ge, gt, le, lt
from typing import Any

import pytest

from refusals import brief, refusal
from ukraine_support import Stage, UnorderedError

ORDER: list[Stage] = [stage for stage in Stage if stage is not Stage.WITHDRAWN]
COMPARISONS: list[Callable[[Any, Any], bool]] = [lt, le, gt, ge]


def test_the_order_is_the_one_that_is_documented() -> None:
    words = ["proposed", "pledged", "committed", "allocated", "contracted", "dispatched", "delivered"]
    assert [stage.value for stage in sorted(ORDER, key=lambda stage: stage)] == words


@pytest.mark.parametrize("one", ORDER)
@pytest.mark.parametrize("other", ORDER)
def test_stages_compare_by_their_place(one: Stage, other: Stage) -> None:
    at, to = ORDER.index(one), ORDER.index(other)
    assert [compare(one, other) for compare in COMPARISONS] == [compare(at, to) for compare in COMPARISONS]
    assert one.has_reached(other) is (at >= to)


@pytest.mark.parametrize("compare", COMPARISONS)
@pytest.mark.parametrize("stage", Stage)
def test_what_is_withdrawn_compares_with_no_stage(compare: Callable[[Any, Any], bool], stage: Stage) -> None:
    for pair in ((stage, Stage.WITHDRAWN), (Stage.WITHDRAWN, stage)):
        with pytest.raises(UnorderedError):
            compare(*pair)


@pytest.mark.parametrize("stage", ORDER)
def test_what_is_withdrawn_has_reached_nothing_else(stage: Stage) -> None:
    assert not Stage.WITHDRAWN.has_reached(stage)
    assert not stage.has_reached(Stage.WITHDRAWN)
    assert Stage.WITHDRAWN.has_reached(Stage.WITHDRAWN)


@pytest.mark.parametrize("compare", COMPARISONS)
@pytest.mark.parametrize("other", ["pledged", 1, None], ids=str)
def test_a_stage_compares_with_stages_alone(compare: Callable[[Any, Any], bool], other: object) -> None:
    with pytest.raises(TypeError):
        compare(Stage.PLEDGED, other)


@pytest.mark.parametrize("compare", COMPARISONS)
@pytest.mark.parametrize("word", ["delivered", "promised", "x" * 1_000_000], ids=brief)
def test_a_word_is_no_stage_to_compare_with(compare: Callable[[Any, Any], bool], word: str) -> None:
    for pair in ((Stage.PLEDGED, word), (word, Stage.PLEDGED)):
        with pytest.raises(UnorderedError) as caught:
            compare(*pair)
        assert "is a word; compare " in str(caught.value)
        assert len(str(caught.value)) < 400


@pytest.mark.parametrize("one", Stage)
@pytest.mark.parametrize("other", Stage)
def test_a_stage_may_be_asked_for_by_its_word(one: Stage, other: Stage) -> None:
    assert one.has_reached(other.value) is one.has_reached(other)
    assert Stage.DISBURSED.has_reached("disbursed")


@pytest.mark.parametrize("word", ["promised", "Pledged", "", None, 3], ids=str)
def test_no_stage_is_asked_for_by_another_word(word: Any) -> None:
    for stage in Stage:
        assert "proposed, pledged" in refusal(stage.has_reached, word).accepted
