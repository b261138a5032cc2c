"""Fuzz a target for so many minutes and print what came of it.

    PYTHONPATH=tests python -m fuzz --target ledger --minutes 10
    PYTHONPATH=tests python -m fuzz --target rows --minutes 2 --engine hypothesis

Guided by coverage it needs atheris (`pip install --group fuzz`), which runs in a process of its own. What breaks a law
is kept in the folder of `--findings`, one input for each way of failing, and the run goes on. It ends with status 1 if
there is any.
"""

import argparse
import hashlib
import os
import random
import re
import subprocess
import sys
import traceback
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final, NoReturn

TARGETS: Final = (
    *("ledger", "part", "rows", "tables", "text"),
    *("kiel", "sipri", "transactions", "sheet", "cells", "arrow"),
)
LONGEST_INPUT: Final = 20_000
SECONDS_AT_MOST: Final = 5.0
"""For one input, under instrumentation on a busy machine; what takes longer is a finding."""
FINDINGS_AT_MOST: Final = 50
"""Ways of failing that are kept of one run."""


class Run:
    """One run of one target: every input goes through it, and it keeps count."""

    def __init__(self, target: str, findings: Path) -> None:
        from .laws import LAWS

        self._law = LAWS[target]
        self._findings = findings
        self.inputs = self.accepted = 0
        self.slowest = 0.0
        self.found: set[str] = set()

    def take(self, data: bytes) -> None:
        """Put one input to the test."""
        self.inputs += 1
        start = process_time()
        try:
            self.accepted += self._law(data)
            seconds = process_time() - start
            self.slowest = max(self.slowest, seconds)
            assert seconds < SECONDS_AT_MOST, "takes too long"
        except Exception as error:
            self._keep(data, error)

    def _keep(self, data: bytes, error: Exception) -> None:
        """Keep the first input that fails in one way: by what is raised, and where."""
        lines = str(error).splitlines() or [""]
        frames = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
        way = f"{type(error).__name__} {' '.join(frames[-6:])} {re.sub(r'[^a-z ]+', '', lines[-1])[:80]}"
        if way in self.found or len(self.found) >= FINDINGS_AT_MOST:
            return
        self.found.add(way)
        self._findings.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(way.encode()).hexdigest()[:12]
        (self._findings / name).write_bytes(data)
        told = f"{way}\n{str(error)[:2_000]}\n{''.join(traceback.format_exception(error)[-6:])}"
        (self._findings / f"{name}.txt").write_text(told, encoding="utf-8", errors="backslashreplace")

    def figures(self) -> str:
        """What it came to, in a line."""
        counts = f"{self.inputs} inputs, {self.accepted} accepted, {len(self.found)} findings"
        return f"{counts}, slowest {self.slowest * 1000:.0f} ms"


def with_hypothesis(target: str, findings: Path, seconds: float) -> str:
    """Mutations of the seeds by random numbers that hypothesis draws; blind, but it needs nothing else installed."""
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    from .mutations import mutate
    from .seeds import seeds

    run, pool = Run(target, findings), seeds(target)
    end = perf_counter() + seconds

    @settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(pool), st.randoms(use_true_random=True), st.integers(1, 3))
    def explore(data: bytes, choices: random.Random, times: int) -> None:
        for _ in range(times):
            data = mutate(data, choices, pool)
        run.take(data[:LONGEST_INPUT])

    while perf_counter() < end:
        explore()
    return run.figures()


def with_atheris(target: str, findings: Path, minutes: float) -> str:
    """The same in a process of atheris, which keeps what reaches new code and mutates it further."""
    command = [sys.executable, "-m", "fuzz", "--engine", "inside", "--target", target]
    command += ["--minutes", str(minutes), "--findings", str(findings)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    figures = re.findall(r"^figures: (.*)$", done.stdout + done.stderr, re.MULTILINE)
    reached = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", done.stderr)
    if not figures or not reached:
        raise SystemExit(done.stderr[-4_000:])
    edges, features, kept = reached[-1]
    return f"{figures[-1]}; {edges} edges, {features} features, {kept} inputs kept"


def inside_atheris(target: str, findings: Path, seconds: float) -> NoReturn:
    """What the process of atheris does; it ends it."""
    import atheris

    with atheris.instrument_imports(include=["ukraine_support"]):
        run = Run(target, findings)
        from .mutations import mutate
        from .seeds import seeds
    pool, folder = seeds(target), TemporaryDirectory()
    end = perf_counter() + seconds

    def take(data: bytes) -> None:
        run.take(data)
        if perf_counter() > end:
            print(f"figures: {run.figures()}", flush=True)
            folder.cleanup()
            os._exit(0)  # an orderly end would be taken for a crash

    def custom(data: bytes, most: int, number: int) -> bytes:
        choices = random.Random(number)
        if choices.random() < 0.1:
            plain: bytes = atheris.Mutate(data, most)
            return plain
        if choices.random() < 0.3:  # most of what is kept is refused; this is not
            data = choices.choice(pool)
        return mutate(data, choices, pool)[:most]

    for at, data in enumerate(pool):
        (Path(folder.name) / str(at)).write_bytes(data)
    flags = [f"-max_len={LONGEST_INPUT}", "-timeout=60", "-rss_limit_mb=3000", f"-artifact_prefix={findings}/"]
    atheris.Setup([sys.argv[0], *flags, folder.name], take, custom_mutator=custom)
    atheris.Fuzz()
    sys.exit()


def main() -> None:
    """Read the arguments, run, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--target", choices=TARGETS, action="append", help="what to fuzz; by default all, in turn")
    parser.add_argument("--minutes", type=float, default=1.0, help="for each target")
    parser.add_argument("--engine", choices=["atheris", "hypothesis", "inside"], default="atheris")
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    asked = parser.parse_args()
    warnings.simplefilter("error")
    findings = 0
    for target in asked.target or TARGETS:
        kept = asked.findings / target
        kept.mkdir(parents=True, exist_ok=True)
        match asked.engine:
            case "inside":
                inside_atheris(target, kept, 60 * asked.minutes)
            case "atheris":
                told = with_atheris(target, asked.findings, asked.minutes)
            case _:
                told = with_hypothesis(target, kept, 60 * asked.minutes)
        findings += len(list(kept.glob("*")))
        print(f"{target}, {asked.engine}, {asked.minutes:g} min: {told}", flush=True)
    sys.exit(findings > 0)


if __name__ == "__main__":
    main()
