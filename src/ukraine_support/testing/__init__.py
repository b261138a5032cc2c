"""For tests of whoever builds on the library: values of every type made up by hypothesis, and a check of your classes.

* [`values`][ukraine_support.testing.values] and [`ledgers`][ukraine_support.testing.ledgers] are strategies of
  [hypothesis](https://hypothesis.readthedocs.io).
* [`check_kind`][ukraine_support.testing.check_kind] holds a class of yours to all that the library's own classes keep.

It is an extra: `pip install "ukraine-support[testing]"`. Nothing else in the library loads it.
"""

try:
    from ._check import BrokenContractError, check_kind
    from ._strategies import ledgers, values
except ModuleNotFoundError as _error:
    _error.add_note('ukraine_support.testing is an extra: pip install "ukraine-support[testing]"')
    raise

__all__ = ["BrokenContractError", "check_kind", "ledgers", "values"]
