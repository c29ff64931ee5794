"""The look of the sample lesson: one palette, one grid, one set of type sizes."""

from pptx.util import Inches

INK = "10263B"
DEEP = "0B3C5D"
WATER = "0862A8"
SUN = "AD6200"
LAND = "2B7A5B"
SLATE = "4F6B80"
CLAY = "A8482A"
SKY = "8CC9EA"
MIST = "F3F8FB"
PALE = "DCECF6"
WHITE = "FFFFFF"
GLOW = "FFC94D"

SLIDE_W, SLIDE_H = 13.333, 7.5
MARGIN = 0.75
CONTENT_W = SLIDE_W - 2 * MARGIN
_COLUMNS, _GUTTER = 12, 0.25
_COLUMN_W = (CONTENT_W - (_COLUMNS - 1) * _GUTTER) / _COLUMNS

KICKER_Y, TITLE_Y, BODY_Y = 0.5, 0.85, 2.05
BODY_BOTTOM = 6.75

#: Type sizes in points; nothing that has to be read in a video is smaller than 16.
TITLE_PT, BODY_PT, CARD_PT, LABEL_PT, SMALL_PT = 36, 24, 22, 18, 16


def columns(first: int, count: int) -> tuple[float, float]:
    """Return left edge and width in inches of ``count`` grid columns, beginning at ``first`` (0 to 11)."""
    return MARGIN + first * (_COLUMN_W + _GUTTER), count * _COLUMN_W + (count - 1) * _GUTTER


def emu(inches: float) -> int:
    """Return a length in inches as whole English Metric Units (914,400 in an inch)."""
    return int(Inches(inches))


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two RRGGBB colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
