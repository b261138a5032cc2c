"""SIPRI's register: orders, deliveries, who supplies and who pays."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Basis,
    Calibre,
    Claim,
    Commitment,
    Condition,
    Country,
    Equipment,
    FormerCountry,
    InvalidValueError,
    Missile,
    Munition,
    Organisation,
    Party,
    Period,
    Source,
    Stage,
    Support,
    UnnamedParty,
    about,
    exactly,
)
from ukraine_support.interchange import Reading, sipri
from ukraine_support.interchange._funders import PRIVATE_DONORS, PRODUCER, funders
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
    assert found.lines[0].of == (Equipment(description="self-propelled gun", designation="DITA 155mm"),)
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
            Missile(description="surface-to-air missile", designation="Starstreak"),
        ),
        (
            "guided shell",
            "Bonus 155mm",
            ArtilleryShell(description="guided shell", designation="Bonus 155mm", calibre=Calibre(155)),
        ),
        ("guided bomb", "Paveway", Munition(description="guided bomb", designation="Paveway")),
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
    with pytest.raises(InvalidValueError, match="blank after 'Number ordered'"):
        sipri.read([dict(zip(HEADING, LINE, strict=True))])


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
