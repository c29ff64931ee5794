"""How a model makes a change: which one, its way from picture to picture, the words it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from studio.lecture import LatentPath, Level, Scene
from studio.validation import LONGEST_PROMPT
from ui.controls.fields import TextField, WordsBox
from ui.language import words
from ui.language.sentences import told
from ui.seam.rows import Rows

if TYPE_CHECKING:
    from studio.obstacles import ModelUse
    from ui.cuts import Cut

_PROMPT_WIDTH = 240


class GeneratingForm(Rows):
    """Shown at levels 4 and 5 alone."""

    model_chosen = Signal(str)
    """The name of a model, "" for the usual one (at level 4: none)."""
    path_chosen = Signal(str)
    prompt_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_box, self.path_box, self.prompt = WordsBox(), QComboBox(), TextField()
        self.warning = QLabel(
            self.tr("A model invents what is seen between the two slides: watch it before using it.")
        )
        self.warning.setWordWrap(True)
        self._level = Level.RESHAPE
        self._fill()
        self._model = self.add_row(self.tr("Made by"), self.model_box)
        self._path = self.add_row(self.tr("Its way"), self.path_box)
        self._prompt = self.add_row(self.tr("What moves?"), self.prompt, wide=True)
        self.add_wide(self.warning)
        self.model_box.activated.connect(lambda at: self.model_chosen.emit(self.model_box.itemData(at)))
        self.path_box.activated.connect(lambda at: self.path_chosen.emit(self.path_box.itemData(at)))
        self.prompt.committed.connect(self.prompt_chosen)

    def show_cut(self, cut: Cut | None, scene: Scene, models: tuple[ModelUse, ...]) -> None:
        """Show what holds now."""
        level = Level.CUT if cut is None else cut.choice.level
        self.setVisible(level >= Level.RESHAPE)
        if level < Level.RESHAPE:
            return
        wish = scene.transition.generation
        self._show_models(level, wish.model, models)
        with QSignalBlocker(self.path_box):
            self.path_box.setCurrentIndex(self.path_box.findData(wish.path))
        self.prompt.show_text(wish.prompt)
        used = next((model for model in models if model.name == wish.model), None)
        self.show_row(self._path, level is Level.RESHAPE and bool(wish.model))
        self.show_row(self._prompt, level is Level.MOTION and (used is None or used.prompted))
        self.warning.setVisible(level is Level.MOTION)

    def _show_models(self, level: Level, chosen: str, models: tuple[ModelUse, ...]) -> None:
        """The models for a level; those of no use stand there as well, and say why."""
        usual = (
            self.tr("Optical flow, without a model")
            if level is Level.RESHAPE
            else self.tr("The first model that can")
        )
        lines = [("", usual, "")]
        for model in models:
            lines.append((model.name, f"{model.name} · {model.title}", told(model.why_not(level))))
        if chosen and chosen not in {model.name for model in models}:
            lines.append((chosen, self.tr("{model}: not installed").format(model=chosen), ""))
        box = self.model_box
        with QSignalBlocker(box):
            box.clear()
            for name, text, why_not in lines:
                box.addItem(text, name)
                box.setItemData(box.count() - 1, why_not or text, Qt.ItemDataRole.ToolTipRole)
                items = box.model()
                if isinstance(items, QStandardItemModel):
                    items.item(box.count() - 1).setEnabled(not why_not)
            box.setCurrentIndex(box.findData(chosen))

    def _fill(self) -> None:
        paths: tuple[LatentPath, ...] = get_args(LatentPath)
        for path in paths:
            self.path_box.addItem(words.path(path), path)
        self.model_box.setMinimumContentsLength(28)
        self.prompt.setMaxLength(LONGEST_PROMPT)
        self.prompt.setMinimumWidth(_PROMPT_WIDTH)
        self.prompt.setPlaceholderText(self.tr("Steam rises slowly, the camera stands still"))
        for field, name in (
            (self.model_box, self.tr("What makes the change")),
            (self.path_box, self.tr("The way of the model from one picture to the next")),
            (self.prompt, self.tr("What shall move, in a few words for the model")),
        ):
            field.setAccessibleName(name)
            field.setToolTip(name)
