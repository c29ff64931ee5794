"""How far a pen has come at each pixel of a mark: along its strokes, round its outline, across its inside.

Distances are in pixels and start at 0 where the pen is set down; what is not part of a mark is infinitely far.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SLANT = 0.35
"""How much a brush that crosses an area leans: rows count so much of columns."""
_BRISTLES = 0.015
"""How far the hairs of a brush run ahead of each other, as a share of the way."""


def geodesic(marks: NDArray[np.bool_], starts: NDArray[np.intp]) -> NDArray[np.float32]:
    """(H, W): the shortest way inside the marks from the nearest of `starts` (flat indices)."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import dijkstra

    here = np.flatnonzero(marks)
    number = np.full(marks.shape, -1, np.int32)
    number.flat[here] = np.arange(len(here), dtype=np.int32)
    rows: list[NDArray[np.int32]] = []
    columns: list[NDArray[np.int32]] = []
    lengths: list[NDArray[np.float32]] = []
    for one, other, length in _neighbours(number):
        both = (one >= 0) & (other >= 0)
        rows.append(one[both])
        columns.append(other[both])
        lengths.append(np.full(len(rows[-1]), length, np.float32))
    edges = (np.concatenate(lengths), (np.concatenate(rows), np.concatenate(columns)))
    graph = coo_array(edges, shape=(len(here), len(here))).tocsr()
    away = dijkstra(graph, directed=False, indices=number.flat[starts], min_only=True)
    found = np.full(marks.shape, np.inf, np.float32)
    found.flat[here] = away
    return found


def _neighbours(number: NDArray[np.int32]) -> tuple[tuple[NDArray[np.int32], NDArray[np.int32], float], ...]:
    aslant = 2**0.5
    return (
        (number[:, :-1], number[:, 1:], 1.0),
        (number[:-1], number[1:], 1.0),
        (number[:-1, :-1], number[1:, 1:], aslant),
        (number[:-1, 1:], number[1:, :-1], aslant),
    )


def far_end(mark: NDArray[np.bool_], *, leftwards: bool) -> int:
    """Where a stroke begins (flat index): its end that is thinner, so that an arrow's head comes last.

    Of two ends that are alike it is the one at the left (at the right where `leftwards`), or the upper one.
    """
    import numpy as np

    somewhere = np.flatnonzero(mark)[:1]
    one = _furthest(geodesic(mark, somewhere))
    way = geodesic(mark, np.array([one]))
    other = _furthest(way)
    length = float(way.flat[other])
    back = geodesic(mark, np.array([other]))
    near = max(3.0, min(length / 4, 8 * float(mark.sum()) / max(length, 1.0)))
    at_one, at_other = int((way < near).sum()), int((back < near).sum())
    if max(at_one, at_other) > 1.25 * min(at_one, at_other):
        return one if at_one < at_other else other
    width = mark.shape[1]
    return min((one, other), key=lambda place: _before(place, width, leftwards=leftwards))


def _furthest(way: NDArray[np.float32]) -> int:
    import numpy as np

    return int(np.where(np.isfinite(way), way, -1).argmax())


def _before(place: int, width: int, *, leftwards: bool) -> float:
    row, column = divmod(place, width)
    return row / 2 + (width - column if leftwards else column)


def round_about(mark: NDArray[np.bool_]) -> NDArray[np.float32]:
    """(H, W): the way round the outer edge of a mark, clockwise from its upper left, to the point of it nearest to
    each pixel; pixels that are not part of the mark have one too.
    """
    import cv2
    import numpy as np

    edged = np.pad(mark.astype(np.uint8), 1)
    edges = cv2.findContours(edged, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
    edge = np.asarray(max(edges, key=len), np.intp)[:, 0, :]
    start = int((edge[:, 0] + edge[:, 1]).argmin())
    edge = np.roll(edge, -start, axis=0)[::-1]  # OpenCV runs against the clock
    way = np.full(edged.shape, -1, np.float32)
    way[edge[:, 1], edge[:, 0]] = np.arange(len(edge), dtype=np.float32)
    return way.flat[nearest(way >= 0)][1:-1, 1:-1]


def nearest(known: NDArray[np.bool_]) -> NDArray[np.intp]:
    """(H, W): the flat index of the known pixel that is nearest to each pixel; some pixel has to be known."""
    import cv2
    import numpy as np

    unknown = (~known).astype(np.uint8)
    found = cv2.distanceTransformWithLabels(unknown, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)[1]
    labels = np.asarray(found, np.intp)
    here = np.flatnonzero(known)
    pixel = np.zeros(int(labels.max()) + 1, np.intp)
    pixel[labels.flat[here]] = here
    return pixel[labels]


def brushed(height: int, width: int, *, leftwards: bool = False) -> NDArray[np.float32]:
    """(H, W): the way of a broad brush across an area, from its upper left in its main direction.

    `leftwards`: from its upper right. The hairs run ahead of each other.
    """
    import numpy as np

    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    if leftwards:
        columns = width - 1 - columns
    along, across = (columns, rows) if 1.25 * width >= height else (rows, columns)
    side, other = (width, height) if 1.25 * width >= height else (height, width)
    way = along + _SLANT * across
    hair = across * 30 / other
    streaks = np.sin(hair) + np.sin(2.3 * hair + 1) + np.sin(4.1 * hair + 2)
    return way + _BRISTLES * side * (1 + streaks / 3)
