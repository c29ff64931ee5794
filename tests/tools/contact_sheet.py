"""Draws a contact sheet of an exported video: for every scene one frame inside its cut and one of its body.

    python -m tests.tools.contact_sheet VIDEO EVENTS.json SHEET.png

`EVENTS.json` is what `lecture-studio render --json` printed for the video; the cuts and scenes are read from its
last event, the pictures from the decoded file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

COLUMNS = 4
CELL = (480, 270)
LABEL = 22


def frames(video: Path, wanted: set[int]) -> dict[int, np.ndarray]:
    """The decoded RGB frames with these numbers."""
    import av

    found: dict[int, np.ndarray] = {}
    with av.open(str(video)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number in wanted:
                found[number] = frame.reformat(*CELL, format="rgb24").to_ndarray()
    return found


def sheet(video: Path, done: dict) -> np.ndarray:
    """The contact sheet as an RGB picture."""
    import cv2

    cells: list[tuple[int, str]] = []
    for scene in done["scenes"]:
        start, body, stop = scene["start"], scene["body"], scene["stop"]
        if body > start:
            cells.append(
                (start + (body - start) * 2 // 5, f"cut to {scene['number']}, level {scene['delivered']}")
            )
        cells.append(((body + stop) // 2, f"scene {scene['number']}"))
    pictures = frames(video, {number for number, _ in cells})
    rows = -(-len(cells) // COLUMNS)
    out = np.full((rows * (CELL[1] + LABEL), COLUMNS * CELL[0], 3), 32, np.uint8)
    for index, (number, label) in enumerate(cells):
        top, left = index // COLUMNS * (CELL[1] + LABEL), index % COLUMNS * CELL[0]
        out[top + LABEL : top + LABEL + CELL[1], left : left + CELL[0]] = pictures[number]
        text = f"{label}  (frame {number})"
        cv2.putText(
            out, text, (left + 6, top + 15), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (235, 235, 235), 1, cv2.LINE_AA
        )
    return out


def main(video: str, events: str, target: str) -> None:
    """Read, draw, write."""
    import cv2

    lines = [
        json.loads(line) for line in Path(events).read_text("utf-8").splitlines() if line.startswith("{")
    ]
    done = next(event for event in reversed(lines) if event["event"] == "done")
    cv2.imwrite(
        target, cv2.cvtColor(sheet(Path(video), done), cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 82]
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
