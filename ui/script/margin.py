"""Beside the text: a button to hear each sentence, and what is private."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QIcon, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget

from ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.hub import Hub
    from ui.script.field import ScriptField
    from ui.script.listening import Listening
    from ui.script.sentences import Sentence

SIDE = 22
"""Device-independent pixels of a button."""
WIDTH = 3 * SIDE + 8
TURN_MS = 120

Privacy = Literal["private", "doubtful", "public"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place one can click: a sentence or, with `sentence` -1, a paragraph's privacy."""

    rect: QRect
    paragraph: int
    sentence: int = -1


class Margin(QWidget):
    """Painted, as a long script has hundreds of sentences; all it does is in the menus and on keys too."""

    play_asked = Signal(int)
    privacy_asked = Signal(int)
    """A paragraph whose privacy was clicked."""
    pointed = Signal(int)
    """The sentence whose button is under the pointer; -1: none."""

    def __init__(self, hub: Hub, field: ScriptField, listening: Listening) -> None:
        super().__init__(field)
        self._hub, self._field, self._listening = hub, field, listening
        self._sentences: dict[int, list[tuple[int, Sentence]]] = {}
        self._privacy: dict[int, Privacy] = {}
        self._over: Spot | None = None
        self._paragraph_over = -1
        self._angle = 0
        self._turning = QTimer(self, interval=TURN_MS)
        self._turning.timeout.connect(self._turn)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Sentences"))
        self.setAccessibleDescription(
            self.tr(
                "Buttons to hear each sentence and to keep paragraphs private; also in the menu of the text"
            )
        )
        field.set_margin(self, WIDTH)
        field.updateRequest.connect(self._repaint)
        field.cursorPositionChanged.connect(self.update)
        listening.states_changed.connect(self._states_changed)
        hub.workbench.busy_changed.connect(self._states_changed)
        theme.changed.connect(self.update)

    def show_sentences(self, sentences: tuple[Sentence, ...]) -> None:
        """Know where the sentences stand."""
        grouped: dict[int, list[tuple[int, Sentence]]] = defaultdict(list)
        for index, sentence in enumerate(sentences):
            grouped[sentence.paragraph].append((index, sentence))
        self._sentences = dict(grouped)
        self.update()

    def show_privacy(self, privacy: dict[int, Privacy]) -> None:
        """Know which paragraphs are private or look so."""
        self._privacy = privacy
        self.update()

    def spots(self) -> Iterator[Spot]:
        """All that can be clicked now."""
        block = self._field.firstVisibleBlock()
        while block.isValid():
            top = self._top(block)
            if top > self.height():
                return
            if block.text():
                height = self._line_height(block, 0)
                yield Spot(QRect(0, self._centred(top, height), SIDE, SIDE), block.blockNumber())
                yield from self._sentence_spots(block, top)
            block = block.next()

    def _sentence_spots(self, block: QTextBlock, top: float) -> Iterator[Spot]:
        lines: dict[int, list[int]] = defaultdict(list)
        layout = block.layout()
        for index, sentence in self._sentences.get(block.blockNumber(), ()):
            line = layout.lineForTextPosition(sentence.start)
            if line.isValid():
                lines[line.lineNumber()].append(index)
        for number, indexes in lines.items():
            y = self._centred(top + layout.lineAt(number).y(), self._line_height(block, number))
            step = min(SIDE, 2 * SIDE // len(indexes))
            left = WIDTH - 4 - step * len(indexes)
            for place, index in enumerate(indexes):
                yield Spot(QRect(left + place * step, y, step, SIDE), block.blockNumber(), index)

    def _top(self, block: QTextBlock) -> float:
        shown = self._field
        return shown.blockBoundingGeometry(block).translated(shown.contentOffset()).top()

    def _line_height(self, block: QTextBlock, number: int) -> float:
        layout = block.layout()
        return layout.lineAt(number).height() if number < layout.lineCount() else SIDE

    def _centred(self, top: float, height: float) -> int:
        return round(top + (height - SIDE) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the buttons beside the visible lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self._field.textCursor().blockNumber()
        for spot in self.spots():
            icon = self._icon(spot, here)
            if icon is None:
                continue
            if self._over is not None and (spot.paragraph, spot.sentence) == (
                self._over.paragraph,
                self._over.sentence,
            ):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.current().hover)
                painter.drawRoundedRect(QRectF(spot.rect), 6, 6)
            self._draw(painter, icon, spot)
        painter.end()

    def _draw(self, painter: QPainter, icon: QIcon, spot: Spot) -> None:
        side = min(14, spot.rect.width() - 2)
        rect = QRect(0, 0, side, side)
        rect.moveCenter(spot.rect.center())
        if spot.sentence >= 0 and self._listening.state(spot.sentence) in ("waiting", "reading"):
            centre = QPointF(rect.center()) + QPointF(0.5, 0.5)
            painter.save()
            painter.translate(centre)
            painter.rotate(self._angle)
            painter.translate(-centre)
            icon.paint(painter, rect)
            painter.restore()
        else:
            icon.paint(painter, rect)

    def _icon(self, spot: Spot, here: int) -> QIcon | None:
        if spot.sentence >= 0:
            match self._listening.state(spot.sentence):
                case "ready":
                    return theme.icon("play", "accent")
                case "playing":
                    return theme.icon("pause", "accent")
                case "waiting" | "reading":
                    return theme.icon("loader", "muted")
                case _:
                    return None
        match self._privacy.get(spot.paragraph, "public"):
            case "private":
                return theme.icon("lock", "muted")
            case "doubtful":
                return theme.icon("alert-triangle", "warning")
            case _:
                near = spot.paragraph in (here if self._field.hasFocus() else -1, self._paragraph_over)
                return theme.icon("unlock", "muted") if near and not self._field.isReadOnly() else None

    def spot_at(self, point: QPointF) -> Spot | None:
        """What is under a point."""
        return next((spot for spot in self.spots() if spot.rect.contains(point.toPoint())), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show what a click would do."""
        over = self.spot_at(event.position())
        paragraph = self._paragraph_at(event.position().y())
        if (over, paragraph) != (self._over, self._paragraph_over):
            self._over, self._paragraph_over = over, paragraph
            self.setCursor(Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.PointingHandCursor)
            self.pointed.emit(-1 if over is None else over.sentence)
            self.update()

    def _paragraph_at(self, y: float) -> int:
        inside = [spot for spot in self.spots() if spot.sentence < 0 and spot.rect.top() <= y]
        return inside[-1].paragraph if inside else -1

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The pointer went away."""
        self._over, self._paragraph_over = None, -1
        self.pointed.emit(-1)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Do what was clicked."""
        spot = self.spot_at(event.position())
        if spot is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if spot.sentence >= 0:
            self.play_asked.emit(spot.sentence)
        elif not self._field.isReadOnly():
            self.privacy_asked.emit(spot.paragraph)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the press from the text beside."""
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if spot is None else self.told(spot), self)
            return True
        return super().event(event)

    def told(self, spot: Spot) -> str:
        """What a spot says and does."""
        if spot.sentence >= 0:
            match self._listening.state(spot.sentence):
                case "ready":
                    return self.tr("Play this sentence")
                case "playing":
                    return self.tr("Stop")
                case "waiting":
                    return self.tr("Being spoken; click to hear it as soon as it is ready")
                case "reading":
                    return self.tr("The recording is being read; click to hear this as soon as it is found")
                case _:
                    return ""
        match self._privacy.get(spot.paragraph, "public"):
            case "private":
                return self.tr("Private: not in the video. Click to have it said.")
            case "doubtful":
                return self.tr("Looks private: keep it out of the video?")
            case _:
                return self.tr("Keep this paragraph private")

    def _states_changed(self) -> None:
        turns = (
            self._listening.waits
            and self._hub.workbench.busy is not None
            and not self._hub.settings.reduce_motion
        )
        if turns and not self._turning.isActive():
            self._turning.start()
        elif not turns:
            self._turning.stop()
            self._angle = 0
        self.update()

    def _repaint(self) -> None:
        self.update()

    def _turn(self) -> None:
        self._angle = (self._angle + 45) % 360
        self.update()
