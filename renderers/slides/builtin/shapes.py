"""Paints shape trees: shapes, connectors, pictures, groups and frames (ECMA-376 part 1, 19.3.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from renderers.slides.builtin.background import paint_background
from renderers.slides.builtin.brush import paint_fill, paint_picture
from renderers.slides.builtin.colors import of_channels
from renderers.slides.builtin.effects import paint_shadow, shadow_of
from renderers.slides.builtin.fills import (
    FILL_TAGS,
    Fill,
    Gradient,
    NoFill,
    Solid,
    edges,
    read_fill,
    styled_fill,
)
from renderers.slides.builtin.frames import paint_frame
from renderers.slides.builtin.geometry import read_geometry
from renderers.slides.builtin.node import Cascade, Node
from renderers.slides.builtin.outline import Geometry
from renderers.slides.builtin.pictures import blip_data, blip_image, describe
from renderers.slides.builtin.placement import Placement, group_space, grown, read_place, usual_place
from renderers.slides.builtin.scene import Scene, named
from renderers.slides.builtin.sheet import kind, placeholder
from renderers.slides.builtin.strokes import Stroke, paint_stroke, read_stroke
from renderers.slides.builtin.textmodel import Body
from renderers.slides.builtin.textpaint import needed_height, paint_body
from renderers.slides.builtin.textread import read_body

_TONES = {"darken": 60, "darkenLess": 80, "lighten": 40, "lightenLess": 20}
_KINDS = {
    "sp": "shape", "cxnSp": "line", "pic": "picture", "grpSp": "group",
    "graphicFrame": "frame", "contentPart": "ink drawing",
}  # fmt: skip


def drawn(tree: Iterable[Node]) -> list[Node]:
    """The shapes of a tree that are painted, in order."""
    return [shape for shape in tree if shape.tag in _KINDS and not _hidden(shape)]


def turn_of(scene: Scene, shape: Node) -> float:
    """How far a shape of a slide is turned (degrees, clockwise)."""
    if shape.tag == "grpSp":
        props = shape.child("grpSpPr")
        place = read_place(props.child("xfrm") if props is not None else None)
        return place.turn if place is not None else 0.0
    return _place(scene, shape, properties(scene, shape)).turn


def paint_tree(scene: Scene, tree: Iterable[Node], placeholders: bool) -> None:
    """Paint the shapes of a tree in order; one that fails is named in the report and skipped."""
    for shape in drawn(tree):
        if not placeholders and placeholder(shape) is not None:
            continue
        scene.painter.save()
        try:
            _paint_shape(scene, shape, placeholders)
        except Exception:
            # Whatever is wrong with one shape, the slide still arrives (and the report names the shape).
            scene.report.miss(named(shape, _KINDS[shape.tag]))
        finally:
            scene.painter.restore()


def _hidden(shape: Node) -> bool:
    return any(
        child.path("cNvPr") is not None and (child.child("cNvPr") or child).flag("hidden")
        for child in shape
        if child.tag.startswith("nv")
    )


def _paint_shape(scene: Scene, shape: Node, placeholders: bool) -> None:
    if shape.tag == "grpSp":
        props = shape.child("grpSpPr")
        fill = (
            read_fill(props.child(*FILL_TAGS), scene.sheet, None, scene.group_fill)
            if props is not None
            else None
        )
        space = group_space(props.child("xfrm") if props is not None else None, scene.space)
        paint_tree(scene.within(space, fill or scene.group_fill), shape, placeholders)
    elif shape.tag == "graphicFrame":
        place = _place(scene, shape, Cascade(shape, *(a.child("spPr") for a in scene.sheet.ancestors(shape))))
        paint_frame(scene, shape, place)
    elif shape.tag == "pic":
        _paint_picture(scene, shape)
    elif shape.tag in ("sp", "cxnSp"):
        _paint_sp(scene, shape)
    else:
        scene.report.miss(named(shape, _KINDS[shape.tag]))


def properties(scene: Scene, shape: Node) -> Cascade:
    """Return a shape's spPr over those it inherits."""
    return Cascade(shape.child("spPr"), *(a.child("spPr") for a in scene.sheet.ancestors(shape)))


def _place(scene: Scene, shape: Node, props: Cascade) -> Placement:
    stated = next((p for n in props.nodes if (p := read_place(n.child("xfrm"))) is not None), None)
    ph = placeholder(shape) if stated is None else None
    place = stated or (usual_place(kind(ph), scene.page) if ph is not None else Placement(0, 0, 0, 0))
    return scene.space.put(place) if scene.space is not None else place


def _paint_sp(scene: Scene, shape: Node) -> None:
    props, style = properties(scene, shape), shape.child("style")
    place = _place(scene, shape, props)
    body = _body_of(scene, shape, style)
    if (
        body is not None
        and body.fit == "shape"
        and not body.blank
        and body.columns == 1
        and body.wrap
        and not body.vertical.startswith("vert")
    ):
        place = _grown_to_text(place, body, props)
    geometry = read_geometry(props.child("custGeom", "prstGeom"), place.w, place.h)
    fill = _fill_of(scene, props, style)
    stroke = read_stroke(props.deeper("ln"), style.child("lnRef") if style is not None else None, scene.sheet)
    scene.painter.save()
    place.enter(scene.painter)
    if shape.flag("useBgFill") and props.child(*FILL_TAGS) is None:
        _paint_window(scene, geometry)
        fill = None
    _paint_shadow(scene, props, style, geometry, fill, stroke, place)
    paint_geometry(scene, geometry, QRectF(0, 0, place.w, place.h), fill, stroke)
    scene.painter.restore()
    if body is not None and not body.blank:
        _paint_text(scene, shape, body, *_text_place(scene, shape, place, geometry.text))


def _paint_window(scene: Scene, geometry: Geometry) -> None:
    """Paint the page's background inside an outline (useBgFill: the shape is a window on it)."""
    page = QPainterPath()
    page.addRect(scene.page)
    painter = scene.painter
    device = painter.device()
    painter.save()
    for part in geometry.parts:
        painter.setClipPath(part.path, Qt.ClipOperation.IntersectClip)
    painter.resetTransform()
    painter.scale(device.width() / scene.page.width(), device.height() / scene.page.height())
    paint_background(scene)
    painter.restore()


def _text_place(scene: Scene, shape: Node, place: Placement, area: QRectF) -> tuple[Placement, QRectF]:
    """Return where text stands; diagram shapes state a rectangle and turn of their own (dsp:txXfrm)."""
    own = shape.child("txXfrm")
    stated = read_place(own)
    if own is None or stated is None:
        return place, area
    flat = replace(stated, turn=0.0)
    settled = scene.space.put(flat) if scene.space is not None else flat
    turn = (place.turn + float(own.get("rot") or 0) / 60000.0) % 360
    return replace(settled, turn=turn), QRectF(0, 0, settled.w, settled.h)


def _body_of(scene: Scene, shape: Node, style: Node | None) -> Body | None:
    text = shape.child("txBody")
    if text is None:
        return None
    tint = scene.sheet.palette.color(style.child("fontRef")) if style is not None else None
    return read_body(text, scene.text_source(shape, tint))


def _grown_to_text(place: Placement, body: Body, props: Cascade) -> Placement:
    probe = read_geometry(props.child("custGeom", "prstGeom"), place.w, place.h)
    lost = place.h - probe.text.height()
    needed = needed_height(body, probe.text.width()) + lost
    return grown(place, needed, body.anchor) if needed > place.h * 1.005 else place


def _fill_of(scene: Scene, props: Cascade, style: Node | None) -> Fill | None:
    stated = read_fill(props.child(*FILL_TAGS), scene.sheet, None, scene.group_fill)
    if stated is not None or style is None:
        return stated
    return styled_fill(style.child("fillRef"), scene.sheet, scene.group_fill)


def paint_geometry(
    scene: Scene, geometry: Geometry, bounds: QRectF, fill: Fill | None, stroke: Stroke | None
) -> None:
    """Paint an outline's fills and lines at the origin."""
    for part in geometry.parts:
        if part.tone != "none":
            paint_fill(scene.painter, part.path, bounds, _toned(fill, part.tone))
        if part.stroked and stroke is not None and stroke.visible:
            paint_stroke(scene.painter, part.path, bounds, stroke)


def _toned(fill: Fill | None, tone: str) -> Fill | None:
    amount = _TONES.get(tone)
    if amount is None:
        return fill
    if isinstance(fill, Solid):
        return Solid(_toned_color(fill.color, tone, amount))
    if isinstance(fill, Gradient):
        return replace(fill, stops=tuple((at, _toned_color(c, tone, amount)) for at, c in fill.stops))
    return fill


def _toned_color(color: QColor, tone: str, amount: int) -> QColor:
    dark = tone.startswith("darken")
    share, other = (amount / 100, 0.0) if dark else (1 - amount / 100, 1.0)
    red, green, blue = (
        c * share + other * (1 - share) for c in (color.redF(), color.greenF(), color.blueF())
    )
    return of_channels((red, green, blue), color.alphaF())


def _paint_shadow(
    scene: Scene,
    props: Cascade,
    style: Node | None,
    geometry: Geometry,
    fill: Fill | None,
    stroke: Stroke | None,
    place: Placement,
) -> None:
    shadow = shadow_of(props, style.child("effectRef") if style is not None else None, scene.sheet)
    if shadow is None or isinstance(fill, NoFill | None):
        return
    del stroke
    path = QPainterPath()
    for part in geometry.parts:
        if part.tone != "none":
            path.addPath(part.path)
    reference = style.child("effectRef") if style is not None else None
    color = scene.sheet.palette.color(shadow, scene.sheet.palette.color(reference))
    if color is not None and not path.isEmpty():
        paint_shadow(scene.painter, path, shadow, color, place.turn)


def _paint_text(scene: Scene, shape: Node, body: Body, place: Placement, area: QRectF) -> None:
    scene.painter.save()
    if place.flip_h:
        area = QRectF(place.w - area.right(), area.y(), area.width(), area.height())
    if body.upright:
        place = replace(place, turn=0.0)
    place.enter(scene.painter, mirrored=False)
    if body.turn:
        scene.painter.translate(area.center())
        scene.painter.rotate(body.turn)
        scene.painter.translate(-area.center())
    shrink = body.fit == "text"
    paint_body(
        scene.painter, body, area, shrink, named(shape, "shape"), scene.report.trace, scene_page(scene)
    )
    scene.painter.restore()


def on_page(scene: Scene, place: Placement) -> bool:
    """Whether any of a shape's rectangle lies on the page."""
    return place.rect.intersects(scene.page)


def scene_page(scene: Scene) -> QRectF:
    """Return the page in device pixels."""
    device = scene.painter.device()
    return QRectF(0, 0, device.width(), device.height())


def _paint_picture(scene: Scene, shape: Node) -> None:
    props = properties(scene, shape)
    place = _place(scene, shape, props)
    holder = shape.child("blipFill")
    blip = holder.child("blip") if holder is not None else None
    image = blip_image(blip, scene.sheet) if blip is not None else None
    geometry = read_geometry(props.child("custGeom", "prstGeom"), place.w, place.h)
    bounds = QRectF(0, 0, place.w, place.h)
    style = shape.child("style")
    fill = read_fill(props.child(*FILL_TAGS), scene.sheet)
    stroke = read_stroke(props.deeper("ln"), style.child("lnRef") if style is not None else None, scene.sheet)
    place.enter(scene.painter)
    if image is None and not on_page(scene, place):
        return
    if image is None:
        data = blip_data(blip, scene.sheet) if blip is not None else None
        what = named(shape, describe(data))
        scene.report.miss(what)
        paint_missing(scene, bounds, what)
        return
    _paint_shadow(scene, props, style, geometry, fill or Solid(QColor(0, 0, 0)), stroke, place)
    paint_geometry(scene, geometry, bounds, fill, None)
    path = QPainterPath()
    for part in geometry.parts:
        path.addPath(part.path)
    crop = edges(holder.child("srcRect") if holder is not None else None)
    paint_picture(scene.painter, path, bounds, image, crop)
    paint_geometry(scene, geometry, bounds, None, stroke)


def paint_missing(scene: Scene, bounds: QRectF, words: str) -> None:
    """Draw the neutral box that stands for something that cannot be drawn."""
    from renderers.slides.builtin.missing import paint_missing_box

    paint_missing_box(scene.painter, bounds, words)
