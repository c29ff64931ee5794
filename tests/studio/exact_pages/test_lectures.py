"""What a teacher is told about a PDF and the slides of a lecture; what belongs to another changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studio.errors import NoMatchError
from studio.exact_pages import Exact, exact_pages
from studio.exact_pages.matching import NoPictures
from studio.lecture import PDF, Asset, Box, CardVisual, Lecture, Scene, SlideObject, SlideVisual
from studio.ports import PdfPage
from tests.studio.exact_pages.test_matching import slide_text

DECK = Asset("d" * 64, "water.pptx", "application/x", 1)
FILE = Asset("f" * 64, "water.pdf", PDF, 1)


def scene(number: int, name: str = "", hidden: bool = False) -> Scene:
    box = SlideObject(2, "Text", "text", Box(0, 0, 1, 1), slide_text(number))
    visual = SlideVisual(DECK, 255 + number, number, objects=(box,))
    return Scene(name or f"slide-{number}", f"Slide {number}", visual, hidden=hidden)


def lecture(*scenes: Scene) -> Lecture:
    return Lecture("Water", width=960, height=540, scenes=scenes)


def page(number: int, width: float = 720, height: float = 405) -> PdfPage:
    return PdfPage(width, height, slide_text(number))


def found(of: Lecture, *pages: PdfPage) -> Exact:
    return exact_pages(of, FILE, pages, lambda scenes: NoPictures())


def test_every_scene_of_a_slide_gets_its_page() -> None:
    moved_and_split = lecture(
        scene(2), scene(1), scene(2, "slide-2-part"), Scene("c", "Card", CardVisual("Hello"))
    )
    exact = found(moved_and_split, page(1), page(2))
    assert {scene_id: image.number for scene_id, image in exact.pages} == {
        "slide-1": 1,
        "slide-2": 2,
        "slide-2-part": 2,
    }
    assert (exact.pages[0][1].file, exact.pages[0][1].width) == (FILE, 720)
    assert (exact.slides, exact.doubtful, exact.missing, exact.over) == (2, 0, 0, 0)


def test_the_report_names_slides_without_a_page_and_pages_without_a_slide() -> None:
    slides = lecture(scene(1), scene(2), scene(3, hidden=True), scene(4), scene(5))
    exact = found(slides, page(90), page(1), page(2), page(5), page(91), page(92))
    told = [(entry.outcome, entry.slide, entry.text) for entry in exact.entries if entry.outcome != "kept"]
    assert told == [
        ("left out", None, "Pages of “water.pdf” that belong to no slide: 1, 5–6."),
        ("left out", 4, "“water.pdf” has no page for this slide; the slide is drawn here."),
    ]
    assert [entry.slide for entry in exact.entries if entry.outcome == "kept"] == [1, 2, 5]


@pytest.mark.parametrize("size", [(595, 842), (792, 612), (540, 720)], ids=["notes", "letter", "old shape"])
def test_handouts_and_notes_pages_are_known_by_their_shape(size: tuple[float, float]) -> None:
    slides = lecture(*map(scene, range(1, 7)))
    with pytest.raises(NoMatchError, match=r"“water.pdf”.*choose Save As, PDF, Options and there “Slides”"):
        found(slides, *(page(number, *size) for number in range(1, 7)))


def test_a_cover_sheet_of_paper_is_passed_over() -> None:
    exact = found(lecture(*map(scene, range(1, 4))), page(1, 595, 842), page(1), page(2), page(3))
    assert [image.number for _, image in exact.pages] == [2, 3, 4]
    assert exact.over == 1


def test_a_damaged_page_is_never_shown() -> None:
    exact = found(
        lecture(*map(scene, range(1, 5))), page(1), replace(page(2), width=0, height=0), page(3), page(4)
    )
    assert [(scene_id, image.number) for scene_id, image in exact.pages] == [
        ("slide-1", 1),
        ("slide-3", 3),
        ("slide-4", 4),
    ]


def test_the_pdf_of_another_deck_is_refused_in_one_sentence() -> None:
    with pytest.raises(NoMatchError, match=r"does not belong to these slides: 1 of its 9 pages"):
        found(lecture(*map(scene, range(1, 9))), page(1), *(page(number) for number in range(50, 58)))


def test_a_lecture_without_slides_has_nothing_to_match() -> None:
    with pytest.raises(NoMatchError, match="has no slides of a deck"):
        found(lecture(Scene("c", "Card", CardVisual("Hello"))), page(1))
