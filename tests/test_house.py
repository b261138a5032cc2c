"""What DESIGN says of the house as a whole: its modules, its public names, what it loads and what it touches."""

import ast
import inspect
import json
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

import ukraine_support
from conftest import ROOT

PACKAGE = "ukraine_support"
ONE_MEANING = set(
    """amounts answers cells changes claims columns commitments days equipment fields forms fulfilment keys lines
    munitions organisations parties periods personnel progress quantities reading standings summands support table
    totals values""".split()  # noqa: SIM905
)
"""Names of modules that recur and mean the same wherever they are: words for a support, a chart of totals."""
SOURCE = Path(ukraine_support.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))


def name(module: Path) -> str:
    return module.relative_to(SOURCE).as_posix()


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), module)


def is_public(path: str) -> bool:
    return not any(part.startswith("_") for part in path.split("."))


ABSENT = () if find_spec("pyarrow") else (f"{PACKAGE}.interchange.arrow",)
"""Public modules that cannot be imported here, as what they need is not installed."""


def public_modules() -> list[ModuleType]:
    names = [module.name for module in pkgutil.walk_packages([str(SOURCE)], f"{PACKAGE}.")]
    there = (name for name in names if is_public(name) and not name.startswith(ABSENT))
    return [ukraine_support, *map(import_module, there)]


def public_objects() -> dict[str, object]:
    return {f"{m.__name__}.{n}": getattr(m, n) for m in public_modules() for n in getattr(m, "__all__", ())}


@cache
def documented_constants() -> set[str]:
    """Names that some module assigns at its top level, with a docstring right below."""
    return {
        target.id
        for module in MODULES
        for statement, below in zip(tree(module).body, tree(module).body[1:], strict=False)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str)
        for target in getattr(statement, "targets", [getattr(statement, "target", None)])
        if isinstance(target, ast.Name)
    }


def run_python(program: str, *, stdin: str = "") -> str:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_module_is_short(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_module_has_no_star_import(module: Path) -> None:
    imports = (node for node in ast.walk(tree(module)) if isinstance(node, ast.ImportFrom))
    assert [node.lineno for node in imports if any(alias.name == "*" for alias in node.names)] == []


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_no_function_imports_our_own_package(module: Path) -> None:
    functions = [n for n in ast.walk(tree(module)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
    inner = [node for function in functions for node in ast.walk(function)]
    absolute = [alias.name for node in inner if isinstance(node, ast.Import) for alias in node.names]
    relative = ["." * n.level + (n.module or "") for n in inner if isinstance(n, ast.ImportFrom)]
    assert [path for path in absolute + relative if path.startswith((PACKAGE, "."))] == []


def imports(module: Path) -> list[tuple[list[str], list[str]]]:
    """The imports of our own package in a module, each with the package of the module and the path of what it names."""
    package = [PACKAGE, *module.relative_to(SOURCE).parent.parts]
    found = []
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").split(".")[0] == PACKAGE):
            start = package[: len(package) - node.level + 1] if node.level else []
            path = start + (node.module.split(".") if node.module else [])
            found += [(package, [*path, alias.name]) for alias in node.names]
    return found


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_what_is_private_is_imported_from_its_own_package(module: Path) -> None:
    strangers = [
        ".".join(path)
        for package, path in imports(module)
        for depth, part in enumerate(path)
        if part.startswith("_") and not part.startswith("__") and package[:depth] != path[:depth]
    ]
    assert strangers == [], "what two packages need stands in a package below both"


FOLDERS = sorted({module.parent for module in MODULES})


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_common_prefix_is_a_folder(folder: Path) -> None:
    stems = [path.stem.strip("_") for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()]
    firsts = Counter(stem.split("_")[0] for stem in stems if stem)
    assert [first for first, times in firsts.items() if times > 1 and first != "release"] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_folder_shows_no_more_modules_than_one_can_take_in(folder: Path) -> None:
    assert len([path for path in folder.glob("*.py") if path.stem != "__init__"]) <= 18


def test_half_of_the_modules_are_short() -> None:
    lengths = sorted(len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES)
    assert lengths[len(lengths) // 2] < 150


def test_a_module_name_that_recurs_means_the_same_thing() -> None:
    """A chart of totals beside totals, words for support beside support: each such name has one meaning."""
    stems = Counter(module.stem.strip("_") for module in MODULES if module.stem != "__init__")
    assert {stem for stem, times in stems.items() if times > 1} <= ONE_MEANING


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_objects_are_made_by_their_constructors(module: Path) -> None:
    """Nobody goes around `__init__` but `Money` in its own sums, and `testing`, which tries whether that is noticed."""
    around = [
        ast.unparse(node)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute)
        and (
            node.attr == "__set__" or (node.attr in {"__new__", "__setattr__"} and ast.unparse(node.value) == "object")
        )
    ]
    assert around == [] or name(module) == "_model/values/money.py" or name(module).startswith("testing/")


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_examples_stand_under_the_heading_that_the_docs_render(module: Path) -> None:
    assert re.findall(r"^ *Example:$", module.read_text(encoding="utf-8"), re.MULTILINE) == [], "write `Examples:`"


@pytest.mark.parametrize("module", [PACKAGE, f"{PACKAGE}.interchange", f"{PACKAGE}.testing"])
def test_import_loads_no_engine(module: str) -> None:
    loaded = set(run_python(f"import {module}, sys; print(*sys.modules)").split())
    assert loaded & {"pyarrow", "polars", "duckdb", f"{PACKAGE}.interchange.arrow"} == set()


WITHOUT_PYARROW = """
import sys
sys.modules["pyarrow"] = None
try:
    from ukraine_support.interchange import arrow
except ImportError as error:
    print(error)
"""


def test_without_pyarrow_the_error_says_what_to_install() -> None:
    needed = 'ukraine_support.interchange.arrow needs pyarrow: pip install "ukraine-support[arrow]"'
    assert run_python(WITHOUT_PYARROW).strip() == needed


@pytest.mark.parametrize("module", [PACKAGE, f"{PACKAGE}.reference", f"{PACKAGE}.display"])
def test_import_loads_nothing_heavy(module: str) -> None:
    loaded = set(run_python(f"import {module}, sys; print(*sys.modules)").split())
    assert module in loaded
    assert loaded & {"pint", "babel", "cattrs", "hypothesis", "ukraine_support.testing"} == set()


@pytest.mark.parametrize("module", public_modules(), ids=lambda module: module.__name__)
def test_public_names_are_sorted_and_exist(module: ModuleType) -> None:
    assert inspect.getdoc(module), "a public module says what it is for"
    names = list(module.__all__)
    assert names == sorted(set(names), key=lambda n: (not n.isupper(), n[0].islower(), n)), "as ruff sorts them"
    assert [n for n in names if n.startswith("_") or not hasattr(module, n)] == []


def test_every_public_object_has_one_path() -> None:
    one_per_format = {
        path
        for path in public_objects()
        if (path.startswith(f"{PACKAGE}.interchange.") and path.endswith(".read"))
        or path.startswith(f"{PACKAGE}.interchange.arrow.")  # what analysis gives as rows, it gives as tables
    }
    names = Counter(path.rpartition(".")[2] for path in public_objects() if path not in one_per_format)
    assert [n for n, times in names.items() if times > 1] == []
    objects = Counter(id(value) for value in public_objects().values())
    assert [path for path, value in public_objects().items() if objects[id(value)] > 1] == []


def test_every_public_object_has_a_docstring() -> None:
    documented = documented_constants()
    bare = [
        path
        for path, value in public_objects().items()
        if not (
            getattr(value, "__doc__", None)
            if inspect.isclass(value) or inspect.isroutine(value)
            else path.rpartition(".")[2] in documented
        )
    ]
    assert bare == []


def test_every_public_object_is_on_one_reference_page() -> None:
    pages = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs" / "reference").glob("*.md"))]
    directives = Counter(path for page in pages for path in re.findall(r"^::: (\S+)", page, re.MULTILINE))
    assert [path for path, times in directives.items() if times > 1] == []
    assert {path for path in directives if not path.startswith(ABSENT)} == set(public_objects())


PURE = """
import json, sys
from datetime import date
from ukraine_support.analysis import fulfilment, funding, standings
from ukraine_support.reference import MILITARY_PERSONNEL
from ukraine_support.serialisation import dumps, loads

text, day, seen = sys.stdin.read(), date(2024, 2, 27), []
touching = ("open", "os.", "socket.", "subprocess.", "shutil.", "glob.", "tempfile.", "time.", "urllib.", "ctypes.")
sys.addaudithook(lambda event, arguments: seen.append(event) if event.startswith(touching) else None)

ledger = loads(text)
fulfilment(ledger, "eu-million-shells", as_of=day)
funding(ledger, "czech-initiative", as_of=day)
standings(ledger, MILITARY_PERSONNEL, as_of=day)
again = dumps(ledger)

observed = list(seen)
open(0, closefd=False)  # to see that the hook sees
print(json.dumps([observed, seen[len(observed):], loads(again) == ledger]))
"""


def test_reading_asking_and_writing_touch_nothing() -> None:
    seed = (ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8")
    observed, after, identical = json.loads(run_python(PURE, stdin=seed))
    assert observed == []
    assert after[:1] == ["open"]
    assert identical
