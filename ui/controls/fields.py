"""Fields for values of the lecture: what is typed counts when the field is left or Return is pressed; Esc restores.

Their own undo covers what is half typed; where there is none left, Ctrl+Z belongs to the program.
"""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

NARROW = 96
"""Device-independent pixels that a field needs at least."""

_LIST_EDGES = 48
_WIDEST_LIST = 480
_INSET = 4
"""Pixels that the style leaves free at the sides of the words of a list field."""


class TextField(QLineEdit):
    """One line of text."""

    committed = Signal(str)
    """Another text was typed and the field left, or Return pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self._commit)

    def show_text(self, text: str) -> None:
        """Show what holds; while somebody types here only Esc brings it back."""
        half_typed = self.hasFocus() and self.text() != self._shown
        self._shown = text
        if not half_typed:
            self._put(text)

    def settle(self) -> None:
        """What is typed counts now."""
        self._commit()

    def discard(self) -> None:
        """What is typed does not count."""
        self._put(self._shown)

    def _put(self, text: str) -> None:
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(len(text) if self.hasFocus() else 0)

    def _commit(self) -> None:
        text = self.text()
        if text != self._shown:
            self.setText(self._shown)  # nothing half typed is left, whatever the edit leads to
            self.committed.emit(text)
            self._put(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A text that nobody writes in begins at its beginning, however narrow the field gets."""
        super().resizeEvent(event)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the beginning again; a menu or another window takes the focus only for a while."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where there is nothing half typed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc brings back what holds."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)


class SecondsField(QDoubleSpinBox):
    """A length in seconds; the lowest value may stand for "none"."""

    committed = Signal(object)
    """Another length was chosen: a `Fraction`, or None for "none"."""

    def __init__(self, most: float, none: str = "", decimals: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(decimals)
        self.setRange(0, most)
        self.setSuffix(self.tr(" s"))
        self.setKeyboardTracking(False)
        self._none = none
        self.setSpecialValueText(none)
        self._shown = 0.0
        self.editingFinished.connect(self._commit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_seconds(self, seconds: Fraction | None, several: str = "") -> None:
        """Show what holds (`several`: words for more than one value); what is half typed stays until Esc."""
        self.setSpecialValueText(several or self._none)
        half_typed = self.hasFocus() and self.lineEdit().isModified()
        self._shown = round(float(seconds or 0), self.decimals())
        if not half_typed:
            self.setValue(self._shown)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow panes have room for it; what is longer is cut off and stands in full elsewhere."""
        return QSize(NARROW, super().minimumSizeHint().height())

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Steps by the arrows count at once."""
        super().stepBy(steps)
        self._commit()

    def settle(self) -> None:
        """What is typed counts now; a value that nobody typed (the lowest, before anything is shown) does not."""
        if self.lineEdit().isModified():
            self.interpretText()
            self._commit()

    def discard(self) -> None:
        """What is typed does not count."""
        self.lineEdit().setModified(False)
        self.setValue(self._shown)

    def _commit(self) -> None:
        value = round(self.value(), self.decimals())
        if value != self._shown:
            self.setValue(self._shown)
            self.committed.emit(None if self._none and not value else Fraction(str(value)))
            self.setValue(self._shown)  # what the lecture says now: the edit may have been refused

    def event(self, event: QEvent) -> bool:
        """Esc restores and nothing else."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc brings back what holds."""
        if event.key() == Qt.Key.Key_Escape:
            self.setValue(self._shown)
            self.selectAll()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Only where one is already: scrolling a pane changes no value on the way."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class WordsBox(QComboBox):
    """A field with a list, narrower than its words if it has to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """As any field with a list; Qt itself would cut long words off in the middle of a letter."""
        painter, option, style = QStylePainter(self), QStyleOptionComboBox(), self.style()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())  # pyright: ignore[reportAttributeAccessIssue]
            option.currentText = self.placeholderText()  # pyright: ignore[reportAttributeAccessIssue]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        ).width()
        text = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room - _INSET)  # pyright: ignore[reportAttributeAccessIssue]
        option.currentText = text  # pyright: ignore[reportAttributeAccessIssue]
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """The list is as wide as what stands in it."""
        wide = self.view().sizeHintForColumn(0) + _LIST_EDGES
        self.view().setMinimumWidth(max(self.width(), min(wide, _WIDEST_LIST)))
        super().showPopup()
        self.make_room()

    def make_room(self) -> None:
        """Qt makes a list with edges of its own some pixels too low, and a short list would have to be scrolled."""
        view, frame = self.view(), self.view().parentWidget()
        if frame is None:
            return
        rows = sum(view.sizeHintForRow(row) for row in range(min(self.count(), self.maxVisibleItems())))
        height = rows + view.height() - view.viewport().height() + 2 * view.y()
        if 0 < height - frame.height() < 2 * view.sizeHintForRow(0):
            frame.resize(frame.width(), 2 * height)  # the marks for scrolling go, and leave their place
            frame.resize(frame.width(), height)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Only where one is already: scrolling a pane changes no value on the way."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(WordsBox):
    """One of several values, each with its words."""

    committed = Signal(object)
    """Another value was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[object, str], ...] = ()
        self._several = ""
        self._held = -1
        self.setMinimumContentsLength(7)
        self.activated.connect(self._commit)

    def show_choice(self, value: object, choices: tuple[tuple[object, str], ...], several: str = "") -> None:
        """Show the choices and which one holds; `several`: words for more than one value at once."""
        if (choices, several) != (self._choices, self._several):
            self._choices, self._several = choices, several
            self.clear()
            for _, told in choices:
                self.addItem(told)
        self.setPlaceholderText(several)
        index = -1 if several else next((i for i, (one, _) in enumerate(choices) if one == value), -1)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._held = index

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow panes have room for it; what is longer is elided and stands in full in the list."""
        return QSize(NARROW, super().minimumSizeHint().height())

    def _commit(self, index: int) -> None:
        if index != self._held and 0 <= index < len(self._choices):
            self.committed.emit(self._choices[index][0])
            self.setCurrentIndex(self._held)  # what the lecture says now: the edit may have been refused


def settle(pane: QWidget) -> None:
    """Let all that is half typed in the fields of a pane count: it is about to show something else."""
    for field in (*pane.findChildren(TextField), *pane.findChildren(SecondsField)):
        field.settle()


def discard(pane: QWidget) -> None:
    """Drop all that is half typed in the fields of a pane: what it was about is no longer open."""
    for field in (*pane.findChildren(TextField), *pane.findChildren(SecondsField)):
        field.discard()
