"""How late promises with a due day arrived."""

import pytest

from laws.notation import read, told
from ukraine_support import Citation, Claim, InvalidValueError, Source, WrongTypeError, exactly
from ukraine_support.analysis import delays

DUE = "a 100 shells on 1 due 10;"
OF_TWO_DAYS = "NL: a delivered 40 during 2024-01-10/2024-01-11 on 15"


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        (DUE, "a late ≥10"),
        ("a 100 shells on 1 due 25", "a late ?"),
        (f"{DUE} NL: a delivered on 12", "a kept -9..2"),
        (f"{DUE} NL: a delivered during 2024-01-12 on 15", "a kept 2"),
        (f"{DUE} NL: a delivered during 2024-01-12/2024-01-30 on 15", "a kept 2..5"),
        (f"{DUE} NL: a delivered during 2024-01-12/.. on 15", "a kept 2..5"),
        (f"{DUE} NL: a delivered during ../2024-01-12 on 15", "a kept ≤2"),
        (f"{DUE} NL: a delivered 100 during 2024-01-12 on 15; NL: a delivered 100 on 19", "a kept 2"),
        (
            f"{DUE} NL: a delivered 40 during 2024-01-08 on 9; NL: a delivered 60 more during 2024-01-14 on 15",
            "a kept 4",
        ),
        (f"{DUE} NL: a delivered 40 during 2024-01-08 on 9", "a late ≥10"),
        (f"{DUE} NL: a delivered on 12; UA: a delivered on 15", "a kept -9..2"),
        (f"{DUE} NL: a delivered forecast on 12", "a late ≥10"),
        (f"{DUE} {OF_TWO_DAYS}; NL: a delivered 60 more during 2024-01-11 on 15", "a kept 1"),
        (f"{DUE} NL: a delivered during 2024-01-05,2024-01-12/.. on 15", "a kept -5..5"),
        (
            f"{DUE} NL: a delivered 9 during 2024-01-10 on 15; NL: a delivered 91 more during ../2024-01-11 on 15",
            "a kept ≤1",
        ),
        (f"{DUE} NL: a delivered 0 on 12", "a late ≥10"),
        (f"{DUE} NL: a delivered on 12; NL: a committed on 13 retracts k1", "a late ≥10"),
        (f"{DUE} NL: a withdrawn on 12", ""),
        ("a 100 shells on 15 due 18; NL: a delivered on 12", "a kept -6"),
        ("a 100 shells on 1 due 10 delivered", "a kept -9"),
        ("a 100 shells undated due 10 delivered", ""),
        ("a 100 shells on 1; b 100 shells on 12 due 10 delivered same_as a", "b kept 2"),
        ("a 100 shells on 1 due 10; b 100 shells on 12 delivered same_as a", "a kept 2"),
        ("a 100 shells on 1 due 10; b 90 shells on 2 due 12 replaces a", "b late ≥8"),
        ("a 100 shells on 1 due 10; b 60 shells on 2 due 12 part_of a", "a late ≥10, b late ≥8"),
        ("a €100 on 1 due 10; b €60 on 2 due 12 diff corrects a", "a late ≥10"),
        ("a €100 on 1 due 2023-21; NL: a disbursed on 12", "a kept 215..317"),
        ("a €100 on 1 due ../2024-01-05; NL: a disbursed on 12", "a kept ≥-4"),
    ],
)
def test_each_promise_is_late_by_so_many_days(ledger: str, expected: str) -> None:
    found = delays(read(ledger), as_of="2024-01-20")
    told_of = [
        f"{one.commitment.id} {'kept' if one.is_delivered else 'late'} "
        + (told(one.days) if one.days.low != 0 else f"≤{one.days.high}")
        for one in found
    ]
    assert ", ".join(told_of) == expected


def test_each_part_tells_its_own_delay() -> None:
    ledger = read(f"{DUE} NL: a delivered 40 during 2024-01-08 on 9; NL: a delivered 60 more during 2024-01-14 on 15")
    (delay,) = delays(ledger, as_of="2024-01-20")
    assert [(arrival.record.id, told(arrival.days)) for arrival in delay.arrivals] == [("k1", "-2"), ("k2", "4")]


@pytest.mark.parametrize(
    ("claims", "arrived"),
    [
        ("NL: a delivered 40 on 11; UA: a delivered 30 on 12", ["k1", "k2"]),
        ("NL: a delivered 40 on 11; UA: a delivered disputes k1 on 12", ["k1"]),
        ("NL: a delivered forecast on 11", []),
        ("b 100 shells same_as a; NL: b delivered 40 on 11; NL: a delivered 40 on 11", ["k1", "k2"]),
        ("b 100 shells same_as a; NL: a delivered 40 on 11; NL: b delivered 40 on 11", ["k1", "k2"]),
        ("NL: a delivered 0 on 11", []),
        ("NL: a dispatched on 11", []),
    ],
)
def test_what_says_that_something_arrived_is_an_arrival(claims: str, arrived: list[str]) -> None:
    (delay,) = delays(read(f"{DUE} {claims}"), as_of="2024-01-20")
    assert [arrival.record.id for arrival in delay.arrivals] == arrived


def test_what_a_source_says_arrived_in_a_period_ends_with_that() -> None:
    found = Claim(id="k", about="a", stage="delivered", during=["2024-01-12"], citations=[Citation("s")])
    ledger = read(DUE).adding(Source(id="s", published="2024-01-15"), found)
    (delay,) = delays(ledger, as_of="2024-01-20")
    assert (delay.is_delivered, delay.days) == (True, exactly(2))


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="pass the day asked about"):
        delays(read(""), as_of=None)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="tolerance"):
        delays(read(""), as_of="2024-01-20", tolerance=5)  # type: ignore[arg-type]
