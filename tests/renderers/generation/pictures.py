"""Three pictures of one size that differ everywhere, for models to go between."""

from __future__ import annotations

import numpy as np

from renderers.generation.job import Picture


def hills(width: int = 64, height: int = 64) -> Picture:
    down, across = np.mgrid[0:height, 0:width]
    waves = 128 + 100 * np.sin(across / 9) * np.cos(down / 7)
    return np.stack([across * 255 // width, waves, down * 255 // height], -1).astype(np.uint8)


def sea(width: int = 64, height: int = 64) -> Picture:
    down, across = np.mgrid[0:height, 0:width]
    waves = 128 + 100 * np.cos((across + down) / 5)
    return np.stack([waves, 255 - across * 255 // width, 60 + waves / 2], -1).astype(np.uint8)


def sky(width: int = 64, height: int = 64) -> Picture:
    return np.ascontiguousarray(hills(width, height)[::-1, :, ::-1])
