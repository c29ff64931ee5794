"""Text is set whole: its words, its places, its colours, its lists, and within its box."""

from __future__ import annotations

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Pt

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def text_box(slide, words="Hello", at=(1, 1, 6, 1), size=24, font="Liberation Sans"):
    frame = slide.shapes.add_textbox(*(Inches(v) for v in at)).text_frame
    frame.word_wrap = True
    frame.text = words
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.name = Pt(size), font
    return frame


def test_a_title_is_painted_in_the_theme_colour_it_names(painted):
    def draw(slide):
        slide.shapes.title.text = "Photosynthesis"
        slide.shapes.title.text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.ACCENT_2

    page = painted(draw, layout=5)
    assert page.text == "Photosynthesis"
    left, top, right, bottom = page.trace[0].rect
    # Office's default accent 2 is C0504D.
    assert page.ink(left * 10, top * 7.5, right * 10, bottom * 7.5, "#C0504D") > 200


def test_placeholders_take_place_and_size_from_the_layout(painted):
    page = painted(lambda s: setattr(s.shapes.title, "text", "Title"), layout=0)
    left, top, right, bottom = page.trace[0].rect
    assert 0.2 < top < bottom < 0.6
    assert abs((left + right) / 2 - 0.5) < 0.02
    assert bottom - top > 0.06


def test_bullets_of_the_layout_stand_before_each_point(painted):
    def draw(slide):
        slide.placeholders[1].text = "First\nSecond"

    page = painted(draw, layout=1)
    assert [line.text for line in page.trace] == ["• First", "• Second"]
    left, top, _right, bottom = page.trace[0].rect
    assert page.ink(left * 10 - 0.5, top * 7.5, left * 10 - 0.1, bottom * 7.5, "#000000") > 10


def test_numbered_points_count_up_and_begin_anew_below(painted):
    def draw(slide):
        frame = text_box(slide, "one\ntwo\ninner\nthree")
        for i, paragraph in enumerate(frame.paragraphs):
            props = paragraph._p.get_or_add_pPr()
            etree.SubElement(props, f"{{{A}}}buAutoNum", type="alphaLcParenR" if i == 2 else "arabicPeriod")
            if i == 2:
                props.set("lvl", "1")

    assert [line.text for line in painted(draw).trace] == ["1. one", "2. two", "a) inner", "3. three"]


def test_long_text_wraps_inside_its_box_and_lines_do_not_overlap(painted):
    page = painted(lambda s: text_box(s, "the quick brown fox jumps over the lazy dog " * 3, at=(1, 1, 4, 3)))
    assert len(page.trace) > 3
    for line, following in zip(page.trace, page.trace[1:], strict=False):
        assert line.rect[2] <= 0.5
        assert line.rect[3] <= following.rect[1] + 0.001
    assert page.text.replace("\n", "").split() == ("the quick brown fox jumps over the lazy dog " * 3).split()


def test_text_told_to_fit_shrinks_until_it_does(painted):
    def draw(slide):
        frame = text_box(slide, "\n".join(f"Point {i}" for i in range(12)), at=(1, 1, 6, 3), size=32)
        frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE

    page = painted(draw)
    assert len(page.trace) == 12
    assert page.trace[-1].rect[3] <= 4 / 7.5 + 0.01


def test_text_is_anchored_and_aligned(painted):
    def draw(slide):
        frame = text_box(slide, "low and right", at=(1, 1, 6, 4))
        frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        frame.paragraphs[0].alignment = PP_ALIGN.RIGHT

    rect = painted(draw).trace[0].rect
    assert abs(rect[2] * 10 - 6.9) < 0.03
    assert abs(rect[3] * 7.5 - 4.95) < 0.05


def test_a_missing_face_is_named_with_its_stand_in(painted):
    page = painted(lambda s: text_box(s, "Calibri is not free", font="No Such Face"))
    assert [asked for asked, _used in page.replaced] == ["No Such Face"]
    assert page.trace


def test_symbol_letters_become_the_signs_they_show(painted):
    page = painted(lambda s: text_box(s, "ü", font="Wingdings"))
    assert page.text == "✓"


def test_an_equation_keeps_its_letters(painted):
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    a14 = "http://schemas.microsoft.com/office/drawing/2010/main"

    def draw(slide):
        frame = text_box(slide, "So ")
        equation = f"""<a14:m xmlns:a14="{a14}" xmlns:m="{math}"><m:oMath><m:f>
            <m:num><m:r><m:t>a</m:t></m:r></m:num>
            <m:den><m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den>
            </m:f></m:oMath></a14:m>"""
        frame.paragraphs[0]._p.append(etree.fromstring(equation))

    assert painted(draw).text == "So a/(b^2)"


def test_slide_numbers_show_the_slide(painted):
    def draw(slide):
        paragraph = text_box(slide, "Page ").paragraphs[0]._p
        paragraph.append(
            etree.fromstring(f'<a:fld xmlns:a="{A}" id="{{0}}" type="slidenum"><a:t>‹#›</a:t></a:fld>')
        )

    assert painted(draw).text == "Page 1"


def test_right_to_left_text_starts_at_the_right_edge(painted):
    def draw(slide):
        frame = text_box(slide, "سلام", at=(1, 1, 6, 1))
        props = frame.paragraphs[0]._p.get_or_add_pPr()
        props.set("rtl", "1")
        props.set("algn", "r")

    assert painted(draw).trace[0].rect[2] > 0.65


def test_vertical_text_runs_down_the_page(painted):
    def draw(slide):
        text_box(slide, "Downwards", at=(1, 1, 1, 5))._txBody.bodyPr.set("vert", "vert")

    left, top, right, bottom = painted(draw).trace[0].rect
    assert (bottom - top) * 7.5 > 2 * (right - left) * 10


def test_highlight_and_colour_of_a_run(painted):
    def draw(slide):
        run = text_box(slide, "marked").paragraphs[0].runs[0]
        run.font.color.rgb = RGBColor(0, 0, 255)
        mark = etree.SubElement(run._r.get_or_add_rPr(), f"{{{A}}}highlight")
        etree.SubElement(mark, f"{{{A}}}srgbClr", val="FFFF00")

    page = painted(draw)
    assert page.ink(1, 1, 3, 2, "#ffff00") > 300
    assert page.ink(1, 1, 3, 2, "#0000ff") > 50


def test_a_date_stays_the_one_that_was_saved(painted):
    field = f'<a:fld xmlns:a="{A}" id="{{0}}" type="datetime1"><a:rPr sz="2400"/><a:t>3/14/1999</a:t></a:fld>'

    def draw(slide):
        text_box(slide, "").paragraphs[0]._p.append(etree.fromstring(field))

    assert painted(draw).text == "3/14/1999"
