"""Words in a picture: broken into lines that fit a phone, and of characters that can be drawn."""

import re
from typing import Final
from unicodedata import category, east_asian_width

COLUMNS: Final = 44
"""Characters of the running text in a line: what 320 pixels, a small phone's width, hold."""
LARGE_COLUMNS: Final = 34
"""Characters of a title in a line."""
_MOST_LINES: Final = 6
_DAY: Final = re.compile(r"\b([0-9]{1,2}\.?) ")
"""A number of one or two digits, such as the day of a month, stays with what it counts."""
_READ: Final = 1000
"""Characters of a text that are looked at: more could not be shown, however long it is."""


def lines(text: str, columns: int = COLUMNS) -> list[str]:
    """The text in lines, broken at blanks, within words that are too long; cut with "…" where it is far too long."""
    found = [""]
    for word in _DAY.sub("\\1\N{NO-BREAK SPACE}", "".join(map(_drawable, text[:_READ]))).split(" "):
        if found[-1] and _width(found[-1]) + 1 + _width(word) > columns:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip(" ")
        while _width(found[-1]) > columns:
            fitting = _fitting(found[-1], columns)
            found[-1:] = [found[-1][:fitting], found[-1][fitting:]]
    if len(found) > _MOST_LINES or len(text) > _READ:
        found = found[:_MOST_LINES]
        found[-1] = f"{found[-1][: _fitting(found[-1], columns - 1)]}…"
    return found


def _drawable(character: str) -> str:
    """The character, or a blank for one that no document may hold: a control, half of a pair, an unassigned one."""
    return " " if category(character) in ("Cc", "Cs", "Cn") else character


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _fitting(text: str, columns: int) -> int:
    """How many characters of the text fit: at least one."""
    used = 0
    for at, character in enumerate(text):
        used += _width(character)
        if used > columns:
            return max(at, 1)
    return len(text)
