"""Seeking in the finished file: PyAV lands on a key picture near by, FFmpeg shows the slide; texts are whole."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np

from renderers.profiles import Profile
from tests.tools.finding import Export, Finding, some
from tests.tools.proof_pictures import Place, Small, decoded, full_range, places, shown, small
from tests.tools.video_file import ffmpeg
from tests.tools.video_sound import captions

SEEKS = 60


def seeking_findings(
    video: Path, export: Export, profile: Profile, known: dict[int, Small]
) -> Iterator[Finding]:
    """Where seeks land and what they show."""
    most = profile.key_interval + 1
    frames = np.random.default_rng(11).integers(0, export.frames, SEEKS)
    landed = [decoded(video, int(frame), profile.rate)[1] for frame in frames]
    told = f"{SEEKS} seeks, {max(landed)} frames before the place at most (profile: {profile.key_interval})"
    yield Finding("seeking lands near by", max(landed) <= most, told)
    asked = places(export, profile.rate)
    seen = [_by_ffmpeg(video, place, profile) for place in asked]
    yield shown("FFmpeg seeks to its slides", asked, seen, known)


def _by_ffmpeg(video: Path, place: Place, profile: Profile) -> Small:
    import imageio_ffmpeg

    start = float(place.frame / profile.rate) - 0.001
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", "-ss", f"{max(start, 0):.4f}"]
    command += ["-i", str(video), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    luma = np.frombuffer(told, np.uint8)[: profile.width * profile.height]
    return full_range(small(luma.reshape(profile.height, profile.width)))


def text_findings(video: Path) -> Iterator[Finding]:
    """Chapters and captions as FFmpeg's own program reads them, against the files beside the video."""
    yield _chapters(video)
    yield _captions(video)


def _chapters(video: Path) -> Finding:
    told = ffmpeg("-v", "error", "-i", str(video), "-f", "ffmetadata", "-").stdout
    blocks = told.split("[CHAPTER]")[1:]
    found = []
    for block in blocks:
        base = Fraction(re.search(r"TIMEBASE=(\S+)", block).group(1))
        start = int(re.search(r"START=(\d+)", block).group(1)) * base
        title = re.sub(r"\\(.)", r"\1", re.search(r"title=(.*)", block).group(1))
        found.append((int(start), title))
    beside = video.with_suffix(".chapters.txt")
    if not beside.exists():
        return Finding("chapters beside and inside", None, "no chapters beside it")
    wanted = []
    for line in beside.read_text("utf-8").splitlines():
        stamp, _, title = line.partition(" ")
        clock = [int(part) for part in stamp.split(":")]
        wanted.append((sum(part * 60**power for power, part in enumerate(reversed(clock))), title))
    faults = [
        f"{mine} is not {theirs}" for mine, theirs in zip(found, wanted, strict=False) if mine != theirs
    ]
    if len(found) != len(wanted):
        faults.append(f"{len(found)} inside, {len(wanted)} beside")
    return Finding("chapters beside and inside", not faults, some(faults) or f"{len(found)} are the same")


def _captions(video: Path) -> Finding:
    wanted = captions(video)
    told = ffmpeg("-v", "error", "-i", str(video), "-map", "0:s?", "-f", "srt", "-").stdout
    found = _srt(told)
    faults = [
        f"{mine[0]:.2f} s “{mine[1][:20]}” is not {line.start:.2f} s “{line.text[:20]}”"
        for mine, line in zip(found, wanted, strict=False)
        if abs(mine[0] - line.start) > 0.002 or mine[1] != line.text
    ]
    if len(found) != len(wanted):
        faults.append(f"{len(found)} inside, {len(wanted)} beside")
    return Finding("captions beside and inside", not faults, some(faults) or f"{len(found)} are the same")


def _srt(text: str) -> list[tuple[float, str]]:
    found = []
    for block in re.split(r"\n\s*\n", text):
        stamp = re.search(r"(\d+):(\d\d):(\d\d),(\d{3}) --> .*\n", block)
        if stamp:
            hours, minutes, seconds, ms = map(int, stamp.groups())
            words = re.sub(r"<[^>]+>", "", block[stamp.end() :]).strip().replace("\n", " ")
            found.append((hours * 3600 + minutes * 60 + seconds + ms / 1000, words))
    return found
