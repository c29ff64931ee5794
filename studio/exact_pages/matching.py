"""Which page of a PDF shows which slide of a deck.

The PDF usually has all slides in order, or all that are not hidden; sometimes a range of them, a title page more,
several pages for the steps of one slide, or slides that were moved since. Words decide where they can. Slides that
have none, or hardly any of their own, are told apart by their pictures. What is left between two sure
neighbours, as many pages as slides, goes by its place and is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal, Protocol

from studio.exact_pages import pictures as grey
from studio.exact_pages.order import in_order
from studio.exact_pages.words import likeness, pieces

SURE, LEAST = 0.55, 0.3
"""From here on two are one and the same; below this they have nothing to do with each other."""
APART = 0.12
"""So much more alike than any other page the right one has to be, or pictures are looked at."""
MOVED = 0.75
"""How alike a slide and a page out of order have to be."""
ENOUGH_WORDS = 20
"""Pieces (`words.pieces`) from which on the words of a slide say more than its picture."""
_WORDS_ALONE = 0.6
"""What words that are all the same count where the pictures have nothing in common."""
_CHANGED = 0.15
"""Who has less than this in common does not belong together, whatever the place."""
_SAME_PICTURE = 0.36
"""How alike (of 0.4, as `_both` counts) two are that look just the same and share no words."""

How = Literal["order", "moved", "place"]


@dataclass(frozen=True, slots=True)
class DeckSlide:
    """What is known of a slide: its number (from 1), the words on it, whether it is hidden."""

    number: int
    text: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A slide and its page (indices from 0). `alike` is from 0 to 1; `how` says what speaks for it."""

    slide: int
    page: int
    alike: float
    how: How = "order"

    @property
    def sure(self) -> bool:
        """Whether nobody has to look at it."""
        return self.alike >= SURE and self.how != "place"


@dataclass(frozen=True, slots=True)
class Matching:
    """Every slide with its page, in the order of the slides; slides without one, pages without a slide (indices).

    `steps` are further pages (page, slide) that show a slide half built up.
    """

    found: tuple[Found, ...]
    missing: tuple[int, ...]
    over: tuple[int, ...]
    steps: tuple[tuple[int, int], ...] = ()

    def on_pages(self, places: Sequence[int], count: int) -> Matching:
        """The same with the pages counted as among `count`, of which they stand at `places`."""
        return Matching(
            tuple(replace(each, page=places[each.page]) for each in self.found),
            self.missing,
            tuple(sorted({*(places[page] for page in self.over), *(set(range(count)) - set(places))})),
            tuple((places[page], slide) for page, slide in self.steps),
        )


class Pictures(Protocol):
    """Small grey pictures of slides, as drawn here, and of pages: all of one size, one byte a pixel.

    What cannot be drawn is left out.
    """

    def of_slides(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        """Pictures of these slides."""
        ...

    def of_pages(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        """Pictures of these pages."""
        ...


class NoPictures:
    """Words alone have to do."""

    def of_slides(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        """None."""
        return {}

    def of_pages(self, indices: Sequence[int]) -> Mapping[int, bytes]:
        """None."""
        return {}


@dataclass(slots=True)
class _Rows:
    """Slides and pages with what is known of how alike they are."""

    slides: Sequence[DeckSlide]
    said: Sequence[frozenset[str]]
    read: Sequence[frozenset[str]]
    alike: list[dict[int, float]] = field(default_factory=list[dict[int, float]])
    worded: tuple[dict[int, float], ...] = ()
    """How alike slides and pages are in their words alone."""
    seen: frozenset[int] = frozenset()
    """Slides whose pictures were compared, too."""

    def between(self, slide: int, page: int) -> float:
        """How alike a slide and a page are."""
        return self.alike[slide].get(page, 0.0)


def match(slides: Sequence[DeckSlide], pages: Sequence[str], pictures: Pictures) -> Matching:
    """Find the page of each slide; `pages` are the words of the pages."""
    rows = _Rows(slides, [pieces(slide.text) for slide in slides], [pieces(text) for text in pages])
    rows.worded = likeness(rows.said, rows.read)
    rows.alike = [dict(row) for row in rows.worded]
    _look(rows, _unclear(rows), pictures)
    found = _in_order(rows)
    found |= _moved(rows, found)
    found |= _by_place(rows, found)
    taken = {each.page for each in found.values()}
    over = [page for page in range(len(pages)) if page not in taken]
    steps = _steps(rows, found, over)
    stepped = {page for page, _ in steps}
    return Matching(
        tuple(found[slide] for slide in sorted(found)),
        tuple(index for index in range(len(slides)) if index not in found),
        tuple(page for page in over if page not in stepped),
        steps,
    )


def _unclear(rows: _Rows) -> list[int]:
    """The slides whose page cannot be told by words."""
    unclear: list[int] = []
    for index, row in enumerate(rows.alike):
        best, second = (*sorted(row.values(), reverse=True)[:2], 0.0, 0.0)[:2]
        if len(rows.said[index]) < ENOUGH_WORDS or best < SURE or best - second < APART:
            unclear.append(index)
    return unclear


def _look(rows: _Rows, unclear: Sequence[int], pictures: Pictures) -> None:
    """Let the pictures of slides speak, too."""
    if not unclear or not rows.read:
        return
    ours = pictures.of_slides(unclear)
    theirs = pictures.of_pages(range(len(rows.read))) if ours else {}
    slides, pages = grey.vectors(ours, theirs), grey.vectors(theirs, ours)
    rows.seen = frozenset(slides)
    for index, slide in slides.items():
        rows.alike[index] = {
            page: _both(rows, index, page, grey.alike(slide, other)) for page, other in pages.items()
        }


def _both(rows: _Rows, slide: int, page: int, seen: float) -> float:
    """Words and picture together: the more words, the more they count.

    Few words that are just the same are not made strangers by a picture that looks otherwise, as on other paper.
    """
    said = rows.between(slide, page)
    share = 0.6 * min(1.0, len(rows.said[slide]) / ENOUGH_WORDS)
    if not rows.read[page]:  # a page that is one picture says nothing by having no words
        share = 0.0
    return max(share * said + (1 - share) * seen, said * (_WORDS_ALONE + (1 - _WORDS_ALONE) * seen))


def _in_order(rows: _Rows) -> dict[int, Found]:
    gains = [
        {
            page: (alike - LEAST) * (0.98 if slide.hidden else 1.0)
            for page, alike in sorted(row.items())
            if alike > LEAST
        }
        for slide, row in zip(rows.slides, rows.alike, strict=True)
    ]
    pairs = in_order(gains)
    found = {slide: Found(slide, page, rows.between(slide, page)) for slide, page in pairs.items()}
    return {
        slide: each
        for slide, each in found.items()
        if each.sure or (_beside(each, pairs) and not _strangers(rows, slide, each.page))
    }


def _beside(each: Found, pairs: Mapping[int, int]) -> bool:
    """Whether a neighbour of a doubtful slide has the page beside its page."""
    return any(pairs.get(each.slide + step) == each.page + step for step in (-1, 1))


def _moved(rows: _Rows, found: Mapping[int, Found]) -> dict[int, Found]:
    """Slides that stand elsewhere in the PDF: each the other's best, and no doubt about it."""
    taken = {each.page for each in found.values()}
    slides = [index for index in range(len(rows.slides)) if index not in found]
    free: dict[int, dict[int, float]] = {}
    back: dict[int, dict[int, float]] = {}
    for slide in slides:
        for page, alike in rows.alike[slide].items():
            if page not in taken and alike > LEAST:
                free.setdefault(slide, {})[page] = alike
                back.setdefault(page, {})[slide] = alike
    moved: dict[int, Found] = {}
    for slide, row in free.items():
        page = max(row, key=lambda page: (row[page], page))
        if row[page] >= MOVED and _alone(row, page) and _alone(back[page], slide):
            moved[slide] = Found(slide, page, row[page], "moved")
    return moved


def _alone(row: Mapping[int, float], best: int) -> bool:
    """Whether nothing else comes near the best of a row."""
    return all(row[best] - alike >= APART for other, alike in row.items() if other != best)


def _by_place(rows: _Rows, found: Mapping[int, Found]) -> dict[int, Found]:
    """Slides and pages that are left between sure neighbours, as many of the one as of the other."""
    ends = (Found(-1, -1, 1.0), Found(len(rows.slides), len(rows.read), 1.0))
    anchors = [ends[0], *(found[slide] for slide in sorted(found) if found[slide].how == "order"), ends[1]]
    elsewhere = {each.page for each in found.values() if each.how == "moved"}
    placed: dict[int, Found] = {}
    for before, after in pairwise(anchors):
        pages = [page for page in range(before.page + 1, after.page) if page not in elsewhere]
        slides = [slide for slide in range(before.slide + 1, after.slide) if slide not in found]
        shown = [slide for slide in slides if not rows.slides[slide].hidden]
        if before.slide < 0 and after.slide == len(rows.slides):
            continue  # nothing is sure, so no place says anything
        row = next((row for row in (slides, shown) if len(row) == len(pages)), None)
        for slide, page in () if row is None else zip(row, pages, strict=True):
            if not _changed(rows, slide, page):
                placed[slide] = Found(slide, page, rows.between(slide, page), "place")
    return placed


def _changed(rows: _Rows, slide: int, page: int) -> bool:
    """Whether enough is known of the two to say that they show something else."""
    known = _wordy(rows, slide, page) or slide in rows.seen
    return _strangers(rows, slide, page) or (known and rows.between(slide, page) < _CHANGED)


def _wordy(rows: _Rows, slide: int, page: int) -> bool:
    return min(len(rows.said[slide]), len(rows.read[page])) >= ENOUGH_WORDS


def _strangers(rows: _Rows, slide: int, page: int) -> bool:
    """Whether both have words, but other ones: a title over points looks like any other.

    Some PDFs keep glyphs that nobody can read; so another slide has to be told by its words.
    """
    readable = any(alike >= SURE for row in rows.worded for alike in row.values())
    other_words = _wordy(rows, slide, page) and rows.worded[slide].get(page, 0.0) < _CHANGED
    return readable and other_words and rows.between(slide, page) < _SAME_PICTURE


def _steps(rows: _Rows, found: Mapping[int, Found], over: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Pages just before a slide's own page that show less of the same."""
    owner = {each.page: slide for slide, each in found.items()}
    steps: list[tuple[int, int]] = []
    for page in sorted(over, reverse=True):
        slide = owner.get(page + 1)
        if slide is not None and rows.between(slide, page) > LEAST:
            owner[page] = slide
            steps.append((page, slide))
    return tuple(reversed(steps))
