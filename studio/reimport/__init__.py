"""Bringing the changes of a deck into a lecture that was made from it, without touching the author's own work.

What the lecture was made from is inside it: the deck asset, read again by the same importer, is the BASE; the
changed deck is THEIRS, the lecture as edited is MINE. Everything here is a pure function of these three.
"""

from __future__ import annotations

from studio.reimport.base import base_of, update
from studio.reimport.choosing import keep_own_words, use_deck_words
from studio.reimport.report import Change, Conflict, Kind, Reimported, ReimportReport, SceneReport
from studio.reimport.together import reimport

__all__ = [
    "Change",
    "Conflict",
    "Kind",
    "ReimportReport",
    "Reimported",
    "SceneReport",
    "base_of",
    "keep_own_words",
    "reimport",
    "update",
    "use_deck_words",
]
