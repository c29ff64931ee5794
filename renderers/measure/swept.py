"""The part of the frame that travelling objects sweep: what lies outside it has to stay as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from renderers.measure.persistence import Tracked

if TYPE_CHECKING:
    import torch

    from renderers.layers.stack import Layer
    from renderers.transitions.how import Track

_STILL = 0.51
"""Pixels by which an object may move and still stand."""


def swept(tracked: Tracked, size: tuple[int, int]) -> torch.Tensor:
    """(H, W) bool: the convex hulls of the boxes through which each object of both slides travels.

    An object that stays where it is and as it is sweeps nothing.
    """
    import cv2
    import torch

    width, height = size
    mask = np.zeros((height, width), np.uint8)
    for track in tracked.tracks:
        boxes = np.array([track.place(t) for t in tracked.moments], np.float64)
        if _stands(track, boxes):
            continue
        left, top, right, bottom = boxes[:, 0], boxes[:, 1], boxes[:, :3:2].sum(1), boxes[:, 1::2].sum(1)
        corners = [(x, y) for x in (left - 1, right + 1) for y in (top - 1, bottom + 1)]
        points = np.stack([np.stack(corner, axis=-1) for corner in corners]).reshape(-1, 2)
        hull = cv2.convexHull(points.round().clip(-30_000, 30_000).astype(np.int32))
        cv2.fillConvexPoly(mask, hull, 1)
    return torch.from_numpy(mask.astype(np.bool_))


def _stands(track: Track, boxes: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> bool:
    moved = float(np.abs(boxes - boxes[0]).max())
    return moved < _STILL and not track.reshaped and equal(track.first, track.second)


def equal(first: Layer, second: Layer) -> bool:
    """Whether two objects look the same, bit for bit."""
    return first is second or (
        first.luma.shape == second.luma.shape and bool((first.luma == second.luma).all())
    )
