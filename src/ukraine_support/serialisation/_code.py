"""Python functions written as text: what lets a class be read and written in one straight line.

The text is made of the names of attrs' fields and of names made here; nothing that a document says comes into it.
"""

from collections.abc import Callable
from typing import Any


class Code:
    """The text of a function, and the objects that it speaks of."""

    def __init__(self, head: str) -> None:
        self._lines = [f"def {head}:"]
        self._objects: dict[str, Any] = {}

    def name(self, thing: Any) -> str:
        """A name by which the text can speak of an object."""
        name = f"_{id(thing)}"
        self._objects[name] = thing  # which keeps it, and so its id
        return name

    def add(self, *lines: str, indent: int = 1) -> None:
        """Add lines, so many levels in."""
        self._lines += ("    " * indent + line for line in lines)

    def function(self) -> Callable[..., Any]:
        """The function that the text defines."""
        found: dict[str, Callable[..., Any]] = {}
        exec("\n".join(self._lines), self._objects, found)  # noqa: S102 - none of the text is foreign
        (function,) = found.values()
        return function
