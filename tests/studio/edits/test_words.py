"""What is heard in a scene: script, privacy, language, recording, length."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from studio import edits
from studio.lecture import Paragraph, Script
from studio.lecture_json import dumps, loads
from tests.studio.edits.lessons import lesson, recording, refused, scene

SCRIPT = Script((Paragraph("One."), Paragraph("Do not say this.", True), Paragraph("Two.")), "en")
LESSON = lesson("a", replace(scene("x"), script=SCRIPT), "b")


def private(text: str) -> list[tuple[str, bool]]:
    after = edits.set_script(LESSON, "x", text)
    assert after.scenes[0] is LESSON.scenes[0]
    return [(p.text, p.private) for p in after.scene("x").script.paragraphs]


def test_paragraphs_stay_private_while_the_script_around_them_changes() -> None:
    assert private("One.\nOne and a half.\nDo not say this.\nTwo!") == [
        ("One.", False), ("One and a half.", False), ("Do not say this.", True), ("Two!", False)
    ]  # fmt: skip
    assert private("One.\nDo not say that.\nTwo.")[1] == ("Do not say that.", True)
    assert private("One.\nDo not say this.\nTwo.\nTODO: ask Tom")[3] == ("TODO: ask Tom", True)
    assert private("") == []
    assert private("\n\nOne.\r\nTwo.") == [("", False), ("", False), ("One.", False), ("Two.", False)]


def test_a_script_goes_to_the_text_field_and_back_unchanged() -> None:
    assert edits.set_script(LESSON, "x", edits.script_text(SCRIPT)) is LESSON
    assert edits.script_text(Script()) == ""


def test_a_recording_survives_an_edited_script() -> None:
    recorded = edits.set_recording(LESSON, "x", recording())
    assert edits.set_script(recorded, "x", "Other words.").scene("x").recording == recording()


def test_a_recording_is_replaced_only_when_that_is_said() -> None:
    recorded = edits.set_recording(LESSON, "x", recording())
    sentence = refused(lambda: edits.set_recording(recorded, "x", recording("new.wav")))
    assert sentence.startswith("Scene 2 (“X”) already has the recording “me.wav”")
    assert edits.set_recording(recorded, "x", recording()) is recorded
    new = edits.set_recording(recorded, "x", recording("new.wav"), replace=True)
    assert new.scene("x").recording == recording("new.wav")
    assert edits.remove_recording(new, "x") == LESSON
    assert "has no recording" in refused(lambda: edits.remove_recording(LESSON, "x"))


def test_a_recording_is_trimmed_but_never_lengthened() -> None:
    recorded = edits.set_recording(LESSON, "x", recording())
    trimmed = edits.trim_recording(recorded, "x", Fraction(1, 3), Fraction(2))
    assert trimmed.scene("x").recording == replace(
        recording(), trim_start=Fraction(1, 3), trim_end=Fraction(2)
    )
    assert edits.trim_recording(trimmed, "x", Fraction(0), Fraction(0)) == recorded
    assert "0 seconds or more" in refused(
        lambda: edits.trim_recording(recorded, "x", Fraction(-1), Fraction(0))
    )


def test_a_paragraph_is_kept_private_or_let_be_heard() -> None:
    after = edits.set_paragraph_private(LESSON, "x", 1, False)
    assert after.scene("x").script.words == "One.\nDo not say this.\nTwo."
    assert edits.set_paragraph_private(after, "x", 1, True) == LESSON
    assert edits.set_paragraph_private(LESSON, "x", 1, True) is LESSON
    assert "no paragraph 4" in refused(lambda: edits.set_paragraph_private(LESSON, "x", 3, True))


def test_language_length_and_silence_of_several_scenes() -> None:
    after = edits.set_language(LESSON, ["a", "x"], " zh-TW ")
    assert [each.script.language for each in after.scenes] == ["zh-TW", "zh-TW", "en"]
    assert after.scenes[2] is LESSON.scenes[2]
    assert "“Chinese!” is no language tag" in refused(lambda: edits.set_language(LESSON, ["a"], "Chinese!"))
    read = edits.set_unscripted(LESSON, ["a", "b"], "read")
    assert [each.unscripted for each in read.scenes] == ["read", None, "read"]
    assert edits.set_unscripted(read, ["a", "b"], None) == LESSON
    long = edits.set_least(LESSON, ["b"], Fraction(7, 2))
    assert long.scene("b").least == Fraction(7, 2)
    assert edits.set_least(long, ["b"], None) == LESSON


@pytest.mark.parametrize("seconds", [Fraction(0), Fraction(-1), Fraction(10**6)])
def test_impossible_lengths_are_refused(seconds: Fraction) -> None:
    assert "can last" in refused(lambda: edits.set_least(LESSON, ["a"], seconds))
    assert "can last" in refused(lambda: edits.set_silence(LESSON, seconds))


def test_half_characters_from_a_text_field_do_not_spoil_the_file() -> None:
    halves = "\ud83d\ude00"
    after = edits.set_script(LESSON, "x", f"{halves} fine, \ud83d not.")
    assert after.scene("x").script.words == "😀 fine, \ufffd not."
    after = edits.set_title(edits.rename(after, "x", "\ud83d"), "\ude00")
    assert loads(dumps(after)) == after
    assert "share this one among several" in refused(lambda: edits.set_script(LESSON, "x", "x" * 100_001))
