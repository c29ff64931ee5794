"""The separate marks of a picture: connected pieces, and whether each is a stroke, an outline or an area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.layers.letters import reading_order

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Place = tuple[slice, slice]
"""Rows and columns."""
_SPOT = 8
"""Pixels: what is smaller is a dot that a pen makes at once."""
_DEEP = 0.18
"""What is further from the edge of a mark than this share of its shorter side lies deep inside it."""
_THICK = 0.25
"""A mark of which so much lies deep inside is an area; of a stroke, even with an arrow's head, less does."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One connected piece of a picture. `reach` tells of each pixel how far it is from the edge (0 outside)."""

    place: Place
    here: NDArray[np.bool_]
    reach: NDArray[np.float32]
    piece: int

    @property
    def thick(self) -> bool:
        """Whether it is an area with an inside rather than a stroke."""
        deep = (self.reach > _DEEP * min(self.here.shape)).sum()
        return self.large and bool(deep > _THICK * self.here.sum())

    @property
    def large(self) -> bool:
        """Whether it is more than a dot."""
        return min(self.here.shape) > _SPOT

    @property
    def ring(self) -> bool:
        """Whether it is a thin outline round something."""
        return self.large and not self.thick and _enclosed(self.here) > 2.5 * float(self.here.sum())


def _enclosed(here: NDArray[np.bool_]) -> float:
    import cv2
    import numpy as np

    edges = cv2.findContours(here.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
    return max(cv2.contourArea(edge) for edge in edges)


def marks(strong: NDArray[np.bool_], *, leftwards: bool) -> Iterator[Mark]:
    """The connected pieces of what is there; `leftwards`: its script runs from right to left."""
    import cv2
    import numpy as np

    _, labels, facts, _ = cv2.connectedComponentsWithStats(strong.astype(np.uint8), connectivity=8)
    reach = cv2.distanceTransform(np.pad(strong.astype(np.uint8), 1), cv2.DIST_L2, 3)[1:-1, 1:-1]
    boxes = np.asarray(facts, np.int32)[1:, :4]
    for number, rank in enumerate(reading_order(boxes, leftwards=leftwards)):
        left, top, width, height = (int(each) for each in boxes[number])
        place = (slice(top, top + height), slice(left, left + width))
        here = labels[place] == number + 1
        yield Mark(place, here, np.where(here, reach[place], 0), 2 * int(rank))
