"""The building blocks of a slide: text, cards, pictures, notes, recorded sound, and what python-pptx lacks."""

import io
from dataclasses import dataclass

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Pt

from resources.samples import drawings, markup
from resources.samples import palette as look
from resources.samples.content import Page
from resources.samples.geometry import Box, creation_id
from resources.samples.palette import emu
from resources.samples.template import KICKER_INDEX

_OFF_SLIDE = (look.SLIDE_W + 0.2, look.SLIDE_H - 0.7, 0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks: size in points, colour, weight, alignment."""

    points: float = look.BODY_PT
    colour: str = look.INK
    bold: bool = False
    align: PP_ALIGN = PP_ALIGN.LEFT
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP


def add_slide(deck: Deck, layout: int, page: Page) -> Slide:
    """Add a slide with the page's title, kicker, body and notes; placeholders without words are left out."""
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    for holder in list(slide.placeholders):
        words = {0: (page.title,), KICKER_INDEX: (page.kicker,)}.get(holder.placeholder_format.idx, page.body)
        if any(words):
            fill(holder.text_frame, words)
        else:
            holder._element.getparent().remove(holder._element)
    if page.notes:
        fill(slide.notes_slide.notes_text_frame, page.notes)
    return slide


def fill(frame: TextFrame, paragraphs: tuple[str, ...]) -> None:
    """Write one paragraph a string into a text frame; the look comes from the layout."""
    for number, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = words


def place(shape: Shape, box: Box) -> None:
    """Move a shape to a box in inches."""
    shape.left, shape.top, shape.width, shape.height = (emu(value) for value in box)


def text_box(slide: Slide, name: str, box: Box, words: str, style: Style) -> Shape:
    """Add text at a place in inches; a line break in ``words`` begins a new paragraph."""
    shape = slide.shapes.add_textbox(*(emu(value) for value in box))
    shape.name = name
    _write(shape.text_frame, tuple((line, style) for line in words.split("\n")))
    return shape


def panel(
    slide: Slide, name: str, box: Box, lines: tuple[tuple[str, Style], ...], inset: float = 0.3
) -> Shape:
    """Add a white card with rounded corners; ``lines`` are its paragraphs."""
    shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *(emu(value) for value in box))
    shape.name = name
    shape.adjustments[0] = 0.05
    colour(shape, look.WHITE)
    shape.line.color.rgb = RGBColor.from_string(look.PALE)
    shape.line.width = Pt(1.5)
    frame = shape.text_frame
    _write(frame, lines)
    frame.margin_left = frame.margin_right = frame.margin_bottom = emu(0.3)
    frame.margin_top = emu(inset)
    return shape


def badge(slide: Slide, name: str, box: Box, words: str, fill_colour: str, points: float) -> Shape:
    """Add a filled circle with bold white words in its middle."""
    shape = slide.shapes.add_shape(MSO_SHAPE.OVAL, *(emu(value) for value in box))
    shape.name = name
    colour(shape, fill_colour)
    shape.line.fill.background()
    style = Style(points, look.WHITE, bold=True, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
    _write(shape.text_frame, ((words, style),))
    shape.text_frame.word_wrap = False
    return shape


def colour(shape: Shape, value: str) -> None:
    """Fill a shape with one colour; the theme's outline and shadow go."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(value)
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _write(frame: TextFrame, lines: tuple[tuple[str, Style], ...]) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = lines[0][1].anchor
    for number, (words, style) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = style.align
        if number:
            paragraph.space_before = Pt(6)
        run = paragraph.add_run()
        run.text = words
        run.font.size, run.font.bold = Pt(style.points), style.bold
        run.font.color.rgb = RGBColor.from_string(style.colour)


def picture(slide: Slide, name: str, png: bytes, box: Box, alt: str) -> Picture:
    """Add a picture with its alternative text."""
    shape = slide.shapes.add_picture(io.BytesIO(png), *(emu(value) for value in box))
    shape.name = name
    describe(shape, alt)
    return shape


def describe(shape: Shape | Picture, alt: str) -> None:
    """Set the alternative text of a shape."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)


def identify(shape: Shape | Picture, shape_id: int, name: str) -> None:
    """Give a shape the id, name and creation id that its twins on other slides have."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("id", str(shape_id))
    properties.set("name", name)
    wrapped = (
        f'<root xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{creation_id(name)}</root>'
    )
    properties.append(parse_xml(wrapped)[0])


def set_transition(slide: Slide, transition: etree._Element) -> None:
    """Store the transition into a slide; it stands between the colour map and the timing."""
    slide._element.find(qn("p:clrMapOvr")).addnext(transition)


def set_timing(slide: Slide, timing: etree._Element) -> None:
    """Store the timing of a slide; it stands after the transition."""
    old = slide._element.find(qn("p:timing"))
    if old is not None:
        slide._element.remove(old)
    slide._element.append(timing)


def add_extension(root: etree._Element, extension: etree._Element) -> None:
    """Append to the extension list of a part, which is its last element."""
    found = root.find(qn("p:extLst"))
    if found is None:
        found = parse_xml('<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>')
        root.append(found)
    found.append(extension)


def list_notes_master(deck: Deck) -> None:
    """Name the notes master in the presentation, which the library leaves out."""
    tree = deck.part._element
    rid = deck.part.relate_to(deck.part.notes_master_part, RT.NOTES_MASTER)
    namespaces = " ".join(f'xmlns:{prefix}="{tree.nsmap[prefix]}"' for prefix in ("p", "r"))
    listed = f'<p:notesMasterIdLst {namespaces}><p:notesMasterId r:id="{rid}"/></p:notesMasterIdLst>'
    tree.find(qn("p:sldMasterIdLst")).addnext(parse_xml(listed))


def add_sound(slide: Slide, name: str, data: bytes, extension: str, trim_ms: tuple[int, int] | None) -> int:
    """Add a recorded sound beside the slide and return its shape id; ``trim_ms`` is None for the older form."""
    kinds = {"m4a": "audio/mp4", "wav": "audio/x-wav"}
    folder = "media" if trim_ms else "audio"
    part = Part(PackURI(f"/ppt/media/{folder}1.{extension}"), kinds[extension], slide.part.package, data)
    sound = slide.part.relate_to(part, RT.AUDIO)
    media = slide.part.relate_to(part, RT.MEDIA) if trim_ms else ""
    _, image = slide.part.get_or_add_image_part(io.BytesIO(drawings.loudspeaker()))
    shape_id = max(int(number) for number in slide._element.xpath("//p:cNvPr/@id")) + 1
    box = tuple(emu(value) for value in _OFF_SLIDE)
    sign = markup.SoundPicture(shape_id, name, name, box, image, sound, media, trim_ms or (0, 0))
    slide.shapes._spTree.append(sign.xml())
    return shape_id


def set_language(root: etree._Element, lang: str, alt_lang: str) -> None:
    """Say the language of every run below ``root``, as PowerPoint does; spelling and voices depend on it."""
    for run in root.iter(qn("a:r"), qn("a:fld")):
        run.get_or_add_rPr()
    for properties in root.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        properties.set("lang", lang)
        if alt_lang != lang:
            properties.set("altLang", alt_lang)
