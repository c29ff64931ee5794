"""In which order the pixels of a layer are drawn, as a hand would draw them, found from its picture alone.

Letters come in reading order, each along its strokes; lines along their path; an area gets its outline, then its
inside; a photograph is brushed on. All of it on the grid of the chroma planes: two pixels are less than the width
of the soft end of a stroke.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.layers.marks import Mark, Place, marks
from renderers.layers.pen import brushed, far_end, geodesic, nearest, round_about
from studio.lecture import ObjectKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INK = 0.65
"""How much of the time goes by how much ink there is, so that no frame shows much at once; the rest goes by the way
of the pen, so that a line of text beside a photograph is not drawn in a blink."""
_FAINT = 0.25
"""What is fainter than this share of the strongest is a shadow or a soft edge: drawn with what it lies around."""
_BAND = 3.0
"""Pixels: how far inside an area the pen goes that draws its outline."""
_PASSES = 2.0
"""How often a brush goes along an area to fill it."""
_GROUND = 0.5
"""In a text only what fills so much of its place is an area, the paper it stands on; the rest are thick letters."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """The pixels of a picture in the order in which they are drawn.

    `shape` is rows and columns; `order` are flat indices; `ink` is how much each adds to the picture (any unit that
    is the same for all that is drawn together), `way` how far the pen travels for it in pixels.
    """

    shape: tuple[int, int]
    order: NDArray[np.intp]
    ink: NDArray[np.float32]
    way: NDArray[np.float32]


@dataclass(slots=True)
class _Sheet:
    """What is found of each pixel: which piece it belongs to, how far along it lies, what it costs the pen."""

    piece: NDArray[np.int32]
    along: NDArray[np.float32]
    way: NDArray[np.float32]

    def put(
        self, where: NDArray[np.bool_], place: Place, piece: int, along: NDArray[np.float32], way: float
    ) -> None:
        """A piece of the drawing: `where` its pixels are within `place`, `way` the pen's over all of them."""
        self.piece[place][where] = piece
        self.along[place][where] = along[where]
        self.way[place][where] = way / max(1, int(where.sum()))


def times(drawings: Sequence[Strokes]) -> list[NDArray[np.float32]]:
    """When each pixel is drawn, 0 to 1 over all drawings one after the other; (H, W) each, 0 where nothing is."""
    import numpy as np

    ink = max(sum(float(each.ink.sum()) for each in drawings), 1e-6)
    way = max(sum(float(each.way.sum()) for each in drawings), 1e-6)
    found: list[NDArray[np.float32]] = []
    begins = 0.0
    for each in drawings:
        share = INK * each.ink.astype(np.float64) / ink + (1 - INK) * each.way.astype(np.float64) / way
        time = np.zeros(each.shape, np.float32)
        time.flat[each.order] = begins + np.cumsum(share)
        begins += float(share.sum())
        found.append(time)
    return [time / max(begins, 1e-6) for time in found]


def strokes(
    cover: NDArray[np.uint8], kind: ObjectKind, *, leftwards: bool = False, angle: float = 0.0
) -> Strokes:
    """How a picture is drawn of which `cover` (H, W) tells how much is there, 0 to 255.

    `leftwards`: its script runs from right to left. `angle` is how far it is turned (degrees, clockwise): its lines
    of text run that way.
    """
    import numpy as np

    if angle % 180 and kind not in ("picture", "media"):
        piece, along, way = _turned(cover, kind, angle, leftwards=leftwards)
    else:
        sheet = _sheet(cover, kind, leftwards=leftwards)
        piece, along, way = sheet.piece, sheet.along, sheet.way
    here = np.flatnonzero(cover)
    order = here[np.lexsort((along.flat[here], piece.flat[here]))]
    return Strokes(
        (cover.shape[0], cover.shape[1]), order, cover.flat[order].astype(np.float32), way.flat[order]
    )


def _turned(
    cover: NDArray[np.uint8], kind: ObjectKind, angle: float, *, leftwards: bool
) -> tuple[NDArray[np.int32], NDArray[np.float32], NDArray[np.float32]]:
    """What is found of the pixels when the picture is looked at upright."""
    import cv2
    import numpy as np

    height, width = cover.shape
    side = 2 * int(np.ceil(np.hypot(height, width) / 2)) + 2
    upright = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    upright[:, 2] += ((side - width) / 2, (side - height) / 2)
    seen = np.asarray(cv2.warpAffine(cover, upright, (side, side)), np.uint8)
    sheet = _sheet(seen, kind, leftwards=leftwards)
    _spread(sheet, sheet.piece >= 0)
    rows, columns = np.mgrid[:height, :width]
    across = upright[0, 0] * columns + upright[0, 1] * rows + upright[0, 2]
    down = upright[1, 0] * columns + upright[1, 1] * rows + upright[1, 2]
    there = (down.round().astype(np.intp).clip(0, side - 1), across.round().astype(np.intp).clip(0, side - 1))
    return sheet.piece[there], sheet.along[there], sheet.way[there]


def _sheet(cover: NDArray[np.uint8], kind: ObjectKind, *, leftwards: bool) -> _Sheet:
    import numpy as np

    shape = cover.shape
    sheet = _Sheet(np.full(shape, -1, np.int32), np.zeros(shape, np.float32), np.zeros(shape, np.float32))
    if not cover.any():
        return sheet
    if kind in ("picture", "media"):
        whole = np.ones(shape, np.bool_)
        brush = brushed(*shape, leftwards=leftwards)
        sheet.put(whole, (slice(None), slice(None)), 0, brush, _PASSES * max(shape))
        return sheet
    strong = cover > _FAINT * int(cover.max())
    _drawn(sheet, strong, kind, leftwards=leftwards)
    _spread(sheet, strong)
    return sheet


def _spread(sheet: _Sheet, known: NDArray[np.bool_]) -> None:
    """What is found of the nearest known pixel holds for the others; they cost the pen no way."""
    if known.all() or not known.any():
        return
    there = nearest(known)
    sheet.piece[...] = sheet.piece.flat[there]
    sheet.along[...] = sheet.along.flat[there]
    sheet.way[~known] = 0


def _drawn(sheet: _Sheet, strong: NDArray[np.bool_], kind: ObjectKind, *, leftwards: bool) -> None:
    """Each mark of a picture at its turn: two pieces a mark, so that an outline comes before its inside."""
    import numpy as np

    threads = np.zeros(strong.shape, np.bool_)
    starts: list[int] = []
    for mark in marks(strong, leftwards=leftwards):
        ground = kind != "text" or mark.here.sum() > _GROUND * strong.size
        if mark.thick and ground:
            _area(sheet, mark, leftwards=leftwards)
        elif mark.ring:
            round_it = round_about(mark.here)
            sheet.put(mark.here, mark.place, mark.piece, round_it, float(round_it[mark.here].max(initial=1)))
        else:
            threads[mark.place] |= mark.here
            starts.append(_start(mark, kind, strong.shape[1], leftwards=leftwards))
            sheet.piece[mark.place][mark.here] = mark.piece
    if starts:
        along = geodesic(threads, np.array(starts))
        sheet.along[threads] = along[threads]
        _pens(sheet, threads)


def _pens(sheet: _Sheet, threads: NDArray[np.bool_]) -> None:
    """The way of the pen over each thread is as long as the thread, spread over its pixels."""
    import numpy as np

    pieces, along = sheet.piece[threads], sheet.along[threads]
    longest = np.zeros(int(pieces.max()) + 1, np.float32)
    np.maximum.at(longest, pieces, along)
    sheet.way[threads] = (longest[pieces] + 1) / np.bincount(pieces)[pieces]


def _area(sheet: _Sheet, mark: Mark, *, leftwards: bool) -> None:
    height, width = mark.here.shape
    edge = mark.here & (mark.reach <= _BAND)
    round_it = round_about(mark.here)
    sheet.put(edge, mark.place, mark.piece, round_it, float(round_it.max()))
    inside = brushed(height, width, leftwards=leftwards)
    sheet.put(mark.here & ~edge, mark.place, mark.piece + 1, inside, _PASSES * max(height, width))


def _start(mark: Mark, kind: ObjectKind, width: int, *, leftwards: bool) -> int:
    """Where the pen is set down on a thread, as a flat index of the picture."""
    import numpy as np

    if kind == "line":
        row, column = divmod(far_end(mark.here, leftwards=leftwards), mark.here.shape[1])
    else:
        rows, columns = np.nonzero(mark.here)
        first = int((rows / 2 + (-columns if leftwards else columns)).argmin())
        row, column = int(rows[first]), int(columns[first])
    return (mark.place[0].start + row) * width + mark.place[1].start + column
