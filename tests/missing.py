"""What data frames write into a cell that holds nothing."""

from decimal import Decimal
from typing import Any

import numpy


class NAType:
    """Like pandas' NA: no comparison with it has a truth value."""

    def __eq__(self, other: object) -> Any:
        return self

    def __hash__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


MISSING: dict[str, Any] = {
    "None": None,
    "NA": NAType(),
    "NaN": float("nan"),
    "-NaN": -float("nan"),
    "decimal NaN": Decimal("NaN"),
    "signalling NaN": Decimal("sNaN"),
    "float64 NaN": numpy.float64("nan"),
    "float32 NaN": numpy.float32("nan"),
    "longdouble NaN": numpy.longdouble("nan"),
    "NaT of nanoseconds": numpy.datetime64("NaT", "ns"),
    "NaT of days": numpy.datetime64("NaT", "D"),
    "NaT of a duration": numpy.timedelta64("NaT", "D"),
}
"""Each under a name."""
