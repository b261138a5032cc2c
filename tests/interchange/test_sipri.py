"""SIPRI's register: orders, deliveries, who supplies and who pays."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from odd_cells import ODD
from ukraine_support import (
    UNKNOWN,
    AerialBomb,
    ArtilleryShell,
    Basis,
    Calibre,
    Claim,
    Commitment,
    Condition,
    Country,
    Equipment,
    FormerCountry,
    Howitzer,
    InvalidValueError,
    Missile,
    Munition,
    Organisation,
    Party,
    Period,
    Source,
    Stage,
    Support,
    Tank,
    UnnamedParty,
    about,
    exactly,
)
from ukraine_support.interchange import Reading, sipri
from ukraine_support.interchange.sipri._funders import PRIVATE_DONORS, PRODUCER, funders
from ukraine_support.reference import EU
from ukraine_support.serialisation import dumps, loads

HEADING = ["Recipient", "Supplier", "Year of order", " ", "Number ordered", " ", "Weapon designation"]
HEADING += [
    "Weapon description",
    "Number delivered",
    " ",
    "Year(s) of delivery",
    "status",
    "Comments",
    "SIPRI TIV per unit",
]
LINE = ["Ukraine", "Czechia", "2023", "", "9", "", "DITA 155mm", "self-propelled gun", "9", "?", "2024; 2025", "New"]
LINE += ["Financed by Netherlands as aid", "1.4"]


def line(**changes: Any) -> list[Any]:
    names = ["recipient", "supplier", "year", "year_doubt", "ordered", "ordered_doubt", "designation", "description"]
    names += ["delivered", "delivered_doubt", "years", "status", "comments", "tiv"]
    assert set(changes) <= set(names)
    return [changes.get(name, cell) for name, cell in zip(names, LINE, strict=True)]


def read(*lines: Sequence[Any], **options: Any) -> Reading:
    return sipri.read([HEADING, *lines], **options)


def order(*lines: Sequence[Any]) -> Commitment:
    (found,) = read(*lines).ledger.commitments.values()
    return found


def test_row_becomes_an_order_and_a_claim_of_its_delivery() -> None:
    reading = read(LINE)
    (found,) = reading.ledger.commitments.values()
    assert found.id == "Czechia to Ukraine, 2023: DITA 155mm"
    assert (found.stage, found.recipient, found.suppliers, found.donors) == (
        Stage.CONTRACTED,
        Country("UA"),
        (Country("CZ"),),
        (Country("NL"),),
    )
    assert (found.announced, found.value, found.basis) == (Period("2023"), UNKNOWN, Basis.STATED)
    assert str(found.note) == "Financed by Netherlands as aid"
    assert found.extras == {"SIPRI TIV per unit": "1.4"}
    assert found.lines[0].quantity == exactly(9)
    assert found.lines[0].condition is Condition.NEW
    assert found.lines[0].of == (
        Howitzer(description="self-propelled gun", designation="DITA", calibre="155 mm", standard="nato"),
    )
    assert found.lines[0].extras == {"Weapon designation": "DITA 155mm"}
    (claim,) = reading.ledger.claims.values()
    assert (claim.about, claim.line, claim.stage, claim.quantity) == (found.id, 0, Stage.DELIVERED, about(9))
    assert claim.during == (Period("2024"), Period("2025"))
    assert claim.speaker is not None
    assert str(claim.speaker.of) == "SIPRI"
    assert loads(dumps(reading.ledger)) == reading.ledger


@pytest.mark.parametrize(
    ("number", "doubt", "quantity"),
    [("160", "", exactly(160)), ("160", "?", about(160)), ("", "?", UNKNOWN), ("", "", UNKNOWN)],
)
def test_uncertainty_is_that_of_each_number(number: str, doubt: str, quantity: object) -> None:
    found = order(line(ordered=number, ordered_doubt=doubt))
    assert found.lines[0].quantity == quantity
    assert found.announced == Period("2023")


def test_what_marks_no_doubt_in_a_column_of_doubt_is_a_problem() -> None:
    assert order(line(ordered_doubt="??")).lines[0].quantity == about(9)
    reading = read(line(year_doubt="!", ordered_doubt="yes", delivered_doubt="3"))
    (found,) = reading.ledger.commitments.values()
    assert (found.announced, found.lines[0].quantity) == (Period("2023"), exactly(9))
    assert sorted(problem.value for problem in reading.problems) == ["!", "3", "yes"]
    assert {problem.reason for problem in reading.problems} == {'this marks no doubt, as "?" does; it is left out'}


@pytest.mark.parametrize("number", ["1.000", "20.000"])
def test_number_that_can_be_read_in_two_ways_is_a_problem(number: str) -> None:
    reading = read(line(ordered=number))
    (found,) = reading.ledger.commitments.values()
    assert found.lines[0].quantity == UNKNOWN
    assert "can be read as" in reading.problems[0].reason


@pytest.mark.parametrize("heading", [heading for heading in HEADING[:9] if heading.strip()])
def test_table_without_a_column_that_each_order_needs_is_refused(heading: str) -> None:
    with pytest.raises(InvalidValueError, match=f"no column is headed '{heading}'"):
        sipri.read([["Other" if one == heading else one for one in HEADING], LINE])


def test_uncertain_year_of_order_is_uncertain_in_the_period() -> None:
    assert order(line(year_doubt="?")).announced == Period("2023?")


def test_nothing_delivered_is_zero_and_an_empty_number_is_no_claim() -> None:
    (claim,) = read(line(delivered="0", delivered_doubt="", years="")).ledger.claims.values()
    assert (claim.quantity, claim.during) == (exactly(0), ())
    assert not read(line(delivered="", years="")).ledger.claims
    (claim,) = read(line(delivered="", delivered_doubt="", years="2022")).ledger.claims.values()
    assert claim.quantity == UNKNOWN


@pytest.mark.parametrize(
    ("description", "designation", "kind"),
    [
        (
            "surface-to-air missile",
            "Starstreak",
            Missile(description="surface-to-air missile", designation="Starstreak", role="surface-to-air"),
        ),
        (
            "guided shell",
            "Bonus 155mm",
            ArtilleryShell(description="guided shell", designation="Bonus 155mm", calibre=Calibre(155), guided=True),
        ),
        ("guided bomb", "Mk", AerialBomb(description="guided bomb", designation="Mk", guided=True)),
        (
            "guided bomb",
            "Paveway",
            AerialBomb(description="guided bomb", designation="Paveway", guided=True, standard="nato"),
        ),
        ("vehicle engine", "C-9", Equipment(description="vehicle engine", designation="C-9")),
        ("", "", Equipment(description="weapon")),
        ("fuel", "x", None),
    ],
)
def test_description_tells_the_kind(description: str, designation: str, kind: Support | None) -> None:
    (found,) = order(line(description=description, designation=designation)).lines[0].of
    assert found == kind if kind else found.kind == "supplies"


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("unknown supplier(s)", UnnamedParty(description="unknown supplier(s)")),
        ("Soviet Union", FormerCountry("SUHH")),
        ("Hezbollah (Lebanon)*", Organisation(id="Hezbollah (Lebanon)", name="Hezbollah (Lebanon)")),
        ("", UnnamedParty(description="unknown supplier")),
    ],
)
def test_supplier_may_be_no_current_country(name: str, party: Party) -> None:
    reading = read(line(supplier=name))
    assert next(iter(reading.ledger.commitments.values())).suppliers == (party,)
    assert not reading.problems


def test_unknown_recipient_is_kept_as_described_and_reported() -> None:
    reading = read(line(recipient="Freedonia"))
    assert next(iter(reading.ledger.commitments.values())).recipient == UnnamedParty(description="Freedonia")
    assert [(p.column, p.value, p.fatal) for p in reading.problems] == [("Recipient", "Freedonia", False)]


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"ordered": "-5"}, "Number ordered"),
        ({"ordered": "0"}, "Number ordered"),
        ({"ordered": "a few"}, "Number ordered"),
        ({"delivered": "-1"}, "Number delivered"),
        ({"status": "rusty"}, "status"),
        ({"years": "2022; soon"}, "Year(s) of delivery"),
        ({"year": "soon"}, "Year of order"),
    ],
)
def test_odd_cell_is_a_problem_and_the_order_stands(changes: dict[str, str], column: str) -> None:
    reading = read(line(**changes))
    assert [problem.column for problem in reading.problems] == [column]
    assert (reading.rows_structured, len(reading.ledger.commitments)) == (1, 1)


@pytest.mark.parametrize(
    ("status", "condition"),
    [
        ("New", Condition.NEW),
        ("Second hand", Condition.SECOND_HAND),
        ("Second-hand", Condition.SECOND_HAND),
        ("Second hand but modernized", Condition.MODERNISED),
        ("", None),
    ],
)
def test_status_is_the_condition(status: str, condition: Condition | None) -> None:
    assert order(line(status=status)).lines[0].condition is condition


@pytest.mark.parametrize(
    ("changes", "column", "announced", "ordered", "delivered"),
    [
        ({"year": "2024??"}, "Year of order", None, exactly(9), about(9)),
        ({"year": "0000"}, "Year of order", None, exactly(9), about(9)),
        ({"year": "２０２３"}, "Year of order", None, exactly(9), about(9)),
        ({"years": "2024??"}, "Year(s) of delivery", Period("2023"), exactly(9), about(9)),
        ({"years": "0000; 0024"}, "Year(s) of delivery", Period("2023"), exactly(9), about(9)),
        ({"years": "２０２４"}, "Year(s) of delivery", Period("2023"), exactly(9), about(9)),
        ({"years": "2024-2025"}, "Year(s) of delivery", Period("2023"), exactly(9), about(9)),
        ({"ordered": "up to 0"}, "Number ordered", Period("2023"), UNKNOWN, about(9)),
        ({"ordered": "between -5 and 5"}, "Number ordered", Period("2023"), UNKNOWN, about(9)),
        ({"delivered": "up to -5"}, "Number delivered", Period("2023"), exactly(9), UNKNOWN),
        ({"year": "since 2022", "year_doubt": "?"}, "", Period("2022?/.."), exactly(9), about(9)),
        ({"year": "2022-2023", "year_doubt": "?"}, "", Period("2022?/2023?"), exactly(9), about(9)),
        ({"year": "2022?", "year_doubt": "?"}, "", Period("2022?"), exactly(9), about(9)),
    ],
)
def test_cell_that_breaks_a_rule_ends_no_reading(
    changes: dict[str, str], column: str, announced: Period | None, ordered: object, delivered: object
) -> None:
    other = line(recipient="Poland")
    reading = read(line(**changes), other)
    first, second = reading.ledger.commitments.values()
    if first.recipient != Country("UA"):
        first, second = second, first
    assert (first.announced, first.lines[0].quantity) == (announced, ordered)
    assert reading.ledger.claims[f"{first.id}, delivered"].quantity == delivered
    assert second == order(other)
    assert {(problem.row, problem.column, problem.fatal) for problem in reading.problems} == (
        {(2, column, False)} if column else set()
    )
    assert reading.rows_structured == 2


@pytest.mark.parametrize("column", range(len(HEADING)))
def test_no_cell_whatsoever_ends_a_reading(column: int) -> None:
    others = [line(recipient="Poland", designation=f"number {at}") for at, _ in enumerate(ODD)]
    odd = [[*LINE[:column], cell, *LINE[column + 1 :]] for cell in ODD]
    reading = read(*(row for pair in zip(odd, others, strict=True) for row in pair))
    assert reading.rows_structured == reading.rows_read == 2 * len(ODD)
    assert reading.ledger.commitments.items() >= read(*others).ledger.commitments.items()
    assert reading.ledger.claims.items() >= read(*others).ledger.claims.items()
    assert all(problem.row % 2 == 0 for problem in reading.problems)
    assert loads(dumps(reading.ledger)) == reading.ledger


def test_year_that_no_order_can_have_is_kept_and_noted() -> None:
    reading = read(line(year="2203", years="2024; 2924"))
    (found,) = reading.ledger.commitments.values()
    (claim,) = reading.ledger.claims.values()
    assert (found.announced, claim.during) == (Period("2203"), (Period("2024"), Period("2924")))
    assert [(note.row, note.column) for note in reading.notes] == [(2, "Year of order"), (2, "Year(s) of delivery")]
    assert not reading.problems


def test_congo_is_the_one_that_sipri_calls_so() -> None:
    reading = read(line(recipient="Congo"), line(recipient="DR Congo"), line(comments="Financed by Congo as aid"))
    found = {commitment.recipient: commitment for commitment in reading.ledger.commitments.values()}
    assert set(found) == {Country("CG"), Country("CD"), Country("UA")}
    assert found[Country("UA")].donors == (Country("CG"),)
    assert not reading.problems


WIDE = [*HEADING, "SIPRI TIV for total order", "SIPRI TIV of delivered weapons"]


@pytest.mark.parametrize(
    "comment", [["Aid; first", "second line"], ["Aid; first", "second line", "third line"], ["Aid; first", "", "third"]]
)
def test_order_whose_comment_holds_a_line_break_is_one(comment: list[str]) -> None:
    whole = [*LINE[:12], " ".join(filter(None, comment)), "1.4", "5", "7"]
    broken = [[*LINE[:12], comment[0]], *([text] for text in comment[1:-1]), [comment[-1], "1.4", "5", "7"]]
    file = io.StringIO("\n".join(",".join(f"{cell}" for cell in row) for row in (WIDE, *broken, whole)), newline="")
    rows = list(csv.reader(file))
    assert [len(row) for row in rows[1:]] in ([13, 4, 16], [13, 1, 4, 16], [13, 0, 4, 16])
    reading = sipri.read(rows)
    assert reading.problems == ()
    assert reading.rows_read == reading.rows_structured == 2
    first, second = reading.ledger.commitments.values()
    assert (first.note, first.extras, first.donors) == (second.note, second.extras, second.donors)
    assert len(first.extras) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
@pytest.mark.parametrize("preamble", ["", "Trade register\n\n"])
def test_file_is_read_as_it_comes(encoding: str, preamble: str) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([HEADING, line(supplier="Türkiye")])
    content = f"{preamble}{file.getvalue()}".encode(encoding)
    text = content.decode("iso-8859-1" if encoding == "iso-8859-1" else "utf-8")
    reading = sipri.read(csv.reader(io.StringIO(text, newline="")))
    (found,) = reading.ledger.commitments.values()
    assert found.suppliers == (Country("TR"),)
    assert not reading.problems


def test_names_that_are_met_again_are_looked_up_once() -> None:
    names = ["Freedonia", "Soviet Union", "NATO**", "Hezbollah (Lebanon)*", "unknown rebel group*", "Libya GNC"]
    rows = [line(recipient=names[at % len(names)], designation=f"number {at}") for at in range(3_000)]
    reading = read(*rows)
    assert (reading.rows_structured, len(reading.ledger.commitments)) == (3_000, 3_000)
    assert {problem.value for problem in reading.problems} == {"Freedonia", "Libya GNC"}


def test_source_may_be_called_like_an_order() -> None:
    id = "Czechia to Ukraine, 2023: DITA 155mm"
    ledger = read(LINE, source=Source(id=id, published="2026-05-18")).ledger
    assert list(ledger.commitments) == [f"{id} (2)"]


def test_no_id_depends_on_the_order_of_the_rows() -> None:
    lines = [line(ordered=number, comments=comment) for number in ("9", "10", "") for comment in ("", "Aid")]
    lines += [line(supplier="Poland"), line(ordered="9", comments="")]

    def by_id(lines: Sequence[Any]) -> dict[str, Any]:
        ledger = read(*lines).ledger
        return {record.id: record for record in (*ledger.commitments.values(), *ledger.claims.values())}

    assert len(by_id(lines)) == 2 * len(lines)
    assert by_id(lines) == by_id(lines[::-1]) == by_id(sorted(lines, key=str))


def test_identical_rows_both_stay() -> None:
    ledger = read(LINE, LINE, line(status="Second hand")).ledger
    id = "Czechia to Ukraine, 2023: DITA 155mm"
    assert list(ledger.commitments) == [id, f"{id} (2)", f"{id} (3)"]
    assert ledger == read(LINE, LINE, line(status="Second hand")).ledger
    assert {claim.about for claim in ledger.claims.values()} == set(ledger.commitments)


PANDAS = [*HEADING[:3], " ", HEADING[4], " .1", *HEADING[6:9], " .2", *HEADING[10:]]


@pytest.mark.parametrize(
    "rows",
    [
        [["Trade register"], [], *[[f"line {n}", ""] for n in range(9)], HEADING, LINE],
        [dict(zip(PANDAS, LINE, strict=True))],
        [dict(reversed(list(zip(PANDAS, LINE, strict=True))))],
        [HEADING, [*LINE[:2], 2023, None, 9.0, float("nan"), *LINE[6:8], 9, *LINE[9:]]],
    ],
    ids=["preamble", "pandas", "pandas, another order", "numbers"],
)
def test_rows_come_in_several_forms(rows: list[Any]) -> None:
    assert sipri.read(rows).ledger.commitments == read(LINE).ledger.commitments


def test_missing_columns_are_named() -> None:
    with pytest.raises(InvalidValueError, match="'Supplier'"):
        sipri.read([["Recipient", *HEADING[2:]], LINE[1:]])
    with pytest.raises(InvalidValueError, match=r"blank after 'Number ordered', none blank after .*DictReader"):
        sipri.read([dict(zip(HEADING, LINE, strict=True))])


@pytest.mark.parametrize("gone", [[3], [5], [9], [3, 5]])
def test_columns_of_doubt_that_are_there_in_part_are_refused(gone: list[int]) -> None:
    with pytest.raises(InvalidValueError, match="all three columns of doubt"):
        sipri.read([[cell for at, cell in enumerate(row) if at not in gone] for row in (HEADING, LINE)])


def test_without_the_columns_of_doubt_no_number_is_doubtful_and_the_reading_says_so() -> None:
    rows = [
        [cell for at, cell in enumerate(row) if at not in (3, 5, 9)]
        for row in (HEADING, LINE, line(year_doubt="?", ordered_doubt="?"))
    ]
    for given in (rows, [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]):
        reading = sipri.read(given)
        assert {commitment.announced for commitment in reading.ledger.commitments.values()} == {Period("2023")}
        assert {claim.quantity for claim in reading.ledger.claims.values()} == {exactly(9)}
        (note,) = reading.notes
        assert "lacks the columns that mark doubt" in note.text
        assert not reading.problems
    assert not read(LINE).notes


POLARS = [*HEADING[:5], "_duplicated_0", *HEADING[6:9], "_duplicated_1", *HEADING[10:]]
R_BASE = [re.sub(r"[^\w.]", ".", name) for name in HEADING]
R_BASE[3], R_BASE[5], R_BASE[9] = "X.", "X..1", "X..2"
READR = [f"...{at + 1}" if name == " " else name for at, name in enumerate(HEADING)]
JANITOR = [re.sub(r"\W+", "_", name.lower()).strip("_") for name in HEADING]
JANITOR[3], JANITOR[5], JANITOR[9] = "x", "x_2", "x_3"


@pytest.mark.parametrize(
    "heading",
    [POLARS, [" _duplicated_0" if name == "_duplicated_0" else name for name in POLARS], R_BASE, READR, JANITOR],
    ids=["polars", "polars, with a blank", "R", "readr", "janitor"],
)
@pytest.mark.parametrize("mapped", [False, True])
def test_register_comes_through_other_tools(heading: list[str], mapped: bool) -> None:
    cells = line(year_doubt="?", ordered_doubt="?")
    reading = sipri.read([dict(zip(heading, cells, strict=True))] if mapped else [heading, cells])
    (found,) = reading.ledger.commitments.values()
    assert (found.announced, found.lines[0].quantity, found.lines[0].condition) == (
        Period("2023?"),
        about(9),
        Condition.NEW,
    )
    (claim,) = reading.ledger.claims.values()
    assert (claim.quantity, len(claim.during)) == (about(9), 2)
    assert (reading.problems, reading.notes) == ((), ())


def test_order_of_the_columns_makes_no_difference_where_a_tool_numbers_the_blank_ones() -> None:
    cells = line(year_doubt="?", delivered_doubt="")
    for heading in (PANDAS, POLARS, R_BASE):
        (found,) = sipri.read([dict(reversed(list(zip(heading, cells, strict=True))))]).ledger.commitments.values()
        assert (found.announced, found.lines[0].quantity) == (Period("2023?"), exactly(9))


def test_index_that_pandas_put_first_is_no_column_of_doubt() -> None:
    reading = sipri.read([["", *HEADING], [0, *LINE]])
    assert reading.ledger.commitments == read(LINE).ledger.commitments


def test_records_cite_the_edition_at_their_row() -> None:
    edition = Source(id="register", published="2026-05-18")
    ledger = read(LINE, source=edition).ledger
    assert [
        citation.at
        for record in (*ledger.commitments.values(), *ledger.claims.values())
        for citation in record.citations
    ] == [
        "row 2",
        "row 2",
    ]
    assert not ledger.undated
    assert read(LINE).ledger.undated == ("Czechia to Ukraine, 2023: DITA 155mm, delivered",)


US = Country("US")


@pytest.mark.parametrize(
    ("comment", "parties"),
    [
        ("", ()),
        ("Second-hand; Oncilla version", ()),
        ("Second-hand; aid after 2022 Russian invasion of Ukraine", (US,)),
        ("Second-hand; probably aid after 2022 Russian invasion of Ukraine", (US,)),
        ("Financed by Netherlands as aid after 2022 Russian invasion of Ukraine", (Country("NL"),)),
        ("Second-hand; financed by aid from Netherlands and United Kingdom", (Country("NL"), Country("GB"))),
        ("Aid (partly financed by aid from Norway;) for Patriot air-defence systems", (US, Country("NO"))),
        ("Aid after 2022 Russian invasion of Ukraine; co-financed by Norway", (US, Country("NO"))),
        ("Aid; incl some financed by Lithuania", (US, Country("LT"))),
        ("Aid (incl partly funded by aid from Denmark); delivery planned 2025-2026", (US, Country("DK"))),
        ("EUR650 m deal (partly financed by EU aid)", (EU,)),
        ("Second-hand; financed by German aid after 2022 Russian invasion of Ukraine", (Country("DE"),)),
        ("Financed by FRG; from German production line", (Country("DE"),)),
        ("Financed by EU and USA aid after 2022 Russian invasion of Ukraine; Rosomak version", (EU, US)),
        ("Financed by 'FMF' aid (from USA) and aid from Denmark; Norway", (US, Country("DK"), Country("NO"))),
        (
            "Financed by aid from Denmark; Sweden and other European countries as part of a program",
            (Country("DK"), Country("SE"), UnnamedParty(description="other European countries")),
        ),
        (
            "Financed through the Requirements List (PURL) program by European and other states as aid",
            (UnnamedParty(description="European and other states"),),
        ),
        (
            "Aid; incl 190 financed by USA and rest financed by unidentified other states",
            (US, UnnamedParty(description="unidentified other states")),
        ),
        ("Financed with private donations; ambulance version", (PRIVATE_DONORS,)),
        ("Aid; originally to be funded by Lithuanian private aid but instead donated by producer", (PRODUCER,)),
        ("Financed by a bank", ()),
    ],
)
def test_comments_tell_who_pays(comment: str, parties: tuple[Party, ...]) -> None:
    assert funders(comment, US) == parties


@pytest.mark.parametrize(
    ("people", "country"),
    [
        *(("American", "US"), ("Belgian", "BE"), ("British", "GB"), ("Canadian", "CA"), ("Czech", "CZ")),
        *(("Danish", "DK"), ("Dutch", "NL"), ("Finnish", "FI"), ("French", "FR"), ("German", "DE")),
        *(("Italian", "IT"), ("Lithuanian", "LT"), ("Norwegian", "NO"), ("Polish", "PL"), ("Swedish", "SE")),
    ],
)
def test_an_adjective_tells_whose_aid_it_is(people: str, country: str) -> None:
    assert funders(f"Financed by {people} aid", Country("UA")) == (Country(country),)


def test_the_register_reads_without_problems(shared_data: Path) -> None:
    with (shared_data / "sipri" / "ukraine-2022-plus.csv").open(encoding="utf-8", newline="") as file:
        reading = sipri.read(csv.reader(file))
    assert (reading.rows_read, reading.rows_structured, reading.rows_blank, reading.problems) == (462, 462, 0, ())
    orders = list(reading.ledger.commitments.values())
    assert sum(found.lines[0].quantity.is_unknown for found in orders) == 48
    assert sum(found.lines[0].quantity.is_approximate for found in orders) == 219
    assert sum(not found.donors for found in orders) == 48
    claims: list[Claim] = list(reading.ledger.claims.values())
    assert sum(claim.quantity.is_approximate for claim in claims) == 303
    assert sum(claim.quantity == exactly(0) for claim in claims) == 25
    assert sum(len(claim.during) > 1 for claim in claims) == 150
    assert loads(dumps(reading.ledger)) == reading.ledger


def test_the_register_is_sorted_into_classes(shared_data: Path) -> None:
    with (shared_data / "sipri" / "ukraine-2022-plus.csv").open(encoding="utf-8", newline="") as file:
        reading = sipri.read(list(csv.reader(file)))
    kinds = [line.of[0] for order in reading.ledger.commitments.values() for line in order.lines]
    bare = [kind for kind in kinds if type(kind) in (Equipment, Munition)]
    assert len(kinds) == 462
    assert len(bare) <= len(kinds) * 5 // 100
    tanks = [kind for kind in kinds if isinstance(kind, Tank)]
    assert {kind.designation for kind in tanks} >= {"Leopard 2A4", "T-72", "Challenger 2"}
    assert {note.text.partition(" ")[0] for note in reading.notes} == {"known"}
