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
COUNTRIES_AND_THE_EURO: Final = Source(
    id="commission-eu-countries-and-euro",
    title="EU countries and the euro",
    publisher="European Commission",
    url="https://economy-finance.ec.europa.eu/euro/eu-countries-and-euro_en",
)
AL_JAZEERA: Final = Source(
    id="aljazeera-2025-12-30",
    title="Which countries will start using the euro in 2026?",
    publisher="Al Jazeera",
    published="2025-12-30",
    url="https://www.aljazeera.com/news/2025/12/30/which-countries-will-start-using-the-euro-in-2026",
)
EFTA: Final = Source(
    id="efta-eea-enlargement",
    title="Enlargement of the EEA",
    publisher="European Free Trade Association",
    url="https://www.efta.int/eea/enlargement-of-the-eea",
)
LIECHTENSTEIN: Final = Source(
    id="llv-eea-agreement",
    title="EEA Agreement",
    publisher="National Administration of Liechtenstein",
    url="https://www.llv.li/en/national-administration/eea-coordination-unit/things-to-know/general-eea-information/eea-agreement",
)
JEF_LETTER: Final = Source(
    id="gov-uk-2014-jef",
    title="International partners sign Joint Expeditionary Force agreement",
    publisher="Ministry of Defence of the United Kingdom",
    published="2014-09",
    url="https://www.gov.uk/government/news/international-partners-sign-joint-expeditionary-force-agreement",
)
DAILY_FINLAND: Final = Source(
    id="daily-finland-2017-06-30",
    title="Finland, Sweden join UK-led response force",
    publisher="Daily Finland",
    published="2017-06-30",
    url="https://dailyfinland.fi/national/1252/Finland-Sweden-join-UK-led-response-force",
)
ICELAND_REVIEW: Final = Source(
    id="iceland-review-2021-jef",
    title="Iceland Joins UK-led Joint Expeditionary Forces",
    publisher="Iceland Review",
    published="2021",
    url="https://www.icelandreview.com/news/politics/iceland-joins-uk-led-joint-expeditionary-forces/",
)
NB8_NAMED: Final = Source(
    id="urm-nordic-baltic-cooperation",
    title="Nordic-Baltic cooperation (NB8)",
    publisher="Ministry of Foreign Affairs of Lithuania",
    url="https://www.urm.lt/en/lithuania-in-the-region-and-the-world/regional-cooperation/nordic-baltic-cooperation-nb8/1004",
)
WEIMAR: Final = Source(
    id="auswaertiges-amt-weimar-triangle",
    title="Das Weimarer Dreieck - die Entstehung",
    publisher="Federal Foreign Office of Germany",
    url="https://www.auswaertiges-amt.de/de/aussenpolitik/europa/zusammenarbeit-staaten/weimarerdreieckerklaerung1/216066",
)
WASHINGTON: Final = Source(
    id="nato-washington-2024",
    title="Washington Summit Declaration",
    publisher="NATO",
    published="2024-07-10",
    url="https://www.nato.int/cps/en/natohq/official_texts_227678.htm",
)
MACRO_FINANCIAL_ASSISTANCE_PLUS: Final = Source(
    id="regulation-eu-2022-2463",
    title="Regulation (EU) 2022/2463 establishing an instrument for providing support to Ukraine for 2023",
    publisher="Official Journal of the European Union",
    published="2022-12-16",
    url="https://eur-lex.europa.eu/eli/reg/2022/2463/oj",
)
UKRAINE_FACILITY: Final = Source(
    id="regulation-eu-2024-792",
    title="Regulation (EU) 2024/792 establishing the Ukraine Facility",
    publisher="Official Journal of the European Union",
    published="2024-02-29",
    url="https://eur-lex.europa.eu/eli/reg/2024/792/oj",
)
SECURITY_ACTION: Final = Source(
    id="regulation-eu-2025-1106",
    title="Council Regulation (EU) 2025/1106 establishing the Security Action for Europe (SAFE)",
    publisher="Official Journal of the European Union",
    published="2025-05-28",
    url="https://eur-lex.europa.eu/eli/reg/2025/1106/oj",
)
APULIA: Final = Source(
    id="g7-apulia-2024",
    title="G7 Leaders' statement (Apulia G7 Leaders' Communiqué)",
    publisher="Prime Minister of Canada",
    published="2024-06-14",
    url="https://pm.gc.ca/en/news/statements/2024/06/14/g7-leaders-statement",
)
EUROPEAN_COUNCIL_2024: Final = Source(
    id="european-council-2024-02-01",
    title="European Council conclusions, 1 February 2024",
    publisher="European External Action Service",
    published="2024-02-01",
    url="https://eeas.europa.eu/delegations/ukraine/european-council-conclusions-1-february-2024_en",
)
EUROPEAN_COUNCIL_2025: Final = Source(
    id="european-council-2025-12",
    title="European Council, 18 December 2025, Ukraine",
    publisher="European External Action Service",
    published="2025-12",
    url="https://www.eeas.europa.eu/delegations/ukraine/european-council-18-december-2025-ukraine_en",
)
DONETSK: Final = Source(
    id="donetsk-administration-2025-purl",
    title="NATO Secretary General welcomes first package of American equipment for Ukraine financed by the Netherlands",
    publisher="Donetsk Regional State Administration",
    published="2025-08",
    url="https://dn.gov.ua/en/news/heneralnyi-sekretar-nato-vitaie-pershyi-paket-amerykanskoho-sporiadzhennia-dlia-ukrainy-shcho-finansuietsia-niderlandamy-v-ramkakh-novoi-initsiatyvy-nato",
)
WIKIPEDIA: Final = Source(
    id="wikipedia-en",
    title="English Wikipedia: the article that is named",
    publisher="Wikimedia Foundation",
    url="https://en.wikipedia.org",
)
POLITICO: Final = Source(
    id="politico-2024-03-07",
    title="Czechia crowdfunds enough money in EU and beyond to buy 800,000 artillery shells for Ukraine",
    publisher="Politico",
    published="2024-03-07",
    url="https://www.politico.eu/article/czechia-crowdfunds-enough-money-in-eu-and-beyond-to-buy-800000-artillery-shells-for-ukraine/",
)
AFRICAN_MANAGER: Final = Source(
    id="african-manager-2022-12-harm",
    title="Moscou affirme avoir abattu quatre missiles HARM près de l'Ukraine",
    publisher="African Manager",
    published="2022-12",
    url="https://africanmanager.com/moscou-affirme-avoir-abattu-quatre-missiles-harm-pres-de-lukraine/",
)
OBS: Final = Source(
    id="obs-2022-m-55s",
    title="Словенія передала Україні 28 танків М-55С",
    publisher="OBS",
    url="https://www.obs.in.ua/news/mir/24703-sloveniya-peredala-ukrajini-28-tankiv-m-55s",
)
WIRTUALNA_POLSKA: Final = Source(
    id="wirtualna-polska-2022-06-m-80a",
    title="Słowenia wspiera Ukrainę. Wysłała 35 wozów M-80A",
    publisher="Wirtualna Polska",
    published="2022-06",
    url="https://tech.wp.pl/slowenia-wspiera-ukraine-wyslala-35-wozow-m-80a,6782298409192320a",
)
SUEDTIROL_NEWS: Final = Source(
    id="suedtirolnews-2023-skynex",
    title="Geheimwaffe: In Italien hergestellte Schweizer Flak schießt russische Raketen ab",
    publisher="Südtirol News",
    url="https://www.suedtirolnews.it/italien/geheimwaffe-in-italien-hergestellte-schweizer-flak-schiesst-russische-raketen-ab",
)
SEASPARROW: Final = Source(
    id="nato-1998-seasparrow",
    title="NATO's largest Cooperation Project marks 30 years",
    publisher="NATO",
    published="1998-10-16",
    url="https://www.nato.int/docu/pr/1998/p98-118e.htm",
)

_NAMED_ABOVE: Final = tuple(value for value in globals().values() if isinstance(value, Source))
SOURCES: Final[Mapping[str, Source]] = MappingProxyType(
    {source.id: source for source in sorted((*CHARTERS, *_NAMED_ABOVE), key=lambda source: source.id)}
)
"""Every document that a fact of this package cites, by id, in the order of ids."""
