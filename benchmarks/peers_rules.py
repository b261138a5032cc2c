"""The rules of the domain that the peers' models ask for: plain Python, as anybody would write it, one for all.

They follow the library's, and take its lists of codes, but nothing else of it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from ukraine_support import Relation, reference
from ukraine_support._iso import COUNTRIES, CURRENCIES

CURRENCY_CODES: Final = frozenset(CURRENCIES)
PARTY_CODES: Final = frozenset({*COUNTRIES, *reference.ORGANISATIONS})
ORGANISATION_CODES: Final = frozenset(reference.ORGANISATIONS)

PLAIN_NUMBER: Final = r"^-?[0-9]{1,30}(\.[0-9]{1,18})?$"
PLAIN_NUMBER_FROM_ZERO: Final = PLAIN_NUMBER.replace("-?", "")
LANGUAGE_TAG: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
BOUND: Final = 10**30


_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def words(value: str) -> str:
    """Words that say something and can be written down."""
    if not value or value.isspace() or (not value.isprintable() and _CONTROL.search(value)):
        raise ValueError("words say something, without control characters")
    return value


def organisation_id(value: str) -> str:
    """An organisation's id is no country's code."""
    if value in COUNTRIES:
        raise ValueError("this is a country's code")
    return value


def above_zero(value: Decimal) -> Decimal:
    """What is promised is something."""
    if value <= 0:
        raise ValueError("this is not above zero")
    return value


def each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """No item stands twice, parties without a name apart."""
    if len(values) > 1:
        named = [value for value in values if getattr(value, "kind", "") != "unnamed"]
        if any(value in named[:at] for at, value in enumerate(named)):
            raise ValueError("an item stands twice")
    return values


written: Final = "{:f}".format
"""A decimal without an exponent."""


@dataclass(frozen=True, slots=True)
class Period:
    """What is known of a date, as EDTF writes it, with the first and the last day that it can mean."""

    edtf: str
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        return self.edtf


_END: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}


@lru_cache(4096)
def period(edtf: str) -> Period:
    """Read a period; most documents name the same days again and again."""
    ends = [_end(part) for part in edtf.split("/", 2)]
    earliest, latest = ends[0][0], ends[-1][1]
    if len(ends) > 2 or (earliest is None and latest is None):
        raise ValueError("this is no period")
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError("the period ends before it begins")
    return Period(edtf, earliest, latest)


def _end(text: str) -> tuple[date | None, date | None]:
    if text == "..":
        return None, None
    found = _END.fullmatch(text)
    if found is None:
        raise ValueError("this is no period")
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[3]:
        return date(year, month, day), date(year, month, day)
    if not found[2]:
        return date(year, 1, 1), date(year, 12, 31)
    first = _SEASONS.get(month, month)
    last = first + 2 * (month in _SEASONS)
    following = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), following - timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Magnitude:
    """A calibre, a length or a mass: the exact number in millimetres, metres or kilograms, and the text it came as."""

    number: Decimal
    text: str

    def __str__(self) -> str:
        return self.text


_MAGNITUDE: Final = re.compile(r"([0-9]{1,30}(?:\.[0-9]{1,18})?) ?([a-z]+)")


def _magnitude(units: Mapping[str, Decimal], *, zero: bool) -> Callable[[str], Magnitude]:
    @lru_cache(1024)
    def read(text: str) -> Magnitude:
        found = _MAGNITUDE.fullmatch(text)
        if found is None or found[2] not in units:
            raise ValueError("this is no number with one of the units " + ", ".join(units))
        number = Decimal(found[1]) * units[found[2]]
        if not number and not zero:
            raise ValueError("this is not above zero")
        return Magnitude(number, text)

    return read


calibre: Final = _magnitude({"mm": Decimal(1), "cm": Decimal(10), "inch": Decimal("25.4")}, zero=False)
length: Final = _magnitude({"m": Decimal(1), "km": Decimal(1000)}, zero=True)
mass: Final = _magnitude({"kg": Decimal(1), "t": Decimal(1000)}, zero=True)


def by_id(records: Iterable[Any]) -> tuple[Any, ...]:
    """Records as the document writes them."""
    return tuple(sorted(records, key=lambda record: record.id))


COLLECTIONS: Final = ("sources", "occasions", "initiatives", "commitments", "claims", "positions")


def ledger_holds(ledger: Any) -> None:
    """Ids are unique over the whole ledger, every reference holds, and none runs in a circle."""
    held: dict[str, dict[str, Any]] = {
        name: {record.id: record for record in getattr(ledger, name)} for name in COLLECTIONS
    }
    ids = {id for records in held.values() for id in records}
    if len(ids) < sum(len(getattr(ledger, name)) for name in COLLECTIONS):
        raise ValueError("an id stands twice")
    _references_hold(held)
    _no_circles("through", {source.id: [source.through] for source in ledger.sources if source.through})
    _no_circles("part_of", {promise.id: [promise.part_of] for promise in ledger.commitments if promise.part_of})
    for relation in Relation:
        links = {
            promise.id: [link.to for link in promise.links if link.relation is relation]
            for promise in ledger.commitments
            if promise.links
        }
        if relation is not Relation.SAME_AS:
            _no_circles(relation.value, links)
        elif any(id in targets for id, targets in links.items()):
            raise ValueError("a commitment is the same as itself")


def _references_hold(held: Mapping[str, Mapping[str, Any]]) -> None:
    sources, occasions, initiatives, commitments, claims, positions = (held[name] for name in COLLECTIONS)
    for source in sources.values():
        _is_there(source.through, sources)
    for name in ("occasions", "initiatives", "commitments", "claims", "positions"):
        for record in held[name].values():
            for citation in record.citations:
                _is_there(citation.source, sources)
            if name != "occasions":
                _is_there(record.occasion, occasions)
    for commitment in commitments.values():
        _is_there(commitment.towards, initiatives)
        _is_there(commitment.part_of, commitments)
        for link in commitment.links:
            _is_there(link.to, commitments)
    for claim in claims.values():
        if claim.about in commitments:
            lines = commitments[claim.about].lines
        else:
            _is_there(claim.about, initiatives)
            lines = initiatives[claim.about].goal
        if claim.line is not None and claim.line >= len(lines):
            raise ValueError(f"{claim.about} has {len(lines)} lines")
        for disputed in claim.disputes:
            _is_there(disputed, claims)
        if claim.id in claim.disputes:
            raise ValueError("a claim disputes itself")
    for position in positions.values():
        if isinstance(position.on, str) and position.on not in commitments:
            _is_there(position.on, initiatives)


def _is_there(id: str | None, records: Collection[str]) -> None:
    if id is not None and id not in records:
        raise ValueError(f"no record here has the id {id}")


def _no_circles(what: str, graph: Mapping[str, list[str]]) -> None:
    done: set[str] = set()
    for start in graph:
        path, pending = {start: None}, [iter(graph[start])]
        while pending and start not in done:
            following = next(pending[-1], None)
            if following is None:
                pending.pop()
                done.add(path.popitem()[0])
            elif following in path:
                raise ValueError(f"{what} runs in a circle at {following}")
            elif following not in done:
                path[following] = None
                pending.append(iter(graph.get(following, ())))
