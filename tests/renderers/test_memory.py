"""What work on whole pages takes of memory beside what goes in and comes out: little, as several are at it."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from renderers.cache import Cache, Entry
from renderers.planes import levels

ROOT = Path(__file__).resolve().parents[2]
PAGE = np.random.default_rng(1).integers(0, 256, (1080, 1920, 3), np.uint8)


def most(work: Callable[[], object]) -> int:
    """The most bytes of Python and NumPy that some work held at once."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_page_is_turned_into_planes_in_a_few_megabytes() -> None:
    assert most(lambda: levels(PAGE)) < 12_000_000  # of which 3 are the planes


def test_the_transparency_of_an_object_as_large_as_the_page_is_found_in_a_few_pages() -> None:
    sheets = pytest.importorskip("renderers.layers.sheets")
    assert most(lambda: sheets.clear(PAGE, PAGE)) < 4 * PAGE.nbytes


def test_what_is_kept_stands_in_memory_once_when_it_is_read(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    blobs = tuple(bytes([number]) * 4_000_000 for number in range(5))
    assert most(lambda: cache.put("0" * 64, Entry({}, blobs))) < 4_000_000
    assert most(lambda: cache.get("0" * 64)) < 24_000_000


def test_a_page_is_drawn_and_kept_without_torch() -> None:
    """Its 150 MB are not there beside LibreOffice's."""
    code = (
        "import sys, numpy as np; from renderers import executors, pages; "
        "pages.pack(np.zeros((90, 160, 3), np.uint8)); print('torch' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
