"""What a changed deck brought into the lecture: words to choose between, then every change, scene by scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.reimport.choosing import keep_own_words, use_deck_words
from ui.controls.lines import Line, LineList
from ui.language.sentences import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from studio.lecture import Lecture
    from studio.reimport.report import Conflict, Kind, Reimported, ReimportReport, SceneReport
    from ui.hub import Hub

translate = QCoreApplication.translate

_EDGES = 24
"""Pixels at the left and right of what stands in the dialog."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text of a table for translation (Qt's own one is not typed)."""
    return text


_GROUPS: tuple[tuple[str, str, tuple[Kind, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("UpdateDialog", "Slides that are gone"),
        "minus",
        ("kept", "removed", "taken-out"),
    ),
    (QT_TRANSLATE_NOOP("UpdateDialog", "Recordings to be checked"), "mic", ("stale", "recording")),
    (QT_TRANSLATE_NOOP("UpdateDialog", "New slides"), "file-up", ("new",)),
    (
        QT_TRANSLATE_NOOP("UpdateDialog", "Changed slides and words"),
        "refresh-cw",
        (
            *("slide", "page", "conflict", "merged", "notes", "title", "transition", "timing", "hidden"),
            *("section", "moved"),
        ),
    ),
)


def lines_of(report: ReimportReport, lecture: Lecture) -> tuple[Line, ...]:
    """Every change under the heading of its kind; the target of a line is its scene ("" where it is gone)."""
    places = {scene.id: number for number, scene in enumerate(lecture.scenes, 1)}
    lines: list[Line] = []
    if report.whole:
        lines.append(Line(translate("UpdateDialog", "Whole lecture"), icon="info", style="heading"))
        lines += (Line(told(change.text), target="") for change in report.whole)
    for heading, icon, kinds in _GROUPS:
        found = [
            Line(told(change.text), _place(scene, places), scene.scene if scene.scene in places else "")
            for scene in report.changed
            for change in scene.changes
            if change.kind in kinds
        ]
        if found:
            text = f"{translate('UpdateDialog', heading)} ({len(found)})"
            lines += (Line(text, icon=icon, style="heading"), *found)
    return tuple(lines)


def _place(scene: SceneReport, places: dict[str, int]) -> str:
    title = " ".join(scene.title.split())
    if scene.scene not in places:
        return title or scene.scene
    return f"{places[scene.scene]} · {title}" if title else str(places[scene.scene])


class Choice(QFrame):
    """The words of one scene that were changed on both sides, and which of them are said."""

    def __init__(self, hub: Hub, report: SceneReport, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._report = hub, report
        self.setProperty("card", True)
        self.place = QPushButton(place.replace("&", "&&"))
        self.place.setProperty("link", True)
        self.place.setToolTip(self.tr("Go to this scene"))
        self.place.clicked.connect(lambda: hub.session.select((report.scene,), report.scene))
        self.mine = self._answer(self.tr("Keep my words"), place)
        self.theirs = self._answer(self.tr("Use the deck's words"), place)
        self.mine.clicked.connect(lambda: self._choose(keep_own_words))
        self.theirs.clicked.connect(lambda: self._choose(use_deck_words))
        column = QVBoxLayout(self)
        column.addWidget(self.place, 0, Qt.AlignmentFlag.AlignLeft)
        for conflict in report.conflicts:
            column.addLayout(self._texts(conflict))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        column.addLayout(row)
        hub.session.changed.connect(self._mark)
        self._mark()

    def _answer(self, text: str, place: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setAccessibleName(f"{text}: {place}")
        return button

    def _texts(self, conflict: Conflict) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        sides = (
            (self.tr("Here"), conflict.mine),
            (self.tr("In the deck"), conflict.theirs),
            (self.tr("Before"), conflict.base),
        )
        for row, (side, text) in enumerate(sides):
            name, words = QLabel(side), QLabel(text or "–", wordWrap=True)
            name.setProperty("role", "muted")
            words.setTextFormat(Qt.TextFormat.PlainText)
            if conflict.base == text:
                words.setProperty("role", "muted")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        return grid

    def _choose(self, choice: Callable[[Lecture, SceneReport], Lecture]) -> None:
        title = self._report.title
        self._hub.session.edit("use-deck-words", lambda lecture: choice(lecture, self._report), 1, title)
        self._mark()

    def _mark(self, *_: object) -> None:
        """Show which words hold; where the script was edited since there is nothing to choose any more."""
        lecture = self._hub.session.lecture
        scenes = () if lecture is None else lecture.scenes
        script = next((scene.script for scene in scenes if scene.id == self._report.scene), None)
        self.mine.setChecked(script == self._report.kept)
        self.theirs.setChecked(script == self._report.otherwise)
        free = script is not None and script in (self._report.kept, self._report.otherwise)
        self.mine.setEnabled(free)
        self.theirs.setEnabled(free)


class UpdateDialog(QDialog):
    """The report of an update; choosing a line leads to its scene."""

    def __init__(self, hub: Hub, done: Reimported, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        report = done.changes
        self.setWindowTitle(self.tr("Updated from “{name}”").format(name=report.source))
        column = QVBoxLayout(self)
        self.headline = QLabel(self._told(report), wordWrap=True)
        column.addWidget(self.headline)
        places = {scene.id: number for number, scene in enumerate(done.lecture.scenes, 1)}
        self.choices = [Choice(hub, scene, _place(scene, places)) for scene in report.conflicts]
        self.area = self._choices()
        if self.choices:
            column.addWidget(self.area, 1)
        self.list = LineList()
        self.list.setAccessibleName(self.tr("What changed"))
        self.list.show_lines(lines_of(report, done.lecture))
        self.list.chosen.connect(self._go_to)
        column.addWidget(self.list, 1)
        self.undo, self.close_button = QPushButton(self.tr("Undo the update")), QPushButton(self.tr("Close"))
        self.undo.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        hub.session.history_changed.connect(self._mark)
        room = self.screen().availableSize()
        self.resize(min(640, room.width() - 32), min(640, room.height() - 64))

    def _told(self, report: ReimportReport) -> str:
        text = self.tr("%n scene(s) changed, everything else stays as it was.", "", len(report.changed))
        if report.conflicts:
            text += " " + self.tr(
                "In %n scene(s) both you and the deck changed the same words: yours are kept.",
                "",
                len(report.conflicts),
            )
        return text

    def _choices(self) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for choice in self.choices:
            column.addWidget(choice)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Words to choose between"))
        area.setWidget(page)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What is to be chosen takes the place it needs, at most half; the list has the rest."""
        super().resizeEvent(event)
        page = self.area.widget()
        if page is not None:
            height = page.heightForWidth(self.width() - _EDGES)
            self.area.setMaximumHeight(max(height, page.minimumSizeHint().height()))

    def _go_to(self, scene_id: str) -> None:
        if scene_id:
            self._hub.session.select((scene_id,), scene_id)

    def _undo(self) -> None:
        self._hub.session.undo()
        self.accept()

    def _mark(self) -> None:
        """The update can be taken back from here while it is the last step."""
        history = self._hub.session.history
        label = None if history is None else history.undoes
        self.undo.setEnabled(label is not None and label.code == "update-deck")
