"""The pages of a PDF become the pages of a lecture: real decks, real PDFs, and the very frames that are shown."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from renderers import engine, exact_pages, page_plan, pages
from renderers.slides import libreoffice, prepared
from renderers.workshop import Workshop
from studio import edits
from studio.coherence import visible_text
from studio.errors import BadFileError, NoMatchError
from studio.exact_pages import Exact
from studio.importers import import_file
from studio.lecture import Lecture
from tests import fakes
from tests.sheets import Sheet, write_sheets

PINK = (1.0, 0.6, 0.8)
needs_libreoffice = pytest.mark.skipif(
    libreoffice.unavailable() is not None, reason="LibreOffice is not here"
)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with fakes.workshop(tmp_path / "work") as opened:
        yield opened


@pytest.fixture(scope="module")
def sample(samples: Path) -> Path:
    return samples / "water-cycle.pptx"


@pytest.fixture(scope="module")
def printed(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample lesson as a PDF of all its slides."""
    folder = tmp_path_factory.mktemp("printed")
    shown = folder / "deck.pptx"
    shown.write_bytes(prepared.prepare(sample).deck)
    (folder / "all.pdf").write_bytes(libreoffice.convert(shown, "pdf"))
    return folder / "all.pdf"


def arranged(source: Path, order: Sequence[int], target: Path) -> Path:
    """A PDF of some pages (numbers from 1) of another one."""
    document, made = pypdfium2.PdfDocument(source), pypdfium2.PdfDocument.new()
    for number in order:
        made.import_pages(document, [number - 1])
    made.save(target)
    made.close()
    document.close()
    return target


def matched(exact: Exact, lecture: Lecture) -> dict[int, int]:
    """Slide number -> page number."""
    given = dict(exact.pages)
    return {number: given[s.id].number for number, s in enumerate(lecture.scenes, start=1) if s.id in given}


@needs_libreoffice
def test_pages_are_found_however_the_pdf_was_made(
    sample: Path, printed: Path, shop: Workshop, tmp_path: Path
) -> None:
    lecture, _ = import_file(sample, shop.assets)
    count = len(lecture.scenes)
    every = list(range(1, count + 1))
    hidden = {number for number, scene in enumerate(lecture.scenes, start=1) if scene.hidden}
    shuffled = random.Random(5).sample(every, count)
    for name, order in {
        "all": every,
        "shown": [number for number in every if number not in hidden],
        "without": [number for number in every if number not in (2, 5)],
        "range": every[2:6],
        "shuffled": shuffled,
    }.items():
        pdf = arranged(printed, order, tmp_path / f"{name}.pdf")
        found = exact_pages.from_pdf(lecture, pdf, shop)
        assert matched(found, lecture) == {n: order.index(n) + 1 for n in every if n in order}, name
        assert found.doubtful == 0, name


def test_a_deck_of_pictures_alone_is_matched_by_what_is_seen(shop: Workshop, tmp_path: Path) -> None:
    deck, drawn = Presentation(), [blocks(number) for number in range(6)]
    for number, picture in enumerate(drawn):
        picture.save(tmp_path / f"{number}.png")
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes.add_picture(str(tmp_path / f"{number}.png"), 0, 0, Inches(10), Inches(7.5))
    deck.save(str(tmp_path / "pictures.pptx"))
    lecture, _ = import_file(tmp_path / "pictures.pptx", shop.assets)
    drawn[0].save(tmp_path / "some.pdf", save_all=True, append_images=[drawn[n] for n in (1, 3, 5)])
    found = exact_pages.from_pdf(lecture, tmp_path / "some.pdf", shop)
    assert matched(found, lecture) == {1: 1, 2: 2, 4: 3, 6: 4}
    assert found.doubtful == 0


def blocks(seed: int) -> Image.Image:
    some, picture = random.Random(seed), np.full((60, 80, 3), 255, np.uint8)
    for _ in range(5):
        top, left = some.randrange(45), some.randrange(60)
        picture[top : top + 15, left : left + 20] = [some.randrange(200) for _ in range(3)]
    return Image.fromarray(picture).resize((800, 600), Image.Resampling.NEAREST)


def test_the_frames_show_the_page_of_the_pdf(sample: Path, shop: Workshop, tmp_path: Path) -> None:
    lecture, _ = import_file(sample, shop.assets)
    sheets = [
        Sheet(visible_text(scene), PINK, lecture.width, lecture.height)
        for scene in lecture.scenes
        if not scene.hidden
    ]
    found = exact_pages.from_pdf(lecture, write_sheets(tmp_path / "pink.pdf", sheets), shop)
    assert found.slides == len(sheets)
    shown = edits.set_pages(lecture, dict(found.pages))
    scene = next(each for each in shown.scenes if not each.hidden)
    step = page_plan.page_step(scene, shown, fakes.PROFILE, fakes.means(fakes.PROFILE, converter=""))
    fakes.run(engine.run([step], shop, "prepare", 1))
    corner = pages.unpack(shop.entry(step.key)).y[-20:, -20:]
    bare = page_plan.page_step(
        lecture.scenes[0], lecture, fakes.PROFILE, fakes.means(fakes.PROFILE, converter="")
    )
    assert bare.key != step.key
    assert (
        int(corner.min()) == int(corner.max()) < 200
    )  # the pink ground, as nothing that is drawn here has it


def test_the_pdf_of_another_deck_changes_nothing(sample: Path, shop: Workshop, tmp_path: Path) -> None:
    lecture, _ = import_file(sample, shop.assets)
    other = [
        Sheet(f"Minutes of meeting {n}\nBudget, rooms, heating, keys", (1, 1, 1), 960, 540) for n in range(9)
    ]
    with pytest.raises(NoMatchError, match="does not belong to these slides"):
        exact_pages.from_pdf(lecture, write_sheets(tmp_path / "other.pdf", other), shop)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\nnothing", b"GIF89a"], ids=["empty", "cut off", "no PDF"])
def test_a_damaged_pdf_is_one_sentence(data: bytes, sample: Path, shop: Workshop, tmp_path: Path) -> None:
    lecture, _ = import_file(sample, shop.assets)
    (tmp_path / "bad.pdf").write_bytes(data)
    with pytest.raises(BadFileError, match=r"“bad.pdf” .*\.$"):
        exact_pages.from_pdf(lecture, tmp_path / "bad.pdf", shop)


def test_a_picture_or_a_single_page_stands_for_a_slide(shop: Workshop, tmp_path: Path) -> None:
    Image.new("RGB", (1600, 900), "teal").save(tmp_path / "board.png")
    picture = exact_pages.from_picture(tmp_path / "board.png", shop)
    assert (picture.width, picture.height, picture.file.media_type) == (1600, 900, "image/png")
    page = exact_pages.from_picture(write_sheets(tmp_path / "one.pdf", [Sheet("One")]), shop)
    assert (page.number, page.width, page.height, page.file.media_type) == (1, 720, 405, "application/pdf")


def test_what_cannot_stand_for_a_slide_is_one_sentence(shop: Workshop, tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="has 2 pages; choose a picture or a PDF of one page"):
        exact_pages.from_picture(write_sheets(tmp_path / "two.pdf", [Sheet("One"), Sheet("Two")]), shop)
    (tmp_path / "notes.txt").write_text("no picture")
    with pytest.raises(BadFileError, match=r"“notes.txt” cannot be shown as a slide"):
        exact_pages.from_picture(tmp_path / "notes.txt", shop)
    with pytest.raises(BadFileError, match=r"There is no file “gone.png”"):
        exact_pages.from_picture(tmp_path / "gone.png", shop)
