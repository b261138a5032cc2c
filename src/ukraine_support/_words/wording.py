"""How a thing is put into words: by the function registered for its class, or for its nearest ancestor."""

from functools import singledispatch
from typing import Any, Protocol, cast

from .._errors import WrongTypeError, shown
from .._model.values.text import CONTROL
from ..units import is_quantity
from .language import Language
from .pint_quantities import magnitude


class Describes(Protocol):
    """A class of yours that puts itself into words.

    Give a subclass of the library's classes this method, and [`describe`][ukraine_support.display.describe] and
    [`report`][ukraine_support.display.report] use it. Without it, they use the wording of the nearest ancestor.

    Examples:
        >>> from typing import ClassVar
        >>> import attrs
        >>> from ukraine_support import Munition, Text
        >>> from ukraine_support.display import describe
        >>> @attrs.frozen(kw_only=True)
        ... class Interceptor(Munition):
        ...     kind: ClassVar[str] = "newsroom.interceptor"
        ...     endurance_minutes: int
        ...
        ...     def __describe__(self, locale: str, inherited: str) -> str:
        ...         name = Text({"en": "interceptors", "uk": "перехоплювачі"})
        ...         return f"{name.in_language(locale)} ({self.endurance_minutes} min)"
        >>> describe(Interceptor(endurance_minutes=60), "uk")
        'перехоплювачі (60 min)'
    """

    def __describe__(self, locale: str, inherited: str) -> str:
        """The words for it.

        Args:
            locale: The locale that is asked for, with hyphens, such as `"uk"` or `"pt-BR"`.
            inherited: The wording of the nearest ancestor in the library.
        """
        ...


@singledispatch
def wording(thing: Any, language: Language) -> str:
    """The library's words for a thing."""
    if is_quantity(thing):
        return wording(magnitude(thing), language)
    problem = f"{shown(thing)} is a {type(thing).__name__}"
    raise WrongTypeError("describe", problem, "pass a value, a record or an answer of this library")


def worded(thing: object, language: Language) -> str:
    """The words for a thing: those of its own `__describe__`, or the library's.

    Cells of a source and keys of a caller may hold characters that steer a screen, and break a picture: none is told.
    """
    inherited = _without_control(wording(thing, language))
    if not hasattr(thing, "__describe__"):
        return inherited
    own: Any = cast("Describes", thing).__describe__(language.locale, inherited)
    if not isinstance(own, str):
        problem = f"{shown(own)} is a {type(own).__name__}"
        raise WrongTypeError(f"{type(thing).__name__}.__describe__", problem, "return the words as a string")
    return _without_control(own)


def _without_control(words: str) -> str:
    return words if words.isprintable() else CONTROL.sub("\N{REPLACEMENT CHARACTER}", words)
