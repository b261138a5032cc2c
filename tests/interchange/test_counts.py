"""How many, in words: bounds, doubts, ranges, sizes and numbers, in the languages that cells are read in."""

import pickle
import re
from decimal import Context, Decimal, Inexact, Overflow, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odd_cells import LONG
from ukraine_support import UNKNOWN, Estimate, InvalidValueError, about, at_least, at_most, between, exactly
from ukraine_support.interchange._sheet.counts import estimate_of
from ukraine_support.interchange._sheet.digits import Sign, TwoReadingsError, leans_on_english, sign_shown
from ukraine_support.interchange._sheet.languages import WORDS
from ukraine_support.interchange._sheet.lexicon import ALL, LANGUAGES, lexicon_of
from ukraine_support.interchange._sheet.periods import period_of

MILLION = 10**6


@pytest.mark.parametrize(
    ("words", "estimate"),
    [
        ("20,000", exactly(20000)),
        ("100 thousand", exactly(100_000)),
        ("1000 to 1.2 million", between(1000, 1_200_000)),
        ("1 million", exactly(MILLION)),
        ("2.5 million", exactly(2_500_000)),
        ("3 dozen", exactly(36)),
        ("2 hundred thousand", exactly(200_000)),
        ("1e+06", exactly(MILLION)),
        ("-5", exactly(-5)),
        ("−5", exactly(-5)),
        ("+5", exactly(5)),
        ("exactly 5", exactly(5)),
        ("a total of 5", exactly(5)),
        # letters of size
        ("1.2m", exactly(1_200_000)),
        ("1.2 m", exactly(1_200_000)),
        ("100k", exactly(100_000)),
        ("1.5bn", exactly(1_500_000_000)),
        ("5 mln", exactly(5 * MILLION)),
        ("1.2 mn", exactly(1_200_000)),
        # numbers in words
        ("Five", exactly(5)),
        ("twelve", exactly(12)),
        ("Twenty", exactly(20)),
        ("twenty-five", exactly(25)),
        ("thirty-one", exactly(31)),
        ("twenty five thousand", exactly(25_000)),
        ("ninety nine", exactly(99)),
        ("a dozen", exactly(12)),
        ("a hundred", exactly(100)),
        ("one hundred and twenty", exactly(120)),
        ("two hundred fifty thousand", exactly(250_000)),
        ("two hundred and fifty thousand", exactly(250_000)),
        ("five hundred thousand", exactly(500_000)),
        ("half a million", exactly(500_000)),
        ("half a dozen", exactly(6)),
        ("a half million", exactly(500_000)),
        ("three million", exactly(3 * MILLION)),
        ("two thousand five hundred", exactly(2500)),
        ("one million two hundred thousand", exactly(1_200_000)),
        ("one million one hundred thousand", exactly(1_100_000)),
        ("twenty thousand and fifty", exactly(20_050)),
        ("up to two thousand five hundred rounds", at_most(2500)),
        ("one and a half million", exactly(1_500_000)),
        ("2½ million", exactly(2_500_000)),
        ("two-three dozen", between(24, 36)),
        ("up to 2-3 million", at_most(3 * MILLION)),
        ("more than 5 to 10", at_least(5)),
        ("between one and two thousand five hundred", between(1000, 2500)),
        # what is counted
        ("50 trucks", exactly(50)),
        ("about eight helicopters", about(8)),
        ("1,000 helmets", exactly(1000)),
        ("10,000 rounds", exactly(10_000)),
        ("10,000 rounds of", exactly(10_000)),
        ("100 pcs.", exactly(100)),
        ("20 pieces", exactly(20)),
        ("3 units", exactly(3)),
        ("5 systems", exactly(5)),
        ("six tanks", exactly(6)),
        ("a dozen vehicles", exactly(12)),
        ("1.2 million shells", exactly(1_200_000)),
        ("50 (fifty)", exactly(50)),
        ("zero", exactly(0)),
        # at least
        ("100+ rounds", at_least(100)),
        ("100 or more tanks", at_least(100)),
        ("scores of vehicles", at_least(40)),
        ("a couple of dozen", at_least(24)),
        ("many thousands", at_least(2000)),
        ("more than 300,000", at_least(300_000)),
        ("over 20", at_least(20)),
        ("at least 2", at_least(2)),
        ("in excess of 100", at_least(100)),
        ("upwards of 100", at_least(100)),
        ("no fewer than 5", at_least(5)),
        ("above 5", at_least(5)),
        ("a minimum of 5", at_least(5)),
        ("min. 5", at_least(5)),
        ("> 5", at_least(5)),
        (">=5", at_least(5)),
        ("≥5", at_least(5)),
        (">=.5 million", at_least(500_000)),
        ("100+", at_least(100)),
        ("100 + ", at_least(100)),
        ("20 or more", at_least(20)),
        ("20 and above", at_least(20)),
        ("more than a dozen", at_least(12)),
        ("more than 1 million rounds", at_least(MILLION)),
        # at most
        ("up to 12", at_most(12)),
        ("Up to 1 million", at_most(MILLION)),
        ("less than 75", at_most(75)),
        ("below 100", at_most(100)),
        ("no more than 5", at_most(5)),
        ("not exceeding 5", at_most(5)),
        ("a maximum of 5", at_most(5)),
        ("max 5", at_most(5)),
        ("< 5", at_most(5)),
        ("as many as 40", at_most(40)),
        ("5 or fewer", at_most(5)),
        ("up to 0", at_most(0)),
        ("up to -5", at_most(-5)),
        # about
        ("approximately 8,000", about(8000)),
        ("about 300", about(300)),
        ("around 300", about(300)),
        ("an estimated 100", about(100)),
        ("est. 100", about(100)),
        ("100 (estimated)", about(100)),
        ("some 30", about(30)),
        ("~40", about(40)),
        ("≈ 40", about(40)),
        ("±40", about(40)),
        ("+/- 40", about(40)),
        ("40? tanks", about(40)),
        ("ca. 40", about(40)),
        ("ca.40", about(40)),
        ("c. 40", about(40)),
        ("40?", about(40)),
        ("40??", about(40)),
        ("~~~40", about(40)),
        ("40 or so", about(40)),
        ("about more than 40", about(at_least(40))),
        ("up to about 40", about(at_most(40))),
        # several
        ("dozens", at_least(24)),
        ("dozens of vehicles", at_least(24)),
        ("hundreds", at_least(200)),
        ("thousands of", at_least(2000)),
        ("tens of thousands", at_least(20_000)),
        ("hundreds of thousands of", at_least(200_000)),
        ("millions", at_least(2 * MILLION)),
        ("several hundred", at_least(200)),
        ("several thousand rounds", at_least(2000)),
        ("a few dozen", at_least(24)),
        ("about several hundred", about(at_least(200))),
        # ranges
        ("10-20", between(10, 20)),
        ("10 – 20", between(10, 20)),
        ("-5--3", between(-5, -3)),
        ("between 10 and 20", between(10, 20)),
        ("between 10 & 20", between(10, 20)),
        ("from 1,000 to 2,000", between(1000, 2000)),
        ("5 or 6", between(5, 6)),
        ("five to ten", between(5, 10)),
        ("1-2 million", between(MILLION, 2 * MILLION)),
        ("between 1 and 2 million", between(MILLION, 2 * MILLION)),
        ("10 to 15 thousand", between(10_000, 15_000)),
        ("2-3 dozen", between(24, 36)),
        ("two to three dozen", between(24, 36)),
        ("one or two hundred", between(100, 200)),
        ("1-2 million rounds", between(MILLION, 2 * MILLION)),
        ("1.5-2m", between(1_500_000, 2 * MILLION)),
        ("5k-10k", between(5000, 10_000)),
        ("900 thousand to 1.2 million", between(900_000, 1_200_000)),
        ("50,000 to 1 million", between(50_000, MILLION)),
        ("500 to 1 thousand", between(500, 1000)),
        ("500-1,000", between(500, 1000)),
        ("1000 to 2,000,000", between(1000, 2 * MILLION)),
        ("5-1000", between(5, 1000)),
        ("5 to 5,000", between(5, 5000)),
        ("5-5", between(5, 5)),
        ("2-2 million", between(2 * MILLION, 2 * MILLION)),
        ("10,000-20,000", between(10_000, 20_000)),
        ("about 1-2 million", about(between(MILLION, 2 * MILLION))),
        ("at least 5 and up to 10", between(5, 10)),
        ("at least 5, at most 10", between(5, 10)),
        ("more than 5 but less than 10", between(5, 10)),
        ("up to 10 but at least 5", between(5, 10)),
        ("at least 1 and up to 2 million", between(MILLION, 2 * MILLION)),
    ],
)
def test_words_of_a_count(words: str, estimate: Estimate[Any]) -> None:
    found = estimate_of(words)
    assert found == estimate
    assert all(isinstance(end, int) for end in (found.low, found.high) if end is not None)
    assert estimate_of(words, ".", lexicon_of((), "here")) == estimate


@pytest.mark.parametrize(
    ("language", "words", "estimate"),
    [
        ("de", "bis zu 300", at_most(300)),
        ("de", "höchstens 300", at_most(300)),
        ("de", "rund 300", about(300)),
        ("de", "etwa 300 Stück", about(300)),
        ("de", "ca. 300", about(300)),
        ("de", "1,2 Mio.", exactly(1_200_000)),
        ("de", "1,2 Mio. Schuss", exactly(1_200_000)),
        ("de", "rund 1,2 Millionen", about(1_200_000)),
        ("de", "2 Mrd.", exactly(2 * 10**9)),
        ("de", "5 Tsd.", exactly(5000)),
        ("de", "mindestens 5", at_least(5)),
        ("de", "mehr als ein Dutzend", at_least(12)),
        ("de", "zwischen 5 und 10", between(5, 10)),
        ("de", "von 5 bis 10", between(5, 10)),
        ("de", "5 bis 10 Tausend", between(5000, 10_000)),
        ("de", "mindestens 5 und höchstens 10", between(5, 10)),
        ("de", "zwölf", exactly(12)),
        ("de", "eine halbe Million", exactly(500_000)),
        ("de", "mehrere Hundert", at_least(200)),
        ("de", "Dutzende", at_least(24)),
        ("de", "zwei Billionen", exactly(2 * 10**12)),
        ("fr", "environ 300", about(300)),
        ("fr", "jusqu'à 300", at_most(300)),
        ("fr", "jusqu’à 300", at_most(300)),
        ("fr", "plus de 300", at_least(300)),
        ("fr", "au moins 300", at_least(300)),
        ("fr", "plus d'une douzaine", at_least(12)),
        ("fr", "entre 5 et 10", between(5, 10)),
        ("fr", "de 5 à 10 mille", between(5000, 10_000)),
        ("fr", "2 milliards", exactly(2 * 10**9)),
        ("fr", "1,5 million", exactly(1_500_000)),
        ("fr", "vingt", exactly(20)),
        ("fr", "vingt cinq mille", exactly(25_000)),
        ("fr", "un demi-million", exactly(500_000)),
        ("fr", "dizaines de milliers", at_least(20_000)),
        ("fr", "plusieurs centaines", at_least(200)),
        ("fr", "300 obus", exactly(300)),
        ("pl", "ok. 300", about(300)),
        ("pl", "około 300", about(300)),
        ("pl", "do 300", at_most(300)),
        ("pl", "ponad 300", at_least(300)),
        ("pl", "co najmniej 300", at_least(300)),
        ("pl", "od 5 do 10", between(5, 10)),
        ("pl", "między 5 a 10 tys.", between(5000, 10_000)),
        ("pl", "1,2 mln", exactly(1_200_000)),
        ("pl", "1,2 mln sztuk", exactly(1_200_000)),
        ("pl", "2 mld", exactly(2 * 10**9)),
        ("pl", "pół miliona", exactly(500_000)),
        ("pl", "pięć tysięcy", exactly(5000)),
        ("pl", "setki", at_least(200)),
        ("uk", "до 300", at_most(300)),
        ("uk", "близько 300", about(300)),
        ("uk", "близько 5 тис. снарядів", about(5000)),
        ("uk", "понад 1 млн", at_least(MILLION)),
        ("uk", "щонайменше 5", at_least(5)),
        ("uk", "не більше 5", at_most(5)),
        ("uk", "від 5 до 10", between(5, 10)),
        ("uk", "між 5 та 10 тисяч", between(5000, 10_000)),
        ("uk", "1,2 млрд", exactly(1_200_000_000)),
        ("uk", "п'ять", exactly(5)),
        ("uk", "п’ять тисяч", exactly(5000)),
        ("uk", "двадцять п'ять", exactly(25)),
        ("uk", "пів мільйона", exactly(500_000)),
        ("uk", "півмільйона", exactly(500_000)),
        ("uk", "десятки", at_least(20)),
        ("uk", "кілька сотень", at_least(200)),
        ("uk", "300 шт.", exactly(300)),
        ("cs", "asi 300", about(300)),
        ("cs", "více než 300", at_least(300)),
        ("cs", "až 300 tisíc", at_most(300_000)),
        ("nl", "ongeveer 300", about(300)),
        ("nl", "meer dan 300", at_least(300)),
        ("nl", "tussen 5 en 10 duizend", between(5000, 10_000)),
    ],
)
def test_words_of_other_languages(language: str, words: str, estimate: Estimate[Any]) -> None:
    assert estimate_of(words) == estimate
    assert estimate_of(words, None, lexicon_of([language], "here")) == estimate
    assert estimate_of(words.upper(), None, lexicon_of([language, "en"], "here")) == estimate


@pytest.mark.parametrize(
    ("language", "words"),
    [
        *(
            ("en", "NA"),
            ("en", "not stated"),
            ("en", "n.a."),
            ("en", "not specified"),
            ("en", "no data"),
            ("pl", "nieznane"),
            ("de", "k.A."),
            ("de", "unbekannt"),
            ("fr", "non communiqué"),
            ("fr", "n.c."),
        ),
        *(("pl", "brak danych"), ("uk", "невідомо"), ("uk", "н/д"), ("cs", "neuvedeno"), ("nl", "Onbekend")),
    ],
)
def test_words_for_nothing_of_other_languages(language: str, words: str) -> None:
    assert estimate_of(words) == estimate_of(words, None, lexicon_of([language], "here")) == UNKNOWN
    assert period_of(words) is None


def test_language_that_is_not_among_those_chosen_is_not_read() -> None:
    assert estimate_of("bis zu 300") == at_most(300)
    for words in ("bis zu 300", "до 300"):
        with pytest.raises(InvalidValueError, match="is no number"):
            estimate_of(words, None, lexicon_of(["fr"], "here"))


def test_word_that_two_languages_mean_differently_is_decided_by_english_or_not_at_all() -> None:
    assert estimate_of("2 billion") == exactly(2 * 10**9)
    with pytest.raises(TwoReadingsError, match="1000000000000"):
        estimate_of("2 billion", None, lexicon_of(["de"], "here"))
    assert estimate_of("2 Billionen", None, lexicon_of(["de"], "here")) == exactly(2 * 10**12)


@pytest.mark.parametrize("name", ["numbers", "sizes", "many"])
def test_no_word_means_several_numbers_where_no_language_is_chosen(name: str) -> None:
    found: dict[str, tuple[Any, ...]] = getattr(ALL, name)
    assert {word: values for word, values in found.items() if len(values) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_months_and_words_of_count(language: str) -> None:
    own = WORDS[language]
    assert own["months"].count(",") == 11
    assert {"about", "at least", "at most", "range", "sizes", "until", "since"} <= set(own)
    assert all(name in WORDS["en"] for name in own)
    assert all(text == text.casefold() for text in own.values())


@pytest.mark.parametrize(
    "words",
    [
        *("a lot", "5 apples", "more than", "up to many", "a few", "several", "a couple", "a", "an", "half", "hundred"),
        *(
            "million",
            "dozen",
            "one million two",
            "two dozen five",
            "one and two",
            "five-ten",
            "quatre-vingt",
            "one thousand one million",
            "five five",
            "twenty dozen apples",
            "c5",
            "someone",
            "one thousand and one thousand",
            "one million ninety five thousand",
            "two pieces half a million",
            "a round",
            "half rounds",
            "uptofive",
            "5 x",
            "1,2,3",
            "1.2.3",
        ),
        *(
            "5 and 6",
            "5 to 3",
            "10 000 0",
            "between 5",
            "from to",
            "up to up to 5",
            "5 5",
            "1/2",
            "½",
            "$5",
            "(5",
            "5 (",
        ),
        *("up to dozens", "five hundred and", "dozens of dozens of apples", "5%", "№ 5", "5 °", "~~~~40", "5 per day"),
        *(
            "at least 5 and up to many",
            "at least many and up to 5",
            "50 (sixty)",
            "rounds",
            "of",
            "https://example.org/5",
        ),
    ],
)
def test_what_is_no_count_is_refused(words: str) -> None:
    with pytest.raises(InvalidValueError, match=r"is no number|ends below"):
        estimate_of(words)


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("20.000", ("20", "20000")),
        ("1.000", ("1", "1000")),
        ("-1.250", ("-1.25", "-1250")),
        ("up to 20.000", ("20", "20000")),
        ("10.000-20.000", ("10", "10000")),
        ("1.500 million", ("1.5", "1500")),
        ("20.000 rounds", ("20", "20000")),
        ("100-150,000", ("100 to 150000", "100 thousand to 150000")),
        ("999 to 1,500,000", ("999 to 1500000", "999 thousand to 1500000")),
        ("900 to 1.2 million", ("900 to 1200000", "900 thousand to 1200000")),
    ],
)
def test_count_of_two_readings_is_refused_with_both(words: str, readings: tuple[str, str]) -> None:
    with pytest.raises(TwoReadingsError, match=re.escape(f"can be read as {readings[0]} and as {readings[1]}")):
        estimate_of(words)


def test_error_of_two_readings_pickles() -> None:
    error = TwoReadingsError.of("20.000", "20", "20000")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (TwoReadingsError, str(error))


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("20.000", "20", "20000"),
        ("20,000", "20000", "20"),
        ("1.234,5", "1234.5", "1234.5"),
        ("1,234.5", "1234.5", "1234.5"),
        ("1.000.000", "1000000", "1000000"),
        ("395,88", "395.88", "395.88"),
        ("0.125", "0.125", "0.125"),
        ("0,125", "0.125", "0.125"),
        ("1234.567", "1234.567", "1234.567"),
        ("1234,567", "1234.567", "1234.567"),
        ("1.5", "1.5", "1.5"),
        ("15.000.00", "15000", "15000"),
        ("20 000", "20000", "20000"),
        ("20 000,5", "20000.5", "20000.5"),
        ("20'000.5", "20000.5", "20000.5"),
        ("up to 20.000", "20", "20000"),
    ],
)
def test_what_stands_before_fractions_decides_where_a_number_does_not(text: str, point: str, comma: str) -> None:
    for sign, digits in ((".", point), (",", comma)):
        signed: Sign = sign  # type: ignore[assignment]  # one of the two
        found = estimate_of(text, signed)
        assert Decimal(digits) in (found.low, found.high)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        *(("1.234,5", ","), ("1,234.5", "."), ("395,88", ","), ("1.000.000", ","), ("1,000,000", "."), ("0.5", ".")),
        *(("1.5 to 2,5", None), ("20.000", None), ("20,000", None), ("5", None), ("20 000", None), ("up to 1,5", ",")),
    ],
)
def test_number_shows_what_stands_before_fractions_or_does_not(text: str, sign: str | None) -> None:
    assert sign_shown(text) == sign


def test_number_that_leans_on_english_is_told() -> None:
    assert leans_on_english("20,000 to 1.5 million")
    assert [leans_on_english(text) for text in ("20,000", "up to 20,000", "20.000", "1,5", "1,234.5", "5")] == [
        *(True, True, False, False, False, False)
    ]


def test_number_of_more_than_thirty_digits_is_too_large() -> None:
    assert estimate_of("9" * 30) == exactly(10**30 - 1)
    with pytest.raises(InvalidValueError, match="is too large; write at most 30 digits"):
        estimate_of("1" + "0" * 30)


@pytest.mark.parametrize(
    ("cell", "estimate"),
    [
        ("20,481.5", exactly(Decimal("20481.5"))),
        ("more than 20.4825 million", at_least(20_482_500)),
        (20483.5, exactly(Decimal("20483.5"))),
        (Decimal("20484.5"), exactly(Decimal("20484.5"))),
        ("two thousand four hundred and eighty five", exactly(2485)),
    ],
)
def test_number_is_read_alike_however_the_caller_has_set_decimals(cell: Any, estimate: Estimate[Any]) -> None:
    with localcontext(Context(prec=2, Emax=2, Emin=-2, traps=[Inexact, Overflow])):
        assert estimate_of(cell, ".") == estimate


def test_cell_of_two_hundred_characters_is_read_and_a_longer_one_is_not() -> None:
    cell = "5 rounds" + " of" * 64
    assert (len(cell), estimate_of(cell)) == (200, exactly(5))
    with pytest.raises(InvalidValueError, match="is no number"):
        estimate_of(f"{cell}.")


@pytest.mark.parametrize(
    "cell", ["5" + "?" * LONG, "~" * LONG + "5", "about " * LONG + "5", "5" + "-5" * LONG, "1," * LONG, "a " * LONG]
)
def test_no_length_of_a_cell_is_too_much(cell: str) -> None:
    with pytest.raises(InvalidValueError, match="is no number") as raised:
        estimate_of(cell)
    assert len(str(raised.value)) < 300


PIECES = (
    *(
        "5",
        "1",
        "20.000",
        "1,5",
        "-",
        "–",
        " ",
        " to ",
        "between ",
        " and ",
        "up to ",
        "at least ",
        "about ",
        "~",
        "?",
        "+",
    ),
    *(
        "a ",
        "half ",
        "dozen",
        " million",
        "several ",
        "twenty",
        "five",
        " rounds",
        " of ",
        "bis ",
        "до ",
        "(",
        ")",
        ".",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from([None, ".", ","]))
def test_any_words_are_a_count_or_a_refusal(words: str, sign: Sign | None) -> None:
    try:
        found = estimate_of(words, sign)
    except InvalidValueError:
        return
    assert isinstance(found, Estimate)
    if found.low is not None and found.high is not None:
        assert found.low <= found.high


def test_a_number_in_words_ends_before_one_that_is_no_unit() -> None:
    assert estimate_of("twenty five") == exactly(25)
    with pytest.raises(InvalidValueError, match="is no number"):
        estimate_of("twenty twelve")
