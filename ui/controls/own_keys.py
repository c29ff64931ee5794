"""Keys that mean something to the control that has the focus are its own, whatever shortcut they are elsewhere.

Space plays the lecture, but on a button it presses the button, and in a list of choices a letter finds an entry.
(Text fields of Qt see to this themselves.)
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox, QWidget

_EDGES = (Qt.Key.Key_Home, Qt.Key.Key_End)


class OwnKeys(QObject):
    """Watches the control that has the focus, and no other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, QAbstractButton | QComboBox | QAbstractSlider):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep a shortcut from taking a key that is the control's own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            if plain and _is_own(watched, event):
                event.accept()
                return True
        return super().eventFilter(watched, event)


def _is_own(control: QObject, event: QKeyEvent) -> bool:
    if isinstance(control, QAbstractButton):
        return event.key() == Qt.Key.Key_Space
    if isinstance(control, QComboBox):
        return event.key() in _EDGES or (bool(event.text()) and event.text().isprintable())
    return event.key() in _EDGES
