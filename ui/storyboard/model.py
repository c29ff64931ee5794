"""The rows of the storyboard as Qt asks for them; rows that did not change are left alone."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.storyboard import facts
from ui.storyboard.rows import Kind, Row, begins_section, rows_of, stand_alike

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.lecture import Lecture, Scene
    from ui.hub import Hub
    from ui.storyboard.facts import Card, Heading, Seam

Index = QModelIndex | QPersistentModelIndex


class StoryboardModel(QAbstractListModel):
    """Headings, changes and scenes of the session's lecture, one below the other."""

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._lecture: Lecture | None = None
        self._rows: tuple[Row, ...] = ()
        self._at: dict[Row, int] = {}
        self._places: dict[str, int] = {}
        self._folded: frozenset[str] = frozenset()
        self._draft = ""
        self._attention: frozenset[str] = frozenset()
        self.reload()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return self._rows

    @property
    def folded(self) -> frozenset[str]:
        """The first scenes of the sections whose scenes are put away."""
        return self._folded

    @property
    def draft(self) -> str:
        """The scene in front of which a section is being named."""
        return self._draft

    def reload(self) -> None:
        """Another lecture is open."""
        self.beginResetModel()
        self._folded, self._draft = frozenset(), ""
        self._take(self._hub.session.lecture)
        self._put(rows_of(self._lecture))
        self.endResetModel()

    def refresh(self, before: Lecture | None, after: Lecture | None) -> None:
        """Follow an edit: only what changed is told."""
        self._lecture = after
        if before is None or after is None or not stand_alike(before, after):
            self._rearrange(after)
        if before is None or after is None or before.choices != after.choices:
            self._tell(range(len(self._rows)))
        else:
            old = {scene.id: scene for scene in before.scenes}
            self.tell_scenes(scene.id for scene in after.scenes if old.get(scene.id) is not scene)

    def tell_scenes(self, ids: Iterable[str]) -> None:
        """Something else is to be said about these scenes."""
        kinds: tuple[Kind, ...] = ("heading", "seam", "scene")
        rows = (self._at.get(Row(kind, scene_id)) for scene_id in ids for kind in kinds)
        self._tell(sorted(row for row in rows if row is not None))

    def set_attention(self, ids: frozenset[str]) -> None:
        """Which scenes need attention."""
        changed, self._attention = self._attention ^ ids, ids
        self.tell_scenes(changed)

    def fold(self, scene_id: str, folded: bool) -> None:
        """Put away the scenes of the section that begins at a scene, or bring them back."""
        self._folded = self._folded | {scene_id} if folded else self._folded - {scene_id}
        self._arrange()
        self.tell_scenes([scene_id])

    def fold_all(self, folded: bool) -> None:
        """Put away the scenes of all sections, or bring all of them back."""
        headings = frozenset(row.scene for row in rows_of(self._lecture) if row.kind == "heading")
        self._folded = headings if folded else frozenset()
        self._arrange()
        self.tell_scenes(headings)

    def set_draft(self, scene_id: str) -> None:
        """Show a heading in front of a scene while its section gets a name ("": no longer)."""
        if scene_id != self._draft:
            before, self._draft = self._draft, scene_id
            self._arrange()
            self.tell_scenes([before])

    def find(self, kind: Kind, scene_id: str) -> QModelIndex:
        """The index of a row; an invalid one where it is not there."""
        row = self._at.get(Row(kind, scene_id))
        return QModelIndex() if row is None else self.index(row)

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place(self, scene_id: str) -> int:
        """The index of a scene in the lecture."""
        return self._places[scene_id]

    def heading_of(self, scene_id: str) -> str:
        """The first scene of the section that a scene stands in; "" in a nameless opening."""
        scenes = () if self._lecture is None else self._lecture.scenes
        at = self._places.get(scene_id, -1)
        while at >= 0 and not begins_section(scenes, at):
            at -= 1
        return scenes[at].id if at >= 0 else ""

    def end_of(self, first: str) -> int:
        """The index in the lecture behind the last scene of the section that begins at `first`."""
        scenes = () if self._lecture is None else self._lecture.scenes
        stop = self._places[first] + 1
        while stop < len(scenes) and not begins_section(scenes, stop):
            stop += 1
        return stop

    def card(self, scene_id: str) -> Card:
        """What the card of a scene says."""
        lecture, scene = self._of(scene_id)
        bench = self._hub.workbench
        rate = Fraction(30) if bench.timeline is None else bench.timeline.rate
        number, found = self._places[scene_id] + 1, bench.scene(scene_id)
        return facts.card(scene, number, lecture, found, rate, scene_id in self._attention)

    def seam(self, scene_id: str) -> Seam | None:
        """What the change in front of a scene says."""
        lecture, scene = self._of(scene_id)
        return facts.seam(scene, self._places[scene_id] + 1, lecture, self._hub.workbench.scene(scene_id))

    def heading(self, scene_id: str) -> Heading:
        """What the heading in front of a scene says."""
        _, scene = self._of(scene_id)
        count = self.end_of(scene_id) - self._places[scene_id]
        name = "" if scene_id == self._draft else scene.section
        told = self.tr("%n scene(s)", "", count)
        return facts.heading(name, told, count, scene_id in self._folded)

    def title(self, row: Row) -> str:
        """The text of a row that can be edited."""
        _, scene = self._of(row.scene)
        if row.kind == "scene":
            return scene.title
        return "" if row.scene == self._draft else scene.section

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Scenes can be selected, scenes and headings renamed."""
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if row.kind != "seam" and not self._hub.session.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsSelectable if row.kind == "scene" else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row; the delegate paints it from `card`, `seam` and `heading`."""
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.EditRole:
            return self.title(row)
        return None

    def _spoken(self, row: Row) -> str:
        if row.kind == "scene":
            return self.card(row.scene).spoken
        if row.kind == "heading":
            return self.heading(row.scene).spoken
        seam = self.seam(row.scene)
        return "" if seam is None else seam.spoken

    def _tip(self, row: Row) -> str | None:
        if row.kind == "heading":
            return self.heading(row.scene).spoken
        if row.kind == "seam":
            seam = self.seam(row.scene)
            return None if seam is None else seam.tip
        return self.card(row.scene).spoken

    def _of(self, scene_id: str) -> tuple[Lecture, Scene]:
        assert self._lecture is not None
        return self._lecture, self._lecture.scenes[self._places[scene_id]]

    def _take(self, lecture: Lecture | None) -> None:
        self._lecture = lecture
        scenes = () if lecture is None else lecture.scenes
        self._places = {scene.id: index for index, scene in enumerate(scenes)}

    def _rearrange(self, lecture: Lecture | None) -> None:
        self._take(lecture)
        scenes = () if lecture is None else lecture.scenes
        self._folded &= {scene.id for at, scene in enumerate(scenes) if begins_section(scenes, at)}
        if self._draft not in self._places:
            self._draft = ""
        self._arrange()

    def _put(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._at = {row: index for index, row in enumerate(rows)}

    def _arrange(self) -> None:
        """Take out and put in the rows between those that are the same at both ends."""
        old, new = self._rows, rows_of(self._lecture, self._folded, self._draft)
        if old == new:
            return
        short = min(len(old), len(new))
        front = next((i for i in range(short) if old[i] != new[i]), short)
        most = short - front
        back = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
        if len(old) > front + back:
            self.beginRemoveRows(QModelIndex(), front, len(old) - back - 1)
            self._put((*old[:front], *old[len(old) - back :]))
            self.endRemoveRows()
        if len(new) > front + back:
            self.beginInsertRows(QModelIndex(), front, len(new) - back - 1)
            self._put(new)
            self.endInsertRows()

    def _tell(self, rows: Iterable[int]) -> None:
        """Tell of rows (ascending), neighbours in one go."""
        start = stop = -1
        for row in rows:
            if row != stop:
                self._tell_range(start, stop)
                start = row
            stop = row + 1
        self._tell_range(start, stop)

    def _tell_range(self, start: int, stop: int) -> None:
        if start >= 0:
            self.dataChanged.emit(self.index(start), self.index(stop - 1))
