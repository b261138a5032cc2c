"""Records of which ledgers of odd shapes are made: promises of money and of goods, and claims, by number."""

from datetime import date
from typing import Any, Final

from ukraine_support import Claim, Country, FinancialCommitment, Line, MilitaryCommitment, Money

NOW: Final = date(2024, 1, 1)
NL: Final = Country("NL")


def promise(at: int, **changes: Any) -> FinancialCommitment:
    """The promise of that number, of money towards the one initiative."""
    stated: dict[str, Any] = {
        "id": f"c{at:05}",
        "donors": [NL],
        "stage": "pledged",
        "announced": NOW,
        "due": "2024-03-01",
        "value": Money(at + 1, "EUR"),
        "towards": "i",
    }
    return FinancialCommitment(**(stated | changes))


def goods(at: int, *lines: Line, **changes: Any) -> MilitaryCommitment:
    """The promise of that number, of goods."""
    stated: dict[str, Any] = {"id": f"c{at:05}", "donors": [NL], "stage": "pledged", "announced": NOW}
    return MilitaryCommitment(**(stated | {"lines": lines} | changes))


def claim(at: int, **changes: Any) -> Claim:
    """The claim of that number, about the first promise."""
    stated: dict[str, Any] = {"id": f"k{at:05}", "about": "c00000", "stage": "delivered", "said": "2024-02-01"}
    return Claim(**(stated | changes))
