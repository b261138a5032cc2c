"""What one thread defines while others ask, and what a notebook defines again and again."""

import gc
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar
from weakref import ref

import attrs
import pytest

from test_house import run_python
from ukraine_support import Country, Ledger, Line, MilitaryCommitment, Munition, Organisation
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
