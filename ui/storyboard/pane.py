"""The storyboard as a pane: its head, the list, what stands there while it is empty, and the menu of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from studio import edits
from ui.storyboard.model import StoryboardModel
from ui.storyboard.rows import Row
from ui.storyboard.view import StoryboardView

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from studio.lecture import Lecture
    from ui.hub import Hub


class Storyboard(QWidget):
    """All scenes, their sections and the changes between them."""

    seam_activated = Signal(str, QRect)
    """The scene that a change leads to, and where the change stands on the screen."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._shown = ""
        self._starts = False
        self._model = StoryboardModel(hub, self)
        self.view = StoryboardView(hub, self._model, self)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._stack, 1)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self.view)
        self._wire()
        self._opened()

    def _head(self) -> QWidget:
        title = QLabel(self.tr("Storyboard"))
        title.setProperty("role", "strong")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(title, 1)
        row.addWidget(self._count)
        return head

    def _empty(self) -> QWidget:
        title = QLabel(self.tr("No scenes yet"))
        title.setProperty("role", "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = QLabel(self.tr("Import slides or an outline, or paste scenes from another lecture."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(self.tr("Import…"))
        button.setAccessibleName(self._hub.actions.import_file.text())
        button.setToolTip(self._hub.actions.import_file.toolTip())
        button.clicked.connect(self._hub.actions.import_file.trigger)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(hint)
        column.addSpacing(8)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _wire(self) -> None:
        session, actions = self._hub.session, self._hub.actions
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.selection_changed.connect(self._selected)
        self._hub.workbench.findings_changed.connect(self._model.tell_scenes)
        self.view.seam_chosen.connect(self._open_seam)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.named.connect(self._named)
        self.view.naming_ended.connect(self._naming_ended)
        actions.rename.triggered.connect(self._rename)
        actions.start_section.triggered.connect(self._start_section)
        actions.rename_section.triggered.connect(self._rename_section)
        actions.join_section.triggered.connect(self._join_section)
        actions.edit_cut.triggered.connect(self._edit_cut)

    def show_attention(self, scenes: frozenset[str]) -> None:
        """Mark the scenes (ids) of which something stands in the list of what needs attention."""
        self._model.set_attention(scenes)

    def _opened(self) -> None:
        self.view.let_go()
        self._model.reload()
        self.view.scrollToTop()
        self._refresh()

    def _changed(self, before: Lecture | None, after: Lecture | None) -> None:
        self.view.let_go()
        self._model.refresh(before, after)
        self._refresh()

    def _refresh(self) -> None:
        lecture = self._hub.session.lecture
        count = 0 if lecture is None else len(lecture.scenes)
        self._count.setText(self.tr("%n scene(s)", "", count) if count else "")
        self._stack.setCurrentIndex(0 if count else 1)
        self._selected()

    def _selected(self) -> None:
        current = self._hub.session.current
        if current and current != self._shown:
            self.view.reveal(current)
        self._shown = current
        self.view.show_selection()

    def _open_seam(self, scene_id: str) -> None:
        self._hub.session.select_seam(scene_id)
        self.seam_activated.emit(scene_id, self.view.seam_rect(scene_id))

    def _edit_cut(self) -> None:
        current = self._hub.session.current
        if current and self._model.place(current) > 0:
            self.view.reveal(current)
            self._open_seam(current)

    def _rename(self) -> None:
        self._edit(Row("scene", self._hub.session.current))

    def _rename_section(self) -> None:
        current = self._hub.session.current
        if current:
            first = self._model.heading_of(current) or self._first()
            self._name_section(first, starts=False)

    def _start_section(self) -> None:
        if self._hub.session.current:
            self._name_section(self._hub.session.selection[0], starts=True)

    def _name_section(self, scene_id: str, starts: bool) -> None:
        """Name a section; one that has no heading yet gets one, which goes again if nothing comes of it."""
        self._starts = starts
        if not self._model.find("heading", scene_id).isValid():
            self._model.set_draft(scene_id)
            self.view.show_selection()
        self._edit(Row("heading", scene_id))

    def _first(self) -> str:
        lecture = self._hub.session.lecture
        return lecture.scenes[0].id if lecture is not None and lecture.scenes else ""

    def _edit(self, row: Row) -> None:
        if self._hub.session.read_only or not row.scene:
            return
        if row.kind == "scene":
            self.view.reveal(row.scene)
        index = self._model.find(row.kind, row.scene)
        if index.isValid():
            self.view.scrollTo(index)
            self.view.setFocus()
            self.view.edit(index)

    def _named(self, row: Row, name: str) -> None:
        session, scene_id = self._hub.session, row.scene
        told = " ".join(name.split())
        if row.kind == "scene":
            session.edit("rename-scene", lambda lecture: edits.rename(lecture, scene_id, told), 1, told)
        elif row.scene == self._model.draft and not told:
            return  # nothing was written: no section
        elif self._starts:
            session.edit(
                "start-section", lambda lecture: edits.start_section(lecture, scene_id, told), 1, told
            )
        else:
            session.edit(
                "rename-section", lambda lecture: edits.rename_section(lecture, scene_id, told), 1, told
            )

    def _naming_ended(self) -> None:
        self._starts = False
        # Qt is still putting the editor away, so its row may go only afterwards.
        QTimer.singleShot(0, self, self._drop_draft)

    def _drop_draft(self) -> None:
        self._model.set_draft("")
        self.view.show_selection()

    def _join_section(self) -> None:
        session = self._hub.session
        current = session.current
        if current:
            session.edit("join-section", lambda lecture: edits.join_section(lecture, current))

    def _open_menu(self, row: Row | None, place: QPoint) -> None:
        if self._hub.session.lecture is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row is None:
            self._fill_empty(menu)
        elif row.kind == "heading":
            self._fill_heading(menu, row.scene)
        elif row.kind == "seam":
            self._fill_seam(menu, row.scene)
        else:
            self._fill_scene(menu)
        menu.popup(place)

    def _fill_empty(self, menu: QMenu) -> None:
        actions = self._hub.actions
        menu.addActions([actions.paste, actions.select_all])
        self._add_folding(menu, "")

    def _fill_scene(self, menu: QMenu) -> None:
        actions = self._hub.actions
        groups: tuple[tuple[QAction, ...], ...] = (
            (actions.cut, actions.copy, actions.paste),
            (actions.duplicate, actions.hide, actions.merge, actions.delete, actions.rename),
            (actions.move_up, actions.move_down),
            (actions.replace_picture, actions.draw_here),
            (actions.edit_cut, actions.play_cut),
            (actions.start_section, actions.rename_section, actions.join_section),
        )
        for group in groups:
            menu.addActions(list(group))
            menu.addSeparator()
        self._add_folding(menu, self._model.heading_of(self._hub.session.current))

    def _fill_seam(self, menu: QMenu, scene_id: str) -> None:
        actions = self._hub.actions
        open_it = menu.addAction(actions.edit_cut.icon(), self.tr("Choose this change…"))
        open_it.triggered.connect(lambda: self._open_seam(scene_id))
        menu.addAction(actions.fades_only)

    def _fill_heading(self, menu: QMenu, scene_id: str) -> None:
        session = self._hub.session
        rename = menu.addAction(self.tr("Rename section…"))
        rename.triggered.connect(lambda: self._name_section(scene_id, starts=False))
        join = menu.addAction(self.tr("Join the section before"))
        join.triggered.connect(
            lambda: session.edit("join-section", lambda lecture: edits.join_section(lecture, scene_id))
        )
        for action in (rename, join):
            action.setEnabled(not session.read_only)
        join.setEnabled(join.isEnabled() and self._model.place(scene_id) > 0)
        choose = menu.addAction(self.tr("Select its scenes"))
        choose.triggered.connect(lambda: self._select_section(scene_id))
        menu.addSeparator()
        self._add_folding(menu, scene_id)

    def _select_section(self, first: str) -> None:
        lecture = self._hub.session.lecture
        if lecture is not None:
            scenes = lecture.scenes[self._model.place(first) : self._model.end_of(first)]
            self._hub.session.select((scene.id for scene in scenes), first)

    def _add_folding(self, menu: QMenu, first: str) -> None:
        """What folds sections away; `first` is the first scene of the section that the menu is about."""
        folded = self._model.folded
        if first:
            text = self.tr("Unfold section") if first in folded else self.tr("Fold section")
            menu.addAction(text).triggered.connect(lambda: self._fold(first, first not in folded))
        if any(row.kind == "heading" for row in self._model.rows):
            menu.addAction(self.tr("Fold all sections")).triggered.connect(lambda: self._fold_all(True))
        if folded:
            menu.addAction(self.tr("Unfold all sections")).triggered.connect(lambda: self._fold_all(False))

    def _fold(self, first: str, folded: bool) -> None:
        self._model.fold(first, folded)
        self.view.show_selection()

    def _fold_all(self, folded: bool) -> None:
        self._model.fold_all(folded)
        self.view.show_selection()
