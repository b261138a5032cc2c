"""The words of several languages put together, ready to be looked for in cells."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._exact import Number
from ..._model.base.advice import is_iterable
from .languages import ENGLISH, WORDS

LANGUAGES: Final = tuple(WORDS)
"""The languages that cells are read in."""
DASHES: Final = "-–—"
_WORD: Final = re.compile(r"[^\W\d_]+")


class Lexicon:
    """Words of some languages by what they mean: patterns for what stands around numbers and days, and dictionaries.

    Where two of the languages mean different numbers by one word, as English and German do by "billion", the
    dictionary has both. Without a choice of languages English is believed, and the others where it has no such word.
    """

    def __init__(self, languages: Iterable[str], *, english_first: bool) -> None:
        self.languages = tuple(languages)
        tables = [WORDS[language] for language in languages]
        self._entries = {
            name: [word for table in tables for word in _listed(table.get(name, ""))]
            for name in dict.fromkeys(name for table in tables for name in table)
        }
        self.nothing = frozenset(self._entries["nothing"])
        self.about = self._before("about")
        self.at_least = self._before("at least")
        self.at_most = self._before("at most")
        self.exactly = self._before("exactly")
        self.about_after = self._after("about, after")
        self.at_least_after = self._after("at least, after")
        self.at_most_after = self._after("at most, after")
        self.ranges = tuple(self._pairs("range"))
        joined = rf"(?:,| ?;|,? (?:{_alternatives(self._entries['and'])}))? "
        self.bounded_twice = tuple(
            (re.compile(rf"{one.pattern}(.+?){joined}{other.pattern}(.+)"), low, high)
            for one, other, low, high in ((self.at_least, self.at_most, 1, 2), (self.at_most, self.at_least, 2, 1))
        )
        self.numbers = _values(tables, "numbers", english_first=english_first)
        self.sizes = _values(tables, "sizes", english_first=english_first)
        self.many = _values(tables, "many", english_first=english_first)
        self.sizes_and_many = {**self.sizes, **self.many}
        self.several = self._before("several")
        self.fillers = frozenset(self._entries["fillers"])
        self.things = self.fillers | frozenset(self._entries["units"])
        self.ands = frozenset(self._entries["and"])

        self.months = self._numbered("months")
        self.seasons = self._numbered("seasons")
        self.ordinals = self._numbered("ordinals")
        self.quarters = frozenset(" ".join(self._entries["quarters"]).split())
        self.halves = frozenset(" ".join(self._entries["halves"]).split())
        self.day_words = frozenset(self._entries["day words"])
        self.until = self._before("until")
        self.since = self._before("since")
        self.until_after = self._after("until, after")
        self.since_after = self._after("since, after")
        self.around = self._before("around")
        self.unspecified = self._before("unspecified")
        self.spans = tuple(self._pairs("span"))

    def names_size(self, text: str) -> bool:
        """Whether a text has a word such as "million"."""
        return any(word in self.sizes_and_many for word in _WORD.findall(text.casefold()))

    def _before(self, name: str) -> re.Pattern[str]:
        """What finds one of the words at the beginning: behind it a blank stands, or a point, or the number at once."""
        words = [word for word in self._entries[name] if word[-1].isalnum() and len(word) > 1]
        elided = [word for word in self._entries[name] if word[-1] == "'"]
        letters = [word for word in self._entries[name] if word.isalpha() and len(word) == 1]
        signs = [word for word in self._entries[name] if not word[-1].isalnum() and word[-1] != "'"]
        forms = [rf"(?:{_alternatives(words)})(?:\.?,? |\.?(?=\d))"]
        forms += [rf"(?:{_alternatives(elided)}) ?"] if elided else []
        forms += [rf"(?:{_alternatives(letters)})(?:\. ?| )"] if letters else []
        forms += [rf"(?:{_alternatives(signs)}) ?"] if signs else []
        return re.compile(f"(?:{'|'.join(forms)})")

    def _after(self, name: str) -> re.Pattern[str]:
        """What finds one of the words at the end."""
        words = [word for word in self._entries[name] if word[-1].isalnum()]
        signs = [word for word in self._entries[name] if not word[-1].isalnum()]
        forms = [rf",? (?:{_alternatives(words)})\.?", *([rf" ?(?:{_alternatives(signs)})"] if signs else [])]
        return re.compile(f"(.+?)(?:{'|'.join(forms)})")

    def _pairs(self, name: str) -> Iterator[re.Pattern[str]]:
        """What finds two ends: behind the words that open a span, and around those that join its ends."""
        pairs = [pair.split("…") for pair in self._entries[name]]
        for opening, joining in sorted(pairs, key=lambda pair: (-len(pair[0]), -len(pair[1]))):
            before = rf"{re.escape(opening)} " if opening else ""
            yield re.compile(rf"{before}(.+?),? {re.escape(joining)} (.+)")

    def _numbered(self, name: str) -> dict[str, int]:
        """The place of each form in its language's list, from one; each entry holds the forms of one place."""
        found: dict[str, int] = {}
        entries = self._entries[name]
        size = {"months": 12, "seasons": 4, "ordinals": 4}[name]
        for at, forms in enumerate(entries):
            found.update((form, at % size + 1) for form in forms.split())
        return found


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longer ones first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


def _values(tables: Iterable[Mapping[str, str]], name: str, *, english_first: bool) -> dict[str, tuple[Number, ...]]:
    """What each word means: one number, or several where the languages differ."""
    found: dict[str, tuple[Number, ...]] = {}
    english: frozenset[str] = frozenset()
    for table in tables:
        for entry in _listed(table.get(name, "")):
            word, _, digits = entry.partition("=")
            value = Decimal(digits) if "." in digits else int(digits)
            if value not in found.get(word, ()) and not (english_first and word in english):
                found[word] = (*found.get(word, ()), value)
        english = english or frozenset(found)
    return found


@lru_cache
def _lexicon(languages: tuple[str, ...] | None) -> Lexicon:
    chosen = LANGUAGES if languages is None else dict.fromkeys((ENGLISH, *languages))
    return Lexicon(chosen, english_first=languages is None)


def lexicon_of(languages: Iterable[str] | None, where: str) -> Lexicon:
    """The words of some languages, English always among them; of all, where none are named.

    Raises:
        InvalidValueError: A language is not known.
        WrongTypeError: The languages are no texts.
    """
    given = (languages,) if isinstance(languages, str) else languages
    accepted = f"pass some of {', '.join(map(repr, LANGUAGES))}"
    if given is not None:
        if not is_iterable(given):
            raise WrongTypeError(f"{where}: languages", f"{shown(given)} is a {type(given).__name__}", accepted)
        given = tuple(given)
        for language in given:
            if not isinstance(language, str) or language not in WORDS:
                raise InvalidValueError(f"{where}: languages", f"{shown(language)} is no language known here", accepted)
        given = tuple(dict.fromkeys(given))
    return _lexicon(given)


ALL: Final = lexicon_of(None, "")
