"""Short records for the questions asked here: one promise of 1,000 rounds, and claims of its delivery."""

from typing import Any

from ukraine_support import Claim, Country, Ledger, Line, MilitaryCommitment, Munition, Speaker

SHELLS = Line(Munition(), 1_000)


def promise(**changes: Any) -> MilitaryCommitment:
    """A thousand rounds, pledged in spring 2023."""
    stated: dict[str, Any] = {"id": "shells", "stage": "pledged", "announced": "2023-21", "lines": [SHELLS]}
    return MilitaryCommitment(**(stated | changes))


def claim(id: str, said: str | None, quantity: Any = None, of: str | None = None, **changes: Any) -> Claim:
    """So many were delivered, according to somebody who speaks for a country."""
    speaker = None if of is None else Speaker(f"Speaker of {of}", of=Country(of))
    stated: dict[str, Any] = {"about": "shells", "stage": "delivered", "said": said, "speaker": speaker}
    return Claim(id=id, quantity=quantity, **(stated | changes))


def ledger(*claims: Claim, **changes: Any) -> Ledger:
    """The promise and the claims."""
    return Ledger(commitments=[promise(**changes)], claims=claims)
