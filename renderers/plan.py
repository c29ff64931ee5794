"""From a lecture to steps, stage by stage; each stage is a pure function of the records of the stages before.

    prepare   pages and sounds                     Lecture -> steps
    measure   what neighbouring pages share        + records of pages -> steps
    compile   the timeline                         + measured lengths and features -> Timeline
    render    coded stills, changes and sound      + timeline -> what each scene is joined from

Nothing is run here, so every plan can be compared, printed and hashed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from renderers import changes
from renderers.encode.sound import OVERSHOOT_DB
from renderers.means import Means
from renderers.page_plan import page_step, with_conversions, with_separations
from renderers.profiles import Profile
from renderers.steps import (
    AlignStep,
    ChangeStep,
    CheckStep,
    CutStep,
    FeaturesStep,
    GenerateStep,
    RecordingStep,
    SoundStep,
    SpeakStep,
    Step,
    StillStep,
)
from renderers.voices.catalogue import choose_voice
from studio.coherence import CutChoice, choose
from studio.comparing import compared
from studio.lecture import (
    Lecture,
    Level,
    Scene,
)
from studio.narration import Span, Take, Utterance, lay_out, narrate
from studio.timebase import samples_for
from studio.timeline import LEAD, CutClip, SceneClip, Timeline, compile_timeline, shown

Records = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class SceneParts:
    """What one scene of the video is joined from. `cut` is None where the slide simply appears; `made` are frames
    that a model makes for it.
    """

    clip: SceneClip
    still: StillStep
    cut: CutStep | None
    sound: SoundStep | None
    made: GenerateStep | None = None


def prepare(lecture: Lecture, profile: Profile, means: Means) -> tuple[Step, ...]:
    """Pages and sounds of every scene that stands in the video."""
    scenes = shown(lecture)
    pages = (page_step(scene, lecture, profile, means) for scene in scenes)
    sounds = (step for scene in scenes for step in sound_steps(scene, lecture, means))
    return (*with_conversions(pages, means), *sounds)


def sound_steps(scene: Scene, lecture: Lecture, means: Means) -> tuple[Step, ...]:
    """The steps that make what is heard in a scene: its recording if it has one, else its sentences."""
    utterances = narrate(scene, lecture.choices).utterances
    if scene.recording is None:
        return tuple(speak_step(utterance, means, scene.id) for utterance in utterances)
    recording = recording_step(scene, means)
    return (recording, align_step(recording, utterances, means)) if utterances else (recording,)


def speak_step(utterance: Utterance, means: Means, where: str) -> SpeakStep:
    """The step that speaks one sentence with the voice that fits it."""
    voice = choose_voice(utterance.language, utterance.voice, means.voices).voice
    how = (voice.engine, voice.id, utterance.speed, voice.version, where)
    return SpeakStep(utterance.spoken, *how, edition=means.editions.spoken)


def remarks(lecture: Lecture, means: Means) -> tuple[str, ...]:
    """What is to be said about the voices: where one is not what was asked for. Each sentence once."""
    found: dict[str, None] = {}
    for scene in shown(lecture):
        if scene.recording is None:
            for utterance in narrate(scene, lecture.choices).utterances:
                found.setdefault(choose_voice(utterance.language, utterance.voice, means.voices).remark)
    return tuple(remark for remark in found if remark)


def recording_step(scene: Scene, means: Means) -> RecordingStep:
    """The step that decodes a scene's recording."""
    assert scene.recording is not None
    recording = scene.recording
    ends = (recording.trim_start, recording.trim_end)
    return RecordingStep(recording.audio.digest, *ends, scene.id, edition=means.editions.recorded)


def align_step(recording: RecordingStep, utterances: tuple[Utterance, ...], means: Means) -> AlignStep:
    """The step that finds a script's sentences in a recording."""
    sentences = tuple(utterance.text for utterance in utterances)
    return AlignStep(recording.key, sentences, recording.where, edition=means.editions.aligned)


def takes(lecture: Lecture, means: Means, records: Records) -> dict[str, Take]:
    """The takes of the shown scenes, by scene id, as far as lengths are known."""
    return {scene.id: _take(scene, lecture, means, records) for scene in shown(lecture)}


def _take(scene: Scene, lecture: Lecture, means: Means, records: Records) -> Take:
    narration = narrate(scene, lecture.choices)
    if scene.recording is None:
        lengths = {
            utterance: Fraction(records[key]["seconds"])
            for utterance in narration.utterances
            if (key := speak_step(utterance, means, scene.id).key) in records
        }
        return lay_out(narration, lengths)
    recording = recording_step(scene, means)
    if recording.key not in records:
        return Take(scene.least or Fraction(0), (), measured=False)
    aligned = records.get(align_step(recording, narration.utterances, means).key, {"spans": []})["spans"]
    spans = (
        Span(u, Fraction(a), Fraction(b)) for u, (a, b) in zip(narration.utterances, aligned, strict=False)
    )
    return Take(Fraction(records[recording.key]["seconds"]), tuple(spans))


def measure(lecture: Lecture, profile: Profile, means: Means, records: Records) -> tuple[FeaturesStep, ...]:
    """One comparison for each pair of neighbouring pages, as far as they are drawn."""
    steps: list[FeaturesStep] = []
    scenes = shown(lecture)
    pages = [page_step(scene, lecture, profile, means).key for scene in scenes]
    for scene, (first, second) in zip(scenes[1:], pairwise(pages), strict=True):
        if first in records and second in records:
            digests = records[first]["digest"], records[second]["digest"]
            steps.append(FeaturesStep(*digests, first, second, scene.id, edition=means.editions.compared))
    return tuple(steps)


def choices(lecture: Lecture, profile: Profile, means: Means, records: Records) -> dict[str, CutChoice]:
    """What is requested at each seam, by the id of the incoming scene; with what is known of the pages."""
    chosen: dict[str, CutChoice] = {}
    pages = {step.where: step.key for step in measure(lecture, profile, means, records)}
    for before, scene in pairwise(shown(lecture)):
        features = compared(before, scene, records.get(pages.get(scene.id, ""), {}))
        chosen[scene.id] = choose(scene, before, features, lecture.choices)
    return chosen


def compiled(lecture: Lecture, profile: Profile, means: Means, records: Records) -> Timeline:
    """The timeline of a lecture with all that is known of its sounds and pages."""
    cuts = choices(lecture, profile, means, records)
    return compile_timeline(lecture, takes(lecture, means, records), cuts, profile.rate)


def checks(
    timeline: Timeline, lecture: Lecture, profile: Profile, means: Means, records: Records
) -> tuple[CheckStep, ...]:
    """What the changes of a timeline would be delivered as, one step a seam (`where`: the incoming scene).

    Left out are seams where nothing changes gradually and those whose pages are not drawn or not compared yet; the
    layers that a change is made of may be missing (`separated` makes them). A model is not asked for a check: what
    it makes counts once it is there.
    """
    pairs = {step.where: step for step in measure(lecture, profile, means, records) if step.key in records}
    seams = _Seams(lecture, profile, means, records)
    steps: list[CheckStep] = []
    for clip in timeline.clips:
        pair = pairs.get(clip.scene)
        if pair is None or clip.cut is None or not _changes(clip.cut):
            continue
        pages = (pair.first, pair.second, pair.first_page, pair.second_page)
        how, made = seams.how(clip.scene, clip.cut, pages)
        if made is None or made.key in records:
            steps.append(CheckStep(**how, where=clip.scene, edition=means.editions.checked))
    return tuple(steps)


def _changes(cut: CutClip) -> bool:
    """Whether a change takes its time, so that there is something to render."""
    return len(cut.frames) > 0 and cut.choice.level is not Level.CUT


def render(
    timeline: Timeline, lecture: Lecture, profile: Profile, means: Means, records: Records
) -> tuple[SceneParts, ...]:
    """What each scene of a timeline is joined from; `separated` makes the layers that its changes need.

    For a change by a model the records of those layers have to be there, or it is planned without one.
    """
    parts: list[SceneParts] = []
    seams = _Seams(lecture, profile, means, records)
    page_before = ""
    for clip in timeline.clips:
        scene = lecture.scene(clip.scene)
        page = page_step(scene, lecture, profile, means).key
        digest = str(records[page]["digest"])
        still = StillStep(digest, page, means.encoder, scene.id, edition=means.editions.still)
        cut, made = _cut_step(clip, page_before, still, seams)
        parts.append(SceneParts(clip, still, cut, _sound_step(clip, scene, profile, means), made))
        page_before = page
    return tuple(parts)


def separated(
    steps: Iterable[ChangeStep], lecture: Lecture, profile: Profile, means: Means, records: Records
) -> tuple[Step, ...]:
    """The steps that make the layers of these changes, with the conversions that they need."""
    return with_separations(changes.layers(steps, lecture, profile, means), means, records)


def _cut_step(
    clip: SceneClip, before: str, still: StillStep, seams: _Seams
) -> tuple[CutStep | None, GenerateStep | None]:
    if clip.cut is None or not _changes(clip.cut):
        return None, None
    pages = (str(seams.records[before]["digest"]), still.picture, before, still.page)
    how, made = seams.how(clip.scene, clip.cut, pages)
    edition, settings = seams.means.editions.cut, seams.means.encoder
    cut = CutStep(**how, after=still.key, settings=settings, where=clip.scene, edition=edition)
    return cut, made


@dataclass(slots=True)
class _Seams:
    """What is asked for at the seams of one lecture, as fields of the steps that make or check it."""

    lecture: Lecture
    profile: Profile
    means: Means
    records: Records
    before: dict[str, Scene] = field(init=False)

    def __post_init__(self) -> None:
        self.before = changes.before(self.lecture)

    def how(
        self, scene_id: str, cut: CutClip, pages: tuple[str, str, str, str]
    ) -> tuple[dict[str, Any], GenerateStep | None]:
        """The fields for the cut before a scene, and the step of its model; `pages` are digests, then keys."""
        choice, frames = cut.choice, len(cut.frames)
        scenes = self.before[scene_id], self.lecture.scene(scene_id)
        composed, made = changes.composed(
            *scenes, choice, frames, self.lecture, self.profile, self.means, self.records
        )
        plain = dict(zip(("first", "second", "first_page", "second_page"), pages, strict=True))
        asked = {"level": choice.level, "style": choice.style, "direction": choice.direction}
        return {**plain, **asked, "frames": frames, **composed}, made


def _sound_step(clip: SceneClip, scene: Scene, profile: Profile, means: Means) -> SoundStep | None:
    if scene.recording is not None:
        sounds = [(recording_step(scene, means).key, 0)]
    else:
        sounds = [
            (speak_step(span.utterance, means, scene.id).key, samples_for(span.start))
            for span in clip.take.spans
        ]
    if not sounds or not clip.take.length:
        return None  # a voice that makes no sound of a text must not take up time either
    loudness = (profile.loudness, profile.peak - OVERSHOOT_DB, profile.sound_bits)
    return SoundStep(tuple(sounds), samples_for(LEAD), *loudness, scene.id, edition=means.editions.sound)
