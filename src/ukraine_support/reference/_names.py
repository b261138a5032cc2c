"""Parties by their names: English ones first, former and common ones, those of Kiel and SIPRI; others on request."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from .._cldr import territory_names
from .._errors import AmbiguousNameError, InvalidValueError, UnknownNameError, WrongTypeError, shown
from .._iso import CODES_OF_THE_EU, COUNTRIES, FORMER_COUNTRIES
from .._model.base.remembered import remembered
from .._model.fields import ID_LENGTH, several
from .._model.parties import Country, FormerCountry, Organisation, Party, UnnamedParty
from ._organisations import ORGANISATIONS
from ._spellings import (
    NAMES_OF_COUNTRIES,
    NAMES_OF_FORMER_COUNTRIES,
    NAMES_OF_ORGANISATIONS,
    NAMES_OF_PARTS,
    STATES_WITHOUT_CODE,
)

_LOOK_ALIKES: Final = str.maketrans("авеѕіјкмнорԛстухѵԝґ" + "αβεηικμνορτυχζ", "abesijkmhopqctyxvwr" + "abehikmvoptuxz")
"""Cyrillic and Greek small letters that a reader takes for Latin ones. Both sides of a comparison are folded."""
_APOSTROPHES: Final = re.compile("['`´’ʼ]")
_AMONG_INITIALS: Final = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")
"""The point after an initial before another: `U.S.` is `US`."""
_NO_LETTERS: Final = re.compile(r"[^\w*]+|_")
_LONGEST: Final = 1_000
"""Characters that a name may have, with stray blanks; of one letter, folding may make eighteen."""
_NEAR: Final = 3
_CUTOFF: Final = 0.75
_SEPARATE: Final = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
"""Small letters that Unicode does not take apart, and how they are written without their marks."""
_LITTLE: Final = frozenset({"and", "of", "the"})
"""Words by which two spellings of one name differ."""
_IN_FULL: Final[Mapping[str, str]] = {
    "dem": "democratic",
    "eq": "equatorial",
    "fed": "federal",
    "federated": "federal",
    "federation": "federal",
    "herz": "herzegovina",
    "is": "islands",
    "labor": "labour",
    "n": "north",
    "organization": "organisation",
    "program": "programme",
    "rep": "republic",
    "s": "south",
    "st": "saint",
    "sts": "states",
}
"""Words that tables shorten, or that American English spells otherwise, and how they are compared."""


@remembered(4096)
def folded(name: str) -> str:
    """A name without case, diacritics, punctuation, little words and look-alike letters, to compare with others."""
    taken_apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.casefold()))
    plain = "".join(_SEPARATE.get(letter, letter) for letter in taken_apart if not unicodedata.combining(letter))
    plain = _AMONG_INITIALS.sub("", plain.translate(_LOOK_ALIKES))
    words = (_IN_FULL.get(word, word) for word in _NO_LETTERS.sub(" ", plain).split())
    return " ".join(word for word in words if word not in _LITTLE)


def _english() -> Iterable[tuple[str, Party]]:
    for code, (_, _, name) in COUNTRIES.items():
        yield name, Country(code)
    for code, name in (*NAMES_OF_COUNTRIES, *NAMES_OF_PARTS):
        yield name, Country(code)
    for organisation in ORGANISATIONS.values():
        yield organisation.id, organisation
        yield organisation.english_name, organisation
    for id, name in NAMES_OF_ORGANISATIONS:
        yield name, ORGANISATIONS[id]
    for name in STATES_WITHOUT_CODE:
        yield name, Organisation(id=name.replace("Vietnam", "Viet Nam"), name=name.replace("Vietnam", "Viet Nam"))
    yield "Yemen Arab Republic (North Yemen)", Organisation(id="North Yemen", name="North Yemen")


def _former() -> Iterable[tuple[str, Party]]:
    for code, name in (*((code, name) for code, (name, _) in FORMER_COUNTRIES.items()), *NAMES_OF_FORMER_COUNTRIES):
        yield name, FormerCountry(code)
        yield f"Former {name}", FormerCountry(code)


def _in_language(language: str) -> Iterable[tuple[str, Party]]:
    for code, name in territory_names(language).items():
        if code in COUNTRIES:
            yield name, Country(code)
        elif code in ORGANISATIONS:
            yield name, ORGANISATIONS[code]


_Index = Mapping[str, tuple[str, tuple[Party, ...]]]
"""For each folded name, how it is written and whom it could mean."""


@lru_cache(maxsize=64)
def _index(language: str | None) -> _Index:
    found: dict[str, tuple[str, tuple[Party, ...]]] = {}
    for name, party in _english() if language is None else _in_language(language):
        written, parties = found.get(folded(name), (name, ()))
        if party not in parties:
            found[folded(name)] = (written, (*parties, party))
    if language is None:
        # A state that goes on under another name is still called by its old one: "Burma" is Myanmar.
        for name, party in _former():
            found.setdefault(folded(name), (name, (party,)))
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, Party]:
    """The codes of letters, which tables write in capitals; in small letters they are words of many languages."""
    codes: dict[str, Party] = {alpha4: FormerCountry(alpha4) for alpha4 in FORMER_COUNTRIES}
    for alpha2, (alpha3, _, _) in COUNTRIES.items():
        codes[alpha2] = codes[alpha3] = Country(alpha2)
    return MappingProxyType(codes | {code: Country(alpha2) for code, alpha2 in CODES_OF_THE_EU.items()})


_HALVES: Final = re.compile(r"([^,(/]+)[,(/](.+)", re.DOTALL)


def _halves(name: str) -> tuple[str, str]:
    """What stands before and after a comma, bracket or stroke; the second is empty where there is none."""
    found = _HALVES.fullmatch(name)
    return (name, "") if found is None else (found[1].strip(), found[2].strip().removesuffix(")").strip())


def _bearers(name: str, index: _Index) -> tuple[Party, ...]:
    """Whom a name means as it stands, or turned round where a comma or bracket does so: `Korea, Republic of`.

    Of two names, as in `Myanmar/Burma` and `World Health Organization (WHO)`, both must mean the same.
    """
    if found := _as_written(name, index):
        return found
    first, second = _halves(name)
    turned = _as_written(f"{second} {first}", index)
    return turned or tuple(party for party in _as_written(first, index) if party in _as_written(second, index))


def _as_written(name: str, index: _Index) -> tuple[Party, ...]:
    found = index.get(folded(name), ("", ()))[1] if len(name) <= _LONGEST else ()
    return found or ((_codes()[name],) if name in _codes() else ())


def find_party(name: str, *, languages: Iterable[str] = ()) -> Party:
    """The party that a name means: a country, a former country, an organisation.

    English names come first: usual, official, former ones, and the spellings of Kiel's tracker, SIPRI's register, the
    World Bank and the United Nations; turned round and shortened ones too (`Iran (Islamic Republic of)`, `Egypt, Arab
    Rep.`). Case, diacritics, punctuation, stray blanks, "the", "of" and "and", and letters of other alphabets that look
    alike make no difference. A name that could mean several parties, or none, is refused with what it could be, and
    never guessed. Where a country of today is still called by its former name, such as Burma, the name means the
    country of today.

    A code of ISO 3166 in capitals is read (`DE`, `DEU`, `SUHH`), and so are `UK` and `EL`, as the European Union writes
    the United Kingdom and Greece. England, Scotland, Wales and Northern Ireland are no parties of their own here: each
    gives the United Kingdom, and [`named_part`][ukraine_support.reference.named_part] says that a name was one of them.

    SIPRI's own marks are believed: `NATO**` is an organisation, `Hezbollah (Lebanon)*` an armed group; both become an
    [`Organisation`][ukraine_support.Organisation], of the catalogue where it has one, else under the name without its
    marks. What SIPRI calls `unknown supplier(s)` is an [`UnnamedParty`][ukraine_support.UnnamedParty].

    Args:
        name: The name, as a source writes it.
        languages: Tags of further languages to look in, in order, where no English name fits (names of the Unicode
            Common Locale Data Repository).

    Raises:
        UnknownNameError: No party is called so; the error lists names near it.
        AmbiguousNameError: Several are; the error lists them.
        InvalidValueError: A language is not known, or a name with SIPRI's marks is longer than an id may be, or holds
            control characters.
        WrongTypeError: The name is no string.

    Examples:
        >>> find_party("Czech Republic"), find_party(" TÜRKIYE "), find_party("EU (Commission and Council)").id
        (Country('CZ'), Country('TR'), 'EU')
        >>> find_party("Німеччина", languages=["uk"])
        Country('DE')
        >>> find_party("Korea, Rep."), find_party("Myanmar/Burma"), find_party("World Health Organization (WHO)").id
        (Country('KR'), Country('MM'), 'WHO')
        >>> find_party("Soviet Union"), find_party("DEU"), find_party("England")
        (FormerCountry(code='SUHH'), Country('DE'), Country('GB'))
    """
    if not isinstance(name, str):
        raise WrongTypeError("find_party", f"{shown(name)} is a {type(name).__name__}", "pass a name")
    tags = (languages,) if isinstance(languages, str) else several(languages, str, "find_party.languages")
    bare = name.strip().rstrip("*").rstrip()
    for language in (None, *tags):
        parties = _bearers(bare, _index(language))
        if len(parties) == 1:
            return parties[0]
        if parties:
            raise AmbiguousNameError(name, tuple(sorted(parties, key=str)))
    key = folded(bare[:_LONGEST])
    if key.startswith("unknown "):
        return UnnamedParty(description=_plain(bare))
    if key and len(bare) < len(name.strip()):
        return Organisation(id=_plain(bare), name=_plain(bare))
    raise UnknownNameError(name, _near(bare, key, tags))


_PARTS: Final[Mapping[str, str]] = MappingProxyType({folded(part): part for _, part in NAMES_OF_PARTS})


def named_part(name: str) -> str | None:
    """The part of a country that a name means, where `find_party` gives the whole; None for any other name.

    The parts are England, Northern Ireland, Scotland and Wales. Who reads a table can say with it that a row names a
    part, and that the country stands in its place.

    Args:
        name: The name, as a source writes it.

    Raises:
        WrongTypeError: The name is no string.

    Examples:
        >>> named_part(" england "), find_party(" england ")
        ('England', Country('GB'))
        >>> named_part("United Kingdom") is None
        True
    """
    if not isinstance(name, str):
        raise WrongTypeError("named_part", f"{shown(name)} is a {type(name).__name__}", "pass a name")
    if len(name) > _LONGEST:
        return None
    first, second = _halves(name)
    return _PARTS.get(folded(name)) or _PARTS.get(folded(f"{second} {first}"))


def _plain(name: str) -> str:
    """The name with its blanks put in order, fit to be an id."""
    if len(name) > ID_LENGTH:
        raise InvalidValueError("find_party", f"{shown(name)} is no name", f"pass at most {ID_LENGTH} characters")
    return " ".join(name.split())


def _near(name: str, key: str, tags: Iterable[str]) -> tuple[str, ...]:
    if name.upper() in _codes():
        return (name.upper(),)
    known = {folded: written for tag in (None, *tags) for folded, (written, _) in _index(tag).items()}
    return tuple(known[found] for found in get_close_matches(key[:ID_LENGTH], known, n=_NEAR, cutoff=_CUTOFF))
