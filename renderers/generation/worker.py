"""What the worker "models" does: makes the pictures between two pictures, with one model that it keeps loaded."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from renderers import wire
from renderers.generation import families, film, folders
from renderers.generation.folders import Model
from renderers.generation.job import Job, Made, Tell
from renderers.generation.loader import Means, check, fitted, read
from renderers.generation.running import at_work, forget, telling
from renderers.messages import Message
from renderers.planes import from_rgb
from studio.errors import BadFileError, LimitError
from studio.progress import CancelToken

Maker = Callable[[Any, Model, Job, Tell], Made]
MAKERS = {
    "latents": "renderers.generation.latents:made",
    "video": "renderers.generation.video:made",
}
"""What makes each kind of job: module:function, called with the pipeline, its model, the job and whom to tell."""

_loaded: dict[tuple[str, Means], Any] = {}
"""The one model that is kept, by its folder with the digest of its files and its means."""


def handle(message: Message, cancel: CancelToken) -> Iterator[Message]:
    """Answer one request.

    {"do": "make", "folder" (of the model), "beside" (of its motion adapter, or ""), "means", "job" (a `Job` without
    pictures), "width", "height"} and a blob of RGB for each picture -> any number of {"what", "done", "total"},
    then the record of what was made and the blobs of its frames (`film.pack`).
    """
    yield from telling(lambda tell: _answer(message, tell), cancel)


def _answer(message: Message, tell: Tell) -> Message:
    asked = message.header
    beside = asked.get("beside")
    model = folders.look(Path(asked["folder"]), Path(beside) if beside else None)
    made, facts = make(model, wire.value(asked["means"], Means), _job(message), tell)
    tell("Keeping the pictures", 0, 1)
    blobs = film.pack([from_rgb(frame) for frame in made.frames])
    record = {"likeness": list(made.likeness), "steps": made.steps, **facts, **made.facts}
    width, height = int(made.frames[0].shape[1]), int(made.frames[0].shape[0])
    return Message({"frames": len(made.frames), "width": width, "height": height, **record}, blobs)


def _job(message: Message) -> Job:
    asked = message.header
    shape = (asked["height"], asked["width"], 3)
    pictures = tuple(np.frombuffer(blob, np.uint8).reshape(shape) for blob in message.blobs)
    return Job(pictures=pictures, **asked["job"])


def make(model: Model, means: Means, job: Job, tell: Tell) -> tuple[Made, dict[str, Any]]:
    """Load the model where it is not, let it make the pictures, and say how long both took (seconds).

    Raises `BadFileError` and `LimitError` with one sentence, and `Cancelled`.
    """
    check(model)
    found = families.family(model)
    if found is None:
        raise BadFileError(f"The model “{model.name}” cannot be used: {families.verdict(model)}.")
    began = time.monotonic()
    tell("Loading the model", 0, 1)
    size, frames = found.size(*job.size), found.pictures(job.frames)
    pipeline, fitting = _pipeline(model, means, size, frames)
    module, function = MAKERS[job.kind].split(":")
    maker: Maker = getattr(import_module(module), function)
    ready = time.monotonic()
    try:
        with at_work(pipeline, model.name):
            made = maker(pipeline, model, job, tell)
    except LimitError:
        _loaded.clear()
        forget()
        raise
    facts = {"loading": ready - began, "seconds": time.monotonic() - ready}
    return made, {**facts, "dtype": fitting.dtype, "placing": fitting.placing}


def _pipeline(model: Model, means: Means, size: tuple[int, int], frames: int) -> tuple[Any, Means]:
    """The pipeline, and the means that it was loaded with."""
    key = f"{model.folder} {model.beside} {folders.digest(model)}", means
    if key not in _loaded:
        _loaded.clear()  # room for one
        forget()
        fitting = fitted(model, means, size, frames)
        _loaded[key] = read(model, fitting), fitting
    return _loaded[key]
