"""Rows of transactions, of IATI and of FTS: what each becomes, and that none is lost without a word."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.progress import track

from conftest import tried
from odd_cells import ODD
from ukraine_support import (
    Country,
    FinancialCommitment,
    HumanitarianCommitment,
    InvalidValueError,
    Money,
    Organisation,
    Source,
    Speaker,
    WrongTypeError,
    exactly,
)
from ukraine_support.analysis import fulfilment_of_value, totals
from ukraine_support.interchange import Reading, Row, kiel, sipri, transactions
from ukraine_support.reference import ORGANISATIONS

ACTIVITY = {
    "iati_identifier": "NO-1",
    "transaction_transaction_type_code": "2",
    "transaction_transaction_date_iso_date": "2024-01-15T00:00:00Z",
    "transaction_value": "1000.0",
    "transaction_value_currency": "EUR",
    "default_currency": "NOK",
    "transaction_ref": "",
    "transaction_description_narrative": "",
    "title_narrative": "Repair of schools",
    "reporting_org_ref": "NO-BRC-971277882",
    "reporting_org_narrative": "Norad",
    "reporting_org_secondary_reporter": "false",
    "transaction_provider_org_ref": "",
    "transaction_provider_org_narrative": "",
    "transaction_receiver_org_ref": "",
    "transaction_receiver_org_narrative": "",
    "recipient_country_code": "UA",
    "recipient_country_percentage": "100",
    "transaction_recipient_country_code": "",
    "transaction_humanitarian": "",
    "humanitarian": "false",
    "transaction_finance_type_code": "",
    "default_finance_type_code": "110",
    "sector_code": "11110",
}
"""A row of the datastore's, under its own headings."""
SHORT = {
    "type": "transaction_transaction_type_code",
    "day": "transaction_transaction_date_iso_date",
    "value": "transaction_value",
    "currency": "transaction_value_currency",
    "provider": "transaction_provider_org_ref",
    "provider_name": "transaction_provider_org_narrative",
    "receiver": "transaction_receiver_org_ref",
    "receiver_name": "transaction_receiver_org_narrative",
    "country": "transaction_recipient_country_code",
    "finance": "transaction_finance_type_code",
    "reference": "transaction_ref",
    "secondary": "reporting_org_secondary_reporter",
}
FLOW = {
    "date": "2024-03-05T00:00:00Z",
    "budgetYear": "2024",
    "description": "Winter help",
    "amountUSD": "1080",
    "srcOrganization": "Germany, Government of",
    "srcOrganizationTypes": "Governments",
    "srcLocations": "DEU",
    "destOrganization": "World Food Programme",
    "destLocations": "UKR",
    "destUsageYearStart": "2024",
    "destUsageYearEnd": "2024",
    "boundary": "incoming",
    "status": "commitment",
    "decisionDate": "2024-03-01T00:00:00Z",
    "originalAmount": "1000",
    "originalCurrency": "EUR",
    "id": "312345",
}
TAGS = dict.fromkeys(FLOW, "#value") | {"amountUSD": "#value+funding+total+usd"}


def row(**changes: Any) -> dict[str, Any]:
    return ACTIVITY | {SHORT.get(name, name): value for name, value in changes.items()}


def read(*rows: dict[str, Any], **options: Any) -> Reading:
    reading = transactions.read(rows, **options)
    assert reading.rows_structured + reading.rows_passed + reading.rows_lost + reading.rows_blank == len(rows)
    return reading


def euros(number: int) -> Any:
    return exactly(Money(number, "EUR"))


def paid(value: str, day: str, **changes: Any) -> dict[str, Any]:
    return row(type="3", value=value, day=day, **changes)


# Activities


def test_an_outgoing_commitment_becomes_a_commitment() -> None:
    ledger = read(row(receiver="XM-DAC-41122", receiver_name="UNICEF")).ledger
    (one,) = ledger.commitments.values()
    assert isinstance(one, FinancialCommitment)
    assert (one.id, one.value, one.stage.value, one.instrument.value) == ("NO-1", euros(1000), "committed", "grant")
    assert (str(one.announced), one.recipient, str(one.note)) == ("2024-01-15", Country("UA"), "Repair of schools")
    assert one.donors == (Organisation(id="NO-BRC-971277882", name="Norad"),)
    assert one.channels == (ORGANISATIONS["UNICEF"],)
    assert (one.extras["sector_code"], one.extras["reporting_org_narrative"]) == ("11110", "Norad")
    assert not ledger.claims


def test_further_commitments_correct_the_first_by_a_difference() -> None:
    rows = [row(), row(value="500", day="2024-03-01"), row(value="-200", day="2024-02-01")]
    ledger = read(*rows).ledger
    assert {one.id: (one.correction, [link.to for link in one.links]) for one in ledger.commitments.values()} == {
        "NO-1": (False, []),
        "NO-1, committed 2024-02-01": (True, ["NO-1"]),
        "NO-1, committed 2024-03-01": (True, ["NO-1"]),
    }
    sums = [
        totals(ledger, stage="committed", as_of=day)[()].value for day in ("2024-01-31", "2024-02-28", "2024-12-31")
    ]
    assert sums == [euros(1000), euros(800), euros(1300)]
    assert transactions.read(rows[::-1]).ledger == ledger


def test_order_of_activities_decides_no_id() -> None:
    rows = [row(country="UA"), row(country="MD"), row(iati_identifier="NO-1 (2)", value="5")]
    assert read(*rows).ledger == read(*rows[::-1]).ledger


def test_order_of_rows_of_one_day_decides_nothing() -> None:
    rows = [row(value=f"{number}") for number in (7, 5, 6)]
    assert read(*rows).ledger == read(*rows[::-1]).ledger


def test_what_was_paid_in_another_currency_is_of_the_only_promise() -> None:
    ledger = read(row(), paid("7", "2024-02-01", currency="USD")).ledger
    assert [claim.about for claim in ledger.claims.values()] == ["NO-1"]


def test_reporter_without_a_name_is_called_by_its_id() -> None:
    reporter = {"reporting_org_narrative": ""}
    (claim,) = read(row(**reporter), paid("7", "2024-02-01", **reporter)).ledger.claims.values()
    assert claim.speaker == Speaker("NO-BRC-971277882", of=Organisation(id="NO-BRC-971277882", name="NO-BRC-971277882"))


def test_commitments_to_two_countries_are_two_promises() -> None:
    commitments = read(row(country="UA"), row(country="MD", day="2024-02-01")).ledger.commitments.values()
    assert {(str(one.recipient), one.links, one.correction) for one in commitments} == {
        ("UA", (), False),
        ("MD", (), False),
    }


def test_what_was_paid_is_claimed_by_whoever_reports() -> None:
    rows = [row(), paid("600", "2024-02-01"), row(type="4", value="50", day="2024-04-01"), paid("-100", "2024-05-01")]
    ledger = read(*rows).ledger
    claims = [(str(one.speaker), one.value, one.increment, one.correction) for one in ledger.claims.values()]
    assert claims == [
        ("Norad", euros(600), True, False),
        ("Norad", euros(50), True, False),
        ("Norad", euros(-100), True, True),
    ]
    answer = fulfilment_of_value(ledger, "NO-1")
    assert (answer.delivered, answer.outstanding, answer.disputed) == (euros(550), euros(450), False)
    assert fulfilment_of_value(ledger, "NO-1", as_of="2024-04-30").delivered == euros(650)


def test_what_is_committed_is_a_part_of_what_was_pledged() -> None:
    rows = [row(type="12", value="2000", day="2023-12-01"), row(), row(value="300", day="2024-02-01")]
    ledger = read(*rows, paid("100", "2024-03-01")).ledger
    assert ledger.commitments["NO-1"].part_of == "NO-1, pledged"
    assert totals(ledger, stage="pledged")[()].value == euros(2000)
    assert totals(ledger, stage="committed")[()].value == euros(1300)
    assert [claim.about for claim in ledger.claims.values()] == ["NO-1"]


def test_a_pledge_alone_is_what_was_paid() -> None:
    ledger = read(row(type="12"), paid("100", "2024-03-01")).ledger
    assert [claim.about for claim in ledger.claims.values()] == ["NO-1, pledged"]


def test_what_was_paid_without_a_commitment_is_itself_the_promise() -> None:
    ledger = read(paid("600", "2024-02-01"), paid("-100", "2024-05-01")).ledger
    assert not ledger.claims
    assert {one.stage.value for one in ledger.commitments.values()} == {"delivered"}
    assert totals(ledger, stage="delivered")[()].value == euros(500)


def test_what_is_below_zero_alone_is_a_correction_of_something_else() -> None:
    (one,) = read(row(value="-5")).ledger.commitments.values()
    assert (one.correction, one.links, one.value) == (True, (), euros(-5))


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        *((code, "what comes in mirrors what its giver reports") for code in ("1", "11", "13", "IF")),
        *((code, "interest, repayments and equity are no support") for code in ("5", "6", "8", "9", "LR")),
    ],
)
def test_mirrors_are_passed_over_with_their_amounts(code: str, reason: str) -> None:
    reading = read(row(), row(type=code, value="70"))
    assert [passed.reason for passed in reading.passed] == [reason]
    assert not reading.problems
    (account,) = reading.accounts()
    assert (account.sum, account.counted, account.set_aside) == (exactly(1070), exactly(1000), exactly(70))


def test_a_guarantee_is_a_promise_of_its_own() -> None:
    ledger = read(row(), row(type="10", value="5"), paid("7", "2024-02-01")).ledger
    found = [
        (one.id, one.instrument.value) for one in ledger.commitments.values() if isinstance(one, FinancialCommitment)
    ]
    assert found == [("NO-1", "grant"), ("NO-1 (2)", "guarantee")]
    assert [claim.about for claim in ledger.claims.values()] == ["NO-1"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"recipient_country_code": "UA,MD", "recipient_country_percentage": "60,40"}, "activity goes to several"),
        ({"country": "UA,MD"}, "transaction goes to several"),
        ({"recipient_country_percentage": "60"}, "only a part of the activity"),
        ({"recipient_country_code": ""}, "no country is named"),
        ({"recipient_country_code": "Atlantis"}, "no country is named"),
        ({"type": "99"}, "none of IATI's types"),
        ({"type": ""}, "none of IATI's types"),
        ({"iati_identifier": ""}, "of no activity"),
    ],
)
def test_what_cannot_be_told_is_a_problem_and_no_guess(changes: dict[str, str], problem: str) -> None:
    reading = read(row(**changes))
    assert [(one.fatal, problem in one.reason) for one in reading.problems] == [(True, True)]
    assert not reading.ledger.commitments
    assert [account.set_aside for account in reading.accounts()] == [exactly(1000)]


def test_the_country_of_the_transaction_comes_first() -> None:
    reading = read(row(country="MD", recipient_country_code="UA,MD", recipient_country_percentage="60,40"))
    assert [one.recipient for one in reading.ledger.commitments.values()] == [Country("MD")]
    assert not reading.problems


@pytest.mark.parametrize(
    ("changes", "donors"),
    [
        ({"reporting_org_ref": "GB-GOV-1"}, [Country("GB")]),
        ({"reporting_org_ref": "XX-GOV-1"}, [Organisation(id="XX-GOV-1", name="Norad")]),
        ({"reporting_org_ref": "", "reporting_org_narrative": "World Bank"}, [ORGANISATIONS["World Bank"]]),
        ({"reporting_org_ref": "WFP", "reporting_org_narrative": "Food"}, [ORGANISATIONS["WFP"]]),
        ({"reporting_org_ref": "", "reporting_org_narrative": ""}, []),
        ({"provider": "SE-0"}, [Organisation(id="SE-0", name="SE-0")]),
        ({"provider_name": "Sida"}, [Organisation(id="Sida", name="Sida")]),
        ({"secondary": "true"}, []),
        ({"secondary": "1", "provider": "SE-GOV-2"}, [Country("SE")]),
        ({"reporting_org_ref": "mine"}, [Country("LV")]),
        ({"reporting_org_narrative": "OURS"}, [Country("LT")]),
    ],
)
def test_who_gives_is_the_provider_or_whoever_reports(changes: dict[str, str], donors: list[Any]) -> None:
    reading = read(row(**changes), parties={"mine": Country("LV"), "Ours": Country("LT")})
    assert [list(one.donors) for one in reading.ledger.commitments.values()] == [donors]


def test_a_reference_is_one_party_whatever_its_names() -> None:
    rows = [row(reporting_org_narrative=name, iati_identifier=name) for name in ("Norad (NO)", "NORAD", "")]
    donors = {donor.english_name for one in read(*rows).ledger.commitments.values() for donor in one.donors}
    assert donors == {"NORAD"}


@pytest.mark.parametrize("changes", [{"humanitarian": "true"}, {"transaction_humanitarian": "1"}])
def test_an_activity_may_be_humanitarian(changes: dict[str, str]) -> None:
    (one,) = read(row(**changes)).ledger.commitments.values()
    assert isinstance(one, HumanitarianCommitment)


@pytest.mark.parametrize(
    ("changes", "value", "problems"),
    [
        ({"currency": ""}, exactly(Money("1000", "NOK")), []),
        (
            {"currency": "", "default_currency": ""},
            None,
            ["no currency is named that is known; it is taken as unknown"],
        ),
        ({"value": "much"}, None, ["'much' is no number"]),
        ({"value": "2.5E7"}, euros(25000000), []),
    ],
)
def test_amounts_are_in_the_currency_that_the_row_names(
    changes: dict[str, str], value: Any, problems: list[str]
) -> None:
    reading = read(row(**changes))
    (one,) = reading.ledger.commitments.values()
    assert (one.value.is_unknown, [problem.reason for problem in reading.problems]) == (value is None, problems)
    assert value is None or one.value == value


def test_an_unknown_currency_is_a_problem() -> None:
    reading = read(row(currency="EURO"))
    assert [problem.column for problem in reading.problems] == ["transaction_value_currency", "transaction_value"]
    assert [account.set_aside for account in reading.accounts()] == [exactly(1000)]


def test_promises_apart_stay_apart_and_are_paid_in_their_own_currency() -> None:
    rows = [row(), row(currency="USD", value="70"), paid("9", "2024-02-01", currency="USD")]
    reading = read(*rows, paid("8", "2024-02-01", currency="PLN"))
    assert sorted(reading.ledger.commitments) == ["NO-1", "NO-1 (2)"]
    assert [claim.about for claim in reading.ledger.claims.values()] == ["NO-1 (2)"]
    assert [(one.row, one.fatal) for one in reading.problems] == [(5, True)]
    assert "nothing says which of them this pays" in reading.problems[0].reason


def test_a_transaction_without_a_day_comes_last() -> None:
    ledger = read(row(day=""), row(value="5"), paid("1", "", reference="ref-1")).ledger
    assert sorted(ledger.commitments) == ["NO-1", "NO-1, committed undated"]
    assert [claim.id for claim in ledger.claims.values()] == ["NO-1, paid ref-1"]


def test_every_record_cites_its_row() -> None:
    source = Source(id="datastore", published="2024-06-01")
    reading = read(row(), paid("1", "2024-02-01"), source=source)
    places = [
        record.citations[0].at for record in (*reading.ledger.commitments.values(), *reading.ledger.claims.values())
    ]
    assert places == ["row 2", "row 3"]
    assert "datastore" in reading.ledger.sources
    flow = transactions.read([FLOW], source=source).ledger.commitments["FTS 312345"]
    assert flow.citations[0].source == "datastore"


def test_a_claim_without_a_reporter_has_no_speaker() -> None:
    rows = [row(reporting_org_ref="", reporting_org_narrative=""), paid("1", "2024-02-01", reporting_org_ref="")]
    claims = read(*(one | {"reporting_org_narrative": ""} for one in rows)).ledger.claims
    assert [claim.speaker for claim in claims.values()] == [None]


# Flows


@pytest.mark.parametrize(
    ("status", "stage"), [("pledge", "pledged"), ("Commitment", "committed"), ("paid", "delivered")]
)
def test_a_flow_becomes_a_humanitarian_commitment(status: str, stage: str) -> None:
    reading = read(TAGS, FLOW | {"status": status})
    (one,) = reading.ledger.commitments.values()
    assert isinstance(one, HumanitarianCommitment)
    assert (one.id, one.stage.value, one.value, one.donors) == ("FTS 312345", stage, euros(1000), (Country("DE"),))
    assert (one.recipient, one.channels, str(one.note)) == (Country("UA"), (ORGANISATIONS["WFP"],), "Winter help")
    assert (str(one.announced), str(one.covers), one.extras["amountUSD"]) == ("2024-03-01", "2024", "1080")
    assert [passed.reason for passed in reading.passed] == ["this is a row of tags"]
    assert {str(account.currency): account.set_aside for account in reading.accounts()} == {
        "EUR": exactly(0),
        "USD": exactly(1080),
    }


@pytest.mark.parametrize("heading", ["amountUSD", "status", "id"])
def test_one_tag_makes_a_row_one_of_tags(heading: str) -> None:
    reading = read(FLOW, FLOW | {heading: "#tag"})
    assert [(passed.row, passed.reason) for passed in reading.passed] == [(3, "this is a row of tags")]


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"originalAmount": "", "originalCurrency": ""}, exactly(Money("1080", "USD"))),
        ({"originalCurrency": "EURO"}, exactly(Money("1080", "USD"))),
        ({"originalAmount": "-1000"}, euros(-1000)),
    ],
)
def test_the_original_amount_counts_where_it_is_known(changes: dict[str, str], value: Any) -> None:
    (one,) = read(FLOW | changes).ledger.commitments.values()
    assert (one.value, one.correction) == (value, value.is_negative)


@pytest.mark.parametrize(
    ("changes", "donors"),
    [
        ({"srcOrganizationTypes": "", "srcLocations": ""}, [Country("DE")]),
        ({"srcOrganization": "Caritas Ruritania", "srcOrganizationTypes": "NGOs"}, ["Caritas Ruritania"]),
        ({"srcOrganization": "", "srcOrganizationTypes": ""}, []),
    ],
)
def test_who_gives_a_flow(changes: dict[str, str], donors: list[Any]) -> None:
    (one,) = read(FLOW | changes).ledger.commitments.values()
    assert [donor if isinstance(donor, Country) else donor.english_name for donor in one.donors] == donors


@pytest.mark.parametrize("boundary", ["internal", "outgoing"])
def test_what_passes_money_on_is_passed_over(boundary: str) -> None:
    reading = read(FLOW | {"boundary": boundary})
    assert [passed.reason for passed in reading.passed] == ["this passes on money that came in as another flow"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"status": "hoped"}, "none of pledge, commitment, paid"),
        ({"id": ""}, "no id"),
        ({"destLocations": "UKR,POL"}, "several countries"),
        ({"destLocations": ""}, "no country is named"),
    ],
)
def test_a_flow_that_cannot_be_told_is_a_problem(changes: dict[str, str], problem: str) -> None:
    reading = read(FLOW | changes)
    assert [(one.fatal, problem in one.reason) for one in reading.problems] == [(True, True)]


def test_a_flow_that_stands_there_again_counts_once_or_is_a_problem() -> None:
    again = read(FLOW, FLOW)
    assert [passed.reason for passed in again.passed] == ["the flow stands there already"]
    differing = read(FLOW, FLOW | {"originalAmount": "5"})
    assert [(one.row, one.fatal) for one in differing.problems] == [(2, True), (3, True)]


def test_a_flow_may_be_for_several_years() -> None:
    (one,) = read(FLOW | {"destUsageYearEnd": "2025"}).ledger.commitments.values()
    assert str(one.covers) == "2024/2025"


# Any rows


@pytest.mark.parametrize(
    "row", [{"a": 1}, {"iati_identifier": "NO-1", "transaction_value": "5"}, {"id": "1", "status": "paid"}]
)
def test_other_headings_are_refused(row: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match=r"neither those of IATI nor those of FTS.*iati_identifier"):
        transactions.read([row])


@pytest.mark.parametrize("parties", [{"a": "GB"}, "GB"])
def test_parties_are_given_by_name(parties: Any) -> None:
    with pytest.raises(WrongTypeError, match="maps no texts to parties"):
        transactions.read([ACTIVITY], parties=parties)


CELLS = st.sampled_from([*ODD, "UA", "2", "3", "-5", "EUR", "2024-05-06", "paid", "a"])


@given(st.lists(st.fixed_dictionaries({name: st.just(cell) | CELLS for name, cell in ACTIVITY.items()}), min_size=1))
def test_any_cells_of_transactions_are_accounted_for(rows: list[dict[str, Any]]) -> None:
    reading = read(*rows)
    assert transactions.read(rows[::-1]).rows_structured == reading.rows_structured
    for account in reading.accounts():
        assert account.sum == account.counted + account.set_aside


@tried(40)
@given(st.lists(st.fixed_dictionaries({name: st.just(cell) | CELLS for name, cell in FLOW.items()}), min_size=1))
def test_any_cells_of_flows_are_accounted_for(rows: list[dict[str, Any]]) -> None:
    read(*rows)


# Any iterable

SIPRI = [
    [
        *("Recipient", "Supplier", "Year of order", "Number ordered", "Weapon designation", "Weapon description"),
        "Number delivered",
    ],
    ["Ukraine", "Czechia", "2023", "9", "DITA 155mm", "self-propelled gun", "9"],
]


@pytest.mark.parametrize("reader", [kiel, sipri, transactions], ids=lambda reader: reader.__name__)
def test_rows_are_any_iterable_and_each_is_read_once(reader: Any) -> None:
    rows = {
        kiel: [
            *[["ID", "Countries", "Announcement Date", "Type of Aid General", "Original Currency", "Total ", "Items"]],
            *[["NLM1", "Netherlands", "6/9/2022", "Military", "EUR", "1,000", "155mm artillery round"]],
        ],
        sipri: SIPRI,
        transactions: [list(ACTIVITY), list(ACTIVITY.values())],
    }[reader]
    expected = reader.read(rows)
    assert expected.rows_structured == 1
    assert reader.read(track(rows, disable=True)) == reader.read(iter(rows)) == expected


def test_sipris_rows_are_read_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a bar around them shows how far the reading is."""
    events = []
    order = sipri._order

    def read_order(row: Row) -> Any:
        events.append("read")
        return order(row)

    def rows() -> Iterator[list[str]]:
        yield SIPRI[0]
        for _ in range(3):
            events.append("given")
            yield SIPRI[1]

    monkeypatch.setattr(sipri, "_order", read_order)
    assert sipri.read(rows()).rows_structured == 3
    assert events == ["given", "read"] * 3
