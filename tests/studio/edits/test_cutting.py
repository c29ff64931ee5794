"""Splitting a scene at a sentence, merging neighbours: nothing is lost, nothing sounds different."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from studio import edits
from studio.assets import AssetStore
from studio.directions import directed_transition
from studio.importers import import_file
from studio.lecture import Lecture, Level, Paragraph, Script, Transition
from studio.places import scripted
from tests.studio.edits.lessons import heard, ids, lesson, recording, refused, scene, take

RAIN = scene("rain", "Rain falls. It flows to the sea.\nThe sun lifts it up. Then it rains again.", "Water")
LESSON = lesson("a", RAIN, "b")


def test_a_split_shares_out_the_words_and_keeps_the_picture() -> None:
    after = edits.split(LESSON, "rain", 1)
    assert ids(after) == "a rain rain-part b"
    first, second = after.scenes[1:3]
    assert first.script.words == "Rain falls."
    assert second.script.words == "It flows to the sea.\nThe sun lifts it up. Then it rains again."
    assert first.visual is second.visual is RAIN.visual
    assert (second.title, second.section) == ("Rain", "Water")
    assert second.transition == Transition(Level.CUT)
    assert (after.scenes[0], after.scenes[3]) == (LESSON.scenes[0], LESSON.scenes[2])
    assert after.scenes[3] is LESSON.scenes[2]
    assert ids(edits.split(after, "rain-part", 2)) == "a rain rain-part rain-part-2 b"


def test_merging_the_parts_says_the_same_again() -> None:
    for sentence in (1, 2, 3):
        after = edits.split(LESSON, "rain", sentence)
        merged = edits.merge(after, ["rain-part", "rain"])
        assert ids(merged) == ids(LESSON)
        assert heard(merged) == heard(LESSON) == heard(after)
    assert edits.merge(edits.split(LESSON, "rain", 2), ["rain", "rain-part"]) == LESSON


@pytest.mark.parametrize("sentence", [1, 2, 3])
def test_voice_and_speed_hold_across_a_split_and_end_at_a_merge(sentence: int) -> None:
    words = (
        "(voice: Anna) One. (speed: slow) Two. (pause: 2)\n"
        '(transition: push up) <prosody rate="150%">Three &amp; more.</prosody> Four.'
    )
    before = lesson("a", scene("x", words), scene("z", "Plain words."))
    after = edits.split(before, "x", sentence)
    assert heard(after) == heard(before)
    assert [text for text, _, _ in heard(after)] == ["One.", "Two.", "Three & more.", "Four.", "Plain words."]
    asked = directed_transition(before.scene("x").script)
    assert asked is not None
    assert directed_transition(after.scene("x").script) == asked
    assert directed_transition(after.scene("x-part").script) is None
    merged = edits.merge(after, ["x", "x-part", "z"])
    assert heard(merged) == heard(before)
    assert directed_transition(merged.scene("x").script) == asked


def test_private_paragraphs_stay_with_their_neighbours_and_stay_private() -> None:
    paragraphs = (
        Paragraph("One."),
        Paragraph("Smile.", True),
        Paragraph("Two. Three."),
        Paragraph("Bow.", True),
    )
    before = lesson(replace(RAIN, script=Script(paragraphs, "en")))
    first, second = edits.split(before, "rain", 2).scenes
    assert [(p.text, p.private) for p in first.script.paragraphs] == [
        ("One.", False), ("Smile.", True), ("Two.", False)
    ]  # fmt: skip
    assert [(p.text, p.private) for p in second.script.paragraphs] == [("Three.", False), ("Bow.", True)]


def test_a_recording_is_cut_between_the_sentences_and_becomes_whole_again() -> None:
    before = lesson("a", replace(RAIN, recording=recording(start=1, end=2)))
    spoken = take(before.scenes[1], before)  # 13 s
    after = edits.split(before, "rain", 2, spoken)
    early, late = after.scenes[1].recording, after.scenes[2].recording
    assert early is not None
    assert late is not None
    assert (early.trim_start, early.trim_end) == (1, 2 + 13 - Fraction(13, 2))
    assert (late.trim_start, late.trim_end) == (1 + Fraction(13, 2), 2)
    assert early.audio is late.audio is before.scenes[1].recording.audio
    assert edits.merge(after, ["rain", "rain-part"]) == before
    assert "has not been listened to yet" in refused(lambda: edits.split(before, "rain", 2))


def test_a_scene_that_shall_last_a_while_still_does_in_two_parts() -> None:
    before = lesson("a", replace(RAIN, least=Fraction(30)))
    after = edits.split(before, "rain", 2, take(before.scenes[1], before))
    assert [each.least for each in after.scenes] == [None, None, 30 - 7]
    both = lesson(replace(RAIN, least=Fraction(30)), replace(scene("z"), least=Fraction(5)))
    assert edits.merge(both, ["rain", "z"]).scenes[0].least == 35


def test_a_merge_keeps_the_first_picture_and_the_only_recording() -> None:
    before = lesson(replace(scene("x"), title=""), replace(RAIN, recording=recording()), "z")
    merged = edits.merge(before, ["x", "rain"])
    assert ids(merged) == "x z"
    assert merged.scenes[0].visual is before.scenes[0].visual
    assert (merged.scenes[0].title, merged.scenes[0].recording) == ("Rain", recording())
    assert merged.scenes[0].script == RAIN.script
    assert merged.scenes[1] is before.scenes[2]


def test_impossible_cuts_are_refused_by_name() -> None:
    for sentence in (0, 4, -1):
        assert "Scene 2 (“Rain”) cannot be split there" in refused(
            lambda n=sentence: edits.split(LESSON, "rain", n)
        )
    assert "cannot be split there" in refused(lambda: edits.split(LESSON, "a", 1))
    assert "neighbouring" in refused(lambda: edits.merge(LESSON, ["a", "b"]))
    assert "neighbouring" in refused(lambda: edits.merge(LESSON, ["a"]))
    hidden = edits.set_hidden(LESSON, ["rain"], True)
    assert "Hidden scenes" in refused(lambda: edits.merge(hidden, ["a", "rain"]))
    german = lesson(scene("x", "One."), scene("y", "Zwei.", language="de"))
    assert "scene 1 (“X”) and scene 2 (“Y”)" in refused(lambda: edits.merge(german, ["x", "y"]))
    two = lesson(*(replace(scene(n, "Words."), recording=recording(f"{n}.wav")) for n in "xy"))
    assert "“x.wav” of scene 1 (“X”) and “y.wav” of scene 2" in refused(lambda: edits.merge(two, ["x", "y"]))


@pytest.fixture(scope="module")
def lectures(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> list[Lecture]:
    store = AssetStore(tmp_path_factory.mktemp("assets"))
    return [import_file(path, store)[0] for path in sorted(samples.glob("water-cycle*.pptx"))]


def test_every_sentence_of_the_samples_can_begin_a_scene(lectures: list[Lecture]) -> None:
    cuts = 0
    for lecture in lectures:
        for each in lecture.scenes:
            for sentence in range(1, len(scripted(each, lecture.choices).utterances)):
                alone = replace(lecture, scenes=(each,))
                assert heard(edits.split(alone, each.id, sentence, take(each, alone))) == heard(alone)
                cuts += 1
    assert cuts > 10
