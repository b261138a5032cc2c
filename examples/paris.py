"""Tell what a ledger holds: who promised what, what has arrived according to whom, who stands where, and who says so.

Run it as it is, as of a day, or in another language: `python examples/paris.py 2024-02-26 uk`.
"""

import sys
from datetime import date
from pathlib import Path
from textwrap import fill

from ukraine_support.display import report
from ukraine_support.serialisation import loads

SEED = Path(__file__).parents[1] / "seeds" / "paris-2024.json"
WIDTH = 100


def wrapped(line: str) -> str:
    """A long line as several, those below the first further in."""
    indent = line[: len(line) - len(line.lstrip())]
    return fill(line, WIDTH, subsequent_indent=f"{indent}    ", break_long_words=False)


def main(*arguments: str) -> None:
    days = [date.fromisoformat(argument) for argument in arguments if argument[:1].isdigit()]
    languages = [argument for argument in arguments if not argument[:1].isdigit()]
    ledger = loads(SEED.read_text(encoding="utf-8"))
    told = report(ledger, languages[0] if languages else "en", as_of=days[0] if days else None)
    print(*(line if "  " in line.strip() else wrapped(line) for line in told.splitlines()), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
