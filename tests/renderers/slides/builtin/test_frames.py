"""Tables and charts show their contents."""

from __future__ import annotations

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Inches, Pt


def table(slide, rows=3, columns=2, at=(1, 1, 6, 2)):
    return slide.shapes.add_table(rows, columns, *(Inches(v) for v in at)).table


def test_a_cell_is_filled_with_its_own_colour(painted):
    def draw(slide):
        cell = table(slide).cell(1, 1)
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor(1, 200, 30)

    assert painted(draw).at(5.5, 2).name() == "#01c81e"


def test_the_standard_table_style_marks_its_first_row_and_bands(painted):
    page = painted(lambda s: table(s))
    # Medium Style 2 with Office's accent 1 (4F81BD).
    assert page.at(2, 1.2).name() == "#4f81bd"
    assert page.at(2, 2).name() != page.at(2, 2.7).name()


def test_merged_cells_are_one(painted):
    def draw(slide):
        grid = table(slide)
        grid.cell(0, 0).merge(grid.cell(0, 1))
        grid.cell(0, 0).text = "one heading across the whole table"

    page = painted(draw)
    assert len(page.trace) == 1
    assert page.trace[0].rect[2] > 0.4


def test_rows_grow_with_their_text(painted):
    def draw(slide):
        grid = table(slide, at=(1, 1, 3, 1))
        grid.cell(0, 0).text = "a long entry that needs several lines of its narrow cell"
        grid.cell(1, 0).text = "next row"

    lines = painted(draw).trace
    following = next(line for line in lines if line.text == "next row")
    assert all(line.rect[3] <= following.rect[1] + 0.001 for line in lines if line is not following)


def test_a_bar_chart_shows_its_values_labels_and_legend(painted):
    def draw(slide):
        data = CategoryChartData()
        data.categories = ["North", "South"]
        data.add_series("Rain", (10, 40))
        frame = slide.shapes.add_chart(
            XL_CHART_TYPE.COLUMN_CLUSTERED, *(Inches(v) for v in (1, 1, 8, 5)), data
        )
        frame.chart.has_legend = True
        frame.chart.legend.position = XL_LEGEND_POSITION.BOTTOM

    page = painted(draw)
    assert {"North", "South", "Rain", "40"} <= {line.text for line in page.trace}
    low, high = page.ink(1, 1, 5, 6, "#4f81bd", 20), page.ink(5, 1, 9, 5.8, "#4f81bd", 20)
    assert high > 2.5 * low > 0


def test_a_pie_chart_parts_its_circle(painted):
    def draw(slide):
        data = CategoryChartData()
        data.categories = ["Yes", "No"]
        data.add_series("Votes", (75, 25))
        slide.shapes.add_chart(XL_CHART_TYPE.PIE, *(Inches(v) for v in (1, 1, 8, 5)), data)

    page = painted(draw)
    first, second = page.ink(1, 1, 9, 6, "#4f81bd", 15), page.ink(1, 1, 9, 6, "#c0504d", 15)
    assert 2 < first / second < 4.5


def test_letters_of_cells_keep_their_size(painted):
    def draw(slide):
        cell = table(slide).cell(1, 0)
        cell.text = "Cell"
        cell.text_frame.paragraphs[0].runs[0].font.size = Pt(30)

    rect = painted(draw).trace[0].rect
    assert abs((rect[3] - rect[1]) * 7.5 * 72 - 36) < 3
