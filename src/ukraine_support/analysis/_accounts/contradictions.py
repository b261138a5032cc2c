"""How accounts of one promise bear on each other: which are overtaken, and which contradict.

Accounts are compared in order of their days, each with the highest before it and the lowest after it, so that
thousands of them take little more time than a few.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import Any, TypeAlias

import attrs

from ..._exact import Number
from ..._model.values.estimate import Estimate
from ..._model.values.money import Money
from .accounts import AccountParts
from .party_totals import Spans

_Figures: TypeAlias = dict[int, Estimate[Any]]
"""Figures that compare, by the index of the account that states each."""


@attrs.frozen
class Comparison:
    """Accounts that can be compared: of the same kinds, in the same measure."""

    accounts: Sequence[AccountParts]
    tolerance: Decimal

    def overtaken(self) -> set[int]:
        """The indices of accounts that a later and equal or higher one of another party has overtaken.

        Two of which one says that the other is wrong do not overtake each other.
        """
        if len(self.accounts) < 2:
            return set()
        objecting = self._objecting()
        return {at for early, late in self._comparable() for at in self._overtaken(early, late, objecting)}

    def _overtaken(self, early: _Figures, late: _Figures, objecting: dict[int, set[int]]) -> Iterator[int]:
        lows = [(at, figure.low) for at, figure in late.items() if figure.low is not None]
        lows.sort(key=lambda each: self.accounts[each[0]].day)
        after: list[tuple[int, Any]] = []  # what was said later, the highest last
        for at in sorted(early, key=lambda at: self.accounts[at].day, reverse=True):
            while lows and self.accounts[lows[-1][0]].day > self.accounts[at].day:
                insort(after, lows.pop(), key=itemgetter(1))
            mark = early[at].highest_known
            for other, low in reversed(after):
                if mark is None or low < mark:
                    break
                if other not in objecting.get(at, ()):
                    yield at
                    break

    def contradicting(self, standing: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Pairs of indices, the earlier first, of which the later account is too low, and neither says so.

        What carries no date contradicts nobody by order, but a total of the same party.
        """
        held = set(standing)
        undated: dict[Hashable, _Figures] = {}
        for early, late in self._comparable():
            dated = [
                {at: figure for at, figure in figures.items() if at in held and self._is_dated(at)}
                for figures in (early, late)
            ]
            yield from self._too_low(*dated)
            if early is late:
                for at, figure in early.items():
                    if at in held and not self._is_dated(at):
                        undated.setdefault((self.accounts[at].voice, self.accounts[at].spans), {})[at] = figure
        for totals in undated.values():
            yield from self._too_low(totals, totals)

    def _is_dated(self, at: int) -> bool:
        return self.accounts[at].day > date.min

    def _objecting(self) -> dict[int, set[int]]:
        """For each account, those that it disputes or is disputed by."""
        at_claim = {claim.id: at for at, account in enumerate(self.accounts) for claim in account.claims}
        found: dict[int, set[int]] = {}
        for at, account in enumerate(self.accounts):
            for other in (at_claim.get(id, at) for claim in account.claims for id in claim.disputes):
                if other != at:
                    found.setdefault(at, set()).add(other)
                    found.setdefault(other, set()).add(at)
        return found

    def _comparable(self) -> Iterator[tuple[_Figures, _Figures]]:
        """Accounts, and the later ones with which they compare: of the same periods, or of all up to its day."""
        by_spans: dict[tuple[str, Spans | None], _Figures] = {}
        for at, account in enumerate(self.accounts):
            for name, figure in account.figure.comparables():
                by_spans.setdefault((name, account.spans), {})[at] = figure
        for (name, spans), figures in by_spans.items():
            yield figures, figures
            up_to_a_day = by_spans.get((name, None))
            if spans is not None and up_to_a_day is not None:
                yield figures, up_to_a_day

    def _too_low(self, early: _Figures, late: _Figures) -> Iterator[tuple[int, int]]:
        """Each later account with the highest before it, and each earlier one with the lowest after it, where lower."""
        lows = [(self.accounts[at].day, at_least_about(figure, self.tolerance), at) for at, figure in early.items()]
        at_stage = any(each.is_own and each.claims for each in self.accounts)
        highs = [
            (self.accounts[at].day, at_most_about(figure, self.tolerance), at)
            for at, figure in late.items()
            if at_stage and self.accounts[at].is_own  # an announcement alone is of all there is
        ]
        lows = sorted((each for each in lows if each[1] is not None), key=itemgetter(0))
        highs = sorted((each for each in highs if each[1] is not None), key=itemgetter(0))
        highest = _running(lows, lambda one, other: one > other)
        lowest = _running(highs[::-1], lambda one, other: one < other)[::-1]
        days_of_lows, days_of_highs = ([each[0] for each in ends] for ends in (lows, highs))
        for day, high, at in highs:
            before = bisect_right(days_of_lows, day)
            if before and high < highest[before - 1][1]:
                yield highest[before - 1][2], at
        for day, low, at in lows:
            after = bisect_left(days_of_highs, day)
            if after < len(lowest) and lowest[after][1] < low:
                yield at, lowest[after][2]


def _running(ends: Sequence[Any], beats: Any) -> list[Any]:
    """For each index, the extreme of what stands up to it."""
    found: list[Any] = []
    for each in ends:
        found.append(each if not found or beats(each[1], found[-1][1]) else found[-1])
    return found


def at_least_about(estimate: Estimate[Any], tolerance: Decimal) -> Fraction | None:
    """The least that a figure can mean: a rounded one may be off by the tolerance."""
    return _off(estimate.low, -tolerance if estimate.is_approximate else 0)


def at_most_about(estimate: Estimate[Any], tolerance: Decimal) -> Fraction | None:
    """The most that a figure can mean: a rounded one may be off by the tolerance."""
    return _off(estimate.high, tolerance if estimate.is_approximate else 0)


def _off(end: Any, by: Number) -> Fraction | None:
    """As a fraction, which is compared and never given out: so no digit is cut, and whatever there is fits."""
    if end is None:
        return None
    exact = Fraction(end.amount if isinstance(end, Money) else end)
    return exact + abs(exact) * Fraction(by)
