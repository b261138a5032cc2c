from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from analysis.records import SHELLS, claim, ledger, promise
from ukraine_support import (
    UNKNOWN,
    Citation,
    Equipment,
    Estimate,
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
    Source,
    Speaker,
    Stage,
    UnknownIdError,
    UnnamedParty,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import Fulfilment, fulfilment, fulfilment_of_value, fulfilments, stage_of


def ids(answer: Fulfilment[object], among: str = "accounts") -> list[str]:
    return [account.claim.id for account in getattr(answer, among)]


def test_without_accounts_nothing_is_known_and_anything_may_be_outstanding() -> None:
    answer = fulfilment(ledger(), "shells")
    assert answer.delivered is UNKNOWN
    assert not answer.accounts
    assert not answer.disputed
    assert answer.outstanding == between(0, 1_000)
    assert answer.share == UNKNOWN


def test_of_one_party_the_latest_total_stands() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", 300, "DE"), claim("b", "2024-02", 400, "DE")), "shells")
    assert ids(answer) == ["b"]
    assert answer.delivered == exactly(400)
    assert (answer.outstanding, answer.share) == (exactly(600), exactly(Decimal("0.4")))


def test_increments_since_the_latest_total_add_to_it() -> None:
    records = ledger(
        claim("a", "2024-01-01", 10, "DE", increment=True),
        claim("b", "2024-01-02", 300, "DE"),
        claim("c", "2024-01-03", 50, "DE", increment=True),
        claim("d", "2024-01-04", about(5), "DE", increment=True),
    )
    (account,) = fulfilment(records, "shells").accounts
    assert account.amount == about(355)
    assert [part.id for part in account.claims] == ["b", "c", "d"]
    assert account.day == date(2024, 1, 4)


def test_increments_alone_add_up() -> None:
    records = ledger(claim("a", "2024-01", 10, "DE", increment=True), claim("b", "2024-02", 20, "DE", increment=True))
    assert fulfilment(records, "shells").delivered == exactly(30)


def test_two_totals_of_one_party_and_day_both_stand_and_contradict() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01-01", 10, "DE"), claim("b", "2024-01-01", 20, "DE")), "shells")
    assert ids(answer) == ["a", "b"]
    assert answer.disputed
    assert answer.delivered == between(10, 20)


def test_a_later_lower_account_of_another_party_contradicts() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", 500, "DE"), claim("b", "2024-02", 300, "UA")), "shells")
    assert answer.disputed
    assert answer.delivered == between(300, 500)


def test_an_account_overtaken_by_another_party_is_stale_and_bounds_nothing() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", 300, "DE"), claim("b", "2024-02", 500, "UA")), "shells")
    assert (ids(answer), ids(answer, "stale")) == (["b"], ["a"])
    assert answer.delivered == exactly(500)
    assert not answer.disputed


def test_an_equal_later_account_overtakes_too() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", 300, "DE"), claim("b", "2024-02", 300, "UA")), "shells")
    assert ids(answer, "stale") == ["a"]


def test_an_account_with_an_open_top_is_overtaken_from_its_low_end() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", at_least(300), "DE"), claim("b", "2024-02", 300, "UA")), "shells")
    assert ids(answer, "stale") == ["a"]


def test_a_higher_account_that_disputes_an_earlier_one_does_not_make_it_stale() -> None:
    records = ledger(claim("a", "2024-01", 300, "DE"), claim("b", "2024-02", 500, "UA", disputes=["a"]))
    answer = fulfilment(records, "shells")
    assert ids(answer) == ["a", "b"]
    assert answer.disputed


def test_the_earlier_may_be_the_one_that_disputes() -> None:
    records = ledger(claim("a", "2024-01", 300, "DE", disputes=["b"]), claim("b", "2024-02", 500, "UA"))
    assert fulfilment(records, "shells").disputed


def test_accounts_that_agree_within_bounds_do_not_contradict() -> None:
    records = ledger(claim("a", "2024-01", between(200, 400), "DE"), claim("b", "2024-02", at_most(300), "UA"))
    answer = fulfilment(records, "shells")
    assert not answer.disputed
    assert answer.delivered == at_most(400)
    assert answer.outstanding == between(600, 1_000)


def test_a_share_counts_as_that_part_of_the_promise() -> None:
    records = ledger(claim("a", "2024-01", share="0.25", of="DE"), lines=[Line(Munition(), between(1_000, 2_000))])
    assert fulfilment(records, "shells").delivered == between(250, 500)


def test_a_share_of_an_unknown_promise_gives_no_figure_but_stays_in_the_account() -> None:
    (account,) = fulfilment(ledger(claim("a", "2024-01", share="0.25"), lines=[Line(Munition())]), "shells").accounts
    assert account.amount is UNKNOWN
    assert account.share == exactly(Decimal("0.25"))


def test_more_than_promised_leaves_nothing_outstanding() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", 1_200)), "shells")
    assert answer.outstanding == exactly(0)
    assert answer.share == exactly(Decimal("1.2"))


def test_a_share_without_an_end_is_rounded() -> None:
    third = Decimal("0.333333333333333333")
    assert fulfilment(ledger(claim("a", "2024-01", 1), lines=[Line(Munition(), 3)]), "shells").share == exactly(third)
    paid = claim("a", "2024-01", about="loan", value=Money("1", "EUR"))
    assert fulfilment_of_value(loan(paid, value=Money("3", "EUR")), "loan").share == exactly(third)


def test_of_an_unknown_promise_nothing_can_be_outstanding() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", 5), lines=[Line(Munition())]), "shells")
    assert answer.outstanding is UNKNOWN
    assert answer.share is UNKNOWN
    assert answer.delivered == exactly(5)


@pytest.mark.parametrize(
    ("promised", "outstanding", "share"),
    [
        (at_least(1_000), at_least(500), at_most(Decimal("0.5"))),
        (at_most(1_000), between(0, 500), at_least(Decimal("0.5"))),
    ],
)
def test_an_open_promise_leaves_what_is_outstanding_open(
    promised: Estimate[int], outstanding: Estimate[int], share: Estimate[Decimal]
) -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", 500), lines=[Line(Munition(), promised)]), "shells")
    assert (answer.outstanding, answer.share) == (outstanding, share)


def test_a_stage_alone_means_all_of_the_promise() -> None:
    answer = fulfilment(ledger(claim("a", "2024-01", 500, "DE"), claim("b", "2024-02", None, "UA")), "shells")
    assert (ids(answer), ids(answer, "stale")) == (["b"], ["a"])
    assert (answer.delivered, answer.share) == (exactly(1_000), exactly(Decimal(1)))


def test_forecasts_are_kept_apart() -> None:
    answer = fulfilment(ledger(claim("a", "2023-12", at_most(300), forecast=True)), "shells")
    assert (ids(answer), ids(answer, "forecasts")) == ([], ["a"])
    assert answer.delivered is UNKNOWN


def test_what_was_delivered_when_announced_needs_no_account() -> None:
    answer = fulfilment(ledger(stage="delivered"), "shells")
    assert answer.delivered == exactly(1_000)
    assert answer.outstanding == exactly(0)


def test_an_account_goes_before_the_stage_announced() -> None:
    assert fulfilment(ledger(claim("a", "2024-01", 300), stage="delivered"), "shells").delivered == exactly(300)


def test_a_claim_of_a_later_stage_says_at_least_so_much_of_this_one() -> None:
    records = ledger(claim("a", "2024-01", 300), claim("b", "2024-02", 5, "DE", stage="contracted"))
    assert fulfilment(records, "shells", stage=Stage.DISPATCHED).delivered == at_least(300)
    assert ids(fulfilment(records, "shells", stage=Stage.CONTRACTED)) == ["a", "b"]


def test_parties_are_told_apart_by_party_else_speaker_else_source() -> None:
    sources = [Source(id="one"), Source(id="two")]
    records = Ledger(
        sources=sources,
        commitments=[promise()],
        claims=[
            claim("a", "2024-01", 1, speaker=Speaker("Somebody")),
            claim("b", "2024-02", 2, speaker=Speaker("Somebody")),
            claim("c", "2024-01", 3, citations=[Citation("one"), Citation("two")]),
            claim("d", "2024-01", 4, speaker=Speaker("One of several", of=UnnamedParty(description="several"))),
            claim("e", "2024-02", 4, speaker=Speaker("One of several", of=UnnamedParty(description="several"))),
        ],
    )
    answer = fulfilment(records, "shells")
    assert {*ids(answer), *ids(answer, "stale")} == {"b", "c", "d", "e"}


def test_accounts_name_their_speaker_and_party() -> None:
    spoken, silent = fulfilment(ledger(claim("a", "2024-01", 1, "DE"), claim("b", "2024-01", 1)), "shells").accounts
    assert spoken.speaker is not None
    assert str(spoken.speaker.name) == "Speaker of DE"
    assert str(spoken.party) == "DE"
    assert silent.speaker is None
    assert silent.party is None


def test_of_several_lines_one_must_be_named() -> None:
    two = ledger(
        claim("a", "2024-01", 5, line=0),
        claim("b", "2024-01", 7, line=1),
        lines=[Line(Munition(), 10), Line(Munition())],
    )
    assert fulfilment(two, "shells", line=0).delivered == exactly(5)
    assert fulfilment(two, "shells", line=1).delivered == exactly(7)
    with pytest.raises(
        InvalidValueError, match=r"'shells' has 2 lines; name one by its id, or by its position: line=0 to line=1"
    ):
        fulfilment(two, "shells")
    with pytest.raises(InvalidValueError, match=r"'shells' has no line 2; it has 2, counted from 0"):
        fulfilment(two, "shells", line=2)


def test_a_promise_without_lines_has_no_quantity() -> None:
    assert fulfilment(ledger(lines=[]), "shells").promised is UNKNOWN


def test_the_value_of_lines_is_what_they_come_to_beside_a_part_too() -> None:
    lines = [Line(Munition(), value=Money(amount, "EUR")) for amount in (10, 30)]
    part = FinancialCommitment(id="part", stage="pledged", value=Money(5, "EUR"), part_of="whole")
    records = Ledger(commitments=[MilitaryCommitment(id="whole", stage="pledged", lines=lines), part])
    assert fulfilment_of_value(records, "whole").promised == exactly(Money(40, "EUR"))


def test_a_line_of_a_goal_is_asked_by_its_place() -> None:
    goal = [Line(Munition(), 5), Line(Munition(), 7, unit="sets")]
    records = Ledger(initiatives=[Initiative(id="czech", goal=goal)])
    assert [fulfilment(records, "czech", line=at).promised for at in (0, 1)] == [exactly(5), exactly(7)]


def test_an_initiative_is_asked_for_its_goal() -> None:
    czech = Initiative(id="czech", goal=[Line(Munition(), 800)], goal_value=Money("100", "EUR"))
    records = Ledger(initiatives=[czech], claims=[claim("a", "2024-06", 80, about="czech")])
    assert fulfilment(records, "czech").share == exactly(Decimal("0.1"))
    assert fulfilment_of_value(records, "czech").promised == exactly(Money("100", "EUR"))


def test_only_what_was_known_on_the_day_counts() -> None:
    records = ledger(claim("a", "2024-01-05", 300, "DE"), claim("b", "2024-02-05", 400, "DE"))
    assert fulfilment(records, "shells", as_of=date(2024, 1, 5)).delivered == exactly(300)
    assert fulfilment(records, "shells", as_of=date(2024, 1, 4)).delivered is UNKNOWN
    with pytest.raises(NotYetKnownError, match="known from 2023-05-31"):
        fulfilment(records, "shells", as_of=date(2023, 5, 30))


@pytest.mark.parametrize(("asked", "error"), [("nothing", UnknownIdError), ("a", UnknownIdError), (5, WrongTypeError)])
def test_only_commitments_and_initiatives_are_fulfilled(asked: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        fulfilment(ledger(claim("a", "2024-01", 1)), asked)


def test_a_time_of_day_is_no_day() -> None:
    with pytest.raises(WrongTypeError, match="has a time of day"):
        fulfilment(ledger(), "shells", as_of=datetime(2024, 1, 1, tzinfo=UTC))
    assert fulfilment(ledger(), "shells", as_of="2024-01-01").as_of == date(2024, 1, 1)


def loan(*claims: object, value: object = Money("500", "EUR")) -> Ledger:
    promised = FinancialCommitment(id="loan", stage="committed", value=value)  # type: ignore[arg-type]
    return Ledger(commitments=[promised], claims=claims)  # type: ignore[arg-type]


def test_values_are_asked_apart_from_quantities() -> None:
    paid = claim("a", "2024-01", about="loan", value=Money("200", "EUR"))
    answer = fulfilment_of_value(loan(paid), "loan")
    assert answer.delivered == exactly(Money("200", "EUR"))
    assert answer.outstanding == exactly(Money("300", "EUR"))
    assert answer.share == exactly(Decimal("0.4"))


def test_a_share_of_a_value_is_money() -> None:
    answer = fulfilment_of_value(loan(claim("a", "2024-01", about="loan", share="0.5")), "loan")
    assert answer.outstanding == exactly(Money("250", "EUR"))


def test_of_a_value_that_is_not_known_nothing_is_outstanding() -> None:
    assert fulfilment_of_value(loan(value=None), "loan").outstanding is UNKNOWN


def test_a_value_without_accounts_leaves_all_of_it_possible() -> None:
    assert fulfilment_of_value(loan(), "loan").outstanding == between(Money("0", "EUR"), Money("500", "EUR"))
    at_least_500 = loan(value=at_least(Money("500", "EUR")))
    assert fulfilment_of_value(at_least_500, "loan").outstanding == at_least(Money("0", "EUR"))


def test_one_line_may_be_asked_for_its_value() -> None:
    line = Line(Munition(), value=Money("70", "EUR"))
    records = ledger(claim("a", "2024-01", line=0, value=Money("7", "EUR")), lines=[line])
    assert fulfilment_of_value(records, "shells", line=0).share == exactly(Decimal("0.1"))
    with pytest.raises(InvalidValueError, match="no line 3"):
        fulfilment_of_value(records, "shells", line=3)


def test_of_nothing_no_part_is_told() -> None:
    paid = claim("a", "2024-01", about="loan", value=Money("5", "EUR"))
    assert fulfilment_of_value(loan(paid, value=Money("0", "EUR")), "loan").share is UNKNOWN


def test_a_share_of_a_correction_is_as_far_below_zero() -> None:
    part = claim("a", "2024-01", about="loan", share=between(Decimal("0.2"), Decimal("0.5")))
    less = FinancialCommitment(id="loan", stage="committed", value=Money("-10", "EUR"), correction=True)
    answer = fulfilment_of_value(Ledger(commitments=[less], claims=[part]), "loan")
    assert answer.delivered == between(Money("-5", "EUR"), Money("-2", "EUR"))
    assert answer.share is UNKNOWN


def test_a_claim_in_another_currency_is_listed_and_bounds_nothing() -> None:
    paid = claim("a", "2024-01", about="loan", value=Money("200", "USD"))
    answer = fulfilment_of_value(loan(paid), "loan")
    assert (answer.listed, answer.accounts, answer.delivered) == ((paid,), (), UNKNOWN)


def test_an_answer_carries_the_promise_and_the_unit() -> None:
    lines = [Line(Munition(), 10), Line(Munition(), 5)]
    later = Initiative(id="later", announced="2024-02-18")
    records = Ledger(initiatives=[later], commitments=[promise(lines=lines, towards="later")])
    assert fulfilment(records, "shells", line=1).promise == records.commitments["shells"]
    assert fulfilment(records, "shells", line=1).unit is lines[1].unit
    assert fulfilment_of_value(records, "shells", line=1).unit is None
    earlier = fulfilment(records, "shells", line=1, as_of="2023-12-31").promise
    assert earlier == promise(lines=lines), "the initiative was not known then"


def test_answers_to_all_that_is_spoken_of_are_each_of_a_line_and_a_stage() -> None:
    records = ledger(
        claim("a", "2024-01", 5, line=0), claim("b", "2024-02"), lines=[Line(Munition(), 10), Line(Equipment(), 5)]
    )
    (answers,) = fulfilments(records).values()
    told = [(answer.line, None if answer.unit is None else answer.unit.value) for answer in answers]
    assert told == [(0, None), (0, "rounds"), (None, None)]
    assert [answer.line for answer in fulfilments(records, as_of="2024-01-31")["shells"]] == [0, 0]
    (summed,) = fulfilments(ledger(claim("b", "2024-02"), lines=[Line(Munition(), 10), Line(Munition(), 5)])).values()
    assert [(answer.line, answer.promised) for answer in summed] == [(None, UNKNOWN), (None, exactly(15))]
    assert summed[1].unit is Line(Munition()).unit


def test_records_that_tell_of_one_promise_share_their_answers() -> None:
    again = promise(id="again", links=[Link("same_as", "shells")])
    other = promise(id="other", links=[Link("same_as", "shells")], lines=[Line(Equipment(), 7)])
    two = promise(id="two", links=[Link("same_as", "shells")], lines=[SHELLS, Line(Equipment(), 7)])
    twins = promise(id="twins", links=[Link("same_as", "shells")], lines=[SHELLS, SHELLS])
    claims = [
        claim("a", "2024-01", 5),
        claim("b", "2024-01", share="0.5", about="again"),
        claim("c", "2024-01", 5, about="other"),
        claim("d", "2024-01", 5, about="two", line=0),
        claim("e", "2024-01", 5, about="twins", line=0),
    ]
    answers = fulfilments(Ledger(commitments=[promise(), again, other, two, twins], claims=claims))
    assert answers["shells"] is answers["again"]
    assert len({id(each) for each in answers.values()}) == 4
    (numbers,) = (answer for answer in answers["shells"] if answer.unit is not None)
    assert {account.word.id: account.amount for account in numbers.accounts}["b"] == exactly(500)


def test_a_line_is_asked_for_by_its_id_in_numbers_and_in_money() -> None:
    lines = [Line(Munition(), 10), Line(Equipment(), 5, id="guns", value=Money("50", "EUR"))]
    records = ledger(claim("a", "2024-01", share="0.2", line="guns"), lines=lines)
    assert fulfilment(records, "shells", line="guns").delivered == exactly(1)
    in_money = fulfilment_of_value(records, "shells", line="guns")
    assert (in_money.line, in_money.delivered) == (1, exactly(Money("10", "EUR")))


def test_an_older_account_of_the_whole_stands_where_it_says_more_than_its_parts() -> None:
    part = promise(id="part", part_of="shells", lines=[Line(Munition(), 300)])
    later = claim("later", "2024-02-01", 300, "NL", about="part")
    records = ledger(claim("early", "2024-01-01", 400, "NL")).adding(part, later)
    answer = fulfilment(records, "shells")
    assert (ids(answer), answer.stale, answer.delivered) == (["early"], (), exactly(400))


def test_an_account_may_dispute_what_says_nothing_of_the_stage() -> None:
    earlier = claim("contracted", "2024-01-01", 400, "NL", stage="contracted")
    answer = fulfilment(ledger(earlier, claim("arrived", "2024-02-01", 3, "UA", disputes=["contracted"])), "shells")
    assert answer.disputed


def test_what_is_undisclosed_is_counted_in_the_currency_of_most_claims() -> None:
    gift = FinancialCommitment(id="shells", stage="pledged")
    claims = [
        claim(party, "2024", of=party, value=Money(amount, code))
        for party, amount, code in (("US", 9, "USD"), ("NL", 5, "EUR"), ("DE", 6, "EUR"))
    ]
    answer = fulfilment_of_value(Ledger(commitments=[gift], claims=claims), "shells")
    assert answer.delivered == between(Money(5, "EUR"), Money(6, "EUR"))


def test_a_value_taken_back_that_comes_to_all_lines_takes_all_back() -> None:
    lines = [Line(Munition(), value=Money(amount, "EUR")) for amount in (40, 60)]
    taken = claim("taken", "2024", value=Money(100, "EUR"), stage="withdrawn")
    assert stage_of(ledger(taken, lines=lines), "shells") is Stage.WITHDRAWN
