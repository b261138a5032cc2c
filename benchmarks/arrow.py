"""How long a ledger takes into Arrow and back, beside the ways that were there before, in the same run.

The ledger is that of `document.py`: so many commitments, and as many claims. Into Arrow is measured against rows of
`to_rows` that pyarrow makes a table of; out of it, against `loads` of the same ledger as JSON.

Run from the root of the repository, with pyarrow installed: `python -m benchmarks.arrow`, with a number of commitments
in place of 10,000.
"""

import gc
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any, Final

import pyarrow

from ukraine_support.interchange import arrow
from ukraine_support.serialisation import dumps, loads, to_rows

from . import document

COUNT: Final = 10_000
ROUNDS: Final = 3
AT_LEAST: Final = {"to_arrow": 3.0, "from_arrow": 1.0}
"""How many times as long as ours the other way should take."""


def seconds(work: Callable[[], Any]) -> float:
    """How long some work takes once."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Measure, and print each time, the ratio and its bound."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    text = document.text(count)
    ledger = loads(text)
    tables = arrow.to_arrow(ledger)
    assert arrow.from_arrow(tables) == ledger, "a ledger comes back as it was"
    text = dumps(ledger)
    pairs: dict[str, tuple[str, Callable[[], Any], Callable[[], Any]]] = {
        "to_arrow": (
            "to_rows, Table.from_pylist",
            lambda: arrow.to_arrow(ledger),
            lambda: pyarrow.Table.from_pylist(to_rows(ledger)),
        ),
        "from_arrow": ("loads", lambda: arrow.from_arrow(tables), lambda: loads(text)),
    }
    print(f"{len(ledger):,} records, pyarrow {pyarrow.__version__}, medians of {ROUNDS} rounds")
    for name, (peer, ours, theirs) in pairs.items():
        rounds = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
        ratio = median(their / our for our, their in rounds)
        our, their = (median(each) for each in zip(*rounds, strict=True))
        kept = "kept" if ratio >= AT_LEAST[name] else "MISSED"
        print(f"{name}: {our:.2f} s; {peer}: {their:.2f} s; {ratio:.1f} times, at least {AT_LEAST[name]:g}: {kept}")


if __name__ == "__main__":
    main()
