"""Makes the moving pictures of docs/coherence.md: one pair of slides, changed at every level by a real export.

    python -m tests.tools.ladder

They are what the video shows, 640 pixels wide. What was delivered at each level and why, and the scores, go into
the page's table between its two marks.
"""

from __future__ import annotations

import io
import os
import tempfile
from fractions import Fraction
from pathlib import Path

from studio.coherence import NAMES
from studio.lecture import Arrival, Level
from tests.tools import ladder_slides
from tests.tools.showing import Picture, Shown, Stage

PAGE = Path(__file__).resolve().parents[2] / "docs" / "coherence.md"
FOLDER = PAGE.parent / "coherence"
WIDTH, HEIGHT = 640, 360
EVERY = 2
"""Of the video's 30 frames a second so many make one of the moving picture's."""
STANDS = 900, 1500
"""Milliseconds for which the first and the second slide stand."""
LIMIT = 400_000
BEGIN, END = "<!-- made by python -m tests.tools.ladder -->", "<!-- until here -->"
MADE: tuple[tuple[str, Level, Arrival, Fraction], ...] = (
    *((f"level-{int(level)}", level, "fade", Fraction(6, 5)) for level in Level if level <= Level.RESHAPE),
    ("level-5", Level.MOTION, "fade", Fraction(2)),
    ("draw-on", Level.HOLD, "draw", Fraction(5, 2)),
)


def moving(shown: Shown) -> bytes:
    """An animated WebP of at most `LIMIT` bytes: the first slide, the change, the second slide, and again."""
    from PIL import Image

    pictures = [Image.fromarray(_small(frame)) for frame in _thinned(shown.frames)]
    step = round(1000 * EVERY / shown.rate)
    times = [STANDS[0], *[step] * (len(pictures) - 2), STANDS[1]]
    for quality in (80, 70, 60, 50, 40, 30):
        store = io.BytesIO()
        how = {"save_all": True, "append_images": pictures[1:], "duration": times, "loop": 0}
        pictures[0].save(store, "WEBP", quality=quality, method=6, **how)
        if store.tell() <= LIMIT:
            return store.getvalue()
    raise ValueError("the moving picture cannot be made small enough")


def _thinned(frames: tuple[Picture, ...]) -> tuple[Picture, ...]:
    between = frames[1:-1]
    return (frames[0], *between[EVERY - 1 :: EVERY], frames[-1])


def _small(frame: Picture) -> Picture:
    import cv2

    return cv2.resize(frame, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)


def row(name: str, level: Level, shown: Shown) -> str:
    """One line of the page's table."""
    report = shown.report
    asked = f"{int(level)} {NAMES[level][0]}" + (", drawn on" if name == "draw-on" else "")
    delivered = f"{report.delivered} {NAMES[Level(report.delivered)][0]}"
    why = "; ".join(report.fell).replace("|", "\\|") or "–"
    scores = report.scores or {}
    told = [f"{scores[key]:.2f}" if scores.get(key) is not None else "–" for key in _SCORES]
    return f"| {asked} | {delivered} | {' | '.join(told)} | {why} |"


_SCORES = ("step_share", "static_error", "persistence", "sharpness")
_HEAD = (
    "| asked | delivered | step share | static error | persistence | sharpness | why |\n"
    "|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Make the slides, every picture, and the table."""
    from PySide6.QtGui import QGuiApplication

    from renderers.workplace import workshop
    from studio.progress import CancelToken

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # it paints slides, and shows no window
    app = QGuiApplication.instance() or QGuiApplication([])
    FOLDER.mkdir(exist_ok=True)
    rows = [_HEAD]
    with tempfile.TemporaryDirectory() as folder, workshop(CancelToken()) as shop:
        deck = Path(folder) / "breeze.pptx"
        ladder_slides.make(deck)
        stage = Stage(shop)
        lecture = stage.read(deck)
        for name, level, arrive, seconds in MADE:
            shown = stage.show(lecture, 2, level, arrive=arrive, seconds=seconds)
            picture = moving(shown)
            (FOLDER / f"{name}.webp").write_bytes(picture)
            rows.append(row(name, level, shown))
            print(name, f"{len(shown.frames)} frames, {len(picture) / 1000:.0f} kB,", rows[-1], flush=True)
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n" + "\n".join(rows) + f"\n{END}{rest.partition(END)[2]}", "utf-8")
    del app


if __name__ == "__main__":
    main()
