"""The treaties, statutes and resolutions by which organisations exist, and a few accounts of those without one."""

import re
from typing import Final

from .._model.provenance import Source

_UN: Final = "United Nations"
_OFFICIAL_JOURNAL: Final = "Official Journal of the European Union"
_COUNCIL_OF_EUROPE: Final = "Council of Europe"


def _resolution(number: str, title: str, adopted: str) -> Source:
    """A resolution of the General Assembly."""
    return Source(
        id=f"un-resolution-{re.sub(r'[^a-z0-9]+', '-', number.lower()).strip('-')}",
        title=f"{title} (General Assembly resolution {number})",
        publisher=_UN,
        published=adopted,
        url=f"https://undocs.org/A/RES/{number.replace(' ', '')}",
    )


CHARTERS: Final[tuple[Source, ...]] = (
    _resolution("50 (I)", "Agreements with Specialized Agencies", "1946-12-14"),
    _resolution("428 (V)", "Statute of the Office of the United Nations High Commissioner for Refugees", "1950-12-14"),
    _resolution("802 (VIII)", "United Nations Children's Fund", "1953-10-06"),
    _resolution("1714 (XVI)", "World Food Programme", "1961-12-19"),
    _resolution(
        "2029 (XX)",
        "Consolidation of the Special Fund and the Expanded Programme of Technical Assistance in a United Nations"
        " Development Programme",
        "1965-11-22",
    ),
    _resolution("2152 (XXI)", "United Nations Industrial Development Organization", "1966-11-17"),
    _resolution("3019 (XXVII)", "United Nations Fund for Population Activities", "1972-12-18"),
    _resolution("48/141", "High Commissioner for the promotion and protection of all human rights", "1993-12-20"),
    _resolution("64/289", "System-wide coherence", "2010-07-02"),
    _resolution(
        "65/176",
        "United Nations Development Programme, United Nations Population Fund and United Nations Office for Project"
        " Services",
        "2010-12-20",
    ),
    _resolution(
        "70/296",
        "Agreement concerning the Relationship between the United Nations and the International Organization for"
        " Migration",
        "2016-07-25",
    ),
    Source(
        id="un-st-sgb-1999-8",
        title="Organization of the Office for the Coordination of Humanitarian Affairs (ST/SGB/1999/8)",
        publisher=_UN,
        published="1999",
        url="https://undocs.org/ST/SGB/1999/8",
    ),
    Source(
        id="constitution-of-the-who",
        title="Constitution of the World Health Organization",
        publisher="World Health Organization",
        published="1946-07-22",
        url="https://www.who.int/about/governance/constitution",
    ),
    Source(
        id="statute-of-the-iaea",
        title="The Statute of the IAEA",
        publisher="International Atomic Energy Agency",
        published="1956-10-23",
        url="https://www.iaea.org/about/statute",
    ),
    Source(
        id="articles-of-the-imf",
        title="Articles of Agreement of the International Monetary Fund",
        publisher="International Monetary Fund",
        published="1944-07-22",
        url="https://www.imf.org/external/pubs/ft/aa/index.htm",
    ),
    Source(
        id="articles-of-the-world-bank-group",
        title="Articles of Agreement of the institutions of the World Bank Group",
        publisher="World Bank",
        url="https://www.worldbank.org/en/about/articles-of-agreement",
    ),
    Source(
        id="decision-eec-1990-674",
        title="Council Decision 90/674/EEC on the conclusion of the Agreement establishing the European Bank for"
        " Reconstruction and Development",
        publisher="Official Journal of the European Communities",
        published="1990-11-19",
        url="https://eur-lex.europa.eu/eli/dec/1990/674/oj",
    ),
    Source(
        id="decision-ec-2006-500",
        title="Council Decision 2006/500/EC on the conclusion by the European Community of the Energy Community Treaty",
        publisher=_OFFICIAL_JOURNAL,
        published="2006-05-29",
        url="https://eur-lex.europa.eu/eli/dec/2006/500/oj",
    ),
    Source(
        id="decision-eu-2013-1313",
        title="Decision No 1313/2013/EU on a Union Civil Protection Mechanism, as amended",
        publisher=_OFFICIAL_JOURNAL,
        published="2013-12-17",
        url="https://eur-lex.europa.eu/eli/dec/2013/1313/oj",
    ),
    Source(
        id="statute-of-the-council-of-europe",
        title="Statute of the Council of Europe (ETS No. 1)",
        publisher=_COUNCIL_OF_EUROPE,
        published="1949-05-05",
        url="https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=001",
    ),
    Source(
        id="third-protocol-of-the-council-of-europe",
        title="Third Protocol to the General Agreement on Privileges and Immunities of the Council of Europe"
        " (ETS No. 28)",
        publisher=_COUNCIL_OF_EUROPE,
        published="1959-03-06",
        url="https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=028",
    ),
    Source(
        id="budapest-document-1994",
        title="Budapest Document 1994: Towards a Genuine Partnership in a New Era",
        publisher="Conference on Security and Co-operation in Europe",
        published="1994-12",
        url="https://www.osce.org/mc/39554",
    ),
    Source(
        id="convention-on-the-oecd",
        title="Convention on the Organisation for Economic Co-operation and Development",
        publisher="Latvijas Vēstnesis",
        published="1960-12-14",
        url="https://likumi.lv/ta/en/starptautiskie-ligumi/"
        "id/1353-convention-on-the-organisation-for-economic-co-operation-and-development",
    ),
    Source(
        id="statutes-of-the-red-cross-movement",
        title="Statutes of the International Red Cross and Red Crescent Movement",
        publisher="International Committee of the Red Cross",
        published="1986",
        url="https://www.icrc.org/eng/assets/files/other/statutes-en-a5.pdf",
    ),
    Source(
        id="law-of-ukraine-330-iv",
        title="Закон України «Про Товариство Червоного Хреста України» № 330-IV",
        publisher="Верховна Рада України",
        published="2002-11-28",
        url="https://zakon.rada.gov.ua/laws/show/330-15",
    ),
    Source(
        id="nspo",
        title="NATO Support and Procurement Organisation (NSPO)",
        publisher="NATO Support and Procurement Agency",
        url="https://www.nspa.nato.int/about/nspo",
    ),
    Source(
        id="tagesschau-2023-11-18",
        title="Wenn der Staat Geld verteilen will",
        publisher="Tagesschau",
        published="2023-11-18",
        url="https://www.tagesschau.de/wirtschaft/finanzen/kfw-foerderbank-75-jahre-100.html",
    ),
    Source(
        id="dz-u-2003-65-594",
        title="Ustawa z dnia 14 marca 2003 r. o Banku Gospodarstwa Krajowego",
        publisher="Dziennik Ustaw",
        published="2003-03-14",
        url="https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20030650594",
    ),
)
"""Each is cited by an organisation of the catalogue. Those that state other facts too stand in `_sources`."""
