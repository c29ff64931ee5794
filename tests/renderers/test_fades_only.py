"""“Fades only”: of a deck full of pushes and morphs, nothing slides, zooms or travels in any frame.

A deck is made, imported, painted by the painter of our own and changed by the program's own plan. The objects of
neighbouring slides lie apart from each other, so that in a fade every pixel stays between what it is on the one
slide and on the other; whatever travels leaves a trace where neither slide has anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from renderers import plan
from renderers.composing import prepared
from renderers.executors import execute
from renderers.means import Means
from renderers.planes import Planes
from renderers.steps import CheckStep, Step
from renderers.transitions.deliver import Delivery, deliver
from renderers.workshop import Workshop
from studio.importers import import_file
from studio.lecture import Lecture, Level
from tests import fakes

PROFILE = replace(fakes.PROFILE, width=480, height=270)
ROUNDING = 2
"""Levels of 255 by which a frame may lie outside of its two slides."""

_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MORPH = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
STORED = (
    '<p:push dir="u"/>',
    f'<m:morph xmlns:m="{_MORPH}" option="byObject"/>',
    '<p:cover dir="l"/>',
    f'<m:morph xmlns:m="{_MORPH}" option="byWord"/>',
    '<p:push dir="r"/>',
    "<p:zoom/>",
    f'<m:morph xmlns:m="{_MORPH}" option="byChar"/>',
)
PLACES = ((0.5, 1.2), (5.0, 4.0), (0.8, 4.2), (5.6, 1.4))
"""Where a box and a line of text stand on one slide after the other, in inches: never where they stood before."""


def _transition(inner: str) -> etree._Element:
    """A stored transition of 0.4 s, in the wrapping that PowerPoint gives newer ones."""
    own = f'<p:transition xmlns:p="{_P}" spd="fast">{inner}</p:transition>'
    if "morph" not in inner:
        return etree.fromstring(own)
    wrapped = (
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:m="{_MORPH}" Requires="m">{own}</mc:Choice>'
        f'<mc:Fallback><p:transition xmlns:p="{_P}"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>'
    )
    return etree.fromstring(wrapped)


def _deck(target: Path) -> Path:
    """Slides on which one box and one text jump to and fro, each reached by another stored transition."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(10), Inches(5.625)
    for number in range(len(STORED) + 1):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        left, top = PLACES[number % len(PLACES)]
        box = slide.shapes.add_shape(1, Inches(left), Inches(top), Inches(1.6), Inches(1.0))
        box.name = "!!box"
        box.fill.solid()
        box.fill.fore_color.rgb = RGBColor(180, 40 + 20 * number, 40)
        words = slide.shapes.add_textbox(Inches(left + 1.8), Inches(top), Inches(2.2), Inches(0.6))
        words.name = "!!words"
        words.text_frame.text = "Rain falls"
        words.text_frame.paragraphs[0].runs[0].font.size = Pt(28)
        if number:
            slide.element.append(_transition(STORED[number - 1]))
    deck.save(str(target))
    return target


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with fakes.workshop(tmp_path_factory.mktemp("shop")) as made:
        yield made


@pytest.fixture(scope="module")
def lecture(shop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    file = _deck(tmp_path_factory.mktemp("deck") / "moving.pptx")
    read, _ = import_file(file, shop.assets)
    scenes = tuple(replace(scene, least=Fraction(1)) for scene in read.scenes)
    return replace(read, scenes=scenes, choices=replace(read.choices, silence=Fraction(1)))


def _made(steps: tuple[Step, ...], shop: Workshop, records: dict[str, dict]) -> None:
    for step in steps:
        if step.key not in records:
            shop.cache.put(step.key, execute(step, shop))
            records[step.key] = shop.entry(step.key).record


def _cuts(lecture: Lecture, shop: Workshop) -> tuple[CheckStep, ...]:
    """What is asked for at every cut; its pages are in the cache."""
    means: Means = fakes.means(PROFILE)
    records: dict[str, dict] = {}
    _made(plan.prepare(lecture, PROFILE, means), shop, records)
    _made(plan.measure(lecture, PROFILE, means, records), shop, records)
    timeline = plan.compiled(lecture, PROFILE, means, records)
    return plan.checks(timeline, lecture, PROFILE, means, records)


def _drawn(step: CheckStep, shop: Workshop) -> tuple[Delivery, Planes, Planes]:
    """The change that is delivered, and its two pages."""
    a, b, asked = prepared(step, shop)
    return deliver(a, b, asked, shop.cancel), a.page, b.page


def _outside(a: Planes, b: Planes, frame: Planes) -> int:
    """By how many levels the worst pixel of a frame lies outside of what it is on the two slides."""
    worst = 0
    for p, q, f in zip(a.planes, b.planes, frame.planes, strict=True):
        low, high = np.minimum(p.numpy(), q.numpy()), np.maximum(p.numpy(), q.numpy())
        seen = f.numpy().astype(int)
        worst = max(worst, int((low - seen).max()), int((seen - high).max()))
    return worst


def test_nothing_slides_zooms_or_travels(lecture: Lecture, shop: Workshop) -> None:
    assert [scene.transition.stored is not None for scene in lecture.scenes[1:]] == [True] * len(STORED)
    steps = _cuts(_calm(lecture), shop)
    assert len(steps) == len(STORED)
    for step in steps:
        delivery, a, b = _drawn(step, shop)
        frames = list(delivery.frames())
        assert delivery.delivered <= Level.HOLD
        assert delivery.style in ("dissolve", "dip")
        assert len(frames) == step.frames > 5
        assert _outside(a, b, b) == 0
        assert max(_outside(a, b, frame) for frame in frames) <= ROUNDING


def test_the_same_deck_slides_where_it_may(lecture: Lecture, shop: Workshop) -> None:
    worst: dict[str, int] = {}
    for step in _cuts(lecture, shop):
        if step.level is Level.WHOLE:
            delivery, a, b = _drawn(step, shop)
            found = max(_outside(a, b, frame) for frame in delivery.frames())
            worst[delivery.style] = max(found, worst.get(delivery.style, 0))
    assert worst["push"] > 50, "the frames above would have shown a slide that travels"
    assert worst["cover"] > 50


def test_cuts_keep_their_length_when_they_are_calmed(lecture: Lecture, shop: Workshop) -> None:
    free, calm = (_cuts(each, shop) for each in (lecture, _calm(lecture)))
    assert [step.frames for step in free] == [step.frames for step in calm]
    assert {step.level for step in free} == {Level.WHOLE, Level.MOVE}


def _calm(lecture: Lecture) -> Lecture:
    return replace(lecture, choices=replace(lecture.choices, fades_only=True))
