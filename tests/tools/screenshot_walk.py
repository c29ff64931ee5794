"""The way through the editor that the screenshots show: welcome, import, a change, exporting, preferences."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget

from studio.lecture import Level
from tests.ui.walk.driver import Driver, Until, Walk
from ui.app import compose, dress
from ui.export_dialog import ExportDialog
from ui.hub import Hub
from ui.main_window import MainWindow
from ui.settings import Settings

SETTLED_S = 0.6
"""So long the window gets to paint before a picture is taken."""
MADE_S = 900.0
"""So long slides, voices, checks or a video may take on a slow machine."""
FIRST_S = 3.0
"""So long a new window gets to be painted for the first time."""
QUIET_S = 6.0
"""So long nothing is to be done any more before the pictures are taken."""
WAVES_S = 3.0
"""Until the narration is drawn on the timeline."""
PART = 0.3
"""So much of a video is made when its job is shown at work."""
DEVICES = 2
"""The row of the preferences that looks at the machine."""


def run(folder: Path, own: Path, size: str, look: str, language: str) -> int:
    """Run the editor on this screen and take its pictures; the exit code of the program.

    `own` is a folder for its settings and files.
    """
    app = QApplication(["lecture-studio"])
    app.setApplicationName("Lecture Studio")
    store = QSettings(str(own / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("theme", look)
    store.setValue("language", language)
    settings = Settings(store=store)
    dress(app, settings)
    made = compose(settings)
    window = MainWindow(made.hub)
    window.showMaximized()
    made.hub.documents.begin()
    tour = Tour(made.hub, window, folder, own, f"{size}-{look}-{language}")
    driver = Driver(tour.walk())
    QTimer.singleShot(int(3 * MADE_S * 1000), app.quit)
    code = app.exec()
    del driver
    made.close()
    return code


@dataclass
class Tour:
    """One way through the editor."""

    hub: Hub
    window: MainWindow
    folder: Path
    own: Path
    suffix: str
    _since: float = field(default=0.0)

    def walk(self) -> Walk:
        """Every place worth a picture, one after the other."""
        yield from self._take("welcome")
        self.hub.documents.open_sample()
        yield Until("a lesson is open", lambda: self.hub.session.lecture is not None, MADE_S)
        yield Until("the card of the import", self.window.page.import_card.isVisible)
        yield from self._take("import-card")
        self.window.page.import_card.dismiss()
        self._since = time.monotonic()
        yield Until("everything is made", self._stays_made, MADE_S)
        yield from self._editor()
        yield from self._change()
        yield from self._objects()
        yield from self._export()
        yield from self._preferences()
        yield from self._recent()

    def _editor(self) -> Walk:
        actions = self.hub.actions
        yield from self._take("editor-first")
        self._select(4)
        actions.show_inspector.trigger()
        actions.show_timeline.trigger()
        yield from self._take("editor", WAVES_S)
        for name in ("attention", "changes"):
            getattr(actions, f"show_{name}").trigger()
            yield from self._take(name)
        actions.show_inspector.trigger()

    def _change(self) -> Walk:
        for name, index in (("seam", 4), ("seam-push", 2)):
            self._select(index)
            self.hub.actions.edit_cut.trigger()
            yield Until("the panel of a change", self.window.page.seam_panel.isVisible)
            yield from self._take(name)
            self.window.page.seam_panel.hide()

    def _objects(self) -> Walk:
        """Which objects are one; and a change that is asked for, and cannot be had."""
        panel = self.window.page.seam_panel
        self._select(4)
        self.hub.actions.edit_cut.trigger()
        yield Until("the panel of a change", panel.isVisible)
        panel.moving.pairing.click()
        yield from self._take("pairing")
        self._dialog().close()
        panel.hide()
        self._select(2)
        self.hub.actions.edit_cut.trigger()
        yield Until("the panel of a change", panel.isVisible)
        panel.levels.buttons[Level.MOVE].click()
        yield Until("what moves", panel.moving.pairing.isVisible)
        yield Until("what it delivers", lambda: self.hub.workbench.checked(panel.scene_id), MADE_S)
        yield from self._take("seam-fallen")
        panel.hide()
        self.hub.session.undo()

    def _export(self) -> Walk:
        self.hub.actions.export.trigger()
        dialog = self._dialog()
        assert isinstance(dialog, ExportDialog)
        figures = dialog.form.outlook
        yield Until("what the export takes", lambda: "…" not in figures.size_text.text(), MADE_S)
        yield from self._take("export")
        dialog.export.click()
        if not self.hub.actions.show_jobs.isChecked():
            self.hub.actions.show_jobs.trigger()
        yield Until("a part of the video", self._is_well_on, MADE_S)
        yield from self._take("jobs")
        yield Until("the video", lambda: not self.hub.exporting.busy, MADE_S)
        yield from self._take("jobs-done")

    def _preferences(self) -> Walk:
        self.hub.actions.preferences.trigger()
        dialog = self._dialog()
        subjects = dialog.findChild(QListWidget)
        assert isinstance(subjects, QListWidget)
        yield from self._rest("the preferences stand", FIRST_S)
        for row in range(subjects.count()):
            subjects.setCurrentRow(row)
            if row == DEVICES:
                yield Until("what the machine has", partial(_is_at_rest, dialog), MADE_S)
            yield from self._take(f"preferences-{row + 1}")
        dialog.close()
        for name in ("shortcuts", "about"):
            getattr(self.hub.actions, name).trigger()
            yield from self._take(name)
            self._dialog().close()

    def _recent(self) -> Walk:
        documents = self.hub.documents
        documents.save_as(self.own / "The water cycle.lecture")
        yield Until("the lecture in its file", lambda: not self.hub.session.is_modified)
        yield from self._rest("a small picture of it", 2.0)
        documents.close_lecture()
        yield Until("the welcome page", lambda: self.hub.session.lecture is None)
        yield from self._take("welcome-recent", 1.5)

    def _select(self, index: int) -> None:
        lecture = self.hub.session.lecture
        assert lecture is not None
        self.hub.session.select([lecture.scenes[index].id])

    def _dialog(self) -> QWidget:
        found = [
            widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.isModal()
        ]
        assert found, "a dialog is open"
        return found[0]

    def _stays_made(self) -> bool:
        """Between two pieces of work nothing is busy for a moment either."""
        if not self._is_made():
            self._since = time.monotonic()
        return time.monotonic() - self._since > QUIET_S

    def _is_made(self) -> bool:
        lecture, bench = self.hub.session.lecture, self.hub.workbench
        if lecture is None or not bench.is_current or bench.busy is not None:
            return False
        found = [bench.scene(scene.id) for scene in lecture.scenes if not scene.hidden]
        measured = all(each.clip is None or each.clip.take.measured for each in found)
        drawn = all(each.choice is None or each.choice.level is Level.CUT or each.checked for each in found)
        return measured and drawn and all(each.page for each in found)

    def _is_well_on(self) -> bool:
        exporting = self.hub.exporting
        return not exporting.busy or any(job.share > PART for job in exporting.running)

    def _take(self, what: str, settle_s: float = SETTLED_S) -> Walk:
        """A picture of the whole screen, once the window has come to rest."""
        yield from self._rest(f"{what} is painted", settle_s)
        picture = QGuiApplication.primaryScreen().grabWindow(0)
        assert picture.save(str(self.folder / f"{what}-{self.suffix}.png"))

    def _rest(self, what: str, seconds: float) -> Walk:
        self._since = time.monotonic()
        yield Until(what, lambda: time.monotonic() - self._since > seconds)


def _is_at_rest(dialog: QWidget) -> bool:
    """Whether every button that is seen can be pressed: nothing is being looked for."""
    return all(button.isEnabled() for button in dialog.findChildren(QPushButton) if button.isVisible())
