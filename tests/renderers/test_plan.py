"""Plans are values: equal for equal input, and a change of the lecture changes what it must and no more."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from renderers import page_plan, plan
from renderers.means import Means
from renderers.plan import SceneParts
from renderers.profiles import Profile
from renderers.steps import AlignStep, ConvertStep, ImageStep, PageStep, RecordingStep, SpeakStep, Step
from studio.lecture import (
    Asset,
    CardPoint,
    CardVisual,
    Choices,
    Lecture,
    Level,
    PageImage,
    Paragraph,
    PictureVisual,
    Recording,
    Scene,
    Script,
    SlideVisual,
    Transition,
)
from tests.fakes import PROFILE, VOICES, lecture, means, slide

TOOLS = means()


def known(whole: Lecture, profile: Profile = PROFILE, tools: Means = TOOLS) -> dict[str, dict[str, Any]]:
    """Records as the engine would leave them: each page its own picture, each sentence as long as its text."""
    records: dict[str, dict[str, Any]] = {}
    for step in plan.prepare(whole, profile, tools):
        if isinstance(step, SpeakStep):
            records[step.key] = {"seconds": str(Fraction(len(step.text), 10))}
        elif isinstance(step, RecordingStep):
            records[step.key] = {"seconds": "4"}
        elif isinstance(step, AlignStep):
            records[step.key] = {"spans": [["0", "1"]] * len(step.sentences)}
        else:
            records[step.key] = {"digest": hashlib.sha256(step.key.encode()).hexdigest()}
    for step in plan.measure(whole, profile, tools, records):
        records[step.key] = {"colours": 0.9, "similarity": 0.9, "shared": 0.9}
    return records


def rendered(whole: Lecture, profile: Profile = PROFILE, tools: Means = TOOLS) -> dict[str, SceneParts]:
    records = known(whole, profile, tools)
    timeline = plan.compiled(whole, profile, tools, records)
    return {part.clip.scene: part for part in plan.render(timeline, whole, profile, tools, records)}


def keys(
    whole: Lecture, kind: str, profile: Profile = PROFILE, tools: Means = TOOLS
) -> dict[str, str | None]:
    """Key of the still, the cut or the sound of every scene."""
    parts = rendered(whole, profile, tools)
    steps: dict[str, Step | None] = {scene: getattr(part, kind) for scene, part in parts.items()}
    return {scene: None if step is None else step.key for scene, step in steps.items()}


def prepared(whole: Lecture, profile: Profile = PROFILE, tools: Means = TOOLS) -> set[str]:
    return {step.key for step in plan.prepare(whole, profile, tools)}


def changed(before: dict[str, str | None], after: dict[str, str | None]) -> set[str]:
    return {scene for scene in before.keys() | after.keys() if before.get(scene) != after.get(scene)}


def four() -> Lecture:
    return lecture(*(slide(n, f"This is slide number {n}. It has two sentences.") for n in (1, 2, 3, 4)))


def test_equal_input_makes_equal_plans() -> None:
    assert plan.prepare(four(), PROFILE, TOOLS) == plan.prepare(four(), PROFILE, means())
    assert rendered(four()) == rendered(four())
    assert known(four()) == known(four())


def test_a_changed_sentence_is_spoken_and_encoded_and_nothing_else_is_done() -> None:
    before = four()
    scene = before.scenes[1]
    script = Script((Paragraph("This is slide number 2. It has got a longer second sentence now."),), "en")
    after = replace(before, scenes=(before.scenes[0], replace(scene, script=script), *before.scenes[2:]))
    fresh = [step for step in plan.prepare(after, PROFILE, TOOLS) if step.key not in prepared(before)]
    assert [(type(step), step.what) for step in fresh] == [(SpeakStep, "Speaking")]
    assert changed(keys(before, "sound"), keys(after, "sound")) == {"s2"}
    assert not changed(keys(before, "still"), keys(after, "still"))
    assert not changed(keys(before, "cut"), keys(after, "cut"))
    moved = {name: part.clip.frames.start for name, part in rendered(after).items()}
    assert moved["s3"] > rendered(before)["s3"].clip.frames.start, "though all that follows has moved"


def test_a_moved_scene_changes_the_cuts_beside_it_alone() -> None:
    before = four()
    one, two, three, four_ = before.scenes
    after = replace(before, scenes=(one, three, two, four_))
    assert prepared(after) == prepared(before)
    assert not changed(keys(before, "still"), keys(after, "still"))
    assert not changed(keys(before, "sound"), keys(after, "sound"))
    assert changed(keys(before, "cut"), keys(after, "cut")) == {"s2", "s3", "s4"}
    five = replace(before, scenes=(*before.scenes, slide(5, "Another one.")))
    assert changed(keys(before, "cut"), keys(five, "cut")) == {"s5"}


def other_size(profile: Profile) -> Profile:
    return replace(profile, width=256, height=144)


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (other_size, {"page", "still", "cut"}),
        (lambda profile: replace(profile, rate=Fraction(30)), {"still", "cut"}),
        (lambda profile: replace(profile, crf=30), {"still", "cut"}),
        (lambda profile: replace(profile, preset="fast"), {"still", "cut"}),
        (lambda profile: replace(profile, loudness=-14.0), {"sound"}),
        (lambda profile: replace(profile, peak=-2.0), {"sound"}),
        (lambda profile: replace(profile, sound_bits=96_000), {"sound"}),
        (lambda profile: replace(profile, name="other", title="Other", key_interval=9), set()),
    ],
)
def test_another_profile_makes_new_what_it_changes(
    change: Callable[[Profile], Profile], kinds: set[str]
) -> None:
    other = change(PROFILE)
    found = {
        kind
        for kind in ("still", "cut", "sound")
        if changed(keys(four(), kind), keys(four(), kind, other, means(other)))
    }
    if prepared(four()) != prepared(four(), other, means(other)):
        found.add("page")
    assert found == kinds


def test_another_version_of_a_voice_or_a_painter_or_an_encoder_makes_new_what_it_made() -> None:
    voice = means(voices=(replace(VOICES[0], version="2"), VOICES[1]))
    assert changed(keys(four(), "sound"), keys(four(), "sound", tools=voice)) == {"s1", "s2", "s3", "s4"}
    assert not changed(keys(four(), "still"), keys(four(), "still", tools=voice))
    office = means(converter="LibreOffice 25.2")
    assert prepared(four(), tools=office).isdisjoint(
        key
        for step in plan.prepare(four(), PROFILE, TOOLS)
        if isinstance(step, PageStep)
        for key in [step.key]
    )
    encoder = means(encoder=replace(TOOLS.encoder, library="libx264 in libavcodec 99"))
    assert changed(keys(four(), "still"), keys(four(), "still", tools=encoder))


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        ("converted", {"ConvertStep", "PageStep"}),
        ("pictured", {"ImageStep"}),
        ("rastered", {"PageStep"}),
        ("painted", set()),
        ("card", {"CardStep"}),
        ("spoken", {"SpeakStep"}),
        ("recorded", {"RecordingStep", "AlignStep"}),
        ("aligned", {"AlignStep"}),
        ("compared", {"FeaturesStep"}),
        ("still", {"StillStep", "CutStep"}),  # a change ends in its still
        ("cut", {"CutStep"}),
        ("sound", {"SoundStep"}),
    ],
)
def test_another_edition_makes_new_what_its_code_made(kind: str, steps: set[str]) -> None:
    voice = Asset("ab" * 32, "me.wav", "audio/wav", 9)
    card = Scene("c", "Rain", CardVisual("Rain"), Script((), "en"))
    image = PageImage(Asset("cd" * 32, "rain.png", "image/png", 9), 1, 640, 360)
    picture = Scene("p", "Rain", PictureVisual(image), Script((), "en"))
    whole = lecture(
        slide(1, "One. Two.", recording=Recording(voice)), slide(2, "Three."), slide(3), card, picture
    )

    def made(tools: Means) -> set[tuple[str, str]]:
        records = known(whole, tools=tools)
        every = [*plan.prepare(whole, PROFILE, tools), *plan.measure(whole, PROFILE, tools, records)]
        timeline = plan.compiled(whole, PROFILE, tools, records)
        for part in plan.render(timeline, whole, PROFILE, tools, records):
            every += [step for step in (part.still, part.cut, part.sound) if step is not None]
        return {(type(step).__name__, step.key) for step in every}

    office = means(converter="LibreOffice 25.2")
    other = replace(office, editions=replace(office.editions, **{kind: "another"}))
    fresh = {name for name, _ in made(other) - made(office)}
    shown = {"StillStep", "CutStep", "FeaturesStep"}  # these follow the pages, which are new pictures here
    follows = shown if steps & {"PageStep", "CardStep", "ImageStep"} else set()
    if "SpeakStep" in steps or "RecordingStep" in steps:
        follows = {"SoundStep"}
    assert steps <= fresh <= steps | follows


def test_another_edition_of_the_built_in_painter_draws_its_pages_anew() -> None:
    painter = means(editions=replace(TOOLS.editions, painted="another"))
    assert changed(keys(four(), "still"), keys(four(), "still", tools=painter))


def test_who_asked_for_a_step_is_not_part_of_its_key() -> None:
    same_words = lecture(slide(1, "Hello."), slide(2, "Hello."))
    speaking = [step for step in plan.prepare(same_words, PROFILE, TOOLS) if isinstance(step, SpeakStep)]
    assert [step.where for step in speaking] == ["s1", "s2"]
    assert len({step.key for step in speaking}) == 1
    renamed = lecture(replace(slide(1, "Hello."), id="other", title="Other"))
    assert prepared(renamed) == prepared(lecture(slide(1, "Hello.")))


def test_where_a_page_is_kept_is_not_part_of_the_key_but_what_it_shows_is() -> None:
    whole = lecture(slide(1), slide(2))
    records = known(whole)
    timeline = plan.compiled(whole, PROFILE, TOOLS, records)
    before = plan.render(timeline, whole, PROFILE, TOOLS, records)
    office = means(converter="LibreOffice 25.2")
    elsewhere = known(whole, tools=office)
    for scene in whole.scenes:  # the same pictures, drawn by another program
        page, other = (page_plan.page_step(scene, whole, PROFILE, tools).key for tools in (TOOLS, office))
        elsewhere[other] = records[page]
    after = plan.render(timeline, whole, PROFILE, office, elsewhere)
    assert before[1].still != after[1].still
    assert [part.still.key for part in before] == [part.still.key for part in after]
    assert before[1].cut is not None
    assert after[1].cut is not None
    assert before[1].cut.key == after[1].cut.key


def test_private_words_are_never_spoken() -> None:
    paragraphs = (Paragraph("Rain."), Paragraph("Ask Tom for the beaker.", private=True))
    steps = plan.prepare(lecture(slide(1, script=Script(paragraphs, "en"))), PROFILE, TOOLS)
    assert [step.text for step in steps if isinstance(step, SpeakStep)] == ["Rain."]


def test_each_sentence_gets_the_voice_of_its_language() -> None:
    steps = plan.prepare(lecture(slide(1, "Rain falls.\n水從海面上升。")), PROFILE, TOOLS)
    assert [step.voice for step in steps if isinstance(step, SpeakStep)] == ["en", "zh"]


def test_each_part_of_a_deck_is_converted_once_and_before_its_pages() -> None:
    office = means(converter="LibreOffice 25.2")
    steps = plan.prepare(lecture(*(slide(number) for number in range(1, 31))), PROFILE, office)
    parts = [(step.first, step.last) for step in steps if isinstance(step, ConvertStep)]
    assert parts == [(1, 4), (5, 28), (29, 52)]
    made: set[str] = set()
    for step in steps:
        assert set(step.needs) <= made
        made.add(step.key)
    pages = [step for step in steps if isinstance(step, PageStep)]
    assert [page.index for page in pages] == [*range(4), *range(24), 0, 1]
    assert len({page.converted for page in pages}) == 3


def test_other_notes_in_the_deck_draw_no_page_anew() -> None:
    def of_deck(digest: str) -> Lecture:
        deck = Asset(digest * 32, "deck.pptx", "", 1)
        scenes = (slide(number) for number in (1, 2))
        return lecture(
            *(replace(s, visual=SlideVisual(deck, 256, 1, drawn=f"look of {s.id}")) for s in scenes)
        )

    office = means(converter="LibreOffice 25.2")
    before, after = (plan.prepare(of_deck(digest), PROFILE, office) for digest in ("aa", "bb"))
    assert pages(before) == pages(after)
    assert {step.key for step in before if step.serves} != {step.key for step in after if step.serves}


def pages(steps: Iterable[Step]) -> list[str]:
    return [step.key for step in steps if isinstance(step, PageStep)]


def test_a_page_that_is_drawn_already_is_taken_as_it_is() -> None:
    pdf = Asset("cd" * 32, "deck.pdf", "application/pdf", 9)
    image = PageImage(pdf, 3, 720, 405)
    drawn = slide(1)
    assert isinstance(drawn.visual, SlideVisual)
    exact = replace(drawn, visual=replace(drawn.visual, page=image))
    alone = Scene("p", "Page", PictureVisual(image, "Rain"), Script((), "en"))
    office = means(converter="LibreOffice 25.2")
    steps = plan.prepare(lecture(exact, alone), PROFILE, office)
    assert [type(step) for step in steps] == [ImageStep]  # the two show one page, which is drawn once
    assert isinstance(steps[0], ImageStep)
    assert (steps[0].file, steps[0].number, steps[0].aspect) == (pdf.digest, 3, (720, 405))
    assert lecture(exact).assets[-1] == pdf


def test_a_recording_is_kept_whole_and_its_words_are_found_in_it() -> None:
    voice = Asset("ab" * 32, "me.wav", "audio/wav", 9)
    scene = slide(1, "One. Two.", recording=Recording(voice, Fraction(1, 2)))
    steps = plan.prepare(lecture(scene), PROFILE, TOOLS)
    assert [type(step) for step in steps] == [PageStep, RecordingStep, AlignStep]
    part = rendered(lecture(scene))["s1"]
    assert part.sound is not None
    assert part.sound.parts == ((steps[1].key, 0),)
    assert part.clip.take.length == 4
    trimmed = replace(scene, recording=Recording(voice, Fraction(1, 3)))
    assert keys(lecture(trimmed), "sound") != keys(lecture(scene), "sound")


def test_what_is_not_shown_is_not_made() -> None:
    whole = lecture(slide(1, "One."), slide(2, "Two.", hidden=True), choices=Choices(unscripted="skip"))
    assert prepared(whole) == prepared(lecture(slide(1, "One.")))


def test_a_plain_cut_and_a_silent_scene_need_no_work() -> None:
    parts = rendered(lecture(slide(1), slide(2, transition=Transition(Level.CUT))))
    assert parts["s2"].cut is None
    assert parts["s2"].sound is None
    assert parts["s1"].cut is None


def test_cards_follow_their_words_and_their_language() -> None:
    def card(**fields: Any) -> Lecture:
        visual = CardVisual("Rain", (CardPoint("falls"), CardPoint("flows", 1)))
        return lecture(Scene("c", "Rain", replace(visual, **fields), Script((), "en")))

    assert prepared(card()) == prepared(card())
    for change in ({"heading": "Snow"}, {"points": ()}, {"opening": True}):
        assert prepared(card(**change)).isdisjoint(prepared(card()))


def test_a_timeline_can_be_had_before_anything_is_known() -> None:
    whole = four()
    pages = {key: value for key, value in known(whole).items() if "digest" in value}
    timeline = plan.compiled(whole, PROFILE, TOOLS, pages)
    assert len(timeline.clips) == 4
    assert not any(clip.take.measured for clip in timeline.clips)
    assert all(clip.take.measured for clip in plan.compiled(whole, PROFILE, TOOLS, known(whole)).clips)


def test_a_timeline_can_be_had_before_a_single_page_is_drawn() -> None:
    timeline = plan.compiled(four(), PROFILE, TOOLS, {})
    assert len(timeline.clips) == 4
    assert set(plan.choices(four(), PROFILE, TOOLS, {})) == {scene.id for scene in four().scenes[1:]}


def test_a_change_is_checked_as_soon_as_its_two_pages_are_compared() -> None:
    whole, records = four(), known(four())
    timeline = plan.compiled(whole, PROFILE, TOOLS, records)
    cuts = {scene: part.cut for scene, part in rendered(whole).items() if part.cut is not None}
    checks = {step.where: step for step in plan.checks(timeline, whole, PROFILE, TOOLS, records)}
    assert checks.keys() == cuts.keys()
    for scene, cut in cuts.items():
        for name in ("first", "second", "first_page", "second_page", "level", "style", "direction", "frames"):
            assert getattr(checks[scene], name) == getattr(cut, name)
    (compared, *_) = plan.measure(whole, PROFILE, TOOLS, records)
    fewer = {key: record for key, record in records.items() if key != compared.key}
    left = {step.where for step in plan.checks(timeline, whole, PROFILE, TOOLS, fewer)}
    assert left == checks.keys() - {compared.where}
    undrawn = {key: record for key, record in records.items() if key != compared.first_page}
    assert compared.where not in {
        step.where for step in plan.checks(timeline, whole, PROFILE, TOOLS, undrawn)
    }


def test_a_plain_cut_needs_no_check() -> None:
    whole = lecture(slide(1), slide(2, transition=Transition(Level.CUT)))
    records = known(whole)
    timeline = plan.compiled(whole, PROFILE, TOOLS, records)
    assert plan.checks(timeline, whole, PROFILE, TOOLS, records) == ()
