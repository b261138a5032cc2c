"""Who pays, according to the comments of SIPRI's register.

The supplier is not the one who pays, unless the comment says aid. Others who pay stand in the comments alone, in words
that this module reads: "financed by aid from Denmark; Netherlands", "funded by German aid", "partly financed by EU".
What a comment calls probable counts like the rest; the record keeps the comment, and with it the doubt.
"""

import re
from collections.abc import Iterator
from typing import Final

from ..._errors import AmbiguousNameError, InvalidValueError, UnknownNameError
from ..._model.base.remembered import remembered
from ..._model.parties import Country, Party, UnnamedParty
from ...reference import find_party
from .._sheet.cells import CACHED

_CLAUSE: Final = re.compile(
    r"(?P<part>co-|(?:incl(?:uding)?\s+)?partly\s+|incl(?:uding)?\s+(?:\d+\s+|some\s+)?)?"
    r"(?<!to be )(?:financed|funded)\s+(?:by|with|through)\s+(?P<who>(?:(?!\bfinanced\b|\bfunded\b)[^()])*)",
    re.IGNORECASE,
)
_PROGRAMME: Final = re.compile(r"(?:through|by) (?:the )?[\w ]{1,100}\(\w{1,50}\) program by", re.IGNORECASE)
_FROM: Final = re.compile(r"^.*?\baid from ", re.IGNORECASE)
_AFTERWARDS: Final = re.compile(r"\s+(?:as|after|using|via|financial aid|aid)\b.*$", re.IGNORECASE)
_UNNAMED: Final = re.compile(
    r"(?:European and other|other European|(?:unidentified )?other|unidentified(?: EU-member)?|EU|European)"
    r" (?:states?|countries)",
    re.IGNORECASE,
)
_PRIVATE: Final = re.compile(r"\bprivate (?:donations|persons|aid)\b|\bdonations\b", re.IGNORECASE)
_PRODUCER: Final = re.compile(r"\bdonated by producer\b", re.IGNORECASE)
_AID: Final = re.compile(r"\baid\b", re.IGNORECASE)
NAMES: Final[dict[str, Party]] = {"congo": Country("CG")}
"""Names that mean several parties elsewhere and one in the register, which writes "DR Congo" beside."""
_PEOPLES: Final = {
    adjective: find_party(name)
    for adjective, name in (
        ("american", "United States"),
        ("belgian", "Belgium"),
        ("british", "United Kingdom"),
        ("canadian", "Canada"),
        ("czech", "Czechia"),
        ("danish", "Denmark"),
        ("dutch", "Netherlands"),
        ("finnish", "Finland"),
        ("french", "France"),
        ("german", "Germany"),
        ("italian", "Italy"),
        ("lithuanian", "Lithuania"),
        ("norwegian", "Norway"),
        ("polish", "Poland"),
        ("swedish", "Sweden"),
    )
}
"""Adjectives of countries, as in "German aid"."""
PRIVATE_DONORS: Final = UnnamedParty(description="private donors")
PRODUCER: Final = UnnamedParty(description="producer")


def funders(comment: str, supplier: Party) -> tuple[Party, ...]:
    """Who gives the aid, each once; nobody where the comment does not say.

    Args:
        comment: The register's comment.
        supplier: Who supplies, and also pays where the comment calls it aid and names nobody else for the whole.
    """
    if _PRODUCER.search(comment):
        return (PRODUCER,)
    plain = _PROGRAMME.sub("by", comment.replace("aid (from USA)", "aid from USA").replace("(incl ", "; "))
    clauses = list(_CLAUSE.finditer(plain))
    found = [party for clause in clauses for party in _named(clause["who"])]
    supplier_gives = all(clause["part"] for clause in clauses)
    if supplier_gives and _AID.search(_CLAUSE.sub("", plain)):
        found.insert(0, supplier)
    return tuple(dict.fromkeys(found))


def _named(words: str) -> Iterator[Party]:
    """The parties that a clause lists, up to the first word that is none."""
    if _PRIVATE.search(words):
        yield PRIVATE_DONORS
        return
    unnamed = _UNNAMED.search(words)
    if unnamed:
        words = words.replace(unnamed[0], "", 1)
    for item in re.split(r"\s*;\s*|\s+and\s+", words):
        name = _AFTERWARDS.sub("", _FROM.sub("", item)).strip()
        if name:
            party = _party(name)
            if party is None:
                break
            yield party
    if unnamed:
        yield UnnamedParty(description=unnamed[0])


@remembered(CACHED)
def _party(name: str) -> Party | None:
    try:
        return NAMES.get(name.casefold()) or _PEOPLES.get(name.casefold()) or find_party(name)
    except (AmbiguousNameError, InvalidValueError, UnknownNameError):
        return None
