"""What many tests share: where the real decks are, a display-less Qt, examples that never change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault(
    "OMP_NUM_THREADS", "1"
)  # on pictures this small, torch's threads only wait for each other
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of child processes would compile us anew
settings.register_profile("steady", derandomize=True, max_examples=40, deadline=None, database=None)
settings.load_profile("steady")
DECKS = Path(__file__).resolve().parents[2] / "shared" / "decks"


@pytest.fixture(scope="session")
def shared_decks() -> Path:
    """The folder of real decks that stands beside the checkout; tests that need it skip without it."""
    if not DECKS.is_dir():
        pytest.skip("the folder of real decks (../shared/decks) is not here")
    return DECKS


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample lessons."""
    return Path(__file__).resolve().parents[1] / "resources" / "samples"
