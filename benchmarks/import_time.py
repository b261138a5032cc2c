"""How long `import ukraine_support` takes beside `import attrs`: fresh processes, alternating, best of ten.

Both are imported from bytecode, as an installer leaves them; an editable install writes it at the first import.
"""

import os
import subprocess
import sys

ROUNDS = 10
BOUND = 3.0

TIMED = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"
COUNTED = """
import attr._make
finished, build = [], attr._make._ClassBuilder.build_class
attr._make._ClassBuilder.build_class = lambda self: (finished.append(self), build(self))[1]
import ukraine_support
print(len(finished))
"""


def run(program: str) -> str:
    """What a fresh interpreter prints."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def main() -> None:
    """Measure, and print."""
    best = dict.fromkeys(("attrs", "ukraine_support"), float("inf"))
    for module in best:  # once unmeasured, so that bytecode is written
        run(f"import {module}")
    for _ in range(ROUNDS):
        for module in best:
            best[module] = min(best[module], float(run(TIMED.format(module))))
    for module, seconds in best.items():
        print(f"import {module:<16} {seconds * 1000:7.1f} ms")
    ratio = best["ukraine_support"] / best["attrs"]
    print(f"ratio {ratio:.2f}, bound {BOUND}: {'OK' if ratio <= BOUND else 'over'}")
    print(f"attrs classes made: {run(COUNTED).strip()}")


if __name__ == "__main__":
    main()
