"""Paints the rows of the storyboard and edits their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.look import theme
from ui.look.level_mark import WIDTH, paint_level
from ui.storyboard.facts import Card, Mark
from ui.storyboard.geometry import FOLD, ICON, PAD, CardPlaces, Measures

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.storyboard.model import StoryboardModel
    from ui.storyboard.rows import Row

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class StoryboardDelegate(QStyledItemDelegate):
    """Draws cards, changes and headings. The view tells where the pointer is (`hovered`) and what is current."""

    def __init__(
        self,
        model: StoryboardModel,
        measures: Callable[[], Measures],
        picture: Callable[[str, QSize], QImage | None],
        name: Callable[[Row, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._model, self._measures, self._picture, self._name = model, measures, picture, name
        self.hovered = -1
        self.current = ""
        self.seam = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the list; the height of its kind."""
        row = self._model.row(index)
        measures = self._measures()
        return QSize(measures.width, measures.height(row.kind) if row is not None else 0)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Draw a row."""
        row = self._model.row(index)
        if row is None:
            return
        painter.save()
        painter.setLayoutDirection(
            Qt.LayoutDirection.LayoutDirectionAuto
        )  # titles may run from right to left
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw = {"scene": self._paint_card, "seam": self._paint_seam, "heading": self._paint_heading}
        draw[row.kind](painter, option, row, index.row() == self.hovered)
        painter.restore()

    def _paint_card(self, painter: QPainter, option: Any, row: Row, hovered: bool) -> None:
        colours = theme.current()
        places = self._measures().card(option.rect)
        card = self._model.card(row.scene)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection if selected else colours.hover)
            painter.drawRoundedRect(places.ground, 8, 8)
        is_current = row.scene == self.current
        _paint_picture(painter, option.font, places, card, self._picture(row.scene, places.picture.size()))
        _frame(painter, places.picture, is_current)
        painter.setFont(_strong(option.font) if is_current else option.font)
        painter.setPen(colours.text if is_current else colours.muted)
        painter.drawText(
            places.number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, f"{card.number}"
        )
        painter.setPen(colours.muted if card.dimmed else colours.text)
        _paint_text(painter, places.title, card.title)
        painter.setFont(option.font)
        _paint_marks(painter, places.marks, card)

    def _paint_seam(self, painter: QPainter, option: Any, row: Row, hovered: bool) -> None:
        seam = self._model.seam(row.scene)
        if seam is None:
            return
        colours = theme.current()
        ground = self._measures().seam(option.rect)
        chosen = row.scene == self.seam
        if chosen or hovered:
            painter.setPen(QPen(colours.focus, 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection if chosen else colours.hover)
            painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), 6, 6)
        inner = ground.adjusted(8, 0, -8, 0)
        paint_level(painter, QRectF(inner), seam.level)
        inner.setLeft(inner.left() + int(WIDTH) + 10)
        if seam.icon:
            inner.setLeft(_paint_icon(painter, inner, Mark(seam.icon, "", seam.role)))
        label = seam.label or (seam.name if hovered or chosen else "")
        painter.setPen(colours.warning if seam.role == "warning" else colours.muted)
        _paint_text(painter, inner, label)

    def _paint_heading(self, painter: QPainter, option: Any, row: Row, hovered: bool) -> None:
        colours = theme.current()
        heading = self._model.heading(row.scene)
        place = self._measures().heading(option.rect)
        if hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(place.adjusted(-FOLD - 8, 0, 4, 0), 6, 6)
        icon = theme.icon("chevron-right" if heading.folded else "chevron-down", "muted")
        square = QRect(place.left() - FOLD - 4, 0, FOLD, FOLD)
        square.moveTop(place.center().y() - FOLD // 2 + 1)
        icon.paint(painter, square)
        count = f"{heading.scenes}"
        painter.setFont(option.font)
        painter.setPen(colours.muted)
        painter.drawText(
            place.adjusted(0, 0, -4, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count
        )
        painter.setFont(_strong(option.font))
        painter.setPen(colours.text)
        room = QFontMetrics(option.font).horizontalAdvance(count) + 12
        _paint_text(painter, place.adjusted(0, 0, -room, 0), heading.name)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """A field for the title of a scene or the name of a section."""
        row = self._model.row(index)
        editor = QLineEdit(parent)
        is_scene = row is not None and row.kind == "scene"
        editor.setAccessibleName(
            self.tr("Title of the scene") if is_scene else self.tr("Name of the section")
        )
        editor.setPlaceholderText(editor.accessibleName())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Put the title there, ready to be typed over."""
        row = self._model.row(index)
        # A picture that arrives tells of its row; what is being typed must stay.
        if row is not None and isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(self._model.title(row))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Tell what was typed."""
        row = self._model.row(index)
        if row is not None and isinstance(editor, QLineEdit):
            self._name(row, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:  # noqa: N802
        """Stand where the title stands."""
        row = self._model.row(index)
        measures = self._measures()
        if row is None:
            return
        place = measures.card(option.rect).title if row.kind == "scene" else measures.heading(option.rect)
        height = editor.sizeHint().height()
        place.setTop(place.center().y() - height // 2)
        place.setHeight(height)
        editor.setGeometry(place.adjusted(-8, 0, 4, 0))


def _paint_picture(
    painter: QPainter, font: QFont, places: CardPlaces, card: Card, image: QImage | None
) -> None:
    colours = theme.current()
    if image is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.raised)
        painter.drawRect(places.picture)
        painter.setPen(colours.muted)
        painter.setFont(font)
        room = places.picture.adjusted(PAD, PAD, -PAD, -PAD)
        metrics = QFontMetrics(font)
        lines = max(1, min(3, room.height() // metrics.lineSpacing()))
        text = metrics.elidedText(card.title, Qt.TextElideMode.ElideRight, int(room.width() * (lines - 0.3)))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
    else:
        painter.drawImage(places.picture, image)
    if card.dimmed:
        painter.fillRect(places.picture, colours.shade)


def _frame(painter: QPainter, picture: QRect, is_current: bool) -> None:
    colours = theme.current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_current:
        painter.setPen(QPen(colours.accent, 3))
        painter.drawRoundedRect(QRectF(picture).adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3)
    else:
        painter.setPen(QPen(colours.border, 1))
        painter.drawRect(QRectF(picture).adjusted(-0.5, -0.5, 0.5, 0.5))


def _paint_marks(painter: QPainter, place: QRect, card: Card) -> None:
    colours = theme.current()
    rest = QRect(place)
    metrics = painter.fontMetrics()
    painter.setPen(colours.muted)
    if card.length:
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, card.length)
        rest.setLeft(rest.left() + metrics.horizontalAdvance(card.length) + 12)
    for at, mark in enumerate(card.marks):
        if rest.width() < ICON:
            return
        rest.setLeft(_paint_icon(painter, rest, mark))
        left = len(card.marks) - at - 1
        painter.setPen(colours.warning if mark.role == "warning" else colours.muted)
        # The words give way before the icons of the marks behind them do.
        _paint_text(painter, rest.adjusted(0, 0, -left * (ICON + 8), 0), mark.text)
        rest.setLeft(rest.left() + metrics.horizontalAdvance(mark.text) + 12)
        rest.setLeft(min(rest.left(), place.right() - left * (ICON + 8)))


def _paint_icon(painter: QPainter, place: QRect, mark: Mark) -> int:
    """Draw an icon at the left of a place; where what follows it begins."""
    square = QRect(place.left(), place.center().y() - ICON // 2 + 1, ICON, ICON)
    theme.icon(mark.icon, mark.role).paint(painter, square)
    return square.right() + 5


def _paint_text(painter: QPainter, place: QRect, text: str) -> None:
    if text and place.width() > 0:
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, short)


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong
