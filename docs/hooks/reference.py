"""What the reference says besides the docstrings: an extension of griffe, which mkdocstrings reads the sources with.

A class's page names the words of an enumeration, the word `kind` by which documents name the class, the fields that
nobody passes because they follow from others, and the errors that its base documents for both.
"""

from enum import Enum
from typing import Any

import attrs
import griffe


class Reference(griffe.Extension):
    """Adds sections to the docstrings of classes, once all of them are read."""

    def on_class(self, *, cls: griffe.Class, **_: Any) -> None:
        """Say what the running class knows and its source does not show."""
        if cls.docstring is None:
            return
        running = griffe.dynamic_import(cls.path)
        sections = cls.docstring.parsed
        if issubclass(running, Enum):
            _take_members(cls, sections)
        if isinstance(running.__dict__.get("kind"), str):
            sections.insert(1, griffe.DocstringSectionText(f'Its `kind`, in documents, is `"{running.kind}"`.'))
        if attrs.has(running):
            _title_derived_fields(sections)
        _inherit_errors(cls, sections)


def _take_members(cls: griffe.Class, sections: list[griffe.DocstringSection]) -> None:
    """A table reads better than a heading for each word."""
    rows = []
    for name, member in list(cls.members.items()):
        if isinstance(member, griffe.Attribute) and not name.startswith("_"):
            words = " ".join(member.docstring.value.split()) if member.docstring else ""
            rows.append(f"| `{name}` | `{str(member.value).replace(chr(39), chr(34))}` | {words} |")
            del cls.members[name]
    table = "\n".join(["| Member | Word in documents | Meaning |", "|---|---|---|", *rows])
    sections.insert(1, griffe.DocstringSectionText(table))


def _title_derived_fields(sections: list[griffe.DocstringSection]) -> None:
    for section in sections:
        if isinstance(section, griffe.DocstringSectionAttributes):
            section.title = "Fields that follow from the class:"


def _inherit_errors(cls: griffe.Class, sections: list[griffe.DocstringSection]) -> None:
    if any(isinstance(section, griffe.DocstringSectionRaises) for section in sections):
        return
    for base in cls.mro():
        for section in base.docstring.parsed if base.docstring else ():
            if isinstance(section, griffe.DocstringSectionRaises):
                sections.insert(1, section)
                return
