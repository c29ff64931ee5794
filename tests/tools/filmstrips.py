"""Filmstrips of real seams at every level, as the exported video shows them, for docs/review/ladder.md.

    python -m tests.tools.filmstrips DECKS [NAME …]

`DECKS` is the folder of real decks; NAME are names of `SEAMS` (all of them without one). Each becomes a sheet under
docs/review/ladder/: a row a level, eight frames a row, with what was requested and delivered, the scores and the
reasons. docs/review/ladder/ladder.json keeps the same as text.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from studio.lecture import Arrival, Level
from tests.tools.showing import Picture, Shown, Stage

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "review" / "ladder"
FRAMES, WIDE, LABEL, GAP = 8, 300, 40, 4


@dataclass(frozen=True, slots=True)
class Seam:
    """A seam of a real deck: the change to slide `slide`, and what there is to see."""

    deck: str
    slide: int
    what: str


SEAMS = {
    "diagram-zh": Seam(
        "lectures/reference-material__openchain-curriculum-for-2-0-zh-Hant.pptx",
        50,
        "a diagram that moves, Chinese",
    ),
    "process-zh": Seam(
        "lectures/reference-material__openchain-curriculum-for-2-0-zh-Hant.pptx",
        57,
        "a process that grows, Chinese",
    ),
    "morph": Seam("conformance/aspose__morph-transition.pptx", 2, "a stored Morph"),
    "pictures": Seam("lectures/msworkshop-intro-git.pptx", 4, "pictures that move, a stored Fade"),
    "equations-zh": Seam("lectures/ai-system__SystemforAI-3-Framework.ppsx", 33, "a drawn model, Chinese"),
    "tables-jp": Seam("lectures/openchain-jwg__oss-education-scrm-jp.pptx", 20, "boxes and lines, Japanese"),
    "build": Seam("lectures/cs7320-ai__12_uncertainty.pptx", 35, "pictures and lines that are added"),
    "photographs": Seam("conformance/open-xml-sdk__Photo-Album3.pptx", 2, "photographs"),
    "reshape": Seam(
        "lectures/reference-material__Great-Open-Source-Compliance-For-Everyone-Version-4.pptx",
        5,
        "two large photographs in one place",
    ),
    "themes": Seam("conformance/poi__themes.pptx", 3, "another theme"),
}
ROWS: tuple[tuple[Level, Arrival], ...] = (
    *((level, "fade") for level in Level if level <= Level.HOLD),
    (Level.HOLD, "draw"),
    (Level.MOVE, "fade"),
    (Level.MOVE, "draw"),
    (Level.RESHAPE, "fade"),
    (Level.MOTION, "fade"),
)


def sheet(rows: Iterable[tuple[str, tuple[Picture, ...]]]) -> Picture:
    """Rows of frames under their labels."""
    import cv2

    parts: list[Picture] = []
    for label, frames in rows:
        high = round(WIDE * frames[0].shape[0] / frames[0].shape[1])
        cells = [cv2.resize(each, (WIDE, high), interpolation=cv2.INTER_AREA) for each in frames]
        padded = [np.pad(cell, ((0, GAP), (0, GAP), (0, 0)), constant_values=32) for cell in cells]
        parts += [_written(label, len(padded) * (WIDE + GAP)), np.hstack(padded)]
    return np.vstack(parts)


def chosen(shown: Shown) -> tuple[Picture, ...]:
    """Eight frames from the last of the first slide to the second slide; a cut has only these two."""
    places = np.linspace(0, len(shown.frames) - 1, FRAMES).round().astype(int)
    return tuple(shown.frames[place] for place in places)


def label(asked: Level, arrive: Arrival, shown: Shown) -> str:
    """What a row says above its frames, in two lines."""
    report = shown.report
    drawn = ", drawn on" if arrive == "draw" else ""
    first = f"asked {int(asked)}{drawn}, delivered {report.delivered} · {figures(report.scores)}"
    return f"{first}\n{'; '.join(report.fell)}"


def figures(scores: dict[str, Any] | None) -> str:
    """The scores that were taken, in short."""
    if scores is None:
        return "nothing to measure"
    told = {name: value for name, value in scores.items() if value is not None}
    return " · ".join(
        f"{name.replace('_', ' ')} {value:.2f}"
        if isinstance(value, float)
        else f"{name.replace('_', ' ')} {value}"
        for name, value in told.items()
    )


def _written(text: str, width: int) -> Picture:
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QColor, QFont, QImage, QPainter

    image = QImage(width, LABEL, QImage.Format.Format_RGB888)
    image.fill(QColor(32, 32, 32))
    painter = QPainter(image)
    for row, (line, colour) in enumerate(zip(text.split("\n"), ("#f0f0f0", "#f0b060"), strict=False)):
        font = QFont("Noto Sans")
        font.setPixelSize(15)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRect(6, row * 19 + 1, width - 12, 19), Qt.AlignmentFlag.AlignVCenter, line)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(LABEL, image.bytesPerLine())
    return pixels[:, : width * 3].reshape(LABEL, width, 3).copy()


def save(picture: Picture, path: Path, limit: int = 300_000) -> None:
    """Write a JPEG of at most `limit` bytes, as large and as fine as that allows."""
    import cv2

    for scale, quality in product((1.0, 0.85, 0.7, 0.6), (86, 78, 70, 62)):
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        fine, data = cv2.imencode(".jpg", small[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
        if fine and len(data) <= limit:
            path.write_bytes(data.tobytes())
            return
    raise ValueError(f"{path.name} cannot be made small enough")


def main(decks: Path, names: tuple[str, ...] = ()) -> None:
    """Draw the sheets and keep what they say."""
    from PySide6.QtGui import QGuiApplication

    from renderers.workplace import workshop
    from studio.progress import CancelToken

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # it paints labels, and shows no window
    app = QGuiApplication.instance() or QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    kept = FOLDER / "ladder.json"
    with workshop(CancelToken()) as shop:
        stage = Stage(shop)
        for name in names or tuple(SEAMS):
            seam = SEAMS[name]
            lecture = stage.read(decks / seam.deck)
            rows: list[tuple[str, tuple[Picture, ...]]] = []
            for level, arrive in ROWS:
                shown = stage.show(lecture, seam.slide, level, arrive=arrive)
                rows.append((label(level, arrive, shown), chosen(shown)))
                print(name, rows[-1][0].replace("\n", " · "), flush=True)
            save(sheet(rows), FOLDER / f"{name}.jpg")
            told: dict[str, Any] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
            told[name] = {"deck": seam.deck, "slide": seam.slide, "what": seam.what}
            told[name]["rows"] = [row[0] for row in rows]
            kept.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]))
