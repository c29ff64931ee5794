"""The system's own dialogs for choosing a file to open or to save, never waited for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from ui.documents.naming import DECKS, OUTLINES, PICTURES, SLIDES
from ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.hub import Hub

LECTURE = ".lecture"
_BUTTONS = {
    "backButton": "chevron-left",
    "forwardButton": "chevron-right",
    "toParentButton": "arrow-up",
}


class FileDialogs(QObject):
    """Answers the actions and the documents that need a file."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self._hub, self._window = hub, window
        actions = hub.actions
        actions.import_file.triggered.connect(self.choose_import)
        actions.import_pictures.triggered.connect(self.choose_pictures)
        actions.import_folder.triggered.connect(self.choose_folder)
        actions.open.triggered.connect(self.choose_lecture)
        actions.update_deck.triggered.connect(self.choose_changed_deck)
        actions.use_pages.triggered.connect(self.choose_pages)
        actions.replace_picture.triggered.connect(self.choose_picture)
        actions.save_as.triggered.connect(lambda: self.choose_target(hub.documents.suggestion()))
        hub.documents.save_wanted.connect(self.choose_target)

    def choose_import(self) -> None:
        """Choose slides or an outline."""
        patterns = " ".join(f"*{suffix}" for suffix in SLIDES + OUTLINES)
        self._open(
            self.tr("Import slides or an outline"),
            self.tr("Slides and outlines ({patterns})").format(patterns=patterns),
        )

    def choose_pictures(self) -> None:
        """Choose one or more pictures: the scenes of a lecture."""
        patterns = " ".join(f"*{suffix}" for suffix in PICTURES)
        dialog = self._dialog(
            self.tr("Import pictures"), self.tr("Pictures ({patterns})").format(patterns=patterns)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setDirectory(str(self._hub.documents.folder))
        dialog.filesSelected.connect(lambda names: self._open_pictures([Path(name) for name in names]))
        self._ask(dialog)

    def choose_folder(self) -> None:
        """Choose a folder of pictures."""
        dialog = self._dialog(self.tr("Import a folder of pictures"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(str(self._hub.documents.folder))
        self._show(dialog, self._hub.documents.open)

    def choose_changed_deck(self) -> None:
        """Choose the changed deck of the open lecture."""
        patterns = " ".join(f"*{suffix}" for suffix in DECKS)
        dialog = self._dialog(
            self.tr("Update from a changed deck"), self.tr("Slides ({patterns})").format(patterns=patterns)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(self._hub.documents.folder))
        self._show(dialog, self._hub.documents.updating.start)

    def choose_pages(self) -> None:
        """Choose the PDF that was saved from the deck."""
        dialog = self._dialog(
            self.tr("Use pages from a PDF"), self.tr("PDF ({patterns})").format(patterns="*.pdf")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(self._hub.documents.folder))
        self._show(dialog, self._hub.documents.showing.use_pages)

    def choose_picture(self) -> None:
        """Choose what is shown instead of the current slide."""
        patterns = " ".join(f"*{suffix}" for suffix in (*PICTURES, ".pdf"))
        dialog = self._dialog(
            self.tr("Replace this slide's picture"),
            self.tr("Pictures and PDF ({patterns})").format(patterns=patterns),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(self._hub.documents.folder))
        self._show(dialog, self._hub.documents.showing.replace)

    def choose_lecture(self) -> None:
        """Choose a lecture."""
        self._open(self.tr("Open lecture"), self.tr("Lectures ({patterns})").format(patterns=f"*{LECTURE}"))

    def choose_target(self, suggestion: Path) -> None:
        """Choose where to save."""
        dialog = self._dialog(
            self.tr("Save lecture"), self.tr("Lectures ({patterns})").format(patterns=f"*{LECTURE}")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(LECTURE.removeprefix("."))
        dialog.setDirectory(str(suggestion.parent))
        dialog.selectFile(suggestion.name)
        dialog.rejected.connect(self._hub.documents.give_up_saving)
        self._show(dialog, self._hub.documents.save_as)

    def _open(self, title: str, name_filter: str) -> None:
        dialog = self._dialog(title, name_filter)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(self._hub.documents.folder))
        self._show(dialog, self._hub.documents.open)

    def _open_pictures(self, paths: list[Path]) -> None:
        documents = self._hub.documents
        if len(paths) == 1:
            documents.open(paths[0])
        elif paths:
            documents.open_pictures(paths)

    def _dialog(self, title: str, name_filter: str = "") -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        if name_filter:
            dialog.setNameFilters([name_filter, self.tr("All files (*)")])
        for name, icon in _BUTTONS.items():  # Qt's own dialog draws them black in every theme
            button = dialog.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(theme.icon(icon))
        return dialog

    def _show(self, dialog: QFileDialog, chosen: Callable[[Path], object]) -> None:
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
