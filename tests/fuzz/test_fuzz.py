"""The fuzz targets in short: what once failed holds, and so do some hundreds of mutations, the same at every run."""

import random
from itertools import islice
from pathlib import Path

import pytest

from fuzz.__main__ import TARGETS, Run
from fuzz.arrow import IS_INSTALLED
from fuzz.laws import LAWS
from fuzz.mutations import mutate
from fuzz.seeds import corpus, seeds

TRIED = {
    "ledger": 30,
    "part": 60,
    "rows": 30,
    "tables": 20,
    "text": 100,
    "kiel": 40,
    "sipri": 40,
    "transactions": 40,
    "sheet": 60,
    "cells": 100,
    "arrow": 40,
}
TRIABLE = [target for target in TARGETS if target != "arrow" or IS_INSTALLED]


def test_every_target_has_a_law() -> None:
    assert tuple(LAWS) == TARGETS == tuple(TRIED)


@pytest.mark.parametrize("target", TRIABLE)
def test_what_once_failed_or_is_odd_keeps_the_law(target: str) -> None:
    assert [type(LAWS[target](data)) for data in corpus(target)] == [bool] * len(corpus(target)) != []


@pytest.mark.parametrize("target", TRIABLE)
def test_mutations_keep_the_law_and_some_are_accepted(target: str) -> None:
    choices, pool = random.Random(target), seeds(target)
    found = [LAWS[target](mutate(choices.choice(pool), choices, pool)) for _ in range(TRIED[target])]
    assert True in found
    assert False in found


@pytest.mark.parametrize("target", TRIABLE)
def test_what_a_run_begins_with_is_accepted_in_good_part(target: str) -> None:
    begun = [data for data in seeds(target) if data not in corpus(target)]
    accepted = [LAWS[target](data) for data in islice(begun, 20)]
    assert 3 * sum(accepted) >= len(accepted)


@pytest.mark.parametrize("target", TRIABLE)
def test_a_seed_of_random_numbers_tells_its_mutations_again(target: str) -> None:
    pool = seeds(target)
    assert mutate(pool[0], random.Random(5), pool) == mutate(pool[0], random.Random(5), pool)


def test_a_broken_law_is_kept_once_with_its_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes) -> bool:
        assert data != b"wrong"
        return True

    monkeypatch.setitem(LAWS, "text", broken)
    run = Run("text", tmp_path)
    for data in (b"right", b"wrong", b"wrong"):
        run.take(data)
    assert run.figures().startswith("3 inputs, 1 accepted, 1 findings")
    assert [path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".txt"] == [b"wrong"]
