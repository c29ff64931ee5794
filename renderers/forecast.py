"""What an export will cost before it is started: seconds of video, about how long it takes and how large it gets.

What the cache knows is exact, the rest is estimated. The figures below were found on exports of three lectures (of
7, 11 and 28 slides) at 540 and 1080 lines, seconds as the processor time of one thread of one machine; how fast
another one is, and how busy, is seen from coding some noise for a moment. The size of a picture that is not coded
yet is found by coding some of the pages that were drawn for the preview: on all three lectures the bytes of a page
grow with its pixels to the power of 0.55 to 0.57, and a frame of a change takes 0.27 (540 lines) to 0.38 of a page.
"""

from __future__ import annotations

import math
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from renderers import engine, page_plan, pages, plan
from renderers.encode.encoders import family
from renderers.encode.video import VideoSettings, encode
from renderers.engine import Records
from renderers.export import Order, to_render, wanted
from renderers.means import Means
from renderers.plan import SceneParts
from renderers.profiles import Profile
from renderers.steps import (
    AlignStep,
    CardStep,
    ConvertStep,
    CutStep,
    FeaturesStep,
    GenerateStep,
    ImageStep,
    LayersStep,
    PageStep,
    RecordingStep,
    SeparateStep,
    SoundStep,
    SpeakStep,
    Step,
    StillStep,
)
from renderers.workshop import Workshop
from studio.lecture import Lecture, Level
from studio.progress import NEVER
from studio.timebase import SAMPLE_RATE
from studio.timeline import Timeline, shown

_GROWTH = 0.56
"""Bytes of a coded page grow with its pixels to this power."""
_CHANGING, _MOVING = 0.36, 0.21
"""Bytes of one frame of a change, as a share of those of a whole page; and where only objects move."""
_STILL = 53_000
"""Bytes of a page of 1920 x 1080 at CRF 20 where nothing is known of it."""
_FINER = 13
"""So many steps of CRF halve the bytes."""
_SPEECH, _SPEECH_BITS = 300, 0.12
"""Bytes of a second of coded speech, and for each bit a second that was asked for."""
_FRAME, _BLOCK = 14, 7
"""Bytes of a picture and of a silent block that tell hardly anything, each with its place in the file's tables."""
_SAMPLED = 6
"""Pages that are coded to learn how large the others get."""
_UNIT_S = 0.0136
"""Seconds that `_pace` needs once on the machine on which the figures were found."""
_PACE_S = 0.25


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is to be expected of an export.

    `seconds` of video, exact where `measured` (every sentence is spoken, every recording read); about
    `work_seconds` until it is done; about `bytes` of the video file; `free` bytes on its disk; `fresh` steps that
    have to be run.
    """

    seconds: Fraction
    measured: bool
    work_seconds: float
    bytes: int
    free: int
    fresh: int


def forecast(order: Order, workshop: Workshop, means: Means, seen: Profile, jobs: int) -> Forecast:
    """The forecast of an export with `jobs` threads; `seen` is the profile that the preview draws pages with.

    Raises BadFileError where no slide is shown, and Cancelled.
    """
    lecture, profile = order.lecture, order.profile
    prepared = wanted(lecture, profile, means)
    records, missing = engine.split(prepared, workshop)
    undrawn = {step.key: {"digest": step.key} for step in missing if isinstance(step, page_plan.PictureStep)}
    known = records | undrawn
    compared = plan.measure(lecture, profile, means, known)
    found, unmeasured = engine.split(compared, workshop)
    known |= found | _seen_features(lecture, seen, means, compared, workshop)
    timeline = plan.compiled(lecture, profile, means, known)
    parts, steps = to_render(timeline, lecture, profile, workshop, means, known)
    made, unmade = engine.split(steps, workshop)
    workshop.cancel.check()
    missing += unmeasured + unmade
    still = _still_bytes(parts, made, lecture, seen, means, workshop)
    return Forecast(
        seconds=timeline.seconds,
        measured=all(clip.take.measured for clip in timeline.clips),
        work_seconds=_work(missing, timeline, parts, jobs),
        bytes=_bytes(parts, made, timeline, profile, still),
        free=_free(order.out),
        fresh=len(missing),
    )


def _seen_features(
    lecture: Lecture,
    seen: Profile,
    means: Means,
    compared: tuple[FeaturesStep, ...],
    workshop: Workshop,
) -> Records:
    """What the preview's pages have in common, for pairs that are not compared at this size: nearly the same."""
    records, _ = engine.split(
        (page_plan.page_step(scene, lecture, seen, means) for scene in shown(lecture)), workshop
    )
    pairs = {step.where: step for step in plan.measure(lecture, seen, means, records)}
    found, _ = engine.split(pairs.values(), workshop)
    return {
        step.key: found[pairs[step.where].key]
        for step in compared
        if step.where in pairs and pairs[step.where].key in found
    }


def _still_bytes(
    parts: tuple[SceneParts, ...],
    made: Records,
    lecture: Lecture,
    seen: Profile,
    means: Means,
    workshop: Workshop,
) -> float:
    """Bytes of a page that is not coded yet: the mean of those that are, or of some coded at the preview's size."""
    coded = [made[part.still.key]["bytes"] for part in parts if part.still.key in made]
    if len(coded) == len(parts):
        return sum(coded) / len(coded)
    settings = parts[0].still.settings
    scenes = shown(lecture)
    drawn = (
        workshop.cache.get(page_plan.page_step(scene, lecture, seen, means).key)
        for scene in scenes[:: max(1, len(scenes) // _SAMPLED)][:_SAMPLED]
    )
    small = replace(settings, width=seen.width, height=seen.height)
    sizes = [
        len(encode([pages.unpack(entry)], small, workshop.cancel).pictures[0])
        for entry in drawn
        if entry is not None
    ]
    if sizes:
        return sum(sizes) / len(sizes) * _larger(_pixels(settings) / _pixels(seen))
    if coded:
        return sum(coded) / len(coded)
    return _STILL * _larger(_pixels(settings) / 2.0736) * 2 ** ((20 - settings.crf) / _FINER)


def _larger(pixels: float) -> float:
    return pixels**_GROWTH


def _bytes(
    parts: tuple[SceneParts, ...], made: Records, timeline: Timeline, profile: Profile, still: float
) -> int:
    total = 0.0
    for part in parts:
        body = len(part.clip.frames)
        if part.cut is not None:
            body -= part.cut.frames
            known = made.get(part.cut.key, {}).get("bytes")
            share = _MOVING if part.cut.level >= Level.MOVE else _CHANGING
            total += part.cut.frames * (still * share + _FRAME) if known is None else known
        picture = made.get(part.still.key, {}).get("bytes", still)
        keys = math.ceil(body / max(profile.key_interval, 2))
        total += keys * picture + (body - keys) * _REPEATED[family(part.still.settings.family).codec]
        if part.sound is not None:
            lasts = float(part.clip.take.length)
            total += made.get(part.sound.key, {}).get(
                "bytes", lasts * (_SPEECH + _SPEECH_BITS * profile.sound_bits)
            )
    blocks = float(timeline.seconds) * SAMPLE_RATE / 1024
    return round(total + blocks * _BLOCK)


def _work(
    missing: tuple[Step, ...],
    timeline: Timeline,
    parts: tuple[SceneParts, ...],
    jobs: int,
) -> float:
    """Seconds for all steps on so many threads, and for writing the file."""
    lengths = {part.sound.key: float(part.clip.take.length) for part in parts if part.sound is not None}
    shared = sum(_cost(step, lengths) for step in missing)
    joining = _JOIN * float(timeline.seconds)
    return (shared / max(1, min(jobs, len(missing) or 1)) / _EFFICIENCY) * _pace() + joining


_EFFICIENCY = 0.9
_JOIN = 0.001
_COSTS: dict[type[Step], Callable[[Any, Mapping[str, float]], float]] = {
    ConvertStep: lambda step, _: 1.7 + 0.05 * (step.last - step.first + 1),
    PageStep: lambda step, _: 0.02 + 0.12 * _pixels(step),
    CardStep: lambda step, _: 0.02 + 0.12 * _pixels(step),
    ImageStep: lambda step, _: 0.02 + 0.12 * _pixels(step),
    SpeakStep: lambda step, _: 0.01 + 0.0003 * len(step.text),
    RecordingStep: lambda step, _: 0.1,
    AlignStep: lambda step, _: 0.05,
    FeaturesStep: lambda step, _: 0.04,
    StillStep: lambda step, _: 0.016 * _pixels(step.settings) * _slower(step.settings)[0],
    CutStep: lambda step, _: 0.02 + 0.022 * _pixels(step.settings) * step.frames * _slower(step.settings)[1],
    SoundStep: lambda step, lengths: 0.02 + 0.008 * lengths.get(step.key, 0.0),
    SeparateStep: lambda step, _: 2.5 + 0.5 * len(step.numbers),
    LayersStep: lambda step, _: 0.1 + 0.5 * _pixels(step.drawing),
    GenerateStep: lambda step, _: 30.0 * step.frames,  # of a large model on a processor; a GPU takes a tenth
}
"""Seconds each kind of step takes on one thread."""


def _cost(step: Step, lengths: Mapping[str, float]) -> float:
    cost = _COSTS.get(type(step))
    return 0.0 if cost is None else cost(step, lengths)


_SLOWER = {"x264": (1.0, 1.0), "x265": (25.0, 6.0), "svtav1": (20.0, 2.3)}
"""How many times longer than x264 at its fastest an encoder takes for a still and for a frame of a change."""
_DEVICE = (3.0, 1.0)
_REPEATED = {"h264": 14, "hevc": 140, "av1": 11}
"""Bytes of a repeated picture, with its place in the file's tables."""


def _slower(settings: VideoSettings) -> tuple[float, float]:
    return _SLOWER.get(settings.family, _DEVICE)


def _pixels(size: Any) -> float:
    """Millions of pixels of whatever has a width and a height."""
    return size.width * size.height / 1e6


def _pace() -> float:
    """How many times longer this machine takes now than the one the figures were found on: codes some noise."""
    import torch

    from renderers.planes import Planes

    draw = torch.Generator().manual_seed(1)

    def noise(height: int, width: int) -> torch.Tensor:
        return torch.randint(0, 256, (height, width), dtype=torch.uint8, generator=draw)

    picture = Planes(noise(180, 320), noise(90, 160), noise(90, 160))
    settings = VideoSettings(320, 180, Fraction(30), 24, "veryfast", "")
    encode([picture], settings, NEVER)  # the first time loads the encoder
    runs, started = 0, time.perf_counter()
    while (took := time.perf_counter() - started) < _PACE_S:
        encode([picture] * 8, settings, NEVER)
        runs += 1
    return took / runs / _UNIT_S


def _free(out: Path) -> int:
    """Free bytes where a file is to be written; 0 where that cannot be found out."""
    folder = next((place for place in out.absolute().parents if place.is_dir()), None)
    try:
        return 0 if folder is None else shutil.disk_usage(folder).free
    except OSError:
        return 0
