"""What is written is read again, and only the library's own errors leave a reader, whatever is read."""

import json
import math
import threading
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import tried
from mutations import JUNK, mutated, places, type_of
from refusals import HOSTILE, LONGEST, brief, refusal
from ukraine_support import (
    UNKNOWN,
    Calibre,
    Citation,
    Claim,
    Commitment,
    Country,
    Currency,
    DocumentError,
    Estimate,
    Extras,
    FinancialCommitment,
    Ledger,
    Length,
    Line,
    Mass,
    Materiel,
    Money,
    Munition,
    Organisation,
    Party,
    Period,
    Records,
    Source,
    Speaker,
    Stage,
    Support,
    Text,
    UkraineSupportError,
    UnnamedParty,
    WrongTypeError,
    about,
    at_least,
    between,
    exactly,
)
from ukraine_support.serialisation import dumps, loads
from ukraine_support.testing import ledgers, values
from ukraine_support.testing._words import days

few = tried(25)


def problems(text: str | bytes, cls: Any = Ledger, **options: Any) -> list[str]:
    """What is wrong with a document: one line for each fault, as the error tells it."""
    with pytest.raises(DocumentError) as caught:
        loads(text, cls, **options)
    error = caught.value
    assert isinstance(error, ValueError)
    lines = str(error).splitlines()
    assert len(lines) == min(len(error.problems), 21)
    for line in lines:
        assert line.isprintable()
        assert len(line) < LONGEST
    return lines


# There and back


@given(values())
def test_every_type_is_read_from_what_it_writes(value: Any) -> None:
    text = dumps(value)
    again = loads(text, type_of(value))
    assert again == value
    assert type(again) is type(value)
    assert dumps(again) == text
    assert loads(text.encode(), type_of(value)) == value


@given(values())
def test_indented_text_says_the_same(value: Any) -> None:
    assert json.loads(dumps(value, indent=2)) == json.loads(dumps(value))
    assert loads(dumps(value, indent=2), type_of(value)) == value


@few
@given(ledgers())
def test_a_ledger_is_read_from_what_it_writes(ledger: Ledger) -> None:
    text = dumps(ledger)
    assert loads(text) == ledger
    assert dumps(loads(text)) == text
    assert loads(dumps(ledger, indent=1)) == ledger
    assert Ledger.of(reversed(list(ledger.records))) == ledger
    assert dumps(Ledger.of(reversed(list(ledger.records)))) == text


@few
@given(ledgers(), days())
def test_what_was_known_is_a_document_of_its_own(ledger: Ledger, day: date) -> None:
    assert loads(dumps(ledger.as_of(day))) == ledger.as_of(day)


@pytest.mark.parametrize(
    ("cls", "text", "value"),
    [
        (Money, '{"amount": "0.5", "currency": "EUR"}', Money("0.50", "EUR")),
        (Currency, '"EUR"', Currency("EUR")),
        (Calibre, '"155 mm"', Calibre(155)),
        (Length, '"560 km"', Length(560_000)),
        (Mass, '"43.2 kg"', Mass("43.2")),
        (Period, '"2023-21"', Period("2023-21")),
        (Text, '"words"', Text("words")),
        (Text, '{"en": "words", "uk": "слова"}', Text({"uk": "слова", "en": "words"})),
        (Extras, '{"a": "b"}', Extras({"a": "b"})),
        (date, '"2024-02-27"', date(2024, 2, 27)),
        (Stage, '"delivered"', Stage.DELIVERED),
        (Party, '"NL"', Country("NL")),
        (Country, '"NL"', Country("NL")),
        (Party, '"EU"', Organisation(id="EU", name="European Union")),
        (Party, '{"kind": "organisation", "id": "EU", "name": "Other"}', Organisation(id="EU", name="Other")),
        (Party, '{"kind": "unnamed", "description": "some"}', UnnamedParty(description="some")),
        (Support, '{"kind": "munition", "calibre": "155 mm"}', Munition(calibre="155 mm")),
        (Line, '{"of": [{"kind": "munition"}], "quantity": 5}', Line(Munition(), 5)),
        (Line, '{"of": [{"kind": "munition"}], "quantity": "0.5"}', Line(Munition(), "0.5")),
        (Line, '{"of": [{"kind": "materiel"}], "unit": "tonnes"}', Line(Materiel(), unit="tonnes")),
        (Citation, '{"source": "a"}', Citation("a")),
        (Speaker, '{"name": "a", "of": "FR"}', Speaker("a", of=Country("FR"))),
        (Speaker, '{"name": {"en": "a", "uk": "б"}}', Speaker({"uk": "б", "en": "a"})),
        (Claim, '{"id": "a", "about": "b", "stage": "delivered"}', Claim(id="a", about="b", stage="delivered")),
        (
            Commitment,
            '{"kind": "financial", "id": "a", "stage": "pledged"}',
            FinancialCommitment(id="a", stage="pledged"),
        ),
        (Estimate[int], "5", exactly(5)),
        (Estimate[int], '{"about": 5}', about(5)),
        (Estimate[int], '{"at_least": 5}', at_least(5)),
        (Estimate[int], '{"between": [3, 5]}', between(3, 5)),
        (Estimate[int], '{"about": {"between": [3, 5]}}', about(between(3, 5))),
        (Estimate[int], "null", UNKNOWN),
        (Estimate[Decimal], '"0.3"', exactly(Decimal("0.3"))),
        (Estimate[Money], '{"amount": "1", "currency": "EUR"}', exactly(Money("1", "EUR"))),
        (list[Country], '["NL", "FR"]', [Country("NL"), Country("FR")]),
        (Records[Source], '[{"id": "a"}]', Records([Source(id="a")])),
        (Ledger, '{"version": 1}', Ledger()),
    ],
    ids=brief,
)
def test_a_value_stands_in_a_document_like_this(cls: Any, text: str, value: Any) -> None:
    assert loads(text, cls) == value
    assert dumps(value) == text


def test_a_list_of_values_is_written_too() -> None:
    assert dumps([Country("NL"), about(5), None, True, 1.5, {"a": Money("1", "EUR")}]) == (
        '["NL", {"about": 5}, null, true, 1.5, {"a": {"amount": "1", "currency": "EUR"}}]'
    )


@pytest.mark.parametrize(
    ("cls", "text", "value"),
    [
        (Line, '{"of": [{"kind": "munition"}], "quantity": null, "note": null}', Line(Munition())),
        (Line, '{"of": [{"kind": "munition"}], "unit": "rounds"}', Line(Munition())),
        (Line, '{"of": [{"kind": "munition"}], "quantity": "0.50"}', Line(Munition(), Decimal("0.5"))),
        (
            Claim,
            '{"kind": "claim", "id": "a", "about": "b", "stage": "disbursed"}',
            Claim(id="a", about="b", stage="delivered"),
        ),
        (Party, '{"kind": "country", "alpha2": "NLD"}', Country("NL")),
        (Country, '"528"', Country("NL")),
        (
            Party,
            '{"kind": "organisation", "id": "EU", "name": "European Union"}',
            Organisation(id="EU", name="European Union"),
        ),
        (Estimate[int], '{"about": null}', UNKNOWN),
        (Ledger, ' \n{"version":1 , "claims" : [ ]}\t', Ledger()),
        (Ledger, '{"claims": [], "version": 1}', Ledger()),
        (Money, '{"currency": "EUR", "amount": "1.00"}', Money("1", "EUR")),
    ],
    ids=brief,
)
def test_other_ways_of_saying_it_are_read(cls: Any, text: str, value: Any) -> None:
    assert loads(text, cls) == value


def test_the_sample_of_the_design_is_written_as_it_is_read() -> None:
    assert dumps(loads(SAMPLE)) == json.dumps(json.loads(SAMPLE), ensure_ascii=False)


SAMPLE = """{"version": 1,
 "sources": [{"id": "article", "title": "…", "published": "2024-02-27"}],
 "occasions": [{"id": "paris-2024", "name": "…", "place": "Paris", "when": "2024-02-26", "host": "FR"}],
 "initiatives": [
  {"id": "czech-initiative", "lead": "CZ", "goal": [{"of": [{"kind": "artillery-shell", "calibre": "155 mm"},
   {"kind": "artillery-shell", "calibre": "122 mm"}], "quantity": 800000}], "announced": "2024-02-16/2024-02-18"}],
 "commitments": [
  {"kind": "military", "id": "eu-million-shells", "donors": ["EU"],
   "lines": [{"of": [{"kind": "artillery-shell", "calibre": "155 mm"}], "quantity": 1000000}], "stage": "pledged",
   "announced": "2023-21", "due": "2024-03-01", "citations": [{"source": "article", "at": "¶11"}]},
  {"kind": "financial", "id": "nl-czech-initiative", "donors": ["NL"],
   "value": {"amount": "100000000", "currency": "EUR"}, "stage": "pledged", "announced": "2024-02-26",
   "towards": "czech-initiative"}],
 "claims": [
  {"id": "von-der-leyen-500k", "about": "eu-million-shells", "stage": "delivered", "quantity": {"about": 500000},
   "speaker": {"name": "Ursula von der Leyen", "office": "President", "of": "European Commission"},
   "said": "../2024-02-26"},
  {"id": "zelensky-30-percent", "about": "eu-million-shells", "stage": "delivered", "share": "0.3",
   "disputes": ["von-der-leyen-500k"], "wording": "arrived",
   "speaker": {"name": "Volodymyr Zelensky", "office": "President", "of": "UA"}, "said": "2024-02-26"}],
 "positions": [
  {"id": "fr-troops", "holder": "FR", "on": {"kind": "personnel", "role": "military"}, "stance": "leaves_open",
   "speaker": {"name": "Emmanuel Macron", "office": "President", "of": "FR"}, "said": "2024-02-26"}]}"""


# What cannot be written


NOON = datetime(2024, 2, 27, 12, tzinfo=UTC)


@pytest.mark.parametrize("value", [math.nan, math.inf, object, 1j, b"x", NOON, {object: 5}], ids=str)
@pytest.mark.parametrize("indent", [None, 2])
def test_what_has_no_place_in_a_document_is_refused(value: Any, indent: int | None) -> None:
    assert refusal(dumps, [value], indent=indent, error=WrongTypeError).where == "dumps"


def test_a_list_that_holds_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises((UkraineSupportError, RecursionError)):
        dumps(endless)


# Text that is no document


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "this is no JSON: a value is expected in line 1, column 1"),
        ("\n\n x", "this is no JSON: a value is expected in line 3, column 2"),
        ("{", "this is no JSON: a key in double quotes or } is expected in line 1, column 2"),
        ('{"version": 1', "this is no JSON: a comma or } is expected in line 1, column 14"),
        ('{"version" 1}', "this is no JSON: a colon is expected in line 1, column 12"),
        ('{"version": 1} x', "this is no JSON: nothing more is expected in line 1, column 16"),
        ('{"version": 1,}', "this is no JSON: a key in double quotes is expected in line 1, column 15"),
        ('{"claims": [1,]}', "this is no JSON: a value is expected in line 1, column 15"),
        ('{"claims": [', "this is no JSON: a value or ] is expected in line 1, column 13"),
        ('{"claims": [{}', "this is no JSON: a comma or ] is expected in line 1, column 15"),
        ("{'a': 1}", "this is no JSON: a key in double quotes or } is expected in line 1, column 2"),
        ('{"a": 01}', "this is no JSON: a comma or } is expected in line 1, column 8"),
        (
            '{"a": "\n"}',
            (
                "this is no JSON: a string that ends on its line, without control characters and unknown escapes,"
                " is expected in line 1, column 7"
            ),
        ),
        ('{"version": NaN}', "NaN is no number of JSON; leave the key out where a value is unknown"),
        (
            '{"claims": [{"quantity": -Infinity}]}',
            "-Infinity is no number of JSON; leave the key out where a value is unknown",
        ),
        ('{"version": 1, "version": 1}', "the key 'version' stands twice in one object; write it once"),
        ('{"claims": [{"id": "a", "id": "b"}]}', "the key 'id' stands twice in one object; write it once"),
        ('\ufeff{"version": 1}', "the document begins with a byte-order mark; leave it out"),
        (b'\xef\xbb\xbf{"version": 1}', "the document begins with a byte-order mark; leave it out"),
        (b'{"note": "\xff"}', "byte 10 is not UTF-8; write the document in UTF-8"),
        ('{"version": 1}'.encode("utf-16"), "byte 0 is not UTF-8; write the document in UTF-8"),
        ('{"version": 1}'.encode("utf-16-le"), None),
        ('{"version": ' + "9" * 1_001 + "}", "a number has 1001 digits; at most 1000 are read"),
        ('{"version": ' + "9" * 1_000_000 + "}", "a number has 1000000 digits; at most 1000 are read"),
        ("[" * 100_000, "the document is nested 100000 levels deep; at most 64 are read"),
        ('{"a":' * 100_000, "the document is nested 100000 levels deep; at most 64 are read"),
        ("[" * 100_000 + "]" * 100_000, "the document is nested 100000 levels deep; at most 64 are read"),
        ('{"version": 1, "claims": ' + "[" * 50 + "]" * 50 + "}", None),
        ("[]", '[] is a list; write a document, which is an object such as {"version": 1, "commitments": []}'),
        ('"x"', '\'x\' is a string; write a document, which is an object such as {"version": 1, "commitments": []}'),
        ("null", 'null; write a document, which is an object such as {"version": 1, "commitments": []}'),
    ],
    ids=brief,
)
def test_text_that_is_no_document_is_refused(text: str | bytes, problem: str | None) -> None:
    found = problems(text)
    assert len(found) == 1
    assert problem is None or found == [problem]
    problems(text, Claim)


@pytest.mark.parametrize("text", [None, 5, [], {"version": 1}, memoryview(b"{}")], ids=brief)
def test_a_document_is_text(text: Any) -> None:
    (problem,) = problems(text)
    assert problem.endswith("pass a str or bytes")


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused_in_a_line(value: Any) -> None:
    if not isinstance(value, bytes | str):
        problems(value)
    if not isinstance(value, bytes):
        refusal(loads, '{"version": 1}', onto=value)


def test_bytes_of_any_kind_are_read() -> None:
    written: Any = bytearray(b'{"version": 1}')
    assert loads(written) == loads(bytes(written)) == Ledger()


@pytest.mark.parametrize("version", ["2", "0", "-1", "1.0", '"1"', "true", "null", "[]", "1e0"])
def test_another_version_is_refused(version: str) -> None:
    (problem,) = problems(f'{{"version": {version}}}')
    assert problem.startswith("version: ")
    assert problem.endswith("is no version known here; this library reads 1")


# Onto a ledger


BASE = loads(SAMPLE)


def test_a_document_may_refer_to_what_is_there() -> None:
    text = """{"version": 1, "claims": [{"id": "more", "about": "eu-million-shells", "stage": "delivered",
     "disputes": ["von-der-leyen-500k"]}]}"""
    more = loads(text, onto=BASE)
    assert more.without(["more"]) == BASE
    assert problems(text)[0].startswith("claims[0].about: no commitment or initiative has the id 'eu-million-shells'")


def test_an_id_that_is_there_is_refused() -> None:
    text = """{"version": 1, "sources": [{"id": "article"}, {"id": "b"}],
     "claims": [{"id": "b", "about": "eu-million-shells", "stage": "delivered"}]}"""
    assert problems(text, onto=BASE) == [
        "sources[0].id: 'article' is the id of another record, in the ledger that it is added to",
        "claims[0].id: 'b' is the id of another record, in sources[1]",
    ]


def test_nothing_is_added_to_what_is_no_ledger() -> None:
    assert refusal(loads, '{"version": 1}', onto={}).problem == "{} is no Ledger"
    assert refusal(loads, "5", Estimate[int], onto=BASE).where == "loads"
    assert loads('{"version": 1}', onto=BASE) == BASE


# Faults, all at once


def test_all_faults_come_at_once_with_their_paths() -> None:
    text = """{"version": 3, "claimes": [],
     "sources": [{"id": ""}, {"id": "s", "published": "2023-02-30", "titel": "x"},
                 {"id": "t", "title": {"english": "x"}}],
     "occasions": {"id": "o"},
     "commitments": [
      {"kind": "military", "id": "a", "stage": "promised", "donors": ["XX", {"kind": "unnamed"}],
       "lines": [{"of": [{"kind": "artillery-shell", "calibre": "155 kg"}, {"kind": "shell"}], "quantity": 0},
                 {"of": [], "quantity": {"between": [5, 3]}, "extras": {"a": 5}}]},
      {"kind": "financial", "id": "b", "stage": "pledged", "value": {"amount": 5, "currency": "eur"}, "correction": 1},
      {"id": "c", "stage": "pledged"}, 5],
     "claims": [{"id": "d", "about": "a", "stage": "delivered", "share": 0.3, "quantity": {"about": {"about": 5}},
                 "during": ["2024", "2024-13"], "disputes": ["x", "x"], "line": 0.5,
                 "speaker": {"office": "x", "of": "Elbonia"}}],
     "positions": [{"id": "e", "holder": "FR", "on": 5, "stance": null}]}"""
    paths = [path for path, _ in failed(text).problems]
    assert paths == [
        "claimes",
        "occasions",
        "version",
        "sources[0].id",
        "sources[1].published",
        "sources[1].titel",
        "sources[2].title",
        "commitments[0].donors[0]",
        "commitments[0].donors[1].description",
        "commitments[0].lines[0].of[0].calibre",
        "commitments[0].lines[0].of[1].kind",
        "commitments[0].lines[1].quantity.between",
        "commitments[0].lines[1].extras.a",
        "commitments[0].stage",
        "commitments[1].value.amount",
        "commitments[1].value.currency",
        "commitments[1].correction",
        "commitments[2].kind",
        "commitments[3]",
        "claims[0].line",
        "claims[0].quantity.about",
        "claims[0].share",
        "claims[0].during[1]",
        "claims[0].speaker.name",
        "claims[0].speaker.of",
        "positions[0].on",
        "positions[0].stance",
    ]


def failed(text: str, cls: Any = Ledger) -> DocumentError:
    problems(text, cls)
    with pytest.raises(DocumentError) as caught:
        loads(text, cls)
    return caught.value


@pytest.mark.parametrize(
    ("records_", "problem"),
    [
        (
            '"commitments": [{"kind": "military", "id": "a", "stage": "pledged", "towards": "x"}]',
            "commitments[0].towards: no initiative has the id 'x'",
        ),
        (
            '"sources": [{"id": "a"}, {"id": "b", "through": "c"}]',
            "sources[1].through: no source has the id 'c'",
        ),
        (
            '"sources": [{"id": "b", "through": "b"}]',
            "sources[0].through: the chain 'b' > 'b' comes back to where it began",
        ),
        (
            (
                '"commitments": [{"kind": "military", "id": "a", "stage": "pledged",'
                ' "links": [{"relation": "backs", "to": "a"}]}]'
            ),
            "commitments[0].links[0].to: the chain 'a' > 'a' comes back to where it began",
        ),
        (
            '"initiatives": [{"id": "i"}], "claims": [{"id": "a", "about": "i", "stage": "delivered", "line": 0}]',
            "claims[0].line: 'i' has 0 lines, counted from 0",
        ),
        (
            (
                '"initiatives": [{"id": "i"}], "claims": [{"id": "a", "about": "i", "stage": "delivered",'
                ' "disputes": ["a"]}]'
            ),
            "claims[0].disputes[0]: a claim cannot dispute itself",
        ),
        (
            '"sources": [{"id": "a"}, {"id": "a"}]',
            "sources[1].id: 'a' is the id of another record, in sources[0]",
        ),
    ],
    ids=brief,
)
def test_a_broken_reference_is_told_by_its_path(records_: str, problem: str) -> None:
    assert problems(f'{{"version": 1, {records_}}}') == [problem]


def test_every_broken_reference_is_told() -> None:
    text = (
        '{"version": 1, "claims": [{"id": "b", "about": "x", "stage": "delivered"},'
        ' {"id": "a", "about": "y", "stage": "delivered"}]}'
    )
    assert [path for path, _ in failed(text).problems] == ["claims[1].about", "claims[0].about"]


# Many


def test_a_wholly_wrong_document_tells_the_first_thousand_faults() -> None:
    wrong = ",".join(f'{{"kind": "militry{at}", "stagee": {at}}}' for at in range(5_000))
    error = failed(f'{{"commitments": [{wrong}]}}')
    assert len(error.problems) == 1_001
    assert error.problems[-1] == ("", "1000 faults are told; in all, 5000 records are wrong")


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("{" + ",".join(f'"claims{at}": 1' for at in range(20_000)) + "}", Ledger),
        ('{"id": "a",' + ",".join(f'"title{at}": 1' for at in range(20_000)) + "}", Source),
        ('{"a": {' + ",".join(f'"k{at}": 1' for at in range(50_000)) + ', "k49999": 1}}', Ledger),
        ('{"x' + "y" * 1_000_000 + '": 1}', Ledger),
        ('{"id": "a", "' + "y" * 1_000_000 + '": 1}', Source),
        ('{"id": "a", "\\ud800": 1}', Source),
        ('{"id": "' + "y" * 1_000_000 + '"}', Source),
        ('{"kind": "' + "y" * 1_000_000 + '"}', Support),
        ('"' + "y" * 1_000_000 + '"', Party),
        ('{"' + "y" * 1_000_000 + '": 5}', Extras),
        ('{"' + "y" * 1_000_000 + '": "x"}', Text),
        ('{"' + "y" * 1_000_000 + '": 1}', Estimate[int]),
        ("[" + ",".join(f'"E{at}"' for at in range(20_000)) + "]", list[Country]),
        ("[" + ",".join(f'"E{at}"' for at in range(20_000)) + "]", list[Currency]),
        ("[" + ",".join('{"id": "a"}' for _ in range(20_000)) + "]", Records[Source]),
        ("9" * 500, Estimate[int]),
        ("0." + "1" * 1_000_000, Estimate[int]),
        ("1e999", float),
        ("1e999", Estimate[Decimal]),
        ('"' + "9" * 1_000_000 + '"', Estimate[Decimal]),
    ],
    ids=brief,
)
def test_a_huge_fault_is_told_in_short(text: str, cls: Any) -> None:
    problems(text, cls)


def test_a_deep_fault_is_told_by_the_ends_of_its_path() -> None:
    text = '{"kind": "organisation", "id": "a", "name": "b", "part_of": ' * 50 + "5" + "}" * 50
    (line,) = problems(text, Party)
    assert line.startswith("part_of.part_of.")
    assert line.endswith("part_of: 5 is a number; write an object that is a Organisation")


def test_what_stands_alike_in_many_records_is_one_object() -> None:
    said = {"about": "b", "stage": "pledged", "speaker": {"name": "A", "of": "NL"}}
    one, other = loads(json.dumps([said | {"id": "1"}, said | {"id": "2"}]), list[Claim])
    assert one.speaker == Speaker("A", of=Country("NL"))
    assert one.speaker is other.speaker


def test_threads_may_read_at_once() -> None:
    text, found = dumps(BASE), []

    def read() -> None:
        found.append(loads(text))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [BASE] * 8


# Mutations


def outcome(text: str) -> Ledger | DocumentError:
    try:
        return loads(text)
    except DocumentError as error:
        return error


@tried(40)
@given(ledgers(), st.data())
def test_only_errors_of_the_library_leave_a_reader(ledger: Ledger, data: st.DataObject) -> None:
    document = json.loads(dumps(ledger))
    for path in data.draw(st.lists(st.sampled_from(places(document)), min_size=10, max_size=10)):
        for junk in data.draw(st.lists(st.sampled_from(JUNK), min_size=5, max_size=5)):
            text = json.dumps(mutated(document, path, junk))
            found = outcome(text)
            if isinstance(found, Ledger):
                assert Ledger.of(found.records) == found
                assert loads(dumps(found)) == found
            else:
                assert max(map(len, str(found).splitlines())) < LONGEST


@example("{}")
@example(b"{}")
@example(' {"claims": []}')
@given(st.text(max_size=30) | st.binary(max_size=30))
def test_any_text_is_read_or_refused(text: str | bytes) -> None:
    for cls in (Ledger, Claim, Money):
        with pytest.raises(DocumentError):
            loads(text, cls)
