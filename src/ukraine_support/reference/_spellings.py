"""What parties are called besides their names in the lists of codes and the catalogue: data for `find_party`.

Only what no rule gives stands here. `_names` finds the inverted and shortened forms of all of them, such as `Korea,
Republic of` and `Korea, Rep.` for `Republic of Korea`.
"""

from collections.abc import Iterator
from typing import Final

from .._iso import COUNTRIES

# The form of a full name, and whose it is: "Republic of" before the usual name
_FULL_FORMS: Final = """\
Republic of: AL AM AO AT AZ BA BG BI BJ BW BY CI CL CM CO CR CU CV CY CZ DJ EC EE FI FJ GA GE GH GM GN GQ GT GW GY HN
    HR HT HU ID IE IN IQ IS IT KE KI KZ LB LR LT LV MD MG MH MK ML MM MT MU MV MW MZ NA NE NI NR PA PE PH PL PT PW PY
    RO RS RW SC SD SG SI SK SL SM SN SR SS SV TD TG TJ TM TN TR TT UA UG UZ VE VU XK YE ZA ZM ZW;
Arab Republic of: EG;
Bolivarian Republic of: VE;
Commonwealth of: AU BS DM MP;
Cooperative Republic of: GY;
Democratic Republic of: ST TL;
Democratic Socialist Republic of: LK;
Eastern Republic of: UY;
Federal Democratic Republic of: ET NP;
Federal Republic of: DE NG SO;
Federated States of: FM;
Federative Republic of: BR;
Grand Duchy of: LU;
Hashemite Kingdom of: JO;
Independent State of: PG WS;
Islamic Emirate of: AF;
Islamic Republic of: AF GM IR MR PK;
Kingdom of: BE BH BT DK ES KH LS MA NL NO SA SE SZ TH TO;
People's Democratic Republic of: DZ;
People's Republic of: BD CN;
Plurinational State of: BO;
Principality of: AD LI MC;
Socialist Republic of: VN;
State of: ER IL KW LY PS QA;
Sultanate of: OM;
Union of: KM MM;
United Republic of: TZ"""

# code: names besides the one in `_iso` and the full forms: common, former, adjectival, and as Kiel, SIPRI, the World
# Bank, the IMF and the United Nations spell them
_COUNTRY_NAMES: Final = """\
AE: UAE, Emirates;
AR: Argentine Republic;
AX: Aland;
BA: Bosnia, BiH;
BF: Burkina;
BN: Brunei Darussalam;
BQ: Bonaire Sint Eustatius and Saba, BES Islands;
BY: Byelorussia, Belorussia;
CD: DR Congo, DRC, Congo DR, Congo - Kinshasa, Congo, Dem. Rep. Congo;
CF: CAR;
CG: Congo - Brazzaville, Congo Republic, Congo;
CH: Swiss Confederation;
CI: Ivory Coast;
CN: PRC, P.R. China, China PR, China mainland, Mainland China, China P.R. Mainland;
CV: Cape Verde;
CZ: Czech Republic;
DE: FRG, West Germany, West Germany (FRG);
EH: Sahrawi Arab Democratic Republic;
FK: Falklands, Malvinas, Falkland Islands (Malvinas), Islas Malvinas;
FO: Faeroe Islands;
FR: French Republic;
GA: Gabonese Republic;
GB: UK, Great Britain, Britain, Great Britain and Northern Ireland, United Kingdom of Great Britain and Northern
    Ireland;
GG: Channel Islands;
GR: Hellenic Republic, Hellas;
GS: South Georgia;
HK: Hong Kong SAR, Hong Kong Special Administrative Region, Hong Kong China, Hong Kong SAR China, Hong Kong Special
    Administrative Region of China, China Hong Kong Special Administrative Region, China P.R. Hong Kong;
IE: Eire;
IR: Persia, IR Iran;
IT: Italian Republic;
JE: Channel Islands;
KG: Kyrgyz Republic, Kirghizia, Kirgizia;
KN: Saint Christopher and Nevis;
KP: DPRK, DPR Korea, Korea DPR, Democratic People's Republic of Korea, Democratic Republic of Korea, Korea;
KR: ROK, Republic of Korea, Korea, Korea Republic, Republic of South Korea;
LA: Lao PDR, Lao People's Democratic Republic;
LB: Lebanese Republic;
LK: Ceylon;
LU: Luxemburg;
LY: Libyan Arab Jamahiriya, Socialist People's Libyan Arab Jamahiriya, Great Socialist People's Libyan Arab
    Jamahiriya;
MD: Moldavia;
MF: Saint Martin (French part);
MK: Macedonia, Republic of Macedonia, FYROM, FYR Macedonia, Former Yugoslav Republic of Macedonia, Macedonia (FYROM),
    North Macedonia (FYROM), TFYR Macedonia;
MM: Burma, Union of Burma, Republic of the Union of Myanmar;
MO: Macau, Macao SAR, Macau SAR, Macao SAR China, Macau SAR China, Macao China, Macao Special Administrative Region
    of China, China Macao Special Administrative Region, China P.R. Macao;
MX: United Mexican States;
NL: Holland;
PN: Pitcairn;
PR: Puerto Rico (US);
PS: Palestinian Territories, Palestinian Territory, Occupied Palestinian Territory, Palestinian Authority, West Bank
    and Gaza, West Bank and Gaza Strip, Occupied Palestinian Territories, oPt;
PT: Portuguese Republic;
RU: Russian Federation;
RW: Rwandese Republic;
SA: KSA;
SH: Saint Helena Ascension and Tristan da Cunha;
SJ: Svalbard and Jan Mayen Islands;
SK: Slovak Republic;
SX: Sint Maarten (Dutch part), Saint Maarten;
SY: Syrian Arab Republic;
SZ: Swaziland, Kingdom of Swaziland;
TF: French Southern and Antarctic Lands;
TG: Togolese Republic;
TH: Siam;
TL: East Timor;
TR: Turkey, Turkiye, Republic of Turkey;
TW: Chinese Taipei, Taiwan (ROC), Taiwan China, Taiwan Province of China, Republic of China;
US: USA, US, United States of America, US of America;
VA: Holy See, Vatican, Vatican City State;
VC: Saint Vincent;
VE: Venezuela RB, República Bolivariana de Venezuela, Rep. Bolivariana de Venezuela;
VG: Virgin Islands;
VI: Virgin Islands, US Virgin Islands, Virgin Islands of the United States;
VN: Viet Nam, Socialist Republic of Viet Nam;
WF: Wallis and Futuna Islands;
WS: Western Samoa;
XK: Kosovo (UNSCR 1244), Kosovo (under UNSCR 1244/99), Kosovo (under UNSC 1244), Kosovo (UNSCR 1244/1999), Kosovo
    (under United Nations Security Council Resolution 1244/99)"""


_FORMER_NAMES: Final = """\
BUMM: Socialist Republic of the Union of Burma;
BYAA: Byelorussian Soviet Socialist Republic, Byelorussian SSR Soviet Socialist Republic;
CSHH: Czechoslovak Socialist Republic;
DDDE: German Democratic Republic, GDR, East Germany (GDR);
HVBF: Republic of Upper Volta;
PUUM: US Miscellaneous Pacific Islands;
RHZW: Rhodesia;
SUHH: USSR, Union of Soviet Socialist Republics;
VDVN: North Viet Nam, Democratic Republic of Vietnam, Democratic Republic of Viet-Nam;
YDYE: Democratic Yemen, People's Democratic Republic of Yemen, Democratic People's Democratic Republic of Yemen,
    South Yemen (PDRY);
YUCS: Socialist Federal Republic of Yugoslavia, SFRY, SFR Yugoslavia, FR Yugoslavia, Federal Republic of Yugoslavia;
ZRCD: Republic of Zaire"""

# id: names besides the id and the full name
_ORGANISATION_NAMES: Final = """\
BGK: National Development Bank of Poland;
Council of Europe: CoE;
Council of Europe Development Bank: CEB;
Council of the European Union: EU Council, Council of the EU;
EU: EU (Commission and Council), EU Institutions;
European Central Bank: ECB;
European Commission: EU Commission, European Commission (EC);
European External Action Service: EEAS;
European Investment Bank: EIB;
European Parliament: EU Parliament;
European Peace Facility: EPF, EU Peace Facility;
FAO: Food and Agriculture Organization, UN FAO;
G7: Group of 7, G-7;
IBRD: WB IBRD, World Bank (IBRD);
ICRC: Red Cross, International Red Cross, International Red Cross Committee;
IDA: WB IDA, World Bank (IDA);
IFC: WB IFC, World Bank (IFC);
IFRC: Red Cross, International Red Cross, Red Cross and Red Crescent, International Federation of the Red Cross;
IOM: UN Migration, UN Migration Agency, UN IOM;
KfW: KfW Group, KfW Bankengruppe, KfW Development Bank, KfW Entwicklungsbank;
MIGA: WB MIGA, World Bank (MIGA);
NATO: North Atlantic Alliance;
NSPA: NSPO, NATO Support and Procurement Organisation;
OCHA: UN OCHA, UNOCHA, UN Office for the Coordination of Humanitarian Affairs, Office for the Coordination of
    Humanitarian Affairs;
OECD: Organisation for Economic Cooperation and Development;
OHCHR: UN Human Rights, UN Human Rights Office, UN OHCHR;
OSCE: Organization for Security and Cooperation in Europe;
UN: United Nations Organization, UNO;
UN Women: UNWOMEN;
UNDP: UN Development Programme;
UNESCO: UN Educational Scientific and Cultural Organization;
UNFPA: UN Population Fund;
UNHCR: United Nations High Commissioner for Refugees, UN High Commissioner for Refugees, UN Refugee Agency;
UNICEF: UN Children's Fund, United Nations International Children's Emergency Fund;
UNIDO: UN Industrial Development Organization;
UNOPS: UN Office for Project Services;
Ukrainian Red Cross Society: Red Cross, Ukrainian Red Cross, Ukraine Red Cross, Red Cross Society of Ukraine, Red
    Cross of Ukraine, URCS;
Union Civil Protection Mechanism: UCPM, EU Civil Protection Mechanism, European Civil Protection Mechanism, European
    Union Civil Protection Mechanism, EU Civil Protection, European Civil Protection, rescEU, UCPM rescEU;
WFP: UN World Food Programme, UN WFP;
WHO: UN WHO;
World Bank: WB;
World Bank Group: WBG"""

_PARTS: Final = "GB: England, Northern Ireland, Scotland, Wales"

STATES_WITHOUT_CODE: Final = (
    "Biafra",
    "Katanga",
    "North Yemen",
    "Northern Cyprus",
    "South Viet Nam",
    "South Vietnam",
    "Zanzibar",
)
"""States of SIPRI's register to which ISO 3166 gave no code, or one that now means another: organisations by name."""


def _entries(block: str) -> Iterator[tuple[str, str]]:
    """What heads each entry, with each name that stands under it."""
    for entry in " ".join(block.split()).split("; "):
        head, _, names = entry.partition(": ")
        yield from ((head, name) for name in names.split(", "))


def _full_names() -> Iterator[tuple[str, str]]:
    for form, codes in _entries(_FULL_FORMS):
        yield from ((code, f"{form} {COUNTRIES[code][2]}") for code in codes.split())


NAMES_OF_COUNTRIES: Final = (*_full_names(), *_entries(_COUNTRY_NAMES))
"""Code and name of each country, besides the usual ones."""
NAMES_OF_FORMER_COUNTRIES: Final = tuple(_entries(_FORMER_NAMES))
"""Code and name of former countries, besides the usual ones."""
NAMES_OF_ORGANISATIONS: Final = tuple(_entries(_ORGANISATION_NAMES))
"""Id and name of each organisation of the catalogue, besides the id and the full name."""
NAMES_OF_PARTS: Final = tuple(_entries(_PARTS))
"""Code of a country, and the name of a part of it that tables of countries name in its place."""
