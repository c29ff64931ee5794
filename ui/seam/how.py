"""How a change is made: its style, where it travels, how long it takes, whether one speaks during it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QPushButton, QWidget

from studio.coherence import LONGEST, usual_length
from studio.edits.seams import TRAVELLING
from studio.lecture import Direction, Level, Scene, Style
from studio.wishes import wish_of
from ui.language import words
from ui.seam.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.cuts import Cut

_STEP_S = 0.1


class HowForm(Rows):
    """Fields for the details of a change; each tells what the user chose."""

    style_chosen = Signal(str)
    direction_chosen = Signal(str)
    length_chosen = Signal(object)
    """Seconds (`Fraction`), or None: as long as is usual."""
    length_settled = Signal()
    """The length is no longer being changed."""
    speak_over_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_box, self.direction_box = QComboBox(), QComboBox()
        self.length = QDoubleSpinBox()
        self.usual = QPushButton(self.tr("Usual length"))
        self.speak_over = QCheckBox(self.tr("The narration may begin during the change"))
        self._fill()
        self._style = self.add_row(self.tr("Style"), self.style_box, self.direction_box)
        self.add_row(self.tr("Length"), self.length, self.usual)
        self.add_wide(self.speak_over)
        self._wire()

    def show_cut(self, cut: Cut | None, scene: Scene, fades_only: bool) -> None:
        """Show what holds now."""
        level = None if cut is None else cut.choice.level
        whole = level is Level.WHOLE
        if cut is not None:
            _show(self.style_box, cut.choice.style)
            _show(self.direction_box, cut.choice.direction)
            self._show_length(cut, scene)
        _allow(self.style_box, lambda style: not (fades_only and style in TRAVELLING))
        self.show_row(self._style, whole)
        self.direction_box.setVisible(cut is not None and cut.travels)
        lasts = level is not None and level is not Level.CUT
        self.length.setEnabled(lasts)
        self.usual.setEnabled(lasts and scene.transition.duration is not None)
        self.speak_over.setEnabled(lasts)
        with QSignalBlocker(self.speak_over):
            self.speak_over.setChecked(scene.transition.speak_over)

    def _show_length(self, cut: Cut, scene: Scene) -> None:
        if not self.length.hasFocus() or round(self.length.value(), 2) != round(
            float(cut.choice.duration), 2
        ):
            with QSignalBlocker(self.length):
                self.length.setValue(float(cut.choice.duration))
        usual = words.duration(usual_length(cut.choice.level, wish_of(scene).arrive))
        self.usual.setToolTip(self.tr("As long as is usual: {length}").format(length=usual))

    def _fill(self) -> None:
        styles: tuple[Style, ...] = get_args(Style)
        for style in styles:
            self.style_box.addItem(words.style(style), style)
        directions: tuple[Direction, ...] = get_args(Direction)
        for direction in directions:
            self.direction_box.addItem(words.direction(direction), direction)
        self.length.setRange(0, float(LONGEST))
        self.length.setSingleStep(_STEP_S)
        self.length.setDecimals(2)
        self.length.setSuffix(self.tr(" s"))
        self.length.setKeyboardTracking(False)
        self.usual.setProperty("flat", True)
        for widget, name in (
            (self.style_box, self.tr("Style of the change")),
            (self.direction_box, self.tr("Where the new slide travels")),
            (self.length, self.tr("Length of the change in seconds")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self.speak_over.setToolTip(
            self.tr("Otherwise the first word waits until the new slide stands still.")
        )

    def _wire(self) -> None:
        self.style_box.activated.connect(lambda at: self.style_chosen.emit(self.style_box.itemData(at)))
        self.direction_box.activated.connect(
            lambda at: self.direction_chosen.emit(self.direction_box.itemData(at))
        )
        self.length.valueChanged.connect(
            lambda value: self.length_chosen.emit(Fraction(round(value * 100), 100))
        )
        self.length.editingFinished.connect(self.length_settled)
        self.usual.clicked.connect(lambda: self.length_chosen.emit(None))
        self.speak_over.clicked.connect(self.speak_over_chosen)


def _show(box: QComboBox, value: str) -> None:
    with QSignalBlocker(box):
        box.setCurrentIndex(box.findData(value))


def _allow(box: QComboBox, may: Callable[[Style], bool]) -> None:
    model = box.model()
    if isinstance(model, QStandardItemModel):
        for row in range(model.rowCount()):
            model.item(row).setEnabled(may(box.itemData(row)))
