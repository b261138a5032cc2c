import copy
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.promises import eur, exact, gift, goods, least, ledger, link, span, whole
from ukraine_support import (
    UNKNOWN,
    ArtilleryShell,
    Claim,
    Commitment,
    Country,
    Currency,
    CurrencyMismatchError,
    Equipment,
    Estimate,
    FinancialCommitment,
    HumanitarianCommitment,
    Initiative,
    Instrument,
    InvalidValueError,
    Ledger,
    Line,
    Money,
    Organisation,
    Period,
    RateNotFoundError,
    Stage,
    UnnamedParty,
    WrongTypeError,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from ukraine_support.analysis import Deflators, Price, PriceBook, RateTable, SharingKey, Totals, totals

NL, CZ, DK, UA = (Country(code) for code in ("NL", "CZ", "DK", "UA"))
RATES = RateTable.constant("EUR", {"USD": "1.25", "CZK": "25"})


class TestBounds:
    @pytest.mark.parametrize(
        ("values", "total", "undisclosed"),
        [
            ([5, 7], exact(12), 0),
            ([5, None], least(5), 1),
            ([None, None], UNKNOWN, 2),
            ([5, at_most(eur(7))], span(5, 12), 0),
            ([at_most(eur(7))], span(0, 7), 0),
            ([5, at_least(eur(7))], least(12), 0),
            ([between(eur(1), eur(2)), between(eur(3), eur(5))], span(4, 7), 0),
            ([5, about(eur(7))], about(exact(12)), 0),
            ([5, about(at_least(eur(7)))], about(least(12)), 0),
            ([0], exact(0), 0),
        ],
        ids=str,
    )
    def test_a_sum_lies_between_its_lowest_and_its_highest(
        self, values: list[Any], total: Estimate[Money], undisclosed: int
    ) -> None:
        cell = totals(ledger(*(gift(f"g{at}", value) for at, value in enumerate(values))))[()]
        assert (cell.value, cell.commitments, cell.undisclosed) == (total, len(values), undisclosed)

    def test_an_undisclosed_amount_in_a_named_currency_is_at_least_nothing(self) -> None:
        assert whole(gift("a"), currency="EUR") == least(0)
        assert totals(ledger(gift("a")), rates=RATES)[()].value == least(0)

    @pytest.mark.parametrize(
        ("value", "total"),
        [
            (-3, exact(7)),
            (None, UNKNOWN),
            (at_most(eur(-3)), at_most(eur(7))),
            (at_least(eur(-3)), least(7)),
        ],
        ids=str,
    )
    def test_a_correction_adds_and_leaves_open_both_ways_what_it_leaves_open(
        self, value: Any, total: Estimate[Money]
    ) -> None:
        assert whole(gift("a", 10), gift("less", value, correction=True)) == total

    def test_what_states_no_value_is_worth_its_lines(self) -> None:
        shell = ArtilleryShell(calibre="155 mm")
        mixed = goods("a", Line(shell, 2, unit_price=eur(5)), Line(shell, 1, value=Money("5", "USD")), Line(shell, 3))
        assert whole(mixed, rates=RATES) == least(14)
        assert totals(ledger(mixed), rates=RATES)[()].undisclosed == 0
        assert whole(mixed, rates=RATES, prices=PriceBook([Price(shell, eur(100))])) == exact(314)
        assert totals(ledger(goods("b", Line(shell))), currency="EUR")[()].undisclosed == 1

    def test_a_sum_that_does_not_fit_is_an_error(self) -> None:
        with pytest.raises(InvalidValueError, match="does not fit"):
            whole(*(gift(f"g{at}", Money("9" * 30, "EUR")) for at in range(2)))

    @given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 10**9), st.integers(0, 10**9), st.booleans())))
    def test_every_sum_that_could_be_lies_within_the_bounds(self, drawn: list[tuple[int, int, int, bool]]) -> None:
        makes: list[Callable[[int, int], Any]] = [
            lambda low, more: eur(low),
            lambda low, more: between(eur(low), eur(low + more)),
            lambda low, more: at_most(eur(low + more)),
            lambda low, more: None,
        ]
        given_ = ledger(*(gift(f"g{at}", makes[kind](low, more)) for at, (kind, low, more, _) in enumerate(drawn)))
        actual = sum(low + (more if high else 0) if kind != 2 or high else 0 for kind, low, more, high in drawn if kind)
        actual += sum(low for kind, low, _, _ in drawn if not kind)
        table = totals(given_, currency="EUR")
        assert not drawn or table[()].value.could_be(eur(actual))


class TestCurrencies:
    def test_everything_in_one_currency_needs_no_rates(self) -> None:
        table = totals(ledger(gift("a", Money("5", "USD"))))
        assert table.currency == Currency("USD")
        assert table[()].value == exactly(Money("5", "USD"))
        assert totals(ledger(), currency=Currency("EUR")).currency == Currency("EUR")

    def test_several_currencies_without_rates_are_an_error(self) -> None:
        several = ledger(gift("a", 5), gift("b", Money("5", "USD")))
        with pytest.raises(CurrencyMismatchError):
            totals(several)
        with pytest.raises(CurrencyMismatchError):
            totals(ledger(gift("b", Money("5", "USD"))), currency="EUR")

    def test_amounts_are_converted_into_the_currency_asked_for_or_the_base(self) -> None:
        several = [gift("a", 5), gift("b", Money("5", "USD")), gift("c", Money("50", "CZK"))]
        assert whole(*several, rates=RATES) == exact(11)
        assert whole(*several, rates=RATES, currency="USD") == exactly(Money("13.75", "USD"))

    def test_a_missing_rate_names_the_commitments_that_need_it(self) -> None:
        given_ = ledger(gift("a", 5), gift("b", Money("5", "GBP")), gift("c", at_most(Money("5", "GBP"))), gift("d"))
        with pytest.raises(RateNotFoundError) as caught:
            totals(given_, rates=RATES)
        assert caught.value.commitments == ("b", "c")
        assert "'b', 'c'" in str(caught.value)

    def test_a_dated_rate_is_that_of_the_last_day_on_which_it_can_have_been_announced(self) -> None:
        days = {date(2024, 2, 26): {"USD": "1"}, date(2024, 2, 29): {"USD": "2"}, date(2024, 12, 31): {"USD": "4"}}
        rates = RateTable("EUR", days)
        given_ = [
            gift(f"g{at}", Money("8", "USD"), announced=announced)
            for at, announced in enumerate(("2024-02-26", "2024-02", "2024", "../2024-02-29"))
        ]
        assert whole(*given_, rates=rates) == exact(8 + 4 + 2 + 4)

    def test_a_commitment_without_a_day_needs_a_constant_rate(self) -> None:
        rates = RateTable("EUR", {date(2024, 2, 26): {"USD": "1"}})
        given_ = [
            gift("euros", 5, announced=None),
            gift("never", Money("8", "USD"), announced=None),
            gift("since", Money("8", "USD"), announced="2024-02-26/.."),
            gift("then", between(Money("8", "USD"), Money("9", "USD"))),
        ]
        with pytest.raises(RateNotFoundError, match="without a day") as caught:
            whole(*given_, rates=rates)
        assert caught.value.commitments == ("never", "since")
        assert whole(given_[0], given_[3], rates=rates) == span(13, 14)

    def test_sums_are_given_at_constant_prices(self) -> None:
        prices = Deflators("2021", {"2021": {"EUR": 100}, "2024": {"EUR": 125}})
        given_ = [gift("a", 100, announced="2021-05"), gift("b", 100), gift("c", Money("125", "USD"))]
        assert whole(*given_, rates=RATES, deflators=prices) == exact(260)
        assert whole(*given_[:2], deflators=prices) == exact(180)
        with pytest.raises(RateNotFoundError, match="no index of EUR") as caught:
            whole(gift("undated", 5, announced=None), deflators=prices)
        assert caught.value.commitments == ("undated",)

    @given(st.lists(st.tuples(st.sampled_from(["EUR", "USD", "CZK"]), st.decimals(0, 10**12, places=2)), min_size=1))
    def test_a_converted_sum_is_that_of_the_conversions(self, drawn: list[tuple[str, Decimal]]) -> None:
        given_ = [gift(f"g{at}", Money(amount, code)) for at, (code, amount) in enumerate(drawn)]
        one_by_one = Money.sum((RATES.convert(Money(amount, code), "EUR") for code, amount in drawn), "EUR")
        with localcontext(prec=3):
            total = whole(*given_, rates=RATES)
        assert total == exactly(one_by_one)


class TestKeys:
    def test_a_single_part_is_the_key_and_several_are_a_tuple(self) -> None:
        given_ = ledger(gift("a", 5), gift("b", 7, donors=[CZ], stage="delivered"))
        by_donor = totals(given_, by="donor")
        assert {key: cell.value for key, cell in by_donor.items()} == {NL: exact(5), CZ: exact(7)}
        assert totals(given_, by=("donor",)) == totals(given_, by=["donor"]) == by_donor
        both = totals(given_, by=("donor", "category", "stage"))
        assert both[NL, "financial", Stage.PLEDGED].value == exact(5)
        assert (CZ, "financial", Stage.DELIVERED) in both
        assert (NL, "financial", Stage.DELIVERED) not in both

    @pytest.mark.parametrize(
        ("by", "commitment", "key"),
        [
            ("donor", gift("a", donors=[]), None),
            ("donor", gift("a", donors=[NL, CZ]), (CZ, NL)),
            ("donor", gift("a", donors=[CZ, NL]), (CZ, NL)),
            (
                "donor",
                gift("a", donors=[Organisation(id="fund", name="A fund")]),
                Organisation(id="fund", name="A fund"),
            ),
            ("recipient", gift("a"), UA),
            ("recipient", gift("a", recipient=CZ), CZ),
            ("category", gift("a"), "financial"),
            ("category", goods("a"), "military"),
            ("category", HumanitarianCommitment(id="a", stage="pledged"), "humanitarian"),
            ("stage", gift("a", stage="disbursed"), Stage.DELIVERED),
            ("instrument", gift("a", instrument="loan"), Instrument.LOAN),
            ("instrument", gift("a"), Instrument.UNSPECIFIED),
            ("instrument", goods("a"), None),
            ("year", gift("a"), "2024"),
            ("year", gift("a", announced="2023/2024"), None),
            ("year", gift("a", announced="2023-12/2024-01"), None),
            ("year", gift("a", announced=None), None),
            ("year", gift("a", announced="2023/.."), None),
            ("year", gift("a", announced="../2023"), None),
            ("quarter", gift("a"), "2024-Q1"),
            ("quarter", gift("a", announced="2024-04/2024-06"), "2024-Q2"),
            ("quarter", gift("a", announced="2024-21"), None),
            ("month", gift("a"), "2024-02"),
            ("month", gift("a", announced="2024"), None),
            ("initiative", gift("a", towards="czech"), "czech"),
            ("initiative", gift("a"), None),
            ("supplier", gift("a", suppliers=[CZ]), CZ),
            ("supplier", gift("a"), None),
            (lambda commitment: commitment.id.upper(), gift("a"), "A"),
        ],
        ids=lambda value: "a function" if callable(value) else str(value),
    )
    def test_each_word_gives_its_key(self, by: Any, commitment: Commitment, key: object) -> None:
        assert list(totals(ledger(commitment, initiatives=[Initiative(id="czech")]), by=by)) == [key]

    @pytest.mark.parametrize(
        ("by", "announced", "keys"),
        [
            ("month", "../2024-03-05", (None, "2024-03", None)),
            ("month", "2024-03-05/..", (None, None, "2024-03")),
            ("month", "2024-02-20/2024-03-05", (None, "2024-03", "2024-02")),
            ("quarter", "2024-02-20/2024-04-05", (None, "2024-Q2", "2024-Q1")),
            ("year", "2023-12/2024-01", (None, "2024", "2023")),
            ("year", "2024-02", ("2024", "2024", "2024")),
            ("month", None, (None, None, None)),
        ],
    )
    def test_a_span_of_days_is_put_where_the_caller_says(
        self, by: str, announced: str | None, keys: tuple[str | None, ...]
    ) -> None:
        given_ = ledger(gift("a", 1, announced=announced))
        found = [list(totals(given_, by=[by], spans=spans)) for spans in (None, "latest", "earliest")]
        assert found == [[key] for key in keys]

    def test_other_words_for_spans_are_refused(self) -> None:
        with pytest.raises(InvalidValueError, match=r"totals.spans: 'last'.*\"earliest\" or \"latest\""):
            totals(ledger(), spans="last")  # type: ignore[arg-type]  # what a user may try

    def test_unnamed_donors_may_stand_in_a_joint_key(self) -> None:
        some = UnnamedParty(description="several")
        assert list(totals(ledger(gift("a", 1, donors=[some, NL])), by="donor")) == [(NL, some)]

    def test_a_subclass_is_of_the_category_of_the_librarys_class(self) -> None:
        @attrs.frozen(kw_only=True)
        class Guarantee(FinancialCommitment):
            kind: ClassVar[str] = "test.guarantee"

        @attrs.frozen(kw_only=True)
        class Amnesty(Commitment):
            kind: ClassVar[str] = "test.amnesty"

        given_ = ledger(
            gift("a", 1), Guarantee(id="b", stage="pledged", value=eur(2)), Amnesty(id="c", stage="pledged")
        )
        table = totals(given_, by="category")
        assert table["financial"].value == exact(3)
        assert list(table) == ["financial", "test.amnesty"]

    def test_keys_are_sorted_and_what_is_not_known_comes_last(self) -> None:
        given_ = ledger(gift("a", 1, donors=[]), gift("b", 1), gift("c", 1, donors=[CZ, DK]), gift("d", 1, donors=[CZ]))
        assert list(totals(given_, by="donor")) == [CZ, (CZ, DK), NL, None]

    @pytest.mark.parametrize("by", ["donors", ("donor", "colour"), "", ["colour"], 5, (5,), [None], None])
    def test_what_is_no_key_is_refused(self, by: Any) -> None:
        with pytest.raises(InvalidValueError, match="pass"):
            totals(ledger(), by=by)

    def test_an_unknown_word_is_answered_with_the_words_that_are_known(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            totals(ledger(), by="donors")
        assert "recipient, category, stage" in str(caught.value)
        assert "did you mean 'donor'?" in str(caught.value)

    def test_a_function_must_give_what_can_be_a_key(self) -> None:
        def donors(commitment: Commitment) -> Any:
            return list(commitment.donors)

        with pytest.raises(WrongTypeError, match="cannot be a key"):
            totals(ledger(gift("a")), by=donors)

    @given(st.lists(st.tuples(st.sampled_from([NL, CZ, DK]), st.booleans(), st.integers(0, 100)), min_size=1))
    def test_the_cells_of_any_table_come_to_the_whole(self, drawn: list[tuple[Country, bool, int]]) -> None:
        given_ = ledger(
            *(
                (gift if money else goods)(f"g{at}", donors=[donor], value=eur(value) if value else None)
                for at, (donor, money, value) in enumerate(drawn)
            )
        )
        grand = totals(given_, currency="EUR")[()]
        for by in ("donor", ("donor", "category"), ("category", "year", "stage")):
            cells = totals(given_, by=by, currency="EUR").values()
            assert sum((cell.value for cell in cells), exact(0)) == grand.value
            assert sum(cell.commitments for cell in cells) == grand.commitments
            assert sum(cell.undisclosed for cell in cells) == grand.undisclosed


class TestTable:
    TABLE = totals(
        ledger(gift("a", 5), gift("b", donors=[CZ, NL]), gift("c", about(eur(7)), donors=[])), by=("donor", "stage")
    )

    def test_rows_are_plain(self) -> None:
        assert self.TABLE.rows() == [
            {
                "donor": donor,
                "stage": "pledged",
                "currency": "EUR",
                "low": Decimal(low),
                "high": high,
                "approximate": approximate,
                "commitments": 1,
                "undisclosed": int(high is None),
                "bought_low": Decimal(0),
                "bought_high": Decimal(0),
                "goods": 0,
            }
            for donor, low, high, approximate in (
                ("CZ; NL", 0, None, False),
                ("NL", 5, Decimal(5), False),
                (None, 7, Decimal(7), True),
            )
        ]
        assert totals(ledger(gift("a"))).rows()[0]["currency"] is None

    def test_a_table_has_a_grand_total(self) -> None:
        whole = self.TABLE.whole
        assert (whole.value, whole.commitments, whole.undisclosed) == (about(least(12)), 3, 1)
        assert totals(ledger()).whole.value is UNKNOWN
        joint = ledger(gift("a", 9, donors=[CZ, NL]), gift("b", donors=[CZ, NL]), gift("c", 1))
        key = SharingKey({CZ: 1, NL: 2})
        table = totals(joint, by="donor", attribution={(CZ, NL): key})
        assert (table[CZ].value, table[NL].value, table.whole.value) == (least(3), least(7), least(10))
        assert (table.whole.commitments, table.whole.undisclosed) == (3, 1)

    def test_goods_that_are_split_count_once_in_the_grand_total(self) -> None:
        czech = Initiative(id="czech", lead=CZ)
        shells = goods("goods", Line(ArtilleryShell(), 10, value=eur(9)), donors=[CZ, NL], towards="czech")
        money = gift("money", 100, donors=[CZ, NL], towards="czech")
        twin = goods("again", donors=[CZ, NL], links=link("same_as", "goods"), towards="czech", stage="proposed")
        key = SharingKey({CZ: 1, NL: 2})
        for given_ in (ledger(shells, money, initiatives=[czech]), ledger(shells, money, twin, initiatives=[czech])):
            table = totals(given_, by="donor", attribution={(CZ, NL): key})
            assert (table[CZ].bought, table[NL].bought, table.whole.bought) == (exact(3), exact(6), exact(9))
            assert (table.whole.goods, table.whole.commitments, table[CZ].goods) == (1, 1, 1)

    def test_parts_of_a_key_have_names(self) -> None:
        def house(commitment: Commitment) -> str:
            return commitment.id

        table = totals(ledger(gift("a", 5)), by=(house, lambda commitment: 1, "donor", "donor", house))
        assert table.names == ("house", "key_2", "donor", "key_4", "key_5")
        assert table.rows()[0]["key_2"] == 1

    def test_a_table_is_a_value(self) -> None:
        again = pickle.loads(pickle.dumps(self.TABLE))
        assert again == copy.deepcopy(self.TABLE) == self.TABLE
        assert hash(again) == hash(self.TABLE)
        assert dict(self.TABLE) != self.TABLE
        assert totals(ledger()) != self.TABLE
        assert repr(self.TABLE) == "<Totals by donor, stage: 3 of them>"
        assert repr(totals(ledger())) == "<Totals by nothing: 0 of them>"
        assert len(self.TABLE) == len(list(self.TABLE)) == 3
        assert isinstance(self.TABLE, Totals)
        with pytest.raises(KeyError):
            self.TABLE[NL]

    @pytest.mark.parametrize("wrong", [{"stage": "promised"}, {"as_of": "2024"}, {"currency": "EURO"}], ids=str)
    def test_options_that_mean_nothing_are_refused(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(InvalidValueError):
            totals(ledger(), **wrong)

    @pytest.mark.parametrize(
        "wrong", [{"ledger": []}, {"rates": {"USD": 1}}, {"deflators": 5}, {"prices": []}], ids=str
    )
    def test_arguments_of_another_type_are_refused(self, wrong: dict[str, Any]) -> None:
        given_: dict[str, Any] = {"ledger": ledger(gift("a", 1))}
        with pytest.raises(WrongTypeError, match=f"totals.{next(iter(wrong))}: "):
            totals(**(given_ | wrong))


class TestStage:
    def test_a_commitment_counts_from_the_stage_at_which_it_was_announced(self) -> None:
        given_ = [
            gift("a", 1, stage="proposed"),
            gift("b", 2),
            gift("c", 4, stage="allocated"),
            gift("d", 8, stage="withdrawn"),
        ]
        wholes = {stage: whole(*given_, stage=stage) for stage in Stage}
        assert wholes[Stage.PROPOSED] == exact(7)
        assert wholes[Stage.PLEDGED] == whole(*given_) == exact(6)
        assert wholes[Stage.COMMITTED] == wholes[Stage.ALLOCATED] == exact(4)
        assert wholes[Stage.DELIVERED] == exact(0)
        assert wholes[Stage.WITHDRAWN] == exact(8)
        assert whole(*given_, stage="allocated") == exact(4)

    def test_claims_of_progress_leave_it_there(self) -> None:
        paid = Claim(id="paid", about="a", stage="delivered", share="0.5", said="2024-03-01")
        given_ = Ledger(commitments=[gift("a", 4)], claims=[paid])
        assert not totals(given_, stage="delivered")
        assert totals(given_)[()].value == exact(4)

    @pytest.mark.parametrize(
        ("claims", "counts"),
        [
            ([{"stage": "withdrawn", "said": "2024-03-01"}], False),
            ([{"stage": "withdrawn", "said": "2024-03-01", "line": 0}], True),
            ([{"stage": "withdrawn", "said": "2024-03-01", "quantity": 1}], True),
            ([{"stage": "withdrawn", "said": "2024-03-01", "value": eur(1)}], True),
            ([{"stage": "withdrawn", "said": "2024-03-01", "share": "0.1"}], True),
            ([{"stage": "withdrawn", "said": "2024-03-01", "forecast": True}], True),
            ([{"stage": "withdrawn", "said": "2024-03-01"}, {"stage": "contracted", "said": "2024-03-02"}], True),
            ([{"stage": "withdrawn", "said": "2024-03-01", "about": "fund"}], True),
        ],
        ids=str,
    )
    def test_what_was_said_last_to_be_withdrawn_is_withdrawn(self, claims: list[dict[str, Any]], counts: bool) -> None:
        said = [Claim(**({"id": f"c{at}", "about": "a"} | claim)) for at, claim in enumerate(claims)]
        line = Line(Equipment(), 5)
        given_ = ledger(goods("a", line, value=eur(4)), initiatives=[Initiative(id="fund")], claims=said)
        assert bool(totals(given_)) is counts
        assert bool(totals(given_, stage="withdrawn")) is not counts

    def test_the_ledger_is_asked_as_it_was_known(self) -> None:
        given_ = ledger(gift("a", 1), gift("b", 2, announced="2024-03-01", part_of="a"), gift("c", 4, announced=None))
        assert not totals(given_, as_of=date(2024, 2, 25))
        assert totals(given_, as_of=date(2024, 2, 26))[()].value == exact(1)
        assert totals(given_)[()].value == exact(5)


class TestInitiatives:
    CZECH = Initiative(id="czech", lead=CZ)
    SHELLS = Line(ArtilleryShell(calibre="155 mm"), 10, unit_price=eur(3))
    MONEY = gift("money", 100, towards="czech")

    @pytest.mark.parametrize(
        "bought",
        [
            goods("goods", SHELLS, towards="czech"),
            goods("goods", SHELLS, towards="czech", donors=[CZ]),
            goods("goods", SHELLS, towards="czech", donors=[]),
            goods("goods", SHELLS, towards="czech", donors=[CZ], value=eur(30)),
            goods("goods", attrs.evolve(SHELLS, value=eur(30)), towards="czech", donors=[NL]),
        ],
        ids=str,
    )
    def test_goods_bought_with_money_given_stand_apart(self, bought: Commitment) -> None:
        table = totals(ledger(self.MONEY, bought, initiatives=[self.CZECH]), by="initiative")
        cell = table["czech"]
        assert (cell.value, cell.commitments, cell.bought, cell.goods) == (exact(100), 1, exact(30), 1)

    def test_they_stand_in_a_cell_of_their_own_where_the_key_differs(self) -> None:
        bought = goods("goods", self.SHELLS, towards="czech", donors=[CZ])
        table = totals(ledger(self.MONEY, bought, initiatives=[self.CZECH]), by="donor")
        assert (table[CZ].value, table[CZ].commitments, table[CZ].bought) == (exact(0), 0, exact(30))
        assert (table[NL].value, table[NL].bought, table[NL].goods) == (exact(100), exact(0), 0)

    def test_they_stand_apart_even_where_the_money_has_not_got_that_far(self) -> None:
        bought = goods("goods", self.SHELLS, towards="czech")
        cell = totals(ledger(self.MONEY, bought, initiatives=[self.CZECH]), stage="delivered")[()]
        assert (cell.value, cell.bought) == (exact(0), exact(30))

    @pytest.mark.parametrize(
        "own",
        [
            goods("goods", SHELLS, towards="czech", donors=[DK], value=eur(30)),
            goods("goods", attrs.evolve(SHELLS, value=eur(30)), towards="czech", donors=[DK]),
            goods("goods", SHELLS, towards="czech", donors=[CZ, DK], value=eur(30)),
            goods("goods", SHELLS, donors=[CZ], value=eur(30)),
            goods("goods", towards="czech", value=eur(30)),
        ],
        ids=str,
    )
    def test_a_donors_own_goods_count(self, own: Commitment) -> None:
        cell = totals(ledger(self.MONEY, own, initiatives=[self.CZECH]))[()]
        assert (cell.value, cell.goods) == (exact(130), 0)

    def test_money_for_goods_that_nobody_has_counted_yet_is_money(self) -> None:
        joining = goods("poland", Line(ArtilleryShell()), towards="czech", donors=[Country("PL")])
        cell = totals(ledger(self.MONEY, joining, initiatives=[self.CZECH]))[()]
        assert (cell.value, cell.undisclosed, cell.goods) == (least(100), 1, 0)

    def test_without_money_given_nothing_was_bought_with_it(self) -> None:
        cell = totals(ledger(goods("goods", self.SHELLS, towards="czech"), initiatives=[self.CZECH]))[()]
        assert (cell.value, cell.goods) == (exact(30), 0)

    def test_goods_without_a_value_are_counted_apart(self) -> None:
        bought = goods("goods", Line(ArtilleryShell(), 10), towards="czech")
        cell = totals(ledger(self.MONEY, bought, initiatives=[self.CZECH]))[()]
        assert (cell.value, cell.undisclosed, cell.bought) == (exact(100), 0, least(0))


def test_a_table_carries_what_was_asked_and_is_compared_by_its_cells() -> None:
    records = ledger(goods("guns", value=eur(30), announced="2024-01-15"))
    deflators = Deflators("2024", {"2024": {"EUR": "100"}})
    table = totals(records, stage="proposed", as_of="2024-02-01", deflators=deflators)
    assert (table.stage, table.as_of, table.price_base) == (Stage.PROPOSED, date(2024, 2, 1), Period("2024"))
    assert table == totals(records)
    assert copy.copy(table).stage is Stage.PROPOSED
