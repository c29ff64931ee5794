"""Paints graphic frames: tables, charts, diagrams and embedded objects (ECMA-376 part 1, 19.3.1.21)."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from renderers.slides.builtin.brush import draw_scaled
from renderers.slides.builtin.charts import paint_chart
from renderers.slides.builtin.missing import paint_missing_box
from renderers.slides.builtin.node import Node
from renderers.slides.builtin.pictures import load
from renderers.slides.builtin.placement import Placement, Space, read_place
from renderers.slides.builtin.scene import Scene, named
from renderers.slides.builtin.tables import paint_table
from renderers.slides.builtin.textpaint import paint_body
from renderers.slides.builtin.textread import read_body


def paint_frame(scene: Scene, shape: Node, place: Placement) -> None:
    """Paint what a frame holds; kinds without a painter get a labelled box."""
    data = shape.path("graphic/graphicData")
    kind = ((data.get("uri") if data is not None else None) or "").rpartition("/")[2]
    if data is None:
        return
    table, chart, relations = data.child("tbl"), data.child("chart"), data.child("relIds")
    if table is not None:
        paint_table(scene, table, place, named(shape, "table"))
    elif chart is not None and kind == "chart":
        scene.painter.save()
        place.enter(scene.painter)
        paint_chart(scene, chart.rid("id"), QRectF(0, 0, place.w, place.h), named(shape, "chart"))
        scene.painter.restore()
    elif relations is not None:
        _paint_diagram(scene, shape, relations, place)
    else:
        _paint_object(scene, shape, data, place)


def _paint_object(scene: Scene, shape: Node, data: Node, place: Placement) -> None:
    """An embedded object shows the picture its program left of it."""
    from renderers.slides.builtin.shapes import paint_tree

    picture = data.find("pic")
    if picture is not None:
        paint_tree(scene, Node.made("spTree").with_child(picture), placeholders=True)
        return
    image = _legacy_image(scene, data)
    scene.painter.save()
    place.enter(scene.painter)
    if image is not None:
        draw_scaled(scene.painter, QRectF(0, 0, place.w, place.h), image, QRectF(image.rect()))
        scene.painter.restore()
        return
    what = named(shape, "embedded object")
    scene.report.miss(what)
    paint_missing_box(scene.painter, QRectF(0, 0, place.w, place.h), what)
    scene.painter.restore()


def _legacy_image(scene: Scene, data: Node) -> QImage | None:
    """Return the picture older files keep for an object in their VML drawing (ECMA-376 part 4, 19.1.2.11)."""
    holder = data.find("oleObj")
    wanted = holder.get("spid") if holder is not None else None
    package = scene.sheet.package
    part = package.first(scene.sheet.name, "vmlDrawing")
    drawing = package.node(part) if part and wanted else None
    for shape in drawing.every("shape") if drawing is not None and part is not None else ():
        if wanted not in (shape.any_attribute("spid"), shape.get("id")):
            continue
        picture = shape.child("imagedata")
        relation = package.relations(part or "").get(
            picture.any_attribute("relid") if picture is not None else ""
        )
        blob = package.blob(relation.target) if relation is not None else None
        return load(blob) if blob is not None else None
    return None


def _paint_diagram(scene: Scene, shape: Node, relations: Node, place: Placement) -> None:
    """SmartArt is painted from the drawing PowerPoint keeps beside it (MS-ODRAWXML 2.4.2)."""
    from dataclasses import replace

    from renderers.slides.builtin.shapes import paint_tree

    drawing = _drawing_part(scene, relations)
    tree = scene.sheet.package.node(drawing) if drawing else None
    tree = tree.child("spTree") if tree is not None else None
    if drawing is None or tree is None or not tree.children("sp", "grpSp", "pic", "cxnSp"):
        _paint_diagram_text(scene, shape, relations, place)
        return
    extent = read_place(shape.child("xfrm"))
    inner = QRectF(0, 0, extent.w if extent else place.w, extent.h if extent else place.h)
    # Pictures of the drawing are related from the drawing part; colours and fonts are the slide's.
    sheet = replace(scene.sheet, name=drawing)
    paint_tree(scene.on(sheet).within(Space(None, place, inner), None), tree, placeholders=True)


def _drawing_part(scene: Scene, relations: Node) -> str | None:
    package, sheet = scene.sheet.package, scene.sheet
    data_part = sheet.target(relations.rid("dm"))
    data = package.node(data_part) if data_part else None
    link = data.find("dataModelExt") if data is not None else None
    named_part = sheet.target(link.get("relId")) if link is not None else None
    if named_part:
        return named_part
    drawings = [r.target for r in package.relations(sheet.name).values() if r.kind == "diagramDrawing"]
    return drawings[0] if len(drawings) == 1 else None


def _paint_diagram_text(scene: Scene, shape: Node, relations: Node, place: Placement) -> None:
    """A diagram without a drawing keeps its words, as a list."""
    what = named(shape, "diagram")
    scene.report.miss(f"the drawing of {what} (its words are shown as a list)")
    part = scene.sheet.target(relations.rid("dm"))
    data = scene.sheet.package.node(part) if part else None
    body = Node.made("txBody").with_child(Node.made("bodyPr").with_child(Node.made("normAutofit")))
    for point in data.every("pt") if data is not None else ():
        text = point.child("t")
        for paragraph in text.children("p") if text is not None else ():
            body.with_child(paragraph)
    scene.painter.save()
    place.enter(scene.painter)
    paint_missing_box(scene.painter, QRectF(0, 0, place.w, place.h), "")
    device = scene.painter.device()
    page = QRectF(0, 0, device.width(), device.height())
    settled = read_body(body, scene.plain_source())
    paint_body(scene.painter, settled, QRectF(0, 0, place.w, place.h), True, what, scene.report.trace, page)
    scene.painter.restore()
