"""Whether two wordings of a text are ever seen over each other: the one has to be gone before the other comes.

What is looked at is detail, a picture without its own median: letters are, grounds and fills are not. In every spot
in which both wordings have letters of their own it is asked how much of each is seen (by least squares); the lesser
of the two counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from renderers.measure.looks import Bools, Floats, Frame, Traveller
from renderers.measure.persistence import Tracked
from renderers.planes import Planes

if TYPE_CHECKING:
    from renderers.layers.stack import Layer, Stack

LIMIT = 0.3
"""How much of either wording may be seen while the other one is; half-way through a cross-fade it is 0.5."""
_LINES = 360
_MEDIAN = 9
"""Pixels across of the median that letters stand out of, at about `_LINES` rows."""
_INK = 28.0
"""Levels by which letters do so at least."""
_SPOT, _LEAST = 16, 10
"""Pixels across of a spot, and how many each wording needs there."""


def wordings(frames: Sequence[Planes], tracked: Tracked) -> float | None:
    """How much is seen of both wordings at once, at worst: 0 to 1; None where no text reads otherwise."""
    by = max(1, round(frames[0].size[1] / _LINES))
    looked = [Frame(frame, by) for frame in frames]
    found = [*_standing(looked, tracked, by), *_travelling(looked, tracked, by)]
    return max(found, default=None)


def _standing(frames: list[Frame], tracked: Tracked, by: int) -> Iterator[float]:
    """Of words that leave and come where they stand."""
    one, other = _detail(frames[0].plane(0)), _detail(frames[-1].plane(0))
    own = [
        _written(stack, [getattr(track, side) for track in tracked.tracks], one.shape, by)
        for stack, side in ((tracked.first, "first"), (tracked.second, "second"))
    ]
    pair = _Pair(one, other, own[0], own[1])
    if pair.empty:
        return
    for frame in frames[1:-1]:
        yield pair.seen(_detail(frame.plane(0)))


def _travelling(frames: list[Frame], tracked: Tracked, by: int) -> Iterator[float]:
    """Of text that is followed, wherever it is."""
    for track in tracked.tracks:
        if track.reshaped or "text" not in (track.first.kind, track.second.kind):
            continue
        text, middle = Traveller(track, by), len(frames) // 2
        if _at(text, frames[middle], tracked.moments[middle]) is None:
            continue  # it says the same on both slides
        for frame, t in zip(frames[1:-1], tracked.moments[1:-1], strict=True):
            seen = _at(text, frame, t)
            if seen is not None:
                yield seen


def _at(text: Traveller, frame: Frame, t: float) -> float | None:
    """How much is seen of both wordings of a text on its way; None where they have nothing of their own."""
    look = text.look(t, frame.size)
    if look.window.empty or look.first is look.second:
        return None
    actual = look.window.of(frame.plane(0))
    ground = _median(actual)
    one, other = (
        _detail(np.asarray(each[..., 0] + (1 - each[..., 3]) * ground, np.float32))
        for each in (look.first, look.second)
    )
    pair = _Pair(one, other, look.first[..., 3] > 0.2, look.second[..., 3] > 0.2)
    return None if pair.empty else pair.seen(_detail(actual))


class _Pair:
    """Two wordings in one place, (H, W) each, and where either has letters that the other has not."""

    def __init__(self, one: Floats, other: Floats, of_one: Bools, of_other: Bools) -> None:
        strong = [np.abs(each) > _INK for each in (one, other)]
        old = strong[0] & of_one & ~_grown(strong[1])
        new = strong[1] & of_other & ~_grown(strong[0])
        self._both = (one * old, other * new)
        counts = [_spots(each.astype(np.float32)) for each in (old, new)]
        self._where = np.minimum(*counts) >= _LEAST
        self._energy = [np.maximum(_spots(each * each), 1.0) for each in self._both]

    @property
    def empty(self) -> bool:
        """Whether they nowhere come over each other."""
        return not bool(self._where.any())

    def seen(self, detail: Floats) -> float:
        """How much of both is seen at once."""
        shares = [
            _spots(detail * each) / energy for each, energy in zip(self._both, self._energy, strict=True)
        ]
        return float(np.clip(np.minimum(*shares), 0, 1)[self._where].max())


def _spots(values: Floats) -> Floats:
    """Sums over spots that do not overlap."""
    high, wide = (-side % _SPOT for side in values.shape)
    padded = np.pad(values, ((0, high), (0, wide)))
    rows, columns = padded.shape[0] // _SPOT, padded.shape[1] // _SPOT
    return np.asarray(padded.reshape(rows, _SPOT, columns, _SPOT).sum((1, 3)), np.float32)


def _median(plane: Floats) -> Floats:
    import cv2

    level = np.clip(plane, 0, 255).astype(np.uint8)
    return np.asarray(cv2.medianBlur(np.ascontiguousarray(level), _MEDIAN), np.float32)


def _detail(plane: Floats) -> Floats:
    return np.asarray(plane - _median(plane), np.float32)


def _grown(mask: Bools) -> Bools:
    import cv2

    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)), np.bool_)


def _written(stack: Stack, followed: list[Layer], shape: tuple[int, ...], by: int) -> Bools:
    """Where a slide has words that nothing follows."""
    mask = np.zeros(shape, np.bool_)
    for layer in stack.layers:
        if layer.kind == "text":
            mask[_place(layer, by)] = True
    for layer in followed:
        mask[_place(layer, by)] = False
    return mask


def _place(layer: Layer, by: int) -> tuple[slice, slice]:
    width, height = layer.size
    left, top = max(0, layer.left // by), max(0, layer.top // by)
    return slice(top, max(0, (layer.top + height) // by)), slice(left, max(0, (layer.left + width) // by))
