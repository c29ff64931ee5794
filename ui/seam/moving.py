"""How objects change: what of a text travels by itself, how new things come in, which objects are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from studio.lecture import Arrival, Level, Scene, TextBy
from studio.wishes import text_by, wish_of
from ui.language import words
from ui.seam.rows import Rows

if TYPE_CHECKING:
    from studio.obstacles import Outlook
    from ui.cuts import Cut


class MovingForm(Rows):
    """Shown as far as the level asked for has a use for it."""

    text_by_chosen = Signal(str)
    arrival_chosen = Signal(str)
    pairing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text_box, self.arrival_box = QComboBox(), QComboBox()
        self.pairing = QPushButton(self.tr("Which are one?…"))
        self.pairing.setAccessibleName(self.tr("Say which objects of the two slides are one"))
        self.pairing.setToolTip(self.pairing.accessibleName())
        self.paired = QLabel()
        self.paired.setProperty("role", "small")
        self._fill()
        self._text = self.add_row(self.tr("Text moves"), self.text_box)
        self._arrival = self.add_row(self.tr("New things"), self.arrival_box)
        self._objects = self.add_row(self.tr("Objects"), self.pairing, self.paired)
        self.text_box.activated.connect(lambda at: self.text_by_chosen.emit(self.text_box.itemData(at)))
        self.arrival_box.activated.connect(lambda at: self.arrival_chosen.emit(self.arrival_box.itemData(at)))
        self.pairing.clicked.connect(self.pairing_wanted)

    def show_cut(self, cut: Cut | None, scene: Scene, outlook: Outlook) -> None:
        """Show what holds now."""
        level = Level.CUT if cut is None else cut.choice.level
        wish, moves = wish_of(scene), level >= Level.MOVE
        _show(self.text_box, text_by(wish))
        _show(self.arrival_box, wish.arrive)
        said = len(wish.pairs)
        self.paired.setText(self.tr("%n of them said by you", "", said) if said else "")
        self.show_row(self._text, moves and (outlook.texts > 0 or outlook.moving is None))
        self.show_row(self._arrival, level in (Level.HOLD, Level.MOVE))
        self.show_row(self._objects, moves or said > 0)
        self.setVisible(self.has_rows)

    def _fill(self) -> None:
        by: tuple[TextBy, ...] = get_args(TextBy)
        for each in by:
            self.text_box.addItem(words.text_by(each), each)
        arrivals: tuple[Arrival, ...] = get_args(Arrival)
        for each in arrivals:
            self.arrival_box.addItem(words.arrival(each), each)
        for box, name in (
            (self.text_box, self.tr("How text moves to its new place")),
            (self.arrival_box, self.tr("How what is new on the slide comes in")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)


def _show(box: QComboBox, value: str) -> None:
    with QSignalBlocker(box):
        box.setCurrentIndex(box.findData(value))
