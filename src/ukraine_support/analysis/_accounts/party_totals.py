"""What the totals and increments of one party come to at one stage, with the periods that they are for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce
from operator import add
from typing import Any, TypeAlias

import attrs

from ..._model.claims import Claim
from ..._model.values.estimate import Estimate, exactly
from .._promises.claimed import Figure, Said, span_of

Spans: TypeAlias = tuple[tuple[date, date], ...]
"""Periods one after the other, each with its first and its last day."""


@attrs.frozen
class PartyTotal:
    """One total of a party with all that adds to it; of two totals of one day, each is one."""

    parts: tuple[Said, ...]
    """What it is made of, in the order in which it was said."""
    figure: Figure
    spans: Spans | None = None
    """The periods that it is for; None for all up to its day."""


def spans_of(claim: Claim | None) -> Spans:
    """The periods of a claim, those that overlap or touch made one; none where it says none."""
    periods = [] if claim is None else claim.during
    return _united(((period.earliest or date.min, period.latest or date.max) for period in periods), days_between=1)


def _united(spans: Iterable[tuple[date, date]], *, days_between: int) -> Spans:
    """Spans in order, those made one that lie so many days apart at most: 0 if they overlap, 1 if they touch."""
    found: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if found and first.toordinal() <= found[-1][1].toordinal() + days_between:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def sums(said: Sequence[Said]) -> tuple[list[PartyTotal], list[Said]]:
    """What one party's claims of one stage come to, and those of them that its later ones supersede."""
    totals = [each for each in said if not each.is_increment]
    increments = [each for each in said if each.is_increment]
    up_to_a_day, superseded = _latest([each for each in totals if not spans_of(each.claim)])
    last = up_to_a_day[0].day if up_to_a_day else None
    by_spans: dict[Spans, list[Said]] = {}
    for each in totals:
        spans = spans_of(each.claim)
        if spans and last is not None and each.day < last and _ends(spans, each.day) <= last:
            superseded.append(each)
        elif spans:
            by_spans.setdefault(spans, []).append(each)
    periods: dict[Spans, list[Said]] = {}
    for spans, of_one in by_spans.items():
        periods[spans], earlier = _latest(of_one)
        superseded += earlier
    further = [each for each in increments if last is None or last <= each.day]
    covered = _covered(further, periods)
    adding = [each for each in further if each.record.id not in covered]
    added_up = {each.record.id for each in adding}
    superseded += (each for each in increments if each.record.id not in added_up)
    return _alternatives(up_to_a_day, periods, adding), superseded


def _latest(totals: list[Said]) -> tuple[list[Said], list[Said]]:
    last = max((each.day for each in totals), default=None)
    return [each for each in totals if each.day == last], [each for each in totals if each.day != last]


def _ends(spans: Spans, said: date) -> date:
    """The last day of what was counted: no report counts what comes after it."""
    return spans[-1][1] if said == date.min else min(spans[-1][1], said)


def _covered(increments: Iterable[Said], periods: dict[Spans, list[Said]]) -> set[str]:
    """The ids of the increments that a later total of some periods holds already; the latest totals are seen first."""
    totals = sorted(((each[0].day, spans) for spans, each in periods.items()), key=lambda total: total[0])
    widest: list[tuple[date, date]] = []  # the spans of later totals, of which none lies in another
    several: list[Spans] = []
    found: set[str] = set()
    for each in sorted(increments, key=lambda each: each.day, reverse=True):
        while totals and totals[-1][0] > each.day:
            spans = totals.pop()[1]
            several += [spans] * (len(spans) > 1)
            for span in spans:
                _widen(widest, span)
        time = spans_of(each.claim) or ((each.day, each.day),)
        all_of_it = time[0][0], time[-1][1]
        if _lies_in(all_of_it, widest) or (len(time) > 1 and any(_within(time, spans) for spans in several)):
            found.add(each.record.id)
    return found


def _widen(widest: list[tuple[date, date]], span: tuple[date, date]) -> None:
    if not _lies_in(span, widest):
        first = last = bisect_left(widest, span[:1])
        while last < len(widest) and widest[last][1] <= span[1]:
            last += 1
        widest[first:last] = [span]


def _lies_in(span: tuple[date, date], spans: Sequence[tuple[date, date]]) -> bool:
    """Whether a span lies in one of others, which are in order of their first and of their last days."""
    at = bisect_right(spans, (span[0], date.max))
    return at > 0 and span[1] <= spans[at - 1][1]


def _within(inner: Spans, outer: Spans) -> bool:
    return all(_lies_in(span, outer) for span in inner)


def _alternatives(
    up_to_a_day: list[Said], periods: dict[Spans, list[Said]], increments: list[Said]
) -> list[PartyTotal]:
    if not periods:
        return [_sum_of([total, *increments]) for total in up_to_a_day] or ([_sum_of(increments)] if increments else [])
    of_periods = [each for totals in periods.values() for each in totals]
    if not up_to_a_day and len(periods) == 1:
        ((spans, totals),) = periods.items()
        return [_sum_of([total, *increments], spans=spans) for total in totals]
    parts = [(spans, span_of(each.figure for each in totals)) for spans, totals in periods.items()]
    if not up_to_a_day:
        covered = _united((span for spans in periods for span in spans), days_between=0)
        return [_sum_of([*of_periods, *increments], _together(parts), increments, covered)]
    return [
        _sum_of([total, *of_periods, *increments], _with_periods(total, parts, periods), increments)
        for total in up_to_a_day
    ]


def _sum_of(
    parts: Iterable[Said], base: Figure | None = None, adding: Sequence[Said] = (), spans: Spans | None = None
) -> PartyTotal:
    held = sorted(parts, key=lambda each: (each.day, each.is_increment))
    figures = [each.figure for each in held] if base is None else [base, *(each.figure for each in adding)]
    found = reduce(add, figures)
    is_corrected = any(each.claim is not None and each.claim.correction for each in held)
    return PartyTotal(tuple(held), found.from_zero if is_corrected else found, spans)


def _with_periods(total: Said, parts: list[tuple[Spans, Figure]], periods: dict[Spans, list[Said]]) -> Figure:
    """A total up to a day, with the periods after it; those before it are in it, others make it a least."""
    dated = total.day > date.min
    after = [(spans, figure) for spans, figure in parts if dated and spans[0][0] > total.day]
    within = [part for part in parts if dated and _ends(part[0], periods[part[0]][0].day) <= total.day]
    reached = total.figure + _together(after) if after else total.figure
    if len(after) + len(within) < len(parts):
        reached = reached.or_more
    return _at_least(reached, _together(parts))


def _at_least(reached: Figure, other: Figure) -> Figure:
    """What is reached, raised where the other is more."""
    both = ((reached.amount, other.amount), (reached.share, other.share))
    return Figure(*(own if own.is_unknown else raise_to(own, least) for own, least in both))


def raise_to(estimate: Estimate[Any], least: Estimate[Any]) -> Estimate[Any]:
    """An estimate of what is at least so much: a low end above its high one leaves that open."""
    if least.low is None or (estimate.low is not None and estimate.low >= least.low):
        return estimate
    high = None if estimate.high is None or estimate.high < least.low else estimate.high
    return Estimate(least.low, high, estimate.is_approximate or least.is_approximate)


def _together(parts: list[tuple[Spans, Figure]]) -> Figure:
    """Totals of several periods: apart, they add; one inside another does not; overlapping, they add in part."""
    amounts, shares = (
        _combined([(spans, getattr(figure, name)) for spans, figure in parts]) for name in ("amount", "share")
    )
    return Figure(amounts, shares)


def _combined(parts: list[tuple[Spans, Estimate[Any]]]) -> Estimate[Any]:
    outermost = _outermost(parts)
    low = _most_apart([(spans, estimate.low) for spans, estimate in parts if estimate.low is not None])
    highs = [estimate.high for _, estimate in outermost]
    high = None if None in highs else added(highs)
    if low is not None and high is not None and low > high:
        high = None
    return Estimate.of_ends(low, high, is_approximate=any(estimate.is_approximate for _, estimate in parts))


def added(ends: list[Any]) -> Any:
    """The sum of some ends of estimates."""
    return sum(map(exactly, ends[1:]), exactly(ends[0])).high


def _outermost(parts: list[tuple[Spans, Estimate[Any]]]) -> list[tuple[Spans, Estimate[Any]]]:
    """Those that lie in no other: of simple spans in one look, as the one before ends last."""
    found: list[tuple[Spans, Estimate[Any]]] = []
    for spans, estimate in sorted(parts, key=lambda part: (part[0][0][0], -part[0][-1][1].toordinal())):
        if not any(_within(spans, outer) for outer, _ in found[-1:]):
            found.append((spans, estimate))
    return found


def _most_apart(parts: list[tuple[Spans, Any]]) -> Any:
    """The most that totals of periods which are apart add up to."""
    parts.sort(key=lambda part: part[0][-1][1])
    ends = [spans[-1][1] for spans, _ in parts]
    most: list[Any] = [None]
    for at, (spans, low) in enumerate(parts):
        before = most[bisect_left(ends, spans[0][0], 0, at)]
        reached = low if before is None else added([before, low])
        most.append(reached if most[-1] is None or reached > most[-1] else most[-1])
    return most[-1]
