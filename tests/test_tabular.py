"""Ledgers, answers and readings show themselves in notebooks and to `rich` as a short table, whatever they hold."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from html.parser import HTMLParser
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from rich.console import Console

from conftest import ROOT, tried
from ukraine_support import (
    UNKNOWN,
    Claim,
    Country,
    Estimate,
    FinancialCommitment,
    Ledger,
    Link,
    Money,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support._tabular import ShortTable, Shown, bounds
from ukraine_support.analysis import (
    audit,
    changes,
    components,
    counted_at,
    delays,
    disputes,
    fulfilments,
    funding,
    history,
    largest,
    matches,
    overdue,
    ranking,
    relative,
    revisions,
    standings,
    superseded,
    totals,
)
from ukraine_support.interchange import Problem, Reading
from ukraine_support.reference import MILITARY_PERSONNEL
from ukraine_support.serialisation import loads
from ukraine_support.testing import ledgers

SEED = loads((ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8"))

DAY = "2024-05-01"


def gifts(number: int, *, id: str = "gift") -> Ledger:
    """As many gifts, each from a donor and in a month of its own as far as that goes."""
    return Ledger(
        commitments=[
            FinancialCommitment(
                id=f"{id} {at:05}", donors=[Country("NL")], stage="pledged", value=Money(str(at + 1), "EUR")
            )
            for at in range(number)
        ]
    )


def shown_by_rich(thing: object, width: int = 100) -> list[str]:
    console = Console(file=StringIO(), width=width)
    with console.capture() as captured:
        console.print(thing)
    return captured.get().splitlines()


def totals_of(ledger: Ledger) -> Any:
    return totals(ledger, by=lambda commitment: commitment.id, currency="EUR")


def reading_of(ledger: Ledger) -> Reading:
    problems = [Problem(at, id, id, "no number", fatal=False) for at, id in enumerate(ledger.commitments, 2)]
    return Reading(ledger=ledger, problems=problems, rows_read=0, rows_structured=0, rows_blank=0)


KINDS: list[Callable[[Ledger], Any]] = [lambda ledger: ledger.commitments, totals_of, reading_of]


class Seen(HTMLParser):
    """The rows of cells that a browser finds, and whatever else there is."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.caption = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"table", "caption", "thead", "tbody", "tr", "th", "td"}
        assert {name for name, _ in attrs} <= {"class", "style"}
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1] == "caption":
            self.caption += data
        else:
            self.rows[-1][-1] += data


def test_a_ledger_shows_how_much_it_holds_and_its_promises() -> None:
    seen = Seen(SEED._repr_html_())
    assert "commitments: 4; claims: 3" in seen.caption
    assert seen.rows[0] == ["commitment", "donors", "recipient", "stage", "announced", "value", "lines"]
    assert ["nl-czech-initiative", "NL", "UA", "pledged", "2024-02-26", "EUR 100000000", "0"] in seen.rows
    assert "    commitments=4," in shown_by_rich(SEED)


def test_totals_show_their_cells_and_the_whole() -> None:
    table = totals(gifts(2), by=("donor", "category"))
    seen = Seen(table._repr_html_())
    assert seen.caption == "whole: EUR 3"
    assert seen.rows == [
        ["donor", "category", "value", "commitments", "undisclosed"],
        ["NL", "financial", "EUR 3", "2", "0"],
    ]
    assert shown_by_rich(table) == ["Totals(whole='EUR 3', NL='financial, EUR 3, 2, 0')"]


def test_a_reading_shows_its_counts_and_its_problems() -> None:
    seen = Seen(reading_of(gifts(1))._repr_html_())
    assert seen.caption.startswith("ledger: <Ledger of 1 commitment>; rows_read: 0; ")
    assert seen.rows[1] == ["2", "gift 00000", "gift 00000", "no number", "no"]
    assert "    problems=1," in shown_by_rich(reading_of(gifts(1)))


def test_of_many_promises_a_ledger_shows_how_many_there_are_of_each_sort() -> None:
    early = FinancialCommitment(id="early", stage="committed", donors=[Country("DE")], announced="2022-02/2022-03")
    late = FinancialCommitment(id="late", stage="committed", announced="2024-02/..")
    seen = Seen(gifts(40).adding(early, late)._repr_html_())
    assert seen.caption.endswith(
        "; commitments: 42; claims: 0; positions: 0; donors: 2; announced: 2022-03-31 .. 2022-03-31"
    )
    assert seen.rows == [
        ["kind", "stage", "commitments"],
        ["financial", "pledged", "40"],
        ["financial", "committed", "2"],
    ]
    assert "announced" not in Seen(gifts(40)._repr_html_()).caption


def seen_of(thing: Any) -> Seen:
    assert shown_by_rich(thing)
    return Seen(thing._repr_html_())


def test_claims_positions_and_other_records_show_themselves() -> None:
    claims = seen_of(SEED.claims)
    assert claims.caption == "rows: 3"
    assert claims.rows[0][:4] == ["id", "about", "stage", "quantity"]
    row = dict(zip(claims.rows[0], claims.rows[2], strict=True))
    assert (row["quantity"], row["speaker"], row["forecast"]) == ("~ 500000", "Ursula von der Leyen", "no")
    assert {"line", "increment", "citations", "note"} & row.keys() == set(), "no row of them says anything"
    commitments = seen_of(SEED.commitments)
    assert dict(zip(commitments.rows[0], commitments.rows[1], strict=True))["lines"] == "1"
    assert seen_of(SEED.positions).rows[1][2:4] == ["czech-initiative", "supports"]


def test_answers_show_themselves_and_so_does_a_part_of_them() -> None:
    found = audit(SEED, rules=["one-source"])
    (row,) = seen_of(found).rows[1:]
    assert row == ["one-source", "nl-czech-initiative", "its figure rests on article alone", *row[3:]]
    assert seen_of(found[:1]).rows == seen_of(found).rows
    assert found[0].rule == "one-source"
    assert (found, hash(found), pickle.loads(pickle.dumps(found))) == (tuple(found), hash(tuple(found)), found)
    assert [seen_of(disputes(SEED)).rows[1][at] for at in (1, 2)] == ["von-der-leyen-500k", "zelensky-30-percent"]
    assert seen_of(ranking(totals(SEED, by="donor"))).rows[1] == ["NL", "EUR 100000000", "1", "4"]
    for answers in (
        matches(SEED, SEED),
        overdue(SEED, as_of=DAY),
        delays(SEED, as_of=DAY),
        largest(SEED, 2),
        history(SEED),
    ):
        assert len(seen_of(answers).rows) == len(answers) + 1
    assert len(seen_of(revisions([("now", SEED), ("then", Ledger())], "czech-initiative")).rows) == 3


def test_answers_by_key_show_themselves_and_are_values() -> None:
    first = FinancialCommitment(id="a", stage="pledged", value=Money(100, "EUR"), donors=[Country("NL")])
    second = FinancialCommitment(id="b", stage="pledged", value=Money(100, "EUR"), links=[Link("replaces", "a")])
    ledger = Ledger(commitments=[first, second], claims=[Claim(id="k", about="b", stage="delivered", share=1)])
    parts = relative(totals(ledger, by="donor"), lambda key: Decimal(200))
    expected: list[tuple[Any, list[str]]] = [
        (superseded(ledger), ["a", "b"]),
        (components(ledger), ["a", "a"]),
        (counted_at(ledger), ["a", ""]),
        (fulfilments(ledger), ["b", "2"]),
        (parts, ["", "0.5"]),
    ]
    for found, row in expected:
        assert seen_of(found).rows[:2] == [["of", "answer"], row]
        assert pickle.loads(pickle.dumps(found)) == found == dict(found)
        assert repr(found) == repr(dict(found))
        assert hash(found) == hash(pickle.loads(pickle.dumps(found)))
        assert found not in (ledger.sources, list(found))
        with pytest.raises(TypeError):
            found["a"] = "c"
    assert seen_of(counted_at(ledger)).rows[2] == ["b", "proposed, pledged"]


def test_what_changed_who_funds_and_who_stands_where_show_themselves() -> None:
    compared = seen_of(changes(SEED, SEED.without(["nl-czech-initiative"])))
    assert compared.caption == "added: 0; removed: 1; changed: 0; reworded: 0"
    assert compared.rows[1] == ["removed", "commitment", "", "nl-czech-initiative", "", "", ""]
    pays = seen_of(funding(SEED, "czech-initiative"))
    assert pays.caption == "initiative: czech-initiative; pledged: EUR 100000000; undisclosed: 0"
    assert pays.rows[1][:2] == ["nl-czech-initiative", "NL"]
    stands = seen_of(standings(SEED, MILITARY_PERSONNEL))
    assert stands.caption == "holders: 6"
    assert [row[1] for row in stands.rows[1:3]] == ["FR", "several countries"]


def test_what_shows_itself_says_how() -> None:
    with pytest.raises(NotImplementedError):
        Shown()._repr_html_()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("number", "rows"), [(0, 0), (20, 20), (21, 21), (2_000, 21)])
def test_of_many_rows_a_screen_is_shown(kind: Callable[[Ledger], Any], number: int, rows: int) -> None:
    thing = kind(gifts(number))
    seen = Seen(thing._repr_html_())
    assert len(seen.rows) == rows + bool(rows)
    assert len(shown_by_rich(thing)) <= 40
    if number > 20:
        assert seen.rows[-1] == [f"… and {number - 20} more"]
        assert f"… and {number - 20} more" in "".join(shown_by_rich(thing))


HOSTILE = ["<script>alert(1)</script>", "$x$ $$y$$", "[red]x[/]", "a\x1b[31mb\u202e", "two\nlines", "\"&lt;'"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_and_do_nothing(kind: Callable[[Ledger], Any], words: str) -> None:
    ledger = Ledger(commitments=[FinancialCommitment(id="x", stage="pledged", donors=[], value=Money("1", "EUR"))])
    table = ShortTable(facts={words: words}, head=[words], rows=[[words], [ledger]], length=2)
    html, rich = table.html(), "".join(map(str, table.rich()))
    assert html.startswith('<table class="tex2jax_ignore mathjax_ignore">')
    for text in (html, rich):
        assert "<script>" not in text or text is rich
        assert "\x1b" not in text
        assert "\u202e" not in text
    plain = " ".join(words.split()).replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    seen = Seen(html)
    assert (seen.caption, seen.rows[:2]) == (f"{plain}: {plain}", [[plain], [plain]])
    assert Seen(kind(ledger)._repr_html_()).rows


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (exactly(5), "5"),
        (about(5), "~ 5"),
        (between(5, 7), "5 .. 7"),
        (at_least(5), "5 .."),
        (about(at_most(Money("7", "EUR"))), "~ .. EUR 7"),
        (UNKNOWN, "unknown"),
    ],
)
def test_a_value_is_shown_by_its_bounds(value: Estimate[Any], text: str) -> None:
    assert bounds(value.low, value.high, is_approximate=value.is_approximate) == text


def test_cells_are_short_and_few() -> None:
    table = ShortTable(facts={}, head=["x"] * 40, rows=[["y" * 1_000_000] * 40], length=1)
    assert len(table.html()) < 3_000
    (row,) = Seen(table.html()).rows[1:]
    assert row == [f"{'y' * 59}…"] * 12 + ["…"]


@tried(40)
@given(ledgers())
def test_any_ledger_shows_itself(ledger: Ledger) -> None:
    for kind in (KINDS[0], KINDS[2]):
        assert Seen(kind(ledger)._repr_html_())
        assert len(shown_by_rich(kind(ledger), 200)) <= 60
