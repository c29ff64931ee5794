"""What a slide is drawn from: a change of one slide changes one digest, a change of words nobody sees none."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest
from pptx.presentation import Presentation
from pptx.util import Pt

from studio.importers.pptx.drawn import Drawings
from studio.importers.pptx.markup import parse, qn
from studio.importers.pptx.package import open_package
from studio.importers.pptx.relationships import targets

MAIN = "ppt/presentation.xml"


@pytest.fixture(scope="module")
def deck(shared_decks: Path) -> bytes:
    return (shared_decks / "lectures/msworkshop-clean-prepare-data-python.pptx").read_bytes()


def digests(data: bytes) -> list[str]:
    package = open_package(data, "deck")
    drawings = Drawings(package, MAIN)
    links = targets(package, MAIN)
    listed = parse(package.parts[MAIN]).iter(qn("p:sldId"))
    return [drawings.of(links[entry.get(qn("r:id"))][1]) for entry in listed]


def changed(data: bytes, change: Callable[[Presentation], object]) -> list[int]:
    """The numbers of the slides that are drawn from something else after a change."""
    deck = pptx.Presentation(io.BytesIO(data))
    plain = io.BytesIO()
    deck.save(plain)  # python-pptx writes some things in its own way
    change(deck)
    other = io.BytesIO()
    deck.save(other)
    pairs = zip(digests(plain.getvalue()), digests(other.getvalue()), strict=True)
    return [number for number, (a, b) in enumerate(pairs, start=1) if a != b]


def test_every_slide_of_a_lecture_is_its_own(deck: bytes) -> None:
    found = digests(deck)
    assert len(set(found)) == len(found)


def test_the_words_of_the_notes_are_not_drawn(deck: bytes) -> None:
    def change(deck: Presentation) -> None:
        frame = deck.slides[2].notes_slide.notes_text_frame
        assert frame is not None
        frame.text = "Something else."

    assert changed(deck, change) == []


def test_hiding_or_animating_a_slide_draws_nothing_anew(deck: bytes) -> None:
    def change(deck: Presentation) -> None:
        deck.slides[2].element.set("show", "0")
        for found in list(deck.slides[3].element):
            if "transition" in str(found.tag) or "AlternateContent" in str(found.tag):
                deck.slides[3].element.remove(found)

    assert changed(deck, change) == []


def test_a_changed_word_changes_its_slide(deck: bytes) -> None:
    def change(deck: Presentation) -> None:
        next(s for s in deck.slides[4].shapes if s.has_text_frame).text_frame.text = "Another title"  # type: ignore[attr-defined]

    assert changed(deck, change) == [5]


def test_another_picture_under_the_same_name_changes_its_slides(shared_decks: Path) -> None:
    deck = (shared_decks / "lectures/cs7320-ai__12_uncertainty.pptx").read_bytes()
    showing: list[int] = []

    def change(deck: Presentation) -> None:
        images = {
            number: [link.target_part for link in slide.part.rels.values() if link.reltype.endswith("/image")]
            for number, slide in enumerate(deck.slides, start=1)
        }
        picture = next(found[0] for found in images.values() if found)
        picture._blob = b"another picture"
        showing.extend(number for number, found in images.items() if picture in found)

    assert changed(deck, change) == showing != []


def test_another_master_changes_every_slide_that_stands_on_it(deck: bytes) -> None:
    def change(deck: Presentation) -> None:
        layout = deck.slides[0].slide_layout
        box = layout.slide_master.shapes[0]
        box.width = box.width + Pt(5)

    assert len(changed(deck, change)) > 5


def test_counting_from_another_number_draws_all_anew(deck: bytes) -> None:
    slides = len(digests(deck))
    counted = changed(deck, lambda deck: deck.part._element.set("firstSlideNum", "11"))
    assert counted == list(range(1, slides + 1))


def test_moving_slides_draws_none_anew(deck: bytes) -> None:
    before = digests(deck)
    moved = pptx.Presentation(io.BytesIO(deck))
    ids = moved.slides._sldIdLst
    ids.insert(0, ids[7])
    target = io.BytesIO()
    moved.save(target)  # which names the slides' parts anew
    after = digests(target.getvalue())
    plain = io.BytesIO()
    pptx.Presentation(io.BytesIO(deck)).save(plain)
    before = digests(plain.getvalue())
    assert after == [before[7], *before[:7], *before[8:]]
