"""From a lecture to steps, stage by stage; each stage is a pure function of the records of the stages before.

    prepare   pages and sounds                     Lecture -> steps
    measure   what neighbouring pages share        + records of pages -> steps
    compile   the timeline                         + measured lengths and features -> Timeline
    render    coded stills, changes and sound      + timeline -> what each scene is joined from

Nothing is run here, so every plan can be compared, printed and hashed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from renderers.encode.sound import OVERSHOOT_DB
from renderers.means import Means
from renderers.profiles import Profile
from renderers.steps import (
    AlignStep,
    CardStep,
    CheckStep,
    ConvertStep,
    CutStep,
    FeaturesStep,
    ImageStep,
    LayersStep,
    PageStep,
    RecordingStep,
    SeparateStep,
    SoundStep,
    SpeakStep,
    Step,
    StillStep,
)
from renderers.voices.catalogue import choose_voice
from studio.coherence import CutChoice, choose
from studio.comparing import compared
from studio.lecture import (
    CardVisual,
    Lecture,
    Level,
    ObjectKind,
    PageImage,
    Scene,
    SlideVisual,
    page_image,
)
from studio.narration import Span, Take, Utterance, lay_out, narrate
from studio.timebase import samples_for
from studio.timeline import LEAD, CutClip, SceneClip, Timeline, compile_timeline, shown

Records = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class SceneParts:
    """What one scene of the video is joined from. `cut` is None where the slide simply appears."""

    clip: SceneClip
    still: StillStep
    cut: CutStep | None
    sound: SoundStep | None


FIRST_PART, PART = 4, 24
"""Slides of a deck that LibreOffice converts at once: few at first, so that something is to be seen soon.

It takes 1.3 to 1.7 s for a single slide and 0.03 to 0.12 s for each further one; in parts all processors work, a
changed slide costs one part, and no process grows large.
"""

APART = 8
"""Slides whose objects are drawn one by one at once: a page for each object makes as many pages as a part has."""

WHOLE = 1 << 30
"""The last slide of any deck."""

PictureStep = PageStep | CardStep | ImageStep
"""What draws the picture of a scene."""


def prepare(lecture: Lecture, profile: Profile, means: Means) -> tuple[Step, ...]:
    """Pages and sounds of every scene that stands in the video."""
    scenes = shown(lecture)
    pages = (page_step(scene, lecture, profile, means) for scene in scenes)
    sounds = (step for scene in scenes for step in sound_steps(scene, lecture, means))
    return (*with_conversions(pages, means), *sounds)


def with_conversions(pages: Iterable[PictureStep], means: Means) -> tuple[Step, ...]:
    """The pages, and before the first of each part of a deck the conversion that they need."""
    steps: dict[str, Step] = {}
    for page in pages:
        if isinstance(page, PageStep) and page.converted not in ("", *steps):
            steps[page.converted] = convert_step(page.deck, page.number, means)
        steps[page.key] = page
    return tuple(steps.values())


def page_step(scene: Scene, lecture: Lecture, profile: Profile, means: Means) -> PictureStep:
    """The step that draws a scene's picture at the size of the profile."""
    visual = scene.visual
    if isinstance(visual, CardVisual):
        points = tuple((point.level, point.text) for point in visual.points)
        language = scene.script.language or lecture.language
        size = (profile.width, profile.height)
        how = {"where": scene.id, "edition": means.editions.card}
        return CardStep(visual.heading, points, visual.opening, language, *size, **how)
    image = page_image(visual)
    if image is not None:
        return _image_step(image, scene, lecture, profile, means)
    assert isinstance(visual, SlideVisual), "what is neither a card nor drawn already is a slide"
    deck = visual.deck.digest
    converting = convert_step(deck, visual.number, means) if means.converter else None
    return PageStep(
        deck=deck,
        drawn=visual.drawn or deck,
        slide_id=visual.slide_id,
        number=visual.number,
        painter=means.converter or "builtin",
        converted=converting.key if converting else "",
        index=visual.number - converting.first if converting else 0,
        aspect=(lecture.width, lecture.height),
        width=profile.width,
        height=profile.height,
        background=lecture.background,
        where=scene.id,
        edition=f"{means.editions.converted}; {means.editions.rastered}"
        if converting
        else means.editions.painted,
    )


def _image_step(
    image: PageImage, scene: Scene, lecture: Lecture, profile: Profile, means: Means
) -> ImageStep:
    return ImageStep(
        file=image.file.digest,
        kind=image.file.media_type,
        number=image.number,
        aspect=(image.width, image.height),
        width=profile.width,
        height=profile.height,
        background=lecture.background,
        where=scene.id,
        edition=means.editions.pictured,
    )


def stand_in_step(scene: Scene, lecture: Lecture, profile: Profile, means: Means) -> PictureStep:
    """The step that draws a scene's picture at once, without LibreOffice: it stands in until that is done."""
    return page_step(scene, lecture, profile, replace(means, converter=""))


def convert_step(deck: str, number: int, means: Means) -> ConvertStep:
    """The step that turns the part of a deck (asset digest) in which a slide (its number) stands into pages."""
    if means.converts_whole:
        return ConvertStep(deck, 1, WHOLE, means.converter, edition=means.editions.converted)
    part = max(0, number - FIRST_PART - 1) // PART
    first = 1 if number <= FIRST_PART else FIRST_PART + 1 + part * PART
    last = FIRST_PART if number <= FIRST_PART else first + PART - 1
    return ConvertStep(deck, first, last, means.converter, edition=means.editions.converted)


def layers_step(scene: Scene, lecture: Lecture, profile: Profile, means: Means) -> LayersStep:
    """The step that takes a scene's page apart; `with_separations` gives it the conversion that it may need."""
    page = page_step(scene, lecture, profile, means)
    visual = scene.visual
    objects = visual.objects if isinstance(visual, SlideVisual) else ()
    top = (each for each in objects if not each.inside)
    kinds: tuple[tuple[int, ObjectKind], ...] = tuple((each.shape_id, each.kind) for each in top)
    return LayersStep(page.key, page, kinds, where=scene.id, edition=means.editions.layered)


def with_separations(layers: Iterable[LayersStep], means: Means, records: Records) -> tuple[Step, ...]:
    """The layers, and before them the conversions that they need: one for some slides of a part of a deck.

    What is known already shares none with what is not, so that nothing is converted for it again.
    """
    groups: dict[tuple[str, int, bool], dict[str, LayersStep]] = {}
    steps: dict[str, Step] = {}
    for step in layers:
        page = step.drawing
        if isinstance(page, PageStep) and page.converted:
            part = convert_step(page.deck, page.number, means).first
            groups.setdefault((page.deck, part, step.key in records), {})[step.key] = step
        else:
            steps[step.key] = step
    for group in groups.values():
        for some in _batched(group.values(), WHOLE if means.converts_whole else APART):
            separating = _separate_step(some, means)
            pages = (page for step in some if isinstance(page := step.drawing, PageStep))
            steps |= {page.converted: convert_step(page.deck, page.number, means) for page in pages}
            steps[separating.key] = separating
            steps |= {step.key: replace(step, converted=separating.key) for step in some}
    return tuple(steps.values())


def _separate_step(layers: Sequence[LayersStep], means: Means) -> SeparateStep:
    pages = [page for step in layers if isinstance(page := step.drawing, PageStep)]
    part = convert_step(pages[0].deck, pages[0].number, means)
    numbers = tuple(sorted({page.number for page in pages}))
    edition = f"{means.editions.converted}; {means.editions.separated}"
    return SeparateStep(part.source, part.first, part.last, numbers, means.converter, edition=edition)


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

    Left out are seams where nothing changes gradually and those whose pages are not drawn or not compared yet.
    """
    pairs = {step.where: step for step in measure(lecture, profile, means, records) if step.key in records}
    steps: list[CheckStep] = []
    for clip in timeline.clips:
        pair = pairs.get(clip.scene)
        if pair is None or clip.cut is None or not _changes(clip.cut):
            continue
        how = _how(clip.cut, pair.first, pair.second, pair.first_page, pair.second_page)
        steps.append(CheckStep(**how, where=clip.scene, edition=means.editions.checked))
    return tuple(steps)


def _changes(cut: CutClip) -> bool:
    """Whether a change takes its time, so that there is something to render."""
    return len(cut.frames) > 0 and cut.choice.level is not Level.CUT


def render(
    timeline: Timeline, lecture: Lecture, profile: Profile, means: Means, records: Records
) -> tuple[SceneParts, ...]:
    """What each scene of a timeline is joined from."""
    parts: list[SceneParts] = []
    page_before = ""
    for clip in timeline.clips:
        scene = lecture.scene(clip.scene)
        page = page_step(scene, lecture, profile, means).key
        digest = str(records[page]["digest"])
        still = StillStep(digest, page, means.encoder, scene.id, edition=means.editions.still)
        parts.append(
            SceneParts(
                clip,
                still,
                _cut_step(clip, page_before, still, means, records),
                _sound_step(clip, scene, profile, means),
            )
        )
        page_before = page
    return tuple(parts)


def _cut_step(
    clip: SceneClip, before: str, still: StillStep, means: Means, records: Records
) -> CutStep | None:
    if clip.cut is None or not _changes(clip.cut):
        return None
    how = _how(clip.cut, str(records[before]["digest"]), still.picture, before, still.page)
    edition = means.editions.cut
    return CutStep(**how, after=still.key, settings=means.encoder, where=clip.scene, edition=edition)


def _how(cut: CutClip, first: str, second: str, first_page: str, second_page: str) -> dict[str, Any]:
    """What is asked for at a seam, as fields of the step that makes or checks it."""
    return {
        "first": first,
        "second": second,
        "first_page": first_page,
        "second_page": second_page,
        "level": cut.choice.level,
        "style": cut.choice.style,
        "direction": cut.choice.direction,
        "frames": len(cut.frames),
    }


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


def _batched(steps: Iterable[LayersStep], most: int) -> Iterator[Sequence[LayersStep]]:
    rest = list(steps)
    while rest:
        yield rest[:most]
        rest = rest[most:]
