"""Functions written as text, one for each class: what lets an object be written in one straight line.

The text is made of the names of attrs' fields and of names made here; nothing that a document says comes into it. As
attrs does with its own, it is put where tracebacks and debuggers find it, as long as the function is there.
"""

import linecache
from collections.abc import Callable
from itertools import count
from typing import Any, Final
from weakref import finalize

_NUMBERS: Final = count()


class Code:
    """The text of a function, and the objects that it speaks of."""

    def __init__(self, head: str) -> None:
        self._lines = [f"def {head}:"]
        self._objects: dict[str, Any] = {}

    def name(self, thing: Any, wanted: str) -> str:
        """A name by which the text can speak of an object: the one wanted, with a number where that is another's."""
        name, number = wanted, 1
        while self._objects.setdefault(name, thing) is not thing:
            number += 1
            name = f"{wanted}_{number}"
        return name

    def add(self, *lines: str, indent: int = 1) -> None:
        """Add lines, so many levels in."""
        self._lines += ("    " * indent + line for line in lines)

    def function(self, of: str) -> Callable[..., Any]:
        """The function that the text defines; `of` says in tracebacks what it is for."""
        file, text = f"<ukraine_support {of} {next(_NUMBERS)}>", "\n".join(self._lines) + "\n"
        found: dict[str, Callable[..., Any]] = {}
        exec(compile(text, file, "exec"), self._objects, found)  # noqa: S102 - none of the text is foreign
        linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
        (function,) = found.values()
        finalize(function, linecache.cache.pop, file, None).atexit = False
        return function
