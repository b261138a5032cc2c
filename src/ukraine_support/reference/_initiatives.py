"""Instruments and joint undertakings that aid goes through, ready to stand in a ledger."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from .._model.commitments import Initiative
from .._model.parties import Country
from .._model.provenance import Citation
from .._model.values.estimate import about, at_most, exactly
from .._model.values.money import Money
from ._organisations import EU, G7, NATO
from ._sources import (
    APULIA,
    DONETSK,
    EUROPEAN_COUNCIL_2024,
    EUROPEAN_COUNCIL_2025,
    KIEL_18,
    MACRO_FINANCIAL_ASSISTANCE_PLUS,
    PEACE_FACILITY_DECISION,
    POLITICO,
    SECURITY_ACTION,
    UKRAINE_FACILITY,
)

_BILLION: Final = 10**9


def _initiatives() -> Iterator[Initiative]:
    yield Initiative(
        id="czech-initiative",
        name="Czech ammunition initiative",
        lead=Country("CZ"),
        announced="2024-02",
        citations=[
            Citation(KIEL_18.id, "International Initiative: Czech initiative"),
            Citation(POLITICO.id, "on the Munich Security Conference"),
        ],
    )
    yield Initiative(
        id="era-loans",
        name="Extraordinary Revenue Acceleration Loans for Ukraine",
        lead=G7,
        goal_value=about(Money(50 * _BILLION, "USD")),
        announced="2024-06-14",
        citations=[Citation(APULIA.id, "on Extraordinary Revenue Acceleration Loans")],
    )
    yield Initiative(
        id="eu-loan-2026-2027",
        name="Loan of the European Union to Ukraine for 2026 and 2027",
        lead=EU,
        goal_value=exactly(Money(90 * _BILLION, "EUR")),
        announced="2025-12-18/2025-12-19",
        note="By enhanced cooperation: Czechia, Hungary and Slovakia owe nothing for it.",
        citations=[Citation(EUROPEAN_COUNCIL_2025.id, "¶3")],
    )
    yield Initiative(
        id="european-peace-facility",
        name="European Peace Facility",
        lead=EU,
        goal_value=at_most(Money(5_692_000_000, "EUR")),
        announced="2021-03-22",
        note="The ceiling of the decision of 2021, in current prices; it has been raised several times since.",
        citations=[Citation(PEACE_FACILITY_DECISION.id, "Article 2")],
    )
    yield Initiative(
        id="mfa-plus",
        name="Macro-financial assistance +",
        lead=EU,
        goal_value=at_most(Money(18 * _BILLION, "EUR")),
        announced="2022-12-14",
        citations=[
            Citation(MACRO_FINANCIAL_ASSISTANCE_PLUS.id, "title"),
            Citation(UKRAINE_FACILITY.id, "recital 3: the amount"),
        ],
    )
    yield Initiative(
        id="purl",
        name="Prioritised Ukraine Requirements List",
        lead=NATO,
        announced="2025-07-14",
        citations=[Citation(DONETSK.id, "¶1, ¶4")],
    )
    yield Initiative(
        id="safe",
        name="Security Action for Europe",
        lead=EU,
        goal_value=at_most(Money(150 * _BILLION, "EUR")),
        announced="2025-05-27",
        note="Loans to members of the Union for common procurement, in which Ukraine may take part.",
        citations=[Citation(SECURITY_ACTION.id, "title, Article 6")],
    )
    yield Initiative(
        id="ukraine-facility",
        name="Ukraine Facility",
        lead=EU,
        goal_value=at_most(Money(50 * _BILLION, "EUR")),
        announced="2024-02-29",
        citations=[
            Citation(UKRAINE_FACILITY.id, "title"),
            Citation(EUROPEAN_COUNCIL_2024.id, "¶2: the ceiling"),
        ],
    )


INITIATIVES: Final[Mapping[str, Initiative]] = MappingProxyType(
    {initiative.id: initiative for initiative in _initiatives()}
)
"""Instruments and joint undertakings by id, with lead, day and ceiling as far as a source gives them. A ledger that
holds one holds the documents that it cites, too: `SOURCES` has them."""
