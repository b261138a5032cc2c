"""Strategies make every public type, and classes of the user's own out of their fields."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from importlib import import_module
from typing import Any, ClassVar, Literal

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import ukraine_support
from refusals import refusal
from ukraine_support import (
    UNKNOWN,
    Calibre,
    Claim,
    Commitment,
    Country,
    Currency,
    Documented,
    Estimate,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    KindError,
    Length,
    Line,
    Materiel,
    Money,
    Munition,
    Organisation,
    Party,
    Position,
    Record,
    Records,
    Source,
    Stage,
    Support,
    WrongTypeError,
)
from ukraine_support._model.base.immutable import Immutable
from ukraine_support._model.base.kinds import kinds_under
from ukraine_support._model.base.vocabulary import Vocabulary
from ukraine_support.reference import ORGANISATIONS
from ukraine_support.testing import ledgers, values

QUICK = settings(max_examples=500, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))

SEARCH = settings(QUICK, max_examples=20_000, derandomize=True)
"""Until something is found; so many that it is, whatever luck there is."""


def drawn(strategy: st.SearchStrategy[Any], times: int) -> list[Any]:
    made: list[Any] = []

    @settings(QUICK, max_examples=times, derandomize=True)
    @given(strategy)
    def note(value: Any) -> None:
        made.append(value)

    note()
    return made


class Role(Enum):
    PILOT = 1
    TRAINER = 2


@attrs.frozen
class Site:
    """No class of the model, with fields that are."""

    name: str
    country: Country


@attrs.frozen(kw_only=True)
class School(Commitment):
    kind: ClassVar[str] = "test-testing.school"
    trainees: int
    weeks: int = attrs.field(default=5, validator=attrs.validators.ge(1))
    roles: frozenset[Role] = frozenset()
    sites: tuple[Site, ...] = ()
    fee: Estimate[Money] = UNKNOWN
    share: Decimal | None = None
    heat: int | float | None = None
    code: int | str = 5
    level: Literal["basic", "advanced"] = "basic"
    first: date
    names: list[str] = attrs.field(factory=list)
    counts: Mapping[str, int] = attrs.field(factory=dict)
    reach: Sequence[Length] = ()
    load: float = 0.0
    residential: bool = attrs.field(default=attrs.Factory(lambda self: self.trainees > 5, takes_self=True))
    _secret: str = ""


def public_classes() -> list[Any]:
    classes = [getattr(ukraine_support, name) for name in ukraine_support.__all__]
    return [cls for cls in classes if isinstance(cls, type) and issubclass(cls, Immutable | Vocabulary)]


# The model


@pytest.mark.parametrize("cls", [cls for cls in public_classes() if cls not in (Estimate, Records, Vocabulary)])
@settings(max_examples=3)
@given(st.data())
def test_every_public_class_is_made(cls: Any, data: st.DataObject) -> None:
    assert isinstance(data.draw(values(cls)), cls)


@pytest.mark.parametrize("root", [Party, Support, Commitment, Claim, Position])
def test_all_kinds_of_the_library_are_made_and_none_of_the_users(root: Any) -> None:
    made = {type(value) for value in drawn(values(root), 100)}
    assert {cls for cls in made if not cls.__module__.startswith("ukraine_support.")} == set()
    kinds = {kind for kind in kinds_under(root).values() if getattr(ukraine_support, kind.__name__, None) is kind}
    while kinds - made:
        made.add(type(find(values(root), lambda value: type(value) in kinds - made, settings=SEARCH)))


FORMS: dict[str, tuple[Any, Callable[[Any], Any]]] = {
    "a correction below zero": (
        Commitment,
        lambda made: made.correction and made.value.low is not None and made.value.low.amount < 0,
    ),
    "two suppliers": (Initiative, lambda made: len(made.suppliers) == 2),
    "an organisation of the catalogue": (Organisation, lambda made: made in ORGANISATIONS.values()),
    "any other organisation": (Organisation, lambda made: made not in ORGANISATIONS.values()),
    "a position on an id": (Position, lambda made: isinstance(made.on, str)),
    "a position on a munition": (Position, lambda made: isinstance(made.on, Munition)),
    "a line of two kinds": (Line, lambda made: len(made.of) == 2),
    "a citation": (Documented, lambda made: made.citations),
    "an unknown estimate": (Estimate[int], lambda made: made.is_unknown),
    "a rough span": (
        Estimate[int],
        lambda made: made.is_approximate and made.high is not None and made.low != made.high,
    ),
    "an open end": (Estimate[Money], lambda made: made.low is not None and made.high is None),
    "two records": (Records[Source], lambda made: len(made) == 2),
    "a fraction": (int | Decimal, lambda made: isinstance(made, Decimal)),
}


@pytest.mark.parametrize("form", FORMS)
def test_values_are_of_many_forms(form: str) -> None:
    cls, like = FORMS[form]
    assert like(find(values(cls), like, settings=SEARCH))


def test_without_a_class_values_of_all_are_made() -> None:
    made = drawn(values(), 100)
    assert len({type(value) for value in made}) > 6
    assert {True, False} == {isinstance(value, Record) for value in made}


def test_a_strategy_has_a_short_name() -> None:
    assert repr(values(Record)) == "values_of_Record()"
    assert repr(values(Munition, calibre=st.none())) == "values_of_Munition()"
    assert repr(ledgers()) == "ledgers()"


# Fields


@settings(max_examples=10)
@given(values(Munition, calibre=st.just(Calibre(155))))
def test_a_field_is_made_of_what_is_passed(munition: Munition) -> None:
    assert munition.calibre == Calibre(155)


@settings(max_examples=10)
@given(
    values(Commitment, instrument=st.just("loan")),
    values(Materiel, lethal=st.just(True)),
    values(Record, on=st.just("a")),
)
def test_only_classes_that_have_the_field_are_made(loan: Commitment, materiel: Materiel, position: Record) -> None:
    assert isinstance(loan, FinancialCommitment)
    assert materiel.lethal
    assert not isinstance(materiel, Munition)
    assert isinstance(position, Position)


@settings(max_examples=10)
@given(values(Commitment, value=st.just(Money("-1", "EUR")), correction=st.just(True)))
def test_a_correction_is_made_where_it_is_asked_for(commitment: Commitment) -> None:
    assert commitment.correction


# Classes of the user's own


@settings(max_examples=8)
@given(values(School))
def test_a_class_of_the_users_is_made_out_of_its_fields(school: School) -> None:
    assert type(school) is School
    assert school.weeks >= 1
    assert all(isinstance(site.country, Country) for site in school.sites)


def test_the_default_of_a_field_is_made_and_others() -> None:
    assert find(values(School), lambda school: school.weeks == 5, settings=SEARCH).weeks == 5
    assert find(values(School), lambda school: school.weeks > 5, settings=SEARCH).weeks > 5
    assert find(values(School), lambda school: len(school.sites) == 2, settings=SEARCH).sites


@settings(max_examples=10)
@given(values(School, trainees=st.integers(1, 9), secret=st.just("x")))
def test_fields_go_by_the_constructors_names(school: School) -> None:
    assert 1 <= school.trainees <= 9
    assert school == attrs.evolve(school, secret="x")


def test_a_class_of_the_users_that_is_abstract_is_made_by_those_below_it() -> None:
    @attrs.frozen(kw_only=True)
    class Vehicle(Materiel):
        wheels: int

    with pytest.raises(KindError, match="Vehicle: it has no kind of its own"):
        values(Vehicle)

    @attrs.frozen(kw_only=True)
    class Lorry(Vehicle):
        kind: ClassVar[str] = "test-testing.lorry"

    assert type(find(values(Vehicle), lambda _: True, settings=SEARCH)) is Lorry


def test_a_record_of_no_open_hierarchy_is_made_too() -> None:
    @attrs.frozen(kw_only=True)
    class Photograph(Record):
        camera: str

    assert isinstance(find(values(Photograph), lambda _: True, settings=SEARCH), Photograph)


def test_a_class_holds_others_of_its_own() -> None:
    found = find(
        values(Squad), lambda squad: squad.above is not None and squad.above.above is not None, settings=SEARCH
    )
    assert isinstance(found.above, Squad)


@attrs.frozen(kw_only=True)
class Squad(Party):
    kind: ClassVar[str] = "test-testing.squad"
    above: "Squad | None" = None


# What cannot be made


@attrs.frozen(kw_only=True)
class Odd(Munition):
    kind: ClassVar[str] = "test-testing.odd"
    warhead: complex


@attrs.frozen(kw_only=True)
class Lost(Munition):
    kind: ClassVar[str] = "test-testing.lost"
    warhead: "Nowhere"  # type: ignore[name-defined] # noqa: F821


@attrs.frozen(kw_only=True)
class Fussy(Munition):
    kind: ClassVar[str] = "test-testing.fussy"
    mark: str = attrs.field(validator=attrs.validators.matches_re(r"MK-\d{7}"))


@pytest.mark.parametrize(
    ("cls", "fields", "message"),
    [
        (Odd, {}, "Odd.warhead: no strategy is known for <class 'complex'>; pass one: values(Odd, warhead=...)"),
        (Odd, {"warhed": st.none()}, "values(Odd): 'warhed' is no field of it; pass strategies for some of "),
        (Lost, {}, "Lost: its annotations cannot be resolved: name 'Nowhere' is not defined; "),
        (Currency, {"name": st.none()}, "values(Currency): 'name' is no field of it; pass strategies for some of code"),
        (Stage, {"value": st.none()}, "values(Stage): 'value' is no field of it; pass no fields"),
        (Commitment, {"instrument": st.none(), "ids": st.none()}, "values(Commitment): 'ids' is no field of it"),
    ],
)
def test_what_is_not_known_is_said_with_what_to_pass(cls: Any, fields: Any, message: str) -> None:
    assert str(refusal(values, cls, **fields)).startswith(message)


@pytest.mark.parametrize("cls", [complex, Estimate, Records, Any, "Money", tuple[int, int], None | complex], ids=str)
def test_what_is_no_type_of_the_model_is_refused(cls: Any) -> None:
    refusal(values, cls, error=WrongTypeError)


def test_a_strategy_that_is_passed_makes_what_is_not_known() -> None:
    assert find(values(Odd, warhead=st.just(1j)), lambda _: True, settings=SEARCH).warhead == 1j


def test_a_class_that_refuses_everything_says_what_to_do() -> None:
    with pytest.raises(InvalidValueError) as caught:
        settings(QUICK)(given(values(Fussy))(lambda _: None))()
    assert "it refuses whatever its fields' types allow, 30 in a row:" in str(caught.value)
    assert str(caught.value).endswith("pass a strategy for the field that asks for more: values(Fussy, ...)")
    marks = st.from_regex(r"MK-[0-9]{7}", fullmatch=True)
    assert find(values(Fussy, mark=marks), lambda _: True, settings=SEARCH).mark.startswith("MK-")


# Ledgers


def test_ledgers_hold_what_is_passed() -> None:
    schools = values(School, lines=st.just(()), donors=st.just(()), sites=st.just(()))
    made = drawn(ledgers(most=1, commitments=schools), 40)
    assert {type(each) for ledger in made for each in ledger.commitments.values()} == {School}
    assert {len(ledger.commitments) for ledger in made} == {0, 1}
    assert {bool(ledger.claims) for ledger in made} == {True, False}


@settings(max_examples=5)
@given(ledgers(initiatives=st.nothing(), commitments=st.nothing()))
def test_nothing_is_claimed_where_nothing_is_promised(ledger: Any) -> None:
    assert not ledger.claims


def test_ledgers_hold_nothing_of_what_there_is_nothing() -> None:
    nothing: Any = dict.fromkeys(["sources", "occasions", "initiatives", "claims", "positions"], st.nothing())
    made = drawn(ledgers(most=1, commitments=values(FinancialCommitment), **nothing), 10)
    assert {type(record) for ledger in made for record in ledger.records} == {FinancialCommitment}


# The extra


@pytest.mark.parametrize("missing", ["hypothesis", "jsonschema"])
def test_without_its_requirements_it_says_what_to_install(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("ukraine_support.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ModuleNotFoundError) as caught:
        import_module("ukraine_support.testing")
    assert caught.value.__notes__ == ['ukraine_support.testing is an extra: pip install "ukraine-support[testing]"']
