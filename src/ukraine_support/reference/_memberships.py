"""Who belonged to the European Union, NATO, the G7 and other groups of countries, from which day to which."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from .._errors import InvalidValueError, WrongTypeError, shown
from .._model.parties import Country, Membership, Organisation, Party
from .._model.provenance import Citation
from ._organisations import (
    B9,
    EEA,
    EU,
    EURO_AREA,
    EUROPEAN_INVESTMENT_BANK,
    EUROPEAN_PEACE_FACILITY,
    G7,
    JEF,
    NATO,
    NB8,
    WEIMAR_TRIANGLE,
)
from ._sources import (
    AL_JAZEERA,
    COUNTRIES_AND_THE_EURO,
    DAILY_FINLAND,
    EFTA,
    EU_ENLARGEMENTS,
    HAJNAL,
    HIROSHIMA,
    ICELAND_REVIEW,
    JEF_LETTER,
    LIECHTENSTEIN,
    NATO_MEMBERS,
    NB8_NAMED,
    NORTH_ATLANTIC_TREATY,
    WEIMAR,
    WIKIPEDIA,
    WITHDRAWAL_AGREEMENT,
)

_ENLARGEMENT: Final = (Citation(EU_ENLARGEMENTS.id, "date of accession"),)
_ACCESSION: Final = (Citation(NATO_MEMBERS.id, "on accession"),)
_APPLICATION: Final = (Citation(EFTA.id, "provisionally applicable as of"),)
_ADOPTION: Final = (Citation(COUNTRIES_AND_THE_EURO.id, "adopted the euro on"),)

_JOINED: Final[tuple[tuple[Organisation, date, str, tuple[Citation, ...]], ...]] = (
    (EU, date(1958, 1, 1), "BE DE FR IT LU NL", (Citation(EU_ENLARGEMENTS.id, "Treaty of Rome: came into effect"),)),
    (EU, date(1973, 1, 1), "DK GB IE", _ENLARGEMENT),
    (EU, date(1981, 1, 1), "GR", _ENLARGEMENT),
    (EU, date(1986, 1, 1), "ES PT", _ENLARGEMENT),
    (EU, date(1995, 1, 1), "AT FI SE", _ENLARGEMENT),
    (EU, date(2004, 5, 1), "CY CZ EE HU LT LV MT PL SI SK", _ENLARGEMENT),
    (EU, date(2007, 1, 1), "BG RO", _ENLARGEMENT),
    (EU, date(2013, 7, 1), "HR", _ENLARGEMENT),
    (B9, date(2015, 11, 4), "BG CZ EE HU LT LV PL RO SK", (Citation(WIKIPEDIA.id, "Article: Bucharest Nine"),)),
    (
        EEA,
        date(1994, 1, 1),
        "AT BE DE DK ES FI FR GB GR IE IS IT LU NL NO PT SE",
        (Citation(WIKIPEDIA.id, "Article: European Economic Area"),),
    ),
    (EEA, date(1995, 5, 1), "LI", (Citation(LIECHTENSTEIN.id, "¶2"),)),
    (EEA, date(2004, 5, 1), "CY CZ EE HU LT LV MT PL SI SK", _APPLICATION),
    (EEA, date(2007, 8, 1), "BG RO", _APPLICATION),
    (EEA, date(2014, 4, 12), "HR", _APPLICATION),
    (EURO_AREA, date(1999, 1, 1), "AT BE DE ES FI FR IE IT LU NL PT", _ADOPTION),
    (EURO_AREA, date(2001, 1, 1), "GR", _ADOPTION),
    (EURO_AREA, date(2007, 1, 1), "SI", _ADOPTION),
    (EURO_AREA, date(2008, 1, 1), "CY MT", _ADOPTION),
    (EURO_AREA, date(2009, 1, 1), "SK", _ADOPTION),
    (EURO_AREA, date(2011, 1, 1), "EE", _ADOPTION),
    (EURO_AREA, date(2014, 1, 1), "LV", _ADOPTION),
    (EURO_AREA, date(2015, 1, 1), "LT", _ADOPTION),
    (EURO_AREA, date(2023, 1, 1), "HR", _ADOPTION),
    (EURO_AREA, date(2026, 1, 1), "BG", (Citation(AL_JAZEERA.id, "¶1"),)),
    (G7, date(1975, 11, 15), "DE FR GB IT JP US", (Citation(HAJNAL.id, "Rambouillet"), Citation(HIROSHIMA.id, "1975"))),
    (G7, date(1976, 6, 27), "CA", (Citation(HAJNAL.id, "San Juan"), Citation(HIROSHIMA.id, "1976"))),
    (
        NATO,
        date(1949, 8, 24),
        "BE CA DK FR GB IS IT LU NL NO PT US",
        (Citation(NORTH_ATLANTIC_TREATY.id, "Article 11: in force"),),
    ),
    (JEF, date(2014, 9, 4), "DK EE GB LT LV NL NO", (Citation(JEF_LETTER.id, "letter of intent: signing ceremony"),)),
    (JEF, date(2017, 6, 30), "FI SE", (Citation(DAILY_FINLAND.id, "¶1"),)),
    (JEF, date(2021, 4, 20), "IS", (Citation(ICELAND_REVIEW.id, "¶1"),)),
    (NATO, date(1952, 2, 18), "GR TR", _ACCESSION),
    (NATO, date(1955, 5, 6), "DE", _ACCESSION),
    (NATO, date(1982, 5, 30), "ES", _ACCESSION),
    (NATO, date(1999, 3, 12), "CZ HU PL", _ACCESSION),
    (NATO, date(2004, 3, 29), "BG EE LT LV RO SI SK", _ACCESSION),
    (NATO, date(2009, 4, 1), "AL HR", _ACCESSION),
    (NATO, date(2017, 6, 5), "ME", _ACCESSION),
    (NATO, date(2020, 3, 27), "MK", _ACCESSION),
    (NATO, date(2023, 4, 4), "FI", _ACCESSION),
    (NATO, date(2024, 3, 7), "SE", _ACCESSION),
    (NB8, date(2000, 8, 30), "DK EE FI IS LT LV NO SE", (Citation(NB8_NAMED.id, "¶1: renamed to NB8"),)),
    (WEIMAR_TRIANGLE, date(1991, 8, 29), "DE FR PL", (Citation(WEIMAR.id, "on the joint declaration"),)),
)
_LEFT: Final[Mapping[tuple[Organisation, str], tuple[date, Citation]]] = MappingProxyType(
    {
        (EEA, "GB"): (date(2020, 1, 31), Citation(LIECHTENSTEIN.id, "on the withdrawal of the United Kingdom")),
        (EU, "GB"): (date(2020, 1, 31), Citation(WITHDRAWAL_AGREEMENT.id, "Article 185")),
    }
)


def _recorded(organisation: Organisation, since: date, code: str, citations: tuple[Citation, ...]) -> Membership:
    until, *exits = _LEFT.get((organisation, code), (None,))
    return Membership(
        country=Country(code), organisation=organisation, since=since, until=until, citations=(*citations, *exits)
    )


MEMBERSHIPS: Final[tuple[Membership, ...]] = tuple(
    _recorded(organisation, since, code, citations)
    for organisation, since, codes, citations in sorted(_JOINED, key=lambda row: (row[0].id, row[1]))
    for code in codes.split()
)
"""Every membership of the EU since 1958, NATO since 1949 and the G7 since 1975, of the euro area, the EEA, the JEF, the
Bucharest Nine, the Nordic-Baltic Eight and the Weimar Triangle: by organisation, day and country.
Both days are included; an open end is a membership that lasts. Each cites where its days are written. Before November
1993 the EU stands for the European Communities, and before October 1990 Germany for its west."""


_ASKED: Final = ", ".join(dict.fromkeys(membership.organisation.id for membership in MEMBERSHIPS))


def members(organisation: Organisation, day: date) -> frozenset[Country]:
    """The countries that belonged to an organisation on a day; none before its first recorded day.

    The last change recorded is that Bulgaria adopted the euro on 1 January 2026; later days repeat it until a release
    knows more.

    Args:
        organisation: `EU`, `EURO_AREA`, `NATO`, `G7` or another that `MEMBERSHIPS` names; an organisation of your own
            with one of these ids counts as the same.
        day: The day asked about. There is no default, since no answer may depend on the clock.

    Raises:
        InvalidValueError: No dated members are recorded of the organisation.
        WrongTypeError: `organisation` is no `Organisation`, or `day` is a string, a `datetime` or anything else.

    Examples:
        >>> from datetime import date
        >>> from ukraine_support.reference import EU, NATO, members
        >>> len(members(NATO, date(2024, 3, 6))), len(members(NATO, date(2024, 3, 7)))
        (31, 32)
        >>> len(members(EU, date(2024, 2, 26)) & members(NATO, date(2024, 2, 26)))
        22
    """
    if not isinstance(organisation, Organisation):
        raise WrongTypeError("members", f"{shown(organisation)} is no Organisation", "pass one, such as EU or NATO")
    if isinstance(day, datetime) or not isinstance(day, date):
        raise WrongTypeError("members", f"{shown(day)} is no date", "pass a datetime.date, without a time")
    recorded = [membership for membership in MEMBERSHIPS if membership.organisation.id == organisation.id]
    if not recorded:
        raise InvalidValueError(
            "members", f"no dated members of {shown(organisation.id)} are recorded", f"ask about {_ASKED}"
        )
    return frozenset(membership.country for membership in recorded if membership.includes(day))


def memberships(country: Country) -> tuple[Membership, ...]:
    """What a country belongs or belonged to, in the order in which it joined.

    Args:
        country: The country asked about; one that joined nothing recorded here has no memberships.

    Raises:
        WrongTypeError: `country` is no `Country`.

    Examples:
        >>> from ukraine_support import Country
        >>> from ukraine_support.reference import memberships
        >>> [f"{joined.organisation.id} {joined.since}" for joined in memberships(Country("SE"))]
        ['EEA 1994-01-01', 'EU 1995-01-01', 'NB8 2000-08-30', 'JEF 2017-06-30', 'NATO 2024-03-07']
        >>> memberships(Country("UA"))
        ()
    """
    if not isinstance(country, Country):
        raise WrongTypeError("memberships", f"{shown(country)} is no Country", 'pass one, such as Country("NL")')
    found = [membership for membership in MEMBERSHIPS if membership.country == country]
    return tuple(sorted(found, key=lambda membership: (membership.since, membership.organisation.id)))


KIEL_EUROPE: Final[tuple[Party, ...]] = (
    *sorted(members(EU, date(2024, 6, 30)) | {Country(code) for code in ("CH", "GB", "IS", "NO")}, key=str),
    *(EU, EUROPEAN_INVESTMENT_BANK, EUROPEAN_PEACE_FACILITY),
)
"""Europe as Kiel's tracker draws it: the donors that release 18 marks in the column "EU_geo", the Union's members and
institutions with Iceland, Norway, Switzerland and the United Kingdom."""
