"""Words for those who give, receive, supply or speak, where they meet, and the documents that tell of it."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from .. import _cldr
from .._model.parties import (
    Country,
    FormerCountry,
    Membership,
    Occasion,
    Organisation,
    Party,
    Speaker,
    UnnamedParty,
    agree,
)
from .._model.provenance import Citation, Source
from .._model.values.period import Period
from .._model.values.text import Text
from ..reference import ORGANISATIONS
from .language import LANGUAGES, Language, language
from .wording import worded, wording

OFFICES: Final = (
    "Ambassador",
    "Chair",
    "Chancellor",
    "Commander-in-Chief",
    "Commissioner",
    "Defence Minister",
    "Deputy Prime Minister",
    "Director",
    "Finance Minister",
    "Foreign Minister",
    "High Representative",
    "Kremlin spokesperson",
    "Minister",
    "President",
    "Prime Minister",
    "Secretary General",
    "Secretary of Defence",
    "Spokesperson",
    "Vice President",
)
"""The offices that the catalogues hold, for anyone under `office`, and under `office: woman` and `office: man`."""

SPELLINGS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "Chairman": ("Chair", "office: man"),
        "Chairwoman": ("Chair", "office: woman"),
        "Chairperson": ("Chair", "office"),
        "Defense Minister": ("Defence Minister", "office"),
        "Kremlin spokesman": ("Kremlin spokesperson", "office: man"),
        "Kremlin spokeswoman": ("Kremlin spokesperson", "office: woman"),
        "Minister of Defence": ("Defence Minister", "office"),
        "Minister of Finance": ("Finance Minister", "office"),
        "Minister of Foreign Affairs": ("Foreign Minister", "office"),
        "NATO Secretary General": ("Secretary General", "office"),
        "Secretary of Defense": ("Secretary of Defence", "office"),
        "Secretary-General": ("Secretary General", "office"),
        "Spokesman": ("Spokesperson", "office: man"),
        "Spokeswoman": ("Spokesperson", "office: woman"),
    }
)
"""Other ways to write an office in English: the office, and the gender where the word says it."""

FORMER: Final = ("CSHH", "DDDE", "SUHH", "YUCS")
"""The former countries that the catalogues hold; the others have their English names."""


@wording.register
def _(thing: Country, language: Language) -> str:
    if language.locale.partition("-")[0] == "en":
        return thing.english_name  # the same word as in listings and logs, where the repository has another
    return _cldr.territory_names(language.locale).get(thing.alpha2, thing.english_name)


@wording.register
def _(thing: FormerCountry, language: Language) -> str:
    return language.word("former country", thing.code) if thing.code in FORMER else thing.english_name


@wording.register
def _(thing: Organisation, language: Language) -> str:
    if thing.id not in ORGANISATIONS or not agree(ORGANISATIONS[thing.id], thing):
        return language.text(thing.name)
    if language.spoken in language.locale:
        return language.word("organisation", thing.id)
    return _cldr.territory_names(language.locale).get(thing.id) or language.word("organisation", thing.id)


@wording.register
def _(thing: UnnamedParty, language: Language) -> str:
    details = [] if thing.count.is_exact and thing.count.low == 1 else [thing.count]
    told = [worded(count, language) for count in details if not count.is_unknown]
    if thing.member_of:
        told.append(language.pair(language.say("membership"), parties(thing.member_of, language)))
    return language.bracketed(language.text(thing.description), told)


@wording.register
def _(thing: Party, language: Language) -> str:
    return thing.english_name


def parties(several: Iterable[Party], language: Language) -> str:
    """Parties in a row."""
    return language.listed([worded(party, language) for party in several])


# Speakers


def office(title: Text, language_: Language) -> str:
    """An office as the record's author words it in the language, else as the catalogue does.

    Where the author's words in another language say whether it is a woman or a man, so does the catalogue's.
    """
    own = dict(title.languages)
    tag = language_.locale
    while tag and tag not in own:
        tag = tag.rpartition("-")[0]
    if tag:
        return language_.text(title)
    english = title.in_language("en")
    known, context = SPELLINGS.get(english, (english, "office"))
    if known not in OFFICES:
        return language_.text(title)
    return language_.word(_gendered(known, own) or context, known)


def _gendered(known: str, own: Mapping[str, str]) -> str | None:
    for tag, words in own.items():
        if tag in LANGUAGES:
            told = language(tag)
            for context in ("office: woman", "office: man"):
                if words == told.word(context, known) != told.word("office", known):
                    return context
    return None


@wording.register
def _(thing: Speaker, language: Language) -> str:
    return speaker(thing, language)


def speaker(thing: Speaker | None, language: Language, *, besides: Party | None = None) -> str:
    """A speaker with office and party, unless the party is known already; or that none is named.

    The name of a person stands as the record's author writes it, in the language where that is there; an institution
    that speaks for itself is called as parties are.
    """
    if thing is None:
        return language.say("a speaker not named")
    party = thing.of
    is_itself = party is not None and party.english_name == thing.name.in_language("en")
    told = [worded(party, language) if is_itself else language.text(thing.name)]
    if thing.office is not None:
        told.append(office(thing.office, language))
    if party is not None and party != besides and not is_itself:
        told.append(worded(party, language))
    return ", ".join(told)


# Where and whence


@wording.register
def _(thing: Membership, language: Language) -> str:
    until = ".." if thing.until is None else thing.until.isoformat()
    span = worded(Period(f"{thing.since.isoformat()}/{until}"), language)
    return language.pair(worded(thing.country, language), f"{worded(thing.organisation, language)}, {span}")


@wording.register
def _(thing: Occasion, language: Language) -> str:
    told = [language.text(thing.name)]
    told += [worded(known, language) for known in (thing.place, thing.when) if known is not None]
    host = [] if thing.host is None else [language.pair(language.say("host"), worded(thing.host, language))]
    return language.clauses([", ".join(told), *host])


@wording.register
def _(thing: Source, language: Language) -> str:
    named = [language.text(known) for known in (thing.title, thing.publisher) if known is not None]
    told = named or [language.say("a document without a title")]
    if thing.published is not None:
        told.append(worded(thing.published, language))
    return ", ".join(told)


@wording.register
def _(thing: Citation, language: Language) -> str:
    return ", ".join([thing.source, *([] if thing.at is None else [place(thing.at, language)])])


_ROW: Final = re.compile(r"row ([0-9]{1,9})")


def place(at: str, language: Language) -> str:
    """A place in a document: as the record has it, but a row of a table as readers of tables number them."""
    found = _ROW.fullmatch(at)
    return (
        " ".join(at.split()) if found is None else language.say("row {number}", number=language.number(int(found[1])))
    )
