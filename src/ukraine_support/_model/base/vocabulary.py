"""Closed lists of words: enumerations that say what they accept."""

from enum import Enum, EnumType
from typing import TYPE_CHECKING, Any

from ..._errors import InvalidValueError, WrongTypeError, shown

if TYPE_CHECKING:
    _Words = EnumType  # what calling an enumeration gives, type checkers know better
else:

    class _Words(EnumType):
        """Refuses what is no text before `Enum` looks for it: `Enum` would write the value out, however long it is."""

        def __call__(cls, value: object, *args: Any, **options: Any) -> Any:
            if type(value) is cls:
                return value
            if not isinstance(value, str | cls):
                raise WrongTypeError(cls.__name__, f"{shown(value)} is a {type(value).__name__}", _accepted(cls))
            return super().__call__(value, *args, **options)

        def __getitem__(cls, name: str) -> Any:
            """The member of a name, or of a word."""
            return cls._member_map_.get(name) or cls(name)


class Vocabulary(Enum, metaclass=_Words):
    """An enumeration whose members are known by words; any other word is refused with the list of those that are.

    Raises:
        InvalidValueError: The word is none of them.
        WrongTypeError: What is passed is no word.

    Examples:
        >>> from ukraine_support import Stage, Vocabulary
        >>> issubclass(Stage, Vocabulary), Stage("pledged") is Stage.PLEDGED
        (True, True)
    """

    @classmethod
    def _missing_(cls, value: object) -> Any:
        raise InvalidValueError(cls.__name__, f"{shown(value)} is no {cls.__name__}", _accepted(cls))


def _accepted(cls: type[Enum]) -> str:
    return f"pass one of {', '.join(str(member.value) for member in cls)}"
