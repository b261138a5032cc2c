"""The documents behind the facts: all of them cited, all of them traceable."""

import pytest

from ukraine_support import Source
from ukraine_support.reference import CALIBRES, CITATIONS, DESIGNATIONS, MEMBERSHIPS, SOURCES


def cited() -> set[str]:
    calibres = (entry.citations for entry in CALIBRES.values())
    memberships = (membership.citations for membership in MEMBERSHIPS)
    designations = (entry.citations for entry in DESIGNATIONS.values())
    every = (*CITATIONS.values(), *calibres, *memberships, *designations)
    return {citation.source for places in every for citation in places}


def test_no_source_stands_idle_but_those_through_which_another_is_known() -> None:
    assert cited() | {source.through for source in SOURCES.values()} - {None} == set(SOURCES)


def test_every_source_known_through_another_names_one_that_is_here() -> None:
    assert {source.through for source in SOURCES.values() if source.through is not None} <= set(SOURCES)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_each_source_can_be_found_again(source: Source) -> None:
    assert source.title
    assert source.publisher
    assert source.url is not None
    assert source.url.startswith("https://")


def test_the_sources_stand_under_their_ids_in_order_and_cannot_be_changed() -> None:
    assert [source.id for source in SOURCES.values()] == list(SOURCES) == sorted(SOURCES)
    with pytest.raises(TypeError):
        SOURCES["mine"] = SOURCES["kiel-18"]  # type: ignore[index]
