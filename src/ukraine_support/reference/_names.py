"""Parties by their names: English ones first, former and common ones, those of Kiel and SIPRI; others on request."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from .._cldr import territory_names
from .._errors import AmbiguousNameError, InvalidValueError, UnknownNameError, WrongTypeError, shown
from .._iso import COUNTRIES, FORMER_COUNTRIES
from .._model.fields import ID_LENGTH
from .._model.parties import Country, FormerCountry, Organisation, Party, UnnamedParty
from ._organisations import ORGANISATIONS

# code, names besides the one in `_iso`: official, common, former, and as Kiel, SIPRI and the World Bank spell them
_COUNTRY_NAMES: Final = """\
AE UAE, Emirates; BA Bosnia-Herzegovina, Bosnia;
BN Brunei Darussalam; BO Plurinational State of Bolivia; CD DR Congo, D.R. Congo, DRC, Congo DR,
Congo - Kinshasa, Congo, Dem. Rep. Congo; CF CAR;
CG Congo - Brazzaville, Congo; CI Ivory Coast;
CN People's Republic of China, PRC, Mainland China; CV Cape Verde, Cabo Verde; CZ Czech Republic; DE Federal Republic of
Germany, FRG; EH Sahrawi Arab Democratic Republic; FK Falklands; FM Federated States of Micronesia;
FR French Republic; GB UK, U.K., Great Britain, Britain, United Kingdom of Great Britain and Northern Ireland;
GR Hellenic Republic; HK Hong Kong SAR; IR Islamic Republic of Iran; KG Kyrgyz Republic;
KP DPRK, Democratic People's Republic of Korea, Korea North, Korea;
KR Republic of Korea, Korea South, Korea; LA Lao PDR, Lao People's Democratic Republic;
LU Luxemburg; MD Republic of Moldova; MK Macedonia, Republic of Macedonia, FYROM,
Former Yugoslav Republic of Macedonia, Macedonia (FYROM), North Macedonia (FYROM); MM Burma; MO Macau;
NL Holland; PS Palestinian Territories, State of Palestine; RU Russian Federation; RS Republic of Serbia;
SK Slovak Republic; ST Sao Tome and Principe; SY Syrian Arab Republic; SZ Swaziland; TL East Timor;
TR Turkey, Turkiye, Republic of Türkiye, Republic of Turkey; TW Chinese Taipei, Taiwan (ROC);
TZ United Republic of Tanzania; US USA, U.S.A., US, U.S., United States of America; VA Holy See, Vatican;
VC Saint Vincent; VE Bolivarian Republic of Venezuela; VG Virgin Islands;
VI Virgin Islands, US Virgin Islands; VN Viet Nam; XK Kosovo (UNSCR 1244), Republic of Kosovo; YE Republic of Yemen"""

_FORMER_NAMES: Final = """\
CSHH Czechoslovak Socialist Republic; DDDE German Democratic Republic, GDR,
East Germany (GDR); RHZW Rhodesia; SUHH USSR, U.S.S.R., Union of Soviet Socialist Republics; VDVN North Viet Nam,
Democratic Republic of Vietnam; YDYE Democratic Yemen, South Yemen (PDRY);
YUCS Socialist Federal Republic of Yugoslavia, SFRY, Federal Republic of Yugoslavia"""

_ORGANISATION_NAMES: Final = """\
BGK: National Development Bank of Poland; Council of Europe Development Bank: CEB;
Council of the European Union: EU Council, Council of the EU; EU: EU (Commission and Council), EU Institutions, E.U.; European Central Bank: ECB; European Commission: EU Commission,
Commission of the European Union; European External Action Service: EEAS; European Investment Bank: EIB;
European Parliament: EU Parliament; European Peace Facility: EPF, EU Peace Facility;
FAO: Food and Agriculture Organization, Food and Agriculture Organisation of the United Nations, UN FAO;
G7: Group of 7, G-7; IBRD: WB IBRD; ICRC: Red Cross, International Red Cross; IDA: WB IDA; IFC: WB IFC;
IFRC: Red Cross, International Red Cross, Red Cross and Red Crescent, International Federation of the Red Cross,
International Federation of Red Cross; ILO: International Labour Organisation, International Labor Organization;
IOM: International Organisation for Migration, UN Migration, UN Migration Agency;
KfW: KfW Group, KfW Bankengruppe, KfW Development Bank, KfW Entwicklungsbank; MIGA: WB MIGA;
NATO: North Atlantic Treaty Organisation, North Atlantic Alliance; NSPA: NSPO, NATO Support and Procurement
Organisation; OCHA: UN OCHA, UNOCHA, Office for the Coordination of Humanitarian Affairs;
OECD: Organization for Economic Cooperation and Development, Organisation for Economic Cooperation and Development;
OHCHR: UN Human Rights, UN Human Rights Office; OSCE: Organisation for Security and Co-operation in Europe,
Organization for Security and Cooperation in Europe, Organisation for Security and Cooperation in Europe;
UN: United Nations Organization, United Nations Organisation, UNO, U.N.; UN Women: UNWOMEN;
UNDP: UN Development Programme, United Nations Development Program; UNESCO: United Nations Educational Scientific and
Cultural Organisation; UNHCR: United Nations High Commissioner for Refugees, UN High Commissioner for Refugees,
UN Refugee Agency; UNICEF: United Nations International Children's Emergency Fund, UN Children's Fund;
UNIDO: United Nations Industrial Development Organisation; Ukrainian Red Cross Society: Red Cross, Ukrainian Red Cross,
Red Cross Society of Ukraine, Red Cross of Ukraine, URCS; Union Civil Protection Mechanism: UCPM,
EU Civil Protection Mechanism, European Civil Protection Mechanism, European Union Civil Protection Mechanism,
EU Civil Protection, European Civil Protection, rescEU, UCPM rescEU;
WFP: World Food Program, UN World Food Programme; WHO: World Health Organisation; World Bank: WB, The World Bank;
World Bank Group: WBG"""

_STATES_WITHOUT_CODE: Final = (
    "Biafra",
    "Katanga",
    "North Yemen",
    "Northern Cyprus",
    "South Viet Nam",
    "South Vietnam",
    "Zanzibar",
)
"""States of SIPRI's register to which ISO 3166 gave no code, or one that now means another: organisations by name."""

_LOOK_ALIKES: Final = str.maketrans("авеѕіјкмнорԛстухѵԝґ" + "αβεηικμνορτυχζ", "abesijkmhopqctyxvwr" + "abehikmvoptuxz")
"""Cyrillic and Greek small letters that a reader takes for Latin ones. Both sides of a comparison are folded."""
_NO_LETTERS: Final = re.compile(r"[^\w*]+|_")
_NEAR: Final = 3
_CUTOFF: Final = 0.75
_SEPARATE: Final = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
"""Small letters that Unicode does not take apart, and how they are written without their marks."""


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without case, diacritics, punctuation, stray blanks and look-alike letters, to compare with others."""
    taken_apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(_SEPARATE.get(letter, letter) for letter in taken_apart if not unicodedata.combining(letter))
    words = _NO_LETTERS.sub(" ", plain.replace("&", " and ").translate(_LOOK_ALIKES)).split()
    words = ["saint" if word == "st" else word for word in words]
    return " ".join(words[words[:1] == ["the"] : len(words) - (words[-1:] == ["the"])])


def _entries(block: str, colon: str | None = None) -> Iterable[tuple[str, str]]:
    for entry in block.split(";"):
        code, names = entry.split(colon, maxsplit=1)
        yield from ((" ".join(code.split()), name) for name in re.split(r",\s+", names))


def _english() -> Iterable[tuple[str, Party]]:
    for code, (_, _, name) in COUNTRIES.items():
        yield name, Country(code)
    for code, (name, _) in FORMER_COUNTRIES.items():
        yield name, FormerCountry(code)
    for code, name in _entries(_COUNTRY_NAMES):
        yield name, Country(code)
    for code, name in _entries(_FORMER_NAMES):
        yield name, FormerCountry(code)
    for organisation in ORGANISATIONS.values():
        yield organisation.id, organisation
        yield organisation.english_name, organisation
    for id, name in _entries(_ORGANISATION_NAMES, ":"):
        yield name, ORGANISATIONS[id]
    for name in _STATES_WITHOUT_CODE:
        yield name, Organisation(id=name.replace("Vietnam", "Viet Nam"), name=name.replace("Vietnam", "Viet Nam"))
    yield "Yemen Arab Republic (North Yemen)", Organisation(id="North Yemen", name="North Yemen")


@lru_cache(maxsize=64)
def _index(language: str | None) -> Mapping[str, tuple[str, tuple[Party, ...]]]:
    """For each folded name, how it is written and whom it could mean."""
    found: dict[str, tuple[str, tuple[Party, ...]]] = {}
    for name, party in _english() if language is None else _in_language(language):
        written, parties = found.get(folded(name), (name, ()))
        if party not in parties:
            found[folded(name)] = (written, (*parties, party))
    return found


def _in_language(language: str) -> Iterable[tuple[str, Party]]:
    for code, name in territory_names(language).items():
        if code in COUNTRIES:
            yield name, Country(code)
        elif code in ORGANISATIONS:
            yield name, ORGANISATIONS[code]


def find_party(name: str, *, languages: Iterable[str] = ()) -> Party:
    """The party that a name means: a country, a former country, an organisation.

    English names come first: usual, official, former ones, and the spellings of Kiel's tracker and SIPRI's register.
    Case, diacritics, punctuation, stray blanks and letters of other alphabets that look alike make no difference. A
    name that could mean several parties, or none, is refused with what it could be, and never guessed.

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
        InvalidValueError: A language is not known.
        WrongTypeError: The name is no string.

    Examples:
        >>> find_party("Czech Republic"), find_party(" TÜRKIYE "), find_party("EU (Commission and Council)").id
        (Country('CZ'), Country('TR'), 'EU')
        >>> find_party("Німеччина", languages=["uk"])
        Country('DE')
        >>> find_party("Soviet Union")
        FormerCountry(code='SUHH')
    """
    if not isinstance(name, str):
        raise WrongTypeError("find_party", f"{shown(name)} is a {type(name).__name__}", "pass a name")
    tags = (languages,) if isinstance(languages, str) else tuple(languages)
    bare = name.strip().rstrip("*").rstrip()
    key = folded(bare)
    for language in (None, *tags):
        parties = _index(language).get(key, ("", ()))[1]
        if len(parties) == 1:
            return parties[0]
        if parties:
            raise AmbiguousNameError(name, tuple(sorted(parties, key=str)))
    if key.startswith("unknown "):
        return UnnamedParty(description=_plain(bare))
    if key and len(bare) < len(name.strip()):
        return Organisation(id=_plain(bare), name=_plain(bare))
    raise UnknownNameError(name, _near(key, tags))


def _plain(name: str) -> str:
    """The name with its blanks put in order, fit to be an id."""
    if len(name) > ID_LENGTH:
        raise InvalidValueError("find_party", f"{shown(name)} is no name", f"pass at most {ID_LENGTH} characters")
    return " ".join(name.split())


def _near(key: str, tags: Iterable[str]) -> tuple[str, ...]:
    known = {folded: written for tag in (None, *tags) for folded, (written, _) in _index(tag).items()}
    return tuple(known[found] for found in get_close_matches(key[:ID_LENGTH], known, n=_NEAR, cutoff=_CUTOFF))
