"""The script pane: puts the field, its margin, the header and the strips together and edits through the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from studio import edits
from ui.controls.fields import discard
from ui.look import theme
from ui.script import sentences
from ui.script.context_menu import context_menu
from ui.script.field import ScriptField, Typed
from ui.script.header import Header
from ui.script.listening import Listening
from ui.script.margin import Margin
from ui.script.privacy import PrivateParagraphs
from ui.script.steps import Steps
from ui.script.strips import EmptyStrip, PrivateStrip, RecordedStrip

if TYPE_CHECKING:
    from studio.lecture import Lecture, Scene
    from ui.hub import Hub
    from ui.script.sentences import Sentence
    from ui.tasks import Task, TaskControl

FIND_AFTER_MS = 60
SEAL_AFTER_MS = 1000
"""A pause as long as this ends a step of undo."""


class ScriptPane(QWidget):
    """The words of the current scene."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._scene: Scene | None = None
        self._sentences: tuple[Sentence, ...] = ()
        self._found_for: Scene | None = None
        self._finding: Task | None = None
        self._steps = Steps()
        self._pointed = -1
        self._play_when_found = False
        self._place = (False, -1, False)
        self.header = Header(hub)
        self.recorded, self.private, self.empty = RecordedStrip(hub), PrivateStrip(), EmptyStrip(hub)
        self.field = ScriptField()
        self.listening = Listening(hub, self)
        self.margin = Margin(hub, self.field, self.listening)
        self.privacy = PrivateParagraphs(hub, self.field, self.margin, self.private)
        self._seal_soon = QTimer(self, singleShot=True, interval=SEAL_AFTER_MS)
        self._find_soon = QTimer(self, singleShot=True, interval=FIND_AFTER_MS)
        self._lay_out()
        self._wire()
        self._show_current()

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        self.field.setPlaceholderText(self.tr("Type what shall be said"))
        self.field.setAccessibleName(self.tr("Script of the scene"))
        self.field.setAccessibleDescription(
            self.tr(
                "What is said while this scene is shown. Control and Return play the sentence at the cursor."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.GRID, 0, theme.GRID, theme.GRID)
        inner.setSpacing(4)
        column.addWidget(self.header)
        column.addLayout(inner, 1)
        for widget in (self.recorded, self.private, self.field, self.empty):
            inner.addWidget(widget, 1 if widget is self.field else 0)

    def _wire(self) -> None:
        session, actions, field = self._hub.session, self._hub.actions, self.field
        session.opened.connect(self._opened)
        session.selection_changed.connect(self._show_current)
        session.changed.connect(self._changed)
        session.history_changed.connect(self._show_read_only)
        self._seal_soon.timeout.connect(session.seal)
        self._find_soon.timeout.connect(self._find)
        field.typed.connect(self._typed)
        field.paused.connect(self._seal)
        field.composed.connect(self._show_current)
        field.play_asked.connect(self.play_at_cursor)
        field.cursorPositionChanged.connect(self._moved)
        field.menu_asked.connect(self._show_menu)
        self.header.insert_asked.connect(self._insert)
        self.margin.play_asked.connect(self.listening.play)
        self.margin.pointed.connect(self._point)
        self.listening.heard_changed.connect(self._show_heard)
        theme.changed.connect(self._mark)
        actions.split.triggered.connect(self._split)
        actions.play_sentence.triggered.connect(self.play_at_cursor)
        for action, possible in (
            (actions.split, lambda: self.is_settled and self.sentence_at_cursor > 0),
            (actions.play_sentence, lambda: self.sentence_at_cursor >= 0),
            (actions.private, lambda: self.privacy.at_cursor >= 0),
        ):
            actions.only_if(action, lambda possible=possible: isValid(self) and possible())

    # The current scene

    @property
    def sentence_at_cursor(self) -> int:
        """The index of the sentence the cursor is in (or behind); -1: none."""
        paragraph, position = self.field.place()
        return sentences.at(self._sentences, paragraph, position)

    @property
    def is_settled(self) -> bool:
        """Whether the sentences are those of the script as it is now."""
        return self._scene is not None and self._found_for is self._scene

    def _changed(self, before: Lecture, after: Lecture) -> None:
        scene = self._hub.session.scene
        if self._scene is None or scene is None or scene.id != self._scene.id:
            return  # selection_changed follows
        if scene is not self._scene or before.choices is not after.choices:
            self._show(scene)
        else:
            self.header.show_scene(scene)  # its number may be another one

    def _opened(self) -> None:
        """Scenes of another lecture may have the same ids: what is shown, or being composed, is of none of them."""
        discard(self)
        self._scene = None
        self._show_current()

    def _show_current(self) -> None:
        """Show the scene that is current now, from its start. Who composes is not interrupted."""
        if self.field.composing:
            return
        scene = self._hub.session.scene
        if scene is not None and self._scene is not None and scene.id == self._scene.id:
            self._show(scene)
            return
        self._hub.session.seal()
        self._sentences, self._found_for, self._play_when_found = (), None, False
        self.margin.show_sentences(())
        self.field.begin("" if scene is None else edits.script_text(scene.script))
        self._show(scene)
        if scene is not None:
            self._hub.workbench.prefer(scene.id)

    def _show(self, scene: Scene | None) -> None:
        before, self._scene = self._scene, scene
        lecture, writable = self._hub.session.lecture, not self._hub.session.read_only
        if scene is not None:
            self.field.show_text(edits.script_text(scene.script))
        self.header.show_scene(scene)
        self.recorded.show_scene(scene, writable)
        self.empty.show_scene(lecture, scene, writable)
        self.privacy.show_scene(scene)
        self._show_read_only()
        if scene is None or before is None or before.script is not scene.script or self._found_for is None:
            self._find_soon.start()
        elif self.is_settled or self._found_for is before:
            self._found_for = scene

    def _show_read_only(self) -> None:
        self.field.setReadOnly(self._scene is None or self._hub.session.read_only)
        self.field.setEnabled(self._scene is not None)

    # Typing

    def _typed(self, typed: Typed) -> None:
        scene, session = self._scene, self._hub.session
        if scene is None or session.lecture is None:
            return
        stroke = self._steps.stroke(scene.id, typed.before, typed.change)
        if stroke.starts:
            session.seal()
        self._sentences = sentences.moved(self._sentences, typed.before, typed.change)
        self.margin.show_sentences(self._sentences)
        done = session.edit(
            "type",
            lambda lecture: edits.set_script(lecture, scene.id, typed.after),
            1,
            scene.title,
            stroke.key,
        )
        if not done and self._scene is scene:
            self.field.show_text(edits.script_text(scene.script))
        if stroke.ends:
            session.seal()
        self._seal_soon.start()
        self._hub.workbench.prefer(scene.id)
        if self._hub.playback.playing and not self.listening.plays_sentence:
            self._hub.playback.pause()  # it would go on to another scene under the hands of who types

    def _seal(self) -> None:
        self._seal_soon.stop()
        self._hub.session.seal()

    def _insert(self, text: str) -> None:
        if not self.field.isReadOnly():
            self.field.insert(text)
            self.field.setFocus()

    # Sentences

    def _find(self) -> None:
        scene = self._scene
        if self._finding is not None:
            self._finding.cancel()
            return  # asked again when it has ended
        if scene is None or self.field.composing:
            return

        def done(found: tuple[Sentence, ...]) -> None:
            now = self._scene if isValid(self) else None
            if now is not None and now.script is scene.script and now.id == scene.id:
                self._sentences, self._found_for = found, now
                self.listening.show(scene.id, found)
                self.margin.show_sentences(found)
                self._moved()
                if self._play_when_found:
                    self.play_at_cursor()

        def ended() -> None:
            self._finding = None
            if isValid(self) and self._scene is not None and not self.is_settled:
                self._find_soon.start()

        def work(control: TaskControl) -> tuple[Sentence, ...]:
            return sentences.find(scene.script, control.cancel)

        self._finding = self._hub.tasks.start(work, done, ended=ended)

    def _split(self) -> None:
        self._hub.editing.split(self.sentence_at_cursor)

    def play_at_cursor(self) -> None:
        """Play the sentence the cursor is in, as it reads now: words just typed are found in a moment."""
        self._play_when_found = not self.is_settled
        if self.is_settled:
            self.listening.play(self.sentence_at_cursor)

    def _moved(self) -> None:
        """Actions depend on where the cursor is; moving within a sentence changes nothing for them."""
        place = (self.is_settled, min(self.sentence_at_cursor, 1), self.privacy.at_cursor >= 0)
        if place != self._place:
            self._place = place
            self._hub.actions.refresh()

    def _point(self, sentence: int) -> None:
        self._pointed = sentence
        self._mark()

    def _show_heard(self, sentence: int) -> None:
        self._mark()
        if 0 <= sentence < len(self._sentences) and not self.field.hasFocus():
            self.field.reveal(self._cursor(self._sentences[sentence]))

    def _mark(self) -> None:
        """Show which sentence is heard, and which one a button belongs to."""
        colours = theme.current()
        marks = ((self._pointed, colours.hover), (self.listening.heard, colours.selection))
        found: list[QTextEdit.ExtraSelection] = []
        for index, colour in marks:
            if 0 <= index < len(self._sentences):
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(self._sentences[index])  # pyright: ignore[reportAttributeAccessIssue]
                selection.format.setBackground(colour)  # pyright: ignore[reportAttributeAccessIssue]
                found.append(selection)
        self.field.setExtraSelections(found)

    def _cursor(self, sentence: Sentence) -> QTextCursor:
        block = self.field.document().findBlockByNumber(sentence.paragraph)
        cursor = QTextCursor(block)
        length = max(0, block.length() - 1)
        cursor.setPosition(block.position() + min(sentence.start, length))
        cursor.setPosition(block.position() + min(sentence.stop, length), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show_menu(self, at: QPoint) -> None:
        context_menu(self, self._hub).popup(at)
