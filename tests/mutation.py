"""Mutation testing: small changes to the source, of which the tests of its package must notice nearly all.

    python tests/mutation.py --sample 100                   a sample of all modules, the same at every call
    python tests/mutation.py --sample 20 --under _promises  of those whose path holds the word
    python tests/mutation.py --seed 7                       another sample, of 1,000

Each mutant is a copy of the package in which one expression is changed; it is killed if the tests fail or take too
long. Those that survive are printed as a list, and `tests/survivors.txt` says of each known one why. It takes hours:
no gate runs it. It ends with status 1 where fewer than 94 of a hundred are killed.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
PACKAGE: Final = ROOT / "src" / "ukraine_support"
TESTS: Final = {
    "_model": "tests/model",
    "analysis": "tests/laws/test_what_counts.py tests/laws/test_what_claims_come_to.py tests/laws/test_quantities.py "
    "tests/analysis",
    "serialisation": "tests/serialisation",
    "interchange": "tests/interchange",
}
"""The packages that are tried, each with its tests, the quickest to fail first."""
KILLED: Final = 0.94
SECONDS: Final = 1_200
"""For the tests of one mutant; what takes longer counts as killed, as an endless loop does."""
COMPARISONS: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ARITHMETIC: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Mod: ast.Mult,
}  # fmt: skip
CALLS: Final = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}


class Mutant(NamedTuple):
    """One change: the part of the source that begins and ends at these characters, and what stands there instead."""

    path: Path
    line: int
    start: int
    end: int
    old: str
    new: str

    def told(self) -> str:
        """The change in a line."""
        name = self.path.relative_to(PACKAGE).as_posix()
        return f"{name}:{self.line}: {' '.join(self.old.split())} -> {' '.join(self.new.split())}"


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
    for node in expressions(ast.parse(text)):
        start = lines[node.lineno - 1] + node.col_offset
        end = lines[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        old = data[start:end].decode()
        for other in changed(node):
            yield Mutant(path, node.lineno, start, end, old, f"({ast.unparse(ast.fix_missing_locations(other))})")


def expressions(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions that are worked out when the program runs; f-strings as a whole, which 3.11 does not place."""
    if isinstance(node, ast.JoinedStr):
        return
    if isinstance(node, ast.expr):
        yield node
    skipped = {"annotation", "returns", "decorator_list", "bases", "type_params"}
    for name, held in ast.iter_fields(node):
        if name not in skipped:
            for child in held if isinstance(held, list) else [held]:
                if isinstance(child, ast.AST):
                    yield from expressions(child)


def is_killed(mutant: Mutant, tests: list[str]) -> bool:
    """Whether the tests notice the change, in a copy of the package of its own."""
    with TemporaryDirectory() as folder:
        shutil.copytree(PACKAGE, Path(folder) / PACKAGE.name)
        data = mutant.path.read_bytes()
        copy = Path(folder) / mutant.path.relative_to(PACKAGE.parent)
        copy.write_bytes(data[: mutant.start] + mutant.new.encode() + data[mutant.end :])
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
        setting = os.environ | {"PYTHONPATH": folder, "HYPOTHESIS_PROFILE": "brief", "PYTHONDONTWRITEBYTECODE": "1"}
        running = subprocess.Popen(
            command, cwd=ROOT, env=setting, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            return running.wait(SECONDS) != 0
        except subprocess.TimeoutExpired:
            running.kill()
            return True


def main() -> None:
    """Read the arguments, try the sample, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sample", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--under", default="", help="only modules whose path holds this")
    asked = parser.parse_args()
    paths = [path for package in TESTS for path in sorted((PACKAGE / package).rglob("*.py"))]
    every = [mutant for path in paths if asked.under in path.as_posix() for mutant in mutants(path)]
    sample = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))
    print(f"{len(sample)} of {len(every)} mutants", flush=True)
    survivors = []
    for at, mutant in enumerate(sample):
        begun = monotonic()
        package = mutant.path.relative_to(PACKAGE).parts[0]
        killed = is_killed(mutant, TESTS[package].split())
        print(
            f"{at + 1}: {'killed' if killed else 'SURVIVED'} {mutant.told()} ({monotonic() - begun:.0f} s)", flush=True
        )
        if not killed:
            survivors.append(mutant)
    share = 1 - len(survivors) / max(len(sample), 1)
    print(f"{share:.1%} of {len(sample)} are killed", *(mutant.told() for mutant in survivors), sep="\n")
    sys.exit(share < KILLED)


if __name__ == "__main__":
    main()
