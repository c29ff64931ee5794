"""Whether two texts that lie over each other say the same, letter by letter.

Two titles of which one number differs are alike by nine tenths of their ink; what tells them apart is one spot in
which hardly any ink agrees. Edges that the hinting of fonts puts a little otherwise are thin everywhere.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

INK = 24
"""From which alpha on a pixel belongs to a letter."""
_STRANGE = 48
"""Levels of alpha by which a softened pixel differs from all the nearest ones of the other text."""
_NEAR, _SPOT = 0.06, 0.8
"""How far the nearest ones are, and how wide a spot is, as shares of the height of a line."""
_SOLID, _LEAST = 96, 0.12
"""From which alpha on ink counts, and as how large a share of its spot it counts at least: a dot is few pixels."""
_OTHER = 0.25
"""From which share of strange ink in one spot on two texts say something else: hinting stays under 0.05, a digit
instead of another begins at 0.39.
"""


def say_the_same(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> bool:
    """Of two pictures of alpha (H, W) of one size, laid over each other."""
    import cv2
    import numpy as np

    ink = cv2.max(one, other)
    lines = runs((ink > INK).any(1), 1)
    if not lines:
        return True
    high = sorted(low - top for top, low in lines)[len(lines) // 2]
    near = max(1, round(_NEAR * high))
    a, b = (cv2.blur(each, (3, 3)) for each in (one, other))
    strange = (_out_of(a, b, near) | _out_of(b, a, near)).astype(np.float32)
    spot = max(3, round(_SPOT * high))
    amiss = cv2.boxFilter(strange, -1, (spot, spot), normalize=False)
    there = cv2.boxFilter((ink > _SOLID).astype(np.float32), -1, (spot, spot), normalize=False)
    return float((amiss / np.maximum(there, _LEAST * spot * spot)).max()) < _OTHER


def _out_of(one: ArrayLike, other: ArrayLike, near: int) -> NDArray[np.bool_]:
    """Where the one is above or below all that the other shows nearby."""
    import cv2
    import numpy as np

    around = np.ones((2 * near + 1, 2 * near + 1), np.uint8)
    p, q = np.asarray(one, np.uint8), np.asarray(other, np.uint8)
    above, below = cv2.subtract(p, cv2.dilate(q, around)), cv2.subtract(cv2.erode(q, around), p)
    return np.asarray(cv2.max(above, below) > _STRANGE, np.bool_)


def runs(marked: ArrayLike, gap: int) -> list[tuple[int, int]]:
    """Where stretches of marked places begin and end; gaps of fewer than `gap` places do not part them."""
    import numpy as np

    steps = np.diff(np.pad(np.asarray(marked, np.int8), 1))
    found: list[tuple[int, int]] = []
    for begins, ends in zip(np.nonzero(steps > 0)[0], np.nonzero(steps < 0)[0], strict=True):
        if found and begins - found[-1][1] < gap:
            found[-1] = (found[-1][0], int(ends))
        else:
            found.append((int(begins), int(ends)))
    return found


def cuts(found: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Where to cut so that every part has one run: at even places in the middle of the gaps."""
    edges = [0]
    for (_, ends), (begins, _) in pairwise(found):
        middle = (ends + begins) // 4 * 2
        edges.append(middle if middle >= ends else middle + 2)
    return list(pairwise([*edges, length]))
