"""A chart: a specification of Vega-Lite that a notebook shows as a picture."""

from types import UnionType
from typing import Any, Final, final

from .._errors import WrongTypeError, shown

_MEDIA_TYPES: Final = ("application/vnd.vegalite.v6+json", "application/vnd.vegalite.v5+json")
"""Vega-Lite's, and the one before: notebooks that know no newer one draw everything that stands in a chart."""


@final
class Chart(dict[str, Any]):
    """A picture as a [Vega-Lite 6](https://vega.github.io/vega-lite/) specification: a dict, ready for `json.dumps`.

    JupyterLab and whatever else draws Vega-Lite shows the picture, a terminal the specification's `description`. It is
    yours, to be changed at will.

    Examples:
        >>> from ukraine_support import Country, FinancialCommitment, Ledger
        >>> from ukraine_support.analysis import totals
        >>> from ukraine_support.charts import totals_chart
        >>> gift = FinancialCommitment(id="nl", donors=[Country("NL")], stage="pledged")
        >>> chart = totals_chart(totals(Ledger(commitments=[gift]), by="donor"), "en")
        >>> chart["$schema"]
        'https://vega.github.io/schema/vega-lite/v6.json'
    """

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """What a notebook shows; it asks for all that there is, and takes what it can draw."""
        return {"text/plain": self["description"], **{media_type: dict(self) for media_type in _MEDIA_TYPES}}


def check_answer(answer: object, kind: type | UnionType, chart: str, question: str) -> None:
    """A chart shows an answer; whoever passes something else, such as a ledger, is told which question to ask."""
    if not isinstance(answer, kind):
        raise WrongTypeError(chart, f"{shown(answer)} is a {type(answer).__name__}", f"pass what {question} answers")
