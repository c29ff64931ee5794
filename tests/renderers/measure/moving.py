"""Slides of a few objects, and changes between them that move, forget or repeat what they should not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from renderers.layers.stack import Layer, Stack, lay, stacked
from renderers.measure.gates import Scores, score
from renderers.measure.persistence import Tracked
from renderers.planes import Planes, from_rgb
from renderers.transitions import ease
from renderers.transitions.how import Track

WIDTH, HEIGHT, STEPS = 640, 360, 16
Picture = NDArray[np.uint8]


def ground(width: int = WIDTH, height: int = HEIGHT, level: int = 250) -> Planes:
    return from_rgb(np.full((height, width, 3), level, np.uint8))


def layer(number: int, picture: Picture, left: int, top: int) -> Layer:
    """An object from an (H, W, 4) RGBA picture with even sides, at an even place."""
    alpha = picture[..., 3].astype(np.float32)
    colour = from_rgb(picture[..., :3])
    over = alpha / 255
    small = cv2.resize(over, (over.shape[1] // 2, over.shape[0] // 2), interpolation=cv2.INTER_AREA)
    luma = np.stack([np.round(colour.y.numpy() * over), alpha], -1).astype(np.uint8)
    chroma = np.stack(
        [np.round(colour.u.numpy() * small), np.round(colour.v.numpy() * small), np.round(small * 255)], -1
    ).astype(np.uint8)
    return Layer(number, "shape", left, top, torch.from_numpy(luma), torch.from_numpy(chroma))


def words(text: str, width: int = 160, height: int = 30, scale: float = 0.8, dark: int = 20) -> Picture:
    """Words on nothing."""
    ink = np.zeros((height, width), np.uint8)
    cv2.putText(ink, text, (4, height - 8), cv2.FONT_HERSHEY_SIMPLEX, scale, 255, 1, cv2.LINE_AA)
    picture = np.full((height, width, 4), dark, np.uint8)
    picture[..., 3] = ink
    return picture


def photograph(seed: int, width: int = 120, height: int = 90) -> Picture:
    """Soft noise without transparency."""
    small = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    picture = np.full((height, width, 4), 255, np.uint8)
    picture[..., :3] = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    return picture


def panel(colour: tuple[int, int, int], width: int = 100, height: int = 60, opacity: int = 255) -> Picture:
    """A rounded rectangle of one colour."""
    picture = np.zeros((height, width, 4), np.uint8)
    picture[..., :3] = colour
    cv2.rectangle(picture, (3, 3), (width - 4, height - 4), (*colour, opacity), -1)
    return picture


@dataclass(frozen=True)
class Film:
    """A change with its frames and tracks."""

    first: Stack
    second: Stack
    tracks: tuple[Track, ...]
    frames: list[Planes]
    moments: tuple[float, ...]

    @property
    def tracked(self) -> Tracked:
        return Tracked(self.tracks, self.moments, self.first, self.second)

    def scores(self) -> Scores:
        return score(self.frames, self.frames[-1], self.tracked)


def line(a: Layer, b: Layer) -> Callable[[float], tuple[float, float, float, float]]:
    ends = (a.left, a.top, *a.size), (b.left, b.top, *b.size)
    return lambda t: tuple(p + t * (q - p) for p, q in zip(*ends, strict=True))  # type: ignore[return-value]


def move(
    first: Stack,
    second: Stack,
    draw: Callable[[Planes, Layer, float, float, float], None] | None = None,
    steps: int = STEPS,
) -> Film:
    """Objects with the same id glide; the others fade in place. `draw(page, layer, left, top, t)` may cheat."""
    pairs = [(a, b) for a in first.layers for b in second.layers if a.id == b.id]
    tracks = tuple(Track(a, b, line(a, b)) for a, b in pairs)
    moments = tuple(ease(n / steps) for n in range(steps + 1))
    frames = [stacked(first)]
    known = {track.first.id: track for track in tracks}
    for t in moments[1:-1]:
        page = first.ground.map(lambda plane: plane.clone())
        order = [*(each for each in first.layers if each.id not in known), *second.layers]
        for each in order:
            track = known.get(each.id)
            if track is None:
                faded = faint(each, 1 - t if each in first.layers else t)
                lay(page, faded.luma, faded.chroma, each.left, each.top)
                continue
            left, top, width, height = track.place(t)
            drawn = sized(track.first if t < 0.5 else track.second, width, height)
            (draw or paste)(page, drawn, left, top, t)
        frames.append(page)
    return Film(first, second, tracks, [*frames, stacked(second)], moments)


def paste(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
    lay(page, drawn.luma, drawn.chroma, 2 * round(left / 2), 2 * round(top / 2))


def faint(each: Layer, share: float) -> Layer:
    return each.map(lambda plane: (plane.float() * share).round().to(torch.uint8))


def sized(each: Layer, width: float, height: float) -> Layer:
    """An object scaled to the next even size."""
    across, down = max(2, 2 * round(width / 2)), max(2, 2 * round(height / 2))
    if each.size == (across, down):
        return each
    luma = cv2.resize(each.luma.numpy(), (across, down), interpolation=cv2.INTER_AREA)
    chroma = cv2.resize(each.chroma.numpy(), (across // 2, down // 2), interpolation=cv2.INTER_AREA)
    return replace(each, luma=torch.from_numpy(luma), chroma=torch.from_numpy(chroma))


def moved(each: Layer, left: int, top: int) -> Layer:
    return replace(each, left=left, top=top)


def as_shown(film: Film, at: Callable[[float], Planes]) -> Film:
    """The same tracks with the frames of another way of changing."""
    return replace(film, frames=[film.frames[0], *(at(t) for t in film.moments[1:-1]), film.frames[-1]])
