"""Closed lists of words, and the order of stages."""

import copy
import pickle
from enum import Enum
from typing import Any

import pytest

from refusals import HOSTILE, brief, refusal
from ukraine_support import (
    Basis,
    Condition,
    FinancialCommitment,
    Instrument,
    PersonnelRole,
    Relation,
    Stage,
    Stance,
    Unit,
    WrongTypeError,
)
from ukraine_support._model.base.vocabulary import Vocabulary

VOCABULARIES: list[type[Vocabulary]] = [
    Basis,
    Condition,
    Instrument,
    PersonnelRole,
    Relation,
    Stage,
    Stance,
    Unit,
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_a_member_is_found_by_its_word(vocabulary: type[Vocabulary]) -> None:
    for member in vocabulary:
        assert vocabulary(member.value) is vocabulary(member) is vocabulary[member.name] is member
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(member, protocol)) is member
        assert copy.deepcopy(member) is copy.copy(member) is member


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
@pytest.mark.parametrize("word", ["", "promised", "PLEDGED", "pledged ", "\uff50ledged", "x" * 1_000_000], ids=brief)
def test_another_word_is_refused_with_those_that_are_accepted(vocabulary: type[Vocabulary], word: str) -> None:
    error = refusal(vocabulary, word)
    assert error.where == vocabulary.__name__
    assert all(str(member.value) in error.accepted for member in vocabulary)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
@pytest.mark.parametrize("value", [5, None, True, 1.5, b"pledged", [], {}, Enum("Other", "A").A], ids=str)  # type: ignore[attr-defined]
def test_another_type_is_refused(vocabulary: type[Vocabulary], value: Any) -> None:
    assert refusal(vocabulary, value, error=WrongTypeError).where == vocabulary.__name__


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    refusal(Stage, value)
    refusal(FinancialCommitment, id="a", stage=value)


def test_disbursed_is_delivered() -> None:
    names: dict[str, Stage] = dict(Stage.__members__)
    assert names["DISBURSED"] is names["DELIVERED"] is Stage("disbursed") is Stage("delivered")
