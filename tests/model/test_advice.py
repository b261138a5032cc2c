"""The mistakes of the first day: what each error says to pass instead, and that it is right."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import ukraine_support
from refusals import HOSTILE, LONGEST, brief, refusal
from ukraine_support import (
    ArtilleryShell,
    Citation,
    Claim,
    Commitment,
    Country,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    Link,
    Membership,
    MilitaryCommitment,
    Money,
    Occasion,
    Organisation,
    Party,
    Period,
    Personnel,
    Position,
    Source,
    Speaker,
    Stage,
    Support,
    UnknownIdError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support._model.base.advice import instead, instead_in_a_list
from ukraine_support.reference import EU

SHELL = ArtilleryShell(calibre="155 mm")
GIFT = FinancialCommitment(id="gift", stage="pledged")


def promise(**fields: Any) -> MilitaryCommitment:
    return MilitaryCommitment(id="a", **{"stage": "pledged", **fields})


def claim(**fields: Any) -> Claim:
    return Claim(id="c", **{"about": "a", "stage": "delivered", **fields})


def position(**fields: Any) -> Position:
    return Position(id="p", **{"holder": Country("FR"), "on": "a", "stance": "supports", **fields})


def initiative(**fields: Any) -> Initiative:
    return Initiative(id="i", **fields)


def occasion(**fields: Any) -> Occasion:
    return Occasion(id="o", name="n", **fields)


def membership(**fields: Any) -> Membership:
    return Membership(**{"country": Country("FR"), "organisation": EU, "since": "1958-01-01", **fields})


WHAT_TO_PASS: list[tuple[Callable[..., Any], str, Any, str]] = [
    # parties
    (promise, "donors", ["CZ"], 'Country("CZ")'),
    (promise, "donors", ["cz"], 'Country("CZ")'),
    (promise, "donors", ["CZE"], 'Country("CZE")'),
    (promise, "donors", [EU, "203"], 'Country("203")'),
    (promise, "donors", ["Czech Republic"], 'reference.find_party("Czech Republic")'),
    (promise, "donors", ["EU"], 'reference.find_party("EU")'),
    (promise, "donors", [5], "a Party"),
    (promise, "donors", "CZ", 'a list: [Country("CZ")]'),
    (promise, "donors", "Czech Republic", 'a list: [reference.find_party("Czech Republic")]'),
    (promise, "donors", Country("CZ"), "a list: [Country('CZ')]"),
    (promise, "donors", None, "a list of Party"),
    (promise, "donors", {"CZ": 1}, "a list of Party"),
    (promise, "recipient", "UA", 'Country("UA")'),
    (promise, "recipient", "Ukraine", 'reference.find_party("Ukraine")'),
    (promise, "suppliers", ["Rheinmetall"], 'reference.find_party("Rheinmetall")'),
    (position, "holder", "FR", 'Country("FR")'),
    (initiative, "lead", "CZ", 'Country("CZ")'),
    (occasion, "host", "France", 'reference.find_party("France")'),
    (membership, "country", "FR", 'Country("FR")'),
    (membership, "country", EU, "a Country"),
    (membership, "organisation", "EU", 'reference.find_party("EU")'),
    (membership, "organisation", "FR", 'reference.find_party("FR")'),
    (membership, "organisation", Country("FR"), "an Organisation"),
    # money
    (promise, "value", "100 EUR", 'Money("100", "EUR")'),
    (promise, "value", "EUR 100", 'Money("100", "EUR")'),
    (promise, "value", "EUR100.5", 'Money("100.5", "EUR")'),
    (promise, "value", "€100", 'Money("100", "EUR")'),
    (promise, "value", "$ 100", 'Money("100", "USD")'),
    (promise, "value", "100 XXX", 'a Money, such as Money("100", "EUR")'),
    (promise, "value", "100", 'a Money, such as Money("100", "EUR")'),
    (promise, "value", 100, 'a Money, such as Money("100", "EUR")'),
    (promise, "value", 100.5, 'a Money, such as Money("100.5", "EUR")'),
    (promise, "value", Decimal("0.5"), 'a Money, such as Money("0.5", "EUR")'),
    (promise, "value", ("5", "USD"), 'a Money, such as Money("100", "EUR")'),
    (promise, "value", "5 million", 'a Money, such as Money("100", "EUR")'),
    (promise, "value", about(7), 'a Money, such as Money("7", "EUR")'),
    (promise, "value", True, 'a Money, such as Money("100", "EUR")'),
    (claim, "value", "5 UAH", 'Money("5", "UAH")'),
    (initiative, "goal_value", "1500 GBP", 'Money("1500", "GBP")'),
    # lines and support
    (promise, "lines", Line(SHELL, 5), "it in a list"),
    (promise, "lines", [SHELL], "a Line, such as Line(ArtilleryShell(calibre=Calibre('155')), 500)"),
    (promise, "lines", SHELL, "a list of Line, such as Line(ArtilleryShell(calibre=Calibre('155')), 500)"),
    (promise, "lines", ["shells"], 'a Line, such as Line(ArtilleryShell(calibre="155 mm"), 500)'),
    (initiative, "goal", Line(SHELL, 5), "it in a list"),
    (position, "on", Personnel, "a Support, such as Personnel(), or an id"),
    (position, "on", GIFT, 'its id, "gift"'),
    (position, "on", 5, 'a Support, such as ArtilleryShell(calibre="155 mm"), or an id'),
    (position, "on", int, 'a Support, such as ArtilleryShell(calibre="155 mm"), or an id'),
    # what is named by its id
    (promise, "towards", Initiative(id="joint"), 'its id, "joint"'),
    (promise, "part_of", GIFT, 'its id, "gift"'),
    (promise, "occasion", Occasion(id="paris", name="Paris"), 'its id, "paris"'),
    (promise, "occasion", 5, "a string"),
    (claim, "about", GIFT, 'its id, "gift"'),
    (claim, "disputes", "b", "a list: ['b']"),
    (claim, "disputes", [claim()], 'its id, "c"'),
    (promise, "citations", ["article"], 'Citation("article")'),
    (promise, "citations", [Source(id="article")], 'Citation("article")'),
    (promise, "citations", [5], "a Citation"),
    (promise, "citations", "article", 'a list: [Citation("article")]'),
    (promise, "citations", Citation("article"), "a list: [Citation(source='article')]"),
    (promise, "links", ["gift"], 'a Link, such as Link("same_as", "gift")'),
    (promise, "links", [("backs", "gift")], 'a Link, such as Link("same_as", "an-id")'),
    (promise, "links", Link("backs", "b"), "it in a list"),
    # speakers
    (claim, "speaker", "Zelensky", 'Speaker("Zelensky")'),
    (claim, "speaker", Country("UA"), "a Speaker"),
]  # fmt: skip


EXPRESSIONS = sorted({instead for *_, instead in WHAT_TO_PASS if re.match(r"(a list: \[)?[A-Z][a-z]+\(", instead)})


@pytest.mark.parametrize(("make", "field", "value", "instead"), WHAT_TO_PASS, ids=brief)
def test_an_error_says_what_to_pass_instead(make: Any, field: str, value: Any, instead: str) -> None:
    error = refusal(make, **{field: value})
    assert error.where.split(".")[1].partition("[")[0] == field
    assert error.accepted == f"pass {instead}"


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_an_error_says_to_pass_can_be_passed(expression: str) -> None:
    made = eval(expression.removeprefix("a list: "), dict(vars(ukraine_support)))
    assert isinstance(made, list | Party | Money | Citation | Speaker)


def test_what_is_named_by_its_id_is_looked_up_by_it() -> None:
    ledger = Ledger(commitments=[GIFT])
    look_ups: list[Callable[[Any], object]] = [
        ledger.__getitem__,
        ledger.commitments.__getitem__,
        ledger.claims_about,
        ledger.known_from,
    ]
    for look_up in look_ups:
        with pytest.raises(UnknownIdError, match=r'^no record has the id .*; pass its id, "gift"$'):
            look_up(GIFT)
    with pytest.raises(UnknownIdError, match=r"^no record has the id 5$"):
        ledger[5]  # type: ignore[index]  # what a program without types may pass


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("cls", [Party, Organisation, Money, Line, Link, Citation, Speaker, Support, Commitment, str])
def test_advice_stays_in_a_line_whatever_is_given(cls: type, value: Any) -> None:
    for advice in (instead(cls, value), instead_in_a_list(cls, value)):
        assert advice.startswith("pass ")
        assert len(advice) < LONGEST // 2
        assert advice.isprintable()


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("Germany", 'for a name, ask reference.find_party("Germany")'),
        ("Deutschland", 'for a name, ask reference.find_party("Deutschland")'),
        ("EU", 'for a name, ask reference.find_party("EU")'),
        ("de", "did you mean 'DE'?"),
        ("UK", "did you mean 'GB'?"),
        ("EL", "did you mean 'GR'?"),
    ],
)
def test_a_name_that_is_no_code_is_sent_where_names_are_known(name: str, advice: str) -> None:
    assert refusal(Country, name).accepted == f'pass an assigned code such as "NL", "NLD" or "528"; {advice}'


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("27/02/2024", '"2024-02-27"'),
        ("02/27/2024", '"2024-02-27"'),
        ("27.2.2024", '"2024-02-27"'),
        ("5-6-2024", '"2024-06-05" or "2024-05-06"'),
        ("4/4/2024", '"2024-04-04"'),
        ("2024-2-7", '"2024-02-07"'),
        ("2024/02/27", '"2024-02-27"'),
        ("20240227", '"2024-02-27"'),
        ("2024-02-27T00:00:00Z", '"2024-02-27"'),
        ("2024-02-27 10:30", '"2024-02-27"'),
    ],
)
def test_a_day_that_is_written_otherwise_is_told_as_it_is_to_be_written(text: str, meant: str) -> None:
    assert refusal(promise, announced=text).accepted == f"write {meant}"
    assert refusal(Ledger().as_of, text).accepted == f"write {meant}"


@pytest.mark.parametrize("text", ["February 2024", "end of 2024", "2024-02-30", "30/30/2024", "spring", "24", "1/2024"])
def test_what_is_no_day_is_told_every_way_to_write_one(text: str) -> None:
    assert refusal(promise, announced=text).accepted.startswith('write the year first: a day "2024-02-27", a month')


def test_a_year_is_text() -> None:
    assert refusal(promise, announced=2024).accepted == 'pass text such as "2024" or "2024-02-27", or a date'
    assert promise(announced=date(2024, 2, 27)).announced == Period("2024-02-27")


@pytest.mark.parametrize("stage", ["promised", "Pledged", ""])
def test_a_stage_that_is_none_is_told_all_that_are(stage: str) -> None:
    accepted = "pass one of proposed, pledged, committed, allocated, contracted, dispatched, delivered, withdrawn"
    assert refusal(promise, stage=stage).accepted == refusal(Stage, stage).accepted == accepted


@pytest.mark.parametrize(
    ("share", "instead"),
    [
        (30, '"0.3" for 30 %'),
        ("30", '"0.3" for 30 %'),
        ("30%", '"0.3" for 30%'),
        ("12.5 %", '"0.125" for 12.5 %'),
        (about(30), '"0.3" for 30 %'),
        (at_least(50), '"0.5" for 50 %'),
        (at_most(100), '"1" for 100 %'),
        (between(5, 25), '"0.25" for 25 %'),
        (exactly(Decimal("10.5")), '"0.105" for 10.5 %'),
        ("1000", '"10" for 1000 %'),
    ],
    ids=brief,
)
def test_a_percentage_is_no_share(share: Any, instead: str) -> None:
    assert refusal(claim, share=share).accepted == f"pass {instead}"


@pytest.mark.parametrize("share", [10, "9.99", about(10), at_most(10), between(0, 10), 1, 0, "0.3"], ids=brief)
def test_a_share_may_be_ten_times_the_promise(share: Any) -> None:
    assert claim(share=share).share.high is not None


@pytest.mark.parametrize("quantity", ["about 500", "500,000", "~500", [5, 10], (5, 10), 5.5], ids=brief)
def test_a_number_that_is_none_may_have_been_an_estimate(quantity: Any) -> None:
    assert refusal(claim, quantity=quantity).accepted.endswith(
        ", or an estimate such as about(500) or between(400, 600)"
    )


def test_an_argument_that_is_to_be_several_is_named() -> None:
    wrong: Any = GIFT
    assert refusal(Ledger, commitments=wrong).where == "Ledger.commitments"
    assert refusal(Ledger, commitments=["gift"]).where == "Ledger.commitments"
    assert refusal(Ledger.of, wrong).where == "Ledger.of"
    assert refusal(Ledger(commitments=[GIFT]).without, "gift").accepted == "pass a list: ['gift']"
