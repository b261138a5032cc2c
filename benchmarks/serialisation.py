"""How long a whole document takes to read and to write, and what it takes up, beside pydantic.

Each runs in a process of its own, in turn, and what is compared is the median of the ratios of each round. Pydantic's
models (`peers_pydantic.py`) do the checks that the library does, which is tried first on documents with a fault each.

Run from the root of the repository: `python -m benchmarks.serialisation`, with `--quick` for a first look.
"""

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final, NamedTuple

from . import document

OURS, PYDANTIC = "ours", "pydantic"
MODULES: Final = {
    OURS: "ukraine_support.serialisation",
    PYDANTIC: "benchmarks.peers_pydantic",
}
AT_LEAST: Final = {
    ("loads", PYDANTIC): 1.0,
    ("dumps", PYDANTIC): 1.0,
}
"""How many times as long as ours a peer should take."""
WORK: Final = {"loads": "loads", "loads without gc": "loads, collector off", "dumps": "dumps"}
KEPT_AT_MOST = 0.33
"""Memory kept per record, as a part of what pydantic's models keep."""
PEAK_AT_MOST = 20.0
"""Memory that is in use while loading above what is kept, in sizes of the document."""
GROWTH_AT_MOST: Final = {"off": 1.25, "on": 2.0}
"""Time per record at the largest size over that at the smallest, with the garbage collector off and on."""


class Size(NamedTuple):
    commitments: int
    rounds: int
    scaling: tuple[int, ...]


FULL: Final = Size(10_000, 5, (500, 5_000, 50_000))
QUICK: Final = Size(1_000, 3, (250, 1_000, 4_000))


# In a process of its own.


def checked(loads: Callable[[str], Any], dumps: Callable[[Any], str], _: str) -> dict[str, Any]:
    """Which faults a variant does not refuse, and whether it writes what it read."""
    right = document.text(500)
    accepted = [name for name, text in document.faulty().items() if _reads(loads, text)]
    same = json.loads(dumps(loads(right))) == json.loads(right)
    return {"accepted": accepted, "same": same}


def _reads(loads: Callable[[str], Any], text: str) -> bool:
    try:
        loads(text)
    except Exception:  # whatever a variant refuses with
        return False
    return True


def timed(loads: Callable[[str], Any], dumps: Callable[[Any], str], text: str) -> dict[str, float]:
    """Seconds to read and to write a document, once warm."""
    dumps(loads(document.text(100)))
    reading, ledger = _seconds(loads, text)
    writing = min(_seconds(dumps, ledger)[0] for _ in range(2))
    del ledger
    gc.disable()
    return {"loads": reading, "loads without gc": _seconds(loads, text)[0], "dumps": writing}


def _seconds(work: Callable[[Any], Any], given: Any) -> tuple[float, Any]:
    gc.collect()
    start = perf_counter()
    result = work(given)
    return perf_counter() - start, result


def weighed(loads: Callable[[str], Any], dumps: Callable[[Any], str], text: str) -> dict[str, int]:
    """Bytes that a ledger keeps, and that reading it needs besides."""
    dumps(loads(document.text(100)))
    gc.collect()
    tracemalloc.start()
    ledger = loads(text)
    peak = tracemalloc.get_traced_memory()[1]
    gc.collect()
    kept = tracemalloc.get_traced_memory()[0]
    del ledger
    return {"kept": kept, "besides": peak - kept}


def scaled(loads: Callable[[str], Any], dumps: Callable[[Any], str], text: str) -> dict[str, float]:
    """Seconds to read a document, with the collector on and off: the median of as many times as it takes to be sure."""
    dumps(loads(document.text(100)))
    times = max(1, min(15, 20_000_000 // len(text)))
    found = {}
    for collector, switch in (("on", gc.enable), ("off", gc.disable)):
        switch()
        found[collector] = median(_seconds(loads, text)[0] for _ in range(times))
    return found


TASKS: Final[dict[str, Callable[..., dict[str, Any]]]] = {
    task.__name__: task for task in (checked, timed, weighed, scaled)
}


def work(variant: str, task: str, path: str) -> None:
    """Do one task with one variant, and print what came out."""
    module = import_module(MODULES[variant])
    print(json.dumps(TASKS[task](module.loads, module.dumps, Path(path).read_text(encoding="utf-8"))))


# In the process that compares.


def run(variant: str, task: Callable[..., Any], path: Path) -> Any:
    """What a task gives in a fresh process."""
    command = [sys.executable, "-m", __spec__.name, "--worker", variant, task.__name__, str(path)]
    root = Path(__file__).parents[1]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=root).stdout)


def verdict(kept: bool) -> str:
    return "OK" if kept else "over"


def compare_checks(path: Path) -> None:
    """Try every variant on right and faulty documents."""
    faults = len(document.faulty())
    for variant in MODULES:
        found = run(variant, checked, path)
        refused = f"refuses {faults - len(found['accepted'])} of {faults} faults"
        print(f"{variant:<18} {refused}, {'writes what it read' if found['same'] else 'WRITES SOMETHING ELSE'}")
        if found["accepted"]:
            print(f"{'':<18} accepts: {', '.join(found['accepted'])}")


def compare_times(path: Path, size: Size) -> None:
    """Read and write in turn, and print medians."""
    rounds = [{variant: run(variant, timed, path) for variant in MODULES} for _ in range(size.rounds)]
    for key, title in WORK.items():
        print(f"\n{title:<24}{'µs a record':>12}{'as long as ours':>18}")
        for variant in MODULES:
            micros = median(times[variant][key] for times in rounds) / (2 * size.commitments) * 1e6
            line = f"  {variant:<22}{micros:>12.1f}"
            if variant != OURS:
                ratio = median(times[variant][key] / times[OURS][key] for times in rounds)
                bound = AT_LEAST.get((key, variant))
                told = "" if bound is None else f", at least {bound}: {verdict(ratio >= bound)}"
                line += f"{ratio:>18.2f}{told}"
            print(line)


def compare_memory(path: Path, size: Size) -> None:
    """Weigh what is kept, and what is needed besides while reading."""
    records, length = 2 * size.commitments, path.stat().st_size
    found = {variant: run(variant, weighed, path) for variant in MODULES}
    print(f"\n{'memory':<24}{'bytes kept a record':>20}{'peak above, documents':>24}")
    for variant, bytes_ in found.items():
        print(f"  {variant:<22}{bytes_['kept'] / records:>20.0f}{bytes_['besides'] / length:>24.2f}")
    share, peak = found[OURS]["kept"] / found[PYDANTIC]["kept"], found[OURS]["besides"] / length
    print(f"  kept, of pydantic's: {share:.2f}, at most {KEPT_AT_MOST}: {verdict(share <= KEPT_AT_MOST)}")
    print(f"  peak above what is kept: {peak:.2f}, at most {PEAK_AT_MOST}: {verdict(peak <= PEAK_AT_MOST)}")


def compare_sizes(folder: Path, size: Size) -> None:
    """Read documents of growing size."""
    found = {}
    for commitments in size.scaling:
        path = written(folder, commitments)
        found[commitments] = run(OURS, scaled, path)
        path.unlink()
    print(f"\n{'loads by size, ours':<24}" + "".join(f"{2 * commitments:>12,}" for commitments in size.scaling))
    for collector, bound in GROWTH_AT_MOST.items():
        micros = [found[commitments][collector] / (2 * commitments) * 1e6 for commitments in size.scaling]
        growth = max(micros) / micros[0]
        line = "".join(f"{each:>12.1f}" for each in micros)
        print(f"  collector {collector:<12}{line}  grows {growth:.2f}, at most {bound}: {verdict(growth <= bound)}")


def written(folder: Path, commitments: int) -> Path:
    """A document in a file."""
    path = folder / f"{commitments}.json"
    path.write_text(document.text(commitments), encoding="utf-8")
    return path


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="2,000 records in place of 20,000")
    parser.add_argument("--worker", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(*options.worker)
        return
    size = QUICK if options.quick else FULL
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = written(folder, size.commitments)
        print(f"{2 * size.commitments:,} records, {path.stat().st_size / 1e6:.1f} MB\n")
        compare_checks(path)
        compare_times(path, size)
        compare_memory(path, size)
        compare_sizes(folder, size)


if __name__ == "__main__":
    main()
