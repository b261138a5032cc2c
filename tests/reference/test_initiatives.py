"""The instruments and joint undertakings that are ready to stand in a ledger."""

import pytest

from ukraine_support import Initiative, Ledger, Money, at_most
from ukraine_support.reference import EU, INITIATIVES, SOURCES
from ukraine_support.serialisation import dumps, loads


@pytest.mark.parametrize(
    ("id", "billions", "announced"),
    [("mfa-plus", 18, "2022-12-14"), ("ukraine-facility", 50, "2024-02-29"), ("safe", 150, "2025-05-27")],
)
def test_instruments_of_the_union_have_a_ceiling_and_a_day(id: str, billions: int, announced: str) -> None:
    found = INITIATIVES[id]
    assert found.lead == EU
    assert found.goal_value == at_most(Money(billions * 10**9, "EUR"))
    assert str(found.announced) == announced


@pytest.mark.parametrize("initiative", INITIATIVES.values(), ids=INITIATIVES)
def test_each_initiative_names_its_lead_and_cites_known_sources(initiative: Initiative) -> None:
    assert initiative.lead is not None
    assert initiative.name is not None
    assert initiative.citations
    assert {citation.source for citation in initiative.citations} <= set(SOURCES)


def test_they_stand_in_a_ledger_with_the_documents_that_they_cite() -> None:
    ledger = Ledger(sources=SOURCES.values(), initiatives=INITIATIVES.values())
    assert loads(dumps(ledger)) == ledger


def test_the_initiatives_stand_under_their_ids_in_order_and_cannot_be_changed() -> None:
    assert [initiative.id for initiative in INITIATIVES.values()] == list(INITIATIVES) == sorted(INITIATIVES)
    with pytest.raises(TypeError):
        INITIATIVES["mine"] = INITIATIVES["safe"]  # type: ignore[index]
