"""References by id: each must hold, and none may run in a circle."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given

from conftest import tried
from refusals import LONGEST
from ukraine_support import (
    Citation,
    Claim,
    Commitment,
    Country,
    CyclicReferenceError,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    Ledger,
    LedgerError,
    Line,
    Link,
    MilitaryCommitment,
    Munition,
    Occasion,
    Position,
    Record,
    Relation,
    Source,
    Speaker,
    UkraineSupportError,
    UnknownReferenceError,
)
from ukraine_support._model import fields
from ukraine_support._model.references import HOLDERS, NAMES, references
from ukraine_support.testing import ledgers

LONG = 20_000


def promise(id: str = "a", **fields: Any) -> Commitment:
    return FinancialCommitment(id=id, stage="pledged", **fields)


def claim(id: str = "c", about: str = "a", **fields: Any) -> Claim:
    return Claim(id=id, about=about, stage="delivered", **fields)


def position(on: Any, id: str = "p", **fields: Any) -> Position:
    return Position(id=id, holder=Country("FR"), on=on, stance="supports", **fields)


ONE_OF_EACH: dict[str, Record] = {
    "source": Source(id="a source"),
    "occasion": Occasion(id="an occasion", name="b"),
    "initiative": Initiative(id="an initiative"),
    "commitment": promise("a commitment", lines=[Line(Munition(), 5)]),
    "claim": claim("a claim", "a commitment"),
    "position": position("a commitment", "a position"),
}
ANOTHER = claim("another", "a commitment")
SUBJECTS = {"commitment", "initiative"}
REFERENCES: list[tuple[Callable[[str], Record], str, set[str]]] = [
    (lambda id: Source(id="x", through=id), "through", {"source"}),
    (lambda id: Occasion(id="x", name="b", citations=[Citation(id)]), "citations[0].source", {"source"}),
    (lambda id: Initiative(id="x", citations=[Citation("a source"), Citation(id)]), "citations[1].source", {"source"}),
    (lambda id: Initiative(id="x", occasion=id), "occasion", {"occasion"}),
    (lambda id: promise("x", citations=[Citation(id)]), "citations[0].source", {"source"}),
    (lambda id: promise("x", occasion=id), "occasion", {"occasion"}),
    (lambda id: promise("x", towards=id), "towards", {"initiative"}),
    (lambda id: promise("x", part_of=id), "part_of", {"commitment"}),
    (lambda id: promise("x", links=[Link("backs", "a commitment"), Link("backs", id)]), "links[1].to", {"commitment"}),
    (lambda id: claim("x", "a commitment", citations=[Citation(id)]), "citations[0].source", {"source"}),
    (lambda id: claim("x", "a commitment", occasion=id), "occasion", {"occasion"}),
    (lambda id: claim("x", id), "about", SUBJECTS),
    (lambda id: claim("x", "a commitment", disputes=["another", id]), "disputes[1]", {"claim"}),
    (lambda id: claim("x", "a commitment", retracts=["another", id]), "retracts[1]", {"claim"}),
    (lambda id: position(id, "x"), "on", SUBJECTS),
    (lambda id: position("a commitment", "x", citations=[Citation(id)]), "citations[0].source", {"source"}),
    (lambda id: position("a commitment", "x", occasion=id), "occasion", {"occasion"}),
]


def refused(*records: Record) -> LedgerError:
    """What is wrong with a ledger of these."""
    with pytest.raises(LedgerError) as caught:
        Ledger.of(records)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, UkraineSupportError)
    assert len(str(caught.value)) < LONGEST
    return caught.value


def test_a_record_of_no_class_of_a_ledger_refers_to_nothing() -> None:
    assert list(references(Record(id="a"))) == []


def test_each_kind_of_reference_is_tried_here() -> None:
    assert list(ONE_OF_EACH) == list(NAMES.values())
    tried = {field.partition("[")[0] for _, field, _ in REFERENCES}
    fields = ("through", "citations", "occasion", "towards", "part_of", "links", "about", "disputes", "retracts", "on")
    assert tried == set(fields)


@pytest.mark.parametrize(
    ("make", "field", "classes"), REFERENCES, ids=[f"{at} {r[1]}" for at, r in enumerate(REFERENCES)]
)
def test_a_reference_leads_to_a_record_of_its_class(
    make: Callable[[str], Record], field: str, classes: set[str]
) -> None:
    records = [*ONE_OF_EACH.values(), ANOTHER]
    for kind, target in ONE_OF_EACH.items():
        record = make(target.id)
        if kind in classes:
            ledger = Ledger.of([*records, record])
            assert target.id in {reference.target for reference in references(ledger["x"])}
            continue
        error = refused(*records, record)
        assert (type(error), error.record, error.field, error.target) == (UnknownReferenceError, "x", field, target.id)
        assert f"{target.id!r} is the id of a {kind}, where a" in error.problem


@pytest.mark.parametrize(
    ("make", "field", "classes"), REFERENCES, ids=[f"{at} {r[1]}" for at, r in enumerate(REFERENCES)]
)
def test_a_dangling_reference_is_named(make: Callable[[str], Record], field: str, classes: set[str]) -> None:
    error = refused(*ONE_OF_EACH.values(), ANOTHER, make("nothing"))
    assert (type(error), error.record, error.field, error.target) == (UnknownReferenceError, "x", field, "nothing")
    assert error.problem.startswith("no " + " or ".join(sorted(classes)))
    assert error.problem.endswith("has the id 'nothing'")


def test_a_near_id_is_suggested() -> None:
    error = refused(promise("eu-million-shells"), claim(about="eu-milion-shells"))
    hint = "; did you mean 'eu-million-shells'?"
    assert error.problem == f"no commitment or initiative has the id 'eu-milion-shells'{hint}"


def test_all_faults_come_at_once() -> None:
    error = refused(promise(towards="x", part_of="y"), claim(about="z"))
    assert [fault.field for fault in (error, *error.also)] == ["towards", "part_of", "about"]


@pytest.mark.parametrize("subject", [promise(lines=[Line(Munition())]), Initiative(id="a", goal=[Line(Munition())])])
def test_a_line_is_one_that_is_there(subject: Record) -> None:
    assert len(Ledger.of([subject, claim(line=0)])) == 2
    for line in (1, 10**5_000):
        error = refused(subject, claim(line=line))
        assert (error.record, error.field, error.target) == ("c", "line", "a")
        assert error.problem == "'a' has 1 lines, counted from 0"


def test_a_line_that_is_there_is_no_fault_beside_others() -> None:
    error = refused(promise("a", lines=[Line(Munition())], towards="nothing"), claim(line=0))
    assert (error.record, error.field, error.also) == ("a", "towards", ())


# Circles


CIRCULAR: dict[str, Callable[[str, str], Record]] = {
    "through": lambda id, to: Source(id=id, through=to),
    "part_of": lambda id, to: promise(id, part_of=to),
} | {
    f"links ({relation.value})": lambda id, to, relation=relation: promise(id, links=[Link(relation, to)])
    for relation in Relation
    if relation is not Relation.SAME_AS
}


def circle(make: Callable[[str, str], Record], length: int) -> list[Record]:
    return [make(f"id-{at:06}", f"id-{(at + 1) % length:06}") for at in range(length)]


def test_a_circle_of_long_ids_is_told_in_short() -> None:
    refused(*(promise(f"{at}{'x' * 199}", part_of=f"{(at + 1) % 3}{'x' * 199}") for at in range(3)))


@pytest.mark.parametrize("kind", CIRCULAR)
@pytest.mark.parametrize("length", [1, 2, 3, 50])
def test_references_run_in_no_circle(kind: str, length: int) -> None:
    error = refused(*circle(CIRCULAR[kind], length))
    field = "links[0].to" if kind.startswith("links") else kind
    assert (type(error), error.record, error.field) == (CyclicReferenceError, "id-000000", field)
    assert error.target == ("id-000000" if length == 1 else "id-000001")
    assert error.problem.endswith("'id-000000' comes back to where it began")


@pytest.mark.parametrize("kind", ["through", "part_of", "links (backs)"])
def test_a_long_chain_is_followed_to_its_end(kind: str) -> None:
    chain = circle(CIRCULAR[kind], LONG)
    assert refused(*chain).problem.startswith("the chain 'id-000000' > 'id-000001' > ... > 'id-000000'")
    last = {"through": {"through": None}, "part_of": {"part_of": None}}.get(kind, {"links": ()})
    assert len(Ledger.of([*chain[:-1], attrs.evolve(chain[-1], **last)])) == LONG


def test_a_circle_is_found_behind_a_tail_and_among_branches() -> None:
    branches = [
        promise("a", links=[Link("backs", "b"), Link("backs", "c")]),
        promise("b"),
        promise("c", links=[Link("backs", "d")]),
    ]
    assert len(Ledger.of([*branches, promise("d", links=[Link("backs", "b")])])) == 4
    error = refused(*branches, promise("d", links=[Link("backs", "b"), Link("backs", "c")]))
    assert (error.record, error.field, error.target) == ("c", "links[0].to", "d")
    assert error.problem == "the chain 'c' > 'd' > 'c' comes back to where it began"


def test_links_of_two_relations_make_no_circle() -> None:
    pair = [promise("a", links=[Link("backs", "b")]), promise("b", links=[Link("reimburses", "a")])]
    assert len(Ledger.of(pair)) == 2


def test_two_commitments_may_be_the_same_as_each_other() -> None:
    assert len(Ledger.of([promise("a", links=[Link("same_as", "b")]), promise("b", links=[Link("same_as", "a")])])) == 2
    error = refused(promise("a", links=[Link("backs", "b"), Link("same_as", "a")]), promise("b"))
    assert (type(error), error.record, error.field) == (CyclicReferenceError, "a", "links[1].to")


def part(id: str, whole: str, *same: str) -> Commitment:
    return promise(id, part_of=whole, links=[Link("same_as", other) for other in same])


def component(id: str, whole: str, *same: str) -> Commitment:
    return promise(id, links=[Link("component_of", whole), *(Link("same_as", other) for other in same)])


def twin(id: str, *same: str) -> Commitment:
    return promise(id, links=[Link("same_as", other) for other in same])


@pytest.mark.parametrize("make", [part, component])
@pytest.mark.parametrize(
    ("names", "build"),
    [
        (("p", "w"), lambda make: [promise("w"), make("p", "w", "w")]),
        (("p", "w"), lambda make: [twin("w", "p"), make("p", "w")]),
        (("p", "w"), lambda make: [twin("w", "p"), make("p", "w", "w")]),
        (("p", "w"), lambda make: [promise("w"), make("m", "w"), make("p", "m", "w")]),
        (("p", "w"), lambda make: [twin("w", "p"), promise("m", part_of="w"), make("p", "m")]),
        (("p", "w"), lambda make: [twin("w", "t"), twin("t"), make("p", "w", "t")]),
        (("u", "v"), lambda make: [twin("w", "p"), twin("v", "u"), make("p", "v"), make("u", "w")]),
    ],
)
def test_no_whole_is_the_same_as_its_own_part(names: tuple[str, str], build: Any, make: Any) -> None:
    records = build(make)
    error = refused(*records)
    assert (type(error), error.record, error.target, error.field) == (CyclicReferenceError, *names, "links")
    assert error.problem.startswith(f"'{names[1]}' is a whole of it and also, by same_as, the same")
    links = {record.id: [link for link in record.links if link.relation is not Relation.SAME_AS] for record in records}
    kept = [attrs.evolve(record, links=links[record.id]) for record in records]
    assert len(Ledger.of(kept)) == len(records)


def test_a_whole_may_have_tellings_and_parts_of_theirs() -> None:
    records = [
        twin("w", "v"),
        twin("v", "w"),
        part("a", "w", "b"),
        part("b", "v"),
        component("c", "a"),
        promise("d", part_of="w", links=[Link("component_of", "v")]),
    ]
    assert len(Ledger.of(records)) == len(records)


def test_a_part_that_contains_its_whole_is_a_circle() -> None:
    error = refused(promise("a", part_of="b"), component("b", "a"))
    assert (error.record, error.field, error.target) == ("a", "part_of", "b")
    assert error.problem == "the chain 'a' > 'b' > 'a' comes back to where it began"


def test_many_tellings_in_a_row_are_followed_to_their_end() -> None:
    tellings = [twin(f"id-{at:06}", f"id-{at - 1:06}") for at in range(1, LONG)]
    assert len(Ledger.of([promise("id-000000"), *tellings])) == LONG
    error = refused(promise("id-000000", part_of=f"id-{LONG - 1:06}"), *tellings)
    assert (error.record, error.target) == ("id-000000", f"id-{LONG - 1:06}")


def test_two_claims_may_dispute_each_other_and_none_itself() -> None:
    assert len(Ledger.of([promise(), claim("c", disputes=["d"]), claim("d", disputes=["c"])])) == 3
    error = refused(promise(), claim("c", disputes=["d", "c"]), claim("d"))
    assert (type(error), error.record, error.field) == (CyclicReferenceError, "c", "disputes[1]")


def test_a_party_takes_back_its_own_claims_alone() -> None:
    kyiv, berlin = (Speaker("Somebody", of=Country(code)) for code in ("UA", "DE"))
    sources = [Source(id="one"), Source(id="two")]
    one, two = ([Citation(source.id)] for source in sources)
    allowed: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"speaker": kyiv}, {"speaker": attrs.evolve(kyiv, name="Another")}),
        ({"speaker": Speaker("Somebody")}, {"speaker": Speaker("Somebody", office="President")}),
        ({"citations": one}, {"citations": [*two, *one]}),
        ({}, {}),
    ]
    refusals: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"speaker": kyiv}, {"speaker": berlin}),
        ({"speaker": kyiv, "citations": one}, {"citations": one}),
        ({"speaker": Speaker("Somebody")}, {"speaker": kyiv}),
        ({"citations": one}, {"citations": two}),
        ({"citations": one}, {}),
    ]
    for said, taken_back in (*allowed, *refusals):
        records = [promise(), *sources, claim("c", **said), claim("d", retracts=["c"], **taken_back)]
        if (said, taken_back) in allowed:
            assert len(Ledger.of(records)) == 5
            continue
        error = refused(*records)
        assert (type(error), error.record, error.field, error.target) == (
            UnknownReferenceError,
            "d",
            "retracts[0]",
            "c",
        )
        assert error.problem == "'c' is the claim of another party, which can be disputed, not retracted"


def test_retractions_run_in_no_circle() -> None:
    assert len(Ledger.of([promise(), claim("c"), claim("d", retracts=["c"]), claim("e", retracts=["d", "c"])])) == 4
    for circle_of in (["c"], ["d", "c"]):
        ring = [claim(id, retracts=[to]) for id, to in zip(circle_of, circle_of[1:] + circle_of[:1], strict=True)]
        error = refused(promise(), *ring)
        assert (type(error), error.field) == (CyclicReferenceError, "retracts[0]")
        assert "comes back to where it began" in error.problem


def test_a_retraction_goes_with_what_it_retracts() -> None:
    ledger = Ledger.of([promise(), claim("c"), claim("d", retracts=["c"])])
    assert ledger.claims_about("c") == (ledger["d"],)
    assert "d" not in ledger.without(["c"]), "without what it retracts it would say that all was delivered"


@tried(15)
@given(ledgers())
def test_every_reference_of_a_ledger_holds(ledger: Ledger) -> None:
    for record in ledger.records:
        for reference in references(record):
            assert isinstance(ledger[reference.target], reference.classes)


def test_fields_of_a_subclass_are_no_references() -> None:
    @attrs.frozen(kw_only=True)
    class Report(Claim):
        kind = "test-references.report"
        through: str = attrs.field(validator=attrs.validators.instance_of(str))
        towards: int
        part_of: list[str]

    held: dict[str, Any] = {"through": "telegram", "towards": 5, "part_of": ["x"]}
    report = Report(id="c", about="a", stage="delivered", share=1, disputes=["d"], **held)
    ledger = Ledger.of([promise(), report, claim("d")])
    kept: Any = ledger.without(["d"])["c"]
    assert (kept.through, kept.towards, kept.part_of, kept.disputes) == ("telegram", 5, ["x"], ())


def test_a_wholly_wrong_ledger_of_many_records_names_them_all() -> None:
    error = refused(*(promise(f"id-{at}", towards=f"nothing-{at}") for at in range(20_000)))
    assert len(error.also) == 19_999


def test_beyond_a_thousand_faults_each_record_has_its_first() -> None:
    error = refused(*(claim(f"c{at}", disputes=[f"x{no}" for no in range(700)]) for at in range(4)))
    told = Counter(each.record for each in (error, *error.also))
    assert told == {"c0": 701, "c1": 299, "c2": 1, "c3": 1}


def test_the_classes_in_use_are_the_ones_that_are_open() -> None:
    assert issubclass(MilitaryCommitment, Commitment)
    assert issubclass(InvalidValueError, ValueError)


def test_every_field_that_holds_an_id_is_in_the_table() -> None:
    rules = (fields.is_id, fields.is_id_or_none, fields.to_ids)
    plain = {
        (cls, field.name)
        for cls in NAMES
        for field in attrs.fields(cls)
        if field.name != "id" and any(rule in rules for rule in fields.rules_of(field))
    }
    inside = {
        (cls, field.name)
        for cls in NAMES
        for field in attrs.fields(cls)
        if field.type in (tuple[Citation, ...], tuple[Link, ...])
    }
    listed = {(cls, holder.field) for holder in HOLDERS for cls in NAMES if issubclass(cls, holder.cls)}
    assert plain | inside | {(Position, "on")} == listed
