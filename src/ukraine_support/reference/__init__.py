"""Facts that records of support lean on, as constants, each with its source.

**Organisations** are in `ORGANISATIONS`, by the ids that documents use: unions and alliances, and the banks, funds and
agencies that aid goes through. [`EU`][ukraine_support.reference.EU], `NATO`, `G7`, `UN` and some bodies of the Union
are constants too.

>>> ORGANISATIONS["European Peace Facility"].part_of == EU, ORGANISATIONS["UNICEF"].part_of == UN
(True, True)

**Memberships** are dated, both days included. [`members`][ukraine_support.reference.members] answers for a day,
`memberships` for a country, and `MEMBERSHIPS` lists them all.

>>> from datetime import date
>>> from ukraine_support import Calibre, Country
>>> Country("GB") in members(EU, date(2020, 1, 31)), Country("GB") in members(EU, date(2020, 2, 1))
(True, False)

**Calibres** in use are in `CALIBRES`: the [`Standard`][ukraine_support.Standard] and the weapons of each.

>>> CALIBRES[Calibre(155)].standard
<Standard.NATO: 'nato'>

**Designations** of systems and munitions are in `DESIGNATIONS`, with class, calibre, maker's country and standard, and
[`find_designation`][ukraine_support.reference.find_designation] knows them as tables spell them.

>>> find_designation("PzH-2000 155mm").support.english_name
'howitzer (PzH 2000, 155 mm)'

**Initiatives**, such as the instruments of the European Union, are in `INITIATIVES`, with lead, day and ceiling.

>>> str(INITIATIVES["ukraine-facility"].goal_value.high)
'EUR 50000000000'

**Missiles** are `TAURUS`, `STORM_SHADOW` and `SCALP_EG`, with their published ranges, as estimates.
`MILITARY_PERSONNEL` is what many positions are about.

>>> str(TAURUS.range.low)
'500 km'

**Names**: [`find_party`][ukraine_support.reference.find_party] knows who is meant, and never guesses. Where a name is
of a part of a country, [`named_part`][ukraine_support.reference.named_part] says so.

>>> find_party("Czech Republic"), find_party("Korea, Rep."), find_party("World Bank").id
(Country('CZ'), Country('KR'), 'World Bank')
>>> find_party("England"), named_part("England")
(Country('GB'), 'England')

**Sources**: calibres, designations, initiatives and memberships carry their citations; `CITATIONS` has those of
missiles and organisations; `SOURCES` has the documents by id.

>>> [str(SOURCES[citation.source].publisher) for citation in CITATIONS[TAURUS]]
['Saab', 'hartpunkt']
"""

from ._calibres import CALIBRES, CalibreInUse, Weapon
from ._citations import CITATIONS
from ._designations import DESIGNATIONS, Designation, find_designation
from ._initiatives import INITIATIVES
from ._memberships import KIEL_EUROPE, MEMBERSHIPS, members, memberships
from ._missiles import SCALP_EG, STORM_SHADOW, TAURUS
from ._names import find_party, named_part
from ._organisations import (
    B9,
    COUNCIL_OF_THE_EU,
    EEA,
    EU,
    EURO_AREA,
    EUROPEAN_COMMISSION,
    EUROPEAN_INVESTMENT_BANK,
    EUROPEAN_PEACE_FACILITY,
    G7,
    JEF,
    NATO,
    NB8,
    ORGANISATIONS,
    UN,
    WEIMAR_TRIANGLE,
)
from ._personnel import MILITARY_PERSONNEL
from ._sources import SOURCES

__all__ = [
    "B9",
    "CALIBRES",
    "CITATIONS",
    "COUNCIL_OF_THE_EU",
    "DESIGNATIONS",
    "EEA",
    "EU",
    "EUROPEAN_COMMISSION",
    "EUROPEAN_INVESTMENT_BANK",
    "EUROPEAN_PEACE_FACILITY",
    "EURO_AREA",
    "G7",
    "INITIATIVES",
    "JEF",
    "KIEL_EUROPE",
    "MEMBERSHIPS",
    "MILITARY_PERSONNEL",
    "NATO",
    "NB8",
    "ORGANISATIONS",
    "SCALP_EG",
    "SOURCES",
    "STORM_SHADOW",
    "TAURUS",
    "UN",
    "WEIMAR_TRIANGLE",
    "CalibreInUse",
    "Designation",
    "Weapon",
    "find_designation",
    "find_party",
    "members",
    "memberships",
    "named_part",
]
