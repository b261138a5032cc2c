"""Ledgers: what was known when, and what is left when something goes."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from conftest import tried
from refusals import HOSTILE, LONGEST, brief, refusal
from ukraine_support import (
    Citation,
    Claim,
    Country,
    Documented,
    DuplicateIdError,
    FinancialCommitment,
    Initiative,
    Ledger,
    Link,
    Occasion,
    Organisation,
    Personnel,
    Position,
    Record,
    Records,
    Source,
    UkraineSupportError,
    UnknownIdError,
    UnknownReferenceError,
    WrongTypeError,
)
from ukraine_support._model.claims import only_objects
from ukraine_support._model.organisations import differing_organisations
from ukraine_support._model.references import references, subject_of
from ukraine_support._model.values.period import a_day
from ukraine_support.testing import ledgers
from ukraine_support.testing._words import days

few = tried(25)
ARTICLE = Source(id="article", published="2024-02-27")
MEETING = Occasion(id="meeting", name="Paris", citations=[Citation("article")])
JOINT = Initiative(id="joint", announced="2024-02-16/2024-02-18")
PROMISE = FinancialCommitment(id="promise", stage="pledged", announced="2024-02-20", towards="joint")
PART = FinancialCommitment(id="part", stage="pledged", announced="2024-02-10", part_of="promise", occasion="meeting")
UNDATED = FinancialCommitment(id="undated", stage="pledged", links=[Link("backs", "promise")])
CITED = FinancialCommitment(id="cited", stage="pledged", announced="2024-03", citations=[Citation("article", "¶1")])
CLAIM = Claim(id="claim", about="promise", stage="delivered", said="2024-02-26")
EARLY = Claim(id="early", about="promise", stage="delivered", said="2024-01-01", disputes=["claim"])
LOST = Claim(id="lost", about="undated", stage="delivered", said="2024-01-01")
STANCE = Position(id="stance", holder=Country("FR"), on="joint", stance="supports", said="2024-02-01")
TROOPS = Position(id="troops", holder=Country("FR"), on=Personnel(), stance="opposes", said="../2024-02-26")
EVERYTHING = [ARTICLE, MEETING, JOINT, PROMISE, PART, UNDATED, CITED, CLAIM, EARLY, LOST, STANCE, TROOPS]
LEDGER = Ledger.of(EVERYTHING)


def ids(ledger: Ledger) -> set[str]:
    return {record.id for record in ledger.records}


def holds(ledger: Ledger) -> bool:
    """Whether the ledger could be made anew, and so breaks no rule."""
    return Ledger.of(ledger.records) == ledger


# What it is


@few
@given(ledgers())
def test_records_are_found_by_id(ledger: Ledger) -> None:
    assert len(ledger) == len(ids(ledger)) == sum(1 for _ in ledger.records)
    for record in ledger.records:
        assert ledger[record.id] is record
        assert record.id in ledger
    for collection in (ledger.sources, ledger.commitments, ledger.claims):
        assert list(collection) == sorted(collection)
        assert all(id == record.id for id, record in collection.items())
    assert holds(ledger)


@few
@given(ledgers())
def test_a_ledger_is_its_records(ledger: Ledger) -> None:
    assert list(ledger) == list(ledger.records) == list(ledger.records)
    assert isinstance(ledger.records, Sequence)
    assert all(record in ledger and record.id in ledger for record in ledger)
    assert [ledger.records[at] for at in range(len(ledger))] == list(ledger)
    assert bool(ledger) is bool(ledger.records)
    assert all(ledger.get(record.id) is record for record in ledger)


def test_a_record_is_held_as_it_is() -> None:
    assert attrs.evolve(PROMISE, stage="committed") not in LEDGER
    assert Source(id="nothing") not in LEDGER
    assert None not in LEDGER


@pytest.mark.parametrize("id", ["nothing", 5, None, "x" * 1_000_000], ids=brief)
def test_a_default_stands_for_an_id_that_is_not_there(id: Any) -> None:
    assert LEDGER.get(id) is None
    assert LEDGER.get(id, 5) == LEDGER.get(id, default=5) == 5


def test_a_ledger_without_records_is_false() -> None:
    assert not Ledger()
    assert LEDGER


def test_records_come_in_any_order_and_as_any_collection() -> None:
    backwards = Ledger.of(reversed(EVERYTHING))
    assert backwards == LEDGER
    assert hash(backwards) == hash(LEDGER)
    assert Ledger(sources=(source for source in [ARTICLE])) == Ledger(sources={"article": ARTICLE})
    assert Ledger(sources=Records([ARTICLE])).sources["article"] is ARTICLE
    assert Ledger() == Ledger.of([])


def test_a_mapping_has_the_ids_as_its_keys() -> None:
    assert refusal(Ledger, sources={"other": ARTICLE}).where == "Ledger.sources"
    assert Records({"article": ARTICLE}) == Records(Records([ARTICLE])) == {"article": ARTICLE}


def test_a_repr_counts() -> None:
    assert repr(LEDGER) == "<Ledger of 1 source, 1 occasion, 1 initiative, 4 commitments, 3 claims, 2 positions>"
    assert repr(Ledger()) == "<Ledger of nothing>"


@pytest.mark.parametrize("id", ["nothing", "promis", 5, None, "x" * 1_000_000, 10**5_000], ids=brief)
def test_an_id_that_is_not_there_is_named(id: Any) -> None:
    look_ups: list[Callable[[], object]] = [
        lambda: LEDGER[id],
        lambda: LEDGER.commitments[id],
        lambda: LEDGER.known_from(id),
        lambda: LEDGER.without([id]),
        lambda: LEDGER.claims_about(id),
        lambda: LEDGER.positions_on(id),
        lambda: LEDGER.parts_of(id),
        lambda: LEDGER.contributions_to(id),
        lambda: LEDGER.links_to(id),
        lambda: LEDGER.dated(id),
    ]
    for look_up in look_ups:
        with pytest.raises(UnknownIdError) as caught:
            look_up()
        assert isinstance(caught.value, KeyError)
        assert caught.value.id == id
        assert len(str(caught.value)) < LONGEST
        assert ("did you mean 'promise'?" in str(caught.value)) is (id == "promis")
    assert id not in LEDGER
    assert LEDGER.commitments.get(id) is None
    assert LEDGER.commitments.get(id, 5) == 5


def test_the_id_that_was_meant_is_found_among_many() -> None:
    ledger = Ledger(sources=[Source(id=f"s{at:06}") for at in range(3_000)])
    for held in (ledger, ledger.sources):
        with pytest.raises(UnknownIdError, match=r"did you mean 's002345'\?"):
            held["s002345x"]


def test_what_belongs_to_a_record() -> None:
    assert LEDGER.claims_about("promise") == (CLAIM, EARLY)
    assert LEDGER.positions_on("joint") == (STANCE,)
    assert LEDGER.parts_of("promise") == (PART,)
    assert LEDGER.contributions_to("joint") == (PROMISE,)
    assert LEDGER.claims_about("part") == LEDGER.positions_on("part") == LEDGER.parts_of("part") == ()
    assert LEDGER.links_to("promise") == (UNDATED,)
    assert LEDGER.links_to("part") == ()
    both = FinancialCommitment(id="both", stage="pledged", part_of="promise", towards="joint")
    more = LEDGER.adding(both)
    assert more.parts_of("promise") == (both, PART)
    assert more.contributions_to("joint") == (both, PROMISE)


@pytest.mark.parametrize("collection", ["sources", "occasions", "initiatives", "commitments", "claims", "positions"])
def test_each_collection_holds_its_own_class(collection: str) -> None:
    for record in EVERYTHING:
        if record.id not in getattr(LEDGER, collection):
            options: dict[str, Any] = {collection: [record]}
            error = refusal(Ledger, **options, error=WrongTypeError)
            assert error.where == f"Ledger.{collection}[{record.id!r}]"


@pytest.mark.parametrize("value", [5, None, "article", ["article"], [None], ARTICLE, [Country("FR")]], ids=brief)
def test_a_collection_is_of_records(value: Any) -> None:
    refusal(Ledger, sources=value, error=WrongTypeError)
    refusal(Records, value, error=WrongTypeError)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    refusal(Ledger, sources=value)
    refusal(LEDGER.adding, value)
    refusal(LEDGER.as_of, value)
    if isinstance(value, str):
        refusal(LEDGER.without, value)


@pytest.mark.parametrize("record", [5, None, Country("FR"), "a", Record(id="a"), Documented(id="a")], ids=brief)
def test_only_records_that_a_ledger_collects_are_taken(record: Any) -> None:
    assert refusal(Ledger.of, [record], error=WrongTypeError).where == "Ledger"
    refusal(LEDGER.adding, record, error=WrongTypeError)


# Ids


@pytest.mark.parametrize("other", EVERYTHING, ids=lambda record: record.id)
def test_ids_are_unique_over_the_whole_ledger(other: Record) -> None:
    twin = Source(id=other.id) if not isinstance(other, Source) else Initiative(id=other.id)
    makers: list[Callable[[], Ledger]] = [
        lambda: Ledger.of([*EVERYTHING, twin]),
        lambda: LEDGER.adding(twin),
        lambda: LEDGER | Ledger.of([twin]),
    ]
    for make in makers:
        with pytest.raises(DuplicateIdError) as caught:
            make()
        assert (caught.value.record, caught.value.target) == (other.id, other.id)
        assert repr(other.id) in str(caught.value)
    with pytest.raises(DuplicateIdError):
        Ledger.of([*EVERYTHING, other])


# Adding, merging


@few
@given(ledgers(), ledgers())
def test_merging_is_commutative_where_it_is_defined(one: Ledger, other: Ledger) -> None:
    assume(not ids(one) & ids(other) and differing_organisations([*one, *other]) is None)
    merged = one | other
    assert merged == other | one
    assert ids(merged) == ids(one) | ids(other)
    assert merged | one == one | merged == merged
    assert one.adding(*other.records) == merged


@few
@given(ledgers(), st.data())
def test_parts_of_a_ledger_merge_into_it_in_any_order(ledger: Ledger, data: st.DataObject) -> None:
    parts = (
        [without(ledger, data.draw(st.sets(st.sampled_from(sorted(ids(ledger)))))) for _ in "ab"] if len(ledger) else []
    )
    for part in parts:
        for record in part.records:
            assume(ledger[record.id] == record)
        assert part | ledger == ledger | part == ledger
    if parts:
        one, other = parts
        assert (one | other) | ledger == one | (other | ledger)
        assert one | other == other | one
    assert ledger | Ledger() == ledger | ledger == ledger


def test_different_records_of_one_id_do_not_merge() -> None:
    with pytest.raises(DuplicateIdError, match="'article'"):
        LEDGER | Ledger(sources=[Source(id="article")])


def test_a_ledger_merges_with_ledgers_alone() -> None:
    with pytest.raises(TypeError):
        LEDGER | {"a": 5}  # type: ignore[operator]


def test_what_is_added_may_refer_to_what_is_there() -> None:
    more = Claim(id="more", about="promise", stage="delivered")
    assert LEDGER.adding(more)["more"] is more
    assert LEDGER.adding() == LEDGER
    with pytest.raises(UnknownReferenceError):
        Ledger().adding(more)


# What goes


def without(ledger: Ledger, gone: set[str]) -> Ledger:
    """The ledger without some records, unless one claim retracts another by a source that goes."""
    try:
        return ledger.without(gone)
    except UnknownReferenceError as error:
        if not error.field.startswith("retracts"):
            raise
        taken_back = ledger.claims[error.target]
        if taken_back.speaker is not None or gone.isdisjoint(citation.source for citation in taken_back.citations):
            raise
        reject()


@few
@given(ledgers(), st.data())
def test_without_cuts_what_refers_to_what_goes(ledger: Ledger, data: st.DataObject) -> None:
    assume(len(ledger))
    gone = data.draw(st.sets(st.sampled_from(sorted(ids(ledger))), max_size=3))
    left = without(ledger, gone)
    with_them = gone | {record.id for record in ledger.records if subject_of(record) in gone}
    objecting = {
        claim.id: {*claim.disputes, *claim.retracts} for claim in ledger.claims.values() if only_objects(claim)
    }
    while further := {id for id, others in objecting.items() if others <= with_them} - with_them:
        with_them |= further
    assert ids(left) == ids(ledger) - with_them
    assert holds(left)
    assert left.without([]) == left
    for record in left.records:
        before = ledger[record.id]
        kept = [reference for reference in references(before) if reference.target in left]
        assert [reference.target for reference in references(record)] == [reference.target for reference in kept]
        if len(kept) == len(list(references(before))):
            assert record is before


@few
@given(ledgers(), st.data())
def test_what_goes_goes_in_any_order(ledger: Ledger, data: st.DataObject) -> None:
    assume(len(ledger))
    gone = sorted(data.draw(st.sets(st.sampled_from(sorted(ids(ledger))), max_size=3)))
    step_by_step = ledger
    for id in gone:
        step_by_step = without(step_by_step, {id} & ids(step_by_step))
    assert step_by_step == without(ledger, set(gone))


def test_claims_and_positions_go_with_what_they_are_about() -> None:
    assert ids(LEDGER) - ids(LEDGER.without(["promise"])) == {"promise", "claim", "early"}
    assert LEDGER.without(["promise"])["part"] == attrs.evolve(PART, part_of=None)
    assert LEDGER.without(["promise"])["undated"] == attrs.evolve(UNDATED, links=())
    assert ids(LEDGER) - ids(LEDGER.without(["joint"])) == {"joint", "stance"}
    assert LEDGER.without(["joint"])["promise"] == attrs.evolve(PROMISE, towards=None)
    assert LEDGER.without(["article"])["meeting"] == attrs.evolve(MEETING, citations=())
    assert LEDGER.without(["meeting"])["part"] == attrs.evolve(PART, occasion=None)
    assert ids(LEDGER) - ids(LEDGER.without(id for id in ["claim"])) == {"claim", "early"}


def test_what_only_objects_goes_with_the_last_that_it_objects_to() -> None:
    also = Claim(id="also", about="promise", stage="delivered", disputes=["claim", "lost"])
    again = Claim(id="again", about="promise", stage="delivered", retracts=["also"])
    figure = Claim(id="figure", about="promise", stage="delivered", share=1, disputes=["claim"])
    ledger = LEDGER.adding(also, again, figure)
    one_gone = ledger.without(["claim"])
    assert ids(ledger) - ids(one_gone) == {"claim", "early"}
    assert one_gone["also"] == attrs.evolve(also, disputes=["lost"])
    assert one_gone["figure"] == attrs.evolve(figure, disputes=())
    assert ids(ledger) - ids(ledger.without(["claim", "lost"])) == {"claim", "lost", "early", "also", "again"}


def test_a_source_by_which_one_claim_retracts_another_does_not_go_alone() -> None:
    said: dict[str, Any] = {"about": "promise", "stage": "delivered"}
    first = Claim(id="first", citations=[Citation("article"), Citation("other")], **said)
    back = Claim(id="back", citations=[Citation("article")], retracts=["first"], **said)
    ledger = LEDGER.adding(Source(id="other"), first, back)
    with pytest.raises(UnknownReferenceError, match=r"'back'\.retracts"):
        ledger.without(["article"])
    assert ids(ledger) - ids(ledger.without(["article", "first"])) == {"article", "first", "back"}


@pytest.mark.parametrize("ids_", ["promise", b"promise", 5, None, {"promise": 5}], ids=brief)
def test_ids_that_go_are_a_list(ids_: Any) -> None:
    refusal(LEDGER.without, ids_, error=WrongTypeError)


# What was known when


@few
@given(ledgers(), days(), days())
def test_knowledge_grows_and_does_not_change_in_hindsight(ledger: Ledger, one: date, other: date) -> None:
    earlier, later = sorted([one, other])
    then, after = ledger.as_of(earlier), ledger.as_of(later)
    assert ids(then) <= ids(after) <= ids(ledger)
    assert after.as_of(earlier) == then
    assert then.as_of(later) == then
    assert holds(then)


@few
@given(ledgers(), days())
def test_nothing_that_was_known_later_is_referred_to(ledger: Ledger, day: date) -> None:
    then = ledger.as_of(day)
    for record in ledger.records:
        known = ledger.known_from(record.id)
        assert (record.id in then) is (known is not None and known <= day)
    for record in then.records:
        for reference in references(record):
            known = ledger.known_from(reference.target)
            assert known is not None
            assert known <= day
    assert set(then.sources) == set(ledger.sources)
    assert set(then.occasions) == set(ledger.occasions)


@few
@given(ledgers())
def test_what_is_undated_is_never_known(ledger: Ledger) -> None:
    for id in ledger.undated:
        assert ledger.known_from(id) is None
    assert not set(ledger.undated) & ids(ledger.as_of(date.max))
    for record in ledger.records:
        if record.id not in ledger.as_of(date.max):
            assert record.id in ledger.undated or subject_of(record) in ledger.undated


@few
@given(ledgers())
def test_a_claim_waits_for_what_it_is_about(ledger: Ledger) -> None:
    for record in ledger.records:
        subject, known = subject_of(record), ledger.known_from(record.id)
        if subject is not None and known is not None:
            since = ledger.known_from(subject)
            assert since is not None
            assert since <= known


@pytest.mark.parametrize(
    ("id", "known"),
    [
        ("article", date.min),
        ("meeting", date.min),
        ("joint", date(2024, 2, 18)),
        ("promise", date(2024, 2, 20)),
        ("undated", None),
        ("cited", date(2024, 2, 27)),
        ("claim", date(2024, 2, 26)),
        ("early", date(2024, 2, 26)),
        ("lost", None),
        ("stance", date(2024, 2, 18)),
        ("troops", date(2024, 2, 26)),
    ],
)
def test_a_record_is_known_from_its_own_day_or_that_of_a_source(id: str, known: date | None) -> None:
    assert LEDGER.known_from(id) == known
    if known is not None and known > date.min:
        assert id in LEDGER.as_of(known)
        assert id not in LEDGER.as_of(known - timedelta(days=1))


def test_the_day_of_a_claim_of_its_own_waits_for_nothing() -> None:
    assert LEDGER.dated("early") == date(2024, 1, 1)
    assert LEDGER.dated("cited") == date(2024, 2, 27)
    assert LEDGER.dated("undated") is LEDGER.dated("article") is None


def test_what_carries_no_date_is_listed() -> None:
    assert LEDGER.undated == ("undated",)


def towards(id: str, announced: str | None, joint: str = "joint") -> FinancialCommitment:
    return FinancialCommitment(id=id, stage="pledged", announced=announced, towards=joint)


@pytest.mark.parametrize(
    ("joint", "contributions", "known"),
    [
        (Initiative(id="joint"), [towards("a", "2024-03"), towards("b", "2024-02-26")], "2024-02-26"),
        (Initiative(id="joint"), [towards("a", None), towards("b", "2024/.."), towards("c", "2024")], "2024-12-31"),
        (Initiative(id="joint", announced="2024-04"), [towards("a", "2024-02-26")], "2024-04-30"),
        (Initiative(id="joint"), [towards("a", None)], None),
        (Initiative(id="joint"), [], None),
    ],
)
def test_an_initiative_without_a_day_is_known_from_its_first_contribution(
    joint: Initiative, contributions: list[FinancialCommitment], known: str | None
) -> None:
    claim = Claim(id="claim", about="joint", stage="delivered", said="2024-01-01")
    ledger = Ledger(initiatives=[joint], commitments=contributions, claims=[claim])
    day = None if known is None else date.fromisoformat(known)
    assert ledger.known_from("joint") == ledger.known_from("claim") == day
    assert ("joint" in ledger.undated) is (day is None)
    assert ("joint" in ledger.as_of(date.max)) is (day is not None)
    if day is not None:
        assert {"joint", "claim"} <= ids(ledger.as_of(day))
        assert not {"joint", "claim"} & ids(ledger.as_of(day - timedelta(days=1)))
        then = ledger.as_of(day).commitments
        assert [then[given.id] for given in contributions if given.id in then] == [
            given for given in contributions if given.id in then
        ]


def test_an_open_end_is_no_day() -> None:
    open_end = FinancialCommitment(id="a", stage="pledged", announced="2024-02-20/..")
    assert Ledger(commitments=[open_end]).undated == ("a",)


def test_references_to_what_was_not_yet_known_are_cut() -> None:
    assert LEDGER.as_of(date(2024, 2, 15))["part"] == attrs.evolve(PART, part_of=None)
    assert LEDGER.as_of(date(2024, 2, 20))["promise"] == PROMISE
    early = attrs.evolve(EARLY, share=1)
    ledger = LEDGER.without(["early"]).adding(early)
    assert ledger.as_of(date(2024, 2, 25))["early"] == attrs.evolve(early, disputes=())
    assert ledger.as_of(date(2024, 2, 26))["early"] == early


OTHER = Claim(id="other", about="promise", stage="delivered", share=1, said="2024-02-22")


@pytest.mark.parametrize(
    ("objections", "known"),
    [
        ({"a": ("2024-03-01", "disputes", ["other"])}, {"a": date(2024, 3, 1)}),
        ({"a": ("2024-02-21", "retracts", ["claim", "other"])}, {"a": date(2024, 2, 22)}),
        (
            {"a": ("2024-02-21", "retracts", ["c"]), "c": ("2024-02-20", "disputes", ["claim"])},
            {"a": date(2024, 2, 26), "c": date(2024, 2, 26)},
        ),
        (
            {"a": ("2024-02-21", "disputes", ["c"]), "c": ("2024-02-20", "disputes", ["a"])},
            dict.fromkeys("ac", date(2024, 2, 21)),
        ),
        ({"a": ("2024-02-21", "disputes", ["c"]), "c": (None, "retracts", ["claim"])}, {"a": None, "c": None}),
        (
            {"a": ("2024-02-21", "disputes", ["c", "claim"]), "c": (None, "disputes", ["claim"])},
            {"a": date(2024, 2, 26), "c": None},
        ),
        ({"a": (None, "disputes", ["c"]), "c": (None, "disputes", ["a"])}, {"a": None, "c": None}),
    ],
    ids=[
        "known before",
        "the first of several",
        "one after another",
        "each other",
        "nothing known",
        "known but for one",
        "each other, undated",
    ],
)
def test_a_claim_that_only_objects_waits_for_the_first_of_what_it_objects_to(
    objections: dict[str, tuple[str | None, str, list[str]]], known: dict[str, date | None]
) -> None:
    made = []
    for id, (said, field, others) in objections.items():
        changes: dict[str, Any] = {"id": id, "said": said, field: others}
        made.append(attrs.evolve(CLAIM, **changes))
    ledger = LEDGER.adding(OTHER, *made)
    assert {id: ledger.known_from(id) for id in known} == known
    days = [date(2024, 2, day) for day in range(20, 28)]
    for day in days:
        held = {id for id, first in known.items() if first is not None and first <= day}
        assert ids(ledger.as_of(day)) & known.keys() == held
        for later in days[days.index(day) :]:
            assert ledger.as_of(later).as_of(day) == ledger.as_of(day)


def test_the_last_day_knows_all_that_is_dated() -> None:
    assert ids(LEDGER.as_of(date.max)) == ids(LEDGER) - {"undated", "lost"}


@pytest.mark.parametrize("day", [date(2024, 2, 15), date(2024, 2, 26), date.min, date.max])
def test_a_day_may_be_given_as_its_text(day: date) -> None:
    assert LEDGER.as_of(day.isoformat()) == LEDGER.as_of(day)
    assert a_day(day.isoformat(), "funding") == a_day(day, "funding") == day


@pytest.mark.parametrize("day", [None, 20240227, datetime(2024, 2, 27), 1.5, b"2024-02-27"], ids=brief)  # noqa: DTZ001
def test_a_question_is_about_a_day(day: Any) -> None:
    assert refusal(LEDGER.as_of, day, error=WrongTypeError).where == "Ledger.as_of"
    refusal(a_day, day, "funding", error=WrongTypeError)


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2024-02", "2023-21", "2024-02-30", "2024-02-27~", "../2024-02-27", "20240227", "27/02/2024",
     "2024-2-27", " 2024-02-27", "2024-W09-2", "0000-01-01", "２024-02-27", "2024-02-27T00:00:00"],
)  # fmt: skip
def test_a_text_that_is_no_single_day_is_refused(text: str) -> None:
    found = refusal(LEDGER.as_of, text)
    assert "is no single day" in found.problem
    assert found.accepted in ('pass a date, or text such as "2024-02-27"', 'write "2024-02-27"')


def test_errors_are_of_the_library() -> None:
    assert issubclass(UnknownIdError, UkraineSupportError)
    assert Organisation(id="a", name="b").id not in LEDGER
