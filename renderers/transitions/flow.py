"""One picture turns into another along their optical flow (level 4): what both show moves, the rest dissolves.

For every pixel of the picture between, the place it comes from is found in both: `p + t there(p) = x` in the first,
`q + (1-t) back(q) = x` in the second. Where flow forward and backward agree the two are mixed by `t`; what only one
of them shows is taken from that one (occlusions), in the light of both; where neither is sure, the surroundings'
motion carries both and they dissolve, faster than the rest, so that a double picture is short.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from renderers.layers.stack import Layer
from renderers.transitions import sampling
from renderers.transitions.following import EDGE, Way, ways

if TYPE_CHECKING:
    import torch

_STEPS = 3
"""Newton steps from a place between to where it comes from; the motion of the whole is solved exactly."""
_UNSURE = 0.03
"""How much an unsure pixel counts beside a sure one."""
_SEEN = 0.75
"""Levels of light below which no difference is seen."""
_QUICK = (0.2, 0.8)
"""The part of the way in which pictures dissolve where flow carries nothing."""


@dataclass(frozen=True, slots=True)
class _End:
    """One of the two pictures, and the way from it to the other.

    `lumas` and `chromas` are its planes at falling sizes, the first of `lumas` twice the picture's own; without
    alpha where both pictures are opaque.
    """

    layer: Layer
    lumas: tuple[torch.Tensor, ...]
    chromas: tuple[torch.Tensor, ...]
    way: Way

    def of(self, layer: Layer, opaque: bool) -> _End:
        """The same end as another layer shows it."""
        return replace(self, layer=layer, **_planes(layer, opaque))

    def origin(self, t: float, x: torch.Tensor) -> torch.Tensor:
        """(h, w, 2): where the pixels `x` of the picture at `t` of the way come from."""
        import torch

        part = np.eye(2) + t * (self.way.whole[:, :2] - np.eye(2))
        undo = torch.from_numpy(np.linalg.inv(part).astype(np.float32)).to(x.device)
        shift = torch.from_numpy((t * self.way.whole[:, 2]).astype(np.float32)).to(x.device)
        p = (x - shift) @ undo.T
        for _ in range(_STEPS):
            p = p + (x - p - t * sampling.sampled(self.way.motion, p)) @ undo.T
        return p


@dataclass(frozen=True, slots=True)
class Reshaping:
    """An inside that turns one picture into another. `carried` is the share of the pictures that flow carries."""

    first: _End
    second: _End
    carried: float
    opaque: bool

    def __call__(self, t: float, width: int, height: int) -> tuple[torch.Tensor, torch.Tensor]:
        """The picture at `t` for a size in pixels; exact at both ends where the size is the picture's own."""
        for end, moment in ((self.first, 0.0), (self.second, 1.0)):
            if t == moment and end.layer.size == (width, height):
                return end.layer.luma, end.layer.chroma
        down, across = self.first.way.motion.shape[:2]
        cells = sampling.Cells(width, height, 2 * max(1, round(width / across / 2)))
        x = cells.middles(across, down, self.first.way.motion.device)
        p, q = self.first.origin(t, x), self.second.origin(1 - t, x)
        share = self._share(t, p, q)
        tone = self._tone(t, p, q, share)
        luma, chroma = (None, None) if tone is None else (tone[..., :1], tone[..., 1:])
        return (
            self._plane((self.first.lumas, self.second.lumas), (p, q), share, cells, luma),
            self._plane((self.first.chromas, self.second.chromas), (p, q), share, cells.half(), chroma),
        )

    def of(self, first: Layer, second: Layer) -> Reshaping:
        """The same way for the same two pictures of other sizes."""
        if first is self.first.layer and second is self.second.layer:
            return self
        opaque = self.opaque
        return replace(self, first=self.first.of(first, opaque), second=self.second.of(second, opaque))

    def _share(self, t: float, p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
        """(h, w, 1): how much of the second picture is seen."""
        begins, ends = _QUICK
        quick = min(1.0, max(0.0, (t - begins) / (ends - begins)))
        here = (1 - t) * sampling.sampled(self.first.way.sure, p) + _UNSURE * (1 - quick)
        there = t * sampling.sampled(self.second.way.sure, q) + _UNSURE * quick
        size = self.first.way.motion.shape[:2]
        here, there = here * _inside(p, *size), there * _inside(q, *size)
        return there / (here + there)

    def _tone(self, t: float, p: torch.Tensor, q: torch.Tensor, share: torch.Tensor) -> torch.Tensor | None:
        """(h, w, 3): what is added to Y, U and V so that what one picture shows alone has the light of both; None
        where that is nothing. Where both are mixed by `t` it cancels out.
        """
        if not self.opaque:
            return None
        here = sampling.sampled(self.first.way.tone, p) * ((1 - share) * t)
        there = sampling.sampled(self.second.way.tone, q) * (share * (1 - t))
        tone = here + there
        return tone if float(tone.abs().amax()) >= _SEEN else None

    def _plane(
        self,
        pictures: tuple[tuple[torch.Tensor, ...], tuple[torch.Tensor, ...]],
        places: tuple[torch.Tensor, torch.Tensor],
        share: torch.Tensor,
        cells: sampling.Cells,
        tone: torch.Tensor | None,
    ) -> torch.Tensor:
        grid = self.first.way.motion.shape[:2]
        (first, p), (second, q) = (
            _source(sizes, at, grid, cells) for sizes, at in zip(pictures, places, strict=True)
        )
        both = sampling.mixed((first, second), (p, q), share, cells, tone)
        return sampling.with_alpha(both) if self.opaque else both


def flow(first: Layer, second: Layer) -> Reshaping:
    """The way from one picture to another: a few hundred milliseconds to prepare, then quick to draw."""
    there, back, carried = ways(first, second)
    opaque = all(bool((layer.luma[..., 1] == 255).all()) for layer in (first, second))
    one, other = (
        _End(layer=layer, way=way, **_planes(layer, opaque))
        for layer, way in ((first, there), (second, back))
    )
    return Reshaping(one, other, carried, opaque)


def _planes(layer: Layer, opaque: bool) -> dict[str, tuple[torch.Tensor, ...]]:
    """The `lumas` and `chromas` of an end."""
    luma, chroma = (plane[..., :-1] if opaque else plane for plane in (layer.luma, layer.chroma))
    sharp = sampling.doubled(luma.contiguous())
    if not opaque:
        sharp[..., 0] = sharp[..., 0].minimum(sharp[..., 1])
    return {"lumas": (sharp, *_sizes(luma)), "chromas": _sizes(chroma)}


def _sizes(plane: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """A plane, its half and its quarter."""
    half = sampling.halved(plane.contiguous())
    return plane.contiguous(), half, sampling.halved(half)


def _source(
    sizes: tuple[torch.Tensor, ...], at: torch.Tensor, grid: torch.Size, cells: sampling.Cells
) -> tuple[torch.Tensor, torch.Tensor]:
    """What a picture is read from, and where: `at` is in pixels of the grid of flow.

    Of the sizes that there are it is the largest of which no pixel is left out.
    """
    own = sizes[-3]
    picture = next(each for each in sizes if each.shape[1] <= 2.5 * cells.width or each is sizes[-1])
    middle = (
        1.0 if picture.shape[0] > own.shape[0] else 0.5
    )  # of the first pixel, as `sampling.doubled` has it
    spread = at.new_tensor([picture.shape[1] / grid[1], picture.shape[0] / grid[0]])
    return picture, (at + 0.5) * spread - middle


def _inside(p: torch.Tensor, down: int, across: int) -> torch.Tensor:
    """(h, w, 1): 1 for places inside a picture of `down` x `across`, next to nothing for those outside, soft along
    the edge.
    """
    edge = across * EDGE
    deep = (p[..., 0] + 0.5).minimum(across - 0.5 - p[..., 0])
    deep = deep.minimum(p[..., 1] + 0.5).minimum(down - 0.5 - p[..., 1])
    return (deep / edge).clamp_(1e-4, 1)[..., None]
