"""Scenes that show a page of a PDF or a picture: where they come from is told, and pictures can be chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from renderers import plan, profiles
from studio.importers.pptx.picture_sizes import BLANK
from studio.lecture import PDF, Asset, Comment, PageImage, PictureVisual, Scene
from tests.fakes import lecture, means
from tests.ui.desk import load
from ui.hub import Hub
from ui.inspector import Inspector
from ui.main_window import MainWindow

PREVIEW = profiles.load(profiles.PREVIEW)
MEANS = means(PREVIEW)
BOOK = Asset("ab" * 32, "rain.pdf", PDF, 9)
PHOTO = Asset("cd" * 32, "cloud.jpg", "image/jpeg", 9)


@pytest.mark.parametrize(
    ("image", "source"),
    [
        (PageImage(BOOK, 3, 960, 540), "Page 3 of “rain.pdf”"),
        (PageImage(PHOTO, 1, 640, 480), "Picture “cloud.jpg”"),
    ],
)
def test_the_inspector_tells_where_a_picture_is_from(
    hub: Hub, qtbot: QtBot, image: PageImage, source: str
) -> None:
    inspector = Inspector(hub)
    qtbot.addWidget(inspector)
    inspector.show()
    scene = Scene("a", "Rain", PictureVisual(image, "Rain", (Comment("Mei", "Too long?"),)))
    made = lecture(scene)
    hub.session.open(made)
    hub.workbench.feed({step.key: {"digest": step.key} for step in plan.prepare(made, PREVIEW, MEANS)}, MEANS)
    qtbot.waitUntil(lambda: inspector.picture.painter.text() == "Shown as it is")
    assert inspector.picture.source.text() == source
    assert inspector.comments.isVisible()


def window_of(hub: Hub, qtbot: QtBot) -> MainWindow:
    hub.documents._load = load
    window = MainWindow(hub)
    qtbot.addWidget(window)
    window.show()
    return window


def test_several_pictures_can_be_chosen(hub: Hub, qtbot: QtBot, tmp_path: Path) -> None:
    window = window_of(hub, qtbot)
    files = [tmp_path / f"{name}.png" for name in ("2_snow", "1_rain", "3_hail")]
    for file in files:
        file.write_bytes(BLANK)
    hub.actions.import_pictures.trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    assert "*.png" in dialog.nameFilters()[0]
    with qtbot.waitSignal(hub.documents.imported, timeout=60_000):
        dialog.filesSelected.emit([str(file) for file in files[:2]])
        dialog.accept()
    assert [scene.title for scene in hub.session.lecture.scenes] == ["rain", "snow"]


def test_a_folder_of_pictures_can_be_chosen(hub: Hub, qtbot: QtBot, tmp_path: Path) -> None:
    window = window_of(hub, qtbot)
    (tmp_path / "1_rain.png").write_bytes(BLANK)
    hub.actions.import_folder.trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    with qtbot.waitSignal(hub.documents.imported, timeout=60_000):
        dialog.fileSelected.emit(str(tmp_path))
    assert [scene.title for scene in hub.session.lecture.scenes] == ["rain"]
    dialog.reject()
