"""Short records for totals: commitments of some donor, each of some amount."""

from typing import Any

from ukraine_support import (
    Commitment,
    Country,
    Estimate,
    FinancialCommitment,
    Initiative,
    Ledger,
    Link,
    MilitaryCommitment,
    Money,
    at_least,
    between,
    exactly,
)
from ukraine_support.analysis import totals


def eur(amount: int | str) -> Money:
    """So many euros."""
    return Money(str(amount), "EUR")


def exact(amount: int | str) -> Estimate[Money]:
    """Exactly so many euros."""
    return exactly(eur(amount))


def least(amount: int | str) -> Estimate[Money]:
    """So many euros or more."""
    return at_least(eur(amount))


def span(low: int | str, high: int | str) -> Estimate[Money]:
    """From so many euros to so many."""
    return between(eur(low), eur(high))


def gift(id: str, value: Any = None, /, **changes: Any) -> FinancialCommitment:
    """Money pledged by the Netherlands: a number of euros, an estimate, or undisclosed."""
    amount = eur(value) if isinstance(value, int) else value
    stated: dict[str, Any] = {"donors": [Country("NL")], "stage": "pledged", "announced": "2024-02-26", "value": amount}
    return FinancialCommitment(id=id, **(stated | changes))


def goods(id: str, *lines: Any, **changes: Any) -> MilitaryCommitment:
    """Goods delivered by the Netherlands."""
    stated: dict[str, Any] = {"donors": [Country("NL")], "stage": "delivered", "announced": "2024-06-01"}
    return MilitaryCommitment(id=id, lines=lines, **(stated | changes))


def link(relation: str, to: str) -> list[Link]:
    """Just one link."""
    return [Link(relation, to)]


def ledger(*commitments: Commitment, initiatives: Any = (), claims: Any = ()) -> Ledger:
    """A ledger of these."""
    return Ledger(commitments=commitments, initiatives=initiatives, claims=claims)


def whole(*commitments: Commitment, initiatives: tuple[Initiative, ...] = (), **options: Any) -> Estimate[Money]:
    """What they come to altogether."""
    table = totals(ledger(*commitments, initiatives=initiatives), **options)
    return table[()].value if table else exact(0)
