"""Closed lists of words: enumerations that say what they accept."""

from enum import Enum
from typing import Any

from .._errors import InvalidValueError, shown


class Vocabulary(Enum):
    """An enumeration whose members are known by words; any other word is refused with the list of those that are."""

    @classmethod
    def _missing_(cls, value: object) -> Any:
        accepted = ", ".join(str(member.value) for member in cls)
        raise InvalidValueError(cls.__name__, f"{shown(value)} is no {cls.__name__}", f"pass one of {accepted}")
