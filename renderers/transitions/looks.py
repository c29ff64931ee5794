"""How alike the pictures of a pair are, and how one has to lie over the other for that to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING, Literal

from renderers.layers.stack import Layer
from renderers.measure.regions import grown
from renderers.transitions.cels import Box, Cel, Picture
from renderers.transitions.hold import fill
from renderers.transitions.letters import say_the_same
from renderers.transitions.poses import Place, Pose, anchored, bounds, by_box, by_mass, place_of

if TYPE_CHECKING:
    import torch

PHOTOGRAPHS = frozenset({"picture", "media"})
"""Kinds of objects that are photographs, or may be."""
_COMPOSED = frozenset({"table", "chart", "group", "graphic"})
"""Kinds that have parts, some of which may change while the others stay."""
Look = Literal["same", "outline", "other"]
"""`same` pictures, the same `outline` in other colours, or something else."""
_PIXELS, _CLOSER = 40_000, 400_000
"""At about so many pixels pictures are compared, and looked at again where they seem to be the same."""
_OUTLINE, _TEXT = 0.15, 0.25
"""Up to which difference of alpha outlines are the same, and those of text, which is all edges."""
_RELATED = 0.5
"""Up to which difference of outlines one lies over the other; beyond it their rectangles do."""
_FEW, _LITTLE = 0.001, 0.1
"""Up to which share of two pictures of one outline differs where they are the same; and where they are photographs,
or made of parts and scaled, which never come out alike.
"""
_ROUNDING = 0.01
_INK = 24
"""Levels by which a place of two pictures differs once the nearest neighbours are looked at as well."""
_UNEVEN = 0.1
"""Up to which (natural logarithm of a) ratio text may become wider than higher: the hinting of fonts does so."""
_THIN = 4
"""How many times larger than itself the box around a changed part may be for all of the box to change."""
_MOST = 0.5
"""Up to which share of an object what changes inside it is taken out and put in; more of it is another picture."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two poses that put what is seen of one picture over the other, and how alike they are then."""

    look: Look
    first: Pose
    second: Pose

    def turned(self) -> Likeness:
        """The same the other way round."""
        return Likeness(self.look, self.second, self.first)

    def thin(self, stride: int) -> Likeness:
        """The same for pictures of every `stride`-th pixel."""
        return Likeness(self.look, self.first.thin(stride), self.second.thin(stride))


def compare(a: Layer, b: Layer) -> Likeness:
    """How two pictures of an object go together. Text that reads otherwise is never stretched: it has a corner,
    an edge or its middle in common, whichever is nearest.
    """
    if equal(a, b):
        return Likeness("same", *_at_corners(a, b))
    pictures, text = (Picture(a), Picture(b)), "text" in (a.kind, b.kind)
    found: list[tuple[float, Pose, Pose]] = []
    for one, other in _ways(a, b):
        if not (text and _stretched(one, other)):
            found.append((_difference(a, b, pictures, one, other), one, other))
            if found[-1][0] <= _OUTLINE / 3:
                break
    outline, one, other = min(found, key=lambda each: each[0], default=(1.0, by_box(a), by_box(b)))
    if text and outline <= _TEXT and not _same_letters(a, b, pictures, one, other):
        outline = 1.0
    if outline <= (_TEXT if text or {a.kind, b.kind} <= _COMPOSED else _OUTLINE):
        return Likeness(_look(a, b, pictures, one, other), one, other)
    if text:
        nearest = min(_corners(a, b), key=lambda way: abs(way[0].x - way[1].x) + abs(way[0].y - way[1].y))
        return Likeness("other", *nearest)
    if outline <= _RELATED:
        return Likeness("other", one, other)
    return Likeness("other", by_box(a), by_box(b))


def _look(a: Layer, b: Layer, pictures: tuple[Picture, Picture], one: Pose, other: Pose) -> Look:
    """What two pictures of one outline are to each other."""
    if a.kind == b.kind == "text":
        return "same" if _same_colour(a, b) else "outline"
    share = _recoloured(a, b, pictures, one, other)
    if share > _MOST:
        return "outline"
    if {a.kind, b.kind} <= PHOTOGRAPHS or ({a.kind, b.kind} <= _COMPOSED and not one_size(one, other)):
        return "same" if share <= _LITTLE else "other"
    return "same" if share <= _FEW else "other"


def one_size(one: Pose, other: Pose) -> bool:
    """Whether two poses are of one size, but for what rounding makes of it."""
    return max(abs(log(other.wide / one.wide)), abs(log(other.high / one.high))) < _ROUNDING


def _same_letters(a: Layer, b: Layer, pictures: tuple[Picture, Picture], one: Pose, other: Pose) -> bool:
    """Whether two texts of one outline say the same: "Step 4" and "Step 5" do not."""
    first, second = _both(pictures, one, other, *_stage(a, b, one, other, _CLOSER))
    return say_the_same(first.luma[1].cpu().numpy(), second.luma[1].cpu().numpy())


def _same_colour(a: Layer, b: Layer) -> bool:
    import torch

    def mean(layer: Layer) -> torch.Tensor:
        luma, chroma = layer.luma.float().sum((0, 1)), layer.chroma.float().sum((0, 1))
        return torch.cat([luma[:1] / luma[1].clamp(min=1), chroma[:2] / chroma[2].clamp(min=1)]) * 255

    return float((mean(a) - mean(b)).abs().max()) <= _INK / 2


def equal(a: Layer, b: Layer) -> bool:
    """Whether two pictures are one, pixel by pixel."""
    import torch

    return a.angle == b.angle and torch.equal(a.luma, b.luma) and torch.equal(a.chroma, b.chroma)


def _at_corners(a: Layer, b: Layer) -> tuple[Pose, Pose]:
    return Pose(a.left, a.top, 1.0, 1.0, a.angle), Pose(b.left, b.top, 1.0, 1.0, b.angle)


def _stretched(one: Pose, other: Pose) -> bool:
    across, down = other.wide / one.wide, other.high / one.high
    return abs(log(across / down)) > _UNEVEN


def upright(a: Layer, b: Layer) -> bool:
    """Whether two objects are turned alike."""
    return abs((b.angle - a.angle + 180) % 360 - 180) < 1


def _ways(a: Layer, b: Layer) -> Iterator[tuple[Pose, Pose]]:
    yield by_mass(a), by_mass(b)
    yield by_box(a), by_box(b)
    if "text" in (a.kind, b.kind):
        yield from _corners(a, b)


def _corners(a: Layer, b: Layer) -> Iterator[tuple[Pose, Pose]]:
    for down in (0.0, 0.5, 1.0):
        for across in (0.0, 0.5, 1.0):
            yield anchored(a, across, down), replace(anchored(b, across, down), angle=a.angle)


def _difference(a: Layer, b: Layer, pictures: tuple[Picture, Picture], one: Pose, other: Pose) -> float:
    """How much of what is seen of two outlines differs, 0 to 1."""
    first, second = _both(pictures, one, other, *_stage(a, b, one, other, _PIXELS))
    alpha, beta = first.chroma[2].float(), second.chroma[2].float()
    seen = float((alpha + beta).sum())
    return float((alpha - beta).abs().sum()) / seen if seen else 0.0


def _recoloured(a: Layer, b: Layer, pictures: tuple[Picture, Picture], one: Pose, other: Pose) -> float:
    """Which share of two pictures has other colours, 0 to 1."""
    first, second = _both(pictures, one, other, *_stage(a, b, one, other, _CLOSER))
    return _share(_differs(first, second), first, second)


def _stage(a: Layer, b: Layer, one: Pose, other: Pose, pixels: int) -> tuple[Box, float]:
    """A box of the frame of `a` that holds both pictures in the pose of `a`, and the scale to look at them: that of
    the smaller one, as nothing finer can be told of it.
    """
    moved = bounds(place_of(b), other.moved(one))
    left, top, right, low = _around(place_of(a), moved)
    left, top = 2 * (left // 2), 2 * (top // 2)
    width, height = right - left + right % 2, low - top + low % 2
    grows = abs((other.wide * other.high) / (one.wide * one.high)) ** 0.5
    return (left, top, width, height), min(1.0, grows, (pixels / (width * height)) ** 0.5)


def _around(one: Place, other: Place) -> tuple[int, int, int, int]:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    right, low = max(one[0] + one[2], other[0] + other[2]), max(one[1] + one[3], other[1] + other[3])
    most = 20_000  # a speck that becomes a page would make a picture of millions
    return (
        int(max(left, -most)),
        int(max(top, -most)),
        int(min(right, most)) + 1,
        int(min(low, most)) + 1,
    )


_STILL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def _both(
    pictures: tuple[Picture, Picture], one: Pose, other: Pose, box: Box, scale: float
) -> tuple[Cel, Cel]:
    return pictures[0].moved(_STILL, box, scale), pictures[1].moved(other.moved(one), box, scale)


def without_changes(a: Layer, b: Layer, like: Likeness) -> Cel | None:
    """The picture of `a` without what `b` does not show, filled from around; None where that is none or most of it.

    A table that gets another word stays, while the words change. It has to be made of parts and upright.
    """
    if not {a.kind, b.kind} <= _COMPOSED or not upright(a, b) or not one_size(like.first, like.second):
        return None
    left, top, width, height = a.left, a.top, *a.size
    own = Picture(a).still()
    other = Picture(b).moved(like.second.moved(like.first), (left, top, width, height))
    changed = _differs(own, other)
    if not 0 < _share(changed, own, other) <= _MOST:
        return None
    wide = _words(grown(changed, max(1, round(min(a.size) / 40))))
    small = wide[::2, ::2] | wide[1::2, ::2] | wide[::2, 1::2] | wide[1::2, 1::2]
    return Cel(_filled(own.luma, wide), _filled(own.chroma, small))


def _words(changed: torch.Tensor) -> torch.Tensor:
    """A mask whose parts are made whole: two words that cross agree here and there, and specks must not stay.

    Parts that are thin around something, such as an outline, are left as they are.
    """
    import cv2
    import numpy as np
    import torch

    mask = changed.cpu().numpy().astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    for left, top, width, height, area in np.asarray(stats)[1:].tolist():
        if area * _THIN >= width * height:
            mask[top : top + height, left : left + width] = 1
    return torch.from_numpy(mask > 0).to(changed.device)


def _differs(a: Cel, b: Cel) -> torch.Tensor:
    """(H, W) bool: where no pixel of `b` nearby is about that of `a`, nor the other way round."""
    halves = _changed(a.chroma, b.chroma)
    return _changed(a.luma, b.luma) | halves.repeat_interleave(2, 0).repeat_interleave(2, 1)


def _share(changed: torch.Tensor, a: Cel, b: Cel) -> float:
    seen = (a.luma[1] > 0) | (b.luma[1] > 0)
    return float((changed & seen).sum()) / max(1.0, float(seen.sum()))


def _changed(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """(H, W) bool: the same for planes of one size."""
    from torch.nn.functional import avg_pool2d, max_pool2d

    def spread(values: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return max_pool2d(values[None], 3, 1, 1)[0], -max_pool2d(-values[None], 3, 1, 1)[0]

    # a thin line is strong in one pixel or weak in two, as it happens to lie
    a, b = (avg_pool2d(planes.float()[None], 3, 1, 1)[0] for planes in (a, b))
    (high_a, low_a), (high_b, low_b) = spread(a), spread(b)
    strange = (a > high_b + _INK) | (a < low_b - _INK) | (b > high_a + _INK) | (b < low_a - _INK)
    return strange.any(0)


def _filled(planes: torch.Tensor, unknown: torch.Tensor) -> torch.Tensor:
    import torch

    return torch.stack([fill(plane, unknown) for plane in planes])


def reach(place: Place, like: Likeness) -> Place:
    """Where the first picture lies in the pose of the second."""
    return bounds(place, like.first.moved(like.second))
