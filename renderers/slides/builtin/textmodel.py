"""Text as it is to be set: paragraphs and runs with every inherited property settled.

Lengths are painter units (a tenth of a point) unless a name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor, QImage

from renderers.slides.builtin.fonts import Script

Align = Literal["l", "ctr", "r", "just"]


@dataclass(frozen=True, slots=True)
class Spacing:
    """A distance: a fraction of the line (`relative`) or a length."""

    value: float
    relative: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one script that look alike; `size` in painter units, `baseline` a fraction of it.

    `foreign` letters stand in a face of other widths than the one asked for.
    """

    text: str
    families: tuple[str, ...]
    script: Script
    size: float
    color: QColor
    bold: bool = False
    italic: bool = False
    underline: str = "none"
    strike: bool = False
    small_caps: bool = False
    highlight: QColor | None = None
    baseline: float = 0.0
    spacing: float = 0.0
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """The mark before a paragraph: letters set like `run`, or a picture."""

    run: Run
    image: QImage | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `empty` carries the look of a paragraph without letters."""

    runs: tuple[Run, ...]
    empty: Run
    align: Align
    margin: float
    indent: float
    right: float
    before: Spacing
    after: Spacing
    line: Spacing
    rtl: bool
    bullet: Bullet | None
    tabs: tuple[tuple[float, str], ...]
    default_tab: float

    @property
    def text(self) -> str:
        """The letters of the paragraph."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one shape or cell and how it stands in its box."""

    paragraphs: tuple[Paragraph, ...]
    insets: tuple[float, float, float, float]
    anchor: str
    centered: bool
    wrap: bool
    vertical: str
    columns: int
    gap: float
    fit: Literal["none", "shape", "text"]
    scale: float
    reduction: float
    turn: float
    upright: bool

    @property
    def blank(self) -> bool:
        """Whether nothing would be seen."""
        return not any(p.text.strip() for p in self.paragraphs)

    @property
    def foreign(self) -> bool:
        """Whether letters stand in faces of other widths than the author saw."""
        return any(run.foreign for p in self.paragraphs for run in p.runs if run.text.strip())
