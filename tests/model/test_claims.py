"""Claims and positions: what they say when nothing else is said."""

import pytest

from ukraine_support import UNKNOWN, Claim, Country, InvalidValueError, Munition, Personnel, Position, Stance


def test_a_claim_may_tell_of_a_stage_alone() -> None:
    claim = Claim(id="a", about="b", stage="delivered")
    assert (claim.quantity, claim.value, claim.share) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert (claim.increment, claim.forecast, claim.line) == (False, False, None)
    assert (claim.speaker, claim.said, claim.disputes, claim.during) == (None, None, (), ())
    assert (claim.of, claim.retracts) == ((), ())


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
