"""What every test may ask for: the project's root, the shared data, and hypothesis profiles."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("UKRAINE_SUPPORT_DATA", ROOT.parent / "shared" / "data"))

_EVERYWHERE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("default", _EVERYWHERE, max_examples=40, derandomize=True, database=None)
settings.register_profile("brief", settings.get_profile("default"), max_examples=10)
settings.register_profile("thorough", _EVERYWHERE, max_examples=1_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
PROFILE = settings()
if PROFILE.derandomize and hasattr(providers, "is_local_module_file"):
    # What is drawn would also hold constants of whichever of our modules are loaded by then: others in each worker, and
    # none of a wheel's. Values that are the same on every machine come without them; the random search has them.
    providers.is_local_module_file = lambda path: False


class WithoutPyarrow:
    """Leaves out the examples of modules that need pyarrow, an extra; tests of them are skipped and say why."""

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Whether a file is left out; None leaves that to others."""
        return True if "ukraine_support/interchange/arrow" in collection_path.as_posix() else None


def pytest_configure(config: pytest.Config) -> None:
    """Look at what is installed."""
    if find_spec("pyarrow") is None:
        config.pluginmanager.register(WithoutPyarrow())


def tried(usual: int) -> settings:
    """For a test whose examples are costly: so many, fewer in the brief profile, and at most five times as many."""
    return settings(max_examples=max(1, min(5 * usual, usual * PROFILE.max_examples // 40)))


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
