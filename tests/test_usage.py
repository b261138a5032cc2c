"""The programs that users wrote run silently from the project's root, as soon as what they import exists."""

import ast
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from conftest import DATA, ROOT

USAGE = DATA.parent / "usage"
PROGRAMS = sorted(USAGE.glob("*.py"))
OURS = "ukraine_support"


def lacking(program: str) -> list[str]:
    """What a program imports at its head that is not there: modules that are not installed, names not yet in ours."""
    absent: list[str] = []
    for statement in ast.parse(program).body:
        if isinstance(statement, ast.Import):
            absent += [alias.name for alias in statement.names if find_spec(alias.name.partition(".")[0]) is None]
        elif isinstance(statement, ast.ImportFrom):
            module = str(statement.module)
            if module.partition(".")[0] == OURS:
                absent += [lack for alias in statement.names if (lack := lacking_of_ours(module, alias.name))]
            elif find_spec(module.partition(".")[0]) is None:
                absent.append(module)
    return list(dict.fromkeys(absent))


def lacking_of_ours(module: str, name: str) -> str | None:
    """What is lacking of a name in a module of ours: it, the module, or one that the module needs; None if nothing."""
    try:
        if hasattr(import_module(module), name):
            return None
        import_module(f"{module}.{name}")
    except ModuleNotFoundError as error:
        return error.name
    return None


@pytest.mark.skipif(not PROGRAMS, reason=f"no users' programs: {USAGE} holds none")
def test_there_are_programs() -> None:
    assert {"build", "extend", "paris"} <= {path.stem for path in PROGRAMS}


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_program_runs_silently(path: Path) -> None:
    if absent := lacking(path.read_text(encoding="utf-8")):
        pytest.skip(f"{path.name} needs {', '.join(absent)}, which are not there")
    done = subprocess.run([sys.executable, path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("program", "absent"),
    [
        ("import attrs, json\nfrom ukraine_support import Country, units\nfrom datetime import date", []),
        ("import no_such_engine.inside, attrs", ["no_such_engine.inside"]),
        ("from no_such_engine import some", ["no_such_engine"]),
        ("from ukraine_support.units import parse, nothing", ["ukraine_support.units.nothing"]),
        ("from ukraine_support import Country, Nothing", ["ukraine_support.Nothing"]),
        ("from ukraine_support.nothing import some", ["ukraine_support.nothing"]),
        ("from ukraine_support.serialisation import loads, nothing", ["ukraine_support.serialisation.nothing"]),
        ("from ukraine_support.serialisation.nothing import some", ["ukraine_support.serialisation.nothing"]),
        ("from datetime import no_such_name", []),
        ("raise ImportError", []),
    ],
)
def test_only_what_a_program_imports_and_is_not_there_passes_it_over(program: str, absent: list[str]) -> None:
    assert lacking(program) == absent
