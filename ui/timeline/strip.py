"""What the timeline shows, as values: scenes with their sentences and captions in frames, and the clips one walks.

Made beside the main thread; what did not change is taken over from the strip before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from studio.captions import captions
from studio.timebase import FrameRange, nearest_frame
from studio.timeline import SceneClip, Timeline

if TYPE_CHECKING:
    from fractions import Fraction

    from studio.lecture import Lecture

Kind = Literal["seam", "scene", "recording", "caption"]
_ORDER: tuple[Kind, ...] = ("seam", "scene", "recording", "caption")


class Item(NamedTuple):
    """A clip that can have the focus; `place` counts the captions of a scene and is 0 for all else."""

    kind: Kind
    scene: str
    place: int = 0


class Told(NamedTuple):
    """A text and when it is heard or seen: frames from the start of its scene."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One scene of the timeline. `number` counts all scenes of the lecture from 1."""

    clip: SceneClip
    number: int
    title: str
    recorded: bool
    sentences: tuple[Told, ...]
    captions: tuple[Told, ...]

    @property
    def id(self) -> str:
        """The id of the scene."""
        return self.clip.scene

    @property
    def start(self) -> int:
        """The first frame."""
        return self.clip.frames.start

    @property
    def stop(self) -> int:
        """The frame behind the last one."""
        return self.clip.frames.stop

    @property
    def body(self) -> int:
        """The frame at which the change is over."""
        return self.clip.cut.frames.stop if self.clip.cut is not None else self.start

    @property
    def estimated(self) -> bool:
        """Whether the length is a guess, as not all of it was spoken yet."""
        return not self.clip.take.measured


@dataclass(frozen=True)
class Strip:
    """All shown scenes, side by side."""

    rate: Fraction
    pieces: tuple[Piece, ...] = ()

    @property
    def length(self) -> int:
        """Frames."""
        return self.pieces[-1].stop if self.pieces else 0

    @cached_property
    def places(self) -> dict[str, int]:
        """The index of each scene that is shown."""
        return {piece.id: index for index, piece in enumerate(self.pieces)}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every clip, in the order of time: a seam before its scene, a scene before what is heard in it."""
        return tuple(item for piece in self.pieces for item in _items(piece))

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """The frames things snap to: where scenes and sentences start, and the end."""
        found = {0, self.length}
        for piece in self.pieces:
            found.update((piece.start, piece.body))
            found.update(piece.start + told.start for told in piece.sentences)
        return tuple(sorted(found))

    def piece(self, scene: str) -> Piece | None:
        """A scene; None where it is not shown."""
        place = self.places.get(scene)
        return None if place is None else self.pieces[place]

    def at(self, frame: int) -> Piece | None:
        """The scene that owns a frame; beyond the ends the first or last one, None where there is none."""
        if not self.pieces:
            return None
        return self.pieces[max(0, bisect_right(self.pieces, frame, key=lambda piece: piece.start) - 1)]

    def between(self, first: float, last: float) -> tuple[Piece, ...]:
        """The scenes of which something stands between two frames."""
        start = bisect_right(self.pieces, first, key=lambda piece: piece.stop)
        stop = bisect_left(self.pieces, last, key=lambda piece: piece.start)
        return self.pieces[start:stop]

    def frames(self, item: Item) -> FrameRange | None:
        """Where a clip stands; None for one that is not there (any more)."""
        piece = self.piece(item.scene)
        if piece is None:
            return None
        if item.kind == "scene":
            return piece.clip.frames
        if item.kind == "seam":
            return None if piece.clip.cut is None else piece.clip.cut.frames
        if item.kind == "recording":
            return _heard(piece, self.rate) if piece.recorded else None
        if item.place >= len(piece.captions):
            return None
        told = piece.captions[item.place]
        return FrameRange(piece.start + told.start, piece.start + told.stop)

    def caption_at(self, frame: int) -> Item | None:
        """The caption that is shown at a frame."""
        piece = self.at(frame)
        if piece is None:
            return None
        for place, told in enumerate(piece.captions):
            if told.start <= frame - piece.start < told.stop:
                return Item("caption", piece.id, place)
        return None

    def near(self, item: Item) -> Item | None:
        """The clip itself, or what stands in its place where it is gone."""
        if self.frames(item) is not None:
            return item
        piece = self.piece(item.scene)
        if piece is None:
            return None
        return (
            Item("caption", piece.id, len(piece.captions) - 1) if piece.captions else Item("scene", piece.id)
        )

    def beside(self, item: Item, by: int) -> Item | None:
        """The next clip (1) or the one before (-1); None at the end."""
        return self._step(self.items, item, by)

    def beside_alike(self, item: Item, by: int) -> Item | None:
        """The next clip of the same kind (1) or the one before (-1); None at the end."""
        alike = tuple(other for other in self.items if other.kind == item.kind)
        return self._step(alike, item, by)

    def other_kind(self, item: Item, by: int) -> Item | None:
        """What stands below (1) or above (-1) a clip in the same scene; None where there is nothing."""
        piece = self.piece(item.scene)
        if piece is None:
            return None
        here = [Item(kind, piece.id) for kind in _ORDER if self.frames(Item(kind, piece.id)) is not None]
        at = next((index for index, other in enumerate(here) if other.kind == item.kind), 0) + by
        return here[at] if 0 <= at < len(here) else None

    def _step(self, items: tuple[Item, ...], item: Item, by: int) -> Item | None:
        try:
            at = items.index(item) + by
        except ValueError:
            return None
        return items[at] if 0 <= at < len(items) else None


def _items(piece: Piece) -> list[Item]:
    found: list[Item] = [] if piece.clip.cut is None else [Item("seam", piece.id)]
    found.append(Item("scene", piece.id))
    if piece.recorded:
        found.append(Item("recording", piece.id))
    return [*found, *(Item("caption", piece.id, index) for index in range(len(piece.captions)))]


def _heard(piece: Piece, rate: Fraction) -> FrameRange:
    heard = piece.clip.heard(rate)
    start, stop = nearest_frame(heard, rate), nearest_frame(heard + piece.clip.take.length, rate)
    return FrameRange(start, max(start, stop))


def strip(lecture: Lecture, timeline: Timeline, before: Strip | None = None) -> Strip:
    """What the timeline of a lecture shows; `before` saves the work for what stayed as it was."""
    numbers = {scene.id: number for number, scene in enumerate(lecture.scenes, 1)}
    same_rate = before is not None and before.rate == timeline.rate
    pieces: list[Piece] = []
    for clip in timeline.clips:
        number = numbers.get(clip.scene)
        if number is None:
            continue  # taken out since this timeline was compiled; the next one comes soon
        scene = lecture.scenes[number - 1]
        old = before.piece(clip.scene) if before is not None and same_rate else None
        sentences, shown = (
            (old.sentences, old.captions)
            if old is not None and _alike(old.clip, clip)
            else _words(clip, timeline.rate)
        )
        title = " ".join(scene.title.split())
        piece = Piece(clip, number, title, scene.recording is not None, sentences, shown)
        pieces.append(old if old is not None and old == piece else piece)
    made = Strip(timeline.rate, tuple(pieces))
    _ = made.items, made.marks, made.places  # worked out here, beside the main thread
    return made


def _alike(one: SceneClip, other: SceneClip) -> bool:
    """Whether all that is told in two clips has the same place in them."""
    return (
        one.speech - one.frames.start == other.speech - other.frames.start
        and len(one.frames) == len(other.frames)
        and (one.take is other.take or one.take == other.take)
    )


def _words(clip: SceneClip, rate: Fraction) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    start, heard = clip.frames.start, clip.heard(rate)

    def told(begin: Fraction, end: Fraction, text: str) -> Told:
        return Told(nearest_frame(begin, rate) - start, nearest_frame(end, rate) - start, text)

    sentences = tuple(
        told(heard + span.start, heard + span.end, span.utterance.text) for span in clip.take.spans
    )
    shown = captions(Timeline(rate, (clip,)))
    return sentences, tuple(told(each.start, each.end, _one_line(each.lines)) for each in shown)


def _one_line(lines: tuple[str, ...]) -> str:
    """The lines of a caption side by side; Chinese lines need no blank between them."""
    if len(lines) < 2:
        return "".join(lines)
    wide = all(ord(char) >= 0x2E80 for line in lines for char in (line[:1], line[-1:]) if char)
    return ("" if wide else " ").join(lines)
