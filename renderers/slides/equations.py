"""Equations inside text: the picture of them that PowerPoint keeps beside them takes their place.

LibreOffice leaves a gap where an equation stands in a text. PowerPoint writes for programs that do not know
equations a fallback (ECMA-376 Part 3, 9.3) that is filled with a picture of the whole text, or of the whole table.
"""

from __future__ import annotations

from itertools import accumulate

from studio.importers.pptx.markup import Element, integer, qn

_WHOLE = 100_000
Box = tuple[int, int, int, int]
"""x, y, width, height in EMU."""
_CALLOUTS = dict.fromkeys(
    ("wedgeRectCallout", "wedgeRoundRectCallout", "wedgeEllipseCallout"), (-20833, 62500)
)
"""Where the tip is from the middle unless the shape says, in 1/100,000 of its size (presetShapeDefinitions.xml)."""
_AFTER_BULLETS = (qn("a:tabLst"), qn("a:defRPr"), qn("a:extLst"))


def take_pictures(root: Element) -> None:
    """Put the picture of every equation of a slide in its place, where there is one."""
    for alternatives in list(root.iter(qn("mc:AlternateContent"))):
        fallback = alternatives.find(qn("mc:Fallback"))
        equation = alternatives.find(f"{qn('mc:Choice')}//{qn('a14:m')}")
        if equation is None or fallback is None or fallback.find(f".//{qn('a:blip')}") is None:
            continue
        shape = fallback[0]
        shape = _table_picture(shape) if shape.tag == qn("p:graphicFrame") else _callout_picture(shape)
        _without_bullets(shape)
        alternatives.getparent().replace(alternatives, shape)


def _without_bullets(shape: Element) -> None:
    """The text of a fallback is invisible, but LibreOffice would draw its bullets, white over the picture."""
    for paragraph in shape.iterfind(f"{qn('p:txBody')}/{qn('a:p')}"):
        properties = paragraph.find(qn("a:pPr"))
        if properties is None:
            properties = paragraph.makeelement(qn("a:pPr"))
            paragraph.insert(0, properties)
        for old in [each for each in properties if str(each.tag).startswith(qn("a:bu"))]:
            properties.remove(old)
        after = next((each for each in properties if each.tag in _AFTER_BULLETS), None)
        place = len(properties) if after is None else properties.index(after)
        properties.insert(place, properties.makeelement(qn("a:buNone")))


def _table_picture(frame: Element) -> Element:
    """A table whose cells with equations all show their part of one picture of the table: that picture.

    LibreOffice repeats the whole picture in each cell. Any other table stays as it is.
    """
    table, box = frame.find(f".//{qn('a:tbl')}"), _box(frame.find(qn("p:xfrm")))
    fills = [] if table is None else list(table.iter(qn("a:blipFill")))
    pictures = {_relation(fill) for fill in fills}
    part = _part(table, fills[0]) if len(pictures) == 1 else None
    if box is None or part is None:
        return frame
    left, top, width, height = part
    return _picture(frame, pictures.pop(), (box[0] + left, box[1] + top, width, height))


def _callout_picture(shape: Element) -> Element:
    """A speech bubble as the picture of it: it reaches to the tip, and LibreOffice would squeeze it into the box.

    Turned and mirrored ones stay as they are, and any other shape.
    """
    looks = shape.find(qn("p:spPr"))
    form, place, fill = (
        None if looks is None else looks.find(qn(name)) for name in ("a:prstGeom", "a:xfrm", "a:blipFill")
    )
    rect = None if fill is None else fill.find(f"{qn('a:stretch')}/{qn('a:fillRect')}")
    box = None if place is None or place.attrib else _box(place)
    if form is None or form.get("prst") not in _CALLOUTS or rect is None or box is None:
        return shape
    x, y, width, height = box
    across, down = _tip(form)
    left, top = min(0.0, across) * width, min(0.0, down) * height
    whole = max(1.0, across) * width - left, max(1.0, down) * height - top
    return _picture(shape, _relation(fill), _within(rect, x + left, y + top, *whole))


def _tip(form: Element) -> tuple[float, float]:
    """Where the tip of a speech bubble is, in its widths and heights from its corner."""
    told = {
        guide.get("name"): integer(guide.get("fmla", "").removeprefix("val "))
        for guide in form.iter(qn("a:gd"))
    }
    across, down = (told.get(name) for name in ("adj1", "adj2"))
    usual = _CALLOUTS[form.get("prst")]
    return (
        0.5 + (usual[0] if across is None else across) / _WHOLE,
        0.5 + (usual[1] if down is None else down) / _WHOLE,
    )


def _box(place: Element | None) -> Box | None:
    """What a transform says, where it says all."""
    offset, size = (None if place is None else place.find(qn(name)) for name in ("a:off", "a:ext"))
    if offset is None or size is None:
        return None
    x, y = integer(offset.get("x")), integer(offset.get("y"))
    width, height = integer(size.get("cx")), integer(size.get("cy"))
    return None if x is None or y is None or width is None or height is None else (x, y, width, height)


def _relation(fill: Element) -> str:
    """The relationship to the picture of a fill; "" for none."""
    blip = fill.find(qn("a:blip"))
    return "" if blip is None else blip.get(qn("r:embed")) or ""


def _within(rect: Element, x: float, y: float, width: float, height: float) -> Box:
    """Where a picture lies that fills a rectangle with insets (`a:fillRect`; negative ones reach beyond it)."""
    left, top, right, bottom = ((integer(rect.get(side)) or 0) / _WHOLE for side in "ltrb")
    return (
        round(x + left * width),
        round(y + top * height),
        round(width * (1 - left - right)),
        round(height * (1 - top - bottom)),
    )


def _part(table: Element, fill: Element) -> Box | None:
    """Where the whole picture lies from the corner of its table, told by one cell."""
    cell, rect = fill.getparent().getparent(), fill.find(f"{qn('a:stretch')}/{qn('a:fillRect')}")
    if cell.tag != qn("a:tc") or rect is None:
        return None
    row = cell.getparent()
    widths = _lengths(table, f"{qn('a:tblGrid')}/{qn('a:gridCol')}", "w")
    heights = _lengths(table, qn("a:tr"), "h")
    column, line = row.findall(qn("a:tc")).index(cell), table.findall(qn("a:tr")).index(row)
    if column >= len(widths) or line >= len(heights):
        return None
    across, down = (integer(cell.get(name)) or 1 for name in ("gridSpan", "rowSpan"))
    x, width = [0, *accumulate(widths)][column], sum(widths[column : column + across])
    y, height = [0, *accumulate(heights)][line], sum(heights[line : line + down])
    return _within(rect, x, y, width, height)


def _lengths(table: Element, path: str, name: str) -> list[int]:
    return [integer(each.get(name)) or 0 for each in table.iterfind(path)]


def _picture(frame: Element, relation: str, box: Box) -> Element:
    """A picture that takes the place, the number and the name of a frame or shape."""
    picture = frame.makeelement(qn("p:pic"))
    about = _child(picture, "p:nvPicPr")
    old = frame.find(f".//{qn('p:cNvPr')}")
    known = {} if old is None else {name: old.get(name, "") for name in ("id", "name")}
    _child(about, "p:cNvPr", **known)
    _child(about, "p:cNvPicPr")
    _child(about, "p:nvPr")
    filled = _child(picture, "p:blipFill")
    _child(filled, "a:blip", **{qn("r:embed"): relation})
    _child(_child(filled, "a:stretch"), "a:fillRect")
    looks = _child(picture, "p:spPr")
    place = _child(looks, "a:xfrm")
    _child(place, "a:off", x=str(box[0]), y=str(box[1]))
    _child(place, "a:ext", cx=str(max(1, box[2])), cy=str(max(1, box[3])))
    _child(_child(looks, "a:prstGeom", prst="rect"), "a:avLst")
    return picture


def _child(parent: Element, tag: str, /, **attributes: str) -> Element:
    made = parent.makeelement(qn(tag), attributes)
    parent.append(made)
    return made
