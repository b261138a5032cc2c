"""Codes of countries, former countries and currencies, as constants.

* Countries: ISO 3166-1, the 249 codes officially assigned in February 2026, and `XK` for Kosovo, which ISO
  leaves to its users and the European Commission, the IMF and SWIFT use. The short names are the common
  English ones, not the standard's ("Moldova", not "Moldova, Republic of").
* Former countries: ISO 3166-3, all 31, each with the day or year in which its code was withdrawn.
* Currencies: ISO 4217, lists one (current) and three (withdrawn), as of January 2026, when Bulgaria took
  the euro. Only money: no metals (`XAU`), bond-market units (`XBA`), funds and indexed units (`CLF`, `USN`,
  `XSU`), units of account of development banks (`XUA`, `XAD`), no test code (`XTS`), no `XXX`.
  `XDR` is the exception: the IMF's programmes for Ukraine are denominated in it.
  The convertible and financial accounts that Belgium, Luxembourg, South Africa and Spain once kept (`BEC`,
  `ZAL`, …) were money at another rate of exchange, and are in.
  Minor-unit digits are ISO's for current currencies (ISO gives none for `XDR`: 2 here) and CLDR's for
  withdrawn ones, of which ISO publishes none.
* Which country uses which currency: CLDR's list of tender, with Bulgaria's euro.

The tests check these lists against pycountry and babel, with each difference named.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["CODES_OF_THE_EU", "COUNTRIES", "CURRENCIES", "CURRENCIES_OF", "FORMER_COUNTRIES", "WITHDRAWN_CURRENCIES"]

# Blocks of text, cut up once: some 550 literal tuples would take ten times as many lines.

# alpha-2, alpha-3, numeric, name
_COUNTRIES = """\
AD AND 020 Andorra; AE ARE 784 United Arab Emirates; AF AFG 004 Afghanistan; AG ATG 028 Antigua and Barbuda;
AI AIA 660 Anguilla; AL ALB 008 Albania; AM ARM 051 Armenia; AO AGO 024 Angola; AQ ATA 010 Antarctica;
AR ARG 032 Argentina; AS ASM 016 American Samoa; AT AUT 040 Austria; AU AUS 036 Australia; AW ABW 533 Aruba;
AX ALA 248 Åland Islands; AZ AZE 031 Azerbaijan; BA BIH 070 Bosnia and Herzegovina; BB BRB 052 Barbados;
BD BGD 050 Bangladesh; BE BEL 056 Belgium; BF BFA 854 Burkina Faso; BG BGR 100 Bulgaria; BH BHR 048 Bahrain;
BI BDI 108 Burundi; BJ BEN 204 Benin; BL BLM 652 Saint Barthélemy; BM BMU 060 Bermuda; BN BRN 096 Brunei;
BO BOL 068 Bolivia; BQ BES 535 Caribbean Netherlands; BR BRA 076 Brazil; BS BHS 044 Bahamas; BT BTN 064 Bhutan;
BV BVT 074 Bouvet Island; BW BWA 072 Botswana; BY BLR 112 Belarus; BZ BLZ 084 Belize; CA CAN 124 Canada;
CC CCK 166 Cocos (Keeling) Islands; CD COD 180 Democratic Republic of the Congo; CF CAF 140 Central African Republic;
CG COG 178 Republic of the Congo; CH CHE 756 Switzerland; CI CIV 384 Côte d'Ivoire; CK COK 184 Cook Islands;
CL CHL 152 Chile; CM CMR 120 Cameroon; CN CHN 156 China; CO COL 170 Colombia; CR CRI 188 Costa Rica; CU CUB 192 Cuba;
CV CPV 132 Cabo Verde; CW CUW 531 Curaçao; CX CXR 162 Christmas Island; CY CYP 196 Cyprus; CZ CZE 203 Czechia;
DE DEU 276 Germany; DJ DJI 262 Djibouti; DK DNK 208 Denmark; DM DMA 212 Dominica; DO DOM 214 Dominican Republic;
DZ DZA 012 Algeria; EC ECU 218 Ecuador; EE EST 233 Estonia; EG EGY 818 Egypt; EH ESH 732 Western Sahara;
ER ERI 232 Eritrea; ES ESP 724 Spain; ET ETH 231 Ethiopia; FI FIN 246 Finland; FJ FJI 242 Fiji;
FK FLK 238 Falkland Islands; FM FSM 583 Micronesia; FO FRO 234 Faroe Islands; FR FRA 250 France; GA GAB 266 Gabon;
GB GBR 826 United Kingdom; GD GRD 308 Grenada; GE GEO 268 Georgia; GF GUF 254 French Guiana; GG GGY 831 Guernsey;
GH GHA 288 Ghana; GI GIB 292 Gibraltar; GL GRL 304 Greenland; GM GMB 270 Gambia; GN GIN 324 Guinea;
GP GLP 312 Guadeloupe; GQ GNQ 226 Equatorial Guinea; GR GRC 300 Greece;
GS SGS 239 South Georgia and the South Sandwich Islands; GT GTM 320 Guatemala; GU GUM 316 Guam;
GW GNB 624 Guinea-Bissau; GY GUY 328 Guyana; HK HKG 344 Hong Kong; HM HMD 334 Heard Island and McDonald Islands;
HN HND 340 Honduras; HR HRV 191 Croatia; HT HTI 332 Haiti; HU HUN 348 Hungary; ID IDN 360 Indonesia;
IE IRL 372 Ireland; IL ISR 376 Israel; IM IMN 833 Isle of Man; IN IND 356 India;
IO IOT 086 British Indian Ocean Territory; IQ IRQ 368 Iraq; IR IRN 364 Iran; IS ISL 352 Iceland; IT ITA 380 Italy;
JE JEY 832 Jersey; JM JAM 388 Jamaica; JO JOR 400 Jordan; JP JPN 392 Japan; KE KEN 404 Kenya; KG KGZ 417 Kyrgyzstan;
KH KHM 116 Cambodia; KI KIR 296 Kiribati; KM COM 174 Comoros; KN KNA 659 Saint Kitts and Nevis;
KP PRK 408 North Korea; KR KOR 410 South Korea; KW KWT 414 Kuwait; KY CYM 136 Cayman Islands; KZ KAZ 398 Kazakhstan;
LA LAO 418 Laos; LB LBN 422 Lebanon; LC LCA 662 Saint Lucia; LI LIE 438 Liechtenstein; LK LKA 144 Sri Lanka;
LR LBR 430 Liberia; LS LSO 426 Lesotho; LT LTU 440 Lithuania; LU LUX 442 Luxembourg; LV LVA 428 Latvia;
LY LBY 434 Libya; MA MAR 504 Morocco; MC MCO 492 Monaco; MD MDA 498 Moldova; ME MNE 499 Montenegro;
MF MAF 663 Saint Martin; MG MDG 450 Madagascar; MH MHL 584 Marshall Islands; MK MKD 807 North Macedonia;
ML MLI 466 Mali; MM MMR 104 Myanmar; MN MNG 496 Mongolia; MO MAC 446 Macao; MP MNP 580 Northern Mariana Islands;
MQ MTQ 474 Martinique; MR MRT 478 Mauritania; MS MSR 500 Montserrat; MT MLT 470 Malta; MU MUS 480 Mauritius;
MV MDV 462 Maldives; MW MWI 454 Malawi; MX MEX 484 Mexico; MY MYS 458 Malaysia; MZ MOZ 508 Mozambique;
NA NAM 516 Namibia; NC NCL 540 New Caledonia; NE NER 562 Niger; NF NFK 574 Norfolk Island; NG NGA 566 Nigeria;
NI NIC 558 Nicaragua; NL NLD 528 Netherlands; NO NOR 578 Norway; NP NPL 524 Nepal; NR NRU 520 Nauru; NU NIU 570 Niue;
NZ NZL 554 New Zealand; OM OMN 512 Oman; PA PAN 591 Panama; PE PER 604 Peru; PF PYF 258 French Polynesia;
PG PNG 598 Papua New Guinea; PH PHL 608 Philippines; PK PAK 586 Pakistan; PL POL 616 Poland;
PM SPM 666 Saint Pierre and Miquelon; PN PCN 612 Pitcairn Islands; PR PRI 630 Puerto Rico; PS PSE 275 Palestine;
PT PRT 620 Portugal; PW PLW 585 Palau; PY PRY 600 Paraguay; QA QAT 634 Qatar; RE REU 638 Réunion; RO ROU 642 Romania;
RS SRB 688 Serbia; RU RUS 643 Russia; RW RWA 646 Rwanda; SA SAU 682 Saudi Arabia; SB SLB 090 Solomon Islands;
SC SYC 690 Seychelles; SD SDN 729 Sudan; SE SWE 752 Sweden; SG SGP 702 Singapore; SH SHN 654 Saint Helena;
SI SVN 705 Slovenia; SJ SJM 744 Svalbard and Jan Mayen; SK SVK 703 Slovakia; SL SLE 694 Sierra Leone;
SM SMR 674 San Marino; SN SEN 686 Senegal; SO SOM 706 Somalia; SR SUR 740 Suriname; SS SSD 728 South Sudan;
ST STP 678 São Tomé and Príncipe; SV SLV 222 El Salvador; SX SXM 534 Sint Maarten; SY SYR 760 Syria;
SZ SWZ 748 Eswatini; TC TCA 796 Turks and Caicos Islands; TD TCD 148 Chad; TF ATF 260 French Southern Territories;
TG TGO 768 Togo; TH THA 764 Thailand; TJ TJK 762 Tajikistan; TK TKL 772 Tokelau; TL TLS 626 Timor-Leste;
TM TKM 795 Turkmenistan; TN TUN 788 Tunisia; TO TON 776 Tonga; TR TUR 792 Türkiye; TT TTO 780 Trinidad and Tobago;
TV TUV 798 Tuvalu; TW TWN 158 Taiwan; TZ TZA 834 Tanzania; UA UKR 804 Ukraine; UG UGA 800 Uganda;
UM UMI 581 United States Minor Outlying Islands; US USA 840 United States; UY URY 858 Uruguay; UZ UZB 860 Uzbekistan;
VA VAT 336 Vatican City; VC VCT 670 Saint Vincent and the Grenadines; VE VEN 862 Venezuela;
VG VGB 092 British Virgin Islands; VI VIR 850 United States Virgin Islands; VN VNM 704 Vietnam; VU VUT 548 Vanuatu;
WF WLF 876 Wallis and Futuna; WS WSM 882 Samoa; XK XKX --- Kosovo; YE YEM 887 Yemen; YT MYT 175 Mayotte;
ZA ZAF 710 South Africa; ZM ZMB 894 Zambia; ZW ZWE 716 Zimbabwe"""

# alpha-4, withdrawn, name
_FORMER_COUNTRIES = """\
AIDJ 1977 French Afars and Issas; ANHH 2010-12-15 Netherlands Antilles; BQAQ 1979 British Antarctic Territory;
BUMM 1989-12-05 Burma; BYAA 1992-06-15 Byelorussian SSR; CSHH 1993-06-15 Czechoslovakia;
CSXX 2006-09-26 Serbia and Montenegro; CTKI 1984 Canton and Enderbury Islands; DDDE 1990-10-30 East Germany;
DYBJ 1977 Dahomey; FQHH 1979 French Southern and Antarctic Territories; FXFR 1997-07-14 Metropolitan France;
GEHH 1979 Gilbert and Ellice Islands; HVBF 1984 Upper Volta; JTUM 1986 Johnston Island; MIUM 1986 Midway Islands;
NHVU 1980 New Hebrides; NQAQ 1983 Dronning Maud Land; NTHH 1993-07-12 Neutral Zone;
PCHH 1986 Trust Territory of the Pacific Islands; PUUM 1986 United States Miscellaneous Pacific Islands;
PZPA 1980 Panama Canal Zone; RHZW 1980 Southern Rhodesia; SKIN 1975 Sikkim; SUHH 1992-08-30 Soviet Union;
TPTL 2002-05-20 East Timor; VDVN 1977 North Vietnam; WKUM 1986 Wake Island; YDYE 1990-08-14 South Yemen;
YUCS 2003-07-23 Yugoslavia; ZRCD 1997-07-14 Zaire"""

# code, minor-unit digits, name
_CURRENT_CURRENCIES = """\
AED 2 United Arab Emirates Dirham; AFN 2 Afghan Afghani; ALL 2 Albanian Lek; AMD 2 Armenian Dram;
AOA 2 Angolan Kwanza; ARS 2 Argentine Peso; AUD 2 Australian Dollar; AWG 2 Aruban Florin; AZN 2 Azerbaijani Manat;
BAM 2 Bosnia-Herzegovina Convertible Mark; BBD 2 Barbadian Dollar; BDT 2 Bangladeshi Taka; BHD 3 Bahraini Dinar;
BIF 0 Burundian Franc; BMD 2 Bermudan Dollar; BND 2 Brunei Dollar; BOB 2 Bolivian Boliviano; BRL 2 Brazilian Real;
BSD 2 Bahamian Dollar; BTN 2 Bhutanese Ngultrum; BWP 2 Botswanan Pula; BYN 2 Belarusian Ruble; BZD 2 Belize Dollar;
CAD 2 Canadian Dollar; CDF 2 Congolese Franc; CHF 2 Swiss Franc; CLP 0 Chilean Peso; CNY 2 Chinese Yuan;
COP 2 Colombian Peso; CRC 2 Costa Rican Colón; CUP 2 Cuban Peso; CVE 2 Cape Verdean Escudo; CZK 2 Czech Koruna;
DJF 0 Djiboutian Franc; DKK 2 Danish Krone; DOP 2 Dominican Peso; DZD 2 Algerian Dinar; EGP 2 Egyptian Pound;
ERN 2 Eritrean Nakfa; ETB 2 Ethiopian Birr; EUR 2 Euro; FJD 2 Fijian Dollar; FKP 2 Falkland Islands Pound;
GBP 2 British Pound; GEL 2 Georgian Lari; GHS 2 Ghanaian Cedi; GIP 2 Gibraltar Pound; GMD 2 Gambian Dalasi;
GNF 0 Guinean Franc; GTQ 2 Guatemalan Quetzal; GYD 2 Guyanese Dollar; HKD 2 Hong Kong Dollar; HNL 2 Honduran Lempira;
HTG 2 Haitian Gourde; HUF 2 Hungarian Forint; IDR 2 Indonesian Rupiah; ILS 2 Israeli New Shekel; INR 2 Indian Rupee;
IQD 3 Iraqi Dinar; IRR 2 Iranian Rial; ISK 0 Icelandic Króna; JMD 2 Jamaican Dollar; JOD 3 Jordanian Dinar;
JPY 0 Japanese Yen; KES 2 Kenyan Shilling; KGS 2 Kyrgyzstani Som; KHR 2 Cambodian Riel; KMF 0 Comorian Franc;
KPW 2 North Korean Won; KRW 0 South Korean Won; KWD 3 Kuwaiti Dinar; KYD 2 Cayman Islands Dollar;
KZT 2 Kazakhstani Tenge; LAK 2 Laotian Kip; LBP 2 Lebanese Pound; LKR 2 Sri Lankan Rupee; LRD 2 Liberian Dollar;
LSL 2 Lesotho Loti; LYD 3 Libyan Dinar; MAD 2 Moroccan Dirham; MDL 2 Moldovan Leu; MGA 2 Malagasy Ariary;
MKD 2 Macedonian Denar; MMK 2 Myanmar Kyat; MNT 2 Mongolian Tugrik; MOP 2 Macanese Pataca; MRU 2 Mauritanian Ouguiya;
MUR 2 Mauritian Rupee; MVR 2 Maldivian Rufiyaa; MWK 2 Malawian Kwacha; MXN 2 Mexican Peso; MYR 2 Malaysian Ringgit;
MZN 2 Mozambican Metical; NAD 2 Namibian Dollar; NGN 2 Nigerian Naira; NIO 2 Nicaraguan Córdoba;
NOK 2 Norwegian Krone; NPR 2 Nepalese Rupee; NZD 2 New Zealand Dollar; OMR 3 Omani Rial; PAB 2 Panamanian Balboa;
PEN 2 Peruvian Sol; PGK 2 Papua New Guinean Kina; PHP 2 Philippine Peso; PKR 2 Pakistani Rupee; PLN 2 Polish Zloty;
PYG 0 Paraguayan Guarani; QAR 2 Qatari Riyal; RON 2 Romanian Leu; RSD 2 Serbian Dinar; RUB 2 Russian Ruble;
RWF 0 Rwandan Franc; SAR 2 Saudi Riyal; SBD 2 Solomon Islands Dollar; SCR 2 Seychellois Rupee; SDG 2 Sudanese Pound;
SEK 2 Swedish Krona; SGD 2 Singapore Dollar; SHP 2 Saint Helena Pound; SLE 2 Sierra Leonean Leone;
SOS 2 Somali Shilling; SRD 2 Surinamese Dollar; SSP 2 South Sudanese Pound; STN 2 São Tomé and Príncipe Dobra;
SVC 2 Salvadoran Colón; SYP 2 Syrian Pound; SZL 2 Swazi Lilangeni; THB 2 Thai Baht; TJS 2 Tajikistani Somoni;
TMT 2 Turkmenistani Manat; TND 3 Tunisian Dinar; TOP 2 Tongan Pa'anga; TRY 2 Turkish Lira;
TTD 2 Trinidad and Tobago Dollar; TWD 2 New Taiwan Dollar; TZS 2 Tanzanian Shilling; UAH 2 Ukrainian Hryvnia;
UGX 0 Ugandan Shilling; USD 2 US Dollar; UYU 2 Uruguayan Peso; UZS 2 Uzbekistani Som;
VED 2 Venezuelan Digital Bolívar; VES 2 Venezuelan Bolívar; VND 0 Vietnamese Dong; VUV 0 Vanuatu Vatu;
WST 2 Samoan Tala; XAF 0 Central African CFA Franc; XCD 2 East Caribbean Dollar; XCG 2 Caribbean Guilder;
XDR 2 Special Drawing Rights; XOF 0 West African CFA Franc; XPF 0 CFP Franc; YER 2 Yemeni Rial;
ZAR 2 South African Rand; ZMW 2 Zambian Kwacha; ZWG 2 Zimbabwean Gold"""

_WITHDRAWN_CURRENCIES = """\
ADP 0 Andorran Peseta; AFA 2 Afghan Afghani (1927–2002); ALK 2 Albanian Lek (1946–1965);
ANG 2 Netherlands Antillean Guilder; AOK 2 Angolan Kwanza (1977–1991); AON 2 Angolan New Kwanza (1990–2000);
AOR 2 Angolan Readjusted Kwanza (1995–1999); ARA 2 Argentine Austral; ARP 2 Argentine Peso (1983–1985);
ARY 2 Argentine Peso (1989–1990); ATS 2 Austrian Schilling; AYM 2 Azerbaijan Manat (2005);
AZM 2 Azerbaijani Manat (1993–2006); BAD 2 Bosnia-Herzegovina Dinar (1992–1994); BEC 2 Belgian Franc (convertible);
BEF 2 Belgian Franc; BEL 2 Belgian Franc (financial); BGJ 2 Bulgarian Lev A/52; BGK 2 Bulgarian Lev A/62;
BGL 2 Bulgarian Hard Lev; BGN 2 Bulgarian Lev; BOP 2 Bolivian Peso; BRB 2 Brazilian New Cruzeiro (1967–1986);
BRC 2 Brazilian Cruzado (1986–1989); BRE 2 Brazilian Cruzeiro (1990–1993); BRN 2 Brazilian New Cruzado (1989–1990);
BRR 2 Brazilian Cruzeiro (1993–1994); BUK 2 Burmese Kyat; BYB 2 Belarusian Ruble (1994–1999);
BYR 0 Belarusian Ruble (2000–2016); CSD 2 Serbian Dinar (2002–2006); CSJ 2 Czechoslovak Koruna A/53;
CSK 2 Czechoslovak Koruna; CUC 2 Cuban Convertible Peso; CYP 2 Cypriot Pound; DDM 2 East German Mark;
DEM 2 German Mark; ECS 2 Ecuadorian Sucre; EEK 2 Estonian Kroon; ESA 2 Spanish Peseta (A account);
ESB 2 Spanish Peseta (convertible account); ESP 0 Spanish Peseta; FIM 2 Finnish Markka; FRF 2 French Franc;
GEK 2 Georgian Kupon Larit; GHC 2 Ghanaian Cedi (1979–2007); GHP 2 Ghana Cedi (2007); GNE 2 Guinean Syli (until 1989);
GNS 2 Guinean Syli; GQE 2 Equatorial Guinean Ekwele; GRD 2 Greek Drachma; GWE 2 Portuguese Guinea Escudo;
GWP 2 Guinea-Bissau Peso; HRD 2 Croatian Dinar; HRK 2 Croatian Kuna; IEP 2 Irish Pound; ILP 2 Israeli Pound;
ILR 2 Israeli Shekel (1980–1985); ISJ 2 Icelandic Króna (1918–1981); ITL 0 Italian Lira; LAJ 2 Pathet Lao Kip;
LSM 2 Lesotho Loti (until 1985); LTL 2 Lithuanian Litas; LTT 2 Lithuanian Talonas;
LUC 2 Luxembourgian Convertible Franc; LUF 0 Luxembourgian Franc; LUL 2 Luxembourg Financial Franc;
LVL 2 Latvian Lats; LVR 2 Latvian Ruble; MGF 0 Malagasy Franc; MLF 2 Malian Franc;
MRO 0 Mauritanian Ouguiya (1973–2017); MTL 2 Maltese Lira; MTP 2 Maltese Pound; MVQ 2 Maldive Rupee;
MXP 2 Mexican Peso (until 1992); MZE 2 Mozambican Escudo; MZM 2 Mozambican Metical (1980–2006);
NIC 2 Nicaraguan Córdoba (1988–1991); NLG 2 Dutch Guilder; PEH 2 Peruvian Sol (1989–1990); PEI 2 Peruvian Inti;
PES 2 Peruvian Sol (until 1985); PLZ 2 Polish Zloty (1950–1995); PTE 2 Portuguese Escudo; RHD 2 Rhodesian Dollar;
ROK 2 Romanian Leu A/52; ROL 2 Romanian Leu (1952–2006); RUR 2 Russian Ruble (1991–1998);
SDD 2 Sudanese Dinar (1992–2007); SDP 2 Sudanese Pound (1957–1998); SIT 2 Slovenian Tolar; SKK 2 Slovak Koruna;
SLL 0 Sierra Leonean Leone (1964–2022); SRG 2 Surinamese Guilder; STD 0 São Tomé and Príncipe Dobra (1977–2017);
SUR 2 Soviet Rouble; TJR 2 Tajikistani Ruble; TMM 0 Turkmenistani Manat (1993–2009); TPE 2 Timorese Escudo;
TRL 0 Turkish Lira (1922–2005); UAK 2 Ukrainian Karbovanets; UGS 2 Ugandan Shilling (1966–1987);
UGW 2 Ugandan Old Shilling; UYN 2 Old Uruguayan Peso; UYP 2 Uruguayan Peso (1975–1993);
VEB 2 Venezuelan Bolívar (1871–2008); VEF 2 Venezuelan Bolívar (2008–2018); VNC 2 Old Vietnamese Dong;
XEU 2 European Currency Unit; YDD 2 Yemeni Dinar; YUD 2 Yugoslavian Hard Dinar (1966–1990);
YUM 2 Yugoslavian New Dinar (1994–2002); YUN 2 Yugoslavian Convertible Dinar (1990–1992);
ZAL 2 South African Rand (financial); ZMK 0 Zambian Kwacha (1968–2012); ZRN 2 Zairean New Zaire (1993–1998);
ZRZ 2 Zairean Zaire (1971–1993); ZWC 2 Rhodesian Dollar (until 1989); ZWD 0 Zimbabwean Dollar (1980–2008);
ZWL 2 Zimbabwean Dollar (2009–2024); ZWN 2 Zimbabwean New Dollar (2006); ZWR 2 Zimbabwean Dollar (2008)"""


def _currencies(block: str) -> dict[str, tuple[str, int]]:
    entries = (entry.split(maxsplit=2) for entry in block.split(";"))
    return {code: (name, int(digits)) for code, digits, name in entries}


COUNTRIES: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        alpha2: (alpha3, numeric.strip("-"), name)
        for alpha2, alpha3, numeric, name in (entry.split(maxsplit=3) for entry in _COUNTRIES.split(";"))
    }
)
"""Alpha-2 code to alpha-3 code, numeric code (empty for `XK`, which has none) and English short name."""

CODES_OF_THE_EU: Final[Mapping[str, str]] = MappingProxyType({"EL": "GR", "UK": "GB"})
"""Codes that the European Union's institutions write in place of ISO's, as their style guide tells, and ISO's alpha-2
codes of the same countries. ISO assigns neither to anybody."""

FORMER_COUNTRIES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        alpha4: (name, withdrawn)
        for alpha4, withdrawn, name in (entry.split(maxsplit=2) for entry in _FORMER_COUNTRIES.split(";"))
    }
)
"""Alpha-4 code to English name and the day or year of withdrawal, in EDTF (`1992-08-30`, `1977`)."""

_withdrawn = _currencies(_WITHDRAWN_CURRENCIES)

CURRENCIES: Final[Mapping[str, tuple[str, int]]] = MappingProxyType(_currencies(_CURRENT_CURRENCIES) | _withdrawn)
"""Code to English name and number of minor-unit digits, current and withdrawn currencies alike."""

WITHDRAWN_CURRENCIES: Final[frozenset[str]] = frozenset(_withdrawn)
"""The codes of `CURRENCIES` that are no longer in use."""

# currency, and the countries of which it is money, or was after 2013
_IN_USE = """\
AED AE; AFN AF; ALL AL; AMD AM; ANG CW SX; AOA AO; ARS AR; AUD AU CC CX HM KI NF NR TV; AWG AW; AZN AZ; BAM BA; BBD
BB; BDT BD; BGN BG; BHD BH; BIF BI; BMD BM; BND BN; BOB BO; BRL BR; BSD BS; BTN BT; BWP BW; BYN BY; BYR BY; BZD BZ;
CAD CA; CDF CD; CHF CH LI; CLP CL; CNY CN; COP CO; CRC CR; CUC CU; CUP CU; CVE CV; CZK CZ; DJF DJ; DKK DK FO GL; DOP
DO; DZD DZ; EGP EG; ERN ER; ETB ET; EUR AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT
NL PM PT RE SI SK SM TF VA XK YT; FJD FJ; FKP FK; GBP GB GG GS IM JE; GEL GE; GHS GH; GIP GI; GMD GM; GNF GN; GTQ GT;
GYD GY; HKD HK; HNL HN; HRK HR; HTG HT; HUF HU; IDR ID; ILS IL PS; INR BT IN; IQD IQ; IRR IR; ISK IS; JMD JM; JOD JO
PS; JPY JP; KES KE; KGS KG; KHR KH; KMF KM; KPW KP; KRW KR; KWD KW; KYD KY; KZT KZ; LAK LA; LBP LB; LKR LK; LRD LR;
LSL LS; LTL LT; LYD LY; MAD EH MA; MDL MD; MGA MG; MKD MK; MMK MM; MNT MN; MOP MO; MRO MR; MRU MR; MUR MU; MVR MV; MWK
MW; MXN MX; MYR MY; MZN MZ; NAD NA; NGN NG; NIO NI; NOK BV NO SJ; NPR NP; NZD CK NU NZ PN TK; OMR OM; PAB PA; PEN PE;
PGK PG; PHP PH; PKR PK; PLN PL; PYG PY; QAR QA; RON RO; RSD RS; RUB RU; RWF RW; SAR SA; SBD SB; SCR SC; SDG SD; SEK
SE; SGD SG; SHP SH; SLE SL; SLL SL; SOS SO; SRD SR; SSP SS; STD ST; STN ST; SYP SY; SZL SZ; THB TH; TJS TJ; TMT TM;
TND TN; TOP TO; TRY TR; TTD TT; TWD TW; TZS TZ; UAH UA; UGX UG; USD AS BQ EC FM GU HT IO MH MP PA PR PW SV TC TL UM US
VG VI ZW; UYU UY; UZS UZ; VEF VE; VES VE; VND VN; VUV VU; WST WS; XAF CF CG CM GA GQ TD; XCD AG AI DM GD KN LC MS VC;
XCG CW SX; XOF BF BJ CI GW ML NE SN TG; XPF NC PF WF; YER YE; ZAR LS NA ZA; ZMW ZM; ZWG ZW; ZWL ZW"""

CURRENCIES_OF: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        country: frozenset(code for code, *users in map(str.split, _IN_USE.split(";")) if country in users)
        for country in COUNTRIES
    }
)
"""Alpha-2 code of a country to the currencies that are its money, or were after 2013; none in Antarctica."""
