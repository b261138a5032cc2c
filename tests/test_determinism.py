"""What generated tests try is the same on every machine, unless somebody asks for the random search."""

import os
import subprocess
import sys

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from conftest import ROOT

TRY = """
import hashlib, sys
if sys.argv[1] == "more":
    import fuzz.laws  # more of our modules, whose constants are not to be drawn
import conftest
from hypothesis import given, settings
from ukraine_support.testing import ledgers
digest = hashlib.sha256()

@settings(max_examples=10)
@given(ledgers())
def test(ledger):
    digest.update(repr(ledger).encode())

test()
print(digest.hexdigest())
"""


def tried(argument: str, hashes: str, profile: str) -> str:
    path = os.pathsep.join(filter(None, (str(ROOT / "tests"), os.environ.get("PYTHONPATH"))))
    setting = {"PYTHONHASHSEED": hashes, "HYPOTHESIS_PROFILE": profile, "PYTHONPATH": path}
    command = [sys.executable, "-c", TRY, argument]
    done = subprocess.run(command, env=os.environ | setting, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not hasattr(providers, "is_local_module_file"), reason="this hypothesis draws from other modules")
def test_values_are_the_same_in_every_process() -> None:
    assert tried("none", "1", "default") == tried("more", "2", "default")


def test_the_random_search_is_for_whoever_asks() -> None:
    assert settings.get_profile("default").derandomize
    assert settings.get_profile("brief").derandomize
    assert not settings.get_profile("thorough").derandomize
    assert settings.get_profile("default").database is None
