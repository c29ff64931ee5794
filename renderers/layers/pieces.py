"""Objects of a slide as they were drawn, each alone: the value, and how workers hand it over.

A worker answers with the ground first (`(H, W, 3)` sRGB), then with one message for each object that shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from renderers.messages import Message
from studio.lecture import ObjectKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Piece:
    """One object. `rgba` is (H, W, 4) uint8: sRGB weighted by alpha, and alpha; its corner stands at `left`, `top`
    on the slide (pixels). `angle` is how far it is turned (degrees, clockwise), which is to be seen already.
    """

    id: int
    kind: ObjectKind
    left: int
    top: int
    rgba: NDArray[np.uint8]
    angle: float = 0.0

    @property
    def message(self) -> Message:
        """What a worker sends of it."""
        height, width = self.rgba.shape[:2]
        box = {"left": self.left, "top": self.top, "width": width, "height": height}
        told = {"id": self.id, "kind": self.kind, "angle": self.angle, **box}
        return Message(told, (self.rgba.tobytes(),))


def cropped(piece: Piece) -> Piece | None:
    """The part of an object that shows; None where nothing of it does."""
    import numpy as np

    shows = piece.rgba.max(axis=2) > 0
    rows, columns = (np.flatnonzero(shows.max(axis=side)) for side in (1, 0))
    if not len(rows):
        return None
    y, x = int(rows[0]), int(columns[0])
    part = np.ascontiguousarray(piece.rgba[y : rows[-1] + 1, x : columns[-1] + 1])
    return replace(piece, left=piece.left + x, top=piece.top + y, rgba=part)


def received(answers: Iterable[Message]) -> Iterator[Piece]:
    """The objects that a worker told of (behind the ground)."""
    import numpy as np

    for answer in answers:
        told = answer.header
        rgba = np.frombuffer(answer.blobs[0], np.uint8).reshape(told["height"], told["width"], 4)
        yield Piece(told["id"], told["kind"], told["left"], told["top"], rgba, told["angle"])
