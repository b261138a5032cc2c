"""Nothing is twice in what was reached at least: of claims about 1, 10, 100 … a digit tells how often each counts."""

import re
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from conftest import tried
from ukraine_support import (
    Claim,
    Country,
    CyclicReferenceError,
    Estimate,
    Initiative,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    at_least,
)
from ukraine_support.analysis import fulfilment, fulfilment_of_value, progress
from ukraine_support.serialisation import dumps, loads

MUCH: Final = 10**12
DONORS: Final = ("BE", "CZ", "DE", "DK", "EE", "FI", "FR")
TIES: Final = ("component_of", "replaces", "component_of", "replaces", "corrects", "same_as", "reimburses")


def promise(id: str, day: str = "2024-01-01", *, towards: str | None = None, **ties: str) -> MilitaryCommitment:
    return MilitaryCommitment(
        id=id,
        stage="pledged",
        announced=day,
        lines=[Line(Munition(), MUCH, value=Money(MUCH, "EUR"))],
        links=[Link(relation, to) for relation, several in ties.items() for to in several.split()],
        towards=towards,
    )


def arrived(about: str, number: int) -> list[Claim]:
    """So many of them, and so many euros' worth."""
    said: dict[str, Any] = {"about": about, "stage": "delivered", "said": "2024-05-05"}
    goods = Claim(id=f"goods-{about}", quantity=number, **said)
    return [goods, Claim(id=f"worth-{about}", value=Money(number, "EUR"), **said)]


def least(delivered: Estimate[Any]) -> int:
    """The low end of what was delivered, in things or in euros."""
    low = delivered.low
    return int(low.amount if isinstance(low, Money) else low or 0)


def leasts(ledger: Ledger, id: str) -> tuple[int, int]:
    """What a promise has reached at least, in things and in money."""
    return least(fulfilment(ledger, id).delivered), least(fulfilment_of_value(ledger, id).delivered)


def leasts_of_all(ledger: Ledger) -> tuple[int, int]:
    """What all promises that count have reached at least, in things and in money."""
    things, money = progress(ledger, of=Munition()), progress(ledger, of=None)
    return least(things.whole.delivered), least(money.whole.delivered)


@pytest.mark.parametrize(
    ("records", "claims", "asked", "expected"),
    [
        pytest.param(
            [promise("a"), promise("b", corrects="a"), promise("r", replaces="a")],
            {"a": 1},
            "r",
            1,
            id="the other telling of what is replaced",
        ),
        pytest.param(
            [promise("a"), promise("b", replaces="a"), promise("r", replaces="a b")],
            {"a": 1},
            "r",
            1,
            id="what is replaced, and what had replaced it",
        ),
        pytest.param(
            [promise("w"), promise("p", component_of="w"), promise("r", replaces="w p")],
            {"w": 10, "p": 1},
            "r",
            10,
            id="a whole that is replaced, and its part",
        ),
        pytest.param(
            [promise("a"), promise("b", replaces="a"), promise("c", replaces="a"), promise("r", replaces="b c")],
            {"a": 1},
            "r",
            1,
            id="two that had replaced one",
        ),
        pytest.param(
            [promise("w"), promise("v", component_of="w"), promise("q", component_of="v w")],
            {"q": 1},
            "w",
            1,
            id="a part of a whole and of its part",
        ),
        pytest.param(
            [
                promise("w"),
                *(promise(id, component_of="w") for id in ("u", "v", "y")),
                promise("q", component_of="u v"),
                promise("x", component_of="u"),
            ],
            {"q": 1, "x": 10, "y": 100},
            "w",
            111,
            id="a part of two parts, beside others",
        ),
        pytest.param(
            [
                *(promise(id, component_of="all") for id in ("u", "v", "y")),
                *(promise(f"{id}-{whole}", component_of=whole) for id in ("p", "q") for whole in ("u", "v")),
                *(promise(f"r-{id}-{whole}", replaces=f"{id}-{whole}") for id in ("p", "q") for whole in ("u", "v")),
                promise("all"),
            ],
            {"p-u": 1, "q-u": 10, "p-v": 100, "q-v": 1_000},
            "all",
            1_111,
            id="parts that are replaced in their wholes are each with one",
        ),
    ],
)
def test_what_is_held_twice_counts_once(
    records: list[MilitaryCommitment], claims: dict[str, int], asked: str, expected: int
) -> None:
    said = [claim for about, number in claims.items() for claim in arrived(about, number)]
    ledger = Ledger(commitments=records, claims=said)
    assert leasts(ledger, asked) == (expected, expected)


def test_of_very_many_shared_parts_no_sum_of_wholes_holds_one_twice() -> None:
    shared = [promise(f"part-{at}", component_of="u v") for at in range(101)]
    records = [promise("w"), promise("u", component_of="w"), promise("v", component_of="w"), *shared]
    alone = [promise("x", component_of="w"), promise("y", component_of="u z"), promise("z", component_of="w")]
    claims = [claim for one in (*shared, alone[0], alone[1]) for claim in arrived(one.id, 1)]
    ledger = Ledger(commitments=[*records, *alone], claims=claims)
    assert {id: leasts(ledger, id)[0] for id in ("u", "v", "w")} == {"u": 102, "v": 101, "w": 103}


def test_a_part_of_two_contributions_counts_once_towards_their_initiative() -> None:
    goal = Initiative(id="i", goal=[Line(Munition(), MUCH)])
    records = [promise("u", towards="i"), promise("v", towards="i"), promise("q", component_of="u v")]
    ledger = Ledger(commitments=records, initiatives=[goal], claims=arrived("q", 1))
    assert fulfilment(ledger, "i").delivered == at_least(1)


@pytest.mark.parametrize("tied", ["u v", "v u"])
def test_where_promises_are_added_up_a_part_of_two_is_counted_with_its_first_whole(tied: str) -> None:
    records = [promise("q", component_of=tied), promise("x", component_of="q")]
    wholes = [attrs.evolve(promise(id), donors=[Country(donor)]) for id, donor in (("u", "DE"), ("v", "NL"))]
    ledger = Ledger(commitments=[*wholes, *records], claims=arrived("x", 1))
    assert leasts(ledger, "u") == leasts(ledger, "v") == (1, 1)
    first, second = (Country("DE"), Country("NL")) if tied == "u v" else (Country("NL"), Country("DE"))
    assert leasts_of_all(ledger) == (1, 1)
    for of in (Munition(), None):
        cells = progress(ledger, of=of, by="donor")
        assert {donor: least(cell.delivered) for donor, cell in cells.items()} == {first: 1, second: 0}


def test_what_was_taken_back_or_replaced_itself_holds_nothing_for_a_sum() -> None:
    gone = Claim(id="gone", about="u", stage="withdrawn", said="2024-02-02")
    records = [promise("u"), promise("v"), promise("q", "2024-03-03", component_of="u v")]
    assert leasts_of_all(Ledger(commitments=records, claims=[gone, *arrived("q", 1)])) == (1, 1)
    chain = [promise("a"), promise("b", replaces="a"), promise("r", replaces="a b")]
    assert leasts_of_all(Ledger(commitments=chain, claims=arrived("a", 1))) == (1, 1)


def test_of_two_that_replace_one_the_earlier_counts_it_whatever_its_id() -> None:
    for early, late in ("xy", "yx"):
        records = [promise("a"), promise(early, "2024-02-02", replaces="a"), promise(late, "2024-03-03", replaces="a")]
        donors = {"a": "NL", early: "DE", late: "FR"}
        records = [attrs.evolve(one, donors=[Country(donors[one.id])]) for one in records]
        cells = progress(Ledger(commitments=records, claims=arrived("a", 1)), of=None, by="donor")
        assert {str(donor): least(cell.delivered) for donor, cell in cells.items()} == {"DE": 1, "FR": 0}


@st.composite
def tied(draw: DrawFn) -> Ledger:
    """Promises with ties to earlier ones, and claims of some of them: of the first 1, of the second 10, and so on."""
    number = draw(st.integers(2, 7))
    records, claims = [], []
    for at in range(number):
        tos = draw(st.lists(st.integers(0, at - 1), max_size=3, unique=True)) if at else []
        ties: dict[str, str] = {}
        for to in tos:
            relation = draw(st.sampled_from(TIES))
            ties[relation] = f"{ties.get(relation, '')} c{to}"
        one = promise(f"c{at}", draw(st.sampled_from(["2024-01-01", "2024-02-02"])), **ties)
        records.append(attrs.evolve(one, donors=[Country(DONORS[at])]))
        claims += arrived(f"c{at}", 10**at) if draw(st.booleans()) else []
    try:
        return Ledger(commitments=records, claims=claims)
    except CyclicReferenceError:  # a whole that is said to be the same as a part of it
        return draw(st.nothing())


@settings(tried(1_000))
@given(ledger=tied())
def test_no_claim_is_twice_in_what_was_reached(ledger: Ledger) -> None:
    found = {id: leasts(ledger, id) for id in ledger.commitments} | {"all": leasts_of_all(ledger)}
    assert {id: each for id, each in found.items() if not set("".join(map(str, each))) <= {"0", "1"}} == {}


@settings(tried(1_000))
@given(ledger=tied())
def test_ids_do_not_decide_with_whom_a_part_of_two_is_counted(ledger: Ledger) -> None:
    renamed = loads(re.sub(r"\bc([0-9])", lambda id: f"c{9 - int(id[1])}", dumps(ledger)))
    tables = [progress(each, of=None, by="donor") for each in (ledger, renamed)]
    first, second = ({donor: least(cell.delivered) for donor, cell in table.items()} for table in tables)
    assert first == second
