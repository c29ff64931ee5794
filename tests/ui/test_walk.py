"""The main job, done by a hand on mouse and keyboard in a real window: see `walk/walk.py`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.video_file import ffmpeg
from tests.ui.screen import needs_screen, screen


def walk(name: str, deck: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Do a walk on a display of its own, with a cache and a state of its own."""
    folders = {f"LECTURE_STUDIO_{place}": str(folder / place) for place in ("CACHE", "MODELS", "STATE")}
    command = [sys.executable, "-m", f"tests.ui.walk.{name}", str(deck), str(folder)]
    with screen() as environment:
        return subprocess.run(
            command, env={**environment, **folders}, capture_output=True, text=True, timeout=600, check=False
        )


@needs_screen
def test_a_dropped_deck_becomes_a_video_and_a_lecture_that_opens_again(samples: Path, tmp_path: Path) -> None:
    walked = walk("walk", samples / "water-cycle.pptx", tmp_path)
    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert walked.stdout.splitlines()[-1] == "walk: done"
    decoded = ffmpeg("-v", "warning", "-xerror", "-i", str(tmp_path / "walk.mp4"), "-f", "null", "-")
    assert (decoded.returncode, decoded.stderr) == (0, "")
    assert (tmp_path / "walk.vtt").read_text("utf-8").count("Look closely, just look.") == 1


@needs_screen
def test_one_types_drags_and_undoes_while_a_video_is_made(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    walked = walk("busy", samples / "water-cycle.pptx", tmp_path)
    assert walked.returncode == 0, walked.stdout + walked.stderr
    told = [line for line in walked.stdout.splitlines() if "longest gaps" in line]
    assert [line.split(":")[1].strip() for line in told] == ["typing", "drag", "undo"], walked.stdout
    with capsys.disabled():
        print("", *told, sep="\n    ")
