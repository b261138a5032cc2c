from datetime import date

import pytest

from ukraine_support import Citation, Ledger, MilitaryCommitment, NotYetKnownError, Occasion, Source, UnknownIdError
from ukraine_support.analysis import evidence


def ledger(*citations: Citation) -> Ledger:
    return Ledger(
        sources=[
            Source(id="article", published="2024-02-27"),
            Source(id="agency", published="2024-02-27", through="article"),
            Source(id="sheet", published="2024-03-05"),
            Source(id="undated"),
        ],
        occasions=[Occasion(id="paris", name="Paris", citations=[Citation("article")])],
        commitments=[MilitaryCommitment(id="shells", stage="pledged", announced="2024-02-26", citations=citations)],
    )


def test_a_source_known_through_another_rests_on_that_one() -> None:
    answer = evidence(ledger(Citation("article", "¶6"), Citation("agency")), "shells")
    assert [source.id for source in answer.sources] == ["article", "agency"]
    assert [source.id for source in answer.origins] == ["article"]
    assert answer.rests_on_one


def test_two_places_in_one_source_are_one_source() -> None:
    answer = evidence(ledger(Citation("article", "¶6"), Citation("article", "¶7")), "shells")
    assert (len(answer.citations), len(answer.sources)) == (2, 1)


def test_two_documents_are_more_than_one() -> None:
    assert not evidence(ledger(Citation("article"), Citation("sheet")), "shells").rests_on_one


def test_sources_published_later_are_left_out() -> None:
    answer = evidence(
        ledger(Citation("article"), Citation("sheet"), Citation("undated")), "shells", as_of=date(2024, 3, 1)
    )
    assert [source.id for source in answer.sources] == ["article", "undated"]
    assert len(evidence(ledger(Citation("article")), "shells", as_of=date(2024, 2, 27)).sources) == 1
    assert len(evidence(ledger(Citation("sheet")), "shells", as_of=date(2024, 3, 4)).sources) == 0


def test_a_record_may_cite_nothing() -> None:
    answer = evidence(ledger(), "shells")
    assert answer.is_unsourced
    assert not answer.rests_on_one
    assert evidence(ledger(), "article").is_unsourced


def test_occasions_cite_too() -> None:
    assert evidence(ledger(), "paris").rests_on_one


def test_unknown_and_not_yet_known_records_are_refused() -> None:
    with pytest.raises(UnknownIdError):
        evidence(ledger(), "nothing")
    with pytest.raises(NotYetKnownError):
        evidence(ledger(), "shells", as_of=date(2024, 2, 25))
