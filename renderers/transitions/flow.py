"""One picture turns into another along their optical flow (level 4): what both show moves, the rest dissolves.

For every pixel of the picture between, the place it comes from is found in both: `p + t there(p) = x` in the first,
`q + (1-t) back(q) = x` in the second. Where flow forward and backward agree the two are mixed by `t`; what only one
of them shows is taken from that one (occlusions); where neither is sure, the surroundings' motion carries both and
they dissolve, faster than the rest, so that a double picture is short.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers import flows
from renderers.layers.stack import Layer
from renderers.transitions import sampling

if TYPE_CHECKING:
    import torch

WIDTH, LEAST_WIDTH = 640, 320
"""Flow is found in pictures of half their size, at most and at least so wide (pixels)."""
_FOLLOWED = 2
"""It is followed on a grid so many times coarser, as it is smooth, and brought to the picture's size."""
LEAST = 0.3
"""A share of sure pixels below which the pictures have nothing to follow: both stay in place and dissolve."""
_STEPS = 3
"""Newton steps from a place between to where it comes from; the motion of the whole is solved exactly."""
_UNSURE = 0.03
"""How much an unsure pixel counts beside a sure one."""
_QUICK = (0.2, 0.8)
"""The part of the way in which pictures dissolve where flow carries nothing."""
_EDGE = 1 / 80
"""How softly a picture ends where the other one goes on, in widths."""
_ISLAND = 1 / 24
"""How wide a sure place has to be, in widths."""
_GREY = 126
"""What transparent pixels are taken for."""


@dataclass(frozen=True, slots=True)
class _End:
    """One of the two pictures, the way from it to the other, and how sure that is.

    `motion` is (h, w, 2) in pixels of the grid it is followed on, `sure` (h, w, 1) from 0 to 1; `whole` is the
    affine motion that `motion` is close to. `lumas` and `chromas` are its planes at falling sizes, the first of
    `lumas` twice the picture's own; without alpha where both pictures are opaque.
    """

    layer: Layer
    lumas: tuple[torch.Tensor, ...]
    chromas: tuple[torch.Tensor, ...]
    motion: torch.Tensor
    sure: torch.Tensor
    whole: NDArray[np.float64]

    def of(self, layer: Layer, opaque: bool) -> _End:
        """The same end as another layer shows it."""
        return replace(self, layer=layer, **_planes(layer, opaque))

    def origin(self, t: float, x: torch.Tensor) -> torch.Tensor:
        """(h, w, 2): where the pixels `x` of the picture at `t` of the way come from."""
        import torch

        part = np.eye(2) + t * (self.whole[:, :2] - np.eye(2))
        undo = torch.from_numpy(np.linalg.inv(part).astype(np.float32)).to(x.device)
        shift = torch.from_numpy((t * self.whole[:, 2]).astype(np.float32)).to(x.device)
        p = (x - shift) @ undo.T
        for _ in range(_STEPS):
            p = p + (x - p - t * sampling.sampled(self.motion, p)) @ undo.T
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
        down, across = self.first.motion.shape[:2]
        cells = sampling.Cells(width, height, 2 * max(1, round(width / across / 2)))
        x = cells.middles(across, down, self.first.motion.device)
        p, q = self.first.origin(t, x), self.second.origin(1 - t, x)
        share = self._share(t, p, q)
        return (
            self._plane((self.first.lumas, self.second.lumas), (p, q), share, cells),
            self._plane((self.first.chromas, self.second.chromas), (p, q), share, cells.half()),
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
        here = (1 - t) * sampling.sampled(self.first.sure, p) + _UNSURE * (1 - quick)
        there = t * sampling.sampled(self.second.sure, q) + _UNSURE * quick
        size = self.first.motion.shape[:2]
        here, there = here * _inside(p, *size), there * _inside(q, *size)
        return there / (here + there)

    def _plane(
        self,
        pictures: tuple[tuple[torch.Tensor, ...], tuple[torch.Tensor, ...]],
        places: tuple[torch.Tensor, torch.Tensor],
        share: torch.Tensor,
        cells: sampling.Cells,
    ) -> torch.Tensor:
        grid = self.first.motion.shape[:2]
        (first, p), (second, q) = (
            _source(sizes, at, grid, cells) for sizes, at in zip(pictures, places, strict=True)
        )
        both = sampling.mixed((first, second), (p, q), share, cells)
        return sampling.with_alpha(both) if self.opaque else both


def flow(first: Layer, second: Layer) -> Reshaping:
    """The way from one picture to another: a few hundred milliseconds to prepare, then quick to draw."""
    width, height = _working(first)
    grey = [_grey(layer, width, height) for layer in (first, second)]
    grey[1] = flows.as_bright(grey[1], grey[0])
    found = flows.between(grey[0], grey[1])
    sides = found, found.turned
    sure = [_sure(side, a, b) for side, (a, b) in zip(sides, (grey, grey[::-1]), strict=True)]
    carried = float(max(each.mean() for each in sure))
    if carried < LEAST:
        sure = [np.zeros_like(each) for each in sure]
        sides = tuple(_still(width, height) for _ in sides)
    opaque = all(bool((layer.luma[..., 1] == 255).all()) for layer in (first, second))
    ends = [
        _end(layer, side, each, opaque)
        for layer, side, each in zip((first, second), sides, sure, strict=True)
    ]
    return Reshaping(ends[0], ends[1], carried, opaque)


def _working(layer: Layer) -> tuple[int, int]:
    sides = layer.size
    longest = min(max(sides), max(LEAST_WIDTH, min(WIDTH, max(sides) // 2)))
    across, down = (max(8, round(side * longest / max(sides) / _FOLLOWED)) for side in sides)
    return across * _FOLLOWED, down * _FOLLOWED


def _grey(layer: Layer, width: int, height: int) -> NDArray[np.uint8]:
    """Its luma on the working grid, over grey."""
    import cv2

    luma = layer.luma.cpu().numpy().astype(np.float32)
    page = luma[..., 0] + (255 - luma[..., 1]) * (_GREY / 255)
    return cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA).clip(0, 255).astype(np.uint8)


def _sure(flow: flows.Flow, first: flows.Grey, second: flows.Grey) -> flows.Field:
    """(H, W): 1 where flow comes back and both pictures look alike there, 0 where it does not; soft between."""
    import cv2

    height, width = first.shape
    to = flows.grid(width, height) + flow.there
    alike = _alike(first, flows.read(second, to))
    sure = np.clip(2 * flows.consistency(flow), 0, 1) * alike
    side, island = (max(3, round(width * share)) | 1 for share in (_EDGE, _ISLAND))
    # a few pixels that agree by chance would stand out from all that dissolves around them
    whole = cv2.morphologyEx(
        sure, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (island, island))
    )
    held = cv2.erode(whole, np.ones((side // 2 | 1, side // 2 | 1), np.uint8))
    return np.asarray(cv2.GaussianBlur(held, (side, side), 0), np.float32)


def _alike(a: flows.Grey, b: flows.Grey) -> flows.Field:
    """(H, W), 0 to 1: whether two pictures show the same around each pixel: equal structure (SSIM's last term),
    and no very different grey, which alone tells plain areas apart.
    """
    import cv2

    x, y = a.astype(np.float32), b.astype(np.float32)

    def mean(picture: flows.Field) -> flows.Field:
        return np.asarray(cv2.boxFilter(picture, -1, (11, 11)), np.float32)

    mx, my = mean(x), mean(y)
    spread = mean(x * x) - mx * mx + mean(y * y) - my * my
    slack = np.float32(60.0)
    structure = (2 * (mean(x * y) - mx * my) + slack) / (spread + slack)
    return _soft((structure - 0.2) / 0.4) * _soft((60 - np.abs(mx - my)) / 30)


def _end(layer: Layer, flow: flows.Flow, sure: flows.Field, opaque: bool) -> _End:
    height, width = sure.shape
    base = flows.grid(width, height)
    whole = (base @ flow.whole[:, :2].T + flow.whole[:, 2] - base).astype(np.float32)
    rest = flow.there - whole
    filled = _filled(rest, sure)
    motion = whole + filled + sure[..., None] * (rest - filled)
    return _End(
        layer=layer,
        **_planes(layer, opaque),
        motion=_coarser(motion / _FOLLOWED, layer),
        sure=_coarser(sure[..., None], layer),
        whole=_whole_of_coarser(flow.whole),
    )


def _planes(layer: Layer, opaque: bool) -> dict[str, tuple[torch.Tensor, ...]]:
    """The `lumas` and `chromas` of an end."""
    luma, chroma = (plane[..., :-1] if opaque else plane for plane in (layer.luma, layer.chroma))
    sharp = sampling.doubled(luma.contiguous())
    if not opaque:
        sharp[..., 0] = sharp[..., 0].minimum(sharp[..., 1])
    return {"lumas": (sharp, *_sizes(luma)), "chromas": _sizes(chroma)}


def _coarser(field: flows.Field, layer: Layer) -> torch.Tensor:
    """A field on the grid that it is followed on, where its layer lies."""
    import cv2
    import torch

    height, width, channels = field.shape
    size = (width // _FOLLOWED, height // _FOLLOWED)
    small = np.asarray(cv2.resize(field, size, interpolation=cv2.INTER_AREA))
    return torch.from_numpy(small.reshape(size[1], size[0], channels)).to(layer.luma.device)


def _whole_of_coarser(whole: NDArray[np.float64]) -> NDArray[np.float64]:
    """An affine motion in pixels of the coarser grid; a pixel's place is that of its middle."""
    middle = np.full(2, (_FOLLOWED - 1) / 2)
    turn, shift = whole[:, :2], whole[:, 2]
    return np.column_stack((turn, (turn @ middle + shift - middle) / _FOLLOWED))


def _sizes(plane: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """A plane, its half and its quarter."""
    half = sampling.halved(plane.contiguous())
    return plane.contiguous(), half, sampling.halved(half)


def _filled(field: flows.Field, sure: flows.Field) -> flows.Field:
    """`field` where it is sure, carried on from there where it is not, ever coarser (pull-push; Gortler et al., The
    Lumigraph, SIGGRAPH 1996, section 3.4). Nothing sure: no motion.
    """
    import cv2

    levels: list[tuple[flows.Field, flows.Field]] = [(field * sure[..., None], sure)]
    while min(levels[-1][1].shape) > 2:
        above, share = levels[-1]
        levels.append(
            (np.asarray(cv2.pyrDown(above), np.float32), np.asarray(cv2.pyrDown(share), np.float32))
        )
    above, share = levels[-1]
    filled = above / (share[..., None] + 1e-3)
    for above, share in reversed(levels[:-1]):
        size = (share.shape[1], share.shape[0])
        guess = np.asarray(cv2.resize(filled, size, interpolation=cv2.INTER_LINEAR))
        part = np.clip(share * 4, 0, 1)[..., None]
        filled = part * above / np.maximum(share[..., None], 1e-3) + (1 - part) * guess
    return np.asarray(filled, np.float32)


def _still(width: int, height: int) -> flows.Flow:
    nothing = np.zeros((height, width, 2), np.float32)
    return flows.Flow(nothing, nothing, np.eye(2, 3))


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
    edge = across * _EDGE
    deep = (p[..., 0] + 0.5).minimum(across - 0.5 - p[..., 0])
    deep = deep.minimum(p[..., 1] + 0.5).minimum(down - 0.5 - p[..., 1])
    return (deep / edge).clamp_(1e-4, 1)[..., None]


def _soft(t: flows.Field) -> flows.Field:
    t = np.clip(t, 0, 1)
    return t * t * (3 - 2 * t)
