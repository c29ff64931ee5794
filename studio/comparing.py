"""What two neighbouring slides have in common, from their objects and words and from what was seen of their pages.

That is the ground of the automatic choice (`studio.coherence`); it takes a fraction of a millisecond a seam.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from studio.coherence import Features, count_words, visible_text, words_in_common
from studio.lecture import (
    PDF,
    Box,
    CardVisual,
    ObjectPair,
    Scene,
    SlideObject,
    SlideVisual,
    Visual,
    page_image,
)
from studio.matching import BY_HAND, matched, objects_of

VISIBLE = 0.02
"""An object moves visibly when its centre or a side changes by this share of the slide's width; less is held."""
VISIBLE_DOWN = 0.035
"""The same as a share of the slide's height, on a slide of 16 to 9."""
SAME_WORDS = 0.6
"""A pair whose texts share fewer words (Jaccard) is not one thing that stays: it is something else in its place."""

SECTIONS = (
    *("section", "abschnitt", "sección", "sezione", "seção", "secção", "sectie", "раздел"),
    *("章節", "節標題", "节标题", "セクション", "구역"),
)
"""Words by which PowerPoint calls the layout for the slide that opens a section, in the languages of its users."""

_DRAWN = frozenset({"chart", "table", "graphic"})


@dataclass(frozen=True, slots=True)
class Moving:
    """How many objects that may move the slide before has (`before`) and this one (`after`), how many of them are
    one (`matched`), and how many of those stand elsewhere or have another size (`moved`).
    """

    before: int = 0
    after: int = 0
    matched: int = 0
    moved: int = 0

    @property
    def objects(self) -> int:
        """How many the fuller of the two slides has."""
        return max(self.before, self.after)

    @property
    def share(self) -> float:
        """Dice's coefficient of the two slides' objects: 0 (none is on both) to 1 (all are)."""
        return 2 * self.matched / max(self.before + self.after, 1)


def compared(before: Scene, scene: Scene, pages: Mapping[str, Any]) -> Features:
    """The features of a seam. `pages` is the record of the comparison of its two pages, {} while it is not made."""
    found = moving(before.visual, scene.visual, scene.transition.pairs)
    if found is None:  # neither a drawn page nor a card tells where its objects stand
        first, second = pages.get("parts", (0, 0))
        found = Moving(first, second, pages.get("matched", 0), pages.get("moved", 0))
    return Features(
        same_theme=_same_theme(before.visual, scene.visual),
        words=words_in_common(_all_words(before), _all_words(scene)),
        shared=pages.get("shared"),
        colours=pages.get("colours", 0.0),
        similarity=pages.get("similarity", 0.0),
        matched=found.share,
        moved=found.moved / max(found.matched, 1),
        objects=found.objects,
        partners=found.matched,
        opens=_opens(scene.visual),
        fewest=min(_said(before), _said(scene)),
        picture=min(_largest_picture(before.visual), _largest_picture(scene.visual)),
    )


@lru_cache(maxsize=2048)  # all seams are asked for after every edit again
def moving(before: Visual, after: Visual, by_hand: tuple[ObjectPair, ...] = ()) -> Moving | None:
    """What moves between two slides, by their objects; None where one of them does not tell where they stand.

    Only free objects count: what the layout places (titles, lists, slide numbers) is a text in its usual place, and
    stands elsewhere where the layout is another. Nothing counts that stands outside the slide. What the author
    paired counts, whatever it is.
    """
    if not (_tells(before) and _tells(after)):
        return None
    pairs = matched(before, after, by_hand)
    chosen = [pair for pair in pairs if pair.why == BY_HAND]
    old, new = _free(before, {pair.first for pair in chosen}), _free(after, {pair.second for pair in chosen})
    both = [
        (old[pair.first], new[pair.second], pair in chosen)
        for pair in pairs
        if pair.first in old and pair.second in new
    ]
    same = [(a, b) for a, b, by_author in both if by_author or stays_itself(a, b)]
    return Moving(len(old), len(new), len(same), sum(moves(a.box, b.box) for a, b in same))


def stays_itself(a: SlideObject, b: SlideObject) -> bool:
    """Whether a pair shows the same thing on both slides: the same picture, much the same words.

    A chart that says nothing is known by its size alone.
    """
    if a.picture != b.picture:
        return False
    if a.kind in _DRAWN and not (a.text or b.text or a.picture):
        return abs(a.box.width - b.box.width) <= VISIBLE and abs(a.box.height - b.box.height) <= VISIBLE_DOWN
    return a.text == b.text or words_in_common(a.text, b.text) >= SAME_WORDS


def moves(a: Box, b: Box) -> bool:
    """Whether an object that stands first here and then there moves visibly."""
    across = a.x + a.width / 2 - b.x - b.width / 2, a.width - b.width
    down = a.y + a.height / 2 - b.y - b.height / 2, a.height - b.height
    return max(map(abs, across)) > VISIBLE or max(map(abs, down)) > VISIBLE_DOWN


def _free(visual: Visual, chosen: set[int]) -> dict[int, SlideObject]:
    return {
        item.shape_id: item
        for item in objects_of(visual)
        if item.shape_id in chosen
        or (_on_slide(item.box) and (item.placeholder is None or item.kind != "text"))
    }


def _on_slide(box: Box) -> bool:
    if not (box.width > 0 or box.height > 0):
        return False
    return box.x < 1 and box.y < 1 and box.x + box.width > 0 and box.y + box.height > 0


def _opens(visual: Visual) -> bool:
    """Whether a slide says by its kind that a section begins with it."""
    if isinstance(visual, CardVisual):
        return visual.opening
    layout = visual.layout.casefold() if isinstance(visual, SlideVisual) else ""
    return any(word in layout for word in SECTIONS)


def _said(scene: Scene) -> int:
    return count_words(visible_text(scene))


def _tells(visual: Visual) -> bool:
    return isinstance(visual, SlideVisual) and visual.page is None


@lru_cache(maxsize=1024)  # each slide is asked for at two seams
def _largest_picture(visual: Visual) -> float:
    image = page_image(visual)
    if image is not None:
        return 0.0 if image.file.media_type == PDF else 1.0
    if isinstance(visual, SlideVisual):
        return max((_area(item.box) for item in visual.objects if item.kind == "picture"), default=0.0)
    return 0.0


def _area(box: Box) -> float:
    """The share of the slide that a box covers."""
    across = min(1.0, box.x + box.width) - max(0.0, box.x)
    return max(0.0, across) * max(0.0, min(1.0, box.y + box.height) - max(0.0, box.y))


def _same_theme(first: Visual, second: Visual) -> bool:
    if isinstance(first, SlideVisual) and isinstance(second, SlideVisual):
        return first.theme == second.theme
    return isinstance(first, SlideVisual) == isinstance(second, SlideVisual)


def _all_words(scene: Scene) -> str:
    return f"{visible_text(scene)}\n{scene.script.words}"
