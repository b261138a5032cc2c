"""Words for those who give, receive, supply or speak, where they meet, and the documents that say so."""

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
from .language import LANGUAGES, Language
from .language import language as language_of
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
def country_in_words(thing: Country, language: Language) -> str:
    if language.locale.partition("-")[0] == "en":
        return thing.english_name  # the same word as in listings and logs, where the repository has another
    return _cldr.territory_names(language.locale).get(thing.alpha2, thing.english_name)


@wording.register
def former_country_in_words(thing: FormerCountry, language: Language) -> str:
    return language.word("former country", thing.code) if thing.code in FORMER else thing.english_name


@wording.register
def organisation_in_words(thing: Organisation, language: Language) -> str:
    if not _is_ours(thing):
        return language.text(thing.name)
    if language.spoken in language.locale:
        return language.word("organisation", thing.id)
    return _cldr.territory_names(language.locale).get(thing.id) or language.word("organisation", thing.id)


def _is_ours(party: Organisation) -> bool:
    return party.id in ORGANISATIONS and agree(ORGANISATIONS[party.id], party)


@wording.register
def unnamed_party_in_words(thing: UnnamedParty, language: Language) -> str:
    details = [] if _is_one(thing) or thing.count.is_unknown else [worded(thing.count, language)]
    if thing.member_of:
        details.append(language.labelled("membership", parties(thing.member_of, language)))
    return language.bracketed(language.text(thing.description), details)


@wording.register
def party_in_words(thing: Party, language: Language) -> str:
    return thing.english_name


def parties(several: Iterable[Party], language: Language) -> str:
    """Parties in a row."""
    return language.listed([worded(party, language) for party in several])


def _is_one(party: UnnamedParty) -> bool:
    return party.count.is_exact and party.count.low == 1


def is_plural(party: Party, language: Language) -> bool:
    """Whether a verb after the party's name is in the plural: French has it so after the Netherlands, Dutch has not."""
    if isinstance(party, UnnamedParty):
        return not _is_one(party)
    if isinstance(party, Organisation) and not _is_ours(party):
        return False
    names = language.word("grammar", "parties with a plural name").split(", ")
    return getattr(party, "alpha2", getattr(party, "id", None)) in names


# Speakers


def office(title: Text, language: Language) -> str:
    """An office as the record's author words it in the language, else as the catalogue does.

    Where the author's words in another language say whether it is a woman or a man, so does the catalogue's.
    """
    own = dict(title.languages)
    tag = language.locale
    while tag and tag not in own:
        tag = tag.rpartition("-")[0]
    english = title.in_language("en")
    listed, context = SPELLINGS.get(english, (english, "office"))
    if tag or listed not in OFFICES:
        return language.text(title)
    return language.word(_gendered(listed, own) or context, listed)


def _gendered(listed: str, own: Mapping[str, str]) -> str | None:
    """The gender of an office, where its author's words in one of our languages say it."""
    for tag, words in own.items():
        if tag in LANGUAGES:
            spoken = language_of(tag)
            for context in ("office: woman", "office: man"):
                if words == spoken.word(context, listed) != spoken.word("office", listed):
                    return context
    return None


@wording.register
def speaker_in_words(thing: Speaker, language: Language) -> str:
    return speaker(thing, language)


def speaker(thing: Speaker | None, language: Language, *, besides: Party | None = None) -> str:
    """A speaker with office and party, unless the party is known already; or that none is named.

    The name of a person stands as the record's author writes it, in the language where that is there; an institution
    that speaks for itself is called as parties are.
    """
    if thing is None:
        return language.say("an unnamed speaker")
    party, itself = thing.of, _itself(thing)
    told = [language.text(thing.name) if itself is None else worded(itself, language)]
    if thing.office is not None:
        told.append(office(thing.office, language))
    if party is not None and party != besides and itself is None:
        told.append(worded(party, language))
    return ", ".join(told)


def _itself(who: Speaker) -> Party | None:
    """The institution that speaks for itself."""
    return who.of if who.of is not None and who.of.english_name == who.name.in_language("en") else None


def according_to(who: Speaker | None, language: Language, *, besides: Party | None = None) -> str:
    """That a speaker says so; or that none is named."""
    name = speaker(who, language, besides=besides)
    if who is None:
        return name
    itself = _itself(who)
    if itself is not None and is_plural(itself, language):
        return language.word("several", "according to {speaker}").format(speaker=name)
    return language.say("according to {speaker}", speaker=name)


# Places and documents


@wording.register
def membership_in_words(thing: Membership, language: Language) -> str:
    until = ".." if thing.until is None else thing.until.isoformat()
    span = worded(Period(f"{thing.since.isoformat()}/{until}"), language)
    return language.pair(worded(thing.country, language), f"{worded(thing.organisation, language)}, {span}")


@wording.register
def occasion_in_words(thing: Occasion, language: Language) -> str:
    told = [worded(detail, language) for detail in (thing.name, thing.place, thing.when) if detail is not None]
    host = [] if thing.host is None else [language.labelled("host", worded(thing.host, language))]
    return language.clauses([", ".join(told), *host])


@wording.register
def source_in_words(thing: Source, language: Language) -> str:
    told = [language.text(name) for name in (thing.title, thing.publisher) if name is not None]
    day = [] if thing.published is None else [worded(thing.published, language)]
    if told:
        return ", ".join([*told, *day])
    return language.bracketed(language.say("document"), day) if day else language.say("a document without a title")


@wording.register
def citation_in_words(thing: Citation, language: Language) -> str:
    return thing.source if thing.at is None else f"{thing.source}, {place(thing.at, language)}"


_ROW: Final = re.compile(r"row ([0-9]{1,9})")


def place(at: str, language: Language) -> str:
    """A place in a document: as the record has it, but a row of a table as readers of tables number them."""
    row = _ROW.fullmatch(at)
    return " ".join(at.split()) if row is None else language.say("row {number}", number=language.number(int(row[1])))
