"""The programs that users wrote run silently from the project's root."""

import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec

import pytest

from conftest import DATA, ROOT

USAGE = DATA.parent / "usage"
NEEDS = {  # what a program uses that not every state of the library has; "module:name" where a name is what counts
    "build": [],
    "display_it": ["display"],
    "extend": [],
    "kiel_release": ["interchange.kiel"],
    "money_and_units": ["analysis:RateTable"],
    "paris": [],
    "sipri_register": ["interchange.sipri"],
}


def exists(feature: str) -> bool:
    module, _, name = feature.partition(":")
    path = "ukraine_support"
    for part in module.split("."):
        path = f"{path}.{part}"
        if find_spec(path) is None:
            return False
    return not name or hasattr(import_module(path), name)


@pytest.mark.parametrize("program", NEEDS)
def test_program_runs_silently(program: str) -> None:
    path = USAGE / f"{program}.py"
    if not path.is_file():
        pytest.skip(f"no users' programs: {USAGE} is absent")
    if missing := [feature for feature in NEEDS[program] if not exists(feature)]:
        pytest.skip(f"{program}.py needs {', '.join(missing)}, which the library does not have yet")
    done = subprocess.run([sys.executable, path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(not USAGE.is_dir(), reason=f"no users' programs: {USAGE} is absent")
def test_every_program_is_run() -> None:
    assert {path.stem for path in USAGE.glob("*.py")} == set(NEEDS)
