"""Every catalogue says all that the library says, in the plural forms of its language."""

import ast
import gettext
import re
from pathlib import Path

import pytest

import ukraine_support
from ukraine_support import Ledger, Stance, Support
from ukraine_support._cldr import plural_form, read_catalogue
from ukraine_support._model.base.kinds import kinds_under
from ukraine_support._model.commitments import Commitment
from ukraine_support._words.commitments import COMMITMENTS
from ukraine_support._words.comparison import ASPECTS, FIELDS
from ukraine_support._words.keys import COLUMNS, FLOW
from ukraine_support._words.parties import FORMER, OFFICES, SPELLINGS
from ukraine_support._words.periods import SEASONS
from ukraine_support._words.several import COLLECTIONS
from ukraine_support._words.values import LISTS
from ukraine_support.analysis import RULES, flows
from ukraine_support.analysis._sums.keys import _LINE_WORDS, _WORDS
from ukraine_support.display import LANGUAGES
from ukraine_support.reference import ORGANISATIONS

FOLDER = Path(ukraine_support.__file__).parent / "_words" / "catalogues"
CONTENTS = {name: (FOLDER / f"{name}.po").read_bytes() for name in LANGUAGES}
CATALOGUES = {name: read_catalogue(content) for name, content in CONTENTS.items()}
NUMBERS = [*range(202), 1_000, 1_002, 100_000, 1_000_000, 2_000_000]
Words = tuple[str | None, str]
SAYING = ("say", "labelled", "_labelled")
"""Functions whose first argument is a message of the catalogues."""
KINDS = [kind for kind, cls in kinds_under(Support).items() if cls.__module__.startswith("ukraine_support._model.")]


def said() -> set[Words]:
    """What the code says in so many words."""
    modules = Path(ukraine_support.__file__).parent.rglob("*.py")
    calls = [
        node
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", None)) in SAYING
    ]
    constants = (node for call in calls for node in ast.walk(call.args[0]))
    return {(None, node.value) for node in constants if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def listed() -> set[Words]:
    """What the code says out of its lists."""
    words: set[Words] = {(context, str(member.value)) for cls, context in LISTS.items() for member in cls}
    words |= {("counted in", unit) for context, unit in words if context == "unit"}
    words |= {("stage", "disbursed"), ("punctuation", "; ")}
    words |= {("stance: several", str(stance.value)) for stance in Stance}
    words |= {("several", "according to {speaker}"), ("grammar", "parties with a plural name")}
    words |= {("season", season) for season in SEASONS.values()}
    words |= {("support", kind) for kind in (*KINDS, "support")}
    words |= {("commitment", kind) for kind in COMMITMENTS}
    words |= {("record", name) for name in COLLECTIONS}
    words |= {("record", name) for name in ("note", "problem", "row")}
    words |= {("key", name) for name in COLUMNS}
    words |= {("field", name) for name in FIELDS} | {("rule", name) for name in RULES}
    words |= {("aspect", name) for name in ASPECTS}
    words |= {("organisation", id) for id in ORGANISATIONS}
    words |= {("former country", code) for code in FORMER}
    return words | {(context, office) for office in OFFICES for context in ("office", "office: woman", "office: man")}


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{[a-z]*\}", text))


@pytest.mark.parametrize("name", LANGUAGES)
def test_catalogue_says_what_the_library_says_and_nothing_else(name: str) -> None:
    assert set(CATALOGUES[name]) == said() | listed()


@pytest.mark.parametrize("name", LANGUAGES)
def test_catalogue_says_everything_once(name: str) -> None:
    assert CONTENTS[name].count(b"\nmsgid ") == len(CATALOGUES[name]) + 1  # the head is no message


@pytest.mark.parametrize("name", LANGUAGES)
def test_catalogue_leaves_nothing_unsaid(name: str) -> None:
    assert b"fuzzy" not in CONTENTS[name]
    assert [words for words, forms in CATALOGUES[name].items() if not all(form.strip() for form in forms)] == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_catalogue_fills_in_the_same_places(name: str) -> None:
    differing = {
        words: forms
        for words, forms in CATALOGUES[name].items()
        for form in forms
        if places(form) != (["{number}"] if words[0] in ("unit", "record") else places(words[1]))
    }
    assert differing == {}


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_is_counted_has_every_plural_form_and_nothing_else_has_several(name: str) -> None:
    forms = {"en": 2, "de": 2, "nl": 2, "fr": 3, "cs": 4, "pl": 4, "uk": 4}[name]
    counts = {words: len(told) for words, told in CATALOGUES[name].items()}
    assert counts == {words: forms if words[0] in ("unit", "record") else 1 for words in counts}


@pytest.mark.parametrize("name", LANGUAGES)
def test_head_gives_the_plural_rule_that_is_followed(name: str) -> None:
    found = re.search(r'Plural-Forms: nplurals=(\d); plural=(.*);\\n"', CONTENTS[name].decode())
    assert found is not None
    rule = gettext.c2py(found[2])
    assert [number for number in NUMBERS if rule(number) != plural_form(number, name)] == []


@pytest.mark.parametrize("name", sorted(set(LANGUAGES) - {"en"}))
def test_catalogue_speaks_its_language(name: str) -> None:
    """What is the same as in English is a word of both languages, a name or a form."""
    same = {words[1] for words, forms in CATALOGUES[name].items() if CATALOGUES["en"][words] == forms}
    assert same <= ALIKE


ALIKE = {  # words that some language shares with English, names, and forms without words
    "; ",
    "BGK",
    "G7",
    "JEF",
    "KfW",
    "certain",
    "citations",
    "correction",
    "possible",
    "Minister",
    "NATO",
    "OECD",
    "OSCE",
    "Positions",
    "Sources",
    "UN Women",
    "UNESCO",
    "UNICEF",
    "calibre",
    "contribution",
    "document",
    "donor",
    "drone",
    "grant",
    "grenade",
    "initiative",
    "litres",
    "mine",
    "missile",
    "munition",
    "note",
    "occasion",
    "personnel",
    "sets",
    "tank",
    "tonnes",
    "winter {year}",
    "when",
    "{label}: {value}",
}


def test_every_kind_of_commitment_has_a_word() -> None:
    own = {
        kind for kind, cls in kinds_under(Commitment).items() if cls.__module__.startswith("ukraine_support._model.")
    }
    assert own | {"commitment"} == set(COMMITMENTS)


def test_everything_that_totals_and_flows_are_kept_by_has_a_word() -> None:
    assert flows(Ledger()).names == FLOW
    assert set(COLUMNS) == {*_WORDS[None], *_LINE_WORDS, *FLOW}


def test_other_spellings_are_of_offices_that_are_there() -> None:
    assert {office for office, _ in SPELLINGS.values()} <= set(OFFICES)
    assert set(OFFICES) & set(SPELLINGS) == set()
