"""The pages of a PDF that a teacher saved from PowerPoint, given to the slides they belong to.

`matching` finds which page shows which slide, `lectures` says what of a lecture is to be matched and what comes of
it. Reading the PDF and making pictures of pages to compare are ports: nothing here opens a file.
"""

from __future__ import annotations

from studio.exact_pages.lectures import Exact, exact_pages
from studio.exact_pages.matching import DeckSlide, Found, Matching, Pictures, match

__all__ = ["DeckSlide", "Exact", "Found", "Matching", "Pictures", "exact_pages", "match"]
