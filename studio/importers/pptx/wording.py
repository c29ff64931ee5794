"""The words inside tables, diagrams and charts, which stand in parts of their own."""

from __future__ import annotations

from pptx.opc.package import Part

from studio.importers.lines import one_line
from studio.importers.pptx.markup import BadMarkup, Element, child, children, parse, qn, walk
from studio.importers.pptx.text import body_text


def of_frame(frame: Element, part: Part) -> str:
    """What a `p:graphicFrame` says: a table row by row, a diagram point by point, a chart by its title."""
    data = child(frame, "a:graphic", "a:graphicData")
    for content in () if data is None else children(data):
        if content.tag == qn("a:tbl"):
            return _table(content)
        if content.tag == qn("dgm:relIds"):
            return _diagram(_related(part, content.get(qn("r:dm"))))
        if content.tag == qn("c:chart"):
            return _chart(_related(part, content.get(qn("r:id"))))
    return ""


def _table(table: Element) -> str:
    rows: list[str] = []
    for row in table.iterfind(qn("a:tr")):
        cells = [one_line(body_text(cell.find(qn("a:txBody")))) for cell in row.iterfind(qn("a:tc"))]
        if any(cells):
            rows.append("\t".join(cells).rstrip())
    return "\n".join(rows)


def _diagram(model: Element | None) -> str:
    if model is None:
        return ""
    points = (body_text(point.find(qn("dgm:t"))) for point in model.iter(qn("dgm:pt")))
    return "\n".join(text for text in points if text)


def _chart(space: Element | None) -> str:
    if space is None:
        return ""
    title = child(space, "c:chart", "c:title")
    return "" if title is None else one_line("".join(node.text or "" for node in walk(title, "a:t")))


def _related(part: Part, relation: str | None) -> Element | None:
    try:
        return parse(part.related_part(relation or "").blob)
    except (KeyError, BadMarkup):
        return None
