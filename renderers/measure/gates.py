"""The coherence gates: figures measured on the frames of one cut, and what each level promises.

`F_0 .. F_N` are the frames, the first and last of them the two slides; `d_i` is the mean absolute difference of
neighbours, on luma, 0 to 255. No weights are needed. A gate is a promise of the level, so a miss is a reason to
fall one level. Definitions: ARCHITECTURE.md, "Coherence".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.measure.lettering import LIMIT as LETTERING
from renderers.measure.lettering import lettering
from renderers.measure.persistence import Tracked, followed
from renderers.measure.regions import shared_core, shared_regions
from renderers.measure.reshaping import COVERAGE, SHARPNESS, reshaped
from renderers.measure.swept import swept
from renderers.measure.wordings import LIMIT as WORDINGS
from renderers.measure.wordings import wordings
from renderers.measure.zones import common
from renderers.planes import Planes
from studio.coherence import LITTLE_SHARED
from studio.lecture import Level

if TYPE_CHECKING:
    import torch

STATIC_LIMIT = 1.0
"""Levels (of 255) by which a shared region may move on average (level 2)."""
PERSISTENCE = 0.8
"""How much of an object has to be seen on its way, at least (level 3)."""
ENDS_ALIKE = 0.9
"""SSIM with the slides of the first and last frame that a model made (level 5)."""
_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of one cut of N steps.

    `step_share`: max d_i / sum d_i, from 1/N (even) to 1 (a jump); 0 where nothing changes.
    `path_ratio`: sum d_i / d(F_0, F_N); 1 is the straight way.
    `static_error`: the largest mean absolute difference from the slides in the regions both share (0 to 255): how
    far a frame lies outside what the two show there, for they need not agree to the level themselves. Where objects
    travel, it is outside the hulls that they sweep.
    `shared`: the share of the picture that the slides have in common (0 to 1).
    `ends_exact`: the frame after the last step equals the second slide, bit for bit.
    `persistence`, `gaps`, `copies`: see `renderers.measure.persistence`; None where no object is followed.
    `wordings`: see `renderers.measure.wordings`; None where no text reads otherwise.
    `sharpness`, `coverage`, `warping_error`: see `renderers.measure.reshaping`; None where nothing is reshaped.
    `lettering`: see `renderers.measure.lettering`; None where no words stand beside what is reshaped.
    `ends_alike`: SSIM of the first and last frame that a video model made and the pictures it was given, the lower
    of the two, before its ends were pinned; None where no such model made anything.
    """

    steps: int
    step_share: float
    path_ratio: float
    static_error: float
    shared: float
    ends_exact: bool
    persistence: float | None = None
    gaps: int | None = None
    copies: int | None = None
    sharpness: float | None = None
    coverage: float | None = None
    warping_error: float | None = None
    lettering: float | None = None
    ends_alike: float | None = None
    wordings: float | None = None


def score(frames: Sequence[Planes], last: Planes, tracked: Tracked | None = None) -> Scores:
    """The figures of frames, `F_0` first; `last` is the second slide itself.

    `tracked` says where the objects of both slides are on the way, where anything follows them.
    """
    static = shared_core(frames[0], last) & common(frames[0], last).still
    if tracked is not None and tracked.tracks:
        static &= ~swept(tracked, last.size).to(static.device)
    steps = [_apart(a.y, b.y) for a, b in pairwise(frames)]
    total, direct = sum(steps), _apart(frames[0].y, last.y)
    found = followed(frames, tracked) if tracked is not None else None
    shape = reshaped(frames, tracked) if tracked is not None else None
    return Scores(
        steps=len(steps),
        step_share=max(steps) / total if total > _NOTHING else 0.0,
        path_ratio=total / direct if direct > _NOTHING else 1.0,
        static_error=_drift(frames, last, static),
        shared=float(shared_regions(frames[0], last).float().mean()),
        ends_exact=all(bool((p == q).all()) for p, q in zip(frames[-1].planes, last.planes, strict=True)),
        persistence=found.least if found else None,
        gaps=found.gaps if found else None,
        copies=found.copies if found else None,
        sharpness=shape.sharpness if shape else None,
        coverage=shape.coverage if shape else None,
        warping_error=shape.warping_error if shape else None,
        lettering=lettering(frames, tracked) if tracked is not None else None,
        wordings=wordings(frames, tracked) if tracked is not None and len(frames) > 2 else None,
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
    if level >= Level.MOVE:
        found += _lost(scores)
    if level >= Level.RESHAPE:
        found += _broken(scores)
    if level is Level.MOTION and scores.ends_alike is not None and scores.ends_alike < ENDS_ALIKE:
        found.append(
            f"what the model made begins or ends with another picture: {scores.ends_alike:.0%} alike"
        )
    return tuple(found)


def _lost(scores: Scores) -> list[str]:
    """What level 3 promises of the objects that both slides share."""
    found: list[str] = []
    if scores.gaps:
        times = "once" if scores.gaps == 1 else f"{scores.gaps} times"
        found.append(f"an object of both slides vanishes on the way ({times})")
    elif scores.persistence is not None and scores.persistence < PERSISTENCE:
        found.append(f"of an object of both slides only {scores.persistence:.0%} is seen on the way")
    if scores.copies is not None and scores.copies > 1:
        found.append(f"an object is seen {scores.copies} times at once")
    if scores.wordings is not None and scores.wordings > WORDINGS:
        found.append("two wordings of a text lie over each other")
    return found


def _broken(scores: Scores) -> list[str]:
    """What level 4 promises of a picture that turns into another one, and of the words beside it."""
    found: list[str] = []
    if scores.sharpness is not None and scores.sharpness < SHARPNESS:
        found.append(f"half-way the picture keeps only {scores.sharpness:.0%} of its edges")
    if scores.coverage is not None and scores.coverage < COVERAGE:
        found.append(f"only {scores.coverage:.0%} of the picture can be followed from frame to frame")
    if scores.lettering is not None and scores.lettering > LETTERING:
        found.append(f"words beside the picture changed by {scores.lettering:.1f} of 255")
    return found


def _drift(frames: Sequence[Planes], last: Planes, static: torch.Tensor) -> float:
    """How far a frame lies outside both slides, on average of the pixels that they share: the largest."""
    import cv2
    import torch

    count = int(static.sum())
    if not count:
        return 0.0
    one, other = frames[0].y, last.y
    low, high = torch.minimum(one, other), torch.maximum(one, other)
    if static.device.type != "cpu":
        nearest = (frame.y.clamp(low, high).short() for frame in frames)
        return max(
            float((frame.y.short() - near).abs()[static].float().mean())
            for frame, near in zip(frames, nearest, strict=True)
        )
    mask, (least, most) = static.byte().numpy(), (each.numpy() for each in (low, high))
    return max(
        cv2.norm(cv2.add(cv2.subtract(each, most), cv2.subtract(least, each)), cv2.NORM_L1, mask) / count
        for each in (frame.y.numpy() for frame in frames)
    )


def _apart(one: torch.Tensor, other: torch.Tensor) -> float:
    """Mean absolute difference of two planes (0 to 255)."""
    import cv2

    if one.device.type != "cpu":
        return float((one.short() - other.short()).abs().float().mean())
    return cv2.norm(one.numpy(), other.numpy(), cv2.NORM_L1) / one.numel()
