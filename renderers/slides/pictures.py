"""Pictures that are a whole page: a picture file at the size of a frame, and what such a file holds."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QFile, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageReader, QPainter

from renderers.slides import vectors
from studio.errors import BadFileError
from studio.importers.pptx.picture_sizes import MAX_PIXELS
from studio.ports import PictureFacts

KINDS = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "webp": "image/webp",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "svgz": "image/svg+xml",
}
"""What is drawn, by Qt's name of it, with its media type. Qt reads more (even PDF), which is not for here."""

_MEMORY_MB = 1024
"""What one decoded picture may take."""
_LARGEST_DRAWING = 64 << 20
"""Bytes of a drawing (SVG), which is held in memory as a tree."""
_HEAD = 4096
_NOTHING = QBuffer()
_SCALED_WHILE_READ = ("image/jpeg", "image/svg+xml")
_GLANCE = 256
"""Pixels across a picture that is only decoded to see whether that can be done."""


def paint_picture(path: Path, width: int, height: int, ground: str) -> QImage:
    """The picture as an RGB32 image of width x height pixels; what is see-through shows `ground` ("#rrggbb").

    A photograph is turned as its camera says. Raises BadFileError where it cannot be read.
    """
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    try:
        painter.drawImage(QRectF(0, 0, width, height), _scaled(path, width, height))
    finally:
        painter.end()
    return image


def facts_of(path: Path) -> PictureFacts | None:
    """What a picture file holds; None where it is none of those that are drawn, too large or damaged."""
    with _opened(path) as reader:
        kind, size = _kind(reader), reader.size()
        if not kind or not 0 < size.width() * size.height() <= MAX_PIXELS:
            return None
        turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
        pictures = max(1, reader.imageCount())
        if kind in _SCALED_WHILE_READ:  # others are decoded whole all the same, and then scaled
            reader.setScaledSize(size.scaled(_GLANCE, _GLANCE, Qt.AspectRatioMode.KeepAspectRatio))
        if reader.read().isNull():
            return None
    width, height = (size.height(), size.width()) if turned else (size.width(), size.height())
    return PictureFacts(width, height, kind, pictures)


def _scaled(path: Path, width: int, height: int) -> QImage:
    with _opened(path) as reader:
        kind = _kind(reader)
        if kind == "image/svg+xml":
            reader.setScaledSize(QSize(width, height))
        image = reader.read() if kind else QImage()
    if image.isNull():
        raise BadFileError(
            "A picture of the lecture cannot be drawn; save it as .png or .jpg and import it anew."
        )
    # Halving in steps, which Qt does here, keeps fine lines; painting at once would lose them.
    how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image if image.width() <= width else image.scaled(width, height, *how)


@contextmanager
def _opened(path: Path) -> Generator[QImageReader]:
    """A reader that goes by the content: a file is kept under its digest, without an ending."""
    QImageReader.setAllocationLimit(_MEMORY_MB)
    drawing = _drawing(path)
    source = QFile(str(path)) if drawing is None else QBuffer()
    if drawing is not None and isinstance(source, QBuffer):
        source.setData(drawing)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    try:
        yield reader
    finally:
        reader.setDevice(
            _NOTHING
        )  # what decodes a TIFF file looks at the device once more when it is destroyed
        source.close()


def _kind(reader: QImageReader) -> str:
    return KINDS.get(bytes(reader.format().data()).decode("ascii", "replace"), "")


def _drawing(path: Path) -> bytes | None:
    """A drawing without what it refers to outside itself; None for what is none or is too large to be one."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith((b"\x89PNG", b"\xff\xd8", b"GIF8", b"BM", b"RIFF", b"II*", b"MM\0*")):
            return None
        data = head + file.read(_LARGEST_DRAWING)
    if len(data) > _LARGEST_DRAWING:
        return None
    plain = vectors.blunted(data)
    return None if plain is data else plain
