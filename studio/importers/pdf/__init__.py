"""PDF: every page becomes a scene that shows it, with the words that can be read on it.

The file itself is looked at by the `PdfReader` port, outside this program's own process.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError, MissingToolError
from studio.importers.ledger import Ledger
from studio.importers.lines import shortened
from studio.importers.pdf.wording import Wording, plain, wordings
from studio.importers.tools import Tools
from studio.languages import language_of
from studio.lecture import PDF, Asset, Lecture, PageImage, PictureVisual, Scene, Script
from studio.ports import PdfPage
from studio.privacy import marked
from studio.report import ImportReport, counted
from studio.titles import deck_title, numbered
from studio.validation import LARGEST_FILE, is_odd_shape

label = "PDF"
suffixes = (".pdf",)

_HEAD = 1024
"""A PDF may have other bytes before its first line (ISO 32000-2, 7.5.2, and what readers accept)."""
_NOTED = 0.6
"""The share of pages with just one sticky note from which the notes are a speaker's."""
_TITLED = 0.9
"""The share of pages with a bookmark of their own from which bookmarks are titles of slides, not sections."""
_DOUBLE, _ALMOST = (32 / 9, 32 / 10, 8 / 3), 0.01
"""The shapes of two slides side by side: programs put notes for a second screen there."""
_SAME_NAME = re.compile(r" \(\d{1,3}\)$")
_NO_TITLE = re.compile(
    r"(?:slide|folie|diapositive|diapositiva|投影片|幻灯片|page|seite)\s*\d+", re.IGNORECASE
)


def recognises(path: Path) -> bool:
    """By its first bytes."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return head.startswith(b"%PDF-") or (b"%PDF-" in head and path.suffix.lower() == ".pdf")


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """A scene a page; raises `StudioError` with one sentence where nothing can be read."""
    if tools.read_pdf is None:
        raise MissingToolError(f"“{path.name}” is a PDF, which cannot be read here; save it as .pptx first.")
    if path.stat().st_size > LARGEST_FILE:
        raise BadFileError(
            f"“{path.name}” is larger than {LARGEST_FILE >> 30} GB; save it with smaller pictures."
        )
    pages = tools.read_pdf(path)
    drawable = [page for page in pages if _is_drawable(page)]
    if not drawable:
        raise BadFileError(f"“{path.name}” has no page that can be drawn; make the PDF anew.")
    asset = store.add(path.read_bytes(), path.name, PDF)
    ledger = Ledger()
    words = wordings(pages)
    language = language_of("\n".join(wording.text for wording in words))
    book = _Book(asset, pages, words, language, _are_titles(pages), _are_speakers(pages))
    scenes: list[Scene] = []
    sectioned, section = _are_sections(pages), ""
    for number, page in enumerate(pages, start=1):
        if page.bookmark and sectioned:
            section = shortened(plain(page.bookmark))
        if _is_drawable(page):
            scenes.append(_scene(book, number, section, ledger))
        else:
            ledger.on(number, None).left_out("page", "The page is damaged or has no size and is left out.")
    _report_whole(book, scenes, ledger)
    width, height = _usual_size(drawable)
    lecture = Lecture(deck_title(tuple(scenes)), language, width, height, scenes=tuple(scenes))
    return lecture, ImportReport(path.name, len(pages)).with_entries(tuple(ledger.entries))


@dataclass(frozen=True, slots=True)
class _Book:
    """What is known of the whole file."""

    asset: Asset
    pages: tuple[PdfPage, ...]
    words: tuple[Wording, ...]
    language: str
    titled: bool
    """Bookmarks are the titles of the slides."""
    spoken: bool
    """Sticky notes are what a speaker says."""


def _scene(book: _Book, number: int, section: str, ledger: Ledger) -> Scene:
    page, wording = book.pages[number - 1], book.words[number - 1]
    scene_id = f"page-{number}"
    own = ledger.on(number, scene_id)
    title = (_bookmarked(page, wording) if book.titled else "") or wording.title or numbered(number)
    if not wording.text:
        own.left_out(
            "text", "No text can be read on this page, a scan perhaps; it can only be read out from a script."
        )
    paragraphs = marked(
        [plain(line) for note in page.notes for line in note.text.split("\n")] if book.spoken else []
    )
    if any(paragraph.private for paragraph in paragraphs):
        own.left_out("private notes", "Words in the script look private and are not spoken.")
    comments = () if book.spoken else page.notes
    if comments:
        many = f"{len(comments)} review comments are" if len(comments) != 1 else "1 review comment is"
        own.kept("comments", f"{many} kept for you alone, in no video, caption or transcript.")
    spoken = "\n".join(p.text for p in paragraphs if not p.private)
    return Scene(
        scene_id,
        title,
        PictureVisual(PageImage(book.asset, number, page.width, page.height), wording.text, comments),
        Script(paragraphs, language_of(spoken or wording.text, around=book.language)),
        section=section,
    )


def _bookmarked(page: PdfPage, wording: Wording) -> str:
    """The title that a page's bookmark gives; LibreOffice tells equal ones apart by a number behind them."""
    name = _SAME_NAME.sub("", shortened(plain(page.bookmark)))
    return "" if _NO_TITLE.fullmatch(name) or name == wording.title else name


def _is_drawable(page: PdfPage) -> bool:
    return not is_odd_shape(page.width, page.height)


def _usual_size(pages: Sequence[PdfPage]) -> tuple[float, float]:
    sizes = Counter((round(page.width, 1), round(page.height, 1)) for page in pages)
    return sizes.most_common(1)[0][0]


def _are_titles(pages: Sequence[PdfPage]) -> bool:
    return sum(bool(page.bookmark) for page in pages) >= max(2, _TITLED * len(pages))


def _are_sections(pages: Sequence[PdfPage]) -> bool:
    return not _are_titles(pages) and sum(bool(page.bookmark) for page in pages) >= 2


def _are_speakers(pages: Sequence[PdfPage]) -> bool:
    """Programs that put a speaker's words into a PDF give each page one note; reviewers do not."""
    single = sum(len(page.notes) == 1 for page in pages)
    return single >= max(3, _NOTED * len(pages)) and all(len(page.notes) <= 1 for page in pages)


def _report_whole(book: _Book, scenes: Sequence[Scene], ledger: Ledger) -> None:
    readable = sum(bool(wording.text) for wording in book.words)
    ledger.kept("pages", f"{counted(len(scenes), 'page')} of a PDF, shown as drawn there.")
    if readable:
        ledger.kept("text", f"{counted(readable, 'page')} with text that can be read out.")
    if book.spoken:
        noted = sum(bool(page.notes) for page in book.pages)
        ledger.kept("notes", f"{counted(noted, 'sticky note')}, taken as the words to speak.")
    sections = {scene.section for scene in scenes if scene.section}
    if sections:
        ledger.kept("sections", f"{counted(len(sections), 'bookmark')}, which become chapters.")
    sizes = {(round(page.width), round(page.height)) for page in book.pages if _is_drawable(page)}
    if len(sizes) > 1:
        ledger.replaced(
            "size", f"The pages have {len(sizes)} sizes; each is shown whole, with an edge where needed."
        )
    width, height = _usual_size([page for page in book.pages if _is_drawable(page)])
    if any(abs(width / height / wide - 1) < _ALMOST for wide in _DOUBLE):
        ledger.replaced(
            "notes",
            "The pages are two slides wide, perhaps with notes beside them, which would be seen in the video; "
            "make the PDF without notes.",
        )
