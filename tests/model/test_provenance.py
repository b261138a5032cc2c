"""Sources, citations, and the records that rest on them."""

from enum import Enum

from hypothesis import given

from ukraine_support import Citation, Documented, Initiative, Occasion, Record, Source
from ukraine_support.testing import values


@given(values(Source))
def test_a_source_is_a_record_and_rests_on_none(source: Source) -> None:
    assert isinstance(source, Record)
    assert not isinstance(source, Documented)


def test_a_citation_may_name_the_source_alone() -> None:
    assert Citation("article") == Citation("article", None)
    assert Citation("article") != Citation("article", "¶1")


def test_what_is_documented_cites() -> None:
    cited = Initiative(id="a", citations=[Citation("article", "¶10")], occasion="munich-2024")
    assert isinstance(cited, Documented)
    assert cited.citations == (Citation("article", "¶10"),)
    assert not isinstance(Occasion(id="a", name="b"), Documented)


def test_a_member_of_an_enumeration_that_is_a_text_becomes_a_plain_one() -> None:
    class Address(str, Enum):  # noqa: UP042 - as callers write it
        SITE = "https://example.org"

    assert type(Source(id=Address.SITE).id) is str
    source = Source(id="a", url=Address.SITE)
    assert type(source.url) is str
    assert source.url == "https://example.org"
