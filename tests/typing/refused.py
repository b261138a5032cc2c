"""What type checkers refuse. Each comment is needed by mypy and by pyright: either reports one that is not.

Nothing here is run.
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

import attrs

from ukraine_support import (
    ArtilleryShell,
    Claim,
    Commitment,
    Country,
    Estimate,
    FinancialCommitment,
    Ledger,
    Length,
    Line,
    Mass,
    Money,
    Munition,
    Period,
    Stage,
    exactly,
)
from ukraine_support.analysis import fulfilment
from ukraine_support.display import describe, report
from ukraine_support.serialisation import loads, make_converter, to_rows
from ukraine_support.testing import check_kind, ledgers, values


@attrs.frozen(kw_only=True)
class Glider(Munition):
    kind: ClassVar[str] = "typing.glider"
    endurance_minutes: int


def what_loads_gives_is_nothing_else(text: str, ledger: Ledger) -> None:
    claim: Claim = loads(text, type=Commitment)  # type: ignore[assignment]
    claims: list[Claim] = loads(text, list[Commitment])  # type: ignore[arg-type, assignment]
    count: Estimate[int] = loads(text, Estimate[Money])  # type: ignore[arg-type, assignment]
    other: Commitment = loads(text)  # type: ignore[assignment]
    loads(text, Commitment, onto=ledger)  # type: ignore[arg-type]
    loads(5)  # type: ignore[call-overload]
    made: Claim = make_converter().structure({}, Commitment)  # type: ignore[assignment]
    print(claim, claims, count, other, made)


def look_ups_are_by_id(ledger: Ledger) -> None:
    print(ledger.commitments[0])  # type: ignore[index]
    print(ledger.claims["a"].donors)  # type: ignore[attr-defined]
    print(fulfilment(ledger, 5))  # type: ignore[arg-type]
    print(to_rows([ledger]))  # type: ignore[arg-type]


def arithmetic_keeps_what_is_counted(price: Estimate[Money], shells: Estimate[int]) -> None:
    count: Estimate[int] = price + price  # type: ignore[assignment]
    cost: Estimate[Money] = shells * 2  # type: ignore[assignment]
    reach: Estimate[Length] = exactly(Mass(5))  # type: ignore[arg-type]
    print(price * price)  # type: ignore[operator]
    print(Money("1", "EUR") + 1)  # type: ignore[operator]
    Money(1.5, "EUR")  # type: ignore[arg-type]
    print(Stage.PLEDGED < "delivered")  # type: ignore[operator]
    print(Period("2024") < Period("2025"))  # type: ignore[operator]
    print(count, cost, reach)


def fields_take_no_other_types() -> None:
    FinancialCommitment(id="a", stage=5)  # type: ignore[arg-type]
    FinancialCommitment(id="a", stage="pledged", value=5)  # type: ignore[arg-type]
    FinancialCommitment(id="a", stage="pledged", donors=["NL"])  # type: ignore[list-item]
    FinancialCommitment(id="a", stage="pledged", covers=2024)  # type: ignore[arg-type]
    Claim(id="a", about="b", stage="pledged", share=0.5)  # type: ignore[arg-type]
    Line("155 mm", 5)  # type: ignore[arg-type]
    Country(528)  # type: ignore[arg-type]


def fields_are_named_and_required() -> None:
    FinancialCommitment("a", "pledged")  # type: ignore[call-arg]
    FinancialCommitment(id="a")  # type: ignore[call-arg]
    ArtilleryShell(calibr="155 mm")  # type: ignore[call-arg]
    Munition(lethal=False)  # type: ignore[call-arg]
    Glider()  # type: ignore[call-arg]
    Glider("a shell")  # type: ignore[call-arg]
    Glider(endurance_minutes="35")  # type: ignore[arg-type]


def values_do_not_change(ledger: Ledger) -> None:
    Money("1", "EUR").amount = Decimal(5)  # type: ignore[misc]
    ledger.commitments["a"].stage = Stage.PLEDGED  # type: ignore[misc]
    ledger.commitments["a"] = ledger.commitments["b"]  # type: ignore[index]


def values_are_final() -> None:
    class Cash(Money):  # type: ignore[misc]
        """Takes no subclass."""


def words_need_a_locale(ledger: Ledger) -> None:
    describe(Country("UA"))  # type: ignore[call-arg]
    report(ledger, "en", format="pdf")  # type: ignore[arg-type]
    report(ledger, date(2024, 2, 26))  # type: ignore[arg-type]


def strategies_are_of_what_is_asked() -> None:
    ledgers(commitments=values(Claim))  # type: ignore[arg-type]
    values(Munition, calibre="155 mm")  # type: ignore[call-overload]
    values("Munition")  # type: ignore[call-overload]
    check_kind("Glider")  # type: ignore[arg-type]
