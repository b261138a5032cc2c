"""What a caller gets who passes the wrong thing: an error of the library's own, whichever argument it was."""

import copy
import inspect
import pickle
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import (
    ROUND_05UP,
    ROUND_UP,
    Clamped,
    Context,
    Decimal,
    FloatOperation,
    Inexact,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    localcontext,
)
from enum import Enum
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import product
from typing import Any

import attrs
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import tried
from odd_cells import NAType, Series
from refusals import LONGEST, refusal
from test_house import public_objects
from ukraine_support import (
    Calibre,
    Citation,
    Claim,
    Country,
    Estimate,
    Extras,
    FinancialCommitment,
    FormerCountry,
    Initiative,
    Ledger,
    Length,
    Line,
    Link,
    Mass,
    Membership,
    MilitaryCommitment,
    Money,
    Organisation,
    Party,
    Period,
    Personnel,
    PersonnelRole,
    Position,
    Records,
    Source,
    Speaker,
    Stage,
    Supplies,
    Text,
    UkraineSupportError,
    Vocabulary,
    WrongTypeError,
    about,
    analysis,
)
from ukraine_support.analysis import (
    Deflators,
    Finding,
    History,
    Price,
    PriceBook,
    Rank,
    RateTable,
    SharingKey,
    Standings,
    Totals,
)
from ukraine_support.display import describe
from ukraine_support.interchange import Column
from ukraine_support.reference import EU
from ukraine_support.serialisation import Limits, dumps, make_converter, to_rows, to_tables
from ukraine_support.testing import values
from ukraine_support.units import registry

DAY = date(2024, 3, 1)
LINE = Line(Supplies(), quantity=5, unit_price=Money("1234.56", "EUR"))
PROMISE = MilitaryCommitment(
    id="nl", donors=[Country("NL")], stage="pledged", announced=DAY, lines=[LINE], due="2024-03"
)
GIFT = FinancialCommitment(id="de", donors=[Country("NL")], stage="pledged", announced=DAY, value=Money("5", "EUR"))
LEDGER = Ledger(
    initiatives=[Initiative(id="joint", announced=DAY)],
    commitments=[PROMISE, GIFT],
    claims=[Claim(id="c", about="nl", said=DAY, stage="delivered", quantity=2, line=0)],
    positions=[Position(id="p", holder=Country("FR"), on=Supplies(), stance="opposes", said=DAY)],
)
RATES = RateTable("EUR", {DAY: {"USD": "1.1"}})
FITTING: dict[str, Any] = {
    "ledger": LEDGER, "commitment": PROMISE, "line": 0, "id": "nl", "as_of": DAY, "tolerance": Decimal("0.1"),
    "rates": RATES, "deflators": Deflators("2024", {"2024": {"EUR": "100"}}), "stage": "pledged", "by": "donor",
    "prices": PriceBook([Price(Supplies(), Money("2", "EUR"))]), "currency": "EUR", "spans": "earliest",
    "over": "commitments", "reached": "delivered", "ignore": ["note"], "least": "0.5", "of": Supplies(),
    "attribution": SharingKey({Country("NL"): 1}), "keys": SharingKey({Country("NL"): 1}), "memberships": [],
    "rules": ["near-duplicate"], "about": "nl", "subject": LINE, "n": 1, "one": LEDGER, "other": LEDGER, "old": LEDGER,
    "new": Ledger(), "states": [("now", LEDGER)], "on": DAY, "denominators": {Country("NL"): 7}, "locale": "en",
    "format": "html",
    "formulas": "escape", "thing": PROMISE, "compact": True, "text": "155 mm", "languages": ["uk"], "name": "Germany",
    "organisation": EU, "country": Country("DE"), "day": DAY, "converter": make_converter(), "value": 5, "indent": 2,
    "limits": Limits(),
    "unit": "pieces", "onto": LEDGER, "rows": [], "type": Ledger, "registry": registry(), "low": 1, "high": 2,
    "amounts": "native", "initiatives": {"a": "b"}, "source": Source(id="table"),
    "totals": analysis.totals(LEDGER, by="donor"),
}  # fmt: skip
"""What fits an argument of this name, whichever function takes it."""
ANSWERS: dict[str, object] = {
    "changes_chart": analysis.changes(Ledger(), LEDGER),
    "fulfilment_chart": analysis.fulfilment(LEDGER, "nl", line=0),
    "progress_chart": analysis.progress(LEDGER, of=Supplies()),
    "standings_chart": analysis.standings(LEDGER, Supplies()),
    "timeline_chart": analysis.history(LEDGER),
    "totals_chart": analysis.totals(LEDGER),
    "to_table": analysis.totals(LEDGER),
}
KIEL = [
    "ID",
    "Countries",
    "Announcement Date",
    "Type of Aid General",
    "Original Currency",
    "Total ",
    "Items",
    "No. of Units",
]
SIPRI = [
    *["Recipient", "Supplier", "Year of order", "Number ordered", "Weapon designation", "Weapon description"],
    *["Number delivered", "Year(s) of delivery", "status", "Comments"],
]
TRANSACTIONS = [
    *["iati_identifier", "transaction_transaction_type_code", "transaction_transaction_date_iso_date"],
    *["transaction_value", "transaction_value_currency", "reporting_org_ref", "recipient_country_code"],
]
OF_ONE: dict[str, dict[str, Any]] = {
    "analysis.funding": {"id": "joint"},
    "analysis.ranking": {"by": "low"},
    "analysis.standings": {"on": Supplies()},
    "analysis.value_of_line": {"line": LINE},
    "interchange.arrow.from_arrow": {"tables": {}},
    "interchange.arrow.schema": {"table": "commitments"},
    "interchange.kiel.read": {
        "rows": [KIEL, ["NL1", "Netherlands", "6/9/2022", "Military", "EUR", "1", "155mm round", 5]]
    },
    "interchange.sipri.read": {
        "rows": [SIPRI, ["Ukraine", "Czechia", "2023", "9", "DITA 155mm", "self-propelled gun", "9", "2024", "New", ""]]
    },
    "interchange.transactions.read": {
        "rows": [TRANSACTIONS, ["NO-1", "2", "2024-01-15", "1000", "NOK", "NO-GOV-1", "UA"]],
        "parties": {"NO-GOV-1": Country("NO")},
    },
    "interchange.arrow.quantities_of": {"result": import_module("pyarrow").table({}) if find_spec("pyarrow") else None},
    "interchange.arrow.quantities_query": {"table": "parts"},
    "interchange.arrow.totals_of": {"result": import_module("pyarrow").table({}) if find_spec("pyarrow") else None},
    "interchange.arrow.totals_query": {"table": "parts"},
    "serialisation.from_cell": {"cell": "CZ;NL", "type": tuple[Party, ...]},
    "serialisation.to_cell": {"value": (Country("NL"),), "type": tuple[Party, ...]},
    "serialisation.loads": {"text": dumps(LEDGER), "onto": Ledger(), "type": Ledger},
    "serialisation.from_rows": {"rows": to_rows(LEDGER), "onto": Ledger()},
    "serialisation.table_schema": {"table": "commitments"},
    "serialisation.from_tables": {"tables": to_tables(LEDGER), "onto": Ledger()},
}
"""What fits one function, where others take something else by that name."""
JUNK: list[object] = [
    5,
    -1,
    "x",
    "",
    None,
    [],
    {},
    object(),
    0.5,
    float("nan"),
    numpy.float64("nan"),
    b"x",
    True,
    [None],
    ("a", "b"),
    10**400,
    "\ud800",
    Decimal("sNaN"),
    numpy.array(5),
    numpy.array([1, 2]),
    NAType(),
    Series(),
]


DEEP: list[Any] = []
for _ in range(100_000):
    DEEP = [DEEP]
HOLDING_ITSELF: list[Any] = []
HOLDING_ITSELF.append(HOLDING_ITSELF)


def functions() -> dict[str, Callable[..., Any]]:
    return {
        path.removeprefix("ukraine_support."): thing
        for path, thing in public_objects().items()
        if inspect.isroutine(thing) and not path.startswith(("ukraine_support.fields.", "ukraine_support.testing."))
    }


def fitting(path: str, name: str) -> Any:
    if name == "answer":
        return ANSWERS[path.rpartition(".")[2]]
    own = OF_ONE.get(path, {})
    return own[name] if name in own else FITTING[name]


PLACES = [(path, name) for path, call in functions().items() for name in inspect.signature(call).parameters]


def ask(path: str, **given: object) -> None:
    """Call a function with what fits, save for what is given; look at each item of what it answers."""
    call = functions()[path]
    bound = inspect.signature(call).bind_partial()
    bound.arguments.update({name: fitting(path, name) for name in bound.signature.parameters} | given)
    found = call(*bound.args, **bound.kwargs)
    if isinstance(found, Iterator):
        list(found)


@pytest.mark.parametrize("path", functions())
def test_what_fits_is_taken(path: str) -> None:
    only = {"currency": None, "rates": None} if path == "analysis.value_of" else {}
    ask(path, **only)


@pytest.mark.parametrize(("path", "name"), PLACES, ids=lambda part: part)
def test_whatever_is_passed_is_taken_or_refused_by_an_error_of_ours(path: str, name: str) -> None:
    for junk in JUNK:
        try:
            ask(path, **{name: junk})
        except UkraineSupportError as error:
            message = str(error)
            assert len(message) < LONGEST


MADE: list[Any] = [
    *(LEDGER, PROMISE, LINE, RATES, LEDGER.claims["c"], Money("5.5", "EUR"), PROMISE.donors[0], EU, Supplies()),
    *(Calibre(155), Length(5), Mass(5), Period("2024-03"), about(5), Text({"en": "a", "uk": "b"}), Extras({"a": "b"})),
    *(LEDGER.commitments, Stage.PLEDGED, PersonnelRole.MILITARY, Personnel(role="military"), Limits()),
    Membership(country=Country("NL"), organisation=EU, since="2000-01-01"),
    *(FITTING["deflators"], FITTING["prices"], FITTING["keys"], FITTING["totals"]),
    *(analysis.quantities(LEDGER, of=Supplies(), by="kind"), analysis.progress(LEDGER, of=Supplies())),
    *(analysis.fulfilment(LEDGER, "nl", line=0), analysis.standings(LEDGER, Supplies())),
    *(analysis.changes(Ledger(), LEDGER), analysis.history(LEDGER), analysis.funding(LEDGER, "joint")),
    *(analysis.disputes(LEDGER), analysis.burden(LEDGER), analysis.flows(LEDGER), analysis.matches(LEDGER, LEDGER)),
    *(analysis.delays(LEDGER, as_of=DAY), analysis.largest(LEDGER, 1), analysis.evidence(LEDGER, "nl")),
]
"""Values, records and answers, whose methods are asked."""
OF_A_METHOD: dict[str, Any] = {
    "to": "EUR", "value": Money("5", "USD"), "given": "USD", "items": [Money("1", "EUR")], "weights": [1],
    "parts": 2, "function": lambda end: end, "pairs": [], "relation": "same_as", "key": "a", "on": DAY,
}  # fmt: skip
"""What fits an argument of a method, where functions take something else by that name."""


def methods() -> Iterator[tuple[Callable[..., Any], str]]:
    """Each argument of each public method."""
    seen = set()
    for thing in MADE:
        for name in dir(type(thing)):
            found = getattr(type(thing), name) if not name.startswith("_") else None
            if inspect.isroutine(found) and str(getattr(found, "__module__", None)).startswith("ukraine_support"):
                call = getattr(thing, name)
                for argument in inspect.signature(call).parameters:
                    if (found.__qualname__, argument) not in seen:
                        seen.add((found.__qualname__, argument))
                        yield call, argument


@pytest.mark.parametrize(("call", "name"), [*methods()], ids=lambda part: getattr(part, "__qualname__", part))
def test_a_method_refuses_by_an_error_of_ours_too(call: Callable[..., Any], name: str) -> None:
    signature = inspect.signature(call)
    for junk in [*JUNK, DEEP, HOLDING_ITSELF, "x" * 1_000_000]:
        bound = signature.bind_partial()
        for key, parameter in signature.parameters.items():
            if key == name:
                bound.arguments[key] = (junk,) if parameter.kind is parameter.VAR_POSITIONAL else junk
            elif parameter.default is parameter.empty and parameter.kind is not parameter.VAR_POSITIONAL:
                bound.arguments[key] = OF_A_METHOD.get(key, FITTING.get(key, junk))
        try:
            call(*bound.args, **bound.kwargs)
        except UkraineSupportError as error:
            message = str(error)
            assert len(message) < LONGEST


@pytest.mark.parametrize("cls", [Calibre, Length, Mass])
@pytest.mark.parametrize(
    "number", [numpy.float64("nan"), numpy.float32("inf"), float("nan"), Decimal("sNaN")], ids=repr
)
def test_no_magnitude_is_not_a_number(cls: type, number: object) -> None:
    refusal(cls, number)


def test_an_error_says_where_and_what_to_pass() -> None:
    call: Any = analysis.fulfilment
    assert str(refusal(call, "x", "a")) == "fulfilment.ledger: 'x' is a str; pass a Ledger"
    assert (
        str(refusal(analysis.totals, LEDGER, memberships=5))
        == "totals.memberships: 5 is a int; pass a list of Membership"
    )


BY_POSITION: dict[Any, int] = {
    Column: 2,
    Finding: 3,
    History: 1,
    Line: 2,
    Price: 2,
    Rank: 2,
    RateTable: 2,
    Speaker: 1,
    Standings: 1,
    Totals: 3,
}


@pytest.mark.parametrize("cls", BY_POSITION)
def test_all_but_the_first_values_are_named(cls: Any) -> None:
    kinds = Counter(parameter.kind for parameter in inspect.signature(cls).parameters.values())
    assert kinds[inspect.Parameter.POSITIONAL_OR_KEYWORD] == BY_POSITION[cls]
    assert kinds[inspect.Parameter.KEYWORD_ONLY]


HOSTILE_CONTEXTS = [
    Context(prec=1, traps=[]),
    Context(prec=1, rounding=ROUND_UP, traps=[Inexact, Rounded, Overflow, Clamped]),
    Context(prec=2, rounding=ROUND_05UP, capitals=0, traps=[Inexact, Rounded, FloatOperation]),
    Context(prec=3, Emax=2, Emin=-2, clamp=1, traps=[Overflow, Underflow, Subnormal, Clamped, FloatOperation]),
]


@pytest.mark.parametrize("path", [path for path in functions() if not path.startswith("units.")])
def test_an_answer_does_not_depend_on_the_decimal_context(path: str) -> None:
    """Neither what a function answers, nor what it is in words."""

    def told() -> str:
        call = functions()[path]
        bound = inspect.signature(call).bind_partial()
        bound.arguments.update({name: fitting(path, name) for name in bound.signature.parameters})
        found = call(*bound.args, **bound.kwargs)
        try:
            return f"{found!r} {describe(found, 'en')}"
        except WrongTypeError:  # it has no words
            return re.sub(" at 0x[0-9a-f]+", "", repr(found))

    expected = told()
    for context in HOSTILE_CONTEXTS:
        with localcontext(context):
            assert told() == expected


OPERATORS: list[Callable[[Any], object]] = [
    *(repr, str, hash, bool, abs, len, list, sorted, lambda one: -one, lambda one: +one, lambda one: f"{one}"),
    *(lambda one: one + one, lambda one: one - one, lambda one: one * 3, lambda one: one * Decimal("1.23456")),
    *(lambda one: one / 7, lambda one: one / one, lambda one: one < copy.copy(one), pickle.dumps),
    lambda one: sum([one, one]),
]


def told_of(thing: Any) -> list[str]:
    """What every method, property and operator says of a value or an answer."""

    def asked(name: str) -> object:
        found = getattr(thing, name)
        if not inspect.ismethod(found) or name in ("to_quantity", "from_quantity"):
            return found
        arguments = inspect.signature(found).parameters.values()
        due = [each.name for each in arguments if each.default is each.empty and each.kind is not each.VAR_POSITIONAL]
        given = {name: OF_A_METHOD[name] if name in OF_A_METHOD else FITTING[name] for name in due}
        bound = inspect.signature(found).bind_partial()
        bound.arguments.update(given)
        return found(*bound.args, **bound.kwargs)

    told = []
    names = [name for name in dir(thing) if not name.startswith("_") and name not in ("quantity", "diameter", "mass")]
    for ask in [*(partial(operator, thing) for operator in OPERATORS), *(partial(asked, name) for name in names)]:
        try:
            found = ask()
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            found = type(error)
        told.append(re.sub(" at 0x[0-9a-f]+", "", repr(found)))
    return told


@pytest.mark.parametrize("thing", MADE, ids=[f"{at}-{type(thing).__name__}" for at, thing in enumerate(MADE)])
def test_a_value_does_not_depend_on_the_decimal_context(thing: Any) -> None:
    expected = told_of(thing)
    for context in HOSTILE_CONTEXTS:
        context.clear_flags()
        with localcontext(context) as used:
            assert told_of(thing) == expected
            assert not any(used.flags.values())


def test_one_law_of_equality_holds_for_answers_too() -> None:
    things = [*MADE, *copy.deepcopy(MADE)]
    for one, other in product(things, repeat=2):
        assert (one == other) is (other == one) is not (one != other)
        assert one != other or hash(one) == hash(other)
    for one, again in zip(MADE, copy.deepcopy(MADE), strict=True):
        assert one == again


class Word(str, Enum):  # noqa: UP042 - whose str() is its name, unlike that of a StrEnum
    """A caller's own enumeration, whose members are texts."""

    DAY = "2024-02-27"
    ID = "nl"
    FORMER = "SUHH"


class OwnText(str):
    __slots__ = ()


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value, that of vocabularies left out."""
    if isinstance(value, str):
        if not isinstance(value, Vocabulary):
            yield value
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from texts_in(pair)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts_in(getattr(value, field.name))


@pytest.mark.parametrize(
    "disguised", [lambda word: word, lambda word: OwnText(word.value)], ids=["enumeration", "subclass"]
)
def test_a_text_in_disguise_becomes_a_plain_text(disguised: Callable[[Word], str]) -> None:
    day, id, former = map(disguised, Word)

    def gift(day: str, id: str, former: str) -> FinancialCommitment:
        return FinancialCommitment(
            id=id,
            donors=[FormerCountry(former), Organisation(id=id, name={"en": id})],
            stage="pledged",
            announced=day,
            note=id,
            extras={id: day},
            towards=id + "-initiative",
            citations=[Citation(id, day)],
            links=[Link("replaces", former)],
            lines=[Line(Supplies(), id=id)],
        )

    found, plain = gift(day, id, former), gift("2024-02-27", "nl", "SUHH")
    assert {type(text) for text in texts_in(found)} == {str}
    assert found == plain
    assert dumps(found) == dumps(plain)
    assert {type(text) for text in texts_in(Claim(id=former, about=id, line=id, stage="pledged", disputes=[day]))} == {
        str
    }


PUBLIC_TYPES: list[Any] = [
    thing
    for path, thing in public_objects().items()
    if isinstance(thing, type) and path.count(".") == 1 and not issubclass(thing, BaseException)
    if thing not in (Estimate, Records, Vocabulary)
] + [Estimate[int], Estimate[Money]]
"""Every type of the model of which values can be made up."""


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Any, Any]:
    one, other = draw(st.sampled_from(PUBLIC_TYPES)), draw(st.sampled_from(PUBLIC_TYPES))
    return draw(values(one)), draw(values(draw(st.sampled_from([one, other]))))


@tried(200)
@given(pairs())
def test_what_is_equal_has_one_hash(pair: tuple[Any, Any]) -> None:
    one, other = pair
    assert (one == other) is (other == one)
    assert (one != other) is not (one == other)
    assert one == copy.deepcopy(one)
    assert hash(one) == hash(copy.deepcopy(one))
    if one == other:
        assert hash(one) == hash(other)
        assert {one, other} == {one}
