"""The objects of a slide: what they are, what they say, where they stand, which picture they show."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pptx.opc.package import Part

from studio.importers.ledger import Ledger
from studio.importers.lines import one_line
from studio.importers.pptx.bounds import LONGEST_NAME, LONGEST_TEXT, text_within
from studio.importers.pptx.markup import Element, child, children, integer, is_true, local, qn, walk
from studio.importers.pptx.placement import Frame, Space, frame_of, placeholder, space_of
from studio.importers.pptx.text import body_text
from studio.importers.pptx.wording import of_frame
from studio.lecture import Box, ObjectKind, SlideObject

SHAPES = ("sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart")
"""What an object of a slide is called in its shape tree (ECMA-376 Part 1, 19.3.1.43)."""
_FRAMES: dict[str, ObjectKind] = {"chart": "chart", "chartex": "chart", "table": "table"}
_MEDIA = ("audioFile", "wavAudioFile", "videoFile", "quickTimeFile", "audioCd")


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with the frame it has on the slide (EMU); None: it says nowhere.

    `inside` is the id of the group that holds it, 0 on the slide itself and -1 in a group without an id.
    """

    element: Element
    frame: Frame | None
    inside: int = 0


@dataclass(frozen=True, slots=True)
class Canvas:
    """What reading a slide's shapes needs: its part, layout and master, the slide's size in EMU."""

    part: Part
    parents: tuple[Element, ...]
    width: float
    height: float
    digests: dict[str, str] = field(default_factory=dict[str, str])

    def box(self, frame: Frame | None) -> Box:
        """A frame in fractions of the slide; a missing one covers nothing."""
        return Box(0.0, 0.0, 0.0, 0.0) if frame is None else frame.box(self.width, self.height)


def shapes(slide: Element, parents: tuple[Element, ...]) -> Iterator[Shape]:
    """Every visible shape of a slide in drawing order, groups before what they hold."""
    tree = child(slide, "p:cSld", "p:spTree")
    if tree is not None:
        yield from _shapes(tree, parents, lambda frame: frame)


def read_objects(found: list[Shape], canvas: Canvas, ledger: Ledger) -> tuple[SlideObject, ...]:
    """The objects worth knowing: empty placeholders are not drawn and left out; a broken one costs itself."""
    objects: list[SlideObject] = []
    for shape in found:
        sentence = "One object of the slide is damaged; the rest of the slide is kept."
        read: Callable[[], SlideObject | None] = _Reader(shape, canvas, ledger).read
        item = ledger.attempt("object", sentence, None, read)
        if item is not None:
            objects.append(item)
    return tuple(objects)


def identity(shape: Element) -> Element | None:
    """The shape's `p:cNvPr`, which carries id, name and alternative text."""
    for part in children(shape):
        if local(part).startswith("nv"):
            return next((each for each in children(part) if local(each) == "cNvPr"), None)
    return None


def kind_of(shape: Element, text: str) -> ObjectKind:
    """What kind of object a shape is; `text` is what it says."""
    kind = local(shape)
    if kind == "pic":
        return "media" if media_file(shape) is not None else "picture"
    if kind == "graphicFrame":
        return _FRAMES.get(_data_kind(shape), "graphic")
    fixed: dict[str, ObjectKind] = {"cxnSp": "line", "grpSp": "group", "contentPart": "graphic"}
    if kind in fixed:
        return fixed[kind]
    if text:
        return "text"
    return "picture" if child(shape, "p:spPr", "a:blipFill") is not None else "shape"


def shape_id(shape: Element) -> int:
    """`p:cNvPr@id`; 0 where it is missing."""
    own = identity(shape)
    return 0 if own is None else integer(own.get("id")) or 0


def media_file(shape: Element) -> Element | None:
    """The element that names the sound or video a shape plays (`a:audioFile`, `a:videoFile`, …)."""
    for part in children(shape):
        if local(part).startswith("nv"):
            properties = child(part, "p:nvPr")
            nodes = () if properties is None else children(properties)
            return next((each for each in nodes if local(each) in _MEDIA), None)
    return None


def embedded_media(shape: Element) -> Element | None:
    """The shape's `p14:media` ([MS-PPTX] 2.5.15), which names the medium inside the file."""
    return next(walk(shape, "p14:media"), None)


def _shapes(
    tree: Element, parents: tuple[Element, ...], outside: Callable[[Frame], Frame], inside: int = 0
) -> Iterator[Shape]:
    for element in children(tree):
        kind = local(element)
        if kind not in SHAPES or is_hidden(element):
            continue
        frame = frame_of(element, parents)
        yield Shape(element, None if frame is None else outside(frame), inside)
        if kind == "grpSp":
            within = _inside(space_of(element), outside)
            yield from _shapes(element, parents, within, shape_id(element) or -1)


def _inside(space: Space | None, outside: Callable[[Frame], Frame]) -> Callable[[Frame], Frame]:
    return outside if space is None else lambda frame: outside(space.outside(frame))


def is_hidden(shape: Element) -> bool:
    """Whether a shape is drawn nowhere (`p:cNvPr@hidden`)."""
    own = identity(shape)
    return own is not None and is_true(own.get("hidden"))


@dataclass(frozen=True, slots=True)
class _Reader:
    shape: Shape
    canvas: Canvas
    ledger: Ledger

    def read(self) -> SlideObject | None:
        element = self.shape.element
        own = identity(element)
        place = placeholder(element)
        text = text_within(self._text(), self.ledger)
        kind = kind_of(element, text)
        if place is not None and not text and local(element) == "sp" and kind in ("text", "shape"):
            return None
        return SlideObject(
            shape_id=shape_id(element),
            name="" if own is None else (own.get("name") or "")[:LONGEST_NAME],
            kind=kind,
            box=self.canvas.box(self.shape.frame),
            text=text,
            alt="" if own is None else one_line(own.get("descr") or "")[:LONGEST_TEXT],
            picture=self._picture(),
            creation_id=_creation_id(own),
            placeholder=None if place is None else place.get("type", "body"),
            inside=self.shape.inside,
        )

    def _text(self) -> str:
        element = self.shape.element
        if local(element) == "sp":
            return body_text(child(element, "p:txBody"))
        if local(element) == "graphicFrame":
            return of_frame(element, self.canvas.part)
        return ""

    def _picture(self) -> str | None:
        blip = _blip(self.shape.element)
        if blip is None:
            return None
        embedded, linked = blip.get(qn("r:embed")), blip.get(qn("r:link"))
        if embedded:
            return self._digest(embedded)
        if linked:
            self.ledger.left_out(
                "picture", "A picture is linked to a file outside the deck, which was not opened."
            )
        return None

    def _digest(self, relation: str) -> str | None:
        try:
            part = self.canvas.part.related_part(relation)
        except KeyError:
            part = None
        if part is None or not part.blob:
            self.ledger.left_out(
                "picture", "A picture of the slide is missing in the file; its place stays empty."
            )
            return None
        name = str(part.partname)
        if name not in self.canvas.digests:
            self.canvas.digests[name] = hashlib.sha256(part.blob).hexdigest()
        return self.canvas.digests[name]


def _blip(shape: Element) -> Element | None:
    if local(shape) == "pic":
        return child(shape, "p:blipFill", "a:blip")
    return child(shape, "p:spPr", "a:blipFill", "a:blip") if local(shape) == "sp" else None


def _data_kind(frame: Element) -> str:
    data = child(frame, "a:graphic", "a:graphicData")
    return "" if data is None else (data.get("uri") or "").rpartition("/")[2]


def _creation_id(own: Element | None) -> str | None:
    node = None if own is None else next(walk(own, "a16:creationId"), None)
    return None if node is None else node.get("id")
