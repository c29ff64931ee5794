"""Lines that stand over or under the script when they matter: a recording, a private paragraph, nothing said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QSizePolicy, QWidget

from studio import edits
from ui.controls import spoken
from ui.controls.fields import ChoiceField, SecondsField, settle
from ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from studio.lecture import Lecture, Scene, Unscripted
    from ui.hub import Hub

LONGEST_TRIM = 6 * 3600.0
_LONGEST_QUOTE = 48


class Strip(QFrame):
    """A notice with its words at the left and what can be done at the right."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", kind)
        self._scene: Scene | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GRID, 4, theme.GRID, 4)
        self._row.setSpacing(theme.GRID)
        self._row.addWidget(self.words, 1)
        self.hide()

    def _take(self, scene: Scene | None) -> None:
        """Another scene (or another value of it) is shown: what is half typed is for the one before."""
        if self._scene is not None and (scene is None or scene.id != self._scene.id):
            settle(self)
        self._scene = scene

    def add(self, widgets: Iterable[QWidget]) -> None:
        """Put controls at the right."""
        for widget in widgets:
            self._row.addWidget(widget)


class RecordedStrip(Strip):
    """The scene has the author's own voice: what that means, and trimming or removing it.

    Where the slide changed in the deck since, the author can say that the recording still fits.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self._hub = hub
        self.start, self.end = self._trimming(), self._trimming()
        self.start.setToolTip(self.tr("Cut off at the start of the recording"))
        self.end.setToolTip(self.tr("Cut off at the end of the recording"))
        self.start.setAccessibleName(self.tr("Cut off at the start of the recording"))
        self.end.setAccessibleName(self.tr("Cut off at the end of the recording"))
        self.start.committed.connect(self._trim_start)
        self.end.committed.connect(self._trim_end)
        self.remove = QPushButton(self.tr("Remove…"))
        self.remove.setAccessibleName(self.tr("Remove recording…"))
        self.remove.setToolTip(self.tr("Remove the recording: a voice speaks the words again"))
        self.remove.setProperty("flat", "true")
        self.remove.clicked.connect(self.ask)
        self.checked = QPushButton(self.tr("It still fits"))
        self.checked.setAccessibleName(self.tr("Mark the recording as checked"))
        self.checked.setToolTip(self.tr("Mark the recording as checked: it fits the changed slide and words"))
        self.checked.clicked.connect(self._check)
        front, behind = QLabel(self.tr("Trim")), QLabel("–")
        front.setBuddy(self.start)
        behind.setBuddy(self.end)
        self.add((self.checked, front, self.start, behind, self.end, self.remove))

    def _trimming(self) -> SecondsField:
        field = SecondsField(LONGEST_TRIM)
        field.setSingleStep(0.1)
        field.setFixedWidth(88)
        return field

    def show_scene(self, scene: Scene | None, writable: bool) -> None:
        """Show the recording of a scene, if it has one."""
        self._take(scene)
        recording = None if scene is None else scene.recording
        self.setVisible(recording is not None)
        if recording is None:
            return
        self.words.setText(
            self.tr("Slide or words changed in the deck after this recording.")
            if recording.stale
            else self.tr("These are captions; your recording is heard.")
        )
        self.checked.setVisible(recording.stale)
        self.setToolTip(recording.audio.name)
        self.start.show_seconds(recording.trim_start)
        self.end.show_seconds(recording.trim_end)
        for widget in (self.checked, self.start, self.end, self.remove):
            widget.setEnabled(writable)

    def ask(self) -> QMessageBox | None:
        """Ask whether the recording shall go, naming it."""
        scene = self._scene
        if scene is None or scene.recording is None:
            return None
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Remove recording"))
        box.setText(self.tr("Remove the recording “{name}”?").format(name=scene.recording.audio.name))
        box.setInformativeText(self.tr("A voice will speak the words of this scene. You can undo this."))
        remove = box.addButton(self.tr("Remove recording"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        scene_id = scene.id
        remove.clicked.connect(lambda: self._remove(scene_id))
        box.open()
        return box

    def _remove(self, scene_id: str) -> None:
        self._hub.session.edit("remove-recording", lambda lecture: edits.remove_recording(lecture, scene_id))

    def _check(self) -> None:
        if self._scene is not None:
            ids = (self._scene.id,)
            self._hub.session.edit("check-recording", lambda lecture: edits.check_recording(lecture, ids))

    def _trim_start(self, seconds: Fraction) -> None:
        if self._scene is not None and self._scene.recording is not None:
            self._trim(self._scene.id, seconds, self._scene.recording.trim_end)

    def _trim_end(self, seconds: Fraction) -> None:
        if self._scene is not None and self._scene.recording is not None:
            self._trim(self._scene.id, self._scene.recording.trim_start, seconds)

    def _trim(self, scene_id: str, start: Fraction, end: Fraction) -> None:
        self._hub.session.edit(
            "trim-recording", lambda lecture: edits.trim_recording(lecture, scene_id, start, end)
        )


class PrivateStrip(Strip):
    """A paragraph that looks private and would be heard."""

    decided = Signal(bool)
    """Whether it shall be private."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warning", parent)
        keep, say = QPushButton(self.tr("Keep private")), QPushButton(self.tr("Say it"))
        keep.clicked.connect(lambda: self.decided.emit(True))
        say.clicked.connect(lambda: self.decided.emit(False))
        self.keep, self.say = keep, say
        self.add((keep, say))

    def show_paragraph(self, text: str | None) -> None:
        """Ask about a paragraph; None: there is none to ask about."""
        self.setVisible(text is not None)
        if text is not None:
            quote = " ".join(text.split())
            quote = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1].rstrip()}…"
            self.words.setText(
                self.tr("“{words}” looks private: keep it out of the video?").format(words=quote)
            )


class EmptyStrip(Strip):
    """A scene without words: what happens to it."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self._hub = hub
        self.words.setText(self.tr("This scene has no script."))
        self.choice = ChoiceField()
        self.choice.setMinimumContentsLength(24)
        self.choice.setAccessibleName(self.tr("What happens to this scene without words"))
        self.choice.committed.connect(self._choose)
        self.seconds = SecondsField(3600)
        self.seconds.setMinimum(0.1)
        self.seconds.setAccessibleName(self.tr("How long this silent scene lasts"))
        self.seconds.setMaximumWidth(112)
        self.seconds.committed.connect(self._set_length)
        self.add((self.choice, self.seconds))

    def show_scene(self, lecture: Lecture | None, scene: Scene | None, writable: bool) -> None:
        """Show the choice for a scene, if it has no words."""
        self._take(scene)
        empty = lecture is not None and scene is not None
        empty = empty and scene is not None and scene.recording is None and not scene.script.words
        self.setVisible(empty)
        if not empty or lecture is None or scene is None:
            return
        self.choice.show_choice(scene.unscripted, spoken.unscripted(lecture))
        effective = scene.unscripted or lecture.choices.unscripted
        self.seconds.setVisible(effective == "silent")
        self.seconds.show_seconds(scene.least or lecture.choices.silence)
        self.choice.setEnabled(writable)
        self.seconds.setEnabled(writable)

    def _choose(self, choice: Unscripted | None) -> None:
        ids = (self._scene.id,) if self._scene is not None else ()
        self._hub.session.edit("set-unscripted", lambda lecture: edits.set_unscripted(lecture, ids, choice))

    def _set_length(self, seconds: Fraction) -> None:
        scene = self._scene
        if scene is not None:
            ids = (scene.id,)
            self._hub.session.edit(
                "set-length", lambda lecture: edits.set_least(lecture, ids, seconds), 1, scene.title
            )
