"""A list of wrapped lines under headings, each of which leads to a place: what needs a look, what an import did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE = Qt.ItemDataRole.UserRole
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_EDGE, _GAP, _ICON = 12, 4, 16


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `place` is told in front of it; `target` is what choosing it hands out.

    A heading has an icon and cannot be chosen; a link shows more.
    """

    text: str
    place: str = ""
    target: Any = None
    icon: str = ""
    style: Literal["line", "heading", "link"] = "line"


class _Model(QAbstractListModel):
    """The lines as Qt asks for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a line, for painting and for screen readers."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return f"{line.place}: {line.text}" if line.place else line.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over by the keyboard."""
        if self.lines[index.row()].style == "heading":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class _Painter(QStyledItemDelegate):
    """Paints headings with their icon, and lines in two parts: where, and what."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as the words are, wrapped to the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        line: Line = index.data(LINE)
        if line.style == "link":
            return QSize(width, QFontMetrics(option.font).height() + 12)
        if line.style == "heading":
            return QSize(width, _heading_metrics(option.font).height() + 20)
        metrics = QFontMetrics(option.font)
        text = metrics.boundingRect(QRect(0, 0, width - 2 * _EDGE, 10_000), _FLAGS, line.text)
        return QSize(width, _small_metrics(option.font).height() + _GAP + text.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE)
        painter.save()
        if line.style == "heading":
            self._heading(painter, option, line)
        else:
            self._ground(painter, option)
            self._line(painter, option, line)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        inside = option.rect.adjusted(_EDGE, 12, -_EDGE, -8)
        icon = QRect(inside.left(), inside.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        theme.icon(line.icon, "muted").paint(painter, icon)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.current().text)
        words = inside.adjusted(_ICON + 8, 0, 0, 0)
        text = QFontMetrics(font).elidedText(line.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = theme.current()
        ground = option.rect.adjusted(4, 0, -4, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection if chosen else colours.hover)
            painter.drawRoundedRect(ground, 6, 6)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        colours = theme.current()
        if line.style == "link":
            painter.setPen(colours.accent)
            words = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
            painter.drawText(
                words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), line.text
            )
            return
        inside = option.rect.adjusted(_EDGE, 8, -_EDGE, -8)
        small = _small(option.font)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(colours.muted)
        place = metrics.elidedText(line.place, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(QPointF(inside.left(), inside.top() + metrics.ascent()), place)
        painter.setFont(option.font)
        painter.setPen(colours.text)
        painter.drawText(inside.adjusted(0, metrics.height() + _GAP, 0, 0), _FLAGS, line.text)


class LineList(QListView):
    """The list. A click, Enter and Space choose a line; it wraps to its width."""

    chosen = Signal(object)
    """The `target` of the line that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._model.lines

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; the same one stays chosen, and the list as far scrolled as before."""
        if lines == self.lines:
            return
        before = self.currentIndex()
        target = self.lines[before.row()].target if before.isValid() else None
        scrolled = self.verticalScrollBar().value()
        self._model.show(lines)
        for at, line in enumerate(lines):
            if line.style != "heading" and target is not None and line.target == target:
                self.setCurrentIndex(self._model.index(at))
        self.verticalScrollBar().setValue(scrolled)

    def choose_row(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space choose the current line."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the lines to the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        line = self.lines[index.row()]
        if line.style != "heading":
            self.chosen.emit(line.target)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _small_metrics(font: QFont) -> QFontMetrics:
    return QFontMetrics(_small(font))


def _heading_metrics(font: QFont) -> QFontMetrics:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(bold)
