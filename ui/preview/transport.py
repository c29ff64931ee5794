"""The bar below the picture: buttons, time, volume, captions, full screen."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSlider, QToolButton

from ui.language import words
from ui.look import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent

    from ui.hub import Hub

_TIME = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+(?:[.,]\d+)?)")
_NARROW, _NARROWER = 600, 520
"""Widths below which the volume, and the words about a missing device, give way."""


def seconds_in(text: str) -> Fraction | None:
    """A time as people type it: "75", "1:15", "1:02:03.5"; None where it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds = found.groups()
    return Fraction(seconds.replace(",", ".")) + 60 * int(minutes or 0) + 3600 * int(hours or 0)


class TimeField(QLineEdit):
    """Where one is; a time typed here leads there. Escape takes back what was typed."""

    def __init__(self, hub: Hub, parent: QFrame | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setProperty("bare", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(self.tr("Time"))
        self.setToolTip(self.tr("Where you are. Type a time and press Enter to go there"))
        self.returnPressed.connect(self._go)
        self.textEdited.connect(lambda _: self._mark(False))
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0:00:00.0") + 28)

    def show_time(self) -> None:
        """Show the position, unless somebody is typing."""
        timeline = self._hub.workbench.timeline
        if self.hasFocus() and self.isModified():
            return
        seconds = Fraction(0) if timeline is None else Fraction(self._hub.playback.position) / timeline.rate
        text = words.clock(seconds, tenths=True)
        if text != self.text():
            self.setText(text)
        self._mark(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape: leave it as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        seconds, timeline = seconds_in(self.text()), self._hub.workbench.timeline
        if seconds is None or timeline is None:
            self._mark(True)
            return
        self._hub.playback.seek(int(seconds * timeline.rate))
        self._leave()

    def _leave(self) -> None:
        self.setModified(False)
        self.clearFocus()
        self.show_time()

    def _mark(self, invalid: bool) -> None:
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().polish(self)


class ActionButton(QToolButton):
    """An action as an icon, with the action's words as its name."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._name)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.defaultAction().text().replace("&", ""))


class TransportBar(QFrame):
    """Shows the actions of playing; all it does is done by them, by playback or by the settings."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self._hub = hub
        actions = hub.actions
        self.time = TimeField(hub)
        self.total = QLabel()
        self.total.setProperty("role", "muted")
        self.total.setAccessibleName(self.tr("Length of the lecture"))
        self.silent = QLabel(self.tr("No sound device"))
        self.silent.setProperty("role", "muted")
        self.mute = self._mute_button()
        self.volume = self._volume_slider()
        before = [
            ActionButton(action)
            for action in (
                actions.to_start,
                actions.previous_scene,
                actions.frame_back,
                actions.play_pause,
                actions.frame_forward,
                actions.next_scene,
            )
        ]
        behind = [ActionButton(actions.captions), ActionButton(actions.full_screen)]
        self.stops = (*before, self.time, self.mute, self.volume, *behind)
        """What the Tab key goes through, from left to right."""
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID, 0, theme.GRID, theme.GRID // 2)
        row.setSpacing(theme.GRID // 4)
        for button in before:
            row.addWidget(button)
        row.addSpacing(theme.GRID // 2)
        row.addWidget(self.time)
        row.addWidget(self.total)
        row.addStretch(1)
        for widget in (self.silent, self.mute, self.volume, *behind):
            row.addWidget(widget)
        hub.playback.moved.connect(self.time.show_time)
        hub.playback.state_changed.connect(self.refresh)
        hub.workbench.timeline_changed.connect(self._show_length)
        hub.session.opened.connect(self._show_length)
        self._show_length()
        self.refresh()

    def refresh(self) -> None:
        """Say whether there is sound, and how loud it is."""
        silent, settings = self._hub.playback.is_silent, self._hub.settings
        self.mute.setEnabled(not silent)
        self.mute.setChecked(settings.muted and not silent)
        self.mute.setIcon(theme.icon("volume-x" if silent or settings.muted else "volume-2"))
        told = self.tr("Sound on") if settings.muted else self.tr("Sound off")
        if silent:
            told = self.tr("No sound device: the preview plays in silence")
        self.mute.setToolTip(told)
        self.mute.setAccessibleName(told)
        self.volume.setValue(round(settings.volume * 100))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room the volume gives way; muting stays."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        silent = self._hub.playback.is_silent
        self.silent.setVisible(silent and self.width() >= _NARROWER)
        self.volume.setVisible(not silent and self.width() >= _NARROW)

    def _show_length(self) -> None:
        timeline = self._hub.workbench.timeline
        self.total.setText(f"/ {words.clock(Fraction(0) if timeline is None else timeline.seconds)}")
        self.time.setEnabled(timeline is not None and timeline.length > 0)
        self.time.show_time()

    def _mute_button(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda muted: setattr(self._hub.settings, "muted", muted))
        return button

    def _volume_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setFixedWidth(72)
        slider.setAccessibleName(self.tr("Volume"))
        slider.setToolTip(self.tr("Volume of the preview"))
        slider.valueChanged.connect(self._turn)
        return slider

    def _turn(self, value: int) -> None:
        settings = self._hub.settings
        if value != round(settings.volume * 100):
            settings.volume = value / 100
            settings.muted = False
