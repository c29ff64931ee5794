"""What a model is asked to make of a pair of pictures, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from studio.lecture import LatentPath

Kind = Literal["latents", "video"]
"""A path through the latents of a picture model (level 4), or a video (level 5)."""

Picture = NDArray[np.uint8]
"""(H, W, 3), sRGB; H and W are even."""

Tell = Callable[[str, int, int], None]
"""Hears what is being done, how many steps are done and of how many.

Raises `Cancelled` where the work shall end, so that it is called between any two of them.
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A change from picture number `at` to the next one of `pictures`, which are all of one size.

    `frames` pictures are wanted, the first and the last among them. The pictures around the two are for a path that
    goes through several ("gaussian"). `steps` 0 means as many as are usual for the model.
    """

    kind: Kind
    pictures: tuple[Picture, ...]
    frames: int
    at: int = 0
    prompt: str = ""
    seed: int = 1
    path: LatentPath = "slerp"
    steps: int = 0

    @property
    def first(self) -> Picture:
        """The picture it begins with."""
        return self.pictures[self.at]

    @property
    def last(self) -> Picture:
        """The picture it ends with."""
        return self.pictures[self.at + 1]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return int(self.first.shape[1]), int(self.first.shape[0])


@dataclass(frozen=True, slots=True)
class Made:
    """`frames` pictures of the job's size, the first and last of which are its own to the bit.

    `likeness` is the SSIM (-1 to 1) of what the model made of the first and of the last picture before that.
    """

    frames: tuple[Picture, ...]
    likeness: tuple[float, float]
    steps: int
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
