"""Where one begins: everything can be reached, and nothing that a crash left is lost by a slip."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from renderers import profiles
from renderers.export import Order
from studio import edits
from studio.errors import Cancelled
from studio.importers.pptx.picture_sizes import BLANK
from studio.progress import CancelToken, Progress
from studio.recovery import Pending, pending
from tests.studio.edits.lessons import lesson, scene
from tests.ui.desk import load, saved_lesson
from ui.close_guard import CloseGuard
from ui.dropping import Dropping
from ui.hub import Hub
from ui.welcome import UnsavedOffer, Welcome, thumbnails
from ui.welcome.outline_dialog import OutlineDialog

LONG_MS = 60_000
"""Much longer than anything takes, even on a busy machine."""


@pytest.fixture
def welcome(hub: Hub, qtbot: QtBot) -> Welcome:
    hub.documents._load = load
    made = Welcome(hub)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_every_way_to_begin_is_one_click_away(hub: Hub, qtbot: QtBot, welcome: Welcome) -> None:
    asked: list[str] = []
    for name in ("import_file", "open"):
        getattr(hub.actions, name).triggered.connect(lambda _=False, name=name: asked.append(name))
    slides, _, sample, lecture = welcome.starts
    for start in (slides, lecture):
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert asked == ["import_file", "open"]
    with qtbot.waitSignal(hub.documents.imported, timeout=LONG_MS):
        qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
    assert "water" in hub.session.lecture.title.lower()


def test_an_outline_is_written_on_the_spot(hub: Hub, qtbot: QtBot, welcome: Welcome) -> None:
    qtbot.keyClick(welcome.starts[1], Qt.Key.Key_Space)
    dialog = welcome.window().findChild(OutlineDialog)
    assert not dialog.make.isEnabled()
    dialog.text.setFocus()
    QApplication.clipboard().setText("# Wind\n\n## Why it blows\n\n- Warm air rises\n\nNotes: Air moves.")
    qtbot.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(hub.documents.imported, timeout=LONG_MS):
        qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    assert hub.session.lecture.title == "Wind"
    assert "Air moves." in "".join(scene.script.words for scene in hub.session.lecture.scenes)


class TestRecent:
    """Lessons opened lately."""

    def test_a_lesson_is_opened_with_the_keyboard(
        self, hub: Hub, qtbot: QtBot, welcome: Welcome, tmp_path: Path
    ) -> None:
        first, second = (saved_lesson(tmp_path / f"{name}.lecture", name) for name in ("Rain", "Sun"))
        hub.settings.add_recent(first)
        hub.settings.add_recent(second)
        qtbot.waitUntil(lambda: len(welcome.recent.recents) == 2, timeout=LONG_MS)
        welcome.recent.setFocus()
        qtbot.keyClick(welcome.recent, Qt.Key.Key_Home)
        qtbot.keyClick(welcome.recent, Qt.Key.Key_Right)
        with qtbot.waitSignal(hub.session.opened, timeout=LONG_MS):
            qtbot.keyClick(welcome.recent, Qt.Key.Key_Return)
        assert hub.session.lecture.title == "Rain"
        assert hub.settings.recent == (first, second)

    def test_a_file_that_is_gone_says_so_and_can_be_taken_out(
        self, hub: Hub, qtbot: QtBot, welcome: Welcome, tmp_path: Path
    ) -> None:
        hub.settings.add_recent(tmp_path / "Gone.lecture")
        qtbot.waitUntil(lambda: len(welcome.recent.recents) == 1, timeout=LONG_MS)
        index = welcome.recent.model().index(0, 0)
        assert "no longer there" in index.data(Qt.ItemDataRole.AccessibleTextRole)
        qtbot.mouseClick(
            welcome.recent.viewport(),
            Qt.MouseButton.LeftButton,
            pos=welcome.recent.visualRect(index).center(),
        )
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions()] == ["Take out of the list"]
        menu.close()
        welcome.recent.setCurrentIndex(index)
        qtbot.keyClick(welcome.recent, Qt.Key.Key_Delete)
        assert hub.settings.recent == ()
        qtbot.waitUntil(lambda: welcome.recent.isHidden(), timeout=LONG_MS)

    def test_the_first_slide_is_kept_as_its_picture(
        self, hub: Hub, qtbot: QtBot, welcome: Welcome, tmp_path: Path
    ) -> None:
        path = saved_lesson(tmp_path / "Rain.lecture")
        hub.settings.add_recent(path)
        hub.session.open(lesson(scene("a", "One.")), path, saved=True)
        picture = QImage(thumbnails.WIDTH, thumbnails.HEIGHT, QImage.Format.Format_RGB32)
        picture.fill(0x3157C8)
        thumbnails.store(path, picture)
        hub.session.close()
        qtbot.waitUntil(
            lambda: bool(welcome.recent.recents) and welcome.recent.recents[0].image is not None,
            timeout=LONG_MS,
        )
        assert welcome.recent.recents[0].image.pixelColor(9, 9).name() == "#3157c8"


def journal(tmp_path: Path, source: Path | None = None, **facts: bool) -> Pending:
    told = {"found": True, "newer": True, "changed_elsewhere": False, **facts}
    return Pending(
        tmp_path / "x.journal", "Water cycle", source, datetime(2026, 5, 1, 12, 4, tzinfo=UTC), **told
    )


class TestUnsaved:
    """Work that a crash left."""

    def test_it_is_offered_by_name_and_time(self, hub: Hub, welcome: Welcome, tmp_path: Path) -> None:
        hub.documents._set_unsaved((journal(tmp_path),))
        (card,) = welcome.cards
        assert "Water cycle" in card.text.text()
        assert "04" in card.text.text()
        assert "never saved" in card.more.text()

    @pytest.mark.parametrize(
        ("facts", "said"),
        [
            ({"found": False}, "no longer at"),
            ({"newer": False}, "saved later"),
            ({"changed_elsewhere": True}, "Somebody else"),
        ],
    )
    def test_what_one_should_know_before_is_told(
        self, hub: Hub, welcome: Welcome, tmp_path: Path, facts: dict[str, bool], said: str
    ) -> None:
        hub.documents._set_unsaved((journal(tmp_path, tmp_path / "W.lecture", **facts),))
        assert said in welcome.cards[0].more.text()

    def test_discarding_is_asked_for_twice(
        self, hub: Hub, qtbot: QtBot, welcome: Welcome, tmp_path: Path
    ) -> None:
        left = journal(tmp_path)
        left.path.write_bytes(b"LSJ1")
        hub.documents._set_unsaved((left,))
        card = welcome.cards[0]
        qtbot.mouseClick(card.discard_button, Qt.MouseButton.LeftButton)
        assert left.path.exists()
        qtbot.mouseClick(card.keep_button, Qt.MouseButton.LeftButton)
        assert not card.recover_button.isHidden()
        qtbot.mouseClick(card.discard_button, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(hub.documents.unsaved_changed, timeout=LONG_MS):
            qtbot.mouseClick(card.sure_button, Qt.MouseButton.LeftButton)
        assert not left.path.exists()
        assert welcome.cards == ()

    def test_it_is_recovered_from_the_card(
        self, hub: Hub, qtbot: QtBot, welcome: Welcome, tmp_path: Path
    ) -> None:
        hub.session.open(lesson(scene("a", "One.")))
        hub.documents.autosave.start(None, None)
        hub.documents.autosave.stop(keep=True, wait=True)
        hub.session.close()
        hub.documents.begin()
        qtbot.waitUntil(lambda: len(welcome.cards) == 1, timeout=LONG_MS)
        with qtbot.waitSignal(hub.session.opened, timeout=LONG_MS):
            qtbot.mouseClick(welcome.cards[0].recover_button, Qt.MouseButton.LeftButton)
        assert hub.session.lecture.title == "Lesson"
        assert welcome.cards == ()


class TestOffer:
    """Unsaved work while a lecture hides the welcome page."""

    @pytest.fixture
    def left(self, hub: Hub, qtbot: QtBot, window: Window, tmp_path: Path) -> Path:
        """A file whose lecture was being edited when the program crashed."""
        path = saved_lesson(tmp_path / "Rain.lecture")
        hub.documents.open(path)
        qtbot.waitUntil(lambda: hub.session.lecture is not None and hub.tasks.idle, timeout=LONG_MS)
        hub.session.edit("set-title", lambda lecture: edits.set_title(lecture, "Edited"))
        hub.documents.autosave.stop(keep=True, wait=True)
        hub.documents._close_lecture()
        return path

    def test_a_file_named_at_the_start_does_not_hide_it(
        self, hub: Hub, qtbot: QtBot, window: Window, left: Path, samples: Path
    ) -> None:
        hub.documents.begin()
        hub.documents.open(samples / "water-cycle.pptx")
        qtbot.waitUntil(lambda: window.offer.dialog is not None, timeout=LONG_MS)
        (card,) = window.offer.dialog.cards
        assert "Edited" in card.text.text()
        window.offer.dialog.reject()
        assert len(hub.documents.unsaved) == 1
        qtbot.waitUntil(lambda: hub.tasks.idle, timeout=LONG_MS)

    def test_opening_its_file_offers_it(self, hub: Hub, qtbot: QtBot, window: Window, left: Path) -> None:
        hub.documents.begin()
        qtbot.waitUntil(lambda: len(hub.documents.unsaved) == 1, timeout=LONG_MS)
        assert window.offer.dialog is None  # the welcome page shows it
        hub.documents.open(left)
        qtbot.waitUntil(lambda: window.offer.dialog is not None, timeout=LONG_MS)
        assert hub.session.lecture.title == "Rain"
        qtbot.mouseClick(window.offer.dialog.cards[0].recover_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: hub.session.lecture.title == "Edited", timeout=LONG_MS)
        assert hub.session.path == left
        assert not hub.session.read_only
        assert window.offer.dialog is None


class Window(QMainWindow):
    """A window that asks before it closes and takes files."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.guard = CloseGuard(hub, self)
        self.dropping = Dropping(hub, self)
        self.offer = UnsavedOffer(hub, self)

    def closeEvent(self, event) -> None:
        event.setAccepted(self.guard.may_close())


@pytest.fixture
def window(hub: Hub, qtbot: QtBot) -> Window:
    hub.documents._load = load
    made = Window(hub)
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window.guard, "_may_close", True))
    made.resize(600, 400)
    made.show()
    return made


class TestClosing:
    """Unsaved work is asked about, whatever closes the window."""

    def begin(self, hub: Hub, window: Window, path: Path | None) -> list[str]:
        hub.session.open(lesson(scene("a", "One.")), path)
        window.close()
        assert window.isVisible()
        return [button.text() for button in window.guard.box.buttons()]

    def press(self, qtbot: QtBot, window: Window, text: str) -> None:
        box = window.guard.box
        button = next(button for button in box.buttons() if button.text() == text)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def test_a_long_title_is_read_whole(self, hub: Hub, qtbot: QtBot, window: Window) -> None:
        title = "An introduction to distributed version control for the whole of the faculty"
        hub.session.open(replace(lesson(scene("a", "One.")), title=title))
        window.close()
        question = window.guard.box.findChild(QLabel, "qt_msgbox_label")
        qtbot.waitUntil(question.isVisible)
        room = question.heightForWidth(question.width()) if question.wordWrap() else question.height()
        assert question.wordWrap() or question.width() >= question.sizeHint().width()
        assert question.height() >= room

    def test_an_endless_title_leaves_room_for_the_answers(self, hub: Hub, window: Window) -> None:
        hub.session.open(replace(lesson(scene("a", "One.")), title="All there is to know " * 40))
        window.close()
        assert len(window.guard.box.text()) < 140
        assert "…" in window.guard.box.text()

    def test_cancel_stays(self, hub: Hub, qtbot: QtBot, window: Window) -> None:
        assert set(self.begin(hub, window, None)) == {"Save", "Don't save", "Cancel"}
        self.press(qtbot, window, "Cancel")
        assert window.isVisible()
        window.close()  # and is asked again
        assert window.guard.box is not None
        qtbot.keyClick(window.guard.box, Qt.Key.Key_Escape)
        assert window.isVisible()
        assert window.guard.box is None

    def test_not_saving_closes_and_leaves_no_journal(self, hub: Hub, qtbot: QtBot, window: Window) -> None:
        self.begin(hub, window, None)
        hub.documents.autosave.start(None, None)
        hub.documents.autosave.journal.flush()
        self.press(qtbot, window, "Don't save")
        assert not window.isVisible()
        hub.documents.close()
        assert pending() == ()

    def test_saving_closes_when_the_file_stands(
        self, hub: Hub, qtbot: QtBot, window: Window, tmp_path: Path
    ) -> None:
        path = tmp_path / "Rain.lecture"
        self.begin(hub, window, path)
        self.press(qtbot, window, "Save")
        qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
        assert path.exists()

    def test_without_a_file_one_is_asked_for_and_giving_up_stays(
        self, hub: Hub, qtbot: QtBot, window: Window, tmp_path: Path
    ) -> None:
        self.begin(hub, window, None)
        with qtbot.waitSignal(hub.documents.save_wanted, timeout=LONG_MS):
            self.press(qtbot, window, "Save")
        hub.documents.give_up_saving()
        assert window.isVisible()
        window.close()
        self.press(qtbot, window, "Save")
        hub.documents.save_as(tmp_path / "Rain.lecture")
        qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)

    def test_nothing_unsaved_is_not_asked_about(self, hub: Hub, window: Window) -> None:
        window.close()
        assert not window.isVisible()


class Engine:
    """Makes a video until it is told to stop."""

    def export(self, order: Order, cancel: CancelToken):
        while not cancel.cancelled:
            yield Progress("render", 0, 1)
        raise Cancelled

    def close(self) -> None:
        pass


class TestClosingWhileAVideoIsMade:
    """Who quits is told what that gives up."""

    def begin(self, hub: Hub, tmp_path: Path) -> None:
        hub.exporting.make_engine = Engine
        hub.exporting.start(
            Order(lesson(scene("a", "One.")), profiles.load("draft-540p"), tmp_path / "Rain.mp4")
        )

    def test_it_can_go_on(self, hub: Hub, qtbot: QtBot, window: Window, tmp_path: Path) -> None:
        self.begin(hub, tmp_path)
        window.close()
        box = window.guard.box
        assert "Rain.mp4" in box.informativeText()
        qtbot.mouseClick(box.defaultButton(), Qt.MouseButton.LeftButton)
        assert window.isVisible()
        assert hub.exporting.busy
        window.close()
        (quit_button,) = (button for button in window.guard.box.buttons() if button.text() == "Quit")
        qtbot.mouseClick(quit_button, Qt.MouseButton.LeftButton)
        assert not window.isVisible()

    def test_one_question_tells_of_both(self, hub: Hub, qtbot: QtBot, window: Window, tmp_path: Path) -> None:
        self.begin(hub, tmp_path)
        hub.session.open(lesson(scene("a", "One.")))
        window.close()
        assert "Rain.mp4" in window.guard.box.informativeText()
        discard = next(button for button in window.guard.box.buttons() if button.text() == "Don't save")
        qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
        assert not window.isVisible()


def drop(window: Window, *files: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(50, 50), *how)
    QApplication.sendEvent(window, entering)
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *how))
    return entering.isAccepted()


class TestDropping:
    """Files dropped anywhere."""

    def test_a_deck_is_imported(self, hub: Hub, qtbot: QtBot, window: Window, samples: Path) -> None:
        with qtbot.waitSignal(hub.documents.imported, timeout=LONG_MS):
            assert drop(window, samples / "water-cycle.pptx")

    def test_other_files_are_refused_in_words(
        self, hub: Hub, qtbot: QtBot, window: Window, tmp_path: Path
    ) -> None:
        with qtbot.waitSignal(hub.documents.failed, timeout=LONG_MS) as failed:
            drop(window, tmp_path / "holiday.mp3")
        assert "holiday.mp3" in str(failed.args[0])
        assert hub.documents.opening is None

    def test_several_pictures_become_one_lecture(
        self, hub: Hub, qtbot: QtBot, window: Window, tmp_path: Path
    ) -> None:
        names = ("10_rain.png", "2_clouds.png", "2_clouds.txt", "song.mp3")
        for name, content in zip(names, (BLANK, BLANK, b"Clouds are cold.", b""), strict=True):
            (tmp_path / name).write_bytes(content)
        with qtbot.waitSignal(hub.documents.imported, timeout=LONG_MS):
            drop(window, *(tmp_path / name for name in names if not name.endswith(".txt")))
        scenes = hub.session.lecture.scenes
        assert [(scene.title, scene.script.words) for scene in scenes] == [
            ("clouds", "Clouds are cold."),
            ("rain", ""),
        ]

    def test_a_folder_of_pictures_becomes_a_lecture(
        self, hub: Hub, qtbot: QtBot, window: Window, tmp_path: Path
    ) -> None:
        folder = tmp_path / "The water cycle"
        folder.mkdir()
        (folder / "1.png").write_bytes(BLANK)
        with qtbot.waitSignal(hub.documents.imported, timeout=LONG_MS):
            drop(window, folder)
        assert hub.session.lecture.title == "The water cycle"

    def test_of_several_files_the_first_that_can_be_read_is_opened(
        self, hub: Hub, qtbot: QtBot, window: Window, samples: Path, tmp_path: Path
    ) -> None:
        with qtbot.waitSignals([hub.documents.told, hub.documents.imported], timeout=LONG_MS):
            drop(
                window, tmp_path / "x.jpg", samples / "water-cycle.pptx", samples / "water-cycle.zh-Hant.pptx"
            )
        assert "water" in hub.session.lecture.title.lower()

    def test_what_letting_go_will_do_is_told(self, window: Window, samples: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(samples / "water-cycle.pptx"))])
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), *how))
        assert window.dropping.hint.isVisible()
        QApplication.sendEvent(window, QDragLeaveEvent())
        assert not window.dropping.hint.isVisible()

    def test_text_that_is_dragged_is_no_file(self, window: Window) -> None:
        data = QMimeData()
        data.setText("words")
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(window, event)
        assert not event.isAccepted()
