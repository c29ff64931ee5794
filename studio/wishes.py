"""What the author asks for at a seam, whether in the window or in the script: one wish of both."""

from __future__ import annotations

from dataclasses import replace

from studio.directions import directed_transition
from studio.lecture import Scene, TextBy, Transition

_OPTIONS: dict[str, TextBy] = {"byWord": "word", "byChar": "character", "byObject": "object"}
"""`option` of PowerPoint's Morph (MS-PPTX 2.2.6.8, `p159:morph@option`)."""


def wish_of(scene: Scene) -> Transition:
    """The wish at the seam before a scene; where window and script both say something, the window's holds.

    But for the length: one that is written into the script holds while the level is the script's, too.
    """
    mine, asked = scene.transition, directed_transition(scene.script)
    if asked is None:
        return mine
    wish = replace(
        mine,
        text_by=mine.text_by or asked.text_by,
        arrive=asked.arrive if mine.arrive == "fade" else mine.arrive,
    )
    if mine.requested is not None or asked.requested is None:
        return wish
    return replace(
        wish,
        requested=asked.requested,
        style=asked.style,
        direction=asked.direction,
        duration=mine.duration if asked.duration is None else asked.duration,
    )


def text_by(wish: Transition) -> TextBy:
    """What of a text travels by itself: as the author says, else as the deck's Morph does, else whole objects."""
    stored = wish.stored
    of_deck = _OPTIONS.get(stored.option) if stored is not None and stored.kind == "morph" else None
    return wish.text_by or of_deck or "object"
