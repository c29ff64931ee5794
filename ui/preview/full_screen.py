"""The picture alone on the whole screen, for the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.preview.surface import Surface

if TYPE_CHECKING:
    from ui.hub import Hub
    from ui.playback.frames import FrameSource
    from ui.preview.shown_captions import ShownCaptions

POINTER_MS = 2000
"""A pointer that rests for so long is hidden."""
_BACK = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp))
_ON = frozenset((Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown))


class FullScreen(QWidget):
    """A window of its own. Escape leaves it; arrows and presenters go from scene to scene, Space plays."""

    closed = Signal()

    def __init__(
        self, hub: Hub, source: FrameSource, captions: ShownCaptions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._hub = hub
        self.setWindowTitle(self.tr("Lecture Studio: full screen"))
        self.setAccessibleName(self.tr("Full screen"))
        self.surface = Surface(hub, source, captions, self)
        self.surface.alone = True
        self.surface.setMouseTracking(True)
        self.surface.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.surface)
        self.addActions(hub.actions.group("play"))
        self._resting = QTimer(self, singleShot=True, interval=POINTER_MS)
        self._resting.timeout.connect(lambda: self.surface.setCursor(Qt.CursorShape.BlankCursor))
        self._resting.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A pointer that moves is seen."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            self.surface.unsetCursor()
            self._resting.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape and F11 leave; arrows go on and back."""
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif key in _BACK:
            self._hub.playback.go(-1)
        elif key in _ON:
            self._hub.playback.go(1)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Back to the editor, paused."""
        self._resting.stop()
        self._hub.playback.pause()
        self.closed.emit()
        super().closeEvent(event)
