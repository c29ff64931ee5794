"""A PDF or a picture let go over an open lecture: what is shown then, how it is told, and the way back."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from studio import edits
from studio.assets import AssetStore
from studio.coherence import visible_text
from studio.errors import BadFileError
from studio.exact_pages import Exact, exact_pages
from studio.exact_pages.matching import NoPictures
from studio.importers import import_file
from studio.lecture import PDF, Asset, Lecture, PageImage, page_image
from studio.ports import PdfPage
from studio.progress import CancelToken, Progress
from studio.settings import assets_folder
from tests import fakes
from tests.sheets import Sheet, write_sheets
from tests.studio.edits.lessons import lesson
from ui.documents.showing import Readers
from ui.dropping import Dropping
from ui.hub import Hub
from ui.inspector.picture_section import PictureSection
from ui.inspector.section import Shown
from ui.language import languages
from ui.main_window import MainWindow

LONG_MS = 60_000
FILE = Asset("f" * 64, "lesson.pdf", PDF, 1)
PICTURE = PageImage(Asset("e" * 64, "board.png", "image/png", 1), 1, 1600, 900)
WORDS = (
    "Clouds gather over the sea",
    "Rain falls on the mountains",
    "An aside for teachers",
    "Rivers run back",
)
SLIDES = fakes.lecture(
    *(
        fakes.slide(n, text=text, hidden=n == 3)
        for n, text in enumerate(
            (
                "Clouds gather over the sea",
                "Rain falls on the mountains",
                "An aside for teachers",
                "Rivers run back",
            ),
            start=1,
        )
    )
)


def pages(lecture: Lecture, path: Path, cancel: CancelToken) -> Generator[object, None, Exact]:
    """What the engine does with a PDF whose words stand in a text file of that name."""
    yield Progress("load", 0, 1, "Reading")
    if not path.exists():
        raise BadFileError(f"There is no file “{path.name}”; check where it is and choose it again.")
    read = [PdfPage(720, 405, text) for text in path.read_text().split("\f")]
    return exact_pages(lecture, FILE, read, lambda _: NoPictures())


@pytest.fixture
def window(hub: Hub, qtbot: QtBot) -> MainWindow:
    languages.install(QApplication.instance(), "en")
    hub.documents.showing._readers = Readers(pages, lambda path, cancel: PICTURE)
    made = MainWindow(hub)
    qtbot.addWidget(made)
    hub.session.open(SLIDES, saved=True)
    return made


def written(path: Path, *texts: str) -> Path:
    path.write_text("\f".join(texts))
    return path


def dropping(window: MainWindow) -> Dropping:
    return window.findChild(Dropping)


def shown(hub: Hub) -> list[int | None]:
    """The page that each scene shows."""
    images = [page_image(scene.visual) for scene in hub.session.lecture.scenes]
    return [None if image is None else image.number for image in images]


def pressed(window: MainWindow, text: str, qtbot: QtBot) -> None:
    button = next(
        b for b in window.notices.findChildren(QPushButton) if b.text() == text and not b.isHidden()
    )
    button.click()


def test_a_pdf_of_the_deck_gives_its_slides_their_pages(
    hub: Hub, qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    told = [visible_text(scene) for scene in SLIDES.scenes]
    pdf = written(tmp_path / "lesson.pdf", told[0], told[1], told[3])
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        dropping(window).take([pdf])
    assert shown(hub) == [1, 2, None, 3]
    assert window.notices.text == "3 slides shown as in “lesson.pdf”."
    assert hub.actions.undo.text() == "Undo: Show 3 slides as in a PDF"
    pressed(window, "Undo", qtbot)
    assert hub.session.lecture is SLIDES
    assert window.notices.text == ""


def test_the_way_back_goes_with_the_next_change(
    hub: Hub, qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    pdf = written(tmp_path / "lesson.pdf", *(visible_text(scene) for scene in SLIDES.scenes))
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        hub.documents.showing.use_pages(pdf)
    assert window.notices.text
    hub.actions.undo.trigger()
    assert window.notices.text == "", "its Undo would undo something else now"
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        hub.documents.showing.use_pages(pdf)
    hub.session.open(SLIDES, saved=True)
    assert window.notices.text == "", "it tells of another lecture"


def test_what_a_pdf_lacks_is_told_in_numbers(
    hub: Hub, qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    pdf = written(
        tmp_path / "lesson.pdf",
        "Printed by the office on Monday",
        visible_text(SLIDES.scenes[0]),
        visible_text(SLIDES.scenes[1]),
    )
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        hub.documents.showing.use_pages(pdf)
    assert window.notices.text == (
        "2 slides shown as in “lesson.pdf”; 1 slide without a page there; 1 page of it not used."
    )


def test_slides_with_a_doubtful_page_are_selected_to_be_looked_at(
    hub: Hub, qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    told = [visible_text(scene) for scene in SLIDES.scenes]
    pdf = written(tmp_path / "lesson.pdf", told[0], "", told[2], told[3])  # the second page is a picture
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        hub.documents.showing.use_pages(pdf)
    assert shown(hub) == [1, 2, 3, 4]
    assert hub.session.selection == ("s2",)
    assert window.notices.text == "4 slides shown as in “lesson.pdf”; 1 selected, to be looked at."


def test_a_pdf_of_something_else_is_offered_as_a_new_lecture(
    hub: Hub, qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(hub.documents, "open", opened.append)
    pdf = written(
        tmp_path / "minutes.pdf", "Minutes of the meeting on heating", "Budget and keys", "Any other business"
    )
    with qtbot.waitSignal(hub.documents.showing.refused, timeout=LONG_MS):
        dropping(window).take([pdf])
    assert "does not belong to these slides" in window.notices.text
    assert hub.session.lecture is SLIDES
    pressed(window, "Import as a new lecture", qtbot)
    assert opened == [pdf]


def test_edits_made_while_it_is_read_stay(hub: Hub, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pdf = written(tmp_path / "lesson.pdf", *(visible_text(scene) for scene in SLIDES.scenes))
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        hub.documents.showing.use_pages(pdf)
        hub.session.edit("remove-scenes", lambda lecture: edits.remove(lecture, ["s2"]))
    assert [scene.id for scene in hub.session.lecture.scenes] == ["s1", "s3", "s4"]
    assert shown(hub) == [1, 3, 4]


def test_a_picture_takes_the_place_of_the_current_slide(
    hub: Hub, qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    hub.session.select(["s2"])
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        dropping(window).take([tmp_path / "board.png"])
    assert page_image(hub.session.lecture.scene("s2").visual) == PICTURE
    assert window.notices.text == "The picture is now “board.png”."
    assert hub.actions.undo.text() == "Undo: Replace the picture of “Slide 2”"
    assert hub.actions.draw_here.isEnabled()
    hub.actions.draw_here.trigger()
    assert shown(hub) == [None] * 4
    assert not hub.actions.draw_here.isEnabled()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("lesson.pdf",), "Let go to show the slides as in this PDF"),
        (("board.png",), "Let go to show this picture instead of “Slide 2”"),
        (("a.png", "b.png"), "Let go to open"),
        (("song.mp3",), "This kind of file cannot be opened here"),
    ],
)
def test_while_it_is_held_it_is_said_what_letting_go_does(
    hub: Hub, window: MainWindow, names: tuple[str, ...], told: str
) -> None:
    hub.session.select(["s2"])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/somewhere/{name}") for name in names])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), *how))
    assert dropping(window).hint._text.text() == told


def test_only_what_can_be_replaced_is_offered(hub: Hub, window: MainWindow) -> None:
    assert (hub.actions.use_pages.isEnabled(), hub.actions.replace_picture.isEnabled()) == (True, True)
    hub.session.open(lesson("a", "b"))
    assert (hub.actions.use_pages.isEnabled(), hub.actions.replace_picture.isEnabled()) == (False, False)
    hub.session.open(SLIDES, Path("/somewhere/x.lecture"), read_only=True)
    assert (hub.actions.use_pages.isEnabled(), hub.actions.replace_picture.isEnabled()) == (False, False)


def test_the_inspector_says_which_page_is_shown_and_leads_back(
    hub: Hub, qtbot: QtBot, window: MainWindow
) -> None:
    page = PageImage(FILE, 7, 720, 405)
    hub.session.edit("replace-picture", lambda lecture: edits.set_pages(lecture, {"s1": page}))
    section = PictureSection(hub)
    qtbot.addWidget(section)
    hub.workbench.page_key = lambda scene_id: "key"  # as if it were drawn
    lecture = hub.session.lecture
    section.show_values(Shown(lecture, (lecture.scenes[0],), lecture.scenes[0], True))
    assert section.source.text() == "Slide 1 of “deck.pptx”"
    assert section.painter.text() == "Page 7 of “lesson.pdf”"
    assert not section.back.isHidden()
    section.back.click()
    assert shown(hub) == [None] * 4
    lecture = hub.session.lecture
    section.show_values(Shown(lecture, (lecture.scenes[0],), lecture.scenes[0], True))
    assert section.back.isHidden()


def test_a_dropped_pdf_is_read_by_a_process_of_its_own(
    hub: Hub, qtbot: QtBot, samples: Path, tmp_path: Path
) -> None:
    window = MainWindow(hub)
    qtbot.addWidget(window)
    lecture, report = import_file(samples / "water-cycle.pptx", AssetStore(assets_folder()))
    hub.session.open(lecture, report=report)
    sheets = [Sheet(visible_text(s), width=lecture.width, height=lecture.height) for s in lecture.scenes]
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        dropping(window).take([write_sheets(tmp_path / "water.pdf", sheets)])
    assert shown(hub) == list(range(1, len(lecture.scenes) + 1))
    Image.new("RGB", (1600, 900), "teal").save(tmp_path / "board.png")
    with qtbot.waitSignal(hub.documents.showing.shown, timeout=LONG_MS):
        dropping(window).take([tmp_path / "board.png"])
    image = page_image(hub.session.scene.visual)
    assert (image.file.name, image.width, image.height) == ("board.png", 1600, 900)
    assert image.file.digest in AssetStore(assets_folder())
