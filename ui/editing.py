"""What the actions of the menus do to the lecture: edits of the selected scenes, with their names for undo.

The edits themselves are loaded with the first one: the window stands before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from studio.errors import EditError, StudioError
from studio.lecture import Lecture, Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.history import Code
    from ui.session import Session
    from ui.workbench import Workbench

SCENES_TYPE = "application/x-lecture-studio-scenes"
"""Scenes on the clipboard and in a drag: the JSON of a lecture that holds just them."""


def as_mime(lecture: Lecture, ids: tuple[str, ...]) -> QMimeData:
    """Scenes for the clipboard; other programs get their words."""
    from studio.lecture_json import dumps

    chosen = tuple(scene for scene in lecture.scenes if scene.id in set(ids))
    data = QMimeData()
    data.setData(SCENES_TYPE, QByteArray(dumps(Lecture("", scenes=chosen)).encode()))
    data.setText(
        "\n\n".join(filter(None, (f"{scene.title}\n{scene.script.words}".strip() for scene in chosen)))
    )
    return data


def from_mime(data: QMimeData | None) -> tuple[Scene, ...]:
    """The scenes on a clipboard; none where there are no readable ones. (Qt has None for some empty ones.)"""
    from studio.lecture_json import loads

    if data is None or not data.hasFormat(SCENES_TYPE):
        return ()
    try:
        return loads(bytes(data.data(SCENES_TYPE).data()).decode("utf-8", "replace")).scenes
    except StudioError:
        return ()


class Editing(QObject):
    """Edits of what is selected in the session."""

    def __init__(self, session: Session, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._workbench = session, workbench

    def remove(self) -> None:
        """Take the selected scenes out."""
        from studio import edits

        ids = self._session.selection
        self._session.edit(
            "remove-scenes", lambda lecture: edits.remove(lecture, ids), len(ids), self._title(ids)
        )

    def duplicate(self) -> None:
        """Put copies behind the selected scenes, and select those."""
        from studio import edits

        ids = self._session.selection
        self._adding("duplicate-scenes", lambda lecture: edits.duplicate(lecture, ids), ids)

    def copy(self) -> None:
        """Put the selected scenes on the clipboard."""
        if self._session.lecture is not None and self._session.selection:
            QGuiApplication.clipboard().setMimeData(as_mime(self._session.lecture, self._session.selection))

    def cut(self) -> None:
        """Copy the selected scenes and take them out."""
        self.copy()
        self.remove()

    def paste(self) -> None:
        """Put the scenes of the clipboard behind the last selected one."""
        from studio import edits

        scenes = from_mime(QGuiApplication.clipboard().mimeData())
        if scenes:
            ids = tuple(scene.id for scene in scenes)
            self._adding(
                "paste-scenes",
                lambda lecture: edits.insert(lecture, scenes, self._behind_selection(lecture)),
                ids,
                scenes[0].title,
            )

    def toggle_hidden(self) -> None:
        """Hide the selected scenes; where all of them are hidden, show them."""
        from studio import edits

        lecture, ids = self._session.lecture, self._session.selection
        if lecture is not None and ids:
            hide = not all(lecture.scene(scene_id).hidden for scene_id in ids)
            self._session.edit(
                "hide-scenes" if hide else "show-scenes",
                lambda lecture: edits.set_hidden(lecture, ids, hide),
                len(ids),
                self._title(ids),
            )

    def merge(self) -> None:
        """Make one scene of the selected neighbours."""
        from studio import edits

        ids = self._session.selection
        self._session.edit(
            "merge-scenes", lambda lecture: edits.merge(lecture, ids), len(ids), self._title(ids)
        )

    def split(self, sentence: int) -> None:
        """Make two scenes of the current one; the second begins with a sentence (index from 0)."""
        from studio import edits

        scene_id = self._session.current
        clip = self._workbench.clip(scene_id)
        take = clip.take if clip is not None and clip.take.measured and self._workbench.is_current else None

        def divided(lecture: Lecture) -> Lecture:
            if lecture.scene(scene_id).recording is not None and take is None:
                raise EditError("The recording of this scene is still being read; try again in a moment.")
            return edits.split(lecture, scene_id, sentence, take)

        self._session.edit("split-scene", divided, 1, self._title((scene_id,)))

    def move(self, by: int) -> None:
        """Move the selected scenes one place on (1) or back (-1)."""
        lecture, ids = self._session.lecture, self._session.selection
        if lecture is None or not ids:
            return
        chosen = [index for index, scene in enumerate(lecture.scenes) if scene.id in set(ids)]
        to = chosen[0] - 1 if by < 0 else chosen[-1] + 2
        if 0 <= to <= len(lecture.scenes):
            self.move_to(to)

    def move_to(self, to: int) -> None:
        """Put the selected scenes in front of the one that now has index `to`."""
        from studio import edits

        ids = self._session.selection
        self._session.edit(
            "move-scenes", lambda lecture: edits.move(lecture, ids, to), len(ids), self._title(ids)
        )

    def select_all(self) -> None:
        """Select every scene."""
        lecture = self._session.lecture
        if lecture is not None:
            self._session.select((scene.id for scene in lecture.scenes), self._session.current)

    def go(self, by: int) -> None:
        """Make the next (1) or previous (-1) scene the current one."""
        lecture = self._session.lecture
        if lecture is None or not lecture.scenes:
            return
        ids = [scene.id for scene in lecture.scenes]
        at = ids.index(self._session.current) if self._session.current in ids else 0
        target = ids[min(max(at + by, 0), len(ids) - 1)]
        self._session.select((target,), target)

    def _adding(
        self, code: Code, edit: Callable[[Lecture], Lecture], ids: tuple[str, ...], name: str = ""
    ) -> None:
        before = self._session.lecture
        if before is None:
            return
        had = {scene.id for scene in before.scenes}
        done = self._session.edit(code, edit, len(ids), name or self._title(ids))
        after = self._session.lecture
        if done and after is not None:
            self._session.select(scene.id for scene in after.scenes if scene.id not in had)

    def _behind_selection(self, lecture: Lecture) -> int:
        chosen = set(self._session.selection)
        places = [index for index, scene in enumerate(lecture.scenes) if scene.id in chosen]
        return places[-1] + 1 if places else len(lecture.scenes)

    def _title(self, ids: tuple[str, ...]) -> str:
        lecture = self._session.lecture
        if lecture is None or len(ids) != 1:
            return ""
        return next((scene.title for scene in lecture.scenes if scene.id == ids[0]), "")
