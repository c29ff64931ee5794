"""Paints the page behind the shapes (ECMA-376 part 1, 19.3.1.1)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from renderers.slides.builtin.brush import paint_fill
from renderers.slides.builtin.fills import FILL_TAGS, Fill, read_fill, styled_fill
from renderers.slides.builtin.scene import Scene
from renderers.slides.builtin.sheet import Sheet


def paint_background(scene: Scene) -> None:
    """Fill the page with the background of the slide, or of the nearest sheet that has one."""
    scene.painter.fillRect(scene.page, Qt.GlobalColor.white)
    sheet: Sheet | None = scene.sheet
    while sheet is not None:
        fill = _own_background(sheet, scene.sheet)
        if fill is not None:
            path = QPainterPath()
            path.addRect(scene.page)
            paint_fill(scene.painter, path, scene.page, fill)
            return
        sheet = sheet.parent


def _own_background(sheet: Sheet, seen_from: Sheet) -> Fill | None:
    """Scheme colours of an inherited background go through the slide's colour map."""
    node = sheet.node.path("cSld/bg")
    if node is None:
        return None
    colored = Sheet(
        sheet.package, sheet.name, sheet.node, sheet.parent, sheet.theme, sheet.theme_name, seen_from.palette
    )
    props = node.child("bgPr")
    if props is not None:
        return read_fill(props.child(*FILL_TAGS), colored)
    return styled_fill(node.child("bgRef"), colored)
