"""Asks before something is lost: unsaved work, or a video that is still being made. Never waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from ui.look import theme

if TYPE_CHECKING:
    from ui.documents import Leaving
    from ui.hub import Hub

LONGEST_TITLE = 96
"""Characters of a title that make a lecture known."""
Answer = Callable[[], None]
_Role = QMessageBox.ButtonRole


class CloseGuard(QObject):
    """The questions of one window."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self._hub, self._window = hub, window
        self._quitting = self._may_close = False
        self._asked = False
        """Whether the question about unsaved work has told about the videos, too."""
        self.box: QMessageBox | None = None
        hub.documents.leaving.connect(self._ask_to_leave)

    def may_close(self) -> bool:
        """Whether the window can close now. Where not, the user is asked; the window is closed after his answer."""
        if self._may_close:
            return True
        documents = self._hub.documents
        if not self._hub.session.is_modified and not documents.saving and not self._hub.exporting.busy:
            return True
        if self.box is None:
            self._quitting = True
            documents.leave(self._ask_about_exports, self._stay)
        return False

    def _ask_to_leave(self, leaving: Leaving) -> None:
        name = _short(leaving.title) or self.tr("Untitled")
        more = self.tr("What you do not save is lost.")
        if self._quitting and self._hub.exporting.busy:
            more = f"{more} {self._about_exports()}"
            self._asked = True
        box = self._box(self.tr("Save the changes to “{name}”?").format(name=name), more)
        save = box.addButton(self.tr("Save"), _Role.AcceptRole)
        discard = box.addButton(self.tr("Don't save"), _Role.DestructiveRole)
        box.addButton(self.tr("Cancel"), _Role.RejectRole)
        box.setDefaultButton(save)
        self._show(box, {save: leaving.save, discard: leaving.discard}, leaving.cancel)

    def _ask_about_exports(self) -> None:
        if not self._hub.exporting.busy or self._asked:
            self._close()
            return
        box = self._box(self.tr("Quit and stop making the video?"), self._about_exports())
        box.setDefaultButton(box.addButton(self.tr("Keep going"), _Role.RejectRole))
        leave = box.addButton(self.tr("Quit"), _Role.DestructiveRole)
        self._show(box, {leave: self._close}, self._stay)

    def _about_exports(self) -> str:
        names = [job.order.out.name for job in self._hub.exporting.running]
        if len(names) == 1:
            return self.tr("“{name}” is still being made and will be given up.").format(name=names[0])
        return self.tr("%n video(s) are still being made and will be given up.", "", len(names))

    def _stay(self) -> None:
        self._quitting = self._asked = False

    def _close(self) -> None:
        self._may_close = True
        self._window.close()

    def _box(self, text: str, more: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIconPixmap(theme.icon("help-circle", "accent").pixmap(32, 32))
        box.setWindowTitle("Lecture Studio")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(more)
        question = box.findChild(QLabel, "qt_msgbox_label")
        if question is not None:
            question.setProperty("role", "heading")
        told = box.findChild(QLabel, "qt_msgbox_informativelabel")
        if (
            told is not None
        ):  # it always wraps; a least width of the question's would let a long title be cut off
            told.setMinimumWidth(320)
        return box

    def _show(self, box: QMessageBox, answers: dict[QPushButton, Answer], otherwise: Answer) -> None:
        """Ask; Escape and the corner of the box are answered by `otherwise`."""

        def finished() -> None:
            clicked = box.clickedButton()
            self.box = None
            box.deleteLater()
            next((answer for button, answer in answers.items() if button is clicked), otherwise)()

        self.box = box
        box.finished.connect(finished)
        box.open()


def _short(title: str) -> str:
    flat = " ".join(title.split())
    return flat if len(flat) <= LONGEST_TITLE else f"{flat[: LONGEST_TITLE - 1].rstrip()}…"
