"""The organisations and funds that give, coordinate or speak most often, under the ids that JSON uses for them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .._model.parties import Organisation
from .._model.provenance import Citation
from ._sources import (
    CHARTER,
    HIROSHIMA,
    NORTH_ATLANTIC_TREATY,
    PEACE_FACILITY_DECISION,
    TREATY_ON_EUROPEAN_UNION,
    TREATY_ON_THE_FUNCTIONING,
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

UN: Final = Organisation(id="UN", name="United Nations")
"""The United Nations; its members are not listed here."""

ORGANISATIONS: Final[Mapping[str, Organisation]] = MappingProxyType(
    {
        organisation.id: organisation
        for organisation in (
            COUNCIL_OF_THE_EU,
            EU,
            EUROPEAN_COMMISSION,
            EUROPEAN_INVESTMENT_BANK,
            EUROPEAN_PEACE_FACILITY,
            G7,
            NATO,
            UN,
        )
    }
)
"""The organisations of this catalogue by id, in the order of ids. Documents name them by id alone."""

CITATIONS_OF_ORGANISATIONS: Final[Mapping[Organisation, tuple[Citation, ...]]] = MappingProxyType(
    {
        COUNCIL_OF_THE_EU: (Citation(TREATY_ON_EUROPEAN_UNION.id, "Articles 13 and 16"),),
        EU: (Citation(TREATY_ON_EUROPEAN_UNION.id, "Article 1"),),
        EUROPEAN_COMMISSION: (Citation(TREATY_ON_EUROPEAN_UNION.id, "Articles 13 and 17"),),
        EUROPEAN_INVESTMENT_BANK: (Citation(TREATY_ON_THE_FUNCTIONING.id, "Article 308"),),
        EUROPEAN_PEACE_FACILITY: (Citation(PEACE_FACILITY_DECISION.id, "Article 1"),),
        G7: (Citation(HIROSHIMA.id, "on the participants"),),
        NATO: (Citation(NORTH_ATLANTIC_TREATY.id, "Article 9"),),
        UN: (Citation(CHARTER.id, "Article 1"),),
    }
)
