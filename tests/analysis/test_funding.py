from datetime import date
from typing import Any

import pytest

from ukraine_support import (
    UNKNOWN,
    Claim,
    Country,
    Currency,
    CurrencyMismatchError,
    FinancialCommitment,
    Initiative,
    InvalidValueError,
    Ledger,
    Line,
    Link,
    MilitaryCommitment,
    Money,
    Munition,
    NotYetKnownError,
    RateNotFoundError,
    Speaker,
    Stage,
    UnknownIdError,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import Funding, RateTable, funding, totals

CZECH = Initiative(id="czech", announced="2024-02-18")


def gift(donor: str, value: Any = None, **changes: Any) -> FinancialCommitment:
    stated: dict[str, Any] = {"id": donor, "donors": [Country(donor)], "stage": "pledged", "towards": "czech"}
    return FinancialCommitment(value=value, **(stated | changes))


def ledger(*commitments: Any) -> Ledger:
    return Ledger(initiatives=[CZECH], commitments=commitments)


def euros(amount: str) -> Money:
    return Money(amount, "EUR")


def test_funders_are_named_once_each() -> None:
    records = ledger(gift("NL", euros("1")), gift("NL", euros("2"), id="more"), gift("CA"))
    assert funding(records, "czech").funders == (Country("CA"), Country("NL"))


def test_an_undisclosed_amount_is_at_least_nothing() -> None:
    answer = funding(ledger(gift("NL", euros("100")), gift("CA")), "czech")
    assert answer.pledged == at_least(euros("100"))
    assert answer.undisclosed == 1


def test_up_to_counts_from_nothing() -> None:
    answer = funding(ledger(gift("NL", euros("100")), gift("BE", at_most(euros("20")))), "czech")
    assert (answer.pledged.low, answer.pledged.high) == (euros("100"), euros("120"))


def test_a_stage_counts_what_has_come_further() -> None:
    answer = funding(ledger(gift("NL", euros("100")), gift("BE", euros("20"), stage="disbursed")), "czech")
    assert answer.pledged == exactly(euros("120"))
    assert answer.committed == answer.disbursed == exactly(euros("20"))
    assert answer.at(Stage.PROPOSED) == answer.pledged


def test_several_currencies_never_make_one_sum() -> None:
    answer = funding(ledger(gift("NL", euros("100")), gift("CA", Money("40", "CAD"))), "czech")
    assert answer.currencies == (Currency("CAD"), Currency("EUR"))
    assert answer.at(Stage.PLEDGED, currency="CAD") == exactly(Money("40", "CAD"))
    assert answer.at(Stage.PLEDGED, currency=Currency("EUR")) == exactly(euros("100"))
    with pytest.raises(CurrencyMismatchError):
        _ = answer.pledged


def test_rates_make_one_sum_of_several_currencies() -> None:
    canadian = gift("CA", Money("40", "CAD"), announced="2024-02")
    answer = funding(ledger(gift("NL", euros("100"), announced="2024-02-26"), canadian, gift("BE")), "czech")
    constant = RateTable.constant("EUR", {"CAD": "1.6"})
    assert answer.at(Stage.PLEDGED, rates=constant) == at_least(euros("125"))
    assert answer.at(Stage.PLEDGED, currency="CAD", rates=constant) == at_least(Money("200", "CAD"))
    dated = RateTable("EUR", {date(2024, 2, 29): {"CAD": "1.6"}})
    assert answer.at(Stage.PLEDGED, rates=dated) == at_least(euros("125"))
    with pytest.raises(RateNotFoundError, match="CA"):
        answer.at(Stage.PLEDGED, rates=RateTable("EUR", {date(2024, 2, 26): {"CAD": "1.6"}}))


def test_nothing_disclosed_is_unknown_and_not_zero() -> None:
    assert funding(ledger(gift("CA")), "czech").pledged is UNKNOWN


def test_currencies_are_sorted() -> None:
    codes = ["CHF", "CZK", "EUR", "GBP", "NOK", "PLN", "SEK", "USD"]
    given_ = [gift("NL", Money(1, code), id=f"in-{code}") for code in codes[::-1]]
    assert [currency.code for currency in funding(ledger(*given_), "czech").currencies] == codes


def test_goods_stand_apart_from_money() -> None:
    goods = MilitaryCommitment(id="shells", stage="delivered", towards="czech", lines=[Line(Munition(), 5)])
    cash = MilitaryCommitment(id="cash", stage="pledged", towards="czech", value=euros("5"))
    earmarked = MilitaryCommitment(
        id="for shells", stage="pledged", towards="czech", value=euros("5"), lines=[Line(Munition())]
    )
    unsaid = MilitaryCommitment(id="some shells", stage="pledged", towards="czech", lines=[Line(Munition())])
    answer = funding(ledger(goods, cash, earmarked, unsaid), "czech")
    assert [found.id for found in answer.goods] == ["shells", "some shells"]
    assert [found.id for found in answer.contributions] == ["cash", "for shells"]


def test_a_part_of_a_contribution_does_not_count_again() -> None:
    records = ledger(gift("NL", euros("100")), gift("BE", euros("40"), part_of="NL"))
    assert funding(records, "czech").pledged == exactly(euros("100"))


def test_a_part_that_came_further_than_its_whole_counts_at_its_own_stage() -> None:
    part = gift("BE", euros("40"), part_of="NL", stage="disbursed")
    answer = funding(ledger(gift("NL", euros("100")), part), "czech")
    assert answer.pledged == exactly(euros("100"))
    assert answer.disbursed == exactly(euros("40"))
    assert answer.undisclosed == 0


def test_only_what_was_known_on_the_day_counts() -> None:
    records = ledger(gift("NL", euros("100"), announced="2024-02-26"))
    assert funding(records, "czech", as_of=date(2024, 2, 25)).funders == ()
    assert funding(records, "czech", as_of=date(2024, 2, 26)).funders == (Country("NL"),)
    with pytest.raises(NotYetKnownError):
        funding(records, "czech", as_of=date(2024, 2, 17))


@pytest.mark.parametrize("asked", ["NL", "nothing"])
def test_only_initiatives_are_funded(asked: str) -> None:
    with pytest.raises(UnknownIdError, match=f"has the id '{asked}'"):
        funding(ledger(gift("NL")), asked)


def test_a_correction_may_leave_open_how_far_below_zero_it_goes() -> None:
    less = gift("DE", at_most(euros("-1")), correction=True)
    assert funding(ledger(gift("NL", euros("5")), less), "czech").pledged == at_most(euros("4"))


STAGES = (Stage.PROPOSED, Stage.PLEDGED, Stage.COMMITTED, Stage.ALLOCATED, Stage.DISBURSED, Stage.WITHDRAWN)


@pytest.mark.parametrize(
    ("others", "pledged"),
    [
        ([gift("BE", euros("100"), id="twin", links=[Link("same_as", "NL")])], exactly(euros("100"))),
        ([gift("NL", euros("80"), id="new", links=[Link("replaces", "NL")])], exactly(euros("80"))),
        ([gift("NL", euros("80"), id="right", links=[Link("corrects", "NL")])], exactly(euros("80"))),
        (
            [gift("NL", euros("-5"), id="less", links=[Link("corrects", "NL")], correction=True)],
            exactly(euros("95")),
        ),
        (
            [gift("NL", euros("40"), id="part", part_of="NL"), gift("NL", euros("9"), id="bit", part_of="part")],
            exactly(euros("100")),
        ),
        ([gift("NL", euros("40"), id="part", links=[Link("component_of", "NL")])], exactly(euros("100"))),
        ([gift("NL", euros("40"), id="part", part_of="NL", towards=None, stage="disbursed")], exactly(euros("100"))),
        ([gift("NL", euros("90"), id="refund", links=[Link("reimburses", "NL")])], exactly(euros("100"))),
        ([gift("NL", id="sum"), gift("NL", euros("9"), id="part", part_of="sum")], at_least(euros("109"))),
        ([gift("DE", euros("9"), donors=[Country("DE"), Country("NL")])], exactly(euros("109"))),
        ([Claim(id="no", about="NL", stage="withdrawn")], None),
        ([Claim(id="no", about="NL", stage="withdrawn", share="0.4")], exactly(euros("60"))),
    ],
    ids=str,
)
def test_funding_counts_what_totals_count_of_its_contributions(others: list[Any], pledged: Any) -> None:
    records = Ledger.of([CZECH, gift("NL", euros("100")), *(other for other in others)])
    answer = funding(records, "czech")
    for stage in STAGES:
        table = totals(records, by="initiative", stage=stage)
        assert answer.at(stage) == (table["czech"].value if table else UNKNOWN)
    assert answer.pledged == (UNKNOWN if pledged is None else pledged)


def test_a_superseded_contribution_says_by_what() -> None:
    new = gift("NL", euros("80"), id="new", links=[Link("replaces", "NL")])
    answer = funding(ledger(gift("NL", euros("100")), new, gift("BE", euros("1"))), "czech")
    assert answer.superseded == {"NL": ("new",)}


def test_who_took_its_money_back_funds_nothing() -> None:
    gone = Claim(id="no", about="NL", stage="withdrawn", speaker=Speaker("A minister", of=Country("NL")))
    assert funding(Ledger.of([CZECH, gift("NL"), gift("BE"), gone]), "czech").funders == (Country("BE"),)


def test_an_answer_made_by_hand_counts_its_contributions() -> None:
    part = gift("BE", euros("40"), part_of="NL", links=[Link("backs", "elsewhere")])
    answer = Funding(id="czech", as_of=None, contributions=(gift("NL", euros("100")), part), goods=())
    assert answer.at("pledged") == exactly(euros("100"))


def test_money_in_a_part_of_another_currency_is_no_error() -> None:
    records = ledger(gift("NL", at_most(euros("100"))), gift("BE", Money("40", "USD"), part_of="NL"))
    answer = funding(records, "czech")
    assert answer.pledged == between(euros("0"), euros("100"))
    assert answer.undisclosed == 0
    assert answer.at("pledged", rates=RateTable.constant("EUR", {"USD": "2"})) == between(euros("20"), euros("100"))


def test_words_for_stages_and_days_are_taken_and_others_refused() -> None:
    answer = funding(ledger(gift("NL", euros("1"), announced="2024-02-26")), "czech", as_of="2024-02-27")
    assert answer.as_of == date(2024, 2, 27)
    assert answer.at("pledged") == answer.pledged
    with pytest.raises(InvalidValueError, match="pledged"):
        answer.at("promised")
    with pytest.raises(InvalidValueError, match="2024-02-27"):
        funding(ledger(), "czech", as_of="27 February")


def test_undisclosed_contributions_are_counted_though_another_telling_is_in_another_currency() -> None:
    shells = Line(Munition(), 100)
    ledger = Ledger(
        initiatives=[Initiative(id="joint")],
        commitments=[
            FinancialCommitment(id="euros", stage="pledged", towards="joint", value=Money("100", "EUR")),
            FinancialCommitment(id="nothing", stage="pledged", towards="joint"),
            MilitaryCommitment(
                id="dollars",
                stage="pledged",
                value=Money("80", "USD"),
                lines=[shells],
                links=[Link("corrects", "euros")],
            ),
        ],
    )
    assert funding(ledger, "joint").undisclosed == 1


def test_undisclosed_amounts_are_counted_beside_those_of_several_currencies() -> None:
    records = ledger(gift("NL", euros("5")), gift("US", Money("5", "USD")), gift("CA"))
    assert funding(records, "czech").undisclosed == 1
