"""Checks of the file itself: FFmpeg's decoder, key pictures, the order of its boxes, edit lists, chapters."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from renderers.profiles import Profile
from studio.timebase import BLOCK
from tests.tools.finding import Export, Finding, some

DECODES = "FFmpeg decodes it without a word"

SHORTEST_CHAPTER_S = 10
_CONTAINERS = frozenset({b"moov", b"trak", b"edts", b"mdia"})


def ffmpeg(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run FFmpeg's own program, which shares no packaging with PyAV."""
    import imageio_ffmpeg

    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", *arguments]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def file_findings(video: Path, export: Export, profile: Profile) -> Iterator[Finding]:
    """All lines about the file."""
    yield from _decoding(video, export)
    yield _key_pictures(video, profile)
    yield from _boxes(video)
    yield _chapters(video)


def _decoding(video: Path, export: Export) -> Iterator[Finding]:
    told = ffmpeg(
        *("-v", "warning", "-xerror", "-progress", "pipe:1", "-nostats", "-i", str(video)),
        *("-f", "null", "-"),
    )
    words = told.stderr.strip().splitlines()
    silent = told.returncode == 0 and not words
    yield Finding(DECODES, silent, some(words) or f"exit code {told.returncode}")
    counts = re.findall(r"^frame=(\d+)", told.stdout, re.M)
    frames = int(counts[-1]) if counts else 0
    scenes = sum(scene.stop - scene.start for scene in export.scenes)
    same = frames == export.frames == scenes
    yield Finding("frames", same, f"decoded {frames}, told {export.frames}, in scenes {scenes}")


def _key_pictures(video: Path, profile: Profile) -> Finding:
    import av

    keys: list[int] = []
    count = 0
    with av.open(str(video)) as container:
        for packet in container.demux(video=0):
            if packet.size:
                keys += [count] if packet.is_keyframe else []
                count += 1
    gaps = [after - before for before, after in zip(keys, [*keys[1:], count], strict=True)]
    most = profile.key_interval + 1  # a run of stills never ends in a lone key picture
    told = f"{len(keys)} of {count}, {min(gaps)} to {max(gaps)} apart (profile: {profile.key_interval})"
    return Finding("key pictures", keys[0] == 0 and max(gaps) <= most and min(gaps) >= 2, told)


def _boxes(video: Path) -> Iterator[Finding]:
    found: list[tuple[tuple[bytes, ...], bytes]] = []
    with video.open("rb") as file:
        _walk(file, 0, video.stat().st_size, (), found)
    order = [path[0] for path, _ in found if len(path) == 1]
    yield Finding(
        "moov before mdat",
        order.index(b"moov") < order.index(b"mdat"),
        " ".join(name.decode("latin-1") for name in order),
    )
    yield _edits(found)


def _edits(found: list[tuple[tuple[bytes, ...], bytes]]) -> Finding:
    """The sound hides its priming block and nothing else; the picture is shown from its first moment, whole."""
    tracks: list[list[int]] = []
    kinds: list[str] = []
    for path, body in found:
        if path[-1] == b"trak":
            tracks.append([])
        elif path[-1] == b"elst":
            tracks[-1] += _media_times(body)
        elif path[-1] == b"hdlr" and b"trak" in path:
            kinds.append(body[8:12].decode("latin-1"))
    wanted = {"vide": ([], [0]), "soun": ([BLOCK],)}
    entries = list(zip(kinds, tracks, strict=True))
    good = all(times in wanted.get(kind, (times,)) for kind, times in entries)
    told = ", ".join(f"{kind} from {' and '.join(map(str, times)) or 'its start'}" for kind, times in entries)
    return Finding("edit lists", good, told)


def _media_times(body: bytes) -> list[int]:
    """Where in the medium each entry of an edit list begins (ISO/IEC 14496-12, 8.6.6); -1 for an empty edit."""
    size, at = (20, 8) if body[0] == 1 else (12, 4)
    count = int.from_bytes(body[4:8], "big")
    starts = (8 + size * number + at for number in range(count))
    return [int.from_bytes(body[start : start + at], "big", signed=True) for start in starts]


def _walk(file, start: int, stop: int, path: tuple[bytes, ...], found: list) -> None:
    """The boxes of ISO/IEC 14496-12, 4.2, into `found` as (path, first bytes of the body), in file order."""
    while start + 8 <= stop:
        file.seek(start)
        size, name = int.from_bytes(file.read(4), "big"), file.read(4)
        head = 8
        if size == 1:
            size, head = int.from_bytes(file.read(8), "big"), 16
        size = size or stop - start
        if size < head:
            return
        found.append(((*path, name), file.read(min(64, size - head))))
        if name in _CONTAINERS:
            _walk(file, start + head, start + size, (*path, name), found)
        start += size


def _chapters(video: Path) -> Finding:
    import av

    with av.open(str(video)) as container:
        found = [
            (
                float(c["start"] * c["time_base"]),
                float(c["end"] * c["time_base"]),
                c["metadata"].get("title", ""),
            )
            for c in container.chapters()
        ]
        length = (container.duration or 0) / 1_000_000
    faults = [f"the first starts at {found[0][0]:.2f} s"] if found and found[0][0] else []
    for index, (start, end, title) in enumerate(found):
        if len(found) > 1 and end - start < SHORTEST_CHAPTER_S:
            faults.append(f"“{title}” lasts {end - start:.1f} s")
        if not title.strip():
            faults.append(f"chapter {index + 1} has no title")
        if index and abs(start - found[index - 1][1]) > 0.002:
            faults.append(f"“{title}” does not follow the one before")
    return Finding("chapters", not faults and bool(found), some(faults) or f"{len(found)} in {length:.0f} s")
