"""What the step that asks a model does: gives it the pictures of two slides, keeps the frames it makes.

Where a model fails (too little memory, a broken folder), the result says why instead, and the change does without
it: no export fails by a model.
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np

from renderers import wire
from renderers.cache import Entry
from renderers.generation.job import Picture
from renderers.generation.loader import Means
from renderers.generation.retiming import sized
from renderers.layers.stack import Layer, unpack
from renderers.messages import Message
from renderers.planes import Planes, one_thread, to_rgb
from renderers.steps import GenerateStep
from renderers.workers import POLL_S
from renderers.workshop import Workshop
from studio.errors import LostEntryError, StudioError
from studio.progress import CancelToken

LIMIT_S = 6 * 3600.0
"""Seconds that one change may take: a large model on a processor takes hours."""
GRACE_S = 10.0
"""Seconds for the step it is at when it is cancelled; then its process is killed."""
LEAST_LIKENESS = 0.9
"""SSIM of the model's own first and last picture with those it was given (the gate of level 5)."""
_turn = threading.Lock()
_OPAQUE = 8
"""Colours of pixels with less alpha (of 255) are too coarse to be told; they are shown white."""


def generate(step: GenerateStep, workshop: Workshop) -> Entry:
    """The frames of a step (`film.unpack` reads them), with the likeness of the ends; "why" says in a sentence
    without its end why they are of no use ("": they are). `passing`: it may be otherwise another time.
    """
    one_thread()
    layers = [unpack(workshop.entry(key)).layer(number) for key, number in step.pictures]
    there = [layer for layer in layers if layer is not None]
    if len(there) < len(layers):
        return _nothing("a picture that the model was to change is not on its slide")
    try:
        return _asked(step, there, workshop)
    except LostEntryError:
        raise
    except StudioError as error:
        return _nothing(str(error).rstrip("."), passing=True)


def _nothing(why: str, *, passing: bool = False) -> Entry:
    return Entry({"frames": 0, "why": why, "passing": passing})


def _asked(step: GenerateStep, layers: list[Layer], workshop: Workshop) -> Entry:
    size = max((layers[step.at].size, layers[step.at + 1].size), key=lambda each: each[0] * each[1])
    job = {
        "kind": step.kind,
        "at": step.at,
        "frames": step.frames,
        "prompt": step.prompt,
        "seed": step.seed,
        "path": step.path,
    }
    means = Means(step.device, step.dtype, step.placing, step.saving)
    asked = {"folder": step.folder, "beside": step.beside, "means": wire.plain(means), "job": job}
    blobs = tuple(sized(opaque(layer), size).tobytes() for layer in layers)
    message = Message({"do": "make", **asked, "width": size[0], "height": size[1]}, blobs)
    answer, way = Message(), _Way()
    with _alone(workshop.cancel), workshop.worker("models") as worker:
        for answer in worker.request(message, workshop.cancel, LIMIT_S, GRACE_S):
            if "what" in answer.header:
                workshop.tell(step.key, *way.told(**answer.header))
    return Entry({"passing": False, **answer.header, "why": _unlike(step, answer.header)}, answer.blobs)


@dataclass(slots=True)
class _Way:
    """How far a model is, of stages whose number nobody knows before: each takes two thirds of what is left."""

    stage: str = ""
    begun: float = 0.0
    part: float = 0.0

    def told(self, what: str, done: int, total: int) -> tuple[str, float]:
        """The words for it, and the part that is done."""
        if what != self.stage:
            self.stage, self.begun = what, self.part
        self.part = self.begun + (1 - self.begun) * 2 / 3 * done / max(1, total)
        return (f"{what} ({done}/{total})" if total > 1 else what), self.part


@contextmanager
def _alone(cancel: CancelToken) -> Generator[None]:
    """One model at a time: two of them would share the memory that was seen to be enough for one."""
    while not _turn.acquire(timeout=POLL_S):
        cancel.check()
    try:
        yield
    finally:
        _turn.release()


def _unlike(step: GenerateStep, record: dict[str, Any]) -> str:
    """Which end of what the model made is too unlike the picture; "" where both are like theirs."""
    if step.kind != "video":
        return ""
    (first, last), wanted = record["likeness"], LEAST_LIKENESS
    if first < LEAST_LIKENESS:
        return (
            f"“{step.model}” does not begin with the slide's picture (likeness {first:.2f}, wanted {wanted})"
        )
    if last < LEAST_LIKENESS:
        return f"“{step.model}” does not end with the slide's picture (likeness {last:.2f}, wanted {wanted})"
    return ""


def opaque(layer: Layer) -> Picture:
    """A layer's colours without its alpha, white where it shows nothing."""
    import torch

    def plain(colour: torch.Tensor, alpha: torch.Tensor, ground: int) -> torch.Tensor:
        whole = (colour.float() * 255 / alpha.clamp(min=1)).round().clamp(0, 255).to(torch.uint8)
        return torch.where(alpha < _OPAQUE, torch.full_like(whole, ground), whole)

    luma, chroma = layer.luma.cpu(), layer.chroma.cpu()
    white = (235, 128, 128)
    y = plain(luma[..., 0], luma[..., 1], white[0])
    u, v = (plain(chroma[..., index], chroma[..., 2], white[1]) for index in (0, 1))
    return np.ascontiguousarray(to_rgb(Planes(y, u, v)))
