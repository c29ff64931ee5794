"""Semantic consistency of a lecture's rendered cuts, by every encoder that is installed."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from renderers.executors import video_segment
from renderers.measure.semantic import LIMIT_S, Encoder, consistency
from renderers.planes import Planes
from renderers.steps import CutStep
from renderers.workers import Worker
from renderers.workshop import Workshop
from studio.progress import Progress


def meanings(
    cuts: Sequence[CutStep], encoders: Sequence[Encoder], workshop: Workshop
) -> Generator[Progress, None, dict[str, dict[str, float]]]:
    """The figure of each encoder (by name) for each cut (by the id of the scene that comes).

    Raises StudioError where an encoder cannot be used or a kept cut is gone, and Cancelled.
    """
    found: dict[str, dict[str, float]] = {}
    with Worker("semantic", LIMIT_S, scratch=workshop.scratch) as worker:
        for number, encoder in enumerate(encoders):
            for place, step in enumerate(cuts):
                done = number * len(cuts) + place
                yield Progress("render", done, len(encoders) * len(cuts), "Comparing meanings", step.where)
                figure = consistency(_frames(step, workshop), encoder, worker, workshop.cancel)
                found.setdefault(step.where, {})[encoder.name] = figure
    return found


def _frames(step: CutStep, workshop: Workshop) -> list[Planes]:
    """The pictures of a cut as they were coded: what is in the video."""
    from av import Packet

    from renderers.encode import video

    segment = video_segment(workshop.entry(step.key))
    size = step.settings.width, step.settings.height
    opened = video.decoder(segment.parameter_sets)
    packets = [*(Packet(picture.data) for picture in segment.coded()), None]
    return [
        video.planes_of(video.shown(frame), size) for packet in packets for frame in opened.decode(packet)
    ]
