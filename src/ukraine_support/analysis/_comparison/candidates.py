"""Which records of a ledger another one may be matched with: found by donor, kind and amount, and not one by one.

Of one donor's records of one kind, or of about one amount, the nearest in time are candidates, so that a long ledger
takes no more time for each of its records than a short one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypeVar

from ..._model.commitments import Commitment
from ..._model.parties import Party
from ..._model.support import Support
from ..._model.values.estimate import Estimate
from ..._model.values.money import Currency, Money
from .same_kind import alike, essences

T = TypeVar("T")
Entry: TypeAlias = tuple[Fraction, date, str, Commitment]
Worth: TypeAlias = Callable[[Commitment], Estimate[Money]]

EACH_WAY: Final = 25
"""How many before and after a record, in time or in amount, are its candidates, where there are more."""
_NEARLY: Final = Fraction(11, 10)
"""A little more than values that are alike may differ by."""


class Candidates:
    """The commitments of one ledger, by what makes those of another one like them."""

    def __init__(self, ones: Iterable[Commitment], others: Iterable[Commitment]) -> None:
        self._by_parties: dict[tuple[Party, Party], _Group] = {}
        for one in sorted(others, key=_day):
            for donor in one.donors:
                self._by_parties.setdefault((donor, one.recipient), _Group()).add(one)
        for one in ones:
            for donor in one.donors:
                group = self._by_parties.get((donor, one.recipient))
                if group is not None:
                    group.asked |= essences(one.lines)

    def of(self, first: Commitment, worth: Worth) -> Iterator[Commitment]:
        """Those that may tell of the same thing, each once; what they are worth is asked where currencies differ."""
        found: dict[str, Commitment] = {}
        for donor in first.donors:
            group = self._by_parties.get((donor, first.recipient))
            if group is not None:
                found |= {one.id: one for one in group.like(first, worth)}
        return iter(found.values())


class _Group:
    """The commitments of one donor to one recipient, in order of time."""

    def __init__(self) -> None:
        self._by_essence: dict[Support, list[Commitment]] = {}
        self.asked: dict[Support, None] = {}
        """The kinds of the other ledger's commitments."""
        self._alike: dict[Support, list[Support]] = {}
        self._all: list[Commitment] = []
        self._amounts: dict[tuple[bool, bool], _Amounts] = {}
        self._currencies: set[Currency] = set()

    def add(self, one: Commitment) -> None:
        self._all.append(one)
        self._currencies |= _currencies(one)
        for kind in essences(one.lines):
            self._by_essence.setdefault(kind, []).append(one)

    def like(self, first: Commitment, worth: Worth) -> Iterator[Commitment]:
        if not self._alike:
            self._alike = alike(self.asked, self._by_essence)
        for kind in essences(first.lines):
            for other in self._alike[kind]:
                yield from _near(self._by_essence[other], _day(first), _day)
        yield from self._of_about(first, worth)

    def _of_about(self, first: Commitment, worth: Worth) -> Iterator[Commitment]:
        """Those of about the same value, where one of the two names no things."""
        if first.value.is_unknown:
            return
        has_lines, is_mixed = bool(first.lines), len(self._currencies | _currencies(first)) > 1
        convert = worth if is_mixed else _stated
        if (has_lines, is_mixed) not in self._amounts:
            these = (one for one in self._all if not (has_lines and one.lines))
            self._amounts[has_lines, is_mixed] = _Amounts(these, convert)
        yield from self._amounts[has_lines, is_mixed].about(convert(first), _day(first))


class _Amounts:
    """Commitments by currency and value."""

    def __init__(self, commitments: Iterable[Commitment], worth: Worth) -> None:
        self._exact: dict[Any, list[Entry]] = {}
        self._others: dict[Any, list[Commitment]] = {}
        for one in commitments:
            value = worth(one)
            end = value.lowest_known
            if end is not None and value.is_exact:
                entry = (Fraction(end.amount), _day(one), one.id, one)
                self._exact.setdefault(end.currency, []).append(entry)
            elif end is not None:
                self._others.setdefault(end.currency, []).append(one)
        for found in self._exact.values():
            found.sort()

    def about(self, value: Estimate[Money], day: date) -> Iterator[Commitment]:
        end: Any = value.lowest_known
        yield from _near(self._others.get(end.currency, ()), day, _day)
        exact = self._exact.get(end.currency, ())
        low, high = (None if each is None else Fraction(each.amount) for each in (value.low, value.high))
        start = 0 if low is None else bisect_left(exact, min(low * _NEARLY, low / _NEARLY), key=_amount)
        stop = len(exact)
        if high is not None:
            stop = bisect_right(exact, max(high * _NEARLY, high / _NEARLY), key=_amount)
        if stop - start <= 2 * EACH_WAY:
            marks, found = [], exact[start:stop]
        else:  # of each of the amounts that are nearest, those nearest in time
            mark, found = Fraction(end.amount), []
            below, above = (find(exact, mark, key=_amount) for find in (bisect_left, bisect_right))
            marks = [entry[0] for entry in (*exact[below - 1 : below], *exact[above : above + 1])]
            marks.append(mark)
        slices = (_near(exact, (mark, day), _amount_and_day) for mark in marks)
        yield from (entry[-1] for entries in (found, *slices) for entry in entries)


def _amount(entry: Entry) -> Fraction:
    return entry[0]


def _amount_and_day(entry: Entry) -> tuple[Fraction, date]:
    return entry[:2]


def _near(found: Sequence[T], mark: Any, place: Callable[[T], Any]) -> Sequence[T]:
    """Of what is in order of its place, what stands nearest to a mark; all, where it is little."""
    if len(found) <= 2 * EACH_WAY:
        return found
    at = bisect_left(found, mark, key=place)
    return found[max(0, at - EACH_WAY) : at + EACH_WAY]


def _stated(one: Commitment) -> Estimate[Money]:
    return one.value


def _currencies(one: Commitment) -> set[Currency]:
    end = one.value.lowest_known
    return set() if end is None else {end.currency}


def _day(one: Commitment) -> date:
    return (one.announced and (one.announced.earliest or one.announced.latest)) or date.min
