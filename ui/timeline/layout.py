"""Where things stand: frames and pixels, rows, and what lies under a point. Values only, no widgets."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, Literal, NamedTuple

from ui.timeline.strip import Item, Piece, Strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_PER_FRAME = 16.0
"""Pixels of a frame at the closest zoom."""
GRIP = 5
"""So many pixels from an edge one still takes hold of it."""
SNAP = 8
"""So many pixels from a mark things are drawn to it."""
BADGE = 20
"""Width and height of a seam's badge."""
ROOM_FOR_BADGE = 26
"""Pixels between two seams from which on each has its badge."""
TICKS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600)

Part = Literal[
    "ruler", "seam", "seam-end", "scene", "scene-end", "trim-start", "trim-end", "speech", "caption", ""
]


class Stretch(NamedTuple):
    """While an edge is dragged: what stands at frame `at` and behind it is shown `by` frames later."""

    at: int
    by: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Frames to pixels: `per_frame` pixels for each, `offset` pixels scrolled away."""

    per_frame: float
    offset: int = 0
    stretch: Stretch | None = None

    def x(self, frame: float) -> float:
        """Where a frame begins, in pixels of the view."""
        if self.stretch is not None and frame >= self.stretch.at:
            frame += self.stretch.by
        return frame * self.per_frame - self.offset

    def frame_x(self, frame: float) -> float:
        """Where a place under the pointer is, which nothing moves that is being dragged."""
        return frame * self.per_frame - self.offset

    def frame(self, x: float) -> float:
        """The place (in frames, unrounded) under a pixel, not counting what is being dragged."""
        return (x + self.offset) / self.per_frame

    def span(self, start: float, stop: float) -> tuple[float, float]:
        """Left edge and width of a range of frames."""
        left = self.x(start)
        return left, self.x(stop) - left

    def width(self, length: int) -> int:
        """Pixels of the whole timeline."""
        more = self.stretch.by if self.stretch is not None else 0
        return round((length + more) * self.per_frame)


def fitted(length: int, width: int) -> float:
    """Pixels of a frame at which a whole timeline is seen."""
    return min(max(width - BADGE, 1) / max(length, 1), MOST_PER_FRAME)


def zoomed(scale: Scale, factor: float, around: float, length: int, width: int) -> Scale:
    """Zoom by a factor; the frame under pixel `around` stays there."""
    frame = scale.frame(around)
    least = min(fitted(length, width), MOST_PER_FRAME)
    per_frame = min(max(scale.per_frame * factor, least), MOST_PER_FRAME)
    return replace(scale, per_frame=per_frame, offset=max(0, round(frame * per_frame - around)))


class Tick(NamedTuple):
    """A line of the ruler at `frame`; `seconds` is None for a line without a label."""

    frame: float
    seconds: Fraction | None


def ticks(scale: Scale, rate: Fraction, first: float, last: float, room: int) -> list[Tick]:
    """The lines of the ruler between two frames; labels keep `room` pixels from each other."""
    a_second = scale.per_frame * float(rate)
    step, parts = _step(a_second, room)
    frames = step * rate / parts
    number = max(0, floor(first / float(frames)))
    found: list[Tick] = []
    while (frame := number * frames) <= last:
        seconds = step * number / parts
        found.append(Tick(float(frame), seconds if number % parts == 0 else None))
        number += 1
    return found


def _step(a_second: float, room: int) -> tuple[Fraction, int]:
    for step in (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2)):
        if float(step) * a_second >= room:
            return step, 2 if step == Fraction(1, 5) else 5
    for whole in TICKS_S:
        if whole * a_second >= room:
            return Fraction(whole), {1: 5, 2: 4, 15: 3, 30: 3}.get(whole, 5)
    return Fraction(TICKS_S[-1] * ceil(room / (TICKS_S[-1] * a_second))), 4


@dataclass(frozen=True, slots=True)
class Rows:
    """Top edges of the rows, and the height of all, in pixels."""

    scenes: int
    speech: int
    captions: int
    bottom: int
    line: int
    """The height of a line of text."""

    @property
    def badges(self) -> float:
        """The middle of the seams' badges: below the titles, so that they cover no words."""
        return (self.scenes + self.line + 4 + self.speech) / 2

    def row(self, part: Literal["ruler", "scenes", "speech", "captions"]) -> tuple[int, int]:
        """Top and height of a row."""
        edges = {
            "ruler": (0, self.scenes),
            "scenes": (self.scenes, self.speech),
            "speech": (self.speech, self.captions),
            "captions": (self.captions, self.bottom),
        }
        top, bottom = edges[part]
        return top, bottom - top


def least_height(line: int) -> int:
    """Pixels that the rows need where a line of text has the height `line`."""
    return (line + 8) + (line + 40) + 32 + (line + 10)


def rows(height: int, line: int) -> Rows:
    """Share a height among the rows: scenes and narration get what is left."""
    ruler, captions = line + 8, line + 10
    free = max(height, least_height(line)) - ruler - captions
    scenes = min(max(line + 40, round(free * 0.58)), line + 160)
    speech = min(free - scenes, 120)
    top = ruler + scenes
    return Rows(ruler, top, top + speech, top + speech + captions, line)


def badge_centre(scale: Scale, piece: Piece) -> float:
    """Where the badge of the seam before a scene has its middle."""
    left, width = scale.span(piece.start, piece.body)
    return left + width / 2 if width > BADGE else left


def badged(scale: Scale, pieces: Sequence[Piece]) -> list[Piece]:
    """Those of neighbouring scenes whose seam has room for its badge; the others are a coloured line."""
    seams = [(badge_centre(scale, piece), piece) for piece in pieces if piece.clip.cut is not None]
    close = [False, *(after[0] - before[0] < ROOM_FOR_BADGE for before, after in pairwise(seams)), False]
    return [
        piece for (_, piece), left, right in zip(seams, close, close[1:], strict=False) if not (left or right)
    ]


def has_badge(scale: Scale, strip: Strip, place: int) -> bool:
    """Whether the seam before the scene at `place` has room for its badge."""
    piece = strip.pieces[place]
    return piece in badged(scale, strip.pieces[max(0, place - 1) : place + 2])


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: a part of a scene, or of nothing (`item` None)."""

    part: Part
    item: Item | None = None
    frame: int = 0


def hit(strip: Strip, scale: Scale, lines: Rows, x: float, y: float) -> Hit:
    """What lies under a point of the view."""
    frame = min(max(floor(scale.frame(x)), 0), max(strip.length - 1, 0))
    if y < lines.scenes:
        return Hit("ruler", None, frame)
    if not strip.pieces or scale.frame(x) > strip.length + GRIP / scale.per_frame:
        return Hit("", None, frame)
    if y < lines.speech:
        return _scene_hit(strip, scale, lines, x, y, frame)
    if y < lines.captions:
        return _speech_hit(strip, scale, x, frame)
    return _caption_hit(strip, frame) if y < lines.bottom else Hit("", None, frame)


def _scene_hit(strip: Strip, scale: Scale, lines: Rows, x: float, y: float, frame: int) -> Hit:
    piece = strip.at(frame)
    assert piece is not None
    place = strip.places[piece.id]
    near = [i for i in (place, place + 1) if i < len(strip.pieces) and strip.pieces[i].clip.cut is not None]
    for index in near:
        other = strip.pieces[index]
        on_badge = abs(y - lines.badges) <= BADGE / 2 and has_badge(scale, strip, index)
        if on_badge and abs(x - badge_centre(scale, other)) <= BADGE / 2:
            return Hit("seam", Item("seam", other.id), frame)
    cut = piece.clip.cut
    if cut is not None and len(cut.frames):
        left, width = scale.span(piece.start, piece.body)
        if width > 2 * GRIP and abs(x - left - width) <= GRIP:
            return Hit("seam-end", Item("seam", piece.id), frame)
        if 0 <= x - left < width:
            return Hit("seam", Item("seam", piece.id), frame)
    return _edge_hit(strip, scale, piece, place, x, frame)


def _edge_hit(strip: Strip, scale: Scale, piece: Piece, place: int, x: float, frame: int) -> Hit:
    """The end of the scene under the point or of the one before it, where the scene is wide enough."""
    for index in (place, place - 1):
        if index < 0:
            continue
        other = strip.pieces[index]
        left, width = scale.span(other.start, other.stop)
        behind = 0 if index == place else GRIP
        if width > 4 * GRIP and -GRIP <= x - left - width <= behind:
            return Hit("scene-end", Item("scene", other.id), frame)
    seam_only = piece.clip.cut is not None and x - scale.x(piece.start) <= 2
    return (
        Hit("seam", Item("seam", piece.id), frame)
        if seam_only
        else Hit("scene", Item("scene", piece.id), frame)
    )


def _speech_hit(strip: Strip, scale: Scale, x: float, frame: int) -> Hit:
    piece = strip.at(frame)
    assert piece is not None
    item = Item("recording", piece.id)
    frames = strip.frames(item)
    if frames is None:
        return Hit("speech", Item("scene", piece.id), frame)
    left, width = scale.span(frames.start, frames.stop)
    if width > 4 * GRIP:
        if abs(x - left) <= GRIP:
            return Hit("trim-start", item, frame)
        if abs(x - left - width) <= GRIP:
            return Hit("trim-end", item, frame)
    return Hit("speech", item if frame in frames else Item("scene", piece.id), frame)


def _caption_hit(strip: Strip, frame: int) -> Hit:
    item = strip.caption_at(frame)
    return Hit("", None, frame) if item is None else Hit("caption", item, frame)


def snapped(frame: float, marks: tuple[int, ...], more: Iterable[int], per_frame: float) -> int:
    """The mark nearest to a place if it is within `SNAP` pixels, else the nearest frame.

    Between marks that stand close together one can still stop anywhere but near to one of them.
    """
    reach = SNAP / per_frame
    for mark in more:
        if abs(mark - frame) <= reach:
            return mark
    at = bisect_left(marks, frame)
    near = marks[max(0, at - 1) : at + 1]
    if len(near) == 2:
        reach = min(reach, (near[1] - near[0]) / 4)
    best = min(near, key=lambda mark: abs(mark - frame), default=None)
    return best if best is not None and abs(best - frame) <= reach else round(frame)
