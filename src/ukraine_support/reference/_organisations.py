"""The organisations and funds that give, coordinate or speak most often, under the ids that JSON uses for them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .._model.parties import Organisation
from .._model.provenance import Citation
from ._sources import (
    CHARTER,
    COUNTRIES_AND_THE_EURO,
    EFTA,
    HIROSHIMA,
    JEF_LETTER,
    NB8_NAMED,
    NORTH_ATLANTIC_TREATY,
    PEACE_FACILITY_DECISION,
    TREATY_ON_EUROPEAN_UNION,
    TREATY_ON_THE_FUNCTIONING,
    WEIMAR,
    WIKIPEDIA,
)

EU: Final = Organisation(id="EU", name="European Union")
"""The European Union, and before November 1993 the European Communities that it grew from."""

EUROPEAN_COMMISSION: Final = Organisation(id="European Commission", name="European Commission", part_of=EU)
"""The Union's executive; its aid is the Union's."""

COUNCIL_OF_THE_EU: Final = Organisation(
    id="Council of the European Union", name="Council of the European Union", part_of=EU
)
"""The Union's institution in which the members' ministers meet; neither the European Council nor the Council of
Europe."""

EUROPEAN_PEACE_FACILITY: Final = Organisation(id="European Peace Facility", name="European Peace Facility", part_of=EU)
"""The fund outside the Union's budget that pays for military aid and reimburses members for what they gave."""

EUROPEAN_INVESTMENT_BANK: Final = Organisation(
    id="European Investment Bank", name="European Investment Bank", part_of=EU
)
"""The Union's bank, owned by its members."""

NATO: Final = Organisation(id="NATO", name="North Atlantic Treaty Organization")
"""The alliance of the North Atlantic Treaty. What its members give is theirs, not NATO's."""

G7: Final = Organisation(id="G7", name="Group of Seven")
"""The informal group of seven countries, in whose summits the European Union takes part without being one of them."""

EURO_AREA: Final = Organisation(id="Euro area", name="Euro area")
"""The members of the European Union whose currency is the euro."""

EEA: Final = Organisation(id="EEA", name="European Economic Area")
"""The European Union with Iceland, Liechtenstein and Norway."""

JEF: Final = Organisation(id="JEF", name="Joint Expeditionary Force")
"""The group of northern European forces that the United Kingdom leads."""

NB8: Final = Organisation(id="NB8", name="Nordic-Baltic Eight")
"""Denmark, Estonia, Finland, Iceland, Latvia, Lithuania, Norway and Sweden, under this name since 2000."""

B9: Final = Organisation(id="B9", name="Bucharest Nine")
"""The members of NATO on its eastern flank that meet since 2015."""

WEIMAR_TRIANGLE: Final = Organisation(id="Weimar Triangle", name="Weimar Triangle")
"""France, Germany and Poland."""

UN: Final = Organisation(id="UN", name="United Nations")
"""The United Nations; its members are not listed here."""

_CITED: Final[Mapping[Organisation, Citation]] = {
    B9: Citation(WIKIPEDIA.id, "Article: Bucharest Nine"),
    EEA: Citation(EFTA.id, "¶1, ¶2"),
    EURO_AREA: Citation(COUNTRIES_AND_THE_EURO.id, "on each country"),
    NB8: Citation(NB8_NAMED.id, "¶1"),
    JEF: Citation(JEF_LETTER.id, "¶1, ¶2"),
    WEIMAR_TRIANGLE: Citation(WEIMAR.id, "on the joint declaration"),
    COUNCIL_OF_THE_EU: Citation(TREATY_ON_EUROPEAN_UNION.id, "Articles 13 and 16"),
    EU: Citation(TREATY_ON_EUROPEAN_UNION.id, "Article 1"),
    EUROPEAN_COMMISSION: Citation(TREATY_ON_EUROPEAN_UNION.id, "Articles 13 and 17"),
    EUROPEAN_INVESTMENT_BANK: Citation(TREATY_ON_THE_FUNCTIONING.id, "Article 308"),
    EUROPEAN_PEACE_FACILITY: Citation(PEACE_FACILITY_DECISION.id, "Article 1"),
    G7: Citation(HIROSHIMA.id, "on the participants"),
    NATO: Citation(NORTH_ATLANTIC_TREATY.id, "Article 9"),
    UN: Citation(CHARTER.id, "Article 1"),
}

_BANKS: Final = "articles-of-the-world-bank-group"
_RED_CROSS: Final = "statutes-of-the-red-cross-movement"
_AGENCIES: Final = "un-resolution-50-i"
_OTHERS: Final[tuple[tuple[str, str, str | None, str, str], ...]] = (
    # id, name, the id of what it is part of (which stands before it), source, place
    ("Council of Europe", "Council of Europe", None, "statute-of-the-council-of-europe", "Article 1"),
    ("World Bank Group", "World Bank Group", None, _BANKS, "title"),
    ("World Bank", "World Bank", "World Bank Group", _BANKS, "IBRD, Article I; IDA, Article VI"),
    ("BGK", "Bank Gospodarstwa Krajowego", None, "dz-u-2003-65-594", "art. 1"),
    (
        "Council of Europe Development Bank",
        "Council of Europe Development Bank",
        "Council of Europe",
        "third-protocol-of-the-council-of-europe",
        "on the Resettlement Fund, which is the Bank since 1999",
    ),
    (
        "EBRD",
        "European Bank for Reconstruction and Development",
        None,
        "decision-eec-1990-674",
        "Article 1 of the Agreement",
    ),
    ("EDA", "European Defence Agency", "EU", TREATY_ON_EUROPEAN_UNION.id, "Articles 42 and 45"),
    ("Energy Community", "Energy Community", None, "decision-ec-2006-500", "Article 1 of the Treaty"),
    ("European Central Bank", "European Central Bank", "EU", TREATY_ON_EUROPEAN_UNION.id, "Article 13"),
    ("European Council", "European Council", "EU", TREATY_ON_EUROPEAN_UNION.id, "Articles 13 and 15"),
    (
        "European External Action Service",
        "European External Action Service",
        "EU",
        TREATY_ON_EUROPEAN_UNION.id,
        "Article 27",
    ),
    ("European Parliament", "European Parliament", "EU", TREATY_ON_EUROPEAN_UNION.id, "Articles 13 and 14"),
    ("FAO", "Food and Agriculture Organization of the United Nations", None, _AGENCIES, "on the FAO"),
    ("IAEA", "International Atomic Energy Agency", None, "statute-of-the-iaea", "Article I"),
    ("IBRD", "International Bank for Reconstruction and Development", "World Bank", _BANKS, "IBRD, Article I"),
    ("ICRC", "International Committee of the Red Cross", None, _RED_CROSS, "Article 5"),
    ("IDA", "International Development Association", "World Bank", _BANKS, "IDA, Article I"),
    ("IFC", "International Finance Corporation", "World Bank Group", _BANKS, "IFC, Article I"),
    ("IFRC", "International Federation of Red Cross and Red Crescent Societies", None, _RED_CROSS, "Article 6"),
    ("ILO", "International Labour Organization", None, _AGENCIES, "on the ILO"),
    ("IMF", "International Monetary Fund", None, "articles-of-the-imf", "Article I"),
    ("IOM", "International Organization for Migration", None, "un-resolution-70-296", "annex, Article 2"),
    ("KfW", "Kreditanstalt für Wiederaufbau", None, "tagesschau-2023-11-18", "¶1"),
    ("MIGA", "Multilateral Investment Guarantee Agency", "World Bank Group", _BANKS, "MIGA, Article 1"),
    ("NSPA", "NATO Support and Procurement Agency", "NATO", "nspo", "¶2, ¶4"),
    (
        "NSATU",
        "NATO Security Assistance and Training for Ukraine",
        "NATO",
        "nato-washington-2024",
        "on NATO Security Assistance and Training for Ukraine",
    ),
    (
        "OCHA",
        "United Nations Office for the Coordination of Humanitarian Affairs",
        "UN",
        "un-st-sgb-1999-8",
        "Section 1",
    ),
    ("OECD", "Organisation for Economic Co-operation and Development", None, "convention-on-the-oecd", "Article 1"),
    (
        "OHCHR",
        "Office of the United Nations High Commissioner for Human Rights",
        "UN",
        "un-resolution-48-141",
        "¶1, ¶6",
    ),
    ("OSCE", "Organization for Security and Co-operation in Europe", None, "budapest-document-1994", "Decision I, ¶1"),
    (
        "UN Women",
        "United Nations Entity for Gender Equality and the Empowerment of Women",
        "UN",
        "un-resolution-64-289",
        "¶49",
    ),
    ("UNDP", "United Nations Development Programme", "UN", "un-resolution-2029-xx", "¶1"),
    ("UNESCO", "United Nations Educational, Scientific and Cultural Organization", None, _AGENCIES, "on UNESCO"),
    ("UNFPA", "United Nations Population Fund", "UN", "un-resolution-3019-xxvii", "¶1"),
    ("UNHCR", "Office of the United Nations High Commissioner for Refugees", "UN", "un-resolution-428-v", "annex, ¶1"),
    ("UNICEF", "United Nations Children's Fund", "UN", "un-resolution-802-viii", "¶1"),
    ("UNIDO", "United Nations Industrial Development Organization", None, "un-resolution-2152-xxi", "Part I"),
    ("UNOPS", "United Nations Office for Project Services", "UN", "un-resolution-65-176", "title"),
    ("Ukrainian Red Cross Society", "Ukrainian Red Cross Society", None, "law-of-ukraine-330-iv", "ст. 1"),
    (
        "Union Civil Protection Mechanism",
        "Union Civil Protection Mechanism",
        "EU",
        "decision-eu-2013-1313",
        "Articles 1 and 12",
    ),
    ("WFP", "World Food Programme", "UN", "un-resolution-1714-xvi", "¶1"),
    ("WHO", "World Health Organization", None, "constitution-of-the-who", "Article 1"),
)
"""What aid to Ukraine goes through, and the institutions that speak of it. A specialised agency of the United Nations
is no part of it: it has members, organs and a budget of its own."""


def _catalogue() -> dict[str, tuple[Organisation, Citation]]:
    found = {organisation.id: (organisation, citation) for organisation, citation in _CITED.items()}
    for id, name, whole, source, at in _OTHERS:
        part_of = None if whole is None else found[whole][0]
        found[id] = Organisation(id=id, name=name, part_of=part_of), Citation(source, at)
    return dict(sorted(found.items()))


_CATALOGUE: Final = _catalogue()

ORGANISATIONS: Final[Mapping[str, Organisation]] = MappingProxyType(
    {id: organisation for id, (organisation, _) in _CATALOGUE.items()}
)
"""The organisations of this catalogue by id, in the order of ids. Documents name them by id alone."""

CITATIONS_OF_ORGANISATIONS: Final[Mapping[Organisation, tuple[Citation, ...]]] = MappingProxyType(
    {organisation: (citation,) for organisation, citation in _CATALOGUE.values()}
)
