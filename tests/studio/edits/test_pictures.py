"""A slide can be shown as a page or a picture of its author's, and as it is drawn here again."""

from __future__ import annotations

from studio import edits
from studio.lecture import PDF, Asset, Lecture, PageImage, PictureVisual, Scene, SlideVisual, page_image
from tests.studio.edits.lessons import lesson, refused, scene

FILE = Asset("f" * 64, "water.pdf", PDF, 1)
SLIDES = Lecture(
    "Water",
    scenes=tuple(
        Scene(name, name, SlideVisual(Asset("d" * 64, "water.pptx", "x", 1), at, at))
        for at, name in enumerate("abc", start=1)
    ),
)


def page(number: int) -> PageImage:
    return PageImage(FILE, number, 720, 405)


def test_slides_are_shown_as_pages_and_drawn_here_again() -> None:
    shown = edits.set_pages(SLIDES, {"a": page(1), "c": page(2)})
    assert [page_image(each.visual) for each in shown.scenes] == [page(1), None, page(2)]
    assert shown.scenes[1] is SLIDES.scenes[1]
    assert FILE in shown.assets
    assert edits.set_pages(shown, {"a": None, "b": None, "c": None}) == SLIDES


def test_the_same_page_once_more_changes_nothing() -> None:
    shown = edits.set_pages(SLIDES, {"a": page(1)})
    assert edits.set_pages(shown, {"a": page(1)}) is shown


def test_a_picture_scene_gets_another_picture_but_keeps_one() -> None:
    pictures = Lecture("", scenes=(Scene("p", "P", PictureVisual(page(1), "water")),))
    after = edits.set_pages(pictures, {"p": page(7)})
    assert after.scenes[0].visual == PictureVisual(page(7), "water")
    assert "a picture itself" in refused(lambda: edits.set_pages(pictures, {"p": None}))


def test_a_card_stays_what_its_words_say() -> None:
    assert "outline" in refused(lambda: edits.set_pages(lesson(scene("a")), {"a": page(1)}))
