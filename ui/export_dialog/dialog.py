"""The dialog in which a video is ordered: what kind, where, which part; and what that will come to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from renderers import outputs, profiles
from renderers.export import Order
from studio.lecture import Lecture
from ui.cuts import cut_of
from ui.export_dialog import target
from ui.export_dialog.expectation import Expectation
from ui.export_dialog.form import Form
from ui.export_dialog.outlook import NAMED, Line, Lines, fallen
from ui.exporting import only
from ui.language import words
from ui.language.sentences import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renderers.forecast import Forecast
    from renderers.profiles import Profile
    from ui.export_dialog.target import Place
    from ui.hub import Hub
    from ui.workbench import Workbench

LOOK_AFTER_MS = 150
ROOM = 1.1
"""So many times its expected size has to be free for a video."""


class ExportDialog(QDialog):
    """Orders a video and closes; the export itself is a job. Open it with `open()`."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export video"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._hub = hub
        self._lecture: Lecture = hub.session.lecture or Lecture("")
        self._shown = _shown(self._lecture, hub.workbench)
        self._folder = _folder_for(hub.session.path)
        self._place: Place | None = None
        self._expected = Expectation(hub, self)
        self._is_over = False
        self._look_soon = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._look_soon.timeout.connect(self._look)
        self.form = Form(self._lecture, self._shown, hub.session.selection)
        self.stops = Lines()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = self.buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setProperty("primary", True)
        self._lay_out()
        self._fill()
        self._wire()
        self._tell_profile()
        self._target_changed()
        self._scope_changed()
        self._resize()

    @property
    def order(self) -> Order | None:
        """What would be exported now; None while something is missing."""
        lecture, place = self._part(), self._place
        if lecture is None or place is None or place.problem or place.path != self._path():
            return None
        if place.exists and not self.form.replace.isChecked():
            return None
        return Order(lecture, self._profile(), place.path, replace=place.exists)

    def accept(self) -> None:
        """Start the export and leave."""
        order = self.order
        if order is None or not self._fits():
            return
        self._hub.settings.profile = order.profile.name
        forecast = self._expected.forecast
        if forecast is not None:
            self._hub.exporting.start(order, float(forecast.seconds), forecast.work_seconds)
        else:
            self._hub.exporting.start(order, self._seconds())
        show = self._hub.actions.show_jobs
        if not show.isChecked():
            show.trigger()
        super().accept()

    def done(self, result: int) -> None:
        """Leave; nothing that was asked for is needed any more."""
        self._is_over = True
        self._look_soon.stop()
        self._expected.end()
        super().done(result)

    def _resize(self) -> None:
        """All of it where the screen has the room; else it scrolls."""
        room = self.screen().availableSize()
        high = self.form.sizeHint().height() + self.buttons.sizeHint().height() + 72
        self.resize(min(640, room.width() - 32), min(high, room.height() - 64))

    def _fill(self) -> None:
        """What was chosen last, and a name that is likely right."""
        form = self.form
        wanted = form.profile.findData(self._hub.settings.profile or profiles.DEFAULT)
        form.profile.setCurrentIndex(max(wanted, 0))
        name = target.file_name(self._lecture.title, self.tr("lecture"))
        form.file.setText(str(self._folder / f"{name}{target.SUFFIX}"))

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = QFrame()
        line.setProperty("line", True)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(line)
        whole.addLayout(foot)
        area.setWidget(self.form)
        foot.addWidget(self.stops)
        foot.addWidget(self.buttons)
        self.export.setDefault(True)

    def _wire(self) -> None:
        self.form.profile.currentIndexChanged.connect(self._profile_changed)
        self.form.file.textChanged.connect(self._target_changed)
        self.form.browse.clicked.connect(self._browse)
        self.form.replace.toggled.connect(self._refresh)
        self.form.scope.changed.connect(self._scope_changed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._expected.changed.connect(self._refresh)
        self._hub.workbench.findings_changed.connect(self._refresh)

    def _profile(self) -> Profile:
        return self.form.profiles[self.form.profile.currentData()]

    def _part(self) -> Lecture | None:
        """The lecture with what is exported of it; None where that is nothing."""
        if self.form.scope.whole.isChecked():
            return self._lecture if self._shown else None
        ids = self.form.scope.ids
        return only(self._lecture, ids) if ids else None

    def _path(self) -> Path | None:
        return target.video_path(self.form.file.text(), self._folder)

    def _seconds(self) -> float:
        """The length of what is exported, as the editor knows it."""
        timeline = self._hub.workbench.timeline
        if timeline is None:
            return 0.0
        wanted = set(self.form.scope.ids)
        frames = sum(len(clip.frames) for clip in timeline.clips if clip.scene in wanted)
        return frames / float(timeline.rate)

    def _fits(self) -> bool:
        place, forecast = self._place, self._expected.forecast
        if place is None or forecast is None or place.free is None:
            return True
        return place.free >= forecast.bytes * ROOM

    def _tell_profile(self) -> None:
        profile = self._profile()
        self.form.about_profile.setText(
            self.tr(
                "{width} × {height} pixels, {rate} pictures a second, H.264 and AAC in an MP4 file."
            ).format(width=profile.width, height=profile.height, rate=round(float(profile.rate)))
        )

    def _profile_changed(self) -> None:
        self._tell_profile()
        self._scope_changed()

    def _target_changed(self) -> None:
        self._place = None
        path = self._path()
        if path is not None:
            names = self.tr(", ").join(path.with_suffix(suffix).name for suffix in outputs.SUFFIXES)
            self.form.about_captions.setText(
                self.tr("They are inside the video, and beside it: {names}.").format(names=names)
            )
        self.form.replace.setChecked(False)
        self._look_soon.start()
        self._refresh()

    def _scope_changed(self) -> None:
        lecture = self._part()
        path = self._path() or self._folder / target.SUFFIX
        self._expected.renew(None if lecture is None else Order(lecture, self._profile(), path, replace=True))

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Export video"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Video (*.mp4)"))
        dialog.setDefaultSuffix("mp4")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # this dialog asks, below the name
        path = self._path()
        if path is not None:
            dialog.setDirectory(str(path.parent))
            dialog.selectFile(path.name)
        dialog.fileSelected.connect(self.form.file.setText)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _look(self) -> None:
        path = self._path()
        if path is None:
            self._refresh()
            return

        def found(place: Place) -> None:
            if isValid(self) and not self._is_over and place.path == self._path():
                self._place = place
                self._refresh()

        making = any(job.order.out == path for job in self._hub.exporting.running)
        self._hub.tasks.start(lambda _: target.look(path, outputs.SUFFIXES, making), found)

    def _refresh(self) -> None:
        self._tell_file()
        self._tell_figures()
        self.form.outlook.lines.tell(tuple(self._lines()))
        self.stops.tell(tuple(self._stops()))
        self.export.setEnabled(self.order is not None and self._fits())

    def _tell_file(self) -> None:
        place = self._place
        text, wrong = "", False
        if self._path() is None:
            text, wrong = self.tr("Give the video a name that ends in .mp4."), True
        elif place is not None and place.problem:
            wrong = True
            text = {
                "no folder": self.tr("The folder “{folder}” does not exist; make it or choose another."),
                "is folder": self.tr("“{name}” is a folder; give the video another name."),
                "in use": self.tr("“{name}” is being made just now; give this video another name."),
                "closed": self.tr("“{folder}” cannot be written to; choose another folder."),
            }[place.problem].format(folder=place.path.parent, name=place.path.name)
        elif place is not None and place.exists:
            text = self.tr("“{name}” is there already.").format(name=place.path.name)
            if place.beside:
                text += " " + self.tr(
                    "Captions beside it that somebody corrected are kept under another name."
                )
        self.form.file.setProperty("invalid", wrong)
        self.form.file.style().polish(self.form.file)
        self.form.about_file.setProperty("role", "danger" if wrong else "warning")
        self.form.about_file.style().polish(self.form.about_file)
        self.form.about_file.setText(text)
        self.form.about_file.setVisible(bool(text))
        self.form.replace.setVisible(place is not None and place.exists)

    def _tell_figures(self) -> None:
        card, forecast, place = self.form.outlook, self._expected.forecast, self._place
        waiting = self.tr("…") if not self._expected.trouble else self.tr("unknown")
        length = words.clock(self._seconds() if forecast is None else forecast.seconds)
        exact = forecast is not None and forecast.measured
        card.length_text.setText(length if exact else self.tr("about {length}").format(length=length))
        card.time_text.setText(waiting if forecast is None else words.about(forecast.work_seconds))
        size = waiting
        if forecast is not None:
            size = self.tr("about {size}").format(size=words.size(forecast.bytes))
        card.size_text.setText(size)
        card.free_text.setText("–" if place is None or place.free is None else words.size(place.free))

    def _stops(self) -> Iterator[Line]:
        """Why the video cannot be made like this; told beside the button, which is always seen."""
        place, forecast = self._place, self._expected.forecast
        if not self.form.scope.ids:
            text = self.tr("There is nothing to export: every scene is hidden or left out.")
            yield Line("danger", text)
        if not self._fits() and place is not None and forecast is not None:
            yield Line("danger", self._too_large(place, forecast))

    def _lines(self) -> list[Line]:
        """What one may want to know before."""
        lines: list[Line] = []
        if self._expected.trouble:
            lines.append(Line("warning", told(self._expected.trouble)))
        falling = fallen(self.form.scope.ids, self._shown, self._falls)
        if falling:
            lines.append(Line("warning", self._will_fall(falling)))
        lines += [Line("warning", told(remark)) for remark in self._expected.remarks]
        if self._hub.exporting.busy:
            lines.append(Line("info", self.tr("Another video is being made; this one waits for it.")))
        return lines

    def _falls(self, scene_id: str) -> bool:
        """Whether a change was found, or can be foretold, to come at a lower level than asked for."""
        cut = cut_of(self._lecture.scene(scene_id), self._lecture, self._hub.workbench.scene(scene_id))
        return cut is not None and cut.delivered < cut.choice.level

    def _too_large(self, place: Place, forecast: Forecast) -> str:
        sentence = self.tr(
            "Only {free} are free in “{folder}”, and the video needs about {size}; "
            "free some space or choose another folder."
        )
        folder = place.path.parent.name or str(place.path.parent)
        return sentence.format(
            free=words.size(place.free or 0), folder=folder, size=words.size(forecast.bytes)
        )

    def _will_fall(self, scenes: tuple[str, ...]) -> str:
        short = (" ".join(self._lecture.scene(scene).title.split()) for scene in scenes[:NAMED])
        titles = [self.tr("“{title}”").format(title=title) for title in short]
        if len(scenes) > NAMED:
            titles.append(self.tr("%n more", "", len(scenes) - NAMED))
        sentence = self.tr("%n change(s) will be simpler than asked for: {titles}.", "", len(scenes))
        return sentence.format(titles=self.tr(", ").join(titles))


def _shown(lecture: Lecture, workbench: Workbench) -> tuple[str, ...]:
    """The scenes that stand in the video, in order."""
    timeline = workbench.timeline
    if timeline is not None and workbench.is_current:
        return tuple(clip.scene for clip in timeline.clips)
    return tuple(scene.id for scene in lecture.scenes if not scene.hidden)


def _folder_for(lecture: Path | None) -> Path:
    """Beside the lecture; else where this person keeps videos."""
    if lecture is not None:
        return lecture.parent
    videos = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation))
    return videos if videos.is_dir() else Path.home()
