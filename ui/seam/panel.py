"""The panel of one change: which level, how, what was found of it, and playing it. It floats over the editor.

It is no dialog: undo, the preview and the menus stay in reach. Esc, or going elsewhere with the keyboard or the
pointer, closes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from studio import edits
from ui import cuts
from ui.look import theme
from ui.seam.generating import GeneratingForm
from ui.seam.how import HowForm
from ui.seam.levels import LevelList
from ui.seam.moving import MovingForm
from ui.seam.notice import Notice
from ui.seam.pairing import PairingDialog
from ui.seam.player import CutPlayer, play_cut
from ui.seam.result import ResultView
from ui.seam.rows import align
from ui.seam.suggestion import SuggestionRow
from ui.seam.wishes import Wishes

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from studio.lecture import Lecture, Level, Scene
    from ui.cuts import Cut
    from ui.hub import Hub

WIDTH = 528
_FRAME = 2
_MARGIN = 8
"""Between the panel and the edges of the editor."""


class SeamPanel(QFrame):
    """Everything that can be chosen about the change in front of one scene."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._wishes = Wishes(hub)
        self._place = QRect()
        self._came_from: QWidget | None = None
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Change"))
        self._make_parts()
        self._lay_out()
        self._wire()
        self.hide()

    @property
    def scene_id(self) -> str:
        """The scene that the change leads to ("": none was opened yet)."""
        return self._wishes.scene_id

    def open_at(self, scene_id: str, place: QRect) -> None:
        """Show the change in front of a scene beside a place on the screen."""
        lecture = self._hub.session.lecture
        if lecture is None or not any(scene.id == scene_id for scene in lecture.scenes[1:]):
            return
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self.generating.prompt.settle()  # what is half typed belongs to the change before
        self._wishes.scene_id, self._place = scene_id, place
        self.player.show_scene(scene_id)
        self.show()
        self._refresh()
        self.raise_()
        self._put()
        self.levels.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What was started here ends with it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.generating.prompt.settle()
            self.player.stop()
            self._hub.session.seal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay within the editor when it is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._put()
        return super().eventFilter(watched, event)

    def _make_parts(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._close = QToolButton()
        self._close.setIcon(theme.icon("x"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self.notice, self.levels, self.suggested = Notice(), LevelList(), SuggestionRow()
        self.suggestion = self.suggested.use
        self.how, self.moving, self.generating = HowForm(), MovingForm(), GeneratingForm()
        self.result = ResultView()
        self.player = CutPlayer(self._hub)
        self.similar = QPushButton()
        self.fades_only = QCheckBox(self.tr("Fades only in the whole lecture"))
        self.fades_only.setToolTip(self.tr("Nothing slides, zooms or travels in any change"))

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 4, 16, 8)
        column.setSpacing(8)
        forms = (self.moving, self.generating, self.how)
        align(forms)
        for part in (self.notice, self.levels, self.suggested, _line(), *forms, _line(), self.result):
            column.addWidget(part)
        column.addWidget(self.fades_only)
        self._column = column
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        head = self._head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(_line())
        foot = self._foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self.player, 1)
        foot.addWidget(self.similar)
        whole.addLayout(foot)

    def _wire(self) -> None:
        session, actions, wishes = self._hub.session, self._hub.actions, self._wishes
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.history_changed.connect(self._show_writable)
        self._hub.workbench.findings_changed.connect(self._learned)
        theme.changed.connect(self._refresh)
        actions.play_cut.triggered.connect(self._play_current)
        actions.fades_only.triggered.connect(self._set_fades_only)
        self._close.clicked.connect(self._leave)
        self.levels.chosen.connect(lambda level: self._wish(wishes.level(level)))
        self.suggestion.clicked.connect(lambda: self._wish(wishes.use_suggestion()))
        self.moving.text_by_chosen.connect(lambda by: self._wish(wishes.text_by(by)))
        self.moving.arrival_chosen.connect(lambda arrive: self._wish(wishes.arrival(arrive)))
        self.moving.pairing_wanted.connect(self._pair)
        self.generating.model_chosen.connect(lambda model: self._wish(wishes.generation(model=model)))
        self.generating.path_chosen.connect(lambda path: self._wish(wishes.generation(path=path)))
        self.generating.prompt_chosen.connect(lambda text: self._wish(wishes.generation(prompt=text)))
        self.how.style_chosen.connect(lambda style: self._wish(wishes.style(style)))
        self.how.direction_chosen.connect(lambda to: self._wish(wishes.direction(to)))
        self.how.length_chosen.connect(lambda seconds: self._wish(wishes.length(seconds)))
        self.how.length_settled.connect(session.seal)
        self.how.speak_over_chosen.connect(lambda over: self._wish(wishes.speak_over(over)))
        self.similar.clicked.connect(lambda: self._wish(wishes.apply_to_similar()))
        self.fades_only.clicked.connect(actions.fades_only.trigger)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        if (parent := self.parentWidget()) is not None:
            parent.installEventFilter(self)
        self._show_fades_only()

    def _opened(self) -> None:
        self.hide()
        self._show_fades_only()

    def _changed(self, _before: Lecture | None, _after: Lecture | None) -> None:
        self._show_fades_only()
        self._refresh()

    def _learned(self, ids: frozenset[str]) -> None:
        if self.isVisible() and self.scene_id in ids:
            self._refresh()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self._is_inside(now):
            self.hide()

    def _is_inside(self, widget: QWidget) -> bool:
        """Whether a widget belongs here; lists that drop down are windows of their own."""
        holder: QWidget | None = widget
        while holder is not None and holder is not self:
            holder = holder.parentWidget()
        return holder is self

    def _leave(self) -> None:
        """Close, and give the keyboard back to where one came from."""
        back = self._came_from
        self.hide()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _refresh(self) -> None:
        """Show what holds now; the panel of a change that is gone closes."""
        lecture = self._hub.session.lecture
        if lecture is None or not self.isVisible():
            return
        scene = next((each for each in lecture.scenes[1:] if each.id == self.scene_id), None)
        if scene is None or scene.hidden:
            self.hide()
            return
        found = self._hub.workbench.scene(scene.id)
        cut = cuts.cut_of(scene, lecture, found)
        self._show_title(scene)
        self.notice.show_cut(cut)
        self.levels.show_level(_level(cut, scene), found.outlook)
        self.suggested.show_cut(cut, found.suggestion, lecture, self._hub.session.read_only)
        self.moving.show_cut(cut, scene, found.outlook)
        self.generating.show_cut(cut, scene, self._hub.workbench.models)
        self.how.show_cut(cut, scene, lecture.choices.fades_only)
        self.result.show_cut(cut, found.checked)
        self.player.show_scene(scene.id)
        self._show_similar(lecture)
        self._show_writable()
        self._put()

    def _show_writable(self) -> None:
        for part in (self.levels, self.moving, self.generating, self.how, self.fades_only):
            part.setEnabled(not self._hub.session.read_only)

    def _show_title(self, scene: Scene) -> None:
        name = " ".join(scene.title.split()) or self.tr("Untitled")
        title = self.tr("Change to “{title}”").format(title=name)
        self.setAccessibleName(title)
        self._title.setToolTip(title)
        self._title.setText(
            self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, WIDTH - 16 - 48)
        )

    def _show_similar(self, lecture: Lecture) -> None:
        count, alike = self._wishes.similar(lecture)
        self.similar.setVisible(count > 0)
        self.similar.setText(
            self.tr("%n similar change(s) are like this", "", count)
            if alike
            else self.tr("Apply to %n similar change(s)", "", count)
        )
        self.similar.setToolTip(self.tr("Changes with the same suggestion for the same reason"))
        self.similar.setEnabled(count > 0 and not alike and not self._hub.session.read_only)

    def _show_fades_only(self) -> None:
        lecture = self._hub.session.lecture
        only = lecture is not None and lecture.choices.fades_only
        self._hub.actions.fades_only.setChecked(only)
        self.fades_only.setChecked(only)

    def _put(self) -> None:
        """Stand below the change, or wherever in the editor there is room for all of it."""
        holder = self.parentWidget()
        room = holder.rect() if holder is not None else self.screen().availableGeometry()
        corner = self._place.bottomLeft() + QPoint(0, 4)
        corner = holder.mapFromGlobal(corner) if holder is not None else corner
        ends = self._head.sizeHint().height() + self._foot.sizeHint().height()
        wanted = ends + self._column.totalHeightForWidth(WIDTH - 2 * _FRAME) + 2 * _FRAME + 1
        height = min(wanted, room.height() - 2 * _MARGIN)
        x = min(max(corner.x(), room.left() + _MARGIN), room.right() - WIDTH - _MARGIN)
        y = min(max(corner.y(), room.top() + _MARGIN), room.bottom() - height - _MARGIN)
        self.setGeometry(max(x, room.left()), max(y, room.top()), WIDTH, height)

    def _wish(self, did: bool) -> None:
        if not did:
            self._refresh()  # what was refused must not look chosen

    def _pair(self) -> None:
        PairingDialog(self._hub, self.scene_id, self).open()

    def _set_fades_only(self, only: bool) -> None:
        self._hub.session.edit("set-fades-only", lambda lecture: edits.set_fades_only(lecture, only))
        self._show_fades_only()

    def _play_current(self) -> None:
        session = self._hub.session
        play_cut(self._hub, session.seam or session.current)


def _level(cut: Cut | None, scene: Scene) -> Level | None:
    return scene.transition.requested if cut is None else cut.choice.level


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("line", True)
    return line
