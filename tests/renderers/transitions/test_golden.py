"""How levels 0 to 3 look between two slides: frames that were looked at once, and have to stay so.

To make them anew after a change that is meant: python -m tests.renderers.transitions.test_golden, and look at them.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from renderers.planes import Planes, from_rgb, to_rgb
from renderers.transitions import change
from renderers.transitions.how import Asked, How
from studio.lecture import Level
from studio.matching import Pair
from tests.stacks import Colour, box, disc, layer, slide

FOLDER = Path(__file__).resolve().parents[2] / "data" / "transitions"
LEVELS = (Level.CUT, Level.WHOLE, Level.HOLD, Level.MOVE)
FRAMES, SHOWN = 12, (1, 3, 5, 7, 9)
TOLERANCE = 4
"""Levels of sRGB: two of luma and chroma, as the rounding of another processor may make them."""
GLYPHS = {
    "A": "0111010001100011111110001100011000100000",
    "I": "0111000100001000010000100001000111000000",
    "N": "1000111001101011001110001100011000100000",
    "O": "0111010001100011000110001100010111000000",
    "R": "1111010001100011111010100100101000100000",
    "S": "0111110000100000111000001000011111000000",
    "W": "1000110001100011010110101110111000100000",
}
"""Letters of five by eight dots, so that no font of any machine decides."""


def sign(number: int, text: str, left: int, top: int, colour: Colour, dot: int = 3):  # type: ignore[no-untyped-def]
    rows = [np.array([int(each) for each in GLYPHS[letter]], np.uint8).reshape(8, 5) for letter in text]
    dots = np.hstack([np.pad(letter, ((0, 0), (0, 1))) for letter in rows]).repeat(dot, 0).repeat(dot, 1)
    rgba = np.empty((*dots.shape, 4), np.uint8)
    rgba[..., :3], rgba[..., 3] = colour, dots * 255
    return layer(number, "text", rgba, left, top)


def pair():  # type: ignore[no-untyped-def]
    """Two slides: a bar that stays, shapes that move, grow, change colour and places in the pile, a sign that reads
    otherwise, and one that comes.
    """
    ink, red, green, blue = (20, 30, 60), (200, 60, 40), (60, 160, 80), (40, 60, 200)
    behind = from_rgb(np.full((180, 320, 3), (250, 250, 246), np.uint8))
    bar = box(1, (0, 0, 320, 24), (30, 60, 120))
    a = slide(
        [bar, sign(2, "RAIN", 12, 34, ink), disc(3, (30, 80, 60, 60), red), box(4, (70, 100, 70, 40), green)],
        behind,
    )
    b = slide(
        [
            bar,
            sign(2, "SNOW", 12, 34, ink),
            box(4, (180, 70, 120, 60), green),
            disc(3, (220, 100, 60, 60), blue),
            sign(5, "ISON", 20, 140, ink),
        ],
        behind,
    )
    return a, b


def frames(level: Level) -> list[Planes]:
    how = How(pairs=tuple(Pair(each, each, "id") for each in (1, 2, 3, 4)))
    drawn = change(*pair(), Asked(level, "dissolve", FRAMES, how))
    return [drawn.picture(index) for index in SHOWN]


def sheet(level: Level) -> np.ndarray:
    return np.vstack([to_rgb(picture) for picture in frames(level)])


def golden(level: Level) -> Path:
    return FOLDER / f"level-{int(level)}.png"


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_looks_as_it_was_seen_to(level: Level) -> None:
    kept = cv2.imread(str(golden(level)))[..., ::-1]
    assert int(np.abs(sheet(level).astype(int) - kept).max()) <= TOLERANCE


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in LEVELS:
        cv2.imwrite(str(golden(each)), sheet(each)[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 9])
