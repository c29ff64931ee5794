"""The floor: x264 alone on exactly the frames that change, and AAC alone on exactly the sound, on all processors.

    python -m tests.bench.floor LESSON.lecture

Prints JSON: seconds of wall time, frames, seconds of sound. The frames are composed before the clock starts.
"""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from renderers import engine, means, plan, profiles
from renderers import sounds as kept
from renderers.encode import sound, video
from renderers.executors import _delivered, _planes
from renderers.loading import load
from renderers.planes import Planes
from renderers.sound import Samples
from renderers.workplace import workshop
from renderers.workshop import Workshop
from studio.progress import NEVER
from studio.timebase import BLOCK, SAMPLE_RATE
from tests.bench.making import PROFILE


def floor(lesson: Path) -> dict[str, float]:
    """Time the coders on what an export of the lesson (all its results cached) codes."""
    profile = profiles.load(PROFILE)
    with workshop(NEVER) as shop:
        lecture, _ = load(lesson, shop)
        tools = means.find(profile, shop)
        prepared = plan.prepare(lecture, profile, tools)
        records = engine.split(prepared, shop)[0]
        records |= engine.split(plan.measure(lecture, profile, tools, records), shop)[0]
        timeline = plan.compiled(lecture, profile, tools, records)
        parts = plan.render(timeline, lecture, profile, tools, records)
        stills = [[_planes(part.still.page, shop)] for part in parts]
        changes = [list(_delivered(part.cut, shop).frames()) for part in parts if part.cut is not None]
        pictures = [*stills, *changes]
        sounds = [_mixed(part.sound.parts, shop) for part in parts if part.sound is not None]

        def code_pictures(frames: list[Planes]) -> None:
            video.encode(frames, tools.encoder, NEVER)

        def code_sound(samples: Samples) -> None:
            sound.encode(samples, profile.sound_bits, NEVER)

        started = time.perf_counter()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            coding = [pool.submit(code_sound, each) for each in sounds]
            coding += [pool.submit(code_pictures, each) for each in pictures]
            for each in coding:
                each.result()
        seconds = time.perf_counter() - started
    heard = sum(map(len, sounds)) / SAMPLE_RATE
    return {"seconds": seconds, "stills": len(stills), "changing": sum(map(len, changes)), "sound": heard}


def _mixed(parts: tuple[tuple[str, int], ...], workshop: Workshop) -> Samples:
    """The sounds of a scene where they belong, after the block of silence that a piece begins with."""
    import numpy as np

    found = [(kept.unpack(workshop.entry(key)), at) for key, at in parts]
    mixed = np.zeros(BLOCK + max(at + len(samples) for samples, at in found), np.float32)
    for samples, at in found:
        mixed[BLOCK + at : BLOCK + at + len(samples)] += samples
    return mixed


if __name__ == "__main__":
    print(json.dumps(floor(Path(sys.argv[1]))))
