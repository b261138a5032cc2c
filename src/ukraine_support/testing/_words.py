"""Strategies of what is written: words, ids, days and periods."""

from datetime import date
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .._model.values.mapping import Extras
from .._model.values.period import Period
from .._model.values.text import Text


@cache
def words() -> SearchStrategy[str]:
    """Words that say something, in any alphabet."""
    alphabet = st.characters(exclude_categories=("Cc", "Cs"))
    said = st.text(alphabet, min_size=1, max_size=20).filter(lambda text: not text.isspace())
    return st.sampled_from(["shells", "снаряди", "two\nlines"]) | said


@cache
def ids() -> SearchStrategy[str]:
    """Ids: printable, with no blanks around them."""
    plain = st.from_regex(r"[a-z]{1,8}(-[0-9]{1,4})?", fullmatch=True)
    return plain | st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


@cache
def texts() -> SearchStrategy[Text]:
    """Words in no said language, or in several."""
    tags = st.sampled_from(["en", "uk", "pl", "zh-Hant", "und"])
    return words().map(Text) | st.dictionaries(tags, words(), min_size=1, max_size=3).map(Text)


@cache
def extras() -> SearchStrategy[Extras]:
    """A source's own columns."""
    cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    return st.dictionaries(words(), cells, max_size=3).map(Extras)


@cache
def days() -> SearchStrategy[date]:
    """Days of the years in which the record plays, and any other."""
    return st.dates(date(2022, 1, 1), date(2026, 12, 31)) | st.dates()


@cache
def _ends() -> SearchStrategy[str]:
    """Days, months, seasons and years, as EDTF writes them."""
    years = st.integers(2022, 2026) | st.integers(1, 9998)
    return st.one_of(
        days().map(date.isoformat),
        st.builds("{:04}-{:02}".format, years, st.integers(1, 12) | st.integers(21, 24)),
        years.map("{:04}".format),
    )


@st.composite
def periods(draw: DrawFn) -> Period:
    """Periods of every form: one end, two, or an open one, each perhaps marked as uncertain."""
    ends = draw(st.tuples(_ends(), _ends()))
    marks = st.sampled_from(["", "~", "?", "%"])
    first, last = (end + draw(marks) for end in sorted(ends, key=lambda end: Period(end).earliest or date.min))
    return Period(draw(st.sampled_from([first, f"{first}/{last}", f"../{last}", f"{first}/.."])))
