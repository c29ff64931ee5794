"""What is chosen for the whole lecture reaches every scene without making one anew."""

from __future__ import annotations

from fractions import Fraction

import pytest

from studio import edits
from studio.lecture import Lecture, Level, Respelling
from studio.narration import narrate, voice_for
from tests.studio.edits.lessons import lesson, refused, scene

LESSON = lesson(scene("a", "H2O is wet."), "b")
WATER = Respelling("H2O", "water", "en")


def test_choices_are_made_and_scenes_stay_themselves() -> None:
    after: Lecture = edits.set_title(LESSON, " Rain ")
    after = edits.set_fades_only(edits.set_lecture_level(after, Level.HOLD), True)
    after = edits.set_silence(edits.set_lecture_unscripted(after, "read"), Fraction(3))
    after = edits.set_lecture_language(after, "de")
    choices = after.choices
    assert (after.title, after.language) == ("Rain", "de")
    assert (choices.level, choices.fades_only, choices.unscripted, choices.silence) == (2, True, "read", 3)
    assert after.scenes is LESSON.scenes
    assert edits.set_fades_only(after, True) is after
    assert edits.set_title(after, "Rain") is after


def test_a_voice_for_a_language_or_for_all() -> None:
    after = edits.set_voice(edits.set_voice(LESSON, "mei", "zh"), "ada", "en")
    after = edits.set_voice(after, "bob", "EN")
    assert voice_for("en-GB", after.choices) == "bob"
    assert voice_for("zh-TW", after.choices) == "mei"
    assert len(after.choices.voices) == 2
    assert voice_for("zh-TW", edits.set_voice(after, "one").choices) == "one"
    assert voice_for("en", edits.set_voice(after, "", "en").choices) == ""


def test_pronunciation_is_added_changed_and_taken_away() -> None:
    after = edits.add_respelling(LESSON, Respelling(" H2O", "water ", "en"))
    assert narrate(after.scenes[0], after.choices).utterances[0].spoken == "water is wet."
    changed = edits.replace_respelling(after, 0, Respelling("H2O", "aqua", "en"))
    assert narrate(changed.scenes[0], changed.choices).utterances[0].spoken == "aqua is wet."
    assert edits.remove_respelling(changed, 0) == LESSON
    assert edits.replace_respelling(after, 0, WATER) is after
    assert "already a pronunciation rule for “H2O”" in refused(lambda: edits.add_respelling(after, WATER))
    assert "fill in both" in refused(lambda: edits.add_respelling(LESSON, Respelling("x", " ")))


@pytest.mark.parametrize("index", [-1, 1])
def test_a_rule_that_is_gone_cannot_be_changed(index: int) -> None:
    after = edits.add_respelling(LESSON, WATER)
    assert "no longer there" in refused(lambda: edits.remove_respelling(after, index))
    assert "no longer there" in refused(lambda: edits.replace_respelling(after, index, WATER))
