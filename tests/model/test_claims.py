"""Claims and positions: what they say when nothing else is said."""

from typing import Any

import attrs
import pytest

from ukraine_support import (
    UNKNOWN,
    Claim,
    Country,
    InvalidValueError,
    Money,
    Munition,
    Personnel,
    Position,
    Stance,
    between,
)


def test_a_claim_may_tell_of_a_stage_alone() -> None:
    claim = Claim(id="a", about="b", stage="delivered")
    assert (claim.quantity, claim.value, claim.share) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert (claim.increment, claim.forecast, claim.line) == (False, False, None)
    assert (claim.speaker, claim.said, claim.disputes, claim.during) == (None, None, (), ())
    assert (claim.of, claim.retracts, claim.correction) == ((), (), False)


@pytest.mark.parametrize("figure", [{"quantity": -5}, {"value": Money("-5", "EUR")}, {"quantity": between(-5, 5)}])
def test_only_a_correction_is_below_zero(figure: dict[str, Any]) -> None:
    stated: dict[str, Any] = {"id": "a", "about": "b", "stage": "delivered", "increment": True} | figure
    with pytest.raises(InvalidValueError, match=r"-5 is below zero; pass zero or more, or mark .* correction=True"):
        Claim(**stated)
    assert Claim(**stated, correction=True).correction
    with pytest.raises(InvalidValueError, match="below zero"):
        attrs.evolve(Claim(**stated, correction=True), correction=False)


def test_a_correction_is_no_total() -> None:
    with pytest.raises(InvalidValueError, match=r"Claim\.correction: a correction is a difference, .* increment=True"):
        Claim(id="a", about="b", stage="delivered", quantity=-5, correction=True)


def test_a_share_is_never_below_zero() -> None:
    with pytest.raises(InvalidValueError, match=r"Claim\.share"):
        Claim(id="a", about="b", stage="delivered", share="-0.5", increment=True, correction=True)


def test_a_share_counts_no_other_kinds() -> None:
    with pytest.raises(InvalidValueError, match=r"Claim\.of: a share is of what was promised"):
        Claim(id="a", about="b", stage="delivered", share="0.5", of=Munition())
    assert Claim(id="a", about="b", stage="delivered", quantity=5, of=Munition()).of == (Munition(),)


def test_a_position_is_on_support_or_on_something_with_an_id() -> None:
    troops = Personnel(role="military")
    on_support = Position(id="a", holder=Country("FR"), on=troops, stance="leaves_open")
    on_a_promise = Position(id="a", holder=Country("FR"), on="europe-buys-outside-eu", stance=Stance.RELUCTANT)
    assert (on_support.on, on_a_promise.on) == (troops, "europe-buys-outside-eu")


def test_a_position_may_be_on_a_record_whose_id_is_digits() -> None:
    assert Position(id="a", holder=Country("FR"), on="4", stance="supports").on == "4"
