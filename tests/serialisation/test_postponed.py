"""Subclasses in a module whose annotations are strings, as `from __future__ import annotations` makes them."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs
import pytest

from ukraine_support import Claim, DocumentError, Estimate, Money, Munition, Support, about
from ukraine_support.serialisation import dumps, loads


@attrs.frozen(kw_only=True)
class Later(Munition):
    kind: ClassVar[str] = "test-postponed.later"
    size: int
    price: Money | None = None
    numbers: list[Decimal] = attrs.field(factory=list)
    speed: Estimate[int] | None = None


@attrs.frozen(kw_only=True)
class Heard(Claim):
    kind: ClassVar[str] = "test-postponed.heard"
    later: Later | None = None


def test_it_goes_there_and_back() -> None:
    later = Later(size=5, price=Money("1", "EUR"), numbers=[Decimal("0.5")], speed=about(3))
    heard = Heard(id="a", about="b", stage="delivered", later=later)
    assert loads(dumps(later), Support) == later
    assert loads(dumps(heard), Claim) == heard


def test_it_is_read_as_strictly() -> None:
    with pytest.raises(DocumentError) as caught:
        loads('{"kind": "test-postponed.later", "size": 12.9, "numbers": ["0.5", 5]}', Support)
    assert [path for path, _ in caught.value.problems] == ["size", "numbers[1]"]
