"""The coherence gates: figures measured on the frames of one cut, and what each level promises.

`F_0 .. F_N` are the frames, the first and last of them the two slides; `d_i` is the mean absolute difference of
neighbours, on luma, 0 to 255. No weights are needed. A gate is a promise of the level, so a miss is a reason to
fall one level. Definitions: ARCHITECTURE.md, "Coherence".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from renderers.measure.regions import shared_core, shared_regions
from renderers.planes import Planes
from studio.coherence import LITTLE_SHARED
from studio.lecture import Level

STATIC_LIMIT = 1.0
"""Levels (of 255) by which a shared region may move on average (level 2)."""
_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of one cut of N steps.

    `step_share`: max d_i / sum d_i, from 1/N (even) to 1 (a jump); 0 where nothing changes.
    `path_ratio`: sum d_i / d(F_0, F_N); 1 is the straight way.
    `static_error`: the largest mean absolute difference from the slides in the regions both share (0 to 255).
    `shared`: the share of the picture that the slides have in common (0 to 1).
    `ends_exact`: the frame after the last step equals the second slide, bit for bit.
    """

    steps: int
    step_share: float
    path_ratio: float
    static_error: float
    shared: float
    ends_exact: bool


def score(frames: Sequence[Planes], last: Planes) -> Scores:
    """The figures of frames, `F_0` first; `last` is the second slide itself."""
    first = frames[0].y.float()
    static = shared_core(frames[0], last)
    steps = [float((b.y.float() - a.y.float()).abs().mean()) for a, b in pairwise(frames)]
    total, direct = sum(steps), float((last.y.float() - first).abs().mean())
    drift = (
        [float((frame.y.float() - first).abs()[static].mean()) for frame in frames]
        if bool(static.any())
        else [0.0]
    )
    return Scores(
        steps=len(steps),
        step_share=max(steps) / total if total > _NOTHING else 0.0,
        path_ratio=total / direct if direct > _NOTHING else 1.0,
        static_error=max(drift),
        shared=float(shared_regions(frames[0], last).float().mean()),
        ends_exact=all(bool((p == q).all()) for p, q in zip(frames[-1].planes, last.planes, strict=True)),
    )


def misses(level: Level, scores: Scores) -> tuple[str, ...]:
    """What a cut at `level` promised and did not keep, in words; empty when all is well."""
    found: list[str] = []
    if not scores.ends_exact:
        found.append("the last frame is not the slide itself")
    if level >= Level.WHOLE and scores.steps > 1 and scores.step_share > 3 / (scores.steps - 1):
        found.append(f"the picture jumps: one step makes {scores.step_share:.0%} of the change")
    if level >= Level.HOLD and scores.static_error > STATIC_LIMIT:
        found.append(f"what both slides share moved by {scores.static_error:.1f} of 255")
    if level is Level.HOLD and scores.shared < LITTLE_SHARED:
        found.append(f"the slides share only {scores.shared:.0%} of the picture, too little to hold")
    return tuple(found)
