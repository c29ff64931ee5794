"""Shapes, fills, pictures, groups and backgrounds stand where the author put them, in their colours."""

from __future__ import annotations

import struct
from io import BytesIO

import numpy as np
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches, Pt
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def box(slide, kind=MSO_SHAPE.RECTANGLE, color="FF0000", at=(1, 1, 4, 2)):
    shape = slide.shapes.add_shape(kind, *(Inches(v) for v in at))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(color)
    shape.line.fill.background()
    shape.shadow.inherit = False
    return shape


def png(width: int, height: int, color) -> BytesIO:
    """Make a picture whose pixels a function of (x, y) colours."""
    pixels = np.array([[color(x, y) for x in range(width)] for y in range(height)], np.uint8)
    image = QImage(pixels.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return BytesIO(data.data())


def test_a_rectangle_fills_its_place_and_nothing_else(painted):
    page = painted(lambda s: box(s))
    assert page.at(1.1, 1.1).name() == page.at(4.9, 2.9).name() == "#ff0000"
    assert page.at(0.9, 1.5).name() == page.at(5.1, 1.5).name() == page.at(3, 3.1).name() == "#ffffff"


def test_a_theme_colour_with_brightness_is_lightened(painted):
    def draw(slide):
        shape = box(slide)
        shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        shape.fill.fore_color.brightness = 0.6

    color = painted(draw).at(3, 2)
    # Office's default accent 1 is 4F81BD; 60 % lighter PowerPoint shows B9CDE5.
    assert abs(color.red() - 0xB9) <= 2
    assert abs(color.green() - 0xCD) <= 2
    assert abs(color.blue() - 0xE5) <= 2


def test_an_ellipse_leaves_its_corners_free(painted):
    page = painted(lambda s: box(s, MSO_SHAPE.OVAL))
    assert page.at(3, 2).name() == "#ff0000"
    assert page.at(1.1, 1.1).name() == "#ffffff"


def test_a_turned_bar_stands_upright(painted):
    def draw(slide):
        box(slide, at=(2, 3, 4, 1)).rotation = 90

    page = painted(draw)
    assert page.at(4, 1.7).name() == page.at(4, 5.3).name() == "#ff0000"
    assert page.at(2.2, 3.5).name() == "#ffffff"


def test_a_flipped_arrow_points_the_other_way(painted):
    def draw(slide):
        shape = box(slide, MSO_SHAPE.RIGHT_TRIANGLE)
        shape._element.spPr.find(f"{{{A}}}xfrm").set("flipH", "1")

    page = painted(draw)
    assert page.at(4.8, 1.5).name() == "#ff0000"
    assert page.at(1.2, 1.5).name() == "#ffffff"


def test_children_of_a_stretched_group_move_and_grow_with_it(painted):
    def draw(slide):
        group = slide.shapes.add_group_shape()
        child = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1), Inches(1), Inches(1), Inches(1))
        child.fill.solid()
        child.fill.fore_color.rgb = RGBColor(0, 128, 0)
        child.line.fill.background()
        group.left, group.top, group.width, group.height = (Inches(v) for v in (4, 2, 3, 2))

    page = painted(draw)
    assert page.at(4.2, 2.2).name() == page.at(6.8, 3.8).name() == "#008000"
    assert page.at(1.5, 1.5).name() == "#ffffff"


def test_a_gradient_runs_from_its_first_to_its_last_colour(painted):
    def draw(slide):
        fill = box(slide).fill
        fill.gradient()
        fill.gradient_angle = 0
        fill.gradient_stops[0].color.rgb = RGBColor(255, 0, 0)
        fill.gradient_stops[1].color.rgb = RGBColor(0, 0, 255)

    page = painted(draw)
    left, middle, right = page.at(1.1, 2), page.at(3, 2), page.at(4.9, 2)
    assert left.red() > 220
    assert right.blue() > 220
    assert abs(middle.red() - middle.blue()) < 40


def test_a_cropped_picture_shows_only_what_is_left_of_it(painted):
    def draw(slide):
        half = png(40, 40, lambda x, _y: (255, 0, 0) if x < 20 else (0, 0, 255))
        picture = slide.shapes.add_picture(half, *(Inches(v) for v in (2, 2, 4, 3)))
        picture.crop_left = 0.5

    page = painted(draw)
    assert page.at(2.2, 3).name() == page.at(5.8, 3).name() == "#0000ff"


def test_a_picture_cut_off_before_its_last_chunk_is_still_shown(painted):
    def draw(slide):
        whole = png(20, 20, lambda _x, _y: (10, 200, 10)).getvalue()
        slide.shapes.add_picture(BytesIO(whole[:-12]), *(Inches(v) for v in (2, 2, 4, 3)))

    page = painted(draw)
    assert page.at(4, 3.5).name() == "#0ac80a"
    assert page.left_out == ()


def test_a_vector_metafile_becomes_a_labelled_box_and_is_reported(painted):
    def draw(slide):
        picture = slide.shapes.add_picture(
            png(8, 8, lambda _x, _y: (0, 0, 0)), Inches(1), Inches(1), Inches(4), Inches(3)
        )
        picture.name = "Formula"
        empty = b"\xd7\xcd\xc6\x9a" + bytes(40)
        picture.part.related_part(picture._element.blip_rId)._blob = empty

    page = painted(draw)
    assert page.left_out == ("WMF picture “Formula”",)
    assert page.at(1.2, 1.2).lightness() > 200


def test_a_line_with_an_arrow_head_is_wider_at_its_end(painted):
    def draw(slide):
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Inches(1), Inches(2), Inches(6), Inches(2))
        line.line.width = Pt(4)
        line.line.color.rgb = RGBColor(0, 0, 0)
        ln = line.line._get_or_add_ln()
        etree.SubElement(ln, f"{{{A}}}tailEnd", type="triangle", w="lg", len="lg")

    page = painted(draw)
    assert page.ink(5.75, 1.7, 5.85, 2.3, "#000000") > page.ink(2, 1.7, 2.1, 2.3, "#000000") + 10


def test_a_custom_outline_follows_its_formulas(painted):
    def draw(slide):
        shape = box(slide, at=(1, 1, 4, 4))
        spec = f"""<a:custGeom xmlns:a="{A}"><a:avLst/><a:gdLst><a:gd name="mid" fmla="*/ w 1 2"/></a:gdLst>
          <a:pathLst><a:path><a:moveTo><a:pt x="l" y="t"/></a:moveTo><a:lnTo><a:pt x="mid" y="t"/></a:lnTo>
          <a:lnTo><a:pt x="mid" y="b"/></a:lnTo><a:lnTo><a:pt x="l" y="b"/></a:lnTo><a:close/></a:path></a:pathLst>
          </a:custGeom>"""
        old = shape._element.spPr.find(f"{{{A}}}prstGeom")
        old.getparent().replace(old, etree.fromstring(spec))

    page = painted(draw)
    assert page.at(2.8, 4.8).name() == "#ff0000"
    assert page.at(3.2, 3).name() == "#ffffff"


def test_the_background_of_the_master_shows_through(painted):
    def edit(deck):
        fill = deck.slide_master.background.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)

    page = painted(lambda s: None, edit=edit)
    assert page.at(0.02, 0.02).name() == page.at(9.9, 7.4).name() == "#123456"


def test_one_broken_shape_does_not_cost_the_slide(painted):
    def draw(slide):
        box(slide).name = "Bad one"
        slide.shapes[0]._element.spPr.find(f"{{{A}}}xfrm").set("rot", "not a number")
        box(slide, color="00FF00", at=(6, 4, 2, 2))

    page = painted(draw)
    assert page.left_out == ("shape “Bad one”",)
    assert page.at(7, 5).name() == "#00ff00"


def wmf(*records: tuple[int, bytes]) -> bytes:
    """Make a placeable Windows metafile of records (function, parameters)."""
    body = b"".join(struct.pack("<IH", 3 + len(data) // 2, function) + data for function, data in records)
    head = b"\xd7\xcd\xc6\x9a" + struct.pack("<HhhhhHIH", 0, 0, 0, 100, 100, 96, 0, 0)
    return head + struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 1, 0, 0) + body


def test_a_metafile_of_areas_is_drawn(painted):
    square = struct.pack("<h8h", 4, 50, 0, 100, 0, 100, 100, 50, 100)
    drawing = wmf(
        (0x020B, struct.pack("<hh", 0, 0)),
        (0x020C, struct.pack("<hh", 100, 100)),
        (0x02FC, struct.pack("<HIH", 0, 0x0000FF, 0)),
        (0x012D, struct.pack("<H", 0)),
        (0x0324, square),
        (0, b""),
    )

    def draw(slide):
        picture = slide.shapes.add_picture(
            png(8, 8, lambda _x, _y: (0, 0, 0)), *(Inches(v) for v in (2, 2, 4, 4))
        )
        picture.part.related_part(picture._element.blip_rId)._blob = drawing

    page = painted(draw)
    assert page.at(5.5, 4).name() == "#ff0000"
    assert page.at(2.5, 4).name() == "#ffffff"
    assert page.left_out == ()
