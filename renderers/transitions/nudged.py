"""What stands a few pixels elsewhere on the second slide and is else the same: it is held, neither moved nor faded.

Slides that were copied and touched have their words a pixel aside. Were those to fade out and in again, the page
would blink where nobody sees a change. Only pages are known here, so each part of what differs is looked for on the
other page, at most as far away as objects are held on level 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.measure.regions import REACH, grown
from renderers.planes import Planes

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

_INK = 16
"""Levels by which a place may differ once both lie over each other."""
_AROUND, _SPECKS = 9, 3
"""So many pixels of a square of this side may differ more: single ones along edges do, a letter has more."""
_UNLIKE = 0.1
"""What moves a little leaves the sum of a part as it was: by how much it may change, as a share of what differs."""
_PARTS = 200
"""More parts than that are another picture."""


def nudged(a: Planes, b: Planes, changed: torch.Tensor) -> torch.Tensor:
    """(H, W) bool: the parts of what is `changed` that show the same on both pages, at most `REACH` apart."""
    import cv2
    import numpy as np
    import torch

    far = max(1, round(a.size[1] * REACH))
    found = cv2.connectedComponentsWithStats(grown(changed, far).byte().cpu().numpy())
    boxes, labels = np.asarray(found[2], np.int64)[1:, :4].tolist(), np.asarray(found[1])
    kept = np.zeros(labels.shape, bool)
    if len(boxes) <= _PARTS:
        pages = [(p.cpu().numpy(), q.cpu().numpy()) for p, q in ((a.y, b.y), (a.u, b.u), (a.v, b.v))]
        for number, (left, top, width, height) in enumerate(boxes, 1):
            if _one(pages, (left, top, left + width, top + height), far):
                part = np.s_[top : top + height, left : left + width]
                kept[part] |= labels[part] == number
    return torch.from_numpy(kept).to(changed.device) & changed


def _one(
    pages: list[tuple[NDArray[np.uint8], NDArray[np.uint8]]], box: tuple[int, int, int, int], far: int
) -> bool:
    """Whether both pages show the same in a box (left, top, right, low), but for a small way."""
    left, top, right, low = box
    luma = pages[0][0][top:low, left:right], pages[0][1][top:low, left:right]
    way = _way(*luma, far)
    if way is None or not _alike(*luma, way):
        return False
    coarse = (slice(top // 2, -(-low // 2)), slice(left // 2, -(-right // 2)))
    return all(_alike(p[coarse], q[coarse], (way[0] / 2, way[1] / 2)) for p, q in pages[1:])


def _way(p: NDArray[np.uint8], q: NDArray[np.uint8], far: int) -> tuple[float, float] | None:
    """By how much to the right and down the first lies best over the second; None where it cannot be the same."""
    import cv2
    import numpy as np

    change = p.astype(np.int16) - q
    if min(p.shape) <= 2 * far + 2 or abs(int(change.sum())) > _UNLIKE * int(np.abs(change).sum()):
        return None
    missed = np.asarray(cv2.matchTemplate(q, p[far:-far, far:-far], cv2.TM_SQDIFF), np.float64)
    row, column = divmod(int(missed.argmin()), missed.shape[1])
    return column - far + _lowest(missed[row], column), row - far + _lowest(missed[:, column], row)


def _lowest(values: NDArray[np.float64], at: int) -> float:
    """How far beside the least value the parabola through it and its neighbours is lowest, -0.5 to 0.5."""
    if not 0 < at < len(values) - 1:
        return 0.0
    before, here, after = (float(value) for value in values[at - 1 : at + 2])
    bend = before - 2 * here + after
    return max(-0.5, min(0.5, (before - after) / (2 * bend))) if bend > 0 else 0.0


def _alike(p: NDArray[np.uint8], q: NDArray[np.uint8], way: tuple[float, float]) -> bool:
    """Whether two pictures of one size show the same once they have met half way, which blurs both alike."""
    import cv2
    import numpy as np

    met = [
        cv2.blur(
            cv2.warpAffine(
                each,
                np.array([[1, 0, part * way[0]], [0, 1, part * way[1]]]),
                p.shape[::-1],
                borderMode=cv2.BORDER_REPLICATE,
            ),
            (3, 3),
        )
        for each, part in ((p, 0.5), (q, -0.5))
    ]
    strange = (cv2.absdiff(met[0], met[1]) > _INK).astype(np.float32)
    counted = cv2.boxFilter(strange, -1, (_AROUND, _AROUND), normalize=False)
    return float(counted.max()) <= _SPECKS
