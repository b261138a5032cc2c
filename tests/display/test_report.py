"""The report tells everything that a ledger holds, with whoever says so, in seven languages and three formats."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, tried
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Citation,
    Claim,
    Country,
    Equipment,
    Estimate,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    Occasion,
    Position,
    Source,
    Speaker,
    Tank,
    Text,
    WrongTypeError,
    about,
    at_least,
    exactly,
)
from ukraine_support._words.language import language
from ukraine_support.analysis import RateTable
from ukraine_support.display import LANGUAGES, report
from ukraine_support.display._report import WRITERS
from ukraine_support.reference import EU, NATO
from ukraine_support.serialisation import loads
from ukraine_support.testing import ledgers

SEED = loads((ROOT / "seeds" / "paris-2024.json").read_text(encoding="utf-8"))
DAY = date(2024, 2, 27)


def told(ledger: Ledger, locale: str = "en", **options: Any) -> str:
    """The report with ordinary blanks."""
    return "\n".join(" ".join(line.split()) for line in report(ledger, locale, **options).splitlines())


def test_every_speaker_stands_with_the_figure_given() -> None:
    text = told(SEED, as_of=DAY)
    assert (
        "delivered, according to Ursula von der Leyen, President, European Commission (on or before 26 February 2024):"
        " about 500,000 rounds (about 50% of what was promised) [2, ¶11]"
    ) in text
    assert (
        "delivered, according to Volodymyr Zelensky, President, Ukraine (26 February 2024):"
        " 30% of what was promised (300,000 rounds); “arrived”;"
    ) in text
    assert "these accounts contradict each other: Ursula von der Leyen, " in text


def test_no_span_between_accounts_is_given() -> None:
    for locale in LANGUAGES:
        lines = told(SEED, locale).splitlines()
        assert [line for line in lines if "300" in line and "500" in line and not line.startswith(NOTES[locale])] == []


OUTSTANDING = (
    "outstanding: between about 500,000 rounds (according to Ursula von der Leyen, President, European Commission)"
    " and 700,000 rounds (according to Volodymyr Zelensky, President, Ukraine)"
)


def test_what_is_outstanding_is_a_span_with_whose_figures_its_ends_are() -> None:
    assert OUTSTANDING in told(SEED)
    for locale in LANGUAGES:
        (line,) = [line for line in told(SEED, locale).splitlines() if "700" in line]
        assert line.count("(") == 2, "each end has its speaker"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            40,
            at_least(50),
            ["between 0 and 50 pieces (according to B, NATO)", "60 pieces (according to A, European Union)"],
        ),
        (40, 40, ["60 pieces (according to A, European Union)", "60 pieces (according to B, NATO)"]),
    ],
)
def test_what_is_no_span_of_two_figures_is_told_account_by_account(one: Any, other: Any, expected: list[str]) -> None:
    promise = MilitaryCommitment(id="a", donors=[Country("NL")], stage="pledged", lines=[Line(Tank(), 100)])
    claims = [
        Claim(id="A", about="a", stage="delivered", quantity=one, said="2024-01-01", speaker=Speaker("A", of=EU)),
        Claim(
            id="B",
            about="a",
            stage="delivered",
            quantity=other,
            said="2024-01-01",
            speaker=Speaker("B", of=NATO),
            disputes=["A"],
        ),
    ]
    lines = told(Ledger(commitments=[promise], claims=claims)).splitlines()
    assert [line.removeprefix("outstanding: ") for line in lines if "outstanding" in line] == expected


NOTES = {"cs": "pozn", "de": "Anm", "en": "note", "fr": "note", "nl": "toel", "pl": "uwaga", "uk": "прим"}


def test_what_is_outstanding_is_told_of_one_account_alone() -> None:
    one = SEED.without(["zelensky-30-percent"])
    assert (
        "outstanding: about 500,000 rounds (according to Ursula von der Leyen, President, European Commission)"
        in told(one)
    )


def test_who_speaks_of_another_is_told_as_a_source_and_who_speaks_for_himself_is_not() -> None:
    text = told(SEED)
    assert "are considering it; according to Robert Fico, Prime Minister, Slovakia" in text
    assert "France: leaves it open; Emmanuel Macron, President (26 February 2024)" in text


def test_nothing_is_told_that_was_not_yet_known() -> None:
    text = told(SEED, as_of=date(2023, 12, 31))
    assert "as of 31 December 2023" in text
    assert "at most 300,000 rounds" in text
    assert "Zelensky" not in text


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_word_of_the_account_of_paris_is_in_the_language(locale: str) -> None:
    """What the records say in one language alone are names; all else has a text of each."""
    text = told(SEED, locale)
    for other in LANGUAGES:
        notes = [
            words for record in SEED.records if record.note for tag, words in record.note.languages if tag == other
        ]
        notes = [" ".join(words.split()) for words in notes]
        found = [words for words in notes if words in text]
        assert found == (notes if other == locale else [])
    headings = {tag: language(tag).say("Promises") for tag in LANGUAGES}
    assert headings[locale] in text.splitlines()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_text_of_the_seed_is_in_every_language(locale: str) -> None:
    """Publishers and people's names apart, which are what they are."""
    texts = [text for record in SEED.records for text in texts_of(record)]
    assert len(texts) > 40
    assert [text for text in texts if locale not in dict(text.languages) and str(text) != "Associated Press"] == []


def texts_of(value: Any) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in texts_of(each)]
    if not attrs.has(type(value)) or value in (EU, NATO) or getattr(value, "id", "") == "European Commission":
        return []
    return [text for field in attrs.fields(type(value)) for text in texts_of(getattr(value, field.name))]


@pytest.mark.parametrize(
    ("locale", "number", "amount"),
    [
        ("cs", "1 000 000 kusů", "100 000 000,00 €"),
        ("de", "1.000.000 Schuss", "100.000.000,00 €"),
        ("en", "1,000,000 rounds", "€100,000,000.00"),
        ("fr", "1 000 000 d’unités", "100 000 000,00 €"),
        ("nl", "1.000.000 stuks", "€ 100.000.000,00"),
        ("pl", "1 000 000 sztuk", "100 000 000,00 €"),
        ("uk", "1 000 000 штук", "100 000 000,00 €"),
        ("es", "1.000.000 rounds", "100.000.000,00 €"),
    ],
)
def test_numbers_have_the_form_of_the_locale(locale: str, number: str, amount: str) -> None:
    text = told(SEED, locale)
    assert number in text
    assert amount in text


# What the account of Paris does not have

SOURCES = [
    Source(id="news", title="News", url="https://example.org/a?b=1&c=2", published="2024-01-01"),
    Source(id="old", url="javascript:alert(1)"),
]
RICH = Ledger(
    sources=SOURCES,
    occasions=[Occasion(id="meeting", name="Meeting")],
    initiatives=[
        Initiative(id="fund", name="The fund", lead=NATO, goal_value=Money("5", "EUR"), announced="2024-01-01"),
        Initiative(id="bare", announced="2024-01-01"),
    ],
    commitments=[
        MilitaryCommitment(
            id="two-lines",
            donors=[Country("DE")],
            stage="committed",
            announced="2024-01-01",
            lines=[Line(Equipment(designation="Leopard"), 10, note="with spares"), Line(ArtilleryShell(), 100)],
            citations=[Citation("news", "p. 1"), Citation("news", "p. 2"), Citation("old")],
            links=[Link("backs", "gift")],
            occasion="meeting",
            note="a note",
        ),
        FinancialCommitment(
            id="gift",
            donors=[Country("NL")],
            stage="pledged",
            announced="2024-01-02",
            value=Money("5", "EUR"),
            towards="fund",
        ),
        MilitaryCommitment(
            id="goods",
            donors=[NATO],
            stage="pledged",
            announced="2024-01-03",
            towards="fund",
            lines=[Line(Munition(), 7, value=Money("5", "EUR"))],
        ),
        FinancialCommitment(id="undated", stage="pledged"),
    ],
    claims=[
        Claim(
            id="a", about="two-lines", line=0, stage="delivered", quantity=4, said="2024-01-05", speaker=Speaker("A")
        ),
        Claim(id="b", about="two-lines", stage="contracted", said="2024-01-06", disputes=["a"]),
        Claim(id="c", about="gift", stage="delivered", value=Money("2", "EUR"), said="2024-01-06", note="in cash"),
        Claim(id="d", about="fund", stage="delivered", value=Money("2", "USD"), said="2024-01-06"),
        Claim(id="e", about="fund", stage="delivered", value=Money("1", "EUR"), said="2024-01-07"),
    ],
    positions=[
        Position(id="on-fund", holder=EU, on="fund", stance="supports", said="2024-01-07", occasion="meeting"),
        Position(id="on-lines", holder=EU, on="two-lines", stance="supports", said="2024-01-07"),
    ],
)


@pytest.mark.parametrize(
    "line",
    [
        "military support [1, p. 1, p. 2] [2]",
        "backs: Netherlands → Ukraine: €5.00",
        "occasion: Meeting",
        "note: with spares",
        "note: a note",
        "equipment (Leopard): delivered, according to A (5 January 2024): 4 pieces (40% of what was promised)",
        "equipment (Leopard): outstanding: 6 pieces (according to A)",
        "contracted, an unnamed speaker (6 January 2024): no figure given; contradicts: A",
        "these accounts contradict each other: A; an unnamed speaker",
        "disbursed, an unnamed speaker (6 January 2024): €2.00 (40% of what was promised)",
        "outstanding: €3.00 (an unnamed speaker)",
        "note: in cash",
        "The fund",
        "led by: NATO",
        "contribution: Netherlands → Ukraine: €5.00",
        "contribution: NATO → Ukraine: munitions",
        "delivered, an unnamed speaker (6 January 2024): $2.00",
        "Joint initiative (bare)",
        "European Union: supports it; an unnamed speaker (7 January 2024)",
        "Germany → Ukraine: equipment (Leopard) and artillery shells",
        "donor commitments sum of undisclosed value goods bought with it",
        "Netherlands 1 €5.00 0 –",
        "Meeting",
        "[1] News, 1 January 2024 https://example.org/a?b=1&c=2",
        "[2] a document without a title javascript:alert(1)",
    ],
)
def test_report_tells(line: str) -> None:
    assert line in told(RICH).splitlines()


def test_what_carries_no_date_is_counted_where_a_day_leaves_it_out() -> None:
    assert "left out because undated: 1" in told(RICH, as_of=DAY)
    assert "left out" not in told(RICH)


def test_sources_and_occasions_that_nothing_of_the_day_refers_to_are_left_out() -> None:
    sources = [
        Source(id="a", title="Later news"),
        Source(id="b", publisher="A paper"),
        Source(id="c", published="2024-01-01", through="b"),
        Source(id="d", title="Of a meeting"),
    ]
    occasions = [Occasion(id="x", name="One meeting", citations=[Citation("d")]), Occasion(id="y", name="Another")]
    gifts = [
        gift("m", "5", announced="2024-01-01", citations=[Citation("c")], occasion="x"),
        gift("n", "5", announced="2024-03-01", citations=[Citation("a")], occasion="y"),
    ]
    ledger = Ledger(sources=sources, occasions=occasions, commitments=gifts)
    lines = told(ledger, as_of=DAY).splitlines()
    assert lines[lines.index("Occasions") :] == [
        *["Occasions", "---------", "One meeting [3]", "", "Sources", "-------", "[1] A paper"],
        *["[2] document (1 January 2024); known only through: [1]", "[3] Of a meeting"],
    ]
    assert "Another" in told(ledger)


@attrs.frozen(kw_only=True)
class Pledge(FinancialCommitment):
    kind: ClassVar[str] = "newsroom.pledge"
    in_parliament: bool = False
    votes: int | None = None
    chambers: tuple[str, ...] = ()
    cap: Estimate[Money] = attrs.field(default=UNKNOWN)


@attrs.frozen(kw_only=True)
class Balloon(Munition):
    kind: ClassVar[str] = "newsroom.balloon"
    days_aloft: int


@attrs.frozen(kw_only=True)
class Kite(Munition):
    kind: ClassVar[str] = "newsroom.kite"
    string_metres: int

    def __describe__(self, locale: str, inherited: str) -> str:
        return "kites"


def test_a_class_of_the_users_tells_its_own_fields() -> None:
    lines = [Line(Balloon(days_aloft=9), 5), Line(Kite(string_metres=7), 5)]
    pledge = Pledge(
        id="a",
        stage="pledged",
        in_parliament=True,
        chambers=("upper", "lower"),
        cap=exactly(Money("7", "EUR")),
        lines=lines,
    )
    claim = Told(id="b", about="a", stage="delivered", line=0, quantity=5, overheard=False)
    text = told(Ledger(commitments=[pledge], claims=[claim]))
    for expected in (
        *["in parliament: yes", "chambers: upper, lower", "cap: €7.00", "days aloft: 9", "overheard: no"],
    ):
        assert expected in text.splitlines()
    assert "votes" not in text
    assert "string" not in text


@attrs.frozen(kw_only=True)
class Told(Claim):
    kind: ClassVar[str] = "newsroom.told"
    overheard: bool


def test_amounts_in_several_currencies_are_added_up_only_with_rates() -> None:
    dollars = FinancialCommitment(id="usd", donors=[Country("US")], stage="pledged", value=Money("11", "USD"))
    mixed = Ledger(
        commitments=[RICH.commitments["undated"], dollars, attrs.evolve(dollars, id="eur", value=Money("5", "EUR"))]
    )
    assert "amounts are in several currencies and are not added up" in told(mixed)
    rates = RateTable.constant("EUR", {"USD": "1.10"})
    assert "United States 2 €15.00 0" in told(mixed, rates=rates)


def gift(id: str, amount: str | None, **fields: Any) -> FinancialCommitment:
    value = None if amount is None else Money(amount, "EUR")
    return FinancialCommitment(**{"id": id, "donors": [Country("NL")], "stage": "pledged", "value": value, **fields})


TOTALS = {
    "en": "grand total 3 at least €1,000.02 1",
    "uk": "усього 3 щонайменше 1 000,02 € 1",
    "de": "Gesamtsumme 3 mindestens 1.000,02 € 1",
    "fr": "total général 3 au moins 1 000,02 € 1",
    "nl": "eindtotaal 3 minstens € 1.000,02 1",
    "cs": "celkem 3 nejméně 1 000,02 € 1",
    "pl": "razem 3 co najmniej 1 000,02 € 1",
}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_grand_total_stands_under_the_totals(locale: str) -> None:
    ledger = Ledger(commitments=[gift("a", "1000"), gift("b", "0.02", donors=[Country("DE")]), gift("c", None)])
    lines = [" ".join(line.split()) for line in report(ledger, locale).splitlines()]
    (last,) = (line for line in lines if line.lower().startswith(TOTALS[locale].lower()[:6]) and "000" in line)
    assert last.lower() == TOTALS[locale].lower()
    (foot,) = re.findall(r"<tfoot>.*</tfoot>", report(ledger, locale, format="html"))
    assert foot.count("<td") == 3
    assert "| " + TOTALS[locale].partition(" 3 ")[0] in report(ledger, locale, format="markdown")


def test_totals_stand_by_size_and_are_rounded_as_newspapers_do_with_the_exact_sums_in_the_data() -> None:
    gifts = [("NL", "98412345.67"), ("DE", "1234567890"), ("FR", "999999.99"), ("US", None)]
    ledger = Ledger(commitments=[gift(code, amount, donors=[Country(code)]) for code, amount in gifts])
    lines = told(ledger).splitlines()
    start = lines.index("donor commitments sum of undisclosed value")
    assert lines[start + 1 :] == [
        "Germany 1 €1.2B 0",
        "Netherlands 1 €98.4M 0",
        "France 1 €999,999.99 0",
        "United States 1 undisclosed 1",
        "grand total 4 at least €1.3B 1",
        "sums of a million or more are rounded",
    ]
    html = report(ledger, "en", format="html")
    assert '<td data-currency="EUR" data-low="98412345.67" data-high="98412345.67">€98.4M</td>' in html
    assert '<td data-currency="EUR" data-low="1333980235.66">at least €1.3B</td>' in html
    small = told(Ledger(commitments=[gift("a", "5"), gift("b", "7", donors=[Country("DE")])]))
    assert small.splitlines()[-1] == "grand total 2 €12.00 0"


def test_one_row_is_its_own_total() -> None:
    alone = Ledger(commitments=[gift("a", "5"), gift("b", "7")])
    assert "grand total" not in report(alone, "en").lower()
    assert "<tfoot>" not in report(alone, "en", format="html")


QUANTITIES = {
    "en": "artillery shells (155 mm) 1 1,000,000 rounds with conflicting accounts: 1",
    "uk": "артилерійські снаряди (155 мм) 1 1 000 000 штук із суперечливими даними: 1",
    "de": "Artilleriegranaten (155 mm) 1 1.000.000 Schuss mit widersprüchlichen Angaben: 1",
}


@pytest.mark.parametrize("locale", QUANTITIES)
def test_quantities_are_told_with_the_contradiction_kept(locale: str) -> None:
    assert QUANTITIES[locale] in told(SEED, locale).splitlines()


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], "120 pieces without any report: 2"),
        ([("a", 40)], "120 pieces between 40 and 60 pieces (without any report: 1)"),
        ([("a", 40), ("b", 20)], "120 pieces 60 pieces"),
        ([("a", None), ("b", 20)], "120 pieces 120 pieces"),
    ],
)
def test_how_many_of_a_kind_are_promised_and_delivered(claims: list[tuple[str, int | None]], expected: str) -> None:
    gifts = [
        MilitaryCommitment(id=id, donors=[Country("NL")], stage="pledged", lines=[Line(Tank(), number)])
        for id, number in (("a", 100), ("b", 20))
    ]
    words = [Claim(id=f"of-{id}", about=id, stage="delivered", quantity=number) for id, number in claims]
    text = told(Ledger(commitments=gifts, claims=words))
    assert f"Quantities\n----------\nkind commitments promised delivered\ntanks 2 {expected}\n" in text


def test_what_is_delivered_of_an_undisclosed_number_is_undisclosed() -> None:
    gift = MilitaryCommitment(id="a", donors=[Country("NL")], stage="delivered", lines=[Line(Tank())])
    assert "tanks 1 undisclosed undisclosed" in told(Ledger(commitments=[gift]))


@pytest.mark.parametrize("relation", ["replaces", "corrects", "same_as"])
def test_what_is_superseded_says_by_what(relation: str) -> None:
    later = gift("b", "120", donors=[Country("DE")], links=[Link(relation, "a")])
    text = told(Ledger(commitments=[gift("a", "100"), later]))
    instead, by = ("Germany → Ukraine: €120.00", 1) if relation != "same_as" else ("Netherlands → Ukraine: €100.00", 1)
    assert text.count(f"counted instead: {instead}") == by
    assert text.count("counted instead") == 1


def test_of_many_that_count_instead_some_are_named() -> None:
    many = [gift(f"b{at}", "120", links=[Link("replaces", "a")]) for at in range(12)]
    (line,) = (line for line in told(Ledger(commitments=[gift("a", "100"), *many])).splitlines() if "instead" in line)
    assert line.count("€120.00") == 8
    assert line.endswith(" …")


def test_claims_that_were_taken_back_or_superseded_say_so() -> None:
    kyiv = Speaker("A", of=Country("UA"))
    fields: dict[str, Any] = {"about": "a", "stage": "delivered", "speaker": kyiv}
    claims = [
        Claim(id="first", value=Money("5", "EUR"), said="2024-01-01", **fields),
        Claim(id="second", value=Money("7", "EUR"), said="2024-02-01", **fields),
        Claim(id="third", value=Money("9", "EUR"), said="2024-03-01", **fields),
        Claim(id="back", said="2024-04-01", retracts=["third"], **fields),
    ]
    text = told(Ledger(commitments=[gift("a", "100")], claims=claims))
    lines = text.splitlines()
    superseded = lines.index("superseded: disbursed, according to A, Ukraine (1 January 2024): €5.00")
    assert lines[superseded + 1] == "counted instead: A, Ukraine (1 February 2024)"
    assert "retracted: disbursed, according to A, Ukraine (1 March 2024): €9.00" in text
    assert "retracts: A, Ukraine" in text


def test_a_claim_of_other_kinds_says_which() -> None:
    promise = MilitaryCommitment(
        id="a", donors=[Country("NL")], stage="pledged", lines=[Line(ArtilleryShell(calibre="155 mm"), 10)]
    )
    claim = Claim(id="c", about="a", stage="delivered", quantity=12, of=[ArtilleryShell()], said="2024-01-01")
    assert "counts: artillery shells" in told(Ledger(commitments=[promise], claims=[claim]))


def test_what_was_announced_may_be_contradicted() -> None:
    given = gift("a", "100", stage="disbursed", announced="2024-01-01")
    kyiv = Speaker("A", of=Country("UA"))
    less = Claim(id="c", about="a", stage="disbursed", value=Money("30", "EUR"), said="2024-02-01", speaker=kyiv)
    text = told(Ledger(commitments=[given], claims=[less]))
    assert "these accounts contradict each other: disbursed, Netherlands (1 January 2024); A, Ukraine" in text


def test_tolerance_says_how_far_a_rounded_figure_may_be_off() -> None:
    fields: dict[str, Any] = {"about": "a", "stage": "delivered"}
    claims = [
        Claim(id="x", value=about(Money("50", "EUR")), said="2024-01-01", speaker=Speaker("A", of=EU), **fields),
        Claim(id="y", value=Money("44", "EUR"), said="2024-02-01", speaker=Speaker("B", of=NATO), **fields),
    ]
    ledger = Ledger(commitments=[gift("a", "100")], claims=claims)
    assert "contradict" in report(ledger, "en")
    assert "contradict" not in report(ledger, "en", tolerance=Decimal("0.2"))


def test_empty_ledger_has_a_title_alone() -> None:
    assert len(report(Ledger(), "en").splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"ledger": "seed"}, (WrongTypeError, "'seed' is a str; pass a Ledger")),
        ({"format": "pdf"}, (InvalidValueError, "'pdf' is no format; pass one of text, markdown, html")),
        ({"format": []}, (InvalidValueError, r"\[\] is no format; pass one of text, markdown, html")),
        ({"locale": {}}, (WrongTypeError, 'is a dict; pass a tag such as "uk"')),
        ({"locale": "xx"}, (InvalidValueError, "'xx' is no language known here")),
        ({"as_of": 20240227}, (WrongTypeError, "report: 20240227 is a int; pass a date")),
        (
            {"as_of": "27 February 2024"},
            (InvalidValueError, "report: '27 February 2024' is no single day; pass a date"),
        ),
    ],
)
def test_arguments_that_make_no_sense_are_refused(
    arguments: dict[str, Any], expected: tuple[type[Exception], str]
) -> None:
    with pytest.raises(expected[0], match=expected[1]):
        report(**{"ledger": SEED, "locale": "en", **arguments})


def test_the_day_may_be_given_as_its_text() -> None:
    assert report(SEED, "uk", as_of="2024-02-26") == report(SEED, "uk", as_of=date(2024, 2, 26))


@tried(40)
@given(ledgers(), st.sampled_from([*LANGUAGES, "es"]), st.sampled_from(sorted(WRITERS)))
def test_every_ledger_can_be_reported(ledger: Ledger, locale: str, format: Any) -> None:
    assert report(ledger, locale, format=format).endswith("\n")


@tried(40)
@given(ledgers())
def test_everyone_who_says_something_is_named(ledger: Ledger) -> None:
    text = " ".join(report(ledger, "en").split())
    said: list[Claim | Position] = [*ledger.claims.values(), *ledger.positions.values()]
    names = [" ".join(str(record.speaker).split()) for record in said if record.speaker is not None]
    assert [name for name in names if name not in text] == []


def test_a_claim_may_name_its_line_by_id() -> None:
    promise = MilitaryCommitment(
        id="a",
        donors=[Country("NL")],
        stage="pledged",
        lines=[Line(Equipment(designation="Leopard"), 10, id="tanks"), Line(ArtilleryShell(), 100)],
    )
    claims = [
        Claim(id="c", about="a", line="tanks", stage="delivered", quantity=4, said="2024-01-01"),
        Claim(id="d", about="a", line=1, stage="delivered", quantity=5, said="2024-01-02"),
    ]
    text = told(Ledger(commitments=[promise], claims=claims))
    assert "equipment (Leopard): delivered, an unnamed speaker (1 January 2024): 4 pieces" in text
    assert "artillery shells: delivered, an unnamed speaker (2 January 2024): 5 rounds" in text


def test_a_title_names_the_first_lines_alone() -> None:
    lines = [Line(ArtilleryShell(designation=f"S{at}"), 5) for at in range(9)]
    whole = MilitaryCommitment(id="whole", stage="pledged", lines=lines)
    part = MilitaryCommitment(id="part", stage="pledged", part_of="whole")
    told = report(Ledger(commitments=[whole, part]), "en")
    assert "artillery shells (S7) …" in told
    assert "artillery shells (S8) …" not in told
