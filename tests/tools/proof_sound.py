"""Clicks where pieces of sound meet: energy above speech at each joint, against that inside of what is spoken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.profiles import Profile
from studio.timebase import SAMPLE_RATE
from tests.tools.finding import Export, Finding

AROUND = 2048
"""Samples looked at on each side of a joint: two blocks of AAC."""
SILENT_DB = -80.0
"""A joint whose every sample is below this is silence, and cannot click."""


def samples(video: Path) -> NDArray[np.float32]:
    """The whole sound, mono, as a player plays it (an hour: 690 MB)."""
    import av

    with av.open(str(video)) as container:
        parts = [
            frame.to_ndarray().astype(np.float32)[0]
            for frame in container.decode(container.streams.audio[0])
            if frame.pts is not None and frame.pts >= 0
        ]
    return np.concatenate(parts)


def steps_db(sound: NDArray[np.float32]) -> float:
    """The largest second difference in dB of full scale: what is left of it after all low sounds are taken away."""
    if len(sound) < 3:
        return -160.0
    return float(20 * np.log10(np.abs(np.diff(sound, 2)).max() + 1e-8))


def click_findings(video: Path, export: Export, profile: Profile) -> Iterator[Finding]:
    """One line: the loudest joint, and the steps of the speech itself for comparison."""
    sound = samples(video)
    joints: list[tuple[float, float, int]] = []
    for scene in export.scenes[1:]:
        at = round(scene.start / profile.rate * SAMPLE_RATE)
        part = sound[max(0, at - AROUND) : at + AROUND]
        joints.append(
            (steps_db(part), 20 * float(np.log10(np.abs(part).max(initial=0) + 1e-8)), scene.number)
        )
    inside = [
        steps_db(
            sound[
                round(scene.body / profile.rate * SAMPLE_RATE) : round(
                    scene.stop / profile.rate * SAMPLE_RATE
                )
            ]
        )
        for scene in export.scenes
    ]
    if not joints:
        yield Finding("no click at joints", None, "one scene only")
        return
    worst = max(joints)
    told = (
        f"{len(joints)} joints: steps of {worst[0]:.0f} dB at most (scene {worst[2]}), peak "
        f"{max(level for _, level, _ in joints):.0f} dB; inside of scenes {np.median(inside):.0f} dB"
    )
    yield Finding("no click at joints", worst[0] <= SILENT_DB, told)
