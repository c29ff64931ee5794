"""Slides taken apart: every object alone, and all of them together the very page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches

from renderers import editions, page_plan, pages
from renderers.cache import Cache
from renderers.encode.video import VideoSettings
from renderers.layers.stack import Stack, stacked, unpack
from renderers.means import Means
from renderers.planes import Planes, from_rgb
from renderers.profiles import PREVIEW, load
from renderers.slides import libreoffice
from renderers.steps import LayersStep, SeparateStep
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import Lecture, SlideVisual
from studio.progress import CancelToken
from tests.tools.layers import run

PROFILE = replace(load(PREVIEW), width=640, height=360)
PAINTERS = [
    pytest.param(
        "libreoffice",
        marks=pytest.mark.skipif(libreoffice.executable() is None, reason="no LibreOffice here"),
    ),
    "builtin",
]
SAMPLE = (
    ("conformance/python-pptx__shp-shapes.pptx", 0, 2),  # chart, table, SmartArt, group
    ("conformance/shapecrawler__autoshape-case018_rotation.pptx", 0, 2),
    ("conformance/shapecrawler__059_crop-images.pptx", 0, 1),
    ("lectures/cs7320-ai__12_uncertainty.pptx", 1, 3),
    ("lectures/msworkshop-intro-git.pptx", 1, 4),
    ("conformance/shapecrawler__001.pptx", 0, 2),  # Chinese, tables
)
"""Decks, and the scenes of each (from 0) that are taken apart."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("layers")
    with Workshop(Cache(folder / "steps"), AssetStore(folder / "assets"), CancelToken()) as workshop:
        yield workshop


def means(painter: str) -> Means:
    version = libreoffice.version() if painter == "libreoffice" else ""
    return Means(version, (), VideoSettings.of(PROFILE), editions.find())


def apart(lecture: Lecture, painter: str, shop: Workshop) -> list[tuple[Planes, Stack | str]]:
    """The page of each scene, and its stack or why it has none."""
    found = means(painter)
    steps = [page_plan.layers_step(scene, lecture, PROFILE, found) for scene in lecture.scenes]
    run(page_plan.with_conversions([step.drawing for step in steps], found), shop)
    run(page_plan.with_separations(steps, found, {}), shop)
    return [(pages.unpack(shop.entry(step.of)), shown(step, shop)) for step in steps]


def shown(step: LayersStep, shop: Workshop) -> Stack | str:
    entry = shop.entry(step.key)
    return entry.record["why"] or unpack(entry)


def worst(page: Planes, stack: Stack) -> int:
    """The most levels between a page and its stack where the page is smooth: the eight around a pixel like it."""
    most = 0
    for p, q in zip(page.planes, stacked(stack).planes, strict=True):
        seen, made = p.numpy().astype(int), q.numpy().astype(int)
        around = np.stack(
            [np.roll(seen, (dy, dx), (0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
        )  # a frame's opposite edges count as neighbours: only stricter
        smooth = around.max(axis=0) - around.min(axis=0) <= 12
        most = max(most, int(np.abs(seen - made)[smooth].max()))
    return most


@pytest.mark.parametrize("painter", PAINTERS)
def test_objects_of_real_slides_laid_over_each_other_are_the_page(
    shared_decks: Path, painter: str, shop: Workshop
) -> None:
    objects = 0
    for name, first, last in SAMPLE:
        lecture = import_file(shared_decks / name, shop.assets)[0]
        lecture = replace(lecture, scenes=lecture.scenes[first:last])
        for scene, (page, stack) in zip(lecture.scenes, apart(lecture, painter, shop), strict=True):
            assert isinstance(stack, Stack), f"{name}, {scene.title}: {stack}"
            assert worst(page, stack) <= 2, f"{name}, {scene.title}"
            objects += len(stack.layers)
    assert objects > 30


@pytest.fixture(scope="module")
def drawing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A slide with a title, a turned shape that is half clear, a picture, a group and an arrow glued to both."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Parts"
    turned = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1), Inches(3), Inches(2), Inches(1))
    turned.rotation = 30
    turned.fill.solid()
    turned.fill.fore_color.rgb = RGBColor(200, 0, 0)
    colour = turned.fill._xPr.find(".//{*}srgbClr")
    colour.append(colour.makeelement(colour.tag.replace("srgbClr", "alpha"), {"val": "50000"}))
    turned.line.fill.background()
    turned.shadow.inherit = False
    picture = slide.shapes.add_picture(io.BytesIO(photograph()), Inches(5), Inches(2), Inches(3), Inches(2))
    group = slide.shapes.add_group_shape()
    group.shapes.add_shape(MSO_SHAPE.OVAL, Inches(4), Inches(5), Inches(1), Inches(1))
    group.shapes.add_shape(MSO_SHAPE.OVAL, Inches(6), Inches(5), Inches(1), Inches(1))
    arrow = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, Inches(1), Inches(1))
    arrow.begin_connect(turned, 1)
    arrow.end_connect(picture, 1)
    path = tmp_path_factory.mktemp("decks") / "parts.pptx"
    deck.save(str(path))
    return path


def photograph() -> bytes:
    import cv2

    rows, columns = np.mgrid[0:200, 0:300]
    picture = np.stack([rows % 256, columns % 256, (rows + columns) % 256], axis=-1).astype(np.uint8)
    return cv2.imencode(".png", picture)[1].tobytes()


@pytest.mark.parametrize("painter", PAINTERS)
def test_every_object_has_its_number_its_kind_and_its_place(
    drawing: Path, painter: str, shop: Workshop
) -> None:
    lecture = import_file(drawing, shop.assets)[0]
    ((page, stack),) = apart(lecture, painter, shop)
    assert isinstance(stack, Stack)
    assert worst(page, stack) <= 2
    told = {layer.id: layer for layer in stack.layers}
    visual = lecture.scenes[0].visual
    assert isinstance(visual, SlideVisual)
    kinds = {item.shape_id: item.kind for item in visual.objects if not item.inside}
    assert {number: layer.kind for number, layer in told.items()} == kinds
    assert [told[number].kind for number in told] == ["text", "shape", "picture", "group", "line"]
    _, turned, picture, group, _ = stack.layers
    assert turned.angle == 30
    width, height = turned.size
    assert 100 < int(turned.luma[height // 2, width // 2, 1]) < 180  # half clear, over its shadow
    frame = 80 + 480 * 0.5, 360 * 2 / 7.5  # 4:3 in a frame of 16:9
    assert abs(picture.left - frame[0]) <= 4
    assert abs(picture.top - frame[1]) <= 4
    assert group.size[0] > 2.5 * group.size[1]
    assert int((stack.ground.y.int() - 235).abs().max()) <= 2


def test_what_one_conversion_makes_serves_many_slides_and_none_that_is_known(
    drawing: Path, shop: Workshop
) -> None:
    lecture = import_file(drawing, shop.assets)[0]
    scene = lecture.scenes[0]
    visual = scene.visual
    assert isinstance(visual, SlideVisual)
    scenes = tuple(
        replace(scene, id=f"s{number}", visual=replace(visual, number=number, drawn=str(number)))
        for number in range(1, 31)
    )
    found = replace(means("builtin"), converter="LibreOffice 7")
    steps = [page_plan.layers_step(each, lecture, PROFILE, found) for each in scenes]
    known = {step.key: {} for step in steps[4:28]}
    planned = page_plan.with_separations(steps, found, known)
    separations = [step for step in planned if isinstance(step, SeparateStep)]
    assert [step.numbers for step in separations if step.numbers[0] in (1, 29)] == [(1, 2, 3, 4), (29, 30)]
    assert max(len(step.numbers) for step in separations) <= page_plan.APART
    assert {step.key for step in planned if isinstance(step, LayersStep)} == {step.key for step in steps}
    keys = [step.key for step in planned]
    for step in planned:
        assert all(keys.index(need) < keys.index(step.key) for need in step.needs if need in keys)


@pytest.mark.skipif(libreoffice.executable() is None, reason="no LibreOffice here")
def test_a_slide_of_a_hundred_objects_comes_apart_and_one_of_two_hundred_says_why_not(
    tmp_path: Path, shop: Workshop
) -> None:
    deck = pptx.Presentation()
    for count in (100, 200):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        for index in range(count):
            place = Inches(0.1 + index % 20 * 0.45), Inches(0.2 + index // 20 * 0.7)
            slide.shapes.add_shape(MSO_SHAPE.OVAL, *place, Inches(0.3), Inches(0.3))
    deck.save(str(tmp_path / "dots.pptx"))
    lecture = import_file(tmp_path / "dots.pptx", shop.assets)[0]
    (page, hundred), (_, more) = apart(lecture, "libreoffice", shop)
    assert isinstance(hundred, Stack)
    assert len(hundred.layers) == 100
    assert worst(page, hundred) <= 2
    assert more == "it has more than 150 objects"


def test_a_card_is_its_heading_and_its_points_over_its_colour(tmp_path: Path, shop: Workshop) -> None:
    outline = tmp_path / "water.md"
    outline.write_text(
        "# Lesson\n\n## Water\n\n- It boils\n- It freezes\n  - at zero degrees\n", encoding="utf-8"
    )
    lecture = import_file(outline, shop.assets)[0]
    found = apart(replace(lecture, scenes=lecture.scenes[-1:]), "builtin", shop)
    ((page, stack),) = found
    assert isinstance(stack, Stack)
    assert worst(page, stack) == 0
    assert [(layer.id, layer.kind) for layer in stack.layers] == [(n, "text") for n in (1, 2, 3, 4)]
    tops = [layer.top for layer in stack.layers]
    assert tops == sorted(tops)
    assert stack.layers[3].left > stack.layers[2].left  # its mark goes with it, further in


def test_a_page_that_is_a_picture_comes_apart_into_what_stands_on_it(tmp_path: Path, shop: Workshop) -> None:
    import cv2

    picture = np.full((360, 640, 3), 240, np.uint8)
    cv2.putText(picture, "Two things", (60, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20, 20, 20), 2, cv2.LINE_AA)
    cv2.circle(picture, (450, 240), 60, (40, 40, 200), -1, cv2.LINE_AA)
    cv2.imwrite(str(tmp_path / "page.png"), picture)
    ((page, stack),) = apart(import_file(tmp_path / "page.png", shop.assets)[0], "builtin", shop)
    assert isinstance(stack, Stack)
    assert worst(page, stack) == 0
    assert [(layer.id, layer.kind) for layer in stack.layers] == [(1, "text"), (2, "picture")]
    disc = stack.layers[1]
    assert abs(disc.left - 388) <= 6
    assert abs(disc.size[0] - 122) <= 10
    plain = from_rgb(np.full((360, 640, 3), 240, np.uint8))
    assert int((stack.ground.y.int() - plain.y.int()).abs().max()) <= 2  # nothing of them is left behind


def test_a_photograph_is_one_object(tmp_path: Path, shop: Workshop) -> None:
    (tmp_path / "photo.png").write_bytes(photograph())
    ((page, stack),) = apart(import_file(tmp_path / "photo.png", shop.assets)[0], "builtin", shop)
    assert isinstance(stack, Stack)
    assert worst(page, stack) == 0
    assert [(layer.id, layer.kind) for layer in stack.layers] == [(1, "picture")]
