"""Opening files of strangers: what hangs or wants all memory ends in one sentence, and no more."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from renderers import loading, workers
from renderers.cache import Cache
from renderers.loading import load
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.errors import BadFileError, Cancelled
from studio.importers import pptx
from studio.progress import CancelToken
from tests.studio.importers.making import change, make


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with Workshop(Cache(tmp_path / "cache"), AssetStore(tmp_path / "assets"), CancelToken()) as workshop:
        yield workshop


def test_a_deck_arrives_with_its_report_and_its_bytes(tmp_path: Path, shop: Workshop) -> None:
    lecture, report = load(make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second.")), shop)
    assert [scene.script.words for scene in lecture.scenes] == ["First.", "Second."]
    assert (report.source, report.slides) == ("deck.pptx", 2)
    assert any(entry.what == "painter" for entry in report.entries)
    assert all(asset.digest in shop.assets for asset in lecture.assets)


@pytest.mark.parametrize("starts", ["renderers.reading", "renderers.export"])
def test_an_unchanged_lecture_waits_for_no_format(starts: str) -> None:
    heavy = [
        "studio.importers.formats",
        "studio.importers.outline",
        "pptx",
        "numpy",
        "pysubs2",
        "http.client",
    ]
    program = f"import sys, {starts}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_is_wrong_with_a_file_is_said_as_it_was_found(tmp_path: Path, shop: Workshop) -> None:
    path = make(tmp_path / "half.pptx", ("One", "First."))
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(BadFileError, match=r"^“half.pptx” is no complete PowerPoint file; perhaps the copy"):
        load(path, shop)
    with pytest.raises(BadFileError, match="There is no file"):
        load(tmp_path / "nowhere.pptx", shop)


def test_a_file_that_takes_too_long_is_given_up(
    tmp_path: Path, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "LIMIT_S", 0.01)
    with pytest.raises(BadFileError, match=r"“deck\.pptx” takes more time or memory than reading a file may"):
        load(make(tmp_path / "deck.pptx", ("One", "")), shop)


def test_a_file_that_wants_too_much_memory_is_given_up(
    tmp_path: Path, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = change(make(tmp_path / "deck.pptx", ("One", "")), {"ppt/media/film1.mp4": bytes(100 << 20)})
    monkeypatch.setattr(loading, "MEMORY", 300 << 20)
    with pytest.raises(BadFileError, match=r"needs more memory|more time or memory"):
        load(path, shop)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_reader_that_crashes_is_not_said_to_have_taken_too_long(
    tmp_path: Path, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashing = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    monkeypatch.setattr(workers, "program", lambda: [sys.executable, "-c", crashing])
    with pytest.raises(
        BadFileError, match=r"^“deck\.pptx” cannot be read: what reads it failed; save it again"
    ):
        load(make(tmp_path / "deck.pptx", ("One", "")), shop)


def test_decks_that_need_no_conversion_get_no_time_for_one() -> None:
    assert pptx.suffixes == loading.READ_AT_ONCE


def test_reading_ends_when_it_is_cancelled(tmp_path: Path, shop: Workshop) -> None:
    deck = make(tmp_path / "deck.pptx", *[(f"Slide {number}", "Words. " * 50) for number in range(30)])
    threading.Timer(0.2, shop.cancel.cancel).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        load(deck, shop)
    assert time.monotonic() - started < 10
