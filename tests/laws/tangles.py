"""Small, dense ledgers for laws: few parties, days and amounts, so that records meet, and every kind of tie.

Each is one of `testing.ledgers` whose records hold little else; a wide one would hardly ever hold two claims of one
party about one promise.
"""

from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Claim,
    Commitment,
    Country,
    FinancialCommitment,
    Initiative,
    Ledger,
    Line,
    MilitaryCommitment,
    Money,
    Munition,
    Party,
    Source,
    Speaker,
    Stage,
    about,
    at_least,
    at_most,
    between,
)
from ukraine_support.reference import EU, EUROPEAN_COMMISSION
from ukraine_support.testing import ledgers

LETTERS: Final = "abcdefghijklmnop"
PARTIES: Final[tuple[Party, ...]] = (Country("NL"), Country("DE"), EU, EUROPEAN_COMMISSION)
SPEAKERS: Final = (
    *(Speaker("Somebody", of=party) for party in (*PARTIES, Country("UA"))),
    Speaker("Nobody in particular"),
)
DAYS: Final = ("2024-01-01", "2024-01-02", "2024-01-03", "2024-01", "2023", None)
PERIODS: Final = ((), (), ("2023",), ("2024",), ("2023-05",), ("2023-10/2024-03",))
KINDS: Final = (ArtilleryShell(calibre="155 mm"), ArtilleryShell(calibre="122 mm"), Munition())
STAGES: Final = tuple(stage.value for stage in Stage)


def _names(prefix: str) -> SearchStrategy[str]:
    """Ids of one kind of record, each with another beginning than those of the others."""
    return st.sampled_from([f"{letter}-{prefix}" for letter in LETTERS])


def _often(usual: Any, strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.booleans().flatmap(lambda is_usual: st.just(usual) if is_usual else strategy)


def estimates(made: Any) -> list[Any]:
    """Of every form, of small round numbers."""
    return [
        *(UNKNOWN, made(100), made(100), made(60), made(40), about(made(100)), about(made(95))),
        *(
            at_least(made(50)),
            at_most(made(100)),
            at_most(made(30)),
            between(made(40), made(120)),
            about(at_least(made(20))),
        ),
    ]


def _euros(number: int) -> Money:
    return Money(number, "EUR")


AMOUNTS: Final = [*estimates(_euros), *estimates(_euros), Money("80", "USD"), at_most(Money("20", "USD"))]
QUANTITIES: Final = estimates(int)
LINES: Final = [
    (),
    (),
    (Line(KINDS[0], 100),),
    (Line(KINDS[0]),),
    (Line(KINDS[2], at_most(100)),),
    (Line(KINDS[:2], 100, unit_price=_euros(1)),),
    (Line(KINDS[0], 60, value=_euros(40)), Line(KINDS[1], 40)),
]
DONORS: Final = [(), *((party,) for party in PARTIES), PARTIES[:2], (PARTIES[0], EU)]


def commitments() -> SearchStrategy[Commitment]:
    """Of money or goods, alone or jointly, some of them corrections by a difference."""
    shared: dict[str, Any] = {
        "id": _names("promise"),
        "donors": st.sampled_from(DONORS),
        "stage": st.sampled_from(["pledged", "pledged", *STAGES]),
        "announced": st.sampled_from(DAYS),
        "due": st.sampled_from([None, "2024-01-02", "2024-01-03"]),
    }
    return st.one_of(
        st.builds(FinancialCommitment, value=st.sampled_from(AMOUNTS), **shared),
        st.builds(MilitaryCommitment, lines=st.sampled_from(LINES), value=st.sampled_from(AMOUNTS), **shared),
        st.builds(
            FinancialCommitment,
            correction=st.just(True),
            value=st.sampled_from([_euros(-30), _euros(20), at_most(_euros(-10)), UNKNOWN]),
            **shared,
        ),
    )


def claims() -> SearchStrategy[Claim]:
    """Totals, increments, shares and bare stages, of every stage and kind."""
    shared: dict[str, Any] = {
        "id": _names("claim"),
        "about": st.just("somebody"),  # whose promise it is about is for `ledgers` to say
        "stage": st.sampled_from([*STAGES, "delivered", "delivered", "withdrawn"]),
        "increment": st.sampled_from([False, False, True]),
        "forecast": st.sampled_from([False, False, False, True]),
        "speaker": st.sampled_from([None, *SPEAKERS]),
        "said": st.sampled_from(DAYS),
        "during": st.sampled_from(PERIODS),
    }
    shares = st.sampled_from([0, 1, Decimal("0.5"), at_least(Decimal("0.5")), about(Decimal("0.3")), Decimal("1.2")])
    return st.one_of(
        st.builds(Claim, **shared),
        st.builds(Claim, quantity=st.sampled_from([0, *QUANTITIES]), **shared),
        st.builds(
            Claim, quantity=st.sampled_from(QUANTITIES), of=st.sampled_from(KINDS).map(lambda kind: (kind,)), **shared
        ),
        st.builds(Claim, value=st.sampled_from([_euros(0), *AMOUNTS]), **shared),
        st.builds(Claim, share=shares, **shared),
    )


def initiatives() -> SearchStrategy[Initiative]:
    """Led by one of the parties, for shells or for money."""
    return st.builds(
        Initiative,
        id=_names("initiative"),
        lead=st.sampled_from([None, *PARTIES]),
        goal=st.sampled_from(LINES[1:3]),
        goal_value=st.sampled_from([UNKNOWN, _euros(100)]),
        announced=st.sampled_from(DAYS),
    )


def tangles(most: int = 4) -> SearchStrategy[Ledger]:
    """Ledgers of up to so many records of each kind, all about the same few parties, days and amounts."""
    return ledgers(
        most=most,
        sources=st.builds(Source, id=_names("source"), published=st.sampled_from(DAYS)),
        occasions=st.nothing(),
        initiatives=initiatives(),
        commitments=commitments(),
        claims=claims(),
        positions=st.nothing(),
    )
