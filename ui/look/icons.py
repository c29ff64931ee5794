"""Line icons, drawn in the colours of the theme that is in force when they are painted, sharp at any scale."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.look import colours

Role = Literal["text", "muted", "accent", "accent_text", "warning", "danger", "success"]
"""The colour of the theme in which an icon is drawn."""

_FILLED = 16 / 18
"""So much of its square an icon fills; the rest parts it from the words beside it."""

_in_force: list[colours.Colours] = [colours.LIGHT]


class UnknownIconError(LookupError):
    """There is no icon of this name; a mistake of ours."""


def use(palette: colours.Colours) -> None:
    """Draw all icons in these colours from now on (`theme.apply` calls it)."""
    _in_force[0] = palette


@cache
def _source(name: str) -> bytes:
    place = files("resources.icons") / f"{name}.svg"
    if not place.is_file():
        raise UnknownIconError(f"resources/icons has no {name}.svg")
    return place.read_bytes()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))


def _colour(role: Role, mode: QIcon.Mode) -> QColor:
    palette = _in_force[0]
    return palette.disabled if mode is QIcon.Mode.Disabled else getattr(palette, role)


class _Engine(QIconEngine):
    """Draws one icon whenever it is needed, so that a change of theme needs no new icons."""

    def __init__(self, name: str, role: Role, on: str) -> None:
        super().__init__()
        self._name, self._on = name, on
        self._role: Role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        name = self._on if state is QIcon.State.On else self._name
        side = min(rect.width(), rect.height()) * _FILLED
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        _renderer(name, _colour(self._role, mode).name()).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _kept(_Engine(self._name, self._role, self._on))

    def iconName(self) -> str:  # noqa: N802 - Qt's name
        return self._name

    def isNull(self) -> bool:  # noqa: N802 - Qt's name
        return False


_engines: list[QIconEngine] = []


def _kept(engine: QIconEngine) -> QIconEngine:
    """Keep the Python half of a clone: Qt owns the other half and knows nothing of this one."""
    _engines.append(engine)
    return engine


@cache
def icon(name: str, role: Role = "text", on: str = "") -> QIcon:
    """The icon `name` (a file of resources/icons); `on` is the icon of the checked state.

    Raises UnknownIconError.
    """
    _source(name)
    _source(on or name)
    return QIcon(_Engine(name, role, on or name))


def app_icon() -> QIcon:
    """The icon of the program, for windows and task bars."""
    drawn = QSvgRenderer(QByteArray(_source("lecture-studio")))
    result = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawn.render(painter)
        painter.end()
        result.addPixmap(picture)
    return result
