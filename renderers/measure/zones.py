"""What two slides really share, and what shows through between them: told by the zones that each slide falls into.

A zone is a plain area (neighbours of about one colour), or the lines and letters that touch each other between such
areas. Of a thing that stays, most is seen on both slides. Two things that only overlap agree there too, but each
goes on where the other does not: held, the piece would stand alone while the things it belongs to fade.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.measure.regions import differs, opened
from renderers.planes import Planes

if TYPE_CHECKING:
    import torch

Mask = NDArray[np.bool_]
Plane = NDArray[np.uint8]

_EDGE = 8
"""Levels between neighbours from which on there is an edge."""
_WHOLE, _BOTH, _LINES = 0.85, 0.6, 0.4
"""The share of a plain area that has to be the same for it to stay: on one of the slides, or on both; and that of
lines and letters on one of them, since many touch each other that have nothing to do with each other."""
_FRAMED = 0.1
"""As `_WHOLE`, for a plain area that reaches the edge of the picture: a ground, however much stands on it."""
_CLAIM = 0.3
"""The share of a plain area that has to stay for it to be the ground of what leaves or comes beside it."""
_NEAR, _BETWEEN = 7, 3
"""A line is of the ground where its colour is between those of the grounds so near (cells), give or take
these levels."""
_SOURCE = 1 / 100
"""The share of the picture from which on a plain area tells what a hidden ground looks like."""
_SPECK = 1 / 5000
"""The share of the picture below which a plain area tells nothing: the inside of a letter."""
_SPREAD, _SHADE = 3, 12
"""How many times the spread of a zone's luma where it stays, and how many levels more, it may be off elsewhere."""
_LIKE = 3
"""Levels by which an area may differ from the widest ground and look the same."""
_FINE = 1000
"""Lines of a picture from which on two by two pixels of chroma are looked at as one."""
_FULL = 200
"""How finely shares are weighed."""
_SAMPLED = 4
"""Every so manieth pixel tells the mean colour of a zone."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two slides share, and the ground where they do not.

    `still` is (H, W) bool: what stays. `whose` is (H/2, W/2), as planes of chroma are: 1 where the first slide
    shows the ground, 2 where the second one does, 0 where neither. `plain` is (H/2, W/2) bool: where it is a plain
    area large enough to tell what it looks like where neither shows it.
    """

    still: torch.Tensor
    whose: torch.Tensor
    plain: torch.Tensor


@dataclass(frozen=True, slots=True)
class _Zones:
    """`labels` is (h, w): the zone of each cell of a picture. By zone: whether it is `plain`, its `area` in
    cells, whether it reaches the edge of the picture. `colours` are the least and the most of each plane there.
    """

    labels: NDArray[np.int32]
    plain: Mask
    areas: NDArray[np.int64]
    framed: Mask
    colours: tuple[tuple[Plane, Plane], ...]

    def share(self, mask: Mask) -> NDArray[np.float64]:
        """Of each zone, how much a mask holds."""
        return np.bincount(self.labels[mask], minlength=len(self.areas)) / self.areas

    def of_pixels(self, zones: NDArray[np.uint8]) -> Plane:
        """(h, w): what is said of each zone."""
        return np.take(zones, self.labels)

    def colour_of(self, mask: Mask) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(zones, 3) mean Y, U and V of each zone where a mask holds it, NaN where it does not; and (zones,) how
        far it may be off that: pixels of it beyond are something else that its shade runs out into.
        """
        few = (slice(None, None, _SAMPLED),) * 2
        seen = mask[few].ravel()
        labels = self.labels[few].ravel()[seen]
        count = np.bincount(labels, minlength=len(self.areas)).astype(np.float64)
        count[count == 0] = np.nan
        planes = [low[few].ravel()[seen].astype(np.float64) for low, _ in self.colours]
        means = [np.bincount(labels, plane, len(self.areas)) / count for plane in planes]
        square = np.bincount(labels, planes[0] ** 2, len(self.areas)) / count
        spread = np.sqrt(np.maximum(square - means[0] ** 2, 0))
        return np.stack(means, 1), _SPREAD * spread + _SHADE


def common(a: Planes, b: Planes) -> Common:
    """What stays of two slides, and what is seen where something leaves or comes."""
    import torch

    apart, cell = differs(a, b), _cell(a)
    same = ~_of_cells(apart, 2 * cell).cpu().numpy()
    first, second = _zones(a, cell), _zones(b, cell)
    gone = same & ~_stays(first, second, same)
    whose, plain = _grounds((first, second), same & ~gone)
    if gone.any():
        apart |= _widened(torch.from_numpy(gone).to(apart.device), 2 * cell)
    still = opened(apart, a)
    return Common(
        still, *(_widened(torch.from_numpy(each).to(still.device), cell) for each in (whose, plain))
    )


def _cell(picture: Planes) -> int:
    """How many pixels of chroma are looked at as one, across and down: large pages need no more than small ones."""
    width, height = picture.size
    return 2 if height >= _FINE and width % 4 == height % 4 == 0 else 1


def _stays(first: _Zones, second: _Zones, same: Mask) -> Mask:
    """(h, w): where what is the same belongs to something that stays."""
    shares: list[Plane] = []
    for zones in (first, second):
        share = zones.share(same)
        share[zones.framed & (share >= _FRAMED)] = 1
        share[~zones.plain & (share >= _LINES)] = 1
        shares.append(zones.of_pixels(_levels(share)))
    one, other = shares
    return (np.maximum(one, other) >= _FULL * _WHOLE) | (np.minimum(one, other) >= _FULL * _BOTH)


def _levels(share: NDArray[np.float64]) -> Plane:
    return np.rint(share * _FULL).astype(np.uint8)


def _grounds(slides: tuple[_Zones, _Zones], stays: Mask) -> tuple[Plane, Mask]:
    """`Common.whose` and `Common.plain`. Where both slides show a ground, the one of which more stays is shown."""
    claims = [_claims(zones, stays) for zones in slides]
    large: list[Mask] = []
    for zones, claim in zip(slides, claims, strict=True):
        wide = zones.plain & (zones.areas >= _SOURCE * stays.size)
        large.append((claim > 1) & zones.of_pixels(wide.view(np.uint8)).view(np.bool_))
    one, other = claims
    whose = np.where(one >= other, np.uint8(1), np.uint8(2))
    whose[(one | other) == 0] = 0
    return whose, ((whose == 1) & large[0]) | ((whose == 2) & large[1])


def _claims(zones: _Zones, stays: Mask) -> Plane:
    """(h, w): how much of what a pixel belongs to stays, if it is a ground: 0 to `_FULL`."""
    import cv2

    share = zones.share(stays)
    kept = zones.framed & (share >= _FRAMED)
    share[kept] = 1
    colour, most = zones.colour_of(stays)
    if kept.any():
        widest = int(np.argmax(np.where(kept, zones.areas * share, 0)))
        own, _ = zones.colour_of(np.ones_like(stays))
        like = (np.abs(own - colour[widest]) <= _LIKE).all(1)
        share[like] = np.maximum(share[like], _CLAIM)
        colour[like & np.isnan(colour[:, 0])] = colour[widest]
        most[np.isnan(most)] = _SHADE
    share[~zones.plain | (share < _CLAIM) | (zones.areas < _SPECK * stays.size)] = 0
    claim = zones.of_pixels(_levels(share))
    slack = zones.of_pixels(_rounded(most))
    for place, (plane, _) in enumerate(zones.colours):
        usual = zones.of_pixels(_rounded(colour[:, place]))
        claim[cv2.absdiff(plane, usual) > slack] = 0
    claim[(claim == 0) & _between(zones, claim > 0)] = 1
    return claim


def _rounded(values: NDArray[np.float64]) -> Plane:
    return np.rint(np.nan_to_num(values)).clip(0, 255).astype(np.uint8)


def _between(zones: _Zones, ground: Mask) -> Mask:
    """(h, w): where a colour lies between those of the grounds around, as on the edge of one that stays."""
    import cv2

    square = np.ones((_NEAR, _NEAR), np.uint8)
    found = np.ones(ground.shape, np.bool_)
    hidden = (~ground).view(np.uint8) * np.uint8(255)
    for low, high in zones.colours:
        most = cv2.dilate(cv2.subtract(high, hidden), square)
        least = cv2.erode(cv2.add(low, hidden), square)
        found &= (cv2.subtract(high, most) <= _BETWEEN) & (cv2.subtract(least, low) <= _BETWEEN)
    return found


def _zones(picture: Planes, cell: int) -> _Zones:
    import cv2

    planes = zip(picture.planes, (2 * cell, cell, cell), strict=True)
    colours = tuple(_extent(plane.contiguous().cpu().numpy(), size) for plane, size in planes)
    spread = np.max([cv2.subtract(most, least) for least, most in colours], axis=0)
    edge = (spread > _EDGE).view(np.uint8)
    areas_, plains = cv2.connectedComponents(1 - edge, connectivity=4)
    lines_, lines = cv2.connectedComponents(edge, connectivity=8)
    labels = np.where(edge.view(np.bool_), lines + np.int32(areas_ - 2), plains - np.int32(1))
    count = areas_ + lines_ - 2
    framed = np.zeros(count, np.bool_)
    for side in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        framed[side] = True
    plain = np.arange(count) < areas_ - 1
    areas = np.bincount(labels.ravel(), minlength=count)
    return _Zones(labels, plain, areas, framed & plain, colours)


def _extent(plane: Plane, cell: int) -> tuple[Plane, Plane]:
    """The least and the most of each cell of a plane and of the pixels around it."""
    import cv2

    square = np.ones((cell + 2, cell + 2), np.uint8)
    found = (function(plane, square, None, (1, 1)) for function in (cv2.erode, cv2.dilate))
    least, most = (np.asarray(each, np.uint8)[::cell, ::cell].copy() for each in found)
    return least, most


def _of_cells(mask: torch.Tensor, cell: int) -> torch.Tensor:
    """A mask of cells: those of which any pixel is in a mask of pixels."""
    while cell > 1:
        rows = mask[::2] | mask[1::2]
        mask, cell = rows[:, ::2] | rows[:, 1::2], cell // 2
    return mask


def _widened(cells: torch.Tensor, cell: int) -> torch.Tensor:
    """What is said of cells, said of each of their pixels."""
    if cell == 1:
        return cells
    rows, columns = cells.shape
    return cells.view(rows, 1, columns, 1).expand(-1, cell, -1, cell).reshape(rows * cell, columns * cell)
