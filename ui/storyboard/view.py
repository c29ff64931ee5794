"""The list of the storyboard: pointer and keyboard. What is selected stands in the session; here it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QListView, QWidget

from ui.look import theme
from ui.storyboard.delegate import StoryboardDelegate
from ui.storyboard.dragging import Drag, Gap
from ui.storyboard.geometry import Measures
from ui.storyboard.thumbnails import Thumbnails

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.hub import Hub
    from ui.storyboard.model import Index, StoryboardModel
    from ui.storyboard.rows import Row

_NEXT = 3
"""Between two neighbouring scenes stand a change and at most a heading."""

_Key = Qt.Key
_MOVES = frozenset(
    {_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Home, _Key.Key_End}
)
_SIDES = frozenset({_Key.Key_Left, _Key.Key_Right})
_ENTERS = frozenset({_Key.Key_Return, _Key.Key_Enter})


class StoryboardView(QListView):
    """Scenes are selected as in any list; changes are chosen with a click, or with Left and Enter."""

    seam_chosen = Signal(str)
    """A change was clicked, or Enter was pressed on it: the scene that it leads to."""
    menu_wanted = Signal(object, QPoint)
    """The row (None: beside all rows) and where on the screen its menu belongs."""
    named = Signal(object, str)
    """A row was given another name."""
    naming_ended = Signal()

    def __init__(self, hub: Hub, model: StoryboardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._rows = hub, model
        self._anchor = ""
        self._shown: object = None
        self._sizes: Measures | None = None
        self._pressed: Row | None = None
        self._pressed_at = QPoint()
        self._pick_on_release = False
        self._drag: Drag | None = None
        self._thumbnails = Thumbnails(hub, model, self, self._measures)
        self._delegate = StoryboardDelegate(model, self._measures, self._thumbnails.image, self._named, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        for changed in (theme.changed, hub.workbench.timeline_changed):
            changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAutoScroll(False)  # the list scrolls to the current scene, not to whatever row Qt chooses
        self.setAcceptDrops(False)  # files from outside are for the window
        self.viewport().setAcceptDrops(False)
        self.setMouseTracking(True)
        self.setMinimumWidth(200)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName(self.tr("Storyboard"))
        self.setAccessibleDescription(
            self.tr("Up and Down choose a scene, Left the change before it, Enter opens that change.")
        )

    def show_selection(self) -> None:
        """Show what is selected in the session."""
        session = self._hub.session
        shown = (session.selection, session.current, session.seam, self._rows.rows)
        if shown == self._shown:
            return
        self._shown = shown
        self._delegate.current, self._delegate.seam = session.current, session.seam
        rows = [index.row() for index in map(self._scene_index, session.selection) if index.isValid()]
        chosen = QItemSelection()
        for start, stop in _ranges(rows):
            chosen.select(self._rows.index(start), self._rows.index(stop))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        seam = self._rows.find("seam", session.seam) if session.seam else QModelIndex()
        here = seam if seam.isValid() else self._scene_index(session.current)
        if here.isValid():
            self.selectionModel().setCurrentIndex(here, flags.NoUpdate)
        if len(session.selection) < 2:
            self._anchor = session.current
        self.viewport().update()

    def reveal(self, scene_id: str) -> None:
        """Scroll so far that a scene is seen; a section that hides it is unfolded."""
        heading = self._rows.heading_of(scene_id)
        if heading in self._rows.folded:
            self._rows.fold(heading, False)
        index = self._scene_index(scene_id)
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def let_go(self) -> None:
        """Drop nothing: what was being dragged is no longer where it was taken up."""
        if self._drag is not None:
            self._end_drag()

    def scene_rect(self, scene_id: str) -> QRect:
        """Where the card of a scene stands on the screen."""
        rect = self.visualRect(self._scene_index(scene_id))
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def seam_rect(self, scene_id: str) -> QRect:
        """Where the change in front of a scene stands on the screen."""
        index = self._rows.find("seam", scene_id)
        if not index.isValid():
            index = self._scene_index(scene_id)
        rect = self._measures().seam(self.visualRect(index))
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move among scenes, or among changes while one of them is chosen."""
        key = _Key(event.key())
        if key == _Key.Key_Escape and self._drag is not None:
            self.let_go()
        elif key in _MOVES:
            self._move(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _SIDES:
            self._go_aside(key == _Key.Key_Left)
        elif key == _Key.Key_Escape and self._hub.session.seam:
            self._hub.session.select_seam("")
        elif key in _ENTERS and self._hub.session.seam:
            self.seam_chosen.emit(self._hub.session.seam)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Home and End move within the list while it has the focus, whatever they do elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if plain and _Key(event.key()) in _MOVES | _SIDES:
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select a scene, or begin what the release ends."""
        at = event.position().toPoint()
        row = self._row_at(at)
        self._pressed, self._pressed_at, self._pick_on_release = row, at, False
        if row is None or row.kind != "scene":
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self._press_scene(row.scene, event.modifiers())
        elif row.scene not in self._hub.session.selection:
            self._hub.session.select((row.scene,), row.scene)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag scenes, or tell what the pointer is over."""
        at = event.position().toPoint()
        if self._drag is not None:
            self._drag.move(at)
            return
        self._hover(self.indexAt(at).row())
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far and event.buttons() & Qt.MouseButton.LeftButton and self._can_drag():
            told = self.tr("%n scene(s)", "", len(self._hub.session.selection))
            self._drag = Drag(self, self._rows, at, told)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drop scenes, choose a change, fold a section."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, None
        if self._drag is not None:
            gap = self._end_drag()
            if gap is not None:
                self._hub.editing.move_to(gap.to)
            return
        row = self._row_at(event.position().toPoint())
        if row is None or row != pressed:
            return
        if row.kind == "scene" and self._pick_on_release:
            self._hub.session.select((row.scene,), row.scene)
        elif row.kind == "seam":
            self.seam_chosen.emit(row.scene)
        elif row.kind == "heading" and row.scene != self._rows.draft:
            self._rows.fold(row.scene, row.scene not in self._rows.folded)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The second click is a click like any other."""
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The pointer is over nothing any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which row is to have a menu."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(self._rows.row(index), place)
        else:
            self.menu_wanted.emit(
                self._row_at(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
            )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cards are as wide as the list; the current one stays in sight, and others may come."""
        current = self._hub.session.current
        before = QRect(QPoint(), event.oldSize())
        seen = before.intersects(self.visualRect(self._scene_index(current)))
        self._sizes = None
        super().resizeEvent(event)
        if seen and current:
            QTimer.singleShot(0, self, lambda: self.reveal(self._hub.session.current))
        self._thumbnails.want()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Rows are as high as their text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._sizes = None
            self.scheduleDelayedItemsLayout()

    def dataChanged(  # noqa: N802 - Qt's name
        self, first: Index, last: Index, roles: Sequence[int] = ()
    ) -> None:
        """Paint anew. A `QListView` would lay out all rows again; here their heights follow from their kinds."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The rows, and over them where dragged scenes would land."""
        super().paintEvent(event)
        if self._drag is not None:
            painter = QPainter(self.viewport())
            self._drag.paint(painter)
            painter.end()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """End the editing; Tab does not go on to another row."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.naming_ended.emit()

    def _press_scene(self, scene_id: str, modifiers: Qt.KeyboardModifier) -> None:
        session = self._hub.session
        chosen = session.selection
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            session.select(self._between(self._anchor, scene_id), scene_id)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._anchor = scene_id
            without = tuple(each for each in chosen if each != scene_id)
            if scene_id not in chosen:
                session.select((*chosen, scene_id), scene_id)
            elif without:
                session.select(without, session.current if session.current in without else without[0])
        elif scene_id in chosen and len(chosen) > 1:
            self._pick_on_release = True  # it may become a drag of them all
        else:
            self._anchor = scene_id
            session.select((scene_id,), scene_id)

    def _move(self, key: Qt.Key, extend: bool) -> None:
        session = self._hub.session
        kind = "seam" if session.seam and not extend else "scene"
        here = session.seam or session.current
        places = [row.scene for row in self._rows.rows if row.kind == kind]
        if kind == "seam":
            places = [place for place in places if self._rows.seam(place) is not None]
        if not places:
            return
        target = places[self._target(key, places, here)]
        if kind == "seam":
            session.select_seam(target)
            self.scrollTo(self._rows.find("seam", target))
        elif extend:
            session.select(self._between(self._anchor, target), target)
        else:
            self._anchor = target
            session.select((target,), target)

    def _target(self, key: Qt.Key, places: list[str], here: str) -> int:
        at = places.index(here) if here in places else 0
        page = max(1, self.viewport().height() // self._measures().height("scene") - 1)
        by = {
            _Key.Key_Up: -1,
            _Key.Key_Down: 1,
            _Key.Key_PageUp: -page,
            _Key.Key_PageDown: page,
            _Key.Key_Home: -len(places),
            _Key.Key_End: len(places),
        }[key]
        return min(max(at + by, 0), len(places) - 1)

    def _go_aside(self, to_seam: bool) -> None:
        session = self._hub.session
        if not to_seam:
            session.select_seam("")
        elif (
            self._rows.find("seam", session.current).isValid()
            and self._rows.seam(session.current) is not None
        ):
            session.select_seam(session.current)
            self.scrollTo(self._rows.find("seam", session.current))

    def _between(self, first: str, last: str) -> tuple[str, ...]:
        """The scenes from one to the other, those in folded sections included."""
        lecture = self._hub.session.lecture
        if lecture is None:
            return ()
        ids = [scene.id for scene in lecture.scenes]
        ends = sorted(ids.index(each) for each in (first if first in ids else last, last))
        return tuple(ids[ends[0] : ends[1] + 1])

    def _can_drag(self) -> bool:
        session = self._hub.session
        if self._pressed is None or self._pressed.kind != "scene" or session.read_only:
            return False
        return self._pressed.scene in session.selection

    def _end_drag(self) -> Gap | None:
        drag, self._drag, self._pressed = self._drag, None, None
        self.viewport().unsetCursor()
        return None if drag is None else drag.end()

    def _hover(self, row: int) -> None:
        before = self._delegate.hovered
        if row != before:
            self._delegate.hovered = row
            for each in (before, row):
                if each >= 0:
                    self.update(self._rows.index(each))

    def _row_at(self, at: QPoint) -> Row | None:
        row = self._rows.row(self.indexAt(at))
        if row is not None and row.kind == "seam" and self._rows.seam(row.scene) is None:
            return None
        return row

    def _scene_index(self, scene_id: str) -> QModelIndex:
        return self._rows.find("scene", scene_id)

    def _named(self, row: Row, name: str) -> None:
        self.named.emit(row, name)

    def _measures(self) -> Measures:
        if self._sizes is None:
            profile = self._hub.workbench.profile
            aspect = profile.width / profile.height
            self._sizes = Measures.of(self.viewport().width(), self.fontMetrics(), aspect)
        return self._sizes


def _ranges(rows: list[int]) -> list[tuple[int, int]]:
    """Rows of scenes as runs that Qt selects in one go; headings and changes within them cannot be selected."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and row - runs[-1][1] <= _NEXT:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
