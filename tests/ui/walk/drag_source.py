"""A small window to drag a file from, as from a file manager: `drag_source.py FILE X Y`."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Press on it and move: a drag of the file begins."""

    def __init__(self, file: str) -> None:
        super().__init__("File")
        self._file = file
        self.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag."""
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._file)])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)  # who takes it asks for the file's name afterwards: stay


if __name__ == "__main__":
    app = QApplication(sys.argv)
    source = Source(sys.argv[1])
    source.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 48, 48)
    source.show()
    app.exec()
