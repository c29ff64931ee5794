"""Cards of an outline: every word is there, inside the margins, large and legible, at every size."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from renderers import pages
from renderers.cache import Cache
from renderers.executors import execute
from renderers.messages import Message
from renderers.slides.cards import Trace, paint_card
from renderers.slides.themes import Colours, load, script_of
from renderers.steps import CardStep
from renderers.workers import Worker
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import CardPoint, CardVisual
from studio.progress import CancelToken

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


@pytest.fixture(scope="module", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Text needs an application; there is one for all tests."""
    return qapp


def card(heading: str, *points: str | tuple[int, str], opening: bool = False) -> CardVisual:
    """A card; a point is a text or (level, text)."""
    made = (CardPoint(p, 0) if isinstance(p, str) else CardPoint(p[1], p[0]) for p in points)
    return CardVisual(heading, tuple(made), opening)


CARDS = {
    "plain": ("en", card("The water cycle", "Evaporation", (1, "from the sea"), (2, "and lakes"), "Rain")),
    "opening": ("en", card("Data Quality Control and Assurance", "DataONE", "September 2016", opening=True)),
    "bare": ("en", card("Questions?")),
    "seven": ("en", card("Seven", *(f"Point {i} has some eight or nine words in it" for i in range(7)))),
    "far too long": ("en", card("A heading " * 40, *(f"{i}. " + "word " * 60 for i in range(12)))),
    "long word": ("de", card(LONG, LONG, (2, LONG))),
    "long opening": ("en", card("An opening that never ends " * 20, "x " * 300, opening=True)),
    "chinese": (
        "zh-TW",
        card("資料結構與演算法：為什麼重要？", "1. 由左而右讀 infix，一次讀取一個 token" * 3, "結論"),
    ),
    "arabic": (
        "ar",
        card("دورة الماء في الطبيعة", "الشمس تسخن مياه البحار", "1. المطر", (1, "Lecture Studio")),
    ),
}


def pixels(image: QImage) -> NDArray[np.uint8]:
    """(H, W, 3) RGB."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("size", [(1920, 1080), (960, 540), (1024, 768), (608, 1080)], ids=str)
@pytest.mark.parametrize("name", CARDS)
def test_all_words_stand_inside_the_margins(name: str, size: tuple[int, int]) -> None:
    language, visual = CARDS[name]
    trace = Trace()
    page = pixels(paint_card(visual, language, *size, trace))
    assert page.shape == (size[1], size[0], 3)
    ink = np.any(np.abs(page.astype(int) - page[0, 0]) > 24, axis=2)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    margin = 0.04 * size[1]
    assert rows[0] >= margin
    assert rows[-1] < size[1] - margin
    assert columns[0] >= margin
    assert columns[-1] < size[0] - margin
    said = words(visual.heading + "".join(point.text for point in visual.points))
    shown = words("".join(line.text for line in trace.lines))
    assert sorted(shown) == sorted(said)
    assert trace.missing == ""


@pytest.mark.parametrize("name", CARDS)
def test_lines_of_text_do_not_overlap(name: str) -> None:
    language, visual = CARDS[name]
    trace = Trace()
    paint_card(visual, language, 1920, 1080, trace)
    for one, other in itertools.combinations([line.rect for line in trace.lines], 2):
        wide = min(one[2], other[2]) - max(one[0], other[0])
        high = min(one[3], other[3]) - max(one[1], other[1])
        # Boxes of letters may touch where accents would stand; half a line must stay free.
        assert wide <= 0 or high <= 0.5 * min(one[3] - one[1], other[3] - other[1])


def test_lines_break_alike_at_every_size() -> None:
    language, visual = CARDS["chinese"]
    broken: list[list[str]] = []
    for height in (270, 540, 1080, 2160):
        trace = Trace()
        paint_card(visual, language, height * 16 // 9, height, trace)
        broken.append([line.text for line in trace.lines])
    assert all(lines == broken[0] for lines in broken)


def test_an_ordinary_card_has_large_letters_and_a_short_one_larger() -> None:
    def tallest(visual: CardVisual) -> float:
        trace = Trace()
        paint_card(visual, "en", 960, 540, trace)
        return max(line.rect[3] - line.rect[1] for line in trace.lines[1:])

    assert tallest(CARDS["seven"][1]) > 0.055
    assert tallest(card("Short", "One idea", "Two ideas")) > 1.2 * tallest(CARDS["seven"][1])


def test_a_card_in_a_language_written_from_the_right_is_mirrored() -> None:
    language, visual = CARDS["arabic"]
    trace = Trace()
    page = pixels(paint_card(visual, language, 960, 540, trace))
    heading = trace.lines[0].rect
    assert heading[2] > 0.9
    ink = np.any(np.abs(page.astype(int) - page[0, 0]) > 24, axis=2)
    assert ink[:, 480:].sum() > 3 * ink[:, :480].sum()


def test_headings_of_two_lines_are_balanced() -> None:
    trace = Trace()
    paint_card(CARDS["opening"][1], "en", 1920, 1080, trace)
    first, second = (line.rect[2] - line.rect[0] for line in trace.lines[:2])
    assert min(first, second) > 0.6 * max(first, second)


def test_equal_cards_are_equal_pictures() -> None:
    language, visual = CARDS["plain"]
    one, other = (pixels(paint_card(visual, language, 640, 360)) for _ in range(2))
    assert np.array_equal(one, other)


def test_every_colour_of_text_can_be_read_on_its_ground() -> None:
    theme = load()
    for colours in (theme.card, theme.opening):
        for name in ("heading", "text", "minor"):
            assert contrast(getattr(colours, name), colours.ground) >= 4.5
        assert contrast(colours.accent, colours.ground) >= 3.0
    assert isinstance(theme.card, Colours)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3: (L1 + 0.05) / (L2 + 0.05)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [value / 255 for value in bytes.fromhex(colour[1:])]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    ("language", "script"),
    [("zh-TW", "Hant"), ("zh-CN", "Hans"), ("zh-HK", "Hant"), ("yue", "Hant"), ("ja-JP", "Jpan"), ("ko", "Kore"),
     ("ar-EG", "Arab"), ("he", "Hebr"), ("en-GB", "Latn"), ("", "Latn")],
)  # fmt: skip
def test_the_language_chooses_the_letter_shapes(language: str, script: str) -> None:
    assert script_of(language) == script


def test_every_card_of_the_real_outlines_keeps_its_words(shared_decks: Path, tmp_path: Path) -> None:
    names = ("dataone__05_qaqc-slides.md", "lecture-dsa-2__ch06_stacks.md", "openchain-jwg__OSS_License.md")
    for name in names:
        lecture, _ = import_file(shared_decks / "outlines" / name, AssetStore(tmp_path))
        for scene in lecture.scenes:
            assert isinstance(scene.visual, CardVisual)
            trace = Trace()
            paint_card(scene.visual, scene.script.language, 480, 270, trace)
            said = words(scene.visual.heading + "".join(point.text for point in scene.visual.points))
            assert sorted(words("".join(line.text for line in trace.lines))) == sorted(said)
            assert all(line.rect[3] <= 0.93 for line in trace.lines)


def test_the_paint_worker_answers_with_pixels(samples: Path) -> None:
    from pptx import Presentation

    deck = samples / "water-cycle.pptx"
    first = Presentation(str(deck)).slides[0].slide_id
    ask = {"do": "card", "heading": "Hello", "points": [[0, "a"], [1, "\U000f1234"]], "opening": False}
    size = {"width": 322, "height": 180}
    with Worker("paint") as worker:
        painted = answer(worker, Message({**ask, "language": "en", **size}))
        slide = Message({"do": "slide", "deck": str(deck), "slide": first, **size})
        drawn = answer(worker, slide)
    for told in (painted, drawn):
        page = np.frombuffer(told.blobs[0], np.uint8).reshape(180, 322, 3)
        assert page.std() > 3
    assert painted.header["left_out"] == ["the characters “\U000f1234”, which no installed font has"]
    assert all(len(pair) == 2 for pair in drawn.header["replaced"])


def test_a_step_of_a_plan_leaves_the_card_as_a_page(tmp_path: Path) -> None:
    step = CardStep("水循環", ((0, "蒸發"), (1, "海洋")), False, "zh-TW", 320, 180)
    with Workshop(Cache(tmp_path / "cache"), AssetStore(tmp_path), CancelToken()) as workshop:
        entry = execute(step, workshop)
    painted = pixels(paint_card(card("水循環", "蒸發", (1, "海洋")), "zh-TW", 320, 180))
    assert entry.blobs == pages.pack(painted).blobs
    assert entry.record["left_out"] == []


def answer(worker: Worker, message: Message) -> Message:
    (told,) = worker.request(message, CancelToken())
    return told
