"""Mutation testing: small changes to the source, of which the tests must notice nearly all.

    python tests/mutation.py --sample 100                   a sample of all modules, the same at every call
    python tests/mutation.py --sample 20 --under _promises  of those whose path holds the word
    python tests/mutation.py --seed 7 --workers 2           another sample, of 1,000, tried two at a time
    python tests/mutation.py --again tests/survivors.txt    those that a file lists, wherever their lines are by now

A mutant is the package with one expression changed. It is killed if a test fails, takes too long or needs too much
memory. First every test runs once, to learn which lines it reaches and how long it takes; that is kept in the folder of
`--kept` for the next call on the same source. Then each mutant meets the tests that reach it, the quick ones first, for
at most a minute of the processor. Those that survive are printed as a list, and `tests/survivors.txt` says of each
known one why. It takes hours: no gate runs it. It ends with status 1 where fewer than 94 of a hundred are killed.

A change inside a function is made in a fork of this process, which has collected the tests already. A change of what a
module does when it is imported, and whatever survives in a fork, is tried in a process of its own.
"""

import argparse
import ast
import gc
import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, process_time
from types import CodeType, FunctionType
from typing import Final, NamedTuple, NoReturn

import coverage
import pytest
from _pytest.runner import runtestprotocol

ROOT: Final = Path(__file__).parents[1]
PACKAGE: Final = ROOT / "src" / "ukraine_support"
PACKAGES: Final = ("_model", "analysis", "serialisation", "interchange")
"""Where changes are made."""
KILLED: Final = 0.94
SECONDS: Final = 60.0
"""Of the processor, for the tests of one mutant."""
LONGEST_TEST: Final = 5.0
"""A test that takes longer is left out."""
MEMORY: Final = 8 * 2**30
CONTROLS: Final = 20
"""Times that the tests of a mutant are asked of the package as it is, which must pass them."""
LIVED, DIED, UNTRIED, FAILED = range(4)
"""How a fork ends: no test failed, one did, the change could not be made in it, or it broke."""
COMPARISONS: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ARITHMETIC: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Mod: ast.Mult,
}  # fmt: skip
CALLS: Final = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}


# Changes


class Mutant(NamedTuple):
    """One change: the part of the source that begins and ends at these bytes, and what stands there instead."""

    path: Path
    lines: range
    in_function: bool
    start: int
    end: int
    old: str
    new: str

    def told(self) -> str:
        """The change in a line."""
        name = self.path.relative_to(PACKAGE).as_posix()
        return f"{name}:{self.lines[-1]}: {' '.join(self.old.split())} -> {' '.join(self.new.split())}"

    def source(self) -> bytes:
        """The module with the change."""
        data = self.path.read_bytes()
        return data[: self.start] + self.new.encode() + data[self.end :]


def changed(node: ast.expr) -> Iterator[ast.expr]:
    """What may stand where an expression stands, each a fault that somebody could have made."""
    match node:
        case ast.Compare(left, [operator], [right]):
            yield ast.Compare(left, [COMPARISONS[type(operator)]()], [right])
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.And() if isinstance(operator, ast.Or) else ast.Or(), values)
            yield values[0]
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.UnaryOp(ast.USub(), operand):
            yield operand
        case ast.BinOp(left, operator, right) if type(operator) in ARITHMETIC:
            yield ast.BinOp(left, ARITHMETIC[type(operator)](), right)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)
        case ast.Call(ast.Name(name), arguments, keywords) if name in CALLS:
            yield ast.Call(ast.Name(CALLS[name]), arguments, keywords)
        case ast.Tuple(elts) if len(elts) > 2:
            yield ast.Tuple(elts[:-1])


def mutants(path: Path) -> Iterator[Mutant]:
    """The changes that a module may suffer; none to annotations, docstrings and decorators."""
    text = path.read_text(encoding="utf-8")
    lines = [0]
    for line in text.splitlines(keepends=True):
        lines.append(lines[-1] + len(line.encode()))
    data = text.encode()
    for statement, in_function, node in expressions(ast.parse(text)):
        start = lines[node.lineno - 1] + node.col_offset
        end = lines[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        old = data[start:end].decode()
        for other in changed(node):
            new = f"({ast.unparse(ast.fix_missing_locations(other))})"
            yield Mutant(path, range(statement, node.lineno + 1), in_function, start, end, old, new)


def unnumbered(told: str) -> str:
    """What is told of a change, without the number of its line."""
    path, _, rest = told.partition(":")
    return path + rest.lstrip("0123456789")


def expressions(node: ast.AST, statement: int = 0, in_function: bool = False) -> Iterator[tuple[int, bool, ast.expr]]:
    """The expressions that are worked out when the program runs, each with the line where its statement begins.

    f-strings are left out as a whole: Python 3.11 does not say where their parts stand. So is the `strict` of `zip`: it
    asserts what is so anyway, and so changes nothing.
    """
    if isinstance(node, ast.JoinedStr):
        return
    if isinstance(node, ast.stmt):
        statement = node.lineno
    if isinstance(node, ast.expr):
        yield statement, in_function, node
    if isinstance(node, ast.keyword) and node.arg == "strict":
        return
    skipped = {"annotation", "returns", "decorator_list", "bases", "type_params"}
    for name, held in ast.iter_fields(node):
        if name not in skipped:
            inside = in_function or (isinstance(node, ast.FunctionDef | ast.Lambda) and name == "body")
            for child in held if isinstance(held, list) else [held]:
                if isinstance(child, ast.AST):
                    yield from expressions(child, statement, inside)


def drawn(every: Sequence[Mutant], seed: int) -> list[Mutant]:
    """All in an order of chance, which for two of them stays the same however the source changes around them."""
    seen: Counter[str] = Counter()
    keys = {}
    for mutant in every:
        change = f"{mutant.path.relative_to(PACKAGE)} {mutant.old} {mutant.new}"
        seen[change] += 1
        keys[mutant] = hashlib.sha256(f"{seed} {seen[change]} {change}".encode()).digest()
    return sorted(every, key=lambda mutant: keys[mutant])


# What the tests reach


class Reached(NamedTuple):
    """Which tests there are, how long each takes, and which of them reach a line of a module."""

    seconds: dict[str, float]
    tests: dict[str, dict[int, list[str]]]

    def of(self, mutant: Mutant, wherever: bool = False) -> list[str]:
        """The tests that reach a mutant, or its module: of its package first, of each function in turn the quickest."""
        path = mutant.path.relative_to(PACKAGE)
        module, home = self.tests.get(path.as_posix(), {}), f"tests/{path.parts[0].strip('_')}/"
        lines = module if wherever or not mutant.in_function else mutant.lines
        found = {test for line in lines for test in module.get(line, ())} & self.seconds.keys()
        by_function: dict[str, list[str]] = defaultdict(list)
        for test in sorted(found, key=lambda test: (self.seconds[test], test)):
            by_function[test.partition("[")[0]].append(test)
        turns = [
            (not test.startswith(home), turn, self.seconds[test], test)
            for tests in by_function.values()
            for turn, test in enumerate(tests)
        ]
        chosen, left = [], SECONDS
        for _, _, seconds, test in sorted(turns):
            if left > 0:
                chosen.append(test)
                left -= seconds
        return chosen


def look(items: Sequence[pytest.Item], kept: Path, workers: int) -> Reached:
    """Run each test once under coverage; those that fail or take long are not asked again."""
    seconds: dict[str, float] = {}
    tests: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    files = [kept / f"{worker}" for worker in range(workers)]
    for pid in [fork(_look, items[worker::workers], file) for worker, file in enumerate(files)]:
        os.waitpid(pid, 0)
    for file in files:
        seconds |= json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        data = coverage.CoverageData(str(file.with_suffix(".coverage")))
        data.read()
        for path in data.measured_files():
            for line, contexts in data.contexts_by_lineno(path).items():
                tests[Path(path).relative_to(PACKAGE).as_posix()][line] += filter(None, contexts)
    return Reached(seconds, tests)


def _look(items: Sequence[pytest.Item], file: Path) -> None:
    tool = coverage.Coverage(file.with_suffix(".coverage"), config_file=False, source=[str(PACKAGE)])
    seconds: dict[str, float] = {}
    tool.start()
    for item, following in zip(items, [*items[1:], None], strict=True):
        tool.switch_context(item.nodeid)
        start = process_time()
        passed = not fails(item, following)
        taken = process_time() - start
        tool.switch_context("")
        if passed and taken <= LONGEST_TEST:
            seconds[item.nodeid] = round(taken, 4)
    tool.stop()
    tool.save()
    file.with_suffix(".json").write_text(json.dumps(seconds), encoding="utf-8")


def reached(items: Sequence[pytest.Item], kept: Path, workers: int) -> Reached:
    """What an earlier call has learned of this source, or what `look` finds."""
    every = [*sorted(PACKAGE.rglob("*.py")), *sorted((ROOT / "tests").rglob("test_*.py"))]
    state = hashlib.sha256(b"".join(path.read_bytes() for path in every)).hexdigest()[:16]
    folder = kept / state
    file = folder / "reached.json"
    if file.exists():
        names, seconds, tests = json.loads(file.read_text(encoding="utf-8"))
        by_line = {
            path: {int(at): [names[one] for one in held] for at, held in lines.items()} for path, lines in tests.items()
        }
        return Reached(seconds, by_line)
    folder.mkdir(parents=True, exist_ok=True)
    found = look(items, folder, workers)
    numbers = {test: at for at, test in enumerate(item.nodeid for item in items)}
    by_line = {
        path: {at: [numbers[one] for one in held] for at, held in lines.items()} for path, lines in found.tests.items()
    }
    file.write_text(json.dumps([[*numbers], found.seconds, by_line]), encoding="utf-8")
    return found


# Trying


def fork(do: Callable[..., int | None], *given: object) -> int:
    """Do something in a fork of this process, which ends with what is returned as its status; the fork's number."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    try:
        os._exit(do(*given) or 0)
    finally:
        os._exit(FAILED)


def fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Whether a test fails; what the following one needs too stays."""
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def codes(source: bytes, path: Path) -> dict[tuple[str, int], list[CodeType]]:
    """The codes of a module's functions, by their names and first lines."""
    found: dict[tuple[str, int], list[CodeType]] = defaultdict(list)
    left = [compile(source, str(path), "exec", dont_inherit=True)]
    while left:
        code = left.pop()
        found[code.co_qualname, code.co_firstlineno].append(code)
        left += [held for held in code.co_consts if isinstance(held, CodeType)]
    return found


def put_in(mutant: Mutant) -> bool:
    """Change the functions of this process; whether that was possible for all of them."""
    old, new = codes(mutant.path.read_bytes(), mutant.path), codes(mutant.source(), mutant.path)
    done = False
    for function in gc.get_objects():
        if type(function) is FunctionType and function.__code__.co_filename == str(mutant.path):
            key = function.__code__.co_qualname, function.__code__.co_firstlineno
            if old[key] != new[key]:
                if len(new[key]) != 1 or new[key][0].co_freevars != function.__code__.co_freevars:
                    return False
                function.__code__ = new[key][0]
                done = True
    return done


def try_in_fork(mutant: Mutant | None, items: Sequence[pytest.Item]) -> int:
    """What becomes of a mutant, or of the package as it is, in this process, which is its own."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(3 * SECONDS), int(4 * SECONDS)))  # a signal ends it
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    if mutant and not put_in(mutant):
        return UNTRIED
    return DIED if any(map(fails, items, [*items[1:], None])) else LIVED


def status_of(mutant: Mutant | None, items: Sequence[pytest.Item]) -> int:
    """How a fork ends that tries it."""
    status = os.waitpid(fork(try_in_fork, mutant, items), 0)[1]
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else DIED


def is_killed_alone(mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether the tests notice the change, in a copy of the package and a process of its own."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(PACKAGE, folder / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / mutant.path.relative_to(PACKAGE.parent)).write_bytes(mutant.source())
        asked = folder / "tests.txt"  # doctests of the source are of its own files, not of the copy
        asked.write_text("\n".join(test for test in tests if not test.startswith("src/")), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"@{asked}"]
        setting = os.environ | {"PYTHONPATH": name, "PYTHONDONTWRITEBYTECODE": "1"}
        running = subprocess.Popen(
            command, cwd=ROOT, env=setting, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0
        )
        try:
            return running.wait(20 * SECONDS) != 0
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return True


def is_killed(mutant: Mutant, items: dict[str, pytest.Item], known: Reached) -> bool:
    """Whether the tests notice the change.

    What survives where it is reached meets the tests of the whole module: of a result that is kept, only the first that
    asks is known.
    """
    if mutant.in_function and status_of(mutant, [items[test] for test in known.of(mutant)]) in {DIED, FAILED}:
        return True
    tests = known.of(mutant, wherever=True)
    return bool(tests) and is_killed_alone(mutant, tests)


class Trying:
    """Tries the mutants where pytest would run the tests that it has collected."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self._asked = asked

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try them, and end with the status that says whether enough are killed."""
        paths = [path for package in PACKAGES for path in sorted((PACKAGE / package).rglob("*.py"))]
        every = [mutant for path in paths if self._asked.under in path.as_posix() for mutant in mutants(path)]
        sample = drawn(every, self._asked.seed)[: self._asked.sample]
        if self._asked.again:
            listed = set(map(unnumbered, self._asked.again.read_text(encoding="utf-8").splitlines()))
            sample = [mutant for mutant in every if unnumbered(mutant.told()) in listed]
        items = {item.nodeid: item for item in session.items}
        known = reached(session.items, self._asked.kept, self._asked.workers)
        print(f"\n{len(sample)} of {len(every)} mutants, {len(known.seconds)} tests", flush=True)
        for mutant in sample[:CONTROLS]:
            if status_of(None, [items[test] for test in known.of(mutant)]) != LIVED:
                raise SystemExit(f"tests fail although nothing is changed: those of {mutant.told()}")
        with TemporaryDirectory() as folder:
            workers = range(self._asked.workers)
            parts = [sample[worker :: len(workers)] for worker in workers]
            files = [Path(folder) / str(worker) for worker in workers]
            for pid in [fork(self._try, *each, items, known) for each in zip(parts, files, strict=True)]:
                os.waitpid(pid, 0)
            told = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
        share = 1 - len(told) / max(len(sample), 1)
        print(f"{share:.1%} of {len(sample)} are killed", *told, sep="\n", flush=True)
        os._exit(share < KILLED)

    def _try(self, sample: Sequence[Mutant], survivors: Path, items: dict[str, pytest.Item], known: Reached) -> None:
        """Try some of them, and write down those that survive."""
        survivors.touch()
        for at, mutant in enumerate(sample):
            begun = monotonic()
            killed = is_killed(mutant, items, known)
            state = "killed" if killed else "SURVIVED"
            print(f"{at + 1}: {state} {mutant.told()} ({monotonic() - begun:.0f} s)", flush=True)
            if not killed:
                with survivors.open("a", encoding="utf-8") as file:
                    print(mutant.told(), file=file)


def main() -> NoReturn:
    """Read the arguments, try the sample, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sample", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--again", type=Path, help="a file that lists the mutants to try, in place of a sample")
    parser.add_argument("--under", default="", help="only modules whose path holds this")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--kept", type=Path, default=ROOT / ".mutation", help="where what tests reach is kept")
    parser.add_argument("tests", nargs="*", default=["src", "tests"])
    asked = parser.parse_args()
    os.environ["HYPOTHESIS_PROFILE"] = "brief"
    os.chdir(ROOT)
    sys.exit(pytest.main(["-q", "-s", "-p", "no:cacheprovider", *asked.tests], plugins=[Trying(asked)]))


if __name__ == "__main__":
    main()
