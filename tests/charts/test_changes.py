"""What moved from one ledger to another: to the right what rose, to the left what fell."""

from typing import Any

from ukraine_support import UNKNOWN, Country, FinancialCommitment, Ledger, Money, between
from ukraine_support.analysis import changes
from ukraine_support.charts import changes_chart


def gifts(**values: Any) -> Ledger:
    """One gift of each country."""
    return Ledger(
        commitments=[
            FinancialCommitment(id=code, donors=[Country(code)], stage="pledged", value=value)
            for code, value in values.items()
        ]
    )


def euros(amount: int) -> Money:
    return Money(amount, "EUR")


def marks(spec: dict[str, Any], **like: Any) -> list[tuple[Any, Any]]:
    """From where to where the marks reach that are like this."""
    layers = [layer for layer in spec["layer"] if like.items() <= layer["mark"].items()]
    return [(values["x"], values.get("x2")) for layer in layers for values in layer["data"]["values"]]


def test_what_rose_reaches_to_the_right_and_what_fell_to_the_left() -> None:
    old = gifts(DE=euros(100), FR=euros(50), NL=euros(10), PL=euros(5))
    new = gifts(DE=euros(40), FR=between(euros(60), euros(80)), NL=euros(10), PL=euros(7))
    spec = changes_chart(changes(old, new), "en")
    assert marks(spec, type="rect", fill="#3a7fc8") == [(0, 10), (0, 2), (-60, 0)]
    assert marks(spec, type="rect", fill=None) == [(10, 30)]
    heads = [each for layer in spec["layer"] if layer["mark"].get("fontWeight") for each in layer["data"]["values"]]
    assert [each["text"] for each in heads] == [["France"], ["Poland"], ["Germany"]], "the Dutch gift is as it was"
    assert " ".join(spec["title"]["text"]) == "Changes in totals by donor"


def test_an_open_end_is_an_arrow() -> None:
    spec = changes_chart(changes(gifts(DE=euros(100)), gifts(DE=UNKNOWN, NL=euros(1))), "en")
    assert len(marks(spec, type="point", shape="triangle-right")) == 1


def test_where_nothing_moved_the_chart_says_so() -> None:
    spec = changes_chart(changes(gifts(DE=euros(1)), gifts(DE=euros(1))), "en")
    assert spec["description"].endswith("Nothing recorded")
