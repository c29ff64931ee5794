"""Taking custom shows: what the author made of a slide that a show has twice is never lost."""

from __future__ import annotations

from studio import edits
from studio.lecture import Asset, CustomShow, Lecture, Scene, SlideVisual

DECK = Asset("a" * 64, "deck.pptx", "application/zip", 1)
SCENES = tuple(Scene(f"slide-{n}", f"Title {n}", SlideVisual(DECK, n, n)) for n in (1, 2, 3))
WHOLE = tuple(scene.id for scene in SCENES)
LECTURE = Lecture(
    "Deck",
    scenes=SCENES,
    shows=(
        CustomShow("", WHOLE),
        CustomShow("Twice", ("slide-1", "slide-2", "slide-1")),
        CustomShow("Last", ("slide-3",)),
    ),
)


def seen(lecture: Lecture) -> list[str]:
    return [scene.id for scene in lecture.scenes if not scene.hidden]


def test_a_slide_comes_again_and_goes_when_all_slides_are_taken() -> None:
    twice = edits.take_show(LECTURE, "Twice")
    assert seen(twice) == ["slide-1", "slide-2", "slide-1-again-2"]
    assert edits.take_show(twice, "") == LECTURE


def test_words_written_for_the_second_time_stay() -> None:
    twice = edits.take_show(LECTURE, "Twice")
    edited = edits.set_script(twice, "slide-1-again-2", "And now the same slide once more.")
    assert edits.take_show(edited, "Twice") is edited
    assert edits.current_show(edited) == "Twice"
    last = edits.take_show(edited, "Last")
    assert seen(last) == ["slide-3"]
    back = edits.take_show(last, "Twice")
    assert seen(back) == ["slide-1", "slide-2", "slide-1-again-2"]
    assert back.scene("slide-1-again-2").script.words == "And now the same slide once more."
    whole = edits.take_show(edited, "")
    assert seen(whole) == list(WHOLE)
    assert whole.scene("slide-1-again-2").hidden
