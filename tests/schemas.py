"""What a schema and `loads` must agree on, and the rules that `loads` alone keeps."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators

from ukraine_support import Claim, Commitment, DocumentError, Estimate, Ledger, Length, Money, Period, Source, Text
from ukraine_support.serialisation import json_schema

EXCEPTIONS: dict[str, tuple[str, Any, Any]] = {
    "references hold": (
        r"no [a-z ]+ has the id|is the id of a |has [0-9]+ lines, |has an id; write ",
        Ledger,
        {"version": 1, "claims": [{"id": "a", "about": "b", "stage": "delivered"}]},
    ),
    "references run in no circle": (
        "comes back to where it began|cannot dispute itself|is the same as itself|is a whole of it and also",
        Ledger,
        {"version": 1, "sources": [{"id": "a", "through": "a"}]},
    ),
    "a party retracts its own claims alone": (
        "is the claim of another party",
        Ledger,
        {
            "version": 1,
            "commitments": [{"kind": "military", "id": "p", "stage": "pledged"}],
            "claims": [
                {"id": "a", "about": "p", "stage": "delivered", "speaker": {"name": "a", "of": "UA"}},
                {"id": "b", "about": "p", "stage": "delivered", "speaker": {"name": "b"}, "retracts": ["a"]},
            ],
        },
    ),
    "ids are unique": (
        "is the id of another record|another record has this id",
        Ledger,
        {"version": 1, "sources": [{"id": "a"}, {"id": "a"}]},
    ),
    "parties are not named twice": (
        "stands twice; name each once",
        Commitment,
        {"kind": "military", "id": "a", "stage": "pledged", "donors": ["NL", "NLD"]},
    ),
    "the ends of an estimate are of one currency": (
        "do not compare",
        Estimate[Money],
        {"between": [{"amount": "1", "currency": "EUR"}, {"amount": "2", "currency": "USD"}]},
    ),
    "the ends of an estimate are in order": ("is above the high end", Estimate[int], {"between": [2, 1]}),
    "a share is no percentage": (
        "is more than 10 times what was promised",
        Claim,
        {"id": "a", "about": "b", "stage": "delivered", "share": "30"},
    ),
    "days exist": ("names no day or span that exists|is no single day", Period, "2024-02-30"),
    "days are in order": ("ends before it begins|lies before", Period, "2025/2024"),
    "a magnitude converted has no more digits than fit": ("the result does not fit", Length, f"{'9' * 30} km"),
    "1.0 is no integer": (r"\.0 is a number; write an integer|1\.0 is no version", Estimate[int], 1.0),
    "ids hold no other unprintable characters": (r" is no id: U\+", Source, {"id": "a\u0378"}),
    "words hold no lone surrogates": ("holds the lone surrogate U", Text, "a\ud800"),
}
"""The rules that a schema cannot say: what `loads` says of them, and a document that it alone refuses."""


def _pattern(validator: Any, pattern: str, text: Any, schema: Any) -> Iterator[ValidationError]:
    """As JSON Schema has it, `$` is the end of the text; to Python it is the place before a last line break too."""
    if isinstance(text, str) and not re.search(pattern.replace("$", r"\Z"), text):
        yield ValidationError(f"{text!r} does not match {pattern!r}")


Validator = validators.extend(Draft202012Validator, {"pattern": _pattern})


def schema_of(cls: Any) -> Any:
    """What is valid by the schema of a type, which is a valid schema itself."""
    return _validator(json.dumps(json_schema(cls)))


@cache
def _validator(schema: str) -> Any:
    """Of each schema once: to check the schema itself takes far longer than what is shown to it."""
    Draft202012Validator.check_schema(json.loads(schema))
    return Validator(json.loads(schema))


def unexcused(refusal: DocumentError) -> list[str]:
    """What `loads` says against a document that a schema could say."""
    said = "|".join(said for said, _, _ in EXCEPTIONS.values())
    return [fault for _, fault in refusal.problems if not re.search(said, fault)]
