"""The schema says what documents look like: all that is written is valid, and schema and `loads` refuse the same."""

import enum
import inspect
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Literal

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

import ukraine_support
from conftest import tried
from field_descriptions import TARGET, module_text
from schemas import EXCEPTIONS, Validator, schema_of, unexcused
from ukraine_support import (
    UNKNOWN,
    Calibre,
    Claim,
    Commitment,
    Country,
    Currency,
    DocumentError,
    Estimate,
    Extras,
    InvalidValueError,
    Ledger,
    Length,
    Mass,
    Materiel,
    Membership,
    Money,
    Munition,
    Organisation,
    Party,
    Period,
    Personnel,
    Position,
    Records,
    Source,
    Stage,
    Support,
    Text,
    WrongTypeError,
)
from ukraine_support._model.base.immutable import Immutable
from ukraine_support._model.base.vocabulary import Vocabulary
from ukraine_support.serialisation import dumps, json_schema, loads
from ukraine_support.serialisation._schema.descriptions import FIELDS
from ukraine_support.serialisation._schema.shapes import VALUES
from ukraine_support.testing import ledgers, values

SEED = json.loads((Path(__file__).parents[2] / "seeds" / "paris-2024.json").read_text(encoding="utf-8"))


LEDGER = schema_of(Ledger)


def refusal(document: Any, cls: Any = Ledger) -> DocumentError | None:
    """What `loads` says against a document; None where it reads it."""
    try:
        loads(json.dumps(document), cls)
    except DocumentError as error:
        return error
    return None


def public_classes() -> list[Any]:
    classes = [getattr(ukraine_support, name) for name in ukraine_support.__all__]
    described = [cls for cls in classes if isinstance(cls, type) and issubclass(cls, Immutable | Vocabulary)]
    return [cls for cls in described if cls not in (Estimate, Records, Vocabulary)]


# What is written is valid


@pytest.mark.parametrize("cls", [*public_classes(), list[Claim], Estimate[int], Records[Source]], ids=str)
def test_the_schema_of_every_public_type_is_one(cls: Any) -> None:
    assert schema_of(cls).schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_public_class_that_a_document_holds_is_a_definition() -> None:
    held = set(json_schema()["$defs"]) | set(json_schema(Membership)["$defs"])
    bases = {"Record", "Documented", "Vocabulary"}
    assert {cls.__name__ for cls in public_classes()} - bases <= held


def test_the_seed_is_valid() -> None:
    assert list(LEDGER.iter_errors(SEED)) == []


@tried(40)
@given(ledgers())
def test_a_written_ledger_is_valid(ledger: Ledger) -> None:
    assert [error.json_path for error in LEDGER.iter_errors(json.loads(dumps(ledger)))] == []


@given(values())
def test_a_written_value_is_valid(value: Any) -> None:
    if isinstance(value, Estimate):
        end = value.low if value.low is not None else value.high
        cls: Any = Estimate[type(end)] if isinstance(end, Money | Length | Mass) else Estimate[int | Decimal]  # type: ignore[misc]
    else:
        cls = Records[Source] if isinstance(value, Records) else type(value)
    assert list(schema_of(cls).iter_errors(json.loads(dumps(value)))) == []


# What it refuses


@pytest.mark.parametrize("rule", EXCEPTIONS)
def test_a_rule_that_a_schema_cannot_say_is_kept_by_loads(rule: str) -> None:
    said, cls, document = EXCEPTIONS[rule]
    assert schema_of(cls).is_valid(document)
    error = refusal(document, cls)
    assert error is not None
    assert all(re.search(said, problem) for _, problem in error.problems)


def places(document: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a document."""
    yield path
    parts = document.items() if isinstance(document, dict) else enumerate(document if type(document) is list else ())
    for key, part in parts:
        yield from places(part, (*path, key))


def at(document: Any, path: Sequence[Any]) -> Any:
    for key in path:
        document = document[key]
    return document


JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 5, 1.0, 0.5, 10**30, -(10**30)),
    *("", " ", "a", "5", "-5", "0", "-0.0", "0.5", "1e3", "9" * 31, "0." + "1" * 19, "null", "military", "delivered"),
    *("NL", "NLD", "528", "XX", "EU", "EUR", "XAU", "155 mm", ".5 in", "0 mm", "-1 km", "-0 kg", "155 parsec"),
    *("2024-02", "2024-13", "2023-21", "2023-25", "../2024", "..", "../..", "2024/2023", "2024-02-30", "2024~/.."),
    *([], {}, [5, 7], [[]], ["a", "a"], {"a": 1}, {"en": "shells"}, {"EN": "shells"}, {"en": " "}, {"kind": "missile"}),
    {"about": {"at_least": 5}},
    {"about": {"about": 5}},
    {"at_least": 5, "at_most": 6},
    {"between": ["0.5", 7]},
    {"between": [1, 2, 3]},
    {"amount": "-5", "currency": "EUR"},
    {"amount": 5, "currency": "EUR"},
    {"amount": "5", "currency": "EUR", "code": "EUR"},
    {"kind": "country", "alpha2": "NLD"},
    {"kind": "former-country", "code": "SUHH"},
    {"kind": "organisation", "id": "NL", "name": "a"},
    {"kind": "policy", "description": "a"},
)
ENDS = ("", " ", "\n", "\u00a0", "\u200b", "0", "a", "-", "~", ".", "\x00", "é", " m")


@st.composite
def mutants(draw: DrawFn, of: Any) -> Any:
    """A document with one to three things changed in it."""
    document = json.loads(json.dumps(of))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(places(document))))
        if not path:
            continue
        holder, key = at(document, path[:-1]), path[-1]
        held = holder[key]
        other = at(document, draw(st.sampled_from(list(places(document)))))
        changes: list[Any] = [*JUNK, other, [held], {"about": held}, {"at_most": held}, {"between": [held, held]}]
        if isinstance(held, str):
            changes += (
                [f"{end}{held}" for end in ENDS] + [f"{held}{end}" for end in ENDS] + [held[:-1], held.swapcase()]
            )
        if type(held) is int:
            changes += [-held, float(held), str(held), held + 0.5, bool(held)]
        if isinstance(held, dict):
            changes += [held | {"unheard": 1}, held | {"kind": "military"}, held | {"correction": True}]
        if isinstance(held, list):
            changes += [held * 2, {}, {str(number): item for number, item in enumerate(held)}]
        if draw(st.integers(0, 5)):
            holder[key] = json.loads(json.dumps(draw(st.sampled_from(changes))))
        else:
            del holder[key]
    return document


def assert_alike(document: Any, cls: Any = Ledger, validator: Any = LEDGER) -> None:
    """Schema and `loads` accept a document, or both refuse it, or `loads` names a rule that a schema cannot say."""
    refused, errors = refusal(document, cls), [error.json_path for error in validator.iter_errors(document)]
    if errors:
        assert refused is not None, (document, errors)
    elif refused is not None:
        assert unexcused(refused) == [], document


@tried(40)
@given(mutants(SEED))
def test_schema_and_loads_refuse_the_same_mutants_of_the_seed(document: Any) -> None:
    assert_alike(document)


@settings(tried(40), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ledgers(most=1).flatmap(lambda ledger: mutants(json.loads(dumps(ledger)))))
def test_schema_and_loads_refuse_the_same_mutants_of_ledgers(document: Any) -> None:
    assert_alike(document)


SHORT = [Calibre, Country, Currency, Estimate[Decimal], Estimate[int], Estimate[Length], Estimate[Money], Extras]
SHORT += [Length, Mass, Money, Organisation, Party, Period, Personnel, Stage, Support, Text]


@pytest.mark.parametrize("cls", SHORT, ids=str)
def test_schema_and_loads_refuse_the_same_junk(cls: Any) -> None:
    validator = schema_of(cls)
    for document in JUNK:
        assert_alike(document, cls, validator)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("number", [10**30 - 1, 10**30, 10**30 + 1])
def test_schema_and_loads_take_counts_of_thirty_digits(number: int, sign: int) -> None:
    count = sign * number
    assert schema_of(Estimate[int]).is_valid(count) == (refusal(count, Estimate[int]) is None) == (number < 10**30)


def test_a_schema_says_what_it_describes_and_for_which_version() -> None:
    told = {str(json_schema(cls)["$id"]) for cls in (Ledger, Claim, list[Claim], Estimate[int], SchemaDeployment)}
    names = {"Ledger", "Claim", "list%5BClaim%5D", "Estimate%5Bint%5D", "SchemaDeployment"}
    assert told == {f"urn:ukraine-support:1:{name}" for name in names}


def test_the_schema_itself_refuses_what_is_no_period() -> None:
    texts = ["", "..", "../..", "2024-13", "2024-00", "2023-20", "2023-25", "2024-1", "2024-02-32", "2024-21-05"]
    texts += ["2024/2025/2026", "~2024", "2024~~", "2024 ", "2024\n", "24", "2024/", "/2024"]
    validator = schema_of(Period)
    assert [text for text in texts if validator.is_valid(text)] == []


@pytest.mark.parametrize("correction", [True, False])
@pytest.mark.parametrize("where", ["value", "line"])
def test_values_below_zero_stand_in_corrections_alone(where: str, correction: bool) -> None:
    below = {"amount": "-0.5", "currency": "EUR"}
    held = {"value": below} if where == "value" else {"lines": [{"of": [{"kind": "supplies"}], "value": below}]}
    document = {"kind": "military", "id": "a", "stage": "pledged", "correction": correction} | held
    assert schema_of(Commitment).is_valid(document) == (refusal(document, Commitment) is None) == correction


@pytest.mark.parametrize("figure", [{"value": {"amount": "-0.5", "currency": "EUR"}}, {"quantity": {"about": -5}}])
@pytest.mark.parametrize(
    "flags", [{}, {"increment": True}, {"correction": True}, {"increment": True, "correction": True}]
)
def test_claims_below_zero_are_corrections_which_are_increments(figure: dict[str, Any], flags: dict[str, bool]) -> None:
    document = {"id": "a", "about": "b", "stage": "delivered"} | figure | flags
    assert schema_of(Claim).is_valid(document) == (refusal(document, Claim) is None) == (len(flags) == 2)


@pytest.mark.parametrize("line", [-1, 0, 1, "", "a", "5"])
def test_lines_are_counted_from_zero_or_named(line: int | str) -> None:
    document = {"id": "a", "about": "b", "stage": "delivered", "line": line}
    assert schema_of(Claim).is_valid(document) == (refusal(document, Claim) is None) == (line in {0, 1, "a"})


@pytest.mark.parametrize("name", ["Words", "Id"])
def test_characters_are_refused_as_the_model_does(name: str) -> None:
    schema: Any = VALUES[name]
    refused = re.compile(schema["not"]["pattern"].replace("$", r"\Z"))
    due = re.compile(schema.get("pattern", ""))
    held = [
        chr(code)
        for code in range(0x10000)
        if not 0xD800 <= code < 0xE000 and due.search(chr(code)) and not refused.search(chr(code))
    ]
    if name == "Words":
        assert held == [chr(code) for code in range(0x10000) if refusal(chr(code), Text) is None]
    else:
        printable = {chr(code) for code in range(0x10000) if chr(code).isprintable() and chr(code) != " "}
        assert printable < set(held), "what it holds besides are characters that a later Unicode may print"


# Whom it describes


@attrs.frozen(kw_only=True)
class SchemaDeployment(Commitment):
    """Troops that are sent.

    How many, and where.

    Raises:
        Nothing.
    """

    kind: ClassVar[str] = "schema.deployment"

    heads: Estimate[int] = UNKNOWN
    site: Country | None = attrs.field(default=None, metadata={"ukraine_support.description": "Where they stand."})
    weeks: int = 5
    under: Organisation | None = None


def test_a_subclass_of_the_users_is_there_from_its_definition_on() -> None:
    before = json_schema()

    @attrs.frozen(kw_only=True)
    class SchemaDecoy(Munition):
        kind: ClassVar[str] = "schema.decoy"
        inflated: bool

    schema = json_schema()
    assert "SchemaDecoy" not in before["$defs"]
    assert {"$ref": "#/$defs/SchemaDecoy"} in schema["$defs"]["Support"]["oneOf"]
    assert schema["$defs"]["SchemaDecoy"]["required"] == ["kind", "inflated"]
    assert Validator(schema).is_valid(
        json.loads(
            dumps(
                Ledger(
                    positions=[Position(id="a", holder=Country("UA"), on=SchemaDecoy(inflated=True), stance="supports")]
                )
            )
        )
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [("heads", 12.9), ("heads", "5"), ("heads", True), ("site", "EU"), ("weeks", None), ("under", "NL"), ("other", 1)],
)
def test_a_field_of_the_users_is_held_to_its_type(field: str, value: Any) -> None:
    plain = {"kind": "schema.deployment", "id": "a", "stage": "pledged", "heads": {"at_least": 5}, "under": "NATO"}
    validator = schema_of(Ledger)
    assert validator.is_valid({"version": 1, "commitments": [plain]})
    assert not validator.is_valid({"version": 1, "commitments": [plain | {field: value}]})
    assert refusal(plain | {field: value}, Commitment) is not None


def test_titles_and_descriptions_are_those_of_the_docstrings() -> None:
    held = json_schema()["$defs"]
    assert held["MilitaryCommitment"]["title"] == "Military commitment"
    assert held["SchemaDeployment"]["description"] == "Troops that are sent.\n\nHow many, and where."
    for cls in public_classes():
        if cls.__name__ in held:
            assert held[cls.__name__]["description"].startswith((inspect.getdoc(cls) or "").partition("\n")[0])


def test_fields_say_what_they_are() -> None:
    properties = json_schema()["$defs"]["SchemaDeployment"]["properties"]
    assert properties["donors"]["description"] == FIELDS["Commitment.donors"]
    assert properties["site"]["description"] == "Where they stand."
    assert "description" not in properties["weeks"]


def test_descriptions_of_fields_are_their_docstrings() -> None:
    assert TARGET.read_text(encoding="utf-8") == module_text(), "run tests/field_descriptions.py"
    assert FIELDS["Line.of"] == "The kinds of support that are counted together."


def test_defaults_that_say_something_are_named() -> None:
    properties = json_schema()["$defs"]["FinancialCommitment"]["properties"]
    defaults = {name: field["default"] for name, field in properties.items() if "default" in field}
    assert defaults == {"recipient": "UA", "basis": "stated", "correction": False, "instrument": "unspecified"}


def test_the_tag_of_a_concrete_root_may_be_left_out() -> None:
    assert json_schema(Claim)["$ref"] in ("#/$defs/Claim", "#/$defs/AnyClaim")
    claim = {"id": "a", "about": "b", "stage": "delivered"}
    validator = schema_of(Claim)
    assert validator.is_valid(claim)
    assert validator.is_valid(claim | {"kind": "claim"})
    assert not validator.is_valid(claim | {"kind": "position"})


def test_money_is_delivered_when_it_is_disbursed() -> None:
    assert schema_of(Stage).is_valid("disbursed")
    assert loads('"disbursed"', Stage) is Stage.DELIVERED


# Types of the user's own


class Terrain(enum.Enum):
    FLAT = "flat"
    HILLS = "hills"


class Corner(enum.Enum):
    ORIGIN = (0, 0)


@attrs.frozen
class Site:
    """A place."""

    name: str
    nearest: "Site | None" = None


@attrs.frozen(kw_only=True)
class Depot(Materiel):
    kind: ClassVar[str] = "schema.depot"

    sites: tuple[Site, ...] = ()
    terrain: Terrain = Terrain.FLAT
    corner: Corner = Corner.ORIGIN
    load: float = 0.5
    opened: date | None = None
    stock: dict[str, int] = attrs.field(factory=dict)
    tags: frozenset[str] = frozenset()
    owner: Party | str = "nobody"
    share: int | Decimal | None = None
    number: int | str = 5
    mixed: int | float | bool = 5
    strange: Literal["a"] = "a"
    anything: Any = None
    bare: list = attrs.field(factory=list)  # type: ignore[type-arg]


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("sites", [{"name": "a", "nearest": {"name": "b"}}], [{"name": "a", "nearest": {}}]),
        ("terrain", "hills", "steep"),
        ("load", 0.5, "0.5"),
        ("opened", "2024-02-27", "2024-02"),
        ("stock", {"a": 5}, {"a": 5.5}),
        ("tags", ["a"], "a"),
        ("owner", "anybody", 5),
        ("owner", {"kind": "unnamed", "description": "somebody"}, {"kind": "unnamed"}),
        ("share", "0.5", 0.5),
        ("number", "five", 5.5),
    ],
)
def test_types_of_the_users_own_are_described(field: str, good: Any, bad: Any) -> None:
    validator = schema_of(Support)
    for value, is_good in ((good, True), (bad, False)):
        document = {"kind": "schema.depot", field: value}
        assert validator.is_valid(document) == (refusal(document, Support) is None) == is_good


@pytest.mark.parametrize("field", ["corner", "strange", "anything", "bare", "mixed"])
def test_what_the_converter_alone_knows_may_be_anything(field: str) -> None:
    described = json_schema(Depot)["$defs"]["Depot"]["properties"][field]
    assert not described.keys() & {"$ref", "type", "enum", "anyOf"}


def test_a_class_of_the_users_takes_no_name_of_the_librarys() -> None:
    @attrs.frozen(kw_only=True)
    class Unit(Party):
        kind: ClassVar[str] = "schema.unit"

    for asked in (Party, Ledger):
        held = json_schema(asked)["$defs"]
        assert held["Unit2"]["properties"]["kind"] == {"const": "schema.unit"}
    assert "rounds" in json_schema()["$defs"]["Unit"]["enum"]
    assert "Unit" not in json_schema(Party)["$defs"]
    assert Unit.kind


def test_where_nothing_is_required_nothing_is_asked_for() -> None:
    @attrs.frozen
    class Fuse:
        seconds: int = 0

    schema = json_schema(Fuse)["$defs"]["Fuse"]
    assert list(schema["properties"]) == ["seconds"]
    assert "required" not in schema


def test_classes_of_one_name_are_told_apart() -> None:
    def called_money(root: Any) -> None:  # like a value of the library's
        @attrs.frozen(kw_only=True)
        class Money(root):  # type: ignore[misc]
            kind: ClassVar[str] = "schema.money"

    called_money(Party)
    called_money(Support)
    held = json_schema()["$defs"]
    tagged = [
        name for name, found in held.items() if found.get("properties", {}).get("kind") == {"const": "schema.money"}
    ]
    homes = [
        [root for root in ("Party", "Support") if {"$ref": f"#/$defs/{name}"} in held[root]["oneOf"]] for name in tagged
    ]
    assert sorted(homes) == [["Party"], ["Support"]]
    assert "amount" in held["Money"]["properties"]


def test_a_schema_is_the_callers_own_to_change() -> None:
    schema, before = json_schema(), json.dumps(json_schema())
    for path in sorted(places(schema), key=len, reverse=True):
        found = at(schema, path)
        if isinstance(found, dict | list):
            found.clear()
    assert json.dumps(json_schema()) == before


def test_a_class_named_in_another_alphabet_is_found() -> None:
    @attrs.frozen(kw_only=True)
    class Снаряд(Munition):  # noqa: PLC2401 - that is the point
        kind: ClassVar[str] = "schema.cyrillic"

    assert schema_of(Support).is_valid({"kind": "schema.cyrillic"})


def test_an_abstract_class_without_kinds_has_no_document() -> None:
    @attrs.frozen(kw_only=True)
    class Vessel(Materiel):
        pass

    assert not schema_of(Vessel).is_valid({"kind": "materiel"})
    assert refusal({"kind": "materiel"}, Vessel) is not None


def test_an_estimate_of_anything_is_described_in_place() -> None:
    assert json_schema(Estimate[Any])["anyOf"][0] == {}


@pytest.mark.parametrize("cls", [Estimate, Records])
def test_a_generic_type_says_of_what(cls: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=rf"{cls.__name__} alone does not say of what; pass .* {cls.__name__}\["
    ):
        json_schema(cls)


@pytest.mark.parametrize("given", [5, "Ledger", None, Ledger()])
def test_what_is_no_type_is_refused(given: Any) -> None:
    with pytest.raises(WrongTypeError, match="is no type; pass a class"):
        json_schema(given)


def test_a_class_whose_annotations_cannot_be_resolved_has_no_document() -> None:
    @attrs.frozen(kw_only=True)
    class Torn(Support):
        kind: ClassVar[str] = "schema.torn"
        part: "Missing"  # type: ignore[name-defined]  # noqa: F821

    described = json_schema(Torn)["$defs"]["Torn"]
    assert described["description"] == "The annotations of the class cannot be resolved: name 'Missing' is not defined."
    assert_alike({"kind": "schema.torn", "part": 5}, Support, schema_of(Support))
    assert refusal({"kind": "schema.torn", "part": 5}, Support) is not None
