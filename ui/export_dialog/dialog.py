"""The dialog in which a video is ordered: what kind, where, which part; and what that will come to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from renderers import outputs, plan, profiles
from renderers.export import Order
from renderers.profiles import Profile
from studio.errors import StudioError
from studio.lecture import Lecture
from ui import words
from ui.export_dialog import target
from ui.export_dialog.outlook import NAMED, Line, Lines, OutlookCard, fallen
from ui.export_dialog.scope import ScopeChoice
from ui.export_dialog.target import Place
from ui.exporting import only
from ui.hub import Hub
from ui.sentences import told
from ui.tasks import Task

if TYPE_CHECKING:
    from renderers.forecast import Forecast

LOOK_AFTER_MS = 150
FORECAST_AFTER_MS = 300
ROOM = 1.1
"""So many times its expected size has to be free for a video."""
_ORDER = ("youtube-1080p", "lms-720p", "uhd-2160p", "draft-540p")
"""The profiles as people look for them: what most want first."""


class ExportDialog(QDialog):
    """Orders a video and closes; the export itself is a job. Open it with `open()`."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export video"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._hub = hub
        self._lecture: Lecture = hub.session.lecture or Lecture("")
        timeline = hub.workbench.timeline
        self._shown = (
            tuple(scene.id for scene in self._lecture.scenes if not scene.hidden)
            if timeline is None
            else tuple(clip.scene for clip in timeline.clips)
        )
        self._folder = _folder_for(hub.session.path)
        self._place: Place | None = None
        self._forecast: Forecast | None = None
        self._remarks: tuple[str, ...] = ()
        self._trouble = ""
        self._asked = 0
        self._asking: Task | None = None
        self._is_over = False
        self._look_soon = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._look_soon.timeout.connect(self._look)
        self._forecast_soon = QTimer(self, singleShot=True, interval=FORECAST_AFTER_MS)
        self._forecast_soon.timeout.connect(self._ask)
        self._make()
        self._lay_out()
        self._wire()
        self._tell_profile()
        self._target_changed()
        self._scope_changed()
        self._resize()

    @property
    def order(self) -> Order | None:
        """What would be exported now; None while something is missing."""
        ids, place = self.scope.ids, self._place
        if not ids or place is None or place.problem or place.path != self._path():
            return None
        if place.exists and not self.replace.isChecked():
            return None
        return Order(only(self._lecture, ids), self._profile(), place.path, replace=place.exists)

    def accept(self) -> None:
        """Start the export and leave."""
        order = self.order
        if order is None or not self._fits():
            return
        self._hub.settings.profile = order.profile.name
        forecast = self._forecast
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
        self._forecast_soon.stop()
        if self._asking is not None:
            self._asking.cancel()
        self._hub.exporting.rest()
        super().done(result)

    def _resize(self) -> None:
        """All of it where the screen has the room; else it scrolls."""
        room = self.screen().availableSize()
        high = self._body.sizeHint().height() + self.buttons.sizeHint().height() + 72
        self.resize(min(640, room.width() - 32), min(high, room.height() - 64))

    def _make(self) -> None:
        self.profile = QComboBox()
        names = sorted(
            profiles.names(), key=lambda name: (_ORDER.index(name) if name in _ORDER else 99, name)
        )
        self._profiles = {name: profiles.load(name) for name in names}
        for name, profile in self._profiles.items():
            self.profile.addItem(told(profile.title), name)
        wanted = self.profile.findData(self._hub.settings.profile or profiles.DEFAULT)
        self.profile.setCurrentIndex(max(wanted, 0))
        self.profile.setAccessibleName(self.tr("Kind of video"))
        self._about_profile = QLabel(wordWrap=True)
        self._about_profile.setProperty("role", "muted")
        name = target.file_name(self._lecture.title, self.tr("lecture"))
        self.file = QLineEdit(str(self._folder / f"{name}{target.SUFFIX}"))
        self.file.setAccessibleName(self.tr("File"))
        self.browse = QPushButton(self.tr("Browse…"))
        self.browse.setAutoDefault(False)
        self.about_file = QLabel(wordWrap=True)
        self.about_file.setTextFormat(Qt.TextFormat.PlainText)
        self.replace = QCheckBox(self.tr("Replace it"))
        self.scope = ScopeChoice(self._lecture, self._shown, self._hub.session.selection)
        self._about_captions = QLabel(wordWrap=True)
        self._about_captions.setTextFormat(Qt.TextFormat.PlainText)
        self._about_captions.setProperty("role", "muted")
        self.outlook, self.stops = OutlookCard(), Lines()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = self.buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setProperty("primary", True)

    def _lay_out(self) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self.file, 1)
        file_row.addWidget(self.browse)
        parts: tuple[tuple[str, tuple[QWidget | QHBoxLayout, ...]], ...] = (
            (self.tr("Kind of video"), (self.profile, self._about_profile)),
            (self.tr("File"), (file_row, self.about_file, self.replace)),
            (self.tr("Scenes"), (self.scope,)),
            (self.tr("Captions and chapters"), (self._about_captions,)),
            (self.tr("What to expect"), (self.outlook,)),
        )
        for title, fields in parts:
            column.addLayout(_section(title, fields))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        line = QFrame()
        line.setProperty("line", True)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(12)
        foot.addWidget(self.stops)
        foot.addWidget(self.buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(line)
        whole.addLayout(foot)
        self.export.setDefault(True)

    def _wire(self) -> None:
        self.profile.currentIndexChanged.connect(self._profile_changed)
        self.file.textChanged.connect(self._target_changed)
        self.browse.clicked.connect(self._browse)
        self.replace.toggled.connect(self._refresh)
        self.scope.changed.connect(self._scope_changed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._hub.workbench.findings_changed.connect(self._refresh)

    def _profile(self) -> Profile:
        return self._profiles[self.profile.currentData()]

    def _path(self) -> Path | None:
        return target.video_path(self.file.text(), self._folder)

    def _seconds(self) -> float:
        """The length of what is exported, as the editor knows it."""
        timeline = self._hub.workbench.timeline
        if timeline is None:
            return 0.0
        wanted = set(self.scope.ids)
        frames = sum(len(clip.frames) for clip in timeline.clips if clip.scene in wanted)
        return frames / float(timeline.rate)

    def _fits(self) -> bool:
        place, forecast = self._place, self._forecast
        if place is None or forecast is None or place.free is None:
            return True
        return place.free >= forecast.bytes * ROOM

    def _tell_profile(self) -> None:
        profile = self._profile()
        self._about_profile.setText(
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
            names = ", ".join(path.with_suffix(suffix).name for suffix in outputs.SUFFIXES)
            self._about_captions.setText(
                self.tr("They are inside the video, and beside it: {names}.").format(names=names)
            )
        self.replace.setChecked(False)
        self._look_soon.start()
        self._refresh()

    def _scope_changed(self) -> None:
        self._forecast, self._remarks, self._trouble = None, (), ""
        self._asked += 1
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        self._forecast_soon.start()
        self._refresh()

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
        dialog.fileSelected.connect(self.file.setText)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _look(self) -> None:
        path = self._path()
        if path is None:
            self._refresh()
            return

        def found(place: Place) -> None:
            if not self._is_over and place.path == self._path():
                self._place = place
                self._refresh()

        self._hub.tasks.start(lambda _: target.look(path, outputs.SUFFIXES), found)

    def _ask(self) -> None:
        """Ask what the export will take."""
        ids, path, asked = self.scope.ids, self._path(), self._asked
        if not ids or path is None:
            return
        lecture, means = only(self._lecture, ids), self._hub.workbench.means

        def current() -> bool:
            return not self._is_over and asked == self._asked

        def known(forecast: Forecast) -> None:
            if current():
                self._forecast = forecast
                self._refresh()

        def remarked(remarks: tuple[str, ...]) -> None:
            if current():
                self._remarks = remarks
                self._refresh()

        def failed(error: StudioError) -> None:
            if current():
                self._trouble = str(error)
                self._refresh()

        order = Order(lecture, self._profile(), path, replace=True)
        self._asking = self._hub.exporting.forecast(order, known, failed)
        if means is not None:
            self._hub.tasks.start(lambda _: plan.remarks(lecture, means), remarked)

    def _refresh(self) -> None:
        self._tell_file()
        self._tell_figures()
        self.outlook.lines.tell(tuple(self._lines()))
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
                "closed": self.tr("“{folder}” cannot be written to; choose another folder."),
            }[place.problem].format(folder=place.path.parent, name=place.path.name)
        elif place is not None and place.exists:
            text = self.tr("“{name}” is there already.").format(name=place.path.name)
            if place.beside:
                text += " " + self.tr(
                    "Captions beside it that somebody corrected are kept under another name."
                )
        self.file.setProperty("invalid", wrong)
        self.file.style().polish(self.file)
        self.about_file.setProperty("role", "danger" if wrong else "warning")
        self.about_file.style().polish(self.about_file)
        self.about_file.setText(text)
        self.about_file.setVisible(bool(text))
        self.replace.setVisible(place is not None and place.exists)

    def _tell_figures(self) -> None:
        card, forecast, place = self.outlook, self._forecast, self._place
        waiting = self.tr("…") if not self._trouble else self.tr("unknown")
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
        place, forecast = self._place, self._forecast
        if not self.scope.ids:
            text = self.tr("There is nothing to export: every scene is hidden or left out.")
            yield Line("danger", text)
        if not self._fits() and place is not None and forecast is not None:
            yield Line("danger", self._too_large(place, forecast))

    def _lines(self) -> list[Line]:
        """What one may want to know before."""
        lines: list[Line] = []
        if self._trouble:
            lines.append(Line("warning", told(self._trouble)))
        falling = fallen(self.scope.ids, self._shown, self._hub.workbench.checked)
        if falling:
            lines.append(Line("warning", self._will_fall(falling)))
        lines += [Line("warning", told(remark)) for remark in self._remarks]
        if self._hub.exporting.busy:
            lines.append(Line("info", self.tr("Another video is being made; this one waits for it.")))
        return lines

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
        titles = [f"“{' '.join(self._lecture.scene(scene).title.split())}”" for scene in scenes[:NAMED]]
        if len(scenes) > NAMED:
            titles.append(self.tr("%n more", "", len(scenes) - NAMED))
        sentence = self.tr("%n change(s) will be simpler than asked for: {titles}.", "", len(scenes))
        return sentence.format(titles=", ".join(titles))


def _section(title: str, fields: tuple[QWidget | QHBoxLayout, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    head = QLabel(title)
    head.setProperty("role", "strong")
    column.addWidget(head)
    for field in fields:
        if isinstance(field, QWidget):
            column.addWidget(field)
        else:
            column.addLayout(field)
    return column


def _folder_for(lecture: Path | None) -> Path:
    """Beside the lecture; else where this person keeps videos."""
    if lecture is not None:
        return lecture.parent
    videos = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation))
    return videos if videos.is_dir() else Path.home()
