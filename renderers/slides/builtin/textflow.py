"""Sets paragraphs into lines of a given width with Qt's text layout."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QImage,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from renderers.slides.builtin.textmodel import Align, Bullet, Paragraph, Run, Spacing

_WIDE = 1e6
MOST_LINES = 1000
"""Of one text; what stands below them is off every page."""
_ASCENT, _DESCENT = 0.998, 0.202
"""How a single line of 1.2 times the letters' size is parted by its baseline."""
_UNDERLINES = {
    "dotted": QTextCharFormat.UnderlineStyle.DotLine,
    "dottedHeavy": QTextCharFormat.UnderlineStyle.DotLine,
    "dash": QTextCharFormat.UnderlineStyle.DashUnderline,
    "dashHeavy": QTextCharFormat.UnderlineStyle.DashUnderline,
    "wavy": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "wavyHeavy": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "wavyDbl": QTextCharFormat.UnderlineStyle.WaveUnderline,
}
_ALIGNMENT: dict[Align, Qt.AlignmentFlag] = {
    "l": Qt.AlignmentFlag.AlignLeft,
    "ctr": Qt.AlignmentFlag.AlignHCenter,
    "r": Qt.AlignmentFlag.AlignRight,
    "just": Qt.AlignmentFlag.AlignJustify,
}


@dataclass(slots=True)
class Mark:
    """A bullet that is set: its own layout, or a picture, and where it stands on its line's baseline."""

    x: float
    width: float
    layout: QTextLayout | None
    image: QImage | None
    text: str


@dataclass(slots=True)
class Line:
    """One set line: the baseline and the room it takes, from the top of the flow."""

    layout: QTextLayout
    line: QTextLine
    text: str
    top: float
    baseline: float
    height: float
    ascent: float
    descent: float
    mark: Mark | None

    @property
    def rect(self) -> QRectF:
        """Where its letters stand, in the flow."""
        natural = self.line.naturalTextRect()
        return QRectF(natural.x(), self.baseline - self.ascent, natural.width(), self.ascent + self.descent)


@dataclass(slots=True)
class Flow:
    """Lines of a text from top to bottom; `width` is the widest one's."""

    lines: list[Line]
    width: float
    height: float


def set_lines(
    paragraphs: tuple[Paragraph, ...], width: float | None, scale: float = 1.0, reduction: float = 0.0
) -> Flow:
    """Set paragraphs one under the other; `width` None sets each on one line.

    `scale` is that of the letters, `reduction` is taken off relative line spacing (both fractions).
    """
    flow = Flow([], 0.0, 0.0)
    for i, paragraph in enumerate(paragraphs):
        if i:
            flow.height += _distance(paragraph.before, paragraph, scale, reduction)
        _set_paragraph(flow, paragraph, width, scale, reduction)
        if i + 1 < len(paragraphs):
            flow.height += _distance(paragraph.after, paragraph, scale, reduction)
    return flow


def _distance(spacing: Spacing, paragraph: Paragraph, scale: float, reduction: float) -> float:
    if not spacing.relative:
        # Stated distances give way to shrinking by half as much as the letters do.
        return spacing.value * (1 + scale) / 2
    size = max((run.size for run in paragraph.runs), default=paragraph.empty.size)
    return spacing.value * size * scale * 1.2 * (1 - reduction)


def font_of(run: Run, scale: float) -> QFont:
    """Return the font a run is set in (its size in painter units)."""
    font = QFont(list(run.families))
    font.setPixelSize(max(1, round(run.size * scale)))
    font.setBold(run.bold)
    font.setItalic(run.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if run.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, run.spacing * scale)
    if run.small_caps:
        font.setCapitalization(QFont.Capitalization.SmallCaps)
    return font


def _format(run: Run, scale: float) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font_of(run, scale))
    form.setForeground(QBrush(run.color))
    if run.underline != "none":
        form.setUnderlineStyle(_UNDERLINES.get(run.underline, QTextCharFormat.UnderlineStyle.SingleUnderline))
    form.setFontStrikeOut(run.strike)
    if run.highlight is not None:
        form.setBackground(QBrush(run.highlight))
    if run.baseline:
        raised = run.baseline > 0
        aligns = QTextCharFormat.VerticalAlignment
        form.setVerticalAlignment(aligns.AlignSuperScript if raised else aligns.AlignSubScript)
        (form.setSuperScriptBaseline if raised else form.setSubScriptBaseline)(abs(run.baseline) * 100)
    return form


def _layout(runs: tuple[Run, ...], empty: Run, scale: float) -> QTextLayout:
    layout = QTextLayout("".join(run.text for run in runs), font_of(runs[0] if runs else empty, scale))
    ranges: list[QTextLayout.FormatRange] = []
    at = 0
    for run in runs:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = at, _length16(run.text), _format(run, scale)
        at += piece.length
        ranges.append(piece)
    layout.setFormats(ranges)
    return layout


def _length16(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _options(paragraph: Paragraph, width: float | None, first: float) -> QTextOption:
    option = QTextOption()
    option.setUseDesignMetrics(True)
    wraps = QTextOption.WrapMode
    option.setWrapMode(wraps.ManualWrap if width is None else wraps.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if paragraph.rtl else Qt.LayoutDirection.LeftToRight
    )
    align = paragraph.align if width is not None else "l"
    option.setAlignment(_ALIGNMENT[align] | Qt.AlignmentFlag.AlignAbsolute)
    kinds = {
        "ctr": QTextOption.TabType.CenterTab,
        "r": QTextOption.TabType.RightTab,
        "dec": QTextOption.TabType.DelimiterTab,
    }
    stops = [
        QTextOption.Tab(at - first, kinds.get(k, QTextOption.TabType.LeftTab))
        for at, k in paragraph.tabs
        if at > first
    ]
    if not stops and first < paragraph.margin:
        stops = [QTextOption.Tab(paragraph.margin - first, QTextOption.TabType.LeftTab)]
    if stops:
        reach = stops[-1].position
        stops += [
            QTextOption.Tab(reach + paragraph.default_tab * (i + 1), QTextOption.TabType.LeftTab)
            for i in range(12)
        ]
        option.setTabs(stops)
    option.setTabStopDistance(paragraph.default_tab)
    return option


def _set_paragraph(
    flow: Flow, paragraph: Paragraph, width: float | None, scale: float, reduction: float
) -> None:
    mark = _set_mark(paragraph, scale)
    hang = paragraph.margin + paragraph.indent
    first = max(hang + mark.width, paragraph.margin) if mark is not None else max(0.0, hang)
    if mark is not None and paragraph.indent >= 0:
        first = hang + mark.width
    layout = _layout(paragraph.runs, paragraph.empty, scale)
    layout.setTextOption(_options(paragraph, width, first))
    layout.beginLayout()
    begun = len(flow.lines)
    ends = tuple(accumulate(_length16(run.text) for run in paragraph.runs))
    while len(flow.lines) < MOST_LINES and (line := layout.createLine()).isValid():
        lead = first if len(flow.lines) == begun else paragraph.margin
        room = _WIDE if width is None else max(10.0, width - lead - paragraph.right)
        line.setLineWidth(room)
        left = paragraph.right if paragraph.rtl and width is not None else lead
        line.setPosition(QPointF(left, 0))
        _stack(flow, layout, line, paragraph, ends, scale, reduction)
        flow.width = max(flow.width, lead + line.naturalTextWidth() + paragraph.right)
    layout.endLayout()
    if mark is not None and len(flow.lines) > begun:
        _hang_mark(flow.lines[begun], mark, paragraph, hang, first, width)


def _stack(
    flow: Flow,
    layout: QTextLayout,
    line: QTextLine,
    paragraph: Paragraph,
    ends: tuple[int, ...],
    scale: float,
    reduction: float,
) -> None:
    ascent, descent = _heights(line, paragraph, ends, scale)
    natural = ascent + descent
    spacing = paragraph.line
    if spacing.relative:
        share = max(0.2, spacing.value - reduction) if spacing.value > 0 else 1.0
        height = natural * share
    else:
        height = spacing.value * scale
    # Room is taken from, or added to, the top of the line, the first one's too.
    above = height * 0.8 if spacing.relative and height < natural else ascent + height - natural
    baseline = flow.height + above
    start, length = line.textStart(), line.textLength()
    text = layout.text().encode("utf-16-le")[start * 2 : (start + length) * 2].decode("utf-16-le", "replace")
    flow.lines.append(Line(layout, line, text, flow.height, baseline, height, ascent, descent, None))
    flow.height += height


def _heights(
    line: QTextLine, paragraph: Paragraph, ends: tuple[int, ...], scale: float
) -> tuple[float, float]:
    """Return a line's ascent and descent: those of its largest letters, whatever the face.

    LibreOffice sets a single line 1.2 times the size of its letters in every face tried. The stand-ins' own
    heights (1.1 for Liberation, 1.45 for Noto CJK, 1.7 for Noto Naskh) would move every line of a page.
    `ends` says where in the text each run ends.
    """
    start, end = line.textStart(), line.textStart() + line.textLength()
    size = 0.0
    for i in range(bisect_right(ends, start), len(ends)):
        size = max(size, paragraph.runs[i].size)
        if ends[i] >= end:
            break
    size = (size or (paragraph.runs[-1] if paragraph.runs else paragraph.empty).size) * scale
    return size * _ASCENT, size * _DESCENT


def _set_mark(paragraph: Paragraph, scale: float) -> Mark | None:
    bullet: Bullet | None = paragraph.bullet
    if bullet is None:
        return None
    if bullet.image is not None and bullet.image.height():
        side = bullet.run.size * scale * 0.8
        width = side * bullet.image.width() / bullet.image.height()
        return Mark(0.0, width + side * 0.2, None, bullet.image, "")
    layout = _layout((bullet.run,), bullet.run, scale)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_WIDE)
    layout.endLayout()
    width = line.naturalTextWidth()
    if paragraph.indent > -width:
        width += QFontMetricsF(font_of(bullet.run, scale)).horizontalAdvance(" ") * 0.5
    return Mark(0.0, width, layout, None, bullet.run.text)


def _hang_mark(
    line: Line, mark: Mark, paragraph: Paragraph, hang: float, first: float, width: float | None
) -> None:
    """Place the bullet before the first line; it moves along with centred and right-set lines."""
    natural = line.line.naturalTextRect()
    gap = first - hang
    if paragraph.rtl:
        mark.x = natural.right() + gap - mark.width
    elif paragraph.align in ("ctr", "r") and width is not None:
        mark.x = natural.x() - gap
    else:
        mark.x = hang
    line.mark = mark
