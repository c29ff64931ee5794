"""Takes pictures of the running editor, as a person would see it, in both themes, both languages and two sizes.

    python -m tests.tools.screenshots FOLDER [--size 1440x900] [--theme light] [--language en] [--scale 2]

Each combination runs on a virtual screen of its own (Xvfb with openbox) with real child processes: slides are
drawn, sentences spoken, changes checked. The pictures are called WHAT-SIZE-THEME-LANGUAGE.png.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from tests.ui.screen import screen

SIZES = ("1440x900", "1280x720")
THEMES = ("light", "dark")
LANGUAGES = ("en", "zh_TW")
ROOT = Path(__file__).resolve().parents[2]


def take(folder: Path, size: str, theme: str, language: str, scale: int, cache: Path) -> int:
    """Run the editor once on a screen of its own; the exit code."""
    width, height = (int(side) * scale for side in size.split("x"))
    with screen(width, height) as display, tempfile.TemporaryDirectory() as own:
        lessons = Path(own) / "Lessons"
        lessons.mkdir()
        environment = {
            **display,
            "QT_SCALE_FACTOR": str(scale),
            "HOME": str(lessons),
            "XDG_CONFIG_HOME": own,
            "LECTURE_STUDIO_CACHE": str(cache),
            "LECTURE_STUDIO_STATE": f"{own}/state",
            "LECTURE_STUDIO_MODELS": f"{own}/models",
        }
        inside = [sys.executable, "-m", "tests.tools.screenshots", str(folder), "--inside"]
        choice = ["--size", size, "--theme", theme, "--language", language]
        return subprocess.run([*inside, *choice], env=environment, cwd=ROOT, timeout=3600).returncode


def main() -> int:
    """Take all pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", choices=SIZES)
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--scale", type=int, default=1, choices=(1, 2), help="as on a screen of that density")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.inside:
        from tests.tools.screenshot_walk import run

        return run(asked.folder, Path.home(), asked.size, asked.theme, asked.language)
    with tempfile.TemporaryDirectory() as cache:
        failed = 0
        for size, theme, language in product(SIZES, THEMES, LANGUAGES):
            wanted = (asked.size or size, asked.theme or theme, asked.language or language)
            if wanted == (size, theme, language):
                failed |= take(asked.folder.absolute(), size, theme, language, asked.scale, Path(cache))
    return failed


if __name__ == "__main__":
    sys.exit(main())
