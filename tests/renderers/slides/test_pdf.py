"""What a PDF file tells before it is drawn, and how its pages look: turned, cropped, locked, damaged."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.messages import Message
from renderers.slides import pages_worker, pdf
from studio.errors import BadFileError
from studio.lecture import Comment
from studio.ports import PdfPage
from studio.progress import NEVER
from tests.pdfs import Page, slide, write_pdf

RED = "1 0 0 rg 0 0 480 540 re f"
"""The left half of a page."""


def pages_of(path: Path) -> tuple[PdfPage, ...]:
    return pdf.pages_in(pdf.look(path, path.name, NEVER))


def drawn(path: Path, page: int, width: int, height: int) -> NDArray[np.uint8]:
    asked = {"do": "raster", "pdf": str(path), "page": page, "width": width, "height": height}
    (answer,) = pages_worker.handle(Message(asked), NEVER)
    return np.frombuffer(answer.blobs[0], np.uint8).reshape(height, width, 3)


def test_lines_stand_where_they_are_seen(tmp_path: Path) -> None:
    (page,) = pages_of(write_pdf(tmp_path / "a.pdf", [slide("Rain", "falls")]))
    title, point = page.lines
    assert (page.width, page.height) == (960, 540)
    assert (title.text, point.text) == ("Rain", "falls")
    assert title.left == pytest.approx(60 / 960, abs=0.01)
    assert title.top < 90 / 540 < title.bottom + 0.02
    assert title.bottom - title.top > 1.5 * (point.bottom - point.top)


def test_a_turned_and_cropped_page_is_read_and_drawn_as_it_is_shown(tmp_path: Path) -> None:
    upright = ((100.0, 300.0, 30.0, "Sideways in the file"),)
    turned = Page(upright, 540, 960, rotate=90, drawing="0 0 1 rg 0 480 540 480 re f")
    cropped = Page(((500.0, 300.0, 30.0, "Kept"),), crop=(480, 0, 960, 540), drawing=RED)
    path = write_pdf(tmp_path / "a.pdf", [turned, cropped])
    first, second = pages_of(path)
    assert (first.width, first.height) == (960, 540)
    assert first.lines == ()  # it runs down the page as it is shown
    assert (second.width, second.height) == (480, 540)
    assert second.lines[0].left == pytest.approx(20 / 480, abs=0.02)
    page = drawn(path, 0, 96, 54)
    assert page[27, 90, 2] > 200
    assert page[27, 90, 0] < 50  # what stands at the top of the page before it is turned
    assert (drawn(path, 1, 48, 54)[40, 5] == 255).all()  # the red half is cut off


def test_sticky_notes_are_told_and_not_drawn(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [Page(notes=(("Mei", "Too long?"),))])
    (page,) = pages_of(path)
    assert page.notes == (Comment("Mei", "Too long?", "2024-05-03T10:15:00"),)
    assert (drawn(path, 0, 960, 540) == 255).all()


def test_bookmarks_lead_to_their_pages(tmp_path: Path) -> None:
    marks = (("Water", 1), ("Ice", 3))
    pages = pages_of(write_pdf(tmp_path / "a.pdf", [slide(name) for name in "abc"], marks))
    assert [page.bookmark for page in pages] == ["Water", "", "Ice"]


def test_a_locked_file_is_told_from_one_that_opens_by_itself(tmp_path: Path) -> None:
    (page,) = pages_of(write_pdf(tmp_path / "free.pdf", [slide("Rain")], password=""))
    assert page.lines[0].text == "Rain"
    with pytest.raises(BadFileError, match="is locked with a password"):
        pages_of(write_pdf(tmp_path / "locked.pdf", [slide("Rain")], password="secret"))


@pytest.mark.parametrize(
    ("catalog", "pages", "told"),
    [
        (
            "/AcroForm<</XFA 1 0 R>>/NeedsRendering true",
            1,
            "is a form that only Adobe's own program can draw",
        ),
        ("", 0, "holds no page"),
    ],
)
def test_files_without_pages_of_their_own_end_in_one_sentence(
    tmp_path: Path, catalog: str, pages: int, told: str
) -> None:
    path = write_pdf(tmp_path / "a.pdf", [slide("Rain")] * pages, catalog=catalog)
    with pytest.raises(BadFileError, match=told):
        pages_of(path)


def test_half_a_file_costs_what_is_missing_and_no_more(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [slide(f"Page {n}", "words " * 9) for n in range(20)])
    data = path.read_bytes()
    for share in range(1, 10):
        path.write_bytes(data[: len(data) * share // 10])
        with suppress(BadFileError):
            assert len(pages_of(path)) <= 20


def test_a_page_of_another_shape_than_the_lecture_says_takes_no_memory(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [Page(width=3, height=9000)])
    with pytest.raises(BadFileError, match="Page 1 of a PDF has another shape"):
        drawn(path, 0, 960, 540)


def test_bookmarks_that_are_no_text_cost_nothing_else(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [slide("Rain"), slide("Snow")], [("Water", 1), ("Ice", 2)])
    title = ("\ufeffWater".encode("utf-16-be")).hex().encode()
    path.write_bytes(
        path.read_bytes().replace(title, b"feffd800d800d800d800d800"[: len(title)].ljust(len(title), b"0"))
    )
    pages = pages_of(path)
    assert [page.lines[0].text for page in pages] == ["Rain", "Snow"]
    assert pages[1].bookmark == "Ice"
