"""Files dropped anywhere on the window: the first one that can be read is opened, others are refused in words.

Several pictures are opened together: they become the scenes of one lecture. Over a lecture made from a deck a PDF
gives its slides their pages, over any lecture a single picture takes the place of the current slide's.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from studio.errors import BadFileError
from ui import deck_offer
from ui.documents.naming import is_openable, is_picture
from ui.look import theme

if TYPE_CHECKING:
    from ui.hub import Hub

Meaning = Literal["open", "pages", "picture", "nothing"]
"""What files mean that are let go over the window."""

_MIDDLE = Qt.AlignmentFlag.AlignCenter


class DropHint(QFrame):
    """Lies over the window while files are held over it, and says what letting go will do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("notice", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon, self._text = QLabel(alignment=_MIDDLE), QLabel(alignment=_MIDDLE)
        self._text.setProperty("role", "heading")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._text)
        column.addStretch(1)
        self.hide()

    def show_for(self, meaning: Meaning, title: str = "") -> None:
        """Say what letting go will do; `title` is that of the current scene."""
        words: dict[Meaning, tuple[str, str]] = {
            "open": (self.tr("Let go to open"), "file-up"),
            "pages": (self.tr("Let go to show the slides as in this PDF"), "presentation"),
            "picture": (self.tr("Let go to show this picture instead of “{title}”"), "image"),
            "nothing": (self.tr("This kind of file cannot be opened here"), "x-circle"),
        }
        text, icon = words[meaning]
        self._text.setText(text.format(title=" ".join(title.split()) or self.tr("this slide")))
        self._icon.setPixmap(theme.icon(icon, "muted" if meaning == "nothing" else "accent").pixmap(48, 48))
        self.setGeometry(self._window.rect().adjusted(16, 16, -16, -16))
        self.show()
        self.raise_()


class Dropping(QObject):
    """Lets a window take files. Views may take drops of their own first; what they leave arrives here."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self._hub, self._window = hub, window
        self.hint = DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take part in drags over the window."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDragMoveEvent):
            return self._held(event)
        if kind is QEvent.Type.DragLeave:
            self.hint.hide()
        elif kind is QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._dropped(event)
        return super().eventFilter(watched, event)

    def _held(self, event: QDragMoveEvent) -> bool:
        files = _files(event.mimeData())
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        scene = self._hub.session.scene
        self.hint.show_for(self._meaning(files), scene.title if scene is not None else "")
        return True

    def _meaning(self, files: list[Path]) -> Meaning:
        showing = self._hub.documents.showing
        if not any(is_openable(path) for path in files):
            return "nothing"
        if len(files) == 1 and files[0].suffix.lower() == ".pdf" and showing.takes_pages():
            return "pages"
        if len(files) == 1 and is_picture(files[0]) and showing.takes_picture():
            return "picture"
        return "open"

    def _dropped(self, event: QDropEvent) -> bool:
        files = _files(event.mimeData())
        self.hint.hide()
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(files)
        return True

    def take(self, files: list[Path]) -> None:
        """Show a PDF or a picture instead of slides, else open the first file that can be opened."""
        documents = self._hub.documents
        meaning = self._meaning(files)
        if meaning == "pages":
            documents.showing.use_pages(files[0])
            return
        if meaning == "picture":
            documents.showing.replace(files[0])
            return
        if len(files) > 1 and all(is_picture(path) for path in files if is_openable(path)):
            documents.open_pictures([path for path in files if is_picture(path)])
            return
        path = min(
            filter(is_openable, files), key=is_picture, default=None
        )  # a deck goes before its pictures
        if path is None:
            documents.failed.emit(_refusal(files[0]))
            return
        if len(files) > 1:
            told = self.tr("One lecture is open at a time: “{name}” is opened, the other files are not.")
            documents.told.emit(told.format(name=path.name))
        if deck_offer.fits(self._hub, path):
            deck_offer.ask(self._hub, path, self._window)
        else:
            documents.open(path)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _refusal(path: Path) -> BadFileError:
    return BadFileError(
        f"“{path.name}” cannot be opened here; drop slides (.pptx, .ppt, .odp, .pdf), pictures or a folder of"
        " them, an outline (.md, .txt, .docx, .opml) or a .lecture file."
    )
