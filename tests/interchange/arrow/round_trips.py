"""Ways that tables take through engines and files, and a class of a user's with fields of every type."""

import enum
import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal

import attrs
import pytest
from hypothesis import strategies as st

from ukraine_support import (
    UNKNOWN,
    Calibre,
    Citation,
    Country,
    Currency,
    Estimate,
    InvalidValueError,
    Ledger,
    Length,
    Link,
    Mass,
    MilitaryCommitment,
    Money,
    Munition,
    Party,
    Period,
    Speaker,
    Stage,
    Support,
    Text,
    exactly,
)
from ukraine_support.serialisation import dumps
from ukraine_support.testing import values

Tables = Mapping[str, Any]


def through_parquet(tables: Tables) -> Tables:
    parquet = pytest.importorskip("pyarrow.parquet")

    def back(table: Any) -> Any:
        file = io.BytesIO()
        parquet.write_table(table, file)
        return parquet.read_table(io.BytesIO(file.getvalue()))

    return {name: back(table) for name, table in tables.items()}


def through_polars(tables: Tables) -> Tables:
    polars = pytest.importorskip("polars")
    return {name: polars.DataFrame(table).sample(fraction=1, shuffle=True, seed=1) for name, table in tables.items()}


def through_duckdb(tables: Tables) -> Tables:
    duckdb = pytest.importorskip("duckdb")
    database = duckdb.connect()
    for name, table in tables.items():
        database.register(f"given_{name}", table)
        database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given_{name} ORDER BY id DESC')
    return {name: database.table(name) for name in tables}


def through_pandas(tables: Tables) -> Tables:
    pandas = pytest.importorskip("pandas")
    return {name: table.to_pandas(types_mapper=pandas.ArrowDtype).iloc[::-1] for name, table in tables.items()}


THROUGH: dict[str, Callable[[Tables], Tables]] = {
    "as they are": lambda tables: tables,
    "Parquet": through_parquet,
    "polars": through_polars,
    "DuckDB": through_duckdb,
    "pandas": through_pandas,
}


def assert_comes_back(ledger: Ledger, through: Callable[[Tables], Tables] = THROUGH["as they are"]) -> None:
    """A ledger is the same after a way through tables, or holds a number that is too long for them."""
    arrow: Any = pytest.importorskip("ukraine_support.interchange.arrow", exc_type=ImportError)
    try:
        tables = arrow.to_arrow(ledger)
    except InvalidValueError as error:
        assert re.search(r"decimal128\(38, 18\)|int64", str(error))
        assert re.search(r"\d{19,}", dumps(ledger))
        return
    assert arrow.from_arrow(through(tables)) == ledger


class Level(enum.IntEnum):
    HIGH = 1
    LOW = 2


class Colour(enum.Enum):
    RED = "red"
    NULL = "null"


@attrs.frozen
class Site:
    name: str
    beds: int = 0


FIVE = exactly(Money("5", "EUR"))


@attrs.frozen(kw_only=True)
class Course(MilitaryCommitment):
    kind: ClassVar[str] = "arrow.course"

    trainees: Estimate[int] = UNKNOWN
    reach: Estimate[Length] = UNKNOWN
    bonus: Estimate[Money] = FIVE
    limit: Estimate[Money] | None = None
    fee: Money | None = None
    price: Money = Money("1", "USD")
    height: Length | None = None
    bore: Calibre | None = None
    load: tuple[Mass, ...] = ()
    weeks: int | None = 5
    residential: bool | None = None
    lecturer: Speaker | None = None
    dean: Speaker = Speaker("Dean")
    nickname: str | None = "the course"
    share: int | Decimal | None = None
    ratio: Decimal = Decimal("0.5")
    first: date | None = None
    held: Period = Period("2024")
    runs: tuple[Period, ...] = ()
    site: Site | None = None
    sites: tuple[Site, ...] = ()
    tags: tuple[str, ...] = ("new",)
    marks: list[int] = attrs.field(factory=list)
    places: frozenset[Country] = frozenset()
    stages: set[Stage] = attrs.field(factory=set)
    ratios: tuple[Decimal, ...] = ()
    pages: tuple[Citation, ...] | None = None
    ties: tuple[Link, ...] = ()
    flags: tuple[bool | None, ...] = ()
    counts: dict[str, int] = attrs.field(factory=dict)
    names: Text | None = None
    titles: tuple[Text, ...] = ()
    paid_in: Currency = Currency("EUR")
    partner: Party | None = None
    heat: float = 0.5
    colour: Colour = Colour.RED
    level: Level = Level.HIGH
    subject: Support | str = "nothing"
    code: int | str = 5
    place: str | int | None = None
    word: Literal["a", "b"] = "a"
    anything: Any = None
    value_low: str | None = None
    component: str | None = None
    known_from: int = 3
    announced_latest: str = "never"


def courses() -> st.SearchStrategy[Course]:
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5) | st.sampled_from(["null", '"', "[1]", "a;b"])
    whole = st.integers(-(10**9), 10**9)
    sites = st.builds(Site, texts, whole)
    return values(
        Course,
        id=st.just("a"),
        part_of=st.none(),
        towards=st.none(),
        occasion=st.none(),
        links=st.just(()),
        citations=st.just(()),
        trainees=st.sampled_from([UNKNOWN, exactly(5), Estimate(None, 7, True)]),
        nickname=st.none() | texts,
        site=st.none() | sites,
        sites=st.lists(sites, max_size=2).map(tuple),
        tags=st.lists(texts, max_size=2).map(tuple),
        marks=st.lists(whole, max_size=2),
        flags=st.lists(st.none() | st.booleans(), max_size=2).map(tuple),
        counts=st.dictionaries(texts, whole, max_size=2),
        subject=texts | st.just(Munition()),
        code=whole | texts,
        place=st.none() | whole | texts,
        anything=st.none() | texts | whole | st.lists(whole, max_size=2) | st.booleans(),
        value_low=st.none() | texts,
    )
