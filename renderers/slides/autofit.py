"""Text that PowerPoint shrank to fit its box, set in the sizes it was shrunk to.

PowerPoint stores by how much (`a:normAutofit@fontScale`, `@lnSpcReduction`; ECMA-376 Part 1, 21.1.2.1.3).
LibreOffice reckons anew with its own fonts and arrives elsewhere. Written into the runs and paragraphs, the stored
scale is what it draws; it may still shrink what its fonts would push out of the box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studio.importers.pptx.markup import Element, integer, parse, qn, written
from studio.importers.pptx.package import Package
from studio.importers.pptx.relationships import targets

_STORED = (b"fontScale", b"lnSpcReduction")
_WHOLE = 100_000
_SIZE = 1800
"""Hundredths of a point where nothing says otherwise (ECMA-376 Part 1, 21.1.2.3.9)."""
_TITLES, _BODIES = (
    ("title", "ctrTitle"),
    ("body", "subTitle", "obj", "tbl", "chart", "dgm", "media", "clipArt", "pic"),
)
_RUNS = tuple(qn(name) for name in ("a:r", "a:br", "a:fld"))


@dataclass(frozen=True, slots=True)
class Styles:
    """What the text of a slide inherits from, nearest first: its layout, its master, the presentation."""

    layout: Element | None
    master: Element | None
    presentation: Element


def settle_all(package: Package, slides: Iterable[str], main: str) -> None:
    """Write the stored scales into the text of these slides; `main` is the presentation part."""
    sheets: dict[str, Element] = {"": None}

    def sheet(name: str) -> Element | None:
        if name not in sheets:
            sheets[name] = parse(package.parts[name])
        return sheets[name]

    for slide in slides:
        if any(word in package.parts[slide] for word in _STORED):
            layout = _behind(package, slide, "/slideLayout")
            master = _behind(package, layout, "/slideMaster") if layout else ""
            root = parse(package.parts[slide])
            settle(root, Styles(sheet(layout), sheet(master), sheet(main)))
            package.parts[slide] = written(root)


def _behind(package: Package, source: str, kind: str) -> str:
    named = (target for each, target in targets(package, source).values() if each.endswith(kind))
    return next((target for target in named if target in package.parts), "")


def settle(root: Element, styles: Styles) -> None:
    """Write the stored scales of a slide into its text."""
    for fitting in list(root.iter(qn("a:normAutofit"))):
        body = fitting.getparent().getparent()
        scale, less = integer(fitting.get("fontScale")), integer(fitting.get("lnSpcReduction"))
        if body.tag != qn("p:txBody") or (scale is None and less is None):
            continue
        fitting.attrib.clear()
        _shrink(body, tuple(_lists(body, styles)), (scale or _WHOLE) / _WHOLE, (less or 0) / _WHOLE)


def _lists(body: Element, styles: Styles) -> Iterator[Element]:
    """The lists of levels that a text inherits from, nearest first."""
    own = body.find(qn("a:lstStyle"))
    if own is not None:
        yield own
    holder = body.getparent().find(f".//{qn('p:nvPr')}/{qn('p:ph')}")
    if holder is not None:
        kind = holder.get("type", "obj")
        for sheet in (styles.layout, styles.master):
            alike = _placeholder(sheet, holder, sheet is styles.master)
            if alike is not None:
                yield from alike.iterfind(f"{qn('p:txBody')}/{qn('a:lstStyle')}")
        if styles.master is not None:
            style = "titleStyle" if kind in _TITLES else "bodyStyle" if kind in _BODIES else "otherStyle"
            yield from styles.master.iterfind(f"{qn('p:txStyles')}/{qn(f'p:{style}')}")
    yield from styles.presentation.iterfind(qn("p:defaultTextStyle"))


def _placeholder(sheet: Element | None, asked: Element, by_kind: bool) -> Element | None:
    """The shape of a layout or master that a placeholder takes after: by its index, on masters by its kind."""
    shapes = [] if sheet is None else list(sheet.iter(qn("p:sp")))
    for shape in shapes:
        holder = shape.find(f".//{qn('p:nvPr')}/{qn('p:ph')}")
        if holder is None:
            continue
        kinds = _family(holder.get("type", "obj")), _family(asked.get("type", "obj"))
        if kinds[0] == kinds[1] and (by_kind or kinds[0] == "title" or holder.get("idx") == asked.get("idx")):
            return shape
    return None


def _family(kind: str) -> str:
    return "title" if kind in _TITLES else "body" if kind in _BODIES else kind


def _shrink(body: Element, lists: tuple[Element, ...], scale: float, less: float) -> None:
    for paragraph in body.iterfind(qn("a:p")):
        own = paragraph.find(qn("a:pPr"))
        level = 1 + (integer(own.get("lvl")) or 0 if own is not None else 0)
        levels = [each for entry in lists if (each := entry.find(qn(f"a:lvl{level}pPr"))) is not None]
        size = next(
            (value for each in levels if (value := _size(each.find(qn("a:defRPr")))) is not None), _SIZE
        )
        for run in (*paragraph.iterfind(qn("a:endParaRPr")), *map(_properties, paragraph.iter(*_RUNS))):
            run.set("sz", str(max(100, round((_size(run) or size) * scale))))
        if less:
            _tighten(paragraph, [each for each in (own, *levels) if each is not None], less)


def _size(properties: Element | None) -> int | None:
    return None if properties is None else integer(properties.get("sz"))


def _properties(run: Element) -> Element:
    found = run.find(qn("a:rPr"))
    if found is None:
        found = run.makeelement(qn("a:rPr"))
        run.insert(0, found)
    return found


def _tighten(paragraph: Element, levels: list[Element], less: float) -> None:
    """Lines closer by that share of a line (0 to 1); distances in points stay, as in PowerPoint."""
    spacing = next((each for level in levels if (each := level.find(f"{qn('a:lnSpc')}/*")) is not None), None)
    share = _WHOLE if spacing is None else integer(spacing.get("val"))
    if share is None or (spacing is not None and spacing.tag != qn("a:spcPct")):
        return
    own = paragraph.find(qn("a:pPr"))
    if own is None:
        own = paragraph.makeelement(qn("a:pPr"))
        paragraph.insert(0, own)
    for old in own.findall(qn("a:lnSpc")):
        own.remove(old)
    lines = own.makeelement(qn("a:lnSpc"))
    lines.append(own.makeelement(qn("a:spcPct"), {"val": str(max(0, round(share - less * _WHOLE)))}))
    own.insert(0, lines)
