"""What is kept after a call: no long text, no class that was replaced, no ledger that was dropped."""

import gc
import json
import linecache
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar
from weakref import ref

import attrs
import pytest

from ukraine_support import (
    Calibre,
    Currency,
    Extras,
    Ledger,
    MilitaryCommitment,
    Munition,
    Period,
    Text,
    UkraineSupportError,
    units,
)
from ukraine_support.display import describe
from ukraine_support.interchange import Column, Sheet, kiel
from ukraine_support.reference import find_designation, find_party
from ukraine_support.serialisation import dumps, from_rows, loads, make_converter

PROMISE = {"kind": "military", "id": "promise", "stage": "pledged"}


def read(promise: dict[str, Any]) -> None:
    loads(json.dumps({"version": 1, "sources": [{"id": "source"}], "commitments": [PROMISE | promise]}))


LONG: dict[str, Callable[[str], object]] = {
    "a name of a column": lambda text: Extras({text: "cell"}),
    "names of columns": lambda text: Extras({f"{text[:500]}{at}": "cell" for at in range(1_000)}),
    "a donor": lambda text: read({"donors": [{"kind": "organisation", "id": "donor", "name": text}]}),
    "a speaker": lambda text: read({"donors": [{"kind": "unnamed", "label": text}]}),
    "a citation": lambda text: read({"citations": [{"source": "source", "locator": text}]}),
    "a designation": lambda text: read({"lines": [{"of": [{"kind": "equipment", "designation": text}]}]}),
    "a party": find_party,
    "a text in disguise": lambda text: find_party(type("Name", (str,), {})(text)),
    "languages": lambda text: Sheet([["ID"]], [Column("ID", ["ID"])], languages=["de"] * len(text)),
    "a code": Currency,
    "a period": Period,
    "a calibre": Calibre.parse,
    "a quantity": units.parse,
    "a locale": lambda text: describe(Period("2024"), text),
    "words": lambda text: Text({"en": text}).in_language(text),
    "a weapon": find_designation,
    "a cell": lambda text: kiel.read([["ID", "Countries"], [text, text]], amounts="eur"),
    "a number": lambda text: kiel.read([["ID", "Countries"], [1 << len(text), 1 << len(text)]], amounts="eur"),
    "a cell of rows": lambda text: from_rows([{"record": text, "id": text, text: text}]),
    "a document": loads,
}


@pytest.mark.parametrize("ask", LONG.values(), ids=LONG)
def test_nothing_long_is_kept(ask: Callable[[str], object]) -> None:
    def asked(at: int, length: int) -> None:
        with suppress(UkraineSupportError):
            ask(f"{at}" + "x" * length)

    asked(0, 1)
    gc.collect()
    tracemalloc.start()
    for at in range(6):
        asked(at, 200_000)
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 200_000


def drone() -> Any:
    """A class as the cell of a notebook defines it, which holds another of the cell."""
    maker = dataclass(type("Maker", (), {"__annotations__": {"name": str}, "__module__": "notebook"}))
    body = {"__annotations__": {"kind": ClassVar[str], "maker": maker | None}, "maker": None}
    body |= {"kind": "test-memory.drone", "__module__": "notebook", "__qualname__": "Drone"}
    return maker, attrs.frozen(kw_only=True)(type("Drone", (Munition,), body))


def test_a_cell_that_runs_again_keeps_none_of_its_classes_and_no_text_of_their_functions() -> None:
    replaced: list[ref[type]] = []
    for at in range(12):
        maker, cls = drone()
        made = cls(maker=maker("Anna"))
        converter = make_converter()
        assert loads(dumps(made), cls) == made
        assert converter.structure(converter.unstructure(made), cls) == made
        replaced += [ref(maker), ref(cls)]
        if at == 1:
            gc.collect()
            texts = len(linecache.cache)
    del maker, cls, made, converter
    gc.collect()
    assert sum(one() is not None for one in replaced) <= 2
    assert len(linecache.cache) <= texts


def test_types_that_a_caller_makes_without_end_are_not_all_kept() -> None:
    class Mark:
        """In place of a class of the caller's."""

    marks = []
    for _ in range(1_500):
        mark = Mark()
        assert loads("5", Annotated[int, mark]) == 5
        marks.append(ref(mark))
    del mark
    gc.collect()
    assert sum(one() is not None for one in marks) <= 1_100


def test_a_ledger_that_is_dropped_is_gone_at_once_and_an_error_holds_no_document() -> None:
    ledger = Ledger(commitments=[MilitaryCommitment(id="promise", stage="pledged")])
    ledger["promise"]
    held = ref(ledger)
    del ledger
    assert held() is None
    gc.collect()
    tracemalloc.start()
    text = json.dumps({"version": 1, "sources": [{"id": "a", "title": 5, "note": "x" * 1_000_000}]})
    try:
        loads(text)
    except UkraineSupportError as error:
        found = error.with_traceback(None)
    del text
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.__cause__ is None
    assert kept < 200_000
