"""What one thread defines while others ask, and what a notebook defines again and again."""

import ast
import gc
import sys
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar
from weakref import ref

import attrs
import pytest

from test_house import SOURCE, run_python
from ukraine_support import ArtilleryShell, Country, Ledger, Line, MilitaryCommitment, Munition, Organisation
from ukraine_support.display import describe, report
from ukraine_support.interchange import kiel
from ukraine_support.reference import find_party
from ukraine_support.serialisation import dumps, from_rows, loads, to_rows


def defined(kind: str, name: str = "Drone") -> Any:
    """A class of a caller's own, as the cell of a notebook defines it: again under the same name, or under another."""
    body = {"__annotations__": {"kind": ClassVar[str], "maker": Organisation | None}, "maker": None, "kind": kind}
    return attrs.frozen(kw_only=True)(type(name, (Munition,), body | {"__module__": "notebook", "__qualname__": name}))


def promise_of(munition: Munition) -> Ledger:
    line = Line(munition, 5)
    return Ledger(commitments=[MilitaryCommitment(id="a", donors=[Country("NL")], stage="pledged", lines=[line])])


PROGRAM = """
import sys
from threading import Event, Thread
from ukraine_support import Support
from ukraine_support._model.base.kinds import kinds_under
from test_threads import Munition, defined, promise_of
from ukraine_support import DocumentError
from ukraine_support.serialisation import dumps, from_rows, json_schema, loads, to_rows

LEDGER = promise_of(Munition())

def refused():
    try:
        loads('{"version": 1, "commitments": [{"kind": "military", "id": "a", "lines": [{"of": [{"kind": "x"}]}]}]}')
    except DocumentError:
        pass

def asking(ask):
    try:
        while not done.is_set():
            ask()
    except BaseException as error:
        failed.append(f"{ask}: {error!r}")

sys.setswitchinterval(1e-6)
failed, done = [], Event()
asks = [lambda: kinds_under(Support), json_schema, refused]
asks += [lambda: to_rows(LEDGER), lambda: from_rows(to_rows(LEDGER)), lambda: loads(dumps(LEDGER))]
threads = [Thread(target=asking, args=[ask]) for ask in asks]
for thread in threads:
    thread.start()
for at in range(80):
    defined(f"threads.drone-{at}", f"Drone{at}")
    defined("threads.again", "Again")  # as the cell of a notebook does
done.set()
for thread in threads:
    thread.join()
print(failed)
"""


def test_classes_are_defined_while_other_threads_ask() -> None:
    """In a process of its own, which then knows many classes."""
    assert run_python(f"import sys\nsys.path.insert(0, {str(Path(__file__).parent)!r})\n{PROGRAM}").strip() == "[]"


def test_a_class_that_was_replaced_can_go() -> None:
    replaced: list[ref[type]] = []
    cls = ledger = None
    for _ in range(100):
        cls = defined("test-threads.replaced")
        assert cls.kind == "test-threads.replaced"
        ledger = promise_of(cls(maker=Organisation(id="maker", name="Maker")))
        assert loads(dumps(ledger)) == ledger
        assert hash(ledger.commitments["a"].lines[0])
        if len(replaced) % 20 == 0:  # these take longer
            assert from_rows(to_rows(ledger)) == ledger
            assert describe(ledger.commitments["a"], "en")
            assert report(ledger, "en")
        replaced.append(ref(cls))
    del cls, ledger
    gc.collect()
    assert sum(one() is not None for one in replaced) <= 1


def test_an_instance_of_a_class_that_was_replaced_is_still_whole() -> None:
    old = defined("test-threads.kept")(maker=Organisation(id="maker", name="Maker"))
    new = defined("test-threads.kept")(maker=old.maker)
    assert type(old) is not type(new)
    assert old != new
    assert attrs.evolve(old, maker=None).maker is None
    assert dumps(old) == dumps(new)


HEADING = ["ID", "Countries"]


@pytest.mark.parametrize("ask", [find_party, lambda text: kiel.read([HEADING, [text, text]])], ids=["names", "cells"])
def test_long_texts_are_not_kept(ask: Callable[[str], object]) -> None:
    gc.collect()
    tracemalloc.start()
    for at in range(5):
        with suppress(Exception):
            ask(f"{at}" + "x" * 200_000)
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 500_000


FIRST_USE = """
import random
import sys
from threading import Barrier, Thread

def importing():
    from ukraine_support import charts
    return charts.__name__

def describing():
    from ukraine_support import Country
    from ukraine_support.display import describe
    return describe(Country("DE"), "uk"), describe(Country("DE"), "cs")

def measuring():
    from ukraine_support import ArtilleryShell, Line, units
    return str(units.parse("43.2 kg")), str(Line(ArtilleryShell(calibre="155 mm"), 5).rounds)

def reading_rows():
    from ukraine_support.interchange import kiel
    return str(kiel.read([["ID", "Countries"], ["DE1", "Germany"]], amounts="eur").problems)

def refusing():
    from ukraine_support import DocumentError
    from ukraine_support.serialisation import make_converter
    from ukraine_support import Claim
    try:
        make_converter().structure({"stage": "x", "id": "a"}, Claim)
    except DocumentError as error:
        return str(error)

def counting():
    from ukraine_support import Ledger
    from ukraine_support.analysis import totals
    return str(totals(Ledger(), stage="pledged", by="donor"))

ASKS = [importing, describing, measuring, reading_rows, refusing, counting]

def asking(number):
    order = ASKS.copy()
    random.Random(number // 2).shuffle(order)
    ready.wait()
    for ask in order:
        try:
            told[ask.__name__, ask()] = None
        except BaseException as error:
            told[ask.__name__, repr(error)] = None

sys.setswitchinterval(1e-6)
told, ready = {}, Barrier(8)
threads = [Thread(target=asking, args=[number]) for number in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(told) == len(ASKS), told
sys.setswitchinterval(0.005)
for ask in ASKS:
    assert (ask.__name__, ask()) in told, (told, ask())
print("alike")
"""


def test_eight_threads_that_use_everything_for_the_first_time_are_told_what_one_is() -> None:
    """In a process of its own, in which nothing is loaded yet."""
    assert run_python(FIRST_USE).strip() == "alike"


def test_records_are_made_while_another_thread_is_loading_pint_and_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pint", "numpy"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    assert str(ArtilleryShell(calibre="155 mm").calibre) == "155 mm"
    assert from_rows(to_rows(promise_of(Munition()))) == promise_of(Munition())


def test_no_module_is_imported_past_the_door_of_a_package_that_imports_its_own() -> None:
    """One thread would hold the package and wait for the module, and another the other way round.

    What `import ukraine_support` loads is there before.
    """
    loaded = set(run_python("import sys, ukraine_support; print(*sys.modules)").split())
    past = [
        (importer, module)
        for importer in MODULES
        for module in imported_by(importer)
        for door in doors(module)
        if door not in loaded and not f"{importer}.".startswith(f"{door}.")
        if any(own.startswith(f"{door}.") for own in imported_by(door))
    ]
    assert past == []


MODULES = {
    ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in SOURCE.rglob("*.py")
}


def doors(module: str) -> list[str]:
    """The packages in which a module stands, but the library's own."""
    parts = module.split(".")
    return [".".join(parts[:length]) for length in range(2, len(parts))]


@cache
def imported_by(module: str) -> set[str]:
    """The modules of the library that a module imports by name."""
    path, found = MODULES[module], set()
    parts = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = ".".join([*parts[: len(parts) - node.level + 1], *([node.module] if node.module else [])])
            found |= {base, *(f"{base}.{name.name}" for name in node.names)} & MODULES.keys()
    return found
