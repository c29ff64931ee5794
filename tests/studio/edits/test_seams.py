"""How the picture changes between two scenes: the author's wish, the suggestion, many seams at once."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from studio import edits
from studio.coherence import CutChoice, Features, choose, honoured
from studio.lecture import Choices, Level, StoredTransition, Transition
from tests.studio.edits.lessons import lesson, refused, scene

PUSH = StoredTransition("push", "u", Fraction(1, 2))
LESSON = lesson("a", replace(scene("b"), transition=Transition(stored=PUSH)), "c", "d", "e")
FEATURES = Features(same_theme=True, words=1.0)


def test_what_the_author_asks_for_is_what_will_be_chosen() -> None:
    after = edits.set_level(LESSON, "b", Level.HOLD)
    after = edits.set_duration(after, "b", Fraction(2))
    after = edits.set_speak_over(after, "b", True)
    chosen = choose(after.scenes[1], after.scenes[0], FEATURES, Choices())
    assert (chosen.level, chosen.duration, chosen.chosen_by) == (Level.HOLD, 2, "author")
    assert after.scenes[1].transition.speak_over
    pushed = edits.set_direction(edits.set_style(after, "b", "push"), "b", "down")
    chosen = choose(pushed.scenes[1], pushed.scenes[0], FEATURES, Choices())
    assert (chosen.level, chosen.style, chosen.direction) == (Level.WHOLE, "push", "down")
    assert [a is b for a, b in zip(LESSON.scenes, pushed.scenes, strict=True)] == [
        True,
        False,
        True,
        True,
        True,
    ]


def test_the_suggestion_comes_back_whole() -> None:
    after = edits.set_style(edits.set_duration(LESSON, "b", Fraction(9)), "b", "wipe")
    assert edits.use_suggestion(after, "b") == LESSON
    assert edits.use_suggestion(LESSON, "b") is LESSON
    asking = edits.set_script(LESSON, "c", "(transition: wipe) Words.")
    assert edits.use_suggestion(edits.set_level(asking, "c", Level.CUT), "c") == asking
    assert "asks for its change" in refused(lambda: edits.use_suggestion(asking, "c"))


def test_one_choice_reaches_all_similar_changes_and_no_other() -> None:
    def rule(level: Level, reason: str) -> CutChoice:
        return CutChoice(level, "dissolve", "left", Fraction(0), reason)

    proposed = {
        "b": rule(Level.HOLD, "same design"),
        "c": rule(Level.HOLD, "another reason"),
        "d": rule(Level.HOLD, "same design"),
        "e": rule(Level.CUT, "same design"),
    }
    assert edits.similar(LESSON, "d", proposed) == ("b",)
    wish = edits.set_level(LESSON, "d", Level.MOVE)
    after = edits.apply_to_similar(wish, "d", proposed)
    assert after.scenes[1].transition == Transition(Level.MOVE, stored=PUSH)
    assert [a is b for a, b in zip(wish.scenes, after.scenes, strict=True)] == [True, False, True, True, True]
    assert edits.apply_to_similar(after, "d", proposed) is after
    assert edits.similar(LESSON, "a", proposed) == ()


def test_new_sections_are_similar_whatever_they_are_called() -> None:
    sections = lesson("a", scene("b", section="Clouds"), scene("c", section="Seas"))
    proposed = {
        each.id: choose(each, before, FEATURES, Choices())
        for before, each in zip(sections.scenes, sections.scenes[1:], strict=False)
    }
    assert proposed["b"].reason != proposed["c"].reason
    assert edits.similar(sections, "b", proposed) == ("c",)
    proposed["c"] = honoured(PUSH)
    assert edits.similar(sections, "b", proposed) == ()


def test_impossible_changes_are_refused() -> None:
    assert "no change in front of the first" in refused(lambda: edits.set_level(LESSON, "a", Level.CUT))
    assert "0 to 10 seconds" in refused(lambda: edits.set_duration(LESSON, "b", Fraction(11)))
    assert "0 to 10 seconds" in refused(lambda: edits.set_duration(LESSON, "b", Fraction(-1)))
    assert "does not travel" in refused(lambda: edits.set_direction(LESSON, "c", "up"))
    dissolve = edits.set_style(LESSON, "c", "dissolve")
    assert "to scene 3 (“C”) does not travel" in refused(lambda: edits.set_direction(dissolve, "c", "up"))
