"""Thumbnails for the cards that are seen, and for a few around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QListView

    from ui.hub import Hub
    from ui.storyboard.geometry import Measures
    from ui.storyboard.model import StoryboardModel
    from ui.storyboard.rows import Row

AHEAD = 4
"""Rows above and below the visible ones whose pictures are asked for too."""
SIZE_STEP = 64
"""Pictures are asked for in widths of so many device pixels, so that each width of the pane needs no new ones."""


class Thumbnails(QObject):
    """Asks for pictures when the list was scrolled, and has a card painted when its picture is there."""

    def __init__(
        self, hub: Hub, model: StoryboardModel, view: QListView, measures: Callable[[], Measures]
    ) -> None:
        super().__init__(view)
        self._hub, self._model, self._view, self._measures = hub, model, view, measures
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        for changed in (hub.workbench.findings_changed, model.modelReset, model.rowsInserted):
            changed.connect(self.want)
        view.verticalScrollBar().valueChanged.connect(self.want)
        hub.pictures.arrived.connect(self._arrived)

    def image(self, scene_id: str, size: QSize) -> QImage | None:
        """The picture of a scene, a little larger than `size`; None where it is not there yet."""
        ratio = self._view.devicePixelRatioF()
        width = -(-round(size.width() * ratio) // SIZE_STEP) * SIZE_STEP
        height = round(width * size.height() / size.width())
        return self._hub.pictures.image(self._hub.workbench.page_key(scene_id), width, height)

    def want(self, *_: object) -> None:
        """Other cards may be in sight."""
        self._soon.start()

    def _ask(self) -> None:
        """Ask for those around first: what is asked for last is drawn first."""
        size = self._measures().picture
        for row in (*reversed(self._visible(AHEAD)), *reversed(self._visible())):
            if row.kind == "scene":
                self.image(row.scene, size)

    def _arrived(self, key: str) -> None:
        for row in self._visible():
            if row.kind == "scene" and self._hub.workbench.page_key(row.scene) == key:
                self._view.update(self._model.find("scene", row.scene))

    def _visible(self, around: int = 0) -> tuple[Row, ...]:
        rows, height = self._model.rows, self._view.viewport().height()
        first = self._view.indexAt(QPoint(8, 0)).row()
        last = self._view.indexAt(QPoint(8, height - 1)).row()
        stop = len(rows) if last < 0 else last + 1
        return rows[max(0, first - around) : stop + around]
