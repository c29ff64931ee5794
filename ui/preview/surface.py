"""The picture itself: frame, captions over it, or what is to be said while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme
from ui.look.colours import DARK

if TYPE_CHECKING:
    from ui.hub import Hub
    from ui.playback.frames import FrameSource
    from ui.preview.shown_captions import ShownCaptions

SETTLED_MS = 120
"""While the window is being resized the picture is stretched; then it is asked for anew."""
_CAPTION = 0.048
"""Height of the letters of captions, as a share of the picture's."""


class Surface(QWidget):
    """Shows the frame at playback's position. A click plays or pauses."""

    def __init__(
        self, hub: Hub, source: FrameSource, captions: ShownCaptions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hub, self._source, self._captions = hub, source, captions
        self._pixels = QSize()
        self._painted: tuple[object, ...] = ()
        self.alone = self.resting = False
        """Whether there is nothing else on the screen; whether another surface shows the picture just now."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)
        self.setAccessibleName(self.tr("Preview"))
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._settle)
        source.arrived.connect(self.update)
        captions.arrived.connect(self.update)
        hub.playback.moved.connect(self._moved)
        hub.playback.state_changed.connect(self.update)
        hub.workbench.findings_changed.connect(self._look_again)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two thirds of what pages are drawn at."""
        return QSize(640, 360)

    @property
    def picture(self) -> QRect:
        """Where the picture is: as large as fits, in the middle."""
        profile = self._hub.workbench.profile
        size = QSize(profile.width, profile.height).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(QPointF((self.width() - size.width()) / 2, 0).toPoint(), size).translated(
            0, (self.height() - size.height()) // 2
        )

    @property
    def pixels(self) -> QSize:
        """The size in which pictures are asked for, in device pixels: no finer than pages are drawn."""
        profile = self._hub.workbench.profile
        if self._pixels.width() > profile.width:
            return QSize(profile.width, profile.height)
        return self._pixels

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame at the position."""
        painter = QPainter(self)
        place = self.picture
        if place != self.rect():
            painter.setClipRegion(event.region() - place)
            painter.fillRect(self.rect(), self._ground())
            painter.setClipping(False)
        self._painted = self._seen()
        image = self._image()
        if image is None:
            self._paint_placeholder(painter, place)
        elif image.size() == place.size():
            painter.drawImage(place.topLeft(), image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        lines = self._lines()
        if lines:
            self._paint_captions(painter, place, lines)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for pictures of the new size when it stays."""
        super().resizeEvent(event)
        if self._pixels.isEmpty():
            self._settle()
        else:
            self._settled.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another screen may have other pixels."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._settled.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Play or pause."""
        if event.button() is Qt.MouseButton.LeftButton and self._hub.playback.length:
            self._hub.actions.play_pause.trigger()

    def _settle(self) -> None:
        self._pixels = (self.picture.size().toSizeF() * self.devicePixelRatioF()).toSize()
        self._moved()

    def _moved(self) -> None:
        if self.isVisible() and not self.resting:
            size = self.pixels
            self._source.look_ahead(self._hub.playback.position, size.width(), size.height())
            if self._seen() != self._painted:
                self.update()

    def _ground(self) -> QColor:
        """What is beside the picture: darker than most slides, so that its edge is seen; dark for a class."""
        return DARK.window if self.alone else theme.current().hover

    def _look_again(self, _: object) -> None:
        self._moved()
        self.update()

    def _seen(self) -> tuple[object, ...]:
        """What is to be painted: most frames look like the one before, and a large window takes its time."""
        image = self._image()
        return image.cacheKey() if image is not None else self._hub.playback.scene, self._lines()

    def _image(self) -> QImage | None:
        playback, size = self._hub.playback, self.pixels
        outside = playback.outside or (self._hub.session.current if playback.length == 0 else "")
        if outside:
            return self._source.page(outside, size.width(), size.height())
        return self._source.image(playback.position, size.width(), size.height())

    def _lines(self) -> tuple[str, ...]:
        """The captions over the picture."""
        timeline, playback = self._hub.workbench.timeline, self._hub.playback
        if timeline is None or not playback.captions or playback.outside:
            return ()
        return self._captions.at(timeline, playback.position) if playback.position < timeline.length else ()

    def _paint_placeholder(self, painter: QPainter, place: QRect) -> None:
        colours = theme.current()
        painter.fillRect(place, colours.surface)
        lecture, scene_id = self._hub.session.lecture, self._hub.playback.scene or self._hub.session.current
        if lecture is None or not lecture.scenes:
            title, line = self.tr("Nothing to show yet"), self.tr("Import slides or an outline to begin.")
        else:
            titles = (scene.title for scene in lecture.scenes if scene.id == scene_id)
            title, line = next(titles, ""), self.tr("This picture is being drawn…")
        inner = QRectF(place.adjusted(24, 24, -24, -24))
        heading = QFont(self.font())
        heading.setPointSizeF(self.font().pointSizeF() * 1.25)
        heading.setBold(True)
        metrics = QFontMetricsF(heading)
        top = inner.center().y() - metrics.height()
        painter.setFont(heading)
        painter.setPen(colours.text)
        elided = metrics.elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
        row = QRectF(inner.left(), top, inner.width(), metrics.height())
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, elided)
        painter.setFont(self.font())
        painter.setPen(colours.muted)
        row = row.translated(0, metrics.height() + theme.GRID // 2)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)

    def _paint_captions(self, painter: QPainter, place: QRect, lines: tuple[str, ...]) -> None:
        """As players draw subtitles, on a dark ground in every theme, as the picture below may be of any colour."""
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each line as its own script runs
        font = QFont(self.font())
        font.setPixelSize(max(11, round(place.height() * _CAPTION)))
        metrics = QFontMetricsF(font)
        pad = metrics.height() * 0.3
        width = max(metrics.horizontalAdvance(line) for line in lines) + 4 * pad
        height = metrics.lineSpacing() * len(lines) + pad
        plate = QRectF(0, 0, min(width, place.width()), height)
        plate.moveCenter(QPointF(place.center().x(), 0))
        plate.moveBottom(place.bottom() - place.height() * 0.05)
        ground = QColor(DARK.window)
        ground.setAlphaF(0.82)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(plate, pad, pad)
        painter.setFont(font)
        painter.setPen(DARK.text)
        row = QRectF(plate.left(), plate.top() + pad / 2, plate.width(), metrics.lineSpacing())
        for line in lines:
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)
            row.translate(0, metrics.lineSpacing())
