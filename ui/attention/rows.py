"""The rows of the list: headings and lines, as a model, and how they are painted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.lecture import Lecture
from ui import theme
from ui.attention import texts
from ui.attention.items import Item, Kind

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW = Qt.ItemDataRole.UserRole
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_EDGE, _GAP, _ICON = 12, 4, 16
FEW = 5
"""So many lines of a kind are shown until all are asked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (`item` None), a line below it, or (`more`) what shows the lines that are left out."""

    kind: Kind
    text: str
    place: str = ""
    item: Item | None = None
    more: bool = False


def rows_of(items: tuple[Item, ...], lecture: Lecture, whole: Collection[Kind] = ()) -> tuple[Row, ...]:
    """The list as it is shown; of the kinds in `whole` every line, of others the first few."""
    rows: list[Row] = []
    for kind, group in groupby(items, key=_kind):
        lines = tuple(group)
        shown = lines if kind in whole or len(lines) <= FEW + 1 else lines[:FEW]
        rows.append(Row(kind, f"{texts.heading(kind)} ({len(lines)})"))
        rows += (Row(kind, texts.sentence(line), texts.place(line, lecture), line) for line in shown)
        if len(shown) < len(lines):
            rows.append(Row(kind, texts.more(len(lines) - len(shown)), more=True))
    return tuple(rows)


def _kind(item: Item) -> Kind:
    return item.kind


class Rows(QAbstractListModel):
    """The rows; each line is one that can be chosen, a heading is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a row, for painting and for screen readers."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return f"{row.place}: {row.text}" if row.place else row.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over by the keyboard."""
        row = self.rows[index.row()]
        if row.item is None and not row.more:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowPainter(QStyledItemDelegate):
    """Paints headings with their icon, and lines in two parts: where, and what."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as the words are, wrapped to the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        row: Row = index.data(ROW)
        if row.more:
            return QSize(width, QFontMetrics(option.font).height() + 12)
        if row.item is None:
            return QSize(width, _heading_metrics(option.font).height() + 20)
        metrics = QFontMetrics(option.font)
        text = metrics.boundingRect(QRect(0, 0, width - 2 * _EDGE, 10_000), _FLAGS, row.text)
        return QSize(width, _small_metrics(option.font).height() + _GAP + text.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW)
        painter.save()
        if row.item is None and not row.more:
            self._heading(painter, option, row)
        else:
            self._ground(painter, option)
            self._line(painter, option, row)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        inside = option.rect.adjusted(_EDGE, 12, -_EDGE, -8)
        icon = QRect(inside.left(), inside.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        theme.icon(texts.icon_name(row.kind), "muted").paint(painter, icon)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.current().text)
        words = inside.adjusted(_ICON + 8, 0, 0, 0)
        text = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, words.width())
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

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        colours = theme.current()
        if row.more:
            painter.setPen(colours.accent)
            words = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), row.text)
            return
        inside = option.rect.adjusted(_EDGE, 8, -_EDGE, -8)
        small = _small(option.font)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(colours.muted)
        place = metrics.elidedText(row.place, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(QPointF(inside.left(), inside.top() + metrics.ascent()), place)
        painter.setFont(option.font)
        painter.setPen(colours.text)
        painter.drawText(inside.adjusted(0, metrics.height() + _GAP, 0, 0), _FLAGS, row.text)


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
