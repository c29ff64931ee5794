"""The slides of the lesson apart from the diagram, each built by one function."""

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.util import Pt

from resources.samples import diagram, drawings, markup, parts, scenery
from resources.samples import palette as look
from resources.samples.content import Card, Lesson
from resources.samples.geometry import Box
from resources.samples.markup import Target
from resources.samples.palette import columns, emu
from resources.samples.parts import Style
from resources.samples.template import CONTENT, TITLE_ONLY, TITLE_SLIDE

#: Thousand cubic kilometres a year over sea and land: up, down (Trenberth and others 2007, figure 1).
UP, DOWN = (413, 73), (373, 113)


def add_opening(deck: Deck, lesson: Lesson) -> None:
    """Add the title slide: the words stand on the sky of the picture."""
    slide = parts.add_slide(deck, TITLE_SLIDE, lesson.opening)
    box = (0, 0, look.SLIDE_W, look.SLIDE_H)
    image = parts.picture(slide, "Landscape", scenery.landscape(), box, lesson.opening.alt[0])
    image.width, image.height = deck.slide_width, deck.slide_height
    slide.shapes._spTree.insert(2, image._element)


def add_goals(deck: Deck, lesson: Lesson) -> Slide:
    """Add the objectives: three numbered cards."""
    slide = parts.add_slide(deck, TITLE_ONLY, lesson.goals)
    tints = (look.WATER, look.LAND, look.CLAY)
    for number, (card, tint) in enumerate(zip(lesson.goal_cards, tints, strict=True)):
        left, width = columns(number * 4, 4)
        _card(slide, f"Card {number + 1}", (left, 2.35, width, 3.4), card, tint, inset=1.45)
        parts.badge(slide, f"Number {number + 1}", (left + 0.3, 2.65, 0.9, 0.9), str(number + 1), tint, 28)
    return slide


def _card(slide: Slide, name: str, box: Box, card: Card, tint: str, inset: float) -> None:
    lines = ((card.heading, Style(28, tint, bold=True)), (card.text, Style(look.CARD_PT)))
    parts.panel(slide, name, box, lines, inset)


def add_question(deck: Deck, lesson: Lesson) -> Slide:
    """Add the question before the cycle, with the drop that will travel; it has no notes: time to think."""
    slide = parts.add_slide(deck, CONTENT, lesson.question)
    left, _ = columns(8, 4)
    for paragraph in slide.placeholders[1].text_frame.paragraphs:
        paragraph.font.size = Pt(32)
    parts.picture(slide, "Glass", drawings.glass(), (left, 2.25, 3.68, 4.6), lesson.question.alt[0])
    diagram.add_drop(slide, (left + 1.5, 1.35, 0.68, 0.92))
    return slide


def add_loop(deck: Deck, lesson: Lesson) -> None:
    """Add the summary that builds up: four clicks for the steps, a fifth for what drives them."""
    slide = parts.add_slide(deck, CONTENT, lesson.loop)
    body = next(holder for holder in slide.placeholders if holder.placeholder_format.idx == 1)
    left, width = columns(0, 6)
    parts.place(body, (left, look.BODY_Y, width, look.BODY_BOTTOM - look.BODY_Y))
    for paragraph in body.text_frame.paragraphs:
        _number(paragraph._p)
    nodes, arrows, middle = _ring(slide, lesson)
    clicks = tuple(
        tuple(Target(number) for number in (*((arrows[i - 1],) if i else ()), nodes[i]))
        for i in range(len(nodes))
    )
    steps = tuple((Target(body.shape_id, i), *targets) for i, targets in enumerate(clicks))
    parts.set_timing(slide, markup.builds((*steps, (Target(middle, filled=False), Target(arrows[-1])))))


def _number(paragraph: etree._Element) -> None:
    """Number a paragraph, hang its lines, and set the term before the colon in bold."""
    properties = paragraph.get_or_add_pPr()
    properties.set("marL", "457200")
    properties.set("indent", "-457200")
    namespace = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    properties.append(parse_xml(f'<a:buFont {namespace} typeface="+mj-lt"/>'))
    properties.append(parse_xml(f'<a:buAutoNum {namespace} type="arabicPeriod"/>'))
    run = paragraph.find(qn("a:r"))
    mark = next(sign for sign in (":", "：") if sign in run.text)
    term, rest = run.text.split(mark, 1)
    second = paragraph.add_r()
    run.text, second.text = term + mark, rest
    run.get_or_add_rPr().set("b", "1")


def _ring(slide: Slide, lesson: Lesson) -> tuple[list[int], list[int], int]:
    """Add the loop, clockwise from the left; return the shape ids of its steps, its arrows and its middle."""
    centre_x, centre_y, reach, size = 10.05, 4.3, 1.78, 1.62
    places = ((-1, 0), (0, -1), (1, 0), (0, 1))
    tints = (look.SUN, look.SLATE, look.WATER, look.LAND)
    nodes = []
    for name, (dx, dy), tint in zip(lesson.loop_steps, places, tints, strict=True):
        box = (centre_x + dx * reach - size / 2, centre_y + dy * reach - size / 2, size, size)
        nodes.append(parts.badge(slide, name, box, name, tint, look.SMALL_PT).shape_id)
    arrows = []
    for number, (dx, dy) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1))):
        x, y = centre_x + dx * reach * 0.76, centre_y + dy * reach * 0.76
        arrow = slide.shapes.add_shape(
            MSO_SHAPE.RIGHT_ARROW, emu(x - 0.25), emu(y - 0.19), emu(0.5), emu(0.38)
        )
        arrow.name, arrow.rotation = f"Arrow {number + 1}", 90 * number - 45
        parts.colour(arrow, look.DEEP)
        arrow.line.fill.background()
        arrows.append(arrow.shape_id)
    style = Style(look.SMALL_PT, look.INK, bold=True, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
    box = (centre_x - 0.95, centre_y - 0.4, 1.9, 0.8)
    return nodes, arrows, parts.text_box(slide, "Middle", box, lesson.loop_middle, style).shape_id


def add_budget(deck: Deck, lesson: Lesson) -> Slide:
    """Add the native chart of what goes up and what comes down."""
    slide = parts.add_slide(deck, CONTENT, lesson.budget)
    body = next(holder for holder in slide.placeholders if holder.placeholder_format.idx == 1)
    left, width = columns(8, 4)
    parts.place(body, (left, 2.25, width, 3.9))
    left, width = columns(0, 8)
    data = CategoryChartData(number_format="0")
    data.categories = lesson.chart.categories
    for name, values in zip(lesson.chart.series, (UP, DOWN), strict=True):
        data.add_series(name, values)
    box = (emu(value) for value in (left, 1.95, width - 0.2, 4.4))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    frame.name = "Chart"
    parts.describe(frame, lesson.chart.alt)
    _dress_chart(frame.chart, lesson.chart.unit)
    parts.set_language(frame.chart._chartSpace, lesson.lang, lesson.alt_lang)
    style = Style(look.SMALL_PT, look.SLATE)
    parts.text_box(slide, "Source", (look.MARGIN, 6.5, look.CONTENT_W, 0.35), lesson.chart.source, style)
    return slide


def _dress_chart(chart: Chart, unit: str) -> None:
    chart.font.size, chart.font.color.rgb = Pt(look.SMALL_PT), RGBColor.from_string(look.INK)
    chart.has_title = True
    chart.chart_title.text_frame.text = unit
    title = chart.chart_title.text_frame.paragraphs[0].runs[0].font
    title.size, title.bold = Pt(look.LABEL_PT), True
    title.color.rgb = RGBColor.from_string(look.SLATE)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 450
    chart.category_axis.format.line.color.rgb = RGBColor.from_string(look.SLATE)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 70, -8
    for series, tint in zip(plot.series, (look.SUN, look.WATER), strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(tint)
        series.invert_if_negative = False
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.bold = Pt(20), True


def add_stay(deck: Deck, lesson: Lesson) -> None:
    """Add the native table of how long water stays where."""
    slide = parts.add_slide(deck, TITLE_ONLY, lesson.stay)
    rows = lesson.stay_rows
    box = (emu(value) for value in (look.MARGIN, look.BODY_Y, look.CONTENT_W, 0.62 * len(rows)))
    frame = slide.shapes.add_table(len(rows), 3, *box)
    frame.name = "Table"
    parts.describe(frame, lesson.stay.alt[0])
    table: Table = frame.table
    for column, span in enumerate((4, 3, 5)):
        table.columns[column].width = emu(look.CONTENT_W * span / 12)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            _dress_cell(table.cell(r, c), words, header=r == 0, striped=r % 2 == 0, right=c == 1)


def _dress_cell(cell: _Cell, words: str, header: bool, striped: bool, right: bool) -> None:
    cell.fill.solid()
    ground = look.DEEP if header else (look.PALE if striped else look.WHITE)
    cell.fill.fore_color.rgb = RGBColor.from_string(ground)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = emu(0.2)
    cell.margin_right = emu(0.6 if right else 0.2)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(20), header
    run.font.color.rgb = RGBColor.from_string(look.WHITE if header else look.INK)


def add_why(deck: Deck, lesson: Lesson) -> Slide:
    """Add the closing slide: three reasons, each with a picture."""
    slide = parts.add_slide(deck, TITLE_ONLY, lesson.why)
    pictures = (
        ("Glass", drawings.glass(), 0.8, look.WATER),
        ("Plant", drawings.plant(), 1.0, look.LAND),
        ("Thermometer", drawings.thermometer(), 1.0, look.CLAY),
    )
    for number, (card, (name, png, aspect, tint)) in enumerate(zip(lesson.why_cards, pictures, strict=True)):
        left, width = columns(number * 4, 4)
        _card(slide, f"Card {number + 1}", (left, look.BODY_Y, width, 4.35), card, tint, inset=2.3)
        parts.picture(
            slide, name, png, (left + 0.3, look.BODY_Y + 0.3, 1.8 * aspect, 1.8), lesson.why.alt[number]
        )
    return slide


def add_backup(deck: Deck, lesson: Lesson) -> None:
    """Add the hidden slide for questions."""
    slide = parts.add_slide(deck, CONTENT, lesson.backup)
    slide._element.set("show", "0")
