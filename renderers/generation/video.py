"""Level 5: the motion from one picture to another, invented by a video model.

A model that takes both pictures is asked once. One that takes a single still is asked twice, for what comes after
the first picture and, backwards, for what comes before the last; the two meet in the middle. What it makes has the
model's size and number of pictures, and is brought to those that are wanted; the ends are pinned to the pictures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from renderers.generation import families
from renderers.generation.calls import CALLS, Ask, steps
from renderers.generation.families import Family
from renderers.generation.folders import Model
from renderers.generation.job import Job, Made, Picture, Tell
from renderers.generation.retiming import met, pinned, retimed, sized
from renderers.generation.running import Callback, stepping
from renderers.measure.features import similarity

if TYPE_CHECKING:
    from PIL.Image import Image

INVENTING = "Inventing motion"


def made(pipeline: Any, model: Model, job: Job, tell: Tell) -> Made:
    """The pictures of a job by a loaded video model. Raises what `tell` raises, within a step."""
    found = families.family(model)
    assert found is not None, "only models of known families are loaded for this"
    shown, count = _shown(pipeline, model, found, job, tell)
    first, last = (sized(picture, _size(shown[0])) for picture in (job.first, job.last))
    likeness = similarity(shown[0], first), similarity(shown[-1], last)
    tell("Fitting the motion", 0, 1)
    frames = [sized(frame, job.size) for frame in retimed(shown, job.frames)]
    return Made(tuple(pinned(frames, job.first, job.last)), likeness, count, {"made": len(shown)})


def latents(pipeline: Any, model: Model, job: Job) -> Any:
    """What the model makes for the first call of a job before it is decoded: to see what decides it."""
    found = families.family(model)
    assert found is not None
    ask = _ask(found, job, found.pictures(job.frames), both=found.takes != "still")
    given = CALLS[families.called(model)](ask)
    return pipeline(**given, generator=_seeded(job.seed), output_type="latent").frames


def _shown(pipeline: Any, model: Model, found: Family, job: Job, tell: Tell) -> tuple[list[Picture], int]:
    """The model's own pictures from first to last, and the steps that they took."""
    name = families.called(model)
    if found.takes == "still":
        ask = _ask(found, job, found.pictures(job.frames // 2 + 1), both=False)
        back = _ask(found, job, ask.frames, both=False, backwards=True)
        count = 2 * steps(name, ask)
        after = stepping(tell, INVENTING, count)
        before, behind = (_called(pipeline, name, each, job.seed, after) for each in (ask, back))
        return met(before, behind[::-1]), count
    ask = _ask(found, job, found.pictures(job.frames + found.tail - 1), both=True)
    count = steps(name, ask)
    frames = _called(pipeline, name, ask, job.seed, stepping(tell, INVENTING, count))
    return _ended(frames, found, job.last), count


def _ask(found: Family, job: Job, frames: int, *, both: bool, backwards: bool = False) -> Ask:
    size = found.size(*job.size)
    first, last = (_image(sized(picture, size)) for picture in (job.first, job.last))
    if backwards:
        first = last
    chosen = job.steps or found.steps
    return Ask(first, last if both else None, size, frames, job.prompt, chosen, found.guidance, found.rate)


def _called(pipeline: Any, name: str, ask: Ask, seed: int, after: Callback) -> list[Picture]:
    given = CALLS[name](ask)
    result = pipeline(**given, generator=_seeded(seed), output_type="np", callback_on_step_end=after)
    frames = np.asarray(result.frames, np.float32)[0]  # (frames, H, W, 3), 0 to 1
    return list(np.round(np.nan_to_num(frames).clip(0, 1) * 255).astype(np.uint8))


def _ended(frames: list[Picture], found: Family, last: Picture) -> list[Picture]:
    """Without what a model shows behind the last picture that it was given."""
    wanted = sized(last, _size(frames[0]))
    choices = range(max(1, len(frames) - found.tail), len(frames))
    end = max(choices, key=lambda index: similarity(frames[index], wanted))
    return frames[: end + 1]


def _seeded(seed: int) -> Any:
    """Noise is drawn on the processor, so that a seed means the same on any device. Some pipelines draw some of
    theirs (of what a picture is encoded to) without the generator that they are given, so that the usual one is
    seeded too.
    """
    import torch

    torch.manual_seed(seed)
    return torch.Generator("cpu").manual_seed(seed)


def _size(picture: Picture) -> tuple[int, int]:
    return int(picture.shape[1]), int(picture.shape[0])


def _image(picture: Picture) -> Image:
    from PIL import Image

    return Image.fromarray(picture)
