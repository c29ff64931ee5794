"""How alike the words of a slide and of a page are, whatever a PDF has done to them.

A PDF keeps glyphs with places, not text: ligatures, words without spaces between them or torn at a hyphen, bullets
from symbol fonts, lines in another order, right-to-left words backwards. So texts are compared as sets of short
pieces (letters and digits alone, after NFKC), each the same read from either end; pieces that stand on many pages,
such as a footer, count for little.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

LONG, SHORT = 4, 2
"""Characters of a piece: in alphabets, and in Chinese, Japanese and Korean."""
LONGEST = 20_000
"""Characters of one slide or page that are compared."""
_WIDE = "\u2e80"
_COMMON = 0.1
"""What a piece counts that stands everywhere."""


def pieces(text: str) -> frozenset[str]:
    """The pieces of a text."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    letters = "".join(character for character in plain if character.isalnum())
    found: set[str] = set()
    for at, character in enumerate(letters):
        piece = letters[at : at + (SHORT if character >= _WIDE else LONG)]
        found.add(min(piece, piece[::-1]))
    return frozenset(found)


def likeness(
    slides: Sequence[frozenset[str]], pages: Sequence[frozenset[str]]
) -> tuple[dict[int, float], ...]:
    """For each slide the pages (by index) that share words with it, and how alike they are, from 0 to 1.

    Half of it is what the two have in common (cosine of weighted sets), half how much of the slide is on the page:
    a page also shows the words of charts and diagrams.
    """
    weights = _weights(slides, pages)
    where: dict[str, list[int]] = defaultdict(list)
    for index, page in enumerate(pages):
        for piece in page:
            where[piece].append(index)
    whole = [math.fsum(weights[piece] for piece in page) for page in pages]
    return tuple(_alike(slide, weights, where, whole) for slide in slides)


def _alike(
    slide: frozenset[str], weights: dict[str, float], where: dict[str, list[int]], whole: Sequence[float]
) -> dict[int, float]:
    own = math.fsum(weights[piece] for piece in slide)
    shared: dict[int, float] = defaultdict(float)
    for piece in sorted(slide):  # in one order, so that equal files give equal sums
        for page in where.get(piece, ()):
            shared[page] += weights[piece]
    return {
        page: min(1.0, (common / math.sqrt(own * whole[page]) + common / own) / 2)
        for page, common in shared.items()
    }


def _weights(slides: Sequence[frozenset[str]], pages: Sequence[frozenset[str]]) -> dict[str, float]:
    """The rarer a piece, the more it says (inverse document frequency, Spaerck Jones 1972)."""
    counts = Counter(piece for text in (*slides, *pages) for piece in text)
    among = len(slides) + len(pages)
    return {piece: math.log(among / count) + _COMMON for piece, count in counts.items()}
