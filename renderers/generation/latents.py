"""Level 4 with a model: the pictures between two pictures, on a way through the latents of a diffusion model.

Both pictures are encoded and led part of the way into noise, each along its own flow (DDIM inversion: Song et al.,
Denoising Diffusion Implicit Models, ICLR 2021, equation 12, backwards). There, where latents are nearly Gaussian,
the way goes from one to the other. What lies on it is led back, told words that go over from those of the first
picture to those of the last, and looks at both pictures while it is drawn (`attention`). Where more pictures than
`MOST` are wanted, what is between the model's is moved along their flow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from renderers.generation import families, paths
from renderers.generation.attention import Ends, interpolated
from renderers.generation.folders import Model
from renderers.generation.job import Job, Made, Picture, Tell
from renderers.generation.painter import Painter, Words
from renderers.generation.retiming import pinned, retimed, sized
from renderers.measure.features import similarity

if TYPE_CHECKING:
    import torch

FINDING, RESHAPING = "Finding the way between pictures", "Reshaping pictures"
DEPTH = 0.6
"""How far into the noise the way goes, 0 to 1: farther is freer, less far is nearer to the two pictures."""
MOST = 17
"""Pictures that the model draws, the ends among them."""
_TRIES = 3
"""How often each step into the noise is looked for, each time from nearer to where it leads."""
_AT_ONCE = 4
"""Pictures that are drawn at a time: memory for more is not asked for."""


def made(pipeline: Any, model: Model, job: Job, tell: Tell) -> Made:
    """The pictures of a job by a loaded picture model. Raises what `tell` raises, within a step."""
    found = families.family(model)
    assert found is not None, "only models of known families are loaded for this"
    painter = Painter(pipeline, found.size(*job.size))
    steps = max(2, round((job.steps or found.steps) * DEPTH))
    count = min(MOST, job.frames)
    between = drawn(painter, job, steps, count, tell)
    shown: list[Picture] = []
    for number, latent in enumerate(between, 1):
        shown.append(painter.decoded(latent))
        tell("Decoding pictures", number, count)
    first, last = (sized(picture, painter.size) for picture in (job.first, job.last))
    likeness = similarity(shown[0], first), similarity(shown[-1], last)
    frames = [sized(frame, job.size) for frame in retimed(pinned(shown, first, last), job.frames)]
    return Made(tuple(pinned(frames, job.first, job.last)), likeness, steps, {"made": count})


def drawn(
    painter: Painter, job: Job, steps: int, count: int, tell: Tell, *, fused: bool = True
) -> list[torch.Tensor]:
    """`count` latents from the job's first picture to its last, slow at both ends.

    `fused`: with attention to both pictures.
    """
    pictures = job.pictures if job.path == "gaussian" else (job.first, job.last)
    start = job.at if job.path == "gaussian" else 0
    words = painter.words(*told(job.prompt))
    painter.plan(steps, DEPTH)
    deep = _deep(painter, [sized(each, painter.size) for each in pictures], words, tell)
    way = paths.gaussian(deep) if job.path == "gaussian" else paths.along(deep)
    places = [eased(float(place)) for place in np.linspace(0, 1, count)]
    with interpolated(painter.unet) as ends:
        return _led_back(
            painter, ends if fused else None, words, places, [way(start + t) for t in places], tell
        )


def eased(t: float) -> float:
    """Slow at both ends, as all changes are: what a model makes is shown in even steps of time."""
    return t * t * (3 - 2 * t)


def told(prompt: str) -> tuple[str, str]:
    """The words for the first and for the last picture: those before and behind an arrow ("->"), else the same."""
    first, arrow, last = prompt.replace("→", "->").partition("->")
    return first.strip(), (last if arrow else first).strip()


def _deep(painter: Painter, pictures: list[Picture], words: Words, tell: Tell) -> tuple[torch.Tensor, ...]:
    """The latents of pictures, each led into noise."""
    total, done, deep = painter.steps * _TRIES * len(pictures), 0, list[Any]()
    for number, picture in enumerate(pictures):
        latent = painter.encoded(picture)
        said = words.at((number / (len(pictures) - 1),))
        for step in range(painter.steps):
            there = latent
            for _ in range(_TRIES):
                there = painter.deeper(latent, there, step, said)
                done += 1
                tell(FINDING, done, total)
            latent = there
        deep.append(latent)
    return tuple(deep)


def _led_back(
    painter: Painter,
    ends: Ends | None,
    words: Words,
    places: list[float],
    way: list[torch.Tensor],
    tell: Tell,
) -> list[torch.Tensor]:
    """Latents of pictures out of those in the noise: the two ends first in every step, then what is between."""
    latents, last = list(way), len(way) - 1
    groups = [(0, last), *_groups(range(1, last))]
    done, total = 0, painter.steps * len(groups)
    for step in reversed(range(painter.steps)):
        for group in groups:
            shares = tuple(places[index] for index in group)
            if ends is not None:
                ends.keep() if group == (0, last) else ends.use(shares)
            moved = painter.clearer(_together(latents, group), step, words.at(shares))
            for index, latent in zip(group, moved.split(1), strict=True):
                latents[index] = latent
            done += 1
            tell(RESHAPING, done, total)
    return latents


def _groups(indices: range) -> Iterator[tuple[int, ...]]:
    for begin in range(0, len(indices), _AT_ONCE):
        yield tuple(indices[begin : begin + _AT_ONCE])


def _together(latents: list[torch.Tensor], group: tuple[int, ...]) -> torch.Tensor:
    import torch

    return torch.cat([latents[index] for index in group])
