"""A small picture of the first slide of each lecture file, kept so that the next start can show it at once."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from studio.lecture_lock import canonical
from studio.settings import cache_folder
from studio.whole_file import whole_file

if TYPE_CHECKING:
    from pathlib import Path

    from ui.hub import Hub

WIDTH, HEIGHT = 384, 216
"""Pixels: twice what is shown, for fine screens."""


def place_of(path: Path) -> Path:
    """Where the picture for a lecture file stands."""
    name = hashlib.sha256(canonical(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return cache_folder() / "thumbnails" / f"{name}.png"


def load(path: Path) -> QImage | None:
    """The picture for a lecture file; None where there is none. For threads."""
    image = QImage(str(place_of(path)))
    return None if image.isNull() else image


def store(path: Path, image: QImage) -> None:
    """Keep the picture for a lecture file; where that fails there is none. For threads."""
    place = place_of(path)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(place) as temporary:
            QImageWriter(str(temporary), QByteArray(b"png")).write(image)


class Thumbnails(QObject):
    """Keeps a picture of the open lecture as soon as its first slide is drawn and it has a file."""

    stored = Signal(object)
    """The path of the lecture file."""

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._kept: tuple[Path, str] | None = None
        hub.session.history_changed.connect(self._look)
        hub.workbench.findings_changed.connect(self._look)
        hub.pictures.arrived.connect(self._look)

    def _look(self, _: object = None) -> None:
        session = self._hub.session
        lecture, path = session.lecture, session.path
        if lecture is None or path is None:
            return
        scene = next((scene for scene in lecture.scenes if not scene.hidden), None)
        key = self._hub.workbench.page_key(scene.id) if scene is not None else None
        if key is None or self._kept == (path, key):
            return
        image = self._hub.pictures.image(key, WIDTH, HEIGHT)
        if image is None:
            return
        self._kept = (path, key)
        self._hub.tasks.start(lambda _: store(path, image), lambda _: self.stored.emit(path))
