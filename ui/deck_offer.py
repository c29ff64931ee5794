"""A deck dropped onto the lecture that was made from it: shall that be updated, or another lecture be made?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.lecture import SlideVisual
from ui.documents.naming import DECKS

if TYPE_CHECKING:
    from pathlib import Path

    from ui.hub import Hub

translate = QCoreApplication.translate


def fits(hub: Hub, path: Path) -> bool:
    """Whether the open lecture may be changed and was made from a deck of that name."""
    session = hub.session
    if session.lecture is None or session.read_only or path.suffix.lower() not in DECKS:
        return False
    names = {
        scene.visual.deck.name.rpartition(".")[0].casefold()
        for scene in session.lecture.scenes
        if isinstance(scene.visual, SlideVisual)
    }
    return path.stem.casefold() in names


def ask(hub: Hub, path: Path, window: QWidget) -> QMessageBox:
    """Ask, and do what is answered."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("DeckOffer", "Update or open"))
    text = translate("DeckOffer", "Update this lecture from “{name}”?")
    box.setText(text.format(name=path.name))
    box.setInformativeText(
        translate(
            "DeckOffer",
            "It was made from a deck of this name. Your words, recordings and choices stay; you can undo this.",
        )
    )
    update = box.addButton(translate("DeckOffer", "Update this lecture"), QMessageBox.ButtonRole.AcceptRole)
    new = box.addButton(translate("DeckOffer", "Open as a new lecture"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(update)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    update.clicked.connect(lambda: hub.documents.updating.start(path))
    new.clicked.connect(lambda: hub.documents.open(path))
    box.open()
    return box
