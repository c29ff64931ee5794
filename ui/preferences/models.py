"""Pictures and models: which models are in the models folder, and what each can do for a change of slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from renderers.generation.families import FAMILIES, family, why_not
from renderers.generation.folders import Model, installed
from studio.lecture import Level
from studio.settings import models_folder
from ui import desktop
from ui.language import words
from ui.language.sentences import told
from ui.look import theme
from ui.preferences.page import Page, card, label

if TYPE_CHECKING:
    from ui.hub import Hub
    from ui.tasks import TaskControl

_GENERATED = (Level.RESHAPE, Level.MOTION)


class ModelsPage(Page):
    """Each model with its size, its licence and its use; an honest word where there is none."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._folder = models_folder()
        self.title(self.tr("Pictures and models"))
        self.note(
            self.tr(
                "Slides are drawn and changes up to Reshape are made without any model; AI motion needs one. "
                "Models are never fetched by themselves."
            )
        )
        self.section(self.tr("Installed models"))
        self._models = QVBoxLayout()
        self._models.setSpacing(8)
        self.add(self._models)
        frame, column = card()
        column.addWidget(label(self.tr("Models folder"), "strong"))
        path = label(str(self._folder), "muted")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(path)
        for text in (
            self.tr(
                "A model is a folder in the format of diffusers with safetensors; pickle files are refused."
            ),
            self.tr("Kinds that can be used: {kinds}.").format(kinds=_kinds()),
        ):
            column.addWidget(label(text, "muted"))
        self.open_folder = QPushButton(self.tr("Open the folder"))
        self.open_folder.clicked.connect(self._open)
        self.again = QPushButton(self.tr("Look again"))
        self.again.clicked.connect(self.look)
        self.again.clicked.connect(hub.workbench.look_again)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.open_folder, self.again):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addSpacing(4)
        column.addLayout(buttons)
        self.add(frame)
        self.end()
        self.look()

    def look(self) -> None:
        """See what is in the folder, beside the main thread: a disk may be slow."""
        folder = self._folder
        self._show(label(self.tr("Looking…"), "muted"))

        def work(_: TaskControl) -> tuple[Model, ...]:
            return installed(folder)

        self.hub.tasks.start(work, self._found)

    def _found(self, models: tuple[Model, ...]) -> None:
        if self.is_over:
            return
        if models:
            self._show(*map(self._card, models))
        else:
            self._show(label(self.tr("No model is installed."), "muted"))

    def _show(self, *parts: QWidget) -> None:
        """Show these in the place of what is shown."""
        while (item := self._models.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self._models.addWidget(part)

    def _card(self, model: Model) -> QFrame:
        """One model: its name; kind, size and licence; what it can do at the levels that models make."""
        frame, column = card()
        column.addWidget(label(model.name, "strong"))
        known = family(model)
        licence = self.tr("licence: {name}").format(name=model.licence or self.tr("not told"))
        kind = model.pipeline if known is None else f"{known.title} ({model.pipeline})"
        column.addWidget(label(" · ".join((kind, words.size(model.size), licence)), "muted"))
        if model.refusal:
            text = self.tr("Refused: {why}.").format(why=told(model.refusal))
            column.addLayout(_line("alert-triangle", "warning", text))
            return frame
        judged = next((each for each in self.hub.workbench.models if each.name == model.name), None)
        for level in _GENERATED:
            why = why_not(model, level) if judged is None else judged.why_not(level)
            name = words.level_name(level)
            if why:
                text = self.tr("Not for {level}: {why}.").format(level=name, why=told(why))
                column.addLayout(_line("circle", "muted", text))
            else:
                text = self.tr("Can be used for {level}.").format(level=name)
                column.addLayout(_line("check-circle", "success", text))
        return frame

    def _open(self) -> None:
        """Open the folder; it is made first, so that there is something to open."""
        folder = self._folder

        def work(_: TaskControl) -> None:
            folder.mkdir(parents=True, exist_ok=True)

        self.hub.tasks.start(work, lambda _: desktop.open_file(folder))


def _line(icon: str, role: theme.icons.Role, text: str) -> QHBoxLayout:
    """A mark and a sentence that says the same."""
    row, mark = QHBoxLayout(), QLabel()
    mark.setPixmap(theme.icon(icon, role).pixmap(QSize(16, 16)))
    row.setSpacing(8)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text), 1)
    return row


def _kinds() -> str:
    """The kinds of models that changes can be made with, each once."""
    return ", ".join(dict.fromkeys(each.title for each in FAMILIES.values()))
