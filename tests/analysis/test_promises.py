"""What one place decides of promises: which tell of one, what was taken back, how much is left."""

from datetime import date
from typing import Any

import pytest

from analysis.promises import eur, exact, gift, goods, least, ledger, link, span
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Claim,
    Commitment,
    Country,
    Initiative,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    Organisation,
    Party,
    Speaker,
    Stage,
    UnnamedParty,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import RateTable, totals
from ukraine_support.analysis._promises.promised import promised, promised_value
from ukraine_support.analysis._promises.promises import Promises
from ukraine_support.reference import EU, EUROPEAN_COMMISSION, EUROPEAN_PEACE_FACILITY

NL, DE, UA, CZ = (Country(code) for code in ("NL", "DE", "UA", "CZ"))
SHELLS, OTHERS = (ArtilleryShell(calibre=f"{calibre} mm") for calibre in (155, 122))
LINE = Line(SHELLS, 1_000)
SOMEBODY = UnnamedParty(description="somebody")


def taken(about: str = "a", by: Party | None = NL, said: str | None = "2024-03-01", **changes: Any) -> Claim:
    """What somebody says of taking a promise back, on 1 March."""
    stated: dict[str, Any] = {
        "id": f"{about} {by} {said} {sorted(changes.items(), key=str)}"[:200],
        "stage": "withdrawn",
    }
    speaker = None if by is None else Speaker("A speaker", of=by)
    return Claim(about=about, speaker=speaker, said=said, **(stated | changes))


def worth(*records: Commitment | Claim | Initiative, **options: Any) -> Any:
    """What promises come to, after what was said of them."""
    table = totals(Ledger.of(records), **options)
    return table[()].value if table else None


TOLD_TWICE: list[tuple[str, list[Commitment], Any]] = [
    ("tied", [gift("a", 100, links=link("same_as", "b")), gift("b", 120, links=link("same_as", "a"))], span(100, 120)),
    (
        "tied, one corrected",
        [
            gift("a", 100, links=link("same_as", "b")),
            gift("b", 100, links=link("same_as", "a")),
            gift("d", -10, correction=True, links=link("corrects", "a")),
        ],
        span(90, 100),
    ),
    ("undisclosed", [gift("a"), gift("b", 100, links=link("same_as", "a"))], exact(100)),
    (
        "the figure of another, corrected",
        [
            gift("a"),
            gift("b", 100, links=link("same_as", "a")),
            gift("d", -10, correction=True, links=link("corrects", "b")),
        ],
        exact(90),
    ),
    (
        "the latest restatement",
        [
            gift("a", 10),
            gift("z", 11, links=link("corrects", "a"), announced="2024-03-01"),
            gift("b", 12, links=link("corrects", "a"), announced="2024-03-05"),
        ],
        exact(12),
    ),
    (
        "two of one day",
        [gift("a", 10), gift("b", 11, links=link("corrects", "a")), gift("c", 12, links=link("corrects", "a"))],
        span(11, 12),
    ),
    (
        "one restates two",
        [gift("a", 1), gift("b", 2), gift("c", 4, links=[Link("corrects", "a"), Link("corrects", "b")])],
        exact(4),
    ),
    (
        "nobody's word on the stage",
        [gift("a", 10, stage="delivered"), gift("b", 9, links=link("corrects", "a"), stage="proposed")],
        None,
    ),
    (
        "what replaces a part is in its place",
        [gift("w", 100), gift("p", 40, part_of="w"), gift("y", 50, links=link("replaces", "p"))],
        exact(100),
    ),
    (
        "what replaces a part raises its whole",
        [gift("w"), gift("p", 40, part_of="w"), gift("y", 50, links=link("replaces", "p"))],
        least(50),
    ),
    (
        "what replaces parts of two wholes stands by itself",
        [
            gift("w", 100),
            gift("v", 100),
            gift("p", 40, part_of="w"),
            gift("q", 40, part_of="v"),
            gift("y", 50, links=[Link("replaces", "p"), Link("replaces", "q")]),
        ],
        exact(250),
    ),
    (
        "a part that stands before its replacement",
        [gift("a", 10), gift("r", 10, stage="proposed", links=link("replaces", "a")), gift("z", 10, part_of="r")],
        exact(10),
    ),
    (
        "a figure below zero, told by a correction",
        [gift("a", donors=[DE]), gift("d", at_most(eur(-10)), correction=True, links=link("same_as", "a"))],
        at_most(eur(-10)),
    ),
    (
        "a part of its own replacement that has not come so far",
        [gift("a", 10, part_of="r"), gift("r", 20, stage="proposed", links=link("backs", "a"))],
        exact(10),
    ),
]


@pytest.mark.parametrize(("records", "come_to"), [row[1:] for row in TOLD_TWICE], ids=[row[0] for row in TOLD_TWICE])
def test_a_promise_counts_once_however_it_is_told(records: list[Commitment], come_to: Any) -> None:
    assert worth(*records) == come_to
    assert worth(*reversed(records)) == come_to


def test_a_promise_that_is_inside_its_own_replacement_gives_way_to_nothing() -> None:
    inside = [gift("r", 20, stage="proposed", links=link("replaces", "m")), gift("m", 9, stage="proposed")]
    inside += [gift("z", 10, part_of="r", links=link("reimburses", "m")), gift("k", 5, part_of="m")]
    assert worth(*inside) is not None


USD = RateTable.constant("EUR", {"USD": "2"})
KEPT: list[tuple[str, list[Commitment], Any]] = [
    ("undisclosed", [gift("a"), gift("b", 60, part_of="a"), gift("c", 40, part_of="a")], least(100)),
    ("open", [gift("a", at_most(eur(100))), gift("b", 60, part_of="a")], span(60, 100)),
    ("lower", [gift("a", at_least(eur(50))), gift("b", 60, part_of="a")], least(60)),
    ("higher", [gift("a", at_least(eur(70))), gift("b", 60, part_of="a")], least(70)),
    ("exact", [gift("a", 100), gift("b", 60, part_of="a"), gift("c", 70, part_of="a")], exact(100)),
    ("rounded", [gift("a", about(eur(100))), gift("b", 130, part_of="a")], about(exact(100))),
    ("more than it can be", [gift("a", at_most(eur(100))), gift("b", 130, part_of="a")], about(exact(100))),
    ("a rounded part", [gift("a"), gift("b", about(eur(60)), part_of="a")], about(least(60))),
    (
        "of a part that has not come so far",
        [gift("a"), gift("m", 90, part_of="a", stage="proposed"), gift("c", 60, part_of="m")],
        least(60),
    ),
    (
        "of twins the higher",
        [
            gift("a"),
            gift("b", links=link("same_as", "a")),
            gift("a1", 40, part_of="a"),
            gift("b1", 60, part_of="b"),
        ],
        least(60),
    ),
    (
        "with corrections of parts",
        [gift("a"), gift("b", 60, part_of="a"), gift("d", -10, correction=True, links=link("corrects", "b"))],
        least(50),
    ),
    (
        "open corrections among parts",
        [gift("a"), gift("b", 60, part_of="a"), gift("d", part_of="a", correction=True), gift("z", 1)],
        least(1),
    ),
    ("parts in another currency", [gift("a"), gift("b", Money("60", "USD"), part_of="a"), gift("z", 5)], least(5)),
    ("parts in two", [gift("a"), gift("b", Money("60", "USD"), part_of="a"), gift("c", 6, part_of="a")], UNKNOWN),
    ("parts of nothing", [gift("a"), gift("b", 0, part_of="a"), gift("z", 1)], least(1)),
    ("nothing", [gift("a", at_most(eur(100))), gift("b", 0, part_of="a")], span(0, 100)),
    (
        "of a part told twice, the least",
        [gift("a"), gift("b", 60, part_of="a", links=link("same_as", "c")), gift("c", 70, links=link("same_as", "b"))],
        least(60),
    ),
    ("one whole", [gift("a"), gift("b"), gift("c", 6, part_of="a", links=link("component_of", "b"))], least(6)),
    (
        "the whole that has come so far",
        [gift("a"), gift("b", stage="proposed"), gift("c", 6, part_of="b", links=link("component_of", "a"))],
        least(6),
    ),
    ("repaid", [gift("a"), gift("b", 40, links=link("reimburses", "a"))], least(40)),
    ("repaid twice", [gift("a"), gift("b", 40, links=link("reimburses", "a")), gift("c", 30, part_of="a")], least(40)),
    (
        "repaid together",
        [gift("a"), gift("b", 1), gift("c", 40, links=[Link("reimburses", "a"), Link("reimburses", "b")])],
        least(1),
    ),
    ("repaid of a known value", [gift("a", at_most(eur(9))), gift("b", 5, links=link("reimburses", "a"))], span(0, 9)),
]


@pytest.mark.parametrize(("records", "come_to"), [row[1:] for row in KEPT], ids=[row[0] for row in KEPT])
def test_what_is_known_is_kept(records: list[Commitment], come_to: Any) -> None:
    assert worth(*records) == come_to


def test_parts_in_another_currency_raise_with_rates() -> None:
    records = [gift("a"), gift("b", Money("60", "USD"), part_of="a"), gift("c", 40, part_of="a"), gift("z", 5)]
    assert worth(*records, rates=USD) == least(75)
    dated = RateTable("EUR", {date(2024, 2, 26): {"USD": "2"}, date(2024, 3, 1): {"USD": "3"}})
    records[1] = gift("b", Money("60", "USD"), part_of="a", announced="2024-03-01")
    assert worth(*records, rates=dated) == least(65)
    assert worth(*records[:2], gift("c", 1, part_of="a"), rates=RateTable.constant("EUR", {})) == least(1)


def test_floors_stand_under_the_keys_of_the_whole() -> None:
    table = totals(ledger(gift("a", donors=[DE]), gift("b", 60, part_of="a")), by="donor")
    assert {donor: total.value for donor, total in table.items()} == {DE: least(60)}
    assert (table.whole.value, table.whole.undisclosed) == (least(60), 0)


INSTITUTION = Organisation(id="defence-bank", name="A bank", part_of=EU)
TAKEN: list[tuple[str, list[Any], Any]] = [
    ("by the donor", [gift("a", 100), taken()], None),
    ("by its record", [gift("a", 100), taken(by=None)], None),
    ("by another", [gift("a", 100), taken(by=UA)], exact(100)),
    ("by a description", [gift("a", 100, donors=[SOMEBODY]), taken(by=SOMEBODY)], exact(100)),
    ("foretold", [gift("a", 100), taken(forecast=True)], exact(100)),
    ("by its institution", [gift("a", 100, donors=[EU]), taken(by=EUROPEAN_COMMISSION)], None),
    ("by its holder", [gift("a", 100, donors=[INSTITUTION]), taken(by=EU)], None),
    (
        "by another institution",
        [gift("a", 100, donors=[EUROPEAN_PEACE_FACILITY]), taken(by=EUROPEAN_COMMISSION)],
        exact(100),
    ),
    ("by one of two", [gift("a", 100, donors=[NL, DE]), taken()], span(0, 100)),
    ("by two of two", [gift("a", 100, donors=[NL, DE]), taken(), taken(by=DE)], None),
    ("of no donor", [gift("a", 100, donors=[]), taken()], exact(100)),
    ("begun again", [gift("a", 100), taken(), taken(stage="contracted", share="0.1", said="2024-03-02")], exact(100)),
    ("begun on that day", [gift("a", 100), taken(), taken(stage="contracted")], exact(100)),
    ("begun before", [gift("a", 100), taken(), taken(stage="contracted", said="2024-02-28")], None),
    ("nothing begun", [gift("a", 100), taken(), taken(stage="delivered", share="0", said="2024-03-02")], None),
    ("begun by another", [gift("a", 100), taken(), taken(by=UA, stage="delivered", said="2024-03-02")], None),
    ("undated", [gift("a", 100), taken(said=None)], None),
    ("all of it", [gift("a", 100), taken(value=eur(100))], None),
    ("a whole share", [gift("a", 100), taken(share="1")], None),
    ("bit by bit", [gift("a", 9), taken(share="0.6"), taken(share="0.4", increment=True, said="2024-04-01")], None),
    ("a part of it", [gift("a", 100), taken(value=eur(40))], exact(60)),
    ("a share", [gift("a", 100), taken(share="0.4")], exact(60)),
    ("and more", [gift("a", 100), taken(share="0.4"), taken(value=eur(10), increment=True)], exact(50)),
    ("the latest total", [gift("a", 100), taken(share="0.4"), taken(share="0.3", said="2024-04-01")], exact(70)),
    ("two totals of a day", [gift("a", 100), taken(share="0.4"), taken(share="0.3")], span(60, 70)),
    ("begun, no more said", [gift("a", 100), taken(increment=True)], span(0, 100)),
    ("in another currency", [gift("a", 100), taken(value=Money("40", "USD"))], span(0, 100)),
    (
        "figures span",
        [gift("a", 100, donors=[NL, DE]), taken(value=eur(40)), taken(by=DE, value=eur(50))],
        span(50, 60),
    ),
    ("one of them in part", [gift("a", 100, donors=[NL, DE]), taken(value=eur(40))], span(60, 100)),
    ("of an open promise", [gift("a", between(eur(50), eur(100))), taken(value=eur(60))], span(0, 40)),
    ("of an undisclosed one", [gift("a"), taken(share="0.4")], UNKNOWN),
    ("of a twin", [gift("a", 100), gift("b", 100, links=link("same_as", "a")), taken("b")], None),
    ("with its parts", [gift("a", 100), gift("b", 40, part_of="a"), taken()], None),
    ("but those delivered", [gift("a", 100), gift("b", 40, part_of="a", stage="delivered"), taken()], exact(40)),
    (
        "but those said to be delivered",
        [gift("a", 100), gift("b", 40, part_of="a"), taken(), taken("b", UA, stage="delivered", said="2024-02-27")],
        exact(40),
    ),
    ("but later ones", [gift("a", 100), gift("b", 40, part_of="a", announced="2024-04-01"), taken()], exact(40)),
    ("a part", [gift("a", 100), gift("b", 40, part_of="a"), taken("b")], exact(60)),
    ("a part in part", [gift("a", 100), gift("b", 40, part_of="a"), taken("b", share="0.5")], exact(80)),
    (
        "a part of a part",
        [gift("a", 100), gift("b", 40, part_of="a"), gift("c", 9, part_of="b"), taken("c")],
        exact(91),
    ),
    (
        "parts of a part in part",
        [gift("a", 100), gift("b", 40, part_of="a"), gift("c", 9, part_of="b"), taken("c"), taken("b", share="0.5")],
        exact(71),
    ),
    ("an undisclosed part", [gift("a", 100), gift("b", part_of="a"), taken("b")], span(0, 100)),
    ("some of an undisclosed part", [gift("a", 100), gift("b", part_of="a"), taken("b", share="0.5")], span(0, 100)),
    ("a part in dollars", [gift("a", 100), gift("b", Money("4", "USD"), part_of="a"), taken("b")], span(0, 100)),
    (
        "a correction that is a part",
        [gift("a", 100), gift("b", -4, part_of="a", correction=True), taken("b")],
        exact(100),
    ),
    (
        "a part that was replaced",
        [gift("a", 100), gift("b", 4, part_of="a"), gift("c", 5, links=link("replaces", "b")), taken("b")],
        exact(100),
    ),
    (
        "of twins the parts that come to more",
        [
            gift("a", 100),
            gift("b", 100, links=link("same_as", "a")),
            gift("a1", 30, part_of="a"),
            gift("b1", 10, part_of="b"),
            gift("b2", 10, part_of="b"),
            taken("a1"),
            taken("b1"),
            taken("b2"),
        ],
        exact(70),
    ),
    (
        "taken back by itself only",
        [gift("a", 100), taken(), taken(id="against", disputes=["c"]), Claim(id="c", about="a", stage="pledged")],
        None,
    ),
    ("with its correction", [gift("a", 9), gift("d", 1, correction=True, links=link("corrects", "a")), taken()], None),
]


@pytest.mark.parametrize(("records", "come_to"), [row[1:] for row in TAKEN], ids=[row[0] for row in TAKEN])
def test_who_can_takes_a_promise_back(records: list[Any], come_to: Any) -> None:
    assert worth(*records, currency="EUR") == (least(0) if come_to is UNKNOWN else come_to)


def test_a_retracted_word_takes_nothing_back() -> None:
    word = taken()
    back = Claim(id="back", about="a", stage="withdrawn", retracts=[word.id], said="2024-03-02", speaker=word.speaker)
    assert worth(gift("a", 100), word, back) == exact(100)


def test_withdrawals_count_at_their_stage_as_what_they_were() -> None:
    records: list[Any] = [gift("a", 100), gift("b", 40, part_of="a"), taken("b"), taken(said="2024-03-02")]
    assert worth(*records, stage="withdrawn") == exact(100)
    corrected: list[Any] = [gift("a", 9), gift("d", 1, correction=True, links=link("corrects", "a")), taken()]
    assert worth(*corrected, stage="withdrawn") == exact(10)


def test_an_announced_withdrawal_ends_when_the_donor_goes_on() -> None:
    records = [gift("a", 100, stage="withdrawn"), taken(stage="contracted")]
    assert not Promises(Ledger.of(records)).is_withdrawn("a")
    assert Promises(Ledger.of(records[:1])).is_withdrawn("a")


def test_an_initiative_is_taken_back_by_its_lead() -> None:
    led = Initiative(id="i", lead=CZ, goal=[LINE], announced="2024-02-01")
    for claims, gone in (
        ([taken("i", CZ)], True),
        ([taken("i")], False),
        ([], False),
        ([taken("i", CZ, line=0)], True),
    ):
        promises = Promises(Ledger.of([led, *claims]))
        assert promises.is_withdrawn("i") is promises.is_withdrawn("i") is gone
    assert Promises(Ledger.of([Initiative(id="i", stage="withdrawn")])).withdrawn_on("i") == date.min
    nobodys = Ledger.of([Initiative(id="i"), taken("i", CZ)])
    assert not Promises(nobodys).is_withdrawn("i")


LEFT: list[tuple[str, list[Any], int | None, Any, Any]] = [
    ("untouched", [goods("a", LINE, value=eur(9))], None, exactly(1_000), exact(9)),
    ("some", [goods("a", LINE), taken(quantity=400)], None, exactly(600), UNKNOWN),
    ("some, with a value", [goods("a", LINE, value=eur(9)), taken(quantity=400)], 0, exactly(600), at_most(eur(9))),
    ("money", [goods("a", LINE, value=eur(9)), taken(value=eur(4))], None, at_most(1_000), exact(5)),
    ("a share", [goods("a", LINE, value=eur(10)), taken(share="0.4")], None, exactly(600), exact(6)),
    ("of other kinds", [goods("a", LINE), taken(quantity=400, of=[SHELLS])], None, at_most(1_000), UNKNOWN),
    ("priced", [goods("a", Line(SHELLS, 10, unit_price=eur(2))), taken(quantity=4)], None, exactly(6), exact(12)),
    (
        "valued by line",
        [goods("a", Line(SHELLS, 10, value=eur(20))), taken(line=0, value=eur(4))],
        None,
        at_most(10),
        exact(16),
    ),
    (
        "one line of two",
        [goods("a", Line(SHELLS, 10, unit_price=eur(2)), Line(OTHERS, 5, value=eur(5))), taken(line=0)],
        1,
        exactly(5),
        exact(5),
    ),
    (
        "the value of one line of two",
        [goods("a", Line(SHELLS, 10, value=eur(7)), Line(OTHERS, 5), value=eur(9)), taken(line=0)],
        0,
        exactly(0),
        exact(2),
    ),
    (
        "a share of all lines",
        [goods("a", Line(SHELLS, 10), Line(OTHERS, 5)), taken(share="0.4")],
        0,
        about(exactly(6)),
        UNKNOWN,
    ),
    (
        "shells of all lines",
        [goods("a", Line(SHELLS, 10), Line(OTHERS, 5)), taken(quantity=4)],
        0,
        at_most(10),
        UNKNOWN,
    ),
    ("lines together", [goods("a", Line(SHELLS, 10), Line(OTHERS, 5))], None, exactly(15), UNKNOWN),
    (
        "values together",
        [goods("a", Line(SHELLS, 10, value=eur(4)), Line(OTHERS, 5, value=eur(5)))],
        None,
        exactly(15),
        exact(9),
    ),
    (
        "values together, of which a part is told",
        [goods("a", Line(SHELLS, 10, value=eur(4)), Line(OTHERS, 5, value=eur(5))), gift("b", 7, part_of="a")],
        1,
        exactly(5),
        exact(9),
    ),
    (
        "values in two currencies",
        [goods("a", Line(SHELLS, 10, value=eur(4)), Line(OTHERS, 5, value=Money("5", "USD")))],
        None,
        exactly(15),
        UNKNOWN,
    ),
    (
        "a line that it is restated without",
        [goods("a", Line(SHELLS, 10), Line(OTHERS, 5)), goods("b", Line(SHELLS, 7), links=link("corrects", "a"))],
        1,
        UNKNOWN,
        UNKNOWN,
    ),
    ("lines of two units", [goods("a", Line(SHELLS, 10), Line(OTHERS, 5, unit="tonnes"))], None, UNKNOWN, UNKNOWN),
    ("no line", [gift("a", 5)], None, UNKNOWN, exact(5)),
    ("no such line", [goods("a", LINE)], 3, UNKNOWN, UNKNOWN),
    (
        "the lines of a twin",
        [goods("a", value=eur(9)), goods("b", LINE, links=link("same_as", "a"))],
        None,
        exactly(1_000),
        exact(9),
    ),
    (
        "the number of a twin",
        [goods("a", Line(SHELLS)), goods("b", LINE, links=link("same_as", "a"))],
        None,
        exactly(1_000),
        UNKNOWN,
    ),
    (
        "more by a correction",
        [goods("a", LINE), goods("d", Line(SHELLS, 5), value=eur(1), correction=True, links=link("corrects", "a"))],
        None,
        exactly(1_005),
        UNKNOWN,
    ),
    (
        "less by a correction",
        [goods("a", LINE), goods("d", Line(SHELLS, 5), value=eur(-1), correction=True, links=link("corrects", "a"))],
        None,
        at_most(1_000),
        UNKNOWN,
    ),
    (
        "corrected in dollars",
        [gift("a", 5), gift("d", Money("1", "USD"), correction=True, links=link("corrects", "a"))],
        None,
        UNKNOWN,
        UNKNOWN,
    ),
    (
        "a correction taken back",
        [gift("a", 5), gift("d", 1, correction=True, links=link("corrects", "a")), taken("d")],
        None,
        UNKNOWN,
        exact(5),
    ),
    (
        "by one of two donors",
        [goods("a", LINE, donors=[NL, DE]), taken()],
        0,
        between(0, 1_000),
        UNKNOWN,
    ),
    (
        "restated",
        [goods("a", LINE, value=eur(9)), goods("b", Line(SHELLS, 5), value=eur(7), links=link("corrects", "a"))],
        None,
        exactly(5),
        exact(7),
    ),
    (
        "at least its parts",
        [goods("a", Line(Munition())), goods("b", LINE, value=eur(9), part_of="a")],
        None,
        at_least(1_000),
        least(9),
    ),
    (
        "without a part",
        [goods("a", LINE, value=eur(9)), goods("b", Line(SHELLS, 100), value=eur(2), part_of="a"), taken("b")],
        None,
        exactly(900),
        exact(7),
    ),
    (
        "taken back as a whole",
        [goods("a", LINE, value=eur(9)), taken()],
        None,
        exactly(1_000),
        exact(9),
    ),
    (
        "parts in two currencies",
        [gift("a"), gift("b", 1, part_of="a"), gift("c", Money("1", "USD"), part_of="a")],
        None,
        UNKNOWN,
        UNKNOWN,
    ),
    (
        "tied, and another tells how much",
        [
            gift("a"),
            gift("b", 100, links=[Link("same_as", "a"), Link("same_as", "c")]),
            gift("c", 90, links=[Link("same_as", "b"), Link("same_as", "a")]),
        ],
        None,
        UNKNOWN,
        span(90, 100),
    ),
    (
        "a proposal",
        [gift("a", stage="proposed"), gift("b", 5, stage="proposed", part_of="a")],
        None,
        UNKNOWN,
        least(5),
    ),
]


@pytest.mark.parametrize(
    ("records", "line", "number", "value"), [row[1:] for row in LEFT], ids=[row[0] for row in LEFT]
)
def test_what_is_promised_is_what_is_left_of_it(records: list[Any], line: int | None, number: Any, value: Any) -> None:
    promises = Promises(Ledger.of(records))
    assert promised(promises, "a", line) == number
    assert promised_value(promises, "a") == value


def test_the_value_of_a_line_is_asked_by_its_place() -> None:
    promises = Promises(Ledger.of([goods("a", Line(SHELLS, 10, value=eur(7))), taken(share="0.5")]))
    assert promised_value(promises, "a", 0) == exact("3.5")
    assert promised_value(promises, "a", 1) is UNKNOWN


def test_what_was_asked_once_is_kept() -> None:
    promises = Promises(ledger(gift("a"), gift("b", 5, part_of="a")))
    assert promised_value(promises, "a") == promised_value(promises, "a") == least(5)
    assert promised_value(promises, "b") == promised_value(promises, "b") == exact(5)


def test_all_lines_taken_back_are_all_of_it() -> None:
    lines = goods("a", Line(SHELLS, 10), Line(OTHERS, 5))
    both = [taken(line=0, quantity=10), taken(line=1)]
    assert Promises(Ledger.of([lines, *both])).is_withdrawn("a")
    assert not Promises(Ledger.of([lines, both[0]])).is_withdrawn("a")
    assert not Promises(Ledger.of([lines, taken(quantity=15, of=[SHELLS])])).is_withdrawn("a")
    assert Promises(Ledger.of([lines, taken(quantity=15)])).is_withdrawn("a")
    valued = goods("a", Line(SHELLS, 10, value=eur(4)), Line(OTHERS, 5, value=Money("5", "USD")))
    assert not Promises(Ledger.of([valued, taken(value=eur(9))])).is_withdrawn("a")


def test_a_figure_of_a_line_of_another_telling_says_nothing_of_this_one() -> None:
    records = [goods("a", value=eur(9)), goods("b", Line(SHELLS, 5), Line(OTHERS, 5), links=link("same_as", "a"))]
    assert promised_value(Promises(Ledger.of([*records, taken("b", line=0)])), "a") == at_most(eur(9))


class TestAsked:
    RECORDS = (
        gift("w", 100),
        gift("a", 10, part_of="w"),
        gift("b", 10, links=link("same_as", "a"), towards="i"),
        gift("r", 12, links=link("replaces", "a")),
        gift("gone", 5, part_of="w"),
        gift("right", 5, links=link("corrects", "fix")),
        gift("fix", 5),
        gift("refund", 5, links=link("reimburses", "right")),
        gift("no", 5, stage="withdrawn", links=link("replaces", "old")),
        gift("old", 5),
        gift("later", 5, stage="proposed", links=link("replaces", "alone")),
        gift("alone", 5),
    )
    PROMISES = Promises(Ledger.of([*RECORDS, Initiative(id="i", announced="2024-02-01"), taken("gone")]))

    def test_who_tells_of_one_promise(self) -> None:
        assert self.PROMISES.tellings("b") == ("a", "b")
        assert self.PROMISES.tellings("fix") == ("fix", "right")
        assert self.PROMISES.speaking("fix") == "right"
        assert self.PROMISES.speaking("b") == "b"

    def test_by_what_a_record_is_superseded(self) -> None:
        found = {record.id: self.PROMISES.superseded_by(record.id) for record in self.RECORDS}
        assert {id: others for id, others in found.items() if others} == {
            "a": ("r",),
            "b": ("r",),
            "fix": ("right",),
            "refund": ("right",),
            "old": ("no",),
        }
        twins = Promises(ledger(gift("x", 1), gift("y", 1, links=link("same_as", "x"))))
        assert (twins.superseded_by("x"), twins.superseded_by("y")) == ((), ("x",))

    def test_what_is_part_of_what(self) -> None:
        assert self.PROMISES.wholes("a") == ("w",)
        assert self.PROMISES.wholes("r") == ("w",)
        assert self.PROMISES.parts("w") == ("r",)
        assert self.PROMISES.replaced("r") == ("a",)
        assert self.PROMISES.replaced("w") == ()

    def test_what_counts(self) -> None:
        assert self.PROMISES.counts("w", "pledged")
        assert not self.PROMISES.counts("r", Stage.PLEDGED)
        assert [one.id for one in self.PROMISES.counted("withdrawn")] == ["gone", "no"]

    def test_towards_what_it_goes(self) -> None:
        assert self.PROMISES.towards("b") == self.PROMISES.towards("a") == "i"
        assert self.PROMISES.towards("w") is None
        assert self.PROMISES.towards("r") is None
        assert [one.id for one in self.PROMISES.contributions("i")] == ["a", "b"]

    def test_only_what_was_known_on_the_day_is_looked_at(self) -> None:
        records = [
            gift("a", 10, announced="2024-01-01", towards="i"),
            gift("b", 5, announced="2024-02-01", links=link("corrects", "a"), towards="i"),
            taken("b", said="2024-03-01"),
            Initiative(id="i", announced="2024-01-15"),
        ]
        known = {day: Promises(Ledger.of(records), date.fromisoformat(day)) for day in ("2024-01-10", "2024-02-10")}
        assert [one.id for one in known["2024-01-10"].counted("pledged")] == ["a"]
        assert known["2024-01-10"].towards("a") is None
        assert [one.id for one in known["2024-02-10"].counted("pledged")] == ["b"]
        assert [one.id for one in known["2024-02-10"].contributions("i")] == ["a", "b"]
        assert Promises(Ledger.of(records), date(2024, 3, 1)).counted("pledged") == []


class TestThings:
    """Rule 4: a record without a line of the kind asked about gives way to its parts or to another telling."""

    @staticmethod
    def counted(*records: Commitment) -> list[str]:
        def states(record: Commitment) -> bool:
            return bool(record.lines)

        simple, bound = Promises(ledger(*records)).counting(
            Stage.PLEDGED, states, lambda record: record.lines[0].quantity if record.lines else UNKNOWN
        )
        return sorted([*(one.id for one in simple), *(one.record.id for one in bound)])

    def test_parts_count_where_their_whole_has_no_line(self) -> None:
        assert self.counted(goods("a", value=eur(500)), goods("b", LINE, part_of="a"), gift("c", 1)) == ["b"]
        assert self.counted(goods("a", LINE), goods("b", LINE, part_of="a"), goods("c", LINE)) == ["a", "c"]

    def test_the_telling_with_a_line_counts(self) -> None:
        assert self.counted(goods("a", value=eur(5)), goods("b", LINE, links=link("same_as", "a"))) == ["b"]

    def test_of_two_tellings_with_parts_those_that_come_to_more_count(self) -> None:
        records = [goods("a"), goods("b", links=link("same_as", "a")), goods("a1", LINE, part_of="a")]
        assert self.counted(*records, goods("b1", Line(SHELLS, 2_000), part_of="b")) == ["b1"]
        assert self.counted(*records, goods("b1", Line(SHELLS), part_of="b")) == ["a1"]


def test_parts_of_two_tellings_are_compared_by_all_their_lines() -> None:
    twins = [gift("a", stage="proposed"), gift("b", stage="proposed", links=link("same_as", "a"))]
    lines = [Line(SHELLS, value=eur(10)), Line(SHELLS, value=eur(30))]
    assert worth(*twins, goods("a1", *lines, part_of="a"), gift("b1", 35, part_of="b")) == exact(40)
    assert worth(*twins, gift("a1", 35, part_of="a"), goods("b1", *lines, part_of="b")) == exact(40)


def test_parts_of_two_tellings_that_do_not_compare_are_those_of_the_first() -> None:
    twins = [gift("a", stage="proposed"), gift("b", stage="proposed", links=link("same_as", "a"))]
    parts = [gift("a1", 5, part_of="a"), gift("b1", Money("9", "USD"), part_of="b")]
    assert worth(*twins, *parts) == exact(5)
    assert worth(*twins, gift("b1", 9, part_of="b"), gift("a1", 5, part_of="a")) == exact(9)
    none_yet = [gift("a1", 5, part_of="a", stage="proposed"), gift("b1", 9, part_of="b", stage="proposed")]
    assert worth(*twins, *none_yet) is None


def test_many_restatements_of_few_days_are_no_web_of_everything_with_everything() -> None:
    many = 100
    told = [
        MilitaryCommitment(
            id=f"{at}", stage="pledged", announced=f"2024-01-0{1 + at % 2}", links=[Link("corrects", "first")]
        )
        for at in range(many)
    ]
    promise = Promises(Ledger(commitments=[MilitaryCommitment(id="first", stage="pledged"), *told])).promise_of("7")
    assert sum(map(len, promise.gives_way.values())) < 3 * many
    assert set(promise.preferred(f"{at}" for at in range(many))) == {f"{at}" for at in range(1, many, 2)}
