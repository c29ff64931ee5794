"""Finds what needs a look: a pure function of a lecture and of what is known of it."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, get_args

from renderers.voices.catalogue import choose_voice
from studio.directions import not_understood
from studio.errors import MissingToolError
from studio.lecture import Lecture, Scene, SlideObject, SlideVisual, page_image
from studio.narration import estimate, narrate
from studio.places import scripted
from studio.timeline import SceneClip, Timeline, shown, skipped
from ui.findings import SceneFindings

if TYPE_CHECKING:
    from renderers.means import Means
    from studio.report import Entry, ImportReport

LONG_SILENCE = Fraction(20)
"""Seconds in which nothing is heard."""
SMALL_TEXT = 14.0
"""Points on a slide 540 points high; on a screen of 1080 lines such letters are 28 lines high."""
_MUCH_LONGER = 2
"""A recording or its words that take so many times as long as the other do not belong together."""
_SOME_SECONDS = Fraction(5)
_FONTS = re.compile(r"“([^”]+)” in (.+?)(?=, “|\.$)")
"""What a line about fonts names (`renderers.loading`): asked for, used."""
_TOLD_ELSEWHERE = ("private notes", "direction", "hidden slide")
"""Has a line of its own here, or stands at the slide itself and is what the author wanted."""

Kind = Literal[
    "voice",
    "stale-recording",
    "older-recording",
    "other-recording",
    "silence",
    "no-words",
    "no-captions",
    "private",
    "direction",
    "not-drawn",
    "small-text",
    "cut",
    "font",
    "left-out",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are listed: what is heard first, then what is seen, then what was imported."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that needs a look. `scene` is where ("": the whole lecture), `others` where the same is the case.

    `text` is a sentence of studio or renderers, or the words in question; `seconds`, `points` and `levels`
    (requested, delivered) are what the line tells; `frame` is its moment on the timeline; `heard` and `skipped`
    say what becomes of it.
    """

    kind: Kind
    scene: str = ""
    text: str = ""
    used: str = ""
    """The font that stands in for the one in `text`."""
    seconds: Fraction = Fraction(0)
    other_seconds: Fraction = Fraction(0)
    points: int = 0
    levels: tuple[int, int] = (0, 0)
    frame: int | None = None
    heard: bool = False
    skipped: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a lecture: its timeline, findings and page records by scene id, means, report.

    `before` are the lectures of the undo history, the oldest first. `reviewed` are notes, as (scene, text), that
    the author has decided about.
    """

    timeline: Timeline | None = None
    scenes: Mapping[str, SceneFindings] = field(default_factory=dict[str, SceneFindings])
    pages: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    means: Means | None = None
    report: ImportReport | None = None
    before: tuple[Lecture, ...] = ()
    reviewed: frozenset[tuple[str, str]] = frozenset()


def find(lecture: Lecture, known: Known) -> tuple[Item, ...]:
    """All that needs a look, by kind, within a kind in the order of the scenes."""
    items = [
        *_voices(lecture, known.means),
        *_stale(lecture, known.before),
        *_silences(lecture, known.timeline),
        *(item for scene in shown(lecture) for item in _of_scene(scene, lecture, known)),
        *(
            Item("no-words", s.id, skipped=True)
            for s in lecture.scenes
            if not s.hidden and skipped(s, lecture)
        ),
        *imported(known.report, lecture),
        *_private(lecture, known),
    ]
    order = {scene.id: at for at, scene in enumerate(lecture.scenes)}
    return tuple(sorted(items, key=lambda item: (KINDS.index(item.kind), order.get(item.scene, -1))))


def unread_notes(lecture: Lecture, report: ImportReport | None) -> tuple[tuple[str, int], ...]:
    """The paragraphs (scene id, index from 0) that the import took for private ones, wherever they are now."""
    entries = report.entries if report is not None else ()
    told = {entry.scene for entry in entries if entry.what == "private notes"}
    return tuple(
        (scene.id, index)
        for scene in lecture.scenes
        if scene.id in told
        for index, paragraph in enumerate(scene.script.paragraphs)
        if paragraph.private
    )


def _of_scene(scene: Scene, lecture: Lecture, known: Known) -> Iterator[Item]:
    found = known.scenes.get(scene.id)
    narration = narrate(scene, lecture.choices)
    if not narration.utterances and scene.recording is None:
        clip = found.clip if found is not None else None
        yield Item("no-words", scene.id, seconds=_length(clip, known.timeline))
    if scene.recording is not None:
        if scene.recording.stale:
            yield Item("older-recording", scene.id)
        yield from _of_recording(scene, lecture, found)
    for paragraph in scene.script.paragraphs:
        for text, heard in () if paragraph.private else not_understood(paragraph.text):
            yield Item("direction", scene.id, text, heard=heard)
    missing = known.pages.get(scene.id, {}).get("left_out")
    if missing:
        yield Item("not-drawn", scene.id, ", ".join(map(str, missing)))
    points = _smallest_text(scene, lecture)
    if points is not None:
        yield Item("small-text", scene.id, points=points)
    checked = found.checked if found is not None else None
    if checked is not None and checked["delivered"] < checked["requested"]:
        levels = int(checked["requested"]), int(checked["delivered"])
        yield Item("cut", scene.id, "; ".join(checked["reasons"]), levels=levels)


def _voices(lecture: Lecture, means: Means | None) -> Iterator[Item]:
    """Where another voice speaks than was asked for; each sentence once, at its first scene."""
    if means is None:
        return
    said: dict[str, list[str]] = {}
    try:
        for scene in shown(lecture):
            if scene.recording is None:
                for utterance in narrate(scene, lecture.choices).utterances:
                    remark = choose_voice(utterance.language, utterance.voice, means.voices).remark
                    said.setdefault(remark, []).append(scene.id)
    except MissingToolError as error:
        yield Item("voice", text=str(error))
        return
    for remark, scenes in said.items():
        first, *others = dict.fromkeys(scenes)
        if remark:
            yield Item("voice", first, remark, others=tuple(others))


def _stale(lecture: Lecture, before: tuple[Lecture, ...]) -> Iterator[Item]:
    """Recordings whose words were changed since they came."""
    recorded = {
        scene.id: scene for scene in lecture.scenes if scene.recording is not None and not scene.hidden
    }
    for past in before if recorded else ():
        for scene in past.scenes:
            now = recorded.get(scene.id)
            if now is None or scene.recording is None or now.recording is None:
                continue
            if scene.recording.audio == now.recording.audio:
                del recorded[scene.id]
                if scene.script.words != now.script.words:
                    yield Item("stale-recording", scene.id)


def _of_recording(scene: Scene, lecture: Lecture, found: SceneFindings | None) -> Iterator[Item]:
    utterances = scripted(scene, lecture.choices).utterances
    if not utterances:
        yield Item("no-captions", scene.id)
        return
    take = found.clip.take if found is not None and found.clip is not None else None
    if take is None or not take.measured or not take.length:
        return
    words = sum((estimate(utterance) for utterance in utterances), Fraction(0))
    longer, shorter = max(words, take.length), min(words, take.length)
    if longer > _MUCH_LONGER * shorter and longer - shorter > _SOME_SECONDS:
        yield Item("other-recording", scene.id, seconds=take.length, other_seconds=words)


def _silences(lecture: Lecture, timeline: Timeline | None) -> Iterator[Item]:
    """Stretches of the whole video in which nothing is heard, wherever scenes begin and end."""
    if timeline is None or not timeline.clips:
        return
    recorded = {scene.id for scene in lecture.scenes if scene.recording is not None}
    last = Fraction(0)
    for start, end in (*_heard(timeline, recorded), (timeline.seconds, timeline.seconds)):
        if start - last > LONG_SILENCE:
            frame = min(math.floor(last * timeline.rate), timeline.length - 1)
            scene = timeline.clips[timeline.clip_at(frame)].scene
            yield Item("silence", scene, seconds=start - last, frame=frame)
        last = max(last, end)


def _heard(timeline: Timeline, recorded: set[str]) -> Iterator[tuple[Fraction, Fraction]]:
    for clip in timeline.clips:
        begin = clip.heard(timeline.rate)
        if clip.scene in recorded:
            # Until it is read nobody knows how long it is, nor that it is silent.
            yield begin, begin + (clip.take.length if clip.take.measured else _length(clip, timeline))
        for span in clip.take.spans:
            yield begin + span.start, begin + span.end


def _length(clip: SceneClip | None, timeline: Timeline | None) -> Fraction:
    return Fraction(0) if clip is None or timeline is None else Fraction(len(clip.frames)) / timeline.rate


def _smallest_text(scene: Scene, lecture: Lecture) -> int | None:
    """The size (points on a slide 540 high) that a text can have at most to fit its place, where that is small."""
    if not isinstance(scene.visual, SlideVisual):
        return None
    sizes = [_fitting(item, lecture) for item in scene.visual.objects if item.kind in ("text", "shape")]
    smallest = min(sizes, default=SMALL_TEXT)
    return max(1, int(smallest)) if smallest < SMALL_TEXT else None


def _fitting(item: SlideObject, lecture: Lecture) -> float:
    """The largest size at which a text fits its box: letters are half as wide as high, lines 1.2 apart."""
    text = " ".join(item.text.split())
    area = item.box.width * lecture.width * item.box.height * lecture.height
    if len(text) < 12 or area <= 0:
        return SMALL_TEXT
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    ems = wide + (len(text) - wide) / 2
    return math.sqrt(area / (1.2 * ems)) * 540 / lecture.height


def imported(report: ImportReport | None, lecture: Lecture) -> Iterator[Item]:
    """What the import replaced or left out and one should know of; the same sentence once for all its slides."""
    here = {scene.id for scene in lecture.scenes}
    with_page = {scene.id for scene in lecture.scenes if page_image(scene.visual) is not None}
    places: dict[tuple[Kind, str, str], list[str]] = {}
    for entry in report.entries if report is not None else ():
        kind = _kind_of(entry)
        if kind is None or (entry.scene is not None and entry.scene not in here):
            continue
        if kind == "font" and entry.scene in with_page:  # its letters are those of the page
            continue
        pairs = _FONTS.findall(entry.text) if kind == "font" else ()
        for text, used in pairs or ((entry.text, ""),):
            places.setdefault((kind, text, used), []).append(entry.scene or "")
    for (kind, text, used), scenes in places.items():
        first, *others = dict.fromkeys(scenes)
        yield Item(kind, first, text, used, others=tuple(others))


def _kind_of(entry: Entry) -> Kind | None:
    if entry.outcome == "replaced" and entry.what in ("font", "painter"):
        return "font" if entry.what == "font" else "not-drawn"
    if entry.outcome == "left out" and entry.what not in _TOLD_ELSEWHERE:
        return "left-out"
    return None


def _private(lecture: Lecture, known: Known) -> Iterator[Item]:
    for scene_id, index in unread_notes(lecture, known.report):
        text = lecture.scene(scene_id).script.paragraphs[index].text
        if (scene_id, text) not in known.reviewed:
            yield Item("private", scene_id, text)
