"""Sections: begun, named and joined."""

from __future__ import annotations

from studio import edits
from tests.studio.edits.lessons import lesson, refused, scene, sections

LESSON = lesson(scene("a"), *(scene(name, section="one" if name in "bcd" else "two") for name in "bcdef"))


def test_a_section_is_the_run_of_scenes_around_one() -> None:
    assert edits.section_of(LESSON, "c") == range(1, 4)
    assert edits.section_of(LESSON, "a") == range(1)
    again = lesson(*LESSON.scenes, scene("g", section="one"))
    assert edits.section_of(again, "g") == range(6, 7)


def test_sections_begin_are_named_and_join() -> None:
    begun = edits.start_section(LESSON, "c", " More \t of it ")
    assert [each.section for each in begun.scenes] == ["", "one", "More of it", "More of it", "two", "two"]
    assert begun.scenes[1] is LESSON.scenes[1]
    assert sections(edits.rename_section(LESSON, "f", "three")).endswith("e:three f:three")
    assert sections(edits.start_section(LESSON, "a", "zero")).startswith("a:zero b:one")
    assert sections(edits.join_section(LESSON, "f")) == "a: b:one c:one d:one e:one f:one"
    assert edits.join_section(begun, "d") == LESSON


def test_impossible_sections_are_refused() -> None:
    assert "already begins at scene 2 (“B”)" in refused(lambda: edits.start_section(LESSON, "b", "x"))
    assert "needs a name" in refused(lambda: edits.rename_section(LESSON, "b", "  "))
    assert "The next section is called “two” too" in refused(lambda: edits.rename_section(LESSON, "b", "two"))
    assert "The section before is called “one” too" in refused(
        lambda: edits.start_section(LESSON, "d", "one")
    )
    assert "no section before the first" in refused(lambda: edits.join_section(LESSON, "a"))
