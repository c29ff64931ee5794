"""The text field of a script: what is typed goes out at once, what comes in never disturbs who is typing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from studio.sentences import WIDE
from ui.look import theme
from ui.script.changes import Change, between, rebased, utf16
from ui.script.directions import chip_at
from ui.script.highlighter import Highlighter


@dataclass(frozen=True, slots=True)
class Typed:
    """The whole text before and after something was typed, and what is different."""

    before: str
    after: str
    change: Change


class ScriptField(QPlainTextEdit):
    """A paragraph is a line. Undo belongs to the program, so the field keeps none of its own.

    While an input method composes, nothing goes out, nothing comes in and no key means anything else.
    """

    typed = Signal(object)
    """Something was typed: a `Typed`."""
    paused = Signal()
    """Whatever is typed next is another step of undo: something is pasted, the field is left."""
    composed = Signal()
    """An input method is done: what had to wait can come now."""
    play_asked = Signal()
    menu_asked = Signal(QPoint)
    """The menu of the text, at a place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(theme.GRID)
        self._fit_font()
        self.highlighter = Highlighter(self.document())
        self.margin: QWidget | None = None
        self._text = ""
        self._due: str | None = None
        self._composing = self._applying = False
        self.textChanged.connect(self._tell_typed)

    def _fit_font(self) -> None:
        """A little larger than the rest: these words are read and corrected."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.document().setDefaultFont(font)

    @property
    def composing(self) -> bool:
        """Whether an input method is at work on text that is not yet there."""
        return self._composing

    def text(self) -> str:
        """The text as Python counts, a paragraph a line (`toPlainText` would lose hard blanks)."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show a text from outside: only what is different is replaced, so the cursor stays where it was."""
        if self._composing:
            self._due = text
            return
        change = between(self._text, text)
        if not change.is_empty:
            self._apply(change, text)

    def begin(self, text: str) -> None:
        """Show the text of another scene, from its start."""
        self._applying = True
        self._text, self._due = text, None
        self.setPlainText(text)
        self._applying = False

    def insert(self, text: str) -> None:
        """Put something in at the cursor as if it was pasted, with blanks where words would stick to it."""
        cursor = self.textCursor()
        block, at = cursor.block().text(), cursor.positionInBlock()
        units = block.encode("utf-16-le", "surrogatepass")
        before = units[: at * 2].decode("utf-16-le", "replace")[-1:]
        after = units[at * 2 :].decode("utf-16-le", "replace")[:1]
        front = " " if before and not before.isspace() and not WIDE.match(before) else ""
        behind = "" if after.isspace() or WIDE.match(after or before) else " "
        self.paused.emit()
        cursor.insertText(f"{front}{text}{behind}")
        self.setTextCursor(cursor)
        self.paused.emit()

    def place(self) -> tuple[int, int]:
        """Paragraph and place in it (UTF-16 units) of the cursor."""
        cursor = self.textCursor()
        return cursor.blockNumber(), cursor.positionInBlock()

    def set_margin(self, margin: QWidget, width: int) -> None:
        """Keep room for a margin beside the text, at the side where lines begin."""
        self.margin = margin
        if self.isRightToLeft():
            self.setViewportMargins(0, 0, width, 0)
        else:
            self.setViewportMargins(width, 0, 0, 0)
        self._place_margin(width)

    def _place_margin(self, width: int) -> None:
        if self.margin is not None:
            inside = self.viewport().geometry()
            left = inside.right() + 1 if self.isRightToLeft() else inside.left() - width
            self.margin.setGeometry(left, inside.top(), width, inside.height())

    def _apply(self, change: Change, text: str) -> None:
        self._applying = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(self._text, change.start))
        cursor.setPosition(utf16(self._text, change.stop), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.new)
        if self.text() != text:  # half a character had been left in the field: nothing stands where it should
            self.setPlainText(text)
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(utf16(text, change.start), self.document().characterCount() - 1))
        self._text = text
        if self.hasFocus():  # an undo: as in every editor the cursor goes where something happened
            self.setTextCursor(cursor)
        self._applying = False

    def _tell_typed(self) -> None:
        if self._applying or self._composing:
            return
        text = self.text()
        change = between(self._text, text)
        if not change.is_empty:
            before, self._text = self._text, text
            self.typed.emit(Typed(before, text, change))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Let the input method work undisturbed; what it commits is typed in one go."""
        composes = bool(event.preeditString())
        self._composing = True
        super().inputMethodEvent(event)
        self._composing = composes
        if composes:
            return
        if self._due is not None:
            self._catch_up(self._due)
        self._tell_typed()
        self.composed.emit()

    def _catch_up(self, theirs: str) -> None:
        """Something was changed from outside meanwhile: what was composed goes on top of it."""
        mine = self.text()
        both = rebased(self._text, mine, theirs)
        self._due, self._text = None, mine
        change = between(mine, both)
        if not change.is_empty:
            self._apply(change, both)
        self._text = theirs

    def event(self, event: QEvent) -> bool:
        """Keep keys from shortcuts while something is composed; leave undo to the program.

        (That letters are letters here, whatever they are elsewhere, Qt sees to itself.)
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._composing:
                event.accept()
                return True
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return False
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type; Ctrl+Return plays the sentence, Return and Shift+Return begin a paragraph."""
        if self._composing:
            if event.key() == Qt.Key.Key_Escape:
                QGuiApplication.inputMethod().reset()
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.play_asked.emit()
                return
            event = QKeyEvent(
                event.type(), event.key(), Qt.KeyboardModifier.NoModifier, "\r", event.isAutoRepeat()
            )
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Words; files that are dropped belong to the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Paste as one step of its own, line ends of every kind as paragraphs."""
        self.paused.emit()
        self.textCursor().insertText("\n".join(source.text().splitlines()))
        self.ensureCursorVisible()
        self.paused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving the field ends a step."""
        super().focusOutEvent(event)
        self.paused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the margin beside the text."""
        super().resizeEvent(event)
        if self.margin is not None:
            self._place_margin(self.margin.width())

    def _show_tip(self, event: QHelpEvent) -> None:
        cursor = self.cursorForPosition(self.viewport().mapFrom(self, event.pos()))
        told = self.told_at(cursor)
        if told:
            QToolTip.showText(event.globalPos() + QPoint(0, 8), told, self)
        else:
            QToolTip.hideText()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Open the menu at the pointer, and with the cursor there; from the keyboard at the cursor."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            if not self.textCursor().hasSelection():
                self.setTextCursor(self.cursorForPosition(self.viewport().mapFrom(self, event.pos())))
            self.menu_asked.emit(event.globalPos())
        else:
            self.menu_asked.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def reveal(self, cursor: QTextCursor) -> None:
        """Scroll so far that a stretch of text can be seen; the cursor stays where it is."""
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        if not self.viewport().rect().contains(self.cursorRect(start)):
            line = start.block().layout().lineForTextPosition(start.positionInBlock())
            number = line.lineNumber() if line.isValid() else 0
            self.verticalScrollBar().setValue(start.block().firstLineNumber() + number)

    def told_at(self, cursor: QTextCursor) -> str:
        """What the direction under a place of the text does; "" where there is none."""
        chip = chip_at(cursor.block().text(), cursor.positionInBlock())
        return "" if chip is None else chip.told
