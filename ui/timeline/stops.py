"""The focus on a painted clip: a real widget stands over it, so that every screen reader hears which one it is.

There are two such widgets, and the focus moves from one to the other: moving the focus is what all of them tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Callable


class ClipStop(QWidget):
    """Stands over the clip that has the focus. Keys it does not know go on to the timeline."""

    def __init__(self, walk: Callable[[int], bool], left: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._walk, self._left = walk, left
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Delete is about the clip here, not about what is selected elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_delete(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab goes to the next clip; behind the last one it leaves the timeline."""
        return self._walk(1 if forward else -1) or super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """What is told of the clip goes with the focus."""
        super().focusOutEvent(event)
        self._left()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A ring that is seen on every ground."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        for inset, colour, width in ((2.5, colours.surface, 5.0), (2.0, colours.focus, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)


def _is_delete(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete


class Stops:
    """The two widgets, one of which has the focus while a clip has it."""

    def __init__(self, walk: Callable[[int], bool], left: Callable[[], None], parent: QWidget) -> None:
        self._both = (ClipStop(walk, left, parent), ClipStop(walk, left, parent))
        self._now = 0

    @property
    def has_focus(self) -> bool:
        """Whether a clip has the focus."""
        return self._both[self._now].hasFocus()

    @property
    def shown(self) -> ClipStop:
        """The widget over the clip."""
        return self._both[self._now]

    def move(self, place: QRect, name: str, description: str, reason: Qt.FocusReason) -> None:
        """Give the focus to a clip at `place` (in the parent's pixels)."""
        before, self._now = self._both[self._now], 1 - self._now
        now = self._both[self._now]
        now.setAccessibleName(name)
        now.setAccessibleDescription(description)
        now.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place(place)
        now.show()
        now.setFocus(reason)
        before.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        before.hide()

    def place(self, place: QRect) -> None:
        """The clip stands elsewhere now."""
        self.shown.setGeometry(place)

    def tell(self, name: str, description: str) -> None:
        """The clip says something else now (its length, its level)."""
        stop = self.shown
        if name != stop.accessibleName():
            stop.setAccessibleName(name)
            QAccessible.updateAccessibility(QAccessibleEvent(stop, QAccessible.Event.NameChanged))
        stop.setAccessibleDescription(description)

    def leave(self) -> None:
        """No clip is there to have the focus."""
        for stop in self._both:
            stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            stop.hide()
