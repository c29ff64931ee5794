"""Device: the processors that were found and why each is used or not; what else the program found here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from renderers import profiles
from ui.asking import ask
from ui.language import words
from ui.language.sentences import told
from ui.look import theme
from ui.preferences.page import Page, card, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.errors import StudioError
    from ui.hub import Hub
    from ui.tasks import Task, TaskControl

Found = tuple[dict[str, Any], ...]


class DevicePage(Page):
    """Asked of a child process, which may take some seconds; the page tells so."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._task: Task | None = None
        self.title(self.tr("Device"))
        self.section(self.tr("Processors"))
        self._devices = self._part()
        self.section(self.tr("What codes the video"))
        self._encoders = self._part()
        self.section(self.tr("What else is here"))
        self._parts = self._part()
        self.again = QPushButton(self.tr("Look again"))
        self.again.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.again.clicked.connect(self.look)
        self.again.clicked.connect(hub.workbench.look_again)
        self.column.addSpacing(8)
        self.add(self.again)
        self.end()
        self.look()

    def leave(self) -> None:
        """Stop asking."""
        super().leave()
        if self._task is not None:
            self._task.cancel()

    def look(self) -> None:
        """Ask what there is."""
        self.again.setEnabled(False)
        for part in (self._devices, self._encoders, self._parts):
            _clear(part)
            part.addWidget(label(self.tr("Looking…"), "muted"))
        self._ask("devices", self._show_machine, (self._devices, self._encoders), self._look_on)

    def _look_on(self) -> None:
        """The rest takes longer; one child process after the other, as each loads much."""
        if not self.is_over:
            self._ask("doctor", self._show_parts, (self._parts,), self._looked)

    def _part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(8)
        self.add(part)
        return part

    def _ask(
        self,
        command: str,
        show: Callable[[Found], None],
        parts: tuple[QVBoxLayout, ...],
        ended: Callable[[], None],
    ) -> None:
        def work(control: TaskControl) -> Found:
            return tuple(map(_with_titles, ask([command], control.cancel)))

        def done(found: Found) -> None:
            if not self.is_over:
                for part in parts:
                    _clear(part)
                show(found)

        def failed(error: StudioError) -> None:
            if not self.is_over:
                for part in parts:
                    _clear(part)
                parts[0].addWidget(label(told(str(error)), "danger"))

        self._task = self.hub.tasks.start(work, done, failed, ended=ended)

    def _looked(self) -> None:
        if not self.is_over:
            self.again.setEnabled(True)

    def _show_machine(self, events: Found) -> None:
        self._show_devices(events)
        idle: list[str] = []
        for encoder in (encoder for event in events for encoder in event.get("encoders", ())):
            name, why = told(str(encoder["title"])), told(str(encoder["why"]))
            if why:
                idle.append(self.tr("{encoder}: {why}").format(encoder=name, why=why))
            elif encoder["profiles"]:
                titles = self.tr("; ").join(told(title) for title in encoder["profiles"])
                state = self.tr("In use: {encoder}").format(encoder=name)
                self._encoders.addWidget(_line(True, "circle", state, titles))
            else:
                text = self.tr("Works, but no profile prefers it; the command line can ask for it.")
                self._encoders.addWidget(_line(False, "circle", name, text))
        if idle:
            frame, column = card()
            column.addWidget(label(self.tr("Cannot be used here"), "strong"))
            for text in idle:
                column.addWidget(label(text, "muted"))
            self._encoders.addWidget(frame)

    def _show_devices(self, events: Found) -> None:
        for device in (device for event in events for device in event.get("devices", ())):
            name = str(device["name"])
            if device["kind"] == "cpu":
                name = self.tr("Processor, {threads}").format(threads=told(name))
            size = words.size(device["memory"]) if device["memory"] else ""
            state = self.tr("In use") if device["used"] else self.tr("Not in use")
            head = " · ".join(part for part in (name, str(device["kind"]), size) if part)
            self._devices.addWidget(
                _line(device["used"], "circle", f"{state}: {head}", told(device["reason"]))
            )

    def _show_parts(self, events: Found) -> None:
        names = {
            "slides": self.tr("Slides"),
            "fonts": self.tr("Fonts"),
            "voices": self.tr("Voices"),
            "video": self.tr("Video"),
            "processor": self.tr("Processor"),
            "disk": self.tr("Disk"),
        }
        for event in events:
            if event.get("event") == "finding" and event["part"] != "processor":
                name = names.get(event["part"], str(event["part"]))
                self._parts.addWidget(_line(event["good"], "alert-triangle", name, told(event["text"])))


def _with_titles(event: dict[str, Any]) -> dict[str, Any]:
    """An event whose encoders tell of profiles by their titles instead of by their names."""
    encoders = [
        {**encoder, "profiles": [profiles.load(name).title for name in encoder["profiles"]]}
        for encoder in event.get("encoders", ())
    ]
    return {**event, "encoders": encoders} if encoders else event


def _line(good: bool, otherwise: str, head: str, text: str) -> QFrame:
    """A card with a mark, a head and a sentence."""
    frame, column = card()
    icon = QLabel()
    name, role = ("check-circle", "success") if good else (otherwise, "warning")
    if otherwise == "circle" and not good:
        role = "muted"
    icon.setPixmap(theme.icon(name, role).pixmap(QSize(16, 16)))  # pyright: ignore[reportArgumentType]
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(head, "strong"), 1)
    column.addLayout(row)
    column.addWidget(label(text[:1].upper() + text[1:], "muted"))
    return frame


def _clear(part: QVBoxLayout) -> None:
    while (item := part.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
