"""The built-in painter: slides of a .pptx with QtGui alone, for machines without LibreOffice."""

from renderers.slides.builtin.deck import DeckPainter
from renderers.slides.builtin.textpaint import TracedLine

__all__ = ["DeckPainter", "TracedLine"]
