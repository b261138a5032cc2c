"""How long additions and comparisons of `Money` take beside py-moneyed's, on the same amounts in the same run."""

import operator
from collections.abc import Callable
from timeit import repeat
from typing import Any

import moneyed

import ukraine_support

AMOUNTS = [f"{number}.{number % 100:02}" for number in range(1, 1001)]
OURS = [ukraine_support.Money(amount, "EUR") for amount in AMOUNTS]
THEIRS = [moneyed.Money(amount, "EUR") for amount in AMOUNTS]
BOUNDS = {"+": (operator.add, 0.7), "<": (operator.lt, 0.7), "==": (operator.eq, 1.1)}
ROUNDS = 15


def best(operation: Callable[[Any, Any], object], left: list[Any], right: list[Any]) -> float:
    """Seconds for one operation, best of several rounds."""

    def work() -> None:
        for one, other in zip(left, right, strict=True):
            operation(one, other)

    return min(repeat(work, number=10, repeat=ROUNDS)) / (10 * len(left))


def main() -> None:
    """Measure, and print."""
    # Equal amounts in distinct objects, as they come from data: no comparison ends at identity.
    ours = [ukraine_support.Money(amount, "EUR") for amount in AMOUNTS]
    theirs = [moneyed.Money(amount, "EUR") for amount in AMOUNTS]
    for sign, (operation, bound) in BOUNDS.items():
        mine, yours = best(operation, OURS, ours), best(operation, THEIRS, theirs)
        verdict = "OK" if mine / yours <= bound else "over"
        times = f"{mine * 1e9:6.0f} ns against {yours * 1e9:6.0f} ns"
        print(f"{sign:>2}  {times}, ratio {mine / yours:.2f}, bound {bound}: {verdict}")


if __name__ == "__main__":
    main()
