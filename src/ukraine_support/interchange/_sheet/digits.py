"""Numbers written in digits: what the points, commas and blanks between them mean, and where that is not certain.

`1,234.5` and `1.234,5` can each be read in one way. `20.000` cannot: it is twenty where a point stands before the
fraction, and twenty thousand where it stands between groups of three. `20,000` is read as in English, unless something
says that the comma stands before fractions.
"""

import re
from decimal import Decimal
from typing import Final, Literal, Self, TypeAlias

from ..._errors import InvalidValueError, shown
from ..._exact import FRACTION_DIGITS, INTEGER_DIGITS, Number, rounded, to_number
from ..._model.base.remembered import remembered
from .cells import CACHED, unreadable

Sign: TypeAlias = Literal[".", ","]
"""What stands before the fraction of a number."""
SIGNS: Final[tuple[Sign, ...]] = (".", ",")

_POINTS_ONLY: Final = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+\.\d{2}", re.ASCII)  # 15.000.00 is fifteen thousand
_NUMBER: Final = re.compile(r"\d(?:[\d.,'’ ]*\d)?", re.ASCII)


class TwoReadingsError(InvalidValueError):
    """A cell that can be read in two ways, which nothing in it decides."""

    @classmethod
    def of(cls, text: str, one: str, other: str) -> Self:
        """The error for a text that can be read as the one and as the other."""
        return cls("cell", f"{shown(text)} can be read as {one} and as {other}", "say how the table writes it")


def _forms(point: str, other: str) -> re.Pattern[str]:
    """How numbers are written where `point` stands before the fraction, and `other` may stand between groups."""
    fraction = rf"(?:{point}\d+)?"
    grouped = (rf"[1-9]\d{{0,2}}(?:{between}\d{{3}})+{fraction}" for between in (other, "[ '’]"))
    return re.compile(rf"[-+]?(?:{'|'.join(grouped)}|\d+(?:{point}\d*)?|{point}\d+)(?:[eE][-+]?\d{{1,2}})?", re.ASCII)


_FORMS: Final[dict[Sign, re.Pattern[str]]] = {".": _forms(r"\.", ","), ",": _forms(",", r"\.")}
_BETWEEN_GROUPS: Final[dict[Sign, dict[int, str | None]]] = {
    ".": str.maketrans(dict.fromkeys(", '’")),
    ",": str.maketrans({**dict.fromkeys(". '’"), ",": "."}),
}


@remembered(CACHED)
def _readings(text: str) -> tuple[str | None, str | None]:
    """The number in plain digits where a point stands before fractions, and where a comma does."""
    point, comma = (text.translate(_BETWEEN_GROUPS[sign]) if _FORMS[sign].fullmatch(text) else None for sign in SIGNS)
    if point is None and comma is None and _POINTS_ONLY.fullmatch(text):
        whole, _, cents = text.rpartition(".")
        point = f"{whole.replace('.', '')}.{cents}"
        comma = point
    return point, comma


def number_written(text: str, decimal: Sign | None) -> Number | None:
    """The number that digits say; None where this is no number.

    Args:
        text: Digits, perhaps with points, commas, blanks or apostrophes between their groups.
        decimal: What stands before fractions, where the text alone does not tell; None if nobody knows.

    Raises:
        TwoReadingsError: The text can be read in two ways, and nobody knows which is meant.
        InvalidValueError: The number is too large.
    """
    point, comma = _readings(text)
    if point is None or comma is None or point == comma:
        digits = comma if point is None else point
    elif decimal is not None or "," in text:
        digits = comma if decimal == "," else point
    else:
        raise TwoReadingsError.of(text, *(f"{_decimal(one, text)}" for one in (point, comma)))
    return None if digits is None else _decimal(digits, text)


def _decimal(digits: str, text: str) -> Number:
    value = Decimal(digits)
    if value.copy_abs() >= 10**INTEGER_DIGITS:  # `abs` rounds as the caller has set decimals
        raise unreadable(f"{shown(text)} is too large", f"write at most {INTEGER_DIGITS} digits before the point")
    return to_number(rounded(value, FRACTION_DIGITS), "cell")


def leans_on_english(text: str) -> bool:
    """Whether a number in the text, such as `20,000`, means another where a comma stands before fractions."""
    return "," in text and any(point != comma and point and comma for point, comma in _numbers_in(text))


def sign_shown(text: str) -> Sign | None:
    """What stands before fractions, as the numbers of a text show that can be read in one way alone."""
    shown: set[Sign] = set()
    for point, comma in _numbers_in(text):
        if (point is None) != (comma is None):
            shown.add("," if point is None else ".")
    return shown.pop() if len(shown) == 1 else None


def _numbers_in(text: str) -> list[tuple[str | None, str | None]]:
    return [_readings(found) for found in _NUMBER.findall(text) if "." in found or "," in found]
