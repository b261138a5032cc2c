"""What every test may ask for: the project's root, the shared data, and hypothesis profiles."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("UKRAINE_SUPPORT_DATA", ROOT.parent / "shared" / "data"))

settings.register_profile("default", max_examples=25, deadline=None)
settings.register_profile(
    "ci",
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.register_profile("brief", settings.get_profile("ci"), max_examples=10)
settings.register_profile("thorough", max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds README.md, docs, examples and seeds."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real data that others wrote, which no copy of this project includes."""
    if not DATA.is_dir():
        pytest.skip(f"no real data: {DATA} is absent, and UKRAINE_SUPPORT_DATA names no other folder")
    return DATA
