"""A lecture -> a video with its captions and chapters beside it: the four stages, one after the other.

`export` is a generator of `Progress` and returns an `Outcome`. Nothing appears under its final name before it is
complete, and nothing that this program did not make is overwritten unless asked to.
"""

from __future__ import annotations

import errno
import hashlib
import json
import secrets
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from renderers import engine, plan
from renderers.cache import Entry
from renderers.encode import mux
from renderers.encode.sound import silent_unit
from renderers.executors import video_segment
from renderers.means import Means
from renderers.plan import SceneParts
from renderers.profiles import Profile
from renderers.segments import Picture, hold
from renderers.steps import Step
from renderers.workshop import Workshop
from studio.captions import captions
from studio.chapters import as_text, chapters
from studio.errors import BadFileError, OutputError
from studio.exporters import srt, webvtt
from studio.lecture import Lecture
from studio.progress import Progress
from studio.timebase import block_at
from studio.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: a lecture as a video at `out`, with a profile. `force` overwrites and renews."""

    lecture: Lecture
    profile: Profile
    out: Path
    force: bool = False


@dataclass(frozen=True, slots=True)
class CutReport:
    """What was requested and delivered at the seam before a scene."""

    scene: str
    title: str
    requested: int
    delivered: int
    reason: str
    fell: tuple[str, ...] = ()
    scores: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an export made. `fresh` counts the steps that had to be run; 0 for an unchanged lecture."""

    files: tuple[Path, ...]
    timeline: Timeline
    fresh: int
    cuts: tuple[CutReport, ...]
    unchanged: bool = False


def measured(
    lecture: Lecture, profile: Profile, workshop: Workshop, means: Means, jobs: int
) -> Generator[Progress, None, tuple[CutReport, ...]]:
    """Make everything but the file, and tell what was requested and delivered at every seam."""
    made = yield from _make(lecture, profile, workshop, means, jobs)
    return reports(made.parts, lecture, made.records)


def export(order: Order, workshop: Workshop, means: Means, jobs: int) -> Generator[Progress, None, Outcome]:
    """Make the video. Raises `StudioError` with one sentence, or `Cancelled`; no partial file stays."""
    check_target(order)
    made = yield from _make(order.lecture, order.profile, workshop, means, jobs)
    parts, timeline = made.parts, made.timeline
    cuts = reports(parts, order.lecture, made.records)
    mark = _mark(order, parts, timeline)
    if not order.force and _stands(order.out, mark, workshop):
        return Outcome(_files(order.out), timeline, made.fresh, cuts, unchanged=True)
    yield from _join(order, parts, timeline, workshop, means)
    _remember(order.out, mark, workshop)
    workshop.cache.trim()
    return Outcome(_files(order.out), timeline, made.fresh, cuts)


@dataclass(frozen=True, slots=True)
class _Made:
    parts: tuple[SceneParts, ...]
    timeline: Timeline
    records: engine.Records
    fresh: int


def _make(
    lecture: Lecture, profile: Profile, workshop: Workshop, means: Means, jobs: int
) -> Generator[Progress, None, _Made]:
    """The stages up to the last: everything the file is joined from is in the cache afterwards."""
    prepared = plan.prepare(lecture, profile, means)
    if not prepared:
        raise BadFileError(
            "There is nothing to show: every slide is hidden or left out; show at least one slide."
        )
    fresh = _fresh(prepared, workshop)
    records = yield from engine.run(prepared, workshop, "prepare", jobs)
    compared = plan.measure(lecture, profile, means, records)
    fresh += _fresh(compared, workshop)
    records |= yield from engine.run(compared, workshop, "measure", jobs)
    timeline = plan.compiled(lecture, profile, means, records)
    parts = plan.render(timeline, lecture, profile, means, records)
    fresh += _fresh(steps_of(parts), workshop)
    records |= yield from engine.run(steps_of(parts), workshop, "render", jobs)
    return _Made(parts, timeline, records, fresh)


def steps_of(parts: Iterable[SceneParts]) -> tuple[Step, ...]:
    """All steps that scenes are joined from, in order."""
    found = (step for part in parts for step in (part.cut, part.still, part.sound))
    return tuple(step for step in found if step is not None)


def reports(parts: Iterable[SceneParts], lecture: Lecture, records: engine.Records) -> tuple[CutReport, ...]:
    """Requested and delivered for every seam of a rendered lecture."""
    found: list[CutReport] = []
    for part in parts:
        if part.clip.cut is None:
            continue
        choice, title = part.clip.cut.choice, lecture.scene(part.clip.scene).title
        if part.cut is None:
            found.append(CutReport(part.clip.scene, title, int(choice.level), 0, choice.reason))
            continue
        record = records[part.cut.key]
        levels = record["requested"], record["delivered"]
        fell = tuple(record["reasons"])
        found.append(CutReport(part.clip.scene, title, *levels, choice.reason, fell, record["scores"]))
    return tuple(found)


def check_target(order: Order) -> None:
    """Raise OutputError where the video cannot or must not be written."""
    if not order.out.parent.is_dir():
        raise OutputError(f"The folder “{order.out.parent}” does not exist; make it or choose another.")
    if order.out.is_dir():
        raise OutputError(f"“{order.out}” is a folder; name a file that ends in .mp4.")
    if order.out.exists() and not order.force and not _ours(order.out):
        raise OutputError(
            f"“{order.out.name}” exists and was not made by Lecture Studio; choose another name or use --force."
        )


def _fresh(steps: Iterable[Step], workshop: Workshop) -> int:
    return len(engine.split(steps, workshop)[1])


def _ours(path: Path) -> bool:
    import av
    from av.error import FFmpegError

    with suppress(FFmpegError, OSError), av.open(str(path)) as container:
        return mux.MADE_BY in container.metadata.get("comment", "")
    return False


def _join(
    order: Order, parts: tuple[SceneParts, ...], timeline: Timeline, workshop: Workshop, means: Means
) -> Generator[Progress]:
    lecture = order.lecture
    found = captions(timeline)
    marks = chapters(lecture, timeline)
    film = mux.Film(
        parameter_sets=video_segment(workshop.entry(parts[0].still.key)).parameter_sets,
        pictures=_pictures(parts, order.profile, workshop),
        units=_units(parts, timeline, order.profile, workshop),
        frames=timeline.length,
        captions=found,
        chapters=marks,
        title=lecture.title,
        language=lecture.language,
    )
    temporary = order.out.with_name(f".{order.out.name}.{secrets.token_hex(4)}.part")
    try:
        for frames in mux.write(temporary, film, means.encoder, order.profile, workshop.cancel):
            yield Progress("join", frames, timeline.length, "Writing the file")
        temporary.replace(order.out)
    except OSError as error:
        raise _output_error(error, order.out) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    texts = {".srt": srt.text(found), ".vtt": webvtt.text(found), ".chapters.txt": as_text(marks)}
    for suffix, text in texts.items():
        _write_text(order.out.with_suffix(suffix), text)


def _pictures(parts: Iterable[SceneParts], profile: Profile, workshop: Workshop) -> Iterator[Picture]:
    for part in parts:
        still = video_segment(workshop.entry(part.still.key))
        body = len(part.clip.frames)
        if part.cut is not None:
            change = video_segment(workshop.entry(part.cut.key))
            body -= change.frames
            _same_sets(change.parameter_sets, still.parameter_sets)
            yield from change.coded()
        yield from hold(still, body, profile.key_interval)


def _same_sets(one: object, other: object) -> None:
    if one != other:
        raise AssertionError("segments of one file were written with different parameter sets")


def _units(
    parts: Iterable[SceneParts], timeline: Timeline, profile: Profile, workshop: Workshop
) -> Iterator[bytes]:
    """The sound, one unit a block, after one priming unit; every scene starts on the grid by itself."""
    silence = silent_unit(profile.sound_bits)
    yield silence
    blocks = 0
    for part in parts:
        if part.sound is None:
            continue
        start = block_at(part.clip.speech, timeline.rate)
        yield from (silence for _ in range(start - blocks))
        units = workshop.entry(part.sound.key).blobs
        yield from units
        blocks = start + len(units)
    end = block_at(timeline.length, timeline.rate)
    yield from (silence for _ in range(end - blocks))


def _mark(order: Order, parts: tuple[SceneParts, ...], timeline: Timeline) -> str:
    """What decides the bytes of the file, as one digest."""
    lecture = order.lecture
    told: list[Any] = [str(order.out.absolute()), lecture.title, lecture.language, order.profile.name]
    told += [[step.key for step in steps_of(parts)], [[c.frames.start, c.speech] for c in timeline.clips]]
    told += [timeline.length, [[str(c.start), *c.lines] for c in captions(timeline)]]
    told += [[c.title, str(c.start)] for c in chapters(lecture, timeline)]
    return hashlib.sha256(json.dumps(["film", *told]).encode()).hexdigest()


def _stands(out: Path, mark: str, workshop: Workshop) -> bool:
    facts = _facts(out)
    return facts is not None and workshop.cache.record(mark) == facts


def _remember(out: Path, mark: str, workshop: Workshop) -> None:
    workshop.cache.put(mark, Entry(_facts(out) or {}))


def _facts(out: Path) -> dict[str, Any] | None:
    """Size and time of every file of an export; None where one is missing."""
    try:
        stats = [path.stat() for path in _files(out)]
    except OSError:
        return None
    return {"files": [[stat.st_size, stat.st_mtime_ns] for stat in stats]}


def _files(out: Path) -> tuple[Path, ...]:
    return (out, *(out.with_suffix(suffix) for suffix in (".srt", ".vtt", ".chapters.txt")))


def _write_text(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        temporary.write_text(text, "utf-8", newline="\n")
        temporary.replace(path)
    except OSError as error:
        raise _output_error(error, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _output_error(error: OSError, out: Path) -> OutputError:
    if error.errno == errno.ENOSPC:
        return OutputError(
            f"The disk is full: “{out.name}” could not be written; free some space and export again."
        )
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return OutputError(f"“{out.parent}” cannot be written to; choose another folder.")
    return OutputError(
        f"“{out.name}” could not be written ({error.strerror or error}); choose another place."
    )


def duration(outcome: Outcome) -> Fraction:
    """The length of the video in seconds."""
    return outcome.timeline.seconds
