"""Writes the module that tells the schema what each field of the model is: the first paragraph of its docstring.

Run it from the repository's root after a change to such a docstring, and commit what it writes:

    PYTHONPATH=tests .venv/bin/python -m field_descriptions
"""

import ast
import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import ukraine_support

PACKAGE: Final = Path(ukraine_support.__file__).parent
TARGET: Final = PACKAGE / "serialisation" / "_schema" / "descriptions.py"
WIDTH: Final = 120
HEAD: Final = '''"""What each field of the model is, as its docstring says, which Python itself does not keep.

`tests/field_descriptions.py` writes this module; a test holds that it would write it again.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
'''
TAIL: Final = '''    }
)
"""Class and field to what the field is."""
'''


def descriptions() -> Iterator[tuple[str, str]]:
    """Each field that a constructor takes, with its description: documents say `null` for `None`."""
    for module in sorted((PACKAGE / "_model").rglob("*.py")):
        for cls in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(cls, ast.ClassDef):
                yield from _of_class(cls)


def _of_class(cls: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(cls.body, cls.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr) and field.value is not None:
            stated = ast.unparse(field.value)
            if stated.startswith("attrs.field(") and "init=False" not in stated:
                paragraph = " ".join(ast.literal_eval(below.value).partition("\n\n")[0].split())
                yield f"{cls.name}.{ast.unparse(field.target)}", paragraph.replace("None", "null")


def module_text() -> str:
    """The module, formatted as `ruff format` leaves it."""
    return HEAD + "".join(_entry(name, text) for name, text in sorted(descriptions())) + TAIL


def _entry(name: str, text: str) -> str:
    line = f'        "{name}": {_quoted(text)},\n'
    if len(line) <= WIDTH + 1:
        return line
    pieces = textwrap.wrap(text, WIDTH - 15, break_long_words=False)
    lines = [f"            {_quoted(piece + ' ' * (piece is not pieces[-1]))}\n" for piece in pieces]
    return "".join([f'        "{name}": (\n', *lines, "        ),\n"])


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text and "'" not in text else json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    TARGET.write_text(module_text(), encoding="utf-8")
