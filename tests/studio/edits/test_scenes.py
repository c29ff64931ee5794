"""The storyboard: scenes put in, taken out, moved, copied, hidden and named."""

from __future__ import annotations

import pytest

from studio import edits
from tests.studio.edits.lessons import ids, lesson, refused, scene, sections

FIVE = lesson("a", "b", "c", "d", "e")


@pytest.mark.parametrize(
    ("moved", "to", "after"),
    [
        ("b", 0, "b a c d e"),
        ("b", 5, "a c d e b"),
        ("d a", 3, "b c a d e"),  # chosen in any order, they keep that of the lecture
        ("a c e", 1, "a c e b d"),
        ("a c e", 4, "b d a c e"),
    ],
)
def test_scenes_move_together_and_keep_their_order(moved: str, to: int, after: str) -> None:
    result = edits.move(FIVE, moved.split(), to)
    assert ids(result) == after
    assert all(FIVE.scene(each.id) is each for each in result.scenes)


@pytest.mark.parametrize("to", [1, 2, 3])
def test_dropping_scenes_where_they_are_changes_nothing(to: int) -> None:
    assert edits.move(FIVE, ["b", "c"], to) is FIVE


def test_a_scene_moved_into_a_section_joins_it() -> None:
    before = lesson(*(scene(name, section="one" if name in "abc" else "two") for name in "abcdef"))
    assert sections(edits.move(before, ["e"], 1)) == "a:one e:one b:one c:one d:two f:two"
    assert sections(edits.move(before, ["a"], 3)) == "b:one c:one a:one d:two e:two f:two"
    assert sections(edits.move(before, ["f"], 3)) == "a:one b:one c:one f:two d:two e:two"
    assert sections(edits.move(before, ["a"], 6)) == "b:one c:one d:two e:two f:two a:two"


def test_a_section_that_moves_whole_stays_one() -> None:
    before = lesson(*(scene(name, section=name[0]) for name in ("a1", "a2", "b1", "b2", "c1")))
    assert sections(edits.move(before, ["b1", "b2"], 5)) == "a1:a a2:a c1:c b1:b b2:b"
    assert (
        sections(edits.move(before, ["c1"], 1)) == "a1:a c1:a a2:a b1:b b2:b"
    )  # inside another it joins that
    assert sections(edits.move(before, ["c1"], 0)) == "c1:c a1:a a2:a b1:b b2:b"


def test_pasted_scenes_get_free_ids_and_join_the_section() -> None:
    before = lesson(scene("a", section="one"), scene("b", section="one"))
    after = edits.insert(before, [before.scenes[0], scene("a"), scene("z")], 1)
    assert sections(after) == "a:one a-copy:one a-copy-2:one z:one b:one"
    assert after.scenes[0] is before.scenes[0]
    assert after.scenes[4] is before.scenes[1]
    assert ids(edits.insert(lesson(), FIVE.scenes, 0)) == "a b c d e"


def test_copies_stand_behind_the_last_one_under_new_ids() -> None:
    once = edits.duplicate(FIVE, ["c", "a"])
    assert ids(once) == "a b c a-copy c-copy d e"
    assert once.scene("a-copy").title == "A"
    assert ids(edits.duplicate(once, ["a-copy"])) == "a b c a-copy a-copy-2 c-copy d e"
    assert ids(edits.duplicate(FIVE, ["c", "a"])) == ids(once)


def test_scenes_go_are_hidden_and_named_without_touching_others() -> None:
    assert ids(edits.remove(FIVE, ["a", "d"])) == "b c e"
    assert edits.remove(FIVE, "abcde").scenes == ()
    hidden = edits.set_hidden(FIVE, ["b", "c"], True)
    assert [each.hidden for each in hidden.scenes] == [False, True, True, False, False]
    assert hidden.scenes[0] is FIVE.scenes[0]
    assert edits.set_hidden(hidden, ["b", "c"], False) == FIVE
    assert edits.set_hidden(hidden, ["b"], True) is hidden
    named = edits.rename(FIVE, "b", " Rain \n")
    assert named.scene("b").title == "Rain"
    assert named.scenes[2] is FIVE.scenes[2]
    assert edits.rename(FIVE, "b", "B") is FIVE


def test_what_cannot_be_done_says_why() -> None:
    assert "no longer in the lecture" in refused(lambda: edits.remove(FIVE, ["x"]))
    assert "No scene is selected" in refused(lambda: edits.duplicate(FIVE, []))
    assert "no place 7 in a lecture of 5 scenes" in refused(lambda: edits.move(FIVE, ["a"], 6))
    assert "no place 0" in refused(lambda: edits.insert(FIVE, [], -1))
