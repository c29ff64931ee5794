"""What a killed program left in the place for scratch files goes; what is in use stays."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from renderers.messages import Message
from renderers.scratch import Scratch, sweep
from studio.progress import NEVER
from tests.fakes import workshop

CHILD = """
import sys
from renderers.messages import Message
from renderers.scratch import Scratch
scratch = Scratch()
(scratch.path / "page.png").write_bytes(b"half")
print(scratch.path, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
def test_the_folder_of_a_killed_program_goes_with_the_next_one(place: Path) -> None:
    env = os.environ | {"TMPDIR": str(place)}
    child = [sys.executable, "-c", CHILD]
    with subprocess.Popen(
        child, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, text=True
    ) as running:
        assert running.stdout is not None
        folder = Path(running.stdout.readline().strip())
        sweep()
        assert (folder / "page.png").exists(), "it is in use"
        running.kill()
    next_one = Scratch()
    assert list(place.iterdir()) == [next_one.path]
    next_one.cleanup()
    assert list(place.iterdir()) == []


def test_folders_of_others_are_left_alone(place: Path) -> None:
    (place / "lecture-studio-notes").mkdir()
    elsewhere = place / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "in-use.lock").write_text("precious")
    (place / "lecture-studio-link").symlink_to(elsewhere, target_is_directory=True)
    sweep()
    assert (place / "lecture-studio-notes").is_dir()
    assert (elsewhere / "in-use.lock").read_text() == "precious"


def test_scratch_files_of_workers_go_with_the_workshop(place: Path) -> None:
    with workshop(place / "home") as shop:
        with shop.worker("check") as worker:
            (answer,) = worker.request(Message({"do": "scratch"}), NEVER)
        left = Path(answer.header["scratch"])
        assert left.is_file()
        assert left.parent == shop.scratch
    assert not left.exists()
