"""Pictures and models: which models are in the models folder; this version needs none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from renderers.generation.families import verdict
from renderers.generation.folders import Model, installed
from studio.settings import models_folder
from ui import desktop
from ui.language import words
from ui.language.sentences import told
from ui.preferences.page import Page, card, label

if TYPE_CHECKING:
    from ui.hub import Hub
    from ui.tasks import TaskControl


class ModelsPage(Page):
    """Each model with its size and whether it may be loaded; an honest word where there is none."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._folder = models_folder()
        self.title(self.tr("Pictures and models"))
        self.note(
            self.tr(
                "Slides are drawn and changes up to level 2 are made without any model. "
                "Models are never fetched by themselves."
            )
        )
        self.section(self.tr("Installed models"))
        self.state = label(self.tr("Looking…"), "muted")
        self.add(self.state)
        frame, column = card()
        column.addWidget(label(self.tr("Models folder"), "strong"))
        path = label(str(self._folder), "muted")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(path)
        column.addWidget(
            label(
                self.tr(
                    "A model is a folder in the format of diffusers with safetensors; pickle files are refused."
                ),
                "muted",
            )
        )
        self.open_folder = QPushButton(self.tr("Open the folder"))
        self.open_folder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.open_folder.clicked.connect(self._open)
        column.addWidget(self.open_folder)
        self.add(frame)
        self.end()
        folder = self._folder

        def work(_: TaskControl) -> tuple[Model, ...]:
            return installed(folder)

        hub.tasks.start(work, self._found)

    def _found(self, models: tuple[Model, ...]) -> None:
        if self.is_over:
            return
        if not models:
            self.state.setText(self.tr("No model is installed, and none is needed."))
            return
        self.state.hide()
        place = self.column.indexOf(self.state)
        for model in models:
            frame, column = card()
            column.addWidget(label(model.name, "strong"))
            column.addWidget(label(f"{model.pipeline} · {words.size(model.size)}", "muted"))
            column.addWidget(label(told(verdict(model))))
            self.column.insertWidget(place, frame)
            place += 1

    def _open(self) -> None:
        """Open the folder; it is made first, so that there is something to open."""
        folder = self._folder

        def work(_: TaskControl) -> None:
            folder.mkdir(parents=True, exist_ok=True)

        self.hub.tasks.start(work, lambda _: desktop.open_file(folder))
