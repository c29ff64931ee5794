"""A deck in which every object of some slides has a page of its own, so that each can be drawn alone.

A slide becomes a row of sheets: the slide without its own objects (its ground), a sheet with nothing on it, and one
sheet for each object. On all but the first neither layout nor master shows and the page is white; what is on the
empty sheet therefore comes first on every other one, too, and can be taken out again (`renderers.layers.sheets`).
Groups stay together. What a connector is glued to stands beside it, hidden, or LibreOffice would lay it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renderers.slides import faithful, ole_pictures, typefaces
from renderers.slides.prepared import Drawable, Prepared, drawable
from studio.importers.pptx.content_types import mend_content_types
from studio.importers.pptx.markup import (
    NAMESPACES,
    Element,
    append,
    children,
    integer,
    local,
    parse,
    qn,
    walk,
    written,
)
from studio.importers.pptx.objects import SHAPES, identity, is_hidden, kind_of, shape_id
from studio.importers.pptx.package import Package
from studio.importers.pptx.placement import frame_of, placeholder
from studio.importers.pptx.relationships import rels_name, targets
from studio.importers.pptx.text import body_text
from studio.lecture import ObjectKind

MOST_OBJECTS = 150
"""Objects of a slide that are drawn one by one: a second or two of the processor at 1080p, and 10 ms an object of
LibreOffice's. A slide with more is a drawing, in which nobody follows one.
"""
TOO_MANY = f"it has more than {MOST_OBJECTS} objects"
_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
_LEFT_OUT = (qn("p:timing"), qn("p:transition"))
_OUTLINE = frozenset(map(qn, ("a:xfrm", "a:custGeom", "a:prstGeom")))
_WHITE = parse(
    f'<p:bg xmlns:p="{NAMESPACES["p"]}" xmlns:a="{NAMESPACES["a"]}"><p:bgPr><a:solidFill>'
    '<a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'.encode()
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One object of a slide, on a page of its own. `angle` is how far it is turned (degrees, clockwise)."""

    id: int
    kind: ObjectKind
    angle: float


@dataclass(frozen=True, slots=True)
class Separated:
    """The sheets of slide `number`: page `first` (from 0) is its ground, then comes the empty sheet, then `sheets`.

    `why` says why a slide has no sheets at all; such a slide has no pages.
    """

    number: int
    first: int
    sheets: tuple[Sheet, ...]
    why: str = ""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return 0 if self.why else len(self.sheets) + 2

    @property
    def told(self) -> dict[str, Any]:
        """All but the number, as JSON."""
        sheets = [[sheet.id, sheet.kind, sheet.angle] for sheet in self.sheets]
        return {"first": self.first, "sheets": sheets, "why": self.why}


def for_libreoffice(
    deck: Path, first: int, last: int, numbers: Sequence[int]
) -> tuple[Prepared, tuple[Separated, ...]]:
    """The sheets of some slides (from 1) out of `first` to `last`, which are those that are converted together:
    what is decided for all of them is decided alike. Raises BadFileError.
    """
    ready = drawable(deck, first, last)
    faces = typefaces.set_apart(ready.package.parts)
    east_asian = typefaces.east_asian(ready.package.parts)
    made = separate(ready, first, numbers)
    return Prepared(ready.package.to_bytes(), ready.slides, faces, east_asian), made


def for_powerpoint(deck: Path, numbers: Sequence[int]) -> tuple[bytes, tuple[Separated, ...]]:
    """The sheets of some slides (from 1) as a .pptx for PowerPoint itself. Raises BadFileError."""
    ready = faithful.drawable(deck)
    made = separate(ready, 1, numbers)
    return ready.package.to_bytes(), made


def separate(ready: Drawable, first: int, numbers: Sequence[int]) -> tuple[Separated, ...]:
    """Replace the slides of a deck by the sheets of some of them (numbers; `first` is that of its first one)."""
    package, pages, found = ready.package, 0, list[Separated]()
    names: list[str] = []
    for number in numbers:
        slide = ready.slides[number - first]
        sheets, made = _sheets(package, slide)
        why = TOO_MANY if len(sheets) > MOST_OBJECTS else ""
        found.append(Separated(number, pages, () if why else sheets, why))
        pages += found[-1].pages
        for data in () if why else made:
            name = f"ppt/slides/sheet{len(names) + 1}.xml"
            names.append(name)
            package.parts[name] = data
            links = package.parts.get(rels_name(slide))
            if links:
                package.parts[rels_name(name)] = links
            ole_pictures.only_claimed(package, name)
    _list(package, ready, names)
    return tuple(found)


def _sheets(package: Package, slide: str) -> tuple[tuple[Sheet, ...], Iterator[bytes]]:
    """The objects of a slide, and its sheets as they are asked for."""
    root = parse(package.parts[slide])
    for each in [each for each in root if each.tag in _LEFT_OUT or _moves(each)]:
        root.remove(each)
    tree = root.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
    shapes = [] if tree is None else _objects(tree)
    parents = tuple(_behind(package, slide))
    sheets = tuple(_sheet(shape, parents) for _, shape in shapes)
    return sheets, _written(root, tree, [holder for holder, _ in shapes])


def _moves(child: Element) -> bool:
    """Whether a child of the slide is alternate content around its transition or its timings."""
    return child.tag == qn("mc:AlternateContent") and any(
        child.find(f".//{name}") is not None for name in _LEFT_OUT
    )


def _objects(tree: Element) -> list[tuple[Element, Element]]:
    """Each object that is drawn: the child of the tree that holds it, and the shape itself."""
    found: dict[Element, Element] = {}
    for shape in children(tree):
        if local(shape) in SHAPES and not is_hidden(shape):
            holder = shape
            while holder.getparent() is not tree:
                holder = holder.getparent()
            found.setdefault(holder, shape)
    return list(found.items())


def _sheet(shape: Element, parents: tuple[Element, ...]) -> Sheet:
    text = body_text(shape.find(qn("p:txBody"))) if local(shape) == "sp" else ""
    frame = frame_of(shape, parents)
    return Sheet(shape_id(shape), kind_of(shape, text), round(frame.angle, 3) if frame else 0.0)


def _behind(package: Package, slide: str) -> Iterator[Element]:
    """Its layout and its master."""
    source = slide
    for kind in ("/slideLayout", "/slideMaster"):
        linked = (target for each, target in targets(package, source).values() if each.endswith(kind))
        source = next((target for target in linked if target in package.parts), "")
        if not source:
            return
        yield parse(package.parts[source])


def _written(root: Element, tree: Element, holders: list[Element]) -> Iterator[bytes]:
    # A shape that shows the page's background like a window needs the page's own.
    own_ground = any(each.get("useBgFill") for each in root.iter(qn("p:sp")))
    for holder in holders:
        tree.remove(holder)
    yield written(root)
    root.set("showMasterSp", "0")
    if not own_ground:
        page = root.find(qn("p:cSld"))
        for old in page.findall(qn("p:bg")):
            page.remove(old)
        page.insert(0, deepcopy(_WHITE))
    yield written(root)
    for holder in holders:
        beside = list(_glued(holder, holders))
        added = [each if each is holder else _hidden(each) for each in holders if each in beside]
        tree.extend(added)
        yield written(root)
        for each in added:
            tree.remove(each)


def _glued(holder: Element, holders: list[Element]) -> Iterator[Element]:
    """An object, and the others that its connectors are glued to (ECMA-376 Part 1, 20.1.2.2.13)."""
    yield holder
    ends = {integer(end.get("id")) for end in walk(holder, "a:stCxn", "a:endCxn")}
    if ends:
        yield from (each for each in holders if each is not holder and ends & set(_ids(each)))


def _ids(holder: Element) -> Iterator[int | None]:
    return (integer(own.get("id")) for own in holder.iter(qn("p:cNvPr")))


def _hidden(holder: Element) -> Element:
    """A copy that takes its place without being seen. LibreOffice does not heed `hidden` in a placeholder."""
    copy = deepcopy(holder)
    for shape in [each for each in copy.iter(qn("p:sp")) if placeholder(each) is not None]:
        for style in shape.findall(qn("p:style")):
            shape.remove(style)
        for body in shape.findall(qn("p:txBody")):
            _blank(body)
        _clear(shape.find(qn("p:spPr")))
    for shape in copy.iter("*"):
        own = identity(shape) if local(shape) in SHAPES else None
        if own is not None:
            own.set("hidden", "1")
    return copy


def _blank(body: Element) -> None:
    """One blank for all its words: where nothing stands in a placeholder, LibreOffice asks for a title."""
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    words = body.makeelement(qn("a:t"))
    words.text = "\u00a0"
    run, paragraph = body.makeelement(qn("a:r")), body.makeelement(qn("a:p"))
    run.append(words)
    paragraph.append(run)
    body.append(paragraph)


def _clear(properties: Element | None) -> None:
    """Leave of a shape's properties its place and its outline (ECMA-376 Part 1, 20.1.2.2.35)."""
    if properties is None:
        return
    for part in list(properties):
        if part.tag not in _OUTLINE:
            properties.remove(part)
    line = properties.makeelement(qn("a:ln"))
    line.append(properties.makeelement(qn("a:noFill")))
    properties.extend((properties.makeelement(qn("a:noFill")), line))


def _list(package: Package, ready: Drawable, names: Iterable[str]) -> None:
    """Have the deck show these slides and no other."""
    root = parse(package.parts[ready.main])
    listed = root.find(qn("p:sldIdLst"))
    links = parse(package.parts[rels_name(ready.main)])
    for link in [each for each in links if each.get("Type") == _SLIDE]:
        links.remove(link)
    for slide in ready.slides:
        package.parts.pop(slide, None)
        package.parts.pop(rels_name(slide), None)
    for entry in list(listed):
        listed.remove(entry)
    for more in root.findall(qn("p:extLst")):  # sections and guides, which name slides that are gone
        root.remove(more)
    for index, name in enumerate(names):
        append(links, "Relationship", Id=f"sheet{index}", Type=_SLIDE, Target=f"/{name}")
        append(listed, "sldId", id=str(256 + index)).set(qn("r:id"), f"sheet{index}")
    package.parts[ready.main] = written(root)
    package.parts[rels_name(ready.main)] = written(links)
    mend_content_types(package, ready.main)
