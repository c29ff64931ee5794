"""The only thing that changes while one works: the history of the open lecture and what is selected in it.

Views show it and ask it for edits; none of them keeps a lecture of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.errors import EditError, StudioError
from studio.history import Code, History, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from studio.lecture import Lecture, Scene
    from studio.report import ImportReport


class Session(QObject):
    """One open lecture, or none."""

    opened = Signal()
    """Another lecture is open now, or none."""
    changed = Signal(object, object)
    """The lecture before and after an edit, an undo or a redo. Scenes that did not change are the same objects."""
    selection_changed = Signal()
    history_changed = Signal()
    """What can be undone, whether there is something to save, and where."""
    refused = Signal(object)
    """The `StudioError` of an edit that cannot be done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: History | None = None
        self.path: Path | None = None
        self.report: ImportReport | None = None
        self.read_only = False
        self.selection: tuple[str, ...] = ()
        self.current = ""
        self.seam = ""

    @property
    def lecture(self) -> Lecture | None:
        """The lecture as it is now."""
        return None if self.history is None else self.history.present

    @property
    def scene(self) -> Scene | None:
        """The current scene."""
        lecture = self.lecture
        return lecture.scene(self.current) if lecture is not None and self.current else None

    @property
    def is_modified(self) -> bool:
        """Whether the open lecture says anything else than the author's file."""
        return self.history is not None and self.history.is_modified

    def open(
        self,
        lecture: Lecture,
        path: Path | None = None,
        report: ImportReport | None = None,
        read_only: bool = False,
        saved: bool = False,
    ) -> None:
        """Put another lecture in the place of the open one. `saved`: the file at `path` says the same."""
        self.history = History(lecture, saved=lecture if saved else None)
        self.path, self.report, self.read_only = path, report, read_only
        self.current = lecture.scenes[0].id if lecture.scenes else ""
        self.selection = (self.current,) if self.current else ()
        self.seam = ""
        self._tell_opened()

    def close(self) -> None:
        """Have no lecture open."""
        self.history = self.path = self.report = None
        self.read_only, self.selection, self.current, self.seam = False, (), "", ""
        self._tell_opened()

    def edit(
        self, code: Code, edit: Callable[[Lecture], Lecture], count: int = 1, name: str = "", key: str = ""
    ) -> bool:
        """Do an edit; False where it changed nothing or was refused, which `refused` tells.

        `code`, `count` and `name` label the step for undo; edits with one `key` grow into one step.
        """
        if self.history is None:
            return False
        if self.read_only:
            told = "This lecture can only be read here; save it under another name to change it."
            self.refused.emit(EditError(told))
            return False
        before = self.history.present
        try:
            history = self.history.edited(Label(code, count, name), edit(before), key)
        except StudioError as error:
            self.refused.emit(error)
            return False
        return self._move_to(history)

    def seal(self) -> None:
        """The typing or the drag is over: whatever comes next is a step of its own."""
        if self.history is not None:
            self.history = self.history.sealed()

    def undo(self) -> None:
        """Take the last step back."""
        if self.history is not None:
            self._move_to(self.history.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.history is not None:
            self._move_to(self.history.redo())

    def mark_saved(self, lecture: Lecture, path: Path) -> None:
        """A file at `path` now holds `lecture` (editing may have gone on meanwhile)."""
        if self.history is not None:
            self.history = self.history.marked_saved(lecture)
            self.path, self.read_only = path, False
            self.history_changed.emit()

    def select(self, ids: Iterable[str], current: str | None = None) -> None:
        """Select scenes; `current` (else the first of them) is the one whose script and picture are shown.

        Scenes that are no longer there are passed over: a view may show what was a moment ago.
        """
        lecture = self.lecture
        if lecture is None:
            return
        wanted = set(ids)
        chosen = tuple(scene.id for scene in lecture.scenes if scene.id in wanted)
        near = self.current if current is None and self.current in chosen else current
        there = any(scene.id == near for scene in lecture.scenes)
        shown = near if near and there else (chosen[0] if chosen else self.current)
        if (chosen, shown, "") != (self.selection, self.current, self.seam):
            self.selection, self.current, self.seam = chosen, shown, ""
            self.selection_changed.emit()

    def select_seam(self, scene_id: str) -> None:
        """Select the seam before a scene ("": none). It belongs to that scene, which is shown, too."""
        lecture = self.lecture
        if scene_id and (lecture is None or all(scene.id != scene_id for scene in lecture.scenes)):
            return  # taken out a moment ago
        if scene_id != self.seam:
            self.seam = scene_id
            if scene_id:
                self.selection, self.current = (scene_id,), scene_id
            self.selection_changed.emit()

    def _move_to(self, history: History) -> bool:
        before = self.history.present if self.history is not None else None
        if history is self.history or before is None:
            return False
        self.history = history
        after = history.present
        selection = self._selected_after(before, after)
        self.changed.emit(before, after)
        self.history_changed.emit()
        if selection:
            self.selection_changed.emit()
        return True

    def _selected_after(self, before: Lecture, after: Lecture) -> bool:
        """Let go of scenes that are no longer there; where the current one went, its neighbour is next."""
        left = {scene.id for scene in after.scenes}
        was = (self.selection, self.current, self.seam)
        self.selection = tuple(scene_id for scene_id in self.selection if scene_id in left)
        if self.seam not in left:
            self.seam = ""
        if self.current not in left:
            ids = [scene.id for scene in before.scenes]
            at = ids.index(self.current) if self.current in ids else 0
            near = [*ids[at:], *reversed(ids[:at]), *(scene.id for scene in after.scenes)]
            self.current = next((scene_id for scene_id in near if scene_id in left), "")
        if not self.selection and self.current:
            self.selection = (self.current,)
        return was != (self.selection, self.current, self.seam)

    def _tell_opened(self) -> None:
        self.opened.emit()
        self.selection_changed.emit()
        self.history_changed.emit()
