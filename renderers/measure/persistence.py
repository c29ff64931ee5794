"""Whether the objects that two slides share stay alive on the way: followed frame by frame at their tracked places.

`least` is the least share of an object that is seen where it should be (NCC times contrast retention), against what
is seen of it on the two slides themselves. A `gap` is a moment at which an object that was there is lost, `copies`
is how often one object is seen at once. An object that cannot be told from its surroundings on its own slides, that
others cover or that lies outside the frame is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from renderers.measure.copies import copies
from renderers.measure.looks import (
    Box,
    Floats,
    Frame,
    Traveller,
    Window,
    box_of,
    covered,
    presence,
    reduction,
    standing,
)
from renderers.planes import Planes

if TYPE_CHECKING:
    from renderers.layers.stack import Layer, Stack
    from renderers.transitions.how import Track

LOST = 0.6
"""An object of which less is seen is lost."""
_TRACEABLE = 0.7
"""What has to be seen of an object on both slides themselves for it to be followed between them."""
_FOLLOWED, _LOOKS = 32, 144
"""So many objects are followed, the largest ones, and so many looks taken: of many frames they take turns."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """What is known of a change beside its frames: the objects of both slides and where they are.

    `moments` are the eased times of the frames, `F_0` first; `first` and `second` the stacks of the two slides.
    """

    tracks: tuple[Track, ...]
    moments: tuple[float, ...]
    first: Stack
    second: Stack


@dataclass(frozen=True, slots=True)
class Persistence:
    """`least`: 0 to 1; `gaps`: events of all objects; `copies`: 1 where everything is seen once."""

    least: float
    gaps: int
    copies: int


def followed(frames: Sequence[Planes], tracked: Tracked) -> Persistence | None:
    """What became of the objects of both slides; None where there is none that can be followed.

    Objects whose pictures are reshaped are left out: `renderers.measure.reshaping` looks at those.
    """
    whole = tuple(track for track in tracked.tracks if not track.reshaped)
    if not whole or len(frames) < 2:
        return None
    scene = _Scene(frames, tracked)
    chosen = sorted(whole, key=_ink, reverse=True)[:_FOLLOWED]
    stride = max(1, -(-len(chosen) * len(frames) // _LOOKS))
    stories = [_story(scene, track, number, stride) for number, track in enumerate(chosen)]
    judged = [story for story in stories if story]
    if not judged:
        return None
    found = [scene.traveller(track) for track, story in zip(chosen, stories, strict=True) if story]
    return Persistence(
        least=min(min(story) for story in judged),
        gaps=sum(_gaps(story) for story in judged),
        copies=copies(
            scene.frames, tracked.moments, found, [scene.traveller(each) for each in tracked.tracks]
        ),
    )


class _Scene:
    """Frames and tracks as they are looked at, with what lies above what."""

    def __init__(self, frames: Sequence[Planes], tracked: Tracked) -> None:
        by = reduction(frames[0])
        self.frames = [Frame(frame, by) for frame in frames]
        self.moments = tracked.moments
        self._by = by
        self._travellers = {id(track): Traveller(track, by) for track in tracked.tracks}
        self._tracks = tracked.tracks
        self._above = {id(track): self._over(track, tracked) for track in tracked.tracks}
        self._still: dict[int, tuple[Window, Floats]] = {}

    def traveller(self, track: Track) -> Traveller:
        return self._travellers[id(track)]

    def seen(self, track: Track, index: int) -> float | None:
        """How much of an object is seen in a frame."""
        frame, t = self.frames[index], self.moments[index]
        look = self.traveller(track).look(t, frame.size)
        if look.window.empty:
            return None
        return presence(frame, look, covered(look, list(self._covers(track, look.window, t))))

    def _covers(self, track: Track, window: Window, t: float) -> Iterator[tuple[Window, Floats]]:
        travelling, standing_still = self._above[id(track)]
        size = self.frames[0].size
        for other in travelling:
            box = self.traveller(other).box(t)
            if _meet(window, box):
                look = self.traveller(other).look(t, size)
                yield look.window, look.opacity
        for layer in standing_still:
            if _meet(window, box_of(layer, self._by)):
                if id(layer) not in self._still:
                    self._still[id(layer)] = standing(layer, self._by, size)
                yield self._still[id(layer)]

    def _over(self, track: Track, tracked: Tracked) -> tuple[tuple[Track, ...], tuple[Layer, ...]]:
        """The objects above one on either slide: those that travel too, and those of one slide alone."""
        travelling: dict[int, Track] = {}
        still: list[Layer] = []
        for stack, own, side in (
            (tracked.first, track.first.id, "first"),
            (tracked.second, track.second.id, "second"),
        ):
            owners: dict[int, list[Track]] = {}
            for each in tracked.tracks:
                owners.setdefault(getattr(each, side).id, []).append(each)
            numbers = [layer.id for layer in stack.layers]
            above = stack.layers[numbers.index(own) + 1 :] if own in numbers else ()
            for layer in above:
                if layer.id in owners:
                    travelling.update((id(each), each) for each in owners[layer.id])
                else:
                    still.append(layer)
        return tuple(travelling.values()), tuple(still)


def _story(scene: _Scene, track: Track, number: int, stride: int) -> list[float]:
    """How much of an object is seen in the frames one after the other, 1 where as much as on the slides.

    Empty where it cannot be told on the slides themselves.
    """
    last = len(scene.frames) - 1
    ends = scene.seen(track, 0), scene.seen(track, last)
    if ends[0] is None or ends[1] is None or min(ends[0], ends[1]) < _TRACEABLE:
        return []
    story: list[float] = [1.0]
    for index in range(1, last):
        if (index + number) % stride:
            continue
        seen, t = scene.seen(track, index), scene.moments[index]
        if seen is not None:
            story.append(min(1.0, seen / (ends[0] + t * (ends[1] - ends[0]))))
    return [*story, 1.0]


def _gaps(story: Sequence[float]) -> int:
    there = np.asarray(story) >= LOST
    return int(np.sum(there[:-1] & ~there[1:]))


def _ink(track: Track) -> float:
    return min(float(layer.luma.shape[0] * layer.luma.shape[1]) for layer in (track.first, track.second))


def _meet(window: Window, box: Box) -> bool:
    left, top, width, height = box
    across = window.left < left + width and left < window.right
    return across and window.top < top + height and top < window.bottom
