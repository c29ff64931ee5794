"""Finding what a lecture was made from: the deck inside it, read again by the same importer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from studio.errors import BadFileError
from studio.lecture import Asset, Lecture, Scene, SlideVisual
from studio.reimport.matching import match
from studio.reimport.report import Reimported
from studio.reimport.together import reimport
from studio.report import ImportReport


def update(
    lecture: Lecture,
    theirs: Lecture,
    report: ImportReport,
    read: Callable[[Asset], Lecture],
    name: str = "",
) -> Reimported:
    """Bring the changes of an imported deck into a lecture. `read` imports the deck inside it again, `name` names
    that deck where the lecture has several.

    Raises StudioError with one sentence where the lecture was not made from such a deck.
    """
    deck = base_of(lecture, theirs, report.source, name)
    if any(isinstance(s.visual, SlideVisual) and s.visual.deck.digest == deck.digest for s in theirs.scenes):
        base = theirs  # the very same file
    else:
        base = _as_kept(read(deck), deck)
    merged, changes = reimport(lecture, base, theirs, report.source)
    return Reimported(merged, changes, report)


def base_of(lecture: Lecture, theirs: Lecture, source: str, name: str = "") -> Asset:
    """The deck inside a lecture to be updated: the one of that name, else the one with most slides in common.

    Of equals it is the one called like `source`, then the one with most scenes. Raises BadFileError for none.
    """
    decks = _decks(lecture)
    if not decks:
        raise BadFileError("This lecture was not made from a PowerPoint deck; there is nothing to update.")
    if not any(isinstance(scene.visual, SlideVisual) for scene in theirs.scenes):
        raise BadFileError(f"“{source}” is no deck of slides; choose the changed deck.")
    if name:
        decks = {
            asset: scenes for asset, scenes in decks.items() if name in (asset.name, Path(asset.name).stem)
        }
        if not decks:
            raise BadFileError(
                f"There is no deck “{name}” inside the lecture; name one of those it was made from."
            )
    stem = Path(source).stem.casefold()

    def fits(asset: Asset) -> tuple[int, bool, int]:
        scenes = decks[asset]
        alike = len(match(scenes, theirs.scenes)) if len(decks) > 1 else 0
        return alike, Path(asset.name).stem.casefold() == stem, len(scenes)

    return max(decks, key=fits)


def _as_kept(base: Lecture, deck: Asset) -> Lecture:
    """The import with its slides in the deck it was read from, should reading have repaired that once more."""
    scenes = tuple(
        replace(scene, visual=replace(scene.visual, deck=deck))
        if isinstance(scene.visual, SlideVisual) and scene.visual.deck != deck
        else scene
        for scene in base.scenes
    )
    return replace(base, scenes=scenes)


def _decks(lecture: Lecture) -> dict[Asset, list[Scene]]:
    """The decks of a lecture with a scene for each of their slides."""
    decks: dict[Asset, list[Scene]] = {}
    seen: Counter[tuple[str, int]] = Counter()
    for scene in lecture.scenes:
        if isinstance(scene.visual, SlideVisual):
            slide = scene.visual.deck.digest, scene.visual.slide_id
            seen[slide] += 1
            if seen[slide] == 1:
                decks.setdefault(scene.visual.deck, []).append(scene)
    return decks
