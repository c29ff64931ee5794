"""Where a slide stands in a video frame of another shape: as large as it fits, centred."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in pixels."""

    left: int
    top: int
    width: int
    height: int


def fit(width: float, height: float, frame_width: int, frame_height: int) -> Place:
    """The place of a slide of `width` x `height` (any unit) in a frame (pixels); a sliver of edge is not left."""
    scale = min(frame_width / width, frame_height / height)
    inner_width, inner_height = round(width * scale), round(height * scale)
    if frame_width - inner_width <= 2:
        inner_width = frame_width
    if frame_height - inner_height <= 2:
        inner_height = frame_height
    return Place(
        (frame_width - inner_width) // 2, (frame_height - inner_height) // 2, inner_width, inner_height
    )
