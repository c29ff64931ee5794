"""Pairs of slides made from a seed, as stacks of objects: what a lecture has, in every arrangement.

`replaced`: one template, other contents. `built`: a line or a picture more. `unlike`: another slide altogether.
`rearranged`: objects of both stand elsewhere. `reshot`: the same place shows another picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from renderers.layers.stack import Layer, Stack
from renderers.planes import from_rgb
from tests.renderers.measure.moving import layer, panel, words

WIDTH, HEIGHT = 640, 360
Picture = NDArray[np.uint8]
Random = np.random.Generator

_WORDS = (
    "rain falls on the hill and runs into rivers clouds carry water far over land snow lies until spring heat",
    "lifts vapour plants drink soil keeps what it can lakes fill slowly ice melts wind cools the sea",
)
_INKS = ((20, 30, 60), (40, 40, 40), (10, 70, 40), (90, 20, 20))
_FILLS = ((40, 90, 200), (230, 120, 30), (30, 140, 90), (150, 60, 160), (200, 50, 60), (90, 110, 130))


@dataclass(frozen=True)
class Look:
    """What all slides of one template share: the ground, the ink, and whether it is dark."""

    ground: Picture
    ink: int


def look(random: Random) -> Look:
    dark = random.random() < 0.25
    base = np.array(random.integers(8, 60, 3) if dark else random.integers(225, 256, 3), np.float32)
    page = np.empty((HEIGHT, WIDTH, 3), np.float32)
    page[:] = base
    if random.random() < 0.3:
        page += np.linspace(0, 25 if dark else -25, HEIGHT, dtype=np.float32)[:, None, None]
    if random.random() < 0.4:
        band = random.choice(len(_FILLS))
        page[: int(random.integers(36, 56))] = _FILLS[band]
    if random.random() < 0.15:
        page = 0.75 * page + 0.25 * photo(random, WIDTH, HEIGHT)[..., :3]
    return Look(page.round().clip(0, 255).astype(np.uint8), 245 if dark else 25)


def photo(random: Random, width: int, height: int) -> Picture:
    """Something like a photograph: soft ground, a few round things, grain."""
    small = random.integers(40, 220, (5, 7, 3)).astype(np.float32)
    page = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    for _ in range(int(random.integers(3, 9))):
        centre = int(random.integers(0, width)), int(random.integers(0, height))
        axes = int(random.integers(4, max(6, width // 4))), int(random.integers(4, max(6, height // 4)))
        colour = tuple(float(value) for value in random.integers(0, 256, 3))
        cv2.ellipse(page, centre, axes, float(random.integers(0, 180)), 0, 360, colour, -1, cv2.LINE_AA)
    page = cv2.GaussianBlur(page, (3, 3), 0) + random.normal(0, 3, page.shape)
    picture = np.full((height, width, 4), 255, np.uint8)
    picture[..., :3] = page.round().clip(0, 255).astype(np.uint8)
    return picture


def _sentence(random: Random, count: int) -> str:
    return " ".join(random.choice(" ".join(_WORDS).split(), count)).capitalize()


def text(
    random: Random, number: int, ink: int, left: int, top: int, scale: float = 0.0, count: int = 0
) -> Layer:
    scale = scale or float(random.uniform(0.55, 0.9))
    said = _sentence(random, count or int(random.integers(2, 5)))
    height = 2 * round(20 * scale + 5)
    (width, _), _ = cv2.getTextSize(said, cv2.FONT_HERSHEY_SIMPLEX, scale, 1)
    picture = words(said, min(2 * (width // 2 + 6), WIDTH), height, scale, ink)
    return replace(layer(number, picture, _even(left), _even(top)), kind="text")


def thing(random: Random, number: int, left: int, top: int, kind: int | None = None) -> Layer:
    """A photograph, a coloured box, a box with marks in it, or a small chart."""
    kind = int(random.integers(0, 4)) if kind is None else kind
    width, height = _even(int(random.integers(60, 170))), _even(int(random.integers(40, 120)))
    fill = _FILLS[int(random.integers(0, len(_FILLS)))]
    if kind == 0:
        return replace(layer(number, photo(random, width, height), _even(left), _even(top)), kind="picture")
    picture = panel(fill, width, height)
    if kind == 2:
        for _ in range(4):
            centre = int(random.integers(12, width - 12)), int(random.integers(10, height - 10))
            cv2.circle(picture, centre, 6, (250, 250, 250, 255), -1, cv2.LINE_AA)
    if kind == 3:
        picture[:] = 0
        for n in range(5):
            x, tall = 6 + n * (width - 12) // 5, int(random.integers(8, height - 6))
            cv2.rectangle(picture, (x, height - tall), (x + (width - 20) // 6, height - 4), (*fill, 255), -1)
    return layer(number, picture, _even(left), _even(top))


def slide(random: Random, like: Look, first: int = 10, title: bool = True) -> list[Layer]:
    """A title, some lines, some things: no two on one another."""
    found: list[Layer] = []
    if title:
        found.append(text(random, 1, like.ink if like.ground[5, 5].mean() > 128 else 245, 24, 10, 1.1, 3))
    left = int(random.integers(20, 60))
    top = 70
    for n in range(int(random.integers(1, 5))):
        found.append(text(random, first + n, like.ink, left, top))
        top += int(random.integers(34, 56))
    for n in range(int(random.integers(0, 3))):
        found.append(thing(random, first + 6 + n, 400 + int(random.integers(0, 50)), 80 + 130 * n))
    return found


def stack(like: Look, layers: list[Layer]) -> Stack:
    return Stack(from_rgb(like.ground), tuple(layers))


Pair = tuple[Stack, Stack]


def replaced(random: Random) -> Pair:
    like = look(random)
    first = slide(random, like)
    keeps = [each for each in first if each.id == 1 or (each.id >= 16 and random.random() < 0.5)]
    return stack(like, first), stack(like, [*keeps, *slide(random, like, 30, title=False)])


def built(random: Random) -> Pair:
    like = look(random)
    first = slide(random, like)
    comes = text(random, 40, like.ink, 40, 300) if random.random() < 0.6 else thing(random, 40, 200, 240)
    second = [*first, comes]
    return (
        (stack(like, first), stack(like, second))
        if random.random() < 0.8
        else (stack(like, second), stack(like, first))
    )


def unlike(random: Random) -> Pair:
    one, other = look(random), look(random)
    return stack(one, slide(random, one)), stack(other, slide(random, other, 30))


def rearranged(random: Random) -> Pair:
    like = look(random)
    title = slide(random, like)[:1]
    objects = [
        thing(random, 10 + n, 0, 0) if random.random() < 0.6 else text(random, 10 + n, like.ink, 0, 0)
        for n in range(int(random.integers(1, 5)))
    ]
    first, second = _placed(random, objects), _placed(random, objects, grow=True)
    others = [text(random, 40, like.ink, 20, 326, 0.5, 2)] if random.random() < 0.3 else []
    return stack(like, [*title, *first]), stack(like, [*title, *second, *others])


def reshot(random: Random) -> Pair:
    like = look(random)
    title = slide(random, like)[:1]
    width, height = _even(int(random.integers(260, 420))), _even(int(random.integers(180, 260)))
    place = (_even(int(random.integers(20, 180))), _even(int(random.integers(64, 84))))
    before = photo(random, width, height)
    kind = int(random.integers(0, 2))
    after = _warped(before, random) if kind == 0 else _warped(_tinted(before, random), random)
    one, other = (replace(layer(10, each, *place), kind="picture") for each in (before, after))
    return stack(like, [*title, one]), stack(like, [*title, other])


def _warped(picture: Picture, random: Random) -> Picture:
    """The same things, each a little elsewhere: as a second photograph of a subject."""
    height, width = picture.shape[:2]
    field = random.normal(0, 1, (4, 5, 2)).astype(np.float32)
    moved = cv2.resize(field, (width, height), interpolation=cv2.INTER_CUBIC) * 0.04 * width
    rows, columns = np.indices((height, width), np.float32)
    return cv2.remap(
        picture,
        columns + moved[..., 0],
        rows + moved[..., 1],
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )


def _tinted(picture: Picture, random: Random) -> Picture:
    tint = random.uniform(0.8, 1.1, 3)
    tinted = picture.copy()
    tinted[..., :3] = (picture[..., :3] * tint).round().clip(0, 255).astype(np.uint8)
    return tinted


def _placed(random: Random, objects: list[Layer], grow: bool = False) -> list[Layer]:
    """Objects at places where they do not lie on one another, some of another size."""
    taken: list[tuple[int, int, int, int]] = []
    found: list[Layer] = []
    for each in objects:
        scale = float(random.choice([1.0, 1.0, 0.75, 1.35])) if grow and each.kind != "text" else 1.0
        sized = scaled(each, scale)
        width, height = sized.size
        for _ in range(60):
            left = _even(int(random.integers(8, max(10, WIDTH - width - 8))))
            top = _even(int(random.integers(62, max(64, HEIGHT - height - 34))))
            box = (left - 10, top - 8, width + 20, height + 16)
            if not any(_meet(box, other) for other in taken):
                taken.append(box)
                found.append(replace(sized, left=left, top=top))
                break
    return found


def scaled(each: Layer, scale: float) -> Layer:
    import torch

    if scale == 1.0:
        return each
    width, height = (_even(side * scale) for side in each.size)
    luma = cv2.resize(
        each.luma.numpy(), (width, height), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    )
    chroma = cv2.resize(each.chroma.numpy(), (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    return replace(each, luma=torch.from_numpy(luma), chroma=torch.from_numpy(chroma))


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


def _even(value: float) -> int:
    return 2 * round(value / 2)
