"""What type checkers make of the library: each `assert_type` is checked by mypy and pyright, and the program runs."""

from decimal import Decimal
from typing import ClassVar, assert_type

import attrs
from cattrs import Converter
from hypothesis.strategies import SearchStrategy, just

from ukraine_support import (
    Claim,
    Commitment,
    Country,
    Estimate,
    FinancialCommitment,
    Initiative,
    Ledger,
    Length,
    Line,
    Money,
    Munition,
    Organisation,
    Period,
    Record,
    Records,
    Source,
    Stage,
    about,
    between,
    exactly,
)
from ukraine_support.analysis import Fulfilment, fulfilment
from ukraine_support.display import describe, report
from ukraine_support.serialisation import configure_converter, dumps, from_rows, from_tables, loads, make_converter
from ukraine_support.testing import check_kind, ledgers, values


@attrs.frozen(kw_only=True)
class Drone(Munition):
    kind: ClassVar[str] = "typing.drone"
    endurance_minutes: int
    seekers: tuple[str, ...] = ()


GRANT = '{"kind": "financial", "id": "grant", "stage": "pledged"}'
CLAIM = '{"id": "paid", "about": "grant", "stage": "disbursed"}'
LEDGER = f'{{"version": 1, "commitments": [{GRANT}], "claims": [{CLAIM}]}}'


def test_loads_gives_what_is_asked_for() -> None:
    ledger = loads(LEDGER)
    assert_type(ledger, Ledger)
    assert_type(loads(LEDGER.encode(), Ledger), Ledger)
    assert_type(loads('{"version": 1}', onto=ledger), Ledger)
    assert_type(loads(GRANT, type=Commitment), Commitment)
    assert_type(loads(GRANT, FinancialCommitment), FinancialCommitment)
    assert_type(loads(f"[{CLAIM}]", list[Claim]), list[Claim])
    assert_type(loads("5", Estimate[int]), Estimate[int])
    assert_type(loads('{"amount": "5", "currency": "EUR"}', type=Estimate[Money]), Estimate[Money])
    assert_type(loads('[{"id": "article"}]', Records[Source]), Records[Source])
    assert_type(loads('{"kind": "typing.drone", "endurance_minutes": 5}', Drone), Drone)
    assert_type(dumps(ledger), str)
    assert_type(from_rows([]), Ledger)
    assert_type(from_tables({}), Ledger)


def test_converters_give_what_is_asked_for() -> None:
    converter = make_converter()
    assert_type(converter, Converter)
    assert_type(converter.structure({"kind": "financial", "id": "a", "stage": "pledged"}, Commitment), Commitment)
    assert_type(converter.structure(5, Estimate[int]), Estimate[int])
    assert_type(configure_converter(Converter()), Converter)


def test_look_ups_give_records_of_their_collection() -> None:
    ledger = loads(LEDGER)
    assert_type(ledger.commitments, Records[Commitment])
    assert_type(ledger.commitments["grant"], Commitment)
    assert_type(ledger.claims.get("paid"), Claim | None)
    assert_type(ledger.initiatives.get("x", None), Initiative | None)
    assert_type([*ledger.commitments.values()], list[Commitment])
    assert_type(ledger["grant"], Record)
    assert_type(fulfilment(ledger, "grant"), Fulfilment[int | Decimal])


def test_estimates_keep_what_they_are_of() -> None:
    shells, price = about(500_000), exactly(Money("3000", "EUR"))
    assert_type(shells, Estimate[int])
    assert_type(price, Estimate[Money])
    assert_type(shells + shells, Estimate[int])
    assert_type(price + price, Estimate[Money])
    assert_type(price * 2, Estimate[Money])
    assert_type(shells.low, int | None)
    assert_type(between(Length(1), Length(2)), Estimate[Length])
    assert_type(Money("1", "EUR") + Money("1", "EUR"), Money)
    assert_type(Money("1", "EUR") / 2, Money)
    assert_type(Money("1", "EUR") / Money("2", "EUR"), Decimal)


def test_fields_take_what_they_can_read() -> None:
    grant = FinancialCommitment(
        id="grant",
        stage="pledged",
        value=Money("1", "EUR"),
        donors=[Country("NL")],
        announced="2024-02",
        note={"en": "a grant"},
    )
    assert_type(grant.stage, Stage)
    assert_type(grant.value, Estimate[Money])
    assert_type(grant.announced, Period | None)
    assert_type(Line(Munition(calibre="155 mm"), 5).of[0].english_name, str)
    assert_type(Organisation(id="a", name="A").part_of, Organisation | None)


def test_a_class_of_the_users_takes_its_own_fields_and_those_above() -> None:
    drone = Drone(calibre="40 mm", endurance_minutes=35, seekers=("infrared",))
    assert_type(drone.endurance_minutes, int)
    assert_type(attrs.evolve(drone, endurance_minutes=5), Drone)


def test_words_are_strings() -> None:
    assert_type(describe(Country("UA"), "uk", compact=True), str)
    assert_type(report(loads(LEDGER), "en", format="markdown"), str)


def test_strategies_say_what_they_make() -> None:
    assert_type(values(Commitment), SearchStrategy[Commitment])
    assert_type(values(Drone, endurance_minutes=just(5)), SearchStrategy[Drone])
    assert_type(values(Estimate[int]), SearchStrategy[Estimate[int]])
    assert_type(ledgers(commitments=values(FinancialCommitment)), SearchStrategy[Ledger])
    check_kind(Drone, values(Drone), without=["documentation", "validity", "description"])
