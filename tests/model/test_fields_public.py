"""The converters for fields of a user's own are the library's own."""

from typing import Any, ClassVar

import attrs

from refusals import refusal
from ukraine_support import UNKNOWN, Claim, Country, Estimate, Money, Munition, Organisation, Period, Text, fields
from ukraine_support._model.fields import rules_of


@attrs.frozen(kw_only=True)
class Audit(Claim):
    kind: ClassVar[str] = "test-fields-public.audit"

    held: Period | None = attrs.field(default=None, converter=fields.to_period)
    title: Text | None = attrs.field(default=None, converter=fields.to_text)
    cost: Estimate[Money] = attrs.field(default=UNKNOWN, converter=fields.to_amount)
    staff: Estimate[int] = attrs.field(default=UNKNOWN, converter=fields.to_count)
    auditors: tuple[Organisation, ...] = attrs.field(default=(), converter=fields.to_organisations)
    country: Country | None = attrs.field(default=None, validator=fields.valid(Country))


def audit(**stated: Any) -> Audit:
    return Audit(id="a", about="b", stage="delivered", **stated)


def test_a_field_of_ones_own_takes_what_ours_take() -> None:
    made = audit(
        held="2024-02", title="Audit", cost=Money("5", "EUR"), staff=5, auditors=[Organisation(id="c", name="C")]
    )
    assert (made.held, made.title) == (Period("2024-02"), Text("Audit"))
    assert (made.cost.low, made.staff.low, len(made.auditors)) == (Money("5", "EUR"), 5, 1)
    assert audit().cost is UNKNOWN


def test_a_field_of_ones_own_refuses_what_ours_refuse() -> None:
    wrong: dict[str, Any] = {
        "held": "soon",
        "title": "",
        "cost": 5,
        "staff": "5",
        "auditors": "EU",
        "country": "FR",
    }
    for name, value in wrong.items():
        assert refusal(audit, **{name: value}).where.partition("[")[0] == f"Audit.{name}"


def test_they_are_the_library_s_own() -> None:
    used = {rule for cls in (Claim, Munition) for field in attrs.fields(cls) for rule in rules_of(field)}
    assert {fields.to_period, fields.to_amount, fields.to_stage, fields.to_calibre} <= used
