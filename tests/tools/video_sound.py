"""Checks of what is heard: silence where nothing is spoken, captions line by line with the voice, loudness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.profiles import Profile
from tests.tools.finding import Export, Finding, some
from tests.tools.video_file import ffmpeg

STEP_S = 0.01
"""The sound is looked at in windows of so many seconds."""
HEARD_DB, SILENT_DB = -42.0, -55.0
"""A window above the first is speech, below the second silence (dB of full scale, RMS)."""
QUIETER_DB = 15.0
"""So much quieter than the sentence before is the pause behind it: a recording has a room that rings on."""
TAIL_S = 0.3
ONSET_S = 0.15
EDGE_S = 0.03
LOUDNESS_LU, PEAK_DB = 1.0, 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """A caption of the .srt file, in seconds."""

    number: int
    start: float
    end: float
    text: str


def levels(video: Path) -> NDArray[np.float32]:
    """The RMS level of each window in dB of full scale; the edit list is applied. Empty without sound; damaged
    blocks, which FFmpeg's own program names, are left out.
    """
    import av

    rate = 16_000
    size = round(rate * STEP_S)
    kept: list[NDArray[np.float32]] = []
    rest = np.zeros(0, np.float32)
    with av.open(str(video)) as container:
        resampler = av.AudioResampler("flt", "mono", rate)
        for packet in container.demux(audio=0):
            with suppress(av.error.InvalidDataError):
                for frame in packet.decode():
                    for part in resampler.resample(frame):
                        rest = np.concatenate([rest, part.to_ndarray()[0]])
            if len(rest) > rate:
                whole = len(rest) // size * size
                kept.append(_rms(rest[:whole], size))
                rest = rest[whole:]
    kept.append(_rms(rest[: len(rest) // size * size], size))
    return np.concatenate(kept)


def _rms(samples: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    power = (samples.reshape(-1, size) ** 2).mean(axis=1)
    return (10 * np.log10(power + 1e-12)).astype(np.float32)


def captions(video: Path) -> list[Line]:
    """What the .srt beside the video holds."""
    found: list[Line] = []
    stamp = r"(\d+):(\d\d):(\d\d),(\d{3})"
    for number, block in enumerate(re.split(r"\n\s*\n", video.with_suffix(".srt").read_text("utf-8")), 1):
        times = re.search(rf"{stamp} --> {stamp}\n", block)
        if times:
            parts = [int(group) for group in times.groups()]
            start, end = (h * 3600 + m * 60 + s + ms / 1000 for h, m, s, ms in (parts[:4], parts[4:]))
            found.append(Line(number, start, end, block[times.end() :].replace("\n", " ")))
    return found


def sound_findings(video: Path, export: Export, profile: Profile) -> Iterator[Finding]:
    """All lines about the sound."""
    heard, lines = levels(video), captions(video)
    yield from _scenes(heard, lines, export, profile.rate)
    yield from _captions(heard, lines, export, profile.rate)
    yield _loudness(video, profile, bool((heard > HEARD_DB).any()))


def _part(heard: NDArray[np.float32], start: float, end: float) -> NDArray[np.float32]:
    return heard[round(start / STEP_S) : max(round(start / STEP_S), round(end / STEP_S))]


def _mean(heard: NDArray[np.float32], start: float, end: float) -> float:
    part = _part(heard, start, end)
    return float(10 * np.log10((10 ** (part / 10)).mean())) if len(part) else -120.0


def _loudest(heard: NDArray[np.float32], start: float, end: float) -> float:
    part = _part(heard, start, end)
    return float(part.max()) if len(part) else -120.0


def _scenes(
    heard: NDArray[np.float32], lines: list[Line], export: Export, rate: Fraction
) -> Iterator[Finding]:
    cuts: list[str] = []
    tails: list[str] = []
    mute: list[str] = []
    spoken = 0
    for scene in export.scenes:
        start, body, stop = (float(frame / rate) for frame in (scene.start, scene.body, scene.stop))
        if _loudest(heard, start, body) > SILENT_DB:
            cuts.append(f"scene {scene.number}: {_loudest(heard, start, body):.0f} dB in its cut")
        if _loudest(heard, stop - TAIL_S, stop) > SILENT_DB:
            tails.append(f"scene {scene.number}: {_loudest(heard, stop - TAIL_S, stop):.0f} dB at its end")
        if any(start <= line.start < stop for line in lines):
            spoken += 1
            if _loudest(heard, body, stop) < HEARD_DB:
                mute.append(f"scene {scene.number} has captions and no voice")
    total = len(export.scenes)
    yield Finding("cuts are silent", not cuts, some(cuts) or f"{total} scenes, all below {SILENT_DB:.0f} dB")
    yield Finding(f"last {TAIL_S} s of scenes are silent", not tails, some(tails) or f"{total} scenes")
    yield Finding("narrated scenes are heard", not mute, some(mute) or f"{spoken} of {total} are narrated")


def _captions(
    heard: NDArray[np.float32], lines: list[Line], export: Export, rate: Fraction
) -> Iterator[Finding]:
    ends = [float(scene.stop / rate) for scene in export.scenes]
    yield _each(lines, "captions stand over speech", lambda line, _: _spoken(heard, line))
    yield _each(lines, "gaps between captions are quiet", lambda line, after: _gap(heard, line, after, ends))
    yield _each(lines, "captions begin with the voice", lambda line, _: _onset(heard, line, lines))


def _each(lines: list[Line], check: str, fault) -> Finding:
    if not lines:
        return Finding(check, None, "no captions")
    faults: list[str] = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        told = fault(line, after)
        if told:
            faults.append(f"{line.number} at {line.start:.2f} s ({line.text[:24]}): {told}")
    return Finding(check, not faults, some(faults) or f"{len(lines)} captions")


def _spoken(heard: NDArray[np.float32], line: Line) -> str:
    part = _part(heard, line.start, line.end)
    share = float((part > HEARD_DB).mean()) if len(part) else 0.0
    return "" if share >= 0.3 else f"speech in {share:.0%} of it"


def _gap(heard: NDArray[np.float32], line: Line, after: Line | None, ends: list[float]) -> str:
    """The silence behind a caption: up to the next one, or to the end of the scene."""
    scene_end = next((end for end in ends if end > line.start), line.end)
    end = min(after.start, scene_end) if after else scene_end
    gap, voice = _mean(heard, line.end + EDGE_S, end - EDGE_S), _mean(heard, line.start, line.end)
    return f"{gap:.0f} dB behind it, {voice:.0f} dB in it" if gap > max(voice - QUIETER_DB, SILENT_DB) else ""


def _onset(heard: NDArray[np.float32], line: Line, lines: list[Line]) -> str:
    """Where a caption begins after a gap, a voice begins near by."""
    before = lines[line.number - 2] if line.number > 1 else None
    if before and line.start - before.end < 0.05:
        return ""  # the same sentence goes on
    loud = _part(heard, max(0.0, line.start - 0.3), line.start + 1.5) > HEARD_DB
    first = np.flatnonzero(loud & ~np.concatenate([[False], loud[:-1]]))
    origin = max(0.0, line.start - 0.3)
    away = [origin + index * STEP_S - line.start for index in first]
    nearest = min(away, key=abs, default=9.0)
    return "" if abs(nearest) <= ONSET_S else f"the voice is {nearest:+.2f} s away"


def _loudness(video: Path, profile: Profile, sounds: bool) -> Finding:
    wanted = f"{profile.loudness:.0f} LUFS and {profile.peak:.0f} dBTP wanted"
    if not sounds:
        return Finding("loudness", None, "nothing is heard")
    told = ffmpeg(
        "-i", str(video), "-map", "0:a", "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"
    )
    summary = told.stderr[told.stderr.rfind("Summary:") :]
    loud, peak = (float(re.search(rf"{name}:\s+(-?[\d.]+|-inf)", summary).group(1)) for name in ("I", "Peak"))
    good = abs(loud - profile.loudness) <= LOUDNESS_LU and peak <= profile.peak + PEAK_DB
    return Finding("loudness", good, f"{loud:.1f} LUFS, {peak:.1f} dBTP; {wanted}")
