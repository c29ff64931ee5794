"""The recent lessons: a picture, a name, where it is and when it was last changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QImage, QKeyEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.language import words
from ui.look import theme
from ui.welcome import thumbnails

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RECENT = Qt.ItemDataRole.UserRole
CARD, THUMB, GAP = QSize(222, 180), QSize(206, 116), 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A lecture file; `changed` None: it is no longer there."""

    path: Path
    changed: datetime | None
    image: QImage | None = None


def look(paths: tuple[Path, ...]) -> tuple[Recent, ...]:
    """What is to be shown of some lecture files. For threads."""
    return tuple(Recent(path, _changed(path), thumbnails.load(path)) for path in paths)


def _changed(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None


class _Model(QAbstractListModel):
    def __init__(self, tell: Callable[[Recent], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.recents: tuple[Recent, ...] = ()
        self._tell = tell

    def show(self, recents: tuple[Recent, ...]) -> None:
        self.beginResetModel()
        self.recents = recents
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self.recents)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        recent = self.recents[index.row()]
        if role == RECENT:
            return recent
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return f"{recent.path.stem}, {self._tell(recent)}"
        if role == Role.ToolTipRole:
            return str(recent.path)
        return None


class _Painter(QStyledItemDelegate):
    """Paints one card."""

    def __init__(self, tell: Callable[[Recent], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._tell = tell

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """All cards are of one size."""
        return CARD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        recent: Recent = index.data(RECENT)
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._ground(painter, option)
        inside = option.rect.adjusted(GAP, GAP, -GAP, -GAP)
        self._picture(painter, QRect(inside.topLeft(), THUMB), recent)
        gone = recent.changed is None
        name = QFont(option.font)
        name.setWeight(QFont.Weight.DemiBold)
        line = QRect(inside.left(), inside.top() + THUMB.height() + 6, inside.width(), 20)
        self._write(painter, line, recent.path.stem, name, colours.muted if gone else colours.text)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        self._write(painter, line.translated(0, 21), self._tell(recent), small, colours.muted)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = theme.current()
        focused = bool(option.state & QStyle.StateFlag.State_Selected) and bool(
            option.state & QStyle.StateFlag.State_HasFocus
        )
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(colours.focus, 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(colours.hover if over or focused else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 8, 8)

    def _picture(self, painter: QPainter, place: QRect, recent: Recent) -> None:
        colours = theme.current()
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(place), 4, 4)
        painter.fillPath(frame, colours.raised)
        gone = recent.changed is None
        if recent.image is not None:
            painter.save()
            painter.setClipPath(frame)
            painter.setOpacity(0.35 if gone else 1.0)
            painter.drawImage(place, recent.image)
            painter.restore()
        else:
            icon = QRect(0, 0, 32, 32)
            icon.moveCenter(place.center())
            theme.icon("presentation", "muted").paint(painter, icon)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)

    def _write(self, painter: QPainter, place: QRect, text: str, font: QFont, colour: Any) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class RecentList(QListView):
    """Cards in rows. Enter or a click opens; Delete takes one out of the list."""

    opened = Signal(object)
    forgotten = Signal(object)
    """The path of a file that shall no longer be listed; the file itself stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self.tell, self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self.tell, self))
        self.setProperty("ground", "window")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.setAccessibleName(self.tr("Recent lessons"))
        self.setAccessibleDescription(self.tr("Enter opens, Delete takes one out of the list."))
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    @property
    def recents(self) -> tuple[Recent, ...]:
        """What is shown."""
        return self._model.recents

    def show_recents(self, recents: tuple[Recent, ...]) -> None:
        """Show these."""
        row = self.currentIndex().row()
        self._model.show(recents)
        if recents and row >= 0:
            self.setCurrentIndex(self._model.index(min(row, len(recents) - 1)))
        self._fit()

    def tell(self, recent: Recent) -> str:
        """Where a file is and when it was changed; that it is gone, where it is."""
        if recent.changed is None:
            return self.tr("no longer there")
        when = words.ago(recent.changed, datetime.now().astimezone())
        return f"{recent.path.parent.name} · {when}" if recent.path.parent.name else when

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Delete forgets."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(index)
        elif index.isValid() and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.forgotten.emit(self.recents[index.row()].path)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As high as its rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        across = max(1, self.viewport().width() // CARD.width())
        rows = -(-len(self.recents) // across)
        self.setFixedHeight(rows * CARD.height() + 8)

    def _open(self, index: QModelIndex) -> None:
        recent = self.recents[index.row()]
        if recent.changed is None:
            self._show_menu(self.visualRect(index).center())
        else:
            self.opened.emit(recent.path)

    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        recent = self.recents[index.row()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if recent.changed is not None:
            menu.addAction(self.tr("Open"), lambda: self.opened.emit(recent.path))
        menu.addAction(self.tr("Take out of the list"), lambda: self.forgotten.emit(recent.path))
        menu.popup(self.viewport().mapToGlobal(at))
