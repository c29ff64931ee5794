"""Turns picture parts into images, with the recolouring a:blip asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from renderers.slides import vectors
from renderers.slides.builtin.colors import Palette
from renderers.slides.builtin.metafile import embedded_raster, is_one_picture, metafile_kind
from renderers.slides.builtin.metaplay import is_empty, play
from renderers.slides.builtin.node import Node
from renderers.slides.builtin.sheet import Sheet

_LONGEST_SVG = 2048
_MAX_MB = 512
"""What one picture may take where it is drawn: `picture_sizes.MAX_PIXELS`, four bytes each."""
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"


def load(data: bytes) -> QImage | None:
    """Decode a picture; of a metafile what is drawn in it, else its raster; None where nothing can be drawn."""
    kind = metafile_kind(data)
    if kind is None:
        return _decode(data)
    if is_empty(data, kind):
        return _blank()
    played = None if is_one_picture(data) else play(data, kind)
    if played is not None:
        return played
    raster = embedded_raster(data, kind)
    return None if raster is None else _decode(raster)


def _blank() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def describe(data: bytes | None) -> str:
    """Return the plain name of a picture's format, for the list of what was left out."""
    if data is None:
        return "picture"
    return f"{metafile_kind(data) or 'unreadable'} picture"


def blip_image(blip: Node, sheet: Sheet, placeholder: QColor | None = None) -> QImage | None:
    """Return the picture an a:blip shows, recoloured; None where it cannot be drawn.

    `placeholder` is the colour that a theme's picture is recoloured by.
    """
    data = blip_data(blip, sheet)
    image = load(data) if data is not None else None
    if image is None:
        vector = blip.find("svgBlip")
        part = sheet.target(vector.rid("embed")) if vector is not None else None
        data = sheet.package.blob(part) if part else None
        image = load(data) if data is not None else None
    return None if image is None else _recolored(image, blip, sheet.palette, placeholder)


def blip_data(blip: Node, sheet: Sheet) -> bytes | None:
    """Return the bytes of the picture part, None where it is linked or missing."""
    part = sheet.target(blip.rid("embed"))
    return sheet.package.blob(part) if part else None


def _decode(data: bytes) -> QImage | None:
    if data[:4] == b"\x89PNG" and _PNG_END not in data[-16:]:
        # Some writers drop the last chunk; PowerPoint shows such pictures all the same.
        data += _PNG_END
    data = vectors.blunted(data)  # Qt's reader of SVG opens the files that a picture names
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MAX_MB)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if reader.format().data() in (b"svg", b"svgz") and reader.size().isValid():
        size = reader.size()
        size.scale(QSize(_LONGEST_SVG, _LONGEST_SVG), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size)
    image = reader.read()
    return None if image.isNull() else image


def _recolored(image: QImage, blip: Node, palette: Palette, placeholder: QColor | None) -> QImage:
    for effect in blip:
        if effect.tag == "alphaModFix":
            image = _faded(image, effect.ratio("amt", 1.0))
        elif effect.tag == "grayscl":
            image = _gray(image)
        elif effect.tag == "clrChange":
            image = _keyed(
                image, palette.color(effect.child("clrFrom")), palette.color(effect.child("clrTo"))
            )
        elif effect.tag == "lum":
            image = _adjusted(image, effect.ratio("bright"), effect.ratio("contrast"))
        elif effect.tag == "biLevel":
            image = _two_tone(image, effect.ratio("thresh", 0.5))
        elif effect.tag == "duotone":
            colors = (palette.color(node, placeholder) for node in effect)
            image = _duotone(image, [color for color in colors if color is not None])
    return image


def _faded(image: QImage, amount: float) -> QImage:
    result = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(amount)
    painter.drawImage(0, 0, image)
    painter.end()
    return result


def _gray(image: QImage) -> QImage:
    return _mapped(image, lambda level: (level, level, level))


def _two_tone(image: QImage, threshold: float) -> QImage:
    return _mapped(image, lambda level: (255, 255, 255) if level >= threshold * 255 else (0, 0, 0))


def _duotone(image: QImage, colors: list[QColor]) -> QImage:
    import numpy as np

    if len(colors) < 2:
        return image
    dark, light = (np.array([c.red(), c.green(), c.blue()], float) for c in colors[:2])

    def mixed(level: int) -> tuple[int, int, int]:
        red, green, blue = (int(c) for c in dark + (light - dark) * level / 255)
        return red, green, blue

    return _mapped(image, mixed)


def _pixels(image: QImage) -> tuple[QImage, memoryview]:
    """Return an editable copy and its bytes (B, G, R, A)."""
    copy = image.convertToFormat(QImage.Format.Format_ARGB32)
    return copy, copy.bits()  # pyright: ignore[reportReturnType]


def _mapped(image: QImage, table: Callable[[int], tuple[int, int, int]]) -> QImage:
    import numpy as np

    lookup = np.array([table(level) for level in range(256)], np.uint8)
    copy, bits = _pixels(image)
    data = np.frombuffer(bits, np.uint8).reshape(copy.height(), -1, 4)
    level = (data[..., 2] * 0.299 + data[..., 1] * 0.587 + data[..., 0] * 0.114).astype(np.uint8)
    data[..., :3] = lookup[level][..., ::-1]
    return copy


def _keyed(image: QImage, wanted: QColor | None, given: QColor | None) -> QImage:
    """Make one colour another, mostly transparent (a:clrChange)."""
    import numpy as np

    if wanted is None or given is None:
        return image
    copy, bits = _pixels(image)
    data = np.frombuffer(bits, np.uint8).reshape(copy.height(), -1, 4)
    near = np.abs(data[..., :3].astype(int) - (wanted.blue(), wanted.green(), wanted.red())).max(axis=-1) <= 9
    data[near] = (given.blue(), given.green(), given.red(), given.alpha())
    return copy


def _adjusted(image: QImage, bright: float, contrast: float) -> QImage:
    import numpy as np

    copy, bits = _pixels(image)
    data = np.frombuffer(bits, np.uint8).reshape(copy.height(), -1, 4)
    gain = 1 + contrast if contrast < 0 else 1 / max(1e-3, 1 - contrast)
    curve = (np.arange(256) - 127.5) * gain + 127.5 + bright * 255
    data[..., :3] = np.clip(curve, 0, 255).astype(np.uint8)[data[..., :3]]
    return copy
