"""The way through the editor that the screenshots show: welcome, import, a change, exporting, preferences."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from tests.ui.walk.driver import Driver, Until, Walk
from ui.app import compose, dress
from ui.hub import Hub
from ui.import_card import ImportCard
from ui.main_window import MainWindow
from ui.settings import Settings

SETTLED_S = 0.6
"""So long the window gets to paint before a picture is taken."""
MADE_S = 240.0
"""So long slides, voices and checks may take on a slow machine."""


def run(folder: Path, size: str, look: str, language: str) -> int:
    """Run the editor on this screen and take its pictures; the exit code of the program."""
    app = QApplication(["lecture-studio"])
    app.setApplicationName("Lecture Studio")
    store = QSettings(str(folder / f".{size}-{look}-{language}.ini"), QSettings.Format.IniFormat)
    store.clear()
    store.setValue("theme", look)
    store.setValue("language", language)
    settings = Settings(store=store)
    dress(app, settings)
    made = compose(settings)
    window = MainWindow(made.hub)
    window.showMaximized()
    made.hub.documents.begin()
    tour = Tour(made.hub, window, folder, f"{size}-{look}-{language}")
    driver = Driver(tour.walk())
    QTimer.singleShot(int(2 * MADE_S * 1000), app.quit)
    code = app.exec()
    del driver
    made.close()
    Path(store.fileName()).unlink(missing_ok=True)
    return code


@dataclass
class Tour:
    """One way through the editor."""

    hub: Hub
    window: MainWindow
    folder: Path
    suffix: str
    _since: float = field(default=0.0)

    def walk(self) -> Walk:
        """Every place worth a picture, one after the other."""
        hub = self.hub
        yield from self._take("welcome")
        hub.documents.open_sample()
        yield Until("a lesson is open", lambda: hub.session.lecture is not None, MADE_S)
        yield from self._take("import-card")
        self._close_card()
        yield Until("everything is made", self._is_made, MADE_S)
        scenes = hub.session.lecture.scenes if hub.session.lecture else ()
        hub.session.select([scenes[2].id])
        hub.actions.show_inspector.trigger()
        hub.actions.show_timeline.trigger()
        yield from self._take("editor")
        yield from self._side_panes()
        hub.session.select_seam(scenes[2].id)
        yield from self._take("seam")
        hub.session.select_seam("")
        yield from self._export()
        yield from self._preferences()

    def _close_card(self) -> None:
        for card in self.window.findChildren(ImportCard):
            card.dismiss()

    def _side_panes(self) -> Walk:
        actions = self.hub.actions
        for name in ("attention", "changes"):
            getattr(actions, f"show_{name}").trigger()
            yield from self._take(name)

    def _export(self) -> Walk:
        self.window.show_export()
        dialog = self._dialog()
        yield Until("it is known what the export takes", lambda: not self._busy_cursor(), 5)
        yield from self._take("export", 4.0)
        dialog.close()
        lecture = self.hub.session.lecture
        assert lecture is not None
        self.hub.actions.show_jobs.trigger()
        yield from self._take("jobs")

    def _preferences(self) -> Walk:
        self.window.show_preferences()
        dialog = self._dialog()
        subjects = dialog.findChild(QListWidget)
        for row in range(subjects.count() if subjects is not None else 1):
            if subjects is not None:
                subjects.setCurrentRow(row)
            yield from self._take(f"preferences-{row + 1}", 1.5)
        dialog.close()

    def _dialog(self) -> QWidget:
        found = [
            widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.isModal()
        ]
        assert found, "a dialog is open"
        return found[0]

    def _is_made(self) -> bool:
        lecture, bench = self.hub.session.lecture, self.hub.workbench
        if lecture is None or bench.timeline is None or bench.busy is not None:
            return False
        return all(bench.page_key(scene.id) for scene in lecture.scenes)

    def _busy_cursor(self) -> bool:
        return QApplication.overrideCursor() is not None

    def _take(self, what: str, settle_s: float = SETTLED_S) -> Walk:
        """A picture of the whole screen, once the window has come to rest."""
        self._since = time.monotonic()
        yield Until(f"{what} is painted", lambda: time.monotonic() - self._since > settle_s)
        picture = QGuiApplication.primaryScreen().grabWindow(0)
        assert picture.save(str(self.folder / f"{what}-{self.suffix}.png"))
