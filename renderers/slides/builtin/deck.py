"""Paints the slides of a .pptx without LibreOffice."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from renderers.slides.builtin.background import paint_background
from renderers.slides.builtin.fonts import FontBook
from renderers.slides.builtin.node import Node
from renderers.slides.builtin.package import Package
from renderers.slides.builtin.scene import Report, Scene, number_of
from renderers.slides.builtin.shapes import drawn, paint_tree, turn_of
from renderers.slides.builtin.sheet import Sheet, open_sheet
from renderers.slides.builtin.textpaint import TracedLine
from renderers.slides.embedded.lending import Loan
from studio.errors import BadFileError

_DEFAULT_SIZE = (9600.0, 7200.0 * 0.75)
_PROBE = 320


@dataclass(frozen=True, slots=True)
class _Facts:
    replaced: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """A shape alone on a transparent picture (ARGB32, premultiplied), or the ground of a slide (id 0, RGB32).

    `id` is its `cNvPr@id`, `turn` how far it is turned (degrees, clockwise).
    """

    id: int
    turn: float
    image: QImage


class DeckPainter:
    """The slides of one deck; needs a QGuiApplication and a single thread."""

    def __init__(self, deck: Path) -> None:
        try:
            self._package = Package(deck)
        except (OSError, ValueError, RuntimeError, BadZipFile) as error:
            raise BadFileError(
                f"{deck.name} cannot be opened as a PowerPoint file; save it again from PowerPoint."
            ) from error
        self._main = self._package.first("", "officeDocument") or "ppt/presentation.xml"
        self._presentation = self._package.node(self._main)
        if self._presentation is None:
            raise BadFileError(f"{deck.name} holds no readable presentation; save it again from PowerPoint.")
        self._parts = _slide_parts(self._package, self._main, self._presentation)
        self._facts: dict[int, _Facts] = {}
        self._loan = Loan(deck)
        self._installed = FontBook().installed

    def close(self) -> None:
        """Let go of the deck's file and of the fonts in it."""
        self._loan.close()
        self._package.close()

    @property
    def slide_ids(self) -> tuple[int, ...]:
        """The p:sldId@id of all slides in order, hidden ones included."""
        return tuple(self._parts)

    @property
    def aspect(self) -> float:
        """Width of a slide over its height."""
        page = self._page()
        return page.width() / page.height()

    def part_of(self, slide_id: int) -> str:
        """Return the name of a slide's part in the package."""
        return self._parts[slide_id]

    def paint(self, slide_id: int, width: int, height: int, trace: list[TracedLine] | None = None) -> QImage:
        """Return the slide as an RGB32 picture of width x height pixels, filled to its edges.

        `trace` collects the painted lines of text. Raises KeyError for an id that is not in the deck.
        """
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        part = self._parts[slide_id]
        sheet = open_sheet(self._package, part)
        fonts, report = FontBook(self._installed, self._loan.take), Report(trace=trace)
        if sheet is None:
            report.miss("the whole slide, which is damaged")
        else:
            self._paint_sheet(image, sheet, fonts, report, list(self._parts).index(slide_id))
        self._facts[slide_id] = _Facts(tuple(fonts.replaced), tuple(report.left_out))
        return image

    def paint_apart(self, slide_id: int, width: int, height: int) -> Iterator[Apart]:
        """The slide without its own shapes, then each of those that shows alone, all of width x height pixels.

        Raises KeyError for an id that is not in the deck.
        """
        part = self._parts[slide_id]
        sheet = open_sheet(self._package, part)
        ground = QImage(width, height, QImage.Format.Format_RGB32)
        ground.fill(0xFFFFFFFF)
        fonts, report = FontBook(self._installed, self._loan.take), Report()
        position = list(self._parts).index(slide_id)
        if sheet is not None:
            self._paint_sheet(ground, sheet, fonts, report, position, own=False)
        yield Apart(0, 0.0, ground)
        for shape in drawn((sheet.shapes() if sheet is not None else None) or ()):
            alone = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
            alone.fill(0)
            assert sheet is not None
            with self._scene(alone, sheet, fonts, report, position) as scene:
                paint_tree(scene, (shape,), placeholders=True)
                turn = turn_of(scene, shape)
            yield Apart(number_of(shape), turn, alone)

    def replaced_fonts(self, slide_id: int) -> tuple[tuple[str, str], ...]:
        """Return (asked for, used) for each face of the slide's text that is not installed."""
        return self._probed(slide_id).replaced

    def left_out(self, slide_id: int) -> tuple[str, ...]:
        """Return plain words for what of the slide could not be drawn."""
        return self._probed(slide_id).left_out

    def _probed(self, slide_id: int) -> _Facts:
        if slide_id not in self._facts:
            self.paint(slide_id, _PROBE, max(1, round(_PROBE / self.aspect)))
        return self._facts[slide_id]

    def _page(self) -> QRectF:
        size = self._presentation.child("sldSz") if self._presentation is not None else None
        width, height = (size.units("cx"), size.units("cy")) if size is not None else (0.0, 0.0)
        return QRectF(0, 0, width, height) if width > 0 and height > 0 else QRectF(0, 0, *_DEFAULT_SIZE)

    def _paint_sheet(
        self, image: QImage, sheet: Sheet, fonts: FontBook, report: Report, position: int, own: bool = True
    ) -> None:
        """The whole slide; without its `own` shapes only what stands behind them."""
        with self._scene(image, sheet, fonts, report, position) as scene:
            self._paint_ground(scene)
            for layer in _layers(sheet):
                tree = layer.shapes()
                if tree is not None and (own or layer is not sheet):
                    paint_tree(scene.on(layer), tree, placeholders=layer is sheet)

    @contextmanager
    def _scene(
        self, image: QImage, sheet: Sheet, fonts: FontBook, report: Report, position: int
    ) -> Generator[Scene]:
        page = self._page()
        first = self._presentation.whole("firstSlideNum", 1) if self._presentation is not None else 1
        painter = QPainter(image)
        hints = QPainter.RenderHint
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing | hints.SmoothPixmapTransform)
        painter.scale(image.width() / page.width(), image.height() / page.height())
        try:
            yield Scene(painter, sheet, page, fonts, report, self._presentation, first + position)
        finally:
            painter.end()

    @staticmethod
    def _paint_ground(scene: Scene) -> None:
        try:
            paint_background(scene)
        except Exception:
            # A background that cannot be read costs the background, not the slide.
            scene.report.miss("the background")


def _layers(sheet: Sheet) -> list[Sheet]:
    """Return the sheets that show, backmost first: showMasterSp hides what lies behind a sheet."""
    layers = [sheet]
    while sheet.parent is not None and sheet.node.flag("showMasterSp") is not False:
        sheet = sheet.parent
        layers.insert(0, sheet)
    return layers


def _slide_parts(package: Package, main: str, presentation: Node) -> dict[int, str]:
    relations = package.relations(main)
    listed = presentation.child("sldIdLst")
    parts: dict[int, str] = {}
    for entry in listed if listed is not None else ():
        relation = relations.get(entry.rid("id") or "")
        if relation is not None and not relation.external:
            parts[entry.whole("id")] = relation.target
    return parts
