"""The slides of a lecture, matched with the pages of a PDF: which scene gets which page, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from studio.coherence import visible_text
from studio.errors import NoMatchError
from studio.exact_pages.matching import DeckSlide, Found, Matching, Pictures, match
from studio.lecture import Asset, Lecture, PageImage, Scene, SlideVisual
from studio.ports import PdfPage
from studio.ranges import in_short
from studio.report import Entry
from studio.validation import is_odd_shape

ODD = 0.015
"""By this share the shape of a page may differ from that of the slides: what rounding to points can do."""
ENOUGH = 0.5
"""The share of the pages, or of the slides that are shown, that has to be found."""

Comparing = Callable[[Sequence[Scene]], Pictures]
"""Makes the pictures to compare, for the scenes that stand for the slides."""


@dataclass(frozen=True, slots=True)
class Exact:
    """What came of it: the page of each scene (by id), how many slides have one, and the lines of the report."""

    pages: tuple[tuple[str, PageImage], ...]
    slides: int
    doubtful: int
    missing: int
    over: int
    entries: tuple[Entry, ...]


def exact_pages(lecture: Lecture, pdf: Asset, pages: Sequence[PdfPage], comparing: Comparing) -> Exact:
    """Find the page of a PDF for every slide of a lecture.

    Raises NoMatchError with one sentence where the PDF belongs to something else or its pages are no slides.
    """
    slides = _slides(lecture)
    if not slides:
        raise NoMatchError(f"“{pdf.name}” cannot be matched: this lecture has no slides of a deck.")
    usable = _usable(lecture, pdf.name, pages)
    firsts = [scenes[0] for scenes in slides]
    told = [
        DeckSlide(_visual(scenes[0]).number, visible_text(scenes[0]), all(scene.hidden for scene in scenes))
        for scenes in slides
    ]
    words = [pages[index].text for index in usable]
    found = match(told, words, _Some(comparing(firsts), usable)).on_pages(usable, len(pages))
    _check_enough(found, told, pdf.name, len(pages))
    given = tuple(
        (scene.id, PageImage(pdf, each.page + 1, pages[each.page].width, pages[each.page].height))
        for each in found.found
        for scene in slides[each.slide]
    )
    missing = [index for index in found.missing if not told[index].hidden]
    doubtful = sum(not each.sure for each in found.found)
    entries = tuple(_entries(found, firsts, missing, pdf.name))
    return Exact(given, len(found.found), doubtful, len(missing), len(found.over), entries)


def _slides(lecture: Lecture) -> list[tuple[Scene, ...]]:
    """The scenes of each slide, in the order of the decks: a slide may stand in several scenes, or be moved."""
    decks: dict[str, int] = {}
    scenes = [scene for scene in lecture.scenes if isinstance(scene.visual, SlideVisual)]
    for scene in scenes:
        decks.setdefault(_visual(scene).deck.digest, len(decks))

    def place(scene: Scene) -> tuple[int, int]:
        return decks[_visual(scene).deck.digest], _visual(scene).number

    return [tuple(same) for _, same in groupby(sorted(scenes, key=place), key=place)]


def _visual(scene: Scene) -> SlideVisual:
    assert isinstance(scene.visual, SlideVisual), "only slides are matched"
    return scene.visual


def _usable(lecture: Lecture, name: str, pages: Sequence[PdfPage]) -> list[int]:
    """The pages (indices) that have the shape of slides: handouts, notes and prints have that of paper."""
    usable = [index for index, page in enumerate(pages) if _fits(page, lecture.width / lecture.height)]
    if not usable or 2 * len(usable) < len(pages):
        raise NoMatchError(
            f"The pages of “{name}” have another shape than the slides, as handouts and notes have; in PowerPoint"
            " choose Save As, PDF, Options and there “Slides”."
        )
    return usable


def _fits(page: PdfPage, wanted: float) -> bool:
    return not is_odd_shape(page.width, page.height) and abs(page.width / page.height / wanted - 1) <= ODD


@dataclass(frozen=True, slots=True)
class _Some:
    """The pictures of some of the pages, counted among themselves."""

    all: Pictures
    pages: Sequence[int]

    def of_slides(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        return self.all.of_slides(indices)

    def of_pages(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        there = self.all.of_pages([self.pages[index] for index in indices])
        return {index: there[self.pages[index]] for index in indices if self.pages[index] in there}


def _check_enough(found: Matching, slides: Sequence[DeckSlide], name: str, pages: int) -> None:
    shown = sum(not slide.hidden for slide in slides) or len(slides)
    good = sum(each.how != "place" for each in found.found)
    if good < max(1, ENOUGH * min(shown, pages - len(found.steps))):
        raise NoMatchError(
            f"“{name}” does not belong to these slides: {good} of its {pages} pages show one of them; choose the"
            " PDF that was saved from this deck."
        )


def _entries(found: Matching, firsts: Sequence[Scene], missing: Iterable[int], name: str) -> Iterator[Entry]:
    if found.over:
        yield Entry(
            "left out",
            "page",
            f"Pages of “{name}” that belong to no slide: {in_short(page + 1 for page in found.over)}.",
        )
    for each in found.found:
        yield _entry(each, firsts[each.slide], name)
    for index in missing:
        told = f"“{name}” has no page for this slide; the slide is drawn here."
        yield Entry("left out", "page", told, _visual(firsts[index]).number, firsts[index].id)


def _entry(each: Found, scene: Scene, name: str) -> Entry:
    told = f"The slide is shown as in “{name}”."
    if not each.sure:
        told = (
            f"Page {each.page + 1} of “{name}” is shown, which resembles the slide only a little; look at it."
        )
    elif each.how == "moved":
        told = f"The slide is shown as in “{name}”, where it is page {each.page + 1}."
    outcome = "kept" if each.sure else "replaced"
    return Entry(outcome, "page", told, _visual(scene).number, scene.id)
