"""The documents that the facts of this package rest on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .._model.provenance import Source
from ._charters import CHARTERS

KIEL_7: Final = Source(
    id="kiel-7",
    title="Ukraine Support Tracker, release 7 (Kiel Working Paper 2218)",
    publisher="Kiel Institute for the World Economy",
    published="2022-10-11",
    url="https://www.ifw-kiel.de/publications/ukraine-support-tracker-data-20758/",
)
KIEL_18: Final = Source(
    id="kiel-18",
    title="Ukraine Support Tracker, release 18, main data",
    publisher="Kiel Institute for the World Economy",
    published="2024-08-06",
    url="https://www.ifw-kiel.de/publications/ukraine-support-tracker-data-20758/",
)
SIPRI: Final = Source(
    id="sipri-2026-05-18",
    title="Arms Transfers Database, trade register: Ukraine, ordered 2022 and later",
    publisher="Stockholm International Peace Research Institute",
    published="2026-05-18",
    url="https://armstransfers.sipri.org",
)
DSCA: Final = Source(
    id="dsca-22-30",
    title="Ukraine – Non-Standard Ammunition (transmittal 22-30)",
    publisher="Defense Security Cooperation Agency",
    published="2022-04-25",
    url="https://www.dsca.mil/sites/default/files/mas/Press%20Release%20-%20Ukraine%2022-30%20CN.pdf",
)
KYIV_INDEPENDENT: Final = Source(
    id="kyiv-independent-2023-06-07",
    title="Ukraine wants to produce NATO-standard 155 mm shells",
    publisher="The Kyiv Independent",
    published="2023-06-07",
    url="https://kyivindependent.com/ukraine-to-produce-nato-standard-155-mm-shells/",
)
LA_STAMPA: Final = Source(
    id="la-stampa-2022-07-27",
    title="I russi distruggono un 2S7 Pion ucraino",
    publisher="La Stampa",
    published="2022-07-27",
    url="https://www.lastampa.it/esteri/2022/07/27/video/"
    "i_russi_distruggono_un_2s7_pion_ucraino_il_semovente_cingolato_pesante_piu_potente_del_mondo-5480384/",
)
US_ARMY: Final = Source(
    id="us-army-type-59-1",
    title="Type 59-1 130mm towed field gun (self-guided tour of Memorial Field)",
    publisher="Rock Island Arsenal, United States Army",
    url="https://www.army.mil/article/223060/ria_self_guided_tour_type_59_1_130mm_towed_field_gun",
)
TORUN: Final = Source(
    id="torun-82-mm-mortar",
    title="82 mm moździerz wz. 1941 (Muzeum Artylerii w Toruniu)",
    publisher="Zabytki techniki",
    url="https://zabytki-techniki.org.pl/index.php/muzeum-artylerii-w-toruniu-wirtualny/246-artyleria-torun/"
    "1668-82-mm-mozdzierz-wz-1941",
)
BUKVY: Final = Source(
    id="bukvy-pion",
    title="Повернення «Піона»: артилеристи ЗСУ отримали боєприпаси для найпотужнішої у світі САУ",
    publisher="Букви",
    url="https://bukvy.org/povernennya-piona-artylerysty-zsu-otrymaly-boyeprypasy-dlya-najpotuzhnishoyi-u-sviti-sau",
)
DRZONOW: Final = Source(
    id="drzonow-zsu-57-2",
    title="Przeciwlotnicze działo samobieżne ZSU-57-2 (eksponat września 2017)",
    publisher="Lubuskie Muzeum Wojskowe w Drzonowie",
    published="2017-09",
    url="https://muzeum.drzonow.eu/index.php/eksponat-wrzesnia-2017",
)
IL_TEMPO: Final = Source(
    id="il-tempo-2023-01-07",
    title="Il cannone SPG-9 contro i soldati russi",
    publisher="Il Tempo",
    published="2023-01-07",
    url="https://www.iltempo.it/esteri/2023/01/07/news/"
    "russi-morti-in-ucraina-oggi-video-cannone-spg-9-micidiale-contro-soldati-34458898/",
)
LB_UA: Final = Source(
    id="lb-ua-2021-06-03",
    title="Украина начнет серийный выпуск 30-мм выстрелов для автоматических гранатометов",
    publisher="LB.ua",
    published="2021-06-03",
    url="https://rus.lb.ua/economics/2021/06/03/486215_ukraina_pochne_seriyniy_vipusk_30mm.html",
)
UKRINFORM: Final = Source(
    id="ukrinform-lithuania-2016",
    title="Litauen liefert 2016 146 schwere Maschinengewehre an Ukraine",
    publisher="Ukrinform",
    url="https://www.ukrinform.de/amp/"
    "rubric-defense/2165110-litauen-liefert-2016-146-schwere-maschinengewehre-an-ukraine.html",
)
HARTPUNKT: Final = Source(
    id="hartpunkt-2025-taurus",
    title="Saab soll Komponenten für Taurus KEPD 350 liefern",
    publisher="hartpunkt",
    published="2025-03",
    url="https://hartpunkt.de/saab-soll-komponenten-fuer-taurus-kepd-350-liefern",
)
SAAB: Final = Source(
    id="saab-taurus-kepd-350",
    title="TAURUS KEPD 350",
    publisher="Saab",
    url="https://www.saab.com/products/taurus-kepd-350",
    through="hartpunkt-2025-taurus",
)
FORCES_NEWS: Final = Source(
    id="forces-news-2017-storm-shadow",
    title="RAF's Long-Range Missile Set For £146m Upgrade",
    publisher="Forces News",
    published="2017",
    url="https://www.forcesnews.com/services/raf/rafs-long-range-missile-set-ps146m-upgrade",
)
DEFENCE_BLOG: Final = Source(
    id="defence-blog-2025-07-10",
    title="MBDA restarts SCALP/Storm Shadow missile production",
    publisher="Defence Blog",
    published="2025-07-10",
    url="https://defence-blog.com/mbda-restarts-scalp-storm-shadow-missile-production/",
)
TREATY_ON_EUROPEAN_UNION: Final = Source(
    id="treaty-on-european-union",
    title="Treaty on European Union, consolidated version",
    publisher="Official Journal of the European Union",
    published="2016-06-07",
    url="https://eur-lex.europa.eu/eli/treaty/teu_2016/oj",
)
TREATY_ON_THE_FUNCTIONING: Final = Source(
    id="treaty-on-the-functioning-of-the-eu",
    title="Treaty on the Functioning of the European Union, consolidated version",
    publisher="Official Journal of the European Union",
    published="2016-06-07",
    url="https://eur-lex.europa.eu/eli/treaty/tfeu_2016/oj",
)
PEACE_FACILITY_DECISION: Final = Source(
    id="decision-cfsp-2021-509",
    title="Council Decision (CFSP) 2021/509 establishing a European Peace Facility",
    publisher="Official Journal of the European Union",
    published="2021-03-24",
    url="https://eur-lex.europa.eu/eli/dec/2021/509/oj",
)
EU_ENLARGEMENTS: Final = Source(
    id="european-parliament-enlargements",
    title="40 years of EU enlargements: who has joined the EU so far?",
    publisher="European Parliament",
    url="https://www.europarl.europa.eu/external/html/euenlargement/default_en.htm",
)
WITHDRAWAL_AGREEMENT: Final = Source(
    id="withdrawal-agreement-2020",
    title="Agreement on the withdrawal of the United Kingdom from the European Union",
    publisher="Official Journal of the European Union",
    published="2020-01-31",
    url="https://eur-lex.europa.eu/eli/treaty/withd_2020/sign",
)
NORTH_ATLANTIC_TREATY: Final = Source(
    id="north-atlantic-treaty",
    title="The North Atlantic Treaty",
    publisher="NATO",
    published="1949-04-04",
    url="https://www.nato.int/cps/en/natohq/official_texts_17120.htm",
)
NATO_MEMBERS: Final = Source(
    id="nato-member-countries",
    title="NATO member countries",
    publisher="NATO",
    url="https://www.nato.int/cps/en/natohq/topics_52044.htm",
)
HAJNAL: Final = Source(
    id="hajnal-summit-meetings",
    title="Peter I. Hajnal, Summit meetings",
    publisher="Routledge",
    url="https://doi.org/10.4324/9780429436406-2",
)
HIROSHIMA: Final = Source(
    id="g7-hiroshima-faq",
    title="G7 Hiroshima Summit: frequently asked questions",
    publisher="Ministry of Foreign Affairs of Japan",
    published="2023",
    url="https://www.g7hiroshima.go.jp/en/summit/about/faq/",
)
CHARTER: Final = Source(
    id="un-charter",
    title="Charter of the United Nations",
    publisher="United Nations",
    published="1945-06-26",
    url="https://www.un.org/en/about-us/un-charter",
)
COUNTRIES_USING_THE_EURO: Final = Source(
    id="countries-using-the-euro",
    title="Countries using the euro",
    publisher="European Union",
    url="https://european-union.europa.eu/institutions-law-budget/euro/countries-using-euro_en",
)
EFTA: Final = Source(
    id="efta-eea-agreement",
    title="The Agreement on the European Economic Area",
    publisher="European Free Trade Association",
    url="https://www.efta.int/eea",
)
JEF_NATIONS: Final = Source(
    id="jef-nations",
    title="About the Joint Expeditionary Force",
    publisher="Joint Expeditionary Force",
    url="https://jefnations.org/about-the-jef/",
)
BUCHAREST: Final = Source(
    id="bucharest-declaration-2015",
    title="Joint Declaration on Allied Solidarity and Shared Responsibility",
    publisher="Presidential Administration of Romania",
    published="2015-11-04",
    url="https://www.presidency.ro",
)
WEIMAR: Final = Source(
    id="weimar-declaration-1991",
    title="Joint declaration of the foreign ministers of Germany, France and Poland on the future of Europe, Weimar",
    publisher="Federal Foreign Office",
    published="1991-08-29",
    url="https://www.auswaertiges-amt.de",
)
WASHINGTON: Final = Source(
    id="nato-washington-2024",
    title="Washington Summit Declaration",
    publisher="NATO",
    published="2024-07-10",
    url="https://www.nato.int/cps/en/natohq/official_texts_227678.htm",
)
WIKIPEDIA: Final = Source(
    id="wikipedia-en",
    title="English Wikipedia: the summary at the head of an article on a weapon",
    publisher="Wikimedia Foundation",
    url="https://en.wikipedia.org",
)
USAF: Final = Source(
    id="us-air-force-fact-sheets",
    title="Fact sheets",
    publisher="United States Air Force",
    url="https://www.af.mil/About-Us/Fact-Sheets/",
)
US_NAVY: Final = Source(
    id="us-navy-fact-files",
    title="Fact files",
    publisher="United States Navy",
    url="https://www.navy.mil/Resources/Fact-Files/",
)

SOURCES: Final[Mapping[str, Source]] = MappingProxyType(
    {
        source.id: source
        for source in sorted(
            (
                *CHARTERS,
                BUCHAREST,
                BUKVY,
                CHARTER,
                COUNTRIES_USING_THE_EURO,
                DEFENCE_BLOG,
                DRZONOW,
                DSCA,
                EFTA,
                EU_ENLARGEMENTS,
                FORCES_NEWS,
                HAJNAL,
                HARTPUNKT,
                HIROSHIMA,
                IL_TEMPO,
                JEF_NATIONS,
                KIEL_18,
                KIEL_7,
                KYIV_INDEPENDENT,
                LA_STAMPA,
                LB_UA,
                NATO_MEMBERS,
                NORTH_ATLANTIC_TREATY,
                PEACE_FACILITY_DECISION,
                SAAB,
                SIPRI,
                TORUN,
                TREATY_ON_EUROPEAN_UNION,
                TREATY_ON_THE_FUNCTIONING,
                UKRINFORM,
                USAF,
                US_ARMY,
                US_NAVY,
                WASHINGTON,
                WEIMAR,
                WIKIPEDIA,
                WITHDRAWAL_AGREEMENT,
            ),
            key=lambda source: source.id,
        )
    }
)
"""Every document that a fact of this package cites, by id, in the order of ids."""
