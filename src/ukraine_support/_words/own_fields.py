"""Words for what fields hold: those that a class of the user's adds, and those that differ between two records."""

from collections.abc import Iterator
from typing import Any

import attrs

from .._model.base.immutable import is_ours
from .._model.values.estimate import UNKNOWN
from .language import Language
from .wording import worded, wording


def field_value(value: Any, language: Language) -> str:
    """What a field holds; of a class without words of ours, what `str` makes of it."""
    if value is None or value == ():
        return language.say("not stated")
    if isinstance(value, bool):
        return language.say("yes") if value else language.say("no")
    if isinstance(value, tuple) and any(isinstance(each, str | tuple) for each in value):
        return ", ".join(field_value(each, language) for each in value)
    has_words = wording.dispatch(type(value)) is not wording.dispatch(object) or hasattr(value, "__describe__")
    return worded(value, language) if has_words else str(value)


def own_fields(thing: Any, language: Language) -> Iterator[str]:
    """The fields that a class of the user's adds to the library's, each with what is stated in it."""
    ours: Any = next(cls for cls in type(thing).__mro__ if is_ours(cls))
    inherited = {field.name for field in attrs.fields(ours)}
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        if field.name not in inherited and value not in (None, (), UNKNOWN):
            yield language.pair(field.name.replace("_", " "), field_value(value, language))
