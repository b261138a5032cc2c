"""Whatever the records say, Markdown and HTML show it as it stands and do nothing else."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import tried
from ukraine_support import (
    Citation,
    Claim,
    Country,
    Equipment,
    Extras,
    FinancialCommitment,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Occasion,
    Organisation,
    Position,
    Source,
    Speaker,
)
from ukraine_support.analysis import totals
from ukraine_support.display import describe, report
from ukraine_support.display._output.html import to_html
from ukraine_support.display._output.markdown import escaped, to_markdown
from ukraine_support.display._output.outline import Cell, Document, Heading, Item, Items, Listing, Sources, Table
from ukraine_support.interchange import Note, Problem
from ukraine_support.testing import ledgers

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; &#60;",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<https://evil.example>",
    "https://evil.example",
    "www.evil.example",
    "someone@evil.example",
    "# heading",
    "1. item",
    "2) item",
    "- item",
    "+ item",
    "* item",
    "> quote",
    "---",
    "===",
    ": definition",
    "| a | b |",
    "`code` ``` ~~~ ~~gone~~",
    "**bold** _it_ __b__",
    "$x$ $$\\href{javascript:alert(1)}{x}$$",
    "\\(x\\) \\[x\\] \\",
    "two\n\n# lines",
    "    indented",
    "[1]: https://evil.example",
    "[^1] [1]",
    "{{ jinja }} {% x %}",
    "]]> <!-- --> <![CDATA[",
]
READER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
ALLOWED = {
    "a",
    "article",
    "br",
    "h1",
    "h2",
    "h3",
    "li",
    "ol",
    "p",
    "small",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
}

DATA = {"data-currency", "data-high", "data-low"}


class Seen(HTMLParser):
    """What a browser would find: tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[tuple[str, str | None]] = set()
        self.open: list[str] = []
        self.told: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= set(attrs)
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.told.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.told).split())


def plain(words: str) -> str:
    return " ".join(words.split())


markup = st.text(
    st.sampled_from(list("\\`*_{}[]()<>#+-.!|~&:@=^\"'$/?;% \n\t1aé www")), min_size=1, max_size=30
).filter(lambda words: bool(words.strip()))


@given(st.sampled_from(HOSTILE) | markup)
def test_markdown_shows_words_as_they_stand(words: str) -> None:
    for written, tag in ((f"- {escaped(words)}", "li"), (f"### {escaped(words)}", "h3"), (escaped(words), "p")):
        seen = Seen(READER.render(written))
        assert seen.text == plain(words)
        assert set(seen.tags) <= {tag, "ul"}


@given(st.sampled_from(HOSTILE) | markup)
def test_table_shows_words_as_they_stand(words: str) -> None:
    table = Document((Table(("a", words), ((Cell(words), Cell("b", (("low", words),))),)),), "en")
    for html in (to_html(table), READER.render(to_markdown(table))):
        seen = Seen(html)
        assert (seen.tags["tr"], seen.tags["th"] + seen.tags["td"]) == (2, 4)
        assert seen.text.count(plain(words)) >= 2
        assert set(seen.tags) <= ALLOWED


@pytest.mark.parametrize("words", HOSTILE)
def test_no_address_is_linked_by_a_reader_that_links_bare_ones(words: str) -> None:
    shown = escaped(words)
    assert "://" not in shown
    assert "www." not in shown
    assert "@" not in shown
    assert "$" not in shown


def everywhere(words: str) -> Ledger:
    """A ledger that says so wherever it can."""
    id = plain(words)[:100]
    return Ledger(
        sources=[Source(id=id, title=words, publisher=words, url=words, note=words), Source(id="other", through=id)],
        occasions=[Occasion(id="meeting", name=words, place=words, note=words)],
        commitments=[
            MilitaryCommitment(
                id="promise",
                donors=[Organisation(id=id, name=words)],
                stage="pledged",
                lines=[Line(Equipment(designation=words, description=words), 5, note=words)],
                citations=[Citation(id, words)],
                occasion="meeting",
                note=words,
            ),
            FinancialCommitment(id="gift", donors=[Country("NL")], stage="pledged", value=Money("5", "EUR")),
        ],
        claims=[
            Claim(
                id="claim",
                about="promise",
                stage="delivered",
                quantity=5,
                wording=words,
                speaker=Speaker(plain(words), of=Organisation(id=id, name=words)),
                citations=[Citation(id, words)],
            )
        ],
        positions=[
            Position(
                id="position",
                holder=Organisation(id=id, name=words),
                on=Equipment(designation=words),
                stance="opposes",
                speaker=Speaker(words, office=words),
                note=words,
            )
        ],
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_report_shows_hostile_words_and_obeys_none(words: str) -> None:
    ledger, harmless = everywhere(words), everywhere("harmless")
    for format in ("html", "markdown"):
        html, expected = (report(each, "en", format=format) for each in (ledger, harmless))
        if format == "markdown":
            html, expected = READER.render(html), READER.render(expected)
        seen, usual = Seen(html), Seen(expected)
        links = usual.tags["a"] + (words == "https://evil.example")
        assert {**seen.tags, "a": seen.tags["a"]} == {**usual.tags, "a": links}
        assert seen.text.count(plain(words)) >= 10
        assert {name for name, _ in seen.attributes} <= {"class", "id", "href", "lang", "rel", "scope", "style"} | DATA
        # Markdown aligns figures; HTML for pages brings no style of its own
        assert {value for name, value in seen.attributes if name == "style"} <= (
            {"text-align:right"} if format == "markdown" else set()
        )
        assert {value for name, value in seen.attributes if name == "href" and not (value or "").startswith("#")} <= {
            "https://evil.example"
        }


def test_only_web_addresses_are_links() -> None:
    addresses = [
        "https://a.example/?b=1&c=%20",
        "HTTP://a.example",
        "javascript:alert(1)",
        "https://a b",
        "https://a<b",
    ]
    listed = Document((Sources(tuple(Listing("x", address, None) for address in [*addresses, None])),), "en")
    assert Seen(to_html(listed)).tags["a"] == 2
    assert Seen(READER.render(to_markdown(listed))).tags["a"] == 2


def test_html_is_one_article_in_its_language() -> None:
    html = report(everywhere("x"), "uk", format="html")
    assert html.startswith('<article class="tex2jax_ignore mathjax_ignore" lang="uk">')
    assert report(Ledger(), "es", format="html").startswith('<article class="tex2jax_ignore mathjax_ignore" lang="en">')
    seen = Seen(html)
    assert seen.open == []
    targets = {value for name, value in seen.attributes if name == "id"}
    assert {f"#{target}" for target in targets} >= {value for name, value in seen.attributes if name == "href"}


def test_notes_of_two_reports_in_one_page_do_not_mix() -> None:
    one, other = (Seen(report(everywhere(words), "en", format="html")).attributes for words in ("a", "b"))
    assert {pair for pair in one & other if pair[0] in ("id", "href")} == set()


@tried(40)
@given(ledgers())
def test_html_of_any_ledger_is_well_formed(ledger: Ledger) -> None:
    seen = Seen(report(ledger, "pl", format="html"))
    assert seen.open == []
    assert set(seen.tags) <= ALLOWED


def test_nested_lists_stay_nested() -> None:
    nested = Document((Heading(2, "h"), Items((Item("a", under=(Item("b"),)), Item("c")))), "en")
    assert to_html(nested).count("<ul>") == 2
    assert Seen(READER.render(to_markdown(nested))).tags["ul"] == 2


def test_figures_of_a_table_stand_to_the_right_in_markdown_and_html_has_no_style() -> None:
    table = Document((Table(("a", "b"), ((Cell("x"), Cell("5")),), frozenset({1})),), "en")
    assert "| --- | ---: |" in to_markdown(table)
    assert "style" not in to_html(table)


STEERING = "red \x1b[31m, bell \x07, \x9b1m"


@pytest.mark.parametrize(
    "thing",
    [
        Extras({"cell": STEERING}),
        Problem(1, STEERING, STEERING, "it cannot be read"),
        Note(1, STEERING, STEERING, "it is read so"),
        totals(everywhere("x"), by=lambda commitment: STEERING, stage="pledged"),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_no_words_steer_a_terminal(thing: object) -> None:
    told = describe(thing, "en")
    assert "\x1b" not in told
    assert "red \ufffd[31m, bell \ufffd, \ufffd1m" in told
