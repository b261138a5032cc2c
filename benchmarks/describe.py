"""How long `describe` takes for amounts beside babel's own `format_currency`, on the same amounts in the same run.

Amounts of five currencies, most of them whole and some with cents, in each of the seven languages. Both write all
digits, and both have been called before: catalogues and patterns are read once and kept.
"""

import gc
from collections.abc import Callable
from time import perf_counter

from babel.numbers import format_currency

from ukraine_support import Money
from ukraine_support.display import LANGUAGES, describe

COUNT = 100_000
ROUNDS = 5
AGAINST_BABEL = 2.0
CURRENCIES = ("EUR", "USD", "UAH", "CZK", "JPY")


def amounts(count: int = COUNT) -> list[Money]:
    """Different amounts, so that no result can be kept for the next."""
    return [
        Money(
            f"{(at * 7919) % 10**9}.{at % 100:02}" if at % 5 == 0 else str((at * 104_729) % 10**10), CURRENCIES[at % 5]
        )
        for at in range(count)
    ]


def ours(given: list[Money], locale: str) -> list[str]:
    return [describe(amount, locale) for amount in given]


def babels(given: list[Money], locale: str) -> list[str]:
    return [
        format_currency(amount.amount, amount.currency.code, locale=locale, decimal_quantization=False)
        for amount in given
    ]


def best(work: Callable[[list[Money], str], list[str]], given: list[Money], locale: str) -> float:
    """The shortest of some rounds, which other work on the machine disturbs least."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = perf_counter()
        work(given, locale)
        times.append(perf_counter() - start)
    return min(times)


def main() -> None:
    given = amounts()
    worst = 0.0
    for locale in LANGUAGES:
        assert ours(given[:1000], locale) == babels(given[:1000], locale)
        mine, theirs = best(ours, given, locale), best(babels, given, locale)
        worst = max(worst, mine / theirs)
        print(f"{locale}: {mine:.2f} s, babel {theirs:.2f} s: {mine / theirs:.2f} of it")
    print(f"describe of {COUNT:,} amounts takes at most {worst:.2f} of babel's time; {AGAINST_BABEL} is allowed")
    assert worst <= AGAINST_BABEL


if __name__ == "__main__":
    main()
