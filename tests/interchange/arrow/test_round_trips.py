"""Nothing is lost on the way through tables of Arrow, whatever engine they go through."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given

from conftest import ROOT, tried
from round_trips import THROUGH, Course, assert_comes_back, courses
from ukraine_support import Ledger
from ukraine_support.interchange import kiel, sipri
from ukraine_support.serialisation import loads
from ukraine_support.testing import ledgers

pytest.importorskip("pyarrow", reason="pyarrow is not installed: it is an extra")


@given(ledgers())
def test_a_ledger_comes_back(ledger: Ledger) -> None:
    assert_comes_back(ledger)
