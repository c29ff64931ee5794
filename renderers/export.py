"""A lecture -> a video with its captions and chapters beside it: the four stages, one after the other.

`export` is a generator of `Progress` and returns an `Outcome`. Nothing appears under its final name before it is
complete, and nothing that this program did not make is overwritten unless asked to.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from renderers import engine, outputs, plan
from renderers.cache import Entry
from renderers.encode import mux
from renderers.encode.trust import Refused
from renderers.joining import film
from renderers.means import Means
from renderers.measure import semantic
from renderers.page_plan import PictureStep
from renderers.plan import SceneParts
from renderers.planes import one_thread
from renderers.profiles import Profile
from renderers.steps import ConvertStep, LayersStep, SeparateStep, Step
from renderers.workshop import Workshop
from studio.captions import Caption, captions
from studio.chapters import Chapter, as_text, chapters
from studio.errors import BadFileError, LostEntryError
from studio.exporters import srt, webvtt
from studio.lecture import Lecture
from studio.progress import Progress
from studio.settings import models_folder
from studio.timeline import Timeline

LONGEST = 24 * 3600
"""Seconds; a longer video is a mistake in the deck, not a lecture."""
_TRIES = 5
_LATE = 6
"""Scenes by which their sounds follow their pictures."""
T = TypeVar("T")
Texts = tuple[tuple[Caption, ...], tuple[Chapter, ...]]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: a lecture as a video at `out`, with a profile.

    `replace`: a video there goes even if it was not made here; texts beside it that somebody corrected are kept.
    `force` overwrites everything and renews it.
    """

    lecture: Lecture
    profile: Profile
    out: Path
    force: bool = False
    replace: bool = False


@dataclass(frozen=True, slots=True)
class CutReport:
    """What was requested and delivered at the seam before a scene; its change begins at `start` (seconds)."""

    scene: str
    title: str
    requested: int
    delivered: int
    reason: str
    style: str
    fell: tuple[str, ...] = ()
    scores: dict[str, Any] | None = None
    start: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an export made.

    `fresh` counts the steps that had to be run: 0 for an unchanged lecture, whose files then stay as they are
    (`unchanged`). `remarks` are sentences for the author: voices that are not what was asked for, things that could
    not be drawn, files that were there before. `encoder` names the family of picture encoders, `refused` those that
    the profile would have liked better.
    """

    files: tuple[Path, ...]
    timeline: Timeline
    fresh: int
    cuts: tuple[CutReport, ...]
    remarks: tuple[str, ...] = ()
    unchanged: bool = False
    encoder: str = ""
    refused: tuple[Refused, ...] = ()


def measured(
    lecture: Lecture, profile: Profile, workshop: Workshop, means: Means, jobs: int
) -> Generator[Progress, None, tuple[CutReport, ...]]:
    """Make everything but the file, and tell what was requested and delivered at every seam.

    Where encoders of pictures or clips are installed, the scores hold their figures too ("semantic", by name).
    """
    made = yield from _again(lambda shop: _make(lecture, profile, shop, means, jobs), workshop)
    found = reports(made.parts, lecture, made.records, made.timeline.rate)
    encoders = [each for each in semantic.encoders(models_folder()) if not each.refusal]
    if not encoders:
        return found
    from renderers.measure.meanings import meanings

    cuts = [part.cut for part in made.parts if part.cut is not None]
    meant = yield from meanings(cuts, encoders, workshop)
    return tuple(
        replace(cut, scores={**(cut.scores or {}), "semantic": meant[cut.scene]})
        if cut.scene in meant
        else cut
        for cut in found
    )


def export(order: Order, workshop: Workshop, means: Means, jobs: int) -> Generator[Progress, None, Outcome]:
    """Make the video. Raises `StudioError` with one sentence, or `Cancelled`; no partial file stays."""
    outputs.check(order.out, order.force or order.replace)
    return (yield from _again(lambda shop: _export(order, shop, means, jobs), workshop))


def _again(
    work: Callable[[Workshop], Generator[Progress, None, T]], workshop: Workshop
) -> Generator[Progress, None, T]:
    """Do some work, and once more where a kept result turned out to be damaged or gone meanwhile.

    After a power cut many are damaged, and a cache may be cleared more than once: from the second time on, what the
    work stands on is read wholly before it is trusted.
    """
    for _ in range(_TRIES):
        with suppress(LostEntryError):
            return (yield from work(workshop))
        workshop = workshop.doubting()
    return (yield from work(workshop))


def _export(order: Order, workshop: Workshop, means: Means, jobs: int) -> Generator[Progress, None, Outcome]:
    lecture = order.lecture
    made = yield from _make(lecture, order.profile, workshop, means, jobs)
    mark = _mark(order, made, means)
    unchanged = not order.force and _stands(order.out, mark, workshop)
    kept: list[str] = []
    if not unchanged:
        texts = captions(made.timeline), chapters(lecture, made.timeline)
        kept = yield from _join(order, made, texts, workshop, means)
        workshop.cache.put(mark, Entry(outputs.facts(order.out) or {}), "findings")
        workshop.cache.trim()
    return Outcome(
        files=outputs.files(order.out),
        timeline=made.timeline,
        fresh=made.fresh,
        cuts=reports(made.parts, lecture, made.records, made.timeline.rate),
        remarks=(*plan.remarks(lecture, means), *_undrawn(made, lecture), *kept),
        unchanged=unchanged,
        encoder=means.encoder.family,
        refused=means.refused,
    )


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
    fresh = 0

    def ran(steps: Iterable[Step], stage: str) -> Generator[Progress, None, engine.Records]:
        nonlocal fresh
        known, missing = engine.split(steps, workshop)
        fresh += len(missing)
        work = engine.finish(known, missing, workshop, stage, jobs)
        if not any(isinstance(step, PictureStep) for step in missing):
            return (yield from work)
        converting = [step.key for step in missing if isinstance(step, ConvertStep)]
        return (yield from _loading_torch(work, lambda: all(key in known for key in converting)))

    records = yield from ran(wanted(lecture, profile, means), "prepare")
    records |= yield from ran(plan.measure(lecture, profile, means, records), "measure")
    timeline = plan.compiled(lecture, profile, means, records)
    if timeline.seconds > LONGEST:
        hours = int(timeline.seconds / 3600)
        raise BadFileError(
            f"The video would last {hours} hours; split the lecture into parts of a day at most."
        )
    parts, steps = to_render(timeline, lecture, profile, workshop, means, records)
    apart = [step for step in steps if isinstance(step, SeparateStep | LayersStep | ConvertStep)]
    if apart:
        records |= yield from ran(apart, "render")
        # What a model is to change is known when the slides have been taken apart.
        parts, steps = to_render(timeline, lecture, profile, workshop, means, records)
    workshop.rest()  # drawing and speaking is done: the coders need the memory
    records |= yield from ran(steps, "render")
    return _Made(parts, timeline, records, fresh)


def _loading_torch(
    drawing: Generator[Progress, None, T], converted: Callable[[], bool]
) -> Generator[Progress, None, T]:
    """Draw pages, and load torch meanwhile, as what compares them needs it; but not before all is converted: it
    takes 150 MB, and LibreOffice 200.
    """
    loading = False
    with closing(drawing):
        while True:
            if not loading and converted():
                Thread(target=one_thread, daemon=True).start()
                loading = True
            try:
                progress = next(drawing)
            except StopIteration as end:
                return end.value
            yield progress


def to_render(
    timeline: Timeline,
    lecture: Lecture,
    profile: Profile,
    workshop: Workshop,
    means: Means,
    records: engine.Records,
) -> tuple[tuple[SceneParts, ...], tuple[Step, ...]]:
    """What the scenes are joined from, and all steps that make it: layers only for changes that are not kept.

    Pure but for what the cache is asked.
    """
    parts = plan.render(timeline, lecture, profile, means, records)
    cuts = [part.cut for part in parts if part.cut is not None]
    unmade = [cut for cut in cuts if workshop.known(cut.key) is None]
    keys = {key for cut in unmade for key in cut.composed}
    apart = plan.separated(unmade, lecture, profile, means, records)
    made = (part.made for part in parts if part.made is not None and part.made.key in keys)
    return parts, (*apart, *made, *_in_turn(parts))


def _in_turn(parts: Sequence[SceneParts]) -> Iterator[Step]:
    """All steps that scenes are joined from, sounds a few scenes late: one change may take as long as six of them,
    and where it came last, all processors but one would wait for it.
    """
    late: deque[Step] = deque()
    for part in parts:
        yield from (step for step in (part.still, part.cut) if step is not None)
        if part.sound is not None:
            late.append(part.sound)
        if len(late) > _LATE:
            yield late.popleft()
    yield from late


def wanted(lecture: Lecture, profile: Profile, means: Means) -> tuple[Step, ...]:
    """What has to be prepared; BadFileError where no slide is shown."""
    prepared = plan.prepare(lecture, profile, means)
    if not prepared:
        raise BadFileError(
            "There is nothing to show: every slide is hidden or left out; show at least one slide."
        )
    return prepared


def steps_of(parts: Iterable[SceneParts]) -> tuple[Step, ...]:
    """All steps that scenes are joined from, in order."""
    found = (step for part in parts for step in (part.still, part.cut, part.sound))
    return tuple(step for step in found if step is not None)


def reports(
    parts: Iterable[SceneParts], lecture: Lecture, records: engine.Records, rate: Fraction
) -> tuple[CutReport, ...]:
    """Requested and delivered for every seam of a rendered lecture."""
    found: list[CutReport] = []
    for part in parts:
        if part.clip.cut is None:
            continue
        choice, title = part.clip.cut.choice, lecture.scene(part.clip.scene).title
        start = round(float(part.clip.cut.frames.start / rate), 3)
        if part.cut is None:
            short = ("it is shorter than two frames, so the slide simply appears",) if choice.level else ()
            asked = (int(choice.level), 0, choice.reason, choice.style)
            found.append(CutReport(part.clip.scene, title, *asked, short, start=start))
            continue
        record = records[part.cut.key]
        levels = record["requested"], record["delivered"]
        fell, scores = tuple(record["reasons"]), record["scores"]
        found.append(
            CutReport(part.clip.scene, title, *levels, choice.reason, record["style"], fell, scores, start)
        )
    return tuple(found)


def _undrawn(made: _Made, lecture: Lecture) -> Iterator[str]:
    """What a painter could not draw, a sentence a slide."""
    for part in made.parts:
        missing = made.records[part.still.page].get("left_out")
        if missing:
            yield f"“{lecture.scene(part.clip.scene).title}” could not be drawn wholly: {', '.join(missing)}."


def _join(
    order: Order, made: _Made, texts: Texts, workshop: Workshop, means: Means
) -> Generator[Progress, None, list[str]]:
    """Write the files; returns what is to be said about those that were there before."""
    whole = film(made.parts, made.timeline, order.lecture, texts, order.profile, workshop)
    beside = (srt.text(texts[0]), webvtt.text(texts[0]), as_text(texts[1]))
    paths = (order.out.with_suffix(suffix) for suffix in outputs.SUFFIXES)
    with ExitStack() as together:  # all that is written takes its place, or none does
        said = [
            together.enter_context(outputs.text_beside(path, text, workshop.cache, order.force))
            for path, text in zip(paths, beside, strict=True)
        ]
        with outputs.whole(order.out) as temporary:
            for frames in mux.write(temporary, whole, means.encoder, order.profile, workshop.cancel):
                clip = made.timeline.clips[made.timeline.clip_at(min(frames, made.timeline.length - 1))]
                yield Progress("join", frames, made.timeline.length, "Writing the file", clip.scene)
    return [sentence for sentence in said if sentence]


def _mark(order: Order, made: _Made, means: Means) -> str:
    """What decides the bytes of the files, as one digest: of the captions the sentences that they are made from."""
    lecture, timeline = order.lecture, made.timeline
    told: list[Any] = [str(order.out.absolute()), lecture.title, lecture.language, str(order.profile)]
    told += [[step.key for step in steps_of(made.parts)], timeline.length]
    for clip in timeline.clips:
        scene = lecture.scene(clip.scene)
        told.append([clip.frames.start, clip.speech, scene.title, scene.section])
        told += [[str(span.start), str(span.end), span.utterance.text] for span in clip.take.spans]
    return hashlib.sha256(json.dumps([mux.EDITION, means.editions.texts, *told]).encode()).hexdigest()


def _stands(out: Path, mark: str, workshop: Workshop) -> bool:
    there = outputs.facts(out)
    return there is not None and workshop.cache.record(mark) == there
