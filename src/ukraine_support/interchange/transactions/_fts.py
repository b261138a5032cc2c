"""Flows of OCHA's Financial Tracking Service as humanitarian commitments."""

from collections.abc import Iterable, Iterator
from typing import Final

from ..._errors import InvalidValueError
from ..._model.commitments import HumanitarianCommitment
from ..._model.parties import Party
from ..._model.provenance import Citation, Source
from ..._model.values.estimate import Estimate
from ..._model.values.money import Currency, Money
from ..._model.values.period import Period
from ..._model.values.stages import Stage
from .._sheet.cells import text_of
from .._sheet.ids import Ids
from .._sheet.sheet import Row
from ._parties import Parties, country_of

_STAGES: Final = {"pledge": Stage.PLEDGED, "commitment": Stage.COMMITTED, "paid": Stage.DELIVERED}
_PASSED_ON: Final = ("internal", "outgoing")
_KEPT: Final = ("source", "through", "boundary", "dollars")
"""Columns that are read and kept as they are written, too."""


class Flows:
    """What flows become, row by row.

    Args:
        source: What every record cites at its row.
        parties: Whom the rows name.
        ids: The ids given so far.
        rows: All rows, since a flow that stands there twice should say the same.
    """

    def __init__(self, source: Source | None, parties: Parties, ids: Ids, rows: Iterable[Row]) -> None:
        self._source, self._parties, self._ids = source, parties, ids
        self._tellings: dict[str | None, list[tuple[str, ...]]] = {}
        for row in rows:
            told = self._tellings.setdefault(row.text("flow"), [])
            if (cells := _texts(row)) not in told[:2]:
                told.append(cells)
        self._made: set[str] = set()

    def of(self, row: Row) -> Iterator[HumanitarianCommitment]:
        """The commitment of a row; none where it is passed over or lost."""
        if any((row.text(column) or "").startswith("#") for column in ("dollars", "status", "flow")):
            row.pass_over("this is a row of tags")
            return
        value, status, id = _amount(row), (row.text("status") or "").casefold(), row.text("flow")
        if (row.text("boundary") or "").casefold() in _PASSED_ON:
            row.pass_over("this passes on money that came in as another flow")
        elif id in self._made:
            row.pass_over("the flow stands there already")
        elif status not in _STAGES:
            row.problem("status", f"this is none of {', '.join(_STAGES)}", fatal=True)
        elif id is None:
            row.problem("flow", "the flow has no id", fatal=True)
        elif len(self._tellings[id]) > 1:
            row.problem("flow", "the flow stands there again, and differs; nothing says which row holds", fatal=True)
        elif "," in (places := row.text("places") or ""):
            problem = "the flow goes to several countries, and nothing says how much of it goes to each"
            row.problem("places", problem, fatal=True)
        elif (recipient := country_of(places)) is None:
            row.problem("places", "no country is named that is known", fatal=True)
        else:
            self._made.add(id)
            through = row.text("through")
            channel = None if through is None else self._parties.named(through, through)
            yield HumanitarianCommitment(
                id=self._ids.unique(f"FTS {id}"),
                donors=self._donors(row),
                recipient=recipient,
                channels=() if channel in (None, recipient) else (channel,),
                value=value,
                stage=_STAGES[status],
                announced=row.period("decided") or row.period("date"),
                covers=_years(row),
                correction=value.is_negative,
                note=row.text("description"),
                extras=row.extras() | {row.sheet.heading(name): text for name in _KEPT if (text := row.text(name))},
                citations=() if self._source is None else (Citation(self._source.id, f"row {row.number}"),),
            )

    def _donors(self, row: Row) -> tuple[Party, ...]:
        """Who gives: a government, by the country where it is, or whoever the name means."""
        name, place = row.text("source"), row.text("source_places")
        country = country_of(place) if place and row.text("source_types") == "Governments" else None
        donor = country if country is not None else None if name is None else self._parties.named(name, name)
        return () if donor is None else (donor,)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(map(text_of, row.cells))


def _amount(row: Row) -> Estimate[Money]:
    """The original amount, else the one in US dollars; both stand in the accounts."""
    code = row.text("original_currency")
    try:
        value = row.amount("original", Currency(code)) if code else None
    except InvalidValueError as error:
        row.problem("original_currency", error.problem)
        value = None
    dollars = row.amount("dollars", "USD")
    if value is None or value.is_unknown:
        return dollars
    row.set_aside("dollars", "the original amount counts")
    return value


def _years(row: Row) -> Period | None:
    """The years for which the money is."""
    first, last = row.period("from_year"), row.period("to_year")
    if first is None or last is None or first == last:
        return first or last
    return Period(f"{first.edtf}/{last.edtf}")
