"""Semantic consistency of a lecture's rendered cuts, by every encoder that is installed."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from renderers.composing import prepared
from renderers.measure.semantic import LIMIT_S, Encoder, consistency
from renderers.planes import Planes
from renderers.steps import CutStep
from renderers.transitions import change
from renderers.workers import Worker
from renderers.workshop import Workshop
from studio.lecture import Level
from studio.progress import Progress


def meanings(
    cuts: Sequence[CutStep],
    records: Mapping[str, Mapping[str, Any]],
    encoders: Sequence[Encoder],
    workshop: Workshop,
) -> Generator[Progress, None, dict[str, dict[str, float]]]:
    """The figure of each encoder (by name) for each cut (by the id of the scene that comes).

    `records` are those of the cuts, by key. Raises StudioError where an encoder cannot be used, and Cancelled.
    """
    found: dict[str, dict[str, float]] = {}
    with Worker("semantic", LIMIT_S, scratch=workshop.scratch) as worker:
        for number, encoder in enumerate(encoders):
            for place, step in enumerate(cuts):
                done = number * len(cuts) + place
                yield Progress("render", done, len(encoders) * len(cuts), "Comparing meanings", step.where)
                figure = consistency(
                    _frames(step, records[step.key], workshop), encoder, worker, workshop.cancel
                )
                found.setdefault(step.where, {})[encoder.name] = figure
    return found


def _frames(step: CutStep, record: Mapping[str, Any], workshop: Workshop) -> list[Planes]:
    """The pictures of a cut as it was delivered, the slide before first."""
    a, b, asked = prepared(step, workshop)
    drawn = change(a, b, replace(asked, level=Level(record["delivered"]), style=record["style"]))
    return [drawn.picture(index) for index in range(-1, drawn.frames)]
