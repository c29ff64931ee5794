"""The two ends of a change, so that no joint shows a step: it begins and ends in its stills as decoders show them.

Two key pictures of the same background differ by a few levels, as each is coded for itself; behind a change that
came as a small jolt of the whole slide. A change starts with the very picture that was held (coded alike, it is
the same), and here its last pictures lead over to the next still *as decoded*, coded finer from picture to picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from renderers.planes import Planes

if TYPE_CHECKING:
    import torch

    from renderers.transitions import Change

LEADING = 3
"""The pictures over which a change takes on what the coder makes of its last slide."""


def settled(change: Change, slide: Planes, shown: Planes) -> Iterator[Planes]:
    """The pictures of a change to `slide`, of whose still a decoder shows `shown`; the last equals `shown`."""
    away = slide.map(_away, shown)
    for index in range(change.frames - 1):
        picture = change.picture(index)
        steps = index + 1 - change.frames + LEADING
        yield _towards(picture, away, steps) if steps > 0 else picture
    yield shown


def _away(drawn: torch.Tensor, coded: torch.Tensor) -> torch.Tensor:
    return coded.float() - drawn


def _towards(picture: Planes, away: Planes, steps: int) -> Planes:
    """A picture with so many of `LEADING` shares of the coder's errors put on."""

    def moved(plane: torch.Tensor, error: torch.Tensor) -> torch.Tensor:
        import torch

        there = torch.add(plane, error, alpha=steps / LEADING)
        return there.round_().clamp_(0, 255).to(torch.uint8)

    return picture.map(moved, away)
