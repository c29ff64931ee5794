"""Checks of decoded frames: pulses where a cut meets its stills, stills against their pages.

A pixel is static where both neighbouring stills agree within 2 of 255, with all that is near it (the rings which
the codec draws around a text that comes or goes are no pulse). At a joint a static pixel should show no step: a
change that ends in a fresh key picture may look like a pulse of the whole slide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.tools.finding import Export, Finding, Scene, some

Luma = NDArray[np.uint8]
SAME, PULSE, FEWEST = 2, 2.0, 2000
"""Levels of 255 for "the same" and for a step that is seen; fewer static pixels than `FEWEST` say nothing."""
NEAR = 1 / 135
"""How far "near" is, in picture heights: 8 pixels of 1080, the side of the codec's transform."""
STYLED = 8.0
"""Where static pixels differ by so much on average in the middle of a cut, its style moves or hides them."""
PSNR_DB = 36.0


@dataclass(frozen=True, slots=True)
class Step:
    """How far static pixels step at one place, in levels of 255."""

    scene: int
    most: float
    nearly_most: float
    mean: float


@dataclass(frozen=True, slots=True)
class Joint:
    """A cut: the steps into it and out of it, and the PSNR of its last frame against the still behind it."""

    scene: Scene
    into: Step | None
    out: Step | None
    end_psnr: float


def joints(video: Path, export: Export) -> Iterator[Joint]:
    """Each cut of a video, from its decoded luma; no more than a few frames are held at a time."""
    wanted: set[int] = set()
    for scene in export.scenes:
        middle = (scene.start + scene.body) // 2
        wanted |= {scene.start, middle, max(scene.start, scene.body - 1), scene.stop - 1}
    held: dict[int, Luma] = {}
    ends = {scene.stop - 1: scene for scene in export.scenes}
    for number, luma in lumas(video):
        if number not in wanted:
            continue
        held[number] = luma()
        if number in ends:
            scene = ends[number]
            if scene.start - 1 in held and scene.body > scene.start:
                yield _joint(scene, held)
            held = {number: held[number]}


def lumas(video: Path) -> Iterator[tuple[int, Callable[[], Luma]]]:
    """Number and (H, W) luma of every decoded frame; the luma is copied when it is asked for."""
    import av

    with av.open(str(video)) as container:
        container.streams.video[0].thread_type = "AUTO"
        for number, frame in enumerate(container.decode(video=0)):
            yield number, lambda frame=frame: frame.to_ndarray()[: frame.height].copy()


def _joint(scene: Scene, held: dict[int, Luma]) -> Joint:
    before, after = held[scene.start - 1], held[scene.stop - 1]
    first, last = held[scene.start], held[scene.body - 1]
    static = _static(before, after)
    plain = _apart(held[(scene.start + scene.body) // 2], after)[static]
    kept = plain.size >= FEWEST and plain.mean() <= STYLED
    return Joint(
        scene,
        _step(scene, before, first, static) if kept else None,
        _step(scene, last, after, static) if static.sum() >= FEWEST else None,
        psnr(last, after),
    )


def _static(before: Luma, after: Luma) -> NDArray[np.bool_]:
    import cv2

    side = 2 * round(before.shape[0] * NEAR) + 1
    differs = (_apart(before, after) > SAME).astype(np.uint8)
    return cv2.dilate(differs, np.ones((side, side), np.uint8)) == 0


def _apart(one: Luma, other: Luma) -> NDArray[np.int16]:
    return np.abs(one.astype(np.int16) - other.astype(np.int16))


def _step(scene: Scene, one: Luma, other: Luma, static: NDArray[np.bool_]) -> Step:
    apart = _apart(one, other)[static]
    return Step(scene.number, float(apart.max()), float(np.percentile(apart, 99.9)), float(apart.mean()))


def psnr(one: Luma, other: Luma) -> float:
    """Peak signal-to-noise ratio in dB; 99 for equal pictures."""
    error = float((_apart(one, other).astype(np.float64) ** 2).mean())
    return 99.0 if error == 0 else float(10 * np.log10(255**2 / error))


def joint_findings(video: Path, export: Export) -> Iterator[Finding]:
    """The lines about pulses."""
    found = list(joints(video, export))
    if not found:
        yield Finding("pulses at joints", None, "no cut has frames")
        return
    yield _pulses("pulse into cuts", [joint.into for joint in found if joint.into])
    yield _pulses("pulse out of cuts", [joint.out for joint in found if joint.out])
    worst = min(found, key=lambda joint: joint.end_psnr)
    told = f"worst {worst.end_psnr:.1f} dB (scene {worst.scene.number})"
    yield Finding("cuts end in their slide", worst.end_psnr >= PSNR_DB, told)


def _pulses(check: str, steps: list[Step]) -> Finding:
    if not steps:
        return Finding(check, None, "nothing static")
    worst = max(steps, key=lambda step: step.nearly_most)
    told = (
        f"99.9 %: median {np.median([s.nearly_most for s in steps]):.1f}, worst {worst.nearly_most:.1f} "
        f"(scene {worst.scene}); mean: worst {max(s.mean for s in steps):.2f}; max {max(s.most for s in steps):.0f}"
    )
    return Finding(check, worst.nearly_most <= PULSE, told)


def page_findings(video: Path, export: Export, pages: Callable[[int], Luma]) -> Iterator[Finding]:
    """First and last frames of every scene's own picture against its page; `pages` takes the index of a scene."""
    ends = {scene.stop - 1: index for index, scene in enumerate(export.scenes)}
    starts = {scene.body: index for index, scene in enumerate(export.scenes)}
    faults: list[str] = []
    worst = 99.0
    for number, luma in lumas(video):
        for name, index in (("first", starts.get(number)), ("last", ends.get(number))):
            if index is None:
                continue
            like = psnr(luma(), pages(index))
            worst = min(worst, like)
            if like < PSNR_DB:
                faults.append(f"{name} frame of scene {index + 1}: {like:.1f} dB")
    yield Finding("scenes show their pages", not faults, some(faults) or f"PSNR {worst:.1f} dB at least")


def order_findings(export: Export) -> Iterator[Finding]:
    """Scenes lie side by side."""
    gaps = [f"scene {b.number}" for a, b in pairwise(export.scenes) if a.stop != b.start]
    yield Finding("scenes lie side by side", not gaps, some(gaps) or f"{len(export.scenes)} scenes")
