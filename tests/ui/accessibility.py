"""What a person who cannot see the window, or uses no mouse, would stumble over in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

_INSIDE = (
    "qt_spinbox_lineedit",
    "qt_scrollarea_viewport",
    "qt_menubar_ext_button",
    "qt_tableview_cornerbutton",
)
"""Parts that Qt makes inside a control and that speak through it."""


def unnamed(window: QWidget) -> list[str]:
    """Controls below `window` that can be focused or clicked and that a screen reader could not name."""
    return [_described(widget) for widget in _controls(window) if not _name(widget)]


def without_keyboard(window: QWidget) -> list[str]:
    """Buttons and fields that the Tab key never reaches, and that no shortcut or menu stands in for."""
    return [
        _described(widget)
        for widget in _controls(window)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox)
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not any(action.shortcuts() for action in widget.actions())
        and widget.focusProxy() is None
    ]


def shared_shortcuts(window: QWidget) -> list[str]:
    """Shortcuts that two enabled actions of the window both want, and so neither gets."""
    wanted: dict[str, set[str]] = defaultdict(set)
    actions = {id(action): action for widget in _all(window) for action in widget.actions()}
    for action in [*actions.values(), *window.findChildren(QAction)]:
        if not action.isEnabled() or action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut:
            continue
        for keys in action.shortcuts():
            wanted[keys.toString()].add(action.text())
    return [f"{keys}: {', '.join(sorted(names))}" for keys, names in wanted.items() if len(names) > 1]


def _all(window: QWidget) -> Iterator[QWidget]:
    yield window
    yield from window.findChildren(QWidget)


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in _all(window):
        if widget.objectName() in _INSIDE or isinstance(widget, QScrollBar):
            continue
        if _is_part(widget) or _is_empty(widget):
            continue
        clickable = isinstance(widget, QAbstractButton)
        if clickable or (widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget is not window):
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Whether it belongs to a control that speaks for it: the field of a spin box, the list of a combo box, …"""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit):
            return True
        parent = parent.parentWidget()
    return False


def _is_empty(widget: QWidget) -> bool:
    """Whether there is nothing to say yet: its words come when it is shown."""
    if isinstance(widget, QLabel):
        return not widget.text()
    return (
        isinstance(widget, QAbstractButton)
        and not widget.isVisible()
        and not widget.text()
        and widget.icon().isNull()
    )


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    told = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return (widget.accessibleName() or told).strip()


def _described(widget: QWidget) -> str:
    """Enough to find it in the source."""
    path: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(path) < 4:
        path.append(f"{type(at).__name__}{'#' + at.objectName() if at.objectName() else ''}")
        at = at.parentWidget()
    return " in ".join(path)
