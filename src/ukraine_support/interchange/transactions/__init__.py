"""Transactions of aid, row by row, as IATI's datastore and the Financial Tracking Service of OCHA give them.

**IATI** (the datastore's `transaction` endpoint as CSV): an activity is a promise, which its transactions make and pay.

* The first outgoing commitment (type 2) of an activity becomes a commitment at the stage `committed`. Each further one,
  and each below zero, becomes a `correction` of it by a difference. So sums are exact, and every day has its own.
* An outgoing pledge (12) becomes a commitment at the stage `pledged`; what was committed is a part of it. A credit
  guarantee (10) is a commitment of its own.
* Disbursements, expenditure and reimbursements (3, 4, 7) become claims of the reporting organisation about the
  commitment, as increments at the stage `delivered`. One below zero is a claim with `correction=True`. Where the
  activity has no commitment, what was paid is itself the promise, announced as delivered.
* Incoming funds, commitments and pledges (1, 11, 13) are passed over: they mirror what the giver reports. So are
  interest, repayments and equity (5, 6, 8, 9), which are no support.
* The donor is the provider, else the reporting organisation (unless that reports for others). A reference such as
  `GB-GOV-1` is one of a government, and means its country.
* Who receives the money is among the `channels`. A transaction is for the country that it names, else for the one that
  its activity names. If that names several, or only a part of it goes to the one, the row is lost with a problem: what
  each country gets is not guessed.
* An activity that is marked as humanitarian gives a `HumanitarianCommitment`, any other a `FinancialCommitment`.

**FTS** (the flows that OCHA publishes on HDX): a flow is a `HumanitarianCommitment`, and its status (`pledge`,
`commitment`, `paid`) the stage. The original amount counts, else the one in US dollars. Internal and outgoing flows
pass on money that came in as another flow, and are passed over, as is a flow that stands there again. If the two rows
of a flow differ, both are lost with a problem.

Every row and every amount is accounted for in the reading.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ..._errors import InvalidValueError, WrongTypeError, shown
from ..._model.base.advice import an_instance_or_none
from ..._model.parties import Party
from ..._model.provenance import Source
from .._sheet.headings import Column
from .._sheet.ids import Ids
from .._sheet.reading import Reading
from .._sheet.sheet import Sheet
from ._activities import Activities
from ._fts import Flows
from ._parties import Parties
from ._transaction import Transactions

__all__ = ["read"]

_WHERE: Final = "transactions.read"
_COLUMNS: Final = tuple(
    Column(name, headings)
    for name, *headings in (
        ("activity", "iati_identifier"),
        ("type", "transaction_transaction_type_code", "transaction_type_code", "transaction_type.code"),
        ("day", "transaction_transaction_date_iso_date"),
        ("value", "transaction_value"),
        ("currency", "transaction_value_currency"),
        ("default_currency", "default_currency"),
        ("reference", "transaction_ref"),
        ("words", "transaction_description_narrative"),
        ("title", "title_narrative"),
        ("reporter", "reporting_org_ref"),
        ("reporter_name", "reporting_org_narrative"),
        ("secondary", "reporting_org_secondary_reporter"),
        ("provider", "transaction_provider_org_ref"),
        ("provider_name", "transaction_provider_org_narrative"),
        ("receiver", "transaction_receiver_org_ref"),
        ("receiver_name", "transaction_receiver_org_narrative"),
        ("countries", "recipient_country_code"),
        ("percentages", "recipient_country_percentage"),
        ("country", "transaction_recipient_country_code"),
        ("humanitarian", "transaction_humanitarian"),
        ("is_humanitarian", "humanitarian"),
        ("finance", "transaction_finance_type_code"),
        ("default_finance", "default_finance_type_code"),
        ("flow", "id"),
        ("status", "status"),
        ("date", "date"),
        ("decided", "decisionDate"),
        ("description", "description"),
        ("dollars", "amountUSD"),
        ("original", "originalAmount"),
        ("original_currency", "originalCurrency"),
        ("source", "srcOrganization"),
        ("source_types", "srcOrganizationTypes"),
        ("source_places", "srcLocations"),
        ("through", "destOrganization"),
        ("places", "destLocations"),
        ("from_year", "destUsageYearStart"),
        ("to_year", "destUsageYearEnd"),
        ("boundary", "boundary"),
    )
)
_NEEDED: Final = {
    "IATI": ("activity", "type", "value"),
    "FTS": ("flow", "status", "dollars"),
}


def read(
    rows: Iterable[Any],
    *,
    parties: Mapping[str, Party] = MappingProxyType({}),
    source: Source | None = None,
) -> Reading:
    """Read rows of transactions, of IATI's datastore or of OCHA's FTS: their headings tell which.

    Args:
        rows: Lists with the headings first, or mappings, as `csv.reader` and `csv.DictReader` give them.
        parties: Whom you mean by a reference (`"XM-DAC-7"`) or a name, where the library means none or another.
        source: The file, or the query that gave it. Every record then cites it at its row.

    Raises:
        InvalidValueError: The headings are neither those of IATI's transactions nor those of FTS' flows.
        WrongTypeError: The rows are neither lists nor mappings, or the parties are none.

    Examples:
        >>> heading = ["iati_identifier", "transaction_transaction_type_code", "transaction_transaction_date_iso_date"]
        >>> heading += ["transaction_value", "default_currency", "reporting_org_ref", "recipient_country_code"]
        >>> rows = [
        ...     ["NO-1", code, day, value, "NOK", "NO-GOV-1", "UA"]
        ...     for code, day, value in [
        ...         ("2", "2024-01-15", "1000"),
        ...         ("3", "2024-02-01", "600"),
        ...         ("3", "2024-05-01", "-100"),
        ...     ]
        ... ]
        >>> ledger = read([heading, *rows]).ledger
        >>> promise = ledger.commitments["NO-1"]
        >>> print(promise.donors, promise.value, promise.stage.value)
        (Country('NO'),) exactly(Money('1000', 'NOK')) committed
        >>> [(claim.value, claim.correction) for claim in ledger.claims.values()]
        [(exactly(Money('600', 'NOK')), False), (exactly(Money('-100', 'NOK')), True)]
    """
    an_instance_or_none(source, Source, f"{_WHERE}: source")
    given = _checked(parties)
    sheet = Sheet(rows, _COLUMNS, where=_WHERE, decimal=".", dates="month-first")
    ids = Ids(() if source is None else (source.id,))
    cited = () if source is None else (source,)
    format = _format(sheet)
    held = list(sheet)
    known = Parties(given, held)
    if format == "FTS":
        return sheet.reading([*cited, *sheet.records(Flows(source, known, ids, held).of, held)])
    transactions = sheet.records(Transactions(known).of, held)
    return sheet.reading([*cited, *Activities(source, known, ids).records(transactions)])


def _format(sheet: Sheet) -> str:
    """Whose transactions these are, by the headings.

    Raises:
        InvalidValueError: They are of nobody who is known.
    """
    for format, names in _NEEDED.items():
        if all(name in sheet.at for name in names):
            return format
    headings = {column.name: column.headings[0] for column in _COLUMNS}
    needed = " or ".join(", ".join(headings[name] for name in names) for names in _NEEDED.values())
    problem = f"the headings {shown(list(sheet.headings))} are neither those of IATI nor those of FTS"
    raise InvalidValueError(_WHERE, problem, f"pass rows with columns headed {needed}")


def _checked(parties: Mapping[str, Party]) -> Mapping[str, Party]:
    if not isinstance(parties, Mapping) or not all(isinstance(party, Party) for party in parties.values()):
        raise WrongTypeError(
            f"{_WHERE}: parties", f"{shown(parties)} maps no texts to parties", "pass names to parties"
        )
    return parties
