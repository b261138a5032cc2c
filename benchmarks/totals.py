"""How long totals take beside the same sums written by hand with py-moneyed, on the same commitments in the same run.

Both read commitments of three currencies, a fifth of them bounded and a tenth undisclosed, convert at one rate per
currency, and give for each donor and category the lowest and the highest sum and how many are undisclosed.
"""

import gc
from collections.abc import Callable
from decimal import Decimal
from time import perf_counter
from typing import Any

import moneyed

from ukraine_support import (
    UNKNOWN,
    Commitment,
    Country,
    Estimate,
    FinancialCommitment,
    HumanitarianCommitment,
    Ledger,
    MilitaryCommitment,
    Money,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import RateTable, totals

COUNT = 100_000
ROUNDS = 5
AGAINST_BY_HAND = 0.5
TEN_TIMES = 12.0
RATES = {"EUR": Decimal(1), "USD": Decimal("1.0852"), "CZK": Decimal("25.381")}
KINDS = (FinancialCommitment, HumanitarianCommitment, MilitaryCommitment)
DONORS = (
    "AT",
    "BE",
    "CA",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GB",
    "IT",
    "LT",
    "LV",
    "NL",
    "NO",
    "PL",
    "SE",
    "US",
)


def value(number: int) -> Estimate[Money]:
    """Of ten values seven are exact, two bounded, one is undisclosed."""
    code = tuple(RATES)[number % 3]
    amount = Money(f"{1000 + number}.{number % 100:02}", code)
    bounded = (at_least, at_most, lambda low: between(low, low + Money("500", code)))[number % 3](amount)
    return {0: UNKNOWN, 1: bounded, 2: bounded}.get(number // 3 % 10, exactly(amount))


def commitments(count: int) -> list[Commitment]:
    """So many commitments, each with objects of its own, as a reader makes them."""
    return [
        KINDS[number % 7 % 3](
            id=f"c{number}",
            donors=[Country(DONORS[number % 19])],
            stage="pledged",
            announced="2024-02-26",
            value=value(number),
        )
        for number in range(count)
    ]


def ours(ledger: Ledger) -> dict[tuple[str, str], tuple[Decimal, Decimal | None, int]]:
    """The sums by the library."""
    rates = RateTable.constant("EUR", {code: rate for code, rate in RATES.items() if code != "EUR"})
    table = totals(ledger, by=("donor", "category"), currency="EUR", rates=rates)
    return {
        (str(donor), category): (
            total.value.low.amount,
            total.value.high and total.value.high.amount,
            total.undisclosed,
        )
        for (donor, category), total in table.items()
        if total.value.low is not None
    }


def amounts(records: list[Commitment]) -> list[tuple[str, str, Any, Any]]:
    """The commitments as somebody who sums by hand has them: donor, category, py-moneyed's low and high."""

    def theirs(end: Money | None) -> Any:
        return None if end is None else moneyed.Money(end.amount, end.currency.code)

    return [
        (str(record.donors[0]), record.kind, theirs(record.value.low), theirs(record.value.high)) for record in records
    ]


def by_hand(rows: list[tuple[str, str, Any, Any]]) -> dict[tuple[str, str], tuple[Decimal, Decimal | None, int]]:
    """The sums by hand: convert each amount, then add it to the cell's."""

    def euros(money: Any) -> Any:
        return None if money is None else moneyed.Money(money.amount / RATES[money.currency.code], "EUR")

    zero = moneyed.Money(0, "EUR")
    lows: dict[tuple[str, str], Any] = {}
    highs: dict[tuple[str, str], Any] = {}
    undisclosed: dict[tuple[str, str], int] = {}
    for donor, category, native_low, native_high in rows:
        key = donor, category
        if key not in lows:
            lows[key], highs[key], undisclosed[key] = zero, zero, 0
        low, high = euros(native_low), euros(native_high)
        if low is not None:
            lows[key] += low
        if high is None or highs[key] is None:
            highs[key] = None
        else:
            highs[key] += high
        if low is None and high is None:
            undisclosed[key] += 1
    return {key: (lows[key].amount, highs[key] and highs[key].amount, undisclosed[key]) for key in lows}


def best(work: Callable[[Any], object], given: Any, rounds: int = ROUNDS) -> float:
    """Seconds, the best of several rounds."""
    seconds = []
    for _ in range(rounds):
        gc.collect()
        start = perf_counter()
        work(given)
        seconds.append(perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Measure, and print."""
    records = commitments(COUNT)
    ledger, rows = Ledger(commitments=records), amounts(records)
    mine, theirs = ours(ledger), by_hand(rows)
    assert mine.keys() == theirs.keys()
    for key, (low, high, undisclosed) in mine.items():
        assert abs(low - theirs[key][0]) < Decimal("1e-15"), key
        assert (high, undisclosed) == theirs[key][1:], key
    one, hand = best(ours, ledger), best(by_hand, rows)
    verdict = "OK" if one / hand <= AGAINST_BY_HAND else "over"
    print(f"{COUNT} commitments: {one:.3f} s against {hand:.3f} s by hand, ratio {one / hand:.2f}, ", end="")
    print(f"bound {AGAINST_BY_HAND}: {verdict}")
    del records, rows, mine, theirs
    ten = best(ours, Ledger(commitments=commitments(10 * COUNT)), rounds=3)
    print(f"ten times as many: {ten:.3f} s, ratio {ten / one:.1f}, ", end="")
    print(f"bound {TEN_TIMES}: {'OK' if ten / one <= TEN_TIMES else 'over'}")


if __name__ == "__main__":
    main()
