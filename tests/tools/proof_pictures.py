"""Small pictures by which a decoder shows that it stands on the right slide: ten moments, and how they look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.tools.finding import Export, Finding, Scene, some

WIDTH, HEIGHT = 32, 18
"""Size of a small picture: each pixel is the mean of its part of the frame."""
PLACES = 10
LIKE = 4.0
"""A small picture is its slide where it differs by no more levels of 255 on average, and no slide is nearer."""
TIE = 0.5
"""Slides whose small pictures differ by less cannot be told apart."""

Small = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Place:
    """A frame to go to; the moment (seconds) lies in its middle, so that rounding cannot change the frame."""

    scene: Scene
    frame: int
    seconds: float


def places(export: Export, rate: Fraction, count: int = PLACES) -> tuple[Place, ...]:
    """Moments in the stills of `count` scenes all over the video, in an order that goes forth and back."""
    chosen = np.linspace(0, len(export.scenes) - 1, count).round().astype(int)
    found = []
    for turn, index in enumerate(chosen):
        scene = export.scenes[index]
        frame = scene.body + (scene.stop - scene.body) * (2 * turn + 1) // (2 * count)
        found.append(Place(scene, frame, float((frame + Fraction(1, 2)) / rate)))
    return tuple(found[index] for index in np.random.default_rng(5).permutation(count))


def small(luma: NDArray[np.generic]) -> Small:
    """The (18, 32) means of an (H, W) picture."""
    rows = np.linspace(0, luma.shape[0], HEIGHT + 1).astype(int)
    columns = np.linspace(0, luma.shape[1], WIDTH + 1).astype(int)
    sums = np.add.reduceat(luma.astype(np.float32), rows[:-1], axis=0)
    sums = np.add.reduceat(sums, columns[:-1], axis=1)
    return sums / np.outer(np.diff(rows), np.diff(columns)).astype(np.float32)


def full_range(luma: Small) -> Small:
    """Grey as a screen shows it, 0 to 255, from the luma of a video (16 to 235; ITU-R BT.709-6, item 6)."""
    return (luma - 16) * np.float32(255 / 219)


def slides(video: Path, export: Export, rate: Fraction) -> dict[int, Small]:
    """The small picture (full range) of each scene, by its number, from the last frame of its still."""
    return {
        scene.number: full_range(small(decoded(video, scene.stop - 1, rate)[0])) for scene in export.scenes
    }


def decoded(video: Path, frame: int, rate: Fraction) -> tuple[NDArray[np.uint8], int]:
    """The luma of one frame as PyAV finds it by seeking, and how many frames before it the seek landed."""
    import av

    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        stream.thread_type = "AUTO"
        wanted = round(frame / rate / stream.time_base)
        container.seek(wanted, stream=stream, backward=True)
        landed = None
        for picture in container.decode(stream):
            assert picture.pts is not None
            number = round(picture.pts * stream.time_base * rate)
            landed = number if landed is None else landed
            if number >= frame:
                assert number == frame, f"frame {frame} is not there"
                return picture.to_ndarray()[: picture.height], frame - landed
    raise AssertionError(f"frame {frame} is behind the end")


def shown(check: str, asked: tuple[Place, ...], seen: list[Small], known: dict[int, Small]) -> Finding:
    """Whether each small picture (full range) is the slide of its place."""
    faults: list[str] = []
    worst = 0.0
    for place, picture in zip(asked, seen, strict=True):
        away = {number: float(np.abs(picture - other).mean()) for number, other in known.items()}
        mine = away[place.scene.number]
        worst = max(worst, mine)
        if mine > LIKE or mine > min(away.values()) + TIE:
            nearest = min(away, key=lambda number: away[number])
            faults.append(f"at {place.seconds:.1f} s: {mine:.1f} from its slide, nearest is {nearest}")
    told = some(faults) or f"{len(asked)} places, each its slide (worst {worst:.2f} of 255 away)"
    return Finding(check, not faults, told)


Look = Callable[[Path, tuple[Place, ...]], list[Small]]
