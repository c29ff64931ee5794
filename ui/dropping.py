"""Files dropped anywhere on the window: the first one that can be read is opened, others are refused in words.

Several pictures are opened together: they become the scenes of one lecture.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from studio.errors import BadFileError
from ui import deck_offer
from ui.documents.naming import is_openable, is_picture
from ui.look import theme

if TYPE_CHECKING:
    from ui.hub import Hub

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
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._text)
        column.addStretch(1)
        self.hide()

    def show_for(self, openable: bool) -> None:
        """Say whether the files can be opened."""
        if openable:
            self._text.setText(self.tr("Let go to open"))
            self._icon.setPixmap(theme.icon("file-up", "accent").pixmap(48, 48))
        else:
            self._text.setText(self.tr("This kind of file cannot be opened here"))
            self._icon.setPixmap(theme.icon("x-circle", "muted").pixmap(48, 48))
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
        self.hint.show_for(any(is_openable(path) for path in files))
        return True

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
        """Open the first file that can be opened; say what happens to the others."""
        documents = self._hub.documents
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
