"""Which increments a later total of some periods holds already: at once as by a look at each total."""

from datetime import date, timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from ukraine_support import Claim
from ukraine_support.analysis._accounts.party_totals import Spans, _covered, spans_of
from ukraine_support.analysis._promises.claimed import Figure, Said

FIRST: Final = date(2024, 1, 1)
DAYS: Final = st.integers(0, 12).map(lambda day: FIRST + timedelta(days=day))
SPANS: Final = st.tuples(DAYS, st.integers(0, 6)).map(lambda span: f"{span[0]}/{span[0] + timedelta(days=span[1])}")


@st.composite
def words(draw: st.DrawFn, least: int) -> list[Said]:
    """What one party said of periods, on days of its own."""
    found = []
    for at in range(draw(st.integers(0, 5))):
        during = draw(st.lists(SPANS, min_size=least, max_size=3))
        claim = Claim(id=f"k{at}", about="a", stage="delivered", increment=not least, quantity=1, during=during)
        found.append(Said(record=claim, voice="somebody", day=draw(DAYS), figure=Figure()))
    return found


def is_covered(increment: Said, periods: dict[Spans, list[Said]]) -> bool:
    time = spans_of(increment.claim) or ((increment.day, increment.day),)
    return any(
        total.day > increment.day and all(any(a <= first and last <= b for a, b in spans) for first, last in time)
        for spans, (total, *_) in periods.items()
    )


@given(words(least=0), words(least=1))
def test_increments_are_covered_as_a_look_at_each_total_says(increments: list[Said], totals: list[Said]) -> None:
    periods = {spans_of(each.claim): [each] for each in totals}
    expected = {each.record.id for each in increments if is_covered(each, periods)}
    assert _covered(increments, periods) == expected
