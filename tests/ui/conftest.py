"""A running editor without child processes: tests feed what was made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from ui.app import compose
from ui.hub import Hub
from ui.settings import Settings


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """As in the program: no object of Qt is destroyed in a thread (`ui.garbage`)."""
    gc.disable()
    yield
    gc.collect(0)


@pytest.fixture
def hub(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """The objects of an editor, with settings and folders of their own and no child processes."""
    for name in ("CACHE", "MODELS", "STATE"):
        monkeypatch.setenv(f"LECTURE_STUDIO_{name}", str(tmp_path / name.lower()))
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = compose(Settings(store=store), processes=False)
    yield made.hub
    made.close()
    qtbot.waitUntil(lambda: made.hub.tasks.idle)
