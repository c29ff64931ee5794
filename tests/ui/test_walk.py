"""The main job, done by a hand on mouse and keyboard in a real window: see `walk/walk.py`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tools.video_file import ffmpeg
from tests.ui.screen import needs_screen, screen


@needs_screen
def test_a_dropped_deck_becomes_a_video_and_a_lecture_that_opens_again(samples: Path, tmp_path: Path) -> None:
    folders = {f"LECTURE_STUDIO_{name}": str(tmp_path / name) for name in ("CACHE", "MODELS", "STATE")}
    command = [sys.executable, "-m", "tests.ui.walk.walk", str(samples / "water-cycle.pptx"), str(tmp_path)]
    with screen() as environment:
        walked = subprocess.run(
            command, env={**environment, **folders}, capture_output=True, text=True, timeout=600, check=False
        )
    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert walked.stdout.splitlines()[-1] == "walk: done"
    decoded = ffmpeg("-v", "warning", "-xerror", "-i", str(tmp_path / "walk.mp4"), "-f", "null", "-")
    assert (decoded.returncode, decoded.stderr) == (0, "")
    assert (tmp_path / "walk.vtt").read_text("utf-8").count("Look closely, just look.") == 1
