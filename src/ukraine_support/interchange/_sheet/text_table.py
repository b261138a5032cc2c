"""Plain text tables that a reading and its accounts show."""

from collections.abc import Sequence
from typing import Final

_WIDTHS: Final = {"column": 32, "value": 40}
"""Characters of a column's heading and of a value that a table shows at most."""
_WIDEST: Final = 72
"""Characters that it shows of anything else."""


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows below their headings, each cell cut to a width that fits a screen; nothing where there are no rows."""
    if not rows:
        return ""
    most = [_WIDTHS.get(heading, _WIDEST) for heading in headings]
    lines = [headings, *([_cut(str(cell), width) for cell, width in zip(row, most, strict=True)] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = ("  ".join(map(str.ljust, line, widths)) for line in lines)
    return "\n".join(line.rstrip() for line in padded)


def _cut(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 3]}..."
