"""A class of the user's own is held to the contract: a sound one passes, and of a broken one each part is named."""

import copy
import pickle
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from ukraine_support import (
    UNKNOWN,
    Claim,
    Country,
    Estimate,
    InvalidValueError,
    KindError,
    MilitaryCommitment,
    Money,
    Munition,
    Party,
    Position,
    Support,
    UkraineSupportError,
    WrongTypeError,
)
from ukraine_support.testing import BrokenContractError, check_kind, values


def said(text: str) -> dict[str, str]:
    return {"ukraine_support.description": text}


def whole(**options: Any) -> Any:
    """A field of a whole number, in order."""
    rules = [attrs.validators.instance_of(int), attrs.validators.ge(0)]
    return attrs.field(validator=rules, metadata=said("How many."), **options)


class Told:
    """Words of its own, for all the sound classes below."""

    __slots__ = ()

    def __describe__(self, locale: str, inherited: str) -> str:
        return f"{inherited} ({type(self).__name__}, {locale})"


@attrs.frozen(kw_only=True)
class Drone(Told, Munition):
    """A munition that waits."""

    kind: ClassVar[str] = "test-check.drone"
    endurance: int = whole()


@attrs.frozen(kw_only=True)
class Course(Told, MilitaryCommitment):
    """A promise to train."""

    kind: ClassVar[str] = "test-check.course"
    trainees: Estimate[int] = attrs.field(
        default=UNKNOWN, validator=attrs.validators.instance_of(Estimate), metadata=said("How many.")
    )
    site: Country | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.instance_of(Country)),
        metadata=said("Where."),
    )


@attrs.frozen(kw_only=True)
class Alliance(Told, Party):
    """Parties that act as one."""

    kind: ClassVar[str] = "test-check.alliance"
    members: tuple[Party, ...] = attrs.field(
        converter=tuple,
        validator=attrs.validators.deep_iterable(attrs.validators.instance_of(Party)),
        metadata=said("Who they are."),
    )


@attrs.frozen(kw_only=True)
class Audit(Told, Claim):
    """A claim of an auditor."""

    kind: ClassVar[str] = "test-check.audit"
    _page: int = whole(default=1)
    _chapter: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional([attrs.validators.instance_of(int), attrs.validators.ge(1)]),  # no hash
        metadata=said("Which chapter."),
    )


@attrs.frozen(kw_only=True)
class Vote(Told, Position):
    """A position that was voted on."""

    kind: ClassVar[str] = "test-check.vote"
    yeas: int = whole()


SOUND: dict[Any, dict[str, list[object]]] = {
    Drone: {"endurance": [-1, 1.5, "5"]},
    Course: {"trainees": [5], "site": ["PL"]},
    Alliance: {"members": [[None], 5]},
    Audit: {"page": [-1], "chapter": [0]},
    Vote: {"yeas": [-1]},
}


@pytest.mark.parametrize("cls", SOUND)
def test_a_sound_class_passes(cls: Any) -> None:
    check_kind(cls, refuses=SOUND[cls])


@pytest.mark.parametrize("cls", [Munition, Country])
def test_of_the_contract_a_class_of_the_library_has_no_words_for_a_schema_in_its_metadata(cls: Any) -> None:
    check_kind(cls, without=["documentation", "description"])


@pytest.fixture(autouse=True)
def few() -> Iterator[None]:
    """As many values as show what is broken, the simplest ones; more where a long look is asked for."""
    usual = settings()
    settings.register_profile("usual", usual)
    settings.register_profile("few", usual, max_examples=3 if usual.max_examples < 100 else 100)
    settings.load_profile("few")
    yield
    settings.load_profile("usual")


# Broken classes

BROKEN: dict[str, tuple[Callable[[], Any], dict[str, str]]] = {}
"""For each way to break the contract: a class, and what is said of each part that it breaks."""


def breaks(**parts: str) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    def note(make: Callable[[], Any]) -> Callable[[], Any]:
        BROKEN[make.__name__] = make, parts
        return make

    return note


@breaks(kind="it is not decorated; put @attrs.frozen(kw_only=True) above it")
def undecorated() -> Any:
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.undecorated"

    return Own


@breaks(kind='it has no kind of its own; add `kind: ClassVar[str] = "tracker.interceptor-drone"`')
def without_a_kind() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

    return Own


def cell() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.cell"

    return Own


@breaks(kind="'test-check.cell' now names another class of the same name, defined later; keep one of the two")
def replaced() -> Any:
    first = cell()
    cell()
    return first


@breaks(documentation="the class has no docstring, which is its description in the schema")
def without_a_docstring() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        kind: ClassVar[str] = "test-check.bare"

    return Own


@breaks(documentation="the schema does not say what weight and width are;")
def with_fields_that_nobody_explains() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.silent"
        weight: int = attrs.field(default=0, validator=attrs.validators.instance_of(int))
        width: int = attrs.field(default=0, validator=attrs.validators.instance_of(int))
        height: int = whole(default=0)

    return Own


@breaks(immutable="it has a __dict__, which can be written to;")
def with_a_dict() -> Any:
    @attrs.frozen(kw_only=True, slots=False)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.dict"

    return Own


@breaks(
    immutable="description can be set; decorate the class with @attrs.frozen(kw_only=True)",
    ledger="its own __setattr__ lets fields change",
    rows="its own __setattr__ lets fields change",
)
def that_can_be_set() -> Any:
    @attrs.define(kw_only=True, eq=False)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.set"

    Own.__setattr__ = object.__setattr__  # type: ignore[method-assign]
    return Own


@breaks(hash="names holds a list, which has no hash; convert it to a tuple")
def with_a_list() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.list"
        names: list[str] = attrs.field(
            factory=list, validator=attrs.validators.instance_of(list), metadata=said("Names.")
        )

    return Own


@breaks(hash="names holds a dict, which has no hash; convert it to what is immutable")
def with_a_mapping() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.mapping"
        names: dict[str, str] = attrs.field(validator=attrs.validators.instance_of(dict), metadata=said("Names."))

    return Own


@breaks(hash="whose hash is another; leave __eq__ and __hash__ as they are")
def with_an_equality_of_its_own() -> Any:
    @attrs.frozen(kw_only=True, eq=False)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.equal"
        mark: int = whole()

        def __eq__(self, other: object) -> bool:
            return type(other) is type(self)

        def __hash__(self) -> int:
            return self.mark

    return Own


@breaks(
    pickle="what a pickle gives does not equal it; leave __eq__ as it is",
    copy="what copy.copy gives does not equal it; leave __eq__ as it is",
    evolve="what attrs.evolve gives does not equal it; leave __eq__ as it is",
    document="what loads(dumps(...)) gives does not equal it; leave __eq__ as it is",
    ledger="in a ledger, it comes back from loads(dumps(...)) as another",
    rows="it comes back from from_rows(to_rows(...)) as another",
)
def that_equals_only_itself() -> Any:
    @attrs.frozen(kw_only=True, eq=False)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.itself"

        def __eq__(self, other: object) -> bool:
            return self is other

        def __hash__(self) -> int:
            return id(self)

    return Own


@breaks(
    pickle="mark is 1, and 'nothing' after a pickle",
    copy="mark is 1, and 'nothing' after copy.copy",
    validity="description takes <something else> past its rules, through a pickle, copy.copy, copy.deepcopy; leave ",
)
def that_pickles_by_itself() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.pickle"
        mark: int = attrs.field(default=1, validator=attrs.validators.in_([1]), metadata=said("One."))

        def __reduce__(self) -> Any:
            return object.__new__, (type(self),), {"designation": self.designation}

        def __getstate__(self) -> None: ...

        def __setstate__(self, state: dict[str, Any]) -> None:
            for field in attrs.fields(type(self))[:-1]:
                object.__setattr__(self, field.name, state.get(field.name, field.default))

    return Own


@breaks(
    copy="copy.copy gives a NoneType",
    validity="description takes <something else> past its rules, through copy.copy; leave __reduce__ and __copy__",
)
def that_copies_by_itself() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.copy"

        def __copy__(self) -> None: ...

    return Own


@breaks(
    pickle="after a pickle; a converter must leave alone what it has made",
    copy="after copy.copy; a converter must leave alone what it has made",
    evolve="after attrs.evolve; a converter must leave alone what it has made",
    document="after loads(dumps(...)); a converter must leave alone what it has made",
    ledger="in a ledger, it comes back from loads(dumps(...)) as another",
    rows="it comes back from from_rows(to_rows(...)) as another",
)
def with_a_converter_that_goes_on() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.converter"
        mark: int = attrs.field(
            converter=_doubled, validator=attrs.validators.instance_of(int), metadata=said("A number.")
        )

    return Own


def _doubled(value: int) -> int:
    return value * 2 if isinstance(value, int) else value


@breaks(validity="mark takes <something else>; give it a validator, such as attrs.validators.instance_of(int)")
def without_a_validator() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.lax"
        mark: int = attrs.field(metadata=said("A number."))

    return Own


@breaks(validity="price takes <something else>; give it a validator, such as attrs.validators.instance_of(...)")
def without_a_validator_of_what_may_be_none() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.optional"
        price: Money | None = attrs.field(default=None, metadata=said("The price of one."))

    return Own


@breaks(validity="description takes <something else>; give it a validator")
def with_a_constructor_of_its_own() -> Any:
    @attrs.frozen(kw_only=True, init=False)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.constructor"

        def __init__(self, **fields: Any) -> None:
            for field in attrs.fields(type(self)):
                object.__setattr__(self, field.name, fields.get(field.name, field.default))

    return Own


@breaks(
    schema="json_schema refuses $.mark of what dumps writes: ", document="DocumentError: ", ledger="DocumentError: "
)
def that_holds_what_its_type_does_not_say() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.typed"
        mark: int = attrs.field(  # type: ignore[assignment]
            converter=_as_text, validator=attrs.validators.instance_of(str), metadata=said("A number.")
        )

    return Own


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) else value


@breaks(description="it has no words of its own, and is told as a Munition is; write __describe__")
def without_words() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.wordless"

    return Own


@breaks(description="it has no words of its own, and is told as a Support is; write __describe__")
def without_words_below_the_root() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Support):
        """Own."""

        kind: ClassVar[str] = "test-check.rootless"

    return Own


@breaks(description="KeyError: ")
def with_words_in_english_only() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.english"

        def __describe__(self, locale: str, inherited: str) -> str:
            return {"en": "own"}[locale]

    return Own


@breaks(description="describe gives ' ' in 'en'; give some words on one line")
def with_blank_words() -> Any:
    @attrs.frozen(kw_only=True)
    class Own(Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.blank"

        def __describe__(self, locale: str, inherited: str) -> str:
            return " "

    return Own


def problems_of(cls: Any, *arguments: Any, **options: Any) -> dict[str, str]:
    with pytest.raises(BrokenContractError) as caught:
        check_kind(cls, *arguments, **options)
    return {part: problem for part, problem, _ in caught.value.problems}


@pytest.mark.parametrize("name", BROKEN)
def test_every_broken_part_is_named(name: str) -> None:
    make, expected = BROKEN[name]
    found = problems_of(make())
    assert set(found) == set(expected)
    for part, problem in expected.items():
        assert problem in found[part]


def test_every_part_is_broken_by_some_class() -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_kind(Drone, without=["none of them"])
    known = caught.value.accepted.removeprefix("name some of ").split(", ")
    assert {part for _, parts in BROKEN.values() for part in parts} == set(known)


# The report


def test_the_report_names_each_part_and_the_shortest_value() -> None:
    with pytest.raises(AssertionError) as caught:
        check_kind(without_a_validator())
    assert str(caught.value) == (
        "Own breaks the contract in 1 part:\n"
        "  validity: mark takes <something else>; give it a validator, such as attrs.validators.instance_of(int)\n"
        "    as in Own(mark=0)"
    )


def test_the_report_is_an_error_of_the_library_that_pickles() -> None:
    error = BrokenContractError("Own", [("hash", "it has none", "Own()"), ("rows", "they differ", "")])
    assert isinstance(error, UkraineSupportError)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert again.problems == error.problems
        assert str(again) == str(error)
    assert str(error).splitlines()[-1] == "  rows: they differ"


def test_a_long_value_is_repeated_in_short() -> None:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.long"
        words: list[str] = attrs.field(metadata=said("Words."))

    with pytest.raises(BrokenContractError) as caught:
        check_kind(Own, values(Own, words=st.just(["x" * 10_000])), without=["validity"])
    assert len(str(caught.value)) < 1_000


def test_the_same_is_found_each_time() -> None:
    reports = []
    for _ in range(2):
        with pytest.raises(BrokenContractError) as caught:
            check_kind(with_an_equality_of_its_own())
        reports.append(str(caught.value))
    assert reports[0] == reports[1]


# What is asked for


def test_a_value_that_the_user_names_is_to_be_refused() -> None:
    assert problems_of(Drone, refuses={"endurance": [True]}) == {
        "validity": "endurance takes True; let a validator refuse it"
    }


def test_parts_are_left_out() -> None:
    check_kind(without_words(), without=["description"])
    check_kind(without_a_docstring(), without=["documentation"])


def test_values_are_taken_from_a_strategy() -> None:
    @attrs.frozen(kw_only=True)
    class Own(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.strategy"
        names: object = attrs.field(metadata=said("Names."))

    check_kind(Own, values(Own, names=st.just("a")))
    parts = problems_of(Own, values(Own, names=st.just(("a",))))
    assert set(parts) == {"document", "ledger", "rows"}


def test_rules_that_look_at_several_fields_are_kept() -> None:
    @attrs.frozen(kw_only=True)
    class Span(Told, Munition):
        """Own."""

        kind: ClassVar[str] = "test-check.span"
        low: int = whole()
        high: int = whole()

        def __attrs_post_init__(self) -> None:
            if self.low > self.high:
                raise ValueError("low is above high")

    check_kind(Span)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"without": ["picle"]}, "check_kind.without: 'picle' is none; name some of kind, documentation, "),
        ({"refuses": {"range": [0]}}, "check_kind.refuses: 'range' is none; name some of description, designation, "),
    ],
)
def test_an_argument_that_names_nothing_is_refused(options: Any, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_kind(Drone, **options)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("cls", [int, Money, "Drone", None], ids=str)
def test_a_class_of_no_open_hierarchy_is_refused(cls: Any) -> None:
    with pytest.raises(WrongTypeError, match="pass a class below Party, Support, Commitment, Claim or Position"):
        check_kind(cls)


def test_a_kind_that_is_taken_is_refused_where_the_class_is_defined() -> None:
    with pytest.raises(KindError, match="is taken by Drone"):

        @attrs.frozen(kw_only=True)
        class Second(Munition):
            kind: ClassVar[str] = "test-check.drone"


def test_values_that_cannot_be_made_up_are_asked_for() -> None:
    @attrs.frozen(kw_only=True)
    class Own(Munition):
        kind: ClassVar[str] = "test-check.complex"
        warhead: complex

    with pytest.raises(InvalidValueError, match=r"pass one: values\(Own, warhead=...\)"):
        check_kind(Own)
