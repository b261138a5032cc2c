"""Words for people, in one language or several."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias, final

import attrs

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..base.immutable import Immutable

UNDETERMINED: Final = "und"
"""The language tag of words whose language is not said (ISO 639-2)."""
_A_TAG: Final = 'pass one such as "en" or "uk"'
_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def words(value: Any, where: str) -> str:
    """Words that say something and can be written down: not blank, no control characters but line breaks and tabs."""
    if not issubclass(type(value), str):  # a proxy says that it is one
        raise WrongTypeError(where, f"{shown(value)} is a {type(value).__name__}", "pass a string")
    text = str.__str__(value)
    if not text or text.isspace():
        raise InvalidValueError(where, f"{shown(text)} says nothing", "leave it out, or say something")
    held = None if text.isprintable() else CONTROL.search(text)
    if held is not None:
        name = "lone surrogate" if held[0] >= "\ud800" else "control character"
        problem = f"{shown(text)} holds the {name} U+{ord(held[0]):04X} at {held.start()}"
        raise InvalidValueError(where, problem, "pass printable text")
    return text


def plain_text(value: str) -> str:
    """The text itself, where a member of an enumeration or another disguise of one is given."""
    return value if type(value) is str else str.__str__(value)


CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tabs and line breaks, and lone surrogates, which no encoding can write."""


def _languages(value: "Words | tuple[tuple[str, str], ...]") -> tuple[tuple[str, str], ...]:
    if type(value) is str:
        return ((UNDETERMINED, words(value, "Text")),)
    if type(value) is Text:
        return value.languages
    if isinstance(value, tuple):  # as pickles and copies pass it
        value = _pairs(value)
    given = value if isinstance(value, Mapping) else {UNDETERMINED: value}
    if not given:
        raise InvalidValueError("Text", "no words are given", "leave it out, or say something")
    for tag in given:
        if not isinstance(tag, str) or not _TAG.fullmatch(tag):
            raise InvalidValueError("Text", f"{shown(tag)} is no language tag", _A_TAG)
    return tuple(sorted((plain_text(tag), words(text, "Text")) for tag, text in given.items()))


def _pairs(value: tuple[Any, ...]) -> dict[Any, Any]:
    try:
        given = dict(value)
    except (TypeError, ValueError):
        given = {}
    if len(given) < len(value):
        accepted = 'pass a string, or a mapping such as {"en": "…", "uk": "…"}'
        raise InvalidValueError("Text", f"{shown(value)} is no tuple of languages and words, each once", accepted)
    return given


@final
@attrs.frozen(eq=False, repr=False, getstate_setstate=False)
class Text(Immutable):
    """Words for people, in one language or several: a title, a description, a note.

    A plain string is in a language that is not said. Languages are named by tags of
    [BCP 47](https://www.rfc-editor.org/info/bcp47), as IATI's narratives are.

    Raises:
        InvalidValueError: The words are blank or hold control characters, or a language tag is none.

    Examples:
        >>> shells = Text({"en": "shells", "uk": "снаряди"})
        >>> shells.in_language("uk"), shells.in_language("uk-UA"), shells.in_language("pl")
        ('снаряди', 'снаряди', 'shells')
        >>> str(Text("Paris"))
        'Paris'
    """

    languages: tuple[tuple[str, str], ...] = attrs.field(converter=_languages)
    """Pairs of language tag and words, sorted by tag; `und` where the language is not said."""

    def in_language(self, tag: str) -> str:
        """The words in a language: the tag, its shorter forms, words of no said language, English, else the first."""
        if not isinstance(tag, str):
            raise WrongTypeError("Text.in_language", f"{shown(tag)} is a {type(tag).__name__}", _A_TAG)
        known = dict(self.languages)
        nearest = max((held for held in known if f"{tag}-".startswith(f"{held}-")), key=len, default=None)
        if nearest is not None:
            return known[nearest]
        return known.get(UNDETERMINED) or known.get("en") or self.languages[0][1]

    def __str__(self) -> str:
        """The words as they stand where there is one language; with several, the English ones or the first."""
        return self.in_language("en")

    def __repr__(self) -> str:
        plain: Any = self.languages[0][1] if self.languages[0][0] == UNDETERMINED else None
        return f"Text({plain!r})" if plain and len(self.languages) == 1 else f"Text({dict(self.languages)!r})"


Words: TypeAlias = str | Mapping[str, str] | Text
"""What a field of `Text` accepts."""
