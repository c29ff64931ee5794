"""What the author says of objects at a seam: said, said anew, taken back, and gone with the slide it is about."""

from __future__ import annotations

from dataclasses import replace

from studio import edits
from studio.lecture import Generation, Lecture, Level, ObjectPair, Transition
from tests.fakes import lecture, slide
from tests.studio.edits.lessons import refused

LESSON = lecture(*(slide(number, f"Words {number}.") for number in range(1, 5)))


def pairs(made: Lecture, scene: str = "s2") -> tuple[ObjectPair, ...]:
    return made.scene(scene).transition.pairs


def test_two_objects_are_one_until_something_else_is_said() -> None:
    said = edits.pair_objects(edits.pair_objects(LESSON, "s2", 5, 3), "s2", 4, 9)
    assert pairs(said) == (ObjectPair(4, 9), ObjectPair(5, 3))
    assert pairs(edits.pair_objects(said, "s2", 4, 3)) == (ObjectPair(4, 3),), "each has one partner at most"
    assert edits.pair_objects(said, "s2", 4, 9) is said
    other_order = edits.pair_objects(edits.pair_objects(LESSON, "s2", 4, 9), "s2", 5, 3)
    assert other_order == said


def test_an_object_can_be_left_without_a_partner_and_given_back() -> None:
    said = edits.leave_alone(edits.pair_objects(LESSON, "s2", 4, 9), "s2", first=4)
    assert pairs(said) == (ObjectPair(4, None),)
    both = edits.leave_alone(said, "s2", first=5, second=9)
    assert pairs(both) == (ObjectPair(None, 9), ObjectPair(4, None), ObjectPair(5, None))
    assert pairs(edits.forget_object(both, "s2", second=9)) == (ObjectPair(4, None), ObjectPair(5, None))
    assert edits.forget_pairs(both, "s2") == LESSON
    assert edits.forget_object(LESSON, "s2", first=4) is LESSON


def test_what_is_said_goes_with_the_slide_it_is_about() -> None:
    said = edits.pair_objects(LESSON, "s3", 4, 9)
    assert pairs(edits.remove(said, ["s1"]), "s3") == (ObjectPair(4, 9),)
    assert pairs(edits.remove(said, ["s2"]), "s3") == ()
    assert pairs(edits.set_hidden(said, ["s2"], True), "s3") == ()
    assert pairs(edits.move(said, ["s3"], 0), "s3") == ()
    copied = edits.duplicate(said, ["s2"])
    assert pairs(copied, "s3") == (ObjectPair(4, 9),), "the copy before it shows the same"
    assert pairs(edits.set_script(said, "s3", "Other words."), "s3") == (ObjectPair(4, 9),)


def test_what_cannot_be_is_refused() -> None:
    assert "no change in front of the first" in refused(lambda: edits.pair_objects(LESSON, "s1", 1, 1))
    assert "no such object" in refused(lambda: edits.pair_objects(LESSON, "s2", -1, 1))


def test_text_arrival_and_model_are_chosen_and_taken_back_with_the_suggestion() -> None:
    made = edits.set_text_by(edits.set_arrival(LESSON, "s2", "draw"), "s2", "word")
    made = edits.set_generation(made, "s2", model="wan", prompt="  steam rises ", path="gaussian")
    wish = made.scene("s2").transition
    assert (wish.text_by, wish.arrive) == ("word", "draw")
    assert wish.generation == Generation("wan", "steam rises", "gaussian")
    kept = edits.set_generation(made, "s2", prompt="clouds drift").scene("s2").transition.generation
    assert kept == Generation("wan", "clouds drift", "gaussian")
    assert edits.use_suggestion(made, "s2") == LESSON
    for odd in ("../wan", "a/b", "a\\b", "c:wan", ".hidden", "x" * 201):
        assert "is no name of a model" in refused(lambda: edits.set_generation(LESSON, "s2", model=odd))  # noqa: B023
    assert "at most 2000" in refused(lambda: edits.set_generation(LESSON, "s2", prompt="x" * 2001))


def test_a_script_that_asks_for_drawing_is_not_overruled_in_silence() -> None:
    made = edits.set_script(LESSON, "s2", "(arrive: draw) Words.")
    assert "asks for drawing" in refused(lambda: edits.set_arrival(made, "s2", "fade"))


def test_similar_changes_keep_their_own_pairs_and_words() -> None:
    from studio.coherence import CutChoice

    rule = CutChoice(Level.HOLD, "dissolve", "left", 0, "same")  # pyright: ignore[reportArgumentType]
    made = edits.pair_objects(edits.set_level(LESSON, "s2", Level.MOTION), "s2", 4, 9)
    made = edits.set_generation(made, "s2", model="wan", prompt="steam rises")
    made = edits.set_generation(edits.pair_objects(made, "s3", 7, 8), "s3", prompt="rain falls")
    after = edits.apply_to_similar(made, "s2", {"s2": rule, "s3": rule})
    assert after.scene("s3").transition == replace(
        Transition(Level.MOTION), pairs=(ObjectPair(7, 8),), generation=Generation("wan", "rain falls")
    )
